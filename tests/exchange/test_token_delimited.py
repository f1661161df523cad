from hmpush_gui.exchange.token_columns import Field

from .test_token_source import A, read


def test_a_file_of_many_blocks_keeps_every_line_whole() -> None:
    tokens = [f"{n:07}{A * 3}" for n in range(20000)]
    assert read("\r\n".join(tokens)).tokens == tokens
    assert read(",".join(tokens)).tokens == tokens
    quoted = "".join(f'"{each[:60]}\n{each[60:]}"\n' for each in tokens)
    assert read(quoted).tokens == tokens
    table = "".join(f'"{each}";"a\nb ""x"""\n' for each in tokens)
    found = read(f"token;note\n{table}")
    assert found.tokens == tokens
    assert set(found.fields[Field.NOTE]) == {'a\nb "x"'}

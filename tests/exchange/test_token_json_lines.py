from .test_token_source import A, B, read


def test_a_line_that_is_no_json_is_counted_and_left_out() -> None:
    found = read(f'{{"token": "{A}"}}\n{{"token": "{B}"}}\n{{"tok')
    assert found.tokens == [A, B]
    assert (found.counts.uneven, found.counts.empty) == (1, 1)

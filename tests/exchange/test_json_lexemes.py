import json

from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.json_lexemes import lexemes

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON, st.booleans(), st.sampled_from([None, 1]))
def test_the_parts_are_the_text_again(
    value: object, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert "".join(each.text for each in lexemes(text)) == text


def test_every_value_knows_the_keys_it_stands_under() -> None:
    text = '{"a": [1, {"b": "x"}], "c": {"d": {}}, "e": true}'
    values = [
        (each.keys, each.value)
        for each in lexemes(text)
        if not each.is_layout and not each.is_key
    ]
    assert values == [(("a",), 1), (("a", "b"), "x"), (("e",), True)]
    keys = [each.value for each in lexemes(text) if each.is_key]
    assert keys == ["a", "b", "c", "d", "e"]

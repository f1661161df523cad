import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.cursor_place import CursorPlace, place_at
from hmpush_gui.pushkit.document import Path


def at_bar(marked: str) -> CursorPlace | None:
    """The place at the `|` in the text."""
    return place_at(marked.replace("|", "", 1), marked.index("|"))


@pytest.mark.parametrize(
    ("text", "path", "writes_key", "typed"),
    [
        ("{|", (), True, ""),
        ("{|}", (), True, ""),
        ('{"|"}', (), True, ""),
        ('{"pa|"}', (), True, "pa"),
        ('{"pa|yload": 1}', (), True, "pa"),
        ('{"a": 1, |}', (), True, ""),
        ('{"a": 1, "b|', (), True, "b"),
        ('{"a": {pay|', ("a",), True, "pay"),
        ('{"a": |}', ("a",), False, ""),
        ('{"a": tr|}', ("a",), False, "tr"),
        ('{"a": "MA|"}', ("a",), False, "MA"),
        ('{"a": "|', ("a",), False, ""),
        ('{"a": [|]}', ("a", "0"), False, ""),
        ('{"a": ["x", "y|"]}', ("a", "1"), False, "y"),
        ('{"a": [{"b|"}]}', ("a", "0"), True, "b"),
    ],
)
def test_what_is_written_is_known_from_what_stands_before(
    text: str, path: Path, writes_key: bool, typed: str
) -> None:
    place = at_bar(text)
    assert place is not None
    assert (place.path, place.writes_key, place.typed) == (path, writes_key, typed)


@pytest.mark.parametrize(
    "text",
    [
        "|",
        "|{}",
        "{}|",
        '{"a"|: 1}',
        '{"a" |',
        '{"a": 1 |}',
        '{"a": "x"|}',
        '{"a": []|}',
    ],
)
def test_nothing_can_be_written_after_a_whole_key_or_value(text: str) -> None:
    assert at_bar(text) is None


@pytest.mark.parametrize(
    ("text", "replaced", "after"),
    [
        ('{"pa|y": 1}', '"pay"', ":"),
        ('{"a": tr|ue, "b": 1}', "true", ","),
        ('{|"a": 1}', "", '"'),
        ("{|\n}", "", "}"),
        ('{"a": |', "", ""),
    ],
)
def test_a_completion_replaces_the_whole_word(
    text: str, replaced: str, after: str
) -> None:
    place = at_bar(text)
    assert place is not None
    assert text.replace("|", "", 1)[place.start : place.end] == replaced
    assert place.after == after


@given(st.text(alphabet='{}[]:,"\\ \na1🎉', max_size=30), st.integers(0, 30))
def test_any_place_of_any_text_can_be_asked_for(text: str, position: int) -> None:
    place = place_at(text, min(position, len(text)))
    assert place is None or place.start <= min(position, len(text)) <= place.end

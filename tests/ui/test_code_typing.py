from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from hmpush_gui.ui import code_typing


def done(marked: str, act: Callable[[QTextCursor], object]) -> str:
    """The text after `act`, `|` for the cursor and two of them for a selection."""
    document = QTextDocument()
    first, _, rest = marked.partition("|")
    middle, bar, last = rest.partition("|")
    document.setPlainText(first + middle + last)
    cursor = QTextCursor(document)
    cursor.setPosition(units(first))
    if bar:
        cursor.setPosition(units(first + middle), QTextCursor.MoveMode.KeepAnchor)
    act(cursor)
    raw = document.toPlainText().encode("utf-16-le")
    places = sorted({cursor.selectionStart(), cursor.selectionEnd()}, reverse=True)
    for place in places:
        raw = raw[: place * 2] + "|".encode("utf-16-le") + raw[place * 2 :]
    return raw.decode("utf-16-le")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def typing(character: str) -> Callable[[QTextCursor], None]:
    def act(cursor: QTextCursor) -> None:
        if not code_typing.type_character(cursor, character):
            cursor.insertText(character)

    return act


@pytest.mark.parametrize(
    ("before", "character", "after"),
    [
        ("|", "{", "{|}"),
        ("|", "[", "[|]"),
        ("|", '"', '"|"'),
        ('{"a": |}', "[", '{"a": [|]}'),
        ('{"a": |,', '"', '{"a": "|",'),
        ("🎉 |", '"', '🎉 "|"'),
        # What is there already is stepped over.
        ("{|}", "}", "{}|"),
        ('"a|"', '"', '"a"|'),
        # Nothing is glued to what follows.
        ("|a", "{", "{|a"),
        ('|"a"', "[", '[|"a"'),
        # Inside of a text quotes and brackets are letters like all others.
        ('"a\\|"', '"', '"a\\"|'),
        ('"a| b"', '"', '"a"| b"'),
        ("a|", "x", "ax|"),
        # A selection goes between the two.
        ("a|b|c", "[", "a[|b|]c"),
        ("|a|", '"', '"|a|"'),
        ("a|b|c", "x", "ax|c"),
    ],
)
def test_brackets_and_quotes_come_in_pairs(
    before: str, character: str, after: str
) -> None:
    assert done(before, typing(character)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [("{|}", "|"), ('a"|"b', "a|b"), ("[|]", "|"), ("{|]", None), ("a|b", None)],
)
def test_an_empty_pair_goes_together(before: str, after: str | None) -> None:
    taken: list[bool] = []
    text = done(before, lambda cursor: taken.append(code_typing.erase_pair(cursor)))
    assert taken == [after is not None]
    assert text == (after if after is not None else before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  a|", "  a\n  |"),
        ("{|}", "{\n  |\n}"),
        ('  "a": [|]', '  "a": [\n    |\n  ]'),
        ("  {|", "  {\n    |"),
        ("a|b", "a\n|b"),
        ("|", "\n|"),
    ],
)
def test_a_new_line_is_as_deep_as_the_text(before: str, after: str) -> None:
    assert done(before, code_typing.new_line) == after


@pytest.mark.parametrize(
    ("before", "back", "after"),
    [
        ("|a\nb|\nc", False, "|  a\n  b|\nc"),
        ("a|\nb\n|c", False, "  a|\n  b\n|c"),
        ("|  a\n b|\n", True, "|a\nb|\n"),
    ],
)
def test_selected_lines_move_together(before: str, back: bool, after: str) -> None:
    moved = done(before, lambda cursor: code_typing.indent(cursor, back=back))
    assert moved.replace("|", "") == after.replace("|", "")


@pytest.mark.parametrize(
    ("text", "spans"), [("|ab|", False), ("|a\nb|", True), ("a|b", False)]
)
def test_only_several_lines_are_about_their_indent(text: str, spans: bool) -> None:
    said: list[bool] = []
    done(text, lambda cursor: said.append(code_typing.spans_lines(cursor)))
    assert said == [spans]

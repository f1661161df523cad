"""What a code editor does with a key beyond writing it: pairs, indents, new lines."""

from PySide6.QtGui import QTextCursor

INDENT = "  "
_PAIRS = {"{": "}", "[": "]", '"': '"'}
_CLOSERS = frozenset(_PAIRS.values())


def type_character(cursor: QTextCursor, character: str) -> bool:
    """Write a bracket or quote with its other half; False where it is an ordinary key.

    A closing one is stepped over where it stands already, and a selection is put
    between the two.
    """
    after, before = _around(cursor)
    if cursor.hasSelection():
        return character in _PAIRS and _wrap(cursor, character)
    if character in _CLOSERS and after == character:
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return True
    if character not in _PAIRS or not _is_free(after):
        return False
    if character == '"' and (before == "\\" or _in_text(cursor)):
        return False
    cursor.insertText(character + _PAIRS[character])
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    return True


def erase_pair(cursor: QTextCursor) -> bool:
    """Take both halves of an empty pair away, as Backspace between them does."""
    after, before = _around(cursor)
    if cursor.hasSelection() or not before or _PAIRS.get(before) != after:
        return False
    cursor.beginEditBlock()
    cursor.deletePreviousChar()
    cursor.deleteChar()
    cursor.endEditBlock()
    return True


def new_line(cursor: QTextCursor) -> None:
    """Begin a line as deep as the text is; between brackets, one for the inside."""
    after, before = _around(cursor)
    line = cursor.block().text()
    indent = line[: len(line) - len(line.lstrip(" "))]
    opens = before in ("{", "[") and not cursor.hasSelection()
    cursor.beginEditBlock()
    cursor.insertText("\n" + indent + (INDENT if opens else ""))
    if opens and after == _PAIRS[before]:
        at = cursor.position()
        cursor.insertText("\n" + indent)
        cursor.setPosition(at)
    cursor.endEditBlock()


def spans_lines(cursor: QTextCursor) -> bool:
    """Whether more than one line is selected, so that Tab is about their indent."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    return first != document.findBlock(cursor.selectionEnd())


def indent(cursor: QTextCursor, *, back: bool) -> None:
    """Move the selected lines one level in, or `back`."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(max(cursor.selectionEnd() - 1, cursor.selectionStart()))
    edit = QTextCursor(document)
    edit.beginEditBlock()
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        edit.setPosition(block.position())
        if not back:
            edit.insertText(INDENT)
        else:
            text = block.text()
            for _ in range(min(len(text) - len(text.lstrip(" ")), len(INDENT))):
                edit.deleteChar()
        block = block.next()
    edit.endEditBlock()


def _around(cursor: QTextCursor) -> tuple[str, str]:
    """The characters after and before the cursor; empty at an end of the line."""
    text, at = cursor.block().text(), cursor.positionInBlock()
    units = text.encode("utf-16-le", "surrogatepass")
    after = units[at * 2 : at * 2 + 2].decode("utf-16-le", "replace")
    before = units[max(0, at * 2 - 2) : at * 2].decode("utf-16-le", "replace")
    return after, before


def _is_free(after: str) -> bool:
    """Whether nothing follows that the second half would be glued to."""
    return not after or after.isspace() or after in "}],:"


def _in_text(cursor: QTextCursor) -> bool:
    """Whether the cursor stands in a text whose quote is open on this line."""
    units = cursor.block().text().encode("utf-16-le", "surrogatepass")
    before = units[: cursor.positionInBlock() * 2].decode("utf-16-le", "replace")
    return before.replace("\\\\", "").replace('\\"', "").count('"') % 2 == 1


def _wrap(cursor: QTextCursor, character: str) -> bool:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    cursor.beginEditBlock()
    cursor.setPosition(end)
    cursor.insertText(_PAIRS[character])
    cursor.setPosition(start)
    cursor.insertText(character)
    cursor.endEditBlock()
    cursor.setPosition(start + 1)
    cursor.setPosition(end + 1, QTextCursor.MoveMode.KeepAnchor)
    return True

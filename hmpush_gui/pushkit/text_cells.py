"""A text of a message as the cell of a table, and back."""

import json

from .texts import Text

_LIST = '["'


def to_cell(text: Text) -> str:
    """A text as it is; a list with one entry a line, or as JSON where that says more.

    `from_cell` reads it back.
    """
    if isinstance(text, str):
        return text
    lines = "\n".join(text)
    if from_cell(lines, is_list=True) == text:
        return lines
    return json.dumps(list(text), ensure_ascii=False) if text else ""


def from_cell(cell: str, *, is_list: bool) -> Text | None:
    """What `cell` says; None for nothing."""
    if not cell:
        return None
    if not is_list:
        return cell
    if cell.startswith(_LIST):
        try:
            found = json.loads(cell)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list) and all(isinstance(each, str) for each in found):
            return tuple(found)
    lines = cell.replace("\r\n", "\n").split("\n")
    return tuple(line for line in lines if line) or None

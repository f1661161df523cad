"""Text as it was typed, and the value it stands for."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument

from hmpush_gui.pushkit.conditions import same
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.written import read_in, write_out

from .words import exemplified


class TypedValue:
    """What the text in an editor stands for.

    It remembers the value that was last shown: that text means that value again, even
    where typing it anew would mean another.
    """

    def __init__(self, field: Field) -> None:
        self._field = field
        self._value: Any = None
        self._text: str | None = None

    def of(self, text: str) -> Any:
        if text == self._text:
            return self._value
        if not text:
            # An empty required text stays in the document, where the checks see it.
            stays = self._field.stays_empty
            return "" if stays and self._field.schema.get("type") == "string" else None
        return read_in(self._field.schema, text)

    def differs(self, value: Any, text: str) -> bool:
        """Whether an editor with `text` has to be told `value`."""
        return not same(value, self.of(text))

    def written(self, value: Any) -> str:
        return write_out(self._field.schema, value)

    def remember(self, value: Any, text: str) -> None:
        """`text` is how `value` looks in the editor."""
        self._value, self._text = value, text


def clean(text: str) -> str:
    """`text` without halves of characters, which no encoder can send."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def typed(document: QTextDocument) -> str:
    """The text as it was typed; `toPlainText` would make other blanks of some."""
    return clean(document.toRawText().replace("\u2029", "\n"))


def placeholder_of(field: Field) -> str:
    """What counts while nothing is typed, else the first example."""
    schema = field.schema
    if "default" in schema:
        words = QCoreApplication.translate("ChoiceEditor", "default: {value}")
        return words.format(value=schema["default"])
    examples = schema.get("examples")
    return write_out(schema, exemplified(examples[0])) if examples else ""

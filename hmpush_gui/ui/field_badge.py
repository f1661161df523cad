"""The small marks beside the name of a field, and the words of its tool tip."""

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLabel, QWidget

from hmpush_gui.pushkit.document import Path, compact
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.reference import rights

from .restyle import restyle
from .words import described


class Badge(QLabel):
    """One word in a frame; hidden until there is reason for it."""

    def __init__(self, text: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("badge", "quiet")
        self.setToolTip(tip)
        self.hide()

    def show_state(self, *, shown: bool, urgent: bool = False) -> None:
        self.setVisible(shown)
        look = "warning" if urgent else "quiet"
        if self.property("badge") != look:
            restyle(self, "badge", look)


def right_words(field: Field) -> str:
    """What right the field needs, and how it is got; empty where it needs none."""
    words = rights(QLocale().name().partition("_")[0])
    return words.get(field.right, "")


def tool_tip(field: Field, path: Path) -> str:
    """Everything there is to know about a field, one fact a line."""
    lines = [described(field.description)]
    if examples := field.schema.get("examples"):
        words = QCoreApplication.translate("FieldRow", "Example: {value}")
        lines.append(words.format(value=_example(examples[0])))
    if field.since:
        words = QCoreApplication.translate("FieldRow", "Since HarmonyOS {version}.")
        lines.append(words.format(version=field.since))
    if field.deprecated:
        lines.append(
            QCoreApplication.translate("FieldRow", "Deprecated: no longer offered.")
        )
    lines += [right_words(field), ".".join(path)]
    return "\n".join(line for line in lines if line)


def _example(value: object) -> str:
    return value if isinstance(value, str) else compact(value).decode()

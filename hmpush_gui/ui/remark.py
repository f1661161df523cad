"""A sentence under a field; the label is made when there is something to say."""

from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from .plain_label import plain_label
from .restyle import restyle


class Remark:
    """What is said at the end of `column`, in the look of a severity."""

    def __init__(self, column: QBoxLayout, parent: QWidget) -> None:
        self._column = column
        self._parent = parent
        self._label: QLabel | None = None

    def tell(self, text: str, severity: str) -> None:
        label = self._label or self._make()
        label.setText(text)
        if label.property("problem") != severity:
            restyle(label, "problem", severity)
        label.show()

    def clear(self) -> None:
        if self._label is not None:
            self._label.hide()

    def _make(self) -> QLabel:
        self._label = plain_label("", self._parent)
        self._column.addWidget(self._label)
        return self._label

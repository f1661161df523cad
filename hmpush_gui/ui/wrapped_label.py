"""A text that may be long, in a form."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget


class WrappedLabel(QLabel):
    """Plain text over as many lines as its width needs, and no room for more.

    A form keeps free what a label would take in the shape it likes best, which is
    narrower and higher than the form.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._line())

    def _line(self) -> int:
        margins = self.contentsMargins()
        return self.fontMetrics().height() + margins.top() + margins.bottom()

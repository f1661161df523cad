"""The part of a message that carries the data, exactly as it is sent."""

from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.document import compact, read
from hmpush_gui.pushkit.kinds import Kind
from hmpush_gui.pushkit.message import Message

from .plain_label import plain_label
from .theme import fixed_font

_LINES = 2


class DataWire(QWidget):
    """A few small lines to read and copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sent = ""
        self._words = plain_label("", self)
        self._words.setProperty("quiet", True)
        self._copy = QPushButton(self.tr("Copy"), self)
        self._copy.setObjectName("data.wire.copy")
        self._copy.setAccessibleName(self.tr("Copy the data as it is sent"))
        self._copy.clicked.connect(self._on_copy_clicked)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("data.wire")
        self.text.setAccessibleName(self.tr("The data as it is sent"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.text.setFont(fixed_font(max(7, self.font().pointSize() - 1)))
        lines = self.text.fontMetrics().lineSpacing() * _LINES
        self.text.setFixedHeight(lines + 18)
        head = QHBoxLayout()
        head.addWidget(self._words, 1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)

    def show_message(self, message: Message, kind: Kind) -> None:
        value = read(message.document, kind.data_path)
        part = b""
        if value is not None:
            part = compact(kind.data_path[-1]) + b":" + compact(value)
        text = part.decode()
        if text != self._sent:
            self._sent = text
            self.text.setPlainText(text)
        self._copy.setVisible(bool(text))
        self.text.setVisible(bool(text))
        self._words.setText(self._travels(kind, len(part)))

    def _travels(self, kind: Kind, size: int) -> str:
        """How the data travels."""
        if not size:
            words = self.tr("No data: {place} is left out.")
        elif kind.data_is_text:
            words = self.tr("Travels as text in {place}, {size} bytes:")
        else:
            words = self.tr("Travels as an object in {place}, {size} bytes:")
        return words.format(place=".".join(kind.data_path), size=size)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._sent)

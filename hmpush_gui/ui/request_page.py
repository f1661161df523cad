"""Request: the very bytes that went out, and what proved them, masked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hmpush_gui.pushkit.record import SendRecord

from .code_edit import CodeEdit
from .exchange_text import request_text
from .inspected import Inspected
from .inspector_page import InspectorPage
from .secret_bar import SecretBar
from .segments import Segments
from .words import grouped

if TYPE_CHECKING:
    from hmpush_gui.pushkit.protocol import Request

LAID_OUT, AS_SENT = range(2)


class RequestPage(InspectorPage):
    """Method, address, headers and body, laid out or byte for byte.

    Signals:
        reveal_wanted: the SendRecord whose bearer shall be shown, by `reveal`.
    """

    reveal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("request", parent)
        self._text = ""
        self._request: Request | None = None

    @property
    def text(self) -> CodeEdit:
        """The text on view."""
        self.ready()
        return self._edit

    @property
    def record(self) -> SendRecord | None:
        """The send whose request is on view."""
        return self._shown.record if self._shown else None

    def reveal(self, bearer: str | None) -> None:
        """Show the bearer that was asked for, for a while; None if nobody has it."""
        self.ready()
        self._secret.show_secret(bearer)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._is_built:
            self._secret.forget()

    def _build(self) -> None:
        self._segments = Segments(
            "request.form",
            [
                (self.tr("Laid out"), self.tr("JSON on many lines, long lists cut")),
                (self.tr("As sent"), self.tr("Every byte of the body, as it went out")),
            ],
            self,
        )
        self._segments.chosen.connect(lambda _number: self._fill_text())
        self._reveal = QPushButton(self.tr("Reveal"), self)
        self._reveal.setObjectName("request.reveal")
        self._reveal.setToolTip(self.tr("Show the bearer for 30 seconds"))
        self._reveal.clicked.connect(self._on_reveal_clicked)
        self._copy = QPushButton(self.tr("Copy"), self)
        self._copy.setObjectName("request.copy")
        self._copy.setAccessibleName(self.tr("Copy the request"))
        self._copy.clicked.connect(self._on_copy_clicked)
        for tool in (self._segments, self._reveal, self._copy):
            self._tools.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        self._secret = SecretBar(self)
        self._edit = CodeEdit(self)
        self._edit.setObjectName("request.text")
        self._edit.setAccessibleName(self.tr("Request"))
        self._edit.setReadOnly(True)
        self._edit.setPlaceholderText(
            self.tr("The exact request of the send that is shown, secrets masked.")
        )
        self._column.addWidget(self._secret)
        self._column.addWidget(self._edit, 1)

    def _fill(self, shown: Inspected | None) -> None:
        self._secret.forget()
        request = shown.kept.whole if shown and shown.kept else None
        self._request = request
        for tool in (self._segments, self._reveal, self._copy):
            tool.setEnabled(request is not None)
        if request is None:
            self._words.setText("")
        else:
            words = self.tr("{size} bytes, tokens: {count}")
            self._words.setText(
                words.format(
                    size=grouped(len(request.body)), count=grouped(len(request.tokens))
                )
            )
        self._fill_text()

    def _fill_text(self) -> None:
        shown, text = self._shown, ""
        if shown and self._request:
            headers = shown.exchange.sent_headers if shown.exchange else ()
            whole = self._segments.current == AS_SENT
            text = request_text(self._request, headers, as_sent=whole)
        if text != self._text:
            self._text = text
            self._edit.setPlainText(text)
            self._edit.verticalScrollBar().setValue(0)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _on_reveal_clicked(self) -> None:
        if self._shown:
            self.reveal_wanted.emit(self._shown.record)

"""Accepted, but nothing on the phone? What to look at, with the values of this send."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.chances import Chance
from hmpush_gui.pushkit.checklist import Check, checklist
from hmpush_gui.pushkit.explain import explain_receipt
from hmpush_gui.pushkit.sent_message import Sent

from .page_link import link_button
from .plain_label import selectable_label
from .receipt_words import said_by_receipt
from .words import language, said


class ChecklistDialog(QDialog):
    """The causes that this send leaves open, the likely ones first.

    It stays open beside the window while one looks at a phone.
    """

    def __init__(
        self,
        sent: Sent,
        device: str,
        request_id: str,
        token: str,
        parent: QWidget | None = None,
        *,
        doubtful: bool = False,
    ) -> None:
        """`device` is its label; `token` is empty for a topic.

        `doubtful` says that nobody knows whether Push Kit took it.
        """
        super().__init__(parent)
        self.setObjectName("checklist")
        self.setWindowTitle(self.tr("Accepted, but nothing on the phone?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._request_id = request_id
        self._token = token
        self.checks = checklist(sent, language())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._intro(device, doubtful=doubtful))
        if sent.receipt is not None:
            told = selectable_label(said_by_receipt(sent.receipt), self)
            told.setObjectName("checklist.receipt")
            told.setProperty("heading", True)
            column.addWidget(told)
        column.addWidget(self._list(), 1)
        column.addLayout(self._foot())
        self.resize(QSize(680, 640))

    def text_to_copy(self) -> str:
        """What AppGallery’s message analysis asks for."""
        lines = [f"requestId: {self._request_id}"] if self._request_id else []
        return "\n".join([*lines, *([f"token: {self._token}"] if self._token else [])])

    def _intro(self, device: str, *, doubtful: bool) -> QLabel:
        words = self.tr(
            "Push Kit took the message for {device}. From here on only the phone and "
            "Push Kit’s receipts know more. Look at these in order:"
        )
        if doubtful:
            words = self.tr(
                "The answer for {device} was lost: perhaps Push Kit never took the "
                "message. If it did, look at these in order:"
            )
        return selectable_label(words.format(device=device), self)

    def _list(self) -> QScrollArea:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(8)
        open_ones = [each for each in self.checks if each.chance is not Chance.EXCLUDED]
        for number, check in enumerate(open_ones, 1):
            rows.addWidget(CheckCard(check, number, page))
        self._add_excluded(rows, self.checks[len(open_ones) :], page)
        rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("checklist.scroll")
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        return scroll

    def _add_excluded(
        self, rows: QVBoxLayout, checks: Sequence[Check], page: QWidget
    ) -> None:
        if not checks:
            return
        title = selectable_label(self.tr("Not the cause, judging by this send:"), page)
        title.setProperty("heading", True)
        rows.addWidget(title)
        for check in checks:
            here = f" — {said(check.here)}" if check.here else ""
            line = selectable_label(f"✓ {check.title}{here}", page)
            line.setProperty("quiet", True)
            rows.addWidget(line)

    def _foot(self) -> QHBoxLayout:
        self._copy = QPushButton(self.tr("Copy request ID and token"), self)
        self._copy.setObjectName("checklist.copy")
        self._copy.setToolTip(
            self.tr("For the message analysis in AppGallery Connect > Push Kit")
        )
        self._copy.setEnabled(bool(self.text_to_copy()))
        self._copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.text_to_copy())
        )
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("checklist.close")
        close.setDefault(True)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(close)
        return row


class CheckCard(QFrame):
    """One cause: what it is, what this send says of it, how to look."""

    def __init__(self, check: Check, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"check.{check.key}")
        self.setProperty("card", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(3)
        head = QHBoxLayout()
        title = selectable_label(f"{number}. {check.title}", self)
        title.setProperty("heading", True)
        head.addWidget(title, 1)
        chance = QLabel(self._chance(check), self)
        likely = check.chance is Chance.LIKELY
        chance.setProperty("badge", "warning" if likely else "quiet")
        head.addWidget(chance, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if check.here:
            here = selectable_label(said(check.here), self)
            here.setProperty("mark", "depends" if likely else "note")
            column.addWidget(here)
        column.addWidget(selectable_label(check.why, self))
        column.addWidget(selectable_label(f"→ {check.look}", self))
        receipts = "" if check.told else self._receipts(check.receipts)
        if receipts:
            line = selectable_label(receipts, self)
            line.setProperty("quiet", True)
            column.addWidget(line)
        for page in check.pages:
            button = link_button(page, self)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _chance(self, check: Check) -> str:
        if check.told:
            return self.tr("● the receipt says so")
        likely = check.chance is Chance.LIKELY
        return self.tr("▲ likely") if likely else self.tr("○ possible")

    def _receipts(self, codes: Sequence[str]) -> str:
        if not codes:
            return ""
        told = []
        for code in codes:
            known = explain_receipt(code, language())
            told.append(f"{code}: {known.meaning}" if known else code)
        words = self.tr("A receipt would say {results}")
        return words.format(results=" · ".join(told))

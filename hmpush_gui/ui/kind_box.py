"""Which kind of message is being written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hmpush_gui.pushkit.kinds import kinds

from .elided_combo import ElidedCombo
from .message_document import MessageDocument
from .words import described

_WIDEST = 480
"""Pixels of width that are enough for any kind of message."""


class KindBox(ElidedCombo):
    """Shows the kind of the message in `document`, and changes it."""

    def __init__(self, document: MessageDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.setSizeAdjustPolicy(
            ElidedCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(12)
        self.setMaximumWidth(_WIDEST)
        self.setObjectName("kind")
        self.setAccessibleName(self.tr("Kind of message"))
        tool_tip = Qt.ItemDataRole.ToolTipRole
        for row, kind in enumerate(kinds()):
            self.addItem(f"{kind.api} · {described(kind.title)}", kind)
            self.setItemData(row, described(kind.description), tool_tip)
        self.activated.connect(self._on_chosen)
        document.kind_changed.connect(self._on_kind_changed)
        self._on_kind_changed()

    def _on_chosen(self, row: int) -> None:
        self._document.set_kind(self.itemData(row))

    def _on_kind_changed(self) -> None:
        self.setCurrentIndex(list(kinds()).index(self._document.kind))

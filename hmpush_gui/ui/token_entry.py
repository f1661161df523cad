"""Where push tokens are pasted: those that are new go into the device list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.device import PastedTokens, read_tokens

from .device_list import DeviceListModel
from .icons import icon
from .import_words import added_words
from .plain_label import plain_label
from .restyle import restyle
from .veiling import OWN


class TokenEntry(QWidget):
    """A field with its buttons, and what became of what was pasted.

    Signals:
        import_wanted: read devices from a file.
    """

    import_wanted = Signal()

    def __init__(self, model: DeviceListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.field = self._make_field()
        self._said = plain_label("", self, name="devices.said")
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addLayout(self._buttons())
        column.addWidget(self._said)
        model.counts_changed.connect(self._on_counts_changed)
        self._on_counts_changed()

    def pending(self) -> int:
        """How many tokens stand in the field and are not added."""
        tokens = read_tokens(self.field.toPlainText()).tokens
        return sum(not self._model.knows(each) for each in tokens)

    def add(self) -> None:
        """Add the tokens that stand in the field."""
        pasted = read_tokens(self.field.toPlainText())
        added = self._model.add(pasted.tokens)
        repeated = pasted.repeated + len(pasted.tokens) - added
        self._said.setText(self._outcome(pasted, added, repeated))
        self._said.show()
        restyle(self._said, "problem", "hint" if added else "warning")
        if added:
            self.field.clear()

    def _make_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setObjectName("devices.paste")
        field.setAccessibleName(self.tr("Tokens to add"))
        field.setPlaceholderText(
            self.tr("Paste push tokens here: one a line, or separated by commas")
        )
        field.setTabChangesFocus(True)
        field.setProperty(OWN, True)
        field.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 20)
        return field

    def _buttons(self) -> QHBoxLayout:
        self._add = QPushButton(icon("add"), self.tr("Add"), self)
        self._add.setObjectName("devices.add")
        self._add.setToolTip(self.tr("Add the pasted tokens"))
        self._add.clicked.connect(self.add)
        import_ = QPushButton(self.tr("Import…"), self)
        import_.setObjectName("devices.import")
        import_.setToolTip(self.tr("Read push tokens from a file"))
        import_.clicked.connect(self.import_wanted)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(import_, 0, top)
        head.addWidget(self._add, 0, top)
        self.setTabOrder(self.field, import_)
        self.setTabOrder(import_, self._add)
        return head

    def _on_counts_changed(self) -> None:
        self._add.setEnabled(not self._model.loading)

    def _outcome(self, pasted: PastedTokens, added: int, repeated: int) -> str:
        if not pasted.tokens and not repeated:
            return self.tr("There is no token in this text. Paste one token a line.")
        return added_words(added, repeated, pasted.cleaned)

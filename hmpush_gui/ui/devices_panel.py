"""Devices: paste tokens, name them, choose which get the next send."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.device import PastedTokens, read_tokens
from hmpush_gui.pushkit.problem import DEVICES, Problem, Severity

from .device_list import DeviceListModel
from .device_rows import Column
from .field_row import restyle
from .icons import icon
from .notice_bar import Offer
from .table import plain_table
from .words import said


class DevicesPanel(QWidget):
    """The devices of the project in force, and a field to paste more.

    Signals:
        removed: what was removed, in words, and how to undo it (an Offer).
    """

    removed = Signal(str, object)

    def __init__(self, model: DeviceListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.table = plain_table(
            "devices.table",
            self.tr("Devices"),
            model,
            {Column.TOKEN: 96},
            Column.LABEL,
            self,
        )
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.verticalHeader().setDefaultSectionSize(30)
        for column in (Column.LAST, Column.TAGS, Column.LANGUAGE):
            self.table.setColumnHidden(column, True)
        self.paste = QPlainTextEdit(self)
        self.paste.setObjectName("devices.paste")
        self.paste.setAccessibleName(self.tr("Tokens to add"))
        self.paste.setPlaceholderText(
            self.tr("Paste push tokens here: one a line, or separated by commas")
        )
        self.paste.setTabChangesFocus(True)
        self.paste.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 20)
        self._said = QLabel(self)
        self._said.setObjectName("devices.said")
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.hide()
        self._empty = QLabel(
            self.tr(
                "No devices yet. Paste push tokens above; the app gets its token from "
                "pushService.getToken()."
            ),
            self,
        )
        self._empty.setWordWrap(True)
        self._empty.setProperty("quiet", True)
        self._hints = QLabel(self)
        self._hints.setObjectName("devices.hints")
        self._hints.setWordWrap(True)
        self._hints.setTextFormat(Qt.TextFormat.PlainText)
        self._hints.setProperty("problem", "hint")
        self._hints.hide()
        self._lay_out()
        model.modelReset.connect(self._on_rows_changed)
        model.rowsInserted.connect(self._on_rows_changed)
        model.rowsRemoved.connect(self._on_rows_changed)
        self._on_rows_changed()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say under the list what is worth knowing of sending to these devices.

        What keeps a message back is said beside Send.
        """
        words = [
            said(each.sentence)
            for each in problems
            if each.path == DEVICES and each.severity is not Severity.BLOCKING
        ]
        self._hints.setText("\n".join(words))
        self._hints.setVisible(bool(words))

    def _lay_out(self) -> None:
        add = QPushButton(icon("add"), self.tr("Add"), self)
        add.setObjectName("devices.add")
        add.setToolTip(self.tr("Add the pasted tokens"))
        add.clicked.connect(self._on_add_clicked)
        everything = self._button("devices.all", self.tr("All"))
        everything.setAccessibleName(self.tr("Choose all devices"))
        everything.clicked.connect(lambda: self._model.choose_all(True))
        nothing = self._button("devices.none", self.tr("None"))
        nothing.setAccessibleName(self.tr("Choose no device"))
        nothing.clicked.connect(lambda: self._model.choose_all(False))
        remove = self._button("devices.remove", self.tr("Remove"))
        remove.setToolTip(self.tr("Remove the selected devices (Del)"))
        remove.clicked.connect(self._on_remove)
        self.setTabOrder(add, self.table)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)
        head = QHBoxLayout()
        head.addWidget(self._said, 1)
        head.addStretch(0)
        head.addWidget(add, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        foot = QHBoxLayout()
        foot.addWidget(everything)
        foot.addWidget(nothing)
        foot.addStretch(1)
        foot.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.addWidget(self.paste)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addWidget(self._hints)
        column.addLayout(foot)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        return button

    def _on_rows_changed(self) -> None:
        self._empty.setVisible(self._model.rowCount() == 0)

    def _on_add_clicked(self) -> None:
        known = [device.token for device in self._model.shown()]
        pasted = read_tokens(self.paste.toPlainText(), known)
        self._model.add(pasted.tokens)
        self._said.setText(self._outcome(pasted))
        self._said.show()
        restyle(self._said, "problem", "hint" if pasted.tokens else "warning")
        if pasted.tokens:
            self.paste.clear()

    def _outcome(self, pasted: PastedTokens) -> str:
        if not pasted.tokens and not pasted.repeated:
            return self.tr("There is no token in this text. Paste one token a line.")
        parts = [self.tr("Added: {count}.").format(count=len(pasted.tokens))]
        if pasted.repeated:
            words = self.tr("Already here: {count}.")
            parts.append(words.format(count=pasted.repeated))
        if pasted.cleaned:
            words = self.tr("Cleaned of blanks, line breaks or quotes: {count}.")
            parts.append(words.format(count=pasted.cleaned))
        return " ".join(parts)

    def _on_remove(self) -> None:
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        if not rows:
            return
        taken = self._model.remove(rows)
        words = self.tr("Devices removed: {count}.").format(count=len(taken))
        undo = Offer(self.tr("Undo"), lambda: self._model.put_back(taken))
        self.removed.emit(words, undo)

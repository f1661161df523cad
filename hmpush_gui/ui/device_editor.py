"""The details of the selected devices, to be read and written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.device_details import Tags, tags_of
from hmpush_gui.pushkit.language_tags import COMMON

from .device_cells import short_token
from .icons import icon
from .plain_label import plain_label
from .typed_text import clean, typed
from .words import grouped, listed


class DeviceEditor(QFrame):
    """One device in full, or the tags of many; hidden until it is asked for.

    What is typed is told at once; tags and the language when the cursor leaves them.

    Signals:
        written: what was typed of the device shown, by the names of `DeviceListModel`'s
            `write`.
        tags_added: tags for all that are shown.
        tags_removed: tags that all that are shown shall no longer have.
        closed: the user has seen enough.
    """

    written = Signal(object)
    tags_added = Signal(tuple)
    tags_removed = Signal(tuple)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("devices.editor")
        self.setProperty("card", True)
        self._device: Device | None = None
        self._make_head()
        self._make_fields()
        self._make_tag_buttons()
        self._lay_out()
        self.hide()

    # What it is made of.

    def _make_head(self) -> None:
        self._title = QLabel(self)
        self._title.setProperty("heading", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._close = QToolButton(self)
        self._close.setObjectName("devices.editor.close")
        self._close.setIcon(icon("close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close the details"))
        self._close.clicked.connect(self.closed)

    def _make_fields(self) -> None:
        self.label = self._line("label", self.tr("Name"))
        self.label.textEdited.connect(self._on_label_edited)
        self.tags = self._line("tags", self.tr("Tags"))
        self.tags.setPlaceholderText(self.tr("such as testers, beta"))
        self.tags.editingFinished.connect(self._on_tags_edited)
        self.language = self._line("language", self.tr("Language"))
        self.language.setPlaceholderText(self.tr("such as zh-Hans"))
        self.language.setCompleter(QCompleter(list(COMMON), self))
        self.language.editingFinished.connect(self._on_language_edited)
        self._make_note()

    def _make_note(self) -> None:
        self.note = QPlainTextEdit(self)
        self.note.setObjectName("devices.editor.note")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 16)
        self.note.textChanged.connect(self._on_note_edited)
        self._known = plain_label("", self, name="devices.editor.known")
        self._known.setProperty("quiet", True)

    def _make_tag_buttons(self) -> None:
        self._add = self._button("add_tags", self.tr("Add"))
        self._add.setToolTip(self.tr("Give these tags to all selected devices"))
        self._add.clicked.connect(self._on_add_clicked)
        self._take = self._button("remove_tags", self.tr("Take away"))
        self._take.setToolTip(self.tr("Take these tags from all selected devices"))
        self._take.clicked.connect(self._on_take_clicked)

    def _line(self, name: str, title: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"devices.editor.{name}")
        field.setAccessibleName(title)
        return field

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"devices.editor.{name}")
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(10)
        self._form.setVerticalSpacing(5)
        self._form.setLabelAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for field in (self.label, self.tags, self.language, self.note):
            self._form.addRow(field.accessibleName(), field)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._take)
        buttons.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 8, 8)
        column.setSpacing(5)
        column.addLayout(head)
        column.addLayout(self._form)
        column.addLayout(buttons)
        column.addWidget(self._known)

    # Told by the panel.

    def show_device(self, device: Device, known: str) -> None:
        """Show one device; `known` says what became of it."""
        self._device = device
        self._many(many=False)
        self._title.setText(short_token(device.token))
        for field, text in (
            (self.label, device.label),
            (self.tags, listed(device.tags)),
            (self.language, device.language),
        ):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        if typed(self.note.document()) != device.note:
            self.note.blockSignals(True)
            self.note.setPlainText(device.note)
            self.note.blockSignals(False)
        self._known.setText(known)

    def show_many(self, count: int, tags: Sequence[str]) -> None:
        """Show `count` devices, some of which have `tags`."""
        self._device = None
        self._many(many=True)
        words = self.tr("{count} devices")
        self._title.setText(words.format(count=grouped(count)))
        self.tags.clear()
        words = self.tr("Tags of these: {tags}")
        self._known.setText(words.format(tags=listed(tags)) if tags else "")
        self._known.setVisible(bool(tags))

    def begin(self) -> None:
        """Show it, with the cursor where typing begins."""
        self.show()
        field = self.tags if self.label.isHidden() else self.label
        field.setFocus()
        field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # Inside.

    def _many(self, *, many: bool) -> None:
        for field in (self.label, self.language, self.note):
            self._form.setRowVisible(field, not many)
        self._add.setVisible(many)
        self._take.setVisible(many)
        self._known.setVisible(True)

    def _on_label_edited(self, text: str) -> None:
        self.written.emit({"label": clean(text).strip()})

    def _on_tags_edited(self) -> None:
        tags = tags_of(clean(self.tags.text()))
        if self._device and tags != self._device.tags:
            self.written.emit({"tags": tags})

    def _on_language_edited(self) -> None:
        language = clean(self.language.text()).strip()
        if self._device and language != self._device.language:
            self.written.emit({"language": language})

    def _on_note_edited(self) -> None:
        if self._device:
            self.written.emit({"note": typed(self.note.document()).strip()})

    def _typed_tags(self) -> Tags:
        return tags_of(clean(self.tags.text()))

    def _on_add_clicked(self) -> None:
        if tags := self._typed_tags():
            self.tags_added.emit(tags)

    def _on_take_clicked(self) -> None:
        if tags := self._typed_tags():
            self.tags_removed.emit(tags)

"""A button that writes a placeholder where the cursor is."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from hmpush_gui.pushkit.placeholders import COUNTER, LABEL, TIME, UUID

from .placeholders import Placeholders
from .words import titled

Editor = QLineEdit | QPlainTextEdit


class PlaceholderMenu(QToolButton):
    """Lists every placeholder with what stands for it now.

    The text field of `page` that had the cursor last takes what is chosen.

    Signals:
        nowhere: a placeholder was chosen before any field of `page` had the cursor.
        define_wanted: edit the project's own placeholders.
    """

    nowhere = Signal(str)
    define_wanted = Signal()

    def __init__(
        self, placeholders: Placeholders, page: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._placeholders = placeholders
        self._page = page
        self._editor: Editor | None = None
        self.setObjectName("placeholders")
        self.setText("{ }")
        self.setAccessibleName(self.tr("Insert a placeholder"))
        self.setToolTip(
            self.tr("Insert a placeholder: counter, time, the device’s name …")
        )
        # A click leaves the cursor where the placeholder should go.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_ = QMenu(self)
        self.menu_.setObjectName("placeholders.menu")
        self.clicked.connect(self.open)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def open(self) -> None:
        """Show the menu under the button."""
        self.menu_.clear()
        values = self._placeholders.values()
        for name, words in self._words().items():
            self._add(name, titled(words, values[name]) if values[name] else words)
        for name, value in self._placeholders.own.items():
            self._add(name, value)
        self.menu_.addSeparator()
        define = self.menu_.addAction(self.tr("Define your own…"))
        define.setObjectName("placeholders.define")
        define.triggered.connect(self.define_wanted)
        self.menu_.popup(self.mapToGlobal(QPoint(0, self.height())))

    def insert(self, name: str) -> None:
        """Write the placeholder `name` where the cursor was last."""
        text = "{{" + name + "}}"
        if self._editor is None or not self._is_there(self._editor):
            self.nowhere.emit(text)
            return
        if isinstance(self._editor, QLineEdit):
            self._editor.insert(text)
        else:
            self._editor.insertPlainText(text)
        self._editor.setFocus()

    def _is_there(self, editor: Editor) -> bool:
        """Whether what had the cursor is still a field of the page."""
        return isValid(editor) and self._page.isAncestorOf(editor)

    def _add(self, name: str, words: str) -> None:
        shown = words if len(words) <= 60 else f"{words[:59]}…"
        label = "{{" + name + "}}\t" + shown
        action = self.menu_.addAction(label.replace("&", "&&"))
        action.setObjectName(f"placeholders.{name}")
        action.triggered.connect(lambda: self.insert(name))

    def _words(self) -> dict[str, str]:
        return {
            COUNTER: self.tr("number of the send"),
            TIME: self.tr("time of the send"),
            UUID: self.tr("a new ID"),
            LABEL: self.tr("name of the device"),
        }

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isinstance(now, QLineEdit | QPlainTextEdit) or now.isReadOnly():
            return
        if self._page.isAncestorOf(now):
            self._editor = now

"""Which language the message is written, shown and sent in."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from .language_names import named
from .message_document import MessageDocument

if TYPE_CHECKING:
    from .language_editing import LanguageEditing


class LanguageBox(QToolButton):
    """The way to the languages; a choice of them as soon as there are two.

    Signals:
        table_wanted: show all languages side by side.
    """

    table_wanted = Signal()

    def __init__(
        self, document: MessageDocument, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("languages.box")
        self.setProperty("menu", True)
        self._document = document
        self._menu = QMenu(self)
        self._menu.setObjectName("languages.menu")
        # Not when the languages change: that may be by an entry of this menu.
        self._menu.aboutToShow.connect(self._fill)
        self.clicked.connect(self._on_clicked)
        document.languages_changed.connect(self._show)
        self._show()

    @cached_property
    def _editing(self) -> "LanguageEditing":
        # Late: most messages have one language.
        from .language_editing import LanguageEditing

        return LanguageEditing(self._document)

    def _show(self) -> None:
        languages = self._document.languages
        if languages is None:
            self.setMenu(None)  # type: ignore[arg-type]
            self.setText(self.tr("Languages…"))
            self.setAccessibleName(self.tr("Languages"))
            self.setToolTip(
                self.tr("Write the message in further languages, side by side.")
            )
            return
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setText(f"{languages.active} ▾")
        self.setAccessibleName(
            self.tr("Language: {tag}").format(tag=named(languages.active))
        )
        self.setToolTip(
            self.tr("The language the message is written, shown and sent in.")
        )

    def _fill(self) -> None:
        languages = self._editing.languages()
        self._menu.clear()
        group = QActionGroup(self._menu)
        for tag in languages.tags:
            action = self._menu.addAction(named(tag))
            action.setObjectName(f"languages.{tag}")
            action.setCheckable(True)
            action.setChecked(tag == languages.active)
            action.triggered.connect(partial(self._on_chosen, tag))
            group.addAction(action)
        self._menu.addSeparator()
        beside = self._menu.addAction(self.tr("All languages side by side…"))
        beside.setObjectName("languages.beside")
        beside.triggered.connect(lambda _checked=False: self.table_wanted.emit())

    def _on_chosen(self, tag: str, _checked: bool = False) -> None:
        self._editing.switch(tag)

    def _on_clicked(self) -> None:
        if self._document.languages is None:
            self.table_wanted.emit()

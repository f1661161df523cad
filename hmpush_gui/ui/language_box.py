"""Which language the message is written, shown and sent in."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from .language_editing import LanguageEditing
from .language_names import named
from .message_document import MessageDocument


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
        self._editing = LanguageEditing(document)
        self._menu = QMenu(self)
        self._menu.setObjectName("languages.menu")
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_chosen)
        self.clicked.connect(self._on_clicked)
        document.languages_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        languages = self._document.languages
        self._menu.clear()
        if languages is None:
            self.setMenu(None)  # type: ignore[arg-type]
            self.setText(self.tr("Languages…"))
            self.setAccessibleName(self.tr("Languages"))
            self.setToolTip(
                self.tr("Write the message in further languages, side by side.")
            )
            return
        self._fill(languages.tags, languages.active)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setText(f"{languages.active} ▾")
        self.setAccessibleName(
            self.tr("Language: {tag}").format(tag=named(languages.active))
        )
        self.setToolTip(
            self.tr("The language the message is written, shown and sent in.")
        )

    def _fill(self, tags: tuple[str, ...], active: str) -> None:
        for tag in tags:
            action = self._menu.addAction(named(tag))
            action.setObjectName(f"languages.{tag}")
            action.setData(tag)
            action.setCheckable(True)
            action.setChecked(tag == active)
            self._group.addAction(action)
        self._menu.addSeparator()
        beside = self._menu.addAction(self.tr("All languages side by side…"))
        beside.setObjectName("languages.beside")
        beside.triggered.connect(lambda _checked=False: self.table_wanted.emit())

    def _on_chosen(self, action: object) -> None:
        tag = action.data()  # type: ignore[attr-defined]
        self._editing.switch(str(tag))

    def _on_clicked(self) -> None:
        if self._document.languages is None:
            self.table_wanted.emit()

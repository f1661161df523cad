"""What can be done to the languages: add, copy, rename, remove, CSV."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from hmpush_gui.pushkit.language_tags import COMMON, LONG, MIRRORED
from hmpush_gui.pushkit.languages import Languages

from .icons import icon
from .language_names import named
from .tag_entry import TagEntry
from .translating import Translating


class LanguageBar(QHBoxLayout):
    """Buttons for all languages at the left and right, for the current one between.

    Signals:
        tag_wanted: a language to make the current one.
    """

    tag_wanted = Signal(str)

    def __init__(
        self, translating: Translating, entry: TagEntry, parent: QWidget
    ) -> None:
        super().__init__()
        self._editing = translating.editing
        self._entry = entry
        self._parent = parent
        self._languages = Languages((), "")
        self._tag = ""
        self._add_menu, self._copy_menu = QMenu(parent), QMenu(parent)
        # Not when the languages change: that may be by an entry of these menus.
        self._add_menu.aboutToShow.connect(self._fill_add)
        self._copy_menu.aboutToShow.connect(self._fill_copy)
        self.add = self._button("add", self.tr("Add language"))
        self.add.setIcon(icon("add"))
        self.add.setMenu(self._add_menu)
        self._current = QLabel(parent)
        self._current.setProperty("heading", True)
        self._current.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred
        )
        self.send = self._button("send", self.tr("Write and send this one"))
        self.copy = self._button("copy", self.tr("Copy texts from"))
        self.copy.setMenu(self._copy_menu)
        self.rename = self._button("rename", self.tr("Tag…"))
        self.remove = self._button("remove", self.tr("Remove"))
        self.read = self._button("read", self.tr("Import CSV…"))
        self.write = self._button("write", self.tr("Export CSV…"))
        self._lay_out()
        self.send.clicked.connect(lambda: self._editing.switch(self._tag))
        self.rename.clicked.connect(self._on_rename)
        self.remove.clicked.connect(self._on_remove)
        self.read.clicked.connect(translating.import_table)
        self.write.clicked.connect(translating.export_table)

    def show_languages(self, languages: Languages) -> None:
        """Take the languages that there are."""
        self._languages = languages
        if self._tag not in languages.tags:
            self._tag = languages.active
        self._name_buttons()

    def show_tag(self, tag: str) -> None:
        """Take the current language, which the buttons in the middle are about."""
        self._tag = tag
        self._name_buttons()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self._parent)
        button.setObjectName(f"languages.{name}")
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        self.setSpacing(8)
        self.addWidget(self.add)
        self.addSpacing(12)
        for widget in (
            self._current, self.send, self.copy, self.rename, self.remove,
        ):  # fmt: skip
            self.addWidget(widget)
        self.addStretch(1)
        self.addWidget(self.read)
        self.addWidget(self.write)

    def _name_buttons(self) -> None:
        several = len(self._languages.tags) > 1
        self._current.setText(self._tag)
        for button in (
            self._current, self.send, self.copy, self.rename, self.remove,
        ):  # fmt: skip
            button.setVisible(several)
        self.send.setEnabled(self._tag != self._languages.active)
        self._say(self.send, self.tr("Write and send {tag}"))
        self._say(self.copy, self.tr("Copy texts into {tag}"))
        self._say(self.rename, self.tr("Change the tag {tag}"))
        self._say(self.remove, self.tr("Remove {tag}"))

    def _say(self, button: QPushButton, words: str) -> None:
        button.setAccessibleName(words.format(tag=self._tag))
        button.setToolTip(words.format(tag=self._tag))

    def _fill_add(self) -> None:
        menu, there = self._add_menu, self._languages.tags
        menu.clear()
        for tag in COMMON:
            if tag not in there:
                self._offer(menu, named(tag), tag, self._on_added)
        other = menu.addAction(self.tr("Other language…"))
        other.triggered.connect(lambda _checked=False: self._on_other())
        menu.addSeparator()
        for tag in (LONG, MIRRORED):
            self._offer(menu, named(tag), tag, self._on_added)

    def _fill_copy(self) -> None:
        self._copy_menu.clear()
        for tag in self._languages.tags:
            if tag != self._tag:
                self._offer(self._copy_menu, named(tag), tag, self._on_copied)

    def _offer(
        self, menu: QMenu, words: str, tag: str, act: Callable[[str], None]
    ) -> None:
        action = menu.addAction(words)
        action.setObjectName(f"languages.{tag}")
        action.triggered.connect(lambda _checked=False: act(tag))

    def _on_added(self, tag: str) -> None:
        self._editing.add(tag)
        self.tag_wanted.emit(tag)

    def _on_copied(self, source: str) -> None:
        self._editing.copy(source, self._tag)

    def _on_other(self) -> None:
        self._entry.ask(
            self.tr("Add the language"),
            self.tr("Add"),
            self._languages.tags,
            self._on_added,
        )

    def _on_rename(self) -> None:
        old = self._tag

        def rename(new: str) -> None:
            self._editing.rename(old, new)
            self.tag_wanted.emit(new)

        words = self.tr("Call {tag}").format(tag=old)
        self._entry.ask(words, self.tr("Change"), self._languages.tags, rename)

    def _on_remove(self) -> None:
        self._editing.remove(self._tag)

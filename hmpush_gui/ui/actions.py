"""Menus and keys. Everything here is also a button somewhere, or a menu entry."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from . import file_menu, text_menu
from .log_level import LogLevel
from .share_key import ShareKey
from .theme import Scheme
from .translation import Language

if TYPE_CHECKING:
    from .main_window import MainWindow

Choice = TypeVar("Choice", Scheme, Language, LogLevel)


class Actions(QObject):
    """The window's actions, built once into its menu bar."""

    def __init__(self, window: "MainWindow", bar: QMenuBar) -> None:
        super().__init__(window)
        self._window = window
        # Its menus go with the Python object of the bar.
        self._bar = bar
        self._all: list[QAction] = []
        self._message_menu(bar.addMenu(self.tr("&Message")))
        self._send_menu(bar.addMenu(self.tr("&Send")))
        self._view_menu(bar.addMenu(self.tr("&View")))
        self._help_menu(bar.addMenu(self.tr("&Help")))

    def _add(
        self, menu: QMenu, name: str, text: str, keys: str, act: Callable[[], object]
    ) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(f"action.{name}")
        action.setShortcuts([QKeySequence(key) for key in keys.split("|") if key])
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        self._all.append(action)
        return action

    def _message_menu(self, menu: QMenu) -> None:
        window = self._window
        file_menu.fill(menu, window.filing, self._add)
        elsewhere = self.tr("&Paste from elsewhere…")
        pasting = window.pasting
        self._add(menu, "elsewhere", elsewhere, "Ctrl+Shift+E", pasting.show)
        languages = self.tr("&Languages side by side…")
        self._add(menu, "languages", languages, "Ctrl+L", window.translating.show)
        menu.addSeparator()
        menu.addActions([window.composer.undo, window.composer.redo])
        self._all += [window.composer.undo, window.composer.redo]
        menu.addSeparator()
        self._add(menu, "quit", self.tr("&Quit"), "Ctrl+Q", window.close)

    def _send_menu(self, menu: QMenu) -> None:
        self._sends(menu)
        self._problems(menu)
        curl = self.tr("Copy as cUR&L")
        self._add(menu, "copy_curl", curl, "Ctrl+Shift+C", self._copy_curl)
        menu.addSeparator()
        self._projects(menu)
        self._devices(menu)
        window = self._window
        receipts = self.tr("R&eceipts…")
        self._add(menu, "receipts", receipts, "Ctrl+Shift+R", window.receipts.show)
        sheet = self.tr("Test run s&heet…")
        self._add(menu, "sheet", sheet, "Ctrl+R", window.sheet_wanted.emit)
        menu.addSeparator()
        self._add(menu, "sending", self.tr("Settin&gs…"), "Ctrl+,", self._set_sending)

    def _sends(self, menu: QMenu) -> None:
        window = self._window
        self._add(
            menu, "send", self.tr("&Send"), "Ctrl+Return|Ctrl+Enter", window.gate.send
        )
        again = "Ctrl+Shift+Return|Ctrl+Shift+Enter"
        self._add(menu, "again", self.tr("Send &again"), again, window.gate.send_again)
        self._add(
            menu, "pause", self.tr("Pa&use or resume"), "Ctrl+Shift+P",
            lambda: window.outcome.progress.toggle_pause(),
        )  # fmt: skip
        self._add(menu, "stop", self.tr("S&top"), "Ctrl+.", window.stop_requested.emit)

    def _problems(self, menu: QMenu) -> None:
        tour = self._window.tour
        self._add(menu, "check", self.tr("&Check"), "Ctrl+Shift+V", tour.check_only)
        self._add(menu, "next", self.tr("&Next problem"), "F8", lambda: tour.walk(1))
        self._add(
            menu, "back", self.tr("Pre&vious problem"), "Shift+F8",
            lambda: tour.walk(-1),
        )  # fmt: skip

    def _projects(self, menu: QMenu) -> None:
        window = self._window
        self._add(menu, "project", self.tr("&Project…"), "Ctrl+E", self._choose_project)
        self._add(menu, "new_project", self.tr("New p&roject…"), "", window.editing.new)
        check = self.tr("Check credential…")
        self._add(menu, "check_credential", check, "", window.editing.check)
        connection = self.tr("C&onnection…")
        self._add(menu, "connection", connection, "", window.connecting.show)

    def _devices(self, menu: QMenu) -> None:
        importing = self._window.importing
        self._add(menu, "paste", self.tr("Paste to&kens"), "Ctrl+Shift+D", self._paste)
        self._add(menu, "import", self.tr("&Import devices…"), "", importing.show_list)
        self._add(menu, "log", self.tr("&Device log…"), "", importing.show_log)

    def _view_menu(self, menu: QMenu) -> None:
        window = self._window
        self._add(
            menu, "sidebar", self.tr("&Sidebar"), "Ctrl+B", window.panes.toggle_side
        )
        self._add(
            menu, "preview", self.tr("&Preview"), "Ctrl+J", window.panes.toggle_preview
        )
        beside = self.tr("&JSON beside the form")
        self._add(menu, "beside", beside, "Ctrl+Shift+J", window.composer.place.toggle)
        find = self._add(
            menu, "find", self.tr("&Find in text or history"), "Ctrl+F", self._find
        )
        window.panels.preview.when_made(
            lambda preview: self._add_pictures(menu, find, preview.pictures.menu)
        )
        text_menu.fill(
            menu.addMenu(self.tr("JSON te&xt")),
            lambda: window.composer.json_view.text,
            self._add,
        )
        menu.addSeparator()
        self._composer_tabs(menu)
        menu.addSeparator()
        self._outcome_tabs(menu)
        menu.addSeparator()
        self._share = self._add(
            menu, "share", self.tr("Screen-s&hare mode"), "Ctrl+Shift+H",
            window.share.toggle,
        )  # fmt: skip
        self._share.setCheckable(True)
        # Windows stay beside the main one, and hold tokens too.
        self._share.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self._share_key = ShareKey(self._share, window)
        window.share.switched.connect(self._share.setChecked)
        self._theme_menu(menu.addMenu(self.tr("&Theme")))
        self._language_menu(menu.addMenu(self.tr("&Language")))

    def _add_pictures(self, menu: QMenu, before: QAction, pictures: QMenu) -> None:
        menu.insertMenu(before, pictures)
        place = self._all.index(before)
        self._all[place:place] = pictures.actions()

    def _composer_tabs(self, menu: QMenu) -> None:
        window = self._window
        tabs = (
            self.tr("Content"),
            self.tr("Action"),
            self.tr("Data"),
            self.tr("Delivery"),
            self.tr("JSON"),
        )
        for number, title in enumerate(tabs):
            self._add(
                menu,
                f"composer.{number}",
                title,
                f"Ctrl+{number + 1}",
                lambda number=number: window.composer.focus_tab(number),  # type: ignore[misc]
            )

    def _outcome_tabs(self, menu: QMenu) -> None:
        bottom = (
            self.tr("Results"),
            self.tr("Request"),
            self.tr("Response"),
            self.tr("Timeline"),
            self.tr("Explain"),
            self.tr("History"),
            self.tr("Problems"),
        )
        for number, title in enumerate(bottom):
            self._add(
                menu,
                f"outcome.{number}",
                title,
                f"Alt+{number + 1}",
                lambda number=number: self._show_outcome(number),  # type: ignore[misc]
            )

    def _theme_menu(self, menu: QMenu) -> None:
        names = {
            Scheme.SYSTEM: self.tr("Like the system"),
            Scheme.LIGHT: self.tr("Light"),
            Scheme.DARK: self.tr("Dark"),
        }
        self.schemes = self._choice(menu, "theme", names, self._window.scheme_chosen)

    def _language_menu(self, menu: QMenu) -> None:
        # A language is called by its own name, whatever the window speaks.
        names = {
            Language.SYSTEM: self.tr("Like the system"),
            Language.ENGLISH: "English",
            Language.CHINESE: "中文",
        }
        signal = self._window.language_chosen
        self.languages = self._choice(menu, "language", names, signal)

    def _choice(
        self, menu: QMenu, name: str, choices: dict[Choice, str], chosen: SignalInstance
    ) -> dict[Choice, QAction]:
        """A menu of which one entry is checked; `chosen` is emitted with its value."""
        group = QActionGroup(menu)
        actions: dict[Choice, QAction] = {}
        for value, text in choices.items():
            choose = partial(chosen.emit, value)
            action = self._add(menu, f"{name}.{value}", text, "", choose)
            action.setCheckable(True)
            group.addAction(action)
            actions[value] = action
        return actions

    def _help_menu(self, menu: QMenu) -> None:
        guide = self.tr("&Setup guide…")
        self._add(menu, "setup", guide, "", self._window.setup.show)
        self._add(menu, "keys", self.tr("&Keys"), "F1|Ctrl+/", self._show_keys)
        self._log_menu(menu.addMenu(self.tr("&Log of the program")))

    def _log_menu(self, menu: QMenu) -> None:
        names = {
            LogLevel.OFF: self.tr("Write nothing"),
            LogLevel.ERROR: self.tr("Errors only"),
            LogLevel.INFO: self.tr("Starts, sends and errors"),
            LogLevel.DEBUG: self.tr("Everything"),
        }
        signal = self._window.log_level_chosen
        self.log_levels = self._choice(menu, "log_level", names, signal)
        menu.addSeparator()
        folder = self.tr("&Open the log folder")
        self._add(menu, "log_folder", folder, "", self._window.log_folder_wanted.emit)

    def _copy_curl(self) -> None:
        self._window.handing.copy_curl()

    def _choose_project(self) -> None:
        self._window.strip.project.setFocus()
        self._window.strip.project.showPopup()

    def _paste(self) -> None:
        self._window.panes.show_side(self._window.devices_panel)
        self._window.devices_panel.want_tokens()

    def _set_sending(self) -> None:
        from .sending_dialog import SendingDialog

        dialog = SendingDialog(self._window.sending, self._window.keeping, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _find(self) -> None:
        """In the text that has the keyboard, or else in history."""
        if text := text_menu.text_in_use():
            text.find()
        else:
            self._window.find_in_history()

    def _show_outcome(self, number: int) -> None:
        tabs = self._window.outcome.tabs
        tabs.setCurrentIndex(number)
        tabs.tabBar().setFocus()

    def _show_keys(self) -> None:
        from .keys_dialog import KeysDialog

        KeysDialog(self._all, self._window).open()

"""Screen-share mode: one switch hides what is the user's own, everywhere at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from . import veiling
from .theme import Tone
from .veil_cover import cover, cover_line
from .veiled_texts import veil_actions, veil_title, veil_widget

if TYPE_CHECKING:
    from hmpush_gui.exchange.veil import Veil
    from hmpush_gui.exchange.veil_shapes import Hidden

    from .main_window import MainWindow

_TITLES = (QEvent.Type.WindowTitleChange, QEvent.Type.ToolTipChange)
_SEEN = (QEvent.Type.Paint, QEvent.Type.FocusIn, QEvent.Type.Show)

_CLEAR = 16
"""Signs that a token has when no word of the window can be taken for it."""


class ScreenShare(QObject):
    """Lays a veil over the whole program, and takes it off.

    Only what is drawn and spoken differs: what is kept, edited, sent and copied stays.
    While it is off nothing of it is at work.

    Signals:
        switched: it is on from now on, or off.
    """

    switched = Signal(bool)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._salt = b""
        self._covering = False
        self._is_on = False
        self._names: set[str] = set()
        self._ids: set[str] = set()
        self._hosts: set[str] = set()
        window.closed.connect(lambda: self.switch(False))

    @property
    def is_on(self) -> bool:
        return self._is_on

    def toggle(self) -> None:
        self.switch(not self._is_on)

    def switch(self, on: bool) -> None:
        """Hide or show, at once and in all windows that are open."""
        if on is self._is_on:
            return
        self._is_on = on
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        projects = self._window.projects
        changes = (
            projects.dataChanged,
            projects.rowsInserted,
            projects.modelReset,
            self._window.connections.changed,
            self._window.filing.recent.modelReset,
        )
        book = self._window.devices
        if on:
            for change in (book.edited, book.modelReset):
                change.connect(veiling.look_again)
            veiling.put_on(self._veil())
            app.installEventFilter(self)
            for change in changes:
                change.connect(self._renew)
        else:
            for change in (book.edited, book.modelReset):
                change.disconnect(veiling.look_again)
            veiling.put_on(None)
            app.removeEventFilter(self)
            for change in changes:
                change.disconnect(self._renew)
        self._draw_all()
        self.switched.emit(on)
        self._tell(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        which = event.type()
        if self._covering or not isinstance(watched, QWidget):
            return False
        if which in _TITLES:
            veil_title(watched)
        elif which in _SEEN:
            veil_widget(watched)
            return which == QEvent.Type.Paint and self._cover(watched, event)
        return False

    # Inside.

    def _cover(self, watched: QWidget, event: QEvent) -> bool:
        """Whether it is a field, which was painted here, and over it what hides it."""
        field = watched.parentWidget()
        is_line = isinstance(watched, QLineEdit)
        if not is_line and not (
            isinstance(field, QPlainTextEdit | QTextEdit)
            and watched is field.viewport()
        ):
            return False
        self._covering = True
        try:
            QApplication.sendEvent(watched, event)
        finally:
            self._covering = False
        if isinstance(watched, QLineEdit):
            cover_line(watched)
        elif isinstance(field, QPlainTextEdit | QTextEdit):
            cover(field)
        return True

    def _veil(self) -> "Veil":
        from hmpush_gui.exchange.veil import Veil, new_salt
        from hmpush_gui.pushkit.project import Environment

        from .own_places import folders_of, hosts_of, proxies_of
        from .plain_names import is_plain

        self._salt = self._salt or new_salt()
        projects = self._window.projects.projects()
        # Of a project that is removed meanwhile, history still tells.
        for each in projects:
            self._ids |= {each.project_id, each.client_id}
            if each.environment is not Environment.SANDBOX and not is_plain(each.name):
                self._names.add(each.name)
        connections = self._window.connections.all()
        self._hosts |= hosts_of(projects) | proxies_of(connections)
        files = [*self._window.filing.recent.paths()]
        for kept in connections:
            files += [kept.ca_file, kept.client_certificate, kept.client_key]
        return Veil(
            frozenset(self._names | veiling.past_names()),
            frozenset(each for each in self._ids if not is_plain(each)),
            self._is_token,
            self._words(),
            self._salt,
            frozenset(self._hosts),
            frozenset(folders_of(files)),
        )

    def _is_token(self, word: str) -> bool:
        """Whether it is of the device book, and no word that the window says itself."""
        from .plain_names import is_plain

        known = self._window.devices.knows(word)
        return known and (len(word) >= _CLEAR or not is_plain(word))

    def _words(self) -> "dict[Hidden, str]":
        from hmpush_gui.exchange.veil_shapes import Hidden

        return {
            Hidden.TOKEN: self.tr("token"),
            Hidden.ID: self.tr("ID"),
            Hidden.PROJECT: self.tr("project"),
            Hidden.SECRET: self.tr("secret"),
            Hidden.HOST: self.tr("host"),
        }

    def _renew(self) -> None:
        """Other projects are known now."""
        if self._is_on:
            veiling.put_on(self._veil())
            self._draw_all()

    def _draw_all(self) -> None:
        for widget in QApplication.allWidgets():
            veil_widget(widget)
            if isinstance(widget, QAbstractItemView):
                widget.viewport().update()
            widget.update()
        veil_actions(self._window.findChildren(QAction))

    def _tell(self, on: bool) -> None:
        told = self.tr(
            "Screen-share mode: tokens, IDs, project names, keys, hosts and folders "
            "are hidden, but not in the system’s file dialogs. What you copy, export "
            "or send is still the real thing."
        )
        if on:
            self._window.tell(told, Tone.GOOD)
        else:
            self._window.notices.dismiss(told)

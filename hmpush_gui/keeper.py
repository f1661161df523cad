"""Keeps what the window holds: projects, devices, drafts, settings."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from hmpush_gui.pushkit.message import Draft, PutAway
from hmpush_gui.pushkit.project import Project
from hmpush_gui.store.connections import Connections, ConnectionStore
from hmpush_gui.store.errors import StoreError, raise_bug
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.messages import DraftStore, PutAwayStore
from hmpush_gui.store.projects import ProjectStore
from hmpush_gui.store.settings import SettingsStore
from hmpush_gui.store.variables import Variables, VariableStore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hmpush_gui.pushkit.book_edit import BookEdit
    from hmpush_gui.pushkit.run_sheet import RunSheet
    from hmpush_gui.pushkit.words import Sentence
    from hmpush_gui.store.book import BookStore
    from hmpush_gui.store.sheets import SheetStore

Value = TypeVar("Value")


class Keeper(QObject):
    """Loads at start; saves in a thread of its own, in the order of the changes.

    What could not be written is tried again when that is asked for (`pay`), and at the
    end.

    Signals:
        troubled: something could not be saved; a Sentence.
        owing: there is something that could not be saved yet.
        mended: all is saved that could not be.
    """

    troubled = Signal(object)
    owing = Signal()
    mended = Signal()

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._projects = ProjectStore(folder)
        self._folder = folder
        self._book: BookStore | None = None
        self._sheets: SheetStore | None = None
        self._newest: Sequence[RunSheet] = ()
        self._drafts = DraftStore(folder)
        self._put_away = PutAwayStore(folder)
        self._settings = SettingsStore(folder)
        self._variables = VariableStore(folder)
        self._connections = ConnectionStore(folder)
        self._disk = ThreadPoolExecutor(1, "disk")
        self._closing = threading.Lock()
        self._closed = False
        self._saving_draft: Future[None] | None = None
        self._owed: dict[str, Callable[[], None]] = {}
        self.told: list[Sentence] = []
        """What was found amiss while loading."""
        self.projects: list[Project] = self._load(self._projects.load, [])
        self.draft: Draft | None = self._load(self._drafts.load, None)
        self.put_away: list[PutAway] = self._load(self._put_away.load, [])
        self.settings: dict[str, str] = self._load(self._settings.load, {})
        self.variables: Variables = self._load(self._variables.load, {})
        self.connections: Connections = self._load(self._connections.load, {})

    def save_projects(self, projects: list[Project]) -> None:
        self._save("projects", lambda: self._projects.save(projects))

    def open_book(self) -> "BookStore":
        """The device book, whose database is opened by its first use."""
        if self._book is None:
            # Late: the window is painted without a database.
            from hmpush_gui.store.book import BookStore

            self._book = BookStore(self._folder)
        return self._book

    def save_devices(self, edit: "BookEdit") -> None:
        """Keep what was edited in the device book."""
        self.open_book().write(edit).add_done_callback(self._on_saved)

    def save_draft(self, draft: Draft) -> None:
        self._saving_draft = self._save("draft", lambda: self._drafts.save(draft))

    def save_put_away(self, drafts: list[PutAway]) -> None:
        self._save("put away", lambda: self._put_away.save(drafts))

    def save_settings(self, settings: dict[str, str]) -> None:
        self._save("settings", lambda: self._settings.save(settings))

    def load_sheets(self) -> "Sequence[RunSheet]":
        """The test run sheets, which are wanted late; tells what is amiss."""
        from hmpush_gui.store.sheets import SheetStore

        self._sheets = SheetStore(self._folder)
        try:
            return self._sheets.load()
        except StoreError as error:
            self.troubled.emit(error.sentence)
            return ()

    def save_sheets(self, sheets: "Sequence[RunSheet]") -> None:
        """Keep the sheets, once they were loaded; of many at once the newest."""
        store, self._newest = self._sheets, sheets

        def save() -> None:
            if store and sheets is self._newest:
                store.save(sheets)

        self._save("sheets", save)

    def save_variables(self, variables: Variables) -> None:
        self._save("variables", lambda: self._variables.save(variables))

    def draft_is_kept(self, seconds: float) -> bool:
        """Wait so long for the draft that was to be kept last; whether it is."""
        saving = self._saving_draft
        if saving is None:
            return True
        done = wait([saving], seconds).done
        return bool(done) and saving.exception() is None

    def save_connections(self, connections: Connections) -> None:
        self._save("connections", lambda: self._connections.save(connections))

    def close(self) -> None:
        """Wait until everything is written; what is edited later is not kept."""
        with self._closing:
            self._closed = True
            self._disk.submit(self._try_owed).add_done_callback(raise_bug)
        self._disk.shutdown()
        if self._book:
            self._book.close()

    def _load(self, load: Callable[[], Value], empty: Value) -> Value:
        try:
            return load()
        except StoreError as error:
            self.told.append(error.sentence)
            return empty

    def _save(self, name: str, save: Callable[[], None]) -> Future[None] | None:
        """Do `save`, which takes the place of an earlier one of that name."""
        with self._closing:
            if self._closed:
                return None
            saving = self._disk.submit(self._try, name, save)
        saving.add_done_callback(self._on_saved)
        return saving

    def pay(self) -> None:
        """Try again what could not be written."""
        with self._closing:
            if self._closed:
                return
            self._disk.submit(self._try_owed).add_done_callback(self._on_paid)
            if self._book:
                self._book.write_owed().add_done_callback(self._on_paid)

    # In the disk's thread.

    def _try(self, name: str, save: Callable[[], None]) -> None:
        self._owed[name] = save
        save()
        del self._owed[name]
        if self._owed:
            # There is room again, perhaps.
            self.owing.emit()

    def _try_owed(self) -> bool:
        """Whether anything was owed; raises StoreError for what still is."""
        was_owed, error = bool(self._owed), None
        for name, save in list(self._owed.items()):
            try:
                save()
                del self._owed[name]
            except StoreError as caught:
                error = caught
        if error:
            raise error
        return was_owed

    def _on_paid(self, paying: Future[bool]) -> None:
        error = paying.exception()
        if isinstance(error, StoreError):
            # Told when it was met first.
            self.owing.emit()
        elif error is not None:
            raise error
        elif paying.result():
            self.mended.emit()

    def _on_saved(self, saving: Future[None]) -> None:
        error = saving.exception()
        if isinstance(error, StoreError):
            # Emitted in the disk's thread; Qt carries it over to the window's.
            self.troubled.emit(error.sentence)
            self.owing.emit()
        elif error is not None:
            raise error

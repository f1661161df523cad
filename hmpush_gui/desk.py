"""The window and what it holds, joined; the engine comes after the first paint."""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hmpush_gui.keeper import Keeper
from hmpush_gui.language_files import LanguageFiles
from hmpush_gui.message_files import MessageFiles
from hmpush_gui.pushkit.book_edit import BookEdit, Touched
from hmpush_gui.pushkit.message import Draft
from hmpush_gui.pushkit.rolls import rolls_of
from hmpush_gui.receipt_files import ReceiptFiles
from hmpush_gui.samples import KEY, idle_project, sample_devices, sample_message
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.token_files import TokenFiles
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.pause import Pause
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.translation import language_named, speak
from hmpush_gui.ui.words import language as spoken
from hmpush_gui.ui.words import said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hmpush_gui.engine import Engine
    from hmpush_gui.export_files import ExportFiles
    from hmpush_gui.pushkit.device import Device
    from hmpush_gui.pushkit.roll import Roll
    from hmpush_gui.pushkit.words import Sentence
    from hmpush_gui.sheet_joins import SheetJoins
    from hmpush_gui.store.secrets import SecretStore
    from hmpush_gui.ui.file_writing import FileWriting
    from hmpush_gui.ui.sheets import Sheets

AGAIN = 10_000
"""Milliseconds until what a full disk refused is tried again."""


class Desk(QObject):
    """Owns the window, what it keeps on disk, and the engine that does its work.

    The window is whole at once; what is slow to open (keyring, database, sandbox,
    HTTP) comes with `open`.

    Signals:
        engine_opened: sends can go out from now on; the Engine.
        troubled: something about what is kept was told in the window; a Sentence.
    """

    engine_opened = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        folder: DataFolder,
        *,
        on_sandbox: bool,
        language: str = "",
        secrets: "Callable[[DataFolder], SecretStore] | None" = None,
        dress: "Callable[[Mapping[str, str]], None] | None" = None,
        parent: QObject | None = None,
    ) -> None:
        """`on_sandbox` puts the sandbox in force, whatever was chosen last.

        `language` is spoken instead of the one in the settings.
        `secrets` opens the secret store instead of the system's keyring.
        `dress` is given the settings before the window is made.
        """
        super().__init__(parent)
        self._folder = folder
        self._open_secrets = secrets
        self.engine: Engine | None = None
        self.sheets: Sheets | None = None
        self._sheet_joins: SheetJoins | None = None
        self.keeper = Keeper(folder, self)
        self._again = Pause(AGAIN, self)
        speak(language_named(language or self.keeper.settings.get("language", "")))
        if dress:
            dress(self.keeper.settings)
        self._make_window()
        self._make_files()
        self._fill(on_sandbox)
        self._join()

    async def open(self) -> None:
        """Load and open what is slow, in threads."""
        await self._load_devices()
        await asyncio.to_thread(import_module, "jsonschema")
        from hmpush_gui.pushkit.rules import check

        self.window.checks.start_checking(check)
        await asyncio.to_thread(import_module, "hmpush_gui.engine")
        from hmpush_gui.engine import open_engine

        keys = [project.key for project in self.keeper.projects]
        self.engine = await open_engine(
            self.window, self._folder, keys, self._open_secrets
        )
        self.engine.troubled.connect(self.troubled)
        for sentence in self.engine.told:
            self.engine.tell(sentence)
        self.engine_opened.emit(self.engine)
        self._join_sheets()
        await self.engine.open_sandbox(self.tr("Sandbox"))
        await self.engine.offer_cut_off()

    async def close(self) -> None:
        """Stop sends, write everything down, let go of everything."""
        self._again.stop()
        if self.engine:
            await self.engine.close()
        await asyncio.to_thread(self.files.close)
        await asyncio.to_thread(self.tables.close)
        await asyncio.to_thread(self.lists.close)
        await asyncio.to_thread(self.receipts.close)
        for exports in self.exports:
            await asyncio.to_thread(exports.close)
        # What came in meanwhile, such as a file that was opened last, counts too.
        self.window.keep_draft()
        await asyncio.to_thread(self.keeper.close)

    def _make_window(self) -> None:
        first = Draft(sample_message(spoken()))
        self.window = MainWindow(self.keeper.draft or first)
        self.window.filing.swap.know_given(first)

    def _make_files(self) -> None:
        """What reads and writes the files of the user, each in its own thread."""
        self.files = MessageFiles(self.window, self)
        self.tables = LanguageFiles(self.window.translating, self)
        self.lists = TokenFiles(self.window.importing, self)
        self.receipts = ReceiptFiles(self.window.receipts, self)
        self.exports: list[ExportFiles] = []
        panels, joins = self.window.panels, self.window.joins
        panels.outcome.when_made(lambda _: self._open_exports(joins.handing))
        panels.devices.when_made(lambda _: self._open_exports(joins.device_exports))
        panels.projects.when_made(lambda _: self._open_exports(joins.sharing))

    def _open_exports(self, writing: "FileWriting") -> None:
        from hmpush_gui.export_files import ExportFiles

        self.exports.append(ExportFiles(writing, self))

    def _show_sheet(self) -> None:
        if self.sheets is None:
            # Late: a start without it should not pay for it.
            from hmpush_gui.sheet_joins import SheetJoins
            from hmpush_gui.ui.sheets import Sheets

            self.sheets = Sheets(self.window)
            self._sheet_joins = SheetJoins(self.sheets, self.keeper, self)
            self.sheets.reports_made.connect(self._open_exports)
            self._join_sheets()
        self.sheets.show()

    def _join_sheets(self) -> None:
        """Once there are both: the sheet may be opened before sends can go out."""
        if self._sheet_joins and self.engine:
            self._sheet_joins.listen(self.engine.sends)
            self._sheet_joins.hear(self.engine.receiving)

    def _fill(self, on_sandbox: bool) -> None:
        window, keeper = self.window, self.keeper
        projects = [idle_project(self.tr("Sandbox")), *keeper.projects]
        chosen = KEY if on_sandbox else keeper.settings.get("project", KEY)
        for project in projects:
            window.choice.set_waiting(
                project.key, self.tr("Opening the system keyring…")
            )
        window.connections.load(keeper.connections)
        window.load_projects(projects, (), chosen)
        window.devices.loading = True
        window.remembered.apply_settings(keeper.settings)
        window.checks.placeholders.load(keeper.variables)
        window.filing.swap.put_away.load(keeper.put_away)
        if keeper.told:
            # In one: of many notices the bar would let the first ones go.
            words = "\n".join(map(said, keeper.told))
            self.window.tell(words, Tone.WARNING)

    async def _load_devices(self) -> None:
        book = self.keeper.open_book()
        rolls: dict[str, Roll] = {}
        try:
            rolls = await asyncio.wrap_future(book.load())
        except StoreError as error:
            self._tell(error.sentence)
        for sentence in book.told:
            self._tell(sentence)
        if not rolls.get(KEY):
            rolls = {**rolls, **rolls_of(self._samples())}
            slots = range(len(rolls[KEY].numbers))
            self.keeper.save_devices(BookEdit(rolls[KEY], slots, Touched.DEVICES))
        self.window.devices.take(rolls)

    def _samples(self) -> "list[Device]":
        labels = (
            self.tr("Phone of Li Lei"),
            self.tr("Tablet in the lab"),
            self.tr("My own phone"),
        )
        dead = self.tr("Old phone (app was removed)")
        return sample_devices(labels, dead, self.tr("Phone of another region"))

    def _join(self) -> None:
        window, keeper = self.window, self.keeper
        window.draft_changed.connect(keeper.save_draft)
        put_away = window.filing.swap.put_away
        put_away.edited.connect(lambda: keeper.save_put_away(put_away.drafts()))
        window.sheet_wanted.connect(self._show_sheet)
        window.editing.projects_changed.connect(keeper.save_projects)
        window.connections.edited.connect(keeper.save_connections)
        window.devices.edited.connect(keeper.save_devices)
        window.checks.placeholders.edited.connect(keeper.save_variables)
        window.settings_changed.connect(self._on_settings_changed)
        keeper.troubled.connect(self._tell)
        keeper.mended.connect(self._on_mended)
        self._again.timeout.connect(keeper.pay)
        # Carried over from the disk's thread.
        keeper.owing.connect(self._again.start)

    def _tell(self, sentence: "Sentence") -> None:
        self.window.tell(said(sentence), Tone.WARNING)
        self.troubled.emit(sentence)

    def _on_mended(self) -> None:
        words = self.tr("The disk takes everything again: nothing was lost.")
        self.window.tell(words, Tone.GOOD)

    def _on_settings_changed(self) -> None:
        self.keeper.settings.update(self.window.remembered.settings())
        self.keeper.save_settings(dict(self.keeper.settings))

"""Joins test run sheets to the disk and to the sends under way."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from hmpush_gui.exchange.message_file import read_file
from hmpush_gui.keeper import Keeper
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.protocol import Exchange
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.receiving import Receiving
from hmpush_gui.sender import Sender
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.message_files import read_text
from hmpush_gui.ui.sheets import Sheets
from hmpush_gui.ui.words import said

_SETTING = "sheet"
"""The key of the sheet that was in hand last."""


class SheetJoins(QObject):
    """Loads sheets when they are first wanted, and keeps every edit."""

    def __init__(
        self, sheets: Sheets, keeper: Keeper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self._keeper = keeper
        self._sends: Sender | None = None
        self._receiving: Receiving | None = None
        self._reading: set[asyncio.Task[None]] = set()
        sheets.load_wanted.connect(self._on_load_wanted)
        sheets.chosen.connect(self._on_chosen)
        sheets.edited.connect(keeper.save_sheets)
        sheets.read_wanted.connect(self._on_read_wanted)

    def listen(self, sends: Sender) -> None:
        """Bring what Push Kit says home to the sheets."""
        self._sends = sends
        sends.started.connect(self._on_started)
        sends.settled.connect(self._on_settled)
        sends.finished.connect(self._sheets.finish)

    def hear(self, receiving: Receiving) -> None:
        """Bring receipts home, also those that came while no sheet was open."""
        self._receiving = receiving
        receiving.kept.connect(self._on_receipts_kept)
        receiving.told.connect(self._sheets.receipted)
        self._ask_for_receipts()

    def _on_load_wanted(self) -> None:
        found = self._keeper.load_sheets()
        self._sheets.load(found, self._keeper.settings.get(_SETTING, ""))
        self._ask_for_receipts()

    def _ask_for_receipts(self) -> None:
        for key in {key for sheet in self._sheets.all for key in sheet.sends()}:
            self._on_receipts_kept(key)

    def _on_receipts_kept(self, key: str) -> None:
        mine = any(key in sheet.sends() for sheet in self._sheets.all)
        if mine and self._receiving:
            self._receiving.tell_of(key)

    def _on_chosen(self, key: str) -> None:
        self._keeper.settings[_SETTING] = key
        self._keeper.save_settings(dict(self._keeper.settings))

    def _on_started(self, record: SendRecord) -> None:
        name = self._sheets.start(record.key)
        # Started, it is not in history before the connections made earlier and the
        # sender itself are done with it.
        if name and self._sends:
            QTimer.singleShot(0, self, partial(self._sends.name, record.key, name))

    def _on_settled(self, key: str, _number: int, exchange: Exchange) -> None:
        self._sheets.settle(key, exchange)

    def _on_read_wanted(self, paths: Sequence[str]) -> None:
        task = asyncio.ensure_future(self._read_all(paths))
        self._reading.add(task)
        task.add_done_callback(self._reading.discard)

    async def _read_all(self, paths: Sequence[str]) -> None:
        """One after the other: they are added in the order of their names."""
        refused = [why for path in paths if (why := await self._read(Path(path)))]
        if refused:
            self._sheets.told.emit("\n".join(refused))

    async def _read(self, path: Path) -> str:
        """Add the message in a file; why it cannot be read, or nothing."""
        try:
            text = await asyncio.to_thread(read_text, path)
            file = read_file(text)
        except (StoreError, DocumentError) as error:
            return f"{path.name}: {said(error.sentence)}"
        title = file.name or file.message.title or path.stem
        self._sheets.add_message(title, file.message)
        return ""

"""How a send is written down before any of it leaves, slice by slice."""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.places import Places
from hmpush_gui.pushkit.record import SendRecord

from .history_rows import DEVICE, device_row, send_columns
from .history_tables import insert, spelt_out, transaction
from .history_words import token_mark, write_labels, write_texts

SLICE = 5000
"""Devices in one transaction: some hundredths of a second."""

WRITING = 1
"""Hidden until all of it is there: nothing of it has left. If that fails, for good."""

_INSERT = f"INSERT INTO outcome ({DEVICE}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_MARK = "INSERT OR IGNORE INTO mark VALUES (?, ?)"


class Beginning:
    """A send that is being written down; its devices are Not sent.

    `written` counts the devices that are there, whose `places` are known; it is `over`
    when all are.
    """

    def __init__(self, record: SendRecord) -> None:
        self.places = Places()
        self.written = 0
        self.over = False
        self._record = record
        self._devices = iter(record.devices)
        self._all = len(record.devices)
        self._send: int | None = None
        self._marks: list[int] = []
        self._are_sorted = False

    def go_on(self, connection: sqlite3.Connection) -> None:
        """Write a further slice: of the devices, then of the index of their tokens."""
        devices = list(islice(self._devices, SLICE))
        with transaction(connection):
            if self._send is None:
                self._send = self._insert(connection)
            self._write(connection, self._send, devices)
            self._marks += [token_mark(device.token) for device in devices]
            written = self.written + len(devices)
            if written == self._all:
                self._mark(connection, self._send)
            over = written == self._all and not self._marks
            if over and self._all > SLICE:
                _show(connection, self._send)
        self.written = written
        self.over = over

    def _insert(self, connection: sqlite3.Connection) -> int:
        hidden = WRITING if self._all > SLICE else 0
        counts = {"not_sent": self._all, "hidden": hidden}
        send = insert(connection, "send", send_columns(self._record) | counts)
        write_texts(connection, send)
        return send

    def _write(
        self, connection: sqlite3.Connection, send: int, devices: list[Device]
    ) -> None:
        first = self.written
        rows = (
            device_row(send, place, device)
            for place, device in enumerate(devices, first)
        )
        connection.executemany(_INSERT, rows)
        labels = (device.label for device in devices)
        write_labels(connection, send, first, labels)
        self.places.add(_tokens(devices, first))

    def _mark(self, connection: sqlite3.Connection, send: int) -> None:
        """Write the highest numbers, which lie side by side."""
        if not self._are_sorted:
            self._marks.sort()
            self._are_sorted = True
        slice_, self._marks = self._marks[-SLICE:], self._marks[:-SLICE]
        connection.executemany(_MARK, ((mark, send) for mark in slice_))


def _tokens(devices: list[Device], first: int) -> Iterator[tuple[int, str]]:
    return (
        (place, spelt_out(device.token)) for place, device in enumerate(devices, first)
    )


def _show(connection: sqlite3.Connection, send: int) -> None:
    connection.execute("UPDATE send SET hidden = 0 WHERE id = ?", (send,))

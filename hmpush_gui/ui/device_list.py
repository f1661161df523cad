"""The device book: all devices, of which those of one project are shown."""

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from hmpush_gui.pushkit.device import Device

from .table_model import AnyIndex, TableModel


class Column(IntEnum):
    """Columns in the order they stand."""

    LABEL = 0
    TOKEN = 1


class DeviceListModel(TableModel):
    """Devices of the project in force; ticked ones get the next send.

    Signals:
        edited: the device book differs from what is on disk.
        chosen_changed: other devices are ticked, or another project is shown.
    """

    edited = Signal()
    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Device"),
            self.tr("Push token"),
        )
        self._elsewhere: list[Device] = []
        self._devices: list[Device] = []
        self._project = ""

    def load(self, devices: Sequence[Device]) -> None:
        """Take a whole device book."""
        self._elsewhere = list(devices)
        self._devices = []
        self.show_project(self._project)

    def show_project(self, project: str) -> None:
        """Show the devices of the project with this key."""
        everything = self.devices()
        self.beginResetModel()
        self._project = project
        self._devices = [each for each in everything if each.project == project]
        self._elsewhere = [each for each in everything if each.project != project]
        self.endResetModel()
        self.chosen_changed.emit()

    def devices(self) -> list[Device]:
        """The whole device book."""
        return [*self._elsewhere, *self._devices]

    def shown(self) -> list[Device]:
        return list(self._devices)

    def chosen(self) -> list[Device]:
        """The ticked devices of the project in force."""
        return [device for device in self._devices if device.chosen]

    def add(self, tokens: Sequence[str]) -> None:
        """Add devices, ticked, with labels counted on."""
        if not tokens:
            return
        count = len(self._devices)
        self.beginInsertRows(QModelIndex(), count, count + len(tokens) - 1)
        for number, token in enumerate(tokens, count + 1):
            label = self.tr("Device {number}").format(number=number)
            self._devices.append(Device(token, label, self._project))
        self.endInsertRows()
        self._tell()

    def remove(self, rows: Sequence[int]) -> list[tuple[int, Device]]:
        """Take rows out; what was taken, for `put_back`."""
        taken = []
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            taken.append((row, self._devices.pop(row)))
            self.endRemoveRows()
        self._tell()
        return taken

    def put_back(self, taken: Sequence[tuple[int, Device]]) -> None:
        """Undo a `remove`; devices of a project no longer shown go to its list.

        One that was added again meanwhile stays as it is.
        """
        known = {(each.token, each.project) for each in self.devices()}
        for row, device in reversed(taken):
            if (device.token, device.project) in known:
                continue
            if device.project != self._project:
                self._elsewhere.append(device)
                continue
            row = min(row, len(self._devices))
            self.beginInsertRows(QModelIndex(), row, row)
            self._devices.insert(row, device)
            self.endInsertRows()
        self._tell()

    def choose_all(self, chosen: bool) -> None:
        if self._devices:
            self._devices = [replace(each, chosen=chosen) for each in self._devices]
            last = self.index(len(self._devices) - 1, Column.LABEL)
            self.dataChanged.emit(self.index(0, Column.LABEL), last)
            self._tell()

    def count(self) -> int:
        return len(self._devices)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == Column.LABEL:
            flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        device = self._devices[index.row()]
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return device.label if index.column() == Column.LABEL else device.token
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.LABEL:
            check = Qt.CheckState
            return check.Checked if device.chosen else check.Unchecked
        return None

    def setData(
        self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if not index.isValid() or index.column() != Column.LABEL:
            return False
        device = self._devices[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            chosen = Qt.CheckState(value) is Qt.CheckState.Checked
            device = replace(device, chosen=chosen)
        elif role == Qt.ItemDataRole.EditRole and str(value).strip():
            device = replace(device, label=str(value).strip())
        else:
            return False
        self._devices[index.row()] = device
        self.dataChanged.emit(index, index)
        self._tell()
        return True

    def _tell(self) -> None:
        self.edited.emit()
        self.chosen_changed.emit()

"""Differences as a tree: parts, and under each the places that differ."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from hmpush_gui.exchange.json_diff import Change, Difference, path_text, value_text
from hmpush_gui.exchange.send_diff import Compared, Part

from .table_model import AnyIndex
from .theme import Tone, tone
from .veiling import veils

_TONES = {
    Change.ADDED: Tone.GOOD,
    Change.REMOVED: Tone.BAD,
    Change.CHANGED: Tone.WARNING,
}

_ROW = 26
"""Pixels of a row."""

_LONGEST = 5000
"""Characters of a value that a tip shows."""


class Column(IntEnum):
    """Columns in the order they stand."""

    PLACE = 0
    CHANGE = 1
    BEFORE = 2
    AFTER = 3


def part_titles() -> Mapping[Part, str]:
    """What the parts are called."""
    return {
        Part.MESSAGE: QCoreApplication.translate("CompareModel", "Message"),
        Part.REQUEST: QCoreApplication.translate("CompareModel", "Request headers"),
        Part.STATUS: QCoreApplication.translate("CompareModel", "Answer: status"),
        Part.HEADERS: QCoreApplication.translate("CompareModel", "Answer: headers"),
        Part.BODY: QCoreApplication.translate("CompareModel", "Answer: body"),
    }


def change_word(change: Change) -> str:
    """Mark and word, which say the same as the colour."""
    words = {
        Change.ADDED: QCoreApplication.translate("CompareModel", "+ Added"),
        Change.REMOVED: QCoreApplication.translate("CompareModel", "− Removed"),
        Change.CHANGED: QCoreApplication.translate("CompareModel", "~ Changed"),
    }
    return words[change]


def same_words() -> str:
    """What is said of a part without a difference."""
    return QCoreApplication.translate("CompareModel", "no difference")


class CompareModel(QStandardItemModel):
    """What `exchange.send_diff.compare` found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(len(Column))

    def show(self, compared: Compared, before: str, after: str) -> None:
        """Show differences; `before` and `after` head the two sides."""
        self.clear()
        self.setHorizontalHeaderLabels(
            [self.tr("Place"), self.tr("What"), before, after]
        )
        for part, found in compared.items():
            title = self._item(part_titles()[part])
            font = title.font()
            font.setBold(True)
            title.setFont(font)
            count = self._item(str(len(found)) if found else same_words())
            count.setForeground(tone(Tone.QUIET))
            for each in found:
                title.appendRow(self._row(each))
            self.appendRow([title, count, self._item(""), self._item("")])

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return super().data(index, role)

    def _row(self, difference: Difference) -> list[QStandardItem]:
        change, colour = difference.change, tone(_TONES[difference.change])
        added, removed = change is Change.ADDED, change is Change.REMOVED
        texts = {
            Column.PLACE: path_text(difference.path),
            Column.CHANGE: change_word(change),
            Column.BEFORE: "" if added else value_text(difference.before),
            Column.AFTER: "" if removed else value_text(difference.after),
        }
        row = [self._item(texts[column]) for column in Column]
        row[Column.CHANGE].setForeground(colour)
        row[Column.AFTER if added else Column.BEFORE].setForeground(colour)
        if change is Change.CHANGED:
            row[Column.AFTER].setForeground(colour)
        return row

    def _item(self, text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setEditable(False)
        item.setSizeHint(QSize(0, _ROW))
        item.setData(text[:_LONGEST], Qt.ItemDataRole.ToolTipRole)
        return item

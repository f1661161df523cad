"""An answer as a tree: status, headers, and the body as deep as it goes."""

import json
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from hmpush_gui.pushkit.json_tree import Branch
from hmpush_gui.pushkit.protocol import Answer

from .plain_tip import plain_tip
from .table_model import AnyIndex, Headed
from .theme import colours
from .veiling import veils

_ROOT = QModelIndex()


class Column(IntEnum):
    """Columns in the order they stand."""

    NAME = 0
    VALUE = 1


class AnswerTree(Headed, QAbstractItemModel):
    """Shows an answer; knows the path and value of each row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (self.tr("Name"), self.tr("Value"))
        self._tops: list[Branch] = []
        self._branches: list[Branch] = []
        self._numbers: dict[int, int] = {}
        self._body: Branch | None = None

    def show_answer(self, answer: Answer | None, body: Branch | None) -> None:
        """Show `answer`, whose JSON is `body`."""
        self.beginResetModel()
        self._body = body
        self._tops = [*self._rows(answer, body)] if answer else []
        self._branches = [*_walk(self._tops)]
        self._numbers = {id(each): at for at, each in enumerate(self._branches)}
        self.endResetModel()

    def branch(self, index: AnyIndex) -> Branch:
        """The row at `index`."""
        return self._branches[index.internalId()]

    def path(self, index: AnyIndex) -> str:
        """Where it stands in the body, as `jq` writes it; empty outside of it."""
        return self.branch(index).path if self._is_in_body(index) else ""

    def value(self, index: AnyIndex) -> str:
        """The value to copy."""
        branch = self.branch(index)
        if branch.value is None and branch.children:
            return "\n".join(f"{each.key}: {each.value}" for each in branch.children)
        return branch.text

    def body_index(self) -> QModelIndex:
        """The row of the body."""
        if self._body is None:
            return QModelIndex()
        return self._index_of(self._body)

    # What Qt asks.

    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        branch = self._below(parent)[row]
        return self.createIndex(row, column, self._numbers[id(branch)])

    # Qt has a second function of this name, for any object's parent.
    def parent(self, index: AnyIndex = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        above = self.branch(index).parent
        return self._index_of(above) if above else QModelIndex()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, _parent: AnyIndex = _ROOT) -> int:
        return len(Column)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        branch, column = self.branch(index), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _name(branch) if column == Column.NAME else self._shown(branch)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.value(index)[:2000]) if column else self.path(index)
        if role == Qt.ItemDataRole.ForegroundRole and column == Column.VALUE:
            return _colour(branch)
        return None

    # Inside.

    def _rows(self, answer: Answer, body: Branch | None) -> Sequence[Branch]:
        status = Branch(self.tr("Status"), f"{answer.status} {answer.phrase}".strip())
        headers = Branch(self.tr("Headers"), None, row=1)
        headers.children = [
            Branch(name, value, headers, row)
            for row, (name, value) in enumerate(answer.headers)
        ]
        if body is None:
            return [status, headers]
        body.key, body.row = self.tr("Body"), 2
        return [status, headers, body]

    def _below(self, parent: AnyIndex) -> list[Branch]:
        return self.branch(parent).children if parent.isValid() else self._tops

    def _index_of(self, branch: Branch) -> QModelIndex:
        return self.createIndex(branch.row, 0, self._numbers[id(branch)])

    def _is_in_body(self, index: AnyIndex) -> bool:
        top: Branch | None = self.branch(index)
        while top is not None and top.parent is not None:
            top = top.parent
        return top is self._body and self.branch(index) is not top

    def _shown(self, branch: Branch) -> str:
        if branch.inside:
            words = self.tr("JSON in a text: {what}")
            return words.format(what=self._counted(branch))
        if isinstance(branch.value, str):
            return branch.value.replace("\n", "⏎")
        if isinstance(branch.value, dict | list) or branch.children:
            return self._counted(branch)
        return json.dumps(branch.value, ensure_ascii=False)

    def _counted(self, branch: Branch) -> str:
        number = len(branch.children)
        listed = bool(branch.children) and isinstance(branch.children[0].key, int)
        if listed or isinstance(branch.value, list):
            words = self.tr("1 entry") if number == 1 else self.tr("{count} entries")
        else:
            words = self.tr("1 key") if number == 1 else self.tr("{count} keys")
        return words.format(count=number)


def _walk(tops: Sequence[Branch]) -> Sequence[Branch]:
    found, waiting = [], [*tops]
    while waiting:
        branch = waiting.pop()
        found.append(branch)
        waiting += branch.children
    return found


def _name(branch: Branch) -> str:
    return f"{branch.key + 1}." if isinstance(branch.key, int) else branch.key or "“”"


def _colour(branch: Branch) -> QColor | None:
    syntax = colours().syntax
    if branch.inside or branch.children or isinstance(branch.value, dict | list):
        return QColor(colours().muted)
    if branch.value is None or isinstance(branch.value, bool):
        return QColor(syntax["word"])
    if isinstance(branch.value, int | float):
        return QColor(syntax["number"])
    return None

"""The samples to choose from, in the language that is chosen."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from hmpush_gui.exchange.sample import Sample
from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.kinds import kind_of

from .plain_tip import plain_tip
from .table_model import AnyIndex
from .two_line_role import TwoLineRole
from .veiling import veils
from .words import described, language


class SampleRole(IntEnum):
    """Roles of `SampleListModel` beside Qt's own."""

    SAMPLE = Qt.ItemDataRole.UserRole


class SampleListModel(QAbstractListModel):
    """All samples in all languages; views look through a `SampleFilter`.

    Signals:
        language_changed: the user wants the samples of another language.
    """

    language_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._samples: list[Sample] = []
        self._language = language()

    @property
    def language(self) -> str:
        return self._language

    def set_language(self, language: str) -> None:
        if language != self._language:
            self._language = language
            self.language_changed.emit()

    def load(self, samples: Sequence[Sample]) -> None:
        self.beginResetModel()
        self._samples = list(samples)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._samples)

    @veils
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        sample = self._samples[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return sample.file.name
        if role == TwoLineRole.DETAIL:
            return kind_words(sample)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(sample.file.description)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{kind_words(sample)}. {sample.file.description}"
        if role == SampleRole.SAMPLE:
            return sample
        return None


class SampleFilter(QSortFilterProxyModel):
    """The samples of the chosen language that fit the words typed."""

    def __init__(self, model: SampleListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words = ""
        self.setSourceModel(model)
        model.language_changed.connect(self._narrow)

    def search(self, words: str) -> None:
        self._words = words
        self._narrow()

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:
        sample = self._model.index(row, 0, parent).data(SampleRole.SAMPLE)
        if not isinstance(sample, Sample):
            return False
        return sample.file.language == self._model.language and sample.fits(self._words)

    def _narrow(self) -> None:
        self.beginFilterChange()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)


def kind_words(sample: Sample) -> str:
    """Generation, kind, and what it is about: `v3 · Notification · EXPRESS`."""
    kind = kind_of(sample.file.message)
    subject = _subject(sample)
    parts = [str(kind.api), described(kind.title), subject]
    return " · ".join(part for part in parts if part)


def _subject(sample: Sample) -> str:
    """The category of a notification, or the event of a live view."""
    document = sample.file.message.document
    found = (read(document, path) for path in _SUBJECTS)
    return next((each for each in found if isinstance(each, str)), "")


_SUBJECTS = (
    ("payload", "notification", "category"),
    ("payload", "event"),
    ("message", "android", "category"),
)

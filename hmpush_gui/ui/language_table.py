"""The table of languages: a column for each, texts edited in place."""

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from .language_delegate import LanguageDelegate
from .language_header import LanguageHeader
from .language_model import LanguageModel

_LABELS, _NARROWEST = 130, 190
"""Pixels of the column of labels, and of a language at least."""


class LanguageTableView(QTableView):
    """Columns share the width, and scroll where there are many.

    Signals:
        pointed: another language is the current one; empty for none.
        chosen: a language was double-clicked at its head.
    """

    pointed = Signal(str)
    chosen = Signal(str)

    def __init__(self, model: LanguageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("languages.table")
        self.setAccessibleName(self.tr("Texts by language"))
        self._model = model
        self._wanted = ""
        header = LanguageHeader(self)
        self.setHorizontalHeader(header)
        self.setModel(model)
        delegate = LanguageDelegate(self)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        per_pixel = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setHorizontalScrollMode(per_pixel)
        self.setVerticalScrollMode(per_pixel)
        self.verticalHeader().hide()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._heights = QTimer(self)
        self._heights.setSingleShot(True)
        self._heights.timeout.connect(self.resizeRowsToContents)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._heights.start)
        header.sectionResized.connect(self._heights.start)
        header.sectionClicked.connect(self._on_head_clicked)
        header.sectionDoubleClicked.connect(self._on_head_chosen)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._on_reset()

    def point_at(self, tag: str) -> None:
        """Make `tag` the current language."""
        if tag in self._model.languages.tags and self._model.count():
            row = max(0, self.currentIndex().row())
            self.setCurrentIndex(self._model.index(row, self._model.column(tag)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        count = self._model.columnCount() - 1
        share = (self.viewport().width() - _LABELS) // max(1, count)
        self.setColumnWidth(0, _LABELS)
        for column in range(1, count + 1):
            self.setColumnWidth(column, max(_NARROWEST, share))
        self._heights.start()

    def _on_reset(self) -> None:
        self._share_width()
        tag = self._wanted
        if tag not in self._model.languages.tags:
            tag = self._model.languages.active
        self.point_at(tag)

    def _on_head_clicked(self, section: int) -> None:
        if section:
            self.point_at(self._model.tag(section))

    def _on_head_chosen(self, section: int) -> None:
        if section:
            self.chosen.emit(self._model.tag(section))

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        tag = self._model.tag(current.column()) if current.column() > 0 else ""
        if tag:
            self._wanted = tag
            self.pointed.emit(tag)

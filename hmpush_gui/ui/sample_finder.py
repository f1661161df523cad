"""Finds a sample: a search field, a switch of language, and the list."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.exchange.sample import Sample

from .icons import icon
from .sample_list import SampleFilter, SampleListModel, SampleRole
from .two_lines import TwoLineDelegate

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SampleFinder(QWidget):
    """The arrow keys move in the list while the search field has the keyboard.

    `name` begins the names of its controls, which are in the window more than once.

    Signals:
        pointed: the Sample under the cursor, None where none fits.
        chosen: a Sample, by Enter or a double click.
    """

    pointed = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, name: str, model: SampleListModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._filter = SampleFilter(model, self)
        self.search = QLineEdit(self)
        self.search.setObjectName(f"{name}.search")
        self.search.setAccessibleName(self.tr("Search samples"))
        self.search.setPlaceholderText(self.tr("Search samples"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.installEventFilter(self)
        self.languages = self._make_languages(name)
        self.list = QListView(self)
        self.list.setObjectName(f"{name}.list")
        self.list.setAccessibleName(self.tr("Samples"))
        self.list.setModel(self._filter)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self._none = QLabel(self.tr("No sample has all of these words."), self)
        self._none.setProperty("quiet", True)
        self._none.setWordWrap(True)
        self._lay_out()
        self._connect()
        self._on_shown_changed()

    def sample(self) -> Sample | None:
        """The sample under the cursor."""
        found = self.list.currentIndex().data(SampleRole.SAMPLE)
        return found if isinstance(found, Sample) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _TO_LIST:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_activated(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _make_languages(self, name: str) -> QButtonGroup:
        group = QButtonGroup(self)
        # A language is called by its own name, whatever the window speaks.
        for number, (language, words) in enumerate((("en", "English"), ("zh", "中文"))):
            button = QPushButton(words, self)
            button.setObjectName(f"{name}.{language}")
            button.setProperty("segment", True)
            button.setCheckable(True)
            button.setChecked(language == self._model.language)
            group.addButton(button, number)
        return group

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.search, 1)
        for button in self.languages.buttons():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.languages.idClicked.connect(self._on_language_clicked)
        self._model.language_changed.connect(self._on_language_changed)
        self._filter.rowsInserted.connect(self._on_shown_changed)
        self._filter.rowsRemoved.connect(self._on_shown_changed)
        self._filter.modelReset.connect(self._on_shown_changed)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.activated.connect(self._on_activated)

    def _on_searched(self, words: str) -> None:
        self._filter.search(words)

    def _on_language_clicked(self, number: int) -> None:
        self._model.set_language("zh" if number else "en")

    def _on_language_changed(self) -> None:
        chinese = self._model.language == "zh"
        self.languages.button(int(chinese)).setChecked(True)

    def _on_shown_changed(self) -> None:
        """Keep the cursor on a sample while there is any."""
        self._none.setVisible(bool(self.search.text()) and not self._filter.rowCount())
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._filter.index(0, 0))

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.pointed.emit(current.data(SampleRole.SAMPLE))

    def _on_activated(self, index: QModelIndex) -> None:
        sample = index.data(SampleRole.SAMPLE)
        if isinstance(sample, Sample):
            self.chosen.emit(sample)

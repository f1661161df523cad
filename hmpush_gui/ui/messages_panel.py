"""Messages: the file in force, the files before it, and samples to begin from."""

from itertools import pairwise

from PySide6.QtCore import QConcatenateTablesProxyModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.message import Draft

from .file_state import FileState
from .put_away import PutAwayDrafts, PutAwayRole
from .recent_files import RecentFiles, RecentRole
from .sample_list import SampleListModel
from .two_lines import TwoLineDelegate

_ROWS = 3
"""How many recent files are seen at once."""


class MessagesPanel(QWidget):
    """Built when it is first shown, since most starts never show it.

    Signals:
        open_wanted: the path of a file, empty to ask for one.
        save_wanted: save the message.
        clear_wanted: forget what is listed as recent.
        look_wanted: the recent files come into view; see what became of them.
        samples_wanted: samples are needed.
        sample_chosen: a Sample to begin from.
        draft_chosen: a Draft that was put away, to go on with.
    """

    open_wanted = Signal(str)
    save_wanted = Signal()
    clear_wanted = Signal()
    look_wanted = Signal()
    samples_wanted = Signal()
    sample_chosen = Signal(object)
    draft_chosen = Signal(object)

    def __init__(
        self,
        state: FileState,
        recent: RecentFiles,
        put_away: PutAwayDrafts,
        samples: SampleListModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self._state = state
        self._recent = recent
        self._put_away = put_away
        self._samples = samples
        self._built = False
        # Made at once: it keeps the panel's place among what Tab visits.
        self._open = self._button("open", self.tr("Open…"), self.tr("Open a file"))
        self._open.clicked.connect(lambda: self.open_wanted.emit(""))

    def showEvent(self, event: QShowEvent) -> None:
        if not self._built:
            self._built = True
            self._build()
            self.samples_wanted.emit()
        self.look_wanted.emit()
        super().showEvent(event)

    def _build(self) -> None:
        self._file = QLabel(self)
        self._file.setObjectName("messages.file")
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._file.setProperty("heading", True)
        self._file.setSizePolicy(
            QSizePolicy.Policy.Ignored, self._file.sizePolicy().verticalPolicy()
        )
        self._state_word = QLabel(self)
        self._state_word.setObjectName("messages.state")
        self._state_word.setProperty("quiet", True)
        self._save = self._button("save", self.tr("Save"), self.tr("Save the message"))
        self._save.clicked.connect(self.save_wanted)
        self._clear = self._button(
            "clear", self.tr("Clear"), self.tr("Clear the list of recent messages")
        )
        self._clear.setProperty("link", True)
        self._clear.clicked.connect(self.clear_wanted)
        self.list = self._make_list()
        self._none = QLabel(self.tr("Files you open or save are listed here."), self)
        self._none.setProperty("quiet", True)
        self._none.setWordWrap(True)
        # Late, like the rest of the panel.
        from .sample_finder import SampleFinder

        self.finder = SampleFinder("samples", self._samples, self)
        self._lay_out()
        self._order_keys()
        self._state.changed.connect(self._on_file_changed)
        self._recent.modelReset.connect(self._on_recent_changed)
        self._put_away.modelReset.connect(self._on_recent_changed)
        self.list.activated.connect(self._on_file_activated)
        self.finder.chosen.connect(self.sample_chosen)
        self._on_file_changed()
        self._on_recent_changed()

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setObjectName("messages.recent")
        view.setAccessibleName(self.tr("Recent"))
        both = QConcatenateTablesProxyModel(view)
        both.addSourceModel(self._put_away)
        both.addSourceModel(self._recent)
        view.setModel(both)
        view.setItemDelegate(TwoLineDelegate(view))
        view.setUniformItemSizes(True)
        return view

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._file, 1)
        head.addWidget(self._state_word)
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addWidget(self._save)
        row.addStretch(1)
        recent = QHBoxLayout()
        recent.addWidget(self._heading(self.tr("Recent")), 1)
        recent.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(row)
        column.addSpacing(6)
        column.addLayout(recent)
        column.addWidget(self._none)
        column.addWidget(self.list)
        column.addSpacing(6)
        column.addWidget(self._heading(self.tr("Samples")))
        column.addWidget(self.finder, 1)

    def _order_keys(self) -> None:
        """Let Tab visit here where the panel stands, though it was built later."""
        order = [
            self._open,
            self._save,
            self._clear,
            self.list,
            self.finder.search,
            *self.finder.languages.buttons(),
            self.finder.list,
        ]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _button(self, name: str, text: str, spoken: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"messages.{name}")
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        return button

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("quiet", True)
        return label

    def _on_file_changed(self) -> None:
        name = self._state.name
        self._file.setText(name or self.tr("Untitled"))
        if not name:
            word, about = self.tr("draft"), self.tr("In no file yet; kept as a draft.")
        elif self._state.modified:
            word = self.tr("edited")
            about = self.tr("Edited since it was saved; kept as a draft.")
        else:
            word, about = self.tr("saved"), self.tr("The file holds what is here.")
        self._state_word.setText(word)
        self._state_word.setToolTip(about)

    def _on_recent_changed(self) -> None:
        count = self._recent.rowCount() + self._put_away.rowCount()
        height = self.list.sizeHintForRow(0) if count else 0
        self.list.setFixedHeight(min(count, _ROWS) * height + 2)
        self.list.setVisible(count > 0)
        self._none.setVisible(count == 0)
        self._clear.setVisible(count > 0)

    def _on_file_activated(self, index: QModelIndex) -> None:
        draft = index.data(PutAwayRole.DRAFT)
        if isinstance(draft, Draft):
            self.draft_chosen.emit(draft)
        else:
            self.open_wanted.emit(str(index.data(RecentRole.PATH)))

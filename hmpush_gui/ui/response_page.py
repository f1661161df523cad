"""Response: Push Kit's answer as a tree, and as it came."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QPushButton,
    QStackedLayout,
    QTreeView,
    QWidget,
)

from hmpush_gui.pushkit.json_tree import tree_of
from hmpush_gui.pushkit.protocol import Exchange

from .answer_tree import AnswerTree, Column
from .code_edit import CodeEdit
from .exchange_text import answer_text, summary
from .inspected import Inspected
from .inspector_page import InspectorPage
from .segments import Segments

TREE, RAW = range(2)


class ResponsePage(InspectorPage):
    """What came back: the tree where it is JSON, the text whatever it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("response", parent)
        self._wanted = TREE
        self._exchange: Exchange | None = None

    @property
    def text(self) -> CodeEdit:
        """The answer as it came."""
        self.ready()
        return self._edit

    @property
    def tree(self) -> QTreeView:
        self.ready()
        return self._tree

    def _build(self) -> None:
        self._segments = Segments(
            "response.form",
            [
                (self.tr("Tree"), self.tr("Status, headers and body, opened")),
                (self.tr("Raw"), self.tr("The answer as it came")),
            ],
            self,
        )
        self._segments.chosen.connect(self._on_form_chosen)
        self._copy_id = QPushButton(self.tr("Copy request ID"), self)
        self._copy_id.setObjectName("response.copy_id")
        self._copy_id.clicked.connect(self._on_copy_id_clicked)
        self._copy = QPushButton(self.tr("Copy"), self)
        self._copy.setObjectName("response.copy")
        self._copy.setAccessibleName(self.tr("Copy the answer"))
        self._copy.clicked.connect(self._on_copy_clicked)
        for tool in (self._segments, self._copy_id, self._copy):
            self._tools.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        self.model = AnswerTree(self)
        self._tree = self._make_tree()
        self._edit = CodeEdit(self)
        self._edit.setObjectName("response.text")
        self._edit.setAccessibleName(self.tr("Response"))
        self._edit.setReadOnly(True)
        self._edit.setPlaceholderText(
            self.tr("Push Kit’s answer: status line, headers, body.")
        )
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._tree)
        self._pages.addWidget(self._edit)
        self._column.addWidget(pages, 1)

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setObjectName("response.tree")
        tree.setAccessibleName(self.tr("Response"))
        tree.setModel(self.model)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.header().setStretchLastSection(True)
        tree.header().setSectionResizeMode(
            Column.NAME, QHeaderView.ResizeMode.Interactive
        )
        tree.setColumnWidth(Column.NAME, 260)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._on_menu_wanted)
        keys = QShortcut(QKeySequence.StandardKey.Copy, tree)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self.copy_value)
        return tree

    def _fill(self, shown: Inspected | None) -> None:
        exchange = shown.exchange if shown else None
        attempt = shown.waits_to_repeat if shown else None
        self._words.setText(self._headline(shown))
        self._show_answer(exchange or (attempt.exchange if attempt else None))

    def _headline(self, shown: Inspected | None) -> str:
        if shown is None or shown.kept is None:
            return ""
        if shown.exchange:
            return summary(shown.exchange)
        attempt = shown.waits_to_repeat
        if attempt is None:
            return self.tr("Waiting for the answer…")
        words = self.tr("Refused for now; sent again in {seconds} s.")
        words = words.format(seconds=max(1, round(attempt.seconds)))
        return f"{words}\n{summary(attempt.exchange)}"

    def _show_answer(self, exchange: Exchange | None) -> None:
        answer = exchange.answer if exchange else None
        self._copy.setEnabled(answer is not None)
        self._copy_id.setEnabled(bool(exchange and exchange.request_id))
        if exchange is not None and exchange is self._exchange:
            return
        self._exchange = exchange
        body = tree_of(answer.body) if answer else None
        self.model.show_answer(answer, body)
        self._tree.setExpanded(self.model.body_index(), True)
        if body:
            self._tree.expandRecursively(self.model.body_index(), 4)
        text = answer_text(exchange) if exchange else ""
        self._edit.setPlainText(text)
        self._edit.verticalScrollBar().setValue(0)
        self._segments.enable(TREE, body is not None)
        self._turn_to(self._wanted if body is not None else RAW)

    def _turn_to(self, form: int) -> None:
        self._segments.choose(form)
        self._pages.setCurrentIndex(form)

    def _on_form_chosen(self, form: int) -> None:
        self._wanted = form
        self._turn_to(form)

    def _on_copy_clicked(self) -> None:
        text = answer_text(self._exchange) if self._exchange else ""
        QGuiApplication.clipboard().setText(text)

    def _on_copy_id_clicked(self) -> None:
        if self._exchange:
            QGuiApplication.clipboard().setText(self._exchange.request_id)

    def copy_value(self) -> None:
        """Copy the value of the current row."""
        index = self._tree.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(self.model.value(index))

    def copy_path(self) -> None:
        """Copy where the current row stands."""
        index = self._tree.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(self.model.path(index))

    def _on_menu_wanted(self, at: QPoint) -> None:
        index = self._tree.currentIndex()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        value = menu.addAction(self.tr("Copy value"), self.copy_value)
        value.setEnabled(index.isValid())
        path = menu.addAction(self.tr("Copy path"), self.copy_path)
        path.setEnabled(index.isValid() and bool(self.model.path(index)))
        menu.addSeparator()
        menu.addAction(self.tr("Open all"), self._tree.expandAll)
        menu.addAction(self.tr("Close all"), self._tree.collapseAll)
        menu.popup(self._tree.viewport().mapToGlobal(at))

"""What can be done with past sends: the menu of the list and of the button above it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from hmpush_gui.exchange.hand_forms import ExportForm

from .hand_menus import add_forms, export_name
from .history_columns import Column

if TYPE_CHECKING:
    from .history_panel import HistoryPanel

_DAYS = (7, 30, 90, 365)


class HistoryMenu(QMenu):
    """Made anew whenever it opens, for the sends that are chosen then."""

    def __init__(self, panel: "HistoryPanel") -> None:
        super().__init__(panel)
        self.setObjectName("history.menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._panel = panel
        self._chosen = panel.chosen()
        self._is_one = len(self._chosen) == 1
        self._fill_one()
        self.addSeparator()
        self._fill_compare()
        self._fill_recall()
        self.addSeparator()
        export = self.addMenu(self.tr("Export"))
        export.setObjectName("history.menu.export")
        export.setEnabled(self._is_one)
        names = {form: export_name(form) for form in ExportForm}
        add_forms(export, names, panel.export)
        self.addSeparator()
        self._fill_forget()

    def _fill_one(self) -> None:
        panel, chosen = self._panel, self._chosen
        self._add("reopen", self.tr("Open as draft"), panel.reopen, self._is_one)
        starred = bool(chosen) and all(send.starred for send in chosen)
        star = self.tr("Take the star away") if starred else self.tr("Star")
        self._add("star", star, panel.toggle_star, bool(chosen), "S")
        name = partial(panel.edit, Column.TITLE)
        self._add("name", self.tr("Name…"), name, self._is_one, "F2")
        note = partial(panel.edit, Column.NOTE)
        self._add("note", self.tr("Note…"), note, self._is_one, "N")

    def _fill_compare(self) -> None:
        two = len(self._chosen) == 2
        compare = self.tr("Compare") if two else self.tr("Compare (choose two)")
        self._add("compare", compare, self._panel.compare, two, "C")
        draft = self.tr("Compare with the draft")
        self._add("draft", draft, self._panel.compare_with_draft, self._is_one)
        answers = self.tr("Compare answers")
        self._add("answers", answers, self._panel.compare_answers, self._is_one)

    def _fill_recall(self) -> None:
        refusal = self.tr("choose one send")
        if self._is_one:
            refusal = self._panel.recall_refusal(self._chosen[0])
        self._add("recall", self.tr("Recall…"), self._panel.recall, not refusal)
        if refusal:
            # Said where it is looked at: a greyed entry shows no tip.
            self._add("recall.why", f"      {refusal}", lambda: None, enabled=False)

    def _fill_forget(self) -> None:
        number = len(self._chosen)
        text = self.tr("Forget this")
        if number > 1:
            text = self.tr("Forget these: {count}").format(count=number)
        self._add("forget", text, self._panel.forget, number > 0, "Del")
        old = self.addMenu(self.tr("Forget those older than"))
        old.setObjectName("history.menu.old")
        for days in _DAYS:
            words = self.tr("{count} days").format(count=days)
            action = old.addAction(words)
            action.setObjectName(f"history.menu.older.{days}")
            action.triggered.connect(partial(self._forget_older, days))

    def _forget_older(self, days: int, _checked: bool = False) -> None:
        self._panel.forget_older_wanted.emit(days)

    def _add(
        self,
        name: str,
        text: str,
        act: Callable[[], object],
        enabled: bool = True,
        keys: str = "",
    ) -> QAction:
        action = self.addAction(text)
        action.setObjectName(f"history.menu.{name}")
        action.setEnabled(enabled)
        # It tells the keys and leaves them to the table.
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: act())
        return action

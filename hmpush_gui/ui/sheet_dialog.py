"""The window of a test run sheet: send, look at the phone, mark what was seen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from hmpush_gui.pushkit.run_sheet import Cell, Mark, RunSheet

from .confirm_bar import ConfirmBar
from .enter_key import EnterDialog
from .plain_label import plain_label
from .scenario_notes import ScenarioNotes
from .sheet_choice import SheetChoice
from .sheet_list import Column, SheetListModel, mark_word
from .sheet_reports import SheetReports
from .sheets import Sheets
from .table import plain_table, point_at
from .words import grouped

_ALWAYS = ("new", "add", "devices")
"""Buttons that begin something, where there is nothing yet."""

_OF_SHEET = ("duplicate", "remove")
"""Buttons that ask for a sheet, also for an empty one."""

_KEYS = {Mark.PASS: "P", Mark.FAIL: "F", Mark.SKIP: "S", Mark.OPEN: "O"}


class SheetDialog(EnterDialog):
    """Shows the sheet in hand of `sheets`; it closes without losing anything."""

    def __init__(self, sheets: Sheets, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("sheet.dialog")
        self.setWindowTitle(self.tr("Test run sheet"))
        self.resize(900, 560)
        self._sheets = sheets
        self._cell: Cell | None = None
        self._buttons: dict[str, QPushButton] = {}
        self.model = SheetListModel(sheets, self)
        widths: dict[int, int] = {
            Column.SCENARIO: 220, Column.DEVICE: 170, Column.PUSH: 120,
            Column.MARK: 130,
        }  # fmt: skip
        self.table = plain_table(
            "sheet.table", self.tr("Test run"), self.model, widths, Column.NOTE, self
        )
        self.confirm = ConfirmBar(self)
        self._make_head()
        self._make_foot()
        self._lay_out()
        self._bind_keys()
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        sheets.changed.connect(self._on_changed)
        sheets.told.connect(self.said.setText)
        self._on_changed()
        self._go_to(0)

    # Making it.

    def _make_head(self) -> None:
        self.choice = SheetChoice(self._sheets, self)
        self.counts = QLabel(self)
        self.counts.setObjectName("sheet.counts")

    def _make_foot(self) -> None:
        self.notes = ScenarioNotes(self._sheets, self)
        self.said = plain_label("", self, name="sheet.said")
        self.empty = QLabel(self)
        self.empty.setObjectName("sheet.empty")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setProperty("quiet", True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.confirm)
        column.addLayout(self._sheet_tools())
        column.addLayout(self._scenario_tools())
        column.addWidget(pages, 1)
        column.addWidget(self.notes)
        column.addLayout(self._mark_tools())
        column.addWidget(self.said)

    def _sheet_tools(self) -> QHBoxLayout:
        row = _row(
            self.choice,
            self._button("new", self.tr("New sheet"), self._on_new),
            self._button("duplicate", self.tr("Duplicate"), self._sheets.duplicate),
            self._button("remove", self.tr("Remove sheet"), self._on_remove),
        )
        row.addStretch(1)
        row.addWidget(self.counts)
        return row

    def _scenario_tools(self) -> QHBoxLayout:
        sheets = self._sheets
        add = self._button("add", self.tr("Add scenario"), lambda: None)
        menu = QMenu(add)
        menu.addAction(self.tr("The message being written"), sheets.add_written)
        menu.addAction(self.tr("Message files…"), self._on_files_wanted)
        menu.addAction(self.tr("A sample…"), lambda: sheets.choose_sample(self))
        add.setMenu(menu)
        row = _row(
            add,
            self._button("devices", self.tr("Add ticked devices"), sheets.add_chosen),
            self._button("up", self.tr("Up"), lambda: self._move(-1)),
            self._button("down", self.tr("Down"), lambda: self._move(1)),
            self._button("take", self.tr("Take scenario out"), self._on_take),
            self._button("drop", self.tr("Take device out"), self._on_drop),
        )
        row.addStretch(1)
        return row

    def _mark_tools(self) -> QHBoxLayout:
        row = _row()
        for mark, key in _KEYS.items():
            words = f"{mark_word(mark)} ({key})"
            row.addWidget(self._button(str(mark), words, partial(self._mark, mark)))
        row.addStretch(1)
        self.reports = SheetReports(self._sheets, self)
        self.reports.told.connect(lambda words, _tone: self.said.setText(words))
        self.reports.asked.connect(self.confirm.ask)
        self.send = self._button("send", self.tr("Send next"), self._on_send)
        self.send.setProperty("primary", True)
        self.send.setToolTip(self.tr("Send the next scenario (Ctrl+Enter)"))
        again = self._button("again", self.tr("Send this again"), self._on_again)
        for button in (self.reports.button, again, self.send):
            row.addWidget(button)
        return row

    def _button(self, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"sheet.{name}")
        # Enter belongs to the field that is being written in.
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        self._buttons[name] = button
        return button

    def _bind_keys(self) -> None:
        for mark, key in _KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda mark=mark: self._mark(mark))
        note = QShortcut(QKeySequence("N"), self.table)
        note.setContext(Qt.ShortcutContext.WidgetShortcut)
        note.activated.connect(self._on_note_wanted)
        for keys, act in (
            ("Ctrl+Return", self._on_send),
            ("Ctrl+Enter", self._on_send),
            ("Ctrl+Z", self._sheets.undo.undo),
            ("Ctrl+Shift+Z", self._sheets.undo.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # What the tester does.

    def _on_new(self) -> None:
        self._sheets.new(self.tr("Test run"))
        self.choice.begin()

    def _on_files_wanted(self) -> None:
        from .file_dialogs import ask_for_files

        ask_for_files(self, "", self._sheets.read_wanted.emit)

    def _on_send(self) -> None:
        self.said.clear()
        scenario = self._sheets.send_next(self.confirm)
        if scenario:
            self._go_to(self.model.row_of(scenario.key))

    def _on_again(self) -> None:
        sheet, scenario = self._sheets.current, self.model.scenario(self._place())
        if sheet and scenario:
            self.said.clear()
            self._sheets.send(scenario, sheet.devices, self.confirm)

    def _on_note_wanted(self) -> None:
        if self.model.cell(self._place()):
            note = self.model.index(self._place(), Column.NOTE)
            point_at(self.table, note)
            self.table.edit(note)

    def _on_remove(self) -> None:
        if self._sheets.current:
            self._sheets.remove()
            self.said.setText(self.tr("The sheet is removed. Ctrl+Z brings it back."))

    def _on_drop(self) -> None:
        if cell := self.model.cell(self._place()):
            words = self.tr("Take device out")
            self._sheets.edit(lambda sheet: sheet.without_device(cell[1]), words)
            self.said.setText(self.tr("Taken out. Ctrl+Z brings it back."))

    def _on_take(self) -> None:
        if scenario := self.model.scenario(self._place()):
            key, words = scenario.key, self.tr("Take scenario out")
            self._sheets.edit(lambda sheet: sheet.without_scenario(key), words)
            self.said.setText(self.tr("Taken out. Ctrl+Z brings it back."))

    def _move(self, by: int) -> None:
        if scenario := self.model.scenario(self._place()):
            key, words = scenario.key, self.tr("Move")
            self._sheets.edit(lambda sheet: sheet.moved(key, by), words)
            self._go_to(self.model.row_of(key))

    def _mark(self, mark: Mark) -> None:
        """Mark the chosen rows, and go on to the next open one."""
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        cells = [cell for row in rows if (cell := self.model.cell(row))]
        if not cells:
            return
        words = mark_word(mark)
        self._sheets.edit(lambda sheet: sheet.marked(cells, mark), words)
        sheet = self._sheets.current
        if mark is not Mark.OPEN and sheet:
            following = sheet.next_open(max(rows))
            self._go_to(max(rows) if following is None else following)

    # Showing it.

    def _on_changed(self) -> None:
        sheet = self._sheets.current
        counts = sheet.counts() if sheet else {}
        self.counts.setText(
            "   ".join(f"{number} {mark_word(mark)}" for mark, number in counts.items())
        )
        some = self.model.rowCount() > 0
        self._pages.setCurrentIndex(1 if some else 0)
        self._show_what_can_be_done(sheet, some=some)
        if some and not self.table.currentIndex().isValid():
            self._go_to(max(self.model.place_of(self._cell), 0))
        self._show_scenario()

    def _show_what_can_be_done(self, sheet: RunSheet | None, *, some: bool) -> None:
        self.empty.setText(self._what_is_missing(sheet))
        for name in _OF_SHEET:
            self._buttons[name].setEnabled(sheet is not None)
        self.reports.button.setEnabled(sheet is not None)
        for name in {*self._buttons} - {*_OF_SHEET, *_ALWAYS}:
            self._buttons[name].setEnabled(some)

    def _what_is_missing(self, sheet: RunSheet | None) -> str:
        """Why there is no row yet."""
        if sheet and sheet.scenarios:
            words = self.tr(
                "Scenarios: {count}.\n\nTick devices in the list of the main window, "
                "then press “Add ticked devices”."
            )
            return words.format(count=grouped(len(sheet.scenarios)))
        if sheet and sheet.devices:
            words = self.tr("Devices: {count}.\n\nNow add scenarios.")
            return words.format(count=grouped(len(sheet.devices)))
        return self.tr(
            "Nothing to test yet.\n\nAdd scenarios: the message being written, message "
            "files, or samples.\nAdd the devices that are ticked in the list.\nThen "
            "send one scenario after the other, and mark what the phones show."
        )

    def _on_row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._cell = self.model.cell(now.row()) or self._cell
        self._show_scenario()

    def _show_scenario(self) -> None:
        row = self._place()
        self.notes.show_scenario(self.model.scenario(row), self.model.answer_words(row))

    def _place(self) -> int:
        return self.table.currentIndex().row()

    def _go_to(self, row: int) -> None:
        point_at(self.table, self.model.index(row, Column.MARK))


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
    for widget in widgets:
        row.addWidget(widget)
    return row

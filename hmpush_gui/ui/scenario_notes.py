"""What Push Kit said of a scenario, and what to look for on the phone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from hmpush_gui.pushkit.run_sheet import Scenario

from .plain_label import plain_label
from .sheet_shelf import SheetShelf


class ScenarioNotes(QWidget):
    """The scenario that is shown; what to look for is kept as it is typed."""

    def __init__(self, sheets: SheetShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self._expecting = ""
        self.expected = QPlainTextEdit(self)
        self.expected.setObjectName("sheet.expected")
        self.expected.setAccessibleName(self.tr("What to look for"))
        self.expected.setPlaceholderText(
            self.tr("What to look for on the phone in this scenario")
        )
        self.expected.setTabChangesFocus(True)
        self.expected.textChanged.connect(self._on_expected_typed)
        self.expected.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + 18)
        self.answer = plain_label("", self, name="sheet.answer")
        self.answer.setProperty("quiet", True)
        self.answer.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.answer)
        column.addWidget(self.expected)

    def show_scenario(self, scenario: Scenario | None, answer: str) -> None:
        """Show one scenario, and in words what became of it on one device."""
        words, key = (scenario.expected, scenario.key) if scenario else ("", "")
        self.answer.setText(answer)
        self.answer.setVisible(bool(answer))
        self.expected.setEnabled(scenario is not None)
        # First, so that showing is not taken for typing.
        self._expecting = key
        if words != self.expected.toPlainText():
            self.expected.setPlainText(words)

    def _on_expected_typed(self) -> None:
        sheet, key = self._sheets.current, self._expecting
        scenario = sheet.scenario(key) if sheet else None
        words = self.expected.toPlainText()
        if scenario and words != scenario.expected:
            self._sheets.edit(
                lambda sheet: sheet.expecting(key, words),
                self.tr("What to look for"),
                field=f"expected {key}",
            )

"""The placeholders that a project defines for itself."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .enter_key import EnterDialog
from .plain_label import plain_label
from .restyle import restyle
from .table import plain_table
from .variable_list import Column, VariableListModel


class VariablesDialog(EnterDialog):
    """A table of names and values; it closes only with names that can be used.

    Signals:
        saved: the variables, by name.
    """

    saved = Signal(object)

    def __init__(
        self, project: str, own: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """`project` is the name of the project that `own` belong to."""
        super().__init__(parent)
        self.setObjectName("variables.dialog")
        self.setWindowTitle(
            self.tr("Placeholders of {project}").format(project=project)
        )
        self.resize(520, 340)
        self.model = VariableListModel(own, self)
        self.table = plain_table(
            "variables.table",
            self.tr("Placeholders of one’s own"),
            self.model,
            {Column.NAME: 170},
            Column.VALUE,
            self,
        )
        self._problem = plain_label("", self, name="variables.problem")
        restyle(self._problem, "problem", "blocking")
        self._lay_out()
        # Typing writes the next one.
        self.table.setCurrentIndex(
            self.model.index(self.model.rowCount() - 1, Column.NAME)
        )
        self.table.setFocus()

    def _lay_out(self) -> None:
        words = QLabel(
            self.tr(
                "Write {{name}} in a text or in the data, and the value goes out in "
                "its place. Kept on this computer, not in message files."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addWidget(self._problem)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Save | standard.Cancel, self)
        restyle(box.button(standard.Save), "primary", True)
        box.button(standard.Save).setObjectName("variables.save")
        remove = QPushButton(self.tr("Remove"), self)
        remove.setObjectName("variables.remove")
        remove.setAutoDefault(False)
        remove.clicked.connect(self._on_remove_clicked)
        box.addButton(remove, QDialogButtonBox.ButtonRole.ActionRole)
        box.accepted.connect(self._on_save_clicked)
        box.rejected.connect(self.reject)
        return box

    def _on_remove_clicked(self) -> None:
        self.model.remove(self.table.currentIndex().row())

    def _on_save_clicked(self) -> None:
        # What is still being typed in a cell counts.
        self.table.setFocus()
        if wrong := self.model.wrong():
            words = self.tr(
                "“{name}” cannot be a name: it begins with a letter, goes on with "
                "letters, digits, “_”, “-” and “.”, stands once, and is none of "
                "counter, time, uuid, device.label."
            )
            self._problem.setText(words.format(name=wrong))
            return
        self.saved.emit(self.model.own())
        self.accept()

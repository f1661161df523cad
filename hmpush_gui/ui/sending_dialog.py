"""Settings of sending and of history."""

from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .enter_key import EnterDialog
from .form_labels import align_forms, centre_labels, hint_label
from .keeping import Keeping
from .keeping_form import KeepingForm
from .number_box import NumberBox
from .sending import MOST_IN_FLIGHT, MOST_PACE, PACE, Sending


class SendingDialog(EnterDialog):
    """What is changed here holds at once; the window stays usable meanwhile."""

    def __init__(
        self, sending: Sending, keeping: Keeping, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sending.dialog")
        self.setWindowTitle(self.tr("Sending and history"))
        self._sending = sending
        self.pace = NumberBox(
            "sending.pace", self.tr("Devices a second"), MOST_PACE, self
        )
        self.unlimited = QCheckBox(self.tr("No limit"), self)
        self.unlimited.setObjectName("sending.unlimited")
        self.in_flight = NumberBox(
            "sending.in_flight", self.tr("Requests at a time"), MOST_IN_FLIGHT, self
        )
        self.keeping = KeepingForm(keeping, self)
        self._lay_out()
        self._show()
        self.pace.valueChanged.connect(self._on_edited)
        self.in_flight.valueChanged.connect(self._on_edited)
        self.unlimited.toggled.connect(self._on_edited)

    def _lay_out(self) -> None:
        pace = QHBoxLayout()
        pace.setSpacing(14)
        pace.addWidget(self.pace)
        pace.addWidget(self.unlimited)
        pace.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.addRow(self.pace.accessibleName(), pace)
        form.addRow("", hint_label(self._about_pace(), self))
        form.addRow(self.in_flight.accessibleName(), self.in_flight)
        form.addRow("", hint_label(self._about_in_flight(), self))
        centre_labels(form, self.pace.sizeHint().height())
        align_forms(form, self.keeping.form)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(self._heading(self.tr("Sending")))
        column.addLayout(form)
        column.addSpacing(6)
        column.addWidget(self._heading(self.tr("History")))
        column.addWidget(self.keeping)
        column.addStretch(1)
        column.addWidget(self._buttons())

    def _about_pace(self) -> str:
        return self.tr(
            "Push Kit slows an app down that sends too fast; 6000 is the least it "
            "allows. Holds for sends under way too. The sandbox has no limit."
        )

    def _about_in_flight(self) -> str:
        return self.tr(
            "1 to 8. More than 8 brings answers no sooner, and the window begins to "
            "stutter. Fewer leave less Unknown after a stop. Holds from the next "
            "send on."
        )

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("heading", True)
        return label

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Close, self)
        box.button(standard.Close).setObjectName("sending.close")
        usual = QPushButton(self.tr("As at first"), self)
        usual.setObjectName("sending.usual")
        usual.setAutoDefault(False)
        usual.clicked.connect(self._on_usual_clicked)
        box.addButton(usual, QDialogButtonBox.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        return box

    def _show(self) -> None:
        pace = self._sending.pace
        self.pace.setValue(PACE if pace is None else pace)
        self.pace.setEnabled(pace is not None)
        self.unlimited.setChecked(pace is None)
        self.in_flight.setValue(self._sending.in_flight)

    def _on_edited(self) -> None:
        unlimited = self.unlimited.isChecked()
        self.pace.setEnabled(not unlimited)
        pace = None if unlimited else self.pace.value()
        self._sending.set(pace, self.in_flight.value())

    def _on_usual_clicked(self) -> None:
        self.unlimited.setChecked(False)
        self.pace.setValue(PACE)
        self.in_flight.setValue(MOST_IN_FLIGHT)
        self.keeping.show_usual()

"""Settings of history: how long sends are kept, and how much room they may take."""

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QWidget,
)

from .form_labels import centre_labels, hint_label
from .keeping import DAYS, MEGABYTES, MOST_DAYS, MOST_MEGABYTES, Keeping
from .number_box import NumberBox


class KeepingForm(QWidget):
    """What is changed here is kept at once, and applied within the hour."""

    def __init__(self, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self.days = NumberBox(
            "keeping.days", self.tr("Keep sends, days"), MOST_DAYS, self
        )
        self.for_ever = self._box("for_ever", self.tr("For ever"))
        self.megabytes = NumberBox(
            "keeping.megabytes", self.tr("Room for history, MB"), MOST_MEGABYTES, self
        )
        self.unlimited = self._box("unlimited", self.tr("No limit"))
        self._lay_out()
        self.show_choice(keeping.days, keeping.megabytes)
        for number in (self.days, self.megabytes):
            number.valueChanged.connect(self._on_edited)
        for box in (self.for_ever, self.unlimited):
            box.toggled.connect(self._on_edited)

    def show_choice(self, days: int | None, megabytes: int | None) -> None:
        """Show a choice; None is no limit."""
        self.days.setValue(DAYS if days is None else days)
        self.for_ever.setChecked(days is None)
        self.megabytes.setValue(MEGABYTES if megabytes is None else megabytes)
        self.unlimited.setChecked(megabytes is None)
        self._on_edited()

    def show_usual(self) -> None:
        """What it is at first."""
        self.show_choice(None, MEGABYTES)

    def _box(self, name: str, title: str) -> QCheckBox:
        box = QCheckBox(title, self)
        box.setObjectName(f"keeping.{name}")
        return box

    def _lay_out(self) -> None:
        self.form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for number, box in (
            (self.days, self.for_ever),
            (self.megabytes, self.unlimited),
        ):
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(number)
            row.addWidget(box)
            row.addStretch(1)
            form.addRow(number.accessibleName(), row)
        about = hint_label(
            self.tr(
                "What is older, and the oldest of what takes more, is forgotten when "
                "the program starts and every hour after. Sends with a star stay."
            ),
            self,
        )
        form.addRow("", about)
        centre_labels(form, self.days.sizeHint().height())

    def _on_edited(self) -> None:
        for_ever, unlimited = self.for_ever.isChecked(), self.unlimited.isChecked()
        self.days.setEnabled(not for_ever)
        self.megabytes.setEnabled(not unlimited)
        self._keeping.set(
            None if for_ever else self.days.value(),
            None if unlimited else self.megabytes.value(),
        )

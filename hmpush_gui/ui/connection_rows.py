"""Parts that the pages of connection settings are made of."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from .file_dialogs import first_folder
from .plain_label import plain_label
from .veiling import OWN


def line(page: QWidget, name: str, title: str, text: str) -> QLineEdit:
    """A line to type into."""
    field = QLineEdit(text, page)
    field.setProperty(OWN, True)
    field.setObjectName(f"connection.{name}")
    field.setAccessibleName(title)
    return field


def secret(page: QWidget, name: str, title: str) -> QLineEdit:
    """A line whose text is not shown."""
    field = line(page, name, title, "")
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def choice(page: QWidget, name: str, title: str) -> QComboBox:
    """A box to choose from."""
    box = QComboBox(page)
    box.setObjectName(f"connection.{name}")
    box.setAccessibleName(title)
    return box


def seconds(page: QWidget, name: str, title: str, least: int, most: int) -> QSpinBox:
    """A number of seconds."""
    box = QSpinBox(page)
    box.setObjectName(f"connection.{name}")
    box.setAccessibleName(title)
    box.setRange(least, most)
    # The style sheet's padding does not reach the text of a spin box.
    box.lineEdit().setTextMargins(8, 0, 8, 0)
    box.setMinimumWidth(110)
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return box


def note(page: QWidget, name: str, text: str = "") -> QLabel:
    """A quiet line of plain text that may be long."""
    label = plain_label(text, page, name=f"connection.{name}")
    label.setProperty("quiet", True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label


def form_of(page: QWidget) -> QFormLayout:
    """The layout of a page."""
    form = QFormLayout(page)
    form.setContentsMargins(4, 14, 4, 8)
    form.setHorizontalSpacing(14)
    form.setVerticalSpacing(9)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def add_row(form: QFormLayout, field: QWidget, *beside: QWidget) -> None:
    """A row titled by the field's accessible name, the label on a line with it."""
    label = QLabel(field.accessibleName())
    label.setBuddy(field)
    label.setMinimumHeight(field.sizeHint().height())
    if not beside:
        form.addRow(label, field)
        return
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(field, 1)
    for each in beside:
        row.addWidget(each)
    form.addRow(label, row)


def show_row(form: QFormLayout, field: QWidget, shown: bool) -> None:
    """Show the row of `field`, or leave its place to the others."""
    for row in range(form.rowCount()):
        item = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        inside = item.layout() if item else None
        if item and (item.widget() is field or (inside and _holds(inside, field))):
            form.setRowVisible(row, shown)


def chooser(
    field: QLineEdit, words: str, title: str, kinds: str, say: Callable[[str], str]
) -> QPushButton:
    """A button that has a file chosen into `field`; `say` names it for who listens."""
    button = QPushButton(words, field.parentWidget())
    button.setObjectName(f"{field.objectName()}.choose")
    button.setAccessibleName(say(field.accessibleName()))
    button.setAutoDefault(False)

    def ask() -> None:
        dialog = QFileDialog(button, title, first_folder(), kinds)
        dialog.setObjectName("files.dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(field.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    button.clicked.connect(ask)
    return button


def _holds(inside: object, field: QWidget) -> bool:
    assert isinstance(inside, QHBoxLayout)
    return inside.indexOf(field) >= 0

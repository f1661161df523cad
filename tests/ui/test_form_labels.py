from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.form_labels import align_forms, centre_labels, hint_label


def test_fields_of_two_forms_begin_at_one_line_and_labels_are_beside_them(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    forms, fields = [], []
    for title in ("Days", "Room for history, in megabytes"):
        form, field = QFormLayout(), QLineEdit()
        form.addRow(title, field)
        form.addRow("", QLineEdit())
        centre_labels(form, 40)
        column.addLayout(form)
        forms.append(form)
        fields.append(field)
    align_forms(*forms)
    page.show()
    first, second = (field.x() for field in fields)
    assert first == second
    assert forms[0].labelForField(fields[0]).height() >= 40


def test_a_hint_is_whole_in_a_window_with_little_room(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    hint = hint_label("a text of some length that breaks into lines " * 4, page)
    form = QFormLayout(page)
    for _ in range(3):
        form.addRow("Days", QLineEdit())
    form.addRow("", hint)
    page.show()
    page.resize(300, 20)
    assert hint.height() >= hint.heightForWidth(hint.width())

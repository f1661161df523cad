from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.hand_forms import CopyForm, ExportForm
from hmpush_gui.ui.hand_menus import HandButton, add_forms, copy_name, export_name


def test_a_menu_is_filled_when_it_first_opens_and_not_again(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[CopyForm] = []

    def fill(menu: QMenu) -> None:
        add_forms(menu, {form: copy_name(form) for form in CopyForm}, chosen.append)

    button = HandButton("x.copy", "Copy as ▾", "Copies", fill, parent)
    assert button.accessibleName() == "Copy as"
    assert button.menu().isEmpty()
    for _time in range(2):
        button.menu().aboutToShow.emit()
        assert len(button.menu().actions()) == len(CopyForm)
    button.menu().actions()[-1].trigger()
    assert chosen == [CopyForm.JAVA]


def test_every_form_has_a_name_of_its_own() -> None:
    names = [*map(copy_name, CopyForm), *map(export_name, ExportForm)]
    assert len(set(names)) == len(names)

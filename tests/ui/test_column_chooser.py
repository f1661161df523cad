import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.token_columns import Columns, Field
from hmpush_gui.exchange.token_source import Preview
from hmpush_gui.ui.column_chooser import ColumnChooser

from .conftest import Heard

GUESS = Columns(1, {Field.LABEL: 0}, header=True)
TABLE = Preview("table", (("name", "token", ""), ("P60", "abc", "x")), GUESS)


@pytest.fixture
def chooser(qtbot: QtBot) -> ColumnChooser:
    chooser = ColumnChooser()
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.show_preview(TABLE)
    return chooser


def offered(chooser: ColumnChooser) -> list[str]:
    box = chooser.tokens
    return [box.itemText(n) for n in range(box.count())]


def test_the_guess_is_chosen_and_columns_go_by_their_names(
    chooser: ColumnChooser,
) -> None:
    assert chooser.columns() == GUESS
    assert offered(chooser) == ["every cell", "name", "token", "column 3"]


def test_another_choice_is_told(chooser: ColumnChooser, heard: Heard) -> None:
    changed = heard(chooser.changed)
    chooser.tokens.setCurrentIndex(3)
    chooser.fields[Field.NOTE].setCurrentIndex(2)
    assert len(changed) == 2
    fields = {Field.LABEL: 0, Field.NOTE: 1}
    assert chooser.columns() == Columns(2, fields, header=True)


def test_without_names_columns_have_numbers(chooser: ColumnChooser) -> None:
    chooser.header.setChecked(False)
    assert offered(chooser) == ["every cell", "column 1", "column 2", "column 3"]
    assert chooser.columns() == Columns(1, {Field.LABEL: 0})


def test_where_every_cell_is_a_token_nothing_stands_beside_one(
    chooser: ColumnChooser,
) -> None:
    chooser.tokens.setCurrentIndex(0)
    assert chooser.columns() == Columns(None, {}, header=True)
    assert not any(box.isEnabled() for box in chooser.fields.values())
    assert {box.currentText() for box in chooser.fields.values()} == {"none"}
    chooser.tokens.setCurrentIndex(2)
    assert chooser.columns() == GUESS


def test_another_list_has_its_own_guess_after_every_cell(
    chooser: ColumnChooser,
) -> None:
    chooser.fields[Field.NOTE].setCurrentIndex(3)
    chooser.tokens.setCurrentIndex(0)
    chooser.show_preview(TABLE)
    assert chooser.columns() == GUESS
    assert all(box.isEnabled() for box in chooser.fields.values())


def test_a_column_is_taken_for_one_thing(chooser: ColumnChooser) -> None:
    chooser.tokens.setCurrentIndex(1)
    assert chooser.columns() == Columns(0, {}, header=True)


def test_a_list_has_nothing_to_choose(chooser: ColumnChooser) -> None:
    chooser.show_preview(Preview("text", (("abc",), ("def",)), Columns()))
    assert not chooser.tokens.isVisible()
    assert chooser.header.isVisible()
    assert chooser.columns() == Columns()

import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.token_columns import Columns, Field
from hmpush_gui.exchange.token_source import Preview
from hmpush_gui.ui.list_preview import ListPreview

from .conftest import Heard

GUESS = Columns(1, {Field.LABEL: 0}, header=True)
ROWS = (("name", "token"), ("P60", "a"))


@pytest.fixture
def preview(qtbot: QtBot) -> ListPreview:
    preview = ListPreview()
    qtbot.addWidget(preview)
    return preview


def test_it_shows_the_first_rows_and_begins_with_the_guess(
    preview: ListPreview,
) -> None:
    preview.show_preview(Preview("table", ROWS, GUESS))
    assert preview.model.rowCount() == 2
    assert preview.columns() == GUESS


def test_only_a_file_of_several_sheets_offers_them(
    preview: ListPreview, heard: Heard
) -> None:
    chosen = heard(preview.sheet_chosen)
    preview.show_preview(Preview("sheet", ROWS, GUESS, ("One",), "One"))
    assert preview.sheets.isHidden()
    preview.show_preview(Preview("sheet", ROWS, GUESS, ("One", "Two"), "Two"))
    assert not preview.sheets.isHidden()
    assert preview.sheets.currentText() == "Two"
    assert not chosen
    preview.sheets.setCurrentText("One")
    assert chosen == [("One",)]

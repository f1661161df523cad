from PySide6.QtCore import Qt

from hmpush_gui.exchange.token_columns import Columns, Field
from hmpush_gui.exchange.token_source import Preview
from hmpush_gui.ui.import_preview import ImportPreviewModel
from hmpush_gui.ui.preview_table import PreviewTable

from .conftest import Sound

GUESS = Columns(1, {Field.LABEL: 0, Field.TAGS: 3}, header=True)
TABLE = Preview(
    "table", (("name", "token", "id", "tags"), ("P60", "abc" * 99, "7")), GUESS
)


def heads(model: ImportPreviewModel) -> list[str]:
    across = Qt.Orientation.Horizontal
    return [model.headerData(n, across) for n in range(model.columnCount())]


def test_columns_are_named_by_what_they_are_taken_for(sound: Sound) -> None:
    model = ImportPreviewModel()
    assert model.rowCount() == 0
    model.show_rows(TABLE, GUESS)
    sound(model)
    assert heads(model) == ["Name", "Token", "not taken", "Tags"]
    model.show_rows(TABLE, Columns())
    assert heads(model) == ["Token"] * 4


def test_rows_are_shown_as_they_stand_and_what_is_not_taken_is_quiet() -> None:
    model = ImportPreviewModel()
    model.show_rows(TABLE, GUESS)
    assert model.index(1, 0).data() == "P60"
    assert model.index(1, 3).data() == ""
    quiet = Qt.ItemDataRole.ForegroundRole
    assert model.index(0, 1).data(quiet) is not None
    assert model.index(1, 1).data(quiet) is None
    assert model.index(1, 2).data(quiet) is not None
    assert model.index(0, 1).data(Qt.ItemDataRole.FontRole).italic()


def test_a_long_token_does_not_push_the_others_out_of_sight() -> None:
    model = ImportPreviewModel()
    model.show_rows(TABLE, GUESS)
    table = PreviewTable(model)
    table.fit()
    assert table.columnWidth(1) == 280
    assert 70 <= table.columnWidth(0) < 100

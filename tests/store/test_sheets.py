import json
from typing import Any

import pytest

from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.run_sheet import Mark, RunSheet
from hmpush_gui.store.errors import Damaged
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.sheets import SheetStore
from tests.pushkit.test_run_sheet import SHEET


def full() -> RunSheet:
    sheet = SHEET.settled("1", [Outcome("ta", Verdict.REJECTED, "1", "x")], "r", 2.5)
    return sheet.marked([("1", "ta")], Mark.FAIL).noted(("2", "tb"), "später")


def test_sheets_come_back_as_they_were(folder: DataFolder) -> None:
    store = SheetStore(folder)
    assert list(store.load()) == []
    store.save([full(), SHEET])
    assert list(SheetStore(folder).load()) == [full(), SHEET]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("scenarios", None),
        ("name", 5),
        ("devices", [1]),
        ("findings", [{"scenario": "1"}]),
    ],
)
def test_what_is_no_sheet_is_set_aside(
    folder: DataFolder, key: str, value: Any
) -> None:
    SheetStore(folder).save([full()])
    text = folder.read_text("sheets.json")
    assert text
    (content,) = json.loads(text)
    folder.write_text("sheets.json", json.dumps([{**content, key: value}]))
    with pytest.raises(Damaged):
        SheetStore(folder).load()
    assert list(SheetStore(folder).load()) == []

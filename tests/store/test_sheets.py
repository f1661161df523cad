import json
from typing import Any

import pytest

from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.run_sheet import Mark, RunSheet
from hmpush_gui.store.errors import Damaged
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.sheets import SheetStore
from tests.pushkit.test_run_sheet import SHEET

FOUND = {
    "scenario": "1", "token": "t", "verdict": "accepted", "code": "", "reason": "",
    "request_id": "", "at": 1, "mark": "open", "note": "",
}  # fmt: skip
"""A finding as versions wrote it that knew no receipts."""


def full() -> RunSheet:
    sheet = SHEET.left("1", ["tb"], "k").receipted("k", {"tb": (6, 7.5)})
    sheet = sheet.settled("1", [Outcome("ta", Verdict.REJECTED, "1", "x")], "r", 2.5)
    return sheet.marked([("1", "ta")], Mark.FAIL).noted(("2", "tb"), "später")


def test_sheets_come_back_as_they_were(folder: DataFolder) -> None:
    store = SheetStore(folder)
    assert list(store.load()) == []
    store.save([full(), SHEET])
    assert list(SheetStore(folder).load()) == [full(), SHEET]


def test_a_sheet_from_before_receipts_is_read(folder: DataFolder) -> None:
    store = SheetStore(folder)
    store.save([full()])
    path = folder.path / "sheets.json"
    content = json.loads(path.read_text())
    sheets = content if isinstance(content, list) else content["content"]
    for found in sheets[0]["findings"]:
        del found["receipt"], found["receipt_at"]
    path.write_text(json.dumps(content))
    (sheet,) = store.load()
    assert [each.receipt for each in sheet.findings.values()] == [None] * 3
    assert sheet.finding(("1", "ta")) == full().finding(("1", "ta"))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("scenarios", None),
        ("name", 5),
        ("devices", [1]),
        ("findings", [{"scenario": "1"}]),
        ("findings", [{**FOUND, "receipt": "6"}]),
        ("findings", [{**FOUND, "receipt": True}]),
        ("findings", [{**FOUND, "receipt_at": "now"}]),
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

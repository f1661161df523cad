import csv
import io

import pytest

from hmpush_gui.exchange.results_csv import HEAD, harmless, results_csv
from hmpush_gui.pushkit.outcome import Verdict

from .sends import receipted, send


def test_a_table_is_csv_with_a_mark_and_line_ends_of_its_standard() -> None:
    text = results_csv(send(label='=1+1,"quoted"\nline'))
    assert text.startswith("\ufeffdevice,token,outcome,")
    assert "\r\n" in text
    head, *rows = csv.reader(io.StringIO(text[1:], newline=""), strict=True)
    assert tuple(head) == HEAD
    assert len(rows) == 4
    assert rows[1][0].startswith('\'=1+1,"quoted"\nline 2')
    assert rows[1][2:5] == ["rejected", "80100000", "noRight"]


def test_receipts_have_columns_of_their_own_and_change_no_outcome() -> None:
    head, *rows = csv.reader(io.StringIO(results_csv(receipted())[1:], newline=""))
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [each["outcome"] for each in told] == list(Verdict)
    assert [each["receipt"] for each in told] == ["0", "", "6", ""]
    assert told[0]["receipt_time"] == "2027-01-15T08:00:01.250+00:00"
    assert told[2]["receipt_meaning"] == "Not shown: notifications are off."
    assert told[2]["receipt_next_step"]
    assert not told[2]["receipt_time"]


@pytest.mark.parametrize("start", "=+-@\t\r\n＝＋－＠")
def test_a_cell_is_never_a_formula(start: str) -> None:
    assert harmless(f"{start}cmd|' /C calc'!A0").startswith("'")


def test_other_cells_stay_as_they_are() -> None:
    assert [harmless(cell) for cell in ("", "a=b", "'x", "80000000")] == [
        "",
        "a=b",
        "'x",
        "80000000",
    ]

"""What is handed out of receipts can be read by anybody."""

import csv
import io

from hmpush_gui.exchange.receipt_export import (
    HEAD,
    ToldReceipt,
    receipts_csv,
    receipts_text,
)
from hmpush_gui.pushkit.receipt import Receipt

TOKEN = "IQAAAACy0tEjAABTx8AVZ0mZ3xKf-AaWDl6E2UYRm2c_9h1SdRdmCvTK"
TOLD = [
    ToldReceipt(
        Receipt(TOKEN, 6, 1_900_000_001.0, "42", f"about {TOKEN}"),
        "=Phone\tone",
        "Hello",
    ),
    ToldReceipt(Receipt("other", 4711)),
]


def test_the_table_has_a_row_for_each_receipt_without_whole_tokens() -> None:
    text = receipts_csv(TOLD)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert TOKEN not in text
    assert rows[0]["token"] == "IQAA…CvTK"
    assert rows[0]["device"] == "'=Phone\tone"
    assert rows[0]["meaning"] == "Not shown: notifications are off."
    assert rows[0]["time"].startswith("2030-03-1")
    assert (rows[1]["result"], rows[1]["meaning"], rows[1]["time"]) == ("4711", "", "")


def test_the_text_has_a_line_for_each_receipt() -> None:
    lines = receipts_text(TOLD, "zh").splitlines()
    assert [len(line.split("\t")) for line in lines] == [len(HEAD)] * 3
    assert "未展示：通知已关闭。" in lines[1]
    assert TOKEN not in "".join(lines)

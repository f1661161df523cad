from PySide6.QtCore import Qt

from hmpush_gui.pushkit.receipt import Receipt, SendName, local_time
from hmpush_gui.ui.receipt_list import Column, ReceiptList, ReceiptRow

from .conftest import Sound

GOOD = Receipt("token-1", 0, 1_900_000_000.0, "42", "week")
STRANGE = Receipt("token-2", 4711)


def row(model: ReceiptList, number: int) -> list[str]:
    return [model.index(number, column).data() for column in Column]


def test_the_model_keeps_the_rules(qapp: object, sound: Sound) -> None:
    model = ReceiptList()
    model.show_rows([ReceiptRow(GOOD), ReceiptRow(STRANGE)])
    sound(model)


def test_a_row_says_what_is_known_and_what_is_not(qapp: object) -> None:
    model = ReceiptList()
    model.show_rows([ReceiptRow(GOOD), ReceiptRow(STRANGE)])
    assert row(model, 1) == [
        "4711", "not in the device book", "–", "…", "–", "to…-2",
    ]  # fmt: skip
    model.name({GOOD}, {}, {})
    assert row(model, 0)[Column.SEND] == "not in History"
    assert row(model, 1)[Column.SEND] == "…"
    model.name(
        {GOOD, STRANGE},
        {
            GOOD: SendName("key", "Hello", 5.0, "p"),
            STRANGE: SendName("key", "", 5.0, "p", sure=False),
        },
        {"token-1": "Phone"},
    )
    assert row(model, 0) == [
        "0 · Arrived on the device.", "Phone", local_time(1_900_000_000),
        "Hello", "week", "to…-1",
    ]  # fmt: skip
    assert row(model, 1)[Column.SEND] == f"{local_time(5)} (by its label)"


def test_a_tip_explains_what_to_do(qapp: object) -> None:
    model = ReceiptList()
    model.show_rows([ReceiptRow(Receipt("t", 31)), ReceiptRow(STRANGE)])
    tip = model.index(0, Column.RESULT).data(Qt.ItemDataRole.ToolTipRole)
    assert "1. No skill of the app" in tip
    assert "→ Correct the app’s skills" in tip
    tip = model.index(1, Column.RESULT).data(Qt.ItemDataRole.ToolTipRole)
    assert "4711 is not in our catalogue" in tip

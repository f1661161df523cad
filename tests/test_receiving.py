"""Receipts in the whole program: those of the sandbox, and those that are pasted."""

import json
from pathlib import Path

import pytest

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.death import receipt_death
from hmpush_gui.samples import KEY
from hmpush_gui.sandbox.tokens import TokenState
from hmpush_gui.ui.receipt_dialog import ReceiptDialog
from hmpush_gui.ui.receipt_list import Column
from hmpush_gui.ui.receipt_tables import PASTED, SANDBOX
from hmpush_gui.ui.result_list import Column as Results

from .programs import engine, outcomes, program, sandbox, send_and_wait, until

pytestmark = pytest.mark.usefixtures("qapp")


def first_token(desk: Desk) -> str:
    return desk.window.devices.roll_of(KEY).tokens[0]


def told(desk: Desk) -> list[str]:
    """What Results shows of the receipt of each device."""
    model = desk.window.outcome.results.model
    return [model.index(row, Results.RECEIPT).data() for row in range(model.rowCount())]


def texts(dialog: ReceiptDialog, column: Column) -> list[str]:
    model = dialog.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def pasted(desk: Desk, result: int) -> str:
    """A callback about the request that went out last."""
    exchange = desk.window.outcome.shown_send().exchanges[-1]  # type: ignore[union-attr]
    status = {
        "token": first_token(desk),
        "requestId": exchange.request_id,
        "deliveryStatus": {"result": result, "timestamp": 4_000_000_000_000},
    }
    return json.dumps({"statuses": [status]})


async def test_receipts_of_the_sandbox_come_in_by_themselves(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        window, token = desk.window, first_token(desk)
        sandbox(desk).set_state(token, TokenState.GONE)
        await send_and_wait(desk)
        await until(lambda: any(told(desk)))
        assert outcomes(desk)[0] == ("Accepted", "")
        assert told(desk)[0] == "2 · The app is not installed any more"
        window.receipts.show()
        dialog = window.receipts.dialog
        dialog.choose(SANDBOX)
        assert "2 · The app is not installed any more." in texts(dialog, Column.RESULT)
        await until(lambda: set(texts(dialog, Column.SEND)) == {"Parcel on its way"})
        assert "Phone of Li Lei" in texts(dialog, Column.DEVICE)


async def test_a_device_that_a_receipt_calls_dead_is_marked_and_stays(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        roll, token = desk.window.devices.roll_of(KEY), first_token(desk)
        sandbox(desk).set_state(token, TokenState.GONE)
        await send_and_wait(desk)
        await until(lambda: receipt_death(roll.dead.get(0, "")))
        # Accepted once more, which proves nothing.
        await send_and_wait(desk)
        assert roll.dead[0].startswith("receipt 2 ")
        assert roll.slot_of(token) == 0
        sandbox(desk).set_state(token, TokenState.LIVE)
        await send_and_wait(desk)
        await until(lambda: 0 not in roll.dead)


async def test_what_receipts_said_is_shown_again_after_a_restart(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        await until(lambda: any(told(desk)))
    async with program(tmp_path) as desk:
        panel = desk.window.outcome.history
        await until(lambda: panel.model.rowCount() == 1)
        desk.window.receipts.open_send(panel.model.sends()[0].key)
        await until(lambda: "0 · Arrived on the device" in told(desk))


async def test_a_pasted_receipt_is_joined_to_its_send_and_kept(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        window = desk.window
        await send_and_wait(desk)
        window.receipts.show()
        dialog = window.receipts.dialog
        dialog.text.setPlainText(pasted(desk, 5))
        await until(lambda: dialog.open_send.isEnabled())
        assert dialog.source.current == PASTED
        assert texts(dialog, Column.SEND) == ["Parcel on its way"]
        assert texts(dialog, Column.DEVICE) == ["Phone of Li Lei"]
        assert 0 not in window.devices.roll_of(KEY).dead
        dialog.keep.click()
        await until(lambda: "Kept in History: 1." in dialog.said.text())
        assert "Devices marked anew as dead or alive: 1." in dialog.said.text()
        assert told(desk)[0].startswith("5 · ")
        dialog.keep.click()
        await until(lambda: "Known already: 1." in dialog.said.text())


async def test_forgetting_a_send_leaves_its_receipts_without_one(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        await until(lambda: any(told(desk)))
        panel = desk.window.outcome.history
        await until(lambda: panel.model.rowCount() == 1)
        key = panel.model.sends()[0].key
        await until(lambda: key not in engine(desk).sends.under_way())
        body = pasted(desk, 5)
        panel.forget_wanted.emit([key])
        await until(lambda: panel.model.rowCount() == 0)
        desk.window.receipts.show()
        dialog = desk.window.receipts.dialog
        dialog.text.setPlainText(body)
        await until(lambda: texts(dialog, Column.SEND) == ["not in History"])
        dialog.keep.click()
        await until(lambda: "not kept: 1." in dialog.said.text())


async def test_a_callback_is_opened_from_a_file(tmp_path: Path) -> None:
    async with program(tmp_path / "data") as desk:
        file = tmp_path / "body.json"
        file.write_text('{"statuses":[{"token":"t","deliveryStatus":{"result":6}}]}')
        desk.window.receipts.show()
        dialog = desk.window.receipts.dialog
        dialog.open_file(str(file))
        await until(lambda: dialog.model.rowCount() == 1)
        assert dialog.text.toPlainText() == file.read_text()
        dialog.open_file(str(tmp_path / "none.json"))
        await until(lambda: "none.json" in dialog.said.text())
        assert dialog.model.rowCount() == 0

"""Deliveries of the sandbox come to the window gathered, counted, and in order."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.phone import Delivery
from hmpush_gui.ui.phone_list import PhoneRole

from .programs import engine, program, until

pytestmark = pytest.mark.usefixtures("qapp")


def delivery(number: int, slot: str = "") -> Delivery:
    return Delivery(
        f"t{number}",
        1.0,
        "r",
        Api.V3,
        "0",
        str(number),
        "",
        "",
        alerting=True,
        shows=True,
        data="",
        test=False,
        notify_id=None,
        image="",
        lines=(),
        slot=slot,
    )


def shown(desk: Desk) -> list[str]:
    model = desk.window.phone.model
    rows = range(model.rowCount())
    return [model.index(row).data(PhoneRole.ITEM).title for row in rows]


async def test_of_many_the_last_are_shown_and_all_counted(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        arrived: list[int] = []
        desk.window.phone.arrived.connect(arrived.append)
        delivered = engine(desk).playground.delivered
        for first in range(0, 3000, 1000):
            delivered.emit(tuple(map(delivery, range(first, first + 1000))))
        await until(lambda: arrived)
        assert arrived == [3000]
        assert (len(shown(desk)), shown(desk)[0], shown(desk)[-1]) == (
            200,
            "2999",
            "2800",
        )


async def test_what_is_taken_back_was_there_first(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        playground = engine(desk).playground
        playground.delivered.emit((delivery(1, "7"), delivery(2, "7")))
        playground.removed.emit((delivery(1, "7"),))
        assert shown(desk) == ["2"]


async def test_a_device_of_the_book_has_its_name(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        (first, *_) = desk.window.devices.chosen()
        sent = replace(delivery(1), token=first.token)
        engine(desk).playground.delivered.emit((sent,))
        await until(lambda: shown(desk))
        item = desk.window.phone.model.index(0).data(PhoneRole.ITEM)
        assert item.device == first.label


async def test_while_thousands_come_they_are_shown_more_seldom(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        arrived: list[int] = []
        desk.window.phone.arrived.connect(arrived.append)
        delivered = engine(desk).playground.delivered
        delivered.emit(tuple(map(delivery, range(1000))))
        await until(lambda: arrived)
        delivered.emit(tuple(map(delivery, range(1000, 2000))))
        await asyncio.sleep(0.15)
        assert arrived == [1000]
        await until(lambda: arrived == [1000, 1000])
        assert shown(desk)[0] == "1999"

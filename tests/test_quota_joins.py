"""What was sent today counts once, now and after a restart."""

from pathlib import Path

import pytest

from hmpush_gui.desk import Desk

from .programs import program, send_and_wait, until

pytestmark = pytest.mark.usefixtures("qapp")


def quota(desk: Desk) -> str:
    return desk.window.strip.quota.text()


async def test_a_send_counts_against_the_quota_beside_the_button(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        before = quota(desk)
        await send_and_wait(desk)
        await until(lambda: quota(desk) != before)
        assert (before, quota(desk)) == (
            "Today: 0 of 1\N{NARROW NO-BREAK SPACE}000",
            "Today: 1 of 1\N{NARROW NO-BREAK SPACE}000",
        )
    # The sandbox forgets, and so does its count.
    async with program(tmp_path) as desk:
        assert quota(desk) == "Today: 0 of 1\N{NARROW NO-BREAK SPACE}000"

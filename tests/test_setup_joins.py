"""A newcomer's way: from the first start to an accepted push."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.setup_state import Proof
from hmpush_gui.ui.setup_dialog import SetupDialog

from .programs import idle, program, until

pytestmark = pytest.mark.usefixtures("qapp")


def dialog(desk: Desk) -> SetupDialog:
    found = desk.window.findChild(SetupDialog)
    assert isinstance(found, SetupDialog)
    return found


def tried(desk: Desk) -> bool:
    return Proof.SANDBOX in desk.window.setup.known().accepted


def send_sample(desk: Desk) -> None:
    button = dialog(desk).findChild(QPushButton, "setup.send_sample")
    assert isinstance(button, QPushButton)
    button.click()


async def test_two_clicks_lead_to_a_push_that_the_sandbox_accepted(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        desk.window.strip.guide.click()
        send_sample(desk)
        await until(lambda: tried(desk))
        assert dialog(desk).progress.text() == "1 of 11 done"
        await until(lambda: idle(desk))
    # The next start finds it in history, once somebody asks.
    async with program(tmp_path) as desk:
        assert not tried(desk)
        desk.window.setup.show()
        await until(lambda: tried(desk))


async def test_what_was_written_is_put_away_for_the_sample(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        document = desk.window.document
        title = ("payload", "notification", "title")
        document.set_value(title, "My own")
        desk.window.setup.show()
        send_sample(desk)
        await until(lambda: tried(desk))
        assert document.message.title != "My own"
        document.undo_stack.undo()
        assert document.message.title == "My own"
        await until(lambda: idle(desk))

"""An app is removed and installed again on simulated phones, in the whole program."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.samples import KEY
from hmpush_gui.sandbox.installs import Change
from hmpush_gui.ui.phone_menu import AppChange
from hmpush_gui.ui.table import point_at

from .programs import outcomes, program, send_and_wait, until

pytestmark = pytest.mark.usefixtures("qapp")


def choose(desk: Desk, name: str) -> None:
    """Choose an entry of the first device's menu."""
    panel = desk.window.devices_panel
    point_at(panel.table, desk.window.devices.index(0, 0))
    action = panel.menu.findChild(QAction, f"devices.menu.phone.{name}")
    assert isinstance(action, QAction)
    action.trigger()


def take(desk: Desk, words: str) -> None:
    """Press a button of the notices."""
    for button in desk.window.notices.findChildren(QPushButton, "notice.offer"):
        if button.text() == words and button.isVisible():
            button.click()
            return
    raise AssertionError(words)


def notices(desk: Desk) -> str:
    return "\n".join(desk.window.notices.texts())


def test_the_menu_and_the_sandbox_mean_the_same() -> None:
    assert [str(each) for each in AppChange] == [str(each) for each in Change]


async def test_an_app_is_installed_again_and_its_new_token_taken(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        roll = desk.window.devices.roll_of(KEY)
        old, name = roll.tokens[0], roll.label(0)
        choose(desk, "reinstall")
        assert f"{name}: the app is installed again" in notices(desk)
        await send_and_wait(desk)
        await until(lambda: roll.dead.get(0, "").startswith("receipt 5 "))
        assert outcomes(desk)[0][0] == "Accepted"
        take(desk, "Take the new token")
        assert roll.label(0) == f"{name} (old token)"
        assert not roll.ticks[0]
        new = len(roll.tokens) - 1
        assert (roll.label(new), roll.ticks[new]) == (name, 1)
        assert roll.tokens[new] != old
        await send_and_wait(desk)
        await until(lambda: desk.window.phone.model.rowCount())
        assert [verdict for verdict, _ in outcomes(desk)].count("Accepted") == 3
        assert roll.dead.get(new) is None


async def test_taking_a_token_and_installing_can_be_undone(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        roll = desk.window.devices.roll_of(KEY)
        before = [(each.token, each.label, each.chosen) for each in roll.devices()]
        choose(desk, "upgrade")
        take(desk, "Take the new token")
        assert len(roll) == len(before) + 1
        take(desk, "Undo")
        after = [(each.token, each.label, each.chosen) for each in roll.devices()]
        assert after == before
        assert "now with HarmonyOS 5" in notices(desk)
        take(desk, "Undo")
        await send_and_wait(desk)
        assert outcomes(desk)[0] == ("Accepted", "")
        await until(lambda: desk.window.phone.model.rowCount() == 3)
        assert not roll.dead.get(0)


async def test_a_removed_apps_notifications_leave_the_list_of_its_phone(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        phone = desk.window.phone
        await send_and_wait(desk)
        await until(lambda: phone.model.rowCount() == 3)
        button = phone.findChild(QPushButton, "phone.app")
        assert isinstance(button, QPushButton)
        button.click()
        action = phone.menu.findChild(QAction, "phone.menu.remove")
        assert isinstance(action, QAction)
        action.trigger()
        phone.menu.close()
        assert phone.model.rowCount() == 2
        take(desk, "Undo")
        await until(lambda: phone.model.rowCount() == 3)


async def test_only_the_sandbox_has_simulated_phones(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        panel = desk.window.devices_panel
        assert panel.simulated
        desk.window.projects.put(Project("shop", "Shop", Environment.TEST))
        desk.window.choose_project("shop")
        assert not panel.simulated

"""The window: ready, sending, with answers of every kind, asking, and narrow."""

import asyncio

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.sandbox.scenario import Scenario
from tests.programs import sandbox, send_and_wait, until

from .album import Album


async def take(album: Album, desk: Desk) -> None:
    await album.take(desk.window, "01-ready")
    await sending(album, desk)
    await failing(album, desk)
    await projects(album, desk)
    for _ in range(2):
        # The first makes a tab of the preview, which leaves room for less.
        desk.window.resize(1000, 760)
        await asyncio.sleep(0.1)
    await album.take(desk.window, "41-narrow")


async def sending(album: Album, desk: Desk) -> None:
    window = desk.window
    await send_and_wait(desk)
    await until(lambda: window.phone.model.rowCount() == 3)
    window.panes.right.setCurrentIndex(1)
    await album.take(window, "02-sent")
    for index, name in enumerate(("request", "response", "timeline", "explain"), 1):
        window.outcome.tabs.setCurrentIndex(index)
        await album.take(window, f"03-{name}")
    window.panes.right.setCurrentIndex(0)


async def failing(album: Album, desk: Desk) -> None:
    window = desk.window
    window.outcome.tabs.setCurrentIndex(0)
    for scenario in (Scenario.UNAVAILABLE, Scenario.HTML, Scenario.CUT):
        sandbox(desk).scenario = scenario
        await send_and_wait(desk)
        window.outcome.tabs.setCurrentIndex(2)
        await album.take(window, f"21-{scenario}")
    window.outcome.tabs.setCurrentIndex(0)
    await album.take(window, "22-unknown")
    sandbox(desk).scenario = Scenario.SLOW
    sandbox(desk).delay = 1.0
    window.gate.send()
    await asyncio.sleep(0.3)
    await album.take(window, "23-busy")
    await asyncio.sleep(1.0)
    sandbox(desk).scenario = Scenario.NORMAL


async def projects(album: Album, desk: Desk) -> None:
    window = desk.window
    window.panes.show_side(window.projects_panel)
    formal = Project("shop", "Shop 商城", Environment.FORMAL, "123456", "654321")
    window.editing.save(formal, [])
    await album.take(window, "31-projects")
    window.choice.choose("shop")
    window.devices.add(["first", "second"])
    window.choice.set_credentials("shop", window.choice.at_hand_for("sandbox"))
    window.choice.set_waiting("shop", "")
    window.panes.show_side(window.devices_panel)
    window.gate.send()
    await album.take(window, "32-confirm")
    window.confirm.cancel()
    window.panes.show_side(window.messages_panel)
    await album.take(window, "34-messages")
    window.choice.choose("sandbox")

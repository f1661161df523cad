"""What happened: results of many devices, history, comparing, the checklist."""

import asyncio

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.tokens import TokenState, make_token
from hmpush_gui.ui.checklist_dialog import ChecklistDialog
from hmpush_gui.ui.compare_dialog import CompareDialog
from hmpush_gui.ui.table import point_at
from tests.programs import sandbox, send_and_wait, until

from .album import Album

RESULTS, EXPLAIN, HISTORY = 0, 4, 5
STATES = (
    TokenState.DEAD,
    TokenState.ABROAD,
    TokenState.FOREIGN,
    TokenState.PROXY,
    TokenState.OFF,
)


async def take(album: Album, desk: Desk) -> None:
    window = desk.window
    tabs = window.outcome.tabs
    for index, name in ((RESULTS, "results"), (EXPLAIN, "explain"), (HISTORY, "past")):
        tabs.setCurrentIndex(index)
        await album.take(window, f"84-{name}-empty")
    await results(album, desk)
    await checklist(album, desk)
    await history(album, desk)


async def results(album: Album, desk: Desk) -> None:
    window = desk.window
    window.devices.add([make_token(state, 90) for state in STATES])
    window.devices.add([make_token(TokenState.LIVE, n) for n in range(500, 2500)])
    window.devices.choose(range(window.devices.rowCount()), True)
    sandbox(desk).scenario = Scenario.SLOW
    sandbox(desk).delay = 0.4
    window.gate.send()
    if window.confirm.isVisible():
        await album.take(window, "85-asked")
        window.confirm._go.click()
    await asyncio.sleep(0.6)
    window.outcome.progress.toggle_pause()
    await asyncio.sleep(0.6)
    await album.take(window, "85-paused")
    sandbox(desk).scenario = Scenario.NORMAL
    window.outcome.progress.toggle_pause()
    await until(lambda: not window.outcome._live, 60)
    await album.take(window, "85-results")
    panel = window.outcome.results
    panel.order.pick(frozenset({Verdict.REJECTED}))
    await album.take(window, "85-rejected")
    panel.table.setFocus()
    for row in range(panel.model.rowCount()):
        point_at(panel.table, panel.model.index(row, 0))
        window.outcome.tabs.setCurrentIndex(EXPLAIN)
        await album.take(window, f"86-explain-{row}")
        window.outcome.tabs.setCurrentIndex(RESULTS)
    panel.chips.release()
    panel.order.pick(frozenset())
    panel.search.setText("nowhere to be found")
    await asyncio.sleep(0.4)
    await album.take(window, "85-no-row")
    panel.search.clear()


async def checklist(album: Album, desk: Desk) -> None:
    window = desk.window
    window.devices.choose(range(window.devices.rowCount()), False)
    window.devices.choose([0], True)
    await send_and_wait(desk)
    window.outcome.inspector.show_checklist()
    dialog = window.findChild(ChecklistDialog)
    if dialog is not None:
        await album.take(dialog, "87-checklist")
        dialog.close()


async def history(album: Album, desk: Desk) -> None:
    window = desk.window
    for scenario in (Scenario.UNAVAILABLE, Scenario.HTML, Scenario.CUT):
        sandbox(desk).scenario = scenario
        await send_and_wait(desk)
        window.outcome.tabs.setCurrentIndex(EXPLAIN)
        await album.take(window, f"86-explain-{scenario}")
    sandbox(desk).scenario = Scenario.NORMAL
    window.document.set_value(("payload", "notification", "title"), "双十一大促 开始了")
    await send_and_wait(desk)
    window.outcome.tabs.setCurrentIndex(HISTORY)
    panel = window.outcome.history
    await until(lambda: panel.model.rowCount() > 4)
    point_at(panel.table, panel.model.index(0, 0))
    panel.toggle_star()
    panel.annotated.emit(panel.chosen()[0].key, "给产品看的那一次 for the ticket")
    await album.take(window, "88-history")
    panel.search.setText("nowhere to be found")
    await asyncio.sleep(0.6)
    await album.take(window, "88-history-none")
    panel.show_all()
    await until(lambda: panel.model.rowCount() > 4)
    newer, older = panel.model.sends()[:2]
    panel.compare_wanted.emit(older.key, newer.key)
    await until(lambda: window.findChild(CompareDialog) is not None)
    dialog = window.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    await album.take(dialog, "89-compare")
    dialog.close()

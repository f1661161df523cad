"""Has the sandbox behave as the window says: badly, or not at all."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hmpush_gui.playground import Playground
from hmpush_gui.samples import KEY
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.tasks import Start
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.words import said

if TYPE_CHECKING:
    from hmpush_gui.ui.phone_panel import PhonePanel

OFF = "off"
"""No scenario of the sandbox: there is none that could play it."""


class ScenarioJoins(QObject):
    """Offers the scenarios, and to switch the sandbox off and on again."""

    def __init__(
        self,
        window: MainWindow,
        playground: Playground,
        start: Start,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._playground = playground
        self._start = start
        self._switching = asyncio.Lock()
        window.panels.phone.when_made(self._join)

    def offer(self) -> None:
        """Fill the list, once there is a sandbox."""
        scenarios = {
            str(each): (said(each.label), said(each.description)) for each in Scenario
        }
        scenarios[OFF] = (
            self.tr("The sandbox is switched off: no connection"),
            self.tr("Its port is closed. What waits for an answer gets none."),
        )
        self._window.phone.load_scenarios(scenarios)

    def show(self) -> None:
        """Show how the sandbox behaves now; some scenarios end by themselves."""
        if sandbox := self._playground.sandbox:
            key = str(sandbox.scenario) if self._playground.url else OFF
            self._window.phone.show_scenario(key)

    def _join(self, panel: "PhonePanel") -> None:
        panel.scenario_chosen.connect(lambda key: self._start(self._choose(key)))

    async def _choose(self, key: str) -> None:
        sandbox = self._playground.sandbox
        if sandbox is None:
            return
        if key != OFF:
            sandbox.scenario = Scenario(key)
        # One after the other, as they were chosen.
        async with self._switching:
            await self._switch(on=key != OFF)

    async def _switch(self, *, on: bool) -> None:
        if on == bool(self._playground.url):
            return
        try:
            url = await asyncio.to_thread(self._playground.switch, on)
        except OSError as error:
            words = self.tr("The sandbox could not open a port ({detail}).")
            detail = error.strerror or str(error)
            self._window.tell(words.format(detail=detail), Tone.WARNING)
            self.show()
            return
        if on:
            self._move(url)

    def _move(self, url: str) -> None:
        """Somebody else may have taken its port meanwhile."""
        for project in self._window.projects.projects():
            if project.key == KEY and project.push_host != url:
                moved = replace(project, push_host=url, oauth_host=url)
                self._window.replace_project(moved)

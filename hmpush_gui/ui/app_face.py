"""How the app looks whose notifications are drawn: name, icon, colour."""

from dataclasses import dataclass

from hmpush_gui.exchange.veil_mark import NAMED

from .graphemes import clusters

ICON_COLOURS = (
    "#0a59f7",
    "#0f9d9a",
    "#1f9d4d",
    "#e8710a",
    "#d4353d",
    "#b0358f",
    "#6b4ee6",
    "#3b4654",
)
"""Colours to choose from for the tile of the icon; white letters read on all."""


@dataclass(frozen=True, slots=True)
class AppFace:
    """The message cannot change these: the system takes them from the app (facts G.1).

    `letter` stands for the picture on the icon; empty, the name's first.
    """

    name: str = ""
    letter: str = ""
    colour: str = ICON_COLOURS[0]

    @property
    def sign(self) -> str:
        """What stands on the icon."""
        name = self.name.strip().strip(NAMED)
        return (clusters(self.letter.strip() or name.upper()) or ["A"])[0]

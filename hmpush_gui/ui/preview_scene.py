"""What decides how a preview looks: the place, the device, the message."""

from dataclasses import dataclass
from enum import StrEnum

from hmpush_gui.pushkit.arrival import Arrival

from .app_face import AppFace
from .card_layout import CardContent


class Surface(StrEnum):
    """Places where a notification is seen (facts G.2)."""

    CENTRE = "centre"
    LOCK = "lock"
    BANNER = "banner"
    BADGE = "badge"


class Variant(StrEnum):
    """States of those places."""

    ALONE = "alone"
    CLOSED = "closed"
    OPENED = "opened"
    LIST = "list"
    COUNT = "count"
    HIDDEN = "hidden"
    NORMAL = "normal"
    FULL = "full"
    ICON = "icon"


VARIANTS: dict[Surface, tuple[Variant, ...]] = {
    Surface.CENTRE: (Variant.ALONE, Variant.CLOSED, Variant.OPENED),
    Surface.LOCK: (Variant.LIST, Variant.COUNT, Variant.HIDDEN),
    Surface.BANNER: (Variant.NORMAL, Variant.FULL),
    Surface.BADGE: (Variant.ICON,),
}
"""The states of each place, the one to begin with first."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A screen in virtual pixels; `radius` of its corners.

    `by_table`: the table of how much text is shown (facts G.1) is said of it.
    """

    key: str
    width: float
    height: float
    radius: float = 28.0
    by_table: bool = False
    wearable: bool = False


PHONE = Canvas("phone", 374, 823, by_table=True)
CANVASES = (
    PHONE,
    Canvas("fold", 440, 744),
    Canvas("fold-open", 665, 940),
    Canvas("tablet", 736, 1120),
    Canvas("watch", 233, 233, radius=116.5, wearable=True),
)
"""The first three are the examples of facts G.5; tablet and watch are ours."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture to be drawn. `badge` is the text on the icon, `date` of the phone."""

    surface: Surface
    variant: Variant
    canvas: Canvas
    content: CardContent
    arrival: Arrival
    app: AppFace
    badge: str = ""
    date: str = ""
    shows_card: bool = True

"""The things that a surface is made of, each with its place; no painting."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRectF

from .card_layout import CardLayout


class Ink(Enum):
    """What a text stands on, and how loud it is."""

    WALL = auto()
    WALL_QUIET = auto()
    TITLE = auto()
    BODY = auto()
    TIME = auto()


class Backdrop(Enum):
    """What lies behind everything."""

    WALL = auto()
    PAGE = auto()
    FILM = auto()
    WATCH = auto()


@dataclass(frozen=True, slots=True)
class CardItem:
    """A notification; `raised` where it floats over something."""

    area: QRectF
    card: CardLayout
    raised: bool = False


@dataclass(frozen=True, slots=True)
class SheetItem:
    """An empty card."""

    area: QRectF
    radius: float = 16.0


@dataclass(frozen=True, slots=True)
class TextItem:
    """One line of text, `size` in pixels. `rest` is what was cut off."""

    area: QRectF
    text: str
    size: int
    ink: Ink = Ink.WALL
    medium: bool = False
    centred: bool = False
    rest: str = ""


@dataclass(frozen=True, slots=True)
class GhostItem:
    """Stands for something of no interest: another app, a line of text."""

    area: QRectF
    radius: float = 4.0


@dataclass(frozen=True, slots=True)
class IconItem:
    """The icon of the app."""

    area: QRectF


@dataclass(frozen=True, slots=True)
class BadgeItem:
    """The red number at the corner of an icon."""

    area: QRectF
    text: str


@dataclass(frozen=True, slots=True)
class StatusItem:
    """The bar at the top; `with_app`, it has the small icon of the app."""

    area: QRectF
    time: str
    with_app: bool


@dataclass(frozen=True, slots=True)
class HandleItem:
    """The grip of a banner."""

    area: QRectF


@dataclass(frozen=True, slots=True)
class ArrowItem:
    """Folds an opened group up."""

    area: QRectF


@dataclass(frozen=True, slots=True)
class PlayItem:
    """The triangle on a film."""

    area: QRectF


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """Where a notification would be, the reason why it is not."""

    area: QRectF
    text: str


Item = (
    CardItem
    | SheetItem
    | TextItem
    | GhostItem
    | IconItem
    | BadgeItem
    | StatusItem
    | HandleItem
    | ArrowItem
    | NoticeItem
    | PlayItem
)


@dataclass(frozen=True, slots=True)
class SurfaceLayout:
    """A screen, or as much of its height as is drawn, and what stands on it.

    `least` is the height below which something to be seen would be missing.
    """

    area: QRectF
    radius: float
    backdrop: Backdrop
    items: tuple[Item, ...]
    least: float

    def cards(self) -> list[CardItem]:
        return [item for item in self.items if isinstance(item, CardItem)]

    def texts(self) -> list[TextItem]:
        return [item for item in self.items if isinstance(item, TextItem)]

    def cut_at(self, x: float, y: float) -> str:
        """What is cut of the text at a point, empty if nothing."""
        for text in self.texts():
            if text.area.contains(x, y):
                return text.rest
        for item in self.cards():
            if item.area.contains(x, y):
                return _card_cut(item, y)
        return ""

    def cuts(self) -> "Cuts":
        """What is cut of title and body, wherever they stand."""
        for item in self.cards():
            card = item.card
            last = card.body[-1][1] if card.body else ""
            return Cuts(
                Cut(card.title_text, card.title_rest), Cut(last, card.body_rest)
            )
        return Cuts(self._cut(Ink.TITLE), self._cut(Ink.BODY))

    def _cut(self, ink: Ink) -> "Cut":
        lines = [text for text in self.texts() if text.ink is ink]
        cut = [Cut(line.text, line.rest) for line in lines if line.rest]
        return cut[0] if cut else Cut()


@dataclass(frozen=True, slots=True)
class Cut:
    """The line at whose end a text is `shown` no further, and the `rest` of it."""

    shown: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Cuts:
    """What of title and body a place does not show."""

    title: Cut
    body: Cut


def _card_cut(item: CardItem, y: float) -> str:
    below_title = y - item.area.top() > item.card.title.bottom()
    return item.card.body_rest if below_title else item.card.title_rest

"""How a message gets to a person: drawn by the system, given to the app, or both."""

from dataclasses import dataclass
from enum import StrEnum

from .kinds import kind_of
from .message import Message
from .route_lines import Line, route_line
from .route_risks import risks_of
from .route_stages import Stage, stages_of
from .route_told import Told
from .words import Sentence


class Route(StrEnum):
    """Who deals with a message first.

    `MIXED` is at risk: what one part asks for, the other part prevents.
    """

    SYSTEM = "system"
    APP = "app"
    BOTH = "both"
    MIXED = "mixed"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Routing:
    """The way of one message: a line, what may go wrong, and state by state."""

    route: Route
    line: Sentence
    risks: tuple[Told, ...]
    stages: tuple[Stage, ...]


def routing(message: Message) -> Routing:
    """What the system does with `message` (facts A.4, A.5, B.2 to B.10)."""
    line, risks = route_line(message), risks_of(message)
    return Routing(_route(message, line, risks), line.words, risks, stages_of(message))


def _route(message: Message, line: Line, risks: tuple[Told, ...]) -> Route:
    if risks:
        return Route.MIXED
    shape = kind_of(message).shape
    if shape in ("webpush", "apns"):
        return Route.ELSEWHERE
    if line.system and line.app:
        return Route.BOTH
    return Route.SYSTEM if line.system else Route.APP

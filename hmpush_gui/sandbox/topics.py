"""Which phone's app takes which topics (facts A.10)."""

from datetime import UTC, datetime

from hmpush_gui.pushkit.message import Json

from .condition import Matcher

MOST_TOPICS = 2000
"""Topics of one app on one phone."""


class TopicTasks:
    """The sends to topics that are under way, each until its answer is out."""

    def __init__(self) -> None:
        self._ends: list[float] = []

    def begin(self, now: float, ends: float, most: int | None) -> bool:
        """False if `most` are under way already (facts A.10). Unix seconds."""
        self._ends = [each for each in self._ends if each > now]
        if most is not None and len(self._ends) >= most:
            return False
        self._ends.append(ends)
        return True


class Topics:
    """Subscriptions: token → topic → when, in Unix seconds."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, float]] = {}

    def subscribe(self, token: str, topic: str, now: float) -> bool:
        """False if the phone has too many already."""
        mine = self._of.setdefault(token, {})
        if topic not in mine and len(mine) >= MOST_TOPICS:
            return False
        mine.setdefault(topic, now)
        return True

    def unsubscribe(self, token: str, topic: str) -> None:
        mine = self._of.get(token, {})
        mine.pop(topic, None)
        if not mine:
            self._of.pop(token, None)

    def forget(self, token: str) -> None:
        """Drop everything about a token (facts A.10, `token:delete`)."""
        self._of.pop(token, None)

    def of(self, token: str) -> list[Json]:
        """The topics of a token, as `topic:list` tells them."""
        return [
            {"name": name, "addDate": f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d}"}
            for name, at in self._of.get(token, {}).items()
        ]

    def tokens(self, wanted: Matcher) -> tuple[str, ...]:
        """The tokens whose topics are `wanted`; only those that have some are asked."""
        return tuple(token for token, mine in self._of.items() if wanted(mine))

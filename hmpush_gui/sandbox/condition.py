"""Topics and conditions: who gets a message that names no token (facts A.4)."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

MOST_TOPICS = 5

_MOST_PARTS = 100
"""More than five topics ever need; deep nesting would exhaust the reader."""

_TOPIC = re.compile(r"[0-9A-Za-z_.~%\-\u4e00-\u9fa5]{1,900}")
_TOKENS = re.compile(r"\s*(?:(&&)|(\|\|)|(!)|(\()|(\))|'([^']*)'\s+in\s+topics\b)")

Matcher = Callable[[Collection[str]], bool]
"""Whether a phone with these topics is meant."""


class ConditionError(Exception):
    """The text is no condition; the argument says why, in Push Kit's manner."""


def is_topic(text: object) -> bool:
    """Whether `text` may be a topic's name (facts A.10)."""
    return isinstance(text, str) and _TOPIC.fullmatch(text) is not None


def read_condition(text: str) -> Matcher:
    """Read `'A' in topics && ('B' in topics || !('C' in topics))`.

    Raises ConditionError. `!` binds closest, then `&&`, then `||`.
    """
    reader = _Reader(_split(text))
    matcher = reader.either()
    if reader.left:
        raise ConditionError("condition is not valid")
    return matcher


@dataclass
class _Reader:
    """Reads from the front of `left`: operators, or topics after a quote."""

    left: list[str]

    def either(self) -> Matcher:
        first = self._both()
        while self._next("||"):
            first = _any(first, self._both())
        return first

    def _both(self) -> Matcher:
        first = self._one()
        while self._next("&&"):
            first = _all(first, self._one())
        return first

    def _one(self) -> Matcher:
        if self._next("!"):
            inner = self._one()
            return lambda topics: not inner(topics)
        if self._next("("):
            inner = self.either()
            if not self._next(")"):
                raise ConditionError("condition is not valid")
            return inner
        if not self.left or not self.left[0].startswith("'"):
            raise ConditionError("condition is not valid")
        topic = self.left.pop(0)[1:]
        return lambda topics: topic in topics

    def _next(self, operator: str) -> bool:
        if self.left and self.left[0] == operator:
            del self.left[0]
            return True
        return False


def _any(first: Matcher, second: Matcher) -> Matcher:
    return lambda topics: first(topics) or second(topics)


def _all(first: Matcher, second: Matcher) -> Matcher:
    return lambda topics: first(topics) and second(topics)


def _split(text: str) -> list[str]:
    """The parts of `text`; a topic has its opening quote still before it."""
    parts, place = [], 0
    while place < len(text.rstrip()):
        match = _TOKENS.match(text, place)
        if match is None:
            raise ConditionError("condition is not valid")
        topic = match[6]
        if topic is not None and not is_topic(topic):
            raise ConditionError("condition names an invalid topic")
        parts.append(match[0].strip() if topic is None else f"'{topic}")
        place = match.end()
    if len(parts) > _MOST_PARTS:
        raise ConditionError("condition is not valid")
    if sum(part.startswith("'") for part in parts) > MOST_TOPICS:
        raise ConditionError(f"condition should not exceed {MOST_TOPICS} topics")
    return parts

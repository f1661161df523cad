"""A message that was accepted for one device, as the checklist looks at it."""

from dataclasses import dataclass
from typing import Any

from .document import read
from .kinds import Kind, kind_of
from .message import Message
from .project import Project
from .usage import Count, is_counted_test, is_marketing


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out and when; `at` and `now` are Unix seconds.

    `count` is what of today's quota was used from this computer; None where nobody has
    counted, or nothing counts. `receipt` is the result that the receipt of the device
    gives, None if there is no receipt.
    """

    message: Message
    project: Project
    at: float
    now: float
    count: Count | None = None
    receipt: int | None = None

    @property
    def kind(self) -> Kind:
        return kind_of(self.message)

    @property
    def shape(self) -> str:
        return self.kind.shape

    @property
    def legacy(self) -> bool:
        return self.message.api.legacy

    def option(self, name: str, legacy: str) -> Any:
        """A value of `pushOptions`, or of `message.android` in v1 and v2."""
        if self.legacy:
            return read(self.message.document, ("message", "android", legacy))
        return read(self.message.document, ("pushOptions", name))

    def shown(self, name: str, legacy: str) -> Any:
        """A value of the notification, whichever generation it is of."""
        if self.legacy:
            inside = ("message", "android", "notification", legacy)
            return read(self.message.document, inside)
        return read(self.message.document, ("payload", "notification", name))

    @property
    def category(self) -> str:
        """The category; empty if there is none."""
        value = (
            self.option("", "category") if self.legacy else self.shown("category", "")
        )
        return value if isinstance(value, str) else ""

    @property
    def is_counted_test(self) -> bool:
        """Whether it counts against the quota of test messages."""
        return is_counted_test(self.message)

    @property
    def is_marketing(self) -> bool:
        """Whether it counts against the quota of marketing messages."""
        return is_marketing(self.message)

    @property
    def ends(self) -> float:
        """When its time to live is over (facts B.4, A.5)."""
        value = self.option("ttl", "ttl")
        text = str(value).removesuffix("s")
        return self.at + (int(text) if text.isdecimal() else DAY)


DAY = 86_400
"""Seconds; the `ttl` where none is given (facts B.4)."""

"""What every desk of the push host is given, and gives back."""

from dataclasses import dataclass

from .address import Address
from .phone import Delivery
from .receipts import Sheet
from .wire import HttpReply, HttpRequest


@dataclass(frozen=True, slots=True)
class Errand:
    """A request whose bearer is good, the id of its answer, and seconds until that."""

    address: Address
    request: HttpRequest
    request_id: str
    lasts: float = 0.0


@dataclass(frozen=True, slots=True)
class Done:
    """An answer, what it brought to phones, what it took from them, and receipts."""

    reply: HttpReply
    delivered: tuple[Delivery, ...] = ()
    removed: tuple[Delivery, ...] = ()
    sheets: tuple[Sheet, ...] = ()

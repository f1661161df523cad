"""Tells which tokens an answer or a receipt calls no good, from all other refusals."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .answers import ALL_INVALID, PARTIAL
from .outcome import Verdict
from .protocol import Exchange
from .receipt import DELIVERED, Receipt

_REASONS = frozenset({"tokenFormatError", "tokenPlatformNotSupport"})
"""Reasons that no right, no other message and no other day will cure (facts F.3).

`noRight` is not among them: it is also said of good tokens, in the wrong project.
"""


def deaths(exchange: Exchange) -> Mapping[str, str]:
    """Token → why it is dead: the reason given for it, or else the code.

    v1 and v2 list bad tokens without a reason, or refuse them as a whole (facts A.11,
    B.13). A request that failed otherwise, whatever it was, says nothing of tokens.
    """
    if exchange.code not in (PARTIAL, ALL_INVALID):
        return {}
    refused = [each for each in exchange.outcomes if each.verdict is Verdict.REJECTED]
    if any(each.reason for each in refused):
        return {each.token: each.reason for each in refused if each.reason in _REASONS}
    return {each.token: exchange.code for each in refused}


DEADLY = frozenset({2, 5, 10})
"""Results of receipts: removed, not the device's token, 30 days away (facts I.1).

Huawei also asks to filter 6, but there the token is good: notifications are off.
"""
_BY_RECEIPT = "receipt"


class ReceiptDeath(NamedTuple):
    """What a receipt said of a token; `at` is Unix seconds, 0 if it told no time."""

    result: int
    at: int

    def __str__(self) -> str:
        """What the device book keeps as the reason."""
        return f"{_BY_RECEIPT} {self.result} {self.at}"


def receipt_death(reason: str) -> ReceiptDeath | None:
    """What the reason of a dead device says, None if no receipt gave it."""
    kind, *numbers = reason.split(" ")
    if kind != _BY_RECEIPT or len(numbers) != 2 or not all(map(_is_number, numbers)):
        return None
    return ReceiptDeath(*map(int, numbers))


def receipt_fates(receipts: Iterable[Receipt]) -> Mapping[str, ReceiptDeath]:
    """Token → the newest that receipts say of whether it is good.

    Those of other results say nothing of that, and are passed over.
    """
    fates: dict[str, ReceiptDeath] = {}
    for receipt in receipts:
        if receipt.result in DEADLY or receipt.result == DELIVERED:
            fate = ReceiptDeath(receipt.result, int(receipt.at or 0))
            known = fates.get(receipt.token)
            if known is None or known.at <= fate.at:
                fates[receipt.token] = fate
    return fates


def after_receipt(reason: str, fate: ReceiptDeath, refused_at: float = 0) -> str:
    """The reason by which a device is dead after a receipt; empty if it lives.

    `reason` is the one before; an answer gave it at `refused_at` (Unix seconds) if no
    receipt did. What an older receipt says changes nothing.
    """
    known = receipt_death(reason)
    if known is not None and known.at > fate.at:
        return reason
    if reason and known is None and 0 < fate.at < int(refused_at):
        return reason
    return str(fate) if fate.result in DEADLY else ""


def revives(reason: str) -> bool:
    """Whether a device that is dead by `reason` lives once Push Kit accepts it.

    Push Kit accepts a token too whose app is gone: only a receipt tells (facts H).
    """
    return receipt_death(reason) is None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 12

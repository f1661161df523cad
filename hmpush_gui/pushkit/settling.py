"""Which devices of a roll a request did what to, a run of neighbours at a time.

A request mostly carries a thousand devices that stand one after the other, and nearly
all of them meet the same. A campaign has a thousand such requests.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .death import DEADLY, ReceiptDeath, after_receipt, revives
from .outcome import Kind, Outcome, Outcomes, Verdict, by_fate, tokens_of

if TYPE_CHECKING:
    from .roll import Roll


def settle(
    roll: "Roll", outcomes: Sequence[Outcome], dead: Mapping[str, str], at: float
) -> list[int]:
    """Take what `outcomes` say into the columns of `roll`; see `Roll.settle`."""
    slots: list[int] = []
    for kind, found in _fates(roll, outcomes):
        alike = roll.lasts.not_later(found, at)
        roll.lasts.put(alike, kind, at)
        _mark(roll, alike, dead, alive=kind[0] is Verdict.ACCEPTED)
        slots += alike
    return slots


def take_receipts(roll: "Roll", fates: Mapping[str, ReceiptDeath]) -> list[int]:
    """Take what receipts say of tokens; see `Roll.take_receipts`."""
    changed: list[int] = []
    marked = set(map(roll.tokens.__getitem__, roll.dead))
    # Of a campaign most are neither, and there are as many as devices.
    telling = [token for token, fate in fates.items() if fate.result in DEADLY]
    for token in dict.fromkeys([*telling, *(marked & fates.keys())]):
        fate = fates[token]
        slot = roll.slot_of(token)
        if slot is None:
            continue
        before = roll.dead.get(slot, "")
        after = after_receipt(before, fate, roll.lasts.at(slot))
        if before == after:
            continue
        changed.append(slot)
        if after:
            roll.dead[slot] = after
        else:
            del roll.dead[slot]
    return changed


def _fates(
    roll: "Roll", outcomes: Sequence[Outcome]
) -> Iterator[tuple[Kind, Sequence[int]]]:
    """The slots of devices that met the same, run by run or scattered."""
    block = _block(roll, tokens_of(outcomes))
    if block and isinstance(outcomes, Outcomes):
        yield from _runs(block, outcomes)
        return
    for kind, tokens in by_fate(outcomes).items():
        found = map(roll.slot_of, tokens)
        yield kind, [slot for slot in found if slot is not None]


def _block(roll: "Roll", tokens: Sequence[str]) -> range | None:
    """Neighbours that hold just these tokens."""
    start = roll.slot_of(tokens[0]) if tokens else None
    if start is None:
        return None
    block = range(start, start + len(tokens))
    if roll.tokens[block.start : block.stop] != tokens:
        return None
    return block if roll.has_all(block) else None


def _runs(block: range, outcomes: Outcomes) -> Iterator[tuple[Kind, range]]:
    """The block, cut at those that were rejected each for its own reason."""
    begin = 0
    if outcomes.reasons:
        for place, token in enumerate(outcomes.tokens):
            if token in outcomes.reasons:
                yield outcomes.rest, block[begin:place]
                _, verdict, code, reason = outcomes[place]
                begin = place + 1
                yield (verdict, code, reason), block[place:begin]
    yield outcomes.rest, block[begin:]


def _mark(
    roll: "Roll", slots: Iterable[int], dead: Mapping[str, str], *, alive: bool
) -> None:
    """Mark the dead among devices that met the same; an Accepted one is none."""
    if alive and roll.dead:
        for slot in slots:
            if revives(roll.dead.get(slot, "")):
                roll.dead.pop(slot, None)
    elif not alive and dead:
        for slot in slots:
            if why := dead.get(roll.tokens[slot]):
                roll.dead[slot] = why

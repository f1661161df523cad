"""Gives broken inputs to the readers, and notes what none of them may do."""

import random
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from hmpush_gui.pushkit.errors import PushError
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.store.errors import StoreError

from .mutations import mutate
from .readers import READERS, Reader

PATIENCE = 1.0
"""Seconds of this thread's own time, whatever else the computer does."""


@dataclass
class Report:
    """What happened: how many inputs, how many refused, and what must not be."""

    inputs: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    faults: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        table = [
            f"{name:16} {count:6} inputs {self.refused[name]:6} refused"
            f"   slowest {self.slowest[name] * 1000:7.1f} ms"
            for name, count in self.inputs.items()
        ]
        return [*table, f"{sum(self.inputs.values())} in all", *self.faults]


def run(count: int, seed: int = 1, names: Sequence[str] = ()) -> Report:
    """Give `count` broken inputs in turn to the readers, or to those of `names`."""
    report = Report()
    readers = [each for each in READERS if not names or each.name in names]
    for number in range(count):
        reader = readers[number % len(readers)]
        chance = random.Random(f"{seed} {number}")
        seeds = reader.seeds()
        try_one(reader, mutate(chance, chance.choice(seeds), seeds), report, number)
    return report


def try_one(reader: Reader, content: bytes, report: Report, number: int = 0) -> None:
    """Read one input, and note a crash, a hang or an empty sentence."""
    report.inputs[reader.name] += 1
    begin = time.thread_time()
    try:
        said = list(reader.read(content))
    except (PushError, StoreError) as error:
        report.refused[reader.name] += 1
        said = [error.sentence]
    except Exception as error:  # noqa: BLE001
        where = traceback.format_exception(error)[-2:]
        report.faults.append(_fault(reader, content, number, "".join(where)))
        return
    spent = time.thread_time() - begin
    report.slowest[reader.name] = max(report.slowest[reader.name], spent)
    if spent > PATIENCE:
        report.faults.append(_fault(reader, content, number, f"took {spent:.2f} s"))
    report.faults += [
        _fault(reader, content, number, f"an empty sentence: {each!r}")
        for each in said
        if not _is_clear(each)
    ]


def _is_clear(sentence: Sentence) -> bool:
    words = str(sentence)
    words.encode("utf-8", "surrogatepass")
    return len(words.split()) >= 2


def _fault(reader: Reader, content: bytes, number: int, what: str) -> str:
    name = sha256(content).hexdigest()[:12]
    return f"{reader.name} {number} ({name}, {len(content)} bytes): {what}"

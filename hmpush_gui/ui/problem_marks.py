"""The marks of problems, and how many there are in a few characters."""

from collections.abc import Sequence

from hmpush_gui.pushkit.problem import Severity

MARKS = {Severity.BLOCKING: "✕", Severity.WARNING: "▲", Severity.HINT: "○"}


def counted(found: Sequence[Severity]) -> str:
    """“  ✕2 ▲1” for a tab; hints are not worth a mark."""
    counts = (
        f"{MARKS[each]}{found.count(each)}"
        for each in (Severity.BLOCKING, Severity.WARNING)
        if each in found
    )
    return "".join(f" {count}" for count in counts)

"""The words of a row of Results that take more than one glance: tooltips, times."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.explain import Explanation, explain_fate
from hmpush_gui.pushkit.protocol import Verdict

from .plain_tip import plain_tip
from .receipt_words import receipt_advice, said_by_receipt, told_at
from .verdicts import LATER, reason_of, word_of
from .words import language


def explanation_of(code: str, reason: str) -> Explanation | None:
    """What is known of a reason, else of the code it came with."""
    return explain_fate(code, reason, language())


def reason_tip(
    verdict: Verdict | None, code: str, reason: str, receipt: int | None = None
) -> str:
    """The verdict, why, the likely causes in order, and what to do.

    `receipt` is the result of a receipt, if there is one.
    """
    lines = [word_of(verdict)]
    if verdict is Verdict.ACCEPTED and receipt is not None:
        lines += [said_by_receipt(receipt), *receipt_advice(receipt).split("\n")[1:]]
        return plain_tip("\n".join(lines))
    if verdict is Verdict.ACCEPTED:
        lines.append(
            QCoreApplication.translate(
                "Verdict",
                "Push Kit took it. Whether the phone showed it is not known here.",
            )
        )
        return plain_tip("\n".join(lines))
    words = reason_of(verdict, code, reason)
    if words:
        lines.append(words)
    known = explanation_of(code, reason)
    if known and verdict is not None:
        lines += [f"{number}. {each}" for number, each in enumerate(known.causes, 1)]
        lines += [f"→ {known.fix}"] if known.fix else []
        if verdict is Verdict.REJECTED and known.retry in LATER:
            lines.append(
                QCoreApplication.translate(
                    "Verdict",
                    "→ “Send again ▾” above the list sends to all that were rejected.",
                )
            )
    return plain_tip("\n".join(lines))


def receipt_tip(result: int, at: float | None) -> str:
    """What a receipt says, the likely causes, what to do, and when it was."""
    return plain_tip("\n".join(filter(None, (receipt_advice(result), told_at(at)))))


def time_word(at: float | None) -> str:
    """The time of day, to the tenth of a second; empty if unknown."""
    if at is None:
        return ""
    return f"{datetime.fromtimestamp(at):%H:%M:%S.%f}"[:-5]


def time_tip(at: float | None) -> str:
    """Date and time, to the millisecond."""
    if at is None:
        return ""
    return f"{datetime.fromtimestamp(at):%Y-%m-%d %H:%M:%S.%f}"[:-3]

"""What the results of receipts mean, in the window's language (facts I.1)."""

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.explain import explain_receipt
from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.receipt import DELIVERED, local_time

from .theme import Tone
from .words import language

_NORMAL = frozenset({15, 27})
"""Results after which there is nothing to mend (facts I.1)."""


def receipt_words(result: int) -> str:
    """Meaning and number of a result."""
    known = explain_receipt(str(result), language())
    if known is None:
        words = QCoreApplication.translate("Receipt", "Receipt {number}")
        return words.format(number=result)
    words = QCoreApplication.translate("Receipt", "{meaning} (receipt {number})")
    return words.format(meaning=known.meaning.rstrip(".。"), number=result)


def result_words(result: int) -> str:
    """Number and meaning of a result, where it is clear that a receipt says so."""
    known = explain_receipt(str(result), language())
    return f"{result} · {known.meaning}" if known else str(result)


def said_by_receipt(result: int) -> str:
    """What a receipt says, as its words and not as ours."""
    words = QCoreApplication.translate("Receipt", "Receipt says: {words}")
    return words.format(words=receipt_words(result))


def receipt_cell(verdict: Verdict | None, result: int | None) -> str:
    """What is known of the receipt of a device, where others have one already."""
    if result is not None:
        return result_words(result).rstrip(".。")
    if verdict in (Verdict.ACCEPTED, Verdict.UNKNOWN):
        return QCoreApplication.translate("Receipt", "none so far")
    return ""


def told_at(at: float | None) -> str:
    """When what a receipt says came about, in the time of this computer."""
    words = QCoreApplication.translate("Receipt", "At {time}")
    return words.format(time=local_time(at)) if at else ""


def result_tone(result: int | None) -> Tone:
    """The colour of a result; None is that of no receipt."""
    if result == DELIVERED:
        return Tone.GOOD
    quiet = result is None or result in _NORMAL
    return Tone.QUIET if quiet else Tone.WARNING


def result_rank(result: int | None) -> tuple[int, int]:
    """What needs a look comes first, what got there last but for no receipt at all."""
    if result is None:
        return (3, 0)
    if result == DELIVERED:
        return (2, 0)
    return (1 if result in _NORMAL else 0, result)


def receipt_advice(result: int) -> str:
    """Meaning, causes in order, and what to do, a line each."""
    known = explain_receipt(str(result), language())
    if known is None:
        return QCoreApplication.translate(
            "Receipt",
            "The result {number} is not in our catalogue. Look for it in Huawei’s "
            "documents, page “Message receipt”.",
        ).format(number=result)
    causes = [f"{number}. {cause}" for number, cause in enumerate(known.causes, 1)]
    if len(causes) == 1:
        causes = [known.causes[0]]
    return "\n".join([f"{result}: {known.meaning}", *causes, f"→ {known.fix}"])

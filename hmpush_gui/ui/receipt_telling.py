"""What the window of receipts says below them: what was read, and what became of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .words import grouped, said

if TYPE_CHECKING:
    from hmpush_gui.exchange.receipts import Callback

    from .receipt_list import ReceiptRow

_UNREAD = 3
"""Statuses that are no receipts of which it is told why."""


def unread_words(found: "Callback") -> list[str]:
    """Why statuses are no receipts, a line each."""
    words = QCoreApplication.translate("ReceiptTelling", "Status {number}: {why}")
    told = [
        words.format(number=each.number, why=said(each.why))
        for each in found.unread[:_UNREAD]
    ]
    if len(found.unread) > _UNREAD:
        words = QCoreApplication.translate(
            "ReceiptTelling", "Not read: {count} in all."
        )
        told.append(words.format(count=grouped(len(found.unread))))
    return told


def homeless_words(rows: Sequence["ReceiptRow"]) -> list[str]:
    """How many receipts no send here is of, so that they cannot be kept."""
    homeless = sum(row.send is None for row in rows)
    unsure = sum(row.send is not None and not row.send.sure for row in rows)
    told = []
    if homeless:
        words = QCoreApplication.translate(
            "ReceiptTelling",
            "Of no send in History: {count} of {all}. They were sent from elsewhere, "
            "or their send is forgotten. They are shown here and not kept; “Copy” "
            "takes them along.",
        )
        told.append(words.format(count=grouped(homeless), all=grouped(len(rows))))
    if unsure:
        words = QCoreApplication.translate(
            "ReceiptTelling",
            "Of a send only by their batch label: {count} of {all}. They name no "
            "request of it, and are not kept.",
        )
        told.append(words.format(count=grouped(unsure), all=grouped(len(rows))))
    return told


def kept_words(count: int, added: int, homeless: int, marked: int) -> list[str]:
    """What became of `count` receipts that were to be kept."""
    words = QCoreApplication.translate("ReceiptTelling", "Kept in History: {count}.")
    told = [words.format(count=grouped(added))]
    for number, words in (
        (
            count - added - homeless,
            QCoreApplication.translate("ReceiptTelling", "Known already: {count}."),
        ),
        (
            homeless,
            QCoreApplication.translate(
                "ReceiptTelling", "Of no send in History, and not kept: {count}."
            ),
        ),
        (
            marked,
            QCoreApplication.translate(
                "ReceiptTelling", "Devices marked anew as dead or alive: {count}."
            ),
        ),
    ):
        if number > 0:
            told.append(words.format(count=grouped(number)))
    return told

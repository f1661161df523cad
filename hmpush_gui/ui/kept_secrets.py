"""What the connection page says of the passwords it does not show."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit


@dataclass(frozen=True, slots=True)
class KeptSecrets:
    """Which secrets of a connection are at hand, and where, in words.

    `until_the_end` says that they are gone with this run of the program.
    """

    login: bool
    key_password: bool
    place: str
    until_the_end: bool = False


def show_kept(field: QLineEdit, *, at_hand: bool, until_the_end: bool) -> None:
    """Say in an empty field whether what it was for is still there."""
    if not at_hand:
        words = QCoreApplication.translate("KeptSecrets", "gone; type it again")
    elif until_the_end:
        words = QCoreApplication.translate(
            "KeptSecrets", "in memory until the program ends; type here to replace it"
        )
    else:
        words = QCoreApplication.translate(
            "KeptSecrets", "kept; type here to replace it"
        )
    field.setPlaceholderText(words)


def about_kept(kept: KeptSecrets, *, gone: bool) -> str:
    """Where what is typed will be, and that something that was there is `gone`."""
    if not gone:
        return kept.place
    words = QCoreApplication.translate(
        "KeptSecrets",
        "What was typed here before is gone: type it again. {place}",
    )
    return words.format(place=kept.place)

"""What went wrong or was done, in one line above the work."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .icons import icon
from .plain_label import plain_label
from .theme import Tone, tone

_MARKS = {Tone.GOOD: "✓", Tone.WARNING: "▲", Tone.BAD: "✕"}
_WEIGHTS = {Tone.WARNING: 1, Tone.BAD: 2}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something a notice lets the user do about it."""

    words: str
    act: Callable[[], object]


MOST = 3
"""So many notices leave room for the work under them."""


class NoticeBar(QWidget):
    """A short stack of notices; each stays until it is dismissed or makes room.

    The same text twice is one notice, and what went well is said until the next thing
    goes well. Texts are plain, whoever wrote them.
    """

    def __init__(self, parent: QWidget | None = None, most: int = MOST) -> None:
        """`most` is the number of notices that stand at a time."""
        super().__init__(parent)
        self._most = most
        self.setObjectName("notices")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 0)
        self._column.setSpacing(6)
        self._notices: dict[str, _Notice] = {}
        self.hide()

    def tell(self, text: str, which: Tone, *offers: Offer) -> None:
        self.dismiss(text)
        self._make_room(good=which is Tone.GOOD and not offers)
        notice = _Notice(text, which, self)
        notice.close_button.clicked.connect(lambda: self.dismiss(text))
        for offer in offers:
            button = notice.add_offer(offer.words)
            button.clicked.connect(partial(self._take, text, offer))
        self._notices[text] = notice
        self._column.addWidget(notice)
        self.show()

    def texts(self) -> list[str]:
        """What is said at the moment, oldest first."""
        return list(self._notices)

    def dismiss(self, text: str) -> None:
        notice = self._notices.pop(text, None)
        if notice is not None:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.setVisible(bool(self._notices))

    def _make_room(self, *, good: bool) -> None:
        """Let go of what a further notice says anew, and of what matters least."""
        if good:
            for text in [each for each, it in self._notices.items() if it.weight == 0]:
                self.dismiss(text)
        while len(self._notices) >= self._most:
            self.dismiss(
                min(self._notices, key=lambda each: self._notices[each].weight)
            )

    def _take(self, text: str, offer: Offer, _checked: bool = False) -> None:
        self.dismiss(text)
        offer.act()


class _Notice(QFrame):
    def __init__(self, text: str, which: Tone, parent: QWidget) -> None:
        super().__init__(parent)
        self.weight = _WEIGHTS.get(which, 0)
        self.setProperty("card", True)
        mark = QLabel(_MARKS.get(which, ""), self)
        mark.setStyleSheet(f"color: {tone(which).name()}; font-weight: 600;")
        words = plain_label(text, self, name="notice.text")
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("notice.close")
        self.close_button.setIcon(icon("close"))
        self.close_button.setToolTip(self.tr("Dismiss"))
        self.close_button.setAccessibleName(
            self.tr("Dismiss: {text}").format(text=text)
        )
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 4, 4)
        self._row.setSpacing(10)
        self._row.addWidget(mark)
        self._row.addWidget(words, 1)
        self._row.addWidget(self.close_button)

    def add_offer(self, words: str) -> QPushButton:
        """A button for what can be done about it, before the one that dismisses."""
        self.weight = max(self.weight, _WEIGHTS[Tone.BAD])
        button = QPushButton(words, self)
        button.setObjectName("notice.offer")
        self._row.insertWidget(self._row.count() - 1, button)
        return button

"""Bytes used of the bytes allowed, live, and which parts take them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from hmpush_gui.pushkit.kinds import Kind, kind_of
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.reference import limits
from hmpush_gui.pushkit.weights import Weight, weights

from .part_names import part_name
from .size_bar import SizeBar, heaviest
from .theme import Tone, colours, tone
from .words import grouped, listed

_CANDIDATES = 3
"""Parts named as worth cutting."""

_LISTED = 12
"""Parts in the menu."""


def tone_for(size: int, allowed: int, warn_share: float) -> Tone:
    """Green below `warn_share` of `allowed`, amber from there, red above."""
    if size > allowed:
        return Tone.BAD
    return Tone.WARNING if size >= allowed * warn_share else Tone.GOOD


class SizeMeter(QWidget):
    """The encoder's own number, in words and as a bar of its parts.

    Signals:
        part_chosen: the path of a part that the user wants to go to.
    """

    part_chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("size.meter")
        self._parts: list[Weight] = []
        self._kind: Kind | None = None
        self._advice = QLabel(self)
        self._advice.setObjectName("size.advice")
        self._advice.setTextFormat(Qt.TextFormat.PlainText)
        self._advice.setProperty("quiet", True)
        self._words = QToolButton(self)
        self._words.setObjectName("size.words")
        self._words.setProperty("link", True)
        self._words.clicked.connect(self._on_words_clicked)
        self._words.setToolTip(
            self.tr(
                "Bytes of the message as compact UTF-8 JSON, without the tokens.\n"
                "Push Kit refuses more with 80300008. A Chinese character is 3 bytes.\n"
                "Click to see what takes them."
            )
        )
        self.bar = SizeBar(self)
        self.bar.clicked.connect(self.part_chosen)
        self._menu = QMenu(self)
        self._menu.setObjectName("size.menu")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._advice, 1)
        row.addWidget(self._words)
        row.addWidget(self.bar)

    def show_message(self, message: Message) -> None:
        """Show the size of `message` as the encoder measures it, and its parts."""
        self._kind = kind_of(message)
        self._parts = weights(message)
        size = sum(part.size for part in self._parts)
        allowed = int(limits()["body_bytes"])
        which = tone_for(size, allowed, float(limits()["warn_share"]))
        self._say(size, allowed, which)
        shown = heaviest(self._parts)
        self.bar.show_parts(shown, self._described(shown), allowed, which)
        self._advice.setText(self._candidates() if which is Tone.BAD else "")

    def _say(self, size: int, allowed: int, which: Tone) -> None:
        if size > allowed:
            words = self.tr("{size} of {allowed}: cut {excess} bytes")
        else:
            words = self.tr("{size} of {allowed} bytes")
        text = words.format(
            size=grouped(size),
            allowed=grouped(allowed),
            excess=grouped(size - allowed),
        )
        self._words.setText(text)
        self._tint(which)
        # Of a fixed size, so that a digit does not have the whole window laid out.
        if self._words.size() != self._words.sizeHint():
            self._words.setFixedSize(self._words.sizeHint())
        name = self.tr("Size: {text}").format(text=text)
        self.setAccessibleName(name)
        self._words.setAccessibleName(name)

    def _tint(self, which: Tone) -> None:
        colour = tone(which).name() if which is not Tone.GOOD else colours().muted
        weight = "600" if which is Tone.BAD else "400"
        style = f"color: {colour}; font-weight: {weight};"
        if self._words.styleSheet() != style:
            self._words.setStyleSheet(style)

    def _candidates(self) -> str:
        """The parts worth cutting; what to do about data is said by the checks."""
        largest = [part for part in self._parts if part.path][:_CANDIDATES]
        parts = listed(f"{self._name(part)} {grouped(part.size)}" for part in largest)
        return self.tr("Largest: {parts}").format(parts=parts)

    def _described(self, parts: Sequence[Weight]) -> list[str]:
        whole = max(1, sum(part.size for part in self._parts))
        words = self.tr("{name}: {size} bytes, {share} %")
        return [
            words.format(
                name=self._name(part) if part.path else self.tr("All the rest"),
                size=grouped(part.size),
                share=round(100 * part.size / whole),
            )
            for part in parts
        ]

    def _name(self, part: Weight) -> str:
        assert self._kind is not None
        return part_name(self._kind, part.path)

    def _on_words_clicked(self) -> None:
        """List the parts; choosing one goes to it."""
        self._menu.clear()
        parts = [part for part in self._parts if part.path][:_LISTED]
        for part, words in zip(parts, self._described(parts), strict=True):
            action = QAction(words.replace("&", "&&"), self._menu)
            action.triggered.connect(
                lambda _checked=False, path=part.path: self.part_chosen.emit(path)
            )
            self._menu.addAction(action)
        above = QPoint(0, -self._menu.sizeHint().height())
        self._menu.popup(self._words.mapToGlobal(above))

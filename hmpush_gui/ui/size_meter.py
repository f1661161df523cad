"""Bytes used of the bytes allowed, live."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hmpush_gui.pushkit.reference import limits

from .theme import Tone, colours, tone


def tone_for(size: int, allowed: int, warn_share: float) -> Tone:
    """Green below `warn_share` of `allowed`, amber from there, red above."""
    if size > allowed:
        return Tone.BAD
    return Tone.WARNING if size >= allowed * warn_share else Tone.GOOD


def grouped(number: int) -> str:
    """4212 as “4 212”, with a space that does not break."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


class SizeMeter(QWidget):
    """The encoder's own number as a bar and a sentence that says how much to cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("size.meter")
        self._bar = _Bar(self)
        self._words = QLabel(self)
        self._words.setObjectName("size.words")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        self.setToolTip(
            self.tr(
                "Bytes of the message as compact UTF-8 JSON, without the tokens.\n"
                "Push Kit refuses more with 80300008. A Chinese character is 3 bytes."
            )
        )
        self.show_size(0)

    def show_size(self, size: int) -> None:
        """Show `size` in bytes, as the encoder measured it."""
        allowed = int(limits()["body_bytes"])
        which = tone_for(size, allowed, float(limits()["warn_share"]))
        if size > allowed:
            words = self.tr("{size} of {allowed} bytes: cut {excess}")
        else:
            words = self.tr("{size} of {allowed} bytes")
        text = words.format(
            size=grouped(size),
            allowed=grouped(allowed),
            excess=grouped(size - allowed),
        )
        self._words.setText(text)
        self.setAccessibleName(self.tr("Size: {text}").format(text=text))
        colour = tone(which).name() if which is not Tone.GOOD else colours().muted
        weight = "600" if which is Tone.BAD else "400"
        self._words.setStyleSheet(f"color: {colour}; font-weight: {weight};")
        self._bar.fill(size / allowed, which)


class _Bar(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._tone = Tone.GOOD

    def fill(self, share: float, which: Tone) -> None:
        self._share, self._tone = min(share, 1.0), which
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - 6) / 2, self.width(), 6)
        painter.setBrush(self.palette().mid())
        painter.drawRoundedRect(track, 3, 3)
        track.setWidth(max(6.0, track.width() * self._share))
        painter.setBrush(tone(self._tone))
        painter.drawRoundedRect(track, 3, 3)

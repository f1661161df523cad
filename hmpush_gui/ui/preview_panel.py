"""What a person would see of the message being written."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTime
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.message import Message

from .card_layout import WIDTH, CardContent, CardLayout, lay_out_card
from .card_painter import DARK_PHONE, LIGHT_PHONE, paint_card, paint_wall
from .theme import is_dark
from .words import described

_MARGIN = 16.0


class PreviewPanel(QWidget):
    """The notification as a card, or in words what a message without one does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.card = CardView(self)
        self._words = QLabel(self)
        self._words.setObjectName("preview.words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._note = QLabel(self.tr("Approximate. Devices differ."), self)
        self._note.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.card)
        column.addWidget(self._words)
        column.addWidget(self._note)
        column.addStretch(1)

    def show_message(self, message: Message) -> None:
        kind = kind_of(message)
        self.card.setVisible(kind.shows_notification)
        self._note.setVisible(kind.shows_notification)
        if not kind.shows_notification:
            # A message that shows nothing: say what the phone does instead.
            self._words.setText(described(kind.effect))
            return
        self.card.show_content(content_of(message))
        behaviour = (
            self._loudness(message)
            if kind.key == "v3-alert"
            else described(kind.effect)
        )
        self._words.setText("\n".join([behaviour, *self._cuts()]))

    def _loudness(self, message: Message) -> str:
        """How an alert arrives (facts C.1)."""
        category = _category(message)
        if category == "MARKETING":
            return self.tr(
                "Silent: only in the notification centre, “more notifications”."
            )
        return self.tr(
            "Rings, and shows on the lock screen, if the app has the right for "
            "{category}; otherwise silent like MARKETING."
        ).format(category=category or "?")

    def _cuts(self) -> list[str]:
        """What a phone would not show (facts G.1)."""
        layout = self.card.layout_in_force
        cuts = []
        if layout.title_cut:
            cuts.append(self.tr("▲ The title is cut."))
        if layout.body_cut:
            cuts.append(self.tr("▲ The text is cut after three lines."))
        return cuts


class CardView(QWidget):
    """One notification card on a piece of wallpaper, scaled to the width at hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = CardContent("", "", "")
        self.layout_in_force: CardLayout = lay_out_card(self._content, self.font())

    def show_content(self, content: CardContent) -> None:
        self._content = content
        self.layout_in_force = lay_out_card(content, self.font())
        said = f"{content.title}. {content.body or ' '.join(content.lines)}"
        self.setAccessibleName(self.tr("Preview: {text}").format(text=said))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self.layout_in_force.size.height() + 2 * _MARGIN
        return round(height * self._scale(width))

    def sizeHint(self) -> QSize:
        width = round(WIDTH + 2 * _MARGIN)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = DARK_PHONE if is_dark() else LIGHT_PHONE
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale(self.width())
        painter.scale(scale, scale)
        area = QRectF(0, 0, self.width() / scale, self.height() / scale)
        paint_wall(painter, area, look)
        left = (area.width() - WIDTH) / 2
        paint_card(
            painter, QPointF(left, _MARGIN), self.layout_in_force, look, "A",
            self._content.time, self.font(),
        )  # fmt: skip

    def _scale(self, width: int) -> float:
        return min(1.15, width / (WIDTH + 2 * _MARGIN))


def content_of(message: Message, time: str = "") -> CardContent:
    """What the card of `message` says; now, unless a time is given."""
    notification = read(message.document, ("payload", "notification"))
    fields = notification if isinstance(notification, dict) else {}
    lines = fields.get("inboxContent") if fields.get("style") == 3 else None
    texts = tuple(str(line) for line in lines) if isinstance(lines, list) else ()
    image = fields.get("image") or read(
        message.document, ("message", "notification", "image")
    )
    return CardContent(
        message.title,
        message.body,
        time or QTime.currentTime().toString("HH:mm"),
        texts,
        bool(image),
    )


def _category(message: Message) -> str:
    value = read(message.document, ("payload", "notification", "category"))
    return value if isinstance(value, str) else ""

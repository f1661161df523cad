import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui import theme
from hmpush_gui.ui.card_layout import CardContent
from hmpush_gui.ui.preview_panel import CardView, PreviewPanel, content_of

from . import samples

NOTE: Path = ("payload", "notification")


def changed(path: Path, value: object, message: Message | None = None) -> Message:
    message = message or samples.message()
    document = write(message.document, path, value)
    return Message(message.api, message.push_type, document)


@pytest.fixture
def panel(qtbot: QtBot) -> PreviewPanel:
    panel = PreviewPanel()
    qtbot.addWidget(panel)
    return panel


def words(panel: PreviewPanel) -> str:
    label = panel.findChild(QLabel, "preview.words")
    assert isinstance(label, QLabel)
    return label.text()


def legacy_with_image() -> Message:
    path = ("message", "notification", "image")
    return changed(path, "https://x", samples.legacy())


@pytest.mark.parametrize(
    ("message", "content"),
    [
        (samples.message(), CardContent("Hello", "World", "12:00")),
        (changed((*NOTE, "title"), 5), CardContent("", "World", "12:00")),
        (
            changed((*NOTE, "image"), "https://x"),
            CardContent("Hello", "World", "12:00", (), True),
        ),
        (
            changed((*NOTE, "inboxContent"), ["one"]),
            CardContent("Hello", "World", "12:00"),
        ),
        (
            changed((*NOTE, "style"), 3, changed((*NOTE, "inboxContent"), ["one", 2])),
            CardContent("Hello", "World", "12:00", ("one", "2")),
        ),
        (
            changed((*NOTE, "style"), 3, changed((*NOTE, "inboxContent"), "one")),
            CardContent("Hello", "World", "12:00"),
        ),
        (changed(("payload",), "wrong"), CardContent("", "", "12:00")),
        (legacy_with_image(), CardContent("", "", "12:00", (), True)),
    ],
)
def test_the_card_says_what_the_message_says(
    message: Message, content: CardContent
) -> None:
    assert content_of(message, "12:00") == content


def test_the_time_is_now_unless_it_is_given(qapp: object) -> None:
    assert len(content_of(samples.message()).time) == len("12:00")


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (samples.message(), "Silent: only in the notification centre"),
        (changed((*NOTE, "category"), "EXPRESS"), "the right for EXPRESS"),
        (changed((*NOTE, "category"), 5), "the right for ?"),
        (samples.message(title="x" * 200), "▲ The title is cut."),
        (samples.message(body="word " * 200), "▲ The text is cut after three lines."),
        (samples.legacy(), "The system draws it"),
    ],
)
def test_a_notification_is_drawn_and_its_behaviour_told(
    panel: PreviewPanel, message: Message, text: str
) -> None:
    panel.show_message(message)
    assert not panel.card.isHidden()
    assert text in words(panel)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (samples.background(), "keeps only the newest message"),
        (
            Message(samples.legacy().api, "", {"message": {"data": "{}"}}),
            "for about ten seconds",
        ),
    ],
)
def test_a_message_that_shows_nothing_says_what_it_does(
    panel: PreviewPanel, message: Message, text: str
) -> None:
    panel.show_message(samples.message())
    panel.show_message(message)
    assert panel.card.isHidden()
    assert words(panel).startswith("Nothing is shown.")
    assert text in words(panel)


def test_the_card_is_read_out(panel: PreviewPanel) -> None:
    panel.show_message(samples.message())
    assert panel.card.accessibleName() == "Preview: Hello. World"


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@pytest.mark.parametrize("width", [220, 374, 900])
def test_the_card_keeps_its_shape_at_every_width(
    qapp: QApplication, qtbot: QtBot, scheme: theme.Scheme, width: int
) -> None:
    theme.apply(qapp, scheme)
    view = CardView()
    qtbot.addWidget(view)
    view.show_content(content_of(samples.message(), "12:00"))
    height = view.heightForWidth(width)
    assert height == round((64 + 32) * min(1.15, width / 374))
    view.resize(width, height)
    image = view.grab().toImage()
    assert image.pixelColor(width // 2, height // 2).alpha() == 255
    assert view.hasHeightForWidth()
    assert view.minimumSizeHint().height() == view.heightForWidth(220)

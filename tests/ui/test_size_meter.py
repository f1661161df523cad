import pytest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import encode, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui.size_meter import SizeMeter, tone_for
from hmpush_gui.ui.theme import LIGHT, Tone
from hmpush_gui.ui.words import grouped

S = "\N{NARROW NO-BREAK SPACE}"
BODY = ("payload", "notification", "body")


@pytest.fixture
def meter(qtbot: QtBot) -> SizeMeter:
    meter = SizeMeter()
    qtbot.addWidget(meter)
    return meter


def message_of(size: int) -> Message:
    """An alert of exactly so many bytes."""
    blank = kind("v3-alert").message()
    padding = "x" * (size - encode(blank).size)
    return Message(blank.api, "0", write(blank.document, BODY, padding))


def words(meter: SizeMeter) -> QToolButton:
    button = meter.findChild(QToolButton, "size.words")
    assert isinstance(button, QToolButton)
    return button


def test_there_is_room_for_the_words_as_they_are_drawn(meter: SizeMeter) -> None:
    meter.show_message(message_of(400))
    meter.show_message(message_of(9000))
    # Bold from now on.
    assert words(meter).width() == words(meter).sizeHint().width()


def advice(meter: SizeMeter) -> str:
    label = meter.findChild(QLabel, "size.advice")
    assert isinstance(label, QLabel)
    return label.text()


@pytest.mark.parametrize(
    ("size", "text", "colour"),
    [
        (400, "400 of 4{S}096 bytes", LIGHT.muted),
        (3686, "3{S}686 of 4{S}096 bytes", LIGHT.muted),
        (3687, "3{S}687 of 4{S}096 bytes", LIGHT.tones[Tone.WARNING]),
        (4096, "4{S}096 of 4{S}096 bytes", LIGHT.tones[Tone.WARNING]),
        (4097, "4{S}097 of 4{S}096: cut 1 bytes", LIGHT.tones[Tone.BAD]),
        (9000, "9{S}000 of 4{S}096: cut 4{S}904 bytes", LIGHT.tones[Tone.BAD]),
    ],
)
def test_the_meter_says_how_much_is_used(
    meter: SizeMeter, size: int, text: str, colour: str
) -> None:
    text = text.replace("{S}", S)
    meter.show_message(message_of(size))
    assert words(meter).text() == text
    assert f"color: {colour}" in words(meter).styleSheet()
    assert meter.accessibleName() == f"Size: {text}"
    assert words(meter).accessibleName() == f"Size: {text}"


@pytest.mark.parametrize(
    ("size", "which"),
    [
        (0, Tone.GOOD),
        (3686, Tone.GOOD),
        (3687, Tone.WARNING),
        (4096, Tone.WARNING),
        (4097, Tone.BAD),
    ],
)
def test_the_tone_turns_at_ninety_percent_and_at_the_limit(
    size: int, which: Tone
) -> None:
    assert tone_for(size, 4096, 0.9) is which


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1000, f"1{S}000"), (1234567, f"1{S}234{S}567")],
)
def test_numbers_are_grouped(number: int, text: str) -> None:
    assert grouped(number) == text


@pytest.mark.parametrize("text", ["", "plain", "优惠", "🎉", '"\\\n'])
def test_the_number_is_what_the_encoder_makes(meter: SizeMeter, text: str) -> None:
    blank = kind("v3-alert").message()
    message = Message(blank.api, "0", write(blank.document, BODY, text))
    meter.show_message(message)
    assert words(meter).text().startswith(f"{grouped(encode(message).size)} of")


def test_the_largest_parts_are_named_only_when_something_has_to_go(
    meter: SizeMeter,
) -> None:
    meter.show_message(message_of(4096))
    assert advice(meter) == ""
    meter.show_message(message_of(4200))
    assert advice(meter).startswith("Largest: Text 4")


def test_a_key_of_the_data_goes_by_its_own_name(meter: SizeMeter) -> None:
    message = message_of(400)
    path = ("payload", "notification", "clickAction", "data", "order", "items")
    document = write(message.document, path, "y" * 5000)
    meter.show_message(Message(message.api, "0", document))
    assert "Data · order.items 5" in advice(meter)


def test_the_menu_lists_the_parts_and_goes_to_the_one_chosen(
    meter: SizeMeter, qtbot: QtBot
) -> None:
    meter.show()
    meter.show_message(message_of(1000))
    words(meter).click()
    menu = meter.findChild(QMenu, "size.menu")
    assert isinstance(menu, QMenu)
    first = menu.actions()[0]
    assert first.text().startswith("Text: ")
    assert first.text().endswith(" %")
    with qtbot.waitSignal(meter.part_chosen) as chosen:
        first.trigger()
    assert chosen.args == [BODY]
    menu.close()


def test_a_part_of_the_bar_goes_to_its_field(meter: SizeMeter, qtbot: QtBot) -> None:
    meter.show_message(message_of(1000))
    with qtbot.waitSignal(meter.part_chosen) as chosen:
        meter.bar.clicked.emit(BODY)
    assert chosen.args == [BODY]

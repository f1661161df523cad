import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.ui.size_meter import SizeMeter, grouped, tone_for
from hmpush_gui.ui.theme import LIGHT, Tone

S = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def meter(qtbot: QtBot) -> SizeMeter:
    meter = SizeMeter()
    qtbot.addWidget(meter)
    return meter


def words(meter: SizeMeter) -> QLabel:
    label = meter.findChild(QLabel, "size.words")
    assert isinstance(label, QLabel)
    return label


@pytest.mark.parametrize(
    ("size", "text", "colour"),
    [
        (0, f"0 of 4{S}096 bytes", LIGHT.muted),
        (3686, f"3{S}686 of 4{S}096 bytes", LIGHT.muted),
        (3687, f"3{S}687 of 4{S}096 bytes", LIGHT.tones[Tone.WARNING]),
        (4096, f"4{S}096 of 4{S}096 bytes", LIGHT.tones[Tone.WARNING]),
        (4097, f"4{S}097 of 4{S}096 bytes: cut 1", LIGHT.tones[Tone.BAD]),
        (9000, f"9{S}000 of 4{S}096 bytes: cut 4{S}904", LIGHT.tones[Tone.BAD]),
    ],
)
def test_the_meter_says_how_much_is_used(
    meter: SizeMeter, size: int, text: str, colour: str
) -> None:
    meter.show_size(size)
    assert words(meter).text() == text
    assert f"color: {colour}" in words(meter).styleSheet()
    assert meter.accessibleName() == f"Size: {text}"


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
    size = encode(Message(Api.V3, "0", {"payload": {"t": text}})).size
    meter.show_size(size)
    assert words(meter).text().startswith(f"{grouped(size)} of")


@pytest.mark.parametrize("size", [0, 2000, 4096, 100_000])
def test_the_bar_is_filled_by_share(meter: SizeMeter, size: int) -> None:
    meter.resize(400, 20)
    meter.show_size(size)
    image = meter.grab().toImage()
    colour = LIGHT.tones[tone_for(size, 4096, 0.9)]
    middle = image.height() // 2
    filled = sum(
        image.pixelColor(x, middle).name() == colour for x in range(image.width())
    )
    bar = meter.findChildren(type(meter._bar))[0].width()
    want = max(6.0, bar * min(1.0, size / 4096))
    # The rounded ends are blended, and words of the same colour stand beside the bar.
    assert want - 6 <= filled <= want + 40

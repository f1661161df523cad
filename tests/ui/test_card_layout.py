import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from hmpush_gui.ui.card_layout import (
    BODY_LINES,
    BODY_PX,
    TITLE_PX,
    WIDTH,
    CardContent,
    CardFrame,
    CardLayout,
    card_font,
    lay_out_card,
)

SAMPLES = {
    "latin": "The quick brown fox jumps over the lazy dog. ",
    "chinese": "您的包裹已发出预计明天中午之前送达请注意查收",
    "emoji": "🎉🚚📦",
    "mixed": "Paket 包裹 📦 ist da — bitte 查收 ",
    "one word": "Donaudampfschifffahrtsgesellschaft",
}


def lay_out(
    title: str = "Title", body: str = "Body", time: str = "12:00", **more: object
) -> CardLayout:
    content = CardContent(title, body, time, **more)  # type: ignore[arg-type]
    return lay_out_card(content, QApplication.font())


def width_of(text: str, pixels: int, *, medium: bool = False) -> float:
    font: QFont = card_font(QApplication.font(), pixels, medium=medium)
    return QFontMetricsF(font).horizontalAdvance(text)


def texts(card: CardLayout) -> list[str]:
    return [text for _, text in card.body]


def test_the_parts_stand_where_a_phone_puts_them(qapp: object) -> None:
    card = lay_out()
    assert card.size == QRectF(0, 0, WIDTH, 64)
    assert card.icon == QRectF(12, 16, 32, 32)
    assert (card.title.left(), card.title.top()) == (56, 12)
    assert card.time.right() == WIDTH - 12
    assert card.body[0][0] == QRectF(56, 34, WIDTH - 12 - 56, 20)
    assert card.image is None
    assert not card.title_cut
    assert not card.body_cut


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_a_long_title_ends_before_the_time(qapp: object, text: str) -> None:
    card = lay_out(title=text * 9)
    assert card.title_cut
    assert card.title_text.endswith("…")
    assert card.title.right() + 8 <= card.time.left() + 0.01
    assert width_of(card.title_text, TITLE_PX, medium=True) <= card.title.width()


def test_a_wider_time_leaves_less_for_the_title(qapp: object) -> None:
    assert lay_out(time="12:00 PM").title.width() < lay_out(time="1").title.width()


@pytest.mark.parametrize(
    ("title", "shown"), [("a\nb", "a b"), (" a  b ", "a b"), ("", "")]
)
def test_a_title_is_one_line(qapp: object, title: str, shown: str) -> None:
    card = lay_out(title=title)
    assert card.title_text == shown
    assert not card.title_cut


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_a_long_body_has_three_lines_and_is_cut(qapp: object, text: str) -> None:
    card = lay_out(body=text * 30)
    assert card.body_cut
    assert len(card.body) == BODY_LINES
    assert texts(card)[-1].endswith("…")
    for area, line in card.body:
        assert width_of(line.rstrip(), BODY_PX) <= area.width() + 1
    assert [area.top() for area, _ in card.body] == [34, 54, 74]
    assert card.size.height() == 34 + 60 + 10


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("", []),
        ("one", ["one"]),
        ("one\ntwo", ["one", "two"]),
        ("one\n\nthree", ["one", "", "three"]),
        ("🎉", ["🎉"]),
    ],
)
def test_a_short_body_is_shown_whole(qapp: object, body: str, lines: list[str]) -> None:
    card = lay_out(body=body)
    assert texts(card) == lines
    assert not card.body_cut
    assert card.size.height() == max(64, 34 + 20 * len(lines) + 10)


@pytest.mark.parametrize(
    ("body", "last"),
    [
        ("one\ntwo\nthree\nfour", "three…"),
        ("one\ntwo\nthree\n\n\nsix", "three…"),
    ],
)
def test_lines_that_are_cut_never_run_together(
    qapp: object, body: str, last: str
) -> None:
    card = lay_out(body=body)
    assert texts(card)[-1] == last
    assert card.body_cut


def test_words_stay_whole_where_there_are_blanks(qapp: object) -> None:
    words = "parcel " * 12
    lines = texts(lay_out(body=words))
    assert len(lines) > 1
    assert all(set(line.split()) == {"parcel"} for line in lines)


@pytest.mark.parametrize("text", ["包裹" * 20, "📦" * 30, "优惠🎉" * 12])
def test_no_character_is_lost_or_halved_by_wrapping(qapp: object, text: str) -> None:
    card = lay_out(body=text)
    lines = texts(card)
    assert 1 < len(lines) <= BODY_LINES
    if not card.body_cut:
        assert "".join(lines) == text
    assert "\N{REPLACEMENT CHARACTER}" not in "".join(lines)


def test_inbox_lines_replace_the_body_and_are_elided_each(qapp: object) -> None:
    long = SAMPLES["latin"] * 3
    card = lay_out(body="not shown", lines=("one", long, "three"))
    assert texts(card)[0] == "one"
    assert texts(card)[1].endswith("…")
    assert texts(card)[2] == "three"
    assert card.body_cut


@pytest.mark.parametrize(
    ("lines", "cut"),
    [(("one",), False), (("1", "2", "3"), False), (("1", "2", "3", "4"), True)],
)
def test_more_than_three_inbox_lines_are_cut(
    qapp: object, lines: tuple[str, ...], cut: bool
) -> None:
    card = lay_out(lines=lines)
    assert texts(card) == list(lines[:3])
    assert card.body_cut is cut


def test_an_image_stands_at_the_right_and_takes_room(qapp: object) -> None:
    card = lay_out(has_image=True)
    assert card.image == QRectF(WIDTH - 12 - 48, 36, 48, 48)
    assert card.body[0][0].right() == card.image.left() - 8
    assert card.size.height() == 96
    without = lay_out(body="word " * 40)
    beside = lay_out(body="word " * 40, has_image=True)
    assert beside.body[0][0].width() < without.body[0][0].width()


def test_a_font_part_has_its_own_size_and_weight(qapp: object) -> None:
    font = QApplication.font()
    title = card_font(font, TITLE_PX, medium=True)
    assert (title.pixelSize(), title.weight()) == (16, QFont.Weight.DemiBold)
    assert card_font(font, BODY_PX).weight() == QFont.Weight.Normal
    assert font == QApplication.font()


def test_a_compact_card_is_the_one_of_banner_and_lock_screen(qapp: object) -> None:
    """Facts G.5: 64 high, detail on one line, right inset 12."""
    content = CardContent("T", "word " * 40, "12:00", ("one", "two"), True)
    card = lay_out_card(content, QApplication.font(), CardFrame(lines=1, image=False))
    assert card.size == QRectF(0, 0, WIDTH, 64)
    [(area, text)] = card.body
    assert area == QRectF(56, 34, WIDTH - 12 - 56, 20)
    assert text.startswith("word")
    assert text.endswith("…")
    assert card.image is None


def test_a_wider_screen_shows_more_where_the_table_is_not_said_of_it(
    qapp: object,
) -> None:
    content = CardContent("包" * 40, "包" * 300, "12:00")
    phone = lay_out_card(content, QApplication.font())
    wide = lay_out_card(
        content, QApplication.font(), CardFrame(width=633, by_table=False)
    )
    assert len(wide.title_text) > len(phone.title_text)
    assert len(wide.body_rest) < len(phone.body_rest)


def test_the_overlay_lies_at_the_lower_right_of_the_icon(qapp: object) -> None:
    assert lay_out().overlay is None
    card = lay_out(has_overlay=True)
    assert card.overlay is not None
    assert card.overlay.contains(card.icon.bottomRight() - QPointF(2, 2))
    assert card.overlay.right() < card.title.left()


def test_a_card_remembers_what_it_does_not_show(qapp: object) -> None:
    card = lay_out(title="包" * 40, body="裹" * 100)
    assert card.title_text.removesuffix("…") + card.title_rest == "包" * 40
    assert "".join(texts(card)).removesuffix("…") + card.body_rest == "裹" * 100


def test_no_line_ends_with_a_blank(qapp: object) -> None:
    card = lay_out(body="تم شحن طلبك وسيصل غدا قبل الظهر " * 4)
    assert len(card.body) == BODY_LINES
    assert all(text == text.rstrip() for text in texts(card))

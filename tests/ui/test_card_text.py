import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from hmpush_gui.pushkit.shown_text import BODY, TITLE, Room
from hmpush_gui.ui.card_layout import card_font
from hmpush_gui.ui.card_text import each_line, one_line, paragraph
from hmpush_gui.ui.graphemes import clusters

FAMILY = "👨\u200d👩\u200d👧"

TEXTS = {
    "latin": "The quick brown fox jumps over the lazy dog. ",
    "chinese": "您的包裹已发出预计明天中午之前送达请注意查收",
    "emoji": "🎉🚚📦",
    "family": FAMILY,
    "flags": "🇨🇳🇩🇪",
    "marks": "e\u0301o\u0308",
    "arabic": "تم شحن طلبك وسيصل غدا قبل الظهر ",
    "mixed": f"Paket 包裹 📦 ist da {FAMILY} bitte 查收 ",
}


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return card_font(qapp.font(), 16)


def whole_characters(text: str, part: str) -> bool:
    """Whether `part` ends where a character of `text` ends."""
    pieces = clusters(text)
    ends = {len("".join(pieces[:count])) for count in range(len(pieces) + 1)}
    return len(part) in ends


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("width", [40, 95, 141, 236])
def test_a_line_is_cut_between_characters(font: QFont, text: str, width: int) -> None:
    long = " ".join((text * 40).split())
    shown = one_line(long, font, width)
    [line] = shown.lines
    assert line.endswith("…")
    kept = line.removesuffix("…")
    assert long.startswith(kept)
    assert whole_characters(long, kept) or whole_characters(long, kept + " ")
    assert QFontMetricsF(font).horizontalAdvance(line) <= width
    assert (kept + shown.rest).replace(" ", "") == long.replace(" ", "")


@pytest.mark.parametrize(
    ("piece", "most"), [("i", 22), ("包", 15), ("📦", 15), (FAMILY, 15), ("🇨🇳", 15)]
)
def test_a_title_ends_where_the_table_says(font: QFont, piece: str, most: int) -> None:
    exact = one_line(piece * most, font, 900, TITLE)
    assert (exact.lines, exact.rest) == ((piece * most,), "")
    longer = one_line(piece * (most + 3), font, 900, TITLE)
    assert longer.lines == (piece * most + "…",)
    assert longer.rest == piece * 3


@pytest.mark.parametrize(("piece", "most"), [("i", 84), ("包", 57)])
def test_a_body_ends_where_the_table_says(font: QFont, piece: str, most: int) -> None:
    small = card_font(font, 14)
    exact = paragraph(piece * most, small, 274, 3, BODY)
    assert ("".join(exact.lines), exact.rest) == (piece * most, "")
    longer = paragraph(piece * (most + 5), small, 274, 3, BODY)
    assert longer.lines[-1].endswith("…")
    assert "".join(longer.lines).removesuffix("…") + longer.rest == piece * (most + 5)
    assert len("".join(longer.lines)) <= most + 1


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_nothing_of_a_paragraph_is_lost_or_doubled(font: QFont, text: str) -> None:
    long = (text * 30).strip()
    shown = paragraph(long, font, 200, 3)
    assert len(shown.lines) == 3
    kept = "".join(shown.lines).removesuffix("…")
    assert (kept + shown.rest).replace(" ", "") == long.replace(" ", "")
    for line in shown.lines:
        assert QFontMetricsF(font).horizontalAdvance(line.rstrip()) <= 201


def test_a_paragraph_keeps_its_breaks(font: QFont) -> None:
    assert paragraph("one\r\n\nthree", font, 200, 3).lines == ("one", "", "three")
    assert paragraph("one\ntwo\nthree\nfour", font, 200, 3).rest == "four"


def test_blanks_behind_the_end_are_no_loss(font: QFont) -> None:
    assert paragraph("one\n\n  \n", font, 200, 3).rest == ""
    assert one_line("  one   two ", font, 200).lines == ("one two",)


def test_each_line_is_cut_by_itself(font: QFont) -> None:
    shown = each_line(("one", "word " * 30, "three", "four"), font, 100, 3)
    assert shown.lines[0] == "one"
    assert shown.lines[1].endswith("…")
    assert shown.rest.endswith("word word\nfour")


def test_a_very_long_text_costs_no_more_than_a_long_one(font: QFont) -> None:
    def seconds(text: str) -> float:
        start = time.perf_counter()
        for _ in range(20):
            paragraph(text, font, 274, 3, BODY)
        return time.perf_counter() - start

    seconds("包" * 100)
    assert seconds("包" * 200_000) < 60 * seconds("包" * 100)


def squeezed(text: str) -> str:
    """`text` without its blanks, which lines may swallow."""
    return "".join(text.split())


@given(st.text(max_size=400), st.integers(30, 400), st.sampled_from([None, TITLE]))
def test_whatever_is_written_nothing_is_lost(
    qapp: QApplication, text: str, width: int, room: Room | None
) -> None:
    font = card_font(qapp.font(), 14)
    for shown in (
        one_line(text, font, width, room),
        paragraph(text, font, width, 3, room),
    ):
        assert len(shown.lines) <= 3
        kept = "".join(shown.lines)
        if shown.rest:
            assert kept.endswith("…")
            kept = kept.removesuffix("…")
        assert squeezed(kept + shown.rest) == squeezed(text)

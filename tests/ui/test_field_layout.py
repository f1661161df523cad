import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.field_layout import TWO_COLUMNS, WIDEST, FieldLayout


class Block(QWidget):
    """A widget of a certain height."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)


class Page:
    """A layout and what stands in it."""

    def __init__(self, qtbot: QtBot, *blocks: tuple[int, bool, bool]) -> None:
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.layout = FieldLayout(self.widget, spacing=10)
        self.blocks = [Block(height) for height, _, _ in blocks]
        for block, (_, wide, bare) in zip(self.blocks, blocks, strict=True):
            self.layout.add(block, wide=wide, bare=bare)

    def places(self, width: int) -> list[tuple[int, int, int]]:
        """Left, top and width of each block."""
        self.layout.setGeometry(QRect(0, 0, width, 999))
        return [(each.x(), each.y(), each.width()) for each in self.blocks]


WIDE, SHORT, SWITCH = (50, True, False), (50, False, False), (20, False, True)


def test_short_fields_stand_two_abreast(qtbot: QtBot) -> None:
    page = Page(qtbot, SHORT, SHORT, SHORT, WIDE)
    assert page.places(616) == [
        (0, 0, 300),
        (316, 0, 300),
        (0, 60, 300),
        (0, 120, 616),
    ]
    assert page.layout.heightForWidth(616) == 170


def test_where_it_is_narrow_they_stand_below_each_other(qtbot: QtBot) -> None:
    page = Page(qtbot, SHORT, SHORT)
    width = TWO_COLUMNS - 1
    assert page.places(width) == [(0, 0, width), (0, 60, width)]


def test_a_form_does_not_grow_without_end(qtbot: QtBot) -> None:
    page = Page(qtbot, WIDE)
    assert page.places(3000) == [(0, 0, WIDEST)]


def test_a_hidden_field_takes_no_room(qtbot: QtBot) -> None:
    page = Page(qtbot, SHORT, SHORT, SHORT)
    page.blocks[1].hide()
    assert page.places(616)[2] == (316, 0, 300)
    assert page.layout.heightForWidth(616) == 50


@pytest.mark.parametrize(
    ("blocks", "places"),
    [
        ((SHORT, SWITCH), [(0, 0), (0, 60)]),
        ((SWITCH, SHORT, SHORT), [(0, 0), (0, 30), (316, 30)]),
        ((SWITCH, SWITCH), [(0, 0), (316, 0)]),
    ],
)
def test_a_switch_stands_beside_nothing_but_another(
    qtbot: QtBot,
    blocks: tuple[tuple[int, bool, bool], ...],
    places: list[tuple[int, int]],
) -> None:
    page = Page(qtbot, *blocks)
    assert [place[:2] for place in page.places(616)] == places


def test_a_sentence_that_needs_two_lines_gets_them(qtbot: QtBot) -> None:
    page = Page(qtbot)
    words = QLabel("many words " * 30)
    words.setWordWrap(True)
    page.layout.add(words, wide=True)
    assert page.layout.heightForWidth(300) > page.layout.heightForWidth(900) > 0


def test_it_is_a_layout_like_others(qtbot: QtBot) -> None:
    page = Page(qtbot, SHORT, WIDE)
    assert page.layout.count() == 2
    assert page.layout.itemAt(5) is None
    assert page.layout.takeAt(5) is None
    taken = page.layout.takeAt(0)
    assert taken is not None
    assert taken.widget() is page.blocks[0]
    assert page.layout.count() == 1
    assert page.layout.sizeHint().height() == 50
    page.blocks[0].deleteLater()

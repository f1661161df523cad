"""Text fields show the same whatever it is that they hide."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.veil import Veil
from hmpush_gui.exchange.veil_shapes import Hidden
from hmpush_gui.ui.theme import fixed_font
from hmpush_gui.ui.veil_cover import cover, cover_line
from hmpush_gui.ui.veiling import OWN, put_on


class Nameless(Veil):
    """Calls all the same, so that pictures can be compared."""

    def called(self, kind: Hidden, value: str) -> str:
        return f"{kind} ··0000"


@pytest.fixture(autouse=True)
def veil_on() -> Iterator[None]:
    put_on(Nameless(frozenset({"Zebra", "Horse"})))
    yield
    put_on(None)


class Plain(QPlainTextEdit):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        cover(self)


class Rich(QTextEdit):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        cover(self)


class Line(QLineEdit):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        cover_line(self)


def picture(qtbot: QtBot, field: Plain | Rich | Line, text: str) -> QImage:
    """As the field looks once it was covered."""
    qtbot.addWidget(field)
    field.setFont(fixed_font(10))
    field.setText(text) if isinstance(field, Line) else field.setPlainText(text)
    field.resize(260, 40 if isinstance(field, Line) else 120)
    return field.grab().toImage()


@pytest.mark.parametrize("kind", [Plain, Rich])
@pytest.mark.parametrize(
    "text",
    [
        "a line\nby {name} and more",
        '😀 "with" {name}',
        "wrapped over some lines until it meets the name of {name} and goes on so",
    ],
)
def test_a_hidden_name_leaves_no_trace_in_the_picture(
    qtbot: QtBot, kind: type[Plain | Rich], text: str
) -> None:
    one = picture(qtbot, kind(), text.format(name="Zebra"))
    other = picture(qtbot, kind(), text.format(name="Horse"))
    assert one == other


def test_what_is_not_hidden_is_seen(qtbot: QtBot) -> None:
    one = picture(qtbot, Plain(), "Tiger")
    other = picture(qtbot, Plain(), "Mouse")
    assert one != other


def test_a_field_of_the_users_own_is_covered_whole(qtbot: QtBot) -> None:
    pictures = []
    for text in ("Tiger", "Mouse"):
        field = Plain()
        field.setProperty(OWN, True)
        pictures.append(picture(qtbot, field, text))
    assert pictures[0] == pictures[1]


def test_of_a_line_all_is_covered_with_what_stands_for_it(qtbot: QtBot) -> None:
    one = picture(qtbot, Line(), "by Zebra, the bank")
    assert one == picture(qtbot, Line(), "by Horse, the bank")
    assert one != picture(qtbot, Line(), "by Horse, a bank")
    assert picture(qtbot, Line(), "Tiger") != picture(qtbot, Line(), "Mouse")


def test_a_line_of_the_users_own_is_covered_whatever_it_holds(qtbot: QtBot) -> None:
    pictures = []
    for text in ("Tiger", "Mouse"):
        line = Line()
        line.setProperty(OWN, True)
        pictures.append(picture(qtbot, line, text))
    assert pictures[0] == pictures[1]


def test_a_password_keeps_its_dots(qtbot: QtBot) -> None:
    covered, bare = Line(), QLineEdit()
    pictures = []
    for line in (covered, bare):
        line.setEchoMode(QLineEdit.EchoMode.Password)
        qtbot.addWidget(line)
        line.setText("Zebra")
        line.resize(200, 30)
        pictures.append(line.grab().toImage())
    assert pictures[0] == pictures[1]

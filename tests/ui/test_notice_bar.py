import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.notice_bar import NoticeBar, Offer
from hmpush_gui.ui.theme import Tone


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def test_nothing_to_say_takes_no_room(bar: NoticeBar) -> None:
    assert bar.isHidden()


def test_notices_stack_until_they_are_dismissed(bar: NoticeBar) -> None:
    bar.tell("one", Tone.GOOD)
    bar.tell("two", Tone.BAD)
    assert bar.texts() == ["one", "two"]
    assert not bar.isHidden()
    bar.dismiss("one")
    bar.dismiss("never said")
    assert bar.texts() == ["two"]
    bar.dismiss("two")
    assert bar.isHidden()


def test_the_same_text_twice_is_one_notice(bar: NoticeBar) -> None:
    bar.tell("one", Tone.WARNING)
    bar.tell("two", Tone.WARNING)
    bar.tell("one", Tone.BAD)
    assert bar.texts() == ["two", "one"]


def test_good_news_takes_the_place_of_good_news(bar: NoticeBar) -> None:
    bar.tell("copied", Tone.GOOD)
    bar.tell("removed", Tone.GOOD, Offer("Undo", lambda: None))
    bar.tell("broken", Tone.BAD)
    bar.tell("saved", Tone.GOOD)
    assert bar.texts() == ["removed", "broken", "saved"]


def test_no_more_notices_stand_than_leave_room_for_the_work(bar: NoticeBar) -> None:
    for number in range(9):
        bar.tell(f"broken {number}", Tone.BAD)
    assert bar.texts() == ["broken 6", "broken 7", "broken 8"]


def test_what_matters_least_makes_room(bar: NoticeBar) -> None:
    bar.tell("broken", Tone.BAD)
    bar.tell("taken out", Tone.WARNING)
    bar.tell("removed", Tone.GOOD, Offer("Undo", lambda: None))
    bar.tell("refused", Tone.WARNING)
    assert bar.texts() == ["broken", "removed", "refused"]


def test_a_bar_may_hold_one_notice(qtbot: QtBot) -> None:
    bar = NoticeBar(most=1)
    qtbot.addWidget(bar)
    bar.tell("broken", Tone.BAD)
    bar.tell("written", Tone.GOOD)
    assert bar.texts() == ["written"]


@pytest.mark.parametrize("which", Tone)
def test_text_is_plain_and_colour_never_alone(bar: NoticeBar, which: Tone) -> None:
    bar.tell("<b>bold</b>", which)
    text = bar.findChild(QLabel, "notice.text")
    assert isinstance(text, QLabel)
    assert text.text() == "<b>bold</b>"
    assert text.textFormat() is text.textFormat().PlainText


def test_the_cross_dismisses_and_is_named(bar: NoticeBar) -> None:
    bar.tell("one", Tone.BAD)
    close = bar.findChild(QToolButton, "notice.close")
    assert isinstance(close, QToolButton)
    assert close.accessibleName() == "Dismiss: one"
    close.click()
    assert bar.texts() == []


def test_an_offer_goes_with_its_notice(bar: NoticeBar) -> None:
    taken: list[str] = []
    bar.tell("Removed.", Tone.GOOD, Offer("Undo", lambda: taken.append("undo")))
    undo = bar.findChild(QPushButton, "notice.offer")
    assert isinstance(undo, QPushButton)
    assert undo.text() == "Undo"
    undo.click()
    assert taken == ["undo"]
    assert bar.texts() == []


def test_an_offer_may_say_something_itself(bar: NoticeBar) -> None:
    bar.tell("one", Tone.GOOD, Offer("Go", lambda: bar.tell("two", Tone.GOOD)))
    undo = bar.findChild(QPushButton, "notice.offer")
    assert isinstance(undo, QPushButton)
    undo.click()
    assert bar.texts() == ["two"]
    assert not bar.isHidden()

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.ui.kind_notice import KindNotice
from hmpush_gui.ui.message_document import MessageDocument
from hmpush_gui.ui.notice_bar import NoticeBar

from . import samples
from .samples import TITLE

IMAGE = ("payload", "notification", "image")


@pytest.fixture
def notices(qtbot: QtBot) -> NoticeBar:
    notices = NoticeBar()
    qtbot.addWidget(notices)
    return notices


@pytest.fixture
def document(notices: NoticeBar) -> MessageDocument:
    document = MessageDocument(samples.message())
    KindNotice(document, notices, document)
    return document


def press_undo(notices: NoticeBar) -> None:
    button = notices.findChild(QPushButton, "notice.offer")
    assert isinstance(button, QPushButton)
    button.click()


def test_what_did_not_carry_over_is_named(
    document: MessageDocument, notices: NoticeBar
) -> None:
    document.set_value(IMAGE, "https://a.example/a.png")
    document.set_value(("future",), 1)
    document.set_kind(kind("v3-background"))
    assert notices.texts() == ["Not carried over: Title, Text, Image, future."]


def test_nothing_is_said_where_all_carried_over(
    document: MessageDocument, notices: NoticeBar
) -> None:
    document.set_kind(kind("v3-speech"))
    assert notices.texts() == []


def test_many_values_are_not_all_named(
    document: MessageDocument, notices: NoticeBar
) -> None:
    for number in range(9):
        document.set_value((f"new{number}",), number)
    document.set_kind(kind("v3-call"))
    (text,) = notices.texts()
    assert text.endswith("new4, new5 and 3 more.")


def test_the_way_back_is_one_click(
    document: MessageDocument, notices: NoticeBar
) -> None:
    before = document.message
    document.set_kind(kind("v3-background"))
    document.set_value(("payload", "extraData"), "{}later")
    press_undo(notices)
    assert document.message == before
    assert notices.texts() == []


def test_undone_by_the_keys_it_is_no_news_any_more(
    document: MessageDocument, notices: NoticeBar
) -> None:
    document.set_kind(kind("v3-background"))
    document.undo_stack.undo()
    assert notices.texts() == []
    assert document.message.title == "Hello"


def test_the_next_change_of_kind_speaks_for_itself(
    document: MessageDocument, notices: NoticeBar
) -> None:
    document.set_kind(kind("v3-background"))
    document.set_kind(kind("v3-alert"))
    assert notices.texts() == []
    document.set_value(TITLE, "Other")
    document.set_kind(kind("v3-call"))
    assert notices.texts() == ["Not carried over: Title."]

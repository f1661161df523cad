"""One step of the setup."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.setup_state import Mark
from hmpush_gui.pushkit.setup_steps import Step, steps
from hmpush_gui.ui.setup_page import SetupPage
from hmpush_gui.ui.snippet_box import SnippetBox

from .conftest import Heard
from .samples import sentence


def step(key: str) -> Step:
    (found,) = [each for each in steps() if each.key == key]
    return found


def words(page: SetupPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def button(page: SetupPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, f"setup.{name}")
    assert isinstance(found, QPushButton)
    return found


def test_it_says_why_where_and_what_is_missing_without_it(qtbot: QtBot) -> None:
    page = SetupPage(step("enable"), [], frozenset())
    qtbot.addWidget(page)
    text = words(page)
    assert "off until somebody enables it" in text
    assert "Grow > Push Kit > Enable now" in text
    assert "增长 > 推送服务 > 立即开通" in text
    assert "80300002  No permission" in text
    assert "In the app 1000900012" in text


def test_actions_are_wanted_where_they_are_possible(qtbot: QtBot, heard: Heard) -> None:
    page = SetupPage(step("token"), [("t", "T", "code")], frozenset({"read_log"}))
    qtbot.addWidget(page)
    wanted = heard(page.wanted)
    assert not button(page, "paste_tokens").isEnabled()
    button(page, "paste_tokens").click()
    QTest.keyClick(button(page, "read_log"), Qt.Key.Key_Space)
    assert wanted == [("read_log",)]
    assert len(page.findChildren(SnippetBox)) == 1


def test_without_a_project_there_is_a_new_one_to_make(qtbot: QtBot) -> None:
    can = frozenset({"edit_project"})
    for is_new, text in ((True, "New project…"), (False, "Open the project…")):
        page = SetupPage(step("ids"), [], can, is_new=is_new)
        qtbot.addWidget(page)
        assert button(page, "edit_project").text() == text


def test_only_what_nobody_can_see_is_ticked_by_hand(qtbot: QtBot, heard: Heard) -> None:
    page = SetupPage(step("right"), [], frozenset())
    qtbot.addWidget(page)
    ticked = heard(page.ticked)
    page.show_mark(Mark(done=False, by_hand=True))
    assert not page.done.isHidden()
    assert page.note.isHidden()
    QTest.keyClick(page.done, Qt.Key.Key_Space)
    assert ticked == [(True,)]
    page.show_mark(Mark(done=False, note=sentence("So far.")))
    assert page.done.isHidden()
    assert page.note.text() == "So far. This step ticks itself."
    page.show_mark(Mark(done=True, known=True, note=sentence("Seen.")))
    assert page.note.text() == "✓ Seen."
    assert page.note.property("mark") == "yes"

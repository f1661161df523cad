import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.progress import Progress, State
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.ui import progress_strip
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.progress_strip import ProgressStrip

from . import samples
from .conftest import Heard, press_key


@pytest.fixture
def strip(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ProgressStrip:
    monkeypatch.setattr(progress_strip, "PATIENCE", 30)
    monkeypatch.setattr(progress_strip, "LINGER", 30)
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    return strip


def at(state: State) -> Progress:
    return Progress(state, 2, {Verdict.ACCEPTED: 1})


def start(strip: ProgressStrip, *keys: str, state: State = State.RUNNING) -> None:
    for key in keys:
        strip.start(samples.record("a", "b", key=key))
        strip.show_progress(key, at(state))


def test_a_short_send_is_not_talked_about(strip: ProgressStrip, qtbot: QtBot) -> None:
    start(strip, "one")
    strip.show_progress("one", at(State.DONE))
    strip.finish("one")
    qtbot.wait(80)
    assert strip.isHidden()
    assert strip.lines() == []
    assert strip._lines == {}


def test_a_send_that_lasts_appears_and_goes_when_it_is_done(
    strip: ProgressStrip, qtbot: QtBot
) -> None:
    start(strip, "one")
    assert strip.isHidden()
    qtbot.waitUntil(lambda: len(strip.lines()) == 1)
    assert not strip.isHidden()
    strip.show_progress("one", at(State.DONE))
    strip.finish("one")
    assert len(strip.lines()) == 1
    qtbot.waitUntil(strip.isHidden)
    assert strip.lines() == []


def test_a_paused_send_stays(strip: ProgressStrip, qtbot: QtBot) -> None:
    start(strip, "one", state=State.PAUSED)
    qtbot.wait(80)
    assert len(strip.lines()) == 1


def test_a_stopped_send_stays_until_it_is_dismissed(
    strip: ProgressStrip, qtbot: QtBot
) -> None:
    start(strip, "one")
    strip.show_progress("one", at(State.STOPPED))
    strip.finish("one")
    qtbot.wait(80)
    (line,) = strip.lines()
    line.close_button.click()
    assert strip.isHidden()


def test_a_send_that_ended_before_it_began_leaves_no_line(
    strip: ProgressStrip, qtbot: QtBot
) -> None:
    strip.start(samples.record("a", key="one"))
    strip.finish("one")
    qtbot.wait(80)
    assert strip.isHidden()


def test_only_the_last_stopped_sends_stay(strip: ProgressStrip) -> None:
    keys = [f"send-{number}" for number in range(9)]
    start(strip, *keys)
    for key in keys:
        strip.show_progress(key, at(State.STOPPED))
        strip.finish(key)
    names = [line.objectName() for line in strip.lines()]
    assert names == [f"progress.send-{number}" for number in (6, 7, 8)]


def test_many_sends_take_no_more_room_than_four(
    strip: ProgressStrip, qtbot: QtBot
) -> None:
    strip.resize(1200, 10)
    heights = []
    for number in range(8):
        start(strip, f"send-{number}", state=State.PAUSED)
        heights.append(strip.height())
    assert heights[0] < heights[1] < heights[3]
    assert heights[3] == heights[7]


def test_the_same_send_gone_on_with_has_one_line(strip: ProgressStrip) -> None:
    start(strip, "one", state=State.STOPPED)
    start(strip, "one", state=State.PAUSED)
    (line,) = strip.lines()
    assert line.state is State.PAUSED


def test_the_buttons_are_for_their_own_send(strip: ProgressStrip, heard: Heard) -> None:
    wanted = heard(strip.pause_wanted), heard(strip.resume_wanted), heard(
        strip.stop_wanted
    )  # fmt: skip
    start(strip, "one", "two", state=State.PAUSED)
    first, second = strip.lines()
    strip.show_progress("two", at(State.RUNNING))
    first.pause.click()
    second.pause.click()
    second.stop.click()
    assert wanted == ([("two",)], [("one",)], [("two",)])


def test_the_key_pauses_all_and_then_resumes_all(
    strip: ProgressStrip, heard: Heard
) -> None:
    paused, resumed = heard(strip.pause_wanted), heard(strip.resume_wanted)
    start(strip, "one", "two")
    strip.show_progress("two", at(State.PAUSED))
    strip.toggle_pause()
    assert (paused, resumed) == ([("one",)], [])
    strip.show_progress("one", at(State.PAUSED))
    strip.toggle_pause()
    assert (paused, resumed) == ([("one",)], [("one",), ("two",)])


def test_the_window_has_a_key_for_it(shown: MainWindow, heard: Heard) -> None:
    strip = shown.outcome.progress
    paused = heard(strip.pause_wanted)
    start(strip, "one")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press_key(shown, Qt.Key.Key_P, modifiers)
    assert paused == [("one",)]

import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.progress import Progress, State
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.ui.progress_line import ProgressLine

from . import samples
from .conftest import Heard

COUNTS = {Verdict.ACCEPTED: 3, Verdict.REJECTED: 1, Verdict.UNKNOWN: 0}


@pytest.fixture
def line(qtbot: QtBot) -> ProgressLine:
    line = ProgressLine(samples.record(*"abcdefghij"))
    qtbot.addWidget(line)
    line.resize(1200, 50)
    return line


def progress(state: State, out: int = 0) -> Progress:
    return Progress(state, 10, COUNTS, out, per_second=20.0, seconds_left=30.0)


def told(line: ProgressLine) -> dict[Verdict, str]:
    return {verdict: label.text for verdict, label in line.counts.items()}


def test_it_says_what_is_sent_through_what(line: ProgressLine) -> None:
    assert line.title.text() == "Hello · Shop"


def test_counts_pace_and_time_left_are_told(line: ProgressLine) -> None:
    line.show()
    line.show_progress(progress(State.RUNNING))
    assert line.far.text() == "4 of 10"
    assert line.words.text() == "20 devices/s · about 30 s left"
    assert list(told(line).values()) == [
        "3 Accepted",
        "1 Rejected",
        "0 Unknown",
        "0 Not sent",
    ]


def test_a_narrow_line_leaves_the_words_to_the_tool_tips(line: ProgressLine) -> None:
    line.show()
    line.resize(900, 50)
    line.show_progress(progress(State.RUNNING))
    assert told(line)[Verdict.ACCEPTED] == "3"


def test_pause_becomes_resume(line: ProgressLine, heard: Heard) -> None:
    paused, resumed = heard(line.pause_wanted), heard(line.resume_wanted)
    line.show_progress(progress(State.RUNNING))
    assert line.pause.text() == "Pause"
    assert line.pause.accessibleName() == "Pause: Hello"
    line.pause.click()
    line.show_progress(progress(State.PAUSED))
    assert line.pause.text() == "Resume"
    assert line.pause.accessibleName() == "Resume: Hello"
    line.pause.click()
    assert (len(paused), len(resumed)) == (1, 1)


def test_its_columns_do_not_move_with_what_they_say(line: ProgressLine) -> None:
    line.show()
    layout = line.layout()
    assert layout
    places = []
    for state in (State.RUNNING, State.PAUSED, State.STOPPED):
        line.show_progress(progress(state))
        layout.activate()
        places.append((line.far.geometry(), line.words.geometry()))
    assert places[1:] == places[:-1]


def test_a_stop_cannot_be_asked_for_twice(line: ProgressLine, heard: Heard) -> None:
    stops = heard(line.stop_wanted)
    line.show_progress(progress(State.RUNNING))
    line.stop.click()
    line.show_progress(progress(State.STOPPING))
    line.stop.click()
    assert len(stops) == 1
    assert not line.pause.isEnabled()


def test_after_a_stop_what_never_left_is_not_sent(
    line: ProgressLine, heard: Heard
) -> None:
    dismissed = heard(line.dismissed)
    line.show_progress(progress(State.STOPPED))
    assert told(line)[Verdict.NOT_SENT].startswith("6")
    assert line.pause.isHidden()
    assert line.stop.isHidden()
    line.close_button.click()
    assert len(dismissed) == 1


def test_an_end_nobody_told_of_reads_as_a_stop(line: ProgressLine) -> None:
    line.show_progress(progress(State.STOPPING, out=2))
    line.end()
    assert line.words.text() == "Stopped"
    assert told(line)[Verdict.NOT_SENT].startswith("6")
    line.show_progress(progress(State.DONE))
    line.end()
    assert line.words.text() == "Done"


def test_what_is_written_down_before_a_send_is_told(line: ProgressLine) -> None:
    line.show_writing(4)
    assert line.words.text() == "Writing into history: 4 of 10…"
    line.show_progress(progress(State.RUNNING))
    line.show_writing(6)
    assert "Writing" not in line.words.text()

import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.project_list import ProjectListModel
from hmpush_gui.ui.strip import Strip
from hmpush_gui.ui.theme import LIGHT

from . import samples
from .conftest import Heard

BLOCKING = Problem("a", Severity.BLOCKING, ("x",), Sentence("x", "Title is empty."))
OTHER = Problem("b", Severity.BLOCKING, ("y",), Sentence("x", "Text is empty."))
WARNING = Problem("c", Severity.WARNING, ("z",), Sentence("x", "MARKETING is silent."))


@pytest.fixture
def strip(qtbot: QtBot) -> Strip:
    projects = ProjectListModel()
    projects.load([samples.SANDBOX, samples.TEST, samples.FORMAL])
    strip = Strip(projects)
    projects.setParent(strip)
    qtbot.addWidget(strip)
    strip.show_project(samples.TEST)
    return strip


@pytest.mark.parametrize(
    ("project", "word"),
    [(samples.SANDBOX, "SANDBOX"), (samples.TEST, "TEST"), (samples.FORMAL, "FORMAL")],
)
def test_the_environment_is_a_word_and_a_colour(
    strip: Strip, project: Project, word: str
) -> None:
    strip.show_project(project)
    assert strip.environment.text() == word
    assert strip.environment.accessibleName() == f"Environment: {word}"
    colour = LIGHT.environments[project.environment]
    assert f"background: {colour}" in strip.environment.styleSheet()
    assert strip.project.currentText().startswith(project.name)


def test_without_a_project_there_is_no_environment(strip: Strip) -> None:
    strip.show_project(None)
    assert strip.environment.text() == ""


def test_choosing_a_project_tells_its_key(strip: Strip, heard: Heard) -> None:
    chosen = heard(strip.project_chosen)
    strip.project.activated.emit(2)
    assert chosen == [(samples.FORMAL.key,)]


@pytest.mark.parametrize(
    ("message", "text", "on"),
    [
        (samples.message(), "Test message", True),
        (samples.message(test=False), "Test message", False),
        (samples.background(), "Test message", True),
        (samples.legacy(), "Validate only", False),
    ],
)
def test_the_test_switch_is_called_as_the_generation_calls_it(
    strip: Strip, message: Message, text: str, on: bool
) -> None:
    strip.show_message(message)
    assert strip.test.text() == text
    assert strip.test.isChecked() is on
    assert strip.test.toolTip()
    assert strip.api.text() == message.api


def test_the_switch_tells_what_the_user_set(strip: Strip, heard: Heard) -> None:
    switched = heard(strip.test_switched)
    strip.show_message(samples.message())
    assert not switched
    strip.test.click()
    assert switched == [(False,)]


@pytest.mark.parametrize(
    ("problems", "waiting", "can_send", "headline"),
    [
        ([], "", True, ""),
        ([WARNING], "", True, "▲ Warnings: 1"),
        ([BLOCKING], "", False, "✕ Title is empty."),
        ([BLOCKING, OTHER, WARNING], "", False, "✕ Title is empty.  (+1)"),
        ([], "Starting…", False, "Starting…"),
        ([BLOCKING], "Starting…", False, "Starting…"),
    ],
)
def test_what_keeps_a_send_back_stands_beside_the_button(
    strip: Strip,
    problems: list[Problem],
    waiting: str,
    can_send: bool,
    headline: str,
) -> None:
    strip.show_problems(problems, waiting)
    assert strip.send.isEnabled() is can_send
    assert strip.problems.text() == headline
    assert strip.problems.isHidden() is (not headline)


@pytest.mark.parametrize(
    ("calm", "headline", "look"),
    [
        ([BLOCKING, OTHER], "○ Title is empty.  (+1)", "hint"),
        ([BLOCKING], "✕ Text is empty.  (+1)", "blocking"),
    ],
)
def test_what_is_only_still_to_be_done_is_said_calmly(
    strip: Strip, calm: list[Problem], headline: str, look: str
) -> None:
    strip.show_problems([BLOCKING, OTHER], "", calm)
    assert strip.problems.text() == headline
    assert strip.problems.property("problem") == look
    assert not strip.send.isEnabled()
    assert "Title is empty." in strip.send.toolTip()


def test_send_tells_why_it_is_off(strip: Strip) -> None:
    strip.show_problems([BLOCKING, OTHER, WARNING])
    why = "• Title is empty.\n• Text is empty."
    assert strip.send.toolTip() == why
    assert strip.send.accessibleDescription() == why
    assert strip.problems.toolTip().endswith("• MARKETING is silent.")
    strip.show_problems([])
    assert "Ctrl+Enter" in strip.send.toolTip()
    assert strip.send.accessibleDescription() == ""


@pytest.mark.parametrize(("running", "offered"), [(0, False), (1, True), (2, True)])
def test_stop_is_there_while_something_runs(
    strip: Strip, running: int, offered: bool
) -> None:
    strip.show_problems([])
    strip.show_running(running)
    assert strip.stop.isHidden() is (not offered)
    assert strip.send.isEnabled()


def test_the_devices_are_counted(strip: Strip) -> None:
    strip.show_device_count(12)
    assert "12" in strip.devices.text()


def test_a_topic_takes_the_place_of_the_devices(strip: Strip) -> None:
    strip.show_device_count(12, "'news' in topics")
    assert strip.devices.text() == "To a topic"
    assert strip.devices.toolTip() == "'news' in topics"
    strip.show_device_count(12)
    assert "12" in strip.devices.text()
    assert not strip.devices.toolTip()


def test_a_problem_keeps_every_sign_of_its_sentence(strip: Strip) -> None:
    words = Sentence("x", "It looks like 'A' in topics && 'B' in topics.")
    strip.show_problems([Problem("a", Severity.BLOCKING, (), words)])
    assert strip.problems.text() == f"✕ {words}".replace("&", "&&")


def test_each_button_says_what_is_wanted(strip: Strip, heard: Heard) -> None:
    wanted = [
        heard(strip.check_wanted),
        heard(strip.stop_wanted),
        heard(strip.send_wanted),
        heard(strip.problem_clicked),
    ]
    strip.show_problems([WARNING])
    for button in (strip.check, strip.stop, strip.send, strip.problems):
        button.click()
    assert [len(each) for each in wanted] == [1, 1, 1, 1]


def test_in_a_narrow_window_the_guide_is_an_icon(strip: Strip) -> None:
    strip.resize(1280, 50)
    strip.show()
    assert strip.guide.text() == "Setup guide"
    strip.resize(1000, 50)
    assert strip.guide.text() == ""
    assert strip.guide.isVisible()
    assert strip.guide.accessibleName() == "Setup guide"
    assert not strip.guide.icon().isNull()

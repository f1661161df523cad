import pytest
from PySide6.QtCore import QModelIndex, Qt

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.problem import (
    DEVICES,
    Problem,
    Severity,
    blocking,
    hint,
    warning,
)
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.problem_list import (
    Column,
    ProblemListModel,
    ProblemRole,
)
from hmpush_gui.ui.problem_marks import counted

from .conftest import Sound

TITLE = ("payload", "notification", "title")
KIND = kind("v3-alert")


def sentence(text: str) -> Sentence:
    return Sentence("test", text)


BAD = blocking("a", TITLE, sentence("Bad."), "", "80100003")
DEVICE = blocking("b", DEVICES, sentence("No device."), "", "80300010")
WARN = warning("c", TITLE, sentence("Careful."), "")
HINT = hint("d", (), sentence("By the way."), "")


@pytest.fixture
def model(qapp: object) -> ProblemListModel:
    return ProblemListModel()


def shown(model: ProblemListModel) -> list[list[str]]:
    """The texts of all rows, groups first in their group."""
    rows = []
    for row in range(model.rowCount()):
        group = model.index(row, 0)
        rows.append([str(group.data())])
        for below in range(model.rowCount(group)):
            cells = [model.index(below, each, group) for each in Column]
            rows.append([str(cell.data()) for cell in cells])
    return rows


def test_problems_stand_in_groups_worst_first(model: ProblemListModel) -> None:
    model.show_problems(KIND, [BAD, DEVICE, WARN, HINT])
    assert shown(model) == [
        ["✕ Push Kit would refuse: 2"],
        ["Bad.", "Title", "80100003"],
        ["No device.", "Devices", "80300010"],
        ["▲ Warnings: 1"],
        ["Careful.", "Title", ""],
        ["○ Hints: 1"],
        ["By the way.", "Whole message", ""],
    ]


def test_the_model_keeps_qts_rules_through_changes(
    model: ProblemListModel, sound: Sound
) -> None:
    model.show_problems(KIND, [BAD, WARN, HINT])
    sound(model)
    model.show_problems(KIND, [HINT])
    sound(model)
    model.show_problems(KIND, [])
    sound(model)


def test_a_row_hands_out_its_problem_and_a_group_none(
    model: ProblemListModel,
) -> None:
    model.show_problems(KIND, [WARN])
    group = model.index(0, 0)
    assert model.problem(group) is None
    assert model.index(0, 1, group).data(ProblemRole.PROBLEM) == WARN


def test_a_problem_is_found_again_by_itself(model: ProblemListModel) -> None:
    model.show_problems(KIND, [BAD, DEVICE, HINT])
    assert model.problem(model.index_of(DEVICE)) == DEVICE
    assert not model.index_of(WARN).isValid()


def test_the_same_problems_again_do_not_lose_the_place(
    model: ProblemListModel,
) -> None:
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show_problems(KIND, [BAD])
    model.show_problems(KIND, [BAD])
    assert len(resets) == 1


def test_headers_are_across_only(model: ProblemListModel) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert model.headerData(Column.WHERE, across) == "Where"
    assert model.headerData(0, down) is None
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], ""),
        ([HINT], ""),
        ([WARN, HINT], " ▲1"),
        ([BAD, DEVICE, WARN], " ✕2 ▲1"),
    ],
)
def test_a_tab_counts_what_matters(found: list[Problem], words: str) -> None:
    severities: list[Severity] = [each.severity for each in found]
    assert counted(severities) == words

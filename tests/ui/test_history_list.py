import pytest
from PySide6.QtCore import QModelIndex, Qt

from hmpush_gui.pushkit.record import SendPage, SendSummary
from hmpush_gui.ui.history_columns import Column
from hmpush_gui.ui.history_list import HistoryListModel, HistoryRole
from hmpush_gui.ui.theme import LIGHT, Tone

from . import samples
from .conftest import Sound
from .samples import summary


@pytest.fixture
def model(qapp: object) -> HistoryListModel:
    assert qapp
    model = HistoryListModel()
    model.show(SendPage([summary("new", ACCEPTED=2), summary("old", REJECTED=1)]))
    return model


def test_the_model_stays_sound_through_every_change(sound: Sound, qapp: object) -> None:
    model = HistoryListModel()
    sound(model)
    model.show(SendPage([summary("a"), summary("b")]))
    sound(model)
    model.show(SendPage([summary("b")]))
    sound(model)
    model.show(SendPage([]))
    sound(model)


def test_a_send_is_found_by_key(model: HistoryListModel) -> None:
    assert model.row_of("old") == 1
    assert model.row_of("gone") is None


@pytest.mark.parametrize(
    ("send", "text"),
    [
        (summary(ACCEPTED=2, REJECTED=1), "2 Accepted, 1 Rejected"),
        (summary(ACCEPTED=2, REJECTED=0), "2 Accepted"),
    ],
)
def test_the_outcome_adds_the_tokens_up(
    model: HistoryListModel, send: SendSummary, text: str
) -> None:
    model.show(SendPage([send]))
    assert model.index(0, Column.OUTCOME).data() == text


def test_a_send_that_ended_with_the_program_says_so(model: HistoryListModel) -> None:
    model.show(SendPage([summary(finished=False, UNKNOWN=3)]))
    said = model.index(0, Column.OUTCOME).data()
    assert said == "3 Unknown (ended with the program)"


@pytest.mark.parametrize(
    ("api", "push_type", "text"),
    [
        ("v3", "0", "v3 Notification"),
        ("v3", "6", "v3 Background message"),
        ("v3", "99", "v3 99"),
        ("v1", "", "v1"),
    ],
)
def test_the_kind_is_named(
    model: HistoryListModel, api: str, push_type: str, text: str
) -> None:
    model.show(SendPage([summary(api=api, push_type=push_type)]))
    assert model.index(0, Column.KIND).data() == text


def test_a_message_without_a_title_is_not_blank(model: HistoryListModel) -> None:
    model.show(SendPage([summary(title="")]))
    assert model.index(0, Column.TITLE).data() == "(shows nothing)"


@pytest.mark.parametrize(
    ("send", "which"),
    [
        (summary(ACCEPTED=2), Tone.GOOD),
        (summary(ACCEPTED=2, REJECTED=1, UNKNOWN=1), Tone.BAD),
        (summary(UNKNOWN=1, NOT_SENT=1), Tone.WARNING),
        (summary(NOT_SENT=1), Tone.QUIET),
        (summary(REJECTED=0), Tone.GOOD),
    ],
)
def test_the_worst_outcome_gives_the_colour(
    model: HistoryListModel, send: SendSummary, which: Tone
) -> None:
    model.show(SendPage([send]))
    colour = model.index(0, Column.OUTCOME).data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name() == LIGHT.tones[which]


def test_cells_answer_the_roles_they_know_and_none_else(
    model: HistoryListModel,
) -> None:
    project = model.index(0, Column.PROJECT)
    assert project.data() == "Shop · TEST"
    assert project.data(HistoryRole.SUMMARY).key == "new"
    foreground = Qt.ItemDataRole.ForegroundRole
    assert project.data(foreground).isValid()
    assert model.index(0, Column.TITLE).data(foreground) is None
    assert project.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_headers_name_the_columns(model: HistoryListModel) -> None:
    across = Qt.Orientation.Horizontal
    names = [model.headerData(column, across) for column in Column]
    assert names == [
        "Star", "Time", "Title", "Outcome", "Project", "Kind", "Note"
    ]  # fmt: skip
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_times_are_whole_and_sortable(model: HistoryListModel) -> None:
    time = samples.column(model, Column.TIME)[0]
    assert len(str(time)) == len("2001-09-09 01:46:40")


def test_a_send_has_nothing_under_it(model: HistoryListModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0

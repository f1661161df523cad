import pytest
from PySide6.QtCore import QModelIndex, Qt

from hmpush_gui.pushkit.protocol import Outcome, Verdict
from hmpush_gui.ui.result_list import Column, Result, ResultListModel, ResultRole
from hmpush_gui.ui.theme import LIGHT, Tone

from . import samples
from .conftest import Heard, Sound

GOOD, BAD = Verdict.ACCEPTED, Verdict.REJECTED


@pytest.fixture
def model(qapp: object) -> ResultListModel:
    assert qapp
    model = ResultListModel()
    model.start(samples.devices(3))
    return model


def outcomes(model: ResultListModel) -> list[object]:
    return samples.column(model, Column.OUTCOME)


def test_the_model_stays_sound_through_every_change(sound: Sound, qapp: object) -> None:
    model = ResultListModel()
    sound(model)
    model.start(samples.devices(3))
    sound(model)
    model.settle([Outcome("token-2", BAD, "80300007")], "id", 0)
    sound(model)
    model.close()
    sound(model)
    model.start(samples.devices(1))
    sound(model)
    model.start([])
    sound(model)


def test_a_token_that_waits_says_so(model: ResultListModel) -> None:
    assert outcomes(model) == ["Sending…"] * 3
    assert model.counts() == {None: 3}


def test_a_token_settles_in_its_own_row(model: ResultListModel) -> None:
    model.settle([Outcome("token-3", GOOD, "80000000")], "77", 1)
    assert outcomes(model) == ["Sending…", "Sending…", "Accepted"]
    assert samples.column(model, Column.REQUEST) == ["", "", "77"]
    result: Result = model.index(2, 0).data(ResultRole.RESULT)
    assert (result.verdict, result.request) == (GOOD, 1)


def test_a_token_listed_twice_settles_in_the_row_of_its_request(qapp: object) -> None:
    twin = samples.devices(1)
    model = ResultListModel()
    model.start([*twin, *twin])
    model.begin(0, ["token-1"])
    model.begin(1, ["token-1"])
    model.settle([Outcome("token-1", BAD, "80300007")], "", 1)
    assert outcomes(model) == ["Sending…", "Rejected"]
    model.settle([Outcome("token-1", GOOD)], "", 0)
    assert outcomes(model) == ["Accepted", "Rejected"]


def test_results_for_tokens_that_are_not_here_are_dropped(
    model: ResultListModel, heard: Heard
) -> None:
    changed = heard(model.dataChanged)
    model.settle([Outcome("gone", GOOD)], "77", 0)
    assert outcomes(model) == ["Sending…"] * 3
    assert not changed
    model.settle([Outcome("gone", BAD), Outcome("token-1", GOOD)], "77", 0)
    assert model.counts() == {GOOD: 1, None: 2}


def test_many_tokens_settle_in_one_signal(model: ResultListModel, heard: Heard) -> None:
    changed = heard(model.dataChanged)
    model.settle([Outcome(f"token-{number}", GOOD) for number in (3, 1, 2)], "", 0)
    assert len(changed) == 1
    first, last = changed[0][0], changed[0][1]
    assert isinstance(first, QModelIndex)
    assert isinstance(last, QModelIndex)
    assert (first.row(), last.row(), last.column()) == (0, 2, Column.TOKEN)


def test_what_still_waits_at_the_end_was_not_sent(model: ResultListModel) -> None:
    model.settle([Outcome("token-1", GOOD)], "", 0)
    model.close()
    assert model.counts() == {GOOD: 1, Verdict.NOT_SENT: 2}


def test_headers_name_the_columns(model: ResultListModel) -> None:
    across = Qt.Orientation.Horizontal
    names = [model.headerData(column, across) for column in Column]
    assert names == ["Outcome", "Device", "Reason", "Request ID", "Push token"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


def test_cells_answer_the_roles_they_know_and_none_else(model: ResultListModel) -> None:
    model.settle([Outcome("token-1", BAD, "80300007")], "77", 0)
    outcome, reason = model.index(0, Column.OUTCOME), model.index(0, Column.REASON)
    assert outcome.data(Qt.ItemDataRole.ForegroundRole).name() == LIGHT.tones[Tone.BAD]
    assert not outcome.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert reason.data(Qt.ItemDataRole.ForegroundRole) is None
    assert reason.data() == reason.data(Qt.ItemDataRole.ToolTipRole)
    assert str(reason.data()).endswith("(80300007)")
    assert model.index(0, Column.DEVICE).data() == "Phone 1"
    assert model.index(0, Column.TOKEN).data() == "token-1"
    assert outcome.data(Qt.ItemDataRole.UserRole + 9) is None
    assert model.data(QModelIndex()) is None


def test_a_result_has_nothing_under_it(model: ResultListModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0

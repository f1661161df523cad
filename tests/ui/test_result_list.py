from array import array

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.protocol import Exchange, Outcome, Timing, Verdict
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


def exchange(*outcomes: Outcome, request_id: str = "77") -> Exchange:
    request = samples.request(*(each.token for each in outcomes))
    timing = Timing(done=0.25, began=1000.0)
    return Exchange(request, outcomes, request_id=request_id, timing=timing)


def outcomes(model: ResultListModel) -> list[object]:
    return samples.column(model, Column.OUTCOME)


def test_the_model_stays_sound_through_every_change(sound: Sound, qapp: object) -> None:
    model = ResultListModel()
    sound(model)
    model.start(samples.devices(3))
    sound(model)
    model.settle(0, exchange(Outcome("token-2", BAD, "80300007")))
    sound(model)
    model.close()
    sound(model)
    model.start(samples.devices(1))
    sound(model)
    model.start([])
    sound(model)


def test_a_token_that_waits_says_so(model: ResultListModel) -> None:
    assert outcomes(model) == ["Waiting…"] * 3
    assert model.counts() == {None: 3}


def test_a_token_settles_in_its_own_row(model: ResultListModel) -> None:
    model.settle(1, exchange(Outcome("token-3", GOOD, "80000000")))
    assert outcomes(model) == ["Waiting…", "Waiting…", "Accepted"]
    assert samples.column(model, Column.REQUEST) == ["", "", "77"]
    result: Result = model.index(2, 0).data(ResultRole.RESULT)
    assert (result.verdict, result.request, result.at) == (GOOD, 1, 1000.25)


def test_a_token_listed_twice_settles_in_the_row_of_its_request(qapp: object) -> None:
    twin = samples.devices(1)
    model = ResultListModel()
    model.start([*twin, *twin])
    model.begin(0, ["token-1"])
    model.begin(1, ["token-1"])
    model.settle(1, exchange(Outcome("token-1", BAD, "80300007")))
    assert outcomes(model) == ["Waiting…", "Rejected"]
    model.settle(0, exchange(Outcome("token-1", GOOD)))
    assert outcomes(model) == ["Accepted", "Rejected"]


def test_results_for_tokens_that_are_not_here_are_dropped(
    model: ResultListModel, heard: Heard
) -> None:
    changed = heard(model.dataChanged)
    model.settle(0, exchange(Outcome("gone", GOOD)))
    assert outcomes(model) == ["Waiting…"] * 3
    assert not changed
    model.settle(0, exchange(Outcome("gone", BAD), Outcome("token-1", GOOD)))
    assert model.counts() == {GOOD: 1, None: 2}


def test_many_tokens_settle_in_one_signal(model: ResultListModel, heard: Heard) -> None:
    changed = heard(model.dataChanged)
    model.settle(0, exchange(*(Outcome(f"token-{each}", GOOD) for each in (3, 1, 2))))
    assert len(changed) == 1
    first, last = changed[0][0], changed[0][1]
    assert isinstance(first, QModelIndex)
    assert isinstance(last, QModelIndex)
    assert (first.row(), last.row(), last.column()) == (0, 2, Column.TOKEN)


def test_what_still_waits_at_the_end_was_not_sent(model: ResultListModel) -> None:
    model.settle(0, exchange(Outcome("token-1", GOOD)))
    model.close()
    assert model.counts() == {GOOD: 1, Verdict.NOT_SENT: 2}


def test_a_receipt_has_its_own_words_beside_the_outcome(
    model: ResultListModel, heard: Heard
) -> None:
    model.settle(0, exchange(*(Outcome(f"token-{each}", GOOD) for each in (1, 2))))
    model.settle(1, exchange(Outcome("token-3", BAD, "80300007")))
    assert samples.column(model, Column.RECEIPT) == ["", "", ""]
    changed = heard(model.dataChanged)
    model.take_receipts([(0, 6, 5.0), (-1, 6, 5.0), (9, 6, 5.0)])
    model.close()
    assert changed
    assert samples.column(model, Column.RECEIPT) == [
        "6 · Not shown: notifications are off", "none so far", "",
    ]  # fmt: skip
    assert outcomes(model) == ["Accepted", "Accepted", "Rejected"]
    cell = model.index(0, Column.RECEIPT)
    assert "At 1970-01-01" in cell.data(Qt.ItemDataRole.ToolTipRole)
    colour = cell.data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name() == LIGHT.tones[Tone.WARNING]


def test_headers_name_the_columns(model: ResultListModel) -> None:
    across = Qt.Orientation.Horizontal
    names = [model.headerData(column, across) for column in Column]
    assert names == [
        "Outcome", "Device", "Reason", "Receipt", "Request ID", "Answered",
        "Push token",
    ]  # fmt: skip
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


def test_cells_answer_the_roles_they_know_and_none_else(model: ResultListModel) -> None:
    model.settle(0, exchange(Outcome("token-1", BAD, "80300007")))
    outcome, reason = model.index(0, Column.OUTCOME), model.index(0, Column.REASON)
    assert outcome.data(Qt.ItemDataRole.ForegroundRole).name() == LIGHT.tones[Tone.BAD]
    assert not outcome.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert reason.data(Qt.ItemDataRole.ForegroundRole) is None
    tip = str(reason.data(Qt.ItemDataRole.ToolTipRole))
    assert reason.data() in tip
    assert "1. " in tip
    assert "→" in tip
    assert str(reason.data()).endswith("(80300007)")
    assert model.index(0, Column.DEVICE).data() == "Phone 1"
    assert model.index(0, Column.TOKEN).data() == "token-1"
    assert outcome.data(Qt.ItemDataRole.UserRole + 9) is None
    assert model.data(QModelIndex()) is None


def test_a_result_has_nothing_under_it(model: ResultListModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_the_first_answer_is_told_at_once_and_the_next_together(
    model: ResultListModel, heard: Heard, qtbot: QtBot
) -> None:
    settled = heard(model.settled)
    model.settle(0, exchange(Outcome("token-1", GOOD)))
    assert len(settled) == 1
    model.settle(1, exchange(Outcome("token-2", GOOD)))
    model.settle(2, exchange(Outcome("token-3", BAD)))
    assert len(settled) == 1
    assert outcomes(model) == ["Accepted", "Accepted", "Rejected"]
    qtbot.waitUntil(lambda: len(settled) == 2)


def test_the_end_of_a_send_is_told_at_once(
    model: ResultListModel, heard: Heard
) -> None:
    settled = heard(model.settled)
    model.settle(0, exchange(Outcome("token-1", GOOD)))
    model.settle(1, exchange(Outcome("token-2", GOOD)))
    model.close()
    assert len(settled) == 2


def test_rows_are_shown_in_another_order(model: ResultListModel, sound: Sound) -> None:
    model.show_order(array("I", [2, 0]))
    sound(model)
    assert samples.column(model, Column.DEVICE) == ["Phone 3", "Phone 1"]
    assert model.place(0) == 2
    assert len(model.outcomes()) == 3
    model.show_order(None)
    assert model.rowCount() == 3


def test_a_time_that_nobody_noted_is_left_empty(model: ResultListModel) -> None:
    unknown = Exchange(samples.request("token-1"), (Outcome("token-1", GOOD),))
    model.settle(0, unknown)
    time = model.index(0, Column.TIME)
    assert time.data() == ""
    assert time.data(Qt.ItemDataRole.ToolTipRole) == ""
    model.settle(0, exchange(Outcome("token-1", GOOD)))
    assert str(time.data()).endswith(".2")
    assert str(time.data(Qt.ItemDataRole.ToolTipRole)).endswith(".250")

from dataclasses import replace

import pytest

from hmpush_gui.pushkit import hindrances
from hmpush_gui.pushkit.protocol import Answer, Exchange, Outcome, Timing, Verdict
from hmpush_gui.pushkit.slim import slim
from hmpush_gui.pushkit.timeline import Step
from hmpush_gui.ui.inspected import Attempt, Inspected
from hmpush_gui.ui.timeline_list import (
    Bar,
    Column,
    TimelineModel,
    TimelineRole,
    kept_back,
)

from . import samples
from .conftest import Sound

WHOLE = Timing(0.1, 0.2, 0.3, 0.4, 0.8, 1.0, began=1000.0)


def exchange(timing: Timing, status: int | None = 200, code: str = "") -> Exchange:
    answer = None if status is None else Answer(status, "", (), b"")
    return Exchange(samples.request("a"), (), answer, code, timing=timing)


def inspected(last: Exchange | None, *attempts: Attempt) -> Inspected:
    record = samples.record("a")
    return Inspected(record, 0, 1, slim(samples.request("a")), last, attempts)


@pytest.fixture
def model(qapp: object) -> TimelineModel:
    assert qapp
    return TimelineModel()


def test_the_model_stays_sound(model: TimelineModel, sound: Sound) -> None:
    sound(model)
    refused = Attempt(exchange(Timing(sent=2.0), 503), 1.5)
    model.show_request(inspected(exchange(WHOLE), refused))
    sound(model)
    model.show_request(None)
    sound(model)


def test_each_step_tells_its_start_and_how_long_it_took(model: TimelineModel) -> None:
    model.show_request(inspected(exchange(WHOLE)))
    assert samples.column(model, Column.STEP) == [
        "Credential", "Connect", "TLS", "Send", "Wait for the answer",
        "Read the answer",
    ]  # fmt: skip
    assert samples.column(model, Column.START)[4] == "400 ms"
    assert samples.column(model, Column.TOOK)[4] == "400 ms"


def test_a_bar_lies_where_its_step_does(model: TimelineModel) -> None:
    model.show_request(inspected(exchange(WHOLE)))
    bar = model.index(4, Column.BAR).data(TimelineRole.BAR)
    assert bar == Bar(Step.WAIT, pytest.approx(0.4), pytest.approx(0.8))  # type: ignore[arg-type]


def test_earlier_attempts_stand_above_under_titles_of_their_own(
    model: TimelineModel,
) -> None:
    refused = Attempt(exchange(Timing(sent=2.0), 503), 1.5)
    lost = Attempt(exchange(Timing(), None), 3.0)
    done = exchange(Timing(sent=1.0), 200, "80000000")
    model.show_request(inspected(done, refused, lost))
    assert samples.column(model, Column.STEP) == [
        "Attempt 1: HTTP 503, repeated after 1.5 s",
        "Send",
        "Attempt 2: no answer, repeated after 3.0 s",
        "Attempt 3: HTTP 200 · 80000000",
        "Send",
    ]
    assert [model.is_title(row) for row in range(5)] == [True, False, True, True, False]
    assert model.index(0, Column.BAR).data(TimelineRole.BAR) is None


def test_what_was_kept_back_says_why_in_the_words_of_its_row(
    model: TimelineModel,
) -> None:
    kept = Outcome("a", Verdict.NOT_SENT, reason=hindrances.PROXY_LOGIN)
    first = replace(exchange(Timing(), None), outcomes=(kept,))
    model.show_request(inspected(exchange(WHOLE), Attempt(first, 2.0)))
    title = str(samples.column(model, Column.STEP)[0])
    why = "The proxy asks for a sign-in; nothing was sent"
    assert title == f"Attempt 1: {why}, repeated after 2.0 s"
    lost = replace(first, outcomes=(kept._replace(verdict=Verdict.UNKNOWN),))
    assert kept_back(lost) == ""


def test_a_request_without_times_has_no_rows(model: TimelineModel) -> None:
    model.show_request(inspected(exchange(Timing(), None)))
    assert model.rowCount() == 0
    model.show_request(inspected(None))
    assert model.rowCount() == 0

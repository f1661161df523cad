"""What may follow what in the life of a live view, and what receipts tell."""

import pytest

from hmpush_gui.sandbox.live_views import LiveStep, LiveViews

NEW, UPDATE, END = 0, 1, 2
HOUR = 3600


def _step(
    operation: int,
    status: str = "DEPART",
    version: int | None = None,
    event: str = "TRAIN",
    activity: int = 7,
    remind: str = "",
) -> LiveStep:
    return LiveStep(activity, operation, event, status, version, remind)


@pytest.mark.parametrize(
    ("story", "results"),
    [
        ([(0, _step(NEW)), (1, _step(UPDATE)), (2, _step(END))], [0, 0, 0]),
        ([(0, _step(NEW)), (1, _step(NEW))], [0, 158]),
        ([(0, _step(NEW)), (1, _step(END)), (2, _step(NEW))], [0, 0, 269]),
        ([(0, _step(NEW)), (1, _step(END)), (12 * HOUR, _step(NEW))], [0, 0, 0]),
        ([(0, _step(NEW)), (1, _step(END)), (2, _step(UPDATE))], [0, 0, 155]),
        ([(0, _step(NEW)), (4 * HOUR, _step(UPDATE))], [0, 155]),
        ([(0, _step(NEW)), (4 * HOUR - 1, _step(UPDATE))], [0, 0]),
        ([(0, _step(UPDATE)), (1, _step(NEW))], [265, 265]),
        ([(0, _step(END)), (23 * HOUR, _step(NEW))], [265, 265]),
        ([(0, _step(UPDATE)), (24 * HOUR, _step(NEW))], [265, 0]),
        ([(0, _step(UPDATE)), (24 * HOUR, _step(UPDATE))], [265, 265]),
        ([(0, _step(NEW)), (1, _step(UPDATE, status=""))], [0, 268]),
        ([(0, _step(NEW, status=""))], [268]),
        ([(0, _step(NEW, event="TAXI")), (1, _step(UPDATE, event="TAXI"))], [0, 0]),
        ([(0, _step(NEW, event="SCORE"))], [155]),
        (
            [
                (0, _step(NEW, version=3)),
                (1, _step(UPDATE, version=3)),
                (2, _step(UPDATE, version=4)),
                (3, _step(UPDATE)),
                (4, _step(UPDATE, version=4)),
            ],
            [0, 156, 0, 0, 156],
        ),
    ],
)
def test_the_story_of_a_live_view(
    story: list[tuple[int, LiveStep]], results: list[int]
) -> None:
    views = LiveViews()

    assert [views.take("a", step, 1000.0 + at) for at, step in story] == results


def test_phones_and_activities_do_not_mix() -> None:
    views = LiveViews()
    views.take("a", _step(NEW), 0)

    assert views.take("b", _step(UPDATE), 1) == 265
    assert views.take("a", _step(UPDATE, activity=8), 1) == 265
    assert views.take("a", _step(UPDATE), 1) == 0


def test_a_live_view_of_the_app_itself_can_be_updated_without_a_status() -> None:
    views = LiveViews()
    views.register("a", 7, 0)

    assert views.take("a", _step(UPDATE, status=""), 1) == 0


@pytest.mark.parametrize(
    ("event", "in_five_minutes", "in_an_hour"), [("TRAIN", 10, 60), ("TAXI", 30, 180)]
)
def test_updates_are_limited_by_five_minutes_and_by_the_hour(
    event: str, in_five_minutes: int, in_an_hour: int
) -> None:
    views = LiveViews()
    views.take("a", _step(NEW, event=event), 0)

    def updates(start: int) -> list[int]:
        step = _step(UPDATE, event=event)
        return [views.take("a", step, start + each / 10) for each in range(40)]

    assert updates(0).count(0) == in_five_minutes
    assert sum(updates(300 * each).count(0) for each in range(1, 11)) == (
        in_an_hour - in_five_minutes
    )


@pytest.mark.parametrize(("remind", "most"), [("FLIP", 5), ("EXPAND", 2)])
def test_a_live_view_draws_the_eye_so_often_and_no_more(remind: str, most: int) -> None:
    views = LiveViews()
    views.take("a", _step(NEW, remind=remind), 0)

    steps = [_step(UPDATE, remind=remind) for _ in range(most)]
    assert [views.take("a", step, 1) for step in steps] == [*[0] * (most - 1), 256]
    assert views.take("a", _step(UPDATE, remind="DEFAULT"), 2) == 0
    assert views.take("a", _step(END, remind=remind), 3) == 0


def test_every_live_view_draws_the_eye_for_itself() -> None:
    views = LiveViews()
    for activity in (7, 8):
        views.take("a", _step(NEW, activity=activity, remind="EXPAND"), 0)
        step = _step(UPDATE, activity=activity, remind="EXPAND")
        assert views.take("a", step, 1) == 0


def test_what_is_dropped_for_another_reason_does_not_draw_the_eye() -> None:
    views = LiveViews()
    views.take("a", _step(NEW, version=5, remind="EXPAND"), 0)
    stale = _step(UPDATE, version=5, remind="EXPAND")

    assert [views.take("a", stale, 1) for _ in range(3)] == [156] * 3
    assert views.take("a", _step(UPDATE, version=6, remind="EXPAND"), 1) == 0

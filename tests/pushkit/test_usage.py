from dataclasses import replace

import pytest

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.message import Api, Message, PushType
from hmpush_gui.pushkit.usage import (
    Count,
    Usage,
    day_begins,
    day_of,
    is_counted_test,
    is_marketing,
)
from tests.store.samples import accepted, message, rejected

NOON = 1_800_000_000.0
DAY = 86_400
CATEGORY = ("payload", "notification", "category")


def a_test() -> Message:
    return _with(message(), ("pushOptions", "testMessage"), True)


def _with(given: Message, path: tuple[str, ...], value: object) -> Message:
    return replace(given, document=write(given.document, path, value))


def legacy(**android: object) -> Message:
    shown = {"notification": {"title": "Hi"}, **android}
    return Message(Api.V1, "", {"message": {"android": shown}})


def test_a_day_is_one_of_beijing() -> None:
    begins = day_begins(NOON)
    assert (begins + 8 * 3600) % DAY == 0
    assert day_of(begins) == day_of(begins + DAY - 1) == day_of(begins - 1) + 1


def test_tests_are_counted_by_requests_that_went_well() -> None:
    usage, sent = Usage(), a_test()
    usage.note(sent, accepted(["a", "b"]), NOON)
    usage.note(sent, accepted(["c"]), NOON)
    usage.note(sent, rejected(["d"], "80300007"), NOON)
    assert usage.count(sent, ["z"], NOON) == Count(2, 1000)


def test_of_v1_the_messages_to_test_users_are_counted() -> None:
    usage, sent = Usage(), legacy(target_user_type=1)
    usage.note(sent, accepted(["a", "b"]), NOON)
    assert usage.count(sent, [], NOON) == Count(2, 500)
    assert usage.count(a_test(), [], NOON) == Count(0, 1000)


def test_marketing_is_counted_for_each_device() -> None:
    usage, sent = Usage(), _with(message(), CATEGORY, "MARKETING")
    usage.note(sent, accepted(["a", "b"]), NOON)
    usage.note(sent, accepted(["a"]), NOON)
    assert usage.count(sent, ["a", "b", "c"], NOON) == Count(2, 2, 1)
    assert usage.count(sent, ["b", "c"], NOON) == Count(1, 2, 0)
    assert usage.count(sent, ["c"], NOON) == Count(0, 2, 0)


def test_the_next_day_begins_anew() -> None:
    usage, calm = Usage(), _with(message(), CATEGORY, "MARKETING")
    usage.note(a_test(), accepted(["a"]), NOON)
    usage.note(calm, accepted(["a"]), NOON)
    assert usage.count(a_test(), [], NOON + DAY) == Count(0, 1000)
    assert usage.count(calm, ["a"], NOON + DAY) == Count(0, 2, 0)


def test_a_clock_that_is_set_forward_and_back_again_loses_no_count() -> None:
    usage = Usage()
    usage.note(a_test(), accepted(["a"]), NOON)
    assert usage.count(a_test(), [], NOON + 30 * DAY) == Count(0, 1000)
    assert usage.count(a_test(), [], NOON) == Count(1, 1000)
    for day in range(1, 4):
        usage.note(a_test(), accepted(["a"]), NOON + day * DAY)
    assert len(usage._days) == 2


@pytest.mark.parametrize(
    ("sent", "counts"),
    [
        (message(), True),
        (_with(message(), CATEGORY, "MARKETING"), True),
        (_with(message(), CATEGORY, "IM"), False),
        (a_test(), False),
        (replace(message(), push_type=PushType.BACKGROUND), False),
        (legacy(), False),
        (legacy(category="MARKETING"), True),
        (legacy(category="MARKETING", target_user_type=1), False),
    ],
)
def test_what_a_phone_takes_for_marketing(sent: Message, counts: bool) -> None:
    assert is_marketing(sent) is counts


def test_a_dry_run_counts_nowhere() -> None:
    sent = _with(legacy(target_user_type=1), ("validate_only",), True)
    assert not is_counted_test(sent)
    assert Usage().count(sent, ["a"], NOON) is None


def test_a_topic_has_devices_nobody_here_knows() -> None:
    sent = _with(legacy(category="MARKETING"), ("message", "topic"), "news")
    assert Usage().count(sent, [], NOON) is None

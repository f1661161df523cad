"""Quotas count what is sent; the surplus is accepted, and only a receipt tells."""

from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.quotas import Quotas, Spell
from hmpush_gui.sandbox.rights import Rights

from .conftest import Asker, put

Json = dict[str, Any]
DAY = 86400
MIDNIGHT = 21_992 * DAY - 8 * 3600
"""Of a day in Beijing, in Unix seconds."""


def test_a_spell_counts_until_it_is_over() -> None:
    spell = Spell(60)

    assert [spell.take(1, at, 2) for at in (0, 1, 59, 60, 61, 62)] == [
        *(True, True, False, True, True, False)
    ]
    assert spell.take(2, 62, 2)
    assert spell.take(1, 62, None)


def test_a_day_is_a_natural_one_of_beijing() -> None:
    spell = Spell(DAY)

    assert spell.take(1, MIDNIGHT - 1, 1)
    assert spell.take(1, MIDNIGHT, 1)
    assert not spell.take(1, MIDNIGHT + DAY - 1, 1)


@pytest.fixture
def marketing(alert: Json) -> Json:
    return put(alert, "payload.notification.category", "MARKETING")


@pytest.mark.parametrize(
    ("rights", "results"),
    [
        (Rights(), [0, 0, 256, 256, 256, 256]),
        (Rights(news=True), [0, 0, 0, 0, 0, 256]),
    ],
)
def test_a_device_shows_few_marketing_messages_a_day(
    asker: Asker, marketing: Json, rights: Rights, results: list[int]
) -> None:
    asker.sandbox.rights = rights
    for _ in range(6):
        assert asker.ask(marketing)[1] == "80000000"

    assert asker.results() == results
    assert len(asker.delivered) == results.count(0)
    asker.ask(put(marketing, "target.token", ["another"]))
    asker.sandbox.advance(DAY)
    asker.ask(marketing)
    assert asker.results()[-2:] == [0, 0]


def test_requests_count_whether_they_show_or_not(asker: Asker, marketing: Json) -> None:
    off = put(marketing, "target.token", ["SANDBOX-off-1"])
    for _ in range(3):
        asker.ask(off)

    assert asker.results() == [6, 6, 256]


def test_what_is_not_granted_falls_under_the_marketing_quota(
    asker: Asker, alert: Json
) -> None:
    asker.sandbox.rights = Rights(categories=frozenset())
    for _ in range(3):
        asker.ask(alert)

    assert asker.results() == [0, 0, 256]


def test_live_views_and_speech_are_outside_the_marketing_quota(
    asker: Asker, live: Json, speech: Json
) -> None:
    asker.sandbox.rights = Rights(categories=frozenset())
    asker.ask(live, push_type="7")
    for _ in range(2):
        asker.ask(put(live, "payload.operation", 1), push_type="7")
        asker.ask(speech, push_type="2")

    assert asker.results() == [0] * 5


def test_test_messages_and_data_are_outside_the_marketing_quota(
    asker: Asker, marketing: Json, background: Json
) -> None:
    for _ in range(3):
        asker.ask(put(marketing, "pushOptions.testMessage", True))
        asker.ask(background, push_type="6")

    assert asker.results() == [0] * 6


def test_service_messages_have_no_quota_unless_one_is_set(
    asker: Asker, alert: Json
) -> None:
    asker.ask(alert)
    asker.sandbox.quotas = Quotas(device=1)
    asker.ask(alert)
    asker.ask(alert)

    assert asker.results() == [0, 0, 102]


def test_a_project_has_so_many_test_requests_a_day(asker: Asker, alert: Json) -> None:
    asker.sandbox.quotas = Quotas(test_requests=2)
    test = put(alert, "pushOptions.testMessage", True)
    test = put(test, "target.token", ["a", "b"])
    bad = put(test, "payload.notification.title", "")
    for document in (test, bad, test, test, alert):
        asker.ask(document)

    assert asker.results() == [0, 0, 0, 0, 256, 256, 0]


def test_an_app_has_so_many_legacy_test_messages_a_day(
    asker: Asker, legacy: Json
) -> None:
    asker.sandbox.quotas = Quotas(legacy_tests=3)
    test = put(legacy, "message.android.target_user_type", 1)
    test = put(test, "message.token", ["a", "b"])
    for _ in range(2):
        asker.ask(test, api=Api.V1)

    assert asker.results() == [0, 0, 256, 256]


def test_test_messages_may_come_too_fast_where_that_is_set(
    asker: Asker, alert: Json
) -> None:
    test = put(alert, "pushOptions.testMessage", True)
    asker.sandbox.quotas = Quotas(tests_per_second=1)

    codes = [asker.ask(test)[1], asker.ask(test)[1], asker.ask(alert)[1]]
    asker.sandbox.advance(1)

    assert [*codes, asker.ask(test)[1]] == [
        *("80000000", "80300029", "80000000", "80000000")
    ]

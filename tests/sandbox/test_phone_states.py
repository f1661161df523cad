"""What becomes of a message on each kind of phone, and what its receipt says."""

from typing import TYPE_CHECKING, Any

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.tokens import TokenState

from .conftest import Asker, Clock, put

if TYPE_CHECKING:
    from hmpush_gui.sandbox.phone import Delivery

Json = dict[str, Any]
NOTE = "payload.notification"


def _to(document: Json, *tokens: str) -> Json:
    holder = "target" if "payload" in document else "message"
    return put(document, f"{holder}.token", list(tokens))


@pytest.mark.parametrize(
    ("state", "result"),
    [("live", 0), ("off", 6), ("gone", 2), ("stale", 5), ("inactive", 10)],
)
def test_the_token_says_the_result(
    asker: Asker, alert: Json, legacy: Json, state: str, result: int
) -> None:
    token = f"SANDBOX-{state}-1"

    assert asker.ask(_to(alert, token))[1] == "80000000"
    assert asker.ask(_to(legacy, token), api=Api.V1)[1] == "80000000"

    assert asker.results() == [result, result]
    assert len(asker.delivered) == (2 if result == 0 else 0)


def test_one_request_has_one_receipt_for_each_token(asker: Asker, alert: Json) -> None:
    asker.ask(_to(alert, "a", "SANDBOX-gone-1", "SANDBOX-offline-1", "b"))

    assert [(each.token, each.result) for each in asker.sandbox.receipts] == [
        ("a", 0),
        ("SANDBOX-gone-1", 2),
        ("b", 0),
    ]


def test_notifications_switched_off_do_not_stop_what_shows_none(
    asker: Asker, background: Json
) -> None:
    asker.ask(_to(background, "SANDBOX-off-1"), push_type="6")

    assert asker.results() == [0]


def test_a_foreordained_result_is_all_a_token_gets(asker: Asker, alert: Json) -> None:
    asker.sandbox.foreordain("a", 31)
    asker.ask(_to(alert, "a"))
    asker.sandbox.foreordain("a", None)
    asker.ask(_to(alert, "a"))

    assert asker.results() == [31, 0]
    assert len(asker.delivered) == 1


def test_an_offline_phone_gets_its_messages_when_it_is_back(
    asker: Asker, alert: Json, clock: Clock
) -> None:
    asker.ask(_to(alert, "SANDBOX-offline-1"))
    assert (asker.delivered, asker.results()) == ([], [])

    clock.now += 60
    asker.sandbox.set_state("SANDBOX-offline-1", TokenState.LIVE)

    assert [each.at for each in asker.delivered] == [clock.now]
    assert [each.sheet.at for each in asker.sandbox.receipts] == [clock.now]
    asker.sandbox.set_state("SANDBOX-offline-1", TokenState.LIVE)
    assert len(asker.delivered) == 1


@pytest.mark.parametrize(("waited", "arrives"), [(3599, 1), (3600, 0)])
def test_a_message_waits_no_longer_than_its_time_to_live(
    asker: Asker, alert: Json, clock: Clock, waited: int, arrives: int
) -> None:
    asker.ask(_to(alert, "SANDBOX-offline-1"))
    clock.now += waited

    asker.sandbox.set_state("SANDBOX-offline-1", TokenState.LIVE)

    assert len(asker.delivered) == arrives


@pytest.mark.parametrize("state", [TokenState.DEAD, TokenState.FOREIGN])
def test_what_waits_for_a_token_that_dies_is_lost(
    asker: Asker, alert: Json, state: TokenState
) -> None:
    asker.ask(_to(alert, "SANDBOX-offline-1"))

    asker.sandbox.set_state("SANDBOX-offline-1", state)
    asker.sandbox.set_state("SANDBOX-offline-1", TokenState.LIVE)

    assert (asker.delivered, asker.results()) == ([], [])


def test_generations_do_not_drive_each_other_out(
    asker: Asker, alert: Json, legacy: Json
) -> None:
    asker.ask(_to(put(alert, "pushOptions.collapseKey", 3), "SANDBOX-offline-1"))
    document = put(legacy, "message.android.collapse_key", 3)
    asker.ask(_to(document, "SANDBOX-offline-1"), api=Api.V1)

    assert asker.results() == []


def test_a_phone_that_stays_offline_keeps_its_messages(
    asker: Asker, alert: Json
) -> None:
    asker.ask(_to(alert, "a", "SANDBOX-offline-1"))
    asker.sandbox.set_state("SANDBOX-offline-1", TokenState.OFFLINE)
    asker.sandbox.set_state("SANDBOX-offline-1", TokenState.LIVE)

    assert [each.token for each in asker.delivered] == ["a", "SANDBOX-offline-1"]


@pytest.mark.parametrize(
    ("keys", "left", "results"),
    [
        ((3, 3), ["1"], [15, 0]),
        ((3, 4), ["0", "1"], [0, 0]),
        ((-1, -1), ["0", "1"], [0, 0]),
        ((0, 0), ["1"], [15, 0]),
        ((0, 3), ["0", "1"], [0, 0]),
        ((None, 3), ["0", "1"], [0, 0]),
    ],
)
def test_of_one_collapse_key_only_the_newest_waits(
    asker: Asker,
    alert: Json,
    keys: tuple[int | None, ...],
    left: list[str],
    results: list[int],
) -> None:
    for number, key in enumerate(keys):
        document = put(_to(alert, "SANDBOX-offline-1"), f"{NOTE}.title", str(number))
        if key is not None:
            document = put(document, "pushOptions.collapseKey", key)
        asker.ask(document)

    asker.sandbox.set_state("SANDBOX-offline-1", TokenState.LIVE)

    assert [each.title for each in asker.delivered] == left
    assert asker.results() == results


def test_a_legacy_collapse_key_of_zero_is_for_the_whole_app(
    asker: Asker, legacy: Json
) -> None:
    for key in (5, -1, 0):
        document = put(legacy, "message.android.collapse_key", key)
        asker.ask(_to(document, "SANDBOX-offline-1"), api=Api.V1)

    assert asker.results() == [15, 15]


def test_at_most_120_messages_wait_and_the_oldest_makes_room(
    asker: Asker, alert: Json
) -> None:
    for number in range(121):
        document = put(_to(alert, "SANDBOX-offline-1"), f"{NOTE}.title", str(number))
        asker.ask(document)
    assert asker.results() == [15]

    asker.sandbox.set_state("SANDBOX-offline-1", TokenState.LIVE)

    assert [each.title for each in asker.delivered] == [str(n) for n in range(1, 121)]


def test_an_app_that_does_not_run_keeps_the_newest_background_message(
    asker: Asker, background: Json, alert: Json
) -> None:
    for text in ("1", "2"):
        document = put(background, "payload.extraData", text)
        asker.ask(_to(document, "SANDBOX-closed-1"), push_type="6")
    asker.ask(_to(alert, "SANDBOX-closed-1"))
    assert asker.results() == [27, 15, 27, 0]

    asker.sandbox.set_state("SANDBOX-closed-1", TokenState.LIVE)

    assert [each.data for each in asker.delivered if not each.shows] == ["2"]


def test_a_legacy_data_message_is_stored_for_an_app_that_does_not_run(
    asker: Asker,
) -> None:
    asker.ask({"message": {"token": ["SANDBOX-closed-1"], "data": "hello"}}, api=Api.V1)

    assert (asker.results(), asker.delivered) == ([27], [])


@pytest.mark.parametrize(("shown", "shows"), [(False, False), (True, True)])
def test_in_front_the_app_may_get_the_message_instead(
    asker: Asker, alert: Json, shown: bool, shows: bool
) -> None:
    document = put(alert, f"{NOTE}.foregroundShow", shown)

    asker.ask(_to(document, "SANDBOX-front-1", "a"))

    assert [each.shows for each in asker.delivered] == [shows, True]
    assert asker.results() == [0, 0]


def test_in_front_speech_shows_nothing(asker: Asker, speech: Json) -> None:
    asker.ask(_to(speech, "SANDBOX-front-1"), push_type="2")

    assert [each.shows for each in asker.delivered] == [False]


@pytest.mark.parametrize(
    ("badges", "shown"),
    [
        ([{"addNum": 1}, {"addNum": 2}], ["1", "3"]),
        ([{"setNum": 98}, {"addNum": 1}, {"addNum": 1}], ["98", "99", "99+"]),
        ([{"addNum": 9, "setNum": 4}], ["4"]),
        ([{"addNum": 9}, {"setNum": 0}], ["9", "0"]),
        ([{"addNum": 9}, None, {"addNum": 1}], ["9", "", "10"]),
        ([{}], ["0"]),
    ],
)
def test_the_badge_adds_up(
    asker: Asker, alert: Json, badges: list[Json | None], shown: list[str]
) -> None:
    for badge in badges:
        asker.ask(put(alert, f"{NOTE}.badge", badge) if badge is not None else alert)

    assert [each.badge for each in asker.delivered] == shown


def test_a_legacy_badge_without_numbers_counts_one_up(
    asker: Asker, legacy: Json
) -> None:
    path = "message.android.notification.badge"
    for badge in ({"class": "a.B"}, {"class": "a.B"}, {"class": "a.B", "set_num": 7}):
        asker.ask(put(legacy, path, badge), api=Api.V1)

    assert [each.badge for each in asker.delivered] == ["1", "2", "7"]


def test_a_profile_has_to_be_bound_where_bindings_are_told(
    asker: Asker, alert: Json
) -> None:
    asker.sandbox.bind_profiles("a", frozenset({"anna"}))
    for profile in ("anna", "berta"):
        document = put(alert, f"{NOTE}.profileId", profile)
        asker.ask(_to(document, "a", "b"))

    assert asker.results() == [0, 0, 144, 0]
    asker.sandbox.bind_profiles("a", None)
    asker.ask(_to(put(alert, f"{NOTE}.profileId", "berta"), "a"))
    assert asker.results()[-1] == 0


def test_of_one_app_message_id_the_oldest_stays_for_a_day(
    asker: Asker, alert: Json
) -> None:
    document = put(alert, f"{NOTE}.appMessageId", "order-77")
    for hours in (0, 23, 24):
        asker.sandbox.advance(hours * 3600)
        asker.ask(_to(put(document, f"{NOTE}.title", f"after {hours}"), "a"))
    asker.ask(_to(document, "b"))
    titles = [each.title for each in asker.delivered]

    assert asker.results() == [0, 151, 0, 0]
    assert titles == ["after 0", "after 24", "Parcel"]


def test_receipts_are_told_as_they_come_about(asker: Asker, alert: Json) -> None:
    told: list[list[tuple[str, int]]] = []
    leave = asker.sandbox.on_receipts(
        lambda sheets: told.append(
            [(each.token, each.result) for sheet in sheets for each in sheet]
        )
    )

    asker.ask(_to(alert, "a", "SANDBOX-off-1"))
    leave()
    asker.ask(_to(alert, "a"))

    assert told == [[("a", 0), ("SANDBOX-off-1", 6)]]


def test_waking_a_phone_tells_the_listeners(asker: Asker, alert: Json) -> None:
    told: list[tuple[Delivery, ...]] = []
    asker.ask(_to(alert, "SANDBOX-offline-1"))
    asker.sandbox.on_delivery(told.append)

    asker.sandbox.set_state("SANDBOX-offline-1", TokenState.LIVE)

    assert [[each.token for each in each_] for each_ in told] == [["SANDBOX-offline-1"]]

"""The sandbox answers every address, counts, remembers and tells."""

import threading
from typing import TYPE_CHECKING, Any

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.service import Sandbox
from hmpush_gui.sandbox.tokens import TokenState
from hmpush_gui.sandbox.wire import HttpReply, HttpRequest

from .conftest import Asker, Clock, put

if TYPE_CHECKING:
    from hmpush_gui.sandbox.phone import Delivery

Json = dict[str, Any]


def _ask(sandbox: Sandbox, method: str, path: str) -> HttpReply:
    return sandbox.answer(HttpRequest(method, path, {}, b""))


def test_the_front_page_says_what_this_is(sandbox: Sandbox) -> None:
    reply = _ask(sandbox, "GET", "/")

    assert reply.status == 200
    assert reply.headers["Content-Type"].startswith("text/plain")
    assert b"sandbox of hmpush-gui" in reply.body


@pytest.mark.parametrize("method", ["GET", "POST", "BREW"])
def test_there_is_nothing_at_other_addresses(sandbox: Sandbox, method: str) -> None:
    assert _ask(sandbox, method, "/v9/1/messages:send").status == 404


@pytest.mark.parametrize(
    ("path", "wrong", "right"),
    [
        ("/", "POST", "GET"),
        ("/oauth2/v3/token", "GET", "POST"),
        ("/v3/1/messages:send", "PUT", "POST"),
        ("/v1/1/messages:send", "post", "POST"),
    ],
)
def test_a_wrong_method_is_told_the_right_one(
    sandbox: Sandbox, path: str, wrong: str, right: str
) -> None:
    reply = _ask(sandbox, wrong, path)

    assert (reply.status, reply.headers["Allow"]) == (405, right)
    assert sandbox.sends == sandbox.token_requests == 0


def test_every_push_request_is_counted_whatever_its_answer(
    asker: Asker, alert: Json
) -> None:
    asker.send(alert)
    asker.send(b"rubbish")
    asker.send(alert, Authorization="")
    asker.ask_token()

    assert asker.sandbox.sends == 3
    assert asker.sandbox.token_requests == 1


def test_the_last_hundred_requests_are_remembered_with_their_replies(
    sandbox: Sandbox,
) -> None:
    replies = [_ask(sandbox, "GET", f"/{number}") for number in range(101)]

    assert [each.request.path for each in sandbox.received] == [
        f"/{number}" for number in range(1, 101)
    ]
    assert sandbox.received[-1].reply is replies[-1]


def test_a_later_message_replaces_one_with_its_notify_id(
    asker: Asker, alert: Json
) -> None:
    first = put(alert, "payload.notification.notifyId", 7)

    asker.send(first)
    asker.send(put(first, "payload.notification.title", "Later"))

    assert [each.title for each in asker.delivered] == ["Parcel", "Later"]
    assert [each.title for each in asker.sandbox.deliveries] == ["Later"]


def test_a_request_has_an_id_that_its_deliveries_carry(
    asker: Asker, alert: Json
) -> None:
    two = put(alert, "target.token", ["a", "b"])

    first, second = asker.send(two).request_id, asker.send(two).request_id

    assert first != second
    assert [each.request_id for each in asker.delivered] == [
        first,
        first,
        second,
        second,
    ]


def test_token_states_can_be_set_on_the_service(asker: Asker, alert: Json) -> None:
    asker.sandbox.states["SANDBOX-live-000001"] = TokenState.ABROAD

    assert asker.send(alert).said["illegalTokens"] == {
        "countryNotSupport": ["SANDBOX-live-000001"]
    }


def test_the_life_of_access_tokens_can_be_set(
    asker: Asker, clock: Clock, legacy: Json
) -> None:
    asker.sandbox.token_life = 5
    bearer = f"Bearer {asker.access_token()}"

    assert asker.send(legacy, Api.V2, Authorization=bearer).code == "80000000"
    clock.now += 5
    assert asker.send(legacy, Api.V2, Authorization=bearer).code == "80200003"
    assert asker.sandbox.token_life == 5


def test_a_listener_gets_each_send_as_one_tuple(asker: Asker, alert: Json) -> None:
    told: list[tuple[Delivery, ...]] = []
    asker.sandbox.on_delivery(told.append)

    asker.send(put(alert, "target.token", ["a", "b"]))
    asker.send(put(alert, "target.token", ["SANDBOX-dead-1"]))

    assert [[each.token for each in deliveries] for deliveries in told] == [["a", "b"]]


def test_a_listener_may_leave(asker: Asker, alert: Json) -> None:
    told: list[tuple[Delivery, ...]] = []
    leave = asker.sandbox.on_delivery(told.append)

    leave()
    asker.send(alert)

    assert told == []
    assert len(asker.delivered) == 1


def test_a_listener_may_ask_the_sandbox(asker: Asker, alert: Json) -> None:
    seen: list[int] = []
    asker.sandbox.on_delivery(lambda _: seen.append(len(asker.sandbox.deliveries)))

    asker.send(alert)

    assert seen == [1]


def test_no_more_deliveries_are_kept_than_asked_for(
    account: DemoAccount, clock: Clock, good_jwt: str, alert: Json
) -> None:
    asker = Asker(Sandbox(account, clock, keep=3), account, good_jwt)

    asker.send(put(alert, "target.token", list("abcde")))

    assert [each.token for each in asker.sandbox.deliveries] == ["c", "d", "e"]


def test_a_reset_empties_phones_and_books(asker: Asker, alert: Json) -> None:
    asker.send(alert)
    states = asker.sandbox.states
    states["a"] = TokenState.DEAD

    asker.sandbox.reset()

    assert (asker.sandbox.deliveries, asker.sandbox.receipts) == ([], [])
    assert (asker.sandbox.received, asker.sandbox.sends) == ((), 0)
    assert asker.sandbox.books.totals.received == 0
    assert asker.sandbox.states == {}
    assert asker.send(alert).code == "80000000"
    assert len(asker.delivered) == 2


@pytest.mark.parametrize(
    ("method", "path", "drawn"),
    [
        ("POST", "/v3/1/messages:send", Scenario.EXPIRED_ONCE),
        ("GET", "/v3/1/messages:send", Scenario.NORMAL),
        ("POST", "/oauth2/v3/token", Scenario.NORMAL),
        ("POST", "/sandbox/reset", Scenario.NORMAL),
        ("POST", "/nowhere", Scenario.NORMAL),
    ],
)
def test_a_scenario_is_drawn_for_push_requests_only(
    sandbox: Sandbox, method: str, path: str, drawn: Scenario
) -> None:
    sandbox.scenario = Scenario.EXPIRED_ONCE

    assert sandbox.draw(method, path) is drawn
    used = drawn is Scenario.EXPIRED_ONCE
    assert (sandbox.scenario is Scenario.NORMAL) is used


def test_many_threads_lose_and_double_nothing(asker: Asker, alert: Json) -> None:
    def send(thread: int) -> None:
        for number in range(25):
            asker.send(put(alert, "target.token", [f"{thread}-{number}"]))

    threads = [threading.Thread(target=send, args=(each,)) for each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    expected = {f"{thread}-{number}" for thread in range(8) for number in range(25)}
    tokens = [each.token for each in asker.sandbox.deliveries]
    assert len(tokens) == 200
    assert set(tokens) == expected
    assert asker.sandbox.sends == 200

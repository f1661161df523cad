"""A test of a backend steers the sandbox, and sees what it did."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.control import ORDERS
from hmpush_gui.sandbox.control_views import VIEWS
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.service import Sandbox

from .conftest import NOW, Asker, Clock, put

Json = dict[str, Any]


def test_the_state_of_a_new_sandbox(asker: Asker) -> None:
    assert asker.steer("state") == {
        "status": 200,
        "scenario": "normal",
        "delay": 5.0,
        "odds": {
            "unavailable": 0.05,
            "retry-after": 0.02,
            "inner-error": 0.02,
            "expired-once": 0.02,
            "html": 0.02,
            "cut-early": 0.02,
            "cut": 0.02,
            "half": 0.02,
        },
        "seed": 1,
        "now": NOW,
        "sends": 0,
        "token_requests": 0,
        "tokens": {},
        "profiles": {},
        "widgets": {},
        "results": {},
        "rights": {
            "categories": None,
            "push_types": None,
            "live_views": None,
            "urgent": True,
            "news": False,
            "penalty": False,
            "verified_images": False,
        },
        "quotas": {
            "test_requests": 1000,
            "legacy_tests": 500,
            "marketing": 2,
            "news_marketing": 5,
            "device": None,
            "tests_per_second": None,
            "images_per_minute": 60,
            "widget": 5,
            "topic_tasks": 100,
        },
        "callback": {"url": "", "ids": {}, "posts": []},
        "books": {
            "received": 0,
            "accepted": 0,
            "refused": 0,
            "tokens": 0,
            "spread": [],
            "repeats": [],
        },
        "receipts": {},
    }


def test_scenarios_are_listed_in_words_and_chosen(asker: Asker) -> None:
    listed = asker.steer("scenarios")["scenarios"]
    assert [each["scenario"] for each in listed] == list(Scenario)
    assert all(each["label"] and each["description"] for each in listed)

    answer = asker.steer("scenario", {"scenario": "slow", "delay": 0.5})

    assert (answer["scenario"], answer["delay"]) == ("slow", 0.5)
    assert (asker.sandbox.scenario, asker.sandbox.delay) == (Scenario.SLOW, 0.5)


def test_odds_and_seed_are_chosen(asker: Asker) -> None:
    content = {"scenario": "random", "odds": {"cut": 0.5, "html": 0.25}, "seed": 7}

    answer = asker.steer("scenario", content)

    assert (answer["odds"], answer["seed"]) == ({"cut": 0.5, "html": 0.25}, 7)
    assert asker.steer("scenario", {"odds": None})["odds"]["unavailable"] == 0.05


def test_tokens_are_put_into_states(asker: Asker, alert: Json) -> None:
    asker.steer("tokens", {"tokens": ["a", "b"], "state": "off"})
    asker.steer("tokens", {"token": "c", "profiles": ["anna"], "result": 31})
    document = put(alert, "target.token", ["a", "b", "c", "d"])
    asker.send(put(document, "payload.notification.profileId", "berta"))

    assert asker.results() == [6, 6, 31, 0]
    asker.steer("tokens", {"token": "c", "result": None})
    asker.send(put(document, "payload.notification.profileId", "berta"))
    assert asker.results()[4:] == [6, 6, 144, 0]
    found = asker.steer("state")
    assert found["tokens"] == {"a": "off", "b": "off"}
    assert found["profiles"] == {"c": ["anna"]}


def test_a_phone_that_comes_back_gets_what_waited(asker: Asker, alert: Json) -> None:
    token = "SANDBOX-offline-1"
    asker.send(put(alert, "target.token", [token]))
    assert asker.steer(f"phones?token={token}") == {
        "status": 200,
        "deliveries": [],
        "state": "offline",
        "badge": 0,
        "waiting": 1,
    }

    asker.steer("tokens", {"token": token, "state": "live"})

    found = asker.steer(f"phones?token={token}")
    assert [each["title"] for each in found["deliveries"]] == ["Parcel"]
    assert (found["state"], found["waiting"]) == ("live", 0)


def test_the_app_may_begin_a_live_view_itself(asker: Asker, live: Json) -> None:
    asker.steer("tokens", {"token": "SANDBOX-live-000001", "live_views": [501]})
    asker.send(put(live, "payload.operation", 1), push_type="7")

    assert asker.results() == [0]


def test_rights_and_quotas_are_changed_one_by_one(asker: Asker) -> None:
    asker.steer("rights", {"news": True, "categories": ["IM", "EXPRESS"]})
    rights = asker.steer("rights", {"penalty": True})
    quotas = asker.steer("quotas", {"marketing": None, "device": 7})

    assert (rights["news"], rights["penalty"]) == (True, True)
    assert rights["categories"] == ["EXPRESS", "IM"]
    assert (quotas["marketing"], quotas["device"], quotas["test_requests"]) == (
        *(None, 7),
        1000,
    )
    assert asker.steer("rights", {"categories": None})["categories"] is None


def test_the_books_answer_for_tokens(asker: Asker, alert: Json) -> None:
    asker.send(put(alert, "target.token", ["a", "a", "b"]))

    once = {"received": 1, "accepted": 1, "refused": 0}
    twice = {"received": 2, "accepted": 2, "refused": 0}
    assert asker.steer("books?token=a") == twice | {"status": 200}
    assert asker.steer("books", {"tokens": ["a", "b"]})["counts"] == {
        "a": twice,
        "b": once,
    }
    assert asker.steer("books") == {
        "status": 200,
        "received": 3,
        "accepted": 3,
        "refused": 0,
        "tokens": 2,
        "spread": [twice | {"tokens": 1}, once | {"tokens": 1}],
        "repeats": ["a"],
    }


def test_receipts_are_chosen_and_limited(asker: Asker, alert: Json) -> None:
    first = asker.send(put(alert, "target.token", ["a", "SANDBOX-off-1"])).request_id
    asker.send(put(alert, "target.token", ["a"]))

    def found(query: str) -> list[tuple[str, int]]:
        statuses = asker.steer(f"receipts{query}")["statuses"]
        return [(each["token"], each["deliveryStatus"]["result"]) for each in statuses]

    off, a = ("SANDBOX-off-1", 6), ("a", 0)
    assert sorted(found("")) == sorted([a, a, off])
    assert found("?limit=1") == [a]
    assert found("?result=6") == [off]
    assert found("?token=a") == [a, a]
    assert sorted(found(f"?requestId={first}")) == sorted([a, off])
    assert found(f"?requestId={first}&token=a") == [a]
    assert asker.steer("state")["receipts"] == {"0": 2, "6": 1}


def test_the_secret_of_the_callback_is_never_shown(asker: Asker) -> None:
    content = {"url": "https://x/", "user_name": "shop", "secret": "c2VjcmV0"}

    shown = asker.steer("callback", content)

    assert (shown["url"], shown["user_name"], shown["secret"]) == (
        *("https://x/", "shop"),
        True,
    )
    assert "c2VjcmV0" not in str([shown, asker.steer("state")])
    assert asker.sandbox.callback is not None
    assert asker.steer("callback", {"url": ""})["url"] == ""
    assert asker.sandbox.callback is None


def test_a_callback_may_have_a_receipt_id(asker: Asker) -> None:
    shop = {"id": "RCP1", "url": "https://shop/", "secret": "c2VjcmV0"}
    asker.steer("callback", {"url": "https://all/"})

    shown = asker.steer("callback", shop)

    assert shown["url"] == "https://all/"
    assert [(name, each["url"]) for name, each in shown["ids"].items()] == [
        ("RCP1", "https://shop/")
    ]
    assert "c2VjcmV0" not in str([shown, asker.steer("state")])
    asker.steer("reset", {})
    assert asker.steer("callback") == shown
    gone = asker.steer("callback", {"id": "RCP1", "url": ""})
    assert (gone["url"], gone["ids"]) == ("https://all/", {})


def test_time_passes_for_phones_but_not_for_bearers(asker: Asker, alert: Json) -> None:
    assert asker.steer("clock", {"advance": 86400})["now"] == NOW + 86400

    assert asker.send(alert).code == "80000000"
    assert asker.delivered[-1].at == NOW + 86400


def test_a_reset_forgets_all_but_who_may_send(asker: Asker, alert: Json) -> None:
    asker.steer("callback", {"url": "http://x/"})
    bearer = f"Bearer {asker.access_token()}"
    asker.steer(
        "tokens", {"token": "a", "state": "off", "profiles": ["x"], "result": 2}
    )
    asker.steer("scenario", {"scenario": "slow", "delay": 1})
    asker.steer("rights", {"news": True})
    asker.steer("clock", {"advance": 7})
    asker.send(alert)

    after = asker.steer("reset", {})

    assert asker.sandbox.received == ()
    new = Asker(Sandbox(asker.account, Clock()), asker.account, asker.jwt)
    kept = {"callback", "token_requests"}
    fresh = new.steer("state")
    assert {k: v for k, v in after.items() if k not in kept} == {
        k: v for k, v in fresh.items() if k not in kept
    }
    assert after["callback"]["url"] == "http://x/"
    legacy = {"message": {"token": ["a"], "data": "x"}}
    assert asker.send(legacy, Api.V2, Authorization=bearer).code == "80000000"


def test_steering_is_not_remembered_among_requests(asker: Asker) -> None:
    asker.steer("state")

    assert asker.sandbox.received == ()
    assert asker.sandbox.sends == 0


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("scenario", {"scenario": "bad"}, "scenario: one of normal, slow,"),
        ("scenario", {"delay": -1}, "delay: a number of seconds is wanted"),
        ("scenario", {"delay": True}, "delay: a number of seconds is wanted"),
        ("scenario", {"odds": {"cut": 2}}, "odds: shares from 0 to 1 are wanted"),
        ("scenario", {"odds": {"cut": 0.6, "html": 0.6}}, "odds: odds are shares that"),
        ("scenario", {"odds": {"random": 0.1}}, "odds: random cannot draw itself"),
        ("scenario", {"odds": {"bad": 0.1}}, "one of normal, slow,"),
        ("scenario", {"odds": 1}, "odds: an object of shares is wanted"),
        ("scenario", {"scenary": "slow"}, "scenary: one of scenario, delay,"),
        ("tokens", {"state": "off"}, "token, or tokens: a text, or a list"),
        ("tokens", {"token": "a", "state": "odd"}, "state: one of live, dead,"),
        ("tokens", {"token": 7}, "token: a text is wanted"),
        ("tokens", {"tokens": "a"}, "tokens: a list of texts is wanted"),
        ("tokens", {"token": "a", "result": -1}, "result: a whole number is wanted"),
        ("tokens", {"token": "a", "live_views": [2**31]}, "live_views: a list of"),
        ("rights", {"categories": "IM"}, "categories: a list of texts is wanted"),
        ("rights", {"news": 1}, "news: true or false is wanted"),
        ("quotas", {"marketing": 1.5}, "marketing: a whole number is wanted"),
        ("clock", {"advance": "1"}, "advance: a number of seconds is wanted"),
        ("callback", {"url": "http://x/", "secret": "?"}, "secret is not Base64"),
        ("callback", {"url": "localhost:9000"}, "url: an address such as http"),
        ("books", {"tokens": [1]}, "tokens: a list of texts is wanted"),
        ("reset", [], "the body: a JSON object is wanted"),
    ],
)
def test_an_order_that_makes_no_sense_changes_nothing(
    asker: Asker, name: str, content: object, problem: str
) -> None:
    before = asker.steer("state")

    answer = asker.steer(name, content)

    assert answer["status"] == 400
    assert answer["problem"].startswith(problem)
    assert asker.steer("state") == before


def test_unknown_names_are_told_the_known_ones(asker: Asker) -> None:
    assert asker.steer("nowhere") == {
        "status": 404,
        "problem": "GET knows state, scenarios, books, receipts, phones, callback.",
    }
    assert asker.steer("state", {})["problem"].startswith("POST knows scenario, reset")
    assert asker.steer("receipts?limit=many")["status"] == 400


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["token", "tokens", "state", "odds", "delay", "url"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None, database=None)
@given(name=st.sampled_from(sorted(ORDERS)), content=_JSON, limit=st.text(max_size=5))
def test_any_order_is_answered(
    account: DemoAccount, good_jwt: str, name: str, content: object, limit: str
) -> None:
    asker = Asker(Sandbox(account, Clock()), account, good_jwt)
    if content is not None:
        assert asker.steer(name, content)["status"] in (200, 400)
    for view in VIEWS:
        assert asker.steer(f"{view}?limit={limit}&token={limit}")["status"] in (
            200,
            400,
        )

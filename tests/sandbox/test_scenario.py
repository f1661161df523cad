"""Bad days reach push requests, each in its own way."""

from typing import Any

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.wire import HttpReply, HttpRequest

from .conftest import Asker

Json = dict[str, Any]


def _raw(asker: Asker, api: Api = Api.V3) -> HttpReply:
    """The reply to bytes that are no JSON: no scenario reads them."""
    path = f"/{api}/{asker.owner(api)}/messages:send"
    return asker.sandbox.answer(HttpRequest("POST", path, {}, b"x"))


@pytest.mark.parametrize("scenario", Scenario)
def test_every_scenario_has_words_of_its_own(scenario: Scenario) -> None:
    label = scenario.label

    assert isinstance(label, Sentence)
    assert label.context == "sandbox"
    assert len({str(each.label) for each in Scenario}) == len(Scenario)


@pytest.mark.parametrize("scenario", Scenario)
def test_every_scenario_says_what_it_does(scenario: Scenario) -> None:
    description = scenario.description

    assert description.context == "sandbox"
    assert str(description).endswith(".")
    assert len({str(each.description) for each in Scenario}) == len(Scenario)


@pytest.mark.parametrize(
    ("scenario", "status", "code", "header"),
    [
        (Scenario.RETRY_AFTER, 503, "", {"Retry-After": "2"}),
        (Scenario.INNER_ERROR, 500, "81000001", {"Content-Type": "application/json"}),
        (Scenario.TOO_LARGE, 413, "", {"Content-Type": "text/html"}),
    ],
)
def test_refusals_that_deliver_nothing(
    asker: Asker,
    scenario: Scenario,
    status: int,
    code: str,
    header: dict[str, str],
) -> None:
    asker.sandbox.scenario, asker.sandbox.delay = scenario, 1.5

    reply = _raw(asker)

    assert (reply.status, dict(reply.headers)) == (status, header)
    assert code.encode() in reply.body
    assert asker.delivered == []
    assert asker.sandbox.scenario is scenario


def test_a_connection_cut_early_delivers_nothing(asker: Asker, alert: Json) -> None:
    asker.sandbox.scenario = Scenario.CUT_EARLY

    assert asker.sandbox.answer(asker.request(alert)).cut
    assert asker.delivered == []
    assert asker.sandbox.sends == 1


@pytest.mark.parametrize(
    ("scenario", "drip", "half"),
    [(Scenario.HALF, 0.0, True), (Scenario.DRIP, 1.5, False)],
)
def test_an_answer_may_break_or_drip_after_the_delivery(
    asker: Asker, alert: Json, scenario: Scenario, drip: float, half: bool
) -> None:
    asker.sandbox.scenario, asker.sandbox.delay = scenario, 1.5

    reply = asker.send(alert)

    assert (reply.raw.drip, reply.raw.half, reply.raw.cut) == (drip, half, False)
    assert len(asker.delivered) == 1


@pytest.mark.parametrize(
    ("service", "content"),
    [
        ("topic:subscribe", {"topic": "news", "tokenArray": ["a"]}),
        ("messages:revoke", {"notifyId": 7, "token": ["a"]}),
    ],
)
def test_other_services_have_bad_days_too(
    asker: Asker, service: str, content: Json
) -> None:
    asker.sandbox.scenario = Scenario.INNER_ERROR

    assert asker.call(service, content, push_type="0")[0] == 500
    assert asker.sandbox.sends == 0


def test_a_slow_day_delays_the_answer_and_nothing_else(
    asker: Asker, alert: Json
) -> None:
    asker.sandbox.scenario = Scenario.SLOW
    asker.sandbox.delay = 1.5

    reply = asker.send(alert)

    assert (reply.code, reply.raw.delay, reply.raw.cut) == ("80000000", 1.5, False)
    assert len(asker.delivered) == 1


def test_a_normal_day_delays_nothing(asker: Asker, alert: Json) -> None:
    reply = asker.send(alert)

    assert (reply.raw.delay, reply.raw.cut) == (0.0, False)


def test_an_overloaded_push_kit_answers_503_with_an_empty_body(asker: Asker) -> None:
    asker.sandbox.scenario = Scenario.UNAVAILABLE

    reply = _raw(asker)

    assert (reply.status, reply.body) == (503, b"")
    assert asker.delivered == []


def test_a_proxys_page_is_html_and_delivers_nothing(asker: Asker) -> None:
    asker.sandbox.scenario = Scenario.HTML

    reply = _raw(asker)

    assert (reply.status, reply.headers["Content-Type"]) == (502, "text/html")
    assert reply.body.startswith(b"<html>")
    assert asker.delivered == []


def test_a_cut_connection_comes_after_the_delivery(asker: Asker, alert: Json) -> None:
    asker.sandbox.scenario = Scenario.CUT

    reply = asker.send(alert)

    assert reply.raw.cut
    assert len(asker.delivered) == 1
    assert asker.sandbox.scenario is Scenario.CUT


@pytest.mark.parametrize("api", Api)
def test_a_jwt_expires_once_and_then_works_again(
    asker: Asker, alert: Json, legacy: Json, api: Api
) -> None:
    asker.sandbox.scenario = Scenario.EXPIRED_ONCE
    document = alert if api is Api.V3 else legacy

    first, second = asker.send(document, api), asker.send(document, api)

    assert (first.status, first.code) == (401, "80200005")
    assert len(first.request_id) == 24
    assert second.code == "80000000"
    assert len(asker.delivered) == 1
    assert asker.sandbox.scenario is Scenario.NORMAL


def test_an_access_token_expires_in_its_own_words(asker: Asker, legacy: Json) -> None:
    bearer = f"Bearer {asker.access_token()}"
    asker.sandbox.scenario = Scenario.EXPIRED_ONCE

    first = asker.send(legacy, Api.V1, Authorization=bearer)
    second = asker.send(legacy, Api.V1, Authorization=bearer)

    assert (first.status, first.code) == (401, "80200003")
    assert second.code == "80000000"


@pytest.mark.parametrize("scenario", Scenario)
def test_no_scenario_touches_a_request_for_a_token(
    asker: Asker, scenario: Scenario
) -> None:
    asker.sandbox.scenario = scenario

    reply = asker.ask_token()

    assert (reply.status, reply.delay, reply.cut) == (200, 0.0, False)
    assert asker.sandbox.scenario is scenario

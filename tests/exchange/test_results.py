from dataclasses import replace

from hmpush_gui.exchange.results import redactor_of, result_rows, started_at
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.outcome import Outcome
from hmpush_gui.pushkit.protocol import Verdict

from .sends import TOKENS, send


def test_every_device_has_a_row_with_its_outcome_and_request() -> None:
    rows = list(result_rows(send(), redactor_of(send())))
    assert [row.verdict for row in rows] == list(Verdict)
    assert [row.request_id for row in rows] == ["157440955549500"] * 2 + ["", ""]
    assert rows[0].device == "Phone 1 MARK…89-A"
    assert rows[0].meaning == ""
    assert rows[1].reason == "noRight"
    assert rows[1].meaning
    assert rows[1].fix
    assert (
        next(result_rows(send(), redactor_of(send(), tokens=True))).token == TOKENS[0]
    )


def test_explanations_are_in_the_language_that_is_asked_for() -> None:
    english, chinese = (
        list(result_rows(send(), redactor_of(send()), language=language))[1]
        for language in ("en", "zh")
    )
    assert chinese.meaning != english.meaning


def test_a_token_that_stands_twice_has_a_row_and_a_request_each() -> None:
    sent = send()
    twice = [replace(sent.record.devices[0], label=label) for label in ("a", "b")]
    outcome = Outcome(TOKENS[0], Verdict.ACCEPTED)
    first, second = (
        replace(each, outcomes=(outcome,), request_id=name)
        for each, name in zip(sent.exchanges, ("one", "two"), strict=True)
    )
    sent = replace(
        sent,
        record=replace(sent.record, devices=tuple(twice)),
        exchanges=(first, second),
        outcomes=(outcome, outcome),
    )
    assert [
        (row.device, row.request_id) for row in result_rows(sent, redactor_of(sent))
    ] == [
        ("a", "one"),
        ("b", "two"),
    ]


def test_a_topic_is_no_token() -> None:
    message = kind("v1-notification").message()
    body = {**message.document["message"], "topic": "news-of-the-town"}
    message = replace(message, document={**message.document, "message": body})
    target = "'news-of-the-town' in topics"
    sent = send()
    record = replace(
        sent.record, message=message, devices=(Device(target, target, "shop"),)
    )
    sent = replace(
        sent, record=record, exchanges=(), outcomes=(Outcome(target, Verdict.ACCEPTED),)
    )
    (row,) = result_rows(sent, redactor_of(sent))
    assert (row.device, row.token) == (target, target)
    assert redactor_of(sent).text(target) == target


def test_the_time_is_told_for_everywhere() -> None:
    assert started_at(send()) == "2027-01-15T08:00:00+00:00"

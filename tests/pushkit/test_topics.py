from hmpush_gui.pushkit.outcome import Outcome, Outcomes, Verdict
from hmpush_gui.pushkit.pages import page
from hmpush_gui.pushkit.protocol import Answer, Exchange, Request
from hmpush_gui.pushkit.topics import (
    outcome_topic,
    reason_topics,
    receipt_topic,
    request_topic,
)

BAD = Verdict.REJECTED


def exchange(*outcomes: Outcome, code: str = "", status: int | None = 200) -> Exchange:
    tokens = tuple(each.token for each in outcomes)
    answer = None if status is None else Answer(status, "", (), b"")
    return Exchange(Request("POST", "", {}, b"", tokens), outcomes, answer, code)


def test_a_code_is_explained_with_the_page_it_stands_on() -> None:
    topic = request_topic(exchange(code="80300007"))
    assert topic is not None
    assert topic.name == "80300007"
    assert topic.known is not None
    assert topic.known.causes
    assert [page.url.rpartition("/")[2] for page in topic.pages] == [
        "push-scenariozed-api-response"
    ]
    legacy = request_topic(exchange(code="80300007"), legacy=True)
    assert legacy is not None
    assert "https-send-api" in legacy.pages[0].url


def test_an_answer_of_somebody_else_is_explained_by_its_status() -> None:
    topic = request_topic(exchange(Outcome("a", BAD, "", "HTTP 503"), status=503))
    assert topic is not None
    assert topic.name == "HTTP 503"
    assert topic.known is not None


def test_a_refused_credential_is_explained_by_the_oauth_service() -> None:
    refused = Outcome("a", Verdict.NOT_SENT, "", "1101/12304")
    topic = request_topic(exchange(refused, status=400))
    assert topic is not None
    assert topic.known is not None
    assert "account-server-error-code" in topic.pages[0].url


def test_without_an_answer_there_is_nothing_to_look_up() -> None:
    lost = Outcome("a", Verdict.UNKNOWN, "", "ReadError")
    assert request_topic(exchange(lost, status=None)) is None


def test_an_unknown_code_is_named_all_the_same() -> None:
    topic = request_topic(exchange(code="89999999"))
    assert topic is not None
    assert topic.known is None
    assert topic.pages


def test_reasons_are_told_with_how_many_devices_met_them() -> None:
    reasons = {"a": "noRight", "b": "tokenFormatError", "c": "tokenFormatError"}
    outcomes = Outcomes([*"abcd"], Verdict.ACCEPTED, "80100000", reasons=reasons)
    request = Request("POST", "", {}, b"", (*"abcd",))
    topics = [*reason_topics(Exchange(request, outcomes, code="80100000"))]
    assert [(each.name, each.devices) for each in topics] == [
        ("tokenFormatError", 2),
        ("noRight", 1),
    ]


def test_one_device_is_explained_by_its_own_reason() -> None:
    topic = outcome_topic(Outcome("a", BAD, "80100000", "noRight"), "zh")
    assert topic is not None
    assert topic.known is not None
    assert outcome_topic(Outcome("a", Verdict.ACCEPTED, "80000000")) is None


def test_a_receipt_is_a_topic_with_its_page() -> None:
    topic = receipt_topic(6)
    assert topic.known is not None
    assert topic.known.meaning == "Not shown: notifications are off."
    assert [each.url for each in topic.pages] == [page("receipts").url]
    assert receipt_topic(4711).known is None

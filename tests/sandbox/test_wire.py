"""Replies have Push Kit's shapes; headers are found in any spelling."""

import json

import pytest

from hmpush_gui.sandbox.wire import (
    HttpRequest,
    new_request_id,
    oauth_refusal,
    push_reply,
    text_reply,
)


def _request(**headers: str) -> HttpRequest:
    return HttpRequest("POST", "/", headers, b"")


@pytest.mark.parametrize("name", ["authorization", "AUTHORIZATION", "Authorization"])
def test_a_header_is_found_in_any_spelling(name: str) -> None:
    assert _request(Authorization=" Bearer x ").header(name) == "Bearer x"


def test_a_missing_header_is_empty() -> None:
    assert _request().header("push-type") == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("application/json", "application/json"),
        ("Application/JSON ; charset=UTF-8", "application/json"),
        ("", ""),
    ],
)
def test_the_media_type_is_the_content_type_without_parameters(
    text: str, kind: str
) -> None:
    request = HttpRequest("POST", "/", {"content-type": text}, b"")

    assert request.media_type == kind


def test_a_request_does_not_show_its_bearer_or_body_in_its_repr() -> None:
    request = HttpRequest("POST", "/", {"Authorization": "Bearer x1y2"}, b"z3")

    assert "x1y2" not in repr(request)
    assert "z3" not in repr(request)


def test_a_request_id_is_24_digits_and_its_own() -> None:
    ids = {new_request_id() for _ in range(1000)}

    assert len(ids) == 1000
    assert all(len(each) == 24 and each.isdecimal() for each in ids)


def test_an_answer_of_the_push_host_has_code_text_and_request_id() -> None:
    reply = push_reply(400, "80100003", "Illegal “payload”", "0" * 24)

    assert reply.status == 400
    assert reply.headers == {"Content-Type": "application/json"}
    assert json.loads(reply.body) == {
        "code": "80100003",
        "msg": "Illegal “payload”",
        "requestId": "000000000000000000000000",
    }


def test_an_answer_may_quote_half_a_character() -> None:
    reply = push_reply(400, "80300007", "\ud83d", "1")

    assert json.loads(reply.body)["msg"] == "\ud83d"


def test_a_refusal_of_the_token_endpoint_has_integer_codes() -> None:
    reply = oauth_refusal(1101, 12304, "invalid client_secret")

    assert reply.status == 400
    assert json.loads(reply.body) == {
        "error": 1101,
        "sub_error": 12304,
        "error_description": "invalid client_secret",
    }


def test_a_reply_in_words_is_plain_text_with_the_headers_asked_for() -> None:
    reply = text_reply(405, "Nein – ß", Allow="POST")

    assert reply.body.decode() == "Nein – ß"
    assert reply.headers["Allow"] == "POST"
    assert reply.headers["Content-Type"] == "text/plain; charset=utf-8"

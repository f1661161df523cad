import json

from hmpush_gui.exchange.handed_call import hand_out
from hmpush_gui.exchange.redact import MASK
from hmpush_gui.pushkit.protocol import Request

from .awkward import TOKEN, request


def test_tokens_are_numbered_placeholders_unless_they_are_asked_for() -> None:
    sent = request()
    sent = Request(
        sent.method, sent.url, sent.headers,
        sent.body.replace(TOKEN.encode(), b"A-token-1\",\"B-token-2\",\"A-token-1"),
        ("A-token-1", "B-token-2", "A-token-1"),
    )  # fmt: skip
    target = json.loads(hand_out(sent).body)["target"]
    assert target["token"] == ["PUSH_TOKEN_1", "PUSH_TOKEN_2", "PUSH_TOKEN_1"]
    assert hand_out(sent, tokens=True).body.encode() == sent.body


def test_an_authorisation_that_stands_there_is_left_out() -> None:
    sent = request()
    held = {**sent.headers, "authorization": "Bearer abc", "X-Secret": "def"}
    call = hand_out(Request(sent.method, sent.url, held, sent.body, sent.tokens))
    assert dict(call.headers) == {**sent.headers, "X-Secret": MASK}
    assert call.bearer is None
    assert hand_out(sent, bearer="abc").bearer == "abc"


def test_secrets_in_a_message_are_masked_though_its_tokens_are_wanted() -> None:
    sent = request()
    body = sent.body.replace(b'"key"', b'"clientSecret"')
    call = hand_out(
        Request(sent.method, sent.url, sent.headers, body, sent.tokens), tokens=True
    )
    assert json.loads(call.body)["target"]["token"] == [TOKEN]
    assert f'"clientSecret":"{MASK}"' in call.body

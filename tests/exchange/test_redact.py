import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.redact import MASK, Redactor, short_token

TOKEN = "IQAAAACy0123456789abcdefghijklmnopqrstuvwxyz"
JWT = "eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiIxMDEifQ.c2lnbmF0dXJl-_w"
PEM = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----"


@pytest.mark.parametrize(
    ("token", "short"),
    [
        (TOKEN, "IQAA…wxyz"),
        ("123456789012", "1234…9012"),
        ("12345678", "12…78"),
        ("ab", "…"),
        ("", "…"),
    ],
)
def test_a_token_shows_its_ends_and_never_most_of_itself(
    token: str, short: str
) -> None:
    assert short_token(token) == short


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (f"Authorization: Bearer {JWT}", f"Authorization: Bearer {MASK}"),
        ("bearer 0123456789abcdef", f"bearer {MASK}"),
        (f"it was {JWT}.", f"it was {MASK}."),
        (f"key: {PEM} end", f"key: {MASK} end"),
        (PEM.replace("\n", "\\n"), MASK),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIE and lost", MASK),
        ("id=1&client_secret=abc%2B1&x=y", f"id=1&client_secret={MASK}&x=y"),
        ("'password': 'hunter2'", f"'password': '{MASK}'"),
        ('access_token = "CV5zx"', f'access_token = "{MASK}"'),
        ("Your parcel, No. 77, is here.", "Your parcel, No. 77, is here."),
        ("A secret garden; the bearer of news", "A secret garden; the bearer of news"),
    ],
)  # fmt: skip
def test_secrets_leave_a_text_and_the_rest_stays(text: str, clean: str) -> None:
    assert Redactor().text(text) == clean


def test_known_tokens_are_found_anywhere_in_a_text() -> None:
    redact = Redactor((TOKEN, TOKEN[:20]))
    assert redact.text(f"x{TOKEN}y {TOKEN[:20]}") == "xIQAA…wxyzy IQAA…89ab"
    assert Redactor((TOKEN,), show_tokens=True).text(TOKEN) == TOKEN


def test_headers_that_prove_who_sends_are_masked_whatever_they_hold() -> None:
    headers = [
        ("AUTHORIZATION", "Bearer x"),
        ("Cookie", "session=1"),
        ("X-Client-Secret", "abc"),
        ("push-type", "0"),
    ]
    assert Redactor().headers(headers) == [
        ("AUTHORIZATION", f"Bearer {MASK}"),
        ("Cookie", MASK),
        ("X-Client-Secret", MASK),
        ("push-type", "0"),
    ]


def test_what_is_hidden_in_json_changes_no_other_byte() -> None:
    body = (
        '{ "price":19.90,"a":"\\u4e2d", "token":["%s"],"b":"\\/ 文",'
        '"data":{"Secret":{"deep":[1,"x"]},"note":"Bearer %s"}}\n'
    )
    redacted = Redactor().body((body % (TOKEN, JWT)).encode())
    assert redacted == body.replace('[1,"x"]', f'["{MASK}","{MASK}"]') % (
        "IQAA…wxyz", MASK
    )  # fmt: skip


def test_json_inside_of_json_is_looked_into() -> None:
    inside = json.dumps({"illegalTokens": [TOKEN], "clientSecret": "abc"})
    clean = Redactor().json(json.dumps({"msg": inside}))
    assert json.loads(json.loads(clean)["msg"]) == {
        "illegalTokens": ["IQAA…wxyz"],
        "clientSecret": MASK,
    }


def test_a_known_token_is_hidden_under_any_key_and_as_a_key() -> None:
    clean = Redactor(("ab", TOKEN)).json(json.dumps({"to": ["ab"], TOKEN: "ab!"}))
    assert json.loads(clean) == {"to": ["…"], "IQAA…wxyz": "ab!"}


def test_tokens_and_secrets_stay_only_if_they_are_asked_for() -> None:
    text = json.dumps({"token": [TOKEN], "secret": "xyzzy-1"})
    assert Redactor(show_tokens=True).json(text) == text.replace("xyzzy-1", MASK)
    assert Redactor(show_secrets=True).json(text) == text.replace(TOKEN, "IQAA…wxyz")
    assert Redactor(show_tokens=True, show_secrets=True).json(text) == text


def test_what_is_no_json_is_a_text() -> None:
    assert Redactor().body(b'{"a": Bearer 0123456789') == f'{{"a": Bearer {MASK}'
    deep = "[" * 100_000
    assert Redactor().json(deep) == deep


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
)


@given(JSON, st.sampled_from([None, 2]))
def test_json_without_secrets_passes_as_it_is(
    value: object, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    assert Redactor(("a token nobody has",)).json(text) == text


@given(JSON, st.sampled_from(["push_token", "x-secret", "privateKey", "token"]))
def test_nothing_marked_survives_at_any_depth(value: object, key: str) -> None:
    text = json.dumps([value, {key: [{"deep": "MARKED-VALUE-0123"}]}])
    assert "MARKED-VALUE-0123" not in Redactor().json(text)

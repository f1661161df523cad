"""The token endpoint refuses what facts A.2 lists, and gives out working tokens."""

import json
import re
from urllib.parse import parse_qsl

import pytest

from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.sandbox.oauth import TokenOffice, TokenStanding
from hmpush_gui.sandbox.wire import HttpReply, HttpRequest

from .conftest import Asker, Clock

CLIENT = OAuthClient("900012345678901234", "aA1=/\\+z")
FORM = "application/x-www-form-urlencoded"
RIGHT = (
    "grant_type=client_credentials&client_id=900012345678901234"
    "&client_secret=aA1%3D%2F%5C%2Bz"
)


@pytest.fixture
def office(clock: Clock) -> TokenOffice:
    return TokenOffice(CLIENT, clock)


def _ask(office: TokenOffice, body: str, kind: str = FORM) -> HttpReply:
    request = HttpRequest("POST", "/", {"Content-Type": kind}, body.encode("latin-1"))
    return office.answer(request)


def _token(office: TokenOffice) -> str:
    return str(json.loads(_ask(office, RIGHT).body)["access_token"])


def test_the_right_form_gets_a_token_for_an_hour(office: TokenOffice) -> None:
    reply = _ask(office, RIGHT)

    content = json.loads(reply.body)
    assert reply.status == 200
    assert content.pop("access_token")
    assert content == {"expires_in": 3600, "token_type": "Bearer"}


def test_an_access_token_holds_marks_and_arrives_with_escaped_slashes(
    office: TokenOffice,
) -> None:
    text = _ask(office, RIGHT).body.decode()

    token = json.loads(text)["access_token"]
    assert re.fullmatch(r"[0-9a-f]+/[0-9a-f]+\+[0-9a-f]+==", token)
    assert r"\/" in text
    assert "/" not in text.replace(r"\/", "")


def test_every_token_is_another_one(office: TokenOffice) -> None:
    assert _token(office) != _token(office)


@pytest.mark.parametrize(
    ("change", "error", "sub_error"),
    [
        (("grant_type=client_credentials&", ""), 1102, 20181),
        (("grant_type=client_credentials", "grant_type="), 1102, 20181),
        (("client_credentials", "authorization_code"), 1101, 20182),
        (("&client_id=900012345678901234", ""), 1102, 20001),
        (("client_id=900012345678901234", "client_id="), 1102, 20001),
        (("900012345678901234", "app-77"), 1101, 20002),
        (("900012345678901234", "9" * 65), 1101, 20002),
        (("900012345678901234", "%D9%A1%D9%A2"), 1101, 20002),
        (("&client_secret=aA1%3D%2F%5C%2Bz", ""), 1101, 20085),
        (("aA1%3D%2F%5C%2Bz", ""), 1101, 20085),
        (("aA1%3D%2F%5C%2Bz", "a!b"), 1101, 20172),
        (("900012345678901234", "900012345678901235"), 1203, 12303),
        (("900012345678901234", "9" * 64), 1203, 12303),
        (("aA1%3D%2F%5C%2Bz", "other"), 1101, 12304),
    ],
    ids=[
        "no grant type",
        "empty grant type",
        "wrong grant type",
        "no client id",
        "empty client id",
        "client id with letters",
        "client id of 65 digits",
        "client id of Arabic digits",
        "no secret",
        "empty secret",
        "secret with a foreign mark",
        "unknown client id",
        "unknown client id of 64 digits",
        "wrong secret",
    ],
)
def test_a_wrong_form_is_refused_with_its_own_codes(
    office: TokenOffice, change: tuple[str, str], error: int, sub_error: int
) -> None:
    reply = _ask(office, RIGHT.replace(*change))

    content = json.loads(reply.body)
    assert reply.status == 400
    assert (content["error"], content["sub_error"]) == (error, sub_error)
    assert content["error_description"]


def test_a_secret_that_was_not_url_encoded_is_noticed(office: TokenOffice) -> None:
    careless = RIGHT.replace("aA1%3D%2F%5C%2Bz", CLIENT.client_secret)

    content = json.loads(_ask(office, careless).body)

    assert (content["error"], content["sub_error"]) == (1101, 20172)


@pytest.mark.parametrize("kind", ["application/json", "", "text/plain"])
def test_anything_but_a_form_holds_no_fields(office: TokenOffice, kind: str) -> None:
    content = json.loads(_ask(office, RIGHT, kind).body)

    assert (content["error"], content["sub_error"]) == (1102, 20181)


def test_bytes_that_are_no_text_are_refused(office: TokenOffice) -> None:
    content = json.loads(_ask(office, "grant_type=\xff\xfe").body)

    assert (content["error"], content["sub_error"]) == (1101, 20182)


def test_a_token_is_good_until_its_life_is_over(
    office: TokenOffice, clock: Clock
) -> None:
    token = _token(office)

    clock.now += 3599
    assert office.standing(token) is TokenStanding.GOOD
    clock.now += 1
    assert office.standing(token) is TokenStanding.EXPIRED


def test_the_life_of_tokens_can_be_set_and_is_not_told(
    office: TokenOffice, clock: Clock
) -> None:
    office.token_life = 5
    token = _token(office)

    clock.now += 5
    assert office.standing(token) is TokenStanding.EXPIRED
    assert json.loads(_ask(office, RIGHT).body)["expires_in"] == 3600


def test_a_token_of_somebody_else_is_unknown(office: TokenOffice) -> None:
    _token(office)

    assert office.standing("abc/def+ghi==") is TokenStanding.UNKNOWN


def test_the_oldest_tokens_are_forgotten_in_the_end(office: TokenOffice) -> None:
    first, second = _token(office), _token(office)

    for _ in range(999):
        _token(office)

    assert office.standing(first) is TokenStanding.UNKNOWN
    assert office.standing(second) is TokenStanding.GOOD


def test_every_request_is_counted_even_a_refused_one(office: TokenOffice) -> None:
    _ask(office, RIGHT)
    _ask(office, "")

    assert office.requests == 2


def test_a_form_built_by_the_standard_library_is_read_alike(asker: Asker) -> None:
    assert asker.ask_token().status == 200
    assert asker.ask_token(client_secret="x").status == 400
    assert dict(parse_qsl(RIGHT))["client_secret"] == CLIENT.client_secret

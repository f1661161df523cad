"""Who may send where, and with which sort of bearer."""

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.bearer import bearer_token, expired

from .conftest import NOW, Asker, Clock, Signer


def _code(asker: Asker, api: Api, bearer: str, owner: str | None = None) -> str:
    """How a document that is wrong anyhow is refused: 80100003 is past the door."""
    reply = asker.send([], api, owner=owner, Authorization=bearer)
    past_the_door = reply.code == "80100003"
    assert reply.status == (400 if past_the_door or reply.code == "80300002" else 401)
    return "" if past_the_door else reply.code


@pytest.mark.parametrize("api", Api)
def test_a_jwt_opens_every_generation(asker: Asker, api: Api) -> None:
    assert _code(asker, api, f"Bearer {asker.jwt}") == ""


@pytest.mark.parametrize(
    ("api", "code"), [(Api.V1, ""), (Api.V2, ""), (Api.V3, "80200001")]
)
def test_an_access_token_opens_all_but_v3(asker: Asker, api: Api, code: str) -> None:
    assert _code(asker, api, f"Bearer {asker.access_token()}") == code


@pytest.mark.parametrize("api", Api)
@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Basic YTpi", "bearer {}", "{}", "Bearer{}", "Token {}"],
)
def test_a_missing_or_malformed_header_is_refused(
    asker: Asker, api: Api, header: str
) -> None:
    assert _code(asker, api, header.format(asker.jwt)) == "80200001"


@pytest.mark.parametrize("api", [Api.V1, Api.V2])
def test_an_access_token_that_was_never_given_out_is_refused(
    asker: Asker, api: Api
) -> None:
    assert _code(asker, api, "Bearer made/up+token==") == "80200001"


@pytest.mark.parametrize("api", [Api.V1, Api.V2])
def test_an_access_token_with_its_slash_still_escaped_is_refused(
    asker: Asker, api: Api
) -> None:
    scraped = asker.access_token().replace("/", r"\/")

    assert _code(asker, api, f"Bearer {scraped}") == "80200001"


@pytest.mark.parametrize("api", [Api.V1, Api.V2])
def test_an_expired_access_token_is_told_from_an_unknown_one(
    asker: Asker, clock: Clock, api: Api
) -> None:
    token = asker.access_token()
    clock.now += 3600

    assert _code(asker, api, f"Bearer {token}") == "80200003"


@pytest.mark.parametrize("api", Api)
def test_an_expired_jwt_is_told_so(asker: Asker, clock: Clock, api: Api) -> None:
    clock.now += 3600

    assert _code(asker, api, f"Bearer {asker.jwt}") == "80200005"


@pytest.mark.parametrize("api", Api)
def test_a_jwt_for_more_than_a_day_is_refused(
    asker: Asker, sign: Signer, api: Api
) -> None:
    long = sign(exp=NOW + 100_000)

    assert _code(asker, api, f"Bearer {long}") == "80300036"


@pytest.mark.parametrize(
    ("api", "code"),
    [(Api.V1, "80300002"), (Api.V2, "80200001"), (Api.V3, "80200001")],
)
def test_the_address_must_be_the_accounts(asker: Asker, api: Api, code: str) -> None:
    assert _code(asker, api, f"Bearer {asker.jwt}", owner="900099") == code


@pytest.mark.parametrize(("api", "code"), [(Api.V1, "80300002"), (Api.V2, "80200001")])
def test_an_access_token_does_not_open_another_address(
    asker: Asker, api: Api, code: str
) -> None:
    bearer = f"Bearer {asker.access_token()}"

    assert _code(asker, api, bearer, owner="900099") == code


def test_a_project_id_is_no_client_id(asker: Asker, account: DemoAccount) -> None:
    project = account.service.project_id

    assert _code(asker, Api.V1, f"Bearer {asker.jwt}", owner=project) == "80300002"


@pytest.mark.parametrize(
    ("header", "token"),
    [("Bearer abc", "abc"), ("Bearer  abc ", "abc"), ("Bearer", ""), ("Basic abc", "")],
)
def test_the_token_follows_the_word_bearer(header: str, token: str) -> None:
    assert bearer_token(header) == token


@pytest.mark.parametrize(
    ("token", "code", "msg"),
    [
        ("a.b.c", "80200005", "Jwt token expired."),
        ("a/b+c==", "80200003", "Access token expired."),
    ],
)
def test_each_sort_of_token_expires_in_its_own_words(
    token: str, code: str, msg: str
) -> None:
    refusal = expired(token)

    assert (refusal.status, refusal.code, refusal.msg) == (401, code, msg)

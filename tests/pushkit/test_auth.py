import httpx
import pytest

from hmpush_gui.pushkit.auth import bearer_for
from hmpush_gui.pushkit.bearer import BearerAuth, to_answer
from hmpush_gui.pushkit.credential import ServiceAccount
from hmpush_gui.pushkit.errors import PushError
from hmpush_gui.pushkit.oauth import OAuthBearer
from hmpush_gui.pushkit.signing import ServiceAccountBearer

from .bearers import OAUTH_HOST, SEND, answers, breaks, oauth_bearer, send
from .fakes import CLIENT_SECRET, OAUTH_CLIENT, FakePushKit


async def test_each_credential_has_its_bearer(account: ServiceAccount) -> None:
    async with FakePushKit().http() as http:
        assert isinstance(bearer_for(OAUTH_CLIENT, http, OAUTH_HOST), OAuthBearer)
        assert isinstance(bearer_for(account, http, OAUTH_HOST), ServiceAccountBearer)


async def test_nothing_shows_a_bearer_a_secret_or_a_key(
    account: ServiceAccount,
) -> None:
    fake = FakePushKit()
    secrets = [CLIENT_SECRET, *account.private_key.splitlines()[1:3], "PRIVATE KEY"]
    async with fake.http() as http:
        bearers: list[BearerAuth] = [oauth_bearer(http), ServiceAccountBearer(account)]
        things: list[object] = [OAUTH_CLIENT, account, *bearers]
        for bearer in bearers:
            await send(http, bearer)
            things += [bearer._bearer, vars(bearer)]
        secrets += fake.bearers
        response = await http.post(SEND, auth=bearers[0])
        things += [response, response.request, to_answer(response)]
        fake.oauth = answers(400, '{"error":1101,"sub_error":12304}')
        error = await _failure(http, oauth_bearer(http))
        things += [error, error.__dict__, error.__cause__]
        fake.oauth = breaks(httpx.ConnectError("no route"))
        error = await _failure(http, oauth_bearer(http))
        things += [error, error.__dict__, error.__cause__]
    assert len(secrets) == 6
    for thing in things:
        for shown in (repr(thing), str(thing)):
            assert not [secret for secret in secrets if secret in shown]


async def _failure(http: httpx.AsyncClient, bearer: BearerAuth) -> PushError:
    with pytest.raises(PushError) as caught:
        await send(http, bearer)
    return caught.value

"""One client for each project and credential."""

from typing import TYPE_CHECKING

import pytest

from hmpush_gui.clients import Clients
from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.pushkit.errors import CredentialError, Misconfigured
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.oauth import OAuthBearer
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.store.secrets import MemorySecrets

from .programs import small_account

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = Project("shop", "Shop", project_id="123", client_id="456")


@pytest.fixture
def secrets() -> MemorySecrets:
    store = MemorySecrets(Sentence("test", "in memory"))
    client = OAuthClient("456", "secret")
    store.put(secret_name("shop", CredentialKind.OAUTH), client.to_json())
    return store


async def test_the_same_project_keeps_its_client(secrets: MemorySecrets) -> None:
    clients = Clients(secrets)
    first = await clients.client_for(PROJECT, Api.V1)
    assert await clients.client_for(PROJECT, Api.V2) is first
    await clients.aclose()


async def test_new_credentials_make_a_new_client(secrets: MemorySecrets) -> None:
    clients = Clients(secrets)
    first = await clients.client_for(PROJECT, Api.V1)
    clients.forget("shop")
    assert await clients.client_for(PROJECT, Api.V1) is not first
    await clients.aclose()


class Slow(MemorySecrets):
    """Hands out what it read before `meanwhile`, which may change the secret."""

    def __init__(self) -> None:
        super().__init__(Sentence("test", "in memory"))
        self.meanwhile: Callable[[], object] = lambda: None

    def get(self, name: str) -> str | None:
        text = super().get(name)
        meanwhile, self.meanwhile = self.meanwhile, lambda: None
        meanwhile()
        return text


async def test_a_secret_that_changes_while_it_is_read_is_read_again() -> None:
    secrets = Slow()
    name = secret_name("shop", CredentialKind.OAUTH)
    secrets.put(name, OAuthClient("456", "old").to_json())
    clients = Clients(secrets)

    def change() -> None:
        secrets.put(name, OAuthClient("456", "new").to_json())
        clients.forget("shop")

    secrets.meanwhile = change
    client = await clients.client_for(PROJECT, Api.V1)
    assert isinstance(client._auth, OAuthBearer)
    assert client._auth._client.client_secret == "new"
    assert await clients.client_for(PROJECT, Api.V1) is client
    await clients.aclose()


async def test_certificates_that_cannot_be_read_are_read_again_next_time(
    secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    clients = Clients(secrets)
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/at-all.pem")
    with pytest.raises(Misconfigured, match="certificates"):
        await clients.client_for(PROJECT, Api.V1)
    monkeypatch.delenv("SSL_CERT_FILE")
    await clients.client_for(PROJECT, Api.V1)
    await clients.aclose()


async def test_v3_takes_no_oauth_client(secrets: MemorySecrets) -> None:
    clients = Clients(secrets)
    with pytest.raises(CredentialError, match="The project has no credential for v3"):
        await clients.client_for(PROJECT, Api.V3)
    await clients.aclose()


async def test_v1_goes_by_service_account_where_there_is_no_secret() -> None:
    store = MemorySecrets(Sentence("test", "in memory"))
    name = secret_name("shop", CredentialKind.SERVICE_ACCOUNT)
    store.put(name, small_account().service.to_json())
    clients = Clients(store)
    client = await clients.client_for(PROJECT, Api.V1)
    assert await clients.client_for(PROJECT, Api.V3) is client
    await clients.aclose()

"""One client for each project and credential."""

import pytest

from hmpush_gui.clients import Clients
from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.store.secrets import MemorySecrets

from .programs import small_account

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


async def test_v3_takes_no_oauth_client(secrets: MemorySecrets) -> None:
    clients = Clients(secrets)
    with pytest.raises(CredentialError, match="Shop has no credential for v3"):
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

import json

import pytest

from hmpush_gui.pushkit.credential import (
    OAuthClient,
    ServiceAccount,
    credential_kinds,
    read_credential,
)
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.project import CredentialKind

from .fakes import CLIENT_SECRET, OAUTH_CLIENT

PEM = "-----BEGIN PRIVATE KEY-----\nMIIinvented\n-----END PRIVATE KEY-----\n"

# Facts B.3, the fields of a key file.
KEY_FILE = {
    "project_id": "388421841222",
    "key_id": "dummy-key-id",
    "private_key": PEM,
    "sub_account": "dummy-sub",
    "auth_uri": "https://oauth-login.cloud.huawei.com/oauth2/v3/authorize",
    "token_uri": "https://oauth-login.cloud.huawei.com/oauth2/v3/token",
    "auth_provider_cert_uri": "https://oauth-login.cloud.huawei.com/oauth2/v3/certs",
    "client_cert_uri": "https://oauth-login.cloud.huawei.com/oauth2/v3/x509?client_id=",
}


def test_a_downloaded_key_file_is_read() -> None:
    account = ServiceAccount.from_json(json.dumps(KEY_FILE))
    assert account == ServiceAccount("388421841222", "dummy-key-id", "dummy-sub", PEM)


@pytest.mark.parametrize("name", ["project_id", "key_id", "sub_account", "private_key"])
@pytest.mark.parametrize("value", [None, 5, ["text"], "(missing)"])
def test_a_key_file_without_a_field_is_refused_by_its_name(
    name: str, value: object
) -> None:
    content = {**KEY_FILE, name: value}
    if value == "(missing)":
        del content[name]
    with pytest.raises(CredentialError, match=f"has no {name}"):
        ServiceAccount.from_json(json.dumps(content))


def test_all_missing_fields_are_named_at_once() -> None:
    with pytest.raises(CredentialError, match="key_id, sub_account, private_key"):
        ServiceAccount.from_json('{"project_id": "1"}')


@pytest.mark.parametrize(
    "text",
    ["", "[]", "5", "null", PEM, "{", "\ufeff{}", "[" * 100_000],
    ids=["empty", "list", "number", "null", "PEM", "broken", "BOM", "deep"],
)
def test_a_file_that_holds_no_object_is_refused(text: str) -> None:
    with pytest.raises(CredentialError, match="holds no JSON object"):
        ServiceAccount.from_json(text)


def test_a_private_key_that_is_not_pem_is_refused_without_showing_it() -> None:
    content = {**KEY_FILE, "private_key": "MIIinvented"}
    with pytest.raises(CredentialError, match="BEGIN PRIVATE KEY") as caught:
        ServiceAccount.from_json(json.dumps(content))
    assert "MIIinvented" not in str(caught.value)


@pytest.mark.parametrize(
    "credential",
    [OAUTH_CLIENT, ServiceAccount("1", "key", "sub", PEM), OAuthClient("", '"\\花')],
    ids=["OAuth", "service account", "odd characters"],
)
def test_what_was_written_is_read_back(
    credential: OAuthClient | ServiceAccount,
) -> None:
    assert read_credential(credential.kind, credential.to_json()) == credential


@pytest.mark.parametrize("kind", CredentialKind)
@pytest.mark.parametrize("text", ["", "{}", "[]", '{"client_id": "1"}'])
def test_a_broken_store_entry_is_refused(kind: CredentialKind, text: str) -> None:
    with pytest.raises(CredentialError):
        read_credential(kind, text)


def test_a_credential_never_shows_what_it_hides() -> None:
    account = ServiceAccount("1", "key", "sub", PEM)
    for shown in (f"{OAUTH_CLIENT!r}{OAUTH_CLIENT}", f"{account!r}{account}"):
        assert CLIENT_SECRET not in shown
        assert "PRIVATE" not in shown
        assert "MIIinvented" not in shown
    assert "100000001" in repr(OAUTH_CLIENT)


# Facts 0.1: v3 refuses OAuth; v1 and v2 take both.
def test_v3_takes_only_service_accounts() -> None:
    both = (CredentialKind.OAUTH, CredentialKind.SERVICE_ACCOUNT)
    assert credential_kinds(Api.V1) == both
    assert credential_kinds(Api.V2) == both
    assert credential_kinds(Api.V3) == (CredentialKind.SERVICE_ACCOUNT,)

"""The demo account is fresh, plainly made up, and survives being kept."""

import re

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from hmpush_gui.pushkit.credential import OAuthClient, ServiceAccount
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.sandbox.account import DemoAccount


def test_a_new_account_has_the_key_length_of_a_real_one() -> None:
    account = DemoAccount.create()

    key = load_pem_private_key(account.service.private_key.encode(), password=None)
    assert isinstance(key, rsa.RSAPrivateKey)
    assert key.key_size == 4096


def test_the_numbers_are_digits_that_are_plainly_made_up(account: DemoAccount) -> None:
    numbers = (
        account.client.client_id,
        account.service.project_id,
        account.service.sub_account,
    )

    assert all(re.fullmatch(r"9000[0-9]{14}", number) for number in numbers)
    assert len(set(numbers)) == 3


def test_the_secret_holds_every_mark_that_url_encoding_changes(
    account: DemoAccount,
) -> None:
    secret = account.client.client_secret

    assert re.fullmatch(r"[A-Za-z0-9=/\\+]{64}", secret)
    assert set("=/\\+") <= set(secret)


def test_two_accounts_share_nothing(
    account: DemoAccount, foreign_account: DemoAccount
) -> None:
    assert account.client.client_id != foreign_account.client.client_id
    assert account.client.client_secret != foreign_account.client.client_secret
    assert account.service.project_id != foreign_account.service.project_id
    assert account.service.key_id != foreign_account.service.key_id
    assert account.service.sub_account != foreign_account.service.sub_account
    assert account.public_key_pem != foreign_account.public_key_pem


def test_the_private_key_is_pkcs8_and_the_public_key_is_its_other_half(
    account: DemoAccount,
) -> None:
    private = load_pem_private_key(account.service.private_key.encode(), None)
    public = load_pem_public_key(account.public_key_pem.encode())

    assert account.service.private_key.startswith("-----BEGIN PRIVATE KEY-----")
    assert private.public_key() == public


def test_an_account_comes_back_from_its_kept_credentials(account: DemoAccount) -> None:
    client = OAuthClient.from_json(account.client.to_json())
    service = ServiceAccount.from_json(account.service.to_json())

    assert DemoAccount.of(client, service) == account


def test_secrets_are_not_in_the_repr(account: DemoAccount) -> None:
    assert "PRIVATE" not in repr(account)
    assert repr(account.client.client_secret)[1:-1] not in repr(account)


def _elliptic_pem() -> str:
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return pem.decode()


@pytest.mark.parametrize(
    "pem",
    ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", None],
    ids=["empty", "broken", "not RSA"],
)
def test_a_kept_key_that_cannot_be_read_is_named(
    account: DemoAccount, pem: str | None
) -> None:
    broken = ServiceAccount("1", "2", "3", _elliptic_pem() if pem is None else pem)

    with pytest.raises(CredentialError, match="cannot be read"):
        DemoAccount.of(account.client, broken)

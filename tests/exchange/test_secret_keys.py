import pytest

from hmpush_gui.exchange.secret_keys import is_secret, is_token, without_secrets

SECRET = [
    "client_secret", "clientSecret", "private_key", "privateKey", "password", "passwd",
    "Authorization", "token", "tokens", "push_token", "deviceTokens", "accessToken",
    "access_token", "apiKey", "credentials", "bearer",
]  # fmt: skip
OPEN = [
    "name",
    "owner",
    "ticket",
    "tokenizer",
    "key",
    "notes",
    "languages",
    "brokenness",
]


@pytest.mark.parametrize("key", SECRET)
def test_keys_of_secrets_and_tokens_are_known(key: str) -> None:
    assert is_secret(key)


@pytest.mark.parametrize("key", OPEN)
def test_other_keys_are_left(key: str) -> None:
    assert not is_secret(key)


def test_secrets_go_at_any_depth_and_the_rest_stays_in_order() -> None:
    inner: dict[str, object] = {"token": "x", "a": 1}
    value = {"z": [inner], "password": "x", "b": {"secret": 1, "c": 2}}
    clean = without_secrets(value)
    assert clean == {"z": [{"a": 1}], "b": {"c": 2}}
    assert list(clean) == ["z", "b"]
    assert "token" in inner


def test_push_tokens_are_told_from_tokens_that_prove_something() -> None:
    assert all(map(is_token, ("token", "Tokens", "push_token", "illegalTokens")))
    assert not any(map(is_token, ("access_token", "tokenizer", "refreshToken", "to")))

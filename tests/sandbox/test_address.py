"""Which addresses exist, and what they take."""

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.address import Address, find_address


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/", Address("GET")),
        ("/?x=1", Address("GET")),
        ("/oauth2/v3/token", Address("POST", is_token_endpoint=True)),
        ("/v1/77/messages:send", Address("POST", Api.V1, "77")),
        ("/v2/77/messages:send", Address("POST", Api.V2, "77")),
        ("/v3/77/messages:send", Address("POST", Api.V3, "77")),
        ("/v3/77/messages%3Asend?trace=1", Address("POST", Api.V3, "77")),
    ],
)
def test_an_address_that_exists_is_found(target: str, address: Address) -> None:
    assert find_address(target) == address


@pytest.mark.parametrize(
    "target",
    [
        "",
        "*",
        "/v4/77/messages:send",
        "/v0/77/messages:send",
        "/v3//messages:send",
        "/v3/7/7/messages:send",
        "/v3/77/messages:send/",
        "/v3/77/messages:send\n",
        "/v3/77/messages:revoke",
        "/V3/77/messages:send",
        "/oauth2/v3/token/",
        "/oauth2/v2/token",
        "/favicon.ico",
    ],
)
def test_there_is_nothing_elsewhere(target: str) -> None:
    assert find_address(target) is None

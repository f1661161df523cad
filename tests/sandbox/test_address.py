"""Which addresses exist, and what they take."""

import pytest

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.address import Address, Service, find_address
from tests.cases import for_each

POST = ("POST",)


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/", Address(("GET",), Service.ABOUT)),
        ("/?x=1", Address(("GET",), Service.ABOUT)),
        ("/oauth2/v3/token", Address(POST, Service.TOKEN)),
        ("/v1/77/messages:send", Address(POST, Service.SEND, Api.V1, "77")),
        ("/v2/77/messages:send", Address(POST, Service.SEND, Api.V2, "77")),
        ("/v3/77/messages:send", Address(POST, Service.SEND, Api.V3, "77")),
        ("/v3/77/messages%3Asend?trace=1", Address(POST, Service.SEND, Api.V3, "77")),
        ("/v1/77/messages:revoke", Address(POST, Service.REVOKE, Api.V1, "77")),
        ("/v1/77/images:verify", Address(POST, Service.VERIFY_IMAGE, Api.V1, "77")),
        ("/v2/77/images:verify", Address(POST, Service.VERIFY_IMAGE, Api.V2, "77")),
        ("/v1/77/topic:subscribe", Address(POST, Service.SUBSCRIBE, Api.V1, "77")),
        ("/v1/77/topic:unsubscribe", Address(POST, Service.UNSUBSCRIBE, Api.V1, "77")),
        ("/v1/77/topic:list", Address(POST, Service.LIST_TOPICS, Api.V1, "77")),
        ("/v1/77/token:query", Address(POST, Service.QUERY_TOKEN, Api.V1, "77")),
        ("/v1/77/token:delete", Address(POST, Service.DELETE_TOKEN, Api.V1, "77")),
        ("/sandbox/state", Address(("GET", "POST"), Service.CONTROL, owner="state")),
    ],
)
def test_an_address_that_exists_is_found(target: str, address: Address) -> None:
    assert find_address(target) == address


@for_each(
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
        "/v2/77/messages:revoke",
        "/v3/77/images:verify",
        "/v2/77/topic:list",
        "/v1/77/topic:rename",
        "/v1/77/token",
        "/sandbox",
        "/sandbox/",
        "/sandbox/state/x",
        "/V3/77/messages:send",
        "/oauth2/v3/token/",
        "/oauth2/v2/token",
        "/favicon.ico",
    ],
)
def test_there_is_nothing_elsewhere(target: str) -> None:
    assert find_address(target) is None

import pytest

from hmpush_gui.pushkit.connection import Connection, ProxyUse, Trust
from hmpush_gui.pushkit.hindrances import (
    BAD_CA,
    BAD_OWN,
    BAD_PASSWORD,
    BAD_PROXY,
    CERTIFICATE,
    OWN_CERTIFICATE,
    PROXY,
    PROXY_AWAY,
    PROXY_LOGIN,
    PROXY_SIGN_IN,
    SETTINGS,
    TLS,
    UNKNOWN_HOST,
    hindrance_of,
    is_of_address,
    place_of,
)
from hmpush_gui.pushkit.protocol import Exchange, Request

from .campaigns import Fate, accepted, answered, lost, unsent

REQUEST = Request("POST", "https://push.test/", {}, b"", ("a", "b"))
OWN = Connection(ProxyUse.OWN, "http://proxy.test:1")
KNOWN = Connection(ProxyUse.OWN, "http://proxy.test:1", has_login=True)
FILED = Connection(trust=Trust.ADD)


@pytest.mark.parametrize(
    ("reason", "connection", "field"),
    [
        (CERTIFICATE, Connection(), "trust"),
        (CERTIFICATE, FILED, "ca_file"),
        (BAD_CA, FILED, "ca_file"),
        (OWN_CERTIFICATE, OWN, "client_certificate"),
        (TLS, Connection(), "client_certificate"),
        (BAD_OWN, FILED, "client_certificate"),
        (SETTINGS, OWN, "trust"),
        (SETTINGS, FILED, "trust"),
        (BAD_PASSWORD, Connection(), "key_password"),
        (PROXY_LOGIN, Connection(), "proxy"),
        (PROXY_LOGIN, OWN, "proxy_user"),
        (PROXY_SIGN_IN, OWN, "proxy_address"),
        (UNKNOWN_HOST, Connection(), "proxy"),
        (PROXY_LOGIN, KNOWN, "proxy_user"),
        (PROXY, OWN, "proxy_address"),
        (PROXY_AWAY, KNOWN, "proxy_address"),
        (BAD_PROXY, Connection(), "proxy"),
        ("ConnectError", Connection(), "proxy"),
    ],
)
def test_each_hindrance_has_a_field_where_it_is_mended(
    reason: str, connection: Connection, field: str
) -> None:
    assert place_of(reason, connection) == field


def test_what_only_the_connection_can_mend_is_no_fault_of_an_address() -> None:
    for reason in (UNKNOWN_HOST, TLS, PROXY, CERTIFICATE, "ConnectError"):
        assert is_of_address(reason)
    for reason in ("", PROXY_LOGIN, PROXY_SIGN_IN, PROXY_AWAY, BAD_CA, OWN_CERTIFICATE):
        assert not is_of_address(reason)


@pytest.mark.parametrize(
    ("fate", "reason"),
    [
        (unsent(PROXY_LOGIN), PROXY_LOGIN),
        (unsent("ConnectError"), "ConnectError"),
        (answered(407, b"<html>"), PROXY_LOGIN),
        (answered(401), ""),
        (unsent("credential"), ""),
        (unsent("1101/12304"), ""),
        (unsent("stopped-before"), ""),
        (accepted, ""),
        (lost, ""),
    ],
)
def test_only_what_did_not_get_there_has_a_hindrance(fate: Fate, reason: str) -> None:
    exchange: Exchange = fate(REQUEST)
    assert hindrance_of(exchange) == reason

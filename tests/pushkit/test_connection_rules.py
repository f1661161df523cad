from dataclasses import replace

import pytest

from hmpush_gui.pushkit.connection import (
    NO_SECRETS,
    USUAL,
    Connection,
    ConnectionSecrets,
    ProxyUse,
    Trust,
)
from hmpush_gui.pushkit.connection_rules import wrong_with_connection

OWN = Connection(ProxyUse.OWN, "http://proxy.test:3128")
LOGIN = ConnectionSecrets("alice", "word")
KEPT = replace(OWN, has_login=True)


@pytest.mark.parametrize(
    "good",
    [
        USUAL,
        OWN,
        Connection(ProxyUse.OWN, "socks5://10.0.0.1", no_proxy="a.test, 10.0.0.0/8"),
        Connection(trust=Trust.ADD, ca_file="/ca.pem"),
        Connection(client_certificate="/a.pem", client_key="/a.key"),
        Connection(connect=1, read=120),
        # What is not used may be half typed.
        Connection(proxy_address="nonsense", no_proxy="http://"),
    ],
)
def test_good_settings_are_saved(good: Connection) -> None:
    assert wrong_with_connection(good, USUAL, NO_SECRETS) is None


@pytest.mark.parametrize(
    ("bad", "field", "words"),
    [
        (Connection(ProxyUse.OWN), "proxy_address", "“–” is no address"),
        (Connection(ProxyUse.OWN, "proxy:80"), "proxy_address", "is no address"),
        (Connection(ProxyUse.OWN, "http://a:99999"), "proxy_address", "no address"),
        (Connection(ProxyUse.OWN, "http://u:p@a"), "proxy_address", "Take user and"),
        (replace(OWN, no_proxy="http://a"), "no_proxy", "“http://a” is no host"),
        (Connection(trust=Trust.ONLY), "ca_file", "Choose the CA file"),
        (Connection(client_key="/k"), "client_certificate", "needs its client"),
        (Connection(connect=0), "connect", "from 1 to 120"),
        (Connection(read=121), "read", "from 1 to 120"),
    ],
)
def test_what_is_wrong_is_told_with_its_field(
    bad: Connection, field: str, words: str
) -> None:
    wrong = wrong_with_connection(bad, USUAL, NO_SECRETS)
    assert wrong
    assert wrong[0] == field
    assert words in str(wrong[1])


def test_a_password_in_the_address_is_not_repeated() -> None:
    bad = Connection(ProxyUse.OWN, "ftp://alice:hush@proxy")
    wrong = wrong_with_connection(bad, USUAL, NO_SECRETS)
    assert wrong
    assert "hush" not in str(wrong[1])


@pytest.mark.parametrize(
    ("before", "given", "words"),
    [
        (USUAL, NO_SECRETS, "Type the user of the proxy"),
        (USUAL, ConnectionSecrets("", "word"), "Type the user of the proxy"),
        (USUAL, ConnectionSecrets("a:b", "word"), "cannot hold a colon"),
        (
            replace(KEPT, proxy_address="http://old.test:1"),
            NO_SECRETS,
            "belong to http://old.test:1",
        ),
    ],
)
def test_a_login_is_typed_for_the_proxy_it_goes_to(
    before: Connection, given: ConnectionSecrets, words: str
) -> None:
    wrong = wrong_with_connection(KEPT, before, given)
    assert wrong
    assert wrong[0] == "proxy_user"
    assert words in str(wrong[1])


def test_a_kept_login_goes_on_with_its_proxy() -> None:
    assert wrong_with_connection(KEPT, KEPT, NO_SECRETS) is None
    assert wrong_with_connection(KEPT, USUAL, LOGIN) is None

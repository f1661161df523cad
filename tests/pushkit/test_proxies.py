import pytest

from hmpush_gui.pushkit.connection import (
    NO_SECRETS,
    USUAL,
    Connection,
    ConnectionSecrets,
    ProxyUse,
)
from hmpush_gui.pushkit.errors import Misconfigured
from hmpush_gui.pushkit.proxies import Proxy, proxy_for

PUSH = "https://push.test/v3"
SYSTEM = {"https": "http://bob:p%40ss@proxy.test:3128", "no": "corp.test,10.0.0.0/8"}
OWN = Connection(ProxyUse.OWN, "socks5://own.test", no_proxy="*.corp.test")
LOGIN = ConnectionSecrets("alice", "word")


def test_the_proxy_of_the_system_is_the_usual_one() -> None:
    proxy = proxy_for(PUSH, USUAL, system=SYSTEM)
    assert proxy == Proxy("http://proxy.test:3128", "bob", "p@ss", of_system=True)
    assert "p@ss" not in repr(proxy)


@pytest.mark.parametrize("url", ["https://a.corp.test/x", "https://10.2.3.4/"])
def test_what_the_system_leaves_out_goes_straight(url: str) -> None:
    assert proxy_for(url, USUAL, system=SYSTEM) is None


@pytest.mark.parametrize("system", [SYSTEM, {"all": "proxy.test:3128"}])
def test_http_and_https_have_their_own_proxies(system: dict[str, str]) -> None:
    proxy = proxy_for("http://push.test", USUAL, system=system)
    assert bool(proxy) is ("all" in system)


def test_a_desktop_that_says_socks_means_socks5() -> None:
    proxy = proxy_for(PUSH, USUAL, system={"all": "socks://proxy.test:1080/"})
    assert proxy == Proxy("socks5://proxy.test:1080", of_system=True)


def test_none_is_none_whatever_the_system_says() -> None:
    connection = Connection(ProxyUse.NONE)
    assert proxy_for(PUSH, connection, system=SYSTEM) is None


def test_a_named_proxy_takes_the_place_of_the_systems() -> None:
    proxy = proxy_for(PUSH, OWN, LOGIN, SYSTEM)
    assert proxy == Proxy("socks5://own.test:1080", "alice", "word")
    assert proxy.is_socks
    assert proxy_for("https://a.corp.test", OWN, LOGIN, SYSTEM) is None


@pytest.mark.parametrize("connection", [USUAL, OWN])
@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8080/x", "http://localhost/", "https://[::1]:8443/"]
)
def test_the_sandbox_is_never_asked_through_a_proxy(
    connection: Connection, url: str
) -> None:
    system = {"http": "http://proxy.test", "https": "http://proxy.test"}
    assert proxy_for(url, connection, LOGIN, system) is None


@pytest.mark.parametrize(
    "address", ["ftp://a", "http://", "http://a:b", "proxy.test", "", "http://a b"]
)
def test_what_is_no_proxy_is_told(address: str) -> None:
    with pytest.raises(Misconfigured, match="Mend it under Connection"):
        proxy_for(PUSH, Connection(ProxyUse.OWN, address), NO_SECRETS, {})


def test_what_is_no_proxy_of_the_system_is_told_without_its_password() -> None:
    with pytest.raises(Misconfigured, match="HTTPS_PROXY") as caught:
        proxy_for(PUSH, USUAL, system={"https": "ftp://bob:hush@proxy.test"})
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://a:b", "::", "", "http://[x"])
def test_what_is_no_address_needs_no_proxy(url: str) -> None:
    assert proxy_for(url, OWN, system={}) is None or url in ("", "::")


@pytest.mark.parametrize(
    "address",
    [
        "http://bob:hush/x@proxy.test:80",
        "http://bob:hush#x@proxy.test:80",
        "http://bob:4711#x@proxy.test:80",
        "http://bo\u2100b:hush@proxy.test",
        "http://bob:hush@proxy.test:port",
    ],
)
def test_a_password_that_breaks_its_address_is_not_repeated(address: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        proxy_for(PUSH, USUAL, system={"https": address})
    assert "hush" not in str(caught.value)
    assert "4711" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "port"),
    [("http://a", 80), ("https://a", 443), ("socks5://a", 1080), ("socks5h://a", 1080)],
)
def test_a_proxy_without_a_port_has_the_usual_one(address: str, port: int) -> None:
    proxy = proxy_for(PUSH, USUAL, system={"all": address})
    assert proxy
    assert proxy.address == f"{address}:{port}"


def test_a_host_without_a_port_has_that_of_its_scheme() -> None:
    own = Connection(ProxyUse.OWN, "http://own.test", no_proxy="push.test:443")
    assert proxy_for("https://push.test", own, system={}) is None
    assert proxy_for("https://push.test:444", own, system={})
    assert proxy_for("http://push.test", own, system={})

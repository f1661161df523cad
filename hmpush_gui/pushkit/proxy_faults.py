"""What is wrong where a proxy did not carry a request: what, why probably, what to do.

A request that a proxy did not carry has not left.
"""

from .hindrances import PROXY, PROXY_LOGIN, PROXY_SIGN_IN
from .way import Way
from .words import QT_TRANSLATE_NOOP, Sentence

NO_SOCKS = "no SOCKS"
"""What the transport says of an answer to a SOCKS greeting that is none."""

PAGE = "page"
"""What it says of a proxy that answers with a page in place of a tunnel."""

NO_BASIC = "407 without Basic"
"""What it says of a proxy that wants to know who asks in a way we do not speak."""


def proxy_fault(detail: str, way: Way) -> Sentence:
    """The sentence for httpx's ProxyError with the text `detail`."""
    return _template(detail, way).format(
        proxy=way.proxy, host=way.host, detail=detail.rstrip(".")
    )


def proxy_hindrance(detail: str, way: Way) -> str:
    """Which of `HINDRANCES` that ProxyError is."""
    hindrances = {
        _LOGIN.template: PROXY_LOGIN,
        _WRONG_LOGIN.template: PROXY_LOGIN,
        _UNWANTED_LOGIN.template: PROXY_LOGIN,
        _OTHER_LOGIN.template: PROXY_SIGN_IN,
    }
    return hindrances.get(_template(detail, way).template, PROXY)


def unreachable_proxy(way: Way) -> Sentence:
    """Nobody listens where the proxy should be."""
    return _NOBODY.format(proxy=way.proxy)


def unknown_proxy(way: Way) -> Sentence:
    """The proxy's name is not known."""
    return _UNKNOWN.format(proxy=way.proxy)


def slow_proxy(way: Way) -> Sentence:
    """It did not make a way in time."""
    return _SLOW.format(proxy=way.proxy, host=way.host)


def cutting_proxy(way: Way) -> Sentence:
    """It hung up before there was a way."""
    return _CUT.format(proxy=way.proxy, host=way.host)


def page_for_tunnel(way: Way) -> Sentence:
    """What came out of the tunnel is no TLS."""
    return _PAGE.format(proxy=way.proxy, host=way.host)


def _template(detail: str, way: Way) -> Sentence:
    if detail == NO_BASIC:
        return _OTHER_LOGIN
    if detail == PAGE:
        return _PAGE
    if detail == NO_SOCKS:
        return _NO_SOCKS
    if detail.startswith("407"):
        return _WRONG_LOGIN if way.has_login else _LOGIN
    if detail.startswith(("403", "401", "405")) or "not allowed" in detail:
        return _FORBIDDEN
    if detail.startswith(("502", "503", "504")) or "could not connect" in detail:
        return _NO_WAY
    if "Invalid username" in detail:
        return _WRONG_LOGIN
    if "NO ACCEPTABLE METHODS" in detail:
        return _UNWANTED_LOGIN if way.has_login else _LOGIN
    return _OTHER


_LOGIN = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} asks for a user and a password, and none were given. Type them "
    "under Connection.",
)
_WRONG_LOGIN = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} does not accept the user and password it was given. The "
    "password was probably changed. Type both again under Connection.",
)
_UNWANTED_LOGIN = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} takes no user and password ({detail}). Probably it wants none: "
    "take them out under Connection and try again.",
)
_OTHER_LOGIN = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} wants a sign-in this program does not have, such as Windows "
    "sign-in (NTLM, Negotiate). Ask your IT for a way without it, for example a "
    "local proxy that signs in, and name that under Connection.",
)
_FORBIDDEN = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} lets nobody through to {host} ({detail}). Probably a rule of "
    "your company blocks it. Ask your IT to allow {host}.",
)
_NO_WAY = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} could not reach {host} ({detail}). Probably the address is "
    "mistyped, or the proxy has no way out. Check the project’s addresses, then ask "
    "whoever runs the proxy.",
)
_PAGE = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} answered with a page in place of a way to {host}. Probably it "
    "wants a sign-in in a browser, or what listens there is no proxy. Open a page in a "
    "browser on this network, then check the proxy’s address.",
)
_NO_SOCKS = QT_TRANSLATE_NOOP(
    "pushkit",
    "What listens at {proxy} does not speak SOCKS. Probably it is an HTTP proxy, or "
    "the port is another one. Under Connection try http:// in place of socks5://.",
)
_OTHER = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} made no way to {host} ({detail}). Probably what listens there "
    "is no proxy of this kind. Check its address under Connection.",
)
_NOBODY = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} takes no connection. Probably it is not running, the port is "
    "another one, or you are outside the company’s network. Check its address under "
    "Connection, or choose no proxy.",
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "pushkit",
    "There is no proxy by the name in {proxy}. Probably it is mistyped, or you are "
    "outside the company’s network. Check it under Connection, or choose no proxy.",
)
_SLOW = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} made no way to {host} in time. Probably it is overloaded or not "
    "reachable from here. Try again, check its address, or allow more seconds under "
    "Connection.",
)
_CUT = QT_TRANSLATE_NOOP(
    "pushkit",
    "The proxy {proxy} hung up before there was a way to {host}. Probably what listens "
    "there is no proxy, or it does not like this computer. Check its address under "
    "Connection.",
)

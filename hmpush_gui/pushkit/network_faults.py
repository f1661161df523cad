"""Why a request did not get out, in a sentence: what, why probably, what to do."""

import ssl
from collections.abc import Iterator
from socket import gaierror

import httpx

from . import proxy_faults, tls_faults
from .hindrances import (
    CERTIFICATE,
    OWN_CERTIFICATE,
    PROXY,
    PROXY_AWAY,
    TLS,
    UNKNOWN_HOST,
)
from .way import Way
from .words import QT_TRANSLATE_NOOP, Sentence


def why_not(error: BaseException, way: Way) -> Sentence | None:
    """Why nothing went out over `way`; None for what is not known better than `error`.

    Only for a request of which no byte was read at its end.
    """
    causes = list(_causes(error))
    if isinstance(error, httpx.ProxyError) and way.proxy:
        return proxy_faults.proxy_fault(str(error), way)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return tls_faults.certificate_fault(cause, way)
    for cause in causes:
        if isinstance(cause, ssl.SSLEOFError):
            return tls_faults.hung_up(way)
        if isinstance(cause, ssl.SSLError) and cause.reason:
            if way.proxy and tls_faults.is_no_tls(cause.reason):
                return proxy_faults.page_for_tunnel(way)
            return tls_faults.tls_fault(cause.reason, way)
    if any(isinstance(cause, gaierror) for cause in causes):
        unknown = _UNKNOWN_HOST.format(host=way.host)
        return proxy_faults.unknown_proxy(way) if way.proxy else unknown
    if way.proxy:
        return _of_proxy(error, causes, way)
    return tls_faults.hung_up(way) if _is_reset(error, causes) else None


def why_not_project(error: BaseException, way: Way) -> Sentence | None:
    """The same where `way` leads to an address of the project."""
    if why := why_not(error, way):
        return why
    refused = any(isinstance(each, ConnectionRefusedError) for each in _causes(error))
    return _NOBODY.format(host=way.host) if refused else None


def fault(error: BaseException, way: Way) -> Sentence:
    """Why nothing came back over `way`, whatever `error` is."""
    if why := why_not_project(error, way):
        return why
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return _SLOW.format(host=way.host)
    detail = str(error).rstrip(".") or type(error).__name__
    return _OTHER.format(host=way.host, detail=detail)


def hindrance(error: BaseException, way: Way) -> str:
    """Which of `HINDRANCES` `error` is on `way`; empty if it is none.

    Only for a request of which no byte was read at its end.
    """
    causes = list(_causes(error))
    if isinstance(error, httpx.ProxyError) and way.proxy:
        return proxy_faults.proxy_hindrance(str(error), way)
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in causes):
        return CERTIFICATE
    for cause in causes:
        if isinstance(cause, ssl.SSLError) and cause.reason:
            return _tls_hindrance(cause, way)
    if any(isinstance(each, gaierror) for each in causes):
        return PROXY_AWAY if way.proxy else UNKNOWN_HOST
    return PROXY_AWAY if way.proxy and _of_proxy(error, causes, way) else ""


def refuses_certificate(error: BaseException) -> bool:
    """Whether the server wants another client certificate: it read no request."""
    return any(
        isinstance(cause, ssl.SSLError)
        and tls_faults.refuses_certificate(cause.reason or "")
        for cause in _causes(error)
    )


def _tls_hindrance(error: ssl.SSLError, way: Way) -> str:
    reason = error.reason
    if isinstance(error, ssl.SSLEOFError) or tls_faults.may_pass(reason):
        return ""
    if way.proxy and tls_faults.is_no_tls(reason):
        return PROXY
    return OWN_CERTIFICATE if tls_faults.refuses_certificate(reason) else TLS


def _of_proxy(
    error: BaseException, causes: list[BaseException], way: Way
) -> Sentence | None:
    """What went wrong before there was a way through the proxy."""
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return proxy_faults.unreachable_proxy(way)
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return proxy_faults.slow_proxy(way)
    if isinstance(error, httpx.ConnectError):
        return proxy_faults.unreachable_proxy(way)
    if isinstance(error, httpx.RemoteProtocolError | httpx.NetworkError):
        return proxy_faults.cutting_proxy(way)
    return None


def _is_reset(error: BaseException, causes: list[BaseException]) -> bool:
    """Whether the connection was cut before it was one, as firewalls do."""
    cut = any(isinstance(cause, ConnectionResetError) for cause in causes)
    return cut and isinstance(error, httpx.ConnectError)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """`error` and all that led to it."""
    if error is None:
        return
    yield error
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _causes(each)
    yield from _causes(error.__cause__ or error.__context__)


_UNKNOWN_HOST = QT_TRANSLATE_NOOP(
    "pushkit",
    "There is no host called {host}. Probably it is mistyped, or this computer is "
    "offline or needs a proxy. Check the project’s addresses and the network.",
)
_NOBODY = QT_TRANSLATE_NOOP(
    "pushkit",
    "{host} takes no connection at this port. Probably the port is mistyped, nothing "
    "runs there, or a firewall is in the way. Check the project’s addresses.",
)
_SLOW = QT_TRANSLATE_NOOP(
    "pushkit",
    "{host} did not answer in time. Probably a firewall swallows the connection, or a "
    "proxy is needed here. Ask your IT, or allow more seconds.",
)
_OTHER = QT_TRANSLATE_NOOP(
    "pushkit",
    "The connection to {host} broke ({detail}). Check the project’s addresses and the "
    "network, then try again.",
)

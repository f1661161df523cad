"""Fetches a picture for the preview, within bounds."""

import asyncio
import socket
from typing import Final

import httpx

from .errors import PushError
from .network_faults import why_not
from .picture_format import is_page
from .picture_place import is_loopback, why_not_loaded
from .transport import WireTransport
from .wires import Wires
from .words import QT_TRANSLATE_NOOP, Sentence

MOST_BYTES: Final = 5 * 1024 * 1024
SECONDS: Final = 5.0
MOST_REDIRECTS: Final = 3

_HEADERS = {
    # No phone is told of: the server sees a plain program that wants a picture.
    "User-Agent": "hmpush-gui",
    "Accept": "image/*",
    # A few bytes could unpack to any number of them.
    "Accept-Encoding": "identity",
}


class PictureError(PushError):
    """A picture that cannot be had; `sentence` says why."""


class _Bounds:
    """Ends a fetch that takes too long, or brings too much."""

    def __init__(self, seconds: float) -> None:
        self.time = asyncio.timeout(seconds)
        self.overrun = False

    def take(self, data: bytearray, part: bytes) -> None:
        """Add `part` to `data` unless that is too much.

        Then the next wait ends as if time were up: leaving the loop over an answer
        would leave generators behind that nobody closes.
        """
        if len(data) + len(part) <= MOST_BYTES:
            data += part
        elif not self.overrun:
            self.overrun = True
            self.time.reschedule(asyncio.get_running_loop().time())


async def fetch_picture(
    url: str,
    wires: Wires,
    transport: httpx.AsyncBaseTransport | None = None,
    seconds: float = SECONDS,
) -> bytes:
    """The bytes at `url`, whatever they are; nothing but the address is sent.

    `seconds` bounds the whole of it. Raises PictureError, or Misconfigured where
    `wires` lead to no proxy that can be used.
    """
    bounds = _Bounds(seconds)
    try:
        async with (
            bounds.time,
            httpx.AsyncClient(
                transport=transport or WireTransport(wires),
                timeout=seconds,
                headers=_HEADERS,
            ) as http,
        ):
            return await _follow(http, url, bounds)
    except (TimeoutError, httpx.TimeoutException):
        words = _SLOW.format(host=_host(url), seconds=f"{seconds:g}")
        raise PictureError(TOO_LARGE if bounds.overrun else words) from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        way = wires.way(url)
        if _is_unknown_name(error) and not way.proxy:
            raise PictureError(_NO_SERVER.format(host=_host(url))) from None
        if why := why_not(error, way):
            raise PictureError(_NOT_LOADED.format(why=why)) from None
        detail = str(error) or type(error).__name__
        words = _NO_CONNECTION.format(host=_host(url), detail=detail)
        raise PictureError(words) from None


async def _follow(http: httpx.AsyncClient, url: str, bounds: _Bounds) -> bytes:
    """The answer, after as many redirects as are allowed."""
    start = url
    for _ in range(MOST_REDIRECTS + 1):
        if why := why_not_loaded(url):
            raise PictureError(why if url == start else _LEADS_AWAY.format(url=url))
        if is_loopback(_host(url)) and not is_loopback(_host(start)):
            # A web server must not make this machine ask itself.
            raise PictureError(_LEADS_AWAY.format(url=url))
        async with http.stream("GET", url) as response:
            if not response.has_redirect_location:
                return await _read(response, bounds)
            url = str(response.url.join(response.headers["location"]))
    raise PictureError(_TOO_MANY.format(count=MOST_REDIRECTS))


async def _read(response: httpx.Response, bounds: _Bounds) -> bytes:
    if response.status_code != 200:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        raise PictureError(_NO_PICTURE.format(host=response.url.host, status=status))
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise PictureError(_PACKED.format(host=response.url.host))
    if _claimed(response) > MOST_BYTES:
        raise PictureError(TOO_LARGE)
    data = bytearray()
    async for part in response.aiter_bytes():
        bounds.take(data, part)
    if bounds.overrun:
        raise PictureError(TOO_LARGE)
    if is_page(bytes(data[:1024])):
        raise PictureError(A_PAGE)
    return bytes(data)


def _claimed(response: httpx.Response) -> int:
    """How many bytes the server says there are; 0 where it does not say."""
    length = response.headers.get("content-length", "")
    return int(length) if length.isdecimal() and len(length) < 20 else 0


def _is_unknown_name(error: BaseException | None) -> bool:
    """Whether the name of the server was looked up in vain."""
    while error is not None and not isinstance(error, socket.gaierror):
        error = error.__cause__ or error.__context__
    return error is not None


def _host(url: str) -> str:
    try:
        return httpx.URL(url).host or url
    except httpx.InvalidURL:
        return url


TOO_LARGE: Final[Sentence] = QT_TRANSLATE_NOOP(
    "preview", "This is larger than 5 MB and was not loaded; no phone would show it."
)
A_PAGE: Final[Sentence] = QT_TRANSLATE_NOOP(
    "preview",
    "At this address is a web page, not a picture. A sign-in, a proxy or a wrong "
    "address probably answered.",
)
_SLOW = QT_TRANSLATE_NOOP(
    "preview",
    "{host} did not send the picture within {seconds} s. A phone may give up as well.",
)
_NO_SERVER = QT_TRANSLATE_NOOP(
    "preview",
    "There is no {host} to load the picture from: the address is misspelt, or this "
    "computer is offline.",
)
_NOT_LOADED = QT_TRANSLATE_NOOP("preview", "The picture was not loaded. {why}")
_NO_CONNECTION = QT_TRANSLATE_NOOP(
    "preview", "The picture cannot be loaded from {host} ({detail}). Check the address."
)
_NO_PICTURE = QT_TRANSLATE_NOOP(
    "preview", "{host} has no picture at this address: it answered HTTP {status}."
)
_PACKED = QT_TRANSLATE_NOOP(
    "preview", "{host} sent a packed answer that was not asked for; it was not read."
)
_LEADS_AWAY = QT_TRANSLATE_NOOP(
    "preview", "The address leads on to {url}, which is not loaded. Use the last one."
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "preview", "The address leads on more than {count} times. Use the last one."
)

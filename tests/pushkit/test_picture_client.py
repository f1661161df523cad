import asyncio
import socket
import ssl
import time

import httpx
import pytest

from hmpush_gui.pushkit.picture_client import PictureError, fetch_picture
from hmpush_gui.pushkit.wires import Wires
from tests.picture_server import PNG, picture_server
from tests.programs import until

WIRES = Wires(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


async def refusal(url: str, seconds: float = 5.0) -> str:
    with pytest.raises(PictureError) as caught:
        await fetch_picture(url, WIRES, seconds=seconds)
    return str(caught.value)


async def test_the_bytes_at_an_address_are_fetched() -> None:
    async with picture_server() as server:
        assert await fetch_picture(f"{server.base}/ok", WIRES) == PNG
        (asked,) = server.asked
    assert "user-agent: hmpush-gui" in asked.lower()
    assert "cookie" not in asked.lower()
    assert "referer" not in asked.lower()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "it answered HTTP 404 Not Found"),
        ("/html", "is a web page, not a picture"),
        ("/large", "larger than 5 MB"),
        ("/claim", "larger than 5 MB"),
        ("/packed", "packed answer"),
        ("/cut", "cannot be loaded from 127.0.0.1"),
        ("/nonsense", "cannot be loaded from 127.0.0.1"),
        ("/hop/3", "leads on more than 3 times"),
        ("/to/http://192.0.2.1/x.png", "leads on to http://192.0.2.1/x.png"),
        ("/to/file:///etc/hostname", "leads on to file:"),
    ],
)
async def test_every_bad_answer_is_told_in_words(path: str, words: str) -> None:
    async with picture_server() as server:
        assert words in await refusal(server.base + path)


async def test_three_redirects_are_followed() -> None:
    async with picture_server() as server:
        assert await fetch_picture(f"{server.base}/hop/2", WIRES) == PNG
        assert len(server.asked) == 4


@pytest.mark.parametrize("path", ["/slow", "/drip"])
async def test_the_whole_of_it_takes_no_longer_than_allowed(path: str) -> None:
    begin = time.monotonic()
    async with picture_server() as server:
        words = await refusal(server.base + path, seconds=0.3)
    assert "did not send the picture within 0.3 s" in words
    assert time.monotonic() - begin < 3


async def test_giving_up_ends_the_connection() -> None:
    async with picture_server() as server:
        task = asyncio.ensure_future(fetch_picture(f"{server.base}/slow", WIRES))
        await until(lambda: server.asked)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_a_server_that_is_not_there_is_told() -> None:
    async with picture_server() as server:
        base = server.base
    assert "cannot be loaded from 127.0.0.1" in await refusal(f"{base}/ok")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://192.0.2.1/x.png", "Only https"),
        ("ftp://example.com/x.png", "Only https"),
        ("file:///etc/hostname", "Only https"),
        ("not an address", "no whole address"),
        ("https://", "no whole address"),
        ("https://[::1/x.png", "no whole address"),
    ],
)
async def test_other_addresses_are_never_asked(url: str, words: str) -> None:
    assert words in await refusal(url)


@pytest.mark.parametrize("url", ["https://a b/x.png", "https://x.example:99999/x.png"])
async def test_an_address_that_httpx_refuses_is_told(url: str) -> None:
    words = await refusal(url)
    assert "cannot be loaded from" in words or "to load the picture from" in words


def redirecting(location: str) -> httpx.MockTransport:
    """https://start leads to `location`, which would answer with a picture."""

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.host == "start.example":
            return httpx.Response(302, headers={"Location": location})
        return httpx.Response(200, content=PNG)

    return httpx.MockTransport(handle)


async def test_a_name_that_nobody_knows_is_told_without_the_system_s_words() -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        cause = socket.gaierror(-2, "Name or service not known")
        raise httpx.ConnectError(str(cause), request=request) from cause

    transport = httpx.MockTransport(handle)
    with pytest.raises(PictureError) as refused:
        await fetch_picture("https://img.example/x.png", WIRES, transport)
    words = str(refused.value.sentence)
    assert words.startswith("There is no img.example to load the picture from")
    assert "Errno" not in words


@pytest.mark.parametrize(
    "location",
    ["https://end.example/x.png", "//end.example/x.png", "/other.png"],
)
async def test_a_redirect_to_https_is_followed(location: str) -> None:
    transport = redirecting(location)
    fetching = fetch_picture("https://start.example/x.png", WIRES, transport)
    if location.startswith("/other"):
        with pytest.raises(PictureError, match="more than 3 times"):
            await fetching
    else:
        assert await fetching == PNG


@pytest.mark.parametrize(
    "location",
    [
        "http://end.example/x.png",
        "http://127.0.0.1:1/x.png",
        "https://localhost/x.png",
        "https://[::1]/x.png",
    ],
)
async def test_the_web_may_not_lead_to_http_or_to_this_machine(location: str) -> None:
    transport = redirecting(location)
    with pytest.raises(PictureError, match="leads on to"):
        await fetch_picture("https://start.example/x.png", WIRES, transport)

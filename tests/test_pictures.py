"""One picture at a time for the preview."""

import asyncio
import ssl
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from hmpush_gui.pictures import Pictures
from hmpush_gui.pushkit.wires import Wires
from hmpush_gui.pushkit.words import Sentence

from .picture_server import PNG, PictureServer, picture_server
from .programs import program, until
from .ui.pictures_made import encoded

Came = list[tuple[str, bytes | None, Sentence | None]]

WIRES = Wires(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


async def trust() -> Wires:
    return WIRES


def heard(pictures: Pictures) -> Came:
    came: Came = []
    pictures.came.connect(lambda *values: came.append(values))
    return came


def _are(came: Came, count: int) -> bool:
    return len(came) == count


async def asked(server: PictureServer, count: int) -> None:
    await until(lambda: len(server.asked) == count)


async def test_a_picture_comes_and_is_kept(qapp: QObject) -> None:
    pictures = Pictures(trust)
    came = heard(pictures)
    async with picture_server() as server:
        url = f"{server.base}/ok"
        pictures.want(url)
        await until(lambda: came)
        pictures.want(url)
        assert came == [(url, PNG, None)] * 2
        assert len(server.asked) == 1
    await pictures.aclose()


async def test_why_none_comes_is_told_and_asked_again(qapp: QObject) -> None:
    pictures = Pictures(trust)
    came = heard(pictures)
    async with picture_server() as server:
        for count in (1, 2):
            pictures.want(f"{server.base}/missing")
            await until(partial(_are, came, count))
        assert len(server.asked) == 2
    assert [data for _, data, _ in came] == [None, None]
    assert "HTTP 404" in str(came[0][2])
    await pictures.aclose()


@pytest.mark.parametrize("following", ["/ok", ""])
async def test_the_one_under_way_is_given_up_for_another(
    qapp: QObject, following: str
) -> None:
    pictures = Pictures(trust)
    came = heard(pictures)
    async with picture_server() as server:
        pictures.want(f"{server.base}/slow")
        await asked(server, 1)
        pictures.want(server.base + following if following else "")
        if following:
            await until(lambda: came)
        else:
            await asyncio.sleep(0.05)
        assert [data for _, data, _ in came] == ([PNG] if following else [])
        await pictures.aclose()


async def test_closing_gives_up(qapp: QObject) -> None:
    pictures = Pictures(trust)
    came = heard(pictures)
    async with picture_server() as server:
        pictures.want(f"{server.base}/slow")
        await asked(server, 1)
        await pictures.aclose()
    assert came == []


async def test_only_so_many_bytes_are_kept(
    qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hmpush_gui.pictures._KEPT_BYTES", len(PNG) * 2)
    pictures = Pictures(trust)
    came = heard(pictures)
    async with picture_server() as server:
        for count in range(1, 4):
            pictures.want(f"{server.base}/ok?{count}")
            await until(partial(_are, came, count))
        pictures.want(f"{server.base}/ok?3")
        assert len(came) == 4
        pictures.want(f"{server.base}/ok?1")
        await until(lambda: len(came) == 5)
        assert len(server.asked) == 4
    await pictures.aclose()


IMAGE = ("payload", "notification", "image")


async def test_the_program_loads_the_picture_of_its_message(
    tmp_path: Path, qapp: QObject
) -> None:
    async with picture_server() as server, program(tmp_path) as desk:
        server.pictures["small.png"] = encoded(64, 64)
        server.pictures["large.png"] = encoded(600, 600)
        window = desk.window
        source = window.preview.source
        window.document.set_value(IMAGE, f"{server.base}/small.png")
        await until(lambda: source.picture)
        assert window.preview.state.scene().content.picture is not None
        window.document.set_value(IMAGE, f"{server.base}/large.png")
        await until(lambda: source.hints)
        content = window.preview.state.scene().content
        assert (content.picture, content.has_image) == (None, False)


async def test_a_picture_of_the_draft_is_asked_for_once_the_engine_runs(
    tmp_path: Path, qapp: QObject
) -> None:
    async with picture_server() as server:
        server.pictures["small.png"] = encoded(64, 64)
        async with program(tmp_path) as desk:
            desk.window.document.set_value(IMAGE, f"{server.base}/small.png")
            await until(lambda: server.asked)
        async with program(tmp_path) as desk:
            await until(lambda: desk.window.preview.source.picture)
        assert len(server.asked) == 2


async def test_pictures_that_are_switched_off_stay_off(
    tmp_path: Path, qapp: QObject
) -> None:
    async with program(tmp_path) as desk:
        desk.window.document.set_value(IMAGE, "https://x.example/y.png")
        desk.window.preview.picture_bar.load.click()
    async with program(tmp_path) as desk:
        assert not desk.window.preview.source.on
        assert not desk.window.preview.source.waiting

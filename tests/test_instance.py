"""One window for each data folder, whatever became of the one before."""

import asyncio
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtNetwork import QLocalSocket

from hmpush_gui.instance import (
    LOCK,
    SOCKET,
    Door,
    Handed,
    Instance,
    addresses,
    read_handed,
)

from .programs import until

pytestmark = pytest.mark.usefixtures("qapp")

HANDED = Handed(("/x/半路.json", "/y"), sandbox=True, screen_share=True)

TAKE = """
import sys, time
from pathlib import Path
from hmpush_gui.instance import Instance
instance = Instance(Path(sys.argv[1]))
assert instance.take()
print("taken", flush=True)
time.sleep(60)
"""


HAND_OVER = """
import sys
from pathlib import Path
from hmpush_gui.instance import Handed, Instance
handed = Handed(("/x/半路.json", "/y"), sandbox=True, screen_share=True)
sys.exit(not Instance(Path(sys.argv[1])).hand_over(handed))
"""


async def handed_over_elsewhere(folder: Path) -> bool:
    process = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", HAND_OVER, str(folder)],
        check=False,
        cwd=Path(__file__).parents[1],
    )
    return process.returncode == 0


def taken_elsewhere(folder: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", TAKE, str(folder)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=Path(__file__).parents[1],
    )
    assert process.stdout
    assert "taken" in process.stdout.readline()
    return process


def test_one_process_has_it_and_a_killed_one_has_it_no_more(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    process = taken_elsewhere(folder)
    instance = Instance(folder)
    assert not instance.take()
    with pytest.raises(TimeoutError):
        instance.take_or_hand_over(HANDED, 0.2)
    process.kill()
    process.communicate()
    assert (folder / LOCK).exists()
    assert instance.take()
    instance.close()
    assert not (folder / LOCK).exists()


def test_another_folder_is_another_window(tmp_path: Path) -> None:
    one, other = Instance(tmp_path / "one"), Instance(tmp_path / "other")
    assert one.take()
    assert other.take()
    one.close()
    other.close()


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="may write anywhere"
)
def test_a_folder_that_cannot_be_written_is_opened_all_the_same(
    tmp_path: Path,
) -> None:
    tmp_path.chmod(0o500)
    assert Instance(tmp_path).take()
    assert Instance(tmp_path / "more").take()
    tmp_path.chmod(0o700)


def test_a_file_in_place_of_the_folder_is_no_other_window(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    assert Instance(tmp_path / "data").take()


def test_a_lock_full_of_nonsense_is_void(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(b"\0" * 400)
    before = time.time() - 60
    os.utime(tmp_path / LOCK, (before, before))
    instance = Instance(tmp_path)
    assert instance.take()
    instance.close()


async def test_what_is_handed_over_arrives(tmp_path: Path) -> None:
    door = Door(tmp_path)
    came: list[Handed] = []
    door.handed.connect(came.append)
    assert door.open()
    for number in range(1, 3):
        assert await handed_over_elsewhere(tmp_path)
        assert came == [HANDED] * number
    door.close()
    assert not Instance(tmp_path).hand_over(HANDED)


async def test_the_address_of_a_killed_window_is_used_again(tmp_path: Path) -> None:
    (tmp_path / SOCKET).write_bytes(b"")
    door = Door(tmp_path)
    assert door.open()
    door.close()


async def test_what_is_no_start_of_ours_is_sent_away(tmp_path: Path) -> None:
    door = Door(tmp_path)
    came: list[Handed] = []
    door.handed.connect(came.append)
    assert door.open()
    for said in (b"GET / HTTP/1.1\r\n", b'{"files": [1]}\n', b"x" * 2_000_000):
        assert await answer_to(said, addresses(tmp_path)[0]) == b""
    assert not came
    door.close()


async def answer_to(said: bytes, address: str) -> bytes:
    socket = QLocalSocket()
    left: list[bool] = []
    socket.disconnected.connect(lambda: left.append(True))
    socket.connectToServer(address)
    await until(lambda: socket.isOpen())
    socket.write(said)
    socket.flush()
    await until(lambda: left)
    return bytes(socket.readAll().data())


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have other rights")
async def test_nobody_else_reaches_the_door(tmp_path: Path) -> None:
    door = Door(tmp_path)
    assert door.open()
    assert (tmp_path / SOCKET).stat().st_mode & 0o077 == 0
    door.close()


async def test_a_path_that_is_too_long_for_a_socket_is_no_trouble(
    tmp_path: Path,
) -> None:
    folder = tmp_path / ("x" * 120)
    folder.mkdir()
    door = Door(folder)
    came: list[Handed] = []
    door.handed.connect(came.append)
    assert door.open()
    assert await handed_over_elsewhere(folder)
    assert came == [HANDED]
    door.close()


def test_a_window_that_is_just_closing_is_waited_for(tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.take()
    with ThreadPoolExecutor(1) as other:
        starting = other.submit(second.take_or_hand_over, HANDED, 10.0)
        time.sleep(0.2)
        assert not starting.done()
        first.close()
        assert starting.result(5)
    second.close()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"nonsense",
        b"[]",
        b'{"files": "x", "sandbox": true}',
        b'{"files": []}',
        b'{"files": [], "sandbox": true, "screen_share": 1}',
        b"[" * 100_000,
    ],
)
def test_only_what_a_start_says_is_understood(text: bytes) -> None:
    assert read_handed(text) is None


def test_a_start_of_an_earlier_version_is_understood() -> None:
    assert read_handed(b'{"files": ["/y"], "sandbox": true}') == Handed(("/y",), True)


class Early(QLocalSocket):
    """A socket whose line came with its connection, as may be on Windows."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [json.dumps(asdict(HANDED)).encode() + b"\n"]
        self.answers: list[bytes] = []

    def readAll(self) -> QByteArray:  # noqa: N802
        return QByteArray(self.lines.pop() if self.lines else b"")

    def write(self, answer: bytes) -> int:  # type: ignore[override]
        self.answers.append(answer)
        return len(answer)


async def test_what_was_said_before_anybody_listened_arrives(tmp_path: Path) -> None:
    door, socket, heard = Door(tmp_path), Early(), list[Handed]()
    door.handed.connect(heard.append)
    door._hear(socket)
    assert (heard, socket.answers) == ([HANDED], [b"taken\n"])

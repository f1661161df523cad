"""Whatever became of a file that is kept: the window opens, tells, and goes on."""

import errno
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hmpush_gui import desk as desk_module
from hmpush_gui.pushkit.connection import Connection
from hmpush_gui.pushkit.message import PutAway
from hmpush_gui.pushkit.project import Project
from hmpush_gui.store.book import NAME as DEVICES
from hmpush_gui.store.folder import DataFolder

from .programs import outcomes, program, send_and_wait, until

pytestmark = pytest.mark.usefixtures("qapp")

TITLE = ("payload", "notification", "title")
READ = Path.read_bytes
HISTORY = "history.sqlite3"
DATABASES = [HISTORY, DEVICES]
JSON = [
    "settings.json",
    "projects.json",
    "draft.json",
    "put-away.json",
    "variables.json",
    "connections.json",
]


def cut_short(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2 + 1])


def zeroed(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(7).randbytes(path.stat().st_size))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "something").write_text("of somebody's")


DAMAGES = [
    cut_short,
    random_bytes,
    *(pytest.param(each, marks=pytest.mark.long) for each in (zeroed, a_folder)),
]
Damage = Callable[[Path], None]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("whole") / "data"


async def filled(whole: Path, data: Path) -> None:
    """Give `data` a folder in which there is something of everything."""
    if not list(whole.parent.iterdir()):
        async with program(whole) as desk:
            window = desk.window
            await send_and_wait(desk)
            window.editing.save(Project("shop", "Shop", project_id="1"), [])
            window.choice.choose("sandbox")
            desk.keeper.save_variables({"shop": {"name": "value"}})
            window.document.set_value(TITLE, "Kept")
            window.devices.add([f"token-{number}" for number in range(500)])
            desk.keeper.save_connections({"shop": Connection(no_proxy="*.shop")})
            draft = desk.window.document.draft()
            desk.keeper.save_put_away([PutAway(draft, 1.0e9)])
    shutil.copytree(whole, data)


def told(texts: list[str], name: str) -> list[str]:
    return [text for text in texts if name in text]


@pytest.mark.parametrize("damage", DAMAGES)
async def test_damaged_json_files_are_set_aside_told_and_written_anew(
    whole: Path, tmp_path: Path, damage: Damage
) -> None:
    data = tmp_path / "data"
    await filled(whole, data)
    for name in JSON:
        damage(data / name)
    async with program(data) as desk:
        (notice,) = told(desk.window.notices.texts(), "damaged")
        kept = [next(data.glob(f"{name}.damaged-*")) for name in JSON]
        assert all(str(aside) in notice for aside in kept)
        assert len(notice.splitlines()) == len(JSON)
        desk.window.document.set_value(TITLE, "Goes on")
        await send_and_wait(desk)
        desk.keeper.save_variables({"shop": {"name": "new"}})
    async with program(data) as desk:
        assert not told(desk.window.notices.texts(), "damaged")
        assert desk.window.document.message.title == "Goes on"
    assert all(aside.exists() for aside in kept)


@pytest.mark.parametrize("damage", DAMAGES)
async def test_damaged_databases_are_told_and_sends_go_on(
    whole: Path, tmp_path: Path, damage: Damage
) -> None:
    data = tmp_path / "data"
    await filled(whole, data)
    for name in DATABASES:
        damage(data / name)
    before = [(data / name).is_file() and read(data / name) for name in DATABASES]
    async with program(data) as desk:
        for name in DATABASES:
            assert len(told(desk.window.notices.texts(), name)) == 1
        await send_and_wait(desk)
        assert [outcome for outcome, _ in outcomes(desk)].count("Accepted") == 3
    if damage is a_folder:
        # It is nobody's database, and is left alone: what is new is in memory.
        for name in DATABASES:
            assert read(data / name / "something") == b"of somebody's"
        return
    kept = [next(data.glob(f"{name}.damaged-*[0-9]")) for name in DATABASES]
    assert list(map(read, kept)) == before
    async with program(data) as desk:
        assert not told(desk.window.notices.texts(), "damaged")


def read(path: Path) -> bytes:
    return path.read_bytes()


async def test_a_log_whose_database_is_gone_is_no_trouble(
    whole: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    await filled(whole, data)
    for name in DATABASES:
        with closing(sqlite3.connect(data / name, isolation_level=None)) as database:
            database.execute("PRAGMA wal_autocheckpoint = 0")
            database.execute("CREATE TABLE strange (x)")
            database.execute("INSERT INTO strange VALUES (randomblob(9000))")
            shutil.copy(data / f"{name}-wal", tmp_path / name)
        (data / name).unlink()
        shutil.move(tmp_path / name, data / f"{name}-wal")
    async with program(data) as desk:
        await send_and_wait(desk)
        desk.window.devices.add(["token-new"])
    async with program(data) as desk:
        assert not told(desk.window.notices.texts(), "damaged")
        await until(lambda: desk.window.outcome.history.model.rowCount() == 1)
        kept = {each.token for each in desk.window.devices.devices()}
        assert "token-new" in kept


async def test_a_database_that_another_program_holds_is_told_and_kept(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    await filled(whole, data)
    with closing(sqlite3.connect(data / DEVICES, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        async with program(data) as desk:
            (notice,) = told(desk.window.notices.texts(), DEVICES)
            assert "in use" in notice
            desk.window.devices.add(["token-new"])
            await send_and_wait(desk)
    async with program(data) as desk:
        kept = [each.token for each in desk.window.devices.devices()]
        assert "token-499" in kept


class Disk:
    """A disk that is full as long as it is told to be."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        replace = DataFolder._replace

        def refuse(folder: DataFolder, path: Path, content: bytes) -> None:
            if self.full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            replace(folder, path, content)

        monkeypatch.setattr(DataFolder, "_replace", refuse)


async def test_what_a_full_disk_refuses_is_kept_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "AGAIN", 50)
    disk = Disk(monkeypatch)
    async with program(tmp_path) as desk:
        window = desk.window
        disk.full = True
        window.document.set_value(TITLE, "Typed while full")
        window.keep_draft()
        window.editing.save(Project("shop", "Shop", project_id="1"), [])
        await until(lambda: told(window.notices.texts(), "the disk is full"))
        assert not (tmp_path / "projects.json").exists()
        assert window.document.message.title == "Typed while full"
        disk.full = False
        await until(lambda: told(window.notices.texts(), "nothing was lost"))
        assert "Typed while full" in (tmp_path / "draft.json").read_text("utf-8")
        assert "Shop" in (tmp_path / "projects.json").read_text("utf-8")


async def test_what_is_owed_is_written_at_the_end_at_the_latest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    async with program(tmp_path) as desk:
        disk.full = True
        desk.keeper.save_variables({"shop": {"name": "value"}})
        await until(lambda: told(desk.window.notices.texts(), "the disk is full"))
        disk.full = False
    assert "value" in (tmp_path / "variables.json").read_text("utf-8")


async def test_a_file_that_cannot_be_read_for_now_is_not_written_over(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    await filled(whole, data)

    def fail(path: Path) -> bytes:
        if path.name == "projects.json":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return READ(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", fail)
        async with program(data) as desk:
            assert told(desk.window.notices.texts(), "projects.json")
            desk.window.editing.save(Project("new", "New", project_id="2"), [])
    assert "Shop" in (data / "projects.json").read_text("utf-8")


async def test_a_file_of_another_user_is_set_aside(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    await filled(whole, data)

    def fail(path: Path) -> bytes:
        if path.name == "draft.json" and not refused:
            refused.append(path)
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return READ(path)

    refused: list[Path] = []
    monkeypatch.setattr(Path, "read_bytes", fail)
    async with program(data) as desk:
        (notice,) = told(desk.window.notices.texts(), "draft.json")
        assert "belongs to another user" in notice
        desk.window.document.set_value(TITLE, "Typed since")
    (aside,) = data.glob("draft.json.damaged-*")
    assert "Kept" in aside.read_text("utf-8")
    assert "Typed since" in (data / "draft.json").read_text("utf-8")

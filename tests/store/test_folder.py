import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import hmpush_gui
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.folder import DataFolder, default_path

from .disk import fill, mode


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
def test_the_default_folder_follows_the_users_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/home/me/data")
    assert default_path() == Path("/home/me/data/hmpush-gui")


def test_making_one_touches_no_disk(tmp_path: Path) -> None:
    DataFolder(tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_what_is_not_there_reads_as_none(folder: DataFolder) -> None:
    assert folder.read_text("draft.json") is None
    assert folder.read_bytes("secrets.bin") is None


@pytest.mark.parametrize("text", ["", "plain\n", "优惠 🎉", "a\r\nb", "\u2028"])
def test_text_comes_back_as_it_was(folder: DataFolder, text: str) -> None:
    folder.write_text("a.txt", text)
    assert folder.read_text("a.txt") == text


def test_half_a_character_is_written_as_its_json_escape(folder: DataFolder) -> None:
    folder.write_text("a.json", '"\ud83d"')
    assert folder.read_bytes("a.json") == rb'"\ud83d"'


def test_only_the_owner_may_look(folder: DataFolder) -> None:
    before = os.umask(0)
    try:
        folder.write_bytes("secrets.bin", b"x")
    finally:
        os.umask(before)
    assert mode(folder.path) == "700"
    assert mode(folder.path / "secrets.bin") == "600"


def test_rewriting_narrows_a_file_that_others_could_read(folder: DataFolder) -> None:
    folder.write_text("a.txt", "old")
    (folder.path / "a.txt").chmod(0o644)
    folder.write_text("a.txt", "new")
    assert mode(folder.path / "a.txt") == "600"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_write_that_fails_leaves_the_old_content_and_no_litter(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    folder.write_text("a.txt", "old")
    fill(monkeypatch, number)
    with pytest.raises(StoreError):
        folder.write_text("a.txt", "new")
    assert folder.read_text("a.txt") == "old"
    assert os.listdir(folder.path) == ["a.txt"]


CUT_SHORT = """
import resource, sys
from pathlib import Path
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.folder import DataFolder

folder = DataFolder(Path(sys.argv[1]))
folder.write_text("a.txt", "old")
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    folder.write_bytes("a.txt", b"n" * 100_000)
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_write_that_the_system_cuts_short_leaves_the_old_content(
    folder: DataFolder,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CUT_SHORT, str(folder.path)],
        cwd=Path(hmpush_gui.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "disk is full" in done.stdout
    assert folder.read_text("a.txt") == "old"
    assert os.listdir(folder.path) == ["a.txt"]


@pytest.mark.parametrize("name", ["write_text", "read_text", "set_aside"])
def test_a_folder_that_cannot_be_is_refused_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    folder = DataFolder(tmp_path / "file" / "data")
    given = ("a.txt", "text") if name == "write_text" else ("a.txt",)
    with pytest.raises(StoreError, match=r"file.data.a\.txt"):
        getattr(folder, name)(*given)


def test_a_damaged_file_is_renamed_with_the_time(folder: DataFolder) -> None:
    folder.write_text("a.txt", "bad")
    aside = folder.set_aside("a.txt")
    assert folder.read_text("a.txt") is None
    assert aside.read_text() == "bad"
    assert len(aside.name.removeprefix("a.txt.damaged-")) == len("20260131-235959")


def test_a_second_damaged_file_does_not_replace_the_first(folder: DataFolder) -> None:
    kept = set()
    for text in ("one", "two", "three"):
        folder.write_text("a.txt", text)
        kept.add(folder.set_aside("a.txt"))
    assert {path.read_text() for path in kept} == {"one", "two", "three"}


def test_files_that_belong_to_a_damaged_one_go_with_it(folder: DataFolder) -> None:
    folder.write_text("db", "bad")
    folder.write_text("db-wal", "log")
    aside = folder.set_aside("db", ("-wal", "-shm"))
    assert Path(f"{aside}-wal").read_text() == "log"
    assert len(os.listdir(folder.path)) == 2

import errno
import os
import sys
from pathlib import Path

import pytest

from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.message_files import (
    LARGEST,
    is_there,
    read_text,
    why_closed,
    write_text,
)

from .disk import fill, mode

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")


def refusal(path: Path) -> str:
    with pytest.raises(StoreError) as caught:
        read_text(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        ("包裹\n".encode(), "包裹\n"),
        (b"\xef\xbb\xbf{}", "{}"),
        (b"{\r\n}", "{\r\n}"),
    ],
)
def test_utf8_is_read_with_and_without_a_mark(
    tmp_path: Path, content: bytes, text: str
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    assert read_text(path) == text


@pytest.mark.parametrize("content", ["包裹".encode("gbk"), "{}".encode("utf-16")])
def test_another_encoding_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    assert "a.json is no text in UTF-8" in refusal(path)


def test_a_file_of_more_than_a_megabyte_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b" " * LARGEST)
    assert len(read_text(path)) == LARGEST
    path.write_bytes(b" " * (LARGEST + 1))
    assert "it has 1.0 MB" in refusal(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "is not there" in refusal(tmp_path / "missing.json")
    (tmp_path / "file").write_text("")
    assert "is not there" in refusal(tmp_path / "file" / "a.json")
    assert "not a file but a folder" in refusal(tmp_path)


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not a file" in refusal(tmp_path / "pipe")
    with pytest.raises(StoreError, match="not a file"):
        write_text(tmp_path / "pipe", "x")


@posix
@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}")
    path.chmod(0)
    assert "you may not read it" in refusal(path)


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, "you may not read it"), (errno.EIO, "Input/output error")],
)
def test_a_disk_that_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def stat(path: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "stat", stat)
    assert words in refusal(tmp_path / "a.json")


def test_text_is_written_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_text(path, "包裹\n🎉\n")
    assert path.read_bytes() == "包裹\n🎉\n".encode()
    write_text(path, "b\n")
    assert path.read_bytes() == b"b\n"
    assert os.listdir(tmp_path) == ["a.json"]


@posix
@pytest.mark.parametrize("bits", [0o600, 0o644, 0o664, 0o755])
def test_the_permissions_of_a_file_stay(tmp_path: Path, bits: int) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    path.chmod(bits)
    write_text(path, "new")
    assert mode(path) == f"{bits:o}"


@posix
def test_a_new_file_can_be_read_as_any_other_of_the_user(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_text(tmp_path / "a.json", "new")
    finally:
        os.umask(before)
    assert mode(tmp_path / "a.json") == "644"


@posix
def test_a_link_goes_on_pointing_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    write_text(tmp_path / "link.json", "new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


def write_refusal(path: Path) -> str:
    with pytest.raises(StoreError) as caught:
        write_text(path, "new")
    return str(caught.value)


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    path.chmod(0o444)
    assert "a.json was not saved: the file is read-only" in write_refusal(path)
    assert path.read_text() == "old"
    path.chmod(0o644)


@posix
@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "you may not write into its folder" in write_refusal(tmp_path / "a")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "you may not write into its folder"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_write_that_fails_leaves_the_old_content_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    fill(monkeypatch, number)
    assert words in write_refusal(path)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_folder_that_is_gone_and_a_name_too_long_are_told(tmp_path: Path) -> None:
    assert "is not there" in write_refusal(tmp_path / "gone" / "a.json")
    assert "too long" in write_refusal(tmp_path / ("n" * 300 + ".json"))
    assert "not a file" in write_refusal(tmp_path)


def test_why_a_recent_file_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    assert str(why_closed(path)) == "no longer there"
    assert not is_there(path)
    path.write_text("{}")
    assert why_closed(path) is None
    assert is_there(path)
    assert str(why_closed(tmp_path)) == "not a file any more"
    assert str(why_closed(Path("a\0b"))) == "no longer there"

import errno
import json
from pathlib import Path
from typing import Any

import pytest

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.project import Project
from hmpush_gui.store.errors import Damaged, NotOpened, StoreError
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.json_file import JsonFile, list_file

from .disk import fill


def number_file(folder: DataFolder) -> JsonFile[int]:
    return JsonFile(folder, "number.json", str, int, lambda: 0)


def test_a_file_that_is_not_there_gives_the_empty_value(folder: DataFolder) -> None:
    assert number_file(folder).load() == 0


def test_the_value_comes_back(folder: DataFolder) -> None:
    number_file(folder).save(7)
    assert number_file(folder).load() == 7


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b'"seven"',
        b"\xff\xfe",
        b"\x00" * 50,
        b"[" * 100_000,
        b"1" * 10_000,
    ],
)
def test_a_damaged_file_is_set_aside_and_the_next_call_gives_the_empty_value(
    folder: DataFolder, content: bytes
) -> None:
    folder.write_bytes("number.json", content)
    file = number_file(folder)
    with pytest.raises(Damaged) as told:
        file.load()
    assert told.value.aside.read_bytes() == content
    assert "number.json could not be read" in str(told.value)
    assert told.value.aside.name in str(told.value)
    assert file.load() == 0
    file.save(3)
    assert file.load() == 3


def test_a_failed_save_leaves_the_old_value(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    number_file(folder).save(7)
    fill(monkeypatch)
    with pytest.raises(StoreError, match="disk is full"):
        number_file(folder).save(8)
    assert number_file(folder).load() == 7


def test_what_may_not_be_opened_is_set_aside_and_not_called_damaged(
    folder: DataFolder,
) -> None:
    (folder.path / "number.json").mkdir(parents=True)
    file = number_file(folder)
    with pytest.raises(NotOpened, match="could not be opened") as told:
        file.load()
    assert told.value.aside.is_dir()
    assert told.value.aside.name in str(told.value.sentence)
    file.save(3)
    assert file.load() == 3


def test_what_cannot_be_read_for_now_is_not_written_over(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = number_file(folder)
    file.save(7)

    def fail(_path: Path) -> bytes:
        raise OSError(errno.EIO, "trouble")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", fail)
        for _ in range(2):
            with pytest.raises(StoreError, match="trouble"):
                file.load()
    with pytest.raises(StoreError, match="trouble"):
        file.save(8)
    assert file.load() == 7
    file.save(8)
    assert file.load() == 8


def test_files_read_well_line_by_line(folder: DataFolder) -> None:
    list_file(folder, "projects.json", Project).save([Project("k", "商城")])
    text = folder.read_text("projects.json")
    assert text
    start = '[\n  {\n    "key": "k",\n    "name": "商城",\n    "environment": "test",\n'
    assert text.startswith(start)
    assert text.endswith('"memory_only": false\n  }\n]\n')


@pytest.mark.parametrize("content", [b"{}", b"null", b"[7]", b'[{"token": "t"}]'])
def test_a_list_of_something_else_is_damaged(
    folder: DataFolder, content: bytes
) -> None:
    folder.write_bytes("devices.json", content)
    with pytest.raises(Damaged):
        list_file(folder, "devices.json", Device).load()


@pytest.mark.parametrize("depth", [900, 1200])
def test_whatever_nesting_this_python_can_write_is_kept(
    folder: DataFolder, depth: int
) -> None:
    deep: dict[str, Any] = {}
    for _ in range(depth):
        deep = {"a": deep}
    try:
        text = json.dumps(deep)
    except RecursionError:
        pytest.skip("this Python cannot write it at all")
    file: JsonFile[Any] = JsonFile(
        folder, "deep.json", lambda value: value, lambda value: value, dict
    )
    file.save(deep)
    assert json.dumps(file.load()) == text

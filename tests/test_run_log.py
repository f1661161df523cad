"""The log: bounded, redacted, of everybody, and no burden to who logs."""

import logging
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hmpush_gui import run_log
from hmpush_gui.run_log import RunLog
from hmpush_gui.store.errors import StoreError
from hmpush_gui.ui.log_level import LogLevel

OURS = logging.getLogger("hmpush_gui.test")
HTTP = logging.getLogger("httpx")
CORE = logging.getLogger("httpcore.http11")
MARKED = "MarkedSecret" + "0a" * 16


@pytest.fixture(autouse=True)
def _levels(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    before = logging.getLogger().level
    yield
    assert logging.getLogger().level == before
    caplog.get_records("call").clear()


def written(log: RunLog) -> str:
    log.stop()
    return "".join(
        path.read_text("utf-8") for path in sorted(log.folder.glob("hmpush.log*"))
    )


def test_records_of_all_are_written_and_none_has_a_secret(tmp_path: Path) -> None:
    log = RunLog(tmp_path / "log", LogLevel.DEBUG)
    log.start()
    OURS.info("4 devices")
    HTTP.info('HTTP Request: POST http://a:%s@host/v3 "200 OK"', MARKED)
    CORE.debug("headers=[(b'Authorization', b'Bearer %s')]", MARKED)
    CORE.debug("return_value=(b'HTTP/1.1', 200, [(b'Set-Cookie', b'a=Marked')])")
    OURS.error("two\nlines")
    text = written(log)
    assert "Marked" not in text
    lines = text.splitlines()
    assert lines[0].endswith("Z INFO    hmpush_gui.test: 4 devices")
    assert [line.split()[2] for line in lines[:4]] == [
        *("hmpush_gui.test:", "httpx:", "httpcore.http11:", "httpcore.http11:")
    ]
    assert lines[5] == "    lines"


def test_an_exception_is_written_without_its_values(tmp_path: Path) -> None:
    log = RunLog(tmp_path, LogLevel.ERROR)
    log.start()
    try:
        raise ValueError(MARKED)
    except ValueError:
        OURS.exception("broke")
    text = written(log)
    assert "in test_an_exception_is_written" in text
    assert "Marked" not in text


@pytest.mark.parametrize(
    ("level", "kept"),
    [
        (LogLevel.OFF, []),
        (LogLevel.ERROR, ["warning", "error"]),
        (LogLevel.INFO, ["info", "warning", "error"]),
        (LogLevel.DEBUG, ["debug", "info", "warning", "error"]),
    ],
)
def test_a_level_keeps_what_it_says(
    tmp_path: Path, level: LogLevel, kept: list[str]
) -> None:
    log = RunLog(tmp_path / "log", level)
    log.start()
    for name in ("debug", "info", "warning", "error"):
        getattr(OURS, name)(name)
    assert [line.split()[-1] for line in written(log).splitlines()] == kept
    assert (tmp_path / "log").exists() == bool(kept)


def test_a_level_may_change_meanwhile(tmp_path: Path) -> None:
    log = RunLog(tmp_path, LogLevel.ERROR)
    log.start()
    OURS.info("one")
    log.set_level(LogLevel.INFO)
    OURS.info("two")
    log.set_level(LogLevel.OFF)
    OURS.error("three")
    log.set_level(LogLevel.DEBUG)
    OURS.debug("four")
    assert [line.split()[-1] for line in written(log).splitlines()] == ["two", "four"]


def test_the_files_stay_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_log, "LARGEST", 2000)
    log = RunLog(tmp_path, LogLevel.INFO)
    log.start()
    for number in range(300):
        OURS.info("line %s", number)
    written(log)
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 1 + run_log.KEPT
    assert max(sizes) <= 2000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    log = RunLog(tmp_path / "log", LogLevel.INFO)
    log.start()
    OURS.info("x")
    written(log)
    assert log.folder.stat().st_mode & 0o077 == 0
    assert log.path.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_its_owner_may_read_those_that_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_log, "LARGEST", 200)
    log = RunLog(tmp_path, LogLevel.INFO)
    log.start()
    for number in range(20):
        OURS.info("line %s", number)
    written(log)
    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file")
    log = RunLog(tmp_path / "log", LogLevel.INFO)
    with pytest.raises(StoreError, match="could not be read or written"):
        log.start()
    assert log.level is LogLevel.OFF
    OURS.info("no trouble")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk at hand")
def test_a_full_disk_ends_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    os.symlink("/dev/full", tmp_path / "full.log")
    handler = run_log._file(tmp_path / "full.log")
    handler.emit(logging.makeLogRecord({"msg": "lost", "levelno": 20}))
    with pytest.raises(OSError, match="No space left"):
        handler.close()
    assert capfd.readouterr().err == ""


def test_who_logs_does_not_wait_for_the_disk(tmp_path: Path) -> None:
    log = RunLog(tmp_path, LogLevel.INFO)
    log.start()
    assert log._listener is not None
    handler = log._listener.handlers[0]
    handler.acquire()
    began = time.monotonic()
    for number in range(run_log._WAITING + 100):
        OURS.info("line %s", number)
    assert time.monotonic() - began < 5
    handler.release()
    lines = len(written(log).splitlines())
    assert run_log._WAITING <= lines <= run_log._WAITING + 1


def test_what_does_not_fit_its_arguments_is_dropped(
    tmp_path: Path,
) -> None:
    log = RunLog(tmp_path, LogLevel.INFO)
    log.start()
    handler = log._handler
    assert handler is not None
    handler.handle(logging.makeLogRecord({"msg": "%d", "args": ("x",)}))
    OURS.info("goes on")
    assert "goes on" in written(log)

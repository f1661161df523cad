"""The command line, and machines on which no window can open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hmpush_gui import start
from hmpush_gui.start import Options, missing_display, missing_library, read_options

OPTIONS = [
    ([], Options(False, None)),
    (["--sandbox"], Options(True, None)),
    (["a.json", "b.json"], Options(False, None, ("a.json", "b.json"))),
    (["--sandbox", "--data-dir", "/x/y"], Options(True, Path("/x/y"))),
    (["--screen-share"], Options(False, None, screen_share=True)),
    (["--language", "zh"], Options(False, None, language="zh")),
    (["--log-level", "debug"], Options(False, None, log_level="debug")),
]


@pytest.mark.parametrize(("arguments", "options"), OPTIONS)
def test_options_are_read(arguments: list[str], options: Options) -> None:
    assert read_options(arguments) == options


@pytest.mark.parametrize(
    ("said", "level"), [("debug", "debug"), ("OFF", "off"), ("loud", ""), ("", "")]
)
def test_the_environment_may_choose_how_much_is_logged(
    monkeypatch: pytest.MonkeyPatch, said: str, level: str
) -> None:
    monkeypatch.setenv("HMPUSH_LOG_LEVEL", said)
    assert read_options([]).log_level == level
    assert read_options(["--log-level", "error"]).log_level == "error"


DISPLAYS = [
    ("linux", {}, "there is no display"),
    ("linux", {"QT_QPA_PLATFORM": "offscreen"}, None),
    ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, None),
    ("darwin", {}, None),
    ("win32", {}, None),
]


@pytest.mark.parametrize(("platform", "environment", "problem"), DISPLAYS)
def test_a_missing_display_is_said(
    platform: str, environment: dict[str, str], problem: str | None
) -> None:
    found = missing_display(platform, environment)
    assert (found is None) if problem is None else problem in str(found)


@pytest.mark.skipif(sys.platform != "linux", reason="only X11 needs it")
def test_a_missing_x11_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "_XCB_LIBRARY", "libno-such-library.so.0")
    sentence = missing_display("linux", {"DISPLAY": ":0"})
    assert "apt install libxcb-cursor0" in str(sentence)


def test_a_missing_system_library_is_named() -> None:
    error = ImportError(
        "libEGL.so.1: cannot open shared object file: No such file or directory"
    )
    sentence = missing_library(error)
    assert "libEGL.so.1 is missing" in sentence
    assert "apt install" in sentence


def test_any_other_import_error_is_a_bug() -> None:
    with pytest.raises(ImportError, match="no module"):
        missing_library(ImportError("no module named x"))


def test_without_a_display_the_program_says_so_and_ends() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    ran = subprocess.run(
        [sys.executable, "-m", "hmpush_gui", "--sandbox"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    if sys.platform == "linux":
        assert ran.returncode == 2
        assert ran.stderr.count("\n") == 1
        assert "there is no display" in ran.stderr

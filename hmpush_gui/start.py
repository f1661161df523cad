"""Reads the command line and makes sure that a window can open at all."""

import argparse
import ctypes
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hmpush_gui import __version__

_XCB_LIBRARY = "libxcb-cursor.so.0"
"""Without it Qt's X11 plugin does not load and Qt aborts."""

LOG_LEVEL = "HMPUSH_LOG_LEVEL"
LOG_LEVELS = ("off", "error", "info", "debug")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for.

    `data_dir` None is the usual place; `language` is `en`, `zh`, or empty for the
    one chosen in the window; so is `log_level`. `screen_share` hides what is the
    user's own from the first paint on.
    """

    sandbox: bool
    data_dir: Path | None
    files: tuple[str, ...] = ()
    language: str = ""
    log_level: str = ""
    screen_share: bool = False


def start(arguments: Sequence[str]) -> int:
    """Open the window and run until it is closed; the result is the exit code."""
    options = read_options(arguments)
    problem = missing_display(sys.platform, os.environ)
    if problem is None:
        try:
            from hmpush_gui.app import main
        except ImportError as error:
            problem = missing_library(error)
        else:
            return main(options)
    sys.stderr.write(f"hmpush-gui: {problem}\n")
    return 2


def read_options(arguments: Sequence[str]) -> Options:
    """Read a command line; on one that is wrong this ends the program with 2."""
    found = _parser().parse_args(arguments)
    return Options(
        sandbox=found.sandbox,
        data_dir=found.data_dir,
        files=tuple(found.files),
        language=found.language,
        log_level=found.log_level,
        screen_share=found.screen_share,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "hmpush-gui",
        description="Compose, preview and send HarmonyOS push notifications.",
    )
    parser.add_argument(
        "--sandbox",
        action="store_true",
        help="start on the built-in sandbox, with a sample ready to send",
    )
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep everything of this run in DIR",
    )
    parser.add_argument(
        "--language",
        choices=("en", "zh"),
        default="",
        help="speak English or Chinese in this run",
    )
    parser.add_argument(
        "--log-level",
        choices=LOG_LEVELS,
        default=_log_level(os.environ),
        help=f"how much of this run is logged; also {LOG_LEVEL}",
    )
    parser.add_argument(
        "--screen-share",
        action="store_true",
        help="start with tokens, IDs, project names and keys hidden",
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="a message file to open"
    )
    parser.add_argument("--version", action="version", version=__version__)
    return parser


def _log_level(environment: Mapping[str, str]) -> str:
    """The level that the environment asks for; empty for none that there is."""
    level = environment.get(LOG_LEVEL, "").lower()
    return level if level in LOG_LEVELS else ""


def missing_display(
    platform: str, environment: os._Environ[str] | dict[str, str]
) -> str | None:
    """Why no window can open, or None. Qt itself would only abort."""
    if platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return None
    if environment.get("WAYLAND_DISPLAY"):
        return None
    if not environment.get("DISPLAY"):
        return (
            "there is no display. Start it in a desktop session, or with "
            "“xvfb-run hmpush-gui”."
        )
    if not _loads(_XCB_LIBRARY):
        return (
            "the library libxcb-cursor is missing. On Debian and Ubuntu: "
            "sudo apt install libxcb-cursor0"
        )
    return None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_library(error: ImportError) -> str:
    """What to install when Qt's own libraries do not load. Re-raises what is a bug."""
    library = str(error).split(":", 1)[0]
    if ".so" not in library:
        raise error
    return (
        f"the system library {library} is missing. On Debian and Ubuntu: sudo apt "
        "install libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0"
    )

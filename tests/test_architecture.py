"""Who may import whom, as a test."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .cases import for_each

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "hmpush_gui"

OURS = "hmpush_gui"
QT = {"PySide6", "shiboken6", "qasync"}
NETWORK = {"httpx", "socket", "http", "urllib", "ssl"}
DISK = {"sqlite3", "keyring", "platformdirs"}

FORBIDDEN: dict[str, set[str]] = {
    "pushkit": QT | DISK,
    "sandbox": QT | DISK | {"httpx"},
    "store": QT | {"httpx", "asyncio"},
    "exchange": QT | NETWORK | DISK | {"asyncio"},
    "ui": {"qasync", "httpx", "asyncio"} | DISK,
    "cli": QT | {"httpx", "sqlite3", "keyring"},
}
"""Part → top-level packages it must not name."""

ALLOWED: dict[str, set[str]] = {
    "pushkit": {"pushkit", "assets"},
    "sandbox": {"sandbox", "pushkit", "assets"},
    "store": {"store", "pushkit"},
    "exchange": {"exchange", "pushkit"},
    "ui": {"ui", "pushkit", "exchange", "assets"},
    "cli": {"cli", "pushkit", "sandbox", "store", "exchange", "__version__"},
}
"""Part → parts of ours it may name."""

ONLY_IN: dict[str, set[str]] = {
    "qasync": {"app.py"},
    "httpx": {
        "pushkit/auth.py",
        "pushkit/bearer.py",
        "pushkit/client.py",
        "pushkit/fates.py",
        "pushkit/network_faults.py",
        "pushkit/oauth.py",
        # Pictures come from anybody's server, not from Push Kit.
        "pushkit/picture_client.py",
        "pushkit/transport.py",
        # Tests a connection, and says what it saw.
        "pushkit/trial.py",
        "pushkit/trust.py",
    },
    "keyring": {"store/"},
    "python_calamine": {"exchange/token_sheet.py"},
    "sqlite3": {"store/"},
}
"""Library → the only files or folders that may name it, so that it can be changed."""

FILES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def imports(path: Path) -> frozenset[str]:
    """Full names of the modules that `path` imports, wherever in the file."""
    return frozenset(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    package = [OURS, *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *(node.module or "").split(".")]).rstrip(".")
            yield stem
            yield from (f"{stem}.{alias.name}" for alias in node.names)


def part_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


@for_each("path", FILES, ids=name_of)
def test_a_part_names_no_library_that_is_not_its_business(path: Path) -> None:
    forbidden = FORBIDDEN.get(part_of(path), set())
    named = {name.split(".")[0] for name in imports(path)}
    assert not named & forbidden


@for_each("path", FILES, ids=name_of)
def test_a_part_names_no_other_part_above_it(path: Path) -> None:
    allowed = ALLOWED.get(part_of(path))
    if allowed is None:
        return
    ours = {name.split(".")[1] for name in imports(path) if name.startswith(f"{OURS}.")}
    assert ours <= allowed


@for_each("path", FILES, ids=name_of)
def test_a_library_is_named_only_behind_its_one_door(path: Path) -> None:
    named = {name.split(".")[0] for name in imports(path)}
    for library in named & ONLY_IN.keys():
        doors = ONLY_IN[library]
        assert any(name_of(path).startswith(door) for door in doors), library


@for_each(
    "path", [path for path in FILES if path.name.endswith("_panel.py")], ids=name_of
)
def test_a_panel_knows_no_other_panel_and_not_the_window(path: Path) -> None:
    # The outcome panel is the tab widget that holds results and history.
    mine = {"outcome_panel": {"results_panel", "history_panel", "text_panel"}}
    known = {name.rsplit(".", 1)[-1] for name in imports(path)}
    others = {each for each in known if each.endswith("_panel")}
    assert not others - mine.get(path.stem, set())
    assert "main_window" not in known


def test_nobody_imports_the_application_but_its_start() -> None:
    knowing = {name_of(path) for path in FILES if f"{OURS}.app" in imports(path)}
    assert knowing == {"start.py"}


def test_the_import_reader_sees_relative_and_late_imports(tmp_path: Path) -> None:
    seen = imports(PACKAGE / "ui" / "main_window.py")
    assert "hmpush_gui.ui.strip" in seen
    assert "cryptography.hazmat.primitives.serialization" in imports(
        PACKAGE / "pushkit" / "signing.py"
    )

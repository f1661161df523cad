"""The Chinese texts are whole, and fit the English ones."""

import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from .translations import PACKAGE, Text, read, refresh, texts, write

CHINESE = read()
LATIN = re.compile(r"[一-鿿][A-Za-z]|[A-Za-z][一-鿿]")
"""Chinese and Latin with nothing between them."""

ORDER = "python -m tests.translations"


def places(text: str) -> list[str]:
    """The names in braces; what is no template has only the words of its braces."""
    try:
        found = [name for _, name, _, _ in string.Formatter().parse(text)]
    except ValueError:
        found = re.findall(r"\{+\w*\}+", text)
    return sorted(name for name in found if name)


def mark(text: str) -> str:
    """What stands before the first letter, digit or placeholder of a marked line."""
    return text[0] if text and text[0] in "▲…→ " else ""


def lupdate() -> str | None:
    return shutil.which("pyside6-lupdate", path=Path(sys.executable).parent)


def test_every_text_of_the_program_is_translated() -> None:
    missing = [text for text in texts() if not CHINESE.get(text)]
    assert not missing, f"run {ORDER}, then translate"


def test_nothing_is_translated_that_the_program_no_longer_says() -> None:
    assert not CHINESE.keys() - set(texts()), f"run {ORDER}"


def test_every_translation_keeps_places_keys_and_marks() -> None:
    pairs = [(text.source, chinese) for text, chinese in CHINESE.items()]
    wrong = [pair for pair in pairs if not fits(*pair)]
    assert not wrong


def fits(source: str, chinese: str) -> bool:
    same = (places, keys, mark, lines)
    spaced = "dddd" in source or not LATIN.search(chinese)
    return spaced and all(each(source) == each(chinese) for each in same)


def keys(text: str) -> list[str]:
    """The letters by which a menu is opened."""
    return [letter.upper() for letter in re.findall(r"&(.)", text)]


def lines(text: str) -> int:
    return text.count("\n")


@pytest.mark.parametrize(
    ("source", "chinese"),
    [
        ("{name} is here.", "{nam} 在此。"),
        ("{name} is here.", "在此。"),
        ("S&ave", "保存(&S)"),
        ("S&ave", "保存"),
        ("▲ Cut", "截断"),
        ("One\nTwo", "一二"),
        ("Paste tokens", "粘贴Token"),
    ],
)
def test_what_does_not_fit_is_found(source: str, chinese: str) -> None:
    assert not fits(source, chinese)


@pytest.mark.parametrize(
    ("source", "chinese"),
    [
        ("{a} of {b}", "{b} 中的 {a}"),
        ("S&ave as…", "另存为(&A)…"),
        ("Values such as {{no}}.", "值，例如 {{no}}。"),
        ("It starts with {{.", "以 {{ 开头。"),
    ],
)
def test_what_fits_is_taken(source: str, chinese: str) -> None:
    assert fits(source, chinese)


@pytest.mark.skipif(lupdate() is None, reason="Qt's tools are not installed")
def test_qts_own_tool_finds_no_text_that_is_missing_here(tmp_path: Path) -> None:
    found = tmp_path / "found.ts"
    modules = map(str, sorted(PACKAGE.rglob("*.py")))
    command = [str(lupdate()), *modules, "-ts", str(found)]
    subprocess.run(command, check=True, capture_output=True)
    # It takes an alias called tr for QObject.tr, and so the context for the text.
    known = {text.source for text in texts()} | {text.context for text in texts()}
    sources = {each.text for each in ET.parse(found).getroot().iter("source")}
    assert len(sources) > 500
    assert sources <= known


def test_a_refresh_changes_nothing_that_is_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "zh_CN.ts"
    write(CHINESE, path)
    assert read(path) == CHINESE
    assert refresh(path) == CHINESE


def test_a_refresh_keeps_what_is_known_and_drops_what_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "zh_CN.ts"
    some = texts()[0]
    write({some: "译 1", Text("Gone", "Gone"): "译 2"}, path)
    now = refresh(path)
    assert now[some] == "译 1"
    assert set(now) == set(texts())
    assert '<translation type="unfinished" />' in path.read_text("utf-8")

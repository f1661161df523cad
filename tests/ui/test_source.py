"""Rules of the window's code that no other tool checks."""

import ast
from functools import cache
from pathlib import Path

import pytest

import hmpush_gui.ui
from tests.cases import for_each

FILES = sorted(Path(hmpush_gui.ui.__file__).parent.glob("*.py"))

TEXT_CALLS = {
    "setText", "setWindowTitle", "setToolTip", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "addTab", "addRow", "QLabel",
    "QPushButton", "QCheckBox", "setStatusTip", "setTitle", "addMenu",
}  # fmt: skip
"""Calls whose arguments a person reads."""

NOT_WORDS = {
    "hmpush",
    '{\n  "orderId": "77"\n}',
    "timestamp=…; nonce=…; value=…",
}
"""A name, an example of JSON and one of a header: the same in every language."""

WITHOUT_A_WINDOW = {"other_window_box.py"}
"""Where a box is all there is to see, and waits for nobody."""

TRANSLATED_DATA = {"words.py"}
"""Where sentences of the rest of the program are translated, marked elsewhere."""


@cache
def calls(path: Path) -> list[tuple[str, ast.Call]]:
    """Every call in a file, with the last part of what is called."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func
            if isinstance(name, ast.Attribute):
                found.append((name.attr, node))
            elif isinstance(name, ast.Name):
                found.append((name.id, node))
    return found


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def words(node: ast.expr) -> list[str]:
    """Literal text with letters in an argument, f-strings included."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [str(part.value) for part in parts if is_text(part)]  # type: ignore[attr-defined]
    return [
        text
        for text in texts
        if any(letter.isalpha() for letter in text) and text not in NOT_WORDS
    ]


@for_each("path", FILES, ids=lambda path: path.name)
def test_nothing_runs_a_loop_of_its_own(path: Path) -> None:
    names = {name for name, _ in calls(path)}
    assert not names & {"exec", "exec_", "processEvents"}
    if path.name not in WITHOUT_A_WINDOW:
        assert "QMessageBox" not in path.read_text("utf-8")


@for_each("path", FILES, ids=lambda path: path.name)
def test_only_whole_literal_texts_are_translated(path: Path) -> None:
    if path.name in TRANSLATED_DATA:
        return
    for name, call in calls(path):
        if name in {"tr", "translate"} and not _moves_a_painter(call):
            assert call.args, ast.unparse(call)
            assert all(is_text(each) for each in call.args), ast.unparse(call)


@for_each("path", FILES, ids=lambda path: path.name)
def test_every_word_a_person_reads_is_translated(path: Path) -> None:
    for name, call in calls(path):
        if name in TEXT_CALLS:
            found = [text for each in call.args for text in words(each)]
            assert not found, f"{name}({found})"


@for_each("path", FILES, ids=lambda path: path.name)
def test_no_signal_carries_a_plain_object(path: Path) -> None:
    # Qt sorts the keys of a dict, and refuses numbers beyond 64 bits.
    for name, call in calls(path):
        if name == "Signal":
            named = [each.id for each in call.args if isinstance(each, ast.Name)]
            assert "dict" not in named


def _moves_a_painter(call: ast.Call) -> bool:
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id == "painter"


@pytest.mark.parametrize(
    ("code", "bad"),
    [
        ('label.setText("Hello")', True),
        ('label.setText(f"Hello {name}")', True),
        ('label.setText(self.tr("Hello"))', False),
        ('label.setText(f"{a} · {b}")', False),
        ('label.setText("")', False),
    ],
)
def test_the_rule_for_words_can_fail(code: str, bad: bool) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    assert bool([text for each in call.args for text in words(each)]) is bad

"""Whoever draws text by its own hand is known, and how the veil gets there."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

from hmpush_gui import ui

PAINTS = ("paintEvent", "paint", "paintSection", "displayText", "initStyleOption")

NO_TEXT = "draws no text"
MODEL = "draws what a veiled model gives for showing"
SUPER = "draws what its class does, from texts that are replaced"
OURS = "draws texts of the program alone"
CONTENT = "draws content that is asked for under the veil"

HOW = {
    "CodeGutter": OURS,
    "CodePage": OURS,
    "CompletionDelegate": MODEL,
    "DataTree": OURS,
    "ElidedButton": SUPER,
    "ElidedCombo": SUPER,
    "ElidedLabel": SUPER,
    "LanguageDelegate": CONTENT,
    "LanguageHeader": OURS,
    "LatePage": NO_TEXT,
    "PhoneDelegate": CONTENT,
    "PreviewView": CONTENT,
    "SchematicView": CONTENT,
    "Schematic": CONTENT,
    "ShareBar": NO_TEXT,
    "SizeBar": NO_TEXT,
    "TimelineBars": NO_TEXT,
    "TwoLineDelegate": MODEL,
    "_BothEnds": MODEL,
    "_Brush": CONTENT,
    "_Named": MODEL,
    "_WholeParts": MODEL,
}
"""Name of the class → why nothing of the user's own can be read in what it draws."""


def test_each_class_that_draws_by_its_own_hand_has_its_way_under_the_veil() -> None:
    found = {each.__name__ for each in _painting()}
    assert found - HOW.keys() == set(), "say how the veil gets there"
    assert HOW.keys() - found == set(), "these draw nothing any more"


@pytest.mark.parametrize("name", [name for name, how in HOW.items() if how == CONTENT])
def test_content_is_asked_for_under_the_veil(name: str) -> None:
    """In the module itself, or in the one that makes what it draws."""
    made = {
        "PreviewView": "preview_state",
        "_Brush": "preview_state",
        "SchematicView": "drawing_painter",
        "Schematic": "drawing_painter",
    }
    (module,) = {each.__module__ for each in _painting() if each.__name__ == name}
    if name in made:
        module = f"{ui.__name__}.{made[name]}"
    source = inspect.getsource(importlib.import_module(module))
    assert any(f"{asked}(" in source for asked in ("veiled", "painted", "as_seen"))


def _painting() -> Iterator[type]:
    for info in pkgutil.iter_modules(ui.__path__):
        module = importlib.import_module(f"{ui.__name__}.{info.name}")
        for each in vars(module).values():
            if (
                inspect.isclass(each)
                and each.__module__ == module.__name__
                and any(name in vars(each) for name in PAINTS)
            ):
                yield each

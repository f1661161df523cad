"""Models give no text to be shown but under the veil."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractProxyModel,
    QModelIndex,
    QStringListModel,
    Qt,
)

import hmpush_gui
from hmpush_gui import ui
from hmpush_gui.exchange.veil import Veil
from hmpush_gui.ui import veiling
from hmpush_gui.ui.veiling import put_on, veiled, veils

BARE = {
    "TableModel": "has no data of its own",
    "SampleFilter": "gives what the veiled list behind it gives",
}


@pytest.fixture(autouse=True)
def veil_taken_off() -> Iterator[None]:
    yield
    put_on(None)


class Names(QStringListModel):
    @veils
    def data(
        self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return super().data(index, role)


def test_a_text_stays_without_a_veil() -> None:
    assert veiled("Zebra") == "Zebra"
    assert veiling.project_name("Zebra") == "Zebra"
    assert not veiling.is_on()


def test_what_is_shown_is_hidden_and_what_is_edited_stays() -> None:
    model = Names(["by Zebra"])
    put_on(Veil(frozenset({"Zebra"})))
    shown = str(model.index(0).data())
    assert shown.startswith("by project ··")
    assert model.index(0).data(Qt.ItemDataRole.EditRole) == "by Zebra"
    put_on(None)
    assert model.index(0).data() == "by Zebra"


def test_a_further_veil_knows_nothing_of_the_one_before() -> None:
    put_on(Veil(frozenset({"Zebra"})))
    assert veiled("Zebra") != "Zebra"
    put_on(Veil(frozenset({"Lion"})))
    assert veiled("Zebra") == "Zebra"


def test_a_project_of_which_only_history_tells_has_a_name_too() -> None:
    put_on(Veil())
    assert veiling.project_name("Gone").startswith("project ··")
    assert veiling.project_name("") == ""


def test_every_model_of_the_window_is_veiled() -> None:
    for module in pkgutil.iter_modules(ui.__path__):
        importlib.import_module(f"{ui.__name__}.{module.name}")
    ours = [
        each
        for each in _below(QAbstractItemModel)
        if each.__module__.startswith(hmpush_gui.__name__)
    ]
    bare = {
        each.__name__
        for each in ours
        if not getattr(each.data, "is_veiled", False) and each.__name__ not in BARE
    }
    assert bare == set(), "put @veils on their data()"
    # A class below one that is veiled has its own data, or takes what is veiled.
    assert not [each for each in ours if issubclass(each, QAbstractProxyModel)
                and "data" in vars(each)]  # fmt: skip
    assert {each.__name__ for each in ours} >= BARE.keys()


def test_no_choice_is_filled_with_a_model_of_nobody() -> None:
    """Qt's own models know no veil; entries of choices are replaced one by one."""
    found = {
        path.name
        for path in Path(ui.__path__[0]).glob("*.py")
        if re.search(r"\bQ(StringList|StandardItem)Model\(", path.read_text("utf-8"))
    }
    assert found <= {"compare_model.py"}


def _below(kind: type[QAbstractItemModel]) -> Iterator[type[QAbstractItemModel]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)

"""Models give no text to be shown but under the veil."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractProxyModel,
    QModelIndex,
    QStringListModel,
    Qt,
)

from hmpush_gui import ui
from hmpush_gui.exchange.veil import Veil
from hmpush_gui.ui import veiling
from hmpush_gui.ui.veiling import put_on, veiled, veils


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
    bare = {
        each.__name__
        for each in _below(QAbstractItemModel)
        if each.__module__.startswith(ui.__name__)
        and not issubclass(each, QAbstractProxyModel)
        and each.__name__ != "TableModel"
        and not getattr(each.data, "is_veiled", False)
    }
    assert bare == set(), "put @veils on their data()"


def _below(kind: type[QAbstractItemModel]) -> Iterator[type[QAbstractItemModel]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)

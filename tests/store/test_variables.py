import json
from pathlib import Path

import pytest

from hmpush_gui.store.errors import Damaged
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.variables import VariableStore

FILE = "variables.json"


def test_variables_come_back_by_project(tmp_path: Path) -> None:
    kept = {"a": {"shop": "旗舰店"}, "b": {"x": ""}}
    VariableStore(DataFolder(tmp_path)).save(kept)
    assert VariableStore(DataFolder(tmp_path)).load() == kept


def test_a_project_without_variables_leaves_no_trace(tmp_path: Path) -> None:
    VariableStore(DataFolder(tmp_path)).save({"a": {}, "b": {"x": "y"}})
    assert json.loads((tmp_path / FILE).read_text("utf-8")) == {"b": {"x": "y"}}


def test_there_are_none_at_first(tmp_path: Path) -> None:
    assert VariableStore(DataFolder(tmp_path)).load() == {}


@pytest.mark.parametrize("text", ["[]", '{"a": 1}', '{"a": {"b": 1}}', "{"])
def test_what_is_no_such_file_is_set_aside(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    store = VariableStore(DataFolder(tmp_path))
    with pytest.raises(Damaged):
        store.load()
    assert store.load() == {}

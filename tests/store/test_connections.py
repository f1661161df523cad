import json
from pathlib import Path

import pytest

from hmpush_gui.pushkit.connection import USUAL, Connection, ProxyUse, Trust
from hmpush_gui.pushkit.project import Project
from hmpush_gui.store.connections import ConnectionStore
from hmpush_gui.store.errors import Damaged
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.projects import ProjectStore

FULL = Connection(
    ProxyUse.OWN,
    "http://proxy.test:8080",
    True,
    "*.corp.test",
    Trust.ADD,
    "/ca.pem",
    False,
    "/me.pem",
    "/me.key",
    True,
    5,
    6,
    7,
    8,
)


def test_connections_come_back_as_they_were(tmp_path: Path) -> None:
    store = ConnectionStore(DataFolder(tmp_path))
    assert store.load() == {}
    store.save({"shop": FULL, "plain": USUAL})
    assert store.load() == {"shop": FULL}


def test_nothing_of_a_connection_is_in_the_file_of_projects(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    ConnectionStore(folder).save({"shop": FULL})
    ProjectStore(folder).save([Project("shop", "Shop")])
    text = (tmp_path / "projects.json").read_text("utf-8")
    assert "verify" not in text
    assert "proxy" not in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"proxy": "whatever"},
        {"verify": "false"},
        {"verify": 0},
        {"connect": "7"},
        {"connect": True},
        {"connect": 1.5},
    ],
)
def test_a_file_that_was_spoilt_never_turns_checks_off(
    tmp_path: Path, wrong: object
) -> None:
    (tmp_path / "connections.json").write_text(json.dumps({"shop": wrong}), "utf-8")
    store = ConnectionStore(DataFolder(tmp_path))
    with pytest.raises(Damaged):
        store.load()
    assert store.load() == {}

import pytest

from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.store.errors import Damaged
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.projects import ProjectStore

PROJECTS = [
    Project("b", "商店", Environment.FORMAL, "101", "202"),
    Project("a", "Sandbox", Environment.SANDBOX, push_host="http://127.0.0.1:8080"),
]


def test_there_are_none_at_first(folder: DataFolder) -> None:
    assert ProjectStore(folder).load() == []


def test_projects_come_back_in_their_order(folder: DataFolder) -> None:
    ProjectStore(folder).save(PROJECTS)
    assert ProjectStore(folder).load() == PROJECTS


def test_saving_none_takes_all_away(folder: DataFolder) -> None:
    ProjectStore(folder).save(PROJECTS)
    ProjectStore(folder).save([])
    assert ProjectStore(folder).load() == []


def test_an_environment_nobody_knows_is_damage(folder: DataFolder) -> None:
    folder.write_text(
        "projects.json", '[{"key": "k", "name": "n", "environment": "moon"}]'
    )
    with pytest.raises(Damaged):
        ProjectStore(folder).load()
    assert ProjectStore(folder).load() == []


def test_a_project_of_a_later_version_can_be_read(folder: DataFolder) -> None:
    folder.write_text("projects.json", '[{"key": "k", "name": "n", "icon": "x"}]')
    assert ProjectStore(folder).load() == [Project("k", "n")]

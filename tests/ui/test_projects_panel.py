from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.project import CredentialKind, Project
from hmpush_gui.ui.project_list import ProjectListModel
from hmpush_gui.ui.projects_panel import ProjectsPanel

from . import samples
from .conftest import Heard

NONE: frozenset[CredentialKind] = frozenset()


@pytest.fixture
def panel(qtbot: QtBot) -> ProjectsPanel:
    model = ProjectListModel()
    model.load([samples.SANDBOX, samples.TEST])
    panel = ProjectsPanel(model)
    model.setParent(panel)
    qtbot.addWidget(panel)
    return panel


def button(panel: ProjectsPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, f"projects.{name}")
    assert isinstance(found, QPushButton)
    return found


def details(panel: ProjectsPanel) -> str:
    label = panel.findChild(QLabel, "projects.details")
    assert isinstance(label, QLabel)
    return label.text()


@pytest.mark.parametrize(
    ("project", "own"), [(samples.SANDBOX, False), (samples.TEST, True), (None, False)]
)
def test_only_own_projects_can_be_changed(
    panel: ProjectsPanel, heard: Heard, project: Project | None, own: bool
) -> None:
    panel.show_project(project, NONE)
    edit = heard(panel.edit_wanted)
    assert button(panel, "edit").isEnabled() is own
    assert button(panel, "remove").isEnabled() is own
    panel.list.doubleClicked.emit(panel.list.currentIndex())
    assert bool(edit) is own


def test_the_project_in_force_is_marked_and_described(panel: ProjectsPanel) -> None:
    panel.show_project(samples.TEST, frozenset({CredentialKind.OAUTH}))
    assert panel.list.currentIndex().row() == 1
    assert "Project ID  101" in details(panel)
    assert "Client ID  202" in details(panel)
    assert "○  Service account (v1, v2, v3)" in details(panel)
    assert "✓  Client secret (v1, v2)" in details(panel)
    panel.show_project(None, NONE)
    assert details(panel) == ""


def test_what_is_gone_at_the_end_is_said(panel: ProjectsPanel) -> None:
    panel.show_project(replace(samples.TEST, memory_only=True), NONE)
    assert "Kept until the program ends only" in details(panel)
    panel.show_project(samples.TEST, NONE)
    assert "program ends" not in details(panel)


def test_the_sandbox_says_what_it_is(panel: ProjectsPanel) -> None:
    panel.show_project(samples.SANDBOX, NONE)
    assert "Push Kit on this computer" in details(panel)


def test_choosing_a_row_tells_its_key(panel: ProjectsPanel, heard: Heard) -> None:
    panel.show_project(samples.SANDBOX, NONE)
    chosen = heard(panel.chosen)
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    assert chosen == [(samples.TEST.key,)]


def test_each_button_says_what_is_wanted(panel: ProjectsPanel, heard: Heard) -> None:
    panel.show_project(samples.TEST, NONE)
    wanted = [
        heard(panel.new_wanted),
        heard(panel.edit_wanted),
        heard(panel.remove_wanted),
    ]
    for name in ("new", "edit", "remove"):
        button(panel, name).click()
    assert [len(each) for each in wanted] == [1, 1, 1]


def test_it_says_where_secrets_are_kept(panel: ProjectsPanel) -> None:
    panel.show_place("Secrets are in the system keyring.")
    place = panel.findChild(QLabel, "projects.secret_place")
    assert isinstance(place, QLabel)
    assert place.text() == "Secrets are in the system keyring."

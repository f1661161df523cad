from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.project_dialog import ProjectDialog

from . import samples
from .conftest import Heard


def dialogs(window: MainWindow) -> list[ProjectDialog]:
    return window.findChildren(ProjectDialog)


def press(window: MainWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_a_new_project_is_put_in_force_with_its_credentials(
    window: MainWindow, heard: Heard
) -> None:
    changed = heard(window.editing.projects_changed)
    given = heard(window.editing.credential_given)
    new = Project("new", "New", Environment.TEST, "9", "8")
    client = OAuthClient("8", "secret")
    window.editing.save(new, [client])
    assert window.choice.project == new
    assert window.choice.at_hand == {CredentialKind.OAUTH}
    assert given == [("new", client)]
    assert changed == [([samples.TEST, samples.FORMAL, new],)]


def test_a_project_made_formal_in_the_dialog_asks_before_sending(
    shown: MainWindow, heard: Heard
) -> None:
    opened = heard(shown.gate.opened)
    shown.editing.edit()
    dialog = dialogs(shown)[0]
    dialog.environment.setCurrentIndex(1)
    save = dialog.findChild(QPushButton, "project.save")
    assert isinstance(save, QPushButton)
    save.click()
    assert shown.strip.environment.text() == "FORMAL"
    shown.gate.send()
    assert shown.confirm.isVisible()
    assert not opened


def test_without_a_new_credential_none_is_given(
    window: MainWindow, heard: Heard
) -> None:
    given = heard(window.editing.credential_given)
    window.editing.save(replace(samples.TEST, name="Renamed"), [])
    assert window.choice.at_hand == frozenset(CredentialKind)
    assert not given


@pytest.mark.parametrize(
    ("key", "opens"), [(samples.SANDBOX.key, False), (samples.TEST.key, True)]
)
def test_the_sandbox_cannot_be_edited_or_forgotten(
    shown: MainWindow, key: str, opens: bool
) -> None:
    shown.choice.choose(key)
    shown.editing.edit()
    assert bool(dialogs(shown)) is opens
    shown.editing.forget()
    assert shown.confirm.isVisible() is opens


def test_forgetting_asks_and_drops_the_credentials(
    window: MainWindow, heard: Heard
) -> None:
    changed = heard(window.editing.projects_changed)
    forgotten = heard(window.editing.project_forgotten)
    window.editing.forget()
    assert not forgotten
    press(window, "confirm.go")
    assert forgotten == [(samples.TEST.key,)]
    assert changed[-1] == ([samples.FORMAL],)
    assert window.choice.project == samples.SANDBOX
    assert window.choice.at_hand_for(samples.TEST.key) == frozenset()


def test_cancel_forgets_nothing(window: MainWindow, heard: Heard) -> None:
    forgotten = heard(window.editing.project_forgotten)
    window.editing.forget()
    press(window, "confirm.cancel")
    assert not forgotten
    assert window.choice.project == samples.TEST


def test_a_new_project_starts_empty(window: MainWindow) -> None:
    window.editing.new()
    assert dialogs(window)[0].name.text() == ""

"""What is done in which project, and what the guide can do in the window."""

import pytest
from PySide6.QtWidgets import QPushButton

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.setup_state import Proof, mark_of
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.project_dialog import ProjectDialog

from . import samples
from .conftest import Heard, focused

SHOP = samples.TEST.key


def is_done(window: MainWindow, step: str) -> bool:
    return mark_of(step, window.setup.known(), window.setup.ticked).done


def without_projects(window: MainWindow) -> None:
    window.load_projects([samples.SANDBOX], samples.devices(1, "sandbox"), "sandbox")


def test_it_is_about_the_users_own_project_in_force(window: MainWindow) -> None:
    assert window.setup.project == samples.TEST
    window.choose_project(samples.FORMAL.key)
    assert window.setup.project == samples.FORMAL
    window.choose_project(samples.SANDBOX.key)
    assert window.setup.project == samples.FORMAL
    window.setup.choose(SHOP)
    assert window.setup.project == samples.TEST
    without_projects(window)
    assert window.setup.project is None


def test_it_knows_ids_keys_and_tokens(window: MainWindow) -> None:
    known = window.setup.known()
    assert (known.tokens, known.location) == (1, "China")
    for step in ("ids", "key", "token"):
        assert is_done(window, step)
    assert not is_done(window, "test")


def test_an_accepted_push_ticks_its_step(window: MainWindow, heard: Heard) -> None:
    changed = heard(window.setup.changed)
    note = window.setup.note
    note(samples.TEST, samples.message(), samples.rejected("token-1"))
    assert not is_done(window, "test")
    note(samples.SANDBOX, samples.message(), samples.accepted("token-1"))
    assert is_done(window, "sandbox")
    assert not is_done(window, "test")
    note(samples.TEST, samples.message(), samples.accepted("token-1"))
    assert is_done(window, "test")
    assert is_done(window, "enable")
    assert not is_done(window, "formal")
    before = len(changed)
    note(samples.TEST, samples.message(), samples.accepted("token-1"))
    assert len(changed) == before
    note(samples.TEST, samples.message(test=False), samples.accepted("token-1"))
    assert is_done(window, "formal")
    window.choose_project(samples.FORMAL.key)
    assert not is_done(window, "test")


def test_history_counts_too(window: MainWindow, heard: Heard) -> None:
    asked = heard(window.setup.proofs_wanted)
    window.setup.show()
    window.setup.show()
    assert len(asked) == 1
    window.setup.load({SHOP: frozenset({Proof.FORMAL})})
    assert is_done(window, "formal")


def test_ticks_are_kept_for_each_project(window: MainWindow, heard: Heard) -> None:
    told = heard(window.settings_changed)
    window.setup.tick("right", on=True)
    window.setup.tick("enable", on=True)
    window.setup.tick("enable", on=False)
    assert len(told) == 3
    window.setup.choose(samples.FORMAL.key)
    assert not is_done(window, "right")
    kept = dict(window.remembered.settings())
    assert kept["setup.shop"] == "right"
    window.setup.choose(SHOP)
    window.setup.tick("right", on=False)
    window.remembered.apply_settings(kept)
    assert is_done(window, "right")


def test_ticks_from_before_the_first_project_count_for_it(window: MainWindow) -> None:
    without_projects(window)
    window.setup.tick("enable", on=True)
    window.editing.save(Project("new", "New"), [])
    assert is_done(window, "enable")
    window.setup.tick("enable", on=False)
    assert not is_done(window, "enable")


@pytest.mark.parametrize("own", [True, False])
def test_the_guide_is_in_the_strip_with_a_project_and_without(
    shown: MainWindow, own: bool
) -> None:
    if not own:
        without_projects(shown)
    assert shown.strip.guide.isVisible()
    shown.strip.guide.click()
    dialog = shown.findChild(QPushButton, "setup.next")
    assert isinstance(dialog, QPushButton)
    assert dialog.isVisible()


def test_the_panel_of_projects_leads_to_it_too(shown: MainWindow) -> None:
    button = shown.projects_panel.findChild(QPushButton, "projects.guide")
    assert isinstance(button, QPushButton)
    button.click()
    assert shown.findChild(QPushButton, "setup.next")


def test_it_opens_the_project(shown: MainWindow) -> None:
    shown.choose_project(samples.SANDBOX.key)
    shown.setup.act("edit_project")
    assert shown.choice.key == SHOP
    dialog = shown.findChild(ProjectDialog)
    assert isinstance(dialog, ProjectDialog)
    assert dialog.name.text() == "Shop"


def test_without_one_it_makes_a_new_project_and_nothing_else(
    shown: MainWindow,
) -> None:
    without_projects(shown)
    shown.setup.act("paste_tokens")
    assert shown.choice.key == samples.SANDBOX.key
    shown.setup.act("edit_project")
    dialog = shown.findChild(ProjectDialog)
    assert isinstance(dialog, ProjectDialog)
    assert dialog.name.text() == ""


def test_tokens_are_pasted_into_the_project(shown: MainWindow) -> None:
    shown.choose_project(samples.SANDBOX.key)
    shown.setup.act("paste_tokens")
    assert shown.choice.key == SHOP
    assert focused() is shown.devices_panel.entry.field


def test_the_first_push_is_a_test(shown: MainWindow) -> None:
    shown.document.replace(samples.message(test=False), "x")
    shown.setup.act("go_test")
    assert shown.document.message.is_test
    assert focused() is shown.strip.send
    shown.setup.act("go_formal")
    assert shown.document.message.is_test
    assert focused() is shown.strip.test


def test_an_older_message_does_not_become_a_dry_run(shown: MainWindow) -> None:
    shown.document.replace(kind("v1-notification").message(), "x")
    shown.setup.act("go_test")
    assert not shown.document.message.is_test


@pytest.mark.parametrize("action", ["send_sample", "edit_project"])
def test_some_things_need_no_project(window: MainWindow, action: str) -> None:
    without_projects(window)
    assert window.setup.can(action)
    assert not window.setup.can("go_test")


def test_a_new_token_is_rehearsed_on_the_sandbox(shown: MainWindow) -> None:
    shown.setup.act("rehearse_token")
    assert shown.choice.key == samples.SANDBOX.key
    assert shown.panes.side.currentWidget() is shown.panels.devices
    assert "install" in "\n".join(shown.notices.texts()).lower()

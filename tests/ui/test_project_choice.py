import pytest

from hmpush_gui.pushkit.project import CredentialKind
from hmpush_gui.ui.project_choice import ProjectChoice
from hmpush_gui.ui.project_list import ProjectListModel

from . import samples
from .conftest import Heard

OAUTH = frozenset({CredentialKind.OAUTH})


@pytest.fixture
def choice(qapp: object) -> ProjectChoice:
    assert qapp
    projects = ProjectListModel()
    choice = ProjectChoice(projects)
    projects.setParent(choice)
    projects.load([samples.SANDBOX, samples.TEST])
    return choice


def test_nothing_is_in_force_before_anything_was_chosen(choice: ProjectChoice) -> None:
    assert (choice.project, choice.key, choice.waiting) == (None, "", "")
    assert choice.at_hand == frozenset()
    assert not choice.is_own


@pytest.mark.parametrize(
    ("key", "chosen"),
    [
        (samples.TEST.key, samples.TEST),
        ("gone", samples.SANDBOX),
        ("", samples.SANDBOX),
    ],
)
def test_an_unknown_key_chooses_the_first_project(
    choice: ProjectChoice, heard: Heard, key: str, chosen: object
) -> None:
    said, changed = heard(choice.chosen), heard(choice.changed)
    choice.choose(key)
    assert choice.project == chosen
    assert len(said) == len(changed) == 1


def test_without_projects_none_is_in_force(qapp: object) -> None:
    choice = ProjectChoice(ProjectListModel())
    choice.choose("any")
    assert choice.project is None


def test_the_sandbox_is_not_the_users_own(choice: ProjectChoice) -> None:
    choice.choose(samples.SANDBOX.key)
    assert not choice.is_own
    choice.choose(samples.TEST.key)
    assert choice.is_own


def test_credentials_and_readiness_are_kept_for_each_project(
    choice: ProjectChoice, heard: Heard
) -> None:
    choice.choose(samples.TEST.key)
    changed = heard(choice.changed)
    choice.set_credentials(samples.TEST.key, OAUTH)
    choice.set_waiting(samples.SANDBOX.key, "Starting…")
    assert (choice.at_hand, choice.waiting) == (OAUTH, "")
    assert choice.at_hand_for(samples.SANDBOX.key) == frozenset()
    choice.choose(samples.SANDBOX.key)
    assert (choice.at_hand, choice.waiting) == (frozenset(), "Starting…")
    assert len(changed) == 3

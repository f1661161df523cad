from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hmpush_gui.pushkit.project import Environment
from hmpush_gui.ui.project_list import (
    ProjectListModel,
    ProjectRole,
    environment_icon,
)

from . import samples
from .conftest import Sound


@pytest.fixture
def model(qapp: object) -> ProjectListModel:
    assert qapp
    model = ProjectListModel()
    model.load([samples.SANDBOX, samples.TEST])
    return model


def test_the_model_stays_sound_through_every_change(sound: Sound, qapp: object) -> None:
    model = ProjectListModel()
    sound(model)
    model.load([samples.SANDBOX, samples.TEST])
    sound(model)
    model.put(samples.FORMAL)
    sound(model)
    model.put(replace(samples.TEST, name="Renamed"))
    sound(model)
    model.remove(samples.SANDBOX.key)
    sound(model)
    model.load([])
    sound(model)


def test_a_project_is_named_with_the_word_of_its_environment(
    model: ProjectListModel,
) -> None:
    model.put(samples.FORMAL)
    assert samples.column(model) == ["Sandbox", "Shop (TEST)", "Live shop (FORMAL)"]


def test_a_role_hands_out_the_project(model: ProjectListModel) -> None:
    assert model.index(1).data(ProjectRole.PROJECT) == samples.TEST
    assert not model.index(1).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index(1).data(Qt.ItemDataRole.UserRole + 9) is None
    assert model.data(model.index(9)) is None


def test_a_project_has_nothing_under_it(model: ProjectListModel) -> None:
    assert model.rowCount(model.index(0)) == 0


def test_putting_a_known_key_replaces_the_project(model: ProjectListModel) -> None:
    assert model.put(replace(samples.TEST, name="Renamed")) == 1
    assert samples.column(model) == ["Sandbox", "Renamed (TEST)"]
    assert model.put(samples.FORMAL) == 2


def test_a_project_is_found_and_removed_by_key(model: ProjectListModel) -> None:
    assert model.row_of("nobody") is None
    model.remove("nobody")
    model.remove(samples.SANDBOX.key)
    assert model.projects() == [samples.TEST]
    assert model.row_of(samples.TEST.key) == 0


@pytest.mark.parametrize("environment", Environment)
def test_every_environment_has_a_dot_of_its_colour(
    environment: Environment, qapp: object
) -> None:
    from hmpush_gui.ui.theme import LIGHT

    dot = environment_icon(environment).pixmap(14, 14).toImage()
    centre = dot.pixelColor(dot.width() // 2 - 1, dot.height() // 2 - 1)
    assert centre.name() == LIGHT.environments[environment]

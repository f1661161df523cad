from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.store.plain import from_plain, json_object, json_text, to_plain


@given(
    st.builds(
        Project,
        key=st.text(),
        name=st.text(),
        environment=st.sampled_from(Environment),
        project_id=st.text(),
    )
)
def test_a_project_comes_back_as_it_was(project: Project) -> None:
    back = from_plain(Project, to_plain(project))
    assert back == project
    assert isinstance(back.environment, Environment)


@given(st.builds(Device, tags=st.just(()), last=st.none()))
def test_a_device_of_an_earlier_version_is_read(device: Device) -> None:
    flat = {
        name: value
        for name, value in to_plain(device).items()
        if isinstance(value, str | bool)
    }
    assert from_plain(Device, flat) == device


def test_missing_keys_take_defaults_and_strange_ones_are_left_out() -> None:
    plain = {"token": "t", "label": "l", "project": "p", "battery": 80}
    assert from_plain(Device, plain) == Device("t", "l", "p", chosen=True)


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        "text",
        {},
        {"key": "k"},
        {"key": "k", "name": 7},
        {"key": "k", "name": None},
        {"key": "k", "name": "n", "environment": "moon"},
        {"key": "k", "name": "n", "environment": []},
    ],
)
def test_anything_else_is_refused(plain: Any) -> None:
    with pytest.raises(ValueError, match=r"no|not"):
        from_plain(Project, plain)


@pytest.mark.parametrize("chosen", ["true", 1, None])
def test_a_truth_value_is_not_guessed(chosen: object) -> None:
    plain = {"token": "t", "label": "l", "project": "p", "chosen": chosen}
    with pytest.raises(ValueError, match="bool"):
        from_plain(Device, plain)


def test_objects_and_texts_are_told_from_the_rest() -> None:
    assert json_object({"a": 1}) == {"a": 1}
    assert json_text("a") == "a"
    wrong: object
    for wrong in (None, 1, True, []):
        with pytest.raises(ValueError, match="object"):
            json_object(wrong)
        with pytest.raises(ValueError, match="text"):
            json_text(wrong)

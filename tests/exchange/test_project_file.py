"""A shared project holds no secret, and no way around a check."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.project_file import (
    KEYS,
    LEFT_OUT,
    read_project,
    write_project,
)
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.project import Environment, Project

PROJECT = Project(
    "key",
    "Shop 店",
    Environment.FORMAL,
    "101",
    "202",
    "https://push.example",
    region="x",
)


def test_a_project_comes_back_as_a_new_one() -> None:
    back = read_project(write_project(PROJECT))
    assert back.key != PROJECT.key
    assert replace(back, key="key") == PROJECT


def test_every_field_is_either_shared_or_this_computers_own() -> None:
    # A new field must be put on one of the lists, or it stays out.
    assert {*KEYS.values()} | LEFT_OUT == {each.name for each in fields(Project)}
    assert not {*KEYS.values()} & LEFT_OUT


def test_a_file_holds_nothing_but_the_list() -> None:
    content = json.loads(write_project(replace(PROJECT, memory_only=True)))
    assert content.keys() == {"format", *KEYS}
    words = write_project(PROJECT).lower()
    for never in ("secret", "private", "verif", "tls", "proxy", "password"):
        assert never not in words


@given(user=st.text("abcXYZ019", min_size=6), word=st.text("defUVW345", min_size=6))
def test_a_password_in_an_address_stays_here(user: str, word: str) -> None:
    host = f"https://{user}:{word}@push.example:8443/x?key={word}#{word}"
    text = write_project(replace(PROJECT, push_host=host, oauth_host=host))
    assert word not in text
    assert user not in text
    assert read_project(text).push_host == "https://push.example:8443/x"


def test_a_secret_in_a_name_is_hidden() -> None:
    text = write_project(replace(PROJECT, name="Shop secret=hunter2hunter2"))
    assert "hunter2" not in text


def test_what_stands_beside_is_not_believed() -> None:
    content = json.loads(write_project(PROJECT))
    content |= {"memory_only": True, "key": "sandbox", "verify": False, "clientId": 5}
    back = read_project(json.dumps(content))
    assert (back.memory_only, back.client_id) == (False, "")
    assert back.key != "sandbox"


def test_no_file_brings_a_sandbox() -> None:
    text = write_project(PROJECT).replace('"formal"', '"sandbox"')
    assert read_project(text).environment is Environment.TEST


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "[" * 50_000, '{"format": "other"}', "null", "\0"]
)
def test_any_other_file_is_refused(text: str) -> None:
    with pytest.raises(DocumentError, match="no project file"):
        read_project(text)


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    with pytest.raises(DocumentError):
        read_project(text)

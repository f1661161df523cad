from collections.abc import Iterator

import pytest

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.fields import Field, fields
from hmpush_gui.pushkit.kinds import Kind, kind, kinds
from hmpush_gui.pushkit.reference import categories
from hmpush_gui.pushkit.schemas import label

KINDS = kinds()
TABS = ("content", "action", "data", "delivery")


def _all_fields(each: Kind) -> list[Field]:
    return [field for tab in TABS for field in fields(each, tab)]


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_every_field_has_words_and_a_source(each: Kind) -> None:
    for field in _all_fields(each):
        assert field.title
        assert field.description, field.path
        assert field.schema["x-source"], field.path
        assert label(each.schema, field.path) == field.title


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_no_field_stands_on_two_tabs(each: Kind) -> None:
    paths = [field.path for field in _all_fields(each)]
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_every_leaf_of_a_blank_message_can_be_edited(each: Kind) -> None:
    paths = {field.path for field in _all_fields(each)}
    data = each.data_path
    leaves = {
        path
        for path in _leaf_paths(each.blank, ())
        if path[: len(data)] != data or path in paths
    }
    assert leaves <= paths


def _leaf_paths(value: object, path: Path) -> Iterator[Path]:
    if not isinstance(value, dict):
        yield path
        return
    for key, child in value.items():
        yield from _leaf_paths(child, (*path, key))


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_names_of_choices_fit_the_choices(each: Kind) -> None:
    for field in _all_fields(each):
        if "x-names" in field.schema:
            values = field.schema.get("enum") or field.schema["x-suggestions"]
            assert len(field.schema["x-names"]) == len(values)


def test_a_data_message_offers_no_field_of_a_notification() -> None:
    shown = {field.path for field in _all_fields(kind("v1-notification"))}
    hidden = {field.path for field in _all_fields(kind("v1-data"))}
    assert ("message", "notification", "title") in shown - hidden
    assert hidden < shown


def test_the_fields_that_push_kit_requires_are_marked() -> None:
    required = {
        field.path[-1] for field in _all_fields(kind("v3-alert")) if field.required
    }
    assert required == {"category", "title", "body", "actionType"}


# Facts B.5, B.4: versions and rights that values need.
@pytest.mark.parametrize(
    ("key", "name", "since", "right"),
    [
        ("v3-alert", "overlayIcon", "6.1.0(23)", ""),
        ("v3-alert", "priorityScene", "", "priority-notification"),
        ("v3-alert", "category", "", "self-classification"),
        ("v3-alert", "title", "", ""),
        ("v3-speech", "category", "", "text-to-speech"),
        ("v3-background", "backgroundMode", "", "im-background"),
        ("v3-live-view", "event", "", "live-view"),
        ("v1-data", "urgency", "", "high-priority-data"),
    ],
)
def test_a_field_says_which_version_and_right_it_needs(
    key: str, name: str, since: str, right: str
) -> None:
    field = next(each for each in _all_fields(kind(key)) if each.path[-1] == name)
    assert (field.since, field.right) == (since, right)


# Facts K 12, K 13.
def test_old_values_are_not_offered() -> None:
    offered = {
        field.path[-1]: field.schema["enum"]
        for field in _all_fields(kind("v1-notification"))
        if "enum" in field.schema
    }
    assert offered["style"] == [0, 1, 3]
    assert offered["importance"] == ["NORMAL", "LOW"]
    assert offered["type"] == [3, 1, 2]
    known = _all_fields(kind("v1-notification"))
    names = {field.path[-1] for field in known if not field.old}
    assert not names & {"auto_clear", "auto_cancel", "local_only", "rich_resource"}


@pytest.mark.parametrize(
    ("key", "inside", "outside"),
    [
        ("v1-notification", "click_action", "link"),
        ("v1-webpush", "link", "click_action"),
        ("v1-apns", "hms_options", "webpush"),
        ("v2-data", "android", "apns"),
    ],
)
def test_each_shape_has_its_own_fields(key: str, inside: str, outside: str) -> None:
    keys = {part for field in _all_fields(kind(key)) for part in field.path}
    assert inside in keys
    assert outside not in keys


def test_the_categories_a_form_suggests_are_known() -> None:
    known = {each.name for each in categories()}
    for key in ("v3-alert", "v1-notification"):
        (field,) = [
            each for each in _all_fields(kind(key)) if each.path[-1] == "category"
        ]
        assert set(field.schema["x-suggestions"]) <= known

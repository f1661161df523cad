from collections.abc import Iterator

import pytest

from hmpush_gui.pushkit.document import Path, encode, write
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.reference import (
    Field,
    Kind,
    fields,
    kind,
    kind_of,
    kinds,
    label,
    limits,
    schema,
)

KINDS = kinds()
TABS = ("content", "action", "data", "delivery")


def _all_fields(each: Kind) -> list[Field]:
    return [field for tab in TABS for field in fields(each, tab)]


# Facts D.
def test_the_limits_are_those_of_the_facts() -> None:
    numbers = limits()
    assert numbers["body_bytes"] == 4096
    assert numbers["tokens"] == 1000
    assert numbers["test_tokens"] == 10
    assert numbers["ttl_seconds"] == 1_296_000
    assert numbers["jwt_seconds"] == 3600
    assert numbers["jwt_max_seconds"] == 86400


def test_the_caps_of_a_message_are_those_of_the_limits() -> None:
    message = Message(Api.V3, "0", {})
    test = Message(Api.V3, "0", {"pushOptions": {"testMessage": True}})
    assert message.token_cap == limits()["tokens"]
    assert test.token_cap == limits()["test_tokens"]


@pytest.mark.parametrize("name", ["v3-0", "v3-6"])
def test_the_time_to_live_of_the_schemas_is_that_of_the_limits(name: str) -> None:
    options = schema(name)["properties"]["pushOptions"]["properties"]
    assert options["ttl"]["maximum"] == limits()["ttl_seconds"]


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_a_new_message_is_of_its_own_kind(each: Kind) -> None:
    message = each.message()
    assert kind_of(message) == each
    assert message.api is each.api
    assert encode(message).size < limits()["body_bytes"]


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_the_test_switch_of_a_kind_makes_a_test_message(each: Kind) -> None:
    blank = each.blank
    on = Message(each.api, each.push_type, write(blank, each.test_path, True))
    off = Message(each.api, each.push_type, write(blank, each.test_path, None))
    assert on.is_test
    assert not off.is_test


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_the_data_of_a_kind_is_a_field_of_its_data_tab(each: Kind) -> None:
    (field,) = fields(each, "data")
    assert field.path == each.data_path
    assert field.schema["type"] == ("string" if each.data_is_text else "object")


def test_keys_of_kinds_are_unique_and_find_them() -> None:
    assert len({each.key for each in KINDS}) == len(KINDS)
    assert [kind(each.key) for each in KINDS] == list(KINDS)


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        kind("v4-telepathy")


NOTIFICATION: Json = {"title": "a", "body": "b"}


@pytest.mark.parametrize(
    ("api", "push_type", "document", "key"),
    [
        (Api.V3, "0", {}, "v3-alert"),
        (Api.V3, "6", {}, "v3-background"),
        (Api.V3, "6", {"payload": {"notification": NOTIFICATION}}, "v3-background"),
        # A push-type that cannot be composed yet.
        (Api.V3, "7", {}, "v3-alert"),
        (Api.V3, "", {}, "v3-alert"),
        (Api.V1, "", {"message": {"notification": NOTIFICATION}}, "v1-notification"),
        (Api.V1, "", {"message": {"data": "{}"}}, "v1-data"),
        (Api.V2, "", {"message": {"data": "{}"}}, "v2-data"),
        (
            Api.V2,
            "",
            {"message": {"data": "{}", "notification": NOTIFICATION}},
            "v2-notification",
        ),
        (
            Api.V1,
            "",
            {"message": {"data": "{}", "android": {"notification": {}}}},
            "v1-notification",
        ),
        (Api.V1, "", {"message": {"data": "{}", "android": {"ttl": "1"}}}, "v1-data"),
        (Api.V1, "", {"message": {"data": "{}", "android": []}}, "v1-data"),
        (Api.V1, "", {"message": {}}, "v1-notification"),
        (Api.V1, "", {"message": []}, "v1-notification"),
        (Api.V1, "", {}, "v1-notification"),
        # The push-type header means nothing to v1 and v2.
        (Api.V1, "6", {"message": {"notification": NOTIFICATION}}, "v1-notification"),
    ],
)
def test_the_kind_follows_push_type_or_shape(
    api: Api, push_type: str, document: Json, key: str
) -> None:
    assert kind_of(Message(api, push_type, document)).key == key


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
    assert set(_leaf_paths(each.blank, ())) <= paths


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
            assert len(field.schema["x-names"]) == len(field.schema["enum"])


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


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("payload", "notification", "title"), "Title"),
        (("payload", "notification", "badge", "addNum"), "Add to badge"),
        (("payload", "notification", "somethingNew"), "somethingNew"),
        (("extra", "deep"), "deep"),
        ((), "Notification (alert)"),
    ],
)
def test_a_value_is_called_as_its_schema_says_or_by_its_key(
    path: tuple[str, ...], words: str
) -> None:
    assert label("v3-0", path) == words

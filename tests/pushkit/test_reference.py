import re
from collections.abc import Iterator

import pytest

from hmpush_gui import assets
from hmpush_gui.pushkit.document import Path, encode, write
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.reference import (
    Field,
    Kind,
    categories,
    fields,
    kind,
    kind_of,
    kinds,
    label,
    limit_words,
    limits,
    regions,
    rights,
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


# Facts B.4, C.4.
@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_the_caps_of_a_kind_are_those_of_its_messages(each: Kind) -> None:
    plain = Message(each.api, each.push_type, write(each.blank, each.test_path, None))
    test = Message(each.api, each.push_type, write(each.blank, each.test_path, True))
    assert (plain.token_cap, test.token_cap) == (each.tokens, each.test_tokens)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_limit_says_what_it_means(language: str) -> None:
    words = limit_words(language)
    assert words.keys() == limits().keys()
    assert all(words.values())


@pytest.mark.parametrize("name", ["v3-0", "v3-1", "v3-2", "v3-6", "v3-7", "v3-10"])
def test_the_time_to_live_of_the_schemas_is_that_of_the_limits(name: str) -> None:
    options = schema(name)["properties"]["pushOptions"]["properties"]
    assert options["ttl"]["maximum"] == limits()["ttl_seconds"]


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_a_new_message_is_of_its_own_kind(each: Kind) -> None:
    message = each.message()
    assert kind_of(message) == each
    assert message.api is each.api
    assert encode(message).size < limits()["body_bytes"]


# Facts B.2, A.4: what draws no notification says what happens instead.
@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_a_kind_says_what_the_phone_does(each: Kind) -> None:
    silent = {"background", "widget", "live-view", "call", "data"}
    assert each.shows_notification is (each.shape not in silent)
    assert len(each.effect) > 50
    assert not each.right or each.right in rights()


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
        (Api.V3, "1", {}, "v3-widget"),
        (Api.V3, "2", {}, "v3-speech"),
        (Api.V3, "7", {}, "v3-live-view"),
        (Api.V3, "10", {}, "v3-call"),
        # A push-type that does not exist.
        (Api.V3, "3", {}, "v3-alert"),
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
        (Api.V1, "", {"message": {"webpush": {}}}, "v1-webpush"),
        (Api.V1, "", {"message": {"webpush": {}, "apns": {}}}, "v1-webpush"),
        (Api.V2, "", {"message": {"notification": {}, "apns": {}}}, "v2-apns"),
        # A message for phones stays one, whoever else gets it.
        (
            Api.V2,
            "",
            {"message": {"android": {"notification": {}}, "apns": {}}},
            "v2-notification",
        ),
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


SCHEMAS = sorted({each.schema for each in KINDS})


def _nodes(node: Json, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Every value a schema describes, entries of lists included."""
    for key, child in node.get("items", node).get("properties", {}).items():
        yield (*path, key), child
        yield from _nodes(child, (*path, key))


LEAVES = [
    (name, path, node)
    for name in SCHEMAS
    for path, node in _nodes(schema(name))
    if "properties" not in node
]


def _walk_json(value: object) -> Iterator[Json]:
    """Every object in `value`, however deep."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for child in value if isinstance(value, list) else ():
        yield from _walk_json(child)


PATTERNS = sorted(
    {
        node["pattern"]
        for name in SCHEMAS
        for node in _walk_json(schema(name))
        if isinstance(node.get("pattern"), str)
    }
)


@pytest.mark.parametrize("name", SCHEMAS)
def test_nobody_meets_a_reference(name: str) -> None:
    for node in _walk_json(schema(name)):
        assert "$ref" not in node
        assert "$defs" not in node


@pytest.mark.parametrize(
    ("name", "path", "node"), LEAVES, ids=[f"{row[0]} {row[1][-1]}" for row in LEAVES]
)
def test_every_value_is_described(name: str, path: Path, node: Json) -> None:
    assert node["title"]
    assert node["description"].rstrip().endswith((".", ")"))
    assert node["x-source"]
    assert node.get("examples") or "enum" in node or node["type"] == "boolean"
    assert node.get("x-right", "") in {"", *rights()}
    assert "{" not in node["title"] + node.get("x-form", "")


@pytest.mark.parametrize(
    ("name", "path", "node"), LEAVES, ids=[f"{row[0]} {row[1][-1]}" for row in LEAVES]
)
def test_the_examples_of_a_value_are_right(name: str, path: Path, node: Json) -> None:
    # Imported here: it takes its time, and only these tests need it.
    from jsonschema import Draft202012Validator

    for example in [*node.get("examples", ()), *_defaults(node)]:
        assert Draft202012Validator(node).is_valid(example), example


def _defaults(node: Json) -> list[object]:
    return [node["default"]] if "default" in node else []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_pattern_takes_a_line_break_at_the_end(pattern: str) -> None:
    # `$` alone lets one through in Python, and editors know no `\\Z`.
    assert not re.search(r"\$(?!\(\?!|\||\))", pattern)
    assert not pattern.endswith("$")
    assert "\\Z" not in pattern


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
    names = {field.path[-1] for field in _all_fields(kind("v1-notification"))}
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


def test_what_stands_in_a_list_is_called_as_in_its_entries() -> None:
    buttons = ("message", "android", "notification", "buttons")
    assert label("legacy", buttons) == "Buttons"
    assert label("legacy", (*buttons, "name")) == "Button"


# Facts C.2.
def test_only_marketing_needs_no_right() -> None:
    free = {each.name for each in categories() if not each.right}
    assert free == {"MARKETING", "CUSTOMER_SERVICE"}
    assert {each.right for each in categories()} - {""} <= set(rights())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_category_says_what_it_is_for(language: str) -> None:
    for each in categories(language):
        assert each.title
        assert each.meant_for
        assert each.phone
        assert each.quota


def test_the_categories_a_form_suggests_are_known() -> None:
    known = {each.name for each in categories()}
    for key in ("v3-alert", "v1-notification"):
        (field,) = [
            each for each in _all_fields(kind(key)) if each.path[-1] == "category"
        ]
        assert set(field.schema["x-suggestions"]) <= known


# Facts E.
def test_only_china_has_documented_hosts() -> None:
    assert {each.key: each.documented for each in regions()} == {
        "china": True,
        "germany": False,
        "singapore": False,
        "russia": False,
    }
    for each in regions("zh"):
        assert each.push_host.startswith("https://push-api.")
        assert each.oauth_host.startswith("https://oauth-login.")
        assert each.documented or "未公开" in each.note
    assert "not documented" in regions()[1].note.lower()


def test_an_unknown_language_falls_back_to_english() -> None:
    assert regions("fr") == regions("en")
    assert categories("fr") == categories("en")
    assert rights("fr") == rights("en")
    assert limit_words("fr") == limit_words("en")


@pytest.mark.parametrize(
    "name", ["codes", "kinds", "limits", "hosts", "categories", "schema/common"]
)
def test_each_file_names_its_source(name: str) -> None:
    content = assets.read_json(f"pushkit/{name}.json")
    assert content.get("source") or content["x-source"]

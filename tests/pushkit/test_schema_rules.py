from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.kinds import Kind, kinds
from hmpush_gui.pushkit.message import Json, Message
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.schema_rules import schema_problems
from hmpush_gui.pushkit.schemas import schema
from tests.cases import for_each

from .fakes import good_message

ALERT: Path = ("payload", "notification")
OPTIONS: Path = ("pushOptions",)
ANDROID: Path = ("message", "android")
LEGACY: Path = ("message", "android", "notification")
GENERAL: Path = ("message", "notification")


def _with(kind_key: str, path: Path, value: object) -> list[Problem]:
    message = good_message(kind_key)
    document = write(message.document, path, value)
    return list(
        schema_problems(Message(message.api, message.push_type, document)),
    )


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.key)
def test_a_filled_message_breaks_no_schema(each: Kind) -> None:
    assert list(schema_problems(good_message(each.key))) == []


# kind, path, value, rule, sentence, code
BROKEN: list[tuple[str, Path, object, str, str, str]] = [
    ("v3-alert", (*ALERT, "title"), None, "required", "Title is missing.", "80100003"),
    ("v3-alert", (*ALERT, "body"), None, "required", "Text is missing.", "80100003"),
    (
        "v3-alert",
        (*ALERT, "category"),
        None,
        "required",
        "Category is missing.",
        "80100003",
    ),
    ("v3-alert", (*ALERT, "title"), "", "minLength", "Title is empty.", "80100003"),
    ("v3-alert", (*ALERT, "body"), "", "minLength", "Text is empty.", "80100003"),
    (
        "v3-alert",
        (*ALERT, "title"),
        5,
        "type",
        "Title should be a text in quotes.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "notifyId"),
        "7",
        "type",
        "Notify ID should be a whole number.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "notifyId"),
        True,
        "type",
        "Notify ID should be a whole number.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "foregroundShow"),
        1,
        "type",
        "Show while the app is in front should be true or false.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "inboxContent"),
        "a",
        "type",
        "Lines should be a list in [ ].",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "clickAction", "data"),
        "{}",
        "type",
        "Data should be an object in { }.",
        "80100003",
    ),
    (
        "v3-alert",
        ALERT,
        "text",
        "type",
        "Notification should be an object in { }.",
        "80100003",
    ),
    ("v3-alert", (*ALERT, "style"), 2, "enum", "Style can be 0, 1, 3.", "80100003"),
    (
        "v3-alert",
        (*ALERT, "clickAction", "actionType"),
        3,
        "enum",
        "On click can be 0, 1.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "badge"),
        {"addNum": 0},
        "minimum",
        "Add to badge should be from 1 to 99.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "badge"),
        {"setNum": 100},
        "maximum",
        "Set badge to should be from 0 to 99.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "notifyId"),
        2**31,
        "maximum",
        "Notify ID should be from -1 to 2147483647.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "soundDuration"),
        61,
        "maximum",
        "Sound duration should be from 1 to 60.",
        "80100003",
    ),
    (
        "v3-alert",
        (*OPTIONS, "ttl"),
        0,
        "minimum",
        "Time to live should be from 1 to 1296000.",
        "80100004",
    ),
    (
        "v3-alert",
        (*OPTIONS, "ttl"),
        1_296_001,
        "maximum",
        "Time to live should be from 1 to 1296000.",
        "80100004",
    ),
    (
        "v3-alert",
        (*OPTIONS, "ttl"),
        "86400s",
        "type",
        "Time to live should be a whole number.",
        "80100004",
    ),
    (
        "v3-alert",
        (*OPTIONS, "collapseKey"),
        101,
        "maximum",
        "Collapse key should be from -1 to 100.",
        "80100003",
    ),
    (
        "v3-alert",
        (*OPTIONS, "biTag"),
        "花" * 22,
        "x-maxBytes",
        "Batch tag is too long: at most 64 bytes.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "profileId"),
        "a" * 65,
        "maxLength",
        "Profile ID is too long: at most 64 characters.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "inboxContent"),
        ["1", "2", "3", "4"],
        "maxItems",
        "Lines has too many entries: at most 3.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "image"),
        "http://img.example.com/a.png",
        "pattern",
        "Image should start with https://.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "category"),
        "marketing",
        "pattern",
        "Category has a form that Push Kit refuses. "
        "It is written in capitals, such as MARKETING.",
        "80100003",
    ),
    (
        "v3-alert",
        (*ALERT, "appMessageId"),
        "a" * 65,
        "pattern",
        "App message ID has a form that Push Kit refuses. "
        "It takes 1 to 64 letters, digits, blanks and + / = - _.",
        "80100003",
    ),
    (
        "v3-background",
        ("payload", "extraData"),
        "",
        "minLength",
        "Extra data is empty.",
        "80100003",
    ),
    (
        "v3-background",
        ("payload", "extraData"),
        {"a": 1},
        "type",
        "Extra data should be a text in quotes.",
        "80100003",
    ),
    (
        "v3-background",
        ("payload", "proxyData"),
        "DISABLE",
        "enum",
        "Proxy data can be ENABLE.",
        "80100003",
    ),
    (
        "v3-background",
        (*OPTIONS, "backgroundMode"),
        2,
        "enum",
        "Background mode can be 0, 1.",
        "80100003",
    ),
    (
        "v1-notification",
        (*GENERAL, "title"),
        "",
        "minLength",
        "Title is empty.",
        "80100003",
    ),
    (
        "v1-notification",
        (*ANDROID, "ttl"),
        86400,
        "type",
        "Time to live should be a text in quotes.",
        "80100004",
    ),
    (
        "v1-notification",
        (*ANDROID, "ttl"),
        "1 day",
        "pattern",
        "Time to live has a form that Push Kit refuses. "
        "Write seconds as text, such as 86400s.",
        "80100004",
    ),
    (
        "v1-notification",
        (*ANDROID, "ttl"),
        "1296001s",
        "x-maxSeconds",
        "Time to live is too long: at most 1296000 seconds.",
        "80100004",
    ),
    (
        "v2-notification",
        (*ANDROID, "collapse_key"),
        -2,
        "minimum",
        "Collapse key should be from -1 to 100.",
        "80100013",
    ),
    (
        "v2-notification",
        (*ANDROID, "urgency"),
        "high",
        "enum",
        "Urgency can be NORMAL, HIGH.",
        "80100003",
    ),
    (
        "v1-notification",
        (*LEGACY, "click_action", "type"),
        5,
        "enum",
        "On click can be 3, 1, 2.",
        "80100003",
    ),
    (
        "v1-notification",
        (*LEGACY, "click_action", "url"),
        "http://shop.example.com",
        "pattern",
        "URL should start with https://.",
        "80100003",
    ),
    (
        "v1-data",
        ("message", "data"),
        {"a": 1},
        "type",
        "Data should be a text in quotes.",
        "80100003",
    ),
    ("v1-data", ("message", "data"), "", "minLength", "Data is empty.", "80100003"),
    (
        "v2-data",
        ("validate_only",),
        "true",
        "type",
        "Validate only should be true or false.",
        "80100003",
    ),
]

CARD: Path = ("payload", "activityData", "notificationData")
WIDGET: Path = ("payload",)
LIGHT = {"color": {}, "light_on_duration": "1s", "light_off_duration": "1s"}

# kind, path, value, rule, sentence: facts A.6 to A.9, B.5 to B.9.
BROKEN_PARTS: list[tuple[str, Path, object, str, str]] = [
    (
        "v3-alert",
        (*ALERT, "overlayIcon"),
        "http://a/b.png",
        "pattern",
        "Overlay icon should start with https://.",
    ),
    (
        "v3-alert",
        (*ALERT, "image"),
        "https://a/b.png\n",
        "pattern",
        "Image has a form that Push Kit refuses. "
        "It must not hold blanks or line breaks.",
    ),
    (
        "v3-alert",
        (*ALERT, "priorityScene"),
        "ME",
        "enum",
        "Priority scene can be PRIMARY_CONTACT, AT_ME, URGENT_MESSAGE, "
        "SCHEDULE_REMINDER.",
    ),
    ("v3-alert", (*ALERT, "style"), 3, "required", "Lines is missing."),
    ("v3-alert", (*ALERT, "badge"), "5", "type", "Badge should be an object in { }."),
    (
        "v3-speech",
        (*ALERT, "category"),
        "IM",
        "enum",
        "Category can be PLAY_VOICE.",
    ),
    ("v3-speech", ("payload", "extraData"), None, "required", "Extra data is missing."),
    ("v3-speech", (*ALERT, "title"), None, "required", "Title is missing."),
    ("v3-call", ("payload", "extraData"), "", "minLength", "Extra data is empty."),
    ("v3-widget", (*WIDGET, "formId"), None, "required", "Widget ID is missing."),
    (
        "v3-widget",
        (*WIDGET, "formId"),
        2**63,
        "maximum",
        "Widget ID should be from 0 to 9223372036854775807.",
    ),
    (
        "v3-widget",
        (*WIDGET, "version"),
        -1,
        "minimum",
        "Version should be from 0 to 2147483647.",
    ),
    (
        "v3-widget",
        (*WIDGET, "formData"),
        {"city": None},
        "type",
        "city must not be null.",
    ),
    (
        "v3-widget",
        (*WIDGET, "formData"),
        {"degrees": 2**53},
        "maximum",
        "degrees should be from -9007199254740991 to 9007199254740991.",
    ),
    (
        "v3-widget",
        (*WIDGET, "formData"),
        {"datashareproxy://a": 1},
        "pattern",
        "Widget data has a form that Push Kit refuses. "
        "Its keys must not start with datashareproxy://.",
    ),
    (
        "v3-widget",
        (*WIDGET, "images"),
        [{"keyName": "a", "url": "ftp://a"}],
        "pattern",
        "Picture address should start with https://.",
    ),
    (
        "v3-widget",
        (*WIDGET, "images"),
        [{}, {}],
        "maxItems",
        "Pictures has too many entries: at most 1.",
    ),
    ("v3-live-view", ("payload", "status"), None, "required", "Status is missing."),
    (
        "v3-live-view",
        ("payload", "status"),
        "BOARDED",
        "enum",
        "Status can be CALLING, ABOUT_TO_BEGIN, DRIVER_ON_THE_WAY, DRIVER_ARRIVE, "
        "HEADING_TO_DESTINATION, COMPLETED, RE_CALLING, CANCELED.",
    ),
    ("v3-live-view", ("payload", "operation"), 6, "required", "Trigger is missing."),
    (
        "v3-live-view",
        (*CARD, "descPic"),
        None,
        "required",
        "Picture at the right is missing.",
    ),
    ("v3-live-view", (*CARD, "type"), 3, "required", "Progress bar is missing."),
    ("v3-live-view", (*CARD, "contentText"), [], "minItems", "Card text is empty."),
    (
        "v3-live-view",
        (*CARD, "richProgress"),
        {"progress": 1, "nodeIcons": ["a"]},
        "minItems",
        "Node icons has too few entries: at least 2.",
    ),
    (
        "v3-live-view",
        (*CARD, "weather"),
        {"highTemperature": 59},
        "maximum",
        "Highest temperature should be at most 58.",
    ),
    (
        "v3-live-view",
        ("payload", "version"),
        -1,
        "minimum",
        "Version should be at least 0.",
    ),
    (
        "v3-live-view",
        ("payload", "trigger"),
        {"condition": {"longitude": "east"}},
        "type",
        "Longitude should be a number.",
    ),
    (
        "v3-live-view",
        ("payload", "activityData", "capsuleData"),
        {"bgColor": "#ffffffff"},
        "pattern",
        "Capsule colour has a form that Push Kit refuses. "
        "Write #AARRGGBB; #FF000000, #FFFFFFFF and #FFF1F3F5 are not allowed.",
    ),
    (
        "v3-live-view",
        (*CARD, "extend"),
        {"clickAction": {"actionType": 5, "data": {"tel": "1" * 21}}},
        "pattern",
        "tel has a form that Push Kit refuses. "
        "It takes up to 20 digits, blanks, - and #, and a + in front.",
    ),
    (
        "v3-live-view",
        (*CARD, "extend"),
        {"clickAction": {"actionType": 5, "data": {"tel": "1", "a": 1}}},
        "maxProperties",
        "Data has too many keys: at most 1.",
    ),
    (
        "v1-notification",
        (*LEGACY, "multi_lang_key"),
        {"hello": {"en": "a", "zh": "b", "de": "c", "fr": "d"}},
        "maxProperties",
        "hello has too many keys: at most 3.",
    ),
    ("v1-notification", (*LEGACY, "style"), 3, "required", "Lines is missing."),
    (
        "v1-notification",
        (*LEGACY, "vibrate_config"),
        ["61s"],
        "x-maxSeconds",
        "Vibration is too long: at most 60 seconds.",
    ),
    (
        "v1-notification",
        (*LEGACY, "vibrate_config"),
        ["0.0s"],
        "pattern",
        "Vibration has a form that Push Kit refuses. "
        "Write more than 0 and at most 60 seconds as text, such as 1.5s.",
    ),
    (
        "v1-notification",
        (*LEGACY, "light_settings"),
        {**LIGHT, "color": {"red": 1.5}},
        "maximum",
        "Red should be from 0 to 1.",
    ),
    (
        "v1-notification",
        (*LEGACY, "buttons"),
        [{"action_type": 1}],
        "required",
        "Intent type is missing.",
    ),
    (
        "v1-notification",
        (*LEGACY, "buttons"),
        [{"action_type": 4, "name": "Share"}],
        "required",
        "Button data is missing.",
    ),
    (
        "v1-notification",
        (*LEGACY, "when"),
        "tomorrow",
        "pattern",
        "Time has a form that Push Kit refuses. "
        "Write UTC, such as 2031-05-06T07:08:09Z.",
    ),
    (
        "v1-notification",
        (*LEGACY, "importance"),
        "LOUD",
        "enum",
        "Importance can be NORMAL, LOW.",
    ),
    (
        "v1-apns",
        ("message", "apns", "hms_options"),
        {},
        "required",
        "Target users is missing.",
    ),
    (
        "v2-webpush",
        ("message", "webpush", "notification"),
        {"dir": "up"},
        "enum",
        "Direction can be auto, ltr, rtl.",
    ),
]


@for_each(("key", "path", "value", "rule", "words"), BROKEN_PARTS)
def test_what_the_parts_of_a_kind_demand_is_told_in_one_sentence(
    key: str, path: Path, value: object, rule: str, words: str
) -> None:
    (problem,) = _with(key, path, value)
    assert problem.rule == f"schema.{rule}"
    assert str(problem.sentence) == words
    assert problem.code == "80100003"


# Facts B.5.3.
@pytest.mark.parametrize(
    ("notification", "missing"),
    [
        ({"badge": {"setNum": 5}}, set()),
        ({"badge": {"setNum": 5}, "category": "IM"}, set()),
        ({"badge": {"addNum": 5}}, {"category", "title", "body", "clickAction"}),
        ({"badge": {}}, {"category", "title", "body", "clickAction"}),
        (
            {"badge": {"setNum": 5}, "title": "Parcel"},
            {"category", "body", "clickAction"},
        ),
        (
            {"badge": {"setNum": 5}, "clickAction": {"actionType": 0}},
            {"category", "title", "body"},
        ),
    ],
)
def test_a_badge_alone_needs_nothing_else(
    notification: Json, missing: set[str]
) -> None:
    problems = _with("v3-alert", ALERT, notification)
    assert {problem.path[-1] for problem in problems} == missing


# Facts B.5 and A.6: big text wants both of its texts.
@pytest.mark.parametrize(
    ("key", "where", "names"),
    [
        ("v3-alert", ALERT, {"bigTitle", "bigBody"}),
        ("v2-notification", LEGACY, {"big_title", "big_body"}),
    ],
)
def test_big_text_needs_both_texts(key: str, where: Path, names: set[str]) -> None:
    problems = _with(key, (*where, "style"), 1)
    assert {problem.path[-1] for problem in problems} == names


# Facts B.9: creating a trip needs its number, and the layout of trips.
@pytest.mark.parametrize(
    ("event", "status", "keyword"),
    [("FLIGHT", "DEPART", "flightNo"), ("TRAIN", "SET_OFF", "trainNo")],
)
def test_creating_a_trip_needs_its_number(
    event: str, status: str, keyword: str
) -> None:
    good = good_message("v3-live-view")
    document = write(good.document, ("payload", "event"), event)
    document = write(document, ("payload", "status"), status)
    found = {
        str(problem.sentence)
        for problem in schema_problems(Message(good.api, "7", document))
    }
    assert found == {"Keywords is missing.", "Layout can be 5, -1."}
    document = write(document, (*CARD, "type"), 5)
    document = write(document, (*CARD, "keywords"), {keyword: "X1"})
    assert list(schema_problems(Message(good.api, "7", document))) == []
    # An update may have any layout, and no number.
    document = write(document, ("payload", "operation"), 1)
    document = write(document, (*CARD, "type"), 4)
    document = write(document, (*CARD, "keywords"), None)
    assert list(schema_problems(Message(good.api, "7", document))) == []


# Facts K: older values that the service is not known to refuse.
@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((*LEGACY, "style"), 2),
        ((*LEGACY, "importance"), "HIGH"),
        ((*LEGACY, "click_action", "type"), 4),
        ((*LEGACY, "auto_clear"), 5),
        ((*LEGACY, "local_only"), True),
        (("message", "webpush"), {"headers": {"urgency": "very-low"}}),
    ],
)
def test_old_values_are_let_through(path: Path, value: object) -> None:
    assert _with("v1-notification", path, value) == []


@for_each(("key", "path", "value", "rule", "words", "code"), BROKEN)
def test_what_a_schema_forbids_is_told_in_one_sentence_at_its_place(
    key: str, path: Path, value: object, rule: str, words: str, code: str
) -> None:
    (problem,) = _with(key, path, value)
    assert problem.rule == f"schema.{rule}"
    assert problem.severity is Severity.BLOCKING
    assert problem.path[: len(path)] == path
    assert str(problem.sentence) == words
    assert problem.code == code
    assert problem.source or rule in {"required", "type"}


@for_each(
    ("key", "path", "value"),
    [
        ("v3-alert", (*ALERT, "badge"), {"addNum": 1, "setNum": 0}),
        ("v3-alert", (*ALERT, "badge"), {"addNum": 99, "setNum": 99}),
        ("v3-alert", (*ALERT, "notifyId"), -1),
        ("v3-alert", (*ALERT, "notifyId"), 2**31 - 1),
        ("v3-alert", (*ALERT, "inboxContent"), ["a" * 1024] * 3),
        ("v3-alert", (*ALERT, "appMessageId"), "Az 09+/=-_" + "a" * 54),
        ("v3-alert", (*ALERT, "soundDuration"), 60),
        ("v3-alert", (*ALERT, "profileId"), "花" * 64),
        ("v3-alert", (*ALERT, "category"), "SOMETHING_NEW"),
        ("v3-alert", (*ALERT, "somethingNew"), {"a": [1]}),
        ("v3-alert", (*OPTIONS, "ttl"), 1),
        ("v3-alert", (*OPTIONS, "ttl"), 1_296_000),
        ("v3-alert", (*OPTIONS, "biTag"), "花" * 21 + "a"),
        ("v3-alert", (*OPTIONS, "collapseKey"), -1),
        ("v3-alert", (*OPTIONS, "collapseKey"), 100),
        ("v3-background", ("payload", "extraData"), "any text"),
        ("v1-notification", (*ANDROID, "ttl"), "86400"),
        ("v1-notification", (*ANDROID, "ttl"), "86400S"),
        ("v1-notification", (*ANDROID, "ttl"), "3.123456789s"),
        ("v1-notification", (*ANDROID, "ttl"), "1296000s"),
        ("v1-notification", (*ANDROID, "collapse_key"), 100),
        ("v1-notification", (*ANDROID, "bi_tag"), "a" * 500),
        ("v1-notification", (*LEGACY, "title"), "Own"),
        ("v1-notification", ("review",), []),
    ],
)
def test_what_stands_at_a_limit_passes(key: str, path: Path, value: object) -> None:
    assert _with(key, path, value) == []


def test_an_entry_of_a_list_is_named_as_its_list() -> None:
    (too_long,) = _with("v3-alert", (*ALERT, "inboxContent"), ["a", "b" * 1025])
    assert too_long.path == (*ALERT, "inboxContent", "1")
    assert str(too_long.sentence) == "Lines is too long: at most 1024 characters."
    (no_text,) = _with("v3-alert", (*ALERT, "inboxContent"), [7])
    assert str(no_text.sentence) == "Lines should be a text in quotes."


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.key)
def test_an_empty_document_names_the_part_that_is_missing(each: Kind) -> None:
    message = Message(each.api, each.push_type, {})
    (problem,) = schema_problems(message)
    expected = "message" if message.api.legacy else "payload"
    assert problem.path == (expected,)
    assert problem.rule == "schema.required"


def test_each_missing_value_is_told_by_itself() -> None:
    paths = {problem.path for problem in _with("v3-alert", ALERT, {})}
    names = ("category", "title", "body", "clickAction")
    assert paths == {(*ALERT, name) for name in names}


def _keys(node: Json) -> Iterator[str]:
    for key, child in node.get("properties", {}).items():
        yield key
        yield from _keys(child)


KEYS = st.sampled_from(
    sorted({key for each in kinds() for key in _keys(schema(each.schema))})
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner),
    max_leaves=20,
)


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.key)
@given(data=st.data())
def test_any_document_is_judged_in_sentences(each: Kind, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(_objects(schema(each.schema), ())))
    document = write(each.blank, path, data.draw(VALUES)) if path else each.blank
    for problem in schema_problems(Message(each.api, each.push_type, document)):
        assert str(problem.sentence).strip()
        assert "{" not in str(problem.sentence).replace("{ }", "")


def _objects(node: Json, path: Path) -> list[Path]:
    """Every path that a schema knows."""
    paths = [path]
    for key, child in node.get("properties", {}).items():
        paths += _objects(child, (*path, key))
    return paths

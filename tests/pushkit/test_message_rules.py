import pytest

from hmpush_gui.pushkit.document import Path, encode, write
from hmpush_gui.pushkit.kinds import Kind, kind, kinds
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.message_rules import message_problems
from hmpush_gui.pushkit.problem import Problem, Severity
from hmpush_gui.pushkit.reference import limits
from tests.cases import for_each

ALERT: Path = ("payload", "notification")
LEGACY: Path = ("message", "android", "notification")
GENERAL: Path = ("message", "notification")
BLOCKING, WARNING, HINT = Severity.BLOCKING, Severity.WARNING, Severity.HINT

Edits = dict[Path, object]


TEXTS: dict[str, Edits] = {
    "v3-alert": {
        (*ALERT, "title"): "Parcel",
        (*ALERT, "body"): "On its way.",
        (*ALERT, "notifyId"): 7,
    },
    "v1-notification": {
        (*GENERAL, "title"): "Parcel",
        (*GENERAL, "body"): "On its way.",
        ("message", "android", "category"): "EXPRESS",
    },
}


def _filled(key: str, edits: Edits) -> Message:
    """A message of that kind without a problem, then edited."""
    message = kind(key).message()
    texts: Edits = TEXTS.get(key.replace("v2", "v1"), {})
    document: Json = message.document
    for path, value in {**texts, **edits}.items():
        document = write(document, path, value)
    return Message(message.api, message.push_type, document)


def _problems(key: str, edits: Edits) -> list[Problem]:
    return list(message_problems(_filled(key, edits)))


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.key)
def test_a_filled_message_has_nothing_but_hints(each: Kind) -> None:
    assert {problem.severity for problem in _problems(each.key, {})} <= {HINT}


NO_TEST: Edits = {("pushOptions", "testMessage"): False}
CLICK: Path = (*ALERT, "clickAction")
LEGACY_CLICK: Path = (*LEGACY, "click_action")

# rule, kind, edits, severity, path, expected code, words
CASES: list[tuple[str, str, Edits, Severity, Path, str, str]] = [
    (
        "size",
        "v3-alert",
        {(*ALERT, "body"): "x" * 4096},
        BLOCKING,
        (),
        "80300008",
        "of 4096 bytes: cut",
    ),
    (
        "size",
        "v1-data",
        {("message", "data"): '{"a":"' + "花" * 1400 + '"}'},
        BLOCKING,
        (),
        "80300008",
        "of 4096 bytes: cut",
    ),
    (
        "tokens-inside",
        "v3-background",
        {("target", "token"): ["a"]},
        WARNING,
        ("target", "token"),
        "",
        "tokens of its own",
    ),
    (
        "tokens-inside",
        "v2-data",
        {("message", "token"): ["a"]},
        WARNING,
        ("message", "token"),
        "",
        "tokens of its own",
    ),
    (
        "data-not-object",
        "v3-background",
        {("payload", "extraData"): "hello"},
        WARNING,
        ("payload", "extraData"),
        "",
        '{"id":"77"}',
    ),
    (
        "data-not-object",
        "v1-notification",
        {("message", "data"): "[1]"},
        WARNING,
        ("message", "data"),
        "",
        "not a JSON object",
    ),
    (
        "data-not-object",
        "v1-data",
        {("message", "data"): "[" * 4000},
        WARNING,
        ("message", "data"),
        "",
        "not a JSON object",
    ),
    (
        "title-is-body",
        "v3-alert",
        {(*ALERT, "body"): " Parcel\n"},
        WARNING,
        (*ALERT, "title"),
        "",
        "the same",
    ),
    (
        "title-is-body",
        "v1-notification",
        {(*GENERAL, "body"): "Parcel"},
        WARNING,
        (*GENERAL, "title"),
        "",
        "the same",
    ),
    (
        "title-is-body",
        "v2-notification",
        {(*LEGACY, "title"): "On its way."},
        WARNING,
        (*LEGACY, "title"),
        "",
        "the same",
    ),
    (
        "lines",
        "v3-alert",
        {(*ALERT, "style"): 3},
        BLOCKING,
        (*ALERT, "inboxContent"),
        "80100003",
        "needs its lines",
    ),
    (
        "lines",
        "v3-alert",
        {(*ALERT, "style"): 3, (*ALERT, "inboxContent"): []},
        BLOCKING,
        (*ALERT, "inboxContent"),
        "80100003",
        "needs its lines",
    ),
    (
        "sound",
        "v3-alert",
        {(*ALERT, "soundDuration"): 5},
        BLOCKING,
        (*ALERT, "soundDuration"),
        "80100003",
        "needs a sound",
    ),
    (
        "badge",
        "v3-alert",
        {(*ALERT, "badge"): {"addNum": 1, "setNum": 5}},
        HINT,
        (*ALERT, "badge", "addNum"),
        "",
        "“Set badge to” wins",
    ),
    (
        "page",
        "v3-alert",
        {CLICK: {"actionType": 1}},
        BLOCKING,
        (*CLICK, "action"),
        "80100003",
        "action or its URI",
    ),
    (
        "page",
        "v3-alert",
        {CLICK: {"actionType": 1, "action": "", "uri": ""}},
        BLOCKING,
        (*CLICK, "action"),
        "80100003",
        "action or its URI",
    ),
    (
        "play-voice",
        "v3-alert",
        {(*ALERT, "category"): "PLAY_VOICE"},
        BLOCKING,
        (*ALERT, "category"),
        "80300007",
        "text-to-speech",
    ),
    (
        "marketing",
        "v3-alert",
        NO_TEST,
        WARNING,
        (*ALERT, "category"),
        "",
        "2 a day",
    ),
    (
        "category-right",
        "v3-alert",
        {**NO_TEST, (*ALERT, "category"): "IM"},
        WARNING,
        (*ALERT, "category"),
        "",
        "IM needs a right",
    ),
    (
        "legacy-title",
        "v1-notification",
        {(*GENERAL, "title"): None},
        BLOCKING,
        (*GENERAL, "title"),
        "80100003",
        "Title is missing.",
    ),
    (
        "legacy-body",
        "v2-notification",
        {(*GENERAL, "body"): ""},
        BLOCKING,
        (*GENERAL, "body"),
        "80100003",
        "Text is missing.",
    ),
    (
        "legacy-click",
        "v1-notification",
        {LEGACY_CLICK: None},
        BLOCKING,
        (*LEGACY_CLICK, "type"),
        "80100003",
        "what a click opens",
    ),
    (
        "legacy-page",
        "v1-notification",
        {(*LEGACY_CLICK, "type"): 1},
        BLOCKING,
        (*LEGACY_CLICK, "action"),
        "80100003",
        "intent or its action",
    ),
    (
        "legacy-url",
        "v2-notification",
        {(*LEGACY_CLICK, "type"): 2},
        BLOCKING,
        (*LEGACY_CLICK, "url"),
        "80100003",
        "give its URL",
    ),
]


@for_each(
    ("rule", "key", "edits", "severity", "path", "code", "words"),
    CASES,
    ids=[f"{case[0]} in {case[1]}" for case in CASES],
)
def test_each_rule_tells_its_one_problem(
    rule: str,
    key: str,
    edits: Edits,
    severity: Severity,
    path: Path,
    code: str,
    words: str,
) -> None:
    problem = {each.rule: each for each in _problems(key, edits)}[rule]
    assert problem.severity is severity
    assert problem.path == path
    assert problem.code == code
    assert words in str(problem.sentence)
    assert problem.source


@for_each(
    ("key", "edits"),
    [
        ("v3-background", {("target", "token"): []}),
        ("v3-background", {("payload", "extraData"): '{"a": [1]}'}),
        # No text at all is what the schema tells.
        ("v3-background", {("payload", "extraData"): ""}),
        ("v3-background", {("payload", "extraData"): 7}),
        # A background message shows nothing, so nothing shown is judged.
        ("v3-background", {("payload", "notification"): {"category": "PLAY_VOICE"}}),
        ("v3-alert", {(*ALERT, "title"): "", (*ALERT, "body"): ""}),
        ("v3-alert", {(*ALERT, "style"): 3, (*ALERT, "inboxContent"): ["1"]}),
        ("v3-alert", {(*ALERT, "style"): 0}),
        (
            "v3-alert",
            {
                (*ALERT, "category"): "IM",
                (*ALERT, "sound"): "a.mp3",
                (*ALERT, "soundDuration"): 5,
            },
        ),
        ("v3-alert", {(*ALERT, "badge"): {"addNum": 1}}),
        ("v3-alert", {(*ALERT, "badge"): {"setNum": 1}}),
        ("v3-alert", {CLICK: {"actionType": 1, "action": "com.example.A"}}),
        ("v3-alert", {CLICK: {"actionType": 1, "uri": "shop://orders"}}),
        ("v3-alert", {CLICK: {"actionType": 0, "data": {"a": 1}}}),
        # A test message is outside the quotas.
        ("v3-alert", {(*ALERT, "category"): "IM"}),
        ("v3-alert", {(*ALERT, "category"): None}),
        ("v3-alert", {**NO_TEST, (*ALERT, "category"): ""}),
        ("v3-alert", {ALERT: "text"}),
        ("v3-alert", {CLICK: "text"}),
        (
            "v1-notification",
            {
                GENERAL: None,
                LEGACY: {"title": "a", "body": "b", "click_action": {"type": 3}},
            },
        ),
        (
            "v1-notification",
            {(*LEGACY_CLICK, "type"): 1, (*LEGACY_CLICK, "intent"): "i"},
        ),
        (
            "v1-notification",
            {(*LEGACY_CLICK, "type"): 1, (*LEGACY_CLICK, "action"): "a"},
        ),
        ("v1-notification", {(*LEGACY_CLICK, "type"): 2, (*LEGACY_CLICK, "url"): "u"}),
        ("v1-data", {("message", "android"): {"urgency": "NORMAL"}}),
    ],
)
def test_what_is_in_order_is_not_told(key: str, edits: Edits) -> None:
    assert _problems(key, edits) == []


# Facts D: 4096 bytes pass, 4097 do not, counted as UTF-8.
@pytest.mark.parametrize("character", ["a", "花", "🌷"])
@pytest.mark.parametrize(
    ("excess", "rules"),
    [(0, ["size-near"]), (1, ["size", "size-data"]), (5, ["size", "size-data"])],
)
def test_the_size_is_judged_to_the_byte(
    character: str, excess: int, rules: list[str]
) -> None:
    path = ("payload", "extraData")
    allowed = limits()["body_bytes"]
    room = allowed + excess - encode(_filled("v3-background", {path: '{"":0}'})).size
    width = len(character.encode())
    # Two bytes each for the escaped quotes and none for the text.
    text = character * (room // width) + "x" * (room % width)
    message = _filled("v3-background", {path: '{"' + text + '":0}'})
    assert encode(message).size == allowed + excess
    problems = list(message_problems(message))
    assert [problem.rule for problem in problems] == rules
    if excess:
        assert str(problems[0].sentence) == (
            f"{allowed + excess} of {allowed} bytes: cut {excess}."
        )


def test_tokens_inside_do_not_count_for_the_size() -> None:
    tokens = [f"token-{number}" for number in range(1000)]
    (problem,) = _problems("v3-alert", {("target", "token"): tokens})
    assert problem.rule == "tokens-inside"


@for_each(
    "document",
    [
        {},
        {"payload": None},
        {"payload": []},
        {"payload": {"notification": None}},
        {"payload": {"notification": {"clickAction": [], "badge": 5, "category": []}}},
        {"message": None},
        {"message": {"notification": [], "android": "x"}},
        {"message": {"android": {"notification": {"click_action": []}}}},
        {"target": [], "pushOptions": "x"},
    ],
)
@for_each("api", Api)
@for_each("push_type", ["0", "6", ""])
def test_a_document_of_any_shape_is_judged_in_sentences(
    api: Api, push_type: str, document: Json
) -> None:
    for problem in message_problems(Message(api, push_type, document)):
        assert str(problem.sentence).strip()

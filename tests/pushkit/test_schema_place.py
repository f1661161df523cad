import json
from pathlib import Path as File

import pytest

from hmpush_gui.pushkit.document import Path, pretty
from hmpush_gui.pushkit.kinds import Kind, kind, kind_of, kinds
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.outline import Outline
from hmpush_gui.pushkit.schema_place import limit_words, node_of, strangers

EXAMPLES = json.loads((File(__file__).parent / "examples.json").read_text("utf-8"))


def unknown(document: object, schema_name: str = "v3-0") -> list[Path]:
    found = strangers(schema_name, Outline(pretty(document)))
    return [part.path for part in found]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        (("payload", "notification", "title"), "Title"),
        (("payload", "notification", "inboxContent"), "Lines"),
    ],
)
def test_a_known_value_has_its_title(path: Path, title: str) -> None:
    node = node_of("v3-0", path)
    assert node is not None
    assert node["title"] == title


@pytest.mark.parametrize(
    ("path", "known"),
    [
        (("payload", "notification", "titel"), False),
        (("paylaod",), False),
        (("paylaod", "notification"), False),
        (("payload", "notification", "clickAction", "data", "any", "thing"), True),
        (("payload", "notification", "inboxContent", "0"), True),
    ],
)
def test_what_is_free_is_known_and_a_slip_is_not(path: Path, known: bool) -> None:
    assert (node_of("v3-0", path) is not None) is known


def test_only_the_outermost_unknown_key_is_a_stranger() -> None:
    document = {"payload": {"new": {"deep": {"er": 1}}}, "x": [{"y": 1}], "target": {}}
    assert unknown(document) == [("payload", "new"), ("x",)]


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.key)
def test_no_key_of_a_new_message_is_a_stranger(each: Kind) -> None:
    assert unknown(each.blank, each.schema) == []


@pytest.mark.parametrize(
    "example", EXAMPLES["examples"], ids=lambda example: example["name"]
)
def test_no_key_of_an_example_is_a_stranger(example: dict[str, object]) -> None:
    document = example["document"]
    assert isinstance(document, dict)
    api, push_type = Api(str(example["api"])), str(example["push_type"])
    found = kind_of(Message(api, push_type, document))
    assert unknown(document, found.schema) == []


def test_limits_are_said_in_few_words() -> None:
    node = node_of(kind("v3-alert").schema, ("payload", "notification", "notifyId"))
    assert node is not None
    words = [str(each) for each in limit_words(node)]
    assert words == [
        "Whole number", "at least -1", "at most 2147483647", "-1 if left out"
    ]  # fmt: skip

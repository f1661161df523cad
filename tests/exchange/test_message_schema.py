import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match

from hmpush_gui import assets
from hmpush_gui.exchange.message_file import SCHEMA, MessageFile, write_file
from hmpush_gui.exchange.message_schema import FILE_NAME, message_schema
from hmpush_gui.pushkit.document import write
from tests.cases import for_each
from tests.pushkit.language_samples import alert, two

WHOLE = message_schema()
FILES = sorted(assets.resources().glob("samples/*/*.json"))
PARCEL: dict[str, Any] = json.loads(
    (assets.resources() / "samples/en/parcel.json").read_text("utf-8")
)


def fault(content: object) -> str:
    """Where and why `content` does not fit; empty if it does."""
    error = best_match(Draft7Validator(WHOLE).iter_errors(content))
    return "" if error is None else f"{error.json_path}: {error.message}"


def test_it_is_a_schema_that_refers_to_nothing_outside_itself() -> None:
    Draft7Validator.check_schema(WHOLE)
    text = json.dumps(WHOLE)
    references = {part.split('"')[0] for part in text.split('"$ref": "')[1:]}
    assert references
    assert all(each.startswith("#/definitions/") for each in references)
    assert '"x-' not in text


def test_our_files_name_it_by_its_place_beside_them() -> None:
    assert f"./{FILE_NAME}" == SCHEMA
    assert PARCEL["$schema"] == SCHEMA


@for_each("path", FILES, ids=lambda path: f"{path.stem}.{path.parts[-2]}")
def test_every_sample_fits(path: Path) -> None:
    assert fault(json.loads(path.read_text("utf-8"))) == ""


TITLE = ("document", "payload", "notification", "title")
WRONG = [
    (("api",), "v9", "$.api"),
    (("push_type",), "3", "$.push_type"),
    (TITLE, 7, "$.document.payload.notification.title"),
    (TITLE, None, "'title' is a required property"),
    (("document", "pushOptions", "ttl"), -1, "$.document.pushOptions.ttl"),
    (("document", "payload"), None, "'payload' is a required property"),
]


@pytest.mark.parametrize(("path", "value", "words"), WRONG)
def test_what_push_kit_would_refuse_does_not_fit(
    path: tuple[str, ...], value: object, words: str
) -> None:
    assert words in fault(write(PARCEL, path, value))


def test_the_document_is_judged_as_what_the_frame_says_it_is() -> None:
    assert "extraData" in fault({**PARCEL, "push_type": "6"})
    assert "message" in fault({**PARCEL, "api": "v2", "push_type": ""})


def test_values_of_an_enum_are_told_in_words() -> None:
    types = WHOLE["properties"]["push_type"]
    assert len(types["enum"]) == len(types["enumDescriptions"]) == 7


def test_a_message_in_several_languages_fits() -> None:
    content = json.loads(write_file(MessageFile(alert(), languages=two())))
    assert fault(content) == ""
    content["languages"]["others"]["zh-Hans"]["payload.notification.title"] = 7
    assert "payload.notification.title" in fault(content)

"""Message files: read, written, and told apart from request bodies."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.message_file import (
    SCHEMA,
    MessageFile,
    read_file,
    read_message,
    tokens_of,
    without_tokens,
    write_file,
    write_message,
)
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api, Json, Message
from tests.pushkit.language_samples import alert, two

BARE: list[tuple[Json, Api, str]] = [
    ({"payload": {"notification": {"title": "a"}}}, Api.V3, "0"),
    ({"payload": {"extraData": "{}"}}, Api.V3, "6"),
    ({"payload": {"extraData": "{}", "notification": {}}}, Api.V3, "2"),
    ({"payload": {"formData": {}, "formId": 1}}, Api.V3, "1"),
    ({"payload": {"activityId": 1}}, Api.V3, "7"),
    ({"payload": {}}, Api.V3, "0"),
    ({"message": {"data": "x"}}, Api.V1, ""),
]


@pytest.mark.parametrize(("document", "api", "push_type"), BARE)
def test_a_request_body_is_told_by_its_shape(
    document: Json, api: Api, push_type: str
) -> None:
    message = read_message(json.dumps(document))
    assert message == Message(api, push_type, document)


def test_what_the_user_says_of_a_body_wins() -> None:
    text = json.dumps({"payload": {"extraData": "{}"}})
    assert read_message(text, push_type="10").push_type == "10"
    text = json.dumps({"message": {}})
    assert read_message(text, Api.V2).api is Api.V2


DAMAGED = [
    "",
    "[]",
    "{}",
    '{"aps": {}}',
    '{"api": "v9", "document": {}}',
    '{"api": "v3", "document": []}',
]


@pytest.mark.parametrize("text", DAMAGED)
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_message(text)
    assert str(caught.value)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES, max_size=4), st.sampled_from(Api))
def test_a_written_message_is_read_back_the_same(document: Json, api: Api) -> None:
    document = {key: document[key] for key in document if key not in _WITH_TOKENS}
    message = Message(api, "" if api.legacy else "0", document)
    text = write_message(message)
    assert read_message(text) == message
    assert write_message(read_message(text)) == text


_WITH_TOKENS = ("target", "message")


@pytest.mark.parametrize(
    "message",
    [
        Message(Api.V3, "0", {"payload": {}, "target": {"token": ["secret-token"]}}),
        Message(Api.V1, "", {"message": {"data": "x", "token": ["secret-token"]}}),
    ],
)
def test_a_file_holds_no_token(message: Message) -> None:
    text = write_message(message)
    assert "secret-token" not in text
    assert list(json.loads(text)) == ["$schema", "api", "push_type", "document"]


EXAMPLES = json.loads(
    (Path(__file__).parents[1] / "pushkit" / "examples.json").read_text("utf-8")
)["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: str(each["name"]))
def test_every_example_comes_back_in_our_frame_and_bare(example: Json) -> None:
    document = without_tokens(example["document"])
    message = Message(Api(example["api"]), example["push_type"], document)
    framed = write_message(message)
    assert read_message(framed) == message
    assert write_file(read_file(framed)) == framed
    bare = read_file(json.dumps(example["document"]), message.api, message.push_type)
    written = write_file(bare)
    assert read_file(written, message.api, message.push_type).message == message
    if document:
        assert write_file(read_file(written)) == written


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
OURS = ("$schema", "name", "description", "language", "api", "push_type", "document")
PLAIN_KEYS = st.sampled_from(["owner", "z", "a", "notes", "languages", "备注"])
FILES = st.builds(
    MessageFile,
    message=st.builds(
        Message,
        api=st.just(Api.V3),
        push_type=st.sampled_from(["0", "6", "10"]),
        document=st.dictionaries(st.sampled_from(["payload", "x"]), VALUES),
    ),
    name=TEXTS,
    description=TEXTS,
    language=st.sampled_from(["", "en", "zh"]),
    extra=st.dictionaries(PLAIN_KEYS, st.integers() | TEXTS, max_size=3),
)


@given(FILES)
def test_any_file_comes_back_the_same_byte_for_byte(file: MessageFile) -> None:
    text = write_file(file)
    assert read_file(text) == file
    assert write_file(read_file(text)) == text
    assert text.endswith("}\n")
    assert "\r" not in text


def test_keys_stand_in_our_order_and_others_behind_them_in_theirs() -> None:
    content = {"owner": "me", "document": {}, "b": 1, "api": "v3", "a": 2, "name": "n"}
    content |= {"push_type": "0", "description": "d", "language": "en"}
    written = write_file(read_file(json.dumps(content)))
    assert list(json.loads(written)) == [*OURS, "owner", "b", "a"]


def test_words_that_are_no_text_are_kept_as_they_are() -> None:
    content = {"api": "v3", "push_type": "0", "document": {}, "name": {"en": "Parcel"}}
    file = read_file(json.dumps(content))
    assert file.name == ""
    assert json.loads(write_file(file))["name"] == {"en": "Parcel"}


def test_a_schema_of_the_users_own_is_kept_and_an_old_one_of_ours_renewed() -> None:
    def renewed(schema: str) -> object:
        content = {"$schema": schema, "api": "v3", "document": {}}
        return json.loads(write_file(read_file(json.dumps(content))))["$schema"]

    assert renewed("../schemas/ours.json") == "../schemas/ours.json"
    assert renewed("hmpush-message-1") == SCHEMA


def test_a_byte_order_mark_and_foreign_line_ends_are_read() -> None:
    text = write_message(Message(Api.V3, "0", {"payload": {}}))
    foreign = "\ufeff" + text.replace("\n", "\r\n")
    assert read_file(foreign) == read_file(text)
    assert write_file(read_file(foreign)) == text


def test_a_bare_body_stays_one_while_it_says_what_it_is() -> None:
    body = {"payload": {"notification": {"title": "a"}}}
    file = read_file(json.dumps(body))
    assert file.bare
    assert json.loads(write_file(file)) == body
    other = MessageFile(Message(Api.V3, "10", body), bare=True)
    assert json.loads(write_file(other))["push_type"] == "10"
    assert read_file(write_file(other)).message == other.message


def test_a_bare_body_is_written_without_its_tokens() -> None:
    body = {"payload": {}, "target": {"token": ["secret-token"]}}
    file = read_file(json.dumps(body))
    assert tokens_of(file.message.document) == ["secret-token"]
    assert json.loads(write_file(file)) == {"payload": {}}


SECRETS = [
    {"api": "v3", "push_type": "0", "document": {"target": {"token": ["hush"]}}},
    {"api": "v3", "push_type": "0", "document": {"message": {"token": ["hush"]}}},
    {"api": "v1", "document": {"message": {"token": ["hush"], "data": "x"}}},
    {"api": "v3", "document": {}, "tokens": ["hush"]},
    {"api": "v3", "document": {}, "project": {"client_secret": "hush", "id": 1}},
    {"payload": {}, "target": {"token": ["hush"]}},
]


@pytest.mark.parametrize("content", SECRETS)
def test_no_token_and_no_secret_is_ever_written(content: Json) -> None:
    assert "hush" not in write_file(read_file(json.dumps(content)))


@pytest.mark.parametrize("key", ["private_key", "client_secret"])
def test_a_file_of_credentials_is_called_one(key: str) -> None:
    with pytest.raises(DocumentError, match="file of credentials"):
        read_file(json.dumps({key: "x", "project_id": "1"}))


GOOD = write_message(Message(Api.V3, "0", {"payload": {"a": ["中", 1.5, None]}}))


@given(st.data())
def test_mutated_bytes_are_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    content = bytearray(GOOD.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        end = at + data.draw(st.integers(0, 6))
        content[at:end] = data.draw(st.binary(max_size=6))
    file, words = outcome(content.decode("utf-8", "replace"))
    if file is None:
        assert words.endswith((".", ")"))
    else:
        assert read_file(write_file(file)).message.api is file.message.api


def outcome(text: str) -> tuple[MessageFile | None, str]:
    """The file in `text`, or the sentence that refuses it."""
    try:
        return read_file(text), ""
    except DocumentError as error:
        return None, str(error)


@given(st.text())
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    file, words = outcome(text)
    assert (file is None) == bool(words)


@pytest.mark.parametrize("depth", range(900, 1000, 7))
def test_nesting_that_can_be_read_can_be_written(depth: int) -> None:
    nested = "[" * depth + "]" * depth
    text = f'{{"api": "v3", "document": {{"payload": {nested}}}, "x": {nested}}}'
    file, words = outcome(text)
    if file is None:
        assert "too deep" in words
    else:
        assert read_file(write_file(file)).message == file.message


def test_languages_stand_after_the_document_and_are_read_back() -> None:
    file = MessageFile(alert(), name="Parcel", languages=two(), extra={"mine": 1})
    text = write_file(file)
    assert list(json.loads(text))[-3:] == ["document", "languages", "mine"]
    assert read_file(text) == file
    assert write_file(read_file(text)) == text


def test_a_request_body_gets_a_frame_for_its_languages() -> None:
    file = replace(read_file(json.dumps(alert().document)), languages=two())
    again = read_file(write_file(file))
    assert (again.bare, again.languages) == (False, two())


@pytest.mark.parametrize("languages", [["en", "zh"], None, {"active": 1}])
def test_languages_that_are_not_ours_are_kept_as_they_are(languages: object) -> None:
    content = {"api": "v3", "document": {}, "languages": languages}
    file = read_file(json.dumps(content))
    assert file.languages is None
    assert json.loads(write_file(file))["languages"] == languages

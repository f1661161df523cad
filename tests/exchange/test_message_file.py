"""Message files: read, written, and told apart from request bodies."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.message_file import read_message, write_message
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api, Json, Message

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

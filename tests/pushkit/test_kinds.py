import pytest

from hmpush_gui.pushkit.document import encode, write
from hmpush_gui.pushkit.fields import fields
from hmpush_gui.pushkit.kinds import Kind, kind, kind_of, kinds
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.reference import limits, rights
from tests.cases import for_each

KINDS = kinds()


# Facts B.4, C.4.
@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_the_caps_of_a_kind_are_those_of_its_messages(each: Kind) -> None:
    plain = Message(each.api, each.push_type, write(each.blank, each.test_path, None))
    test = Message(each.api, each.push_type, write(each.blank, each.test_path, True))
    assert (plain.token_cap, test.token_cap) == (each.tokens, each.test_tokens)


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


@for_each(
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


# Facts B.2.
@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("v3-alert", "wearables from 5.1.0(18), TVs from 5.1.1(19)"),
        ("v3-widget", "wearables and TVs from 6.1.0(23)"),
        ("v3-speech", "Not on the emulator"),
        ("v3-live-view", "On phones and tablets. Not on the emulator"),
        ("v3-call", "On phones and tablets. Not on the emulator"),
    ],
)
def test_a_kind_says_on_which_devices_it_works(key: str, words: str) -> None:
    assert words in kind(key).effect

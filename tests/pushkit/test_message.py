import pytest

from hmpush_gui.pushkit.message import Api, Draft, Json, Message, PushType


@pytest.mark.parametrize(
    ("api", "legacy", "path"),
    [
        (Api.V1, True, ("message", "token")),
        (Api.V2, True, ("message", "token")),
        (Api.V3, False, ("target", "token")),
    ],
)
def test_each_generation_has_its_place_for_tokens(
    api: Api, legacy: bool, path: tuple[str, str]
) -> None:
    assert api.legacy is legacy
    assert Message(api, "", {}).token_path == path


# Facts B.4, C.4: a v3 test message takes 10 tokens, everything else 1000.
@pytest.mark.parametrize(
    ("api", "document", "is_test", "cap"),
    [
        (Api.V3, {}, False, 1000),
        (Api.V3, {"pushOptions": {"testMessage": True}}, True, 10),
        (Api.V3, {"pushOptions": {"testMessage": False}}, False, 1000),
        (Api.V3, {"pushOptions": {"testMessage": "true"}}, False, 1000),
        (Api.V3, {"pushOptions": {"testMessage": 1}}, False, 1000),
        (Api.V3, {"pushOptions": []}, False, 1000),
        (Api.V3, {"validate_only": True}, False, 1000),
        (Api.V1, {"validate_only": True}, True, 1000),
        (Api.V2, {"validate_only": True}, True, 1000),
        (Api.V2, {"validate_only": 1}, False, 1000),
        (Api.V1, {"pushOptions": {"testMessage": True}}, False, 1000),
    ],
)
def test_only_a_true_switch_makes_a_test_message(
    api: Api, document: Json, is_test: bool, cap: int
) -> None:
    message = Message(api, PushType.ALERT, document)
    assert message.is_test is is_test
    assert message.token_cap == cap


# Facts B.2, B.4.
@pytest.mark.parametrize(
    ("api", "push_type", "document", "cap"),
    [
        (Api.V3, PushType.WIDGET, {}, 1),
        (Api.V3, PushType.WIDGET, {"pushOptions": {"testMessage": True}}, 1),
        (Api.V3, PushType.SPEECH, {}, 1000),
        (Api.V3, PushType.LIVE_VIEW, {"pushOptions": {"testMessage": True}}, 10),
        (Api.V3, PushType.CALL, {}, 1000),
        # The push-type header means nothing to v1 and v2.
        (Api.V1, PushType.WIDGET, {}, 1000),
    ],
)
def test_a_widget_takes_one_token(
    api: Api, push_type: str, document: Json, cap: int
) -> None:
    assert Message(api, push_type, document).token_cap == cap


def test_the_push_types_are_those_that_are_documented() -> None:
    assert [str(each) for each in PushType] == ["0", "1", "2", "6", "7", "10"]


GENERAL = {"title": "General", "body": "General text"}
OWN = {"title": "Own", "body": "Own text"}


@pytest.mark.parametrize(
    ("api", "document", "title", "body"),
    [
        (Api.V3, {"payload": {"notification": OWN}}, "Own", "Own text"),
        (Api.V3, {"payload": {"notification": {"title": "Own"}}}, "Own", ""),
        (Api.V3, {"payload": {"notification": {"title": 5}}}, "", ""),
        (Api.V3, {"payload": {"notification": "text"}}, "", ""),
        (Api.V3, {"payload": []}, "", ""),
        (Api.V3, {}, "", ""),
        (Api.V3, {"message": {"notification": OWN}}, "", ""),
        (Api.V1, {"message": {"notification": GENERAL}}, "General", "General text"),
        (Api.V1, {"message": {"android": {"notification": OWN}}}, "Own", "Own text"),
        (
            Api.V2,
            {"message": {"notification": GENERAL, "android": {"notification": OWN}}},
            "Own",
            "Own text",
        ),
        (
            Api.V2,
            {
                "message": {
                    "notification": GENERAL,
                    "android": {"notification": {"title": "Own", "body": ""}},
                }
            },
            "Own",
            "General text",
        ),
        (Api.V1, {"message": {"android": None, "notification": None}}, "", ""),
        (Api.V1, {"payload": {"notification": OWN}}, "", ""),
    ],
)
def test_title_and_body_are_those_a_person_would_see(
    api: Api, document: Json, title: str, body: str
) -> None:
    message = Message(api, "0", document)
    assert (message.title, message.body) == (title, body)


def test_a_new_draft_has_no_broken_text() -> None:
    assert Draft(Message(Api.V3, "0", {})).broken_text is None

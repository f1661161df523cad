import pytest

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.wake import wake_words, wakes


def background(**more: Json) -> Message:
    return Message(Api.V3, "6", {"payload": {"extraData": "{}"}, **more})


def legacy(android: Json) -> Message:
    return Message(Api.V1, "", {"message": {"data": "{}", "android": android}})


@pytest.mark.parametrize(
    ("message", "runs", "time", "text"),
    [
        (background(), False, None, "only the newest message, for about 7 days"),
        (
            background(payload={"proxyData": "ENABLE"}),
            False,
            None,
            "into the app’s own store",
        ),
        (
            background(pushOptions={"backgroundMode": 1}),
            True,
            "30 s",
            "at most twice an hour",
        ),
        (legacy({"urgency": "HIGH"}), True, "10 s", "Urgency HIGH wakes the app"),
        (legacy({"urgency": "NORMAL"}), False, None, "receipt 27"),
        (kind("v3-speech").message(), True, "10 s", "speaks"),
    ],
)
def test_who_wakes_depends_on_what_the_message_asks_for(
    message: Message, runs: bool, time: str | None, text: str
) -> None:
    first, last = wakes(message)
    assert str(first.state) in ("App in front", "App running")
    assert last.runs is runs
    assert (last.time and str(last.time)) == time
    assert text in str(last.deed)


def test_an_app_in_front_gets_background_data_at_once() -> None:
    assert wakes(background())[0].runs
    assert "at once" in str(wakes(background())[0].deed)


def test_speech_shows_nothing_while_the_app_is_in_front() -> None:
    front = wakes(kind("v3-speech").message())[0]
    assert str(front.deed) == "No notification is shown."


def test_a_call_starts_the_extension_in_any_state() -> None:
    (call,) = wakes(kind("v3-call").message())
    assert "VoIP extension" in str(call.deed)


def test_a_notification_wakes_nobody() -> None:
    assert wakes(kind("v3-alert").message()) == ()


def test_the_words_name_state_deed_and_time() -> None:
    words = [str(each) for each in wake_words(legacy({"urgency": "HIGH"}))]
    assert words[0] == "App running: The app gets the data at once."
    assert words[1].startswith("App not running: Urgency HIGH")
    assert words[1].endswith("It may run for 10 s.")

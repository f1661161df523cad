"""Whatever is pasted becomes a message, and nothing of it is lost without a word."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.conversion import (
    Conversion,
    Fate,
    Line,
    Source,
    at,
    dotted,
    leaves,
    shown,
)
from hmpush_gui.exchange.convert import convert
from hmpush_gui.exchange.message_file import write_file
from hmpush_gui.exchange.recognise import recognise
from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.rules import check_message
from tests.cases import for_each

from .pasted import CORPUS, OPEN_V1, OPEN_V3, REFUSED_V1, SECRETS, TOKENS, text

BOTH = for_each("to", [Api.V3, Api.V1])
EACH = for_each("path", CORPUS, ids=lambda path: path.stem)


def whole(pasted: str) -> dict[str, Any]:
    """All that a report has to speak of."""
    found = recognise(pasted)
    return {**(found.command.frame if found.command else {}), **found.content}


def assert_all_is_told(content: dict[str, Any], made: Conversion) -> None:
    """Each leaf stands in a line that shows it, and each line tells the truth."""
    told = {line.source: line for line in made.lines if line.source}
    for path, value in leaves(content):
        lines = [told[path[:n]] for n in range(1, len(path) + 1) if path[:n] in told]
        assert lines, path
        line = lines[-1]
        if line.fate is not Fate.TOKENS:
            assert at(line.value, path[len(line.source) :]) == value, path
    frame = json.loads(write_file(made.file))
    frame |= {"push_type": made.message.push_type}
    for line in made.of(Fate.MAPPED):
        document = {**frame, **made.message.document}
        assert at(document, line.target) == line.value, line
    for line in made.of(Fate.DROPPED, Fate.CHANGED, Fate.CHOICE):
        assert line.why, line


@BOTH
@EACH
def test_every_value_of_the_corpus_is_in_the_report(path: Path, to: Api) -> None:
    assert_all_is_told(whole(text(path)), convert(text(path), to))


@BOTH
@EACH
def test_no_token_and_no_secret_gets_through(path: Path, to: Api) -> None:
    made = convert(text(path), to)
    document = json.dumps(made.message.document)
    report = repr(made.lines) + made.unmapped + "".join(map(shown, made.lines))
    assert not [each for each in TOKENS if each in document + report]
    assert not [each for each in SECRETS if each in document + report]


@BOTH
@EACH
def test_what_blocks_is_a_choice_that_is_asked_for(path: Path, to: Api) -> None:
    made = convert(text(path), to)
    blocking = {
        dotted(problem.path)
        for problem in check_message(made.message)
        if problem.severity == "blocking"
    }
    asked = {dotted(line.target) for line in made.of(Fate.CHOICE)}
    table = OPEN_V3 if to is Api.V3 else OPEN_V1
    start = "payload" if to is Api.V3 else "message"
    expected = {f"{start}.notification.{each}" for each in table.get(path.stem, ())}
    assert expected <= asked
    assert blocking == expected | (
        REFUSED_V1.get(path.stem, set()) if to is Api.V1 else set()
    )


@EACH
def test_a_conversion_can_be_converted_on(path: Path) -> None:
    made = convert(text(path), Api.V3)
    again = convert(write_file(made.file), Api.V1)
    assert again.source is Source.OURS
    assert (again.message.title, again.message.body) == (
        made.message.title,
        made.message.body,
    )


def document(pasted: object, to: Api = Api.V3) -> dict[str, Any]:
    return convert(json.dumps(pasted), to).message.document


def fcm(**android: Any) -> dict[str, Any]:
    words = {"title": "T", "body": "B"}
    return {"message": {"token": "t0", "notification": words, "android": android}}


@pytest.mark.parametrize(
    ("ttl", "v3", "v1"),
    [
        ("3.5s", 4, "3.5s"),
        ("86400s", 86400, "86400s"),
        ("0s", 1, "1s"),
        ("2419200s", 1296000, "1296000s"),
        (3600000, 3600, "3600s"),
        ("soon", None, None),
    ],
)
def test_times_become_seconds(ttl: object, v3: object, v1: object) -> None:
    assert read(document(fcm(ttl=ttl)), ("pushOptions", "ttl")) == v3
    assert read(document(fcm(ttl=ttl), Api.V1), ("message", "android", "ttl")) == v1


def test_a_collapse_key_of_words_is_the_same_number_each_time() -> None:
    path = ("pushOptions", "collapseKey")
    assert read(document(fcm(collapse_key="7")), path) == 7
    one = read(document(fcm(collapse_key="news")), path)
    assert one == read(document(fcm(collapse_key="news")), path)
    assert 1 <= one <= 100
    assert one != read(document(fcm(collapse_key="chat")), path)


def test_a_dry_run_of_firebase_is_said_not_to_exist_in_v3() -> None:
    made = convert(json.dumps({"validate_only": True, **fcm()}))
    (line,) = [line for line in made.lines if line.source == ("validate_only",)]
    assert line.fate is Fate.DROPPED
    assert "really delivered" in str(line.why)
    assert read(document({"validate_only": True, **fcm()}, Api.V1), ("validate_only",))


def test_the_channel_hints_at_a_category_which_stays_a_choice() -> None:
    made = convert(json.dumps(fcm(notification={"channel_id": "order_updates"})))
    (line,) = [each for each in made.lines if each.target[-1:] == ("category",)]
    assert line.options[0] == "EXPRESS"
    assert read(made.message.document, line.target) == "MARKETING"


def test_data_alone_is_a_background_message() -> None:
    made = convert('{"message": {"token": "t0", "data": {"a": "1"}}}')
    assert (made.message.push_type, made.message.document["payload"]) == (
        "6",
        {"extraData": '{"a":"1"}'},
    )


def test_a_text_of_json_is_unfolded_for_a_tap() -> None:
    path = Path(__file__).parent / "corpus" / "hms-12-guide.json"
    made = convert(text(path))
    click = read(made.message.document, ("payload", "notification", "clickAction"))
    assert click["data"] == {"orderId": "77", "action": "open"}
    assert made.tokens == ("IQAAAACy0abc", "IQAAAACy0def")


def test_tokens_of_firebase_are_left_out_and_not_offered() -> None:
    made = convert(json.dumps(fcm()))
    (line,) = made.of(Fate.TOKENS)
    assert (made.tokens, line.value) == ((), None)
    assert "Tokens found: 1." in str(line.why)


def test_a_header_says_the_kind() -> None:
    command = (
        "curl https://push-api.cloud.huawei.com/v3/1/messages:send -H 'push-type: 10' "
        '-d \'{"payload": {"extraData": "{}"}}\''
    )
    assert convert(command).message.push_type == "10"


def test_what_v1_cannot_say_at_all_is_refused_in_a_sentence() -> None:
    widget = json.dumps({"payload": {"formData": {"a": 1}, "formName": "f"}})
    with pytest.raises(DocumentError, match="exist in v3 only"):
        convert(widget, Api.V1)
    assert convert(widget).message.push_type == "1"


def test_a_secret_that_no_table_knows_is_masked() -> None:
    made = convert(json.dumps({**fcm(), "server_key": {"api_key": "hunter2"}}))
    assert "hunter2" not in made.unmapped
    assert "server_key.api_key: ••••" in made.unmapped


def corpus(name: str, to: Api = Api.V3) -> Conversion:
    """What becomes of a file of the corpus."""
    (path,) = (each for each in CORPUS if each.stem.startswith(name))
    return convert(text(path), to)


def the(made: Conversion, *source: str) -> Line:
    """The line that speaks of one value of the input."""
    (line,) = [line for line in made.lines if line.source == source]
    return line


def test_an_alert_of_translations_with_a_badge_is_no_update_of_the_badge() -> None:
    notification = corpus("fcm-23").message.document["payload"]["notification"]
    assert notification["clickAction"] == {"actionType": 0}
    assert notification["category"] == "MARKETING"


def test_a_tag_and_an_empty_sound_do_not_make_a_silent_push_an_alert() -> None:
    made = corpus("apns-13")
    assert made.message.push_type == "6"
    assert made.message.document["payload"] == {"extraData": '{"sync":{"since":12}}'}
    legacy = corpus("apns-13", Api.V1).message.document
    assert "notification" not in legacy["message"]["android"]


def test_translated_words_of_a_live_activity_are_keys_and_no_words() -> None:
    made = corpus("apns-12", Api.V1)
    note = made.message.document["message"]["android"]["notification"]
    assert note["title_loc_key"] == "%@ is on an adventure!"
    assert note["body_loc_args"] == ["Power Panda"]


@pytest.mark.parametrize(
    ("kind", "words"), [("voip", "push-type 10"), ("liveactivity", "push-type 7")]
)
def test_what_a_call_or_a_live_activity_is_here_is_told(kind: str, words: str) -> None:
    headers = {"Apns-Push-Type": kind}
    pasted = {"headers": headers, "payload": {"aps": {}, "caller": "Li"}}
    made = convert(json.dumps(pasted))
    assert words in str(the(made, "headers", "Apns-Push-Type").why)


@pytest.mark.parametrize(("category", "kind"), [("VOIP", "10"), ("PLAY_VOICE", "2")])
def test_data_that_call_or_speak_may_be_of_a_kind_of_their_own(
    category: str, kind: str
) -> None:
    android = {"category": category, "urgency": "HIGH"}
    made = convert(json.dumps({"message": {"data": "{}x", "android": android}}))
    line = the(made, "message", "android", "category")
    assert (line.fate, line.options) == (Fate.CHOICE, ("6", kind))
    assert made.message.push_type == "6"


def test_a_category_that_is_no_text_is_no_crash() -> None:
    pasted = {"message": {"data": "x", "android": {"category": ["VOIP"]}}}
    assert convert(json.dumps(pasted)).message.push_type == "6"


def test_a_spoken_message_of_v3_is_asked_about_in_v1() -> None:
    note = {"category": "PLAY_VOICE", "title": "T", "body": "B"}
    pasted = {"payload": {"notification": note, "extraData": "{}x"}}
    made = convert(json.dumps(pasted), Api.V1)
    (line,) = [each for each in made.of(Fate.CHOICE) if each.target[-1] == "category"]
    assert "data messages only" in str(line.why)


def test_data_of_firebase_are_not_said_to_be_wrapped() -> None:
    words = {"notification": {"title": "T", "body": "B"}, "data": {"score": "5x1"}}
    made = convert(json.dumps({"message": {"token": "t0", **words}}))
    assert the(made, "message", "data", "score").why is None


@pytest.mark.parametrize(
    ("to", "target"),
    [(Api.V3, ("pushOptions", "ttl")), (Api.V1, ("message", "android", "ttl"))],
)
def test_a_missing_time_is_told_at_the_place_of_the_generation(
    to: Api, target: tuple[str, ...]
) -> None:
    made = convert(json.dumps(fcm()), to)
    (line,) = [each for each in made.of(Fate.CHANGED) if "4 weeks" in str(each.why)]
    assert line.target == target


def test_a_page_that_v1_cannot_open_is_a_choice() -> None:
    made = corpus("v3-04", Api.V1)
    line = the(made, "payload", "notification", "clickAction", "actionType")
    assert (line.fate, line.options[0]) == (Fate.CHOICE, "3")
    assert read(made.message.document, line.target) == 3


def test_lights_of_the_libraries_become_those_of_push_kit() -> None:
    made = corpus("fcm-24", Api.V1).message.document
    lights = made["message"]["android"]["notification"]["light_settings"]
    assert lights == {
        "color": {"red": 0.667, "green": 0.733, "blue": 0.8, "alpha": 0.502},
        "light_on_duration": "0.2s",
        "light_off_duration": "1.5s",
    }


def test_a_phone_vibrates_a_minute_at_most() -> None:
    made = corpus("fcm-23", Api.V1).message.document
    note = made["message"]["android"]["notification"]
    assert note["vibrate_config"] == ["0.2s", "60s"]


def test_a_sound_that_no_phone_plays_is_told() -> None:
    made = convert('{"aps": {"alert": {"title": "T", "body": "B"}, "sound": "a.caf"}}')
    assert "MP3" in str(the(made, "aps", "sound").why)


def test_a_default_sound_does_not_make_a_message_one_of_push_kit() -> None:
    pasted = fcm(notification={"default_sound": True})
    pasted["message"].pop("token")
    assert convert(json.dumps(pasted)).source is Source.FCM


KEYS = st.sampled_from(
    ["message", "notification", "android", "data", "token", "title", "body", "ttl",
     "aps", "alert", "sound", "badge", "click_action", "type", "collapse_key", "to",
     "payload", "pushOptions", "target", "extraData", "clickAction", "actionType", "",
     "apns", "webpush", "headers", "priority", "channel_id", "tag", "a.b", "image",
     "vibrate_timings", "api", "document", "push_type", "languages", "link"]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-200, 10**6) | st.floats(allow_nan=False)
    | st.sampled_from(["", "x", "3.5s", "default", '{"a": 1}', "https://a.b/c", "7"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=25,
)  # fmt: skip


def tried(pasted: str, to: Api = Api.V3) -> Conversion | str:
    """What became of it, or the sentence on why nothing could."""
    try:
        return convert(pasted, to)
    except DocumentError as error:
        return str(error.sentence)


@given(
    st.dictionaries(KEYS, VALUES, max_size=5),
    st.sampled_from(["message", "aps", "payload", "", "document"]),
    st.sampled_from(list(Api)),
)
def test_any_json_is_converted_or_refused_in_a_sentence(
    content: dict[str, Any], frame: str, to: Api
) -> None:
    pasted: dict[str, Any] = {frame: content} if frame else content
    if frame == "document":
        pasted |= {"api": "v1"}
    made = tried(json.dumps(pasted), to)
    if isinstance(made, Conversion):
        assert_all_is_told(pasted, made)
        list(check_message(made.message))


@given(st.data())
def test_a_file_of_the_corpus_with_any_change_is_no_crash(data: st.DataObject) -> None:
    pasted = text(data.draw(st.sampled_from(CORPUS)))
    start = data.draw(st.integers(0, len(pasted)))
    end = data.draw(st.integers(start, min(len(pasted), start + 20)))
    middle = data.draw(st.text("{}[]\":,'\\^` \n$@-0aé\x00", max_size=6))
    assert tried(pasted[:start] + middle + pasted[end:])


@given(st.text())
def test_any_text_is_no_crash(pasted: str) -> None:
    for each in (pasted, f"curl {pasted}", f"curl -d '{{{pasted}}}' x", "{" + pasted):
        assert tried(each)

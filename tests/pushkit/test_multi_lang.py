import pytest

from hmpush_gui.pushkit.document import Path, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.languages import Languages, added
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.multi_lang import MOST, PATH, is_for, translations, why_not
from hmpush_gui.pushkit.rules import check_message

from .language_samples import alert, two

TITLE: Path = ("message", "notification", "title")
BODY: Path = ("message", "notification", "body")
TITLE_KEY: Path = ("message", "android", "notification", "title_loc_key")
BODY_KEY: Path = ("message", "android", "notification", "body_loc_key")

CHINESE = {TITLE: "包裹", BODY: "明天送达"}


def message(**keys: str) -> Message:
    blank = kind("v1-notification").message()
    document = write(write(blank.document, TITLE, "Parcel"), BODY, "Tomorrow")
    for path, name in ((TITLE_KEY, "title"), (BODY_KEY, "body")):
        if name in keys:
            document = write(document, path, keys[name])
    return Message(blank.api, "", document)


def languages() -> Languages:
    return Languages(("en", "zh"), "en", {"zh": CHINESE})


def test_texts_stand_under_the_names_of_their_resources() -> None:
    found = translations(message(title="parcel_title", body="parcel_text"), languages())
    assert found is not None
    assert found.left_out == ()
    assert found.value == {
        "parcel_title": {"en": "Parcel", "zh": "包裹"},
        "parcel_text": {"en": "Tomorrow", "zh": "明天送达"},
    }


def test_what_stands_there_under_other_names_stays() -> None:
    before = message(title="t")
    before = Message(
        before.api, "", write(before.document, PATH, {"other": {"en": "x"}, "t": {}})
    )
    found = translations(before, languages())
    assert found is not None
    assert found.value == {"other": {"en": "x"}, "t": {"en": "Parcel", "zh": "包裹"}}


def test_three_languages_have_room_and_pseudo_locales_none() -> None:
    several = added(languages(), "qps-long", {TITLE: "[Þåŕçéļ]"})
    several = added(added(several, "de", {TITLE: "Paket"}), "fr", {TITLE: "Colis"})
    found = translations(message(title="t"), several)
    assert found is not None
    assert list(found.value["t"]) == ["en", "zh", "de"]
    assert found.left_out == ("fr",)
    written = write(message(title="t").document, PATH, found.value)
    problems = check_message(Message(message().api, "", written))
    assert not [each for each in problems if each.path[: len(PATH)] == PATH]


def test_more_than_three_languages_are_refused_by_the_checks() -> None:
    value = {"t": dict.fromkeys(("en", "zh", "de", "fr"), "x")}
    written = write(message(title="t").document, PATH, value)
    problems = check_message(Message(message().api, "", written))
    assert [each.path for each in problems if each.path[: len(PATH)] == PATH] == [
        (*PATH, "t")
    ]
    assert len(value["t"]) == MOST + 1


def test_a_text_that_is_missing_in_a_language_is_left_out() -> None:
    found = translations(
        message(title="t", body="b"), added(languages(), "zh", {TITLE: "包裹"})
    )
    assert found is not None
    assert found.value["b"] == {"en": "Tomorrow"}


@pytest.mark.parametrize(
    ("sent", "spoken", "words"),
    [
        (alert(), two(), "Only v1 and v2"),
        (kind("v1-data").message(), languages(), "Only v1 and v2"),
        (message(title="t"), None, "second language"),
        (message(), languages(), "title_loc_key"),
    ],
)
def test_where_it_does_not_apply_a_sentence_says_why(
    sent: Message, spoken: Languages | None, words: str
) -> None:
    reason = why_not(sent, spoken)
    assert reason is not None
    assert words in str(reason)
    assert translations(sent, spoken) is None


def test_it_is_for_legacy_notifications_alone() -> None:
    assert is_for(message())
    assert not is_for(alert())
    assert not is_for(kind("v2-webpush").message())

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.document import Path, compact
from hmpush_gui.pushkit.languages import (
    Languages,
    added,
    message_in,
    removed,
    renamed,
    switch,
    texts_in,
    with_text,
)
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.texts import Texts, texts_of, with_texts

from .language_samples import BODY, CHINESE, ENGLISH, LINES, TITLE, alert, two


def test_switching_puts_the_texts_of_the_other_language_into_the_message() -> None:
    message, languages = switch(alert(), two(), "zh-Hans")
    assert message.title == CHINESE[TITLE]
    assert languages == Languages(("en", "zh-Hans"), "zh-Hans", {"en": ENGLISH})
    assert texts_in(message, languages, "en") == ENGLISH
    assert texts_in(message, languages, "zh-Hans") == CHINESE


def test_switching_to_the_active_language_changes_nothing() -> None:
    assert switch(alert(), two(), "en") == (alert(), two())


def test_there_is_no_switching_to_a_language_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        switch(alert(), two(), "de")


V3_PATHS: list[Path] = [
    ("payload", "notification", name) for name in ("title", "body", "bigTitle")
]
_ANDROID = ("message", "android", "notification")
LEGACY_PATHS: list[Path] = [
    ("message", "notification", "title"),
    ("message", "notification", "body"),
    (*_ANDROID, "title"),
    (*_ANDROID, "big_body"),
]


def _texts(paths: list[Path], lines: Path) -> st.SearchStrategy[Texts]:
    one = st.dictionaries(st.sampled_from(paths), st.text(max_size=5))
    several = st.lists(st.text(max_size=5), max_size=3).map(tuple)
    both = st.tuples(one, st.dictionaries(st.just(lines), several))
    return both.map(lambda pair: {**pair[0], **pair[1]})


GROUND = {
    Api.V3: Message(
        Api.V3, "0", {"payload": {"notification": {"category": "IM", "x": {}}}, "y": 1}
    ),
    Api.V1: Message(
        Api.V1,
        "",
        {"message": {"android": {"notification": {"tag": "t"}}, "data": "{}"}},
    ),
}
BOTH = st.one_of(
    st.tuples(st.just(Api.V3), _texts(V3_PATHS, LINES), _texts(V3_PATHS, LINES)),
    st.tuples(
        st.just(Api.V1),
        _texts(LEGACY_PATHS, (*_ANDROID, "inbox_content")),
        _texts(LEGACY_PATHS, (*_ANDROID, "inbox_content")),
    ),
)


@given(BOTH)
def test_switching_there_and_back_changes_nothing(
    case: tuple[Api, Texts, Texts],
) -> None:
    api, mine, other = case
    message = with_texts(GROUND[api], mine)
    before = Languages(("en", "de"), "en", {"de": other})
    there, languages = switch(message, before, "de")
    back, after = switch(there, languages, "en")
    assert texts_of(there) == other
    assert (back, after) == (message, before)
    assert compact(back.document) == compact(message.document)


@given(BOTH)
def test_a_message_in_a_language_is_what_switching_gives(
    case: tuple[Api, Texts, Texts],
) -> None:
    api, mine, other = case
    message = with_texts(GROUND[api], mine)
    languages = Languages(("en", "de"), "en", {"de": other})
    assert message_in(message, languages, "de") == switch(message, languages, "de")[0]


BUTTON = (*_ANDROID, "buttons", "1", "name")


def test_a_text_that_finds_no_place_is_kept_with_its_language() -> None:
    languages = Languages(("en", "de"), "en", {"de": {BUTTON: "Öffnen"}})
    message, languages = switch(GROUND[Api.V1], languages, "de")
    assert languages.others["de"] == {BUTTON: "Öffnen"}
    assert message.document == GROUND[Api.V1].document
    message, languages = switch(message, languages, "en")
    assert languages.others == {"de": {BUTTON: "Öffnen"}}


def test_a_language_is_added_at_the_end() -> None:
    languages = added(two(), "de", {TITLE: "Paket"})
    assert languages.tags == ("en", "zh-Hans", "de")
    assert texts_in(alert(), languages, "de") == {TITLE: "Paket"}
    again = added(languages, "zh-Hans", {})
    assert again.tags == ("en", "zh-Hans", "de")
    assert texts_in(alert(), again, "zh-Hans") == {}


def test_a_language_is_taken_away() -> None:
    languages = added(two(), "de", {})
    message, left = removed(alert(), languages, "zh-Hans")
    assert message == alert()
    assert left == Languages(("en", "de"), "en", {"de": {}})


def test_the_language_beside_takes_the_place_of_the_active_one() -> None:
    languages = added(two(), "de", {})
    message, left = removed(alert(), languages, "en")
    assert message.title == CHINESE[TITLE]
    assert left == Languages(("zh-Hans", "de"), "zh-Hans", {"de": {}})


def test_one_language_alone_is_none() -> None:
    message, left = removed(alert(), two(), "en")
    assert (message.title, left) == (CHINESE[TITLE], None)
    assert removed(alert(), two(), "zh-Hans") == (alert(), None)


def test_a_language_keeps_texts_and_place_under_another_name() -> None:
    languages = renamed(two(), "en", "en-GB")
    assert (languages.tags, languages.active) == (("en-GB", "zh-Hans"), "en-GB")
    languages = renamed(languages, "zh-Hans", "zh-Hant")
    assert texts_in(alert(), languages, "zh-Hant") == CHINESE


def test_a_text_is_written_in_its_language() -> None:
    message, languages = with_text(alert(), two(), "zh-Hans", TITLE, "新")
    assert message == alert()
    assert texts_in(message, languages, "zh-Hans")[TITLE] == "新"
    message, languages = with_text(message, languages, "en", BODY, None)
    assert texts_of(message) == {TITLE: ENGLISH[TITLE]}
    message, languages = with_text(message, languages, "zh-Hans", TITLE, None)
    assert texts_in(message, languages, "zh-Hans") == {BODY: CHINESE[BODY]}

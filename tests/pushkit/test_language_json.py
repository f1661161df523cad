import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.language_json import languages_from_json, languages_to_json
from hmpush_gui.pushkit.languages import Languages, switch

from .language_samples import CHINESE, ENGLISH, LINES, TITLE, alert, two

TEXT = st.one_of(st.text(), st.lists(st.text()).map(tuple))
TEXTS = st.dictionaries(st.sampled_from([TITLE, LINES, ("a", "0", "b")]), TEXT)


@given(
    st.dictionaries(st.sampled_from(["zh-Hans", "de", "qps-rtl"]), TEXTS, min_size=1)
)
def test_languages_are_read_as_they_were_written(others: dict[str, Any]) -> None:
    languages = Languages(("en", *others), "en", others)
    text = json.dumps(languages_to_json(languages))
    assert languages_from_json(json.loads(text)) == languages


def test_texts_are_called_by_their_paths() -> None:
    assert languages_to_json(two()) == {
        "tags": ["en", "zh-Hans"],
        "active": "en",
        "others": {
            "zh-Hans": {
                "payload.notification.title": "您的包裹已发出",
                "payload.notification.body": "预计明天送达。",
            }
        },
    }


def test_the_order_of_the_tags_survives_a_switch() -> None:
    _, languages = switch(alert(), two(), "zh-Hans")
    again = languages_from_json(languages_to_json(languages))
    assert again.tags == ("en", "zh-Hans")
    assert again.others == {"en": ENGLISH}


def test_tags_and_empty_texts_may_be_left_out_by_hand() -> None:
    plain = {"active": "en", "others": {"zh-Hans": {".".join(TITLE): "新"}}}
    assert languages_from_json(plain).tags == ("en", "zh-Hans")
    bare = languages_from_json({"tags": ["de", "en"], "active": "en"})
    assert bare == Languages(("de", "en"), "en", {"de": {}})


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {},
        {"active": "en"},
        {"active": "en", "others": []},
        {"active": "en", "others": {"de": []}},
        {"active": "en", "others": {"de": {"a": 1}}},
        {"active": "en", "others": {"de": {"a": ["x", 1]}}},
        {"active": "en", "others": {"no tag": {}}},
        {"active": "en", "others": {"DE": {}}},
        {"active": "en", "tags": ["de", "fr"], "others": {}},
        {"active": "en", "tags": ["en", "en"], "others": {}},
        {"active": "en", "tags": ["en", "de"], "others": {"fr": {}}},
        {"active": ["en"], "tags": [["en"], "de"], "others": {}},
        {"active": "en", "tags": "en-de"},
    ],
)
def test_anything_else_is_refused(content: Any) -> None:
    with pytest.raises(ValueError, match=r"^no"):
        languages_from_json(content)


def test_an_empty_language_is_there_though_nothing_is_written_in_it() -> None:
    languages = Languages(("en", "zh-Hans", "de"), "en", {"zh-Hans": CHINESE, "de": {}})
    assert languages_from_json(languages_to_json(languages)) == languages

import pytest

from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.widget import read_widget, widget_words

FULL: Json = {
    "moduleName": "entry",
    "abilityName": "WeatherForm",
    "formName": "weather",
    "formId": 2**40,
    "version": 7,
    "formData": {"city": "杭州", "degrees": 24, "hours": [1, {"a": True}]},
    "images": [{"keyName": "icon", "url": "https://x/y.png", "require": 0}],
}


def widget(payload: object) -> Message:
    return Message(Api.V3, "1", {"payload": payload})


def words(payload: object) -> str:
    return " ".join(str(each) for each in widget_words(widget(payload)))


def test_a_widget_is_read_with_its_values_as_they_are_written() -> None:
    found = read_widget(widget(FULL))
    assert (found.module, found.ability, found.form) == (
        "entry",
        "WeatherForm",
        "weather",
    )
    assert (found.form_id, found.version) == (str(2**40), "7")
    assert found.rows == (
        ("city", "杭州"), ("degrees", "24"), ("hours", '[1,{"a":true}]'),
    )  # fmt: skip
    assert (found.picture_key, found.picture_url) == ("icon", "https://x/y.png")
    assert not found.picture_required


@pytest.mark.parametrize(
    "payload", [None, [], {}, {"formData": [], "images": "x"}, {"images": [5]}]
)
def test_what_is_missing_or_wrong_reads_as_empty(payload: object) -> None:
    found = read_widget(widget(payload))
    assert (found.form, found.rows, found.picture_url) == ("", (), "")


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({}, "the card “weather” with the ID 1099511627776; the app is not started"),
        ({}, "blocked for 30 days"),
        ({}, "Version 7 has to be greater"),
        ({"version": 0}, "Version 0 is always applied"),
        ({}, "the other values change all the same"),
        ({"images": [{"url": "https://x"}]}, "nothing is changed at all"),
    ],
)
def test_the_words_say_what_changes_and_when_nothing_does(
    change: Json, text: str
) -> None:
    assert text in words({**FULL, **change})


def test_nothing_is_said_of_a_picture_that_is_not_there() -> None:
    assert "picture" not in words({**FULL, "images": []})

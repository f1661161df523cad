import pytest

from hmpush_gui.pushkit.live_view_status import _words, status_words
from hmpush_gui.pushkit.schemas import schema


@pytest.mark.parametrize(
    ("status", "text", "words"),
    [
        ("START_BOARDING", "{{status}}", "Boarding"),
        ("START_BOARDING", "航班 {{status}}", "开始登机"),
        ("SOME_NEW_ONE", "航班", "Some new one"),
        ("", "航班", ""),
    ],
)
def test_a_status_is_said_in_the_language_of_the_text(
    status: str, text: str, words: str
) -> None:
    assert status_words(status, text) == words


def test_every_status_of_the_schema_has_words_in_both_languages() -> None:
    field = schema("v3-7")["properties"]["payload"]["properties"]["status"]
    assert set(_words()) == set(field["x-suggestions"])
    assert all(each["en"] and each["zh"] for each in _words().values())

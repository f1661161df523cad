import pytest

from hmpush_gui import assets
from hmpush_gui.pushkit.explain import (
    Explanation,
    explain_code,
    explain_reason,
    oauth_sentence,
)
from hmpush_gui.pushkit.protocol import ALL_INVALID, PARTIAL, RENEWABLE, SUCCESS
from hmpush_gui.pushkit.words import Sentence

CATALOGUE = assets.read_json("pushkit/codes.json")
CODES = sorted(CATALOGUE["codes"])
REASONS = sorted(CATALOGUE["reasons"])


def _is_whole(explanation: Explanation | None) -> bool:
    return bool(explanation and explanation.meaning.strip() and explanation.fix.strip())


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("code", CODES)
def test_each_code_has_a_meaning_and_a_next_step(code: str, language: str) -> None:
    assert set(CATALOGUE["codes"][code]) == {"en", "zh"}
    assert _is_whole(explain_code(code, language))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_has_a_meaning_and_a_next_step(reason: str, language: str) -> None:
    assert set(CATALOGUE["reasons"][reason]) == {"en", "zh"}
    assert _is_whole(explain_reason(reason, language))


@pytest.mark.parametrize("code", CODES)
def test_the_chinese_words_are_not_the_english_ones(code: str) -> None:
    english, chinese = explain_code(code, "en"), explain_code(code, "zh")
    assert english
    assert chinese
    assert english.meaning != chinese.meaning
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese.meaning)


@pytest.mark.parametrize("code", CODES)
def test_codes_are_eight_digits(code: str) -> None:
    assert len(code) == 8
    assert code.isdigit()


@pytest.mark.parametrize("code", [SUCCESS, PARTIAL, ALL_INVALID, *sorted(RENEWABLE)])
def test_every_code_the_program_acts_on_is_explained(code: str) -> None:
    assert explain_code(code)


@pytest.mark.parametrize("code", ["", "80000", "99999999", "None", "noRight"])
def test_an_unknown_code_is_not_explained(code: str) -> None:
    assert explain_code(code) is None


@pytest.mark.parametrize("reason", ["", "80300007", "somethingNew"])
def test_an_unknown_reason_is_not_explained(reason: str) -> None:
    assert explain_reason(reason) is None


def test_an_unknown_language_falls_back_to_english() -> None:
    assert explain_code(SUCCESS, "fr") == explain_code(SUCCESS, "en")


# Facts A.2, second table.
OAUTH = [
    ("1101", "12304", "does not match client ID 100000001"),
    ("1203", "12304", "does not match client ID 100000001"),
    ("1101", "20002", "Client ID 100000001 is not known"),
    ("1101", "20003", "Client ID 100000001 is not known"),
    ("1102", "20001", "Client ID 100000001 is not known"),
    ("1203", "12303", "Client ID 100000001 is not known"),
    ("1101", "20085", "empty or cut"),
    ("1101", "20171", "empty or cut"),
    ("1101", "20172", "empty or cut"),
    ("1101", "20182", "refused the client"),
    ("1203", "500", "try again later"),
    ("1203", "100300", "try again later"),
    ("9999", "", "refused the client"),
]


@pytest.mark.parametrize(("error", "sub_error", "words"), OAUTH)
def test_a_refusal_of_the_oauth_service_says_what_to_do(
    error: str, sub_error: str, words: str
) -> None:
    sentence = oauth_sentence(error, sub_error, "100000001", 400)
    assert words in str(sentence)
    assert f"{error}/{sub_error}" in str(sentence)


def test_an_answer_without_an_error_points_at_the_address() -> None:
    sentence = oauth_sentence("", "", "100000001", 502)
    assert isinstance(sentence, Sentence)
    assert "HTTP 502" in str(sentence)
    assert "OAuth host" in str(sentence)

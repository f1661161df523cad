import re
from collections.abc import Callable

import pytest

from hmpush_gui import assets
from hmpush_gui.pushkit.answers import ALL_INVALID, PARTIAL, RENEWABLE, SUCCESS
from hmpush_gui.pushkit.explain import (
    Explanation,
    explain_code,
    explain_device,
    explain_fate,
    explain_http,
    explain_oauth,
    explain_reason,
    explain_receipt,
    oauth_sentence,
    retry_of,
)
from hmpush_gui.pushkit.words import Sentence
from tests.cases import for_each

CATALOGUE = assets.read_json("pushkit/codes.json")
LOOK_UPS: dict[str, Callable[[str, str], Explanation | None]] = {
    "codes": explain_code,
    "reasons": explain_reason,
    "http": explain_http,
    "oauth": explain_oauth,
    "receipts": explain_receipt,
    "device": explain_device,
}
ROWS = [(table, key) for table in LOOK_UPS for key in CATALOGUE[table]]
_UNCONSOLED = r"(?<![A-Za-z.])(token|client (ID|secret))(?![A-Za-z])"
RETRIES = ("renew", "backoff", "limited", "later", "never")


def _known(table: str, key: str, language: str) -> Explanation:
    found = LOOK_UPS[table](key, language)
    assert found
    return found


@for_each("language", ["en", "zh"])
@for_each(("table", "key"), ROWS)
def test_each_code_has_a_meaning_and_a_next_step(
    table: str, key: str, language: str
) -> None:
    assert set(CATALOGUE[table][key]) == {"api", "retry", "source", "en", "zh"}
    assert set(CATALOGUE[table][key][language]) == {"meaning", "causes", "fix"}
    known = _known(table, key, language)
    assert known.retry in RETRIES
    for sentence in (known.meaning, *known.causes, known.fix):
        assert sentence == sentence.strip()
        assert sentence.endswith("。" if language == "zh" else "."), sentence


@for_each(("table", "key"), ROWS)
def test_both_languages_say_as_much(table: str, key: str) -> None:
    english, chinese = _known(table, key, "en"), _known(table, key, "zh")
    assert len(english.causes) == len(chinese.causes)
    assert english.retry == chinese.retry
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese.meaning)
    assert all(character < "\u4e00" for character in english.meaning)


SUCCESSES = {
    ("codes", "80000000"),
    ("codes", "83010000"),
    ("http", "200"),
    ("receipts", "0"),
}


@for_each("language", ["en", "zh"])
@for_each(("table", "key"), ROWS)
def test_whatever_is_no_success_has_a_likely_cause(
    table: str, key: str, language: str
) -> None:
    causes = _known(table, key, language).causes
    assert bool(causes) is ((table, key) not in SUCCESSES)
    assert len(set(causes)) == len(causes)


@for_each(("table", "key"), ROWS)
def test_chinese_writes_names_as_the_console_of_huawei_does(
    table: str, key: str
) -> None:
    known = _known(table, key, "zh")
    for sentence in (known.meaning, *known.causes, known.fix):
        assert not re.search(_UNCONSOLED, sentence)
        assert "工单" not in sentence


@for_each("code", sorted(CATALOGUE["codes"]))
def test_codes_are_eight_digits(code: str) -> None:
    assert len(code) == 8
    assert code.isdigit()


# Facts F.5, and the two codes of F.2 of which it says: once.
@pytest.mark.parametrize(
    ("retry", "codes"),
    [
        ("renew", {"80200001", "80200003", "80200005", "80300036"}),
        ("backoff", {"80100017", "83010002"}),
        ("limited", {"80000001", "81000001", "80600003", "83010005"}),
        ("later", {"80300029"}),
    ],
)
def test_only_some_codes_are_worth_repeating(retry: str, codes: set[str]) -> None:
    found = CATALOGUE["codes"].items()
    assert {code for code, entry in found if entry["retry"] == retry} == codes


@pytest.mark.parametrize(
    ("code", "status", "retry"),
    [
        ("", 401, "renew"),
        ("", 429, "backoff"),
        ("", 500, "limited"),
        ("", 502, "backoff"),
        ("", 503, "backoff"),
        ("", 504, "backoff"),
        ("", 590, "later"),
        ("", 400, "never"),
        ("", 418, "never"),
        ("99999999", 503, "backoff"),
        # The code decides, whatever the status.
        ("80300007", 503, "never"),
        ("80200003", 200, "renew"),
        ("81000001", 200, "limited"),
        ("1203/100300", 400, "limited"),
        ("1101/12304", 400, "never"),
    ],
)
def test_whether_to_repeat_follows_code_or_status(
    code: str, status: int, retry: str
) -> None:
    assert retry_of(code, status) == retry


def test_the_codes_that_a_new_token_may_cure_are_those_the_client_renews_at() -> None:
    found = CATALOGUE["codes"].items()
    assert {code for code, entry in found if entry["retry"] == "renew"} == RENEWABLE


# Facts F.2, the fix list below the table.
def test_the_causes_of_a_failed_authentication_are_in_order() -> None:
    causes = _known("codes", "80200001", "en").causes
    words = ("header", "project of the JWT", "key", "v3", "OAuth", "one app", "slashes")
    assert len(causes) == len(words)
    for cause, word in zip(causes, words, strict=True):
        assert word in cause


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


def test_a_device_refused_by_flow_control_is_told_what_to_do() -> None:
    known = explain_fate("", "HTTP 503")
    assert known is not None
    assert (known.retry, known.fix) == (
        "backoff",
        "Send again after a pause, and more slowly.",
    )
    # The word of somebody on the way, after which it may be on the phone.
    assert explain_fate("", "HTTP 502") is None
    assert explain_fate("80300007", "HTTP 503") == explain_code("80300007")
    assert explain_fate("80100000", "noRight") == explain_reason("noRight")

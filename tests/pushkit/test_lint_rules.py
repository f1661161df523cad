import pytest

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.lint_rules import (
    lint_problems,
    repeated_problems,
    shown_texts,
)
from hmpush_gui.pushkit.message import Json, Message
from hmpush_gui.pushkit.problem import Severity

ALERT = ("payload", "notification")


def alert(**fields: object) -> Message:
    blank = kind("v3-alert").message()
    document = blank.document
    for name, value in {"title": "Parcel", "body": "On its way", **fields}.items():
        document = write(document, (*ALERT, name), value)
    return Message(blank.api, "0", document)


def rules(message: Message) -> list[tuple[str, str]]:
    return [(each.rule, each.path[-1]) for each in lint_problems(message)]


def test_a_plain_message_is_left_alone() -> None:
    assert rules(alert()) == []


@pytest.mark.parametrize(
    "text", ["test", "Test 12", "测试", "测试123", "123", "hello", "12:30!", "TEST-7"]
)
def test_words_of_somebody_trying_out_are_told(text: str) -> None:
    assert ("lint-test", "title") in rules(alert(title=text))
    assert ("lint-test", "body") in rules(alert(body=text))


@pytest.mark.parametrize(
    "text", ["Your test results are in", "测试报告已生成", "Order 77", "🎉", "…", "A"]
)
def test_a_real_text_is_not_taken_for_a_try(text: str) -> None:
    assert rules(alert(title=text)) == []


@pytest.mark.parametrize("text", [" Parcel", "Parcel ", "Parcel\n"])
def test_blanks_at_the_ends_are_told(text: str) -> None:
    assert rules(alert(title=text)) == [("lint-blanks", "title")]


@pytest.mark.parametrize("text", [" ", "\u3000\u3000", "\n"])
def test_a_text_of_blanks_is_no_text(text: str) -> None:
    (problem,) = lint_problems(alert(body=text))
    assert (problem.rule, problem.path[-1]) == ("lint-blanks", "body")
    assert "nothing but blanks" in str(problem.sentence)


@pytest.mark.parametrize(
    ("sign", "rule"),
    [
        ("\u200b", "lint-invisible"),
        ("\ufeff", "lint-invisible"),
        ("\u00ad", "lint-invisible"),
        ("\u202e", "lint-direction"),
        ("\u2066", "lint-direction"),
        ("\u200f", "lint-direction"),
    ],
)
def test_characters_nobody_sees_are_told_with_their_place(sign: str, rule: str) -> None:
    found = list(lint_problems(alert(body=f"On its{sign} way")))
    assert [each.rule for each in found] == [rule]
    assert "7" in str(found[0].sentence)
    assert found[0].severity is Severity.WARNING


@pytest.mark.parametrize("text", ["👩‍👩‍👧 at home", "می‌خواهم"])
def test_joiners_that_belong_to_the_writing_are_left_alone(text: str) -> None:
    assert rules(alert(body=text)) == []


@pytest.mark.parametrize(
    "text",
    ["限时优惠，全场五折", "领取红包", "20% off today", "Big SALE", "new coupon"],
)
def test_marketing_in_a_service_category_is_told(text: str) -> None:
    found = rules(alert(body=text, category="EXPRESS"))
    assert found == [("lint-marketing", "category")]
    assert rules(alert(body=text, category="MARKETING")) == []


@pytest.mark.parametrize("text", ["Wholesale order", "Your parcel", "账户余额变动"])
def test_service_in_a_service_category_is_left_alone(text: str) -> None:
    assert rules(alert(body=text, category="EXPRESS")) == []


def test_the_lines_of_an_inbox_are_read_too() -> None:
    found = rules(alert(style=3, inboxContent=["fine", "bad \u200b line"]))
    assert found == [("lint-invisible", "inboxContent")]


def legacy(**android: object) -> Message:
    blank = kind("v1-notification").message()
    document: Json = write(blank.document, ("validate_only",), False)
    document = write(document, ("message", "notification", "title"), "Parcel")
    document = write(document, ("message", "notification", "body"), "On its way")
    for name, value in android.items():
        document = write(document, ("message", "android", name), value)
    return Message(blank.api, "", document)


def test_a_legacy_notification_without_a_category_is_told() -> None:
    assert rules(legacy(category=None)) == [("lint-category", "category")]
    assert rules(legacy(category="EXPRESS")) == []


def test_texts_of_a_legacy_notification_are_found_in_both_places() -> None:
    message = legacy(notification={"big_title": "Big", "click_action": {"type": 3}})
    assert [text for _, text in shown_texts(message)] == [
        "Parcel",
        "On its way",
        "Big",
    ]


def test_a_text_that_just_went_out_is_told() -> None:
    message = alert()
    recent = [("Parcel", "On its way")]
    assert [each.rule for each in repeated_problems(message, recent)] == [
        "lint-repeated"
    ]
    assert not list(repeated_problems(message, [("Parcel", "another")]))
    silent = kind("v3-background").message()
    assert not list(repeated_problems(silent, [("", "")]))

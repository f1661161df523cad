import pytest

from hmpush_gui.pushkit.language_tags import (
    COMMON,
    LONG,
    MIRRORED,
    canonical_tag,
    guess_tag,
    is_pseudo,
    runs_from_right,
)
from tests.cases import for_each


@for_each("tag", [*COMMON, LONG, MIRRORED, "sl-rozaj-1994", "de-x-a-b"])
def test_a_tag_stays_as_it_is_usually_written(tag: str) -> None:
    assert canonical_tag(tag) == tag


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        (" EN ", "en"),
        ("zh_hans_cn", "zh-Hans-CN"),
        ("pt-br", "pt-BR"),
        ("es-419", "es-419"),
        ("QPS-LONG", LONG),
        ("zh-cmn-hant", "zh-cmn-Hant"),
        ("en-u-ca-buddhist", "en-u-ca-buddhist"),
    ],
)
def test_a_tag_may_be_typed_in_other_ways(typed: str, tag: str) -> None:
    assert canonical_tag(typed) == tag


@pytest.mark.parametrize(
    "typed", ["", "e", "english", "zh--Hans", "en US", "中文", "en-", "e1", "en-x"]
)
def test_anything_else_is_no_tag(typed: str) -> None:
    assert canonical_tag(typed) is None


def test_some_writing_begins_at_the_right() -> None:
    right = {"ar", "he-IL", "fa", "az-Arab", MIRRORED}
    left = {"en", "zh-Hans", "ar-Latn", LONG, "tha", "th"}
    assert {tag for tag in right | left if runs_from_right(tag)} == right


def test_only_pseudo_locales_are_pseudo() -> None:
    assert [tag for tag in (*COMMON, LONG, MIRRORED) if is_pseudo(tag)] == [
        LONG,
        MIRRORED,
    ]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Your parcel", "en"),
        ("您的包裹 SF1", "zh-Hans"),
        ("荷物が届きます", "ja"),
        ("소포", "ko"),
        ("Посылка", "ru"),
        ("طردك", "ar"),
        ("พัสดุ", "th"),
        ("It arrives tomorrow morning. 包裹明天送达。", "en"),
        ("您的 HUAWEI Mate 60 Pro 已发货", "zh-Hans"),
        ("123 !", "en"),
        ("", "en"),
    ],
)
def test_the_letters_tell_the_language_probably(text: str, tag: str) -> None:
    assert guess_tag(["", text]) == tag

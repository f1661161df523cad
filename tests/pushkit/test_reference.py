import pytest

from hmpush_gui import assets
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.reference import (
    categories,
    limit_words,
    limits,
    regions,
    rights,
)


# Facts D.
def test_the_limits_are_those_of_the_facts() -> None:
    numbers = limits()
    assert numbers["body_bytes"] == 4096
    assert numbers["tokens"] == 1000
    assert numbers["test_tokens"] == 10
    assert numbers["ttl_seconds"] == 1_296_000
    assert numbers["jwt_seconds"] == 3600
    assert numbers["jwt_max_seconds"] == 86400


def test_the_caps_of_a_message_are_those_of_the_limits() -> None:
    message = Message(Api.V3, "0", {})
    test = Message(Api.V3, "0", {"pushOptions": {"testMessage": True}})
    assert message.token_cap == limits()["tokens"]
    assert test.token_cap == limits()["test_tokens"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_limit_says_what_it_means(language: str) -> None:
    words = limit_words(language)
    assert words.keys() == limits().keys()
    assert all(words.values())


# Facts C.2.
def test_only_marketing_needs_no_right() -> None:
    free = {each.name for each in categories() if not each.right}
    assert free == {"MARKETING", "CUSTOMER_SERVICE"}
    assert {each.right for each in categories()} - {""} <= set(rights())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_category_says_what_it_is_for(language: str) -> None:
    for each in categories(language):
        assert each.title
        assert each.meant_for
        assert each.phone
        assert each.quota


# Facts E.
def test_only_china_has_documented_hosts() -> None:
    assert {each.key: each.documented for each in regions()} == {
        "china": True,
        "germany": False,
        "singapore": False,
        "russia": False,
    }
    for each in regions("zh"):
        assert each.push_host.startswith("https://push-api.")
        assert each.oauth_host.startswith("https://oauth-login.")
        assert each.documented or "未公开" in each.note
    assert "not documented" in regions()[1].note.lower()


def test_an_unknown_language_falls_back_to_english() -> None:
    assert regions("fr") == regions("en")
    assert categories("fr") == categories("en")
    assert rights("fr") == rights("en")
    assert limit_words("fr") == limit_words("en")


@pytest.mark.parametrize(
    "name", ["codes", "kinds", "limits", "hosts", "categories", "schema/common"]
)
def test_each_file_names_its_source(name: str) -> None:
    content = assets.read_json(f"pushkit/{name}.json")
    assert content.get("source") or content["x-source"]

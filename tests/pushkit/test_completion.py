import json

import pytest

from hmpush_gui.pushkit.completion import Completion, completions, fitting
from hmpush_gui.pushkit.cursor_place import place_at
from hmpush_gui.pushkit.document import parse
from hmpush_gui.pushkit.kinds import Kind, kind, kinds
from hmpush_gui.pushkit.outline import Outline


def offered(marked: str, key: str = "v3-alert") -> list[Completion]:
    """What is offered at the `|` in the text, the best first."""
    text = marked.replace("|", "", 1)
    place = place_at(text, marked.index("|"))
    if place is None:
        return []
    present = Outline(text).keys(place.path)
    return fitting(completions(kind(key), place, present), place.typed)


def words(marked: str, key: str = "v3-alert") -> list[str]:
    return [each.word for each in offered(marked, key)]


def taken(marked: str, word: str) -> str:
    """The text after `word` was chosen, with the cursor as `|`."""
    text = marked.replace("|", "", 1)
    place = place_at(text, marked.index("|"))
    assert place is not None
    offer = next(each for each in offered(marked) if each.word == word)
    cut = len(offer.text) - offer.back
    put = offer.text[:cut] + "|" + offer.text[cut:]
    return text[: place.start] + put + text[place.end :]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("{|}", "payload"),
        ('{"pay|', "payload"),
        ('{"payload": {"no|', "notification"),
        ('{"payload": {"notification": {"click|', "clickAction"),
        ('{"payload": {"notification": {"category": "VO|"', "VOIP"),
        ('{"payload": {"notification": {"style": |', "0"),
        ('{"payload": {"notification": {"foregroundShow": f|', "false"),
        # By its label: the lines of the multi-line style.
        ('{"payload": {"notification": {"lines|', "inboxContent"),
    ],
)
def test_the_best_fit_comes_first(text: str, first: str) -> None:
    assert words(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        '{"payload": {"notification": {"clickAction": {"data": {|',
        '{"unknown": {|',
        '{"unknown": |',
        '{"payload": {"notification": {"category": "zzz|"',
        '{"a" |',
    ],
)
def test_where_nothing_is_known_nothing_is_offered(text: str) -> None:
    assert words(text) == []


def test_keys_that_are_there_already_are_not_offered_again() -> None:
    here = words('{"payload": {}, |')
    assert "payload" not in here
    assert "pushOptions" in here


def test_the_key_under_the_cursor_may_stay() -> None:
    assert "payload" in words('{"payload|": {}}')


def test_a_kind_is_offered_its_own_keys_alone() -> None:
    assert "notification" in words('{"message": {|', "v1-notification")
    assert "apns" not in words('{"message": {|', "v1-notification")
    assert "apns" in words('{"message": {|', "v1-apns")


def test_old_values_are_not_offered() -> None:
    assert words('{"message": {"android": {"urgency": |', "v1-notification")
    every = [each.word for each in offered('{"payload": {"notification": {|')]
    assert every.index("bigTitle") > every.index("inboxContent")


def test_what_is_required_or_the_default_says_so() -> None:
    notes = {each.word: str(each.note or "") for each in offered("{|")}
    assert notes["payload"] == "required"
    style = offered('{"payload": {"notification": {"style": |')
    assert [(each.label, str(each.note or "")) for each in style[:2]] == [
        ("Normal", "default"),
        ("Big text (deprecated)", ""),
    ]


@pytest.mark.parametrize(
    ("text", "word", "after"),
    [
        ("{|}", "payload", '{"payload": {|}}'),
        ('{"pa|"}', "payload", '{"payload": {|}}'),
        ('{|"x": 1}', "payload", '{"payload": {|},"x": 1}'),
        ('{"pu|": 1}', "pushOptions", '{"pushOptions"|: 1}'),
        ('{"pushOptions": {"bi|', "biTag", '{"pushOptions": {"biTag": "|"'),
        (
            '{"pushOptions": {"testM|',
            "testMessage",
            '{"pushOptions": {"testMessage": |',
        ),
        (
            '{"payload": {"notification": {"category": "V|"}}}',
            "VOIP",
            '{"payload": {"notification": {"category": "VOIP"|}}}',
        ),
    ],
)
def test_taking_one_writes_what_the_schema_wants(
    text: str, word: str, after: str
) -> None:
    assert taken(text, word) == after


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.key)
def test_a_key_offered_for_an_empty_message_makes_good_json(each: Kind) -> None:
    assert offered("{|}", each.key)
    for offer in offered("{|}", each.key):
        rest = "true" if offer.text.endswith(": ") else ""
        assert parse("{" + offer.text + rest + "}")


def test_values_are_json() -> None:
    offers = offered('{"payload": {"notification": {"category": |')
    assert len(offers) > 5
    for offer in offers:
        assert json.loads(offer.text) == offer.word

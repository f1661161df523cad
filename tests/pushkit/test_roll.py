"""A roll answers like a list of devices, and costs little more than its tokens."""

import sys
from collections.abc import Iterable

import pytest

from hmpush_gui.pushkit.device import Device, LastOutcome
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.roll import Roll

WHOLE = Device(
    "t9",
    "手机",
    "p",
    chosen=False,
    tags=("team", "beta"),
    note="Screen is cracked",
    language="zh-Hans",
    last=LastOutcome(Verdict.REJECTED, "80100000", "tokenFormatError", 1_700_000_000),
    dead="tokenFormatError",
)


def roll(*tokens: str) -> Roll:
    made = Roll("p")
    made.add(made.compare(tokens))
    return made


def tokens(devices: Iterable[Device]) -> list[str]:
    return [device.token for device in devices]


def test_tokens_are_compared_with_those_that_are_here() -> None:
    made = roll("a", "b", "a")
    found = made.compare(["b", "c", "c", "d"])
    assert (list(found.tokens), found.repeated) == (["c", "d"], 2)
    made.add(found)
    assert tokens(made.devices()) == ["a", "b", "c", "d"]


def test_what_came_between_comparing_and_adding_is_not_added_twice() -> None:
    made = roll("a")
    first, second = made.compare(["b", "c"]), made.compare(["c", "d"])
    assert made.add(first) == range(1, 3)
    assert made.add(second) == range(3, 4)
    assert tokens(made.devices()) == ["a", "b", "c", "d"]


def test_few_tokens_are_looked_up_among_many() -> None:
    made = roll(*(str(number) for number in range(100)))
    found = made.compare(["x", "99", "0"], few=True)
    assert (list(found.tokens), found.repeated) == (["x"], 2)


@pytest.mark.parametrize("slots", [[0], [2], [0, 2], [2, 0, 1], []])
def test_what_is_removed_comes_back_as_it_was(slots: list[int]) -> None:
    made = roll("a", "b", "c")
    made.tick([1], False)
    made.write(2, tags=("team",))
    made.lasts[2] = WHOLE.last
    before = list(made.devices())
    ticks = made.remove(slots)
    left = [each for number, each in enumerate("abc") if number not in slots]
    assert tokens(made.devices()) == left
    assert len(made) == 3 - len(slots)
    assert tokens(made.chosen()) == [each for each in left if each != "b"]
    assert [made.slot_of(each) is not None for each in "abc"] == [
        each in left for each in "abc"
    ]
    assert made.tag_counts == ({"team": 1} if "c" in left else {})
    assert made.lasts.counts() == ({Verdict.REJECTED: 1} if "c" in left else {})
    made.put_back(slots, ticks)
    made.put_back(slots, ticks)
    assert made.devices() == before
    assert (len(made), made.chosen_count) == (3, 2)
    assert made.tag_counts == {"team": 1}


def test_a_removed_token_that_is_added_again_comes_back_into_its_place() -> None:
    made = roll("a", "b", "c")
    made.write(1, label="Mine")
    made.remove([1])
    found = made.compare(["d", "b"])
    assert (list(found.tokens), list(found.removed), found.repeated) == (["d"], [1], 0)
    made.add(found)
    assert [each.label for each in made.devices()] == [
        "Device 1",
        "Mine",
        "Device 3",
        "Device 4",
    ]


def test_all_some_and_none_are_chosen() -> None:
    made = roll("a", "b", "c", "d")
    made.remove([3])
    made.tick(range(4), False)
    assert (len(made.chosen()), made.first_chosen()) == (0, None)
    made.tick(range(4), True)
    assert tokens(made.chosen()) == ["a", "b", "c"]
    before = bytes(made.ticks)
    made.tick([0, 1], False)
    assert (tokens(made.chosen()), made.chosen_count) == (["c"], 1)
    made.retick(before)
    assert tokens(made.chosen()) == ["a", "b", "c"]


def test_the_chosen_stay_as_they_were_whatever_becomes_of_the_roll() -> None:
    made = roll("a", "b")
    made.write(0, label="Mine", tags=("team",))
    chosen, expected = made.chosen(), list(made.chosen())
    made.write(0, label="Yours", tags=())
    made.tick([1], False)
    made.remove([0])
    made.add(made.compare(["c"]))
    assert chosen == expected
    assert tokens(made.chosen()) == ["c"]


def test_an_empty_name_is_none_of_its_own() -> None:
    made = roll("a")
    made.unnamed = "设备 {number}"
    made.write(0, label="Mine")
    assert made.label(0) == "Mine"
    made.write(0, label="")
    assert made.label(0) == "设备 1"


def test_the_longest_name_of_the_chosen_is_told_in_bytes() -> None:
    made = roll(*"abcdefghijkl")
    assert made.longest_label() == "Device 12"
    made.write(0, label="手机手机")
    assert made.longest_label() == "手机手机"
    made.tick([0, 11], False)
    assert made.longest_label() == "Device 11"
    made.tick(range(12), False)
    assert made.longest_label() == ""


def test_outcomes_settle_on_their_devices() -> None:
    made = roll("a", "b", "c")
    outcomes = [
        Outcome("b", Verdict.ACCEPTED, "80100000"),
        Outcome("elsewhere", Verdict.ACCEPTED, "80100000"),
        Outcome("c", Verdict.REJECTED, "80100000", "tokenFormatError"),
    ]
    assert made.settle(outcomes, {"c": "tokenFormatError"}, 5.0) == [1, 2]
    assert [each.last and each.last.verdict for each in made.devices()] == [
        None,
        Verdict.ACCEPTED,
        Verdict.REJECTED,
    ]
    assert [each.dead for each in made.devices()] == ["", "", "tokenFormatError"]


def test_a_dead_device_lives_again_when_it_is_accepted_and_not_before() -> None:
    made = roll("a")
    made.settle([Outcome("a", Verdict.REJECTED)], {"a": "80300007"}, 1.0)
    made.settle([Outcome("a", Verdict.NOT_SENT)], {}, 2.0)
    assert made.device(0).dead == "80300007"
    made.settle([Outcome("a", Verdict.ACCEPTED)], {}, 3.0)
    assert made.device(0).dead == ""


def test_a_million_devices_cost_little_beside_their_tokens() -> None:
    count = 1_000_000
    made = Roll("p")
    made.add(made.compare([str(number) for number in range(count)]))
    made.catch_up()
    columns = (made.ticks, made._gone, made.numbers, made._index._table)
    assert sum(map(sys.getsizeof, columns)) < 16 * count
    assert len(made.chosen()) == count
    assert made.chosen()[-1].label == "Device 1000000"
    assert isinstance(made.chosen().slots, range)


def test_tokens_that_do_not_repeat_are_compared_alike() -> None:
    roll = Roll("p")
    roll.add(roll.compare(["a", "b", "c"]))
    roll.remove([1])
    tokens = ["c", "d", "b", "e"]
    assert roll.compare(tokens, each_once=True) == roll.compare(tokens)
    assert roll.compare(tokens, each_once=True, few=True) == roll.compare(tokens)

"""What is listed is right, however long the list and wherever it stops."""

import random

import pytest

from hmpush_gui.pushkit import device_view
from hmpush_gui.pushkit.arrivals import Arrivals
from hmpush_gui.pushkit.device_view import (
    DeviceView,
    ListKind,
    SortKey,
    arrange,
    count_of,
    natural,
)
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.roll import Roll


@pytest.fixture(autouse=True)
def _short_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_view, "SLICE", 3)


@pytest.fixture
def roll() -> Roll:
    """Ten devices, of which number 9 was removed."""
    made = Roll("p")
    made.add(Arrivals([f"Token{letter}" for letter in "jihgfedcba"]))
    made.write(1, label="手机", tags=("Team", "beta"), note="Cracked SCREEN")
    made.write(2, label="phone 10", tags=("team",), language="zh")
    made.write(3, label="Phone 2", tags=("beta",), language="en")
    outcomes = [
        Outcome("Tokenj", Verdict.ACCEPTED),
        Outcome("Tokeni", Verdict.REJECTED, "80100000", "tokenFormatError"),
        Outcome("Tokenh", Verdict.UNKNOWN),
        Outcome("Tokeng", Verdict.NOT_SENT),
        Outcome("Tokenb", Verdict.ACCEPTED),
    ]
    made.settle(outcomes, {"Tokeni": "tokenFormatError"}, 100.0)
    made.settle([Outcome("Tokenf", Verdict.ACCEPTED)], {}, 50.0)
    made.remove([8])
    made.tick([0, 1], False)
    return made


def slots(roll: Roll, view: DeviceView) -> list[int]:
    work = arrange(roll, view)
    while True:
        try:
            next(work)
        except StopIteration as result:
            return list(result.value)


@pytest.mark.parametrize(
    ("kind", "tag", "expected"),
    [
        (ListKind.ALL, "", [0, 1, 2, 3, 4, 5, 6, 7, 9]),
        (ListKind.CHOSEN, "", [2, 3, 4, 5, 6, 7, 9]),
        (ListKind.FAILED, "", [1, 3]),
        (ListKind.UNKNOWN, "", [2]),
        (ListKind.ACCEPTED, "", [0, 4]),
        (ListKind.NEVER, "", [5, 6, 7, 9]),
        (ListKind.DEAD, "", [1]),
        (ListKind.TAG, "beta", [1, 3]),
        (ListKind.TAG, "Team", [1]),
        (ListKind.TAG, "nobody", []),
    ],
)
def test_each_list_holds_those_it_counts(
    roll: Roll, kind: ListKind, tag: str, expected: list[int]
) -> None:
    assert slots(roll, DeviceView(kind, tag)) == expected
    assert count_of(roll, kind, tag) == len(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  ", [0, 1, 2, 3, 4, 5, 6, 7, 9]),
        ("tokenH", [2]),
        ("手机", [1]),
        ("PHONE", [2, 3]),
        ("team", [1, 2]),
        ("screen beta", [1]),
        ("phone zz", []),
        # Those without a name are found by the one that is shown.
        ("device", [0, 4, 5, 6, 7, 9]),
        ("device 10", [9]),
        ("10", [2, 9]),
        ("evice 1x", []),
    ],
)
def test_every_word_stands_somewhere(
    roll: Roll, text: str, expected: list[int]
) -> None:
    assert slots(roll, DeviceView(text=text)) == expected


def test_a_list_and_words_narrow_together(roll: Roll) -> None:
    assert slots(roll, DeviceView(ListKind.TAG, "beta", "phone")) == [3]


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        (SortKey.TOKEN, [9, 7, 6, 5]),
        (SortKey.LABEL, [0, 4, 5, 6, 7, 9, 3, 2, 1]),
        (SortKey.LANGUAGE, [0, 1, 4, 5, 6, 7, 9, 3, 2]),
        (SortKey.TAGS, [0, 4, 5, 6, 7, 9, 3, 2, 1]),
        # Never, then by outcome, the earlier before the later, the dead last.
        (SortKey.LAST, [5, 6, 7, 9, 4, 0, 2, 3, 1]),
    ],
)
def test_rows_stand_in_order(roll: Roll, sort: SortKey, first: list[int]) -> None:
    assert slots(roll, DeviceView(sort=sort))[: len(first)] == first


def test_many_are_in_the_same_order_as_if_sorted_at_once() -> None:
    numbers = list(range(500))
    random.Random(1).shuffle(numbers)
    made = Roll("p")
    made.add(Arrivals([f"{number:03}" for number in numbers]))
    up = slots(made, DeviceView(sort=SortKey.TOKEN))
    down = slots(made, DeviceView(sort=SortKey.TOKEN, descending=True))
    assert [numbers[slot] for slot in up] == list(range(500))
    assert down == up[::-1]


def test_devices_that_are_alike_stay_as_they_came(roll: Roll) -> None:
    for descending in (False, True):
        view = DeviceView(ListKind.NEVER, sort=SortKey.TAGS, descending=descending)
        assert slots(roll, view) == [5, 6, 7, 9]


def test_work_stops_between_slices_and_only_there(
    roll: Roll, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = DeviceView(text="token", sort=SortKey.LABEL)
    assert len(list(arrange(roll, view))) == 3 + 2 + 2
    monkeypatch.setattr(device_view, "SLICE", 10)
    assert not list(arrange(roll, view))


def test_only_everything_as_it_came_is_plain() -> None:
    assert DeviceView(text=" ").plain
    assert not DeviceView(ListKind.DEAD).plain
    assert not DeviceView(sort=SortKey.LABEL).plain


def test_numbers_in_names_are_ordered_as_numbers() -> None:
    names = ["Phone 10", "phone 9", "Phone 010", "Phone", "2", "phone 2 b", "Phone 2 a"]
    assert sorted(names, key=natural) == [
        "2",
        "Phone",
        "Phone 2 a",
        "phone 2 b",
        "phone 9",
        "Phone 010",
        "Phone 10",
    ]
    assert natural("1" * 5000) > natural("9")

"""The account of tokens is true, however many there are, and small."""

import tracemalloc
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.books import Books, Count, Fate
from hmpush_gui.sandbox.scenario import Scenario

from .conftest import Asker, put

Json = dict[str, Any]


def test_every_token_has_its_own_count() -> None:
    books = Books()
    books.note(["a", "b", "b"], Fate.ACCEPTED)
    books.note(["a"], Fate.REFUSED)
    books.note(["c"], Fate.DOUBTED)

    assert books.count("a") == Count(2, 1, 1)
    assert books.count("b") == Count(2, 2, 0)
    assert books.count("c") == Count(1, 0, 0)
    assert books.count("d") == Count(0, 0, 0)
    assert (books.totals, books.tokens) == (Count(5, 3, 1), 3)
    assert books.spread == {Count(2, 1, 1): 1, Count(2, 2, 0): 1, Count(1, 0, 0): 1}
    assert books.repeats == ("b",)


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(Fate)), max_size=50)
)
def test_the_sums_add_up(story: list[tuple[str, Fate]]) -> None:
    books = Books()
    for token, fate in story:
        books.note([token], fate)

    counts = [books.count(token) for token in "abcdef"]
    assert books.totals == Count(*(sum(column) for column in zip(*counts, strict=True)))
    assert books.totals.received == len(story)
    assert sum(books.spread.values()) == books.tokens == len({t for t, _ in story})
    assert all(each.at_risk == each.received - each.refused for each in counts)


def test_a_token_costs_a_hundred_bytes_at_most() -> None:
    books = Books()
    tracemalloc.start()
    for start in range(0, 200_000, 1000):
        tokens = [f"{number:0130d}" for number in range(start, start + 1000)]
        books.note(tokens, Fate.ACCEPTED)
    del tokens
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size / 200_000 < 100
    assert books.count(f"{7:0130d}") == Count(1, 1, 0)


def test_each_way_to_end_is_booked(asker: Asker, alert: Json, legacy: Json) -> None:
    both = put(alert, "target.token", ["a", "SANDBOX-dead-1"])
    asker.send(both)
    asker.send(put(both, "payload.notification.title", ""))
    asker.send(both, Authorization="")
    asker.send(put(legacy, "message.token", ["a"]), Api.V1)
    dry = put(legacy, "validate_only", True)
    asker.send(put(dry, "message.token", ["a"]), Api.V1)
    asker.send(b"rubbish")

    assert asker.sandbox.books.count("a") == Count(4, 2, 2)
    assert asker.sandbox.books.count("SANDBOX-dead-1") == Count(3, 0, 3)


def test_scenarios_are_booked_as_their_sender_can_know(
    asker: Asker, alert: Json
) -> None:
    risk = {}
    for scenario in set(Scenario) - {Scenario.RANDOM}:
        asker.sandbox.reset()
        asker.sandbox.scenario = scenario
        asker.sandbox.answer(asker.request(alert))
        count = asker.sandbox.books.count("SANDBOX-live-000001")
        risk[scenario] = (count.received, count.accepted, count.refused)

    delivered, refused, doubted = (1, 1, 0), (1, 0, 1), (1, 0, 0)
    assert risk == {
        Scenario.NORMAL: delivered,
        Scenario.SLOW: delivered,
        Scenario.CUT: delivered,
        Scenario.HALF: delivered,
        Scenario.DRIP: delivered,
        Scenario.UNAVAILABLE: refused,
        Scenario.RETRY_AFTER: refused,
        Scenario.INNER_ERROR: refused,
        Scenario.EXPIRED_ONCE: refused,
        Scenario.TOO_LARGE: refused,
        Scenario.HTML: doubted,
        Scenario.CUT_EARLY: doubted,
    }

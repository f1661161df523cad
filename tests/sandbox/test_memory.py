"""Memory is long enough, and bounded."""

from hmpush_gui.sandbox.memory import Recent, Seen


def test_what_was_seen_is_known_until_its_time_is_over() -> None:
    seen = Seen(10)

    assert [seen.before(1, at) for at in (100, 109, 110, 111, 119, 120)] == [
        *(False, True, False, True, True, False)
    ]
    assert not seen.before(2, 120)


def test_spells_turn_without_losing_what_still_counts() -> None:
    seen = Seen(10)
    seen.before(1, 100)
    seen.before(2, 108)
    seen.before(3, 111)

    assert seen.before(2, 117)
    assert not seen.before(1, 117)
    assert not seen.before(3, 200)


def test_no_more_than_two_spells_are_kept() -> None:
    seen = Seen(10, keep=3)
    for key in range(7):
        seen.before(key, 0)

    assert len(seen._young) + len(seen._old) <= 6
    assert seen.before(6, 0)
    assert not seen.before(0, 0)


def test_the_recent_forgets_what_was_touched_longest_ago() -> None:
    recent = Recent[str, int](2)
    recent.put("a", 1)
    recent.put("b", 2)
    recent.put("a", 3)
    recent.put("c", 4)

    assert [recent.get(key) for key in "abc"] == [3, None, 4]
    assert (recent.pop("a"), recent.pop("a"), recent.get("a")) == (3, None, None)

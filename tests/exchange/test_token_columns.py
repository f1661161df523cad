"""Tokens are kept once, in their order, with what stands beside them."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.token_columns import Collector, Counts, Field, TokenColumns

CELL = st.text(st.sampled_from("ab \"'\u200b,"), max_size=3)
BATCHES = st.lists(st.lists(st.tuples(CELL, CELL)))


def collected(
    batches: Sequence[Sequence[tuple[str, str]]], known: Sequence[str] = ()
) -> TokenColumns:
    collector = Collector([Field.LABEL])
    for batch in batches:
        labels = [label for _, label in batch]
        collector.add([token for token, _ in batch], {Field.LABEL: labels})
    return collector.result(known)


def test_the_first_of_two_counts() -> None:
    rows = [[("a", "one"), ('"a"', "two"), ("b", " three ")], [("a", "four")]]
    found = collected(rows)
    assert found.tokens == ["a", "b"]
    assert found.fields == {Field.LABEL: ["one", "three"]}
    assert found.counts == Counts(read=4, repeated=2, cleaned=1)


def test_known_ones_are_counted_apart_from_repeated_ones() -> None:
    found = collected([[("a", "1"), ("b", "2"), ("a", "3"), ("", "4")]], ["a"])
    assert (found.tokens, found.fields[Field.LABEL]) == (["b"], ["2"])
    assert found.counts == Counts(read=3, repeated=1, known=1, empty=1)


@given(BATCHES, st.sets(CELL))
def test_everything_read_is_new_or_repeated_or_known(
    batches: list[list[tuple[str, str]]], known: set[str]
) -> None:
    found = collected(batches, sorted(known))
    counts = found.counts
    assert counts.read == len(found.tokens) + counts.repeated + counts.known
    assert counts.read + counts.empty == sum(map(len, batches))
    assert len(found.fields[Field.LABEL]) == len(set(found.tokens)) == len(found.tokens)
    assert not known & set(found.tokens)


@given(BATCHES)
def test_columns_or_not_the_tokens_are_the_same(
    batches: list[list[tuple[str, str]]],
) -> None:
    bare = Collector()
    for batch in batches:
        bare.add([token for token, _ in batch])
    assert bare.result().tokens == collected(batches).tokens
    assert bare.result().counts == collected(batches).counts

from hmpush_gui.exchange.token_columns import Collector, Columns, Field
from hmpush_gui.exchange.token_rows import EvenRows, Rows, collect

TABLE = [["name", "token"], ["P60", "a"], ["Mate", "b"], ["Nova", "c"]]
COLUMNS = Columns(1, {Field.LABEL: 0}, header=True)


def taken(*batches: Rows | EvenRows) -> tuple[list[str], list[str], int]:
    collector = Collector(COLUMNS.fields)
    collect(collector, batches, COLUMNS)
    found = collector.result(())
    return list(found.tokens), list(found.fields[Field.LABEL]), found.counts.uneven


def test_even_rows_are_taken_like_any_others() -> None:
    rows = [list(row) for row in TABLE]
    even = EvenRows([cell for row in TABLE[2:] for cell in row], 2)
    whole = (["a", "b", "c"], ["P60", "Mate", "Nova"], 0)
    assert taken(rows) == whole
    assert taken([list(row) for row in TABLE[:2]], even) == whole
    assert even.rows() == TABLE[2:]


def test_a_name_above_is_looked_for_in_the_first_row_that_says_something() -> None:
    assert taken([["", ""]], [list(row) for row in TABLE])[0] == ["a", "b", "c"]


def test_rows_of_another_length_are_counted_and_taken_all_the_same() -> None:
    tokens, _, uneven = taken([list(TABLE[0]), ["P60", "a", "more"], ["less"]])
    assert (tokens, uneven) == (["a"], 2)

"""Which column holds the tokens: by its name, or else by its shape."""

import time

import pytest

from hmpush_gui.exchange.token_columns import Columns, Field
from hmpush_gui.exchange.token_guess import guess_columns, is_token_name

A, B, C = ("IQAAAACy0" + each * 40 for each in "xyz")


@pytest.mark.parametrize(
    "name",
    ["token", "Token ", "push_token", "pushToken", "Push Token", "令牌", "推送 Token",
     "target.token", "registration-id", "illegalTokens"],
)  # fmt: skip
def test_a_column_of_tokens_is_known_by_its_name(name: str) -> None:
    assert is_token_name(name)


@pytest.mark.parametrize(
    "name", ["access_token", "tokens of Anna", "aaid", "", "label"]
)
def test_other_names_are_not_a_token_s(name: str) -> None:
    assert not is_token_name(name)


def test_names_say_what_is_what() -> None:
    rows = [["设备", "推送令牌", "标签", "备注", "语言"], ["P60", A, "qa", "", "zh"]]
    every = {Field.LABEL: 0, Field.TAGS: 2, Field.NOTE: 3, Field.LANGUAGE: 4}
    assert guess_columns(rows) == Columns(1, every, header=True)


def test_one_line_that_is_a_name_is_no_token() -> None:
    assert guess_columns([["push_token"], [A]]) == Columns(0, {}, header=True)


def test_without_names_the_longest_and_most_different_cells_are_tokens() -> None:
    rows = [["P60", A], ["Mate 60", B], ["P60", C]]
    assert guess_columns(rows) == Columns(1, {Field.LABEL: 0})


def test_names_that_we_do_not_know_are_names_all_the_same() -> None:
    rows = [["wer", "was", "wo"], ["P60", A, "x"], ["P60", B, "x"]]
    assert guess_columns(rows) == Columns(1, {}, header=True)
    rows[0][1] = C
    assert guess_columns(rows) == Columns(1)


def test_sentences_and_addresses_are_no_tokens() -> None:
    rows = [
        [A, "Found in the second drawer of the test bench, beside the window " * 2],
        [B, "https://example.com/devices/0123456789012345678901234567890123456789"],
    ]
    assert guess_columns(rows).token == 0


def test_where_all_columns_are_alike_every_cell_is_a_token() -> None:
    assert guess_columns([[A, B, C]]) == Columns()
    assert guess_columns([[A], [B]]) == Columns()


def test_a_column_without_anything_is_none() -> None:
    assert guess_columns([[A, ""], [B, ""]]) == Columns()


def test_keys_are_names_even_if_we_know_none() -> None:
    assert guess_columns([["k", "v"], ["x", A]], named=True) == Columns(
        1, {}, header=True
    )
    assert guess_columns([]) == Columns()


def test_a_table_as_wide_as_a_file_is_looked_at_in_its_first_columns() -> None:
    head, row = ["token", *[""] * 200_000], [A, *["x"] * 200_000]
    begin = time.thread_time()
    assert guess_columns([head, row]).token == 0
    assert guess_columns([row, row]).token is not None
    assert time.thread_time() - begin < 0.2

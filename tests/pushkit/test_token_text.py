"""What is cleaned away from tokens, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.device import read_tokens
from hmpush_gui.pushkit.token_text import (
    are_plain,
    clean_token,
    clean_tokens,
    is_plain,
    split_tokens,
)

AWKWARD = st.text(
    st.sampled_from("ab\"'`“”[](){}<>,; \t\r\n\u200b\ufeff\u2028中😀") | st.characters()
)


@given(AWKWARD)
def test_a_clean_token_stays_as_it_is(text: str) -> None:
    assert clean_token(clean_token(text)) == clean_token(text)


@given(st.lists(AWKWARD))
def test_many_are_cleaned_like_one(pieces: list[str]) -> None:
    assert clean_tokens(pieces) == list(map(clean_token, pieces))


@given(AWKWARD)
def test_nothing_is_added_to_a_token(text: str) -> None:
    left = iter(text)
    assert all(character in left for character in clean_token(text))


@given(st.lists(AWKWARD))
def test_what_is_plain_needs_no_cleaning(pieces: list[str]) -> None:
    if are_plain(pieces):
        assert [clean_token(piece) for piece in pieces] == pieces
        assert all(split_tokens(piece) == [piece] for piece in pieces if piece)


@given(AWKWARD)
def test_a_file_and_a_paste_are_cleaned_alike(text: str) -> None:
    clean = dict.fromkeys(map(clean_token, split_tokens(text)))
    clean.pop("", None)
    assert tuple(clean) == read_tokens(text).tokens


@pytest.mark.parametrize("text", ["a b", "a\n", '"a"', "[a", "a;", "a,b", "中", "\x00"])
def test_anything_else_is_looked_at(text: str) -> None:
    assert not is_plain(text.encode())


def test_any_letter_of_a_token_is_plain() -> None:
    assert is_plain(b"AZaz09-_+/=.:%~!#$&*?@^|\\")
    assert is_plain(b"a\nb", b"\n")

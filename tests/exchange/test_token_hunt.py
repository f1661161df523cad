from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.token_hunt import TokenHunt

TOKENS = st.lists(st.text("ab", min_size=8, max_size=12), max_size=6)


@given(TOKENS, st.lists(st.text("abc", max_size=10)))
def test_no_token_is_left_whatever_stands_around_it(
    tokens: list[str], between: list[str]
) -> None:
    parts = [part for pair in zip(between, tokens, strict=False) for part in pair]
    clean = TokenHunt(tokens).replace("c".join(parts), lambda _token: "*")
    assert not [token for token in tokens if token in clean]


def test_the_longest_token_is_replaced_as_a_whole() -> None:
    hunt = TokenHunt(["token-12345", "token-12345-67890"])
    seen: list[str] = []

    def name(token: str) -> str:
        seen.append(token)
        return "?"

    assert hunt.replace("a token-12345-67890, token-12345.", name) == "a ?, ?."
    assert seen == ["token-12345-67890", "token-12345"]


def test_words_of_every_day_are_no_tokens() -> None:
    assert TokenHunt(["parcel"]).replace("a parcel", lambda _token: "?") == "a parcel"


def test_very_many_tokens_that_begin_alike_are_found_at_once() -> None:
    tokens = [f"IQAAAACy{number:08d}" for number in range(50_000)]
    text = " ".join(tokens[:2000])
    assert TokenHunt(tokens).replace(text, lambda _token: "?") == " ".join(["?"] * 2000)

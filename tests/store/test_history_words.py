import pytest

from hmpush_gui.store.history_words import folded, token_mark


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Straße", "STRASSE"),
        ("БАНК", "банк"),
        ("\N{KELVIN SIGN}", "k"),
        ("优惠", "优惠"),
    ],
)
def test_case_is_folded_in_every_alphabet(text: str, same: str) -> None:
    assert folded(text) == folded(same)


def test_nothing_hides_behind_a_nul() -> None:
    assert folded("a\0B") == "a b"


@pytest.mark.parametrize("token", ["TOKEN-1", "Straße", "优惠", "\ud83d", ""])
def test_a_token_has_one_number_whatever_its_case(token: str) -> None:
    assert token_mark(token) == token_mark(token.swapcase())
    assert token_mark(token) != token_mark(token + "x")
    assert -(1 << 47) <= token_mark(token) < 1 << 47

"""Every finding has a title, and what is hidden has advice."""

from hmpush_gui.exchange.hilog import Certainty, Kind
from hmpush_gui.exchange.hilog_advice import CERTAINTIES, TITLES, advice_on


def test_every_kind_and_certainty_has_words() -> None:
    assert set(TITLES) == set(Kind)
    assert set(CERTAINTIES) == set(Certainty)


def test_only_what_is_hidden_has_advice() -> None:
    advised = {kind for kind in Kind if advice_on(kind, "")}
    assert advised == {
        Kind.MASKED_TOKEN,
        Kind.MASKED_ERROR,
        Kind.MASKED_AAID,
        Kind.UNPRINTED_TOKEN,
    }
    assert "%{public}s" in str(advice_on(Kind.MASKED_TOKEN, ""))
    assert "a part of it" in str(advice_on(Kind.MASKED_TOKEN, "IQ***"))

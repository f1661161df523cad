"""Chance is kept to its odds, and is the same for the same seed."""

from collections import Counter
from typing import Any

import pytest

from hmpush_gui.sandbox.chance import USUAL, Chance
from hmpush_gui.sandbox.scenario import Scenario

from .conftest import Asker

Json = dict[str, Any]


def test_the_same_seed_draws_the_same() -> None:
    first, second, other = Chance(seed=7), Chance(seed=7), Chance(seed=8)

    drawn = [first.draw() for _ in range(200)]

    assert [second.draw() for _ in range(200)] == drawn
    assert [other.draw() for _ in range(200)] != drawn


def test_shares_are_kept_to() -> None:
    chance = Chance({Scenario.CUT: 0.25, Scenario.HTML: 0.5}, seed=3)

    drawn = Counter(chance.draw() for _ in range(4000))

    assert drawn.keys() == {Scenario.CUT, Scenario.HTML, Scenario.NORMAL}
    assert abs(drawn[Scenario.CUT] - 1000) < 100
    assert abs(drawn[Scenario.HTML] - 2000) < 100


def test_what_is_certain_always_comes() -> None:
    chance = Chance({Scenario.CUT: 1.0})

    assert {chance.draw() for _ in range(100)} == {Scenario.CUT}
    assert {Chance({}).draw()} == {Scenario.NORMAL}


@pytest.mark.parametrize(
    "odds",
    [
        {Scenario.RANDOM: 0.1},
        {Scenario.CUT: 0.6, Scenario.HTML: 0.6},
        {Scenario.CUT: -0.1},
    ],
)
def test_odds_that_make_no_sense_are_refused(odds: dict[Scenario, float]) -> None:
    with pytest.raises(ValueError, match=r"random|shares"):
        Chance(odds)


def test_the_usual_odds_leave_most_requests_alone() -> None:
    assert 0 < sum(USUAL.values()) < 0.25


def test_each_request_draws_its_own_fate(asker: Asker, alert: Json) -> None:
    asker.sandbox.scenario = Scenario.RANDOM
    asker.sandbox.chance = Chance({Scenario.EXPIRED_ONCE: 0.5}, seed=1)

    codes = Counter(asker.send(alert).code for _ in range(40))

    assert codes.keys() == {"80000000", "80200005"}
    assert len(asker.delivered) == codes["80000000"]
    assert asker.sandbox.scenario is Scenario.RANDOM

"""A test of many cases fails for each of them that fails, by its name."""

import pytest

from .cases import for_each


def test_every_case_is_tried_and_those_that_fail_are_named() -> None:
    tried: list[int] = []

    @for_each("number", [1, 2, 3, 4], ids=lambda number: f"no. {number}")
    def even(number: int) -> None:
        tried.append(number)
        assert number % 2 == 0, "odd"

    with pytest.raises(AssertionError, match="2 of 4 fail") as caught:
        even()
    assert tried == [1, 2, 3, 4]
    assert "[no. 1] odd" in str(caught.value)
    assert "[no. 3] odd" in str(caught.value)
    assert "no. 2" not in str(caught.value)


def test_what_is_no_failed_assertion_says_at_which_case_it_was() -> None:
    @for_each(("above", "below"), [(1, 1), (1, 0)])
    def divided(above: int, below: int) -> None:
        assert above / below

    with pytest.raises(ZeroDivisionError) as caught:
        divided()
    assert caught.value.__notes__ == ["This was the case [1, 0]."]


def test_no_cases_are_a_mistake() -> None:
    with pytest.raises(AssertionError, match="no case"):
        for_each("number", [])


@for_each("right", [True])
@for_each("left", [False])
def test_fixtures_are_given_and_cases_of_two_kinds_meet(
    left: bool, right: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert (left, right) == (False, True)
    assert tmp_path_factory.getbasetemp().is_dir()

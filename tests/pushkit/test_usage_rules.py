import pytest

from hmpush_gui.pushkit.problem import Severity
from hmpush_gui.pushkit.usage import Count
from hmpush_gui.pushkit.usage_rules import usage_problems


@pytest.mark.parametrize(
    "count", [None, Count(999, 1000), Count(2, 2, 0), Count(0, 2, 0)]
)
def test_nothing_is_said_while_there_is_room(count: Count | None) -> None:
    assert list(usage_problems(count)) == []


def test_tests_used_up_are_told() -> None:
    (problem,) = usage_problems(Count(1000, 1000))
    assert (problem.rule, problem.severity) == ("quota-tests", Severity.WARNING)
    assert "1000 of 1000" in str(problem.sentence)


def test_devices_that_had_enough_are_told() -> None:
    (problem,) = usage_problems(Count(3, 2, 7))
    assert problem.rule == "quota-marketing"
    assert "from this computer: 7." in str(problem.sentence)

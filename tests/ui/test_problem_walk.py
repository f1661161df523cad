from hmpush_gui.pushkit.problem import Problem, hint
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.problem_walk import ProblemWalk


def problem(name: str) -> Problem:
    return hint(name, (name,), Sentence("test", name), "")


A, B, C = problem("a"), problem("b"), problem("c")


def test_it_goes_round() -> None:
    walk = ProblemWalk()
    steps = [walk.step([A, B, C], 1) for _ in range(4)]
    assert steps == [A, B, C, A]


def test_the_first_step_back_goes_to_the_last() -> None:
    walk = ProblemWalk()
    assert [walk.step([A, B, C], -1) for _ in range(3)] == [C, B, A]


def test_what_was_mended_leaves_its_place_to_the_next() -> None:
    walk = ProblemWalk()
    walk.step([A, B, C], 1)
    walk.step([A, B, C], 1)
    assert walk.step([A, C], 1) == C


def test_back_from_what_was_mended_goes_to_the_one_before() -> None:
    walk = ProblemWalk()
    walk.stop_at([A, B, C], B)
    assert walk.step([A, C], -1) == A


def test_it_goes_on_from_where_the_user_went() -> None:
    walk = ProblemWalk()
    walk.stop_at([A, B, C], B)
    assert walk.step([A, B, C], 1) == C


def test_a_problem_that_moved_is_found_again() -> None:
    walk = ProblemWalk()
    walk.stop_at([A, B], B)
    assert walk.step([B, C, A], 1) == C


def test_without_problems_it_starts_anew() -> None:
    walk = ProblemWalk()
    walk.step([A, B], 1)
    assert walk.step([], 1) is None
    assert walk.step([A, B], 1) == A

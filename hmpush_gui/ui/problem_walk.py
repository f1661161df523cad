"""Goes from one problem to the next, round and round."""

from collections.abc import Sequence

from hmpush_gui.pushkit.problem import Problem


class ProblemWalk:
    """Remembers the problem it stopped at, also while the list changes around it."""

    def __init__(self) -> None:
        self._at: Problem | None = None
        self._row = -1

    def step(self, problems: Sequence[Problem], by: int) -> Problem | None:
        """The problem `by` places on from the last one; None where there is none.

        The first step forward goes to the first problem. A problem that was mended
        leaves its place to the one that moved up.
        """
        if not problems:
            self._at, self._row = None, -1
            return None
        self._row = self._next(problems, by) % len(problems)
        self._at = problems[self._row]
        return self._at

    def stop_at(self, problems: Sequence[Problem], problem: Problem) -> None:
        """Go on from `problem`, to which the user went by another way."""
        self._at = problem
        self._row = problems.index(problem) if problem in problems else -1

    def _next(self, problems: Sequence[Problem], by: int) -> int:
        if self._at is None:
            return 0 if by > 0 else -1
        if self._at in problems:
            return problems.index(self._at) + by
        return self._row if by > 0 else self._row - 1

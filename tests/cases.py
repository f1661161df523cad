"""One test for many cases: all are tried, and those that fail are named together."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

SHOWN = 80
"""Letters of a case in its name."""

Test = Callable[..., None]
Ids = Callable[[Any], str] | Iterable[object] | None


def for_each(
    names: str | Sequence[str], values: Iterable[Any], ids: Ids = None
) -> Callable[[Test], Test]:
    """Like `pytest.mark.parametrize`, where a test of its own for each case costs more
    than what it looks at. Fixtures are the same for all cases: use none that change.
    """
    single = isinstance(names, str)
    keys = [names] if isinstance(names, str) else list(names)
    cases = [[value] if single else list(value) for value in values]
    called = _called(cases, ids)
    assert cases, "there is no case"
    assert len(called) == len(cases), "some cases have no name"

    def decorate(test: Test) -> Test:
        @wraps(test)
        def of_all(**fixtures: Any) -> None:
            failed = []
            for case, name in zip(cases, called, strict=True):
                try:
                    test(**dict(zip(keys, case, strict=True)), **fixtures)
                except AssertionError as error:
                    failed.append(f"[{name}] {error}")
                except BaseException as error:
                    error.add_note(f"This was the case [{name}].")
                    raise
            told = "\n\n".join(failed)
            assert not failed, f"{len(failed)} of {len(cases)} fail:\n{told}"

        del of_all.__wrapped__
        asked = inspect.signature(test).parameters.values()
        others = [each for each in asked if each.name not in keys]
        of_all.__signature__ = inspect.Signature(others)  # type: ignore[attr-defined]
        return of_all

    return decorate


def _called(cases: list[list[Any]], ids: Ids) -> list[str]:
    if ids is None:
        return [", ".join(repr(part)[:SHOWN] for part in case) for case in cases]
    if callable(ids):
        return [", ".join(ids(part) for part in case) for case in cases]
    return [str(name) for name in ids]

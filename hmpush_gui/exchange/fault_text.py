"""What may be told of an exception: where it happened, and none of the values.

Frames show lines of source text, which hold no values. What an exception says of itself
may hold any: the text of a message, a token, a key. It is told only where it speaks in
the interpreter's own words, and the redactor has it too.
"""

import errno
import re
import traceback
from collections.abc import Iterator

from .log_text import log_text

MOST_FRAMES = 40
"""The last frames are told of a deep trace, and how many are left out."""

_OWN_WORDS = (
    AttributeError,
    ImportError,
    IndexError,
    MemoryError,
    NameError,
    RecursionError,
    TypeError,
    ZeroDivisionError,
)
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_NAME = re.compile(r"['\"]<?[A-Za-z_][\w.]{0,60}>?['\"]")
_ROOTS = re.compile(
    r".*/(?=hmpush_gui/|tests/)|.*/(?:site|dist)-packages/|.*/lib/python[\d.]+/"
)


def fault_text(error: BaseException) -> str:
    """The trace of `error` and of what led to it, the first one first."""
    return log_text("\n".join(_parts(error, set())))


def kind_of(error: BaseException) -> str:
    """The exception's class, and what it says as far as that may be told."""
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ not in ("builtins", "__main__"):
        name = f"{kind.__module__}.{name}"
    said = _said(error)
    return f"{name}: {said}" if said else name


def _said(error: BaseException) -> str:
    if isinstance(error, OSError) and error.errno:
        return errno.errorcode.get(error.errno, str(error.errno))
    if code := getattr(error, "sqlite_errorname", None):
        return str(code)
    text = str(error)
    if isinstance(error, _OWN_WORDS):
        return _QUOTED.sub(_quoted, text.splitlines()[0] if text else "")
    return f"(what it says is left out: {len(text)} characters)" if text else ""


def _quoted(found: re.Match[str]) -> str:
    return found[0] if _NAME.fullmatch(found[0]) else "'…'"


def _parts(error: BaseException, seen: set[int]) -> Iterator[str]:
    """The texts of `error` and of those behind it."""
    seen.add(id(error))
    before, link = error.__cause__, "which led to:"
    if before is None and not error.__suppress_context__:
        before, link = error.__context__, "and while that was dealt with:"
    if before is not None and id(before) not in seen:
        yield from _parts(before, seen)
        yield f"\n{link}\n"
    yield from _frames(error)
    yield kind_of(error)
    if isinstance(error, BaseExceptionGroup):
        for number, one in enumerate(error.exceptions, 1):
            if id(one) not in seen:
                yield f"\n{number}. of {len(error.exceptions)}:\n"
                yield from _parts(one, seen)


def _frames(error: BaseException) -> Iterator[str]:
    frames = traceback.extract_tb(error.__traceback__)
    if len(frames) > MOST_FRAMES:
        yield f"  … {len(frames) - MOST_FRAMES} calls are left out …"
    for frame in frames[-MOST_FRAMES:]:
        yield f"  {short_path(frame.filename)}:{frame.lineno} in {frame.name}"
        if frame.line:
            yield f"      {frame.line}"


def short_path(path: str) -> str:
    """A source file without the folders in which it is installed."""
    path = path.replace("\\", "/")
    found = _ROOTS.match(path)
    if found:
        return path[found.end() :]
    return path if path.startswith("<") else path.rsplit("/", 1)[-1]

"""The trace of an exception says where, and none of the values."""

import errno
import json
import sqlite3

import pytest

from hmpush_gui.exchange.fault_text import MOST_FRAMES, fault_text, kind_of, short_path

TITLE = "Dear Mrs Marked"
TOKEN = "MarkedToken-" + "a1B2" * 12


def raised(error: Exception) -> Exception:
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def test_a_trace_names_the_place_and_the_line_of_source() -> None:
    secret = TITLE
    error = raised(KeyError(secret))
    text = fault_text(error)
    assert "tests/exchange/test_fault_text.py:" in text
    assert "in raised" in text
    assert "raise error" in text
    assert text.endswith("KeyError: (what it says is left out: 17 characters)")
    assert TITLE not in text


@pytest.mark.parametrize(
    "error",
    [
        ValueError(TITLE),
        KeyError(TOKEN),
        RuntimeError(f"task {TITLE}"),
        UnicodeDecodeError("utf-8", TITLE.encode(), 0, 1, TITLE),
        json.JSONDecodeError(TITLE, TITLE, 0),
        AssertionError(TITLE),
        AttributeError(f"'str' object has no attribute '{TITLE}'"),
        TypeError(f"unexpected '{TITLE}'\n{TITLE}"),
        FileNotFoundError(errno.ENOENT, "gone", f"/home/{TITLE}"),
        ExceptionGroup(TITLE, [ValueError(TITLE), KeyError(TOKEN)]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_value_is_in_it(error: Exception) -> None:
    error.add_note(TITLE)
    text = fault_text(raised(error))
    assert "Marked" not in text
    assert type(error).__name__ in text


def test_the_words_of_the_interpreter_stay() -> None:
    assert kind_of(AttributeError("'Foo' object has no attribute 'bar'")) == (
        "AttributeError: 'Foo' object has no attribute 'bar'"
    )
    assert kind_of(OSError(errno.ENOSPC, "full", "/x")) == "OSError: ENOSPC"
    with pytest.raises(sqlite3.Error) as caught:
        sqlite3.connect(":memory:").execute(f'SELECT "{TITLE}" FROM nothing')
    assert kind_of(caught.value) == "sqlite3.OperationalError: SQLITE_ERROR"


def test_what_led_to_it_comes_first() -> None:
    def fail() -> None:
        try:
            raise KeyError(TITLE)
        except KeyError as error:
            raise ValueError(TITLE) from error

    with pytest.raises(ValueError, match="Marked") as caught:
        fail()
    text = fault_text(caught.value)
    assert text.index("KeyError") < text.index("which led to:") < text.index("ValueErr")


def test_an_exception_that_leads_to_itself_ends() -> None:
    one, other = ValueError(), KeyError()
    one.__context__, other.__context__ = other, one
    assert fault_text(one).count("ValueError") == 1


def test_of_a_deep_trace_the_last_frames_are_told() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    lines = fault_text(caught.value).splitlines()
    assert len(lines) <= 2 * MOST_FRAMES + 2
    assert "calls are left out" in lines[0]


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("/home/li/app/hmpush_gui/ui/strip.py", "hmpush_gui/ui/strip.py"),
        (r"C:\Users\li\x\hmpush_gui\app.py", "hmpush_gui/app.py"),
        ("/usr/lib/python3.11/asyncio/tasks.py", "asyncio/tasks.py"),
        ("/x/lib/python3.11/site-packages/httpx/_client.py", "httpx/_client.py"),
        ("/home/li/secret-folder/other.py", "other.py"),
        ("<string>", "<string>"),
    ],
)
def test_a_path_says_nothing_of_who_installed_it(path: str, short: str) -> None:
    assert short_path(path) == short


def test_what_was_said_to_be_beside_the_point_is_left_out() -> None:
    try:
        try:
            raise ZeroDivisionError
        except ZeroDivisionError:
            raise IndexError("list index out of range") from None
    except IndexError as error:
        trace = fault_text(error)
    assert "ZeroDivisionError" not in trace.replace("except ZeroDivisionError", "")
    assert trace.endswith("IndexError: list index out of range")


def test_one_that_stands_twice_in_a_group_is_told_once() -> None:
    one = ValueError("x")
    trace = fault_text(ExceptionGroup("both", [one, one]))
    assert trace.count("ValueError") == 1

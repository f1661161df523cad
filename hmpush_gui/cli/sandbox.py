"""`hmpush sandbox`: Push Kit on a port of this machine, for a backend's own tests."""

import argparse
import errno
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.standalone import run

from .outcome import BadInput, Exit


def sandbox(options: argparse.Namespace) -> Exit:
    """Serve until Ctrl+C."""
    if options.credentials is None:
        print(
            "Nobody knows the credentials of this sandbox: to send to it, start it "
            "with --credentials DIR, and they are written there.",
            file=sys.stderr,
        )
    try:
        scenario = Scenario(options.scenario)
        with _stopped_by_signals() as stop:
            run(options.port, scenario, options.credentials, stop=stop)
    except CredentialError as error:
        raise BadInput(str(error.sentence)) from None
    except OSError as error:
        raise BadInput(_why(error, options)) from None
    except ValueError:
        names = ", ".join(Scenario)
        raise BadInput(f"There is no scenario {options.scenario}: {names}.") from None
    return Exit.GOOD


@contextmanager
def _stopped_by_signals() -> Iterator[Event]:
    """Set by Ctrl+C or by a plain `kill`, also where a script ignores the first."""
    stop = Event()
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(each, lambda *_: stop.set()) for each in numbers]
    try:
        yield stop
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _why(error: OSError, options: argparse.Namespace) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {options.port} is in use already. Choose another, or leave --port "
            "away for a free one."
        )
    if error.filename is not None:
        return (
            f"--credentials {options.credentials} cannot be used as a folder: "
            f"{error.strerror}."
        )
    return f"The sandbox cannot start: {error.strerror or error}."

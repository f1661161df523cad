"""`hmpush sandbox`: Push Kit on a port of this machine, for a backend's own tests."""

import argparse

from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.standalone import run

from .outcome import BadInput, Exit


def sandbox(options: argparse.Namespace) -> Exit:
    """Serve until Ctrl+C."""
    try:
        run(options.port, Scenario(options.scenario), options.credentials)
    except CredentialError as error:
        raise BadInput(str(error.sentence)) from None
    except OSError as error:
        raise BadInput(
            f"The sandbox cannot start: {error.strerror or error}."
        ) from None
    except ValueError:
        names = ", ".join(Scenario)
        raise BadInput(f"There is no scenario {options.scenario}: {names}.") from None
    return Exit.GOOD

"""The versions of a report name no machine and no user."""

import getpass
import platform

import pytest

from hmpush_gui import __version__
from hmpush_gui.versions import versions


@pytest.mark.usefixtures("qapp")
def test_what_matters_is_named_and_nobody_is() -> None:
    found = versions()
    assert found["hmpush"] == __version__
    assert "?" not in found.values()
    said = " ".join(found.values()).split()
    assert platform.node() not in said
    assert getpass.getuser() not in said

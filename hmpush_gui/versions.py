"""What this program runs on, for reports."""

import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from hmpush_gui import __version__


def versions() -> Mapping[str, str]:
    """Version by name; none names the machine or its user."""
    bits = (platform.system(), platform.release(), platform.machine())
    return {
        "hmpush": __version__,
        "Python": f"{platform.python_version()} ({platform.python_implementation()})",
        "Qt": f"{qVersion()} ({QGuiApplication.platformName()})",
        "PySide6": PySide6.__version__,
        "httpx": _version("httpx"),
        "qasync": _version("qasync"),
        "System": " ".join(bits),
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"

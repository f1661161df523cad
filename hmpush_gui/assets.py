"""Finds the files of `resources/`, in a checkout and in an installed wheel."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent


@cache
def resources() -> Path:
    """The folder: inside the package in a wheel, beside it in a checkout."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def read_json(name: str) -> Any:
    """The JSON resource `name`, such as `pushkit/limits.json`."""
    return json.loads((resources() / name).read_text("utf-8"))


def path(name: str) -> str:
    """The path of the resource `name`, as Qt's loaders take it."""
    return str(resources() / name)

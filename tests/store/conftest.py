"""A folder and a history of their own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.history import History


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def history() -> Iterator[History]:
    history = History(None)
    yield history
    history.close()

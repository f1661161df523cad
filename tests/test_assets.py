"""Resources are found, in a checkout and in a wheel."""

import json
from pathlib import Path

import pytest

from hmpush_gui import assets


def test_every_json_resource_can_be_read() -> None:
    found = sorted(assets.resources().rglob("*.json"))
    assert len(found) >= 6
    for path in found:
        name = path.relative_to(assets.resources()).as_posix()
        assert assets.read_json(name) == json.loads(path.read_text("utf-8"))


def test_the_folder_inside_an_installed_package_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hmpush_gui" / "resources").mkdir(parents=True)
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "hmpush_gui")
    find = assets.resources.__wrapped__
    assert find() == tmp_path / "hmpush_gui" / "resources"
    (tmp_path / "hmpush_gui" / "resources").rmdir()
    assert find() == tmp_path / "resources"

import pytest

from hmpush_gui.store.errors import Damaged
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.settings import SettingsStore


def test_there_are_none_at_first(folder: DataFolder) -> None:
    assert SettingsStore(folder).load() == {}


def test_settings_come_back(folder: DataFolder) -> None:
    settings = {"window": "AAAA==", "language": "中文", "": ""}
    SettingsStore(folder).save(settings)
    assert SettingsStore(folder).load() == settings


def test_equal_settings_make_equal_files(folder: DataFolder) -> None:
    SettingsStore(folder).save({"a": "1", "b": "2"})
    before = folder.read_bytes("settings.json")
    SettingsStore(folder).save({"b": "2", "a": "1"})
    assert folder.read_bytes("settings.json") == before


def test_what_is_loaded_may_be_changed(folder: DataFolder) -> None:
    SettingsStore(folder).load()["a"] = "1"
    assert SettingsStore(folder).load() == {}


@pytest.mark.parametrize("text", ["[]", '{"a": 1}', '{"a": null}', "no"])
def test_another_shape_is_damage(folder: DataFolder, text: str) -> None:
    folder.write_text("settings.json", text)
    with pytest.raises(Damaged, match=r"settings\.json"):
        SettingsStore(folder).load()
    assert SettingsStore(folder).load() == {}

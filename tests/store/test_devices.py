import pytest

from hmpush_gui.pushkit.device import Device
from hmpush_gui.store.devices import DeviceStore
from hmpush_gui.store.errors import Damaged
from hmpush_gui.store.folder import DataFolder


def test_there_are_none_at_first(folder: DataFolder) -> None:
    assert DeviceStore(folder).load() == []


def test_devices_come_back_in_their_order(folder: DataFolder) -> None:
    devices = [Device("t2", "手机 📱", "p"), Device("t1", "", "q", chosen=False)]
    DeviceStore(folder).save(devices)
    assert DeviceStore(folder).load() == devices


def test_half_a_character_in_a_label_comes_back(folder: DataFolder) -> None:
    devices = [Device("t", "\ud83d", "p")]
    DeviceStore(folder).save(devices)
    assert DeviceStore(folder).load() == devices


def test_a_hundred_thousand_devices_come_back(folder: DataFolder) -> None:
    devices = [Device(f"token {number}", "", "p") for number in range(100_000)]
    DeviceStore(folder).save(devices)
    assert DeviceStore(folder).load() == devices


def test_a_device_without_a_token_is_damage(folder: DataFolder) -> None:
    folder.write_text("devices.json", '[{"label": "l", "project": "p"}]')
    with pytest.raises(Damaged, match=r"devices\.json"):
        DeviceStore(folder).load()

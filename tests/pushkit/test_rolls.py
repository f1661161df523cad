from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.rolls import put, rolls_of

from .test_roll import WHOLE, roll, tokens


def test_devices_come_back_whole() -> None:
    made = roll("a", "b")
    put(made, WHOLE)
    assert made.devices() == [
        Device("a", "Device 1", "p"),
        Device("b", "Device 2", "p"),
        WHOLE,
    ]
    assert made.chosen() == made.devices()[:2]
    assert (len(made), made.chosen_count, made.first_chosen()) == (3, 2, 0)


def test_rolls_part_devices_by_project() -> None:
    devices = [
        Device("a", "A", "p"),
        WHOLE,
        Device("a", "B", "q"),
        Device("a", "C", "q"),
    ]
    rolls = rolls_of(devices)
    assert {key: tokens(each.devices()) for key, each in rolls.items()} == {
        "p": ["a", "t9"],
        "q": ["a"],
    }
    assert rolls["p"].device(1) == WHOLE

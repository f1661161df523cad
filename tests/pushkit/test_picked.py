from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.picked import Picked
from hmpush_gui.pushkit.roll import Roll


def roll() -> Roll:
    made = Roll("p")
    made.add(made.compare("abc"))
    return made


def test_it_is_a_sequence_in_the_order_of_its_slots() -> None:
    picked = Picked(roll(), [2, 0])
    assert [each.token for each in picked] == ["c", "a"]
    assert (len(picked), picked[-1].token, picked[:1][0].token) == (2, "a", "c")
    assert picked == (Device("c", "Device 3", "p"), Device("a", "Device 1", "p"))
    assert picked != [Device("c", "Device 3", "p")]
    assert Device("a", "Device 1", "p") in picked
    assert repr(picked) == "<2 devices of 'p'>"


def test_tokens_are_told_without_making_devices() -> None:
    made = roll()
    picked = Picked(made, range(3))
    assert list(map(id, picked.tokens())) == list(map(id, made.tokens))
    assert (picked.token(1), picked.label(1)) == ("b", "Device 2")
    assert (picked[1:].token(1), picked[1:].label(1)) == ("c", "Device 3")

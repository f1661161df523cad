from hmpush_gui.samples import sample_devices


def test_no_two_sample_devices_end_alike() -> None:
    devices = sample_devices(["first", "second"], "dead", "abroad")
    ends = [device.token[-4:] for device in devices]
    assert ends == ["0001", "0002", "0003", "0004"]
    assert [device.chosen for device in devices] == [True, True, True, False]

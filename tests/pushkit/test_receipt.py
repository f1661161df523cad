"""Moments in the time of this computer."""

import time

import pytest

from hmpush_gui.pushkit.receipt import local_time


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no zones by environment")
@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("UTC", "2030-03-17 17:46:41 UTC+00:00"),
        ("Asia/Shanghai", "2030-03-18 01:46:41 UTC+08:00"),
        ("America/St_Johns", "2030-03-17 15:16:41 UTC-02:30"),
    ],
)
def test_a_moment_is_told_with_its_zone(
    monkeypatch: pytest.MonkeyPatch, zone: str, words: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        assert local_time(1_900_000_001) == words
    time.tzset()
    assert local_time(None) == ""

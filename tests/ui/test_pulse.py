from pytestqt.qtbot import QtBot

from hmpush_gui.ui.pulse import Pulse

from .conftest import Heard


def test_what_follows_fast_is_told_together(
    qapp: object, heard: Heard, qtbot: QtBot
) -> None:
    assert qapp
    pulse = Pulse(interval=40)
    beats = heard(pulse.beat)
    for _ in range(5):
        pulse.want()
    assert len(beats) == 1
    qtbot.waitUntil(lambda: len(beats) == 2)
    qtbot.wait(60)
    assert len(beats) == 2
    pulse.want()
    assert len(beats) == 3


def test_the_last_word_is_told_at_once(qapp: object, heard: Heard) -> None:
    assert qapp
    pulse = Pulse(interval=10_000)
    beats = heard(pulse.beat)
    pulse.want()
    pulse.want()
    pulse.flush()
    assert len(beats) == 2
    pulse.forget()
    pulse.want()
    assert len(beats) == 3

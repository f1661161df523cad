from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.pause import Pause


def test_it_tells_once_when_nothing_happens_any_more(qtbot: QtBot) -> None:
    owner, told = QObject(), []
    pause = Pause(20, owner)
    pause.timeout.connect(lambda: told.append(True))
    pause.start()
    pause.start()
    qtbot.waitUntil(lambda: not pause.isActive())
    qtbot.wait(60)
    assert told == [True]

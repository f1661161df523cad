from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.kept_line import KeptLine

from .conftest import Heard


def test_unknown_keys_are_named_and_shown_in_the_json(
    qtbot: QtBot, heard: Heard
) -> None:
    line = KeptLine("content")
    qtbot.addWidget(line)
    wanted = heard(line.json_wanted)
    assert line.isHidden()
    paths = [("future",), ("payload", "notification", "new")]
    line.show_paths(paths)
    assert not line.isHidden()
    (words,) = [label.text() for label in line.findChildren(QLabel)]
    assert words == "Kept as they are: future, notification.new"
    line.button.click()
    assert wanted == [(("future",),)]
    line.show_paths([])
    assert line.isHidden()
    line.button.click()
    assert len(wanted) == 1

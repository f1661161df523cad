from PySide6.QtCore import (
    QCoreApplication,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from hmpush_gui.ui.main_window import MainWindow

from .conftest import Heard

COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def files(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    data.setText("\n".join(paths))
    return data


def enter(target: QObject, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    event.ignore()
    QCoreApplication.sendEvent(target, event)
    return event.isAccepted()


def drop(target: QObject, data: QMimeData) -> bool:
    event = QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE)
    event.ignore()
    QCoreApplication.sendEvent(target, event)
    return event.isAccepted()


def test_messages_are_taken_before_any_field_can(
    shown: MainWindow, heard: Heard
) -> None:
    dropped, handle = heard(shown.drop.dropped), shown.windowHandle()
    data = files("/a/1.json", "/a/2.JSON")
    assert enter(handle, data)
    assert dropped == []
    assert drop(handle, data)
    assert dropped == [(["/a/1.json", "/a/2.JSON"],)]


def test_other_files_are_left_to_the_field_and_taken_behind_it(
    shown: MainWindow, heard: Heard
) -> None:
    dropped = heard(shown.drop.dropped)
    data = files("/a/tokens.txt")
    assert not shown.drop.eventFilter(
        shown.windowHandle(), QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    )
    assert enter(shown, data)
    assert drop(shown, data)
    assert dropped == [(["/a/tokens.txt"],)]


def test_text_and_pages_of_the_web_are_not_ours(
    shown: MainWindow, heard: Heard
) -> None:
    dropped = heard(shown.drop.dropped)
    text, web = QMimeData(), QMimeData()
    text.setText("hello")
    web.setUrls([QUrl("https://example.com/a.json")])
    for data in (text, web):
        assert not enter(shown, data)
        assert not drop(shown, data)
    assert dropped == []


def test_several_files_open_the_first_and_say_so(
    shown: MainWindow, heard: Heard
) -> None:
    wanted = heard(shown.filing.open_wanted)
    drop(shown.windowHandle(), files("/a/1.json", "/a/2.json"))
    assert wanted == [("/a/1.json",)]
    assert "1.json is opened" in shown.notices.texts()[0]

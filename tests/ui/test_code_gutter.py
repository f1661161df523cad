import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.code_edit import CodeEdit
from hmpush_gui.ui.code_gutter import CodeGutter
from hmpush_gui.ui.code_marks import Mark, Weight

from .conftest import show

TEXT = '{\n  "a": {\n    "b": 1\n  }\n}'


@pytest.fixture
def edit(qtbot: QtBot) -> CodeEdit:
    edit = CodeEdit(gutter=True)
    qtbot.addWidget(edit)
    edit.resize(300, 200)
    edit.setPlainText(TEXT)
    show(qtbot, edit)
    return edit


def gutter(edit: CodeEdit) -> CodeGutter:
    found = edit.findChild(CodeGutter)
    assert isinstance(found, CodeGutter)
    return found


def middle(edit: CodeEdit, line: int) -> QPoint:
    area = dict(edit.visible_lines())[line]
    return QPoint(gutter(edit).width() - 8, area.center().y())


def test_the_text_begins_right_of_the_gutter(edit: CodeEdit) -> None:
    strip = gutter(edit).geometry()
    assert edit.viewport().geometry().left() > strip.right()
    assert strip.width() == gutter(edit).wanted_width()


def test_the_gutter_grows_with_the_number_of_lines(edit: CodeEdit) -> None:
    narrow = gutter(edit).wanted_width()
    edit.setPlainText("\n" * 1200)
    assert gutter(edit).width() > narrow


def test_a_line_stands_beside_its_number(edit: CodeEdit) -> None:
    areas = dict(edit.visible_lines())
    assert list(areas) == [0, 1, 2, 3, 4]
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(3).position())
    top = edit.cursorRect(cursor).top() + edit.viewport().y()
    assert abs(areas[3].top() + gutter(edit).y() - top) <= 1


def test_a_click_on_an_arrow_folds(edit: CodeEdit) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(gutter(edit), left, pos=middle(edit, 1))
    assert not edit.document().findBlockByNumber(2).isVisible()
    QTest.mousePress(gutter(edit), left, pos=middle(edit, 1))
    assert edit.document().findBlockByNumber(2).isVisible()
    QTest.mousePress(gutter(edit), left, pos=middle(edit, 2))
    assert edit.folds.folded_lines() == set()


def picture(edit: CodeEdit) -> QImage:
    return gutter(edit).grab().toImage()


def test_a_mark_has_its_sign(edit: CodeEdit) -> None:
    before = picture(edit)
    edit.show_marks([Mark(12, 14, Weight.WARNING, "Look.")])
    assert picture(edit) != before
    edit.show_marks([Mark(12, 14, Weight.STRANGE, "Unknown.")])
    assert picture(edit) == before


def test_a_mark_that_is_folded_away_shows_at_its_fold(edit: CodeEdit) -> None:
    edit.show_marks([Mark(TEXT.index("1"), TEXT.index("1") + 1, Weight.BAD, "Bad.")])
    assert not edit.marks_on(1)
    edit.folds.fold(1)
    assert [each.mark.words for each in edit.marks_on(1)] == ["Bad."]


def test_the_sign_says_what_is_wrong(edit: CodeEdit) -> None:
    edit.show_marks([Mark(4, 7, Weight.BAD, "<Bad>")])
    point = middle(edit, 1)
    where = gutter(edit).mapToGlobal(point)
    event = QHelpEvent(QEvent.Type.ToolTip, point, where)
    QApplication.sendEvent(gutter(edit), event)
    assert "&lt;Bad&gt;" in QToolTip.text()
    QToolTip.hideText()

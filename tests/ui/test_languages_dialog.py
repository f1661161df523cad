import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import read, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.languages import added
from hmpush_gui.pushkit.message import Draft, Message
from hmpush_gui.pushkit.multi_lang import PATH
from hmpush_gui.ui import theme
from hmpush_gui.ui.languages_dialog import LanguagesDialog
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.theme import Tone
from tests.pushkit.language_samples import (
    BODY,
    CHINESE,
    ENGLISH,
    LINES,
    TITLE,
    alert,
    two,
)

from .conftest import focused, press_key


@pytest.fixture
def dialog(shown: MainWindow, qtbot: QtBot) -> LanguagesDialog:
    shown.document.load(Draft(alert(), languages=two()))
    shown.translating.show()
    dialog = shown.findChild(LanguagesDialog)
    assert isinstance(dialog, LanguagesDialog)
    qtbot.waitActive(dialog)
    return dialog


def button(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, f"languages.{name}")
    assert isinstance(found, QPushButton)
    return found


def choose(menu: QMenu, words: str) -> None:
    menu.aboutToShow.emit()
    for action in menu.actions():
        if action.text().startswith(words):
            action.trigger()
            return
    raise AssertionError([action.text() for action in menu.actions()])


def sent(dialog: LanguagesDialog) -> str:
    label = dialog.findChild(QLabel, "languages.sent")
    assert isinstance(label, QLabel)
    return label.text()


def tags(dialog: LanguagesDialog) -> tuple[str, ...]:
    return dialog.model.languages.tags


def test_it_stays_one_window(shown: MainWindow, dialog: LanguagesDialog) -> None:
    assert not dialog.isModal()
    dialog.close()
    shown.translating.show()
    assert shown.findChildren(LanguagesDialog) == [dialog]
    assert dialog.isVisible()


def test_what_changes_while_it_is_closed_is_there_when_it_opens(
    shown: MainWindow, dialog: LanguagesDialog
) -> None:
    dialog.close()
    shown.document.set_value(TITLE, "New")
    shown.translating.show()
    assert dialog.model.index(0, 1).data() == "New"


def test_languages_are_added_from_a_list(
    shown: MainWindow, dialog: LanguagesDialog
) -> None:
    choose(dialog.bar.add.menu(), "de · Deutsch")
    assert tags(dialog) == ("en", "zh-Hans", "de")
    assert dialog.model.tag(dialog.table.currentIndex().column()) == "de"
    dialog.bar.add.menu().aboutToShow.emit()
    names = [each.text() for each in dialog.bar.add.menu().actions()]
    assert "de · Deutsch" not in names
    choose(dialog.bar.copy.menu(), "en")
    assert dialog.model.index(0, 3).data() == ENGLISH[TITLE]
    shown.document.undo_stack.undo()
    shown.document.undo_stack.undo()
    assert shown.document.languages == two()


def test_any_other_language_is_typed(dialog: LanguagesDialog) -> None:
    choose(dialog.bar.add.menu(), "Other")
    dialog.entry.field.setText("fi")
    press_key(dialog.entry.field, Qt.Key.Key_Return)
    assert tags(dialog) == ("en", "zh-Hans", "fi")
    assert dialog.isVisible()


def test_pseudo_locales_are_made_by_one_click(dialog: LanguagesDialog) -> None:
    choose(dialog.bar.add.menu(), "qps-long")
    choose(dialog.bar.add.menu(), "qps-rtl")
    assert tags(dialog)[2:] == ("qps-long", "qps-rtl")
    assert str(dialog.model.index(0, 3).data()).startswith("[Ýöûŕ")


def test_the_buttons_are_about_the_current_language(
    shown: MainWindow, dialog: LanguagesDialog
) -> None:
    assert not button(dialog, "send").isEnabled()
    dialog.table.point_at("zh-Hans")
    button(dialog, "send").click()
    assert shown.document.message.title == CHINESE[TITLE]
    assert sent(dialog) == "zh-Hans is written, shown and sent."
    button(dialog, "rename").click()
    dialog.entry.field.setText("zh-hant")
    press_key(dialog.entry.field, Qt.Key.Key_Return)
    assert tags(dialog) == ("en", "zh-Hant")
    button(dialog, "remove").click()
    assert tags(dialog) == ("en",)
    assert button(dialog, "remove").isHidden()
    assert "one language" in sent(dialog)


def test_a_double_click_on_a_head_sends_that_language(
    shown: MainWindow, dialog: LanguagesDialog
) -> None:
    header = dialog.table.horizontalHeader()
    dialog.table.horizontalHeader().sectionDoubleClicked.emit(0)
    assert shown.document.message == alert()
    left = header.sectionViewportPosition(2) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left, 10))
    assert dialog.table.currentIndex().column() == 2
    header.sectionDoubleClicked.emit(2)
    assert shown.document.message.title == CHINESE[TITLE]


def test_a_short_text_is_edited_in_a_line(
    dialog: LanguagesDialog, qtbot: QtBot
) -> None:
    dialog.table.setCurrentIndex(dialog.model.index(0, 2))
    dialog.table.setFocus()
    press_key(dialog.table, Qt.Key.Key_F2)
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == CHINESE[TITLE]
    assert "Title" in field.accessibleName()
    field.setText("新")
    press_key(field, Qt.Key.Key_Return)
    # Qt takes a line in the next turn of the loop.
    qtbot.waitUntil(lambda: dialog.model.index(0, 2).data() == "新")
    assert dialog.isVisible()


def test_a_long_text_is_edited_in_several_lines(
    shown: MainWindow, dialog: LanguagesDialog
) -> None:
    dialog.table.setCurrentIndex(dialog.model.index(1, 1))
    dialog.table.setFocus()
    press_key(dialog.table, Qt.Key.Key_F2)
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("One")
    field.moveCursor(field.textCursor().MoveOperation.End)
    press_key(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "Two")
    press_key(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.document.message.body == "One\nTwo"


def test_what_is_typed_is_not_lost_when_the_window_closes(
    shown: MainWindow, dialog: LanguagesDialog
) -> None:
    dialog.table.setCurrentIndex(dialog.model.index(0, 1))
    dialog.table.setFocus()
    press_key(dialog.table, Qt.Key.Key_F2)
    field = focused()
    assert isinstance(field, QLineEdit)
    field.setText("Typed")
    dialog.close()
    assert shown.document.message.title == "Typed"


def test_undo_works_here_too(shown: MainWindow, dialog: LanguagesDialog) -> None:
    shown.document.set_value(TITLE, "New")
    press_key(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.document.message == alert()


def legacy() -> Message:
    blank = kind("v1-notification").message()
    title = write(blank.document, ("message", "notification", "title"), "Parcel")
    key = ("message", "android", "notification", "title_loc_key")
    return Message(blank.api, "", write(title, key, "parcel_title"))


def test_texts_are_written_into_the_message_where_that_applies(
    shown: MainWindow, dialog: LanguagesDialog
) -> None:
    assert button(dialog, "multi_lang").isHidden()
    title = ("message", "notification", "title")
    languages = added(two(), "zh-Hans", {title: "包裹"})
    for tag in ("de", "fr"):
        languages = added(languages, tag, {title: tag})
    shown.document.load(Draft(legacy(), languages=languages))
    button(dialog, "multi_lang").click()
    value = read(shown.document.message.document, PATH)
    assert value == {"parcel_title": {"en": "Parcel", "zh-Hans": "包裹", "de": "de"}}
    assert "left out: fr" in dialog.notices.texts()[0]
    shown.document.undo_stack.undo()
    assert read(shown.document.message.document, PATH) is None


def test_where_it_cannot_be_written_a_sentence_says_why(
    shown: MainWindow, dialog: LanguagesDialog
) -> None:
    blank = kind("v1-notification").message()
    shown.document.load(Draft(blank, languages=added(two(), "zh-Hans", {})))
    assert not button(dialog, "multi_lang").isEnabled()
    assert "title_loc_key" in sent(dialog)


def test_what_became_of_a_table_is_told_here(
    shown: MainWindow, dialog: LanguagesDialog
) -> None:
    shown.translating.told.emit("It is written.", Tone.GOOD)
    assert dialog.notices.texts() == ["It is written."]
    assert shown.notices.texts() == []
    done: list[bool] = []
    shown.translating.asked.emit("Replace it?", "Replace", lambda: done.append(True))
    go = dialog.confirm.findChild(QPushButton, "confirm.go")
    assert isinstance(go, QPushButton)
    go.click()
    assert done == [True]


def picture(dialog: LanguagesDialog) -> QPixmap:
    QTest.qWait(50)
    return dialog.table.grab()


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
def test_every_cell_is_drawn(
    shown: MainWindow, dialog: LanguagesDialog, scheme: theme.Scheme, qapp: object
) -> None:
    before = picture(dialog).toImage()
    languages = added(two(), "ar", {TITLE: "طردك في الطريق إليك الآن وسيصل غدًا"})
    languages = added(languages, "de", {BODY: "x" * 3000, LINES: ("kurz", "y" * 60)})
    shown.document.load(Draft(alert(), languages=languages))
    theme.apply(qapp, scheme)  # type: ignore[arg-type]
    assert picture(dialog).toImage() != before
    tall = dialog.table.rowHeight(1)
    assert dialog.table.rowHeight(0) < tall < 300


def test_columns_share_the_width_until_they_would_be_narrow(
    shown: MainWindow, dialog: LanguagesDialog
) -> None:
    table = dialog.table
    widths = sum(table.columnWidth(column) for column in range(3))
    assert table.viewport().width() - 3 <= widths <= table.viewport().width()
    for tag in ("de", "fr", "es", "it", "pt", "nl"):
        shown.translating.editing.add(tag)
    assert table.columnWidth(3) == table.columnWidth(8) >= 180
    assert table.horizontalScrollBar().maximum() > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_visits_everything_here_and_comes_back(
    dialog: LanguagesDialog, key: Qt.Key
) -> None:
    dialog.table.point_at("zh-Hans")
    dialog.bar.add.setFocus()
    names: list[str] = []
    while (name := focused().objectName()) not in names:
        names.append(name)
        press_key(focused(), key)
    wanted = ("add", "send", "copy", "rename", "remove", "read", "write", "table")
    assert {f"languages.{name}" for name in (*wanted, "close")} == set(names)


def test_a_row_may_go_with_its_last_text(
    shown: MainWindow, dialog: LanguagesDialog, qtbot: QtBot
) -> None:
    languages = added(two(), "zh-Hans", {LINES: ("a",)})
    shown.document.load(Draft(alert(), languages=languages))
    dialog.table.setCurrentIndex(dialog.model.index(2, 2))
    dialog.table.setFocus()
    press_key(dialog.table, Qt.Key.Key_F2)
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    field.clear()
    press_key(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.model.rowCount() == 2
    qtbot.waitUntil(lambda: not dialog.table.findChildren(QPlainTextEdit))

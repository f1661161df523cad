"""The crash dialog, with a window behind it and without."""

from pytestqt.qtbot import QtBot

from hmpush_gui.ui.crash_dialog import CrashDialog

from .conftest import show


def test_going_on_is_what_return_does(qtbot: QtBot) -> None:
    dialog = CrashDialog("report", "Your draft is kept.")
    show(qtbot, dialog)
    assert dialog.go_on.isDefault()
    assert dialog.focusWidget() is dialog.go_on
    assert dialog.again.isHidden()


def test_without_a_window_there_is_nothing_to_go_on_with(qtbot: QtBot) -> None:
    dialog = CrashDialog("report")
    show(qtbot, dialog)
    assert not dialog.go_on.isVisible()
    assert "has to end" in dialog.head.text()
    with qtbot.waitSignal(dialog.close_wanted):
        dialog.focusWidget().animateClick()  # type: ignore[attr-defined]


def test_the_report_can_be_read_and_left_by_keys(qtbot: QtBot) -> None:
    dialog = CrashDialog("report", "Kept.")
    show(qtbot, dialog)
    assert dialog.report.tabChangesFocus()
    assert dialog.report.isReadOnly()
    assert dialog.report.accessibleName()


def test_a_further_report_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    dialog = CrashDialog("report", "Kept.")
    show(qtbot, dialog)
    dialog.tell_again("report")
    dialog.tell_again("both reports")
    assert dialog.again.text() == "Since then it broke again. Times: 2."
    assert dialog.report.toPlainText() == "both reports"

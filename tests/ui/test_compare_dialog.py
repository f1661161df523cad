from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.send_diff import Side
from hmpush_gui.ui.compare_dialog import Compare, CompareDialog

from .samples import accepted, message


def opened(qtbot: QtBot, before: Compare, after: Compare) -> CompareDialog:
    dialog = CompareDialog(before, after)
    qtbot.addWidget(dialog)
    return dialog


def test_it_sums_up_and_copies(qtbot: QtBot) -> None:
    dialog = opened(
        qtbot,
        Compare("one", [Side(message("one"))]),
        Compare("two", [Side(message("two"))]),
    )
    assert dialog.summary.text() == "~ Changed: 1"
    button = dialog.findChild(QPushButton, "compare.copy")
    assert isinstance(button, QPushButton)
    button.click()
    assert QGuiApplication.clipboard().text() == (
        '- one\n+ two\n\nMessage\n~ payload.notification.title: "one" → "two"\n'
    )
    assert not dialog.isModal()
    assert all(number.isHidden() for number in dialog.numbers)


def test_what_is_the_same_says_so(qtbot: QtBot) -> None:
    one = [Side(message())]
    dialog = opened(qtbot, Compare("one", one), Compare("two", one))
    assert dialog.summary.text() == "No difference."


def test_two_answers_of_one_send_are_chosen_by_number(qtbot: QtBot) -> None:
    sides = [
        Side(message(), accepted("a", request_id=number)) for number in ("7", "8", "8")
    ]
    send = Compare("one", sides)
    dialog = opened(qtbot, send, send)
    assert [number.value() for number in dialog.numbers] == [1, 2]
    assert '~ requestId: "7" → "8"' in dialog.text()
    dialog.numbers[0].setValue(3)
    assert dialog.summary.text() == "No difference."

from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.finding import Finding, Part, State
from hmpush_gui.ui.finding_rows import FindingRows

from .findings import finding


def texts(qtbot: QtBot, *found: Finding) -> list[str]:
    rows = FindingRows(found)
    qtbot.addWidget(rows)
    column = rows.layout()
    assert column is not None
    cards = [column.itemAt(place) for place in range(column.count())]
    widgets = [item.widget() for item in cards if item is not None]
    return [
        " | ".join(label.text() for label in card.findChildren(QLabel))
        for card in widgets
        if isinstance(card, QFrame)
    ]


def test_what_is_to_do_stands_first_with_its_fix(qtbot: QtBot) -> None:
    shown = texts(
        qtbot,
        finding(State.FINE, "Good."),
        finding(State.UNKNOWN, "Dark."),
        finding(State.WRONG, "Bad."),
    )
    assert shown == [
        "Private key | ✕ wrong | Bad. | → Mend it.",
        "Private key | ? could not tell | Dark. | → Mend it.",
        "Private key | ✓ | Good.",
    ]


def test_what_is_fine_stands_together_by_part(qtbot: QtBot) -> None:
    shown = texts(
        qtbot,
        finding(State.FINE, "One.", Part.FILE),
        finding(State.FINE, "Two.", Part.CLOCK),
        finding(State.FINE, "Three.", Part.FILE),
    )
    assert shown == ["Key file | ✓ | One. | ✓ | Three.", "Clock | ✓ | Two."]


def test_what_was_asked_for_last_comes_first(qtbot: QtBot) -> None:
    shown = texts(
        qtbot,
        finding(State.FINE, "One.", Part.FILE),
        finding(State.FINE, "Two.", Part.CLOCK),
        finding(State.FINE, "Three.", Part.ONLINE),
    )
    assert [each.partition(" |")[0] for each in shown] == [
        "Asked Push Kit",
        "Clock",
        "Key file",
    ]


def test_a_text_of_others_is_no_markup_and_can_break(qtbot: QtBot) -> None:
    (shown,) = texts(qtbot, finding(State.FINE, "<b>x</b> https://a/b"))
    assert "<b>x" in shown
    assert "/\N{ZERO WIDTH SPACE}b" in shown

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.protocol import Exchange, Outcome, Verdict
from hmpush_gui.pushkit.record import SendPage
from hmpush_gui.ui.outcome_panel import HISTORY, RESPONSE, RESULTS, OutcomePanel
from hmpush_gui.ui.result_list import Column

from . import samples
from .conftest import Heard
from .samples import accepted, history, record, rejected, request, summary

WAITS, GOOD, BAD = "Waiting…", "Accepted", "Rejected"


@pytest.fixture
def panel(qtbot: QtBot) -> OutcomePanel:
    panel = OutcomePanel()
    qtbot.addWidget(panel)
    return panel


def outcomes(panel: OutcomePanel) -> list[object]:
    return samples.column(panel.results.model, Column.OUTCOME)


def asked(panel: OutcomePanel) -> str:
    return panel.request.text.toPlainText()


def answer(panel: OutcomePanel) -> str:
    return panel.response.text.toPlainText()


def test_a_send_settles_in_place(panel: OutcomePanel) -> None:
    panel.start(record("a", "b"))
    assert outcomes(panel) == [WAITS, WAITS]
    panel.begin("send", 0, request("a", "b"))
    assert '"a"' in asked(panel)
    assert panel.response.headline.text() == "Waiting for the answer…"
    panel.settle("send", 0, accepted("a", "b"))
    assert outcomes(panel) == [GOOD, GOOD]
    assert answer(panel).startswith("HTTP 200 OK")
    panel.finish("send")
    assert outcomes(panel) == [GOOD, GOOD]


def test_what_never_went_out_is_not_waiting_for_ever(panel: OutcomePanel) -> None:
    panel.start(record("a", "b"))
    panel.settle("send", 0, accepted("a"))
    panel.finish("send")
    assert outcomes(panel) == [GOOD, "Not sent"]


def test_a_second_send_leaves_the_first_alone(panel: OutcomePanel) -> None:
    panel.start(record("a", key="one"))
    panel.begin("one", 0, request("a"))
    panel.start(record("b", key="two"))
    panel.begin("two", 0, request("b"))
    assert outcomes(panel) == [WAITS]
    panel.settle("one", 0, rejected("a"))
    assert outcomes(panel) == [WAITS]
    assert '"b"' in asked(panel)
    panel.finish("one")
    assert outcomes(panel) == [WAITS]
    panel.settle("two", 0, accepted("b"))
    assert outcomes(panel) == [GOOD]


def test_the_same_token_in_two_sends_settles_in_its_own(panel: OutcomePanel) -> None:
    panel.start(record("a", key="one"))
    panel.start(record("a", key="two"))
    panel.settle("one", 0, rejected("a"))
    assert outcomes(panel) == [WAITS]


def test_an_exchange_of_a_send_nobody_knows_is_dropped(panel: OutcomePanel) -> None:
    panel.start(record("a"))
    panel.begin("gone", 0, request("a"))
    panel.settle("gone", 0, rejected("a"))
    panel.finish("gone")
    assert outcomes(panel) == [WAITS]
    assert asked(panel) == ""


def test_a_late_exchange_of_a_finished_send_is_dropped(panel: OutcomePanel) -> None:
    panel.start(record("a"))
    panel.finish("send")
    panel.settle("send", 0, accepted("a"))
    assert outcomes(panel) == ["Not sent"]


def test_a_send_of_history_is_shown_while_another_is_live(panel: OutcomePanel) -> None:
    panel.start(record("a", key="live"))
    old = record("x", "y", key="old")
    panel.show_send(history(old, accepted("x"), rejected("y")))
    assert outcomes(panel) == [GOOD, BAD]
    panel.settle("live", 0, accepted("a"))
    panel.finish("live")
    assert outcomes(panel) == [GOOD, BAD]
    assert '"x"' in asked(panel)


def test_a_live_send_opened_from_history_keeps_settling(panel: OutcomePanel) -> None:
    live = record("a", "b", key="live")
    panel.start(live)
    panel.begin("live", 0, request("a"))
    panel.begin("live", 1, request("b"))
    panel.settle("live", 1, accepted("b"))
    panel.show_send(history(record("x", key="old"), accepted("x")))
    # History knows what has not been answered yet as Unknown.
    pending = Exchange(request("a"), (Outcome("a", Verdict.UNKNOWN),))
    panel.show_send(history(live, pending, accepted("b"), finished=False))
    assert outcomes(panel) == [WAITS, GOOD]
    panel.settle("live", 0, rejected("a"))
    assert outcomes(panel) == [BAD, GOOD]


def test_a_chosen_row_shows_the_request_it_went_out_in(panel: OutcomePanel) -> None:
    panel.start(record("a", "b"))
    panel.settle("send", 0, accepted("a"))
    panel.settle("send", 1, rejected("b"))
    assert '"a"' in asked(panel)
    panel.results.table.selectRow(1)
    assert '"b"' in asked(panel)
    assert panel.request.headline.text().endswith("tokens: 1")


def test_starting_leaves_what_does_not_show_the_send(panel: OutcomePanel) -> None:
    problems = panel.tabs.addTab(QWidget(), "Problems")
    for elsewhere in (HISTORY, problems):
        panel.tabs.setCurrentIndex(elsewhere)
        panel.start(record("a", key="one"))
        assert panel.tabs.currentIndex() == RESULTS
    panel.tabs.setCurrentIndex(RESPONSE)
    panel.start(record("a", key="two"))
    assert panel.tabs.currentIndex() == RESPONSE


def test_a_refreshed_history_does_not_take_the_view_from_a_new_send(
    panel: OutcomePanel, heard: Heard
) -> None:
    panel.history.show_sends(SendPage([summary("old")]))
    panel.history.table.selectRow(0)
    panel.show_send(history(record("x", key="old"), accepted("x")))
    panel.start(record("a", key="new"))
    opened = heard(panel.send_opened)
    panel.history.show_sends(SendPage([summary("new"), summary("old")]))
    assert not opened
    assert outcomes(panel) == [WAITS]


def test_return_on_a_send_of_history_leads_to_its_results(panel: OutcomePanel) -> None:
    panel.history.show_sends(SendPage([summary("one")]))
    panel.tabs.setCurrentIndex(HISTORY)
    panel.history.table.selectRow(0)
    assert panel.tabs.currentIndex() == HISTORY
    QTest.keyClick(panel.history.table, Qt.Key.Key_Return)
    assert panel.tabs.currentIndex() == RESULTS


def test_opening_what_is_shown_already_asks_for_nothing(
    panel: OutcomePanel, heard: Heard
) -> None:
    panel.start(record("a", key="one"))
    opened = heard(panel.send_opened)
    panel.history.show_sends(SendPage([summary("one"), summary("two")]))
    panel.history.table.selectRow(0)
    panel.history.table.selectRow(1)
    assert opened == [("two",)]


def test_a_failure_without_an_answer_is_told(panel: OutcomePanel) -> None:
    panel.start(record("a"))
    unknown = (Outcome("a", Verdict.UNKNOWN),)
    failure = samples.sentence("The connection was cut.")
    panel.settle("send", 0, Exchange(request("a"), unknown, failure=failure))
    assert panel.response.headline.text() == "The connection was cut."
    assert answer(panel) == ""
    assert outcomes(panel) == ["Unknown"]


def test_a_request_that_is_repeated_says_when(panel: OutcomePanel) -> None:
    panel.start(record("a"))
    panel.begin("send", 0, request("a"))
    panel.repeat("send", 0, rejected("a"), 2.4)
    words = panel.response.headline.text()
    assert words.startswith("Refused for now; sent again in 2 s.")
    assert outcomes(panel) == [WAITS]
    panel.settle("send", 0, accepted("a"))
    assert "sent again" not in panel.response.headline.text()
    assert outcomes(panel) == ["Accepted"]


def test_the_send_on_view_is_told_as_far_as_it_is_known(panel: OutcomePanel) -> None:
    assert panel.shown_send() is None
    assert panel.shown_request is None
    panel.start(record("a", "b"))
    panel.settle("send", 1, rejected("b"))
    send = panel.shown_send()
    assert send is not None
    assert not send.finished
    assert send.next_number == 2
    assert [each.verdict for each in send.outcomes] == [
        Verdict.UNKNOWN,
        Verdict.REJECTED,
    ]
    panel.settle("send", 0, accepted("a"))
    panel.finish("send")
    send = panel.shown_send()
    assert send == history(record("a", "b"), accepted("a"), rejected("b"))
    assert panel.shown_request == request("a")

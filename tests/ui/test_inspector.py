"""The pages of the inspector, as they stand in the panel around them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.answers import read_answer
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.protocol import Answer, Exchange, Outcome, Timing, Verdict
from hmpush_gui.pushkit.record import Action
from hmpush_gui.pushkit.usage import Count
from hmpush_gui.ui.checklist_dialog import CheckCard, ChecklistDialog
from hmpush_gui.ui.code_edit import CodeEdit
from hmpush_gui.ui.long_words import BREAK
from hmpush_gui.ui.outcome_panel import (
    EXPLAIN,
    REQUEST,
    RESPONSE,
    RESULTS,
    TIMELINE,
    OutcomePanel,
)
from hmpush_gui.ui.request_page import AS_SENT
from hmpush_gui.ui.response_page import RAW, TREE
from hmpush_gui.ui.secret_bar import SecretBar

from . import samples
from .conftest import Heard, press_key, show
from .samples import accepted, answered, record, rejected, request

PARTIAL = (
    b'{"code":"80100000","msg":"{\\"success\\":1,\\"failure\\":1,\\"illegalTokens\\":'
    b'{\\"noRight\\":[\\"b\\"]}}","requestId":"77"}'
)
BEARER = "eyJhbGciOi.secret.signature"


@pytest.fixture
def panel(qtbot: QtBot) -> OutcomePanel:
    panel = OutcomePanel()
    qtbot.addWidget(panel)
    panel.resize(1100, 400)
    return panel


@pytest.fixture
def many(panel: OutcomePanel, qtbot: QtBot) -> OutcomePanel:
    """A send of a thousand requests, on the screen at its Request."""
    panel.start(record(*(f"t{number}" for number in range(1000))))
    for number in range(1000):
        panel.settle("send", number, accepted(f"t{number}", request_id=str(number)))
    panel.finish("send")
    show(qtbot, panel)
    panel.tabs.setCurrentIndex(REQUEST)
    return panel


def part(panel: QWidget, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def clipboard() -> str:
    return QApplication.clipboard().text()


def test_pages_nobody_looks_at_are_not_built(panel: OutcomePanel) -> None:
    panel.start(record("a"))
    panel.settle("send", 0, accepted("a"))
    assert panel.findChild(CodeEdit) is None
    assert panel.findChild(QTreeView) is None


# Which request.


def test_one_of_a_thousand_requests_is_chosen_by_arrow_keys(
    many: OutcomePanel,
) -> None:
    number = many.inspector.chooser.number
    assert number.isVisible()
    assert number.text() == "Request 1 of 1\N{NARROW NO-BREAK SPACE}000"
    press_key(number, Qt.Key.Key_Up)
    assert '"t1"' in many.request.text.toPlainText()
    press_key(number, Qt.Key.Key_PageUp)
    assert '"t11"' in many.request.text.toPlainText()
    part_back = many.inspector.chooser.findChild(QWidget, "inspector.back")
    assert part_back is not None
    press_key(part_back, Qt.Key.Key_Space)
    assert '"t10"' in many.request.text.toPlainText()


def test_the_chooser_says_what_the_devices_of_a_request_met(
    panel: OutcomePanel, qtbot: QtBot
) -> None:
    panel.start(record("a", "b", "c"))
    panel.settle("send", 0, answered(("a", "b"), PARTIAL))
    panel.settle("send", 1, accepted("c"))
    show(qtbot, panel)
    panel.tabs.setCurrentIndex(RESPONSE)
    words = panel.inspector.chooser.findChild(QLabel, "inspector.outcome")
    assert isinstance(words, QLabel)
    assert words.text() == "1 Accepted   1 Rejected"
    panel.results.table.selectRow(2)
    assert words.text() == "1 Accepted"
    assert panel.inspector.chooser.number.value() == 2


def test_a_single_request_needs_no_chooser(panel: OutcomePanel, qtbot: QtBot) -> None:
    panel.start(record("a"))
    panel.settle("send", 0, accepted("a"))
    show(qtbot, panel)
    panel.tabs.setCurrentIndex(REQUEST)
    assert not panel.inspector.chooser.isVisible()


def test_the_chooser_stands_beside_the_inspector_only(many: OutcomePanel) -> None:
    many.tabs.setCurrentIndex(RESULTS)
    assert not many.inspector.chooser.isVisible()
    many.tabs.setCurrentIndex(TIMELINE)
    assert many.inspector.chooser.isVisible()


# Request.


def test_a_request_is_shown_laid_out_and_byte_for_byte(panel: OutcomePanel) -> None:
    tokens = [f"token-{number}" for number in range(30)]
    panel.start(record(*tokens))
    panel.settle("send", 0, accepted(*tokens))
    body = request(*tokens).body
    assert f"{len(body)}" in panel.request.headline.text().replace("\u202f", "")
    assert "… and 10 more tokens" in panel.request.text.toPlainText()
    part(panel, f"request.form.{AS_SENT}").click()
    assert panel.request.text.toPlainText().endswith(body.decode())
    part(panel, "request.copy").click()
    assert clipboard().endswith(body.decode())


def secret(panel: OutcomePanel) -> str:
    words = panel.findChild(QLabel, "request.secret.words")
    assert isinstance(words, QLabel)
    return "" if words.isHidden() else words.text().replace("\u200b", "")


@pytest.fixture
def revealed(panel: OutcomePanel, qtbot: QtBot) -> OutcomePanel:
    panel.start(record("a"))
    panel.settle("send", 0, accepted("a"))
    show(qtbot, panel)
    panel.tabs.setCurrentIndex(REQUEST)
    panel.reveal_wanted.connect(lambda _record: panel.request.reveal(BEARER))
    part(panel, "request.reveal").click()
    return panel


def test_a_bearer_is_shown_only_to_who_asks(revealed: OutcomePanel) -> None:
    assert BEARER in secret(revealed)
    assert BEARER not in revealed.request.text.toPlainText()
    revealed.request.text.selectAll()
    revealed.request.text.copy()
    assert BEARER not in clipboard()


def test_what_is_asked_for_is_the_bearer_of_the_send_on_view(
    panel: OutcomePanel, heard: Heard
) -> None:
    sent = record("a")
    panel.start(sent)
    panel.settle("send", 0, accepted("a"))
    wanted = heard(panel.reveal_wanted)
    panel.request.ready()
    part(panel, "request.reveal").click()
    assert wanted == [(sent,)]


@pytest.mark.parametrize("how", ["hide", "time", "focus", "tab", "request"])
def test_a_bearer_does_not_stay(revealed: OutcomePanel, how: str) -> None:
    bar = revealed.findChild(SecretBar)
    assert isinstance(bar, SecretBar)
    if how == "hide":
        part(revealed, "request.secret.hide").click()
    elif how == "time":
        assert bar._timer.isActive()
        assert bar._timer.interval() == 30_000
        bar._timer.timeout.emit()
    elif how == "focus":
        revealed.tabs.tabBar().setFocus()
    elif how == "tab":
        revealed.tabs.setCurrentIndex(RESULTS)
    else:
        revealed.start(record("b", key="other"))
    assert not bar.isVisible()
    assert secret(revealed) == ""
    part(revealed, "request.secret.copy").click()
    assert BEARER not in clipboard()


def test_a_bearer_is_copied_on_purpose(revealed: OutcomePanel) -> None:
    part(revealed, "request.secret.copy").click()
    assert clipboard() == BEARER


def test_where_no_bearer_is_at_hand_it_says_so(revealed: OutcomePanel) -> None:
    revealed.request.reveal(None)
    assert "not at hand" in secret(revealed)
    assert not part(revealed, "request.secret.copy").isVisible()


# Response.


def test_an_answer_is_a_tree_and_a_text(panel: OutcomePanel) -> None:
    panel.start(record("a", "b"))
    panel.settle("send", 0, answered(("a", "b"), PARTIAL))
    assert "80100000" in panel.response.headline.text()
    tree = panel.response.tree
    assert not tree.isHidden()
    inside = tree.model().index(2, 0)
    assert tree.isExpanded(inside)
    part(panel, f"response.form.{RAW}").click()
    assert panel.response.text.toPlainText().endswith(PARTIAL.decode())
    part(panel, "response.copy_id").click()
    assert clipboard() == "77"


@pytest.mark.parametrize("body", [b"<html>oops</html>", b'{"code":', b""])
def test_an_answer_that_is_no_json_is_shown_as_it_came(
    panel: OutcomePanel, body: bytes
) -> None:
    panel.start(record("a"))
    answer = Answer(502, "Bad Gateway", (), body)
    reading = read_answer(answer, ("a",))
    panel.settle("send", 0, Exchange(request("a"), reading.outcomes, answer))
    assert (
        panel.response.text.toPlainText() == f"HTTP 502 Bad Gateway\n\n{body.decode()}"
    )
    assert not part(panel, f"response.form.{TREE}").isEnabled()
    panel.start(record("a", key="next"))
    panel.settle("next", 0, accepted("a"))
    panel.response.ready()
    assert part(panel, f"response.form.{TREE}").isChecked()


def test_a_row_of_the_tree_copies_its_value_and_its_path(panel: OutcomePanel) -> None:
    panel.start(record("a", "b"))
    panel.settle("send", 0, answered(("a", "b"), PARTIAL))
    model = panel.response.tree.model()
    message = model.index(1, 0, model.index(2, 0))
    panel.response.tree.setCurrentIndex(model.index(0, 0, message))
    panel.response.copy_value()
    assert clipboard() == "1"
    panel.response.copy_path()
    assert clipboard() == ".msg|fromjson|.success"


# Timeline.


def test_the_timeline_tells_when_it_began_and_how_long_it_took(
    panel: OutcomePanel,
) -> None:
    panel.start(record("a"))
    timing = Timing(authorised=0.1, sent=0.2, first_byte=0.5, done=0.6, began=1003.5)
    done = Exchange(request("a"), (Outcome("a", Verdict.ACCEPTED),), timing=timing)
    panel.settle("send", 0, done)
    words = panel.inspector.timeline.headline.text()
    assert "3000 ms after the send" in words
    assert "took 600 ms in all" in words
    assert "open already" in words
    assert panel.inspector.timeline.table.model().rowCount() == 4


def test_attempts_that_came_to_nothing_stay_on_the_timeline(
    panel: OutcomePanel,
) -> None:
    panel.start(record("a"))
    panel.begin("send", 0, request("a"))
    panel.repeat("send", 0, accepted("a"), 1.0)
    panel.settle("send", 0, accepted("a"))
    assert "Attempt 1" in panel.inspector.timeline.table.model().index(0, 0).data()
    assert panel.inspector.timeline.table.columnSpan(0, 0) == 4


# Explain.


def test_a_reason_is_explained_with_causes_and_what_to_do(panel: OutcomePanel) -> None:
    panel.start(record("a", "b"))
    panel.settle("send", 0, answered(("a", "b"), PARTIAL))
    words = panel.inspector.explain.words()
    assert "80100000" in words
    assert "noRight · devices: 1" in words
    assert "1. The message went through another project" in words
    assert "→ Check the project first" in words
    panel.results.table.selectRow(1)
    words = panel.inspector.explain.words()
    assert "label b: Rejected" in words
    assert words.count("1. The message went through another project") == 1


def test_an_answer_that_was_lost_is_explained_too(panel: OutcomePanel) -> None:
    panel.start(record("a"))
    unknown = (Outcome("a", Verdict.UNKNOWN, "", "ReadError"),)
    failure = samples.sentence("The connection was cut.")
    panel.settle("send", 0, Exchange(request("a"), unknown, failure=failure))
    assert "The connection was cut." in panel.inspector.explain.words()


def test_a_row_leads_to_its_explanation(panel: OutcomePanel) -> None:
    panel.start(record("a"))
    panel.settle("send", 0, rejected("a"))
    panel.results.table.selectRow(0)
    panel.results.explain_wanted.emit()
    assert panel.tabs.currentIndex() == EXPLAIN
    assert "80300007" in panel.inspector.explain.words()


def test_the_receipt_of_the_chosen_row_is_explained(panel: OutcomePanel) -> None:
    panel.start(record("a", "b"))
    panel.settle("send", 0, accepted("a", "b"))
    panel.results.table.selectRow(0)
    assert "That is no delivery yet" in panel.inspector.explain.words()
    panel.show_receipts("send", [(0, 6, 1_900_000_000.0)])
    panel.finish("send")
    words = panel.inspector.explain.words()
    assert "label a: Accepted" in words
    assert "no delivery yet" not in words
    assert "What the receipt of this device says\nAt 2030-03-17 " in words
    assert "6  Not shown: notifications are off." in words
    assert "→ " in words
    panel.results.table.selectRow(1)
    words = panel.inspector.explain.words()
    assert "That is no delivery yet" in words
    assert "receipt of this device" not in words


# Accepted, but nothing on the phone.


def checklist(panel: OutcomePanel) -> ChecklistDialog:
    found = panel.findChild(ChecklistDialog)
    assert isinstance(found, ChecklistDialog)
    return found


def test_the_checklist_is_offered_where_something_was_taken(
    panel: OutcomePanel, qtbot: QtBot
) -> None:
    show(qtbot, panel)
    panel.tabs.setCurrentIndex(EXPLAIN)
    assert not part(panel, "explain.nothing").isVisible()
    panel.start(record("a"))
    panel.settle("send", 0, rejected("a"))
    assert not part(panel, "explain.nothing").isVisible()
    panel.start(record("b", key="two"))
    panel.settle("two", 0, accepted("b"))
    assert part(panel, "explain.nothing").isVisible()
    part(panel, "explain.nothing").click()
    assert checklist(panel).isVisible()
    checklist(panel).close()


def test_a_recall_is_explained_as_one(panel: OutcomePanel, heard: Heard) -> None:
    told = heard(panel.told)
    panel.start(replace(record("a"), action=Action.RECALL))
    panel.settle("send", 0, accepted("a"))
    panel.finish("send")
    panel.tabs.setCurrentIndex(EXPLAIN)
    words = panel.inspector.explain.words()
    assert "Push Kit took the recall." in words
    assert "accepted the message" not in words
    assert part(panel, "explain.nothing").isHidden()
    panel.results.nothing_shown.emit()
    assert told == [("This is a recall: it takes a message from the phones.",)]
    assert panel.findChild(ChecklistDialog) is None


def test_the_checklist_has_the_values_of_this_send(panel: OutcomePanel) -> None:
    panel.start(record("a", sent=samples.message(test=True)))
    panel.settle("send", 0, accepted("a", request_id="4711"))
    panel.results.table.selectRow(0)
    panel.results.nothing_shown.emit()
    dialog = checklist(panel)
    cards = dialog.findChildren(CheckCard)
    assert len(cards) >= 5
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "label a" in said
    assert "1000 requests a project and day" in said
    assert "A receipt would say 6: " in said
    part(dialog, "checklist.copy").click()
    assert clipboard() == "requestId: 4711\ntoken: a"
    dialog.close()


def test_the_checklist_counts_what_this_computer_sent(panel: OutcomePanel) -> None:
    sent = record("a", sent=samples.message(test=True))
    asked: list[tuple[object, ...]] = []

    def count(*asked_for: object) -> Count:
        asked.append(asked_for)
        return Count(7, 1000)

    panel.inspector.count = count
    panel.start(sent)
    panel.settle("send", 0, accepted("a"))
    panel.inspector.show_checklist()
    said = "\n".join(each.text() for each in checklist(panel).findChildren(QLabel))
    assert "7 of 1000 requests of today" in said
    assert asked == [(sent.project.key, sent.message, "a")]
    checklist(panel).close()


def test_the_checklist_begins_with_what_the_receipt_says(panel: OutcomePanel) -> None:
    panel.start(record("a", sent=samples.message(test=True)))
    panel.settle("send", 0, accepted("a"))
    panel.show_receipts("send", [(0, 6, 1_900_000_000.0)])
    panel.results.table.selectRow(0)
    panel.inspector.show_checklist()
    dialog = checklist(panel)
    first = [
        each.text() for each in dialog.findChildren(CheckCard)[0].findChildren(QLabel)
    ]
    assert "● the receipt says so" in first
    assert not any("A receipt would say" in each for each in first)
    told = dialog.findChild(QLabel, "checklist.receipt")
    assert isinstance(told, QLabel)
    assert told.text().startswith("Receipt says: Not shown: notifications are off")
    dialog.close()


def test_push_kits_own_words_make_explain_no_wider(
    panel: OutcomePanel, qtbot: QtBot
) -> None:
    show(qtbot, panel)
    panel.tabs.setCurrentIndex(EXPLAIN)
    panel.start(record("a"))
    long = "illegal_tokens:" + "T0KEN" * 100
    panel.settle("send", 0, replace(rejected("a"), message=long))
    scroll = panel.findChild(QScrollArea, "explain.text")
    assert isinstance(scroll, QScrollArea)
    assert long in panel.inspector.explain.words().replace(BREAK, "")
    page = scroll.widget()
    assert page is not None
    assert page.minimumSizeHint().width() < 500


def test_a_background_message_is_the_first_suspect_itself(panel: OutcomePanel) -> None:
    panel.start(record("a", sent=kind("v3-background").message()))
    panel.settle("send", 0, accepted("a"))
    panel.inspector.show_checklist()
    first = checklist(panel).findChildren(CheckCard)[0]
    assert first.objectName() == "check.silent-kind"
    checklist(panel).close()


def test_without_a_send_there_is_no_checklist(panel: OutcomePanel) -> None:
    panel.inspector.show_checklist()
    assert panel.findChild(ChecklistDialog) is None
    panel.start(record("a"))
    panel.inspector.show_checklist()
    assert panel.findChild(ChecklistDialog) is None

from collections import Counter

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.run_sheet import Finding, Mark, RunSheet, Scenario
from tests.store.samples import message

A, B = Device("ta", "A", "p"), Device("tb", "B", "p")
ONE, TWO = Scenario("1", "One", message("One")), Scenario("2", "Two", message("Two"))
SHEET = RunSheet("s", "Release", "p").with_scenarios([ONE, TWO]).with_devices([A, B])


def test_a_sheet_has_a_cell_for_each_scenario_on_each_device() -> None:
    assert list(SHEET.cells()) == [("1", "ta"), ("1", "tb"), ("2", "ta"), ("2", "tb")]
    assert SHEET.counts() == Counter({Mark.OPEN: 4})


def test_nothing_is_in_it_twice() -> None:
    again = SHEET.with_scenarios([TWO]).with_devices([B, A])
    assert (again.scenarios, again.devices) == ((ONE, TWO), (A, B))


def test_what_push_kit_says_leaves_the_testers_word_alone() -> None:
    sheet = SHEET.marked([("1", "ta")], Mark.FAIL).noted(("1", "ta"), "no sound")
    told = [Outcome("ta", Verdict.ACCEPTED, "80000000"), Outcome("zz", Verdict.UNKNOWN)]
    sheet = sheet.settled("1", told, "r1", 5.0)
    assert sheet.finding(("1", "ta")) == Finding(
        Verdict.ACCEPTED, "80000000", "", "r1", 5.0, Mark.FAIL, "no sound"
    )
    assert set(sheet.findings) == {("1", "ta")}


def test_the_next_open_cell_is_found_all_around() -> None:
    sheet = SHEET.marked([("1", "tb"), ("2", "ta")], Mark.PASS)
    assert sheet.next_open() == 0
    assert sheet.next_open(0) == 3
    assert sheet.next_open(3) == 0
    assert SHEET.marked(SHEET.cells(), Mark.SKIP).next_open(1) is None


def test_what_is_sent_next_is_what_some_device_has_not_got() -> None:
    assert SHEET.next_unsent() == ONE
    sent = SHEET.settled("1", [Outcome("ta", Verdict.REJECTED)], "", 1.0)
    assert sent.unsent("1") == [B]
    assert sent.marked([("1", "tb")], Mark.SKIP).next_unsent() == TWO


def test_scenarios_move_change_and_go() -> None:
    assert SHEET.moved("2", -1).scenarios == (TWO, ONE)
    assert SHEET.moved("2", 9).scenarios == (ONE, TWO)
    assert SHEET.moved("x", 1) == SHEET
    assert SHEET.expecting("1", "a banner").scenarios[0].expected == "a banner"
    assert SHEET.without_scenario("1").scenarios == (TWO,)
    assert SHEET.without_device("ta").devices == (B,)


def test_what_push_kit_said_is_taken_from_another_and_marks_are_kept() -> None:
    said = SHEET.settled("1", [Outcome("ta", Verdict.ACCEPTED)], "r", 1.0)
    marked = SHEET.marked([("1", "ta"), ("2", "tb")], Mark.PASS)
    both = marked.told_as(said.marked([("1", "ta")], Mark.FAIL))
    assert both.finding(("1", "ta")).verdict is Verdict.ACCEPTED
    assert both.counts()[Mark.PASS] == 2


def test_a_receipt_changes_neither_outcome_nor_mark_and_goes_with_its_send() -> None:
    sent = SHEET.left("1", ["ta", "tb"], "k").marked([("1", "ta")], Mark.FAIL)
    sent = sent.settled("1", [Outcome("ta", Verdict.ACCEPTED)], "r", 1.0)
    told = {"ta": (6, 9.0), "zz": (0, 9.0)}
    assert sent.receipted("other", told) == sent
    sheet = sent.receipted("k", told)
    found = sheet.finding(("1", "ta"))
    assert (found.receipt, found.receipt_at) == (6, 9.0)
    assert (found.verdict, found.mark) == (Verdict.ACCEPTED, Mark.FAIL)
    assert sheet.finding(("1", "tb")).receipt is None
    assert sheet.receipted("k", {"ta": (27, 4.0)}) == sheet
    assert sheet.sends() == {"k"}
    assert sent.told_as(sheet).finding(("1", "ta")).receipt == 6
    assert sheet.left("1", ["ta"], "k2").finding(("1", "ta")).receipt is None


def test_what_left_is_unknown_until_it_is_answered_and_is_not_sent_again() -> None:
    sheet = SHEET.marked([("1", "ta")], Mark.FAIL).left("1", ["ta", "tb"], "k")
    assert sheet.finding(("1", "ta")) == Finding(
        Verdict.UNKNOWN, mark=Mark.FAIL, send="k"
    )
    assert sheet.unsent("1") == []
    heard = sheet.settled("1", [Outcome("ta", Verdict.ACCEPTED)], "r", 2.0)
    assert heard.awaited("k") == [("1", "tb")]


def test_what_a_send_never_answered_was_not_sent_and_is_offered_again() -> None:
    sheet = SHEET.left("1", ["ta", "tb"], "k").ended("k", 3.0)
    assert sheet.finding(("1", "ta")).verdict is Verdict.NOT_SENT
    assert sheet.unsent("1") == [A, B]

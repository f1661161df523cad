from dataclasses import replace

from hmpush_gui.exchange.report import EXCHANGES, report
from hmpush_gui.exchange.report_blocks import Heading, Listing, Note, Table
from hmpush_gui.exchange.report_outcomes import ROWS
from hmpush_gui.pushkit.outcome import Outcome
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.receipt_column import ReceiptColumn
from hmpush_gui.pushkit.words import Sentence

from .sends import TOKENS, recall, receipted, send


def test_a_report_says_what_was_sent_where_and_what_became_of_it() -> None:
    blocks = report(send())
    assert [each.text for each in blocks if isinstance(each, Heading)] == [
        "Push: Hello",
        "Outcome of each device",
        "What it means",
        "Request 1",
        "Response 1",
        "Request 2",
        "Response 2",
    ]
    facts, outcomes, meanings = (each for each in blocks if isinstance(each, Table))
    named = {row[0]: row[1] for row in facts.rows}
    assert named["Environment"] == "test"
    assert named["Outcome"] == "1 Accepted   1 Rejected   1 Unknown   1 Not sent"
    assert [row[2] for row in outcomes.rows] == [
        "Rejected", "Unknown", "Not sent", "Accepted",
    ]  # fmt: skip
    assert outcomes.rows[0][1:] == (
        "MARK…89-B", "Rejected", "80100000", "noRight", "157440955549500",
    )  # fmt: skip
    assert meanings.rows[0][0] == "80100000 noRight"
    assert all(meanings.rows[0])


def test_a_report_tells_what_phones_said_beside_what_push_kit_did() -> None:
    facts, outcomes, meanings = (
        each for each in report(receipted()) if isinstance(each, Table)
    )
    assert {row[0]: row[1] for row in facts.rows}["Receipts"] == (
        "0 · Arrived on the device (1)   6 · Not shown: notifications are off (1)"
    )
    assert outcomes.head[-1] == "Receipt"
    assert [(row[2], row[-1]) for row in outcomes.rows] == [
        ("Unknown", "6 · Not shown: notifications are off."),
        ("Rejected", ""),
        ("Not sent", ""),
        ("Accepted", "0 · Arrived on the device."),
    ]
    codes = [row[0] for row in meanings.rows]
    assert "Receipt 6" in codes
    assert "Receipt 0" not in codes


def test_a_device_without_a_receipt_may_still_get_one() -> None:
    sent = send()
    told = replace(sent, receipts=ReceiptColumn(4, [(2, 6, 0)]))
    _, outcomes, _ = (each for each in report(told) if isinstance(each, Table))
    assert outcomes.rows[-1][2:] == (
        "Accepted", "80100000", "", "157440955549500", "none so far",
    )  # fmt: skip
    assert "Receipt" not in report(sent)[3].head  # type: ignore[union-attr]


def test_a_recall_is_not_taken_for_a_push() -> None:
    head = report(recall())[0]
    assert head == Heading("Recall of the push: Hello")


def test_requests_and_answers_are_listed_redacted() -> None:
    blocks = report(send())
    request, answer, _, broken = (each for each in blocks if isinstance(each, Listing))
    assert request.text.startswith("POST https://push.example/v3/101/messages:send\n")
    assert "Authorization: Bearer ••••••••\npush-type: 0\n\n{\n" in request.text
    assert '"MARK…89-A"' in request.text
    assert answer.text.startswith("HTTP 200 OK\nSet-Cookie: ••••••••\n")
    assert broken.text == "HTTP 502 Bad\n\nMARK…89-C client_secret=••••••••"
    (note,) = (each for each in blocks if isinstance(each, Note))
    assert note.text == "Cut off: •••••••• of MARK…89-C"


def test_its_own_words_are_said_by_who_reads_it() -> None:
    def shout(sentence: Sentence) -> str:
        return str(sentence).upper()

    headings = [
        each.text for each in report(send(), say=shout) if isinstance(each, Heading)
    ]
    assert headings[:2] == ["PUSH: HELLO", "OUTCOME OF EACH DEVICE"]


def test_a_report_of_very_many_devices_names_those_that_went_wrong() -> None:
    sent = send()
    many = ROWS + 50
    devices = tuple(sent.record.devices[:1]) * many
    good = Outcome(TOKENS[0], Verdict.ACCEPTED)
    bad = Outcome(TOKENS[0], Verdict.REJECTED, "80300007")
    blocks = report(
        replace(
            sent,
            record=replace(sent.record, devices=devices),
            outcomes=(*[good] * (many - 1), bad),
            exchanges=[sent.exchanges[1]] * (EXCHANGES + 2),
        )
    )
    tables = [each for each in blocks if isinstance(each, Table)]
    assert len(tables[1].rows) == ROWS
    assert tables[1].rows[0][2] == "Rejected"
    notes = [each.text for each in blocks if isinstance(each, Note)]
    assert notes[0] == "… and 50 more devices."
    assert notes[-1] == "… and 2 more requests."

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from hmpush_gui.exchange.hand_forms import ExportForm
from hmpush_gui.exchange.sheet_report import SheetFacts, sheet_text
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.outcome import Outcome, Verdict
from hmpush_gui.pushkit.run_sheet import Mark, RunSheet
from tests.pushkit.test_run_sheet import SHEET

TOKEN = "IQAAAACy0tEjgQDEADBEEFfeedface0123456789"
SECRET = "client_secret=verysecretvalue123"
FORMS = [ExportForm.HTML, ExportForm.MARKDOWN, ExportForm.JUNIT]


def full() -> RunSheet:
    sheet = replace(SHEET, devices=(Device(TOKEN, f"Phone {TOKEN}", "p"),))
    told = [Outcome(TOKEN, Verdict.REJECTED, "80300007")]
    sheet = sheet.settled("1", told, "r77", 5.0).expecting("1", "<b>a banner</b>")
    return sheet.marked([("1", TOKEN)], Mark.FAIL).noted(("1", TOKEN), SECRET)


@pytest.mark.parametrize("form", FORMS)
def test_no_token_and_no_secret_is_in_a_report(form: ExportForm) -> None:
    text = sheet_text(full(), form, SheetFacts("Shop", "TEST"))
    assert TOKEN not in text
    assert "verysecret" not in text
    assert "r77" in text
    assert "80300007" in text


@pytest.mark.parametrize("form", FORMS)
def test_tokens_are_whole_when_asked_for(form: ExportForm) -> None:
    text = sheet_text(full(), form, SheetFacts(), tokens=True)
    assert TOKEN in text
    assert "verysecret" not in text


def test_a_picture_stands_in_the_page_and_markup_does_not() -> None:
    facts = SheetFacts(pictures={"1": "QUJD"})
    text = sheet_text(full(), ExportForm.HTML, facts)
    assert 'src="data:image/png;base64,QUJD"' in text
    assert "<b>a banner" not in text


def test_junit_fails_what_failed_and_skips_what_is_open() -> None:
    root = ET.fromstring(sheet_text(full(), ExportForm.JUNIT, SheetFacts()))
    one, two = root.findall("testsuite")
    assert (one.get("failures"), one.get("skipped")) == ("1", "0")
    assert (two.get("failures"), two.get("skipped")) == ("0", "1")


def test_receipts_stand_beside_what_push_kit_said_and_the_tester_saw() -> None:
    sheet = replace(SHEET, devices=(Device(TOKEN, "Phone", "p"),))
    sheet = sheet.left("1", [TOKEN], "k").left("2", [TOKEN], "k2")
    sheet = sheet.settled("1", [Outcome(TOKEN, Verdict.ACCEPTED)], "r", 5.0)
    before = sheet_text(sheet, ExportForm.MARKDOWN, SheetFacts())
    assert "Receipt" not in before
    sheet = sheet.receipted("k", {TOKEN: (6, 1_800_000_001.25)})
    text = sheet_text(sheet, ExportForm.MARKDOWN, SheetFacts())
    assert "| Note | Receipt |" in text
    assert "| 6 · Not shown: notifications are off. |" in text
    assert "| none so far |" in text
    assert text.count("Accepted") == before.count("Accepted") == 1
    suite = ET.fromstring(sheet_text(sheet, ExportForm.JUNIT, SheetFacts()))[0]
    told = {each.get("name"): each.get("value") for each in suite[0][0]}
    assert told["receipt"] == "6"
    assert told["receipt.at"] == "2027-01-15T08:00:01.250+00:00"
    assert suite.get("failures") == "0"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("at", range(3))
def test_nothing_that_push_kit_said_gives_a_token_away(
    form: ExportForm, at: int
) -> None:
    code, reason, request = (TOKEN if at == each else "x" for each in range(3))
    sheet = full().settled(
        "1", [Outcome(TOKEN, Verdict.REJECTED, code, reason)], request, 1.0
    )
    assert TOKEN not in sheet_text(sheet, form, SheetFacts())

import xml.etree.ElementTree as ET
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.results_junit import results_junit

from .sends import recall, receipted, send


def test_each_verdict_is_what_a_ci_server_makes_of_it() -> None:
    suites = ET.fromstring(results_junit(send()).encode())
    (suite,) = suites
    sums = {"tests": "4", "failures": "1", "errors": "1", "skipped": "1"}
    assert suites.attrib.items() >= sums.items()
    assert suite.attrib.items() >= sums.items()
    assert datetime.fromisoformat(suite.attrib["timestamp"]).tzinfo is None
    kinds = [[each.tag for each in case] for case in suite]
    assert kinds == [["system-out"], ["failure", "system-out"], ["error"], ["skipped"]]
    failure = suite[1][0]
    assert failure.attrib["message"].startswith("80100000 noRight ")
    assert failure.attrib["type"] == "80100000"
    assert failure.text
    assert suite[1].attrib["name"] == "Phone 2 MARK…89-B [MARK…89-B]"


def test_a_receipt_is_a_property_and_fails_nothing() -> None:
    (suite,) = ET.fromstring(results_junit(receipted()).encode())
    plain = ET.fromstring(results_junit(send()).encode())
    assert suite.attrib == plain[0].attrib
    kinds = [[each.tag for each in case] for case in suite]
    assert kinds[:3] == [
        ["properties", "system-out"],
        ["failure", "system-out"],
        ["properties", "error"],
    ]
    told = {each.get("name"): each.get("value") for each in suite[2][0]}
    assert told["receipt"] == "6"
    assert told["receipt.meaning"] == "Not shown: notifications are off."


def test_a_recall_is_called_one() -> None:
    (suite,) = ET.fromstring(results_junit(recall()).encode())
    assert suite.attrib["name"].endswith(": Recall of Hello")


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_makes_xml_that_can_be_read(text: str) -> None:
    # No message holds half a character; a label may.
    title = text.encode("utf-8", "ignore").decode()
    written = results_junit(
        send(label=f"<&\"'>\x00\x0b\ufffe\ud800{text}", title=title)
    )
    suites = ET.fromstring(written.encode())
    assert suites[0][0].attrib["name"].startswith("<&\"'>\ufffd\ufffd\ufffd\ufffd")

import json

from hmpush_gui.exchange.results_json import results_json

from .sends import recall, receipted, send


def test_a_program_finds_the_send_its_sums_and_every_device() -> None:
    content = json.loads(results_json(send(title="您好 \x00")))
    assert content["action"] == "send"
    assert content["startedAt"] == "2027-01-15T08:00:00+00:00"
    assert (content["environment"], content["title"]) == ("test", "您好 \x00")
    assert content["counts"] == dict.fromkeys(
        ("accepted", "rejected", "unknown", "not-sent"), 1
    )
    assert content["results"][1] | {"meaning": "", "nextStep": ""} == {
        "device": "Phone 2 MARK…89-B",
        "token": "MARK…89-B",
        "outcome": "rejected",
        "code": "80100000",
        "reason": "noRight",
        "meaning": "",
        "nextStep": "",
        "requestId": "157440955549500",
        "receipt": None,
    }


def test_a_receipt_stands_beside_the_outcome() -> None:
    first, _, third, _ = json.loads(results_json(receipted()))["results"]
    assert (first["outcome"], first["receipt"]["result"]) == ("accepted", 0)
    assert first["receipt"]["time"] == "2027-01-15T08:00:01.250+00:00"
    assert (third["outcome"], third["receipt"]["result"]) == ("unknown", 6)
    assert third["receipt"]["meaning"] == "Not shown: notifications are off."


def test_a_recall_says_so() -> None:
    assert json.loads(results_json(recall()))["action"] == "recall"

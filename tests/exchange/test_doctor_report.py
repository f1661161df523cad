from hmpush_gui.exchange.doctor_report import as_json, report
from hmpush_gui.pushkit.finding import Part, fine, wrong
from hmpush_gui.pushkit.words import Sentence

FOUND = [
    fine(Part.FILE, "fields", Sentence("test", "Good.")),
    wrong(
        Part.KEY,
        "pem",
        Sentence("test", "Bad -----BEGIN PRIVATE KEY-----MIIabc"),
        Sentence("test", "Mend it."),
    ),
]


def test_a_report_has_a_line_for_each_finding_and_its_fix() -> None:
    lines = report(FOUND, "2026-11-28 08:00").splitlines()
    assert lines[0].startswith("Credential check, 2026-11-28 08:00, ")
    assert lines[2:] == ["✓ Good.", "✕ Bad ••••••••", "  → Mend it."]


def test_a_report_is_said_in_the_language_of_the_window() -> None:
    assert "✓ GOOD." in report(FOUND, "", lambda each: str(each).upper())


def test_json_has_every_key_and_no_secret() -> None:
    good, bad = as_json(FOUND)
    assert good == {
        "part": "file",
        "name": "fields",
        "state": "fine",
        "sentence": "Good.",
        "fix": "",
    }
    assert (bad["state"], bad["fix"]) == ("wrong", "Mend it.")
    assert "MIIabc" not in bad["sentence"]

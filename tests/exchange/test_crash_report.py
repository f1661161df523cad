"""A report names versions, and redacts whatever it is given."""

from hmpush_gui.exchange.crash_report import CrashReport


def test_versions_stand_in_a_column_and_traces_below() -> None:
    report = CrashReport({"hmpush": "1.0", "Qt": "6.11"}, ("one\n  two", "three"), 0.0)
    assert report.text() == (
        "hmpush  1.0\nQt      6.11\nTime    1970-01-01 00:00:00 UTC\n"
        "\none\n  two\n\nthree\n"
    )


def test_a_secret_in_a_trace_is_hidden() -> None:
    report = CrashReport({}, ("client_secret=MarkedSecret",), 0.0)
    assert "MarkedSecret" not in report.text()

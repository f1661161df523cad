import sys
import time
from datetime import UTC, datetime

import pytest

from hmpush_gui.pushkit.connection import Trust
from hmpush_gui.pushkit.server_clock import judge_clock
from hmpush_gui.pushkit.trial_report import Certificate, Trial
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.trial_words import facts, headline, report

URL = "https://push.test"


@pytest.mark.parametrize(
    ("trial", "fact"),
    [
        (Trial(URL), ("Proxy", "none")),
        (Trial(URL, "http://p:1"), ("Proxy", "http://p:1, from these settings")),
        (
            Trial(URL, "http://p:1", True),
            ("Proxy", "http://p:1, as this computer is set up"),
        ),
        (Trial(URL, peer="[::1]:443"), ("Reached", "[::1]:443")),
        (
            Trial(URL, "http://p:1", peer="9.9.9.9:1"),
            ("Reached", "9.9.9.9:1, the proxy"),
        ),
        (
            Trial(URL),
            ("Trusted", "the usual authorities and those of this computer"),
        ),
        (
            Trial(URL, trust=Trust.ADD, ca_file="/ca.pem"),
            ("Trusted", "the usual authorities, and /ca.pem"),
        ),
        (
            Trial(URL, trust=Trust.ONLY, ca_file="/ca.pem"),
            ("Trusted", "only /ca.pem"),
        ),
        (Trial(URL, verified=False), ("Trusted", "anybody: checks are off")),
        (Trial(URL, own_certificate="/me.pem"), ("Client certificate", "/me.pem")),
    ],
)
def test_what_was_used_is_named(trial: Trial, fact: tuple[str, str]) -> None:
    assert fact in list(facts(trial))


def test_what_was_not_reached_is_left_out() -> None:
    assert dict(facts(Trial("http://127.0.0.1:1"))) == {"Proxy": "none"}


def test_a_connection_that_nobody_checked_is_not_simply_good() -> None:
    assert "nobody checked who answered" in headline(Trial(URL, verified=False))
    failed = Trial(URL, verified=False, failure=Sentence("test", "It broke."))
    assert headline(failed) == "It broke."
    assert report([failed]).startswith(f"{URL}\n✕ It broke.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no zone by a name")
def test_a_certificate_for_ever_has_a_day_also_in_china(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ends = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp()
    trial = Trial("https://push.test", certificate=Certificate("a", "b", ends))
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        assert dict(facts(trial))["Certificate"] == "a, issued by b, until 9999-12-31"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_clock_that_is_wrong_is_among_the_facts(qapp: object) -> None:
    wrong = judge_clock(-600).sentence
    told = dict(facts(Trial("https://push.test", status="200 OK", clock=wrong)))
    assert told["Clock"].startswith("This computer’s clock is 10 minutes ahead")
    assert "Clock" not in dict(facts(Trial("https://push.test", status="200 OK")))

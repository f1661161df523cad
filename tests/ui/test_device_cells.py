from dataclasses import replace

import pytest

from hmpush_gui.pushkit.device import Device, LastOutcome
from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.ui.device_cells import dead_text, last_icon, last_text, last_tone, tip
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.verdicts import icon_of

NOW = 1_700_000_000.0
DEVICE = Device("t", "Phone", "p")
REFUSED = LastOutcome(Verdict.REJECTED, "80100000", "tokenFormatError", NOW - 120)


def test_what_was_never_used_says_nothing() -> None:
    assert (last_text(DEVICE, NOW), last_tone(DEVICE)) == ("", Tone.QUIET)
    assert "Nothing was sent to it yet." in tip(DEVICE, NOW)


def test_an_outcome_says_when_and_why() -> None:
    device = replace(DEVICE, last=replace(REFUSED, reason="noRight"))
    assert last_text(device, NOW).startswith("Rejected · 2 min ago · ")
    assert "noRight" in last_text(device, NOW)
    assert last_tone(device) is Tone.BAD
    assert "Last outcome: Rejected: " in tip(device, NOW)


def test_a_dead_one_says_so_first_and_once() -> None:
    device = replace(DEVICE, last=REFUSED, dead="tokenFormatError")
    text = last_text(device, NOW)
    assert text.startswith("Dead · 2 min ago · ")
    assert text.count("tokenFormatError") == 1
    later = replace(device, last=LastOutcome(Verdict.NOT_SENT, at=NOW))
    assert last_text(later, NOW).startswith("Dead · Not sent · just now · ")
    assert last_tone(later) is Tone.BAD
    assert "stays in the list" in tip(later, NOW)


def test_beside_a_dead_token_stands_why_tokens_change() -> None:
    assert "HarmonyOS 4 to 5" in tip(replace(DEVICE, dead="80300007"), NOW)
    assert "HarmonyOS 4 to 5" not in tip(DEVICE, NOW)


@pytest.mark.parametrize("reason", ["tokenFormatError", "80300007"])
def test_why_it_is_dead_is_told_in_words_and_by_its_name(reason: str) -> None:
    text = dead_text(reason)
    assert text.endswith(f"({reason})")
    assert len(text) > len(reason) + 10


def test_a_reason_nobody_knows_is_told_as_it_is() -> None:
    assert dead_text("tokenEaten") == "tokenEaten"


@pytest.mark.usefixtures("qapp")
def test_the_shape_fits_the_first_word() -> None:
    taken = replace(DEVICE, last=LastOutcome(Verdict.ACCEPTED, at=NOW))
    assert last_icon(DEVICE) is None
    assert last_icon(taken) is icon_of(Verdict.ACCEPTED)
    dead = replace(taken, dead="80300007")
    assert last_text(dead, NOW).startswith("Dead · Accepted")
    assert last_icon(dead) is icon_of(Verdict.REJECTED)

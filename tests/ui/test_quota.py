from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.message import PushType
from hmpush_gui.ui.quota import Quota
from tests.store.samples import accepted, message

from .conftest import Heard

pytestmark = pytest.mark.usefixtures("qapp")

TEST = replace(
    message(), document=write(message().document, ("pushOptions", "testMessage"), True)
)


def test_it_tells_what_the_message_counts_against(heard: Heard) -> None:
    quota = Quota(clock=lambda: 1_800_000_000.0)
    told = heard(quota.told)
    quota.note("shop", TEST, accepted(["a"]))
    quota.add("shop", message(), 1, ["a", "b"])
    assert quota.look("shop", TEST, []) == []
    assert quota.look("shop", message(), ["b"]) == []
    assert quota.look("other", message(), ["b"]) == []
    assert (
        quota.look("shop", replace(message(), push_type=PushType.LIVE_VIEW), []) == []
    )
    assert [words for words, _ in told] == [
        "Today: 1 of 1\N{NARROW NO-BREAK SPACE}000",
        "Today: 1 of 2",
        "Today: 0 of 2",
        "",
    ]
    assert "from this computer" in str(told[0][1])


def test_one_device_is_counted_by_itself() -> None:
    quota = Quota(clock=lambda: 1_800_000_000.0)
    quota.add("shop", message(), 1, ["a", "b"])
    quota.add("shop", message(), 1, ["a"])
    assert quota.count("shop", message(), "a") == (2, 2, 1)
    assert quota.count("shop", message(), "b") == (1, 2, 0)
    assert quota.count("other", TEST, "a") == (0, 1000, None)


def test_a_device_that_had_its_share_is_warned_of() -> None:
    quota = Quota()
    for _ in range(2):
        quota.add("shop", message(), 1, ["a"])
    (problem,) = quota.look("shop", message(), ["a", "b"])
    assert problem.rule == "quota-marketing"


def test_many_answers_are_told_together(qtbot: QtBot, heard: Heard) -> None:
    quota = Quota()
    changed = heard(quota.changed)
    with qtbot.waitSignal(quota.changed):
        for _ in range(5):
            quota.note("shop", TEST, accepted(["a"]))
    assert len(changed) == 1

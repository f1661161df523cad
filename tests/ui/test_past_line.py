"""Which send of history is on view."""

from datetime import datetime

from hmpush_gui.ui.outcome_panel import OutcomePanel

from . import samples


def test_a_send_of_history_is_named_until_another_begins(qapp: object) -> None:
    panel = OutcomePanel()
    line = panel.past_line
    panel.start(samples.record("a", key="new"))
    panel.settle("new", 0, samples.accepted("a"))
    panel.finish("new")
    assert line.isHidden()
    old = samples.record("x", key="old")
    panel.show_send(samples.history(old, samples.accepted("x")))
    at = f"{datetime.fromtimestamp(old.started_at):%Y-%m-%d %H:%M:%S}"
    assert not line.isHidden()
    assert line.words.text().startswith("From history: ")
    assert line.words.text().endswith(f" · {old.project.name} · {at}")
    panel.let_go(["old"])
    assert line.isHidden()
    panel.show_send(samples.history(old, samples.accepted("x")))
    panel.start(samples.record("b", key="newer"))
    assert line.isHidden()


def test_a_send_under_way_is_named_by_its_progress(qapp: object) -> None:
    panel = OutcomePanel()
    record = samples.record("a", "b", key="live")
    panel.start(record)
    panel.show_send(samples.history(record, finished=False))
    assert panel.past_line.isHidden()

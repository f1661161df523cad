"""What an update of a widget comes to, by what the phone has."""

from typing import Any

import pytest

from hmpush_gui.sandbox.quotas import Quotas
from hmpush_gui.sandbox.widgets import Widgets

from .conftest import Asker, put

Json = dict[str, Any]
DAY = 86400


def test_a_version_grows_and_zero_begins_anew() -> None:
    widgets = Widgets()

    results = [widgets.take("a", 7, version, 0) for version in (5, 5, 4, 6, 0, 1)]

    assert results == [0, 151, 151, 0, 0, 0]


def test_phones_and_widgets_do_not_mix() -> None:
    widgets = Widgets()
    widgets.take("a", 7, 5, 0)

    assert widgets.take("b", 7, 1, 0) == 0
    assert widgets.take("a", 8, 1, 0) == 0


def test_a_widget_that_is_not_there_is_blocked_for_thirty_days() -> None:
    widgets = Widgets()
    widgets.cards["a"] = frozenset({8})

    assert widgets.take("a", 7, 1, 0) == 261
    assert widgets.take("a", 8, 1, 0) == 0
    widgets.cards["a"] = frozenset({7, 8})
    assert widgets.take("a", 7, 2, 30 * DAY - 1) == 261
    assert widgets.take("a", 7, 3, 30 * DAY) == 0


def test_a_phone_without_any_widget_has_none() -> None:
    widgets = Widgets()
    widgets.cards["a"] = frozenset()

    assert widgets.take("a", 7, 1, 0) == 261
    assert widgets.take("b", 7, 1, 0) == 0


def _update(widget: Json, version: int, **changes: Any) -> Json:
    document = put(widget, "payload.version", version)
    for path, value in changes.items():
        document = put(document, f"payload.{path}", value)
    return document


@pytest.mark.parametrize(
    ("quotas", "results"),
    [
        (Quotas(), [0, 0, 0, 0, 0, 262, 262]),
        (Quotas(widget=2), [0, 0, 262, 262, 262, 262, 262]),
        (Quotas(widget=None), [0] * 7),
    ],
)
def test_a_widget_is_refreshed_so_often_a_day(
    asker: Asker, widget: Json, quotas: Quotas, results: list[int]
) -> None:
    asker.sandbox.quotas = quotas
    for version in range(1, 8):
        document = _update(widget, version)
        assert asker.ask(document, push_type="1")[1] == "80000000"

    assert asker.results() == results
    assert len(asker.delivered) == results.count(0)


def test_the_count_is_of_one_widget_on_one_phone_and_day(
    asker: Asker, widget: Json
) -> None:
    asker.sandbox.quotas = Quotas(widget=1)
    asker.ask(_update(widget, 1), push_type="1")
    asker.ask(_update(widget, 2, formId=78), push_type="1")
    other = put(_update(widget, 2), "target.token", ["another"])
    asker.ask(other, push_type="1")
    asker.ask(_update(widget, 2), push_type="1")
    asker.sandbox.advance(DAY)
    asker.ask(_update(widget, 3), push_type="1")

    assert asker.results() == [0, 0, 0, 262, 0]


def test_test_messages_do_not_count(asker: Asker, widget: Json) -> None:
    asker.sandbox.quotas = Quotas(widget=1)
    test = put(widget, "pushOptions", {"testMessage": True})
    for version in (1, 2):
        asker.ask(_update(test, version), push_type="1")
    asker.ask(_update(widget, 3), push_type="1")

    assert asker.results() == [0, 0, 0]


def test_the_control_address_says_which_widgets_a_phone_has(
    asker: Asker, widget: Json
) -> None:
    token = widget["target"]["token"][0]
    asker.steer("tokens", {"token": token, "widgets": [78]})
    assert asker.steer("state")["widgets"] == {token: [78]}
    asker.ask(widget, push_type="1")
    asker.ask(_update(widget, 1, formId=78), push_type="1")
    asker.steer("tokens", {"token": token, "widgets": None})
    asker.ask(_update(widget, 1, formId=79), push_type="1")

    assert asker.results() == [261, 0, 0]
    assert asker.sandbox.receipts[0].to_json()["formStatus"]["result"] == 261


@pytest.mark.parametrize("widgets", [7, ["7"], [True], [-1], [2**63], {"a": 1}])
def test_widgets_are_form_ids(asker: Asker, widgets: object) -> None:
    reply = asker.steer("tokens", {"token": "a", "widgets": widgets})

    assert reply["status"] == 400
    assert "widgets: a list of form ids is wanted" in str(reply)

"""The way of a message as a whole."""

import pytest

from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.route import Route, routing

from .route_messages import BADGE, HANDED, MIXED, URGENT, of


@pytest.mark.parametrize(
    ("message", "route"),
    [
        (of("v3-alert"), Route.SYSTEM),
        (BADGE, Route.SYSTEM),
        (of("v3-widget"), Route.SYSTEM),
        (of("v3-live-view"), Route.SYSTEM),
        (of("v1-notification"), Route.SYSTEM),
        (of("v3-background"), Route.APP),
        (of("v3-call"), Route.APP),
        (of("v2-data"), Route.APP),
        (URGENT, Route.APP),
        (of("v3-speech"), Route.BOTH),
        (HANDED, Route.MIXED),
        (MIXED, Route.MIXED),
        (of("v1-apns"), Route.ELSEWHERE),
        (of("v2-webpush"), Route.ELSEWHERE),
    ],
)
def test_a_message_goes_its_way(message: Message, route: Route) -> None:
    assert routing(message).route is route


@pytest.mark.parametrize("key", [each.key for each in kinds()])
def test_every_kind_has_a_line_and_is_at_no_risk_when_it_is_new(key: str) -> None:
    found = routing(of(key))
    assert str(found.line).endswith(".")
    assert found.risks == ()

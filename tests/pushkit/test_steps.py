"""What a request's trace says of whether it has left."""

from types import SimpleNamespace

from hmpush_gui.pushkit.steps import REFUSED, Steps

LEAVING = "http11.send_request_headers.started"
SENT = "http11.send_request_body.complete"


def _asks(method: bytes) -> dict[str, object]:
    return {"request": SimpleNamespace(method=method, headers=[(b"X", b"1")])}


async def test_a_request_has_left_when_its_head_begins_to_be_written() -> None:
    told: list[bool] = []
    steps = Steps(told.append)
    await steps.note("connection.connect_tcp.complete", {})
    assert not steps.left
    await steps.note(LEAVING, _asks(b"POST"))
    assert steps.left
    assert told == [False, True]


async def test_asking_a_proxy_for_a_tunnel_is_not_leaving() -> None:
    told: list[bool] = []
    steps = Steps(told.append)
    await steps.note(LEAVING, _asks(b"CONNECT"))
    await steps.note(SENT, {})
    await steps.note("proxy.start_tls.complete", {})
    assert not steps.left
    timing = steps.timing(done=False)
    assert timing.secured is not None
    assert timing.sent is None
    await steps.note(LEAVING, _asks(b"POST"))
    await steps.note(SENT, {})
    assert steps.left
    assert steps.timing(done=False).sent is not None
    assert told == [False, True]


async def test_what_was_refused_for_its_bearer_has_not_left() -> None:
    told: list[bool] = []
    steps = Steps(told.append)
    await steps.note(LEAVING, _asks(b"POST"))
    await steps.note(SENT, {})
    await steps.note(REFUSED, {})
    assert steps.refused
    assert not steps.left
    assert steps.timing(done=False).sent is None
    await steps.note(LEAVING, _asks(b"POST"))
    assert told == [False, True, False, True]

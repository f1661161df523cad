import asyncio

import httpx
import pytest

from hmpush_gui.pushkit.bearer import MARGIN
from hmpush_gui.pushkit.errors import AuthRefused

from .bearers import SEND, oauth_bearer, send, send_many
from .fakes import Clock, FakePushKit


async def test_fifty_sends_at_once_ask_for_one_token() -> None:
    fake = FakePushKit()
    async with fake.http() as http:
        assert await send_many(50, http, oauth_bearer(http)) == {"80000000"}
    assert len(fake.token_requests) == 1
    assert fake.bearers == ["DUMMY/1+=="] * 50


async def test_a_token_is_kept_until_the_margin_before_its_end() -> None:
    fake, clock = FakePushKit(life=3600), Clock()
    async with fake.http() as http:
        bearer = oauth_bearer(http, clock)
        await send(http, bearer)
        clock.now += 3600 - MARGIN - 1
        await send(http, bearer)
        assert len(fake.token_requests) == 1
        clock.now += 1
        await send(http, bearer)
        assert len(fake.token_requests) == 2
    assert fake.bearers == ["DUMMY/1+==", "DUMMY/1+==", "DUMMY/2+=="]


async def test_an_ended_token_is_renewed_and_the_send_repeated_once() -> None:
    fake = FakePushKit(ended={"DUMMY/1+=="})
    async with fake.http() as http:
        assert await send(http, oauth_bearer(http)) == "80000000"
    assert fake.bearers == ["DUMMY/1+==", "DUMMY/2+=="]
    assert len(fake.token_requests) == 2


async def test_fifty_sends_refused_at_once_renew_once() -> None:
    fake = FakePushKit(ended={"DUMMY/1+=="}, crowd=50)
    async with fake.http() as http:
        assert await send_many(50, http, oauth_bearer(http)) == {"80000000"}
    assert len(fake.token_requests) == 2
    assert fake.bearers == ["DUMMY/1+=="] * 50 + ["DUMMY/2+=="] * 50


async def test_a_send_refused_late_takes_the_token_that_is_already_new() -> None:
    fake = FakePushKit()
    async with fake.http() as http:
        bearer = oauth_bearer(http)
        flow = bearer.async_auth_flow(httpx.Request("POST", SEND))
        late = await anext(flow)
        assert late.headers["Authorization"] == "Bearer DUMMY/1+=="
        fake.ended.add("DUMMY/1+==")
        await send(http, bearer)
        again = await flow.asend(httpx.Response(401, json=fake.expired))
        assert again.headers["Authorization"] == "Bearer DUMMY/2+=="
        await flow.aclose()
    assert len(fake.token_requests) == 2


async def test_a_second_refusal_is_passed_on() -> None:
    fake = FakePushKit(ended={f"DUMMY/{number}+==" for number in range(1, 9)})
    async with fake.http() as http:
        assert await send(http, oauth_bearer(http)) == "80200003"
    assert fake.bearers == ["DUMMY/1+==", "DUMMY/2+=="]


# Facts F.5: what a fresh bearer may cure, whatever the HTTP status.
@pytest.mark.parametrize(
    ("status", "body", "tries"),
    [
        (200, b'{"code":"80000000"}', 1),
        (401, b'{"code":"80200003"}', 2),
        (200, b'{"code":"80200003"}', 2),
        (400, b'{"code":"80200001"}', 2),
        (401, b'{"code":"80200005"}', 2),
        (401, b'{"code":"80300036"}', 2),
        (401, b"", 2),
        (401, b"<html>", 2),
        (401, b'{"code":null}', 2),
        (401, b'{"code":"80300007"}', 1),
        (400, b'{"code":"80300002"}', 1),
        (403, b"", 1),
        (503, b"", 1),
        (200, b"<html>", 1),
    ],
)
async def test_only_what_a_fresh_token_may_cure_is_tried_again(
    status: int, body: bytes, tries: int
) -> None:
    fake = FakePushKit()

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host == "push.test":
            fake.bearers.append(request.headers["Authorization"])
            return httpx.Response(status, content=body)
        return await fake(request)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        response = await http.post(SEND, auth=oauth_bearer(http))
    assert (response.status_code, response.content) == (status, body)
    assert len(fake.bearers) == tries


async def test_a_stopped_send_does_not_take_the_token_from_the_others() -> None:
    fake = FakePushKit(token_gate=asyncio.Event())
    assert fake.token_gate
    async with fake.http() as http:
        bearer = oauth_bearer(http)
        sends = [asyncio.create_task(send(http, bearer)) for _ in range(3)]
        await fake.asked.wait()
        sends[0].cancel()
        await asyncio.sleep(0)
        fake.token_gate.set()
        results = await asyncio.gather(*sends, return_exceptions=True)
    assert isinstance(results[0], asyncio.CancelledError)
    assert results[1:] == ["80000000", "80000000"]
    assert len(fake.token_requests) == 1


async def test_a_token_made_for_stopped_sends_is_kept_for_the_next() -> None:
    fake = FakePushKit(token_gate=asyncio.Event())
    assert fake.token_gate
    async with fake.http() as http:
        bearer = oauth_bearer(http)
        sending = asyncio.create_task(send(http, bearer))
        await fake.asked.wait()
        sending.cancel()
        fake.token_gate.set()
        await asyncio.gather(sending, return_exceptions=True)
        assert await send(http, bearer) == "80000000"
    assert len(fake.token_requests) == 1


async def test_closing_gives_up_a_token_that_is_being_made() -> None:
    fake = FakePushKit(token_gate=asyncio.Event())
    async with fake.http() as http:
        bearer = oauth_bearer(http)
        sending = asyncio.create_task(send(http, bearer))
        await fake.asked.wait()
        await bearer.aclose()
        (result,) = await asyncio.gather(sending, return_exceptions=True)
    assert isinstance(result, asyncio.CancelledError)
    assert fake.bearers == []


async def test_a_failure_is_told_to_all_who_wait_and_not_remembered() -> None:
    def refuse(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(500, text="<html>")

    fake = FakePushKit(oauth=refuse)
    async with fake.http() as http:
        bearer = oauth_bearer(http)
        results = await asyncio.gather(
            *(send(http, bearer) for _ in range(5)), return_exceptions=True
        )
        assert {type(result) for result in results} == {AuthRefused}
        assert len(fake.token_requests) == 1
        fake.oauth = None
        assert await send(http, bearer) == "80000000"
    assert fake.bearers == ["DUMMY/2+=="]


async def test_a_clock_that_is_set_back_does_not_lengthen_a_life() -> None:
    fake, clock, steadily = FakePushKit(life=3600), Clock(), Clock(0.0)
    async with fake.http() as http:
        bearer = oauth_bearer(http, clock, steadily)
        await send(http, bearer)
        clock.now -= 30
        steadily.now += 3600 - MARGIN - 1
        await send(http, bearer)
        assert len(fake.token_requests) == 1
        steadily.now += 1
        await send(http, bearer)
        assert len(fake.token_requests) == 2


@pytest.mark.parametrize("hours", [-6, 6])
async def test_a_clock_that_is_set_by_hours_has_a_bearer_made_anew_once(
    hours: int,
) -> None:
    fake, clock = FakePushKit(life=3600), Clock()
    async with fake.http() as http:
        bearer = oauth_bearer(http, clock)
        await send(http, bearer)
        clock.now += hours * 3600
        for _ in range(3):
            await send(http, bearer)
    assert len(fake.token_requests) == 2


async def test_a_sleep_of_hours_has_a_bearer_made_anew() -> None:
    # Whether or not the system's steady clock counts it.
    for counted in (0, 8 * 3600):
        fake, clock, steadily = FakePushKit(life=3600), Clock(), Clock(0.0)
        async with fake.http() as http:
            bearer = oauth_bearer(http, clock, steadily)
            await send(http, bearer)
            clock.now += 8 * 3600
            steadily.now += counted
            await send(http, bearer)
        assert len(fake.token_requests) == 2

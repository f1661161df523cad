"""Our client against our sandbox, over a real socket: what one says the other did."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from hmpush_gui.pushkit.campaign import Campaign
from hmpush_gui.pushkit.client import PushClient
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.pace import Pace
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.retry import Patience
from hmpush_gui.pushkit.sending import send_requests
from hmpush_gui.samples import sample_message
from hmpush_gui.sandbox.chance import Chance
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.service import Sandbox

from .programs import small_account
from .pushkit.campaigns import Book
from .pushkit.test_faults import Skipping

ACCEPTED, REJECTED, UNKNOWN = Verdict.ACCEPTED, Verdict.REJECTED, Verdict.UNKNOWN
LIVE, DEAD = "SANDBOX-live-000001", "SANDBOX-dead-000001"


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(small_account())


@pytest.fixture
def project(sandbox: Sandbox) -> Iterator[Project]:
    service = small_account().service
    with SandboxServer(sandbox) as server:
        yield Project(
            "p",
            "P",
            project_id=service.project_id,
            client_id=small_account().client.client_id,
            push_host=server.url,
            oauth_host=server.url,
        )


async def _send(project: Project, tokens: list[str], book: Book) -> Counter[Verdict]:
    """A test message, of which ten tokens make a request; waits are skipped."""
    message = sample_message()
    document = write(message.document, ("pushOptions", "testMessage"), True)
    requests = send_requests(project, replace(message, document=document), tokens)
    skipping = Skipping()
    campaign = Campaign(
        requests,
        len(tokens),
        book,
        pace=Pace(clock=skipping.clock),
        patience=Patience(jitter=lambda: 1.0),
        clock=skipping.clock,
        rest=skipping.rest,
    )
    async with PushClient(project, small_account().service) as client:
        progress = await campaign.run(client.send)
    assert progress.settled == len(tokens)
    return +Counter(progress.counts)


SCENARIOS = {
    # what we say of a live token, and how often the sandbox may have heard of it
    Scenario.NORMAL: (ACCEPTED, 1),
    Scenario.SLOW: (ACCEPTED, 1),
    Scenario.DRIP: (ACCEPTED, 1),
    Scenario.EXPIRED_ONCE: (ACCEPTED, 2),
    Scenario.UNAVAILABLE: (REJECTED, 5),
    Scenario.RETRY_AFTER: (REJECTED, 5),
    Scenario.INNER_ERROR: (REJECTED, 3),
    Scenario.TOO_LARGE: (REJECTED, 1),
    Scenario.HTML: (UNKNOWN, 1),
    Scenario.CUT_EARLY: (UNKNOWN, 0),
    Scenario.CUT: (UNKNOWN, 1),
    Scenario.HALF: (UNKNOWN, 1),
}


def test_every_scenario_is_tried() -> None:
    assert set(SCENARIOS) == set(Scenario) - {Scenario.RANDOM}


@pytest.mark.parametrize("scenario", SCENARIOS)
async def test_each_scenario_leaves_a_token_with_its_true_fate(
    sandbox: Sandbox, project: Project, scenario: Scenario
) -> None:
    sandbox.scenario, sandbox.delay = scenario, 0.3
    verdict, times = SCENARIOS[scenario]
    book = Book()
    await _send(project, [LIVE], book)
    assert book.verdicts == {LIVE: verdict}
    count = sandbox.books.count(LIVE)
    assert (count.received, count.at_risk <= 1) == (times, True)
    # Cut early, its body is never read; the heads are counted.
    assert sandbox.sends == max(times, 1)


async def test_a_dead_token_is_rejected_beside_a_live_one(
    sandbox: Sandbox, project: Project
) -> None:
    book = Book()
    await _send(project, [LIVE, DEAD], book)
    assert book.verdicts == {LIVE: ACCEPTED, DEAD: REJECTED}


@pytest.mark.long
async def test_four_thousand_tokens_in_a_bad_hour_keep_a_true_account(
    sandbox: Sandbox, project: Project
) -> None:
    odds = [each for each in SCENARIOS if each not in (Scenario.SLOW, Scenario.DRIP)]
    sandbox.scenario, sandbox.delay = Scenario.RANDOM, 0.01
    sandbox.chance = Chance(dict.fromkeys(odds, 0.06), seed=3)
    tokens = [f"SANDBOX-live-{number:06}" for number in range(4_000)]
    book = Book()
    counts = await _send(project, tokens, book)
    assert set(book.verdicts) == set(tokens)
    assert counts == Counter(book.verdicts.values())
    assert sandbox.books.repeats == ()
    for token, verdict in book.verdicts.items():
        count = sandbox.books.count(token)
        assert count.at_risk <= 1
        assert verdict is UNKNOWN or count.accepted == (verdict is ACCEPTED)

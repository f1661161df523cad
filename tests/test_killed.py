"""Killed at any moment and gone on with: nothing accepted goes out again, none is lost.

Ten kills (SIGKILL) to a campaign, of which HMPUSH_CAMPAIGNS says how many: five make
fifty kills. The sandbox runs in the test, outlives them and keeps its own books.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.pushkit.record import SendHistory
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.sandbox.server import SandboxServer
from hmpush_gui.sandbox.service import Sandbox
from hmpush_gui.store.history import History

from .killed_sender import DEAD_EVERY, KEY, tokens
from .programs import small_account

ROOT = Path(__file__).parents[1]
MANY = 3000
KILLS = 10
CAMPAIGNS = int(os.environ.get("HMPUSH_CAMPAIGNS", "1"))
LONGEST = 0.15
"""Seconds that the program lives after its first request of a run."""


@dataclass
class Runs:
    """Runs of the program on one folder, against a sandbox that stays."""

    folder: Path
    url: str

    def run(self, lives: float | None) -> bool:
        """Run it, for `lives` seconds after its first request; True if it got done."""
        port = self.url.rsplit(":", 1)[1]
        command = [sys.executable, "-m", "tests.killed_sender", self.folder, port]
        with subprocess.Popen(
            [*map(str, command), str(MANY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        ) as program:
            assert program.stdin
            assert program.stdout
            program.stdin.write(small_account().service.to_json().encode())
            program.stdin.close()
            first = program.stdout.readline().strip()
            if lives is not None:
                time.sleep(lives)
                program.kill()
            last = program.stdout.read().split()[-1:] or [first]
        assert first in (b"sending", b"over")
        return last == [b"over"]

    def history(self) -> SendHistory:
        history = History(self.folder / "history.sqlite3")
        kept = history.load(KEY).result()
        history.close()
        assert kept
        return kept


@pytest.mark.parametrize("seed", range(CAMPAIGNS))
def test_ten_kills_lose_no_token_and_repeat_none(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    sandbox = Sandbox(small_account())
    # Many are on their way at any moment.
    sandbox.scenario, sandbox.delay = Scenario.SLOW, 0.05
    with SandboxServer(sandbox) as server:
        runs = Runs(tmp_path, server.url)
        for _ in range(KILLS):
            assert not runs.run(chance.uniform(0.0, LONGEST)), "no kill hit it"
        sandbox.delay = 0.0
        assert runs.run(None)
    kept = runs.history()
    _hold_against(sandbox, kept)


def _hold_against(sandbox: Sandbox, kept: SendHistory) -> None:
    """History and the sandbox's own books tell of the same tokens the same."""
    fates = {outcome.token: outcome.verdict for outcome in kept.outcomes}
    assert (kept.finished, list(fates)) == (True, tokens(MANY))
    counts = Counter(fates.values())
    assert counts[Verdict.NOT_SENT] == 0
    assert counts[Verdict.REJECTED] <= MANY / DEAD_EVERY
    assert 0 < counts[Verdict.UNKNOWN] < MANY / 2
    for token, verdict in fates.items():
        count = sandbox.books.count(token)
        assert count.received <= 1
        if verdict is not Verdict.UNKNOWN:
            assert count.received == 1
            assert count.accepted == (verdict is Verdict.ACCEPTED)

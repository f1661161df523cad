"""What a crash left behind is offered, gone on with on one's word, and never twice."""

import asyncio
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hmpush_gui.cut_off import _moment
from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.protocol import Verdict
from hmpush_gui.sandbox.books import Books
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.store.history import History

from .programs import engine, idle, program, sandbox, until
from .pushkit.campaigns import SUCCESS
from .store import samples
from .test_send_joins import MANY, add_many, sending

pytestmark = pytest.mark.usefixtures("qapp")


ROOT = Path(__file__).parents[1]


@dataclass
class Left:
    """A data folder as a kill leaves it, and the books of the sandbox of that run."""

    folder: Path
    books: Books
    tokens: list[str]
    settled: int


def keep(folder: Path, copy: Path) -> None:
    """Copy all but the mark of the run, which is void when its process is gone."""
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.lock"))


async def cut_off(folder: Path, *, out: bool) -> Left:
    """A send to two thousand, cut off in the middle; `out` with answers missing."""
    async with program(folder / "first") as desk:
        add_many(desk)
        shown = await sending(desk)
        if out:
            sandbox(desk).scenario = Scenario.SLOW
            started = sandbox(desk).sends
            await until(lambda: sandbox(desk).sends > started)
        desk.window.outcome.progress.toggle_pause()
        if not out:
            await until(lambda: shown.words.text() == "Paused")
        # What the thread of history has been given is on the disk after this.
        engine(desk)._history.written().result()
        keep(folder / "first", folder / "left")
        tokens = [device.token for device in desk.window.devices.chosen()]
        settled = shown._last.settled
        return Left(folder / "left", sandbox(desk).books, tokens, settled)


def notices(desk: Desk) -> list[str]:
    return desk.window.notices.texts()


def press(desk: Desk, offer: str, part: str = "was cut off") -> None:
    """Take an offer of the notice that says `part`."""
    for label in desk.window.notices.findChildren(QLabel, "notice.text"):
        parent = label.parentWidget()
        if part in label.text() and isinstance(parent, QWidget):
            for button in parent.findChildren(QPushButton, "notice.offer"):
                if button.text() == offer and not parent.isHidden():
                    button.click()
                    return
    raise AssertionError(f"nobody offers {offer!r}: {notices(desk)}")


def received_twice(tokens: Iterable[str], *books: Books) -> list[str]:
    return [
        token
        for token in tokens
        if sum(book.count(token).received for book in books) != 1
    ]


async def test_going_on_sends_what_is_left_and_nothing_twice(tmp_path: Path) -> None:
    left = await cut_off(tmp_path, out=False)
    async with program(left.folder) as desk:
        (notice,) = notices(desk)
        rest = MANY - left.settled
        assert "“Parcel on its way” through Sandbox (SANDBOX)" in notice
        assert f"Not sent: {rest:,}".replace(",", "\u202f") in notice
        assert "unknown: 0" in notice
        assert sandbox(desk).sends == 0
        press(desk, "Go on")
        await until(lambda: sandbox(desk).sends)
        await until(lambda: idle(desk), 25)
        assert sandbox(desk).books.tokens == rest
        assert received_twice(left.tokens, left.books, sandbox(desk).books) == []
        counts = desk.window.outcome.results.model.counts()
        assert counts == {Verdict.ACCEPTED: 1980, Verdict.REJECTED: 20}
        assert notices(desk) == []
    async with program(left.folder) as desk:
        assert notices(desk) == []


KILLED = """
import asyncio, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop
from tests.programs import program, sandbox
from tests.test_send_joins import add_many, sending

async def main():
    async with program(Path(sys.argv[1])) as desk:
        add_many(desk, 400)
        await sending(desk, 50)
        print("sending", flush=True)
        await asyncio.sleep(60)

app = QApplication([])
with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
    runner.run(main())
"""


def run_and_kill(folder: Path) -> bytes:
    """Kill the program when it says something, which is the result."""
    command = [sys.executable, "-c", KILLED, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as first:
        assert first.stdout
        said = first.stdout.readline()
        first.kill()
    return said.strip()


async def test_after_a_kill_nothing_that_left_is_sent_again(tmp_path: Path) -> None:
    assert await asyncio.to_thread(run_and_kill, tmp_path) == b"sending"
    async with program(tmp_path) as desk:
        (cut,) = engine(desk)._history.unfinished().result()
        kept = engine(desk)._history.load(cut.key).result()
        assert kept
        left = {
            each.token for each in kept.outcomes if each.verdict is Verdict.NOT_SENT
        }
        assert 0 < len(left) <= 350
        press(desk, "Go on")
        await until(lambda: sandbox(desk).sends)
        await until(lambda: idle(desk), 25)
        books = sandbox(desk).books
        assert (books.tokens, books.totals.received) == (len(left), len(left))
        assert received_twice(left, books) == []


async def test_what_is_unknown_is_told_apart_and_left_alone(tmp_path: Path) -> None:
    left = await cut_off(tmp_path, out=True)
    async with program(left.folder) as desk:
        press(desk, "Go on")
        await until(lambda: sandbox(desk).sends)
        await until(lambda: idle(desk), 25)
        counts = desk.window.outcome.results.model.counts()
        assert sum(counts.values()) == MANY
        assert counts[Verdict.UNKNOWN] > 0
        assert Verdict.NOT_SENT not in counts
        press(desk, "Copy their tokens", "Unknown since")
        unknown = QGuiApplication.clipboard().text().split("\n")
        assert len(unknown) == counts[Verdict.UNKNOWN]
        books = sandbox(desk).books
        assert [token for token in unknown if books.count(token).received] == []
        sent = set(left.tokens) - set(unknown)
        assert received_twice(sent, left.books, books) == []


def write_cut_off(folder: Path, *keys: str) -> None:
    """Sends of which nothing left before the end."""
    folder.mkdir(exist_ok=True)
    history = History(folder / "history.sqlite3")
    for at, key in enumerate(keys):
        sent = samples.record("a", "b", key=key, title=key, started_at=1000.0 + at)
        history.begin(sent).result()
    history.close()


async def test_without_its_project_a_send_is_told_but_not_gone_on_with(
    tmp_path: Path,
) -> None:
    write_cut_off(tmp_path, "lost")
    async with program(tmp_path) as desk:
        (notice,) = notices(desk)
        assert "the rest cannot go on" in notice
        with pytest.raises(AssertionError, match="nobody offers"):
            press(desk, "Go on")


async def test_showing_it_leaves_the_choice_open(tmp_path: Path) -> None:
    write_cut_off(tmp_path, "one")
    async with program(tmp_path) as desk:
        press(desk, "Show")
        await until(lambda: desk.window.outcome.results.model.rowCount() == 2)
        assert len(notices(desk)) == 1
    async with program(tmp_path) as desk:
        assert len(notices(desk)) == 1


async def test_what_is_left_is_not_offered_again(tmp_path: Path) -> None:
    write_cut_off(tmp_path, "one")
    async with program(tmp_path) as desk:
        press(desk, "Leave it")
        assert notices(desk) == []
    async with program(tmp_path) as desk:
        assert notices(desk) == []
        await until(lambda: desk.window.outcome.history.model.rowCount() == 1)


async def test_a_send_of_which_all_is_known_is_not_talked_about(
    tmp_path: Path,
) -> None:
    tokens = ["a", "b"]
    history = History(tmp_path / "history.sqlite3")
    history.begin(samples.record(*tokens)).result()
    history.request_begun("send", 0, samples.request(tokens)).result()
    answer = samples.answered(tokens, SUCCESS)
    history.request_done("send", 0, answer).result()
    history.close()
    async with program(tmp_path) as desk:
        assert notices(desk) == []
        assert engine(desk)._history.unfinished().result() == []


async def test_many_are_told_one_after_the_other(tmp_path: Path) -> None:
    write_cut_off(tmp_path, "a", "b", "c")
    async with program(tmp_path) as desk:
        for title, more in (("“c”", "before it: 2."), ("“b”", "before it: 1.")):
            (notice,) = notices(desk)
            assert title in notice
            assert notice.endswith(more)
            press(desk, "Leave it")
        (notice,) = notices(desk)
        assert "“a”" in notice
        assert "before it" not in notice


async def test_a_send_of_another_window_is_not_cut_off(tmp_path: Path) -> None:
    write_cut_off(tmp_path, "one")
    async with program(tmp_path), program(tmp_path) as second:
        assert notices(second) == []


def test_the_day_is_told_when_it_was_not_today() -> None:
    today = _moment(time.time())
    assert len(today) == 5
    assert len(_moment(0.0)) > len(today)

"""A program that sends, or goes on with what it finds cut off, until it is killed.

    python -m tests.killed_sender FOLDER PORT TOKENS

It has no window. The credential comes over standard input; on standard output it says
`sending` when the first request goes out, and `over` when nothing is left to do.
"""

import asyncio
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from qasync import QEventLoop

from hmpush_gui.clients import Clients
from hmpush_gui.pushkit.credential import ServiceAccount
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project, secret_name
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.samples import sample_message
from hmpush_gui.sandbox.tokens import TokenState, make_token
from hmpush_gui.sender import Sender
from hmpush_gui.store.history import History
from hmpush_gui.store.secrets import MemorySecrets

KEY = "campaign"
DEAD_EVERY = 100


def tokens(count: int) -> list[str]:
    """So many push tokens of the sandbox, of which every hundredth is dead."""
    return [
        make_token(TokenState.LIVE if number % DEAD_EVERY else TokenState.DEAD, number)
        for number in range(count)
    ]


def _record(account: ServiceAccount, port: str, count: int) -> SendRecord:
    """A test message, of which ten tokens make a request."""
    url = f"http://127.0.0.1:{port}"
    project = Project(
        "shop", "Shop", Environment.SANDBOX, account.project_id, "", url, url
    )
    sample = sample_message()
    document = write(sample.document, ("pushOptions", "testMessage"), True)
    message = Message(sample.api, sample.push_type, document)
    devices = tuple(Device(token, "", project.key) for token in tokens(count))
    return SendRecord(KEY, 1000.0, project, message, devices)


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


async def _main(folder: Path, port: str, count: int) -> None:
    account = ServiceAccount.from_json(sys.stdin.read())
    history = History(folder / "history.sqlite3")
    secrets = MemorySecrets(Sentence("test", "in memory"))
    name = secret_name("shop", CredentialKind.SERVICE_ACCOUNT)
    secrets.put(name, account.to_json())
    sender = Sender(Clients(secrets), history)
    over = asyncio.Event()
    sender.begun.connect(lambda *_: _say("sending"))
    sender.finished.connect(lambda _key: over.set())
    cut = await asyncio.wrap_future(history.load(KEY))
    if cut is None:
        sender.send(_record(account, port, count))
    elif cut.finished:
        over.set()
    else:
        sender.go_on(cut)
    await over.wait()
    await sender.aclose()
    history.close()
    _say("over")


if __name__ == "__main__":
    with asyncio.Runner(
        loop_factory=lambda: QEventLoop(QCoreApplication(sys.argv))
    ) as runner:
        runner.run(_main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))

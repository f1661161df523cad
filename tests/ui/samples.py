"""Projects, devices, messages and answers that the tests of the window share."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt

from hmpush_gui.pushkit.answers import read_answer
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.document import Path, encode, read, write
from hmpush_gui.pushkit.fields import Field
from hmpush_gui.pushkit.kinds import Kind, kind
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.protocol import (
    Answer,
    Exchange,
    Outcome,
    Request,
    Timing,
    Verdict,
)
from hmpush_gui.pushkit.record import SendHistory, SendRecord, SendSummary
from hmpush_gui.pushkit.sending import send_request
from hmpush_gui.pushkit.words import Sentence

SANDBOX = Project("sandbox", "Sandbox", Environment.SANDBOX, "1", "2")
TEST = Project("shop", "Shop", Environment.TEST, "101", "202")
FORMAL = Project("live", "Live shop", Environment.FORMAL, "303", "404")

TITLE = ("payload", "notification", "title")
BODY = ("payload", "notification", "body")
DATA = ("payload", "notification", "clickAction", "data")
TEST_SWITCH = ("pushOptions", "testMessage")

PEM = "-----BEGIN PRIVATE KEY-----\nnot a real one\n-----END PRIVATE KEY-----\n"


def message(title: str = "Hello", body: str = "World", *, test: bool = True) -> Message:
    """A v3 notification that passes the checks."""
    document = kind("v3-alert").blank
    for path, value in ((TITLE, title), (BODY, body), (TEST_SWITCH, test)):
        document = write(document, path, value)
    return Message(Api.V3, "0", document)


def background() -> Message:
    return kind("v3-background").message()


def legacy() -> Message:
    return kind("v1-notification").message()


def field(*path: str, required: bool = False, **schema: object) -> Field:
    """A field with this schema; `x_names` stands for `x-names`."""
    words = {name.replace("x_", "x-"): value for name, value in schema.items()}
    return Field(path or ("value",), words, required)


def devices(count: int, project: str = TEST.key) -> list[Device]:
    return [
        Device(f"token-{number}", f"Phone {number}", project)
        for number in range(1, count + 1)
    ]


def record(
    *tokens: str,
    key: str = "send",
    project: Project = TEST,
    sent: Message | None = None,
) -> SendRecord:
    targets = tuple(Device(token, f"label {token}", project.key) for token in tokens)
    return SendRecord(key, 1000.5, project, sent or message(), targets)


def request(*tokens: str, sent: Message | None = None) -> Request:
    sent = sent or message()
    return send_request(TEST, sent, encode(sent), tokens)


def answered(tokens: Sequence[str], body: bytes) -> Exchange:
    """The exchange of a request that Push Kit answered with `body`."""
    answer = Answer(200, "OK", (("content-type", "application/json"),), body)
    reading = read_answer(answer, tokens)
    return Exchange(
        request(*tokens),
        reading.outcomes,
        answer,
        reading.code,
        reading.message,
        reading.request_id,
        timing=Timing(sent=0.25, done=0.5),
    )


def accepted(*tokens: str, request_id: str = "157440955549500") -> Exchange:
    text = f'{{"code":"80000000","msg":"Success","requestId":"{request_id}"}}'
    return answered(tokens, text.encode())


def rejected(*tokens: str, code: str = "80300007") -> Exchange:
    outcomes = [Outcome(token, Verdict.REJECTED, code) for token in tokens]
    return Exchange(request(*tokens), tuple(outcomes), code=code)


def history(
    sent: SendRecord, *exchanges: Exchange, finished: bool = True
) -> SendHistory:
    outcomes = tuple(each for exchange in exchanges for each in exchange.outcomes)
    return SendHistory(sent, finished, exchanges, outcomes, len(exchanges))


def summary(
    key: str = "send",
    *,
    title: str = "Hello",
    api: str = "v3",
    push_type: str = "0",
    finished: bool = True,
    **counts: int,
) -> SendSummary:
    """`counts` by the names of `Verdict`, such as `REJECTED=2`."""
    return SendSummary(
        key,
        1_000_000_000.0,
        "Shop",
        Environment.TEST,
        api,
        push_type,
        title,
        finished,
        {Verdict[name]: number for name, number in counts.items()},
    )


def column(
    model: QAbstractItemModel,
    number: int = 0,
    role: int = Qt.ItemDataRole.DisplayRole,
) -> list[object]:
    """What every row of a column says."""
    return [model.index(row, number).data(role) for row in range(model.rowCount())]


def read_blank(kind: Kind, path: Path) -> object:
    """What a new message of `kind` has at `path`."""
    return read(kind.blank, path)


def sentence(text: str) -> Sentence:
    return Sentence("pushkit", text)

"""What a bug ticket has to say of a send, as blocks that any mark-up can write."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.protocol import Exchange, Verdict
from hmpush_gui.pushkit.record import Action, SendHistory
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .redact import Redactor
from .report_exchange import request_listing, response_listing
from .results import ResultRow, counts_of, redactor_of, result_rows, started_at

Say = Callable[[Sentence], str]

ROWS = 200
"""So many devices are named; a ticket with more is read by nobody."""

EXCHANGES = 3
"""So many requests are shown whole, those that went wrong first."""

VERDICTS = {
    Verdict.ACCEPTED: QT_TRANSLATE_NOOP("report", "Accepted"),
    Verdict.REJECTED: QT_TRANSLATE_NOOP("report", "Rejected"),
    Verdict.UNKNOWN: QT_TRANSLATE_NOOP("report", "Unknown"),
    Verdict.NOT_SENT: QT_TRANSLATE_NOOP("report", "Not sent"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; the first of a report is the report's."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head; without a head, the first cell names its row."""

    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence by itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A text whose every character counts."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as base64 of a PNG; `text` stands for it where none can be shown."""

    text: str
    png: str


Block = Heading | Table | Note | Listing | Picture


def report(
    send: SendHistory, *, tokens: bool = False, language: str = "en", say: Say = str
) -> tuple[Block, ...]:
    """The blocks of a report: what was sent, what became of it, requests and answers.

    Explanations of codes are in `language`; `say` puts the report's own words into it.
    """
    redact = redactor_of(send, tokens=tokens)
    rows = list(result_rows(send, redact, language=language, numbers=_named(send)))
    title = redact.text(send.record.message.title) or _kind(send, say)
    head = QT_TRANSLATE_NOOP("report", "Push: {title}")
    if send.record.action is Action.RECALL:
        head = QT_TRANSLATE_NOOP("report", "Recall of the push: {title}")
    return (
        Heading(say(head.format(title=title))),
        Table(tuple(_facts(send, redact, say))),
        Heading(say(QT_TRANSLATE_NOOP("report", "Outcome of each device"))),
        *_outcomes(rows, len(send.outcomes), say),
        *_explanations(rows, say),
        *_exchanges(send, redact, say),
    )


def _facts(send: SendHistory, redact: Redactor, say: Say) -> Iterator[tuple[str, str]]:
    record = send.record
    message, project = record.message, record.project
    counts = (
        (verdict, number) for verdict, number in counts_of(send).items() if number
    )
    sums = "   ".join(
        f"{number} {say(VERDICTS[verdict])}" for verdict, number in counts
    )
    facts = (
        (QT_TRANSLATE_NOOP("report", "Project"), project.name),
        (QT_TRANSLATE_NOOP("report", "Environment"), str(project.environment)),
        (QT_TRANSLATE_NOOP("report", "Address"), project.push_host),
        (QT_TRANSLATE_NOOP("report", "Sent at"), started_at(send)),
        (
            QT_TRANSLATE_NOOP("report", "Kind"),
            f"{message.api} {_kind(send, say)}",
        ),
        (QT_TRANSLATE_NOOP("report", "Title"), message.title),
        (QT_TRANSLATE_NOOP("report", "Text"), message.body),
        (QT_TRANSLATE_NOOP("report", "Outcome"), sums),
    )
    for name, value in facts:
        if value:
            yield say(name), redact.text(value)


def _kind(send: SendHistory, say: Say) -> str:
    return say(Sentence("schema", kind_of(send.record.message).title))


def _named(send: SendHistory) -> list[int]:
    """The numbers of the devices to name: what went wrong first."""
    verdicts = [each.verdict for each in send.outcomes]
    ordered = sorted(
        range(len(verdicts)), key=lambda each: verdicts[each] is Verdict.ACCEPTED
    )
    return ordered[:ROWS]


def _outcomes(rows: list[ResultRow], count: int, say: Say) -> Iterator[Block]:
    head = tuple(
        say(name)
        for name in (
            QT_TRANSLATE_NOOP("report", "Device"),
            QT_TRANSLATE_NOOP("report", "Push token"),
            QT_TRANSLATE_NOOP("report", "Outcome"),
            QT_TRANSLATE_NOOP("report", "Code"),
            QT_TRANSLATE_NOOP("report", "Reason"),
            QT_TRANSLATE_NOOP("report", "Request ID"),
        )
    )
    cells = (
        (row.device, row.token, say(VERDICTS[row.verdict]), row.code, row.reason,
         row.request_id)
        for row in rows
    )  # fmt: skip
    yield Table(tuple(cells), head)
    if count > len(rows):
        more = QT_TRANSLATE_NOOP("report", "… and {count} more devices.")
        yield Note(say(more.format(count=count - len(rows))))


def _explanations(rows: list[ResultRow], say: Say) -> Iterator[Block]:
    """Each meaning once, with what to do."""
    found = {
        (row.code, row.reason): (row.meaning, row.fix) for row in rows if row.meaning
    }
    if not found:
        return
    yield Heading(say(QT_TRANSLATE_NOOP("report", "What it means")))
    head = (
        say(QT_TRANSLATE_NOOP("report", "Code")),
        say(QT_TRANSLATE_NOOP("report", "Meaning")),
        say(QT_TRANSLATE_NOOP("report", "What to do")),
    )
    cells = ((" ".join(filter(None, codes)), *words) for codes, words in found.items())
    yield Table(tuple(cells), head)


def _exchanges(send: SendHistory, redact: Redactor, say: Say) -> Iterator[Block]:
    ordered = sorted(send.exchanges, key=_went_well)
    for number, exchange in enumerate(islice(ordered, EXCHANGES), 1):
        request = QT_TRANSLATE_NOOP("report", "Request {number}").format(number=number)
        yield Heading(say(request))
        yield Listing(request_listing(exchange, redact))
        answer = QT_TRANSLATE_NOOP("report", "Response {number}").format(number=number)
        yield Heading(say(answer))
        if exchange.failure:
            yield Note(redact.text(say(exchange.failure)))
        if exchange.answer:
            yield Listing(response_listing(exchange.answer, redact))
    left = len(ordered) - EXCHANGES
    if left > 0:
        more = QT_TRANSLATE_NOOP("report", "… and {count} more requests.")
        yield Note(say(more.format(count=left)))


def _went_well(exchange: Exchange) -> bool:
    return all(each.verdict is Verdict.ACCEPTED for each in exchange.outcomes)

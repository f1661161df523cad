"""What a bug ticket has to say of a send, as blocks that any mark-up can write."""

from collections.abc import Iterator
from itertools import islice

from hmpush_gui.pushkit.kinds import kind_of
from hmpush_gui.pushkit.protocol import Exchange, Verdict
from hmpush_gui.pushkit.record import Action, SendHistory
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .redact import Redactor
from .report_blocks import Block, Heading, Listing, Note, Say, Table
from .report_exchange import request_listing, response_listing
from .report_outcomes import VERDICTS, explanations, named, outcomes
from .result_receipts import NONE_SO_FAR, receipt_sums
from .results import counts_of, redactor_of, result_rows, started_at

EXCHANGES = 3
"""So many requests are shown whole, those that went wrong first."""


def report(
    send: SendHistory, *, tokens: bool = False, language: str = "en", say: Say = str
) -> tuple[Block, ...]:
    """The blocks of a report: what was sent, what became of it, requests and answers.

    Explanations of codes are in `language`; `say` puts the report's own words into it.
    """
    redact = redactor_of(send, tokens=tokens)
    rows = list(result_rows(send, redact, language=language, numbers=named(send)))
    title = redact.text(send.record.message.title) or _kind(send, say)
    head = QT_TRANSLATE_NOOP("report", "Push: {title}")
    if send.record.action is Action.RECALL:
        head = QT_TRANSLATE_NOOP("report", "Recall of the push: {title}")
    return (
        Heading(say(head.format(title=title))),
        Table(tuple(_facts(send, redact, language, say))),
        Heading(say(QT_TRANSLATE_NOOP("report", "Outcome of each device"))),
        *outcomes(rows, send, say),
        *explanations(rows, say),
        *_exchanges(send, redact, say),
    )


def _facts(
    send: SendHistory, redact: Redactor, language: str, say: Say
) -> Iterator[tuple[str, str]]:
    record = send.record
    message, project = record.message, record.project
    counts = (
        (verdict, number) for verdict, number in counts_of(send).items() if number
    )
    sums = "   ".join(
        f"{number} {say(VERDICTS[verdict])}" for verdict, number in counts
    )
    told = "   ".join(receipt_sums(send, language, say(NONE_SO_FAR)))
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
        (QT_TRANSLATE_NOOP("report", "Receipts"), told),
    )
    for name, value in facts:
        if value:
            yield say(name), redact.text(value)


def _kind(send: SendHistory, say: Say) -> str:
    return say(Sentence("schema", kind_of(send.record.message).title))


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

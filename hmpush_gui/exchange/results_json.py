"""Results as JSON for programs."""

from hmpush_gui.pushkit.document import pretty
from hmpush_gui.pushkit.record import SendHistory

from .result_receipts import ReceiptCells
from .results import counts_of, redactor_of, result_rows, started_at


def results_json(
    send: SendHistory, *, tokens: bool = False, language: str = "en"
) -> str:
    """One object: the send, its sums, and a result for each device."""
    record, redact = send.record, redactor_of(send, tokens=tokens)
    content = {
        "action": str(record.action),
        "startedAt": started_at(send),
        "finished": send.finished,
        "project": redact.text(record.project.name),
        "environment": record.project.environment,
        "api": record.message.api,
        "pushType": redact.text(record.message.push_type),
        "title": redact.text(record.message.title),
        "counts": {str(name): number for name, number in counts_of(send).items()},
        "results": [
            {
                "device": row.device,
                "token": row.token,
                "outcome": str(row.verdict),
                "code": row.code,
                "reason": row.reason,
                "meaning": row.meaning,
                "nextStep": row.fix,
                "requestId": row.request_id,
                "receipt": _receipt(row.receipt),
            }
            for row in result_rows(send, redact, language=language)
        ],
    }
    return pretty(content) + "\n"


def _receipt(told: ReceiptCells) -> dict[str, object] | None:
    """What a phone said after the outcome, which it does not change."""
    if not told.result:
        return None
    return {
        "result": int(told.result),
        "meaning": told.meaning,
        "nextStep": told.fix,
        "time": told.at,
    }

"""A send of history in which everything went differently, full of marked secrets."""

from dataclasses import replace

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.document import compact
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.protocol import Answer, Exchange, Outcome, Request, Verdict
from hmpush_gui.pushkit.receipt_column import ReceiptColumn
from hmpush_gui.pushkit.record import Action, SendHistory, SendRecord
from hmpush_gui.pushkit.words import Sentence

SECRET = "MARKEDSECRET0123456789"
BEARER = "MARKEDBEARER0123456789"
JWT = "eyJNQVJLRUQiOjF9.eyJNQVJLRURKV1QiOjF9.TUFSS0VESldUU0lHTkFUVVJF"
PEM = "-----BEGIN PRIVATE KEY-----\nMARKEDKEY0123\n-----END PRIVATE KEY-----\n"
TOKENS = tuple(f"MARKED{name}TOKEN-0123456789-{name}" for name in "ABCD")
MARKS = (SECRET, BEARER, JWT, "MARKEDKEY0123", *TOKENS)
"""None of these may be in anything that is handed out."""

URL = "https://push.example/v3/101/messages:send"


def document(title: str, tokens: tuple[str, ...]) -> dict[str, object]:
    return {
        "payload": {
            "notification": {
                "category": "EXPRESS",
                "title": title,
                "body": f"Bearer {BEARER} for {tokens[0]}",
                "clickAction": {
                    "actionType": 0,
                    "data": {"clientSecret": SECRET, "jwt": JWT, "pem": PEM},
                },
            }
        },
        "target": {"token": list(tokens)},
    }


def send(*, label: str = "Phone", title: str = "Hello") -> SendHistory:
    """Four devices in two requests: accepted, rejected, unknown, not sent."""
    project = Project("shop", f"Shop {JWT}", Environment.TEST, "101")
    devices = tuple(
        Device(token, f"{label} {number} {token}", "shop")
        for number, token in enumerate(TOKENS, 1)
    )
    record = SendRecord(
        "send",
        1_800_000_000.5,
        project,
        Message(Api.V3, "0", document(title, TOKENS)),
        devices,
    )
    outcomes = (
        Outcome(TOKENS[0], Verdict.ACCEPTED, "80100000"),
        Outcome(TOKENS[1], Verdict.REJECTED, "80100000", "noRight"),
        Outcome(TOKENS[2], Verdict.UNKNOWN, "", "stopped"),
        Outcome(TOKENS[3], Verdict.NOT_SENT),
    )
    return SendHistory(record, True, _exchanges(title, outcomes), outcomes, 2)


def _exchanges(title: str, outcomes: tuple[Outcome, ...]) -> tuple[Exchange, ...]:
    headers = {"Content-Type": "application/json", "push-type": "0"}
    answer = {
        "code": "80100000",
        "msg": f'{{"success":1,"failure":1,"illegalTokens":["{TOKENS[1]}"]}}',
        "requestId": "157440955549500",
        "access_token": SECRET,
    }
    first, second = (
        Request("POST", URL, headers, compact(document(title, tokens)), tokens)
        for tokens in (TOKENS[:2], TOKENS[2:])
    )
    came = (("Set-Cookie", f"session={SECRET}"), ("X-Trace", f"Bearer {BEARER}"))
    return (
        Exchange(
            first,
            outcomes[:2],
            Answer(200, "OK", came, compact(answer)),
            "80100000",
            request_id="157440955549500",
            sent_headers=(("Authorization", f"Bearer {BEARER}"), ("push-type", "0")),
        ),
        Exchange(
            second,
            outcomes[2:],
            Answer(502, "Bad", (), f"{TOKENS[2]} client_secret={SECRET}".encode()),
            failure=Sentence("test", f"Cut off: {JWT} of {TOKENS[2]}"),
        ),
    )


def receipted() -> SendHistory:
    """The send after the first device said that it got it, and the third that not."""
    told = ReceiptColumn(4, [(0, 0, 1_800_000_001.25), (2, 6, 0)])
    return replace(send(), receipts=told)


def recall() -> SendHistory:
    """A send that takes back what another one brought."""
    sent = send()
    return replace(sent, record=replace(sent.record, action=Action.RECALL))

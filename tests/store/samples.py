"""Sends to write into history."""

import sqlite3
from collections.abc import Sequence

from hmpush_gui.pushkit.answers import read_answer
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.places import Places
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.protocol import (
    Answer,
    Exchange,
    Outcome,
    Request,
    Timing,
    Verdict,
)
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.pushkit.sending import send_request
from hmpush_gui.store.history_begin import Beginning

PROJECT = Project("shop", "Shop", Environment.FORMAL, "101", "202")


def message(title: str = "Hello", body: str = "World") -> Message:
    return Message(
        Api.V3, "0", {"payload": {"notification": {"title": title, "body": body}}}
    )


def record(
    *tokens: str,
    key: str = "send",
    started_at: float = 1000.5,
    title: str = "Hello",
    body: str = "World",
    project: Project = PROJECT,
) -> SendRecord:
    devices = tuple(Device(token, f"label {token}", project.key) for token in tokens)
    return SendRecord(key, started_at, project, message(title, body), devices)


def request(tokens: Sequence[str], sent: Message | None = None) -> Request:
    sent = sent or message()
    return send_request(PROJECT, sent, encode(sent), tokens)


def answered(tokens: Sequence[str], body: bytes) -> Exchange:
    """The exchange of a request that Push Kit answered with `body`."""
    answer = Answer(200, "OK", (("content-type", "application/json"),), body)
    reading = read_answer(answer, tokens)
    return Exchange(
        request(tokens),
        reading.outcomes,
        answer,
        reading.code,
        reading.message,
        reading.request_id,
        timing=Timing(sent=0.25, done=0.5),
    )


def accepted(tokens: Sequence[str]) -> Exchange:
    return answered(
        tokens, b'{"code":"80000000","msg":"Success","requestId":"157440955549500"}'
    )


def rejected(tokens: Sequence[str], code: str, reason: str = "") -> Exchange:
    outcomes = [Outcome(token, Verdict.REJECTED, code, reason) for token in tokens]
    return Exchange(request(tokens), tuple(outcomes), code=code)


def begin(connection: sqlite3.Connection, record: SendRecord) -> Places:
    """Write a send with all of its devices."""
    beginning = Beginning(record)
    while not beginning.over:
        beginning.go_on(connection)
    return beginning.places

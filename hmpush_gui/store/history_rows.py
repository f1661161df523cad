"""Sends, devices and outcomes as columns of history, and back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.protocol import Outcome, Verdict
from hmpush_gui.pushkit.recall import notify_id_of
from hmpush_gui.pushkit.record import Action, SendRecord, SendSummary
from hmpush_gui.pushkit.sending import target_of

from .history_tables import spelt_out
from .plain import from_plain, to_plain

Row = Mapping[str, Any]

COUNTS = ("not_sent", "unknown", "accepted", "rejected")
"""Columns that count the devices of a send by their verdict."""

SUMMARY = """
    key, started_at, project_name, environment, api, push_type, title,
    finished_at IS NOT NULL, accepted, rejected, unknown, not_sent, body, project_key,
    id, starred, name, note, notify_id, target, action"""
"""What `read_summary` reads of a send, in this order."""

_ENVIRONMENTS = {str(each): each for each in Environment}
_NOT_SENT = str(Verdict.NOT_SENT)
_ACTIONS = {str(each): each for each in Action}


def send_columns(record: SendRecord) -> dict[str, Any]:
    """The columns of a send without its devices."""
    message = record.message
    return {
        "key": record.key,
        "started_at": record.started_at,
        "project": json.dumps(to_plain(record.project)),
        "project_name": record.project.name,
        "environment": str(record.project.environment),
        "api": str(message.api),
        "push_type": str(message.push_type),
        "document": json.dumps(message.document),
        "title": message.title,
        "body": message.body,
        "project_key": record.project.key,
        "notify_id": notify_id_of(message),
        "target": target_of(message),
        "action": str(record.action),
        "about": record.about,
    }


def read_record(send: Row, devices: Iterable[Row]) -> SendRecord:
    """The record whose columns `send_columns` and `device_columns` made."""
    return SendRecord(
        send["key"],
        send["started_at"],
        from_plain(Project, json.loads(send["project"])),
        Message(Api(send["api"]), send["push_type"], json.loads(send["document"])),
        tuple(
            Device(row["token"], row["label"], row["project"], bool(row["chosen"]))
            for row in devices
        ),
        _ACTIONS[send["action"]],
        send["about"],
    )


def read_summary(row: Sequence[Any]) -> SendSummary:
    """The line of history in the columns of `SUMMARY`."""
    (
        key, started_at, project_name, environment, api, push_type, title, finished,
        accepted, rejected, unknown, not_sent, body, project_key, number, starred,
        name, note, notify_id, target, action,
    ) = row  # fmt: skip
    counts = {
        Verdict.ACCEPTED: accepted,
        Verdict.REJECTED: rejected,
        Verdict.UNKNOWN: unknown,
        Verdict.NOT_SENT: not_sent,
    }
    # Made by the hundred while somebody types: by place, which is twice as fast.
    return SendSummary(
        key, started_at, project_name, _ENVIRONMENTS[environment], api, push_type,
        title, finished == 1, counts, body, project_key, number, starred == 1,
        name, note, notify_id, target, _ACTIONS[action],
    )  # fmt: skip


def device_row(send: int, position: int, device: Device) -> tuple[Any, ...]:
    """The values of a device nothing is known about yet, in the order of `DEVICE`."""
    return (
        send,
        position,
        spelt_out(device.token),
        spelt_out(device.label),
        spelt_out(device.project),
        device.chosen,
        _NOT_SENT,
    )


DEVICE = "send, position, token, label, project, chosen, verdict"


def outcome_columns(outcome: Outcome) -> dict[str, Any]:
    """The columns of an outcome without its token."""
    return {
        "verdict": str(outcome.verdict),
        "code": outcome.code,
        "reason": outcome.reason,
    }


def read_outcome(row: Row) -> Outcome:
    """The outcome in a row of `outcome`, or of `carried` joined with its token."""
    return Outcome(row["token"], Verdict(row["verdict"]), row["code"], row["reason"])

"""Sends, devices and outcomes as columns of history, and back."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.protocol import Outcome, Verdict
from hmpush_gui.pushkit.record import SendRecord

from .plain import from_plain, to_plain

Row = Mapping[str, Any]


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
    )


def device_columns(device: Device) -> dict[str, Any]:
    """The columns of a device nothing is known about yet."""
    return {
        "token": device.token,
        "label": device.label,
        "project": device.project,
        "chosen": device.chosen,
        "verdict": str(Verdict.NOT_SENT),
    }


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

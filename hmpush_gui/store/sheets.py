"""Test run sheets, kept as one JSON file."""

from collections.abc import Sequence
from typing import Any

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.outcome import Verdict
from hmpush_gui.pushkit.run_sheet import Finding, Mark, RunSheet, Scenario

from .folder import DataFolder
from .json_file import JsonFile
from .plain import json_object, json_text


class SheetStore:
    """Keeps all sheets, in the order in which they were begun."""

    def __init__(self, folder: DataFolder) -> None:
        self._file: JsonFile[Sequence[RunSheet]] = JsonFile(
            folder, "sheets.json", _write, _read, tuple
        )

    def load(self) -> Sequence[RunSheet]:
        """The sheets kept. Raises StoreError (see JsonFile.load)."""
        return self._file.load()

    def save(self, sheets: Sequence[RunSheet]) -> None:
        """Keep exactly these sheets. Raises StoreError."""
        self._file.save(sheets)


def _write(sheets: Sequence[RunSheet]) -> Any:
    return [_sheet_to_json(sheet) for sheet in sheets]


def _read(content: Any) -> list[RunSheet]:
    if not isinstance(content, list):
        raise ValueError("not a list")
    return [_sheet(json_object(each)) for each in content]


def _sheet_to_json(sheet: RunSheet) -> dict[str, Any]:
    return {
        "key": sheet.key,
        "name": sheet.name,
        "project": sheet.project,
        "scenarios": [
            {
                "key": each.key,
                "title": each.title,
                "expected": each.expected,
                "api": str(each.message.api),
                "push_type": each.message.push_type,
                "document": each.message.document,
            }
            for each in sheet.scenarios
        ],
        "devices": [
            {"token": each.token, "label": each.label} for each in sheet.devices
        ],
        "findings": [
            {"scenario": cell[0], "token": cell[1], **_finding_to_json(found)}
            for cell, found in sheet.findings.items()
        ],
    }


def _finding_to_json(found: Finding) -> dict[str, Any]:
    return {
        "verdict": str(found.verdict or ""),
        "code": found.code,
        "reason": found.reason,
        "request_id": found.request_id,
        "at": found.at,
        "send": found.send,
        "mark": str(found.mark),
        "note": found.note,
        "receipt": found.receipt,
        "receipt_at": found.receipt_at,
    }


def _sheet(content: dict[str, Any]) -> RunSheet:
    project = _text(content, "project")
    return RunSheet(
        _text(content, "key"),
        _text(content, "name"),
        project,
        tuple(map(_scenario, _objects(content, "scenarios"))),
        tuple(
            Device(_text(each, "token"), _text(each, "label"), project)
            for each in _objects(content, "devices")
        ),
        {
            (_text(each, "scenario"), _text(each, "token")): _finding(each)
            for each in _objects(content, "findings")
        },
    )


def _scenario(content: dict[str, Any]) -> Scenario:
    message = Message(
        Api(_text(content, "api")),
        _text(content, "push_type"),
        json_object(content.get("document")),
    )
    return Scenario(
        _text(content, "key"),
        _text(content, "title"),
        message,
        _text(content, "expected"),
    )


def _finding(content: dict[str, Any]) -> Finding:
    verdict, receipt = _text(content, "verdict"), content.get("receipt")
    if receipt is not None and type(receipt) is not int:
        raise ValueError("not a result")
    return Finding(
        Verdict(verdict) if verdict else None,
        _text(content, "code"),
        _text(content, "reason"),
        _text(content, "request_id"),
        _time(content.get("at")),
        Mark(_text(content, "mark")),
        _text(content, "note"),
        _text(content, "send") if "send" in content else "",
        receipt,
        _time(content.get("receipt_at", 0)),
    )


def _time(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a time")
    return float(value)


def _text(content: dict[str, Any], name: str) -> str:
    return json_text(content.get(name))


def _objects(content: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = content.get(name)
    if not isinstance(found, list):
        raise ValueError(f"no {name}")
    return [json_object(each) for each in found]

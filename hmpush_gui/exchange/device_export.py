"""Devices for a file: tokens alone, or with all that is known of them."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum

from hmpush_gui.pushkit.device import Device

from .language_table import MARK
from .results_csv import harmless


class DeviceForm(StrEnum):
    """What devices can be written as; `hmpush tokens` and the import read them all."""

    TEXT = "txt"
    CSV = "csv"
    JSON = "json"


HEAD = (
    "token", "label", "tags", "note", "language", "outcome", "code", "reason", "time",
    "dead",
)  # fmt: skip


def export_devices(devices: Iterable[Device], form: DeviceForm) -> str:
    """A token a line; CSV of RFC 4180 with a byte order mark; or a list of objects."""
    if form is DeviceForm.TEXT:
        return "".join(f"{device.token}\n" for device in devices)
    if form is DeviceForm.CSV:
        return _csv(devices)
    plain = [
        {name: value for name, value in _cells(device).items() if value}
        for device in devices
    ]
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _csv(devices: Iterable[Device]) -> str:
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(HEAD)
    for device in devices:
        cells = {**_cells(device), "tags": ", ".join(device.tags)}
        table.writerow([harmless(str(cells[name])) for name in HEAD])
    return MARK + out.getvalue()


def _cells(device: Device) -> dict[str, str | list[str]]:
    last = device.last
    return {
        "token": device.token,
        "label": device.label,
        "tags": list(device.tags),
        "note": device.note,
        "language": device.language,
        "outcome": str(last.verdict) if last else "",
        "code": last.code if last else "",
        "reason": last.reason if last else "",
        "time": f"{datetime.fromtimestamp(last.at, UTC):%FT%TZ}" if last else "",
        "dead": device.dead,
    }

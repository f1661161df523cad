import csv
import io
import json

import pytest

from hmpush_gui.exchange.device_export import HEAD, DeviceForm, export_devices
from hmpush_gui.exchange.token_source import TokenSource
from hmpush_gui.pushkit.device import Device, LastOutcome
from hmpush_gui.pushkit.outcome import Verdict

LAST = LastOutcome(Verdict.REJECTED, "80100000", "tokenFormatError", 1_700_000_000)
DEVICES = [
    Device("t1", "手机, “mine”", "p", True, ("team", "beta"), "a\nb", "zh", LAST, "x"),
    Device("=t2", "=1+1", "p"),
]


def test_text_holds_a_token_a_line() -> None:
    assert export_devices(DEVICES, DeviceForm.TEXT) == "t1\n=t2\n"


def test_a_table_holds_all_that_is_known_and_no_formula() -> None:
    text = export_devices(DEVICES, DeviceForm.CSV)
    first, second = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert tuple(first) == HEAD
    assert first["tags"] == "team, beta"
    assert first["note"] == "a\nb"
    assert first["time"] == "2023-11-14T22:13:20Z"
    assert (first["outcome"], first["dead"]) == ("rejected", "x")
    assert (second["label"], second["outcome"]) == ("'=1+1", "")


def test_json_leaves_out_what_says_nothing() -> None:
    first, second = json.loads(export_devices(DEVICES, DeviceForm.JSON))
    assert second == {"token": "=t2", "label": "=1+1"}
    assert first["tags"] == ["team", "beta"]


@pytest.mark.parametrize("form", DeviceForm)
def test_what_is_written_can_be_read_back(form: DeviceForm) -> None:
    source = TokenSource(io.BytesIO(export_devices(DEVICES[:1], form).encode()))
    read = source.read(source.preview.columns)
    assert read.tokens == ["t1"]
    if form is not DeviceForm.TEXT:
        fields = {str(name): column for name, column in read.fields.items()}
        assert fields["label"] == ["手机, “mine”"]
        assert "team" in fields["tags"][0]
        assert fields["language"] == ["zh"]

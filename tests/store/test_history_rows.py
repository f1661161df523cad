from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Api, Message
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.protocol import Outcome, Verdict
from hmpush_gui.pushkit.record import SendRecord
from hmpush_gui.store.history_rows import (
    DEVICE,
    device_row,
    outcome_columns,
    read_outcome,
    read_record,
    send_columns,
)

RECORDS = st.builds(
    SendRecord,
    key=st.text(),
    started_at=st.floats(0, 1e10),
    project=st.builds(
        Project,
        key=st.text(),
        name=st.text(),
        environment=st.sampled_from(Environment),
    ),
    message=st.builds(
        Message,
        api=st.sampled_from(Api),
        push_type=st.sampled_from(["", "0", "6"]),
        document=st.dictionaries(st.text(), st.text() | st.integers()),
    ),
    devices=st.lists(st.builds(Device)).map(tuple),
)


def as_row(device: Device) -> dict[str, Any]:
    """A device as a row of the table."""
    return dict(zip(DEVICE.split(", "), device_row(1, 0, device), strict=True))


@given(RECORDS)
def test_any_record_comes_back_as_it_was(record: SendRecord) -> None:
    devices = [as_row(device) for device in record.devices]
    assert read_record(send_columns(record), devices) == record


@given(st.builds(Outcome))
def test_any_outcome_comes_back_as_it_was(outcome: Outcome) -> None:
    row = {"token": outcome.token, **outcome_columns(outcome)}
    assert read_outcome(row) == outcome


def test_a_new_device_is_not_sent_to() -> None:
    assert read_outcome(
        {**as_row(Device("t", "l", "p")), "code": "", "reason": ""}
    ) == (Outcome("t", Verdict.NOT_SENT))

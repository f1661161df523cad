"""Two hundred broken inputs, or as many as HMPUSH_HOSTILE says, and nothing breaks."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.words import Sentence

from . import run as hostile_run
from .readers import READERS, Reader
from .run import Report, run, try_one

COUNT = int(os.environ.get("HMPUSH_HOSTILE", "200"))


@pytest.mark.parametrize("reader", READERS, ids=lambda each: str(each.name))
def test_broken_inputs_get_a_sentence_and_no_crash(reader: Reader) -> None:
    report = run(COUNT // len(READERS), 1, [reader.name])
    assert not report.faults


@pytest.mark.parametrize("reader", READERS, ids=lambda each: str(each.name))
@settings(
    max_examples=20,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(content=st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_anything_at_all_gets_a_sentence_and_no_crash(
    reader: Reader, content: bytes
) -> None:
    report = Report()
    try_one(reader, content, report)
    assert not report.faults


@pytest.mark.parametrize("reader", READERS, ids=lambda each: str(each.name))
def test_what_is_broken_was_good(reader: Reader) -> None:
    seeds = reader.seeds()
    report = Report()
    for seed in seeds:
        try_one(reader, seed, report)
    assert not report.faults
    # Answers are read by one reader that always finds one kind wrong.
    if reader.name != "server answers":
        assert report.refused[reader.name] <= len(seeds) // 10


def fault_of(read: object) -> str:
    report = Report()
    try_one(Reader("it", lambda: [b""], read), b"x", report)  # type: ignore[arg-type]
    return "".join(report.faults)


def test_a_crash_a_hang_and_an_empty_sentence_are_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def crash(_content: bytes) -> list[Sentence]:
        raise KeyError("here")

    def hang(_content: bytes) -> list[Sentence]:
        return [Sentence("x", str(sum(range(3_000_000))))]

    def refuse(_content: bytes) -> list[Sentence]:
        raise DocumentError(Sentence("x", " "))

    assert "KeyError: 'here'" in fault_of(crash)
    monkeypatch.setattr(hostile_run, "PATIENCE", 0.001)
    assert "took" in fault_of(hang)
    assert "an empty sentence" in fault_of(refuse)
    assert "an empty sentence" in fault_of(lambda _content: [Sentence("x", "")])
    assert not fault_of(lambda _content: [Sentence("x", "Not good.")])

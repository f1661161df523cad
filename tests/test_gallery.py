"""The samples that are shipped."""

import json
from collections import Counter

import pytest

from hmpush_gui import assets
from hmpush_gui.cli.main import main
from hmpush_gui.cli.outcome import Exit
from hmpush_gui.exchange.message_file import SCHEMA, read_file, write_file
from hmpush_gui.exchange.sample import Sample, shown_words
from hmpush_gui.gallery import LANGUAGES, load_samples
from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.kinds import kind_of, kinds
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.problem import Severity
from hmpush_gui.pushkit.rules import check_message

SAMPLES = load_samples()
EACH = pytest.mark.parametrize(
    "sample", SAMPLES, ids=lambda sample: f"{sample.key}.{sample.file.language}"
)


def path_of(sample: Sample) -> str:
    return assets.path(f"samples/{sample.file.language}/{sample.key}.json")


def text_of(sample: Sample) -> str:
    with open(path_of(sample), encoding="utf-8", newline="") as file:
        return file.read()


def test_every_sample_is_there_in_every_language() -> None:
    languages = Counter(sample.key for sample in SAMPLES)
    assert set(languages.values()) == {len(LANGUAGES)}
    assert len(languages) >= 17


def test_every_kind_of_v1_and_v3_has_a_sample() -> None:
    shown = {kind_of(sample.file.message).key for sample in SAMPLES}
    assert {kind.key for kind in kinds() if kind.api is not Api.V2} == shown


def test_they_stand_in_the_order_of_the_kinds() -> None:
    order = [kind.key for kind in kinds()]
    places = [order.index(kind_of(sample.file.message).key) for sample in SAMPLES]
    assert places == sorted(places)


@EACH
def test_each_has_a_name_a_description_and_a_language(sample: Sample) -> None:
    file = sample.file
    assert file.name
    assert file.description
    assert file.language in LANGUAGES
    chinese = any("一" <= sign <= "鿿" for sign in file.name + file.description)
    assert chinese == (file.language == "zh")
    assert json.loads(text_of(sample))["$schema"] == SCHEMA


@EACH
def test_each_is_read_and_written_byte_for_byte(sample: Sample) -> None:
    assert write_file(sample.file) == text_of(sample)
    assert read_file(write_file(sample.file)) == sample.file


@EACH
def test_each_passes_the_checks_and_is_no_real_send(sample: Sample) -> None:
    problems = check_message(sample.file.message)
    assert [each for each in problems if each.severity is not Severity.HINT] == []
    assert encode(sample.file.message).size < 4096 * 0.9
    if not sample.file.message.api.legacy:
        assert sample.file.message.is_test


@EACH
def test_the_command_line_takes_each(
    sample: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", path_of(sample)]) == Exit.GOOD
    assert main(["size", path_of(sample)]) == Exit.GOOD
    assert " of 4096 bytes" in capsys.readouterr().out


@EACH
def test_each_that_shows_something_says_what(sample: Sample) -> None:
    title, body = shown_words(sample.file.message)
    quiet = {"v3-background", "v3-call", "v3-widget", "v1-data"}
    assert bool(title and body) == (kind_of(sample.file.message).key not in quiet)

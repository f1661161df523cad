import pytest

from hmpush_gui.pushkit.finding import State
from hmpush_gui.pushkit.key_text import LARGEST, key_text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"{" * (LARGEST + 1), "more than 100 KB"),
        (b"PK\x03\x04rest", "ZIP archive"),
        (b"\x30\x82\x09", ".p12"),
        (b"\x80\x81", "cannot be read as text"),
        (b"{\x00}", "NUL"),
        ('{"a": 1}'.encode("utf-16-le"), "NUL"),
    ],
)
def test_what_is_no_text_is_said(content: bytes, words: str) -> None:
    read = key_text(content)
    assert read.text is None
    assert [each.state for each in read.findings] == [State.WRONG]
    assert words in str(read.findings[0].sentence)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_an_editor_saved_is_read_with_a_word_about_it(encoding: str) -> None:
    read = key_text('{"a": "华"}'.encode(encoding))
    assert read.text == '{"a": "华"}'
    assert [each.state for each in read.findings] == [State.LOOK]


def test_a_plain_file_gives_no_finding() -> None:
    assert key_text(b"{}") == key_text(b"{}").__class__("{}")


def test_a_file_of_just_the_largest_size_is_read() -> None:
    assert LARGEST == 100_000
    assert key_text(b"{" * LARGEST).text == "{" * LARGEST

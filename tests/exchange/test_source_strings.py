import ast
import json
import re

from hypothesis import example, given
from hypothesis import strategies as st

from hmpush_gui.exchange.source_strings import (
    JAVA_CONSTANT,
    java_literal,
    java_text,
    literal,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"])) | st.text("\\u0041\"\n'${}")


def read_java(source: str) -> str:
    """A string of Java: Unicode escapes first (JLS 3.3), then the others (3.10.7)."""

    def early(match: re.Match[str]) -> str:
        slashes, code = match[1], match[2]
        # Only a backslash after an even number of them begins a Unicode escape.
        if len(slashes) % 2 == 0:
            return match[0]
        return slashes[:-1] + chr(int(code, 16))

    units = re.sub(r"(\\+)u+([0-9a-f]{4})", early, source)
    body = units[1:-1]
    assert not re.search(r'[\n\r]|(?<!\\)(?:\\\\)*"', body)
    short = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
    text = re.sub(r"\\(.)", lambda match: short[match[1]], body)
    return text.encode("utf-16-be", "surrogatepass").decode("utf-16-be")


@given(TEXT)
@example("\u2028\u2029\u202e\x00\x7f\x85\ufeff")
def test_python_and_typescript_read_the_text_back(text: str) -> None:
    source = literal(text)
    assert ast.literal_eval(source) == text
    # A string of JSON without raw controls is one of TypeScript.
    assert json.loads(source) == text
    assert not re.search("[\x00-\x1f\x7f\u2028\u2029\u202e]", source)


@given(TEXT)
@example("C:\\users\\u0041 \\\\u0022")
def test_java_reads_the_text_back(text: str) -> None:
    source = java_literal(text)
    assert source.isascii()
    assert read_java(source) == text


def test_a_text_too_long_for_a_constant_of_java_is_joined() -> None:
    text = "您" * JAVA_CONSTANT + "end"
    source = java_text(text)
    assert source.startswith('String.join("", "')
    _empty, *pieces = re.findall(r'"(?:[^"\\]|\\.)*"', source)
    assert "".join(map(read_java, pieces)) == text
    assert java_text("") == '""'

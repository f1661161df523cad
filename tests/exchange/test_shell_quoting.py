import json
import shlex

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hmpush_gui.exchange import shell_quoting as quote

from .awkward import TEXTS
from .shell_rules import c_arguments, cmd_line, powershell_string

LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(LINES)
@example("")
@example("it's")
def test_bash_takes_a_word_as_it_is(text: str) -> None:
    assert shlex.split(quote.bash(text)) == [text]


def test_a_plain_word_needs_no_quotes_in_bash() -> None:
    assert quote.bash("https://a.b/v3/1:send") == "https://a.b/v3/1:send"


@given(LINES | st.text("'\u2018\u2019\u201a\u201b\"$`"))
def test_powershell_takes_a_string_as_it_is(text: str) -> None:
    word = quote.powershell(text)
    assert powershell_string(word) == (text, len(word))


@pytest.mark.parametrize("text", TEXTS)
def test_cmd_takes_a_word_with_all_but_its_line_breaks(text: str) -> None:
    line = cmd_line(f"x {quote.cmd(text)} y", {"PATH": "C:\\", "x": "gone"})
    flat = " ".join(text.splitlines()) if "\n" in text else text
    assert c_arguments(line) == ["x", flat, "y"]


@given(st.text('%"!^&|<>() \\ab', max_size=12))
def test_cmd_takes_its_own_marks_as_they_are(text: str) -> None:
    line = cmd_line(f"x {quote.cmd(text)} y", {"a": "gone", "b": "gone", "ab": "gone"})
    assert c_arguments(line) == ["x", text, "y"]


JSON = st.recursive(
    st.booleans() | st.integers() | LINES | st.text('%"!^&|<>() \\ab'),
    lambda inner: st.lists(inner) | st.dictionaries(LINES, inner),
)


@given(JSON, st.sampled_from([None, 2]), st.booleans())
def test_json_means_the_same_after_cmd(
    value: object, indent: int | None, delayed: bool
) -> None:
    word = quote.cmd_json(json.dumps(value, ensure_ascii=False, indent=indent))
    assert word.isascii()
    line = cmd_line(f"x {word} y", {"a": "gone", "b": "gone"}, delayed=delayed)
    before, body, after = c_arguments(line)
    assert (before, json.loads(body), after) == ("x", value, "y")

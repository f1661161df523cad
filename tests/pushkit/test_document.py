import copy
import json
import sys

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hmpush_gui.pushkit.document import (
    Path,
    compact,
    encode,
    parse,
    pretty,
    read,
    write,
)
from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Api, Json, Message
from tests.cases import for_each

from .fakes import Example, read_examples

EXAMPLES = read_examples()

KEYS = st.one_of(
    st.sampled_from(["target", "message", "token", "payload", "a", ""]), st.text()
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=15,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=5)
PATHS = st.lists(KEYS, min_size=1, max_size=4).map(tuple)
TOKENS = st.lists(st.text(), max_size=5)


# -- the encoder


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_message_becomes_exactly_these_bytes(example: Example) -> None:
    assert encode(example.message).with_tokens(example.tokens) == example.wire


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_size_counts_everything_but_the_tokens(example: Example) -> None:
    encoded = encode(example.message)
    assert encoded.size == example.size
    assert encoded.size == len(encoded.with_tokens([]))


@pytest.mark.parametrize("api", Api)
@given(document=DOCUMENTS, tokens=TOKENS)
def test_splicing_tokens_in_equals_encoding_the_whole(
    api: Api, document: Json, tokens: list[str]
) -> None:
    message = Message(api, "0", document)
    before = copy.deepcopy(document)
    parent, name = message.token_path
    inner = document.get(parent)
    whole = {
        **document,
        parent: {**(inner if isinstance(inner, dict) else {}), name: tokens},
    }
    expected = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    assert encode(message).with_tokens(tokens) == expected.encode()
    assert document == before


@given(DOCUMENTS, TOKENS)
def test_tokens_in_the_document_change_neither_size_nor_bytes(
    document: Json, tokens: list[str]
) -> None:
    without = encode(Message(Api.V3, "0", write(document, ("target", "token"), [])))
    within = encode(Message(Api.V3, "0", write(document, ("target", "token"), tokens)))
    assert within == without
    assert within.size == len(without.with_tokens([]))


# Facts D: 1 byte for ASCII, 3 for Chinese, 4 for an emoji; never \uXXXX.
@pytest.mark.parametrize("character", ["a", "花", "🌷"])
@pytest.mark.parametrize("size", [4096, 4097])
def test_the_limit_is_met_to_the_byte_in_any_script(character: str, size: int) -> None:
    def message(text: str) -> Message:
        return Message(Api.V3, "0", {"payload": {"notification": {"body": text}}})

    room = size - encode(message("")).size
    width = len(character.encode())
    text = character * (room // width) + "x" * (room % width)
    encoded = encode(message(text))
    assert encoded.size == size
    assert len(encoded.with_tokens(["token"])) == size + len('"token"')
    assert text.encode() in encoded.with_tokens([])


def test_a_thousand_tokens_do_not_count() -> None:
    message = EXAMPLES[0].message
    tokens = [f"token-{number}" for number in range(1000)]
    encoded = encode(message)
    body = json.loads(encoded.with_tokens(tokens))
    assert body["target"]["token"] == tokens
    assert encoded.size == EXAMPLES[0].size


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_json_does_not_have_is_never_encoded(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode(Message(Api.V3, "0", {"payload": number}))


@given(DOCUMENTS)
def test_what_is_shown_and_what_is_sent_read_back_the_same(document: Json) -> None:
    assert parse(pretty(document)) == document
    assert parse(compact(document).decode()) == document


def test_shown_json_is_indented_and_keeps_its_script() -> None:
    assert pretty({"a": {"b": "花"}}) == '{\n  "a": {\n    "b": "花"\n  }\n}'


# -- paths


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("a",), {"b": 1, "list": [1]}),
        (("a", "b"), 1),
        (("a", "b", "c"), None),
        (("a", "list", "0"), None),
        (("missing",), None),
        (("missing", "too"), None),
        (("none",), None),
        (("false",), False),
        ((), {"a": {"b": 1, "list": [1]}, "none": None, "false": False}),
    ],
)
def test_reading_a_path_gives_its_value_or_none(path: Path, value: object) -> None:
    document = {"a": {"b": 1, "list": [1]}, "none": None, "false": False}
    assert read(document, path) == value


@pytest.mark.parametrize(
    ("document", "path", "value", "result"),
    [
        ({}, ("a",), 1, {"a": 1}),
        ({}, ("a", "b", "c"), 1, {"a": {"b": {"c": 1}}}),
        ({"a": {"b": 1}}, ("a", "c"), 2, {"a": {"b": 1, "c": 2}}),
        ({"a": "text"}, ("a", "b"), 1, {"a": {"b": 1}}),
        ({"a": 1, "b": 2}, ("a",), 3, {"a": 3, "b": 2}),
        ({}, ("a",), False, {"a": False}),
        ({}, ("a",), "", {"a": ""}),
        ({}, ("a",), 0, {"a": 0}),
        ({}, ("a",), {}, {"a": {}}),
        ({}, ("a", "b"), [], {"a": {"b": []}}),
    ],
)
def test_writing_puts_a_value_and_what_it_needs(
    document: Json, path: Path, value: object, result: Json
) -> None:
    assert write(document, path, value) == result


@pytest.mark.parametrize(
    ("document", "path", "result"),
    [
        ({"a": 1}, ("a",), {}),
        ({"a": {"b": 1}}, ("a", "b"), {}),
        ({"a": {"b": {"c": 1}}}, ("a", "b", "c"), {}),
        ({"a": {"b": {"c": 1}, "d": 2}}, ("a", "b", "c"), {"a": {"d": 2}}),
        ({"a": {"b": 1, "c": None}}, ("a", "b"), {"a": {"c": None}}),
        ({"a": {"b": 1, "c": {}}}, ("a", "b"), {"a": {"c": {}}}),
        ({"a": None}, ("a",), {}),
        # Nothing stands there, so nothing goes.
        ({}, ("a", "b"), {}),
        ({"a": {}}, ("a", "b"), {"a": {}}),
        ({"a": "text"}, ("a", "b"), {"a": "text"}),
        ({"a": [1]}, ("a", "0"), {"a": [1]}),
        ({"a": {"b": 5}}, ("a", "b", "c"), {"a": {"b": 5}}),
        ({"a": {"b": {}}}, ("a", "c"), {"a": {"b": {}}}),
    ],
)
def test_clearing_leaves_no_trace_and_takes_nothing_else(
    document: Json, path: Path, result: Json
) -> None:
    assert write(document, path, None) == result


def test_keys_keep_their_order_and_unknown_ones_stay() -> None:
    document = {"zeta": 1, "payload": {"new": [1], "title": "a"}, "alpha": None}
    changed = write(document, ("payload", "title"), "b")
    assert list(changed) == ["zeta", "payload", "alpha"]
    assert changed["payload"] == {"new": [1], "title": "b"}
    assert list(changed["payload"]) == ["new", "title"]


@given(DOCUMENTS, PATHS, LEAVES)
def test_writing_never_changes_the_document_in_place(
    document: Json, path: Path, value: object
) -> None:
    before = copy.deepcopy(document)
    written = write(document, path, value)
    assert document == before
    assert written is not document
    assert read(written, path) == value or value is None


@given(DOCUMENTS, PATHS, LEAVES.filter(lambda value: value is not None))
def test_writing_where_nothing_stood_is_undone_by_clearing(
    document: Json, path: Path, value: object
) -> None:
    assume(path[0] not in document)
    assert write(write(document, path, value), path, None) == document


@given(DOCUMENTS, PATHS)
def test_what_was_cleared_is_gone(document: Json, path: Path) -> None:
    assert read(write(document, path, None), path) is None


# -- reading text

HUGE = "1" * (sys.get_int_max_str_digits() + 1)

REFUSALS: list[tuple[str, str, int, int, str]] = [
    # name, text, line, column, words
    ("empty text", "", 1, 1, "There is nothing in it."),
    ("blanks", " \n ", 2, 2, "There is nothing in it."),
    ("open object", '{"a": 1', 1, 8, "ends too early"),
    ("open text", '{"a": "b', 1, 7, "A comma or colon is probably missing"),
    ("trailing comma", '{\n  "a": 1,\n}', 3, 1, "Take the last comma away"),
    ("comma in a list", '{"a": [1, 2, ]}', 1, 14, "Take the last comma away"),
    ("smart quotes", "{“a”: 1}", 1, 2, "Use straight double quotes"),
    ("single quotes", "{'a': 1}", 1, 2, "Use straight double quotes"),
    ("missing comma", '{\n  "a": 1\n  "b": 2\n}', 3, 3, "missing before this quote"),
    ("missing colon", '{"a" 1}', 1, 6, "Look just before “1”"),
    ("line break in a text", '{"a": "b\nc"}', 1, 9, "Look just before “⏎”"),
    ("bad escape", r'{"a": "\x"}', 1, 8, "Look just before"),
    ("words", "hello", 1, 1, "No JSON begins with “h”."),
    ("two objects", "{}\n{}", 2, 1, "Look just before “{”"),
    ("comment", '{"a": 1} // b', 1, 10, "Look just before “/”"),
    ("byte order mark", "\ufeff{}", 1, 1, ""),
    ("NaN", '{\n  "a": NaN\n}', 2, 8, "JSON has no NaN"),
    ("NaN beside a text", '{"NaN": "NaN", "b": [NaN]}', 1, 22, "JSON has no NaN"),
    ("Infinity", '{"a": Infinity}', 1, 7, "JSON has no Infinity"),
    ("minus Infinity", '{"a": -Infinity}', 1, 7, "JSON has no -Infinity"),
    ("twin keys", '{"a": 1,\n "a": 2}', 2, 2, "“a” stands twice"),
    ("escaped twin", '{"a": 1, "\\u0061": 2}', 1, 10, "“a” stands twice"),
    (
        "inner twin after the same key outside",
        '{"b": 1,\n "a": {"b": [{"b": "b"}],\n  "b": 2}}',
        3,
        3,
        "“b” stands twice",
    ),
    ("twin with braces", '{"{": "}",\n"{": 1}', 2, 1, "“{” stands twice"),
    ("high half", '{"a": "b",\n"c": "\\ud83c"}', 2, 6, "half of a character"),
    ("low half", '{"a": "\\udf37 x"}', 1, 7, "half of a character"),
    ("halves apart", '{"a": "\\ud83c-\\udf37"}', 1, 7, "half of a character"),
    ("half in a key", '{"\\ud83c": 1}', 1, 2, "half of a character"),
    ("half as it is", '{"a": "\ud83c"}', 1, 7, "half of a character"),
    ("1e400", '{"a": 1,\n  "b": 1e400}', 2, 8, "too large"),
    ("-1e400", '{"a": [-1e400]}', 1, 8, "too large"),
    ("huge whole number", '{"a":\n ' + HUGE + "}", 2, 2, "too large"),
    ("deep objects", '{"a":' * 100_000, 1, 1, "nesting too deep"),
    ("deep lists", '{"a":' + "[" * 100_000, 1, 1, "nesting too deep"),
    ("list", "[1]", 1, 1, "it starts with { and ends with }"),
    ("text", '"a"', 1, 1, "it starts with {"),
    ("number", "5", 1, 1, "it starts with {"),
    ("null", "null", 1, 1, "it starts with {"),
]


@for_each(
    ("text", "line", "column", "words"),
    [case[1:] for case in REFUSALS],
    ids=[case[0] for case in REFUSALS],
)
def test_a_text_that_is_no_document_is_refused_with_its_place(
    text: str, line: int, column: int, words: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        parse(text)
    error = caught.value
    assert (error.line, error.column) == (line, column)
    assert words in str(error.sentence)
    before = text[: error.position]
    assert before.count("\n") + 1 == line
    assert len(before) - (before.rfind("\n") + 1) + 1 == column


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("{}", {}),
        (' {"a": [1, 2.5, -3e2, true, null]} \n', {"a": [1, 2.5, -300.0, True, None]}),
        ('{"a": "\\ud83c\\udf37"}', {"a": "🌷"}),
        ('{"a": "\\u82b1\\/\\n"}', {"a": "花/\n"}),
        ('{"a": 12345678901234567890}', {"a": 12345678901234567890}),
        ('{"a": {"b": 1}, "b": {"a": 1}}', {"a": {"b": 1}, "b": {"a": 1}}),
        ('{"NaN": "Infinity"}', {"NaN": "Infinity"}),
        ('{"a": "\\\\ud83c"}', {"a": "\\ud83c"}),
    ],
)
def test_a_document_is_read_as_it_stands(text: str, document: Json) -> None:
    assert parse(text) == document


@given(st.one_of(st.text(), st.text('{}[]",:\\ud83c0159eE+-.NaInfity \n')))
def test_any_text_is_read_or_refused_at_a_place_inside_it(text: str) -> None:
    result = _parsed(text)
    if isinstance(result, DocumentError):
        assert 0 <= result.position <= len(text)
        assert str(result.sentence)
    else:
        compact(result)


def _parsed(text: str) -> Json | DocumentError:
    try:
        return parse(text)
    except DocumentError as error:
        return error


ODD_TOKENS = ["", "a", "词", "😀", '"', "\\", "\x7f", "a,b", *map(chr, range(0x20))]


@given(st.lists(st.one_of(st.sampled_from(ODD_TOKENS), st.text()), max_size=5))
def test_tokens_are_written_as_json_writes_them(tokens: list[str]) -> None:
    assume(not any("\ud800" <= mark <= "\udfff" for mark in "".join(tokens)))
    encoded = encode(Message(Api.V3, "0", {}))
    assert encoded.with_tokens(tokens) == compact({"target": {"token": tokens}})


@for_each("token", ODD_TOKENS, ids=ascii)
def test_each_odd_token_is_written_beside_plain_ones(token: str) -> None:
    encoded = encode(Message(Api.V3, "0", {}))
    body = encoded.with_tokens(["plain", token, "plain"])
    assert json.loads(body) == {"target": {"token": ["plain", token, "plain"]}}

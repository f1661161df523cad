import json
from collections.abc import Iterator
from contextlib import suppress
from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.token_columns import Field
from hmpush_gui.pushkit.errors import DocumentError

from .test_token_source import A, read, source


def test_tags_in_a_list_are_parted_by_commas() -> None:
    found = read(json.dumps([{"token": A, "tags": ["qa", "smoke"]}]))
    assert found.fields[Field.TAGS] == ["qa, smoke"]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text() | st.just("token"), inner)
    ),
)


def seen(text: str) -> str:
    """What is to be seen of a text: without spaces and what has no look."""
    return "".join(each for each in text if category(each)[0] not in "CZ")


def written(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def texts_in(content: object) -> Iterator[str]:
    """Every text in it, and everything else as it is written."""
    yield seen(content if isinstance(content, str) else json.dumps(content))
    if isinstance(content, dict):
        content = list(content.values())
    if isinstance(content, list):
        # A list inside of a row is shown in one cell.
        yield seen(",".join(map(written, content)))
        for each in content:
            yield from texts_in(each)


@given(st.lists(JSON) | st.dictionaries(st.text(), JSON))
def test_every_token_that_is_read_from_a_json_stands_in_it(content: object) -> None:
    with suppress(DocumentError):
        opened = source(json.dumps(content))
        found = opened.read(opened.preview.columns)
        assert found.counts.read == len(found.tokens) + found.counts.repeated
        texts = list(texts_in(content))
        for token in map(seen, found.tokens):
            assert any(token in text for text in texts), token


@st.composite
def planted(draw: st.DrawFn) -> tuple[list[str], object]:
    """Tokens, and a JSON with a list of them somewhere in it."""
    alphabet = st.sampled_from("ABCxyz0189-_")
    tokens = draw(st.lists(st.text(alphabet, min_size=40, max_size=60), min_size=1))
    beside = st.dictionaries(
        st.sampled_from(["id", "model", "when", "名称"]),
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    )
    name = draw(st.sampled_from(["token", "push_token", "pushToken", "令牌"]))
    shape = draw(st.sampled_from(["text", "list", "object", "deep"]))
    content: object = [
        token if shape == "text"
        else [token] if shape == "list"
        else {**draw(beside), name: token} if shape == "object"
        else {**draw(beside), "phone": {**draw(beside), name: token}}
        for token in tokens
    ]  # fmt: skip
    for key in draw(st.lists(st.sampled_from(["data", "target", "message"]))):
        content = {**draw(beside), key: content}
    return tokens, content


@given(planted())
def test_every_token_in_a_json_is_found_and_nothing_else(
    given_: tuple[list[str], object],
) -> None:
    tokens, content = given_
    found = read(json.dumps(content))
    assert list(found.tokens) == list(dict.fromkeys(tokens))
    assert found.counts.repeated == len(tokens) - len(set(tokens))

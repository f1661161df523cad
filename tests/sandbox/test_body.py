"""A body is read as strictly as JSON is, and measured without its tokens."""

import json
from typing import Any

import pytest

from hmpush_gui.sandbox.body import check_size, compact, read_object, read_tokens
from hmpush_gui.sandbox.refusal import Refusal

V3 = ("target", "token")
LEGACY = ("message", "token")


def _refusal(body: bytes) -> tuple[str, str]:
    with pytest.raises(Refusal) as caught:
        read_object(body)
    return caught.value.code, caught.value.msg


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"{'a':1}",
        b'{"a":1,}',
        b"[]",
        b'"text"',
        b"null",
        b"1",
        b'{"a":NaN}',
        b'{"a":-Infinity}',
        b'{"a":"\xff"}',
        b"\xef\xbb\xbf{}",
        "{}".encode("utf-16"),
        b'{"a":' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
)
def test_what_is_no_json_object_is_refused(body: bytes) -> None:
    assert _refusal(body) == (
        "80100003",
        "Illegal payload, the body is not a JSON object",
    )


def _nested(levels: int) -> bytes:
    return b'{"a":' * levels + b"1" + b"}" * levels


def test_a_hundred_levels_are_read_and_one_more_is_refused() -> None:
    assert read_object(_nested(100))
    assert _refusal(_nested(101))[1] == "Illegal payload, the body is nested too deeply"


def test_nesting_is_found_in_lists_too() -> None:
    assert _refusal(b'{"a":[1,' + b"[" * 100 + b"]" * 100 + b"]}")[0] == "80100003"


def test_of_twin_keys_the_last_one_wins() -> None:
    assert read_object(b'{"a":1,"a":2}') == {"a": 2}


@pytest.mark.parametrize(
    ("document", "tokens"),
    [
        ({"target": {"token": ["a", "b", "a"]}}, ("a", "b", "a")),
        ({"target": {"token": []}}, ()),
        ({"target": {"token": None}}, ()),
        ({"target": {}}, ()),
        ({}, ()),
    ],
)
def test_tokens_are_read_in_order(
    document: dict[str, Any], tokens: tuple[str, ...]
) -> None:
    assert read_tokens(document, V3) == tokens


@pytest.mark.parametrize("tokens", ["a", {"a": 1}, 7, [7], ["a", None], [["a"]]])
def test_tokens_are_a_list_of_texts_and_nothing_else(tokens: object) -> None:
    with pytest.raises(Refusal, match="80100003 Illegal payload, token should be"):
        read_tokens({"target": {"token": tokens}}, V3)


def _filled(character: str, size: int, tokens: list[str]) -> dict[str, Any]:
    """A document of exactly `size` bytes, its tokens not counted."""
    document: dict[str, Any] = {"target": {"token": []}, "text": ""}
    room = size - len(json.dumps(document, separators=(",", ":")))
    width = len(character.encode())
    document["text"] = "x" * (room % width) + character * (room // width)
    document["target"]["token"] = tokens
    return document


@pytest.mark.parametrize("character", ["x", "优", "🎉", "é"])
@pytest.mark.parametrize("tokens", [[], ["t" * 130] * 1000], ids=["none", "thousand"])
def test_4096_bytes_pass_and_4097_do_not(character: str, tokens: list[str]) -> None:
    check_size(_filled(character, 4096, tokens), V3)

    with pytest.raises(Refusal, match="80300008 Push message size is too long"):
        check_size(_filled(character, 4097, tokens), V3)


def test_the_size_is_that_of_the_compact_text_however_it_was_sent() -> None:
    document = _filled("优", 4096, ["a"])
    sent = json.dumps(document, ensure_ascii=True, indent=8).encode()

    assert len(sent) > 4096
    check_size(read_object(sent), V3)


def test_only_the_tokens_at_their_place_are_not_counted() -> None:
    document = _filled("x", 4096, [])
    document["target"]["other"] = ["a"]

    with pytest.raises(Refusal, match="80300008"):
        check_size(document, V3)
    with pytest.raises(Refusal, match="80300008"):
        check_size(_filled("x", 4096, ["t"]), LEGACY)


@pytest.mark.parametrize("body", [b'{"a":"\\ud83d"}', b'{"a":1e400}'])
def test_what_cannot_be_written_again_is_no_json(body: bytes) -> None:
    with pytest.raises(Refusal, match="not a JSON object"):
        check_size(read_object(body), V3)


def test_compact_json_has_no_blanks_and_no_escapes() -> None:
    assert compact({"a": [1, "优🎉"]}) == '{"a":[1,"优🎉"]}'

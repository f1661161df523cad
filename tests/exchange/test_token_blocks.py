"""Text files in blocks of whole lines."""

import io

import pytest

from hmpush_gui.exchange.token_blocks import Blocks, encoding_of
from hmpush_gui.pushkit.errors import DocumentError


def test_the_head_of_a_short_text_is_all_of_it() -> None:
    assert Blocks(io.BytesIO(b"one\ntwo\nthree")).head() == "one\ntwo\nthree"


def test_a_block_ends_with_a_line() -> None:
    text = b"one\r\ntwo\r\nthree" * 200_000
    blocks = list(Blocks(io.BytesIO(text)).read(lambda done, total: None))
    assert b"".join(blocks) == text
    assert len(blocks) > 2
    assert all(block.endswith(b"\r\n") for block in blocks[:-1])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_text_comes_in_utf_8_without_its_mark(encoding: str) -> None:
    blocks = Blocks(io.BytesIO("令牌\n😀".encode(encoding)))
    assert b"".join(blocks.read(lambda done, total: None)).decode() == "令牌\n😀"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(DocumentError, match="neither a text nor a table"):
        encoding_of(b"\x00\x01")

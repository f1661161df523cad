import os
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from hmpush_gui.pushkit.picture_rules import PictureFacts
from hmpush_gui.ui.picture_decoding import MOST_BYTES, decode, decode_file

from .pictures_made import bmp_of, encoded, png_of

FORMATS = ["PNG", "JPEG", "BMP", "WEBP"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_a_phone_is_decoded(name: str) -> None:
    data = encoded(40, 30, name)
    found = decode(data)
    assert found.trouble is None
    assert found.facts == PictureFacts(40, 30, len(data), name)
    assert found.image is not None
    assert found.image.size() == QSize(40, 30)
    assert abs(found.image.pixelColor(20, 15).green() - 0xAA) < 6


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (1024, 1024, QSize(256, 256)),
        (2048, 512, QSize(1024, 256)),
        (4000, 100, QSize(4000, 100)),
    ],
)
def test_a_large_picture_is_kept_small_and_its_facts_are_true(
    width: int, height: int, size: QSize
) -> None:
    found = decode(encoded(width, height))
    assert found.image is not None
    assert found.image.size() == size
    assert found.facts is not None
    assert (found.facts.width, found.facts.height) == (width, height)


@pytest.mark.parametrize(
    "data",
    [
        png_of(60_000, 60_000),
        png_of(2**31 - 1, 2**31 - 1),
        png_of(30_000, 30_000, b"\x00" * 4_000_000),
        bmp_of(30_000, 30_000),
        bmp_of(2**31 - 1, -(2**31 - 1)),
    ],
)
def test_a_bomb_is_not_unpacked(data: bytes) -> None:
    begin = time.monotonic()
    found = decode(data)
    assert time.monotonic() - begin < 1
    assert found.image is None
    assert found.trouble is not None


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6])
def test_a_truncated_picture_is_no_crash(name: str, share: float) -> None:
    data = encoded(300, 300, name)
    found = decode(data[: max(13, int(len(data) * share))])
    assert found.trouble is not None or found.image is not None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "0 bytes"),
        (b"<html>sign in", "a web page"),
        (b"hello", "no picture that a phone would know"),
        (b"<svg><image href='file:///etc/hosts'/></svg>", "SVG is not taken"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 20, "HEIC is not taken"),
        (b"\x89PNG\r\n\x1a\n", "This PNG is broken"),
        (b"\xff\xd8\xff" + b"\x00" * 40, "This JPEG is broken"),
        (b"RIFF\x10\x00\x00\x00WEBP" + b"\x00" * 40, "This WEBP is broken"),
        (png_of(0, 10), "This PNG is broken"),
        (png_of(10, 10, b"\x09" * 30), "This PNG is broken"),
        (encoded()[:8] + encoded(name="JPEG"), "This PNG is broken"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_told_in_words(data: bytes, words: str) -> None:
    found = decode(data)
    assert found.image is None
    assert words in str(found.trouble)


# A BMP says where its pixels begin; Qt warns of a place behind the end.
@pytest.mark.qt_log_ignore("^QBuffer::seek: Invalid pos", extend=True)
@example(name="BMP", changes=[(12, 6)])
@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(FORMATS),
    changes=st.lists(
        st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=30
    ),
)
def test_flipped_bytes_never_raise(name: str, changes: list[tuple[int, int]]) -> None:
    data = bytearray(encoded(20, 20, name))
    for place, value in changes:
        data[place % len(data)] = value
    found = decode(bytes(data))
    assert found.image is not None or found.trouble is not None


def test_a_file_is_read_and_decoded(tmp_path: Path) -> None:
    path = tmp_path / "图片.png"
    path.write_bytes(encoded(7, 9))
    found = decode_file(path)
    assert found.facts is not None
    assert (found.facts.width, found.facts.height) == (7, 9)


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    with path.open("wb") as file:
        file.write(encoded())
        file.truncate(MOST_BYTES * 1000)
    assert str(decode_file(path).trouble) == "This file is larger than 5 MB."


def test_a_folder_a_pipe_and_nothing_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "missing.png"):
        assert "is no file any more" in str(decode_file(path).trouble)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "secret.png"
    path.write_bytes(encoded())
    path.chmod(0)
    assert "cannot be read (Permission denied)" in str(decode_file(path).trouble)

import pytest

from hmpush_gui.pushkit.picture_format import is_page, picture_format


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\nrest", "PNG"),
        (b"\xff\xd8\xff\xe0rest", "JPEG"),
        (b"BMrest", "BMP"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "WEBP"),
        (b"GIF89a", "GIF"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC"),
        (b"\x00\x00\x00\x18ftypavif", "AVIF"),
        (b"\x00\x00\x00\x18ftypisom", ""),
        (b"II*\x00", "TIFF"),
        (b"  <svg xmlns='x'>", "SVG"),
        (b"<?xml version='1.0'?><svg>", "SVG"),
        (b"<?xml version='1.0'?><rss>", ""),
        (b"RIFF\x10\x00\x00\x00WAVE", ""),
        (b"", ""),
        (b"\x89PN", ""),
        (b"hello", ""),
    ],
)
def test_a_format_is_known_by_its_first_bytes(data: bytes, name: str) -> None:
    assert picture_format(data) == name


@pytest.mark.parametrize(
    ("data", "page"),
    [
        (b"<!DOCTYPE html>", True),
        (b"\xef\xbb\xbf\n <HTML lang=en>", True),
        (b"<svg>", False),
        (b"\x89PNG", False),
        (b"", False),
    ],
)
def test_a_web_page_is_known_by_how_it_begins(data: bytes, page: bool) -> None:
    assert is_page(data) is page

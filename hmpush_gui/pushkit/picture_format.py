"""Tells the format of a picture from its first bytes; names and servers may lie."""

_SIGNS = (
    ("PNG", b"\x89PNG\r\n\x1a\n"),
    ("JPEG", b"\xff\xd8\xff"),
    ("GIF", b"GIF87a"),
    ("GIF", b"GIF89a"),
    ("BMP", b"BM"),
    ("TIFF", b"II*\x00"),
    ("TIFF", b"MM\x00*"),
)
_BRANDS = {b"avif": "AVIF", b"avis": "AVIF"}
_HEIC = (b"heic", b"heix", b"mif1", b"hevc", b"heim", b"msf1")

_PAGES = (b"<!doctype html", b"<html", b"<head", b"<body")


def picture_format(data: bytes) -> str:
    """`PNG`, `JPEG`, `BMP`, `WEBP`, `GIF` and a few more; empty for what is none."""
    for name, sign in _SIGNS:
        if data.startswith(sign):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        brand = data[8:12]
        return "HEIC" if brand in _HEIC else _BRANDS.get(brand, "")
    head = data[:512].lstrip().lower()
    if head.startswith((b"<svg", b"<?xml")) and b"<svg" in data[:2048].lower():
        return "SVG"
    return ""


def is_page(data: bytes) -> bool:
    """Whether `data` is a web page, as proxies and sign-in servers answer."""
    return data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES)

"""Finds secrets in a text by their looks, in time that grows no faster than the text.

Anybody's text is looked through, also one line of a megabyte: no pattern may begin
anew inside of a word that it has been through.
"""

import re

MASK = "••••••••"

_SUSPECT = re.compile(
    r"private|eyJ|bearer|basic|secret|passw|key|token|cookie|authorization|@",
    re.IGNORECASE,
)
"""In a text without any of these, nothing else needs to be looked for."""

# A key may have lost its end, or have its line breaks written out.
_PRIVATE_KEY = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\Z)",
    re.DOTALL,
)
_DOTTED = re.compile(r"[\w.-]+")
_JWT = "eyJ"
_JWT_HEADER, _JWT_CLAIMS = 7, 4
"""Characters that a JWT's first and second part have at least."""

_SCHEMES = re.compile(r"\b(Bearer|Basic)(\s+|%20)[\w.~+/=-]{8,}", re.IGNORECASE)
# A header as Python writes the pair of it, and who logs in by an address.
_QUOTED_HEADERS = re.compile(
    r"(([\"'])(?:proxy-)?(?:authorization|(?:set-)?cookie|x-api-key)\2\s*+[,:]\s*+b?)"
    r"(?:\"[^\"]*+\"|'[^']*+')",
    re.IGNORECASE,
)
_LOGINS = re.compile(r"://[^\s/?#@\"']++@")
_KEY = re.compile(r"(?<![\w-])([\w-]++)[\"']?\s*+[:=]\s*+[\"']?")
_VALUE = re.compile(r"[^\s\"'&,;]+")
_NAME = re.compile(
    r"secret|passw(?:or)?d|private_?key|api_?key|(?:access|refresh|id)_?token",
    re.IGNORECASE,
)


def without_secrets(text: str) -> str:
    """`text` without private keys, JWTs, bearers, and values that are named secret."""
    if not _SUSPECT.search(text):
        return text
    text = _PRIVATE_KEY.sub(MASK, text)
    if _JWT in text:
        text = _DOTTED.sub(_without_jwts, text)
    text = _QUOTED_HEADERS.sub(rf"\1'{MASK}'", text)
    text = _LOGINS.sub(f"://{MASK}@", text)
    text = _SCHEMES.sub(rf"\1\2{MASK}", text)
    return _without_named(text) if _NAME.search(text) else text


def _without_jwts(found: re.Match[str]) -> str:
    """A run of parts between dots: `eyJ….….…`, where the last part may be missing."""
    parts = found[0].split(".")
    kept: list[str] = []
    place = 0
    while place < len(parts):
        part = parts[place]
        begin = 0 if part.startswith(_JWT) else part.find(f"-{_JWT}") + 1
        claims = parts[place + 1] if place + 1 < len(parts) else ""
        is_jwt = part.startswith(_JWT, begin) and len(part) - begin >= _JWT_HEADER
        if is_jwt and len(claims) >= _JWT_CLAIMS:
            kept.append(part[:begin] + MASK)
            place += 3
        else:
            kept.append(part)
            place += 1
    return ".".join(kept)


def _without_named(text: str) -> str:
    """Masks the values of keys such as `client_secret=…` and `"apiKey": "…"`."""
    kept: list[str] = []
    copied = place = 0
    while key := _KEY.search(text, place):
        place = key.end()
        # Behind a hyphen another word begins.
        if not _NAME.search(key[1].rpartition("-")[2]):
            continue
        if value := _VALUE.match(text, place):
            kept += [text[copied:place], MASK]
            copied = place = value.end()
    return "".join([*kept, text[copied:]])

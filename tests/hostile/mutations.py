"""Breaks inputs at random: bytes, texts, JSON and what is inside of spreadsheets."""

import io
import json
import random
import zipfile
import zlib
from collections.abc import Callable, Sequence
from typing import Any

LARGEST = 256 * 1024
"""Bytes of an input; larger ones are for the readers' own tests."""

Mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]

_NASTY = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\ud800", b"\\u0000",
    b"\r", b"\n\n\n", b"\t", b'"', b"'", b"\\", b"{", b"}", b"[", b"]", b",", b":",
    b"null", b"true", b"NaN", b"-Infinity", b"1e999", b"9" * 5000, b"-0", b"0.1e-400",
    "‮​️".encode(), "😀".encode(), "包裹".encode("gb18030"), b"{{counter}}",
    b"{0}{x.y}%s%n$(id)`id`", b"=cmd|' /C calc'!A0", b"<script>", b"&amp;",
    b"-----BEGIN PRIVATE KEY-----", b"-----END PRIVATE KEY-----", b"eyJ", b"Bearer ",
    b"curl ", b"$'", b"@-", b"^\r\n", b"`\n", b"\x1b[31m", b"statuses", b"token",
]  # fmt: skip
_STRANGE: list[Any] = [
    None, True, False, 0, -1, 10**30, 1.5, -1e300, "", " ", "\ud800", "\x00",
    "x" * 5000, [], {}, [[]], [{}], [None], {"": None}, {"a": {"a": []}}, "{",
    '{"a":1}', "[1,2", ["t"] * 3, "‮", "{x}", "%d", "1900000000000", "9" * 400,
]  # fmt: skip


def mutate(chance: random.Random, seed: bytes, others: Sequence[bytes]) -> bytes:
    """`seed` broken once or some times; `others` are good inputs of the same kind."""
    content = seed
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        content = chance.choice(_ALL)(chance, content, others)[:LARGEST]
    return content


def _flip(chance: random.Random, content: bytes, _others: Sequence[bytes]) -> bytes:
    broken = bytearray(content)
    for _ in range(chance.randint(1, 8) if broken else 0):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def _cut(chance: random.Random, content: bytes, _others: Sequence[bytes]) -> bytes:
    start, end = _slice(chance, content)
    return content[:start] + content[end:]


def _end(chance: random.Random, content: bytes, _others: Sequence[bytes]) -> bytes:
    return content[: chance.randint(0, len(content))]


def _repeat(chance: random.Random, content: bytes, _others: Sequence[bytes]) -> bytes:
    start, end = _slice(chance, content)
    times = chance.choice((2, 10, 1000, 100_000))
    piece = content[start:end]
    many = min(times, LARGEST // max(1, len(piece)))
    return content[:start] + piece * many + content[end:]


def _insert(chance: random.Random, content: bytes, _others: Sequence[bytes]) -> bytes:
    place = chance.randint(0, len(content))
    piece = chance.choice(_NASTY) * chance.choice((1, 1, 1, 3, 2000))
    return content[:place] + piece + content[place:]


def _nest(chance: random.Random, content: bytes, _others: Sequence[bytes]) -> bytes:
    place, deep = chance.randint(0, len(content)), chance.choice((10, 1000, 60_000))
    opening, closing = chance.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"(", b")")))
    inside = opening * deep + b"1" + closing * chance.choice((0, deep))
    return content[:place] + inside + content[place:]


def _splice(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others)
    return (
        content[: chance.randint(0, len(content))]
        + other[chance.randint(0, len(other)) :]
    )


def _recode(chance: random.Random, content: bytes, _others: Sequence[bytes]) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-be", "utf-32", "gb18030", "latin-1"))
    return content.decode("utf-8", "replace").encode(encoding, "replace")


def _long_line(
    chance: random.Random, content: bytes, _others: Sequence[bytes]
) -> bytes:
    joined = content.replace(b"\n", b" ")
    blanks = chance.choice((b"", b" ", b"a", b"\\", b'"', b"=", b",", b"-", b"eyJ."))
    return joined + blanks * chance.choice((1000, 50_000, 200_000))


def _value(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """JSON with something else in one place, or without it, or with it twice."""
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError):
        return _insert(chance, content, others)
    if not isinstance(whole, dict | list):
        return json.dumps(chance.choice(_STRANGE)).encode()
    places: list[tuple[Any, Any]] = []
    waiting: list[Any] = [whole]
    while waiting:
        each = waiting.pop()
        keys = each if isinstance(each, dict) else range(len(each))
        for key in keys:
            places.append((each, key))
            if isinstance(each[key], dict | list):
                waiting.append(each[key])
    if not places:
        return json.dumps(chance.choice(_STRANGE)).encode()
    holder, key = chance.choice(places)
    if chance.random() < 0.2:
        del holder[key]
    elif isinstance(holder, dict) and chance.random() < 0.2:
        holder[chance.choice(("", "\ud800", "token", "data", key * 2))] = holder[key]
    else:
        holder[key] = chance.choice(_STRANGE)
    return json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode(
        "utf-8", "surrogatepass"
    )


def _inside_zip(
    chance: random.Random, content: bytes, others: Sequence[bytes]
) -> bytes:
    """A part of a spreadsheet broken, and the whole packed again."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        RuntimeError,
        EOFError,
    ):
        # What was broken before; a flag that asks for a password is a RuntimeError.
        return _flip(chance, content, others)
    if not parts:
        return content
    name = chance.choice(sorted(parts))
    parts[name] = chance.choice(_ALL)(chance, parts[name], others)[:LARGEST]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for each, inside in parts.items():
            new.writestr(each, inside)
    return file.getvalue()


def _slice(chance: random.Random, content: bytes) -> tuple[int, int]:
    start = chance.randint(0, len(content))
    return start, min(len(content), start + chance.choice((1, 4, 40, 400)))


_ALL: list[Mutation] = [
    _flip, _cut, _end, _repeat, _insert, _nest, _splice, _recode, _long_line,
    _value, _value, _value, _inside_zip,
]  # fmt: skip

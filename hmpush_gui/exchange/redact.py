"""The one redactor: nothing is handed to others that has not been through it."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from .json_lexemes import Lexeme, lexemes
from .secret_keys import is_secret, is_token
from .token_hunt import TokenHunt

MASK = "••••••••"

_EDGE = 4
_SUSPECT = re.compile(
    r"private|eyJ|bearer|basic|secret|passw|key|token|cookie|authorization|@",
    re.IGNORECASE,
)
"""In a text without any of these, nothing else needs to be looked for."""

_PROVING = frozenset(
    ("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key")
)
_SECRETS = (
    # A key may have lost its end, or have its line breaks written out.
    re.compile(
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\Z)",
        re.DOTALL,
    ),
    re.compile(r"\beyJ[\w-]{4,}\.[\w-]{4,}(\.[\w-]*)?"),
)
_SCHEMES = re.compile(r"\b(Bearer|Basic)(\s+|%20)[\w.~+/=-]{8,}", re.IGNORECASE)
_PAIRS = re.compile(
    r"([\w-]*(?:secret|passw(?:or)?d|private_?key|api_?key"
    r"|(?:access|refresh|id)_?token)\w*[\"']?\s*[:=]\s*)([\"']?)([^\s\"'&,;]+)",
    re.IGNORECASE,
)

_QUOTED_HEADERS = re.compile(
    r"(b?([\"'])(?:proxy-)?(?:authorization|(?:set-)?cookie|x-api-key)\2\s*[,:]\s*b?)"
    r"(?:\"[^\"]*\"|'[^']*')",
    re.IGNORECASE,
)
"""A header as Python writes the pair of it."""
_LOGINS = re.compile(r"(\b[a-z][a-z0-9+.-]*://)[^\s/?#@\"']+@", re.IGNORECASE)


def short_token(token: str) -> str:
    """A token that can be told from others but not used: first 4 … last 4.

    A short one shows less, so that most of it is always hidden.
    """
    edge = min(_EDGE, len(token) // 3)
    return f"{token[:edge]}…{token[len(token) - edge :]}"


@dataclass(frozen=True)
class Redactor:
    """Takes secrets and push tokens out of texts, headers and JSON.

    `tokens` are those known to be tokens. `name` is what stands for one. Tokens stay
    with `show_tokens`, and secrets with `show_secrets`.
    """

    tokens: Iterable[str] = ()
    show_tokens: bool = False
    show_secrets: bool = False
    name: Callable[[str], str] = short_token

    def text(self, text: str) -> str:
        """A text for people, such as a label, or a body that is no JSON."""
        if not self.show_secrets:
            text = _without_secrets(text)
        return text if self.show_tokens else self._hunt.replace(text, self.name)

    def token(self, token: str) -> str:
        """A push token by itself."""
        return token if self.show_tokens else self.name(token)

    def headers(self, headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Headers whose values prove nothing any more."""
        return [(name, self._header(name, value)) for name, value in headers]

    def body(self, body: bytes) -> str:
        """A body: byte for byte the same but for what is hidden."""
        return self.json(body.decode("utf-8", "replace"))

    def json(self, text: str) -> str:
        """A JSON text, else the same; as a plain text if it is no JSON."""
        if self.show_tokens and self.show_secrets:
            return text
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return self.text(text)
        return "".join(map(self._lexeme, lexemes(text)))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.tokens)

    @cached_property
    def _hunt(self) -> TokenHunt:
        return TokenHunt(self._known)

    def _header(self, name: str, value: str) -> str:
        if self.show_secrets or not (name.lower() in _PROVING or is_secret(name)):
            return self.text(value)
        scheme, blank, _rest = value.partition(" ")
        return f"{scheme}{blank}{MASK}" if blank else MASK

    def _lexeme(self, lexeme: Lexeme) -> str:
        value = lexeme.value
        if lexeme.is_layout:
            return lexeme.text
        if lexeme.is_key:
            return _written(lexeme, self.text(json.loads(lexeme.text)))
        if any(is_secret(key) and not is_token(key) for key in lexeme.keys):
            return (
                lexeme.text
                if self.show_secrets
                else json.dumps(MASK, ensure_ascii=False)
            )
        if not isinstance(value, str):
            return lexeme.text
        if value in self._known or any(map(is_token, lexeme.keys)):
            return _written(lexeme, self.token(value))
        inside = value.lstrip().startswith(("{", "["))
        return _written(lexeme, self.json(value) if inside else self.text(value))


def _written(lexeme: Lexeme, value: str) -> str:
    """The lexeme as it is written, unless its value is another now."""
    if value == lexeme.value:
        return lexeme.text
    return json.dumps(value, ensure_ascii=False)


def _without_secrets(text: str) -> str:
    if not _SUSPECT.search(text):
        return text
    for pattern in _SECRETS:
        text = pattern.sub(MASK, text)
    text = _QUOTED_HEADERS.sub(rf"\1'{MASK}'", text)
    text = _LOGINS.sub(rf"\1{MASK}@", text)
    text = _SCHEMES.sub(rf"\1\2{MASK}", text)
    return _PAIRS.sub(rf"\1\2{MASK}", text)

"""The one redactor: nothing is handed to others that has not been through it."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from .json_lexemes import Lexeme, lexemes
from .secret_keys import is_secret, is_token
from .secret_texts import MASK as MASK
from .secret_texts import without_secrets
from .token_hunt import TokenHunt

_EDGE = 4
_PROVING = frozenset(
    ("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key")
)


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
            text = without_secrets(text)
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

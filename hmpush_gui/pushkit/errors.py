"""What can go wrong between us and Push Kit.

PushError                 its text is meant for the user; anything else is a bug
├── DocumentError         a text is not a JSON document; where it broke
├── CredentialError       a credential cannot be read or used; nothing was sent
├── AuthRefused           the OAuth service refused the credential; nothing was sent
├── Unreachable           the OAuth service cannot be reached; nothing was sent
└── Misconfigured         this computer's proxy or certificates cannot be used

What happens to a push request itself is no exception but an outcome of every token
(`protocol.Exchange`), because only the outcome says whether it may have been sent.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .protocol import Answer
    from .words import Sentence


class PushError(Exception):
    """Something the user can act on; `sentence` says what happened and what to do."""

    def __init__(self, sentence: "Sentence") -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class DocumentError(PushError):
    """A text that is not a JSON document.

    `line` and `column` count from 1, in characters; `position` from 0.
    """

    def __init__(
        self, sentence: "Sentence", line: int = 1, column: int = 1, position: int = 0
    ) -> None:
        super().__init__(sentence)
        self.line = line
        self.column = column
        self.position = position


class CredentialError(PushError):
    """A key file or client secret that cannot be used."""


class AuthRefused(PushError):
    """The OAuth service answered, and the answer holds no token (facts A.2)."""

    def __init__(self, sentence: "Sentence", reason: str, answer: "Answer") -> None:
        super().__init__(sentence)
        self.reason = reason
        self.answer = answer


class Unreachable(PushError):
    """The OAuth service did not answer: no connection, no TLS, no proxy."""

    def __init__(self, sentence: "Sentence", reason: str = "unreachable") -> None:
        super().__init__(sentence)
        self.reason = reason


class Misconfigured(PushError):
    """A setting of this computer keeps every request from leaving.

    `reason` is one of `hindrances`.
    """

    def __init__(self, sentence: "Sentence", reason: str) -> None:
        super().__init__(sentence)
        self.reason = reason

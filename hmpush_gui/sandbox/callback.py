"""Where receipts are posted to, and how such a post is signed (facts I.1)."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field

HEADER = "X-HUAWEI-CALLBACK-ID"


@dataclass(frozen=True, slots=True)
class Callback:
    """The address of a backend, with user name and secret if its posts are signed.

    A secret of a new configuration is Base64 that is decoded first; one of an old
    configuration, not `decoded`, is taken as its UTF-8 bytes. Raises ValueError for a
    secret that is no Base64.
    """

    url: str
    user_name: str = ""
    secret: str = field(default="", repr=False)
    decoded: bool = True

    def __post_init__(self) -> None:
        self._key()

    def header(self, timestamp: int, nonce: str) -> str:
        """The value of the header; empty if nothing is signed. Milliseconds."""
        if not (self.user_name and self.secret):
            return ""
        text = f"{timestamp}{nonce}{self.user_name}".encode()
        digest = hmac.new(self._key(), text, hashlib.sha256).digest()
        value = base64.b64encode(digest).decode()
        return f"timestamp={timestamp}; nonce={nonce}; value={value}"

    def _key(self) -> bytes:
        if not self.decoded:
            return self.secret.encode()
        try:
            return base64.b64decode(self.secret, validate=True)
        except ValueError:
            raise ValueError("secret is not Base64") from None


@dataclass(frozen=True, slots=True)
class Post:
    """One try to post receipts.

    `at` is Unix seconds, `statuses` how many receipts. `status` is the answer's, 0
    where none came; `problem` is empty if all is well.
    """

    at: float
    statuses: int
    status: int
    problem: str

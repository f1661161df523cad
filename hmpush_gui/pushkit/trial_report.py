"""What a test of a connection saw."""

from dataclasses import dataclass

from .connection import Trust
from .words import Sentence


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate as it was shown; `ends` is in Unix seconds."""

    subject: str
    issuer: str
    ends: float
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """One address that was tried; what was not reached is empty.

    `peer` is where the connection went, as IP and port: the proxy's, if there is one.
    `verified` says whether certificates were checked, `trust` and `ca_file` against
    which. `failure` is why there was no answer, `seconds` how long all of it took,
    `clock` what is wrong with this computer's clock by the answer's.
    """

    url: str
    proxy: str = ""
    proxy_of_system: bool = False
    trust: Trust = Trust.USUAL
    ca_file: str = ""
    verified: bool = True
    own_certificate: str = ""
    peer: str = ""
    tls: str = ""
    cipher: str = ""
    certificate: Certificate | None = None
    status: str = ""
    seconds: float = 0.0
    clock: Sentence | None = None
    failure: Sentence | None = None

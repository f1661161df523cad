"""The way a request takes, as far as sentences about its failure need it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """`host` is whom it goes to; `proxy` the proxy's address, empty without one.

    `has_login` says that user and password are given to the proxy, `has_certificate`
    that a client certificate is shown to whoever asks.
    """

    host: str
    proxy: str = ""
    has_login: bool = False
    has_certificate: bool = False

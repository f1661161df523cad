"""What the options of curl, and of PowerShell's web commands, are for."""

from enum import StrEnum


class Option(StrEnum):
    """What an option says; all but a flag take a value."""

    FLAG = "flag"
    VALUE = "value"
    SECRET = "secret"
    HEADER = "header"
    BODY = "body"
    ADDRESS = "address"


SHORT: dict[str, Option] = {
    "X": Option.VALUE,
    "H": Option.HEADER,
    "d": Option.BODY,
    "u": Option.SECRET,
    "U": Option.SECRET,
    "b": Option.SECRET,
    "c": Option.SECRET,
    "E": Option.SECRET,
    "x": Option.SECRET,
    **dict.fromkeys("ACDeFhKmoPQrTtwyYz", Option.VALUE),
}
"""By letter; other letters are flags."""

_BODIES = ("data", "data-raw", "data-binary", "data-ascii", "data-urlencode", "json")
_SECRETS = (
    "user", "proxy-user", "cookie", "cookie-jar", "cert", "key", "pass", "proxy",
    "oauth2-bearer", "proxy-header", "aws-sigv4", "tlspassword", "netrc-file",
    "preproxy",
)  # fmt: skip
_VALUES = (
    "request", "user-agent", "referer", "output", "max-time", "connect-timeout",
    "retry", "retry-delay", "retry-max-time", "write-out", "config", "cacert", "capath",
    "resolve", "connect-to", "interface", "limit-rate", "form", "noproxy", "ciphers",
    "tls-max", "cert-type", "key-type", "dump-header", "trace", "trace-ascii", "stderr",
    "upload-file", "range", "max-redirs", "dns-servers", "unix-socket", "variable",
)  # fmt: skip

LONG: dict[str, Option] = {
    **dict.fromkeys(_BODIES, Option.BODY),
    **dict.fromkeys(_SECRETS, Option.SECRET),
    **dict.fromkeys(_VALUES, Option.VALUE),
    "header": Option.HEADER,
    "url": Option.ADDRESS,
}
"""By name; other names are flags."""

POWERSHELL: dict[str, Option] = {
    "uri": Option.ADDRESS,
    "body": Option.BODY,
    "infile": Option.BODY,
    "credential": Option.SECRET,
    "proxycredential": Option.SECRET,
    "proxy": Option.SECRET,
    "token": Option.SECRET,
    "certificate": Option.SECRET,
    "websession": Option.SECRET,
    "contenttype": Option.VALUE,
    "method": Option.VALUE,
    "headers": Option.VALUE,
    "outfile": Option.VALUE,
    "timeoutsec": Option.VALUE,
    "useragent": Option.VALUE,
    "authentication": Option.VALUE,
}
"""By name in small letters, of Invoke-RestMethod and Invoke-WebRequest."""

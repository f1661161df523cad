"""What a command says: where it sends, headers, options and body, without secrets."""

import re
from dataclasses import dataclass, field

from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Fate, Line, Tokens
from .curl import Shell
from .redact import Redactor

_LEFT_OUT = QT_TRANSLATE_NOOP(
    "exchange", "It proves who sends: left out, neither kept nor shown."
)
_DEVICE = re.compile(r"(/3/device/)([^/?#\s]+)")
_REDACT = Redactor()
_SHOWN = 1000
"""Characters of a value that are worth a line of the report."""


@dataclass(slots=True)
class Command:
    """A command: where it sends, its headers, its other options, and its body.

    `body` is None where there is none, and `file` names a file in which it stands.
    `told` says what was left out, and `secrets` hold it: only so that it can be hidden
    in the text that is shown.
    """

    shell: Shell
    address: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    body: str | None = field(default=None, repr=False)
    file: str = ""
    told: list[Line | Tokens] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list, repr=False)

    @property
    def frame(self) -> Json:
        """What stands around the body, for the report."""
        parts: dict[str, object] = {
            "(address)": self.address,
            "(header)": self.headers,
            "(option)": self.options,
        }
        return {name: value for name, value in parts.items() if value}

    def add_header(self, name: str, value: str) -> None:
        """A header, unless it proves who sends; the same once more is added to it."""
        name, value = _cut(name), _cut(value)
        if _REDACT.headers([(name, value)]) != [(name, value)]:
            self.leave_out("(header)", name, value)
        elif name:
            before = self.headers.get(name)
            self.headers[name] = value if before is None else f"{before}, {value}"

    def add_option(self, name: str, value: str = "") -> None:
        """An option that says nothing of the message."""
        before = self.options.get(name, "")
        self.options[_cut(name)] = f"{before} {_REDACT.text(_cut(value))}".strip()

    def add_address(self, address: str) -> None:
        """Where it sends; a second address is but an option."""
        address = self._cleaned(address)
        if self.address:
            self.add_option(address)
        else:
            self.address = address

    def leave_out(self, part: str, name: str, secret: str) -> None:
        """Say that something was left out."""
        self.secrets.append(secret)
        self.told.append(Line(Fate.SECRET, (part, name), (), _LEFT_OUT))

    def _cleaned(self, address: str) -> str:
        """Host and path: user, password and query can hold secrets."""
        if user := re.match(r"(?:[a-z]+://)?([^/@\s]*)@", address):
            self.leave_out("(address)", "@", user[1])
            address = address[: user.start(1)] + address[user.end() :]
        address, _sign, query = address.partition("?")
        if query:
            self.leave_out("(address)", "?", query)
        if device := _DEVICE.search(address):
            place = ("(address)", "device")
            self.told.append(Tokens(place, (device[2],), ours=False))
            address = _DEVICE.sub(r"\1…", address)
        return _REDACT.text(_cut(address))


def _cut(value: str) -> str:
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"

"""Tells what a pasted text is: JSON of a push service, or a command that sends it."""

from collections.abc import Iterator
from typing import NamedTuple

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Source
from .curl_command import Command
from .curl_reader import is_command, read_commands
from .json_kinds import Sureness, kind_of_json, read_json

LONGEST = 250_000
"""Characters. A message has 4096 bytes and, at most, 1000 tokens."""
LONGEST_COMMAND = 100_000
"""Characters. Linux takes 128 KiB for one word of a command, Windows far less."""


class Recognised(NamedTuple):
    """What an input is, how sure that is, and the JSON in it.

    `command` is what the JSON stood in, None if it stood by itself.
    """

    source: Source
    sure: Sureness
    content: Json
    command: Command | None = None


_EMPTY = QT_TRANSLATE_NOOP("exchange", "There is nothing to convert yet.")
_LONG = QT_TRANSLATE_NOOP(
    "exchange", "This is longer than any message: {most} characters at most."
)
_NEITHER = QT_TRANSLATE_NOOP(
    "exchange",
    "This is neither JSON nor a command of curl. JSON begins with {{, such a command "
    "with curl.",
)
_FILE = QT_TRANSLATE_NOOP(
    "exchange",
    "The body of this command is in the file {name}, which is not read from here. Open "
    "that file instead.",
)
_NO_BODY = QT_TRANSLATE_NOOP(
    "exchange", "This command sends no body: there is no message in it."
)
_OAUTH = QT_TRANSLATE_NOOP(
    "exchange",
    "This command asks for an access token; there is no message in it. The app does "
    "this by itself: give the client secret to a project. Nothing of it was kept.",
)
_BROKEN = QT_TRANSLATE_NOOP("exchange", "The body of this command: {why}")


def recognise(text: str) -> Recognised:
    """What `text` is. Raises DocumentError, with a sentence on what it is instead."""
    if not text.strip():
        raise DocumentError(_EMPTY)
    most = LONGEST_COMMAND if is_command(text[:LONGEST]) else LONGEST
    if len(text) > most:
        raise DocumentError(_LONG.format(most=most))
    if is_command(text):
        return _of_command(text)
    if not text.strip("\ufeff \t\r\n`").startswith(("{", "[", "json", "JSON")):
        raise DocumentError(_NEITHER)
    content = read_json(text)
    return Recognised(*kind_of_json(content), content)


def _of_command(text: str) -> Recognised:
    """As the first shell would read it in whose way there is a message."""
    refusal: DocumentError | None = None
    for command in read_commands(text):
        try:
            content = _content(command)
            source, sure = kind_of_json(content)
        except DocumentError as error:
            refusal = refusal or error
            continue
        return Recognised(*_by_address(source, sure, command), content, command)
    raise refusal or DocumentError(_NO_BODY)


def _content(command: Command) -> Json:
    if command.file:
        raise DocumentError(_FILE.format(name=command.file))
    if not command.body:
        raise DocumentError(_NO_BODY)
    if "grant_type" in command.body:
        raise DocumentError(_OAUTH)
    refusal: DocumentError | None = None
    for text in _texts(command.body):
        try:
            return read_json(text)
        except DocumentError as error:
            refusal = refusal or error
    assert refusal is not None
    why = _BROKEN.format(why=refusal.sentence)
    raise DocumentError(why, refusal.line, refusal.column)


def _texts(body: str) -> Iterator[str]:
    """The body, and as it may have been before a shell or a program spoilt it."""
    yield body
    # PowerShell before 7.3 needs each quote guarded that goes to a program.
    yield body.replace('\\"', '"')
    start, end = body.find("{"), body.rfind("}")
    if 0 <= start < end:
        yield body[start : end + 1]


def _by_address(
    source: Source, sure: Sureness, command: Command
) -> tuple[Source, Sureness]:
    """Where two services take the same JSON, the address tells whose it is."""
    if sure is not Sureness.GUESS:
        return source, sure
    if "push-api" in command.address or "hicloud" in command.address:
        return Source.HMS, Sureness.CERTAIN
    return source, Sureness.LIKELY

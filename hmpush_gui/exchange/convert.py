"""Turns whatever was pasted into a message, and says what became of all of it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from hmpush_gui.pushkit.document import compact
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.token_text import clean_tokens
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .apns import is_silent, read_apns, read_headers
from .conversion import (
    Conversion,
    Fate,
    Found,
    Line,
    Path,
    Reading,
    Source,
    Tokens,
    uncovered,
)  # fmt: skip
from .conversion_kept import keep, told_of_frame
from .conversion_sheet import Sheet
from .conversion_table import NOTHING, UNKNOWN
from .fcm import TTL, read_fcm, told_of_ttl
from .fcm_legacy import read_fcm_legacy
from .from_v3 import read_v3
from .hms import read_hms
from .message_file import MessageFile, read_file, read_message
from .recognise import Recognised, recognise
from .to_legacy import write_legacy
from .to_v3 import write_v3

_TAKEN = QT_TRANSLATE_NOOP(
    "exchange",
    "Tokens found: {count}. They do not belong into a message: take them to the "
    "devices.",
)
_FOREIGN = QT_TRANSLATE_NOOP(
    "exchange",
    "Tokens found: {count}. They are left out: Push Kit does not know the tokens of "
    "other services. The app gets one of its own with getToken.",
)
_AROUND: dict[str, Sentence] = {
    "(address)": QT_TRANSLATE_NOOP("exchange", "The project has the address."),
    "(header)": QT_TRANSLATE_NOOP("exchange", "The app writes the headers itself."),
    "(option)": QT_TRANSLATE_NOOP(
        "exchange", "It is of the command, not of a message."
    ),
}
_PLACEHOLDER = re.compile(r"PUSH_TOKEN(_\d+)?")
"""What stands for a token in the code that is handed over."""

_READERS: dict[Source, Callable[[Json], Reading]] = {
    Source.FCM: read_fcm,
    Source.FCM_LEGACY: read_fcm_legacy,
    Source.APNS: read_apns,
    Source.HMS: read_hms,
}


def convert(text: str, to: Api = Api.V3) -> Conversion:
    """The message in `text` for the generation `to`, and what became of each value.

    Raises DocumentError where there is no message in it, or none that `to` has.
    """
    return convert_recognised(recognise(text), to)


def convert_recognised(found: Recognised, to: Api = Api.V3) -> Conversion:
    """As `convert`, of what was recognised already."""
    command = found.command
    whole: Json = {**(command.frame if command else {}), **found.content}
    sheet = Sheet(whole)
    file, said = _file(found, to, sheet)
    said += command.told if command else ()
    lines = [*sheet.lines, *(each for each in said if isinstance(each, Line))]
    tokens = [each for each in said if isinstance(each, Tokens)]
    lines += map(_token_line, tokens)
    lines += _unsaid(whole, lines)
    order = list(Fate)
    return Conversion(
        found.source,
        file,
        tuple(sorted(lines, key=lambda line: order.index(line.fate))),
        _of_push_kit(tokens),
        str(command.shell) if command else "",
    )


Said = list[Found | Line | Tokens]


def _file(found: Recognised, to: Api, sheet: Sheet) -> tuple[MessageFile, Said]:
    """The message in its frame, and what of the input is not in the sheet yet."""
    if found.source is Source.OURS:
        file = read_file(compact(found.content).decode())
        kept = file.message.api.legacy == to.legacy
        message, said = _from_push_kit(file.message, to, sheet, ("document",))
        said += told_of_frame(file, found.content, kept=kept)
        languages = file.languages if kept else None
        return replace(file, message=message, languages=languages, bare=False), said
    headers = found.command.headers if found.command else {}
    if found.source in (Source.V3, Source.HMS):
        message, said = _from_v3_or_v1(found, headers, to, sheet)
        return MessageFile(message), said
    said = list(_READERS[found.source](found.content))
    if found.source is Source.APNS:
        silent = is_silent(found.content)
        said += read_headers(headers, ("(header)",), silent=silent)
    else:
        said += list(told_of_ttl(said, TTL if to.legacy else ("pushOptions", "ttl")))
    return MessageFile(_written(said, to, sheet)), said


def _from_v3_or_v1(
    found: Recognised, headers: dict[str, str], to: Api, sheet: Sheet
) -> tuple[Message, Said]:
    """A body of Push Kit; of a v3 one a header tells the kind."""
    name = next((each for each in headers if each.lower() == "push-type"), "")
    push_type = headers.get(name, "")
    message = Message(Api.V1, "", found.content)
    if found.source is Source.V3:
        text = compact(found.content).decode()
        message = read_message(text, Api.V3, push_type or None)
    turned, said = _from_push_kit(message, to, sheet, ())
    if push_type and turned.push_type == push_type:
        source: Path = ("(header)", name)
        said.append(Line(Fate.MAPPED, source, ("push_type",), None, "B.2", push_type))
    return turned, said


def _from_push_kit(
    message: Message, to: Api, sheet: Sheet, prefix: Path
) -> tuple[Message, Said]:
    """A message of the other generation is turned; one of the same stays."""
    kept = message.api.legacy == to.legacy
    said: Said
    if kept:
        document, reading = keep(message.document, legacy=to.legacy)
        said = list(reading)
    elif to.legacy:
        said = list(read_v3(message.document, message.push_type))
    else:
        said = list(read_hms(message.document))
    said = [replace(each, source=(*prefix, *each.source)) for each in said]
    if kept:
        return Message(to, message.push_type, document), said
    return _written(said, to, sheet), said


def _written(said: Said, to: Api, sheet: Sheet) -> Message:
    found = [each for each in said if isinstance(each, Found)]
    # What is empty says nothing: it would only take the place of what does.
    found = [each for each in found if each.value not in (None, "", {}, [])]
    if to.legacy:
        return write_legacy(found, sheet, to)
    return write_v3(found, sheet)


def _token_line(found: Tokens) -> Line:
    why = _TAKEN if found.ours else _FOREIGN
    return Line(Fate.TOKENS, found.source, (), why.format(count=len(found.tokens)), "H")


def _of_push_kit(found: Iterable[Tokens]) -> tuple[str, ...]:
    tokens = [
        token
        for each in found
        if each.ours
        for token in each.tokens
        if not _PLACEHOLDER.fullmatch(token)
    ]
    return tuple(dict.fromkeys(filter(None, clean_tokens(tokens))))


def _unsaid(whole: Json, lines: Iterable[Line]) -> list[Line]:
    """A line for each value that no table knows: nothing is lost without a word."""
    return [
        Line(Fate.DROPPED, path, (), _why_unsaid(path, value), "", value)
        for path, value in uncovered(whole, (line.source for line in lines))
    ]


def _why_unsaid(path: Path, value: object) -> Sentence:
    if path[0] in _AROUND:
        return _AROUND[path[0]]
    return NOTHING if value in (None, "", {}, []) else UNKNOWN

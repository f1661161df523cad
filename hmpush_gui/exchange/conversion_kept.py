"""Messages that are of the wanted generation: they stay, without their tokens."""

from collections.abc import Iterator

from hmpush_gui.pushkit.message import Json
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .conversion import Fate, Line, Path, Reading, Tokens, at, leaves
from .fcm import token_list
from .message_file import MessageFile, without_tokens

_LANGUAGES = QT_TRANSLATE_NOOP(
    "exchange",
    "Only the message in its first language was turned into the other generation.",
)
_AGAIN = QT_TRANSLATE_NOOP("exchange", "It is written anew.")
_NAMED = ("name", "description", "language")
_TOKENS: tuple[Path, ...] = (("target", "token"), ("message", "token"))


def keep(body: Json, *, legacy: bool) -> tuple[Json, Reading]:
    """The document of a body of Push Kit, and a line for each of its values."""
    bare = legacy and not isinstance(body.get("message"), dict)
    whole: Json = {"message": body} if bare else body
    return without_tokens(whole), _told(whole, 1 if bare else 0)


def _told(whole: Json, inside: int) -> Reading:
    for path in _TOKENS:
        if tokens := token_list(at(whole, path)):
            yield Tokens(path[inside:], tokens)
    for path, value in leaves(without_tokens(whole)):
        source = path[inside:]
        yield Line(Fate.MAPPED, source, path, value=value)


def told_of_frame(file: MessageFile, content: Json, *, kept: bool) -> Iterator[Line]:
    """What became of what stands around the document of a message file."""
    for key in _NAMED:
        if key in content:
            yield Line(Fate.MAPPED, (key,), (key,), value=content[key])
    for key in ("api", "push_type", "$schema"):
        if key in content:
            yield Line(Fate.CHANGED, (key,), (key,), _AGAIN, value=content[key])
    if "languages" in content and (file.languages is None or not kept):
        for path, value in leaves(content["languages"], ("languages",)):
            yield Line(Fate.DROPPED, path, (), _LANGUAGES, value=value)
    elif "languages" in content:
        for path, value in leaves(content["languages"], ("languages",)):
            yield Line(Fate.MAPPED, path, path, value=value)
    for key in file.extra:
        for path, value in leaves(content[key], (key,)):
            yield Line(Fate.MAPPED, path, path, value=value)

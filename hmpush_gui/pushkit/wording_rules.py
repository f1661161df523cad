"""Rules on what people read: title and text."""

from collections.abc import Iterator

from .document import Path, read
from .message import Message
from .problem import Problem, hint, warning
from .shown_text import BODY, TITLE, body_is_cut, shown_part, title_is_cut
from .words import QT_TRANSLATE_NOOP

_END = 16
"""Characters that are enough to find a place by."""


def wording_problems(message: Message) -> Iterator[Problem]:
    """Title and text that break Huawei's content rules, or are cut on the phone."""
    title, body = message.title.strip(), message.body.strip()
    path = text_path(message, "title")
    if title and title == body:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Title and text are the same. Huawei’s content rules ask for two "
            "different ones.",
        )
        yield warning("title-is-body", path, sentence, "G.1, J 20")
    elif title_is_cut(title):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "The title will be cut after “{end}”: phones show about 22 Latin or 15 "
            "Chinese characters.",
        ).format(end=_end(shown_part(title, TITLE)))
        yield hint("title-cut", path, sentence, "G.1, J 19")
    if body_is_cut(body):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "The text will be cut after “{end}”: phones show about 84 Latin or 57 "
            "Chinese characters.",
        ).format(end=_end(shown_part(body, BODY)))
        yield hint("body-cut", text_path(message, "body"), sentence, "G.1, J 19")


def text_path(message: Message, name: str) -> Path:
    """Where the title or body stands that counts (facts A.6: the inner one wins)."""
    if not message.api.legacy:
        return ("payload", "notification", name)
    inner: Path = ("message", "android", "notification", name)
    return inner if read(message.document, inner) else ("message", "notification", name)


def _end(shown: str) -> str:
    """The last words that are shown, by which one finds the place."""
    line = " ".join(shown.split())
    return line if len(line) <= _END else f"…{line[-_END:].lstrip()}"

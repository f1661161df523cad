"""Rules on the languages of a message that are not the one to be sent."""

from collections.abc import Callable, Iterator

from .document import encode
from .kinds import kind_of
from .languages import Languages, message_in, texts_in
from .message import Message
from .problem import Problem, hint, warning
from .reference import limits
from .schemas import label
from .texts import texts_of
from .words import QT_TRANSLATE_NOOP, Sentence

Measured = Callable[[Message], Message]
"""A message as it is measured: with its placeholders at their longest."""


def as_written(message: Message) -> Message:
    """`message` itself, where nothing of it is replaced."""
    return message


def language_problems(
    message: Message, languages: Languages, measured: Measured = as_written
) -> list[Problem]:
    """What the other languages lack, and whether one of them is too large to send.

    The checks of the message itself are those of its active language.
    """
    found = sizes(message, languages, measured)
    return [*_too_large(found, languages), *_missing(message, languages)]


def sizes(
    message: Message, languages: Languages, measured: Measured = as_written
) -> dict[str, int]:
    """Bytes of the message in each language, as the encoder has them."""
    return {
        tag: encode(measured(message_in(message, languages, tag))).size
        for tag in languages.tags
    }


def _too_large(found: dict[str, int], languages: Languages) -> Iterator[Problem]:
    """Facts D, J 5."""
    del found[languages.active]
    tag = max(found, key=lambda each: found[each])
    allowed = limits()["body_bytes"]
    if found[tag] > allowed:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "In {tag} the message has {size} of {allowed} bytes: cut {excess}, or Push "
            "Kit will refuse it in that language.",
        ).format(tag=tag, size=found[tag], allowed=allowed, excess=found[tag] - allowed)
        yield warning("language-size", (), sentence, "D")


def _missing(message: Message, languages: Languages) -> Iterator[Problem]:
    """Texts of the active language that another one has not."""
    name, mine = kind_of(message).schema, texts_of(message)
    for tag in languages.tags:
        if tag == languages.active:
            continue
        texts = texts_in(message, languages, tag)
        missing = [path for path in mine if mine[path] and not texts.get(path)]
        if missing:
            sentence = QT_TRANSLATE_NOOP("pushkit", "Not in {tag} yet: {first}.")
            if len(missing) > 1:
                sentence = QT_TRANSLATE_NOOP(
                    "pushkit", "Not in {tag} yet: {first} and {more} more."
                )
            named = tuple(key for key in missing[0] if not key.isdecimal())
            first = Sentence("schema", label(name, named))
            filled = sentence.format(tag=tag, first=first, more=len(missing) - 1)
            yield hint("language-missing", missing[0], filled, "")

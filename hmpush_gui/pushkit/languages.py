"""One message in several languages: the document holds the texts of one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .carry import carry
from .document import Path
from .kinds import Kind
from .message import Message
from .texts import Text, Texts, texts_of, with_texts


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a message, as BCP 47 tags in the order to show them.

    The texts of `active` stand in the message; `others` holds those of the rest. Only
    what finds no place in the message stands under `active` there, too.
    """

    tags: tuple[str, ...]
    active: str
    others: Mapping[str, Texts] = field(default_factory=dict)


def texts_in(message: Message, languages: Languages, tag: str) -> dict[Path, Text]:
    """The texts in the language `tag`. Raises KeyError for one that is not there."""
    if tag == languages.active:
        return {**languages.others.get(tag, {}), **texts_of(message)}
    return dict(languages.others[tag])


def message_in(message: Message, languages: Languages, tag: str) -> Message:
    """The message as it is sent in the language `tag`. Raises KeyError."""
    if tag == languages.active:
        return message
    return with_texts(message, languages.others[tag])


def switch(
    message: Message, languages: Languages, tag: str
) -> tuple[Message, Languages]:
    """Put the texts of `tag` into the message; those it had are kept. KeyError."""
    if tag == languages.active:
        return message, languages
    wanted = languages.others[tag]
    kept = texts_in(message, languages, languages.active)
    shown = with_texts(message, wanted)
    placed = texts_of(shown)
    spare = {path: text for path, text in wanted.items() if path not in placed}
    others = {**languages.others, languages.active: kept, tag: spare}
    return shown, Languages(languages.tags, tag, _filled(others, tag))


def added(languages: Languages, tag: str, texts: Texts) -> Languages:
    """`languages` and `tag`, at the end; with `tag` in place of one called the same."""
    tags = languages.tags if tag in languages.tags else (*languages.tags, tag)
    return Languages(tags, languages.active, {**languages.others, tag: dict(texts)})


def removed(
    message: Message, languages: Languages, tag: str
) -> tuple[Message, Languages | None]:
    """Without `tag`; the one beside it comes in its place. None: one is left."""
    if tag == languages.active:
        at = languages.tags.index(tag)
        beside = languages.tags[at - 1 if at else 1]
        message, languages = switch(message, languages, beside)
    tags = tuple(each for each in languages.tags if each != tag)
    others = {each: texts for each, texts in languages.others.items() if each != tag}
    if len(tags) < 2:
        return message, None
    return message, Languages(tags, languages.active, others)


def renamed(languages: Languages, old: str, new: str) -> Languages:
    """With `old` called `new`, in the same place."""

    def name(tag: str) -> str:
        return new if tag == old else tag

    return Languages(
        tuple(map(name, languages.tags)),
        name(languages.active),
        {name(tag): texts for tag, texts in languages.others.items()},
    )


def carried(message: Message, languages: Languages, kind: Kind) -> Languages:
    """`languages` as those of `message` turned into `kind`."""
    others = {
        tag: texts_of(carry(message_in(message, languages, tag), kind).message)
        for tag in languages.tags
        if tag != languages.active
    }
    return Languages(languages.tags, languages.active, others)


def with_text(
    message: Message, languages: Languages, tag: str, path: Path, text: Text | None
) -> tuple[Message, Languages]:
    """With `text` at `path` in the language `tag`; None takes it away."""
    texts = texts_in(message, languages, tag)
    if text is None:
        texts.pop(path, None)
    else:
        texts[path] = text
    if tag == languages.active:
        return with_texts(message, texts), languages
    return message, added(languages, tag, texts)


def _filled(others: dict[str, Texts], active: str) -> dict[str, Texts]:
    return {tag: texts for tag, texts in others.items() if texts or tag != active}

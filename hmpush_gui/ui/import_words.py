"""What became of a list of tokens, in a sentence for each thing that was done."""

from typing import TYPE_CHECKING

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from .words import grouped, said, sentences

if TYPE_CHECKING:
    from hmpush_gui.exchange.token_columns import Counts

_READ = QT_TRANSLATE_NOOP("Import", "Tokens read: {count}.")
_ADDED = QT_TRANSLATE_NOOP("Import", "Added: {count}.")
_KNOWN = QT_TRANSLATE_NOOP("Import", "Already here: {count}.")
_CLEANED = QT_TRANSLATE_NOOP(
    "Import", "Cleaned of blanks, line breaks or quotes: {count}."
)
_IF_ANY = (
    _KNOWN,
    QT_TRANSLATE_NOOP("Import", "Repeated in the list: {count}."),
    _CLEANED,
    QT_TRANSLATE_NOOP("Import", "Rows without a token: {count}."),
    QT_TRANSLATE_NOOP(
        "Import", "Rows with more or fewer cells, or unreadable: {count}."
    ),
)


def result_words(counts: "Counts", added: int, known: int) -> str:
    """How many of the tokens read were added, and what was done to the others."""
    numbers = (known, counts.repeated, counts.cleaned, counts.empty, counts.uneven)
    return _told(
        (_READ, counts.read),
        (_ADDED, added),
        *(pair for pair in zip(_IF_ANY, numbers, strict=True) if pair[1]),
    )


def added_words(added: int, known: int, cleaned: int = 0) -> str:
    """How many tokens of a text were added, where there is no list to speak of."""
    others = ((_KNOWN, known), (_CLEANED, cleaned))
    return _told((_ADDED, added), *(pair for pair in others if pair[1]))


def _told(*numbers: tuple[Sentence, int]) -> str:
    return sentences(said(words.format(count=grouped(n))) for words, n in numbers)

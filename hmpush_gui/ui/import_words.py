"""What became of a list of tokens, in a sentence for each thing that was done."""

from hmpush_gui.exchange.token_columns import Counts
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .words import grouped, said

_ALWAYS = (
    QT_TRANSLATE_NOOP("Import", "Tokens read: {count}."),
    QT_TRANSLATE_NOOP("Import", "Added: {count}."),
)
_IF_ANY = (
    QT_TRANSLATE_NOOP("Import", "Already here: {count}."),
    QT_TRANSLATE_NOOP("Import", "Repeated in the list: {count}."),
    QT_TRANSLATE_NOOP("Import", "Cleaned of blanks, line breaks or quotes: {count}."),
    QT_TRANSLATE_NOOP("Import", "Rows without a token: {count}."),
    QT_TRANSLATE_NOOP(
        "Import", "Rows with more or fewer cells, or unreadable: {count}."
    ),
)


def result_words(counts: Counts, added: int, known: int) -> str:
    """How many of the tokens read were added, and what was done to the others."""
    numbers = (known, counts.repeated, counts.cleaned, counts.empty, counts.uneven)
    told = [*zip(_ALWAYS, (counts.read, added), strict=True)]
    told += [pair for pair in zip(_IF_ANY, numbers, strict=True) if pair[1]]
    return " ".join(said(words.format(count=grouped(n))) for words, n in told)

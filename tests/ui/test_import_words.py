from hmpush_gui.exchange.token_columns import Counts
from hmpush_gui.ui.import_words import added_words, result_words


def test_only_what_happened_is_told() -> None:
    assert result_words(Counts(read=2), 2, 0) == "Tokens read: 2. Added: 2."
    counts = Counts(read=9, repeated=1, cleaned=2, empty=3, uneven=4)
    assert result_words(counts, 3, 5) == (
        "Tokens read: 9. Added: 3. Already here: 5. Repeated in the list: 1. "
        "Cleaned of blanks, line breaks or quotes: 2. Rows without a token: 3. "
        "Rows with more or fewer cells, or unreadable: 4."
    )


def test_of_a_text_it_is_told_what_was_added() -> None:
    assert added_words(2, 0) == "Added: 2."
    assert added_words(0, 1, 2) == (
        "Added: 0. Already here: 1. Cleaned of blanks, line breaks or quotes: 2."
    )

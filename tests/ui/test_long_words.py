from hmpush_gui.ui.long_words import BREAK, breakable


def test_a_long_word_may_end_a_line_anywhere() -> None:
    text = f"Illegal: {'a' * 130}, all right"
    told = breakable(text)
    assert max(map(len, told.replace(BREAK, " ").split())) <= 24
    assert told.replace(BREAK, "") == text


def test_words_that_fit_stay_as_they_are() -> None:
    for text in ("", "Success", "a" * 24, "The token is malformed or no longer valid."):
        assert breakable(text) == text

import pytest

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence


def test_a_sentence_reads_as_its_template_with_the_places_filled() -> None:
    sentence = QT_TRANSLATE_NOOP("pushkit", "{size} of {allowed} bytes")
    assert str(sentence.format(size=5000, allowed=4096)) == "5000 of 4096 bytes"


def test_filling_a_place_leaves_the_first_sentence_as_it_was() -> None:
    sentence = Sentence("pushkit", "{label} is missing.")
    sentence.format(label="Title")
    assert sentence.values == {}


def test_places_can_be_filled_one_after_the_other() -> None:
    sentence = Sentence("pushkit", "{first} {second}").format(first=1)
    assert str(sentence.format(second=2)) == "1 2"


def test_a_place_left_open_is_an_error_not_a_silent_gap() -> None:
    with pytest.raises(KeyError):
        str(Sentence("pushkit", "{label} is missing."))


def test_a_sentence_can_stand_inside_another() -> None:
    inner = Sentence("schema", "Title")
    outer = Sentence("pushkit", "{label} is empty.").format(label=inner)
    assert str(outer) == "Title is empty."


@pytest.mark.parametrize("value", ["{", "{0}", "{name}", "100 %", "花 🌷"])
def test_what_a_user_wrote_is_never_read_as_a_place(value: str) -> None:
    sentence = Sentence("pushkit", "Look just before “{here}”.").format(here=value)
    assert str(sentence) == f"Look just before “{value}”."


def test_the_context_names_the_translation() -> None:
    assert QT_TRANSLATE_NOOP("pushkit", "Hello.").context == "pushkit"
    assert Sentence("schema", "Title").format(a=1).context == "schema"

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.language_tags import LONG, MIRRORED
from hmpush_gui.pushkit.pseudo import lengthened, mirrored, pseudo_texts

WORDS = st.text(
    st.characters(exclude_characters="{}%", exclude_categories=["Cs"]), min_size=1
)


def test_a_text_gets_accents_brackets_and_two_fifths_more() -> None:
    assert lengthened("Your parcel") == "[Ýöûŕ þåŕçéļ Ýöûŕ]"


@pytest.mark.parametrize(
    "kept", ["{{device.label}}", "{{ time }}", "%s", "%1$s", "%d", "{{a\nb}}"]
)
@pytest.mark.parametrize("turn", [lengthened, mirrored])
def test_placeholders_stay_as_they_are(turn: object, kept: str) -> None:
    assert callable(turn)
    turned = turn(f"Hello {kept}, bye")
    assert turned.count(kept) == 1
    assert "Hello" not in turned.replace("\u202eHello", "")


@given(WORDS.filter(str.strip))
def test_it_is_longer_in_any_writing(text: str) -> None:
    longer = lengthened(text)
    assert len(longer) >= 1.4 * len(text) + 2
    assert longer.startswith("[")
    assert longer.endswith("]")


@given(WORDS)
def test_without_its_marks_a_mirrored_text_is_the_same(text: str) -> None:
    plain = re.sub("[\u200f\u202e\u202c]", "", text)
    assert re.sub("[\u200f\u202e\u202c]", "", mirrored(plain)) == plain


@given(WORDS)
def test_every_turn_of_direction_ends_again(text: str) -> None:
    plain = re.sub("[\u200f\u202e\u202c]", "", text)
    turned = mirrored(plain)
    assert turned.count("\u202e") == turned.count("\u202c") == len(plain.split())


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_stays_nothing(text: str) -> None:
    assert lengthened(text) == mirrored(text) == text


def test_lines_are_turned_one_by_one() -> None:
    texts = pseudo_texts({("a",): ("Two", "Three"), ("b",): "One"}, LONG)
    assert texts == {("a",): (lengthened("Two"), "[Ţĥŕéé Ţ]"), ("b",): "[Öñé Ö]"}
    assert pseudo_texts({("b",): "One"}, MIRRORED) == {("b",): mirrored("One")}


def test_other_languages_are_nobodys_guess() -> None:
    with pytest.raises(KeyError):
        pseudo_texts({}, "de")

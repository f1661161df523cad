import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from hmpush_gui.pushkit.fields import fields
from hmpush_gui.pushkit.kinds import kinds
from hmpush_gui.pushkit.words import Number, Sentence
from hmpush_gui.ui.words import described, language, listed, said, sentences, titled


class Shout(QTranslator):
    """Stands in for another language: it shouts."""

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        return f"{context}:{source.replace('empty', 'EMPTY')}"


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (Sentence("x", "Plain."), "Plain."),
        (Sentence("x", "{a} of {b}").format(a=1, b="two"), "1 of two"),
        (
            Sentence("x", "{a} of {b}").format(a=Number(2010), b=80200001),
            "2\N{NARROW NO-BREAK SPACE}010 of 80200001",
        ),
        (Sentence("x", "It starts with {{.").format(), "It starts with {."),
        (
            Sentence("x", "{label} is empty.").format(
                label=Sentence("schema", "Title")
            ),
            "Title is empty.",
        ),
        (Sentence("x", "{text}").format(text="{not a place}"), "{not a place}"),
    ],
)
def test_a_sentence_is_said_with_its_places_filled(
    qapp: object, sentence: Sentence, text: str
) -> None:
    assert said(sentence) == text == said(sentence)


def test_a_sentence_and_the_sentences_inside_it_are_translated(qapp: object) -> None:
    shout = Shout()
    QCoreApplication.installTranslator(shout)
    try:
        sentence = Sentence("pushkit", "{label} is empty.").format(
            label=Sentence("schema", "Title")
        )
        assert said(sentence) == "pushkit:schema:Title is EMPTY."
        assert described("Text") == "schema:Text"
        assert described("") == ""
    finally:
        QCoreApplication.removeTranslator(shout)


def test_every_text_of_the_reference_can_be_described(qapp: object) -> None:
    for kind in kinds():
        assert described(kind.title)
        for tab in ("content", "action", "data", "delivery"):
            for field in fields(kind, tab):
                assert described(field.title)


def test_words_are_parted_and_titled_as_the_language_does_it(qapp: object) -> None:
    assert listed(["a", "b"]) == "a, b"
    assert titled("Why", "so {it} is") == "Why: so {it} is"


@pytest.mark.parametrize(
    ("locale", "spoken"), [("zh_CN", "zh"), ("zh_TW", "zh"), ("de_DE", "en")]
)
def test_the_reference_data_are_asked_for_english_or_chinese(
    locale: str, spoken: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    assert language() == spoken
    QLocale.setDefault(before)


@pytest.mark.parametrize(("locale", "told"), [("en_GB", "a. b."), ("zh_CN", "a.b.")])
def test_sentences_have_a_blank_between_them_but_in_chinese(
    locale: str, told: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    assert sentences(["a.", "", "b."]) == told
    QLocale.setDefault(before)

from hmpush_gui.pushkit.document import encode
from hmpush_gui.pushkit.language_rules import language_problems, sizes
from hmpush_gui.pushkit.languages import Languages, added
from hmpush_gui.pushkit.problem import Severity
from hmpush_gui.pushkit.texts import with_texts

from .language_samples import BODY, CHINESE, TITLE, alert, two


def test_languages_that_say_everything_have_no_problem() -> None:
    assert language_problems(alert(), two()) == []


def test_a_text_that_is_missing_is_a_hint_that_names_the_language() -> None:
    languages = added(two(), "de", {TITLE: "", BODY: "Kommt morgen."})
    (problem,) = language_problems(alert(), languages)
    assert problem.severity is Severity.HINT
    assert problem.path == TITLE
    assert str(problem.sentence) == "Not in de yet: Title."
    languages = added(two(), "de", {})
    (problem,) = language_problems(alert(), languages)
    assert str(problem.sentence) == "Not in de yet: Title and 1 more."


def test_what_the_active_language_does_not_say_is_missed_nowhere() -> None:
    assert language_problems(with_texts(alert(), {TITLE: "", BODY: ""}), two()) == []


def test_the_largest_language_that_is_too_large_is_a_warning() -> None:
    languages = added(two(), "de", {TITLE: "x", BODY: "ä" * 2100})
    languages = added(languages, "fr", {TITLE: "x", BODY: "é" * 2200})
    (problem,) = language_problems(alert(), languages)
    assert problem.severity is Severity.WARNING
    size = sizes(alert(), languages)["fr"]
    assert problem.sentence.values["tag"] == "fr"
    assert problem.sentence.values["excess"] == size - 4096


def test_each_language_weighs_what_the_encoder_makes_of_it() -> None:
    found = sizes(alert(), two())
    assert found == {
        "en": encode(alert()).size,
        "zh-Hans": encode(with_texts(alert(), CHINESE)).size,
    }


def test_the_active_language_is_left_to_the_checks_of_the_message() -> None:
    large = with_texts(alert(), {TITLE: "x", BODY: "x" * 5000})
    assert language_problems(large, two()) == []
    zh = Languages(("zh-Hans", "en"), "en", {"zh-Hans": CHINESE})
    assert language_problems(large, zh) == []


def test_placeholders_count_at_their_longest() -> None:
    longer = with_texts(alert(), {TITLE: "x" * 100, BODY: "y"})
    found = sizes(alert(), two(), lambda _message: longer)
    assert set(found.values()) == {encode(longer).size}

import pytest

from hmpush_gui.pushkit.language_tags import COMMON, LONG, MIRRORED
from hmpush_gui.ui.language_names import language_name, named


@pytest.mark.parametrize("tag", [*COMMON, LONG, MIRRORED, "pt-BR", "fi"])
def test_languages_are_called_in_their_own_words(tag: str) -> None:
    assert language_name(tag)
    assert named(tag) == f"{tag} · {language_name(tag)}"


def test_a_language_that_nobody_knows_is_called_by_its_tag() -> None:
    assert named("xx-x-mine") == "xx-x-mine"

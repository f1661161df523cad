import pytest

from hmpush_gui.pushkit.languages import Languages
from hmpush_gui.pushkit.message import Draft

from . import samples
from .conftest import Heard
from .sending_desk import WARNING, Desk


@pytest.fixture
def desk(qapp: object) -> Desk:
    assert qapp
    return Desk()


def test_every_check_is_told(desk: Desk, heard: Heard) -> None:
    checked = heard(desk.checks.checked)
    desk.found = [WARNING]
    assert desk.checks.check() == [WARNING]
    assert checked == [([WARNING],)]


def test_a_text_that_went_out_before_is_told_but_not_on_the_sandbox(
    desk: Desk,
) -> None:
    message = samples.message()
    assert desk.problems() == []
    desk.checks.remember(message.title, message.body)
    assert desk.problems() == ["lint-repeated"]
    desk.put_in_force(samples.SANDBOX, 1)
    assert desk.problems() == []


def test_the_other_languages_are_checked_too(desk: Desk) -> None:
    languages = Languages(("en", "de"), "en", {"de": {}})
    desk.document.load(Draft(samples.message(), languages=languages))
    assert "language-missing" in desk.problems()

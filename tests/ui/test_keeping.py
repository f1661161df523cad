import pytest

from hmpush_gui.ui.keeping import MEGABYTES, Keeping

from .conftest import Heard


@pytest.fixture
def keeping(qapp: object) -> Keeping:
    assert qapp
    return Keeping()


def test_a_choice_comes_back_from_the_settings(keeping: Keeping, heard: Heard) -> None:
    changed = heard(keeping.changed)
    keeping.set(30, None)
    keeping.set(30, None)
    assert len(changed) == 1
    other = Keeping()
    other.apply_settings(keeping.settings())
    assert (other.days, other.megabytes) == (30, None)


@pytest.mark.parametrize("kept", ["0", "-1", "x", "9" * 30, "1.5"])
def test_what_makes_no_sense_is_passed_over(keeping: Keeping, kept: str) -> None:
    keeping.apply_settings({"keeping.days": kept, "keeping.megabytes": kept})
    assert (keeping.days, keeping.megabytes) == (None, MEGABYTES)

import pytest

from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.ui.preview_shots import draw_all, draw_one
from hmpush_gui.ui.preview_state import PreviewState

from .schematic_samples import font


def state_of(key: str) -> PreviewState:
    state = PreviewState()
    state.message = kind(key).message()
    return state


@pytest.mark.parametrize("key", ["v3-alert", "v3-speech", "v3-live-view", "v1-data"])
@pytest.mark.parametrize("draw", [draw_one, draw_all])
def test_every_kind_can_be_given_away(qapp: object, key: str, draw: object) -> None:
    once, twice = (draw(state_of(key), font(), scale) for scale in (1, 2))  # type: ignore[operator]
    assert twice.width() == pytest.approx(once.width() * 2, abs=1)
    assert not once.isNull()


def test_a_kind_without_a_notification_gives_its_schematic(qapp: object) -> None:
    one = draw_one(state_of("v3-call"), font(), 1)
    both = draw_all(state_of("v3-call"), font(), 1)
    assert (one.width(), both.width()) == (374, 374 * 2 + 24)
    assert one.height() == both.height()


def test_its_file_is_named_for_the_kind(qapp: object) -> None:
    assert state_of("v3-live-view").file_name() == "preview-live-view-light"
    assert "live-view" not in state_of("v3-alert").file_name()

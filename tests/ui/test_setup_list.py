"""The list of steps."""

from PySide6.QtCore import Qt

from hmpush_gui.pushkit.setup_state import Known, Proof
from hmpush_gui.pushkit.setup_steps import steps
from hmpush_gui.ui.setup_list import SetupListModel, StepRole

from .conftest import Heard, Sound
from .samples import column


def test_done_steps_have_a_tick_and_optional_ones_say_so(
    sound: Sound, heard: Heard
) -> None:
    model = SetupListModel(steps())
    sound(model)
    changed = heard(model.dataChanged)
    model.show_state(Known(accepted=frozenset({Proof.SANDBOX})), {"right"})
    titles = [str(title) for title in column(model)]
    assert titles[0] == "✓  Try a push on this computer"
    assert titles[1] == "○  Enable Push Kit"
    assert titles[model.row_of("right")].startswith("✓")
    assert titles[model.row_of("profile")].endswith("(optional)")
    assert len(changed) == 1
    model.show_state(Known(accepted=frozenset({Proof.SANDBOX})), {"right"})
    assert len(changed) == 1


def test_a_screen_reader_hears_how_a_step_stands() -> None:
    model = SetupListModel(steps())
    role = Qt.ItemDataRole.AccessibleTextRole
    assert column(model, role=role)[1] == "Enable Push Kit: open"
    model.show_state(Known(), {"enable"})
    assert column(model, role=role)[1] == "Enable Push Kit: done"
    assert model.index(1).data(StepRole.MARK).by_hand
    assert model.row_of("unheard-of") == 0

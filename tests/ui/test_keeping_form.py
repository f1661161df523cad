from pytestqt.qtbot import QtBot

from hmpush_gui.ui.keeping import MEGABYTES, Keeping
from hmpush_gui.ui.keeping_form import KeepingForm


def test_what_is_chosen_is_kept_at_once(qtbot: QtBot) -> None:
    keeping = Keeping()
    keeping.set(None, 500)
    form = KeepingForm(keeping)
    qtbot.addWidget(form)
    assert form.for_ever.isChecked()
    assert not form.days.isEnabled()
    assert (keeping.days, keeping.megabytes) == (None, 500)
    form.for_ever.click()
    form.days.setValue(30)
    form.unlimited.click()
    assert (keeping.days, keeping.megabytes) == (30, None)
    form.show_usual()
    assert (keeping.days, keeping.megabytes) == (None, MEGABYTES)

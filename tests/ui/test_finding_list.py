from PySide6.QtCore import Qt

from hmpush_gui.exchange.hilog import Certainty, Finding, Kind
from hmpush_gui.ui.finding_list import Column, FindingList

from .conftest import Heard, Sound

CHECK = Qt.ItemDataRole.CheckStateRole
SURE = Finding(Kind.TOKEN, "abc", Certainty.SURE, (1, 2, 3, 4))
GUESS = Finding(Kind.TOKEN, "def", Certainty.POSSIBLE, (5,))
CODE = Finding(Kind.CODE, "1000900010", Certainty.SURE, (6,))


def test_findings_are_told_in_rows(sound: Sound) -> None:
    model = FindingList()
    model.show_findings([SURE, CODE])
    sound(model)
    assert [model.index(0, column).data() for column in Column] == [
        "Push token",
        "abc",
        "sure",
        "1, 2, 3, …",
    ]
    assert model.index(1, Column.WHAT).data() == "Error code"


def test_what_is_no_mere_guess_is_ticked(heard: Heard) -> None:
    model = FindingList()
    model.show_findings([SURE, GUESS, CODE])
    assert model.tokens() == ["abc"]
    assert model.index(2, 0).data(CHECK) is None
    ticked = heard(model.ticked)
    assert model.setData(model.index(1, 0), Qt.CheckState.Checked, CHECK)
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked, CHECK)
    assert not model.setData(model.index(2, 0), Qt.CheckState.Checked, CHECK)
    assert model.tokens() == ["def"]
    assert len(ticked) == 2


def test_ticks_stay_while_the_log_grows() -> None:
    model = FindingList()
    model.show_findings([SURE, GUESS])
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked, CHECK)
    other = Finding(Kind.TOKEN, "ghi", Certainty.LIKELY, (9,))
    model.show_findings([SURE, GUESS, other])
    assert model.tokens() == ["ghi"]
    model.show_findings([])
    assert model.tokens() == []

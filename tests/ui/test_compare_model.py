from PySide6.QtCore import Qt

from hmpush_gui.exchange.send_diff import Side, compare
from hmpush_gui.ui.compare_model import Column, CompareModel
from hmpush_gui.ui.theme import LIGHT, Tone

from .conftest import Sound
from .samples import accepted, message


def shown(before: Side, after: Side) -> CompareModel:
    model = CompareModel()
    model.show(compare(before, after), "Before", "After")
    return model


def rows(model: CompareModel, part: int = 0) -> list[list[str]]:
    parent = model.index(part, 0)
    return [
        [model.index(row, column, parent).data() for column in Column]
        for row in range(model.rowCount(parent))
    ]


def test_the_model_stays_sound(sound: Sound, qapp: object) -> None:
    assert qapp
    model = CompareModel()
    sound(model)
    sound(shown(Side(message("a")), Side(message("b"))))


def test_mark_word_place_and_both_values_are_told(qapp: object) -> None:
    assert qapp
    model = shown(Side(message("a")), Side(message("b", "x")))
    assert rows(model) == [
        ["payload.notification.title", "~ Changed", '"a"', '"b"'],
        ["payload.notification.body", "~ Changed", '"World"', '"x"'],
    ]
    parent = model.index(0, 0)
    colour = model.index(0, Column.CHANGE, parent).data(Qt.ItemDataRole.ForegroundRole)
    assert colour.color().name() == LIGHT.tones[Tone.WARNING]


def test_parts_without_a_difference_say_so(qapp: object) -> None:
    assert qapp
    same = Side(message(), accepted("a"))
    model = shown(same, same)
    assert model.rowCount() == 5
    said = {model.index(row, Column.CHANGE).data() for row in range(5)}
    assert said == {"no difference"}

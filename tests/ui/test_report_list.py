from hmpush_gui.exchange.conversion import Fate, Line
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.report_list import Column, ReportList, ending

from .conftest import Sound

WHY = Sentence("test", "v3 has no such field.")
LINES = (
    Line(Fate.CHOICE, (), ("payload", "notification", "category"), WHY, options=("A",)),
    Line(Fate.DROPPED, ("message", "android", "ticker"), (), WHY, value="Ticker"),
    Line(Fate.MAPPED, ("message", "title"), ("payload", "title"), value="T"),
)


def rows(model: ReportList) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in Column]
        for row in range(model.rowCount())
    ]


def test_each_line_is_a_row(sound: Sound) -> None:
    model = ReportList()
    sound(model)
    model.show_lines(LINES)
    assert rows(model) == [
        ["▲  Your choice", "–", "…notification.category", "v3 has no such field."],
        ["○  Dropped", "message.android.ticker", "–", "v3 has no such field."],
        ["✓  Mapped", "message.title", "payload.title", '"T"'],
    ]


def test_lines_are_picked_by_fate_and_by_words() -> None:
    model = ReportList()
    model.show_lines(LINES)
    model.pick({Fate.DROPPED, Fate.MAPPED}, "")
    assert [row[0] for row in rows(model)] == ["○  Dropped", "✓  Mapped"]
    model.pick((), "TICKER")
    assert [row[0] for row in rows(model)] == ["○  Dropped"]
    assert model.line(0) is LINES[1]
    model.show_lines(LINES[:1])
    assert model.rowCount() == 0


def test_of_a_long_path_the_end_is_shown() -> None:
    assert ending(("a", "b")) == "a.b"
    long = ("message", "android", "notification", "click_action")
    assert ending(long) == "…notification.click_action"
    assert ending(("x" * 40, "y" * 40)) == "…" + "y" * 40
    assert ending(()) == ""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.fields import Field
from hmpush_gui.ui.field_badge import FieldBadges, right_words, tool_tip

from .samples import field

RIGHT = Field(
    ("category",),
    {"x-right": "self-classification", "x-right-free": ["MARKETING"]},
    required=False,
)


class Head:
    """Badges in a row of their own."""

    def __init__(self, qtbot: QtBot, which: Field) -> None:
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        row = QHBoxLayout(self.widget)
        row.addStretch(1)
        self.badges = FieldBadges(which, row, self.widget)

    def says(self) -> list[tuple[str, str]]:
        """Words and look of what can be seen."""
        labels = self.widget.findChildren(QLabel)
        seen = [label for label in labels if not label.isHidden()]
        return [(label.text(), str(label.property("badge"))) for label in seen]


def test_a_field_of_no_account_has_no_badge(qtbot: QtBot) -> None:
    assert Head(qtbot, field(type="string")).says() == []


def test_what_is_required_only_here_is_marked_only_here(qtbot: QtBot) -> None:
    head = Head(qtbot, field(type="string"))
    head.badges.show_state(None, required=True)
    assert head.says() == [("required", "quiet")]
    head.badges.show_state(None, required=False)
    assert head.says() == []
    always = Head(qtbot, field(type="string", required=True))
    always.badges.show_state(None, required=False)
    assert always.says() == [("required", "quiet")]


@pytest.mark.parametrize(
    ("value", "look"), [(None, "quiet"), ("MARKETING", "quiet"), ("IM", "warning")]
)
def test_a_value_that_needs_a_right_stands_out(
    qtbot: QtBot, value: object, look: str
) -> None:
    head = Head(qtbot, RIGHT)
    head.badges.show_state(value, required=False)
    assert head.says() == [("right", look)]


def test_what_is_deprecated_says_so(qtbot: QtBot) -> None:
    assert Head(qtbot, field(deprecated=True)).says() == [("deprecated", "quiet")]
    assert Head(qtbot, field(x_old=True)).says() == [("deprecated", "quiet")]


def test_the_tool_tip_holds_what_there_is_to_know() -> None:
    words = field(
        "a", "b", description="Help.", examples=[[1]], x_since="6.1.0(23)",
        x_right="live-view",
    )  # fmt: skip
    lines = tool_tip(words, words.path).split("\n")
    assert lines[:3] == ["Help.", "Example: [1]", "Since HarmonyOS 6.1.0(23)."]
    assert lines[3] == right_words(words)
    assert "Live-view right" in lines[3]
    assert lines[-1] == "a.b"

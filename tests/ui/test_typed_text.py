from hmpush_gui.ui.typed_text import TypedValue, placeholder_of

from .samples import field


def test_an_empty_text_takes_the_value_away_unless_it_has_to_be_there() -> None:
    assert TypedValue(field(type="string")).of("") is None
    assert TypedValue(field(type="string", required=True)).of("") == ""
    assert TypedValue(field(type="integer", required=True)).of("") is None


def test_the_text_that_was_shown_means_the_value_that_was_shown() -> None:
    typed = TypedValue(field(type="integer"))
    typed.remember("5", "5")
    assert typed.of("5") == "5"
    assert typed.of("6") == 6
    assert typed.differs(5, "5")
    assert not typed.differs("5", "5")


def test_an_example_is_written_as_it_would_be_typed() -> None:
    listed = field(type="array", items={"type": "integer"}, examples=[[200, 100]])
    assert placeholder_of(listed) == "200, 100"
    assert placeholder_of(field(type="string")) == ""

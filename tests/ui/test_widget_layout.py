import pytest

from hmpush_gui.ui.card_layout import WIDTH
from hmpush_gui.ui.drawing import Box, Drawing, Picture
from hmpush_gui.ui.widget_layout import MOST_ROWS, lay_out_widget

from .schematic_samples import font, labelled, outside, texts, widget

IMAGES = [{"keyName": "icon", "url": "https://x/y.png"}]


def lay_out(**payload: object) -> Drawing:
    return lay_out_widget(widget(**payload), font())


def test_the_values_stand_in_rows_of_key_and_value(qapp: object) -> None:
    drawing = lay_out(formData={"city": "杭州", "degrees": 24})
    city, value = labelled(drawing, "city"), labelled(drawing, "杭州")
    assert city.area.top() == value.area.top()
    assert city.area.right() < value.area.left()
    assert labelled(drawing, "degrees").area.top() == city.area.top() + 24
    assert value.area.right() == WIDTH - 16


def test_the_picture_takes_its_room_from_the_values(qapp: object) -> None:
    drawing = lay_out(formData={"city": "杭州"}, images=IMAGES)
    (picture,) = drawing.of(Picture)
    assert picture.loaded
    assert picture.area.right() == WIDTH - 16
    assert labelled(drawing, "杭州").area.right() == picture.area.left() - 12
    assert labelled(drawing, "icon").area.top() >= picture.area.bottom()
    assert drawing.of(Box)[0].area.contains(labelled(drawing, "icon").area)


@pytest.mark.parametrize(
    ("count", "rows", "more"),
    [(8, 8, None), (9, 7, "and 2 more"), (200, 7, "and 193 more")],
)
def test_more_values_than_rows_are_counted(
    qapp: object, count: int, rows: int, more: str | None
) -> None:
    drawing = lay_out(formData={f"key{number}": "v" for number in range(count)})
    assert sum(text.startswith("key") for text in texts(drawing)) == rows <= MOST_ROWS
    assert (more in texts(drawing)) is (more is not None)
    assert not outside(drawing)


def test_its_names_and_numbers_are_told(qapp: object) -> None:
    drawing = lay_out(
        moduleName="entry", abilityName="WeatherForm", formName="weather",
        formId=5, version=0,
    )  # fmt: skip
    assert labelled(drawing, "weather").area.left() == 16
    assert labelled(drawing, "ID 5 · Version 0").area.right() == WIDTH - 16
    assert labelled(drawing, "entry · WeatherForm")


def test_an_empty_widget_says_what_to_do(qapp: object) -> None:
    drawing = lay_out()
    assert "No values yet: fill in the card data." in texts(drawing)
    assert texts(drawing).count("—") == 2
    assert not outside(drawing)

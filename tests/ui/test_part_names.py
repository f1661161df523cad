import pytest

from hmpush_gui.pushkit.document import Path
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.problem import DATA_TEXT, DEVICES, JSON_TEXT, PROJECT
from hmpush_gui.ui.part_names import part_name

ALERT = ("payload", "notification")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), "Whole message"),
        (DEVICES, "Devices"),
        (PROJECT, "Project"),
        (JSON_TEXT, "JSON text"),
        (DATA_TEXT, "Data text"),
        ((*ALERT, "title"), "Title"),
        ((*ALERT, "clickAction", "data"), "Data"),
        ((*ALERT, "clickAction", "data", "order", "id"), "Data · order.id"),
        ((*ALERT, "nobodyKnows"), "nobodyKnows"),
    ],
)
def test_a_part_goes_by_the_name_people_know(
    qapp: object, path: Path, name: str
) -> None:
    assert part_name(kind("v3-alert"), path) == name


def test_data_that_is_a_text_is_one_part(qapp: object) -> None:
    assert part_name(kind("v3-background"), ("payload", "extraData"))

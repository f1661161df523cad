import pytest

from hmpush_gui.ui.file_title import file_title
from hmpush_gui.ui.main_window import MainWindow

TITLES = [("", "Untitled[*] – hmpush"), ("包裹.json", "包裹.json[*] – hmpush")]


@pytest.mark.parametrize(("name", "title"), TITLES)
def test_the_title_names_the_file(qapp: object, name: str, title: str) -> None:
    assert file_title(name) == title


def test_qts_mark_in_a_name_stays_a_part_of_it(window: MainWindow) -> None:
    window.setWindowTitle(file_title("a[*].json"))
    assert window.windowTitle().startswith("a[*][*].json[*]")

import pytest
from PySide6.QtCore import Qt

from hmpush_gui.ui.recent_files import MOST, RecentFiles, RecentRole
from hmpush_gui.ui.two_line_role import TwoLineRole

from .conftest import Heard, Sound


@pytest.fixture
def recent(qapp: object, sound: Sound) -> RecentFiles:
    recent = RecentFiles()
    sound(recent)
    return recent


def test_the_last_one_is_first_and_each_stands_once(
    recent: RecentFiles, sound: Sound, heard: Heard
) -> None:
    edited = heard(recent.edited)
    for path in ("/a/1.json", "/b/2.json", "/a/1.json", "/a/1.json"):
        recent.add(path)
    assert recent.paths() == ["/a/1.json", "/b/2.json"]
    assert recent.last() == "/a/1.json"
    assert len(edited) == 3
    sound(recent)


def test_only_so_many_are_remembered(recent: RecentFiles, sound: Sound) -> None:
    for number in range(MOST + 3):
        recent.add(f"/a/{number}.json")
    assert recent.rowCount() == MOST
    assert recent.index(0).data() == f"{MOST + 2}.json"
    sound(recent)
    recent.clear()
    assert recent.paths() == []
    assert recent.last() == ""


def test_one_that_is_gone_is_greyed_and_says_why(
    recent: RecentFiles, sound: Sound
) -> None:
    recent.show_reasons({"/nobody": "no longer there"})
    recent.add("/a/1.json")
    recent.add("/b/2.json")
    recent.show_reasons({"/a/1.json": "no longer there", "/b/2.json": ""})
    here, gone = recent.index(0), recent.index(1)
    assert here.flags() & Qt.ItemFlag.ItemIsEnabled
    assert not gone.flags() & Qt.ItemFlag.ItemIsEnabled
    assert here.data(TwoLineRole.DETAIL) == "/b"
    assert gone.data(TwoLineRole.DETAIL) == "no longer there"
    assert gone.data(RecentRole.PATH) == "/a/1.json"
    sound(recent)
    recent.add("/a/1.json")
    assert recent.index(0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_the_list_comes_back_from_its_setting(recent: RecentFiles) -> None:
    recent.add("/a/包裹.json")
    recent.add("/b/2.json")
    again = RecentFiles()
    again.apply_setting(recent.setting())
    assert again.paths() == recent.paths()


@pytest.mark.parametrize("text", ["", "{", "{}", "[1]", "null"])
def test_a_setting_that_is_no_list_is_passed_over(
    recent: RecentFiles, text: str
) -> None:
    recent.add("/a/1.json")
    recent.apply_setting(text)
    assert recent.paths() == ["/a/1.json"]

"""What the window holds is kept, and trouble is told."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.keeper import Keeper
from hmpush_gui.pushkit.book_edit import BookEdit, Touched
from hmpush_gui.pushkit.device import Device
from hmpush_gui.pushkit.message import Api, Draft, Message, PutAway
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.rolls import rolls_of
from hmpush_gui.store.folder import DataFolder

DRAFT = Draft(Message(Api.V3, "0", {"payload": {"x": "中"}}), "{broken", None)


def test_everything_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = Keeper(DataFolder(tmp_path))
    keeper.save_projects([Project("a", "A")])
    keeper.open_book().load().result()
    roll = rolls_of([Device("token", "Phone", "a")])["a"]
    keeper.save_devices(BookEdit(roll, range(1), Touched.DEVICES))
    keeper.save_draft(DRAFT)
    keeper.save_put_away([PutAway(DRAFT, 1.0)])
    keeper.save_settings({"theme": "dark"})
    keeper.close()
    again = Keeper(DataFolder(tmp_path))
    rolls = again.open_book().load().result()
    again.close()
    assert again.projects == [Project("a", "A")]
    assert rolls["a"].devices() == [Device("token", "Phone", "a")]
    assert again.draft == DRAFT
    assert again.put_away == [PutAway(DRAFT, 1.0)]
    assert again.settings == {"theme": "dark"}
    assert again.told == []


def test_the_last_of_many_saves_stands(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = Keeper(DataFolder(tmp_path))
    for number in range(50):
        keeper.save_settings({"n": str(number)})
    keeper.close()
    again = Keeper(DataFolder(tmp_path))
    again.close()
    assert again.settings == {"n": "49"}


@pytest.mark.parametrize("name", ["projects", "draft", "put-away", "settings"])
def test_a_damaged_file_is_told_and_the_rest_is_kept(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    (tmp_path / f"{name}.json").write_text("{{{")
    keeper = Keeper(DataFolder(tmp_path))
    keeper.close()
    assert len(keeper.told) == 1
    assert f"{name}.json" in str(keeper.told[0])
    assert list(tmp_path.glob(f"{name}.json.damaged-*"))


def test_a_folder_that_refuses_is_told_in_the_window_thread(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    keeper = Keeper(DataFolder(tmp_path / "file" / "data"))
    with qtbot.waitSignal(keeper.troubled) as told:
        keeper.save_draft(DRAFT)
    keeper.close()
    assert "draft.json" in str(told.args[0])


def test_whether_the_draft_is_on_the_disk_can_be_waited_for(
    qtbot: QtBot, tmp_path: Path
) -> None:
    keeper = Keeper(DataFolder(tmp_path))
    assert keeper.draft_is_kept(1.0)
    keeper.save_draft(DRAFT)
    assert keeper.draft_is_kept(5.0)
    assert (tmp_path / "draft.json").is_file()
    (tmp_path / "draft.json").unlink()
    (tmp_path / "draft.json").mkdir()
    keeper.save_draft(DRAFT)
    assert not keeper.draft_is_kept(5.0)
    keeper.close()


def test_nothing_is_begun_once_it_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = Keeper(DataFolder(tmp_path))
    keeper.close()
    keeper.save_settings({"theme": "dark"})
    assert not (tmp_path / "settings.json").exists()

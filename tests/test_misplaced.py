"""Files that were opened as a message, and where they belong."""

import pytest
from PySide6.QtWidgets import QPushButton

from hmpush_gui.exchange.project_file import write_project
from hmpush_gui.ui.project_dialog import ProjectDialog
from tests.test_message_files import Bench, bench
from tests.ui import samples

__all__ = ["bench"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("phones.csv", "name,token\nMine,IQAAAACy0tEjAABTx8AVZ0mZ3xKf\n"),
        ("phones.json", '\n["IQAAAACy0tEjAABTx8AVZ0mZ3xKf"]'),
    ],
)
def test_a_list_of_devices_is_offered_for_import(
    bench: Bench, name: str, text: str
) -> None:
    path = bench.path.with_name(name)
    path.write_text(text)
    bench.open(path)
    assert f"{name} was not opened" in bench.said
    bench.choose("Import devices…")
    assert bench.window.importing.lists.isVisible()
    assert bench.window.importing.lists.folder == str(path.parent)


def test_what_belongs_nowhere_is_only_told(bench: Bench) -> None:
    path = bench.path.with_name("other.json")
    path.write_text('{"a": 1}')
    bench.open(path)
    assert "other.json was not opened" in bench.said
    assert not bench.window.notices.findChildren(QPushButton, "notice.offer")


def test_of_a_picture_its_address_is_asked_for(bench: Bench) -> None:
    path = bench.path.with_name("parcel.PNG")
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    bench.open(path)
    assert "parcel.PNG is a picture." in bench.said
    bench.open(path.with_name("gone.png"))
    assert "gone.png is a picture" not in bench.said


def test_a_project_file_is_offered_for_import(bench: Bench) -> None:
    path = bench.path.with_name("project.json")
    path.write_text(write_project(samples.TEST), "utf-8")
    bench.open(path)
    bench.choose("Import project…")
    dialog = bench.window.findChild(ProjectDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Import project"


def test_the_body_of_a_callback_is_offered_to_the_receipts(bench: Bench) -> None:
    path = bench.path.with_name("body.json")
    path.write_text('{"statuses": [{"token": "a", "status": 0}]}')
    read: list[str] = []
    bench.window.receipts.file_wanted.connect(read.append)
    bench.open(path)
    bench.choose("Receipts…")
    assert bench.window.receipts.dialog.isVisible()
    assert read == [str(path)]

"""Message files and the window, on a real disk."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.exchange.message_file import write_message
from hmpush_gui.keeper import Keeper
from hmpush_gui.message_files import MessageFiles
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Api, Draft, Message
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.project_dialog import ProjectDialog
from tests.pushkit.key_samples import key_file

TITLE = ("payload", "notification", "title")
BLANK = kind("v3-alert").message()


def text_of(title: str) -> str:
    document = {"payload": {"notification": {"title": title}}}
    return write_message(Message(Api.V3, "0", document))


class Bench:
    """A window, its files, and one message file on the disk."""

    def __init__(self, folder: Path, qtbot: QtBot, draft: Draft) -> None:
        self.path = folder / "parcel.json"
        self.window = MainWindow(draft)
        self.files = MessageFiles(self.window)
        self._qtbot = qtbot
        qtbot.addWidget(self.window)

    def wait(self) -> None:
        """Until every job that was asked for is done and told."""
        done: list[bool] = []
        self.files._disk.run(lambda: lambda: done.append(True))
        self._qtbot.waitUntil(lambda: bool(done))

    def open(self, path: Path | None = None) -> None:
        self.files.open(str(path or self.path))
        self.wait()

    def save(self) -> None:
        self.window.filing.save()
        self.wait()

    @property
    def title(self) -> str:
        return self.window.document.message.title

    @property
    def said(self) -> str:
        return "\n".join(self.window.notices.texts())

    def choose(self, words: str) -> None:
        for button in self.window.notices.findChildren(QPushButton):
            if button.text() == words and not button.isHidden():
                button.click()
                return
        raise AssertionError(words)


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path, qtbot, Draft(BLANK))
    bench.path.write_text(text_of("Parcel"), "utf-8")
    yield bench
    bench.files.close()


def test_a_file_is_opened_edited_and_saved(bench: Bench) -> None:
    bench.open()
    assert bench.title == "Parcel"
    bench.window.document.set_value(TITLE, "包裹")
    bench.save()
    assert bench.path.read_bytes() == text_of("包裹").encode()
    assert not bench.window.isWindowModified()
    assert bench.said == ""


def test_a_key_file_becomes_a_new_project(bench: Bench) -> None:
    path = bench.path.with_name("key.json")
    path.write_bytes(key_file())
    bench.open(path)
    assert bench.said == ""
    dialog = bench.window.findChild(ProjectDialog)
    assert dialog is not None
    assert dialog.isVisible()


def test_a_path_beside_the_working_folder_is_remembered_in_full(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(bench.path.parent)
    bench.open(Path("parcel.json"))
    assert bench.window.filing.recent.paths() == [str(bench.path)]


def test_saving_again_and_again_asks_nothing(bench: Bench) -> None:
    bench.open()
    for title in ("a", "b", "c"):
        bench.window.document.set_value(TITLE, title)
        bench.window.filing.save()
    bench.wait()
    assert bench.path.read_text("utf-8") == text_of("c")
    assert bench.window.confirm.isHidden()


def test_a_foreign_change_is_not_saved_over_without_a_word(bench: Bench) -> None:
    bench.open()
    bench.window.document.set_value(TITLE, "Mine")
    bench.path.write_text(text_of("Theirs"), "utf-8")
    bench.save()
    assert bench.path.read_text("utf-8") == text_of("Theirs")
    assert not bench.window.confirm.isHidden()
    bench.window.confirm._go.click()
    bench.wait()
    assert bench.path.read_text("utf-8") == text_of("Mine")


def test_another_file_is_replaced_only_when_told(bench: Bench) -> None:
    other = bench.path.with_name("other.json")
    other.write_bytes(b"\xff\xfe no text at all")
    bench.open()
    bench.window.filing._on_save_named(str(other))
    bench.wait()
    assert other.read_bytes().startswith(b"\xff\xfe")
    bench.window.confirm._go.click()
    bench.wait()
    assert other.read_text("utf-8") == text_of("Parcel")
    assert bench.window.windowTitle().startswith("other.json")


def test_a_file_that_was_deleted_is_written_anew(bench: Bench) -> None:
    bench.open()
    bench.path.unlink()
    bench.files.check()
    bench.wait()
    assert "parcel.json is not there" in bench.said
    bench.choose("Save again")
    bench.wait()
    assert bench.path.read_text("utf-8") == text_of("Parcel")


def test_a_change_on_the_disk_is_noticed_by_itself(bench: Bench, qtbot: QtBot) -> None:
    bench.open()
    bench.files.start()
    for number in range(2):
        temporary = bench.path.with_name("temporary")
        temporary.write_text(text_of(f"Theirs {number}"), "utf-8")
        os.replace(temporary, bench.path)
        qtbot.waitUntil(lambda: "changed by another program" in bench.said)
        bench.choose("Reload")
        assert bench.title == f"Theirs {number}"
        bench.wait()


def test_our_own_save_is_no_news(bench: Bench, qtbot: QtBot) -> None:
    bench.open()
    bench.files.start()
    bench.window.document.set_value(TITLE, "Mine")
    with qtbot.waitSignal(bench.files._settle.timeout):
        bench.window.filing.save()
    bench.wait()
    assert bench.said == ""
    assert bench.window.confirm.isHidden()


BAD = [
    (b"{", "was not opened. This is not valid JSON"),
    (b'{"aps": {}}', "no Push Kit message"),
    (b'{"client_secret": "x"}', "file of credentials"),
    ("包裹".encode("gbk"), "no text in UTF-8"),
    (b" " * (1024 * 1024 + 1), "no message"),
]


@pytest.mark.parametrize(("content", "words"), BAD)
def test_what_is_no_message_is_told_and_changes_nothing(
    bench: Bench, content: bytes, words: str
) -> None:
    bench.path.write_bytes(content)
    bench.open()
    assert words in bench.said
    assert "parcel.json" in bench.said
    assert bench.window.document.message == BLANK
    assert bench.window.document.origin is None


def test_a_read_only_file_is_told_and_stays(bench: Bench) -> None:
    bench.open()
    bench.path.chmod(0o444)
    bench.window.document.set_value(TITLE, "Mine")
    bench.save()
    assert "read-only" in bench.said
    assert bench.window.isWindowModified()
    assert bench.path.read_text("utf-8") == text_of("Parcel")


def test_recent_files_that_are_gone_are_marked(bench: Bench) -> None:
    bench.open()
    bench.path.unlink()
    bench.files.look()
    bench.wait()
    index = bench.window.filing.recent.index(0)
    assert index.flags().value & index.flags().ItemIsEnabled.value == 0


def test_the_draft_comes_back_with_its_file_and_its_mark(
    bench: Bench, tmp_path: Path, qtbot: QtBot
) -> None:
    keeper = Keeper(DataFolder(tmp_path / "data"))
    bench.open()
    bench.window.document.set_value(TITLE, "Unsaved")
    keeper.save_draft(bench.window.document.draft())
    keeper.close()
    bench.path.write_text(text_of("Theirs"), "utf-8")
    again = Keeper(DataFolder(tmp_path / "data"))
    again.close()
    assert again.draft is not None
    later = Bench(tmp_path, qtbot, again.draft)
    later.files.start()
    later.wait()
    later.files.close()
    assert later.title == "Unsaved"
    assert later.window.windowTitle().startswith("parcel.json")
    assert later.window.isWindowModified()
    assert "changed by another program" in later.said


def test_opening_never_loses_what_was_written(bench: Bench) -> None:
    bench.window.document.set_value(TITLE, "Half a thought")
    bench.open()
    assert bench.title == "Parcel"
    bench.choose("Undo")
    assert bench.title == "Half a thought"
    assert bench.window.document.origin is None


def test_a_message_of_another_service_is_offered_to_be_converted(bench: Bench) -> None:
    bench.path.write_text('{"aps": {"alert": {"title": "T", "body": "B"}}}', "utf-8")
    bench.open()
    assert "parcel.json holds another kind of message: Apple" in bench.said
    assert bench.title == ""
    bench.choose("Convert…")
    made = bench.window.pasting.dialog.made
    assert made is not None
    assert made.message.title == "T"


def test_what_opens_as_v1_but_is_of_firebase_is_opened_and_offered(
    bench: Bench,
) -> None:
    content = '{"message": {"token": "t0", "notification": {"title": "T"}}}'
    bench.path.write_text(content, "utf-8")
    bench.open()
    assert (bench.title, bench.window.document.message.api) == ("T", Api.V1)
    assert "parcel.json holds another kind of message: Firebase" in bench.said


def test_a_bare_message_of_ours_is_opened_without_an_offer(bench: Bench) -> None:
    for content in (
        '{"payload": {"extraData": "{}"}}',
        '{"message": {"notification": {"title": "T", "body": "B"}}}',
    ):
        bench.path.write_text(content, "utf-8")
        bench.open()
        assert "another kind" not in bench.said


def test_a_file_is_read_into_the_window_for_pasting(
    bench: Bench, tmp_path: Path
) -> None:
    dialog = bench.window.pasting.dialog
    bench.path.write_text('{"to": "t0", "notification": {"title": "T"}}', "utf-8")
    dialog.open_file(str(bench.path))
    bench.wait()
    assert dialog.told.text() == "✓ Firebase message (legacy HTTP)"
    dialog.open_file(str(tmp_path / "none"))
    bench.wait()
    assert "none" in dialog.said.text()

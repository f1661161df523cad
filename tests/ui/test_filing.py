import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from hmpush_gui.exchange.message_file import (
    MessageFile,
    read_file,
    write_file,
    write_message,
)
from hmpush_gui.exchange.sample import Sample
from hmpush_gui.pushkit.message import Origin
from hmpush_gui.ui.filing import slug
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.recent_files import RecentRole
from tests.pushkit.language_samples import alert, two

from . import samples
from .conftest import Heard
from .samples import TITLE

ORIGIN = Origin("/push/parcel.json", write_message(samples.message("Parcel")))
FILE = read_file(ORIGIN.text)


def offer(window: MainWindow, words: str) -> QPushButton:
    for button in window.notices.findChildren(QPushButton, "notice.offer"):
        if button.text() == words and button.isVisibleTo(window.notices):
            return button
    raise AssertionError(words)


def notices(window: MainWindow) -> str:
    return "\n".join(window.notices.texts())


def dialog(window: MainWindow) -> QFileDialog:
    found = window.findChild(QFileDialog, "files.dialog")
    assert isinstance(found, QFileDialog)
    return found


def test_a_file_that_is_opened_is_named_and_remembered(
    window: MainWindow, heard: Heard
) -> None:
    sent = heard(window.gate.opened)
    window.filing.take(ORIGIN, FILE)
    assert window.document.message == FILE.message
    assert window.windowTitle() == "parcel.json[*] – hmpush"
    assert not window.isWindowModified()
    assert window.filing.recent.paths() == [ORIGIN.path]
    assert sent == []
    window.document.set_value(TITLE, "Other")
    assert window.isWindowModified()


def test_a_cleared_list_can_be_brought_back(window: MainWindow) -> None:
    window.document.set_value(TITLE, "Half a thought")
    window.filing.take(ORIGIN, FILE)
    before = [each.draft for each in window.filing.swap.put_away.drafts()]
    window.filing.clear_recent()
    assert window.filing.swap.put_away.drafts() == []
    assert window.filing.recent.paths() == []
    window.notices.dismiss(window.notices.texts()[0])
    offer(window, "Undo").click()
    assert [each.draft for each in window.filing.swap.put_away.drafts()] == before
    assert window.filing.recent.paths() == [ORIGIN.path]


def test_saving_writes_the_message_where_it_is_from(
    window: MainWindow, heard: Heard
) -> None:
    wanted = heard(window.filing.save_wanted)
    window.filing.take(ORIGIN, FILE)
    window.document.set_value(TITLE, "Other")
    window.filing.save()
    ((path, text, expected),) = wanted
    assert (path, expected) == (ORIGIN.path, ORIGIN.text)
    assert read_file(str(text)).message.title == "Other"
    assert window.isWindowModified()
    window.filing.saved(Origin(ORIGIN.path, str(text)))
    assert not window.isWindowModified()


def test_edits_made_while_the_disk_was_busy_are_not_called_saved(
    window: MainWindow, heard: Heard
) -> None:
    wanted = heard(window.filing.save_wanted)
    window.filing.take(ORIGIN, FILE)
    window.filing.save()
    window.document.set_value(TITLE, "Later")
    window.filing.saved(Origin(ORIGIN.path, str(wanted[0][1])))
    assert window.isWindowModified()


def test_a_message_put_in_place_while_saving_does_not_get_the_file(
    window: MainWindow, heard: Heard
) -> None:
    wanted = heard(window.filing.save_wanted)
    window.filing.take(ORIGIN, FILE)
    window.document.set_value(TITLE, "Other")
    window.filing.save()
    window.filing.new()
    saved = Origin(ORIGIN.path, str(wanted[0][1]))
    window.filing.saved(saved)
    assert window.document.origin is None
    window.composer.undo.trigger()
    assert window.document.origin == saved
    assert not window.isWindowModified()


def test_saving_what_is_in_no_file_asks_for_one(
    window: MainWindow, heard: Heard
) -> None:
    wanted = heard(window.filing.save_wanted)
    window.document.set_value(TITLE, "Parcel: on its way! 包裹")
    window.filing.save()
    asked = dialog(window)
    assert not asked.isModal() or asked.result() == 0
    assert asked.selectedFiles()[0].endswith("parcel-on-its-way-包裹.json")
    asked.fileSelected.emit("/push/new.json")
    path, text, expected = wanted[0]
    assert (path, expected) == ("/push/new.json", None)
    window.filing.saved(Origin("/push/new.json", str(text)))
    assert window.windowTitle().startswith("new.json")
    asked.reject()


def test_opening_asks_without_stopping_the_window(
    window: MainWindow, heard: Heard
) -> None:
    wanted = heard(window.filing.open_wanted)
    window.filing.open()
    asked = dialog(window)
    assert asked.isVisible()
    asked.fileSelected.emit("/push/b.json")
    assert wanted == [("/push/b.json",)]
    asked.reject()


def test_a_copy_is_in_no_file_and_can_be_undone(window: MainWindow) -> None:
    window.filing.take(ORIGIN, FILE)
    window.filing.duplicate()
    assert window.document.origin is None
    assert window.document.message == FILE.message
    assert window.filing._suggested_path().endswith("parcel-copy.json")
    window.composer.undo.trigger()
    assert window.document.origin == ORIGIN


def test_languages_come_with_the_file_and_go_with_the_copy(
    window: MainWindow, heard: Heard
) -> None:
    file = MessageFile(alert(), languages=two())
    origin = Origin("/push/two.json", write_file(file))
    window.filing.take(origin, read_file(origin.text))
    assert window.document.languages == two()
    assert not window.isWindowModified()
    wanted = heard(window.filing.save_wanted)
    window.filing.save()
    assert wanted[0][1] == origin.text
    window.filing.duplicate()
    assert window.document.languages == two()
    window.filing.new()
    assert window.document.languages is None


def test_a_sample_suggests_its_own_name(window: MainWindow) -> None:
    file = MessageFile(samples.background())
    window.filing.use_sample(Sample("silent-refresh", file))
    assert window.document.message == samples.background()
    assert window.document.origin is None
    assert window.filing._suggested_path().endswith("silent-refresh.json")


def test_tokens_of_a_request_body_go_to_devices_and_not_into_the_message(
    window: MainWindow,
) -> None:
    text = '{"payload": {"extraData": "{}"}, "target": {"token": ["AAA", "BBB"]}}'
    window.filing.take(Origin("/push/body.json", text), read_file(text))
    assert "target" not in window.document.message.document
    assert not window.isWindowModified()
    assert "held push tokens: 2." in notices(window)
    offer(window, "Take them to Devices").click()
    assert window.devices_panel.entry.field.toPlainText() == "AAA\nBBB"


def test_a_file_changed_elsewhere_is_saved_over_only_when_told(
    window: MainWindow, heard: Heard
) -> None:
    replaced = heard(window.filing.replace_wanted)
    window.filing.take(ORIGIN, FILE)
    window.filing.ask_to_replace(ORIGIN.path, "text")
    assert "changed by another program" in window.confirm._words.text()
    window.confirm.cancel()
    assert replaced == []
    window.filing.ask_to_replace("/push/other.json", "text")
    assert "other.json is there already" in window.confirm._words.text()
    window.confirm._go.click()
    assert replaced == [("/push/other.json", "text")]


def test_saving_while_the_json_is_broken_says_what_was_saved(
    window: MainWindow,
) -> None:
    window.filing.take(ORIGIN, FILE)
    window.document.set_broken_text("{")
    window.filing.save()
    window.filing.saved(ORIGIN)
    assert "parcel.json got the last good message" in notices(window)
    assert window.isWindowModified()


def test_the_recent_files_are_in_the_settings(window: MainWindow) -> None:
    window.filing.take(ORIGIN, FILE)
    settings = window.remembered.settings()
    window.filing.recent.clear()
    window.remembered.apply_settings(settings)
    assert window.filing.recent.index(0).data(RecentRole.PATH) == ORIGIN.path


SLUGS = [
    ("Parcel on its way!", "parcel-on-its-way"),
    ("  ../../etc/passwd", "etc-passwd"),
    ("包裹：已发出", "包裹-已发出"),
    ("{{counter}}", "counter"),
    ("!!!", ""),
    ("x" * 80, "x" * 40),
]


@pytest.mark.parametrize(("title", "name"), SLUGS)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    assert slug(title) == name

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog

from hmpush_gui.exchange.hand_forms import CopyForm, ExportForm
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.hand_menus import HandButton
from hmpush_gui.ui.handing_over import HandingOver
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.theme import Tone

from .conftest import Heard, press_key
from .samples import accepted, record

TOKEN = "token-of-a-phone-123456"


@pytest.fixture
def handing(window: MainWindow) -> HandingOver:
    """That of a window with a finished send on view."""
    window.outcome.start(record(TOKEN))
    window.outcome.settle("send", 0, accepted(TOKEN))
    window.outcome.finish("send")
    return window.handing


def clipboard() -> str:
    return QApplication.clipboard().text()


def entries(button: HandButton) -> dict[str, QAction]:
    """What the menu of a button offers, once it is opened."""
    menu = button.menu()
    menu.aboutToShow.emit()
    return {each.text(): each for each in menu.actions() if each.text()}


def test_what_there_is_nothing_of_cannot_be_handed_out(window: MainWindow) -> None:
    handing = window.handing
    assert not any(button.isEnabled() for button in handing.copy_as)
    assert not handing.export.isEnabled()
    window.outcome.start(record(TOKEN))
    assert handing.export.isEnabled()
    assert not handing.copy_as[0].isEnabled()
    window.outcome.settle("send", 0, accepted(TOKEN))
    assert all(button.isEnabled() for button in handing.copy_as)


def test_every_form_has_an_entry_that_copies_it(handing: HandingOver) -> None:
    for button in handing.copy_as:
        offered = entries(button)
        assert len(offered) == len(CopyForm) + 2
        offered["cURL for cmd"].trigger()
        assert clipboard().startswith('curl --request POST "https://')
        offered["Java (java.net.http)"].trigger()
        assert "class SendPush" in clipboard()
        assert entries(button) == offered


def test_tokens_come_along_only_after_they_are_asked_for(
    handing: HandingOver, heard: Heard
) -> None:
    told = heard(handing.told)
    handing.copy(CopyForm.PYTHON)
    assert TOKEN not in clipboard()
    assert "PUSH_TOKEN_1" in clipboard()
    for button in (*handing.copy_as, handing.export):
        assert entries(button)["Include push tokens"] is handing.with_tokens
    handing.with_tokens.trigger()
    handing.copy(CopyForm.PYTHON)
    assert TOKEN in clipboard()
    words = [str(each[0]) for each in told]
    assert words[0].startswith("Copied: Python (httpx). Put a bearer into")
    assert words[0].endswith("Push tokens are left out.")
    assert "give it only to" in words[1]


def test_a_bug_report_is_copied_once_it_is_made(
    handing: HandingOver, heard: Heard
) -> None:
    told, wanted = heard(handing.told), heard(handing.report_wanted)
    entries(handing.copy_as[0])["Bug report (Markdown)"].trigger()
    ((content,),) = wanted
    assert callable(content)
    assert not told
    handing.take_report(content())
    assert clipboard().startswith("# Push: Hello\n")
    assert TOKEN not in clipboard()
    assert "157440955549500" in clipboard()
    assert len(told) == 1


@pytest.mark.parametrize(
    ("platform", "start"), [("linux", "curl --request"), ("win32", "$body = ")]
)
def test_the_key_copies_curl_for_the_shell_of_this_system(
    shown: MainWindow, monkeypatch: pytest.MonkeyPatch, platform: str, start: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press_key(shown, Qt.Key.Key_C, control)
    assert clipboard().startswith(start)


def test_the_key_takes_the_message_unless_one_looks_at_a_request(
    shown: MainWindow, handing: HandingOver
) -> None:
    handing.with_tokens.trigger()
    shown.composer.focus_tab(0)
    handing.copy_curl()
    assert "token-1" in clipboard()
    shown.outcome.tabs.setCurrentIndex(1)
    shown.outcome.request.text.setFocus()
    handing.copy_curl()
    assert TOKEN in clipboard()


def test_without_a_project_there_is_no_request(
    window: MainWindow, heard: Heard
) -> None:
    told = heard(window.handing.told)
    window.load_projects([], [], "")
    window.handing.copy_curl()
    assert [each[1] for each in told] == [Tone.WARNING]
    assert clipboard() == ""


def test_without_devices_the_request_names_none(window: MainWindow) -> None:
    window.devices.load([])
    window.handing.copy_curl()
    assert '"token":[]' in clipboard()


def test_a_command_that_cmd_would_cut_is_told(window: MainWindow, heard: Heard) -> None:
    told = heard(window.handing.told)
    tokens = [f"{TOKEN}-{number}" for number in range(400)]
    window.outcome.start(record(*tokens))
    window.outcome.settle("send", 0, accepted(*tokens))
    handing = window.handing
    handing.with_tokens.trigger()
    handing.copy(CopyForm.CMD)
    handing.copy(CopyForm.POWERSHELL)
    assert [each[1] for each in told] == [Tone.WARNING, Tone.GOOD]
    assert "8191" in str(told[0][0])


@pytest.mark.parametrize("form", ExportForm)
def test_results_are_to_be_written_where_the_user_says(
    window: MainWindow, handing: HandingOver, heard: Heard, form: ExportForm,
    tmp_path: Path,
) -> None:  # fmt: skip
    wanted = heard(handing.write_wanted)
    list(entries(handing.export).values())[list(ExportForm).index(form)].trigger()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert "hmpush-19700101-" in dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(tmp_path / "a"))
    dialog.done(0)
    ((path, content),) = wanted
    assert path == str(tmp_path / "a")
    assert callable(content)
    text = content()
    assert TOKEN not in text
    assert "toke…3456" in text


def test_what_became_of_a_file_is_told(handing: HandingOver, heard: Heard) -> None:
    told, asked = heard(handing.told), heard(handing.asked)
    handing.saved("/tmp/a.csv")
    handing.refuse(Sentence("store", "The disk is full."))
    assert [each[1] for each in told] == [Tone.GOOD, Tone.BAD]
    replacing = heard(handing.replace_wanted)
    content = str
    handing.ask_to_replace("/tmp/a.csv", content)
    ((words, _go, act),) = asked
    assert str(words).startswith("a.csv is there already.")
    assert callable(act)
    act()
    assert replacing == [("/tmp/a.csv", content)]

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from hmpush_gui.exchange.language_table import write_table
from hmpush_gui.pushkit.message import Draft
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.translating import Translating
from tests.pushkit.language_samples import TITLE, alert, two

from .conftest import Heard

HEAD = "path,en,zh-Hans"


@pytest.fixture
def translating(window: MainWindow) -> Translating:
    window.document.load(Draft(alert(), languages=two()))
    return window.translating


def asked(window: MainWindow, path: Path) -> None:
    """Answer the dialog that is open."""
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.done(0)


def test_all_texts_are_to_be_written_where_the_user_says(
    window: MainWindow, translating: Translating, heard: Heard, tmp_path: Path
) -> None:
    wanted = heard(translating.write_wanted)
    translating.export_table()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("message-texts.csv")
    asked(window, tmp_path / "a.csv")
    assert wanted == [(str(tmp_path / "a.csv"), write_table(alert(), two()))]


def test_a_table_is_to_be_read_from_where_the_user_says(
    window: MainWindow, translating: Translating, heard: Heard, tmp_path: Path
) -> None:
    wanted = heard(translating.read_wanted)
    translating.import_table()
    asked(window, tmp_path / "a.csv")
    assert wanted == [(str(tmp_path / "a.csv"),)]


def test_a_table_is_taken_in_as_one_step(
    window: MainWindow, translating: Translating, heard: Heard
) -> None:
    told = heard(translating.told)
    translating.take("/a/texts.csv", f"{HEAD}\n{'.'.join(TITLE)},A,甲\n")
    assert window.document.message.title == "A"
    assert window.document.undo_stack.count() == 1
    words = "Texts taken in from texts.csv: 2 (en, zh-Hans). Undo takes them out."
    assert told == [(words, Tone.GOOD)]


def test_what_was_left_out_is_told(translating: Translating, heard: Heard) -> None:
    told = heard(translating.told)
    paths = "".join(f"old.{number},x,y,z\n" for number in range(5))
    table = f"{HEAD},klingonisch\n{'.'.join(TITLE)},A,,\n{paths}"
    translating.take("/a/texts.csv", table)
    ((words, which),) = told
    assert which is Tone.WARNING
    assert "no such text: old.0, old.1, old.2 (+2)." in str(words)
    assert "no language: klingonisch." in str(words)
    assert "Empty cells: 1." in str(words)


def test_what_is_no_table_changes_nothing(
    window: MainWindow, translating: Translating, heard: Heard
) -> None:
    told = heard(translating.told)
    translating.take("/a/texts.csv", "hello")
    assert window.document.undo_stack.count() == 0
    ((words, which),) = told
    assert str(words).startswith("texts.csv: This is no table")
    assert which is Tone.BAD


def test_what_became_of_a_table_is_told(translating: Translating, heard: Heard) -> None:
    told, replace = heard(translating.told), heard(translating.replace_wanted)
    asking = heard(translating.asked)
    translating.saved("/a/texts.csv")
    translating.refuse(Sentence("test", "No room."))
    assert [each[1] for each in told] == [Tone.GOOD, Tone.BAD]
    translating.ask_to_replace("/a/texts.csv", "x")
    ((question, go, act),) = asking
    assert (question, go) == (
        "texts.csv is there already. Exporting replaces it.",
        "Replace",
    )
    assert callable(act)
    act()
    assert replace == [("/a/texts.csv", "x")]

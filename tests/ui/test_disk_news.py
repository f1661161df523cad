import pytest

from hmpush_gui.exchange.message_file import (
    MessageFile,
    read_file,
    write_file,
    write_message,
)
from hmpush_gui.pushkit.languages import added
from hmpush_gui.pushkit.message import Origin
from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.ui.main_window import MainWindow
from tests.pushkit.language_samples import alert, two

from . import samples
from .conftest import Heard
from .samples import TITLE
from .test_filing import FILE, ORIGIN, notices, offer

THEIRS = write_message(samples.message("Theirs"))
GONE = Sentence("test", "parcel.json is gone.")


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    """A window with a file and an edit of it."""
    window.document.replace(window.document.kind.message(), "New")
    window.filing.take(ORIGIN, FILE)
    window.document.set_value(TITLE, "Mine")
    return window


def test_no_news_is_not_told(opened: MainWindow) -> None:
    opened.news.show_text(ORIGIN.path, ORIGIN.text)
    opened.news.show_text("/another.json", THEIRS)
    opened.news.show_trouble("/another.json", GONE)
    assert notices(opened) == ""


def test_reload_takes_what_the_file_holds_and_can_be_undone(
    opened: MainWindow,
) -> None:
    opened.news.show_text(ORIGIN.path, THEIRS)
    assert "parcel.json was changed by another program" in notices(opened)
    assert opened.document.message.title == "Mine"
    offer(opened, "Reload").click()
    assert opened.document.message.title == "Theirs"
    assert not opened.isWindowModified()
    opened.composer.undo.trigger()
    assert opened.document.message.title == "Mine"
    assert opened.isWindowModified()
    assert notices(opened) == ""


def test_keep_mine_saves_over_it_without_another_question(
    opened: MainWindow, heard: Heard
) -> None:
    wanted = heard(opened.filing.save_wanted)
    opened.news.show_text(ORIGIN.path, THEIRS)
    offer(opened, "Keep mine").click()
    assert notices(opened) == ""
    assert opened.document.message.title == "Mine"
    assert opened.isWindowModified()
    opened.filing.save()
    assert wanted[0][2] == THEIRS


def test_each_change_is_told_once(opened: MainWindow) -> None:
    opened.news.show_text(ORIGIN.path, THEIRS)
    opened.notices.dismiss(opened.notices.texts()[0])
    opened.news.show_text(ORIGIN.path, THEIRS)
    assert notices(opened) == ""
    opened.news.show_text(ORIGIN.path, THEIRS.replace("Theirs", "Theirs again"))
    assert "changed" in notices(opened)


def test_what_is_told_goes_when_the_file_is_as_it_was(opened: MainWindow) -> None:
    opened.news.show_text(ORIGIN.path, THEIRS)
    opened.news.show_text(ORIGIN.path, ORIGIN.text)
    assert notices(opened) == ""


def test_what_is_told_goes_with_another_message(opened: MainWindow) -> None:
    opened.news.show_text(ORIGIN.path, THEIRS)
    opened.filing.new()
    assert "changed by another" not in notices(opened)


def test_another_layout_of_the_same_message_is_taken_in_silence(
    opened: MainWindow,
) -> None:
    compact = ORIGIN.text.replace("\n", "").replace("  ", "")
    opened.news.show_text(ORIGIN.path, compact)
    assert notices(opened) == ""
    assert opened.document.origin == Origin(ORIGIN.path, compact)
    assert opened.document.message.title == "Mine"


def test_a_file_that_holds_what_is_here_is_taken_in_silence(
    opened: MainWindow,
) -> None:
    opened.news.show_text(ORIGIN.path, write_message(samples.message("Mine")))
    assert notices(opened) == ""
    assert not opened.isWindowModified()


def test_a_file_that_is_no_message_any_more_cannot_be_reloaded(
    opened: MainWindow,
) -> None:
    opened.news.show_text(ORIGIN.path, "{")
    assert "is no message any more" in notices(opened)
    offer(opened, "Keep mine").click()
    assert opened.isWindowModified()
    assert opened.document.message.title == "Mine"


def test_a_file_that_is_gone_can_be_written_again(
    opened: MainWindow, heard: Heard
) -> None:
    wanted = heard(opened.filing.save_wanted)
    opened.news.show_trouble(ORIGIN.path, GONE)
    opened.news.show_trouble(ORIGIN.path, GONE)
    assert notices(opened) == "parcel.json is gone. Your message is kept here."
    offer(opened, "Save again").click()
    assert wanted[0][0] == ORIGIN.path


def test_another_text_of_another_language_is_news(window: MainWindow) -> None:
    mine = write_file(MessageFile(alert(), languages=two()))
    origin = Origin("/push/two.json", mine)
    window.document.replace(window.document.kind.message(), "New")
    window.filing.take(origin, read_file(mine))
    window.news.show_text(origin.path, mine + "\n")
    assert notices(window) == ""
    theirs = MessageFile(alert(), languages=added(two(), "zh-Hans", {}))
    window.news.show_text(origin.path, write_file(theirs))
    assert "changed by another program" in notices(window)
    offer(window, "Reload").click()
    assert window.document.languages == theirs.languages

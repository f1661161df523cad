from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui.picture_source import DEBOUNCE, PictureSource

from . import samples
from .conftest import Heard
from .pictures_made import encoded
from .schematic_samples import widget

URL = "https://x.example/y.png"
IMAGE = ("payload", "notification", "image")


def alert(url: object) -> Message:
    message = samples.message()
    document = write(message.document, IMAGE, url)
    return Message(message.api, message.push_type, document)


@pytest.fixture
def source(qapp: object) -> PictureSource:
    source = PictureSource()
    source._timer.setInterval(0)
    return source


def words(source: PictureSource) -> str:
    return " ".join(str(hint.sentence) for hint in source.hints)


def settled(qtbot: QtBot, source: PictureSource) -> None:
    qtbot.waitUntil(lambda: not source.waiting)


def fetched(qtbot: QtBot, source: PictureSource, data: bytes) -> None:
    """Let `source` want its picture, and give it these bytes."""
    with qtbot.waitSignal(source.wanted) as asked:
        pass
    source.picture_came(asked.args[0], data, None)
    settled(qtbot, source)


def test_an_address_is_asked_for_after_it_stood_still(
    qtbot: QtBot, source: PictureSource, heard: Heard
) -> None:
    assert PictureSource()._timer.interval() == DEBOUNCE == 600
    wanted = heard(source.wanted)
    source.show_message(alert("https://x.example/a"))
    source.show_message(alert(URL))
    assert source.waiting
    assert [url for (url,) in wanted if url] == []
    qtbot.waitUntil(lambda: wanted[-1:] == [(URL,)])
    assert [url for (url,) in wanted if url] == [URL]


def test_other_edits_do_not_ask_again(
    qtbot: QtBot, source: PictureSource, heard: Heard
) -> None:
    source.show_message(alert(URL))
    fetched(qtbot, source, encoded())
    wanted, changed = heard(source.wanted), heard(source.changed)
    document = write(alert(URL).document, samples.TITLE, "Another title")
    source.show_message(Message(alert(URL).api, "0", document))
    assert (wanted, changed) == ([], [])


def test_the_picture_that_came_is_decoded_and_shown(
    qtbot: QtBot, source: PictureSource
) -> None:
    source.show_message(alert(URL))
    fetched(qtbot, source, encoded(64, 64))
    assert source.picture is not None
    assert source.facts is not None
    assert (source.facts.width, source.hints) == (64, [])


def test_a_picture_that_a_phone_would_not_show_is_not_shown(
    qtbot: QtBot, source: PictureSource
) -> None:
    source.show_message(alert(URL))
    fetched(qtbot, source, encoded(512, 512))
    assert source.picture is None
    assert "512×512 is 1 MB of pixels" in words(source)


def test_the_same_picture_is_judged_by_its_place(
    qtbot: QtBot, source: PictureSource
) -> None:
    source.show_message(alert(URL))
    fetched(qtbot, source, encoded(512, 512))
    source.show_message(widget(images=[{"url": URL}]))
    assert source.picture is not None
    assert source.hints == []


def test_a_broken_picture_is_told(qtbot: QtBot, source: PictureSource) -> None:
    source.show_message(alert(URL))
    fetched(qtbot, source, encoded()[:20])
    assert source.picture is None
    assert "This PNG is broken" in words(source)


def test_why_nothing_came_is_told(qtbot: QtBot, source: PictureSource) -> None:
    source.show_message(alert(URL))
    with qtbot.waitSignal(source.wanted):
        pass
    source.picture_came(URL, None, samples.sentence("It is gone."))
    assert words(source) == "It is gone."
    assert not source.waiting


def test_an_answer_for_an_older_address_is_passed_by(
    qtbot: QtBot, source: PictureSource, heard: Heard
) -> None:
    source.show_message(alert(URL))
    qtbot.waitUntil(lambda: not source._timer.isActive())
    wanted = heard(source.wanted)
    source.show_message(alert(f"{URL}?2"))
    assert wanted == [("",)]
    source.picture_came(URL, None, samples.sentence("Old."))
    assert source.waiting
    assert source.hints == []


def test_taking_the_address_away_gives_the_picture_up(
    qtbot: QtBot, source: PictureSource
) -> None:
    source.show_message(alert(URL))
    fetched(qtbot, source, encoded())
    source.show_message(alert(None))
    assert source.picture is None
    assert not source.waiting


@pytest.mark.parametrize("url", ["http://x.example/y.png", "x.example", "https://"])
def test_an_address_that_may_not_be_asked_is_told_at_once(
    source: PictureSource, heard: Heard, url: str
) -> None:
    wanted = heard(source.wanted)
    source.show_message(alert(url))
    assert words(source)
    assert not source.waiting
    assert wanted == []


def test_switched_off_nothing_is_asked(
    qtbot: QtBot, source: PictureSource, heard: Heard
) -> None:
    source.set_on(False)
    wanted = heard(source.wanted)
    source.show_message(alert(URL))
    assert not source.waiting
    source.set_on(True)
    assert source.waiting
    qtbot.waitUntil(lambda: wanted == [(URL,)])


def test_switching_off_gives_up_and_forgets(
    qtbot: QtBot, source: PictureSource, heard: Heard
) -> None:
    source.show_message(alert(URL))
    wanted = heard(source.wanted)
    source.set_on(False)
    assert wanted == [("",)]
    assert source.picture is None


def test_a_file_takes_the_place_of_the_picture(
    qtbot: QtBot, source: PictureSource, tmp_path: Path
) -> None:
    path = tmp_path / "try.png"
    path.write_bytes(encoded(20, 20))
    source.show_message(alert(None))
    source.try_file(path)
    settled(qtbot, source)
    assert source.picture is not None
    source.show_message(alert(URL))
    assert source.picture is not None
    assert not source.waiting
    source.forget_file()
    assert source.picture is None
    assert source.waiting


def test_a_file_that_is_no_picture_is_told(qtbot: QtBot, source: PictureSource) -> None:
    source.show_message(alert(None))
    source.try_file(Path(__file__))
    settled(qtbot, source)
    assert "no picture that a phone would know" in words(source)


def test_the_last_of_many_files_is_shown(
    qtbot: QtBot, source: PictureSource, tmp_path: Path
) -> None:
    source.show_message(alert(None))
    for side in range(1, 9):
        path = tmp_path / f"{side}.png"
        path.write_bytes(encoded(side, side))
        source.try_file(path)
    settled(qtbot, source)
    qtbot.wait(20)
    assert source.facts is not None
    assert source.facts.width == 8


def test_a_kind_without_a_picture_has_nothing_to_say(
    qtbot: QtBot, source: PictureSource
) -> None:
    source.show_message(alert(URL))
    fetched(qtbot, source, encoded(512, 512))
    source.show_message(kind("v3-call").message())
    assert (source.place, source.picture, source.hints) == (None, None, [])


def test_a_source_that_is_gone_hears_nothing(
    qtbot: QtBot, qapp: object, tmp_path: Path
) -> None:
    path = tmp_path / "try.png"
    path.write_bytes(encoded(2000, 2000))
    source = PictureSource()
    source.show_message(alert(None))
    source.try_file(path)
    work = source._work
    assert work is not None
    source.deleteLater()
    qtbot.wait(1)
    work.shutdown()

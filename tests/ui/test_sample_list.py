import pytest

from hmpush_gui.exchange.message_file import MessageFile
from hmpush_gui.exchange.sample import Sample
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui.sample_list import SampleFilter, SampleListModel, SampleRole
from hmpush_gui.ui.two_line_role import TwoLineRole

from . import samples
from .conftest import Heard, Sound


def sample(key: str, language: str, name: str, message: Message) -> Sample:
    return Sample(key, MessageFile(message, name, f"About {name}", language))


THREE = [
    sample("parcel", "en", "Parcel", samples.message("Hello")),
    sample("refresh", "en", "Refresh", samples.background()),
    sample("parcel", "zh", "包裹", samples.message("您好")),
]


@pytest.fixture
def model(qapp: object) -> SampleListModel:
    model = SampleListModel()
    model.load(THREE)
    return model


def names(shown: SampleFilter) -> list[str]:
    return [shown.index(row, 0).data() for row in range(shown.rowCount())]


def test_a_sample_says_what_it_is(model: SampleListModel, sound: Sound) -> None:
    sound(model)
    index = model.index(0)
    assert index.data() == "Parcel"
    assert index.data(TwoLineRole.DETAIL) == "v3 · Notification · MARKETING"
    assert index.data(SampleRole.SAMPLE) is THREE[0]
    assert model.index(1).data(TwoLineRole.DETAIL) == "v3 · Background message"


def test_only_the_chosen_language_is_shown(
    model: SampleListModel, sound: Sound, heard: Heard
) -> None:
    shown, changed = SampleFilter(model), heard(model.language_changed)
    sound(shown)
    assert names(shown) == ["Parcel", "Refresh"]
    model.set_language("zh")
    model.set_language("zh")
    assert names(shown) == ["包裹"]
    assert len(changed) == 1
    sound(shown)


def test_words_narrow_the_list_and_two_lists_search_apart(
    model: SampleListModel, sound: Sound
) -> None:
    one, other = SampleFilter(model), SampleFilter(model)
    one.search("background")
    assert names(one) == ["Refresh"]
    assert names(other) == ["Parcel", "Refresh"]
    one.search("nothing like it")
    assert names(one) == []
    sound(one)

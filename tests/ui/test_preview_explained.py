import pytest

from hmpush_gui.pushkit.arrival_words import Mark
from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind, kind_of
from hmpush_gui.pushkit.message import Message
from hmpush_gui.ui.preview_choices import Choices
from hmpush_gui.ui.preview_explained import explained, explained_quiet
from hmpush_gui.ui.preview_scene import Surface
from hmpush_gui.ui.surface_items import Cut, Cuts

from . import samples
from .scenes import WATCH

NONE = Cuts(Cut(), Cut())


def told(message: Message, choices: Choices | None = None, cuts: Cuts = NONE) -> str:
    lines = explained(message, kind_of(message), choices or Choices(), cuts)
    return "\n".join(line.text for line in lines)


def with_badge() -> Message:
    message = samples.message()
    path = ("payload", "notification", "badge")
    document = write(message.document, path, {"addNum": 2})
    return Message(message.api, message.push_type, document)


def test_what_is_cut_comes_first_and_as_a_warning(qapp: object) -> None:
    message = samples.message()
    cuts = Cuts(Cut("shown…", "rest"), Cut())
    [first, *others] = explained(message, kind_of(message), Choices(), cuts)
    assert first.warns
    assert "rest" in first.text
    assert not any(line.warns for line in others)


def test_the_badge_is_explained_where_it_is_seen(qapp: object) -> None:
    assert "Badge" not in told(with_badge())
    text = told(with_badge(), Choices(Surface.BADGE, badge=98))
    assert "Badge 98 → 99+. 2 is added to what was there." in text
    assert "the app has to do that itself" in text


def test_a_wearable_has_rules_of_its_own(qapp: object) -> None:
    text = told(samples.message(), Choices(canvas=WATCH))
    assert "Wearables show no image" in text
    assert "rings and vibrates" in text


@pytest.mark.parametrize(
    ("key", "words"), [("v1-apns", "iOS draws it"), ("v1-webpush", "The browser")]
)
def test_other_systems_draw_in_their_own_way(
    qapp: object, key: str, words: str
) -> None:
    text = told(kind(key).message(), cuts=Cuts(Cut("shown…", "rest"), Cut()))
    assert words in text
    assert "rest" not in text
    assert "Banner" not in text


def test_a_message_for_older_systems_is_drawn_like_a_newer_one(qapp: object) -> None:
    assert "Drawn as HarmonyOS 5 does" in told(samples.legacy())
    assert "Drawn as" not in told(samples.message())


def test_what_shows_nothing_is_told_part_by_part(qapp: object) -> None:
    message = samples.background()
    lines = explained_quiet(message, kind_of(message))
    assert [line.title for line in lines][:2] == ["On the screen", "App in front"]
    assert lines[0].text == "Nothing."


def test_a_kind_without_parts_is_told_sentence_by_sentence(qapp: object) -> None:
    lines = explained_quiet(samples.message(), kind("v3-alert"))
    assert len(lines) > 3
    assert {line.mark for line in lines} == {Mark.NOTE}

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.ui.sample_view import SampleView
from hmpush_gui.ui.schematic_view import SchematicView

from .test_sample_list import THREE


@pytest.fixture
def view(qtbot: QtBot) -> SampleView:
    view = SampleView()
    qtbot.addWidget(view)
    return view


def words(view: SampleView, name: str) -> str:
    label = view.findChild(QLabel, f"sample.{name}")
    assert isinstance(label, QLabel)
    assert label.textFormat() is label.textFormat().PlainText
    return label.text()


def test_a_sample_is_shown_with_its_words_and_its_json(view: SampleView) -> None:
    view.show_sample(THREE[0])
    assert words(view, "name") == "Parcel"
    assert words(view, "about") == "About Parcel"
    assert (words(view, "title"), words(view, "body")) == ("Hello", "World")
    assert '"title": "Hello"' in view.text.toPlainText()
    assert view.text.isReadOnly()


def test_what_is_no_plain_notification_is_drawn(view: SampleView) -> None:
    drawing = view.findChild(SchematicView)
    assert isinstance(drawing, SchematicView)
    view.show_sample(THREE[0])
    assert drawing.isHidden()
    view.show_sample(THREE[1])
    assert not drawing.isHidden()
    assert drawing.accessibleDescription()
    assert "Nothing is shown" in words(view, "effect")


def test_without_a_sample_there_is_nothing(view: SampleView) -> None:
    view.show_sample(None)
    assert view.isHidden()

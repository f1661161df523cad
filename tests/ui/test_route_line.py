"""The way of a message beside the preview."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.route import Route
from hmpush_gui.ui import theme
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.route_dialog import RouteDialog
from hmpush_gui.ui.route_line import RouteLine, route_word
from tests.pushkit.route_messages import HANDED, MIXED, of


@pytest.fixture
def line(qtbot: QtBot) -> RouteLine:
    line = RouteLine()
    qtbot.addWidget(line)
    line.show_message(of("v3-alert"))
    return line


def opened(line: RouteLine) -> RouteDialog:
    dialog = line.window().findChild(RouteDialog)
    assert isinstance(dialog, RouteDialog)
    return dialog


def test_the_line_follows_the_message(line: RouteLine) -> None:
    assert line.badge.text() == "System"
    assert line.badge.property("badge") == "quiet"
    line.show_message(MIXED)
    assert line.badge.text() == "▲ Mixed"
    assert line.badge.property("badge") == "warning"
    assert "with the tap" in line.accessibleName()


def test_the_badge_leaves_room_around_its_words(line: RouteLine, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.styleSheet()
    theme.apply(app, theme.Scheme.LIGHT)
    line.show()
    for message in (MIXED, of("v3-alert"), MIXED):
        line.show_message(message)
        QApplication.sendPostedEvents()
        badge = line.badge
        words = badge.fontMetrics().horizontalAdvance(badge.text())
        assert badge.width() - words >= 10
        assert badge.height() < line.details.height()
    app.setStyleSheet(before)


def test_the_badge_of_a_new_window_leaves_room_too(shown: MainWindow) -> None:
    badge = shown.findChild(QLabel, "preview.route.badge")
    assert isinstance(badge, QLabel)
    words = badge.fontMetrics().horizontalAdvance(badge.text())
    assert badge.sizeHint().width() >= words + 8


def test_open_details_follow_too_and_close_with_escape(
    line: RouteLine, qtbot: QtBot
) -> None:
    line.show()
    line.details.setFocus()
    QTest.keyClick(line.details, Qt.Key.Key_Space)
    dialog = opened(line)
    assert dialog.isVisible()
    assert "At risk" not in dialog.text()
    line.show_message(HANDED)
    assert "At risk" in dialog.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    line.details.click()
    assert "At risk" in opened(line).text()


def test_asking_twice_opens_one(line: RouteLine) -> None:
    line.show()
    line.details.click()
    line.details.click()
    assert len(line.window().findChildren(RouteDialog)) == 1


@pytest.mark.parametrize("route", Route)
def test_every_route_has_a_word(route: Route) -> None:
    assert route_word(route)

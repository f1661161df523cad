"""A window that is ready to send, and what it said."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    Qt,
    SignalInstance,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.message import Draft
from hmpush_gui.pushkit.project import CredentialKind
from hmpush_gui.pushkit.rules import check
from hmpush_gui.ui import theme
from hmpush_gui.ui.main_window import MainWindow

from . import samples

if TYPE_CHECKING:
    # Too early to import: it asks for the Qt that the plugin has not chosen yet.
    from pytestqt.modeltest import ModelTester

BOTH = frozenset(CredentialKind)

Sound = Callable[[QAbstractItemModel], None]
Heard = Callable[[SignalInstance], list[tuple[object, ...]]]


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    """Every test begins in the light theme, without the windows of the one before."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if look(qapp) not in _LIGHT:
        theme.apply(qapp, theme.Scheme.LIGHT)
        _LIGHT[:] = [look(qapp)]
    yield
    QApplication.clipboard().clear()


_LIGHT: list[tuple[object, ...]] = []
"""The look of the light theme, once it was seen: to apply it takes a while."""


def look(app: QApplication) -> tuple[object, ...]:
    """What a theme gives to the whole application."""
    return app.style().objectName(), app.styleSheet(), app.palette(), app.font()


@pytest.fixture
def heard() -> Heard:
    """Collects what a signal says from now on: `said = heard(thing.signal)`."""

    def listen(signal: SignalInstance) -> list[tuple[object, ...]]:
        said: list[tuple[object, ...]] = []
        signal.connect(lambda *values: said.append(values))
        return said

    return listen


@pytest.fixture
def sound(qtmodeltester: "ModelTester") -> Sound:
    """Fails unless a model keeps the rules of Qt's item models."""
    check: Sound = qtmodeltester.check
    return check


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """A window with a test project in force, one device and a good message."""
    window = MainWindow(Draft(samples.message()))
    qtbot.addWidget(window)
    window.load_projects(
        [samples.SANDBOX, samples.TEST, samples.FORMAL],
        [
            *samples.devices(1),
            *samples.devices(2, samples.SANDBOX.key),
            *samples.devices(1, samples.FORMAL.key),
        ],
        samples.TEST.key,
    )
    for project in (samples.SANDBOX, samples.TEST, samples.FORMAL):
        window.choice.set_credentials(project.key, BOTH)
    window.checks.start_checking(check)
    return window


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """`window` on the screen, with the keyboard."""
    show(qtbot, window)
    return window


def show(qtbot: QtBot, widget: QWidget) -> None:
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def press_key(
    widget: QWidget,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and let go of a key while `widget` has the keyboard."""
    QTest.keyClick(widget, key, modifier)


def focused() -> QWidget:
    """The widget with the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget

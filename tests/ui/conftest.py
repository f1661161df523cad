"""A window that is ready to send, and what it said."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hmpush_gui.pushkit.message import Draft
from hmpush_gui.pushkit.project import CredentialKind
from hmpush_gui.pushkit.rules import check
from hmpush_gui.ui import theme
from hmpush_gui.ui.main_window import MainWindow

from . import samples

BOTH = frozenset(CredentialKind)

Heard = Callable[[SignalInstance], list[tuple[object, ...]]]


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    """Every test begins in the light theme, without the windows of the one before."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.apply(qapp, theme.Scheme.LIGHT)
    yield
    QApplication.clipboard().clear()


@pytest.fixture
def heard() -> Heard:
    """Collects what a signal says from now on: `said = heard(thing.signal)`."""

    def listen(signal: SignalInstance) -> list[tuple[object, ...]]:
        said: list[tuple[object, ...]] = []
        signal.connect(lambda *values: said.append(values))
        return said

    return listen


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
    window.gate.start_checking(check)
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

"""Waiting for a window to be drawn."""

import asyncio

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from hmpush_gui.first_paint import first_paint


class Canvas(QWidget):
    """Counts how often it is painted."""

    times = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.times += 1


@pytest.fixture
def window(qtbot: object) -> QWidget:
    return QWidget()


async def test_it_waits_until_all_in_the_window_was_painted(window: QWidget) -> None:
    inner = Canvas(window)
    inner.resize(20, 20)
    asyncio.get_running_loop().call_later(0.05, window.show)
    await first_paint(window)
    assert inner.times > 0


async def test_a_window_that_is_never_seen_is_not_waited_for(window: QWidget) -> None:
    await asyncio.wait_for(first_paint(window, 0.01), 5)
    assert not window.isVisible()

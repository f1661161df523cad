"""What every test stands on: the program's own loop, and no surprises on the side."""

import asyncio
import gc
import inspect
import logging
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

os.environ["QT_QPA_PLATFORM"] = os.environ.get("HMPUSH_TEST_PLATFORM", "offscreen")

import pytest
from hypothesis import settings
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from hmpush_gui.collector import collect_what_has_grown

# What the tests start is compiled once, not at every start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

TEST_SECONDS = 60.0

# The tests read English, whatever the system speaks.
QLocale.setDefault(QLocale.c())

# A busy machine is no fault of the code, and a check that passed here passes again.
settings.register_profile(
    "ours",
    max_examples=10,
    deadline=None,
    database=None,
    derandomize="CI" in os.environ,
)
settings.load_profile("ours")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if "HMPUSH_LONG" not in os.environ:
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(pytest.mark.skip("HMPUSH_LONG is not set"))


def pytest_collection_finish() -> None:
    # Thousands of tests are in memory: each look for garbage would go through them all.
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[None]:
    """Collect garbage between tests, in the thread of the window only.

    As in the program (`collector`): no other thread may free a Qt object. A program
    that a test ran turned automatic collection on again.
    """
    gc.disable()
    yield
    collect_what_has_grown()


_NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def no_key_is_held() -> None:
    """A test before this one may have ended while Ctrl was down, as Qt sees it."""
    lift_keys()


def lift_keys() -> None:
    """Let go of what is held of Ctrl, Shift and Alt."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.keyboardModifiers() != _NONE:
        window = QWindow()
        window.create()
        QTest.keyRelease(window, Qt.Key.Key_Control, _NONE)
        window.destroy()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run `async def` tests on the loop the application runs on.

    A test fails that leaves tasks behind, or whose loop met an error nobody awaited.
    """
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    errors: list[object] = []

    async def run() -> None:
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(4))
        loop.set_exception_handler(lambda _loop, context: errors.append(context))
        await asyncio.wait_for(pyfuncitem.obj(**arguments), TEST_SECONDS)
        left = [
            task for task in asyncio.all_tasks() if task is not asyncio.current_task()
        ]
        assert not left, f"tasks left behind: {left}"

    app = QApplication.instance() or QApplication([])
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(run())
    gc.collect()
    assert not errors, errors
    return True


@pytest.fixture(autouse=True)
def _keep_running(request: pytest.FixtureRequest) -> None:
    """The loop of a test must not end with its last window."""
    if {"qapp", "qtbot"} & set(request.fixturenames):
        request.getfixturevalue("qapp").setQuitOnLastWindowClosed(False)


@pytest.fixture(autouse=True)
def _no_stray_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test that caused it."""
    yield
    stray = [
        record
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    assert not stray, stray

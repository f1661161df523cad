"""Starts the loop, shows the window, and closes everything in order."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

# PySide6 first: qasync takes the first Qt binding that is imported.
from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from hmpush_gui import __version__, assets
from hmpush_gui.collector import Collector
from hmpush_gui.crash_telling import CrashTelling
from hmpush_gui.crashes import Crashes
from hmpush_gui.desk import Desk
from hmpush_gui.first_paint import first_paint
from hmpush_gui.instance import Door, Handed, Instance
from hmpush_gui.samples import KEY
from hmpush_gui.start import Options
from hmpush_gui.store.folder import DataFolder, default_path, log_path
from hmpush_gui.ui import theme
from hmpush_gui.ui.theme import Scheme, Tone
from hmpush_gui.ui.translation import Language, language_named, speak

if TYPE_CHECKING:
    from hmpush_gui.log_joins import LogJoins


class Application(QApplication):
    """Asks the window to close instead of ending the loop under everybody.

    Signals:
        quit_requested: the desktop or a key asks the program to end.
    """

    quit_requested = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Quit:
            self.quit_requested.emit()
            return True
        return super().event(event)


def main(options: Options) -> int:
    """Run until the window is closed; the result is the exit code."""
    app = Application(sys.argv[:1])
    app.setApplicationName("hmpush")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("hmpush-gui")
    app.setWindowIcon(QIcon(assets.path("icons/hmpush.svg")))
    app.setQuitOnLastWindowClosed(False)
    instance = Instance(options.data_dir or default_path())
    files = tuple(map(os.path.abspath, options.files))
    handed = Handed(files, options.sandbox, options.screen_share)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        try:
            if not instance.take_or_hand_over(handed):
                return 0
        except TimeoutError:
            runner.run(_tell_of_other(options))
            return 2
        code = runner.run(run(app, options))
    instance.close()
    return code


async def run(app: Application, options: Options) -> int:
    """Work until the window is closed; the result is the exit code."""
    loop = asyncio.get_running_loop()
    # qasync's own executor makes QThreads, which threading knows nothing of.
    loop.set_default_executor(ThreadPoolExecutor(4, "work"))
    crashes = Crashes()
    crashes.watch(loop)
    working = asyncio.ensure_future(_work(app, options, crashes))
    await asyncio.wait([working])
    code = 0
    if error := working.exception():
        # Before there was a window, or after: nothing else is left to tell it.
        code = 1
        await _tell_of_end(crashes.note(error), options)
    crashes.end()
    return code


async def _work(app: Application, options: Options, crashes: Crashes) -> None:
    """Show the window, open the rest behind it, and wait until it is closed."""
    loop = asyncio.get_running_loop()
    desk = Desk(
        DataFolder(options.data_dir or default_path()),
        on_sandbox=options.sandbox,
        language=options.language,
        dress=partial(_dress, app),
    )
    door = Door(options.data_dir or default_path())
    door.handed.connect(partial(_take_over, desk))
    _follow_theme(app, desk)
    _offer_languages(desk)
    closed = asyncio.Event()
    telling = CrashTelling(crashes, desk, desk.window.log_folder_wanted.emit)
    telling.lost.connect(closed.set)
    crashes.interrupted.connect(desk.window.close)
    desk.window.closed.connect(closed.set)
    app.quit_requested.connect(desk.window.close)
    if sys.platform != "win32":
        loop.add_signal_handler(signal.SIGINT, desk.window.close)
    collector = Collector(app)
    collector.start()
    desk.window.share.switch(options.screen_share)
    desk.window.show()
    desk.window.composer.focus_tab(0)
    await first_paint(desk.window.strip)
    log = _log(desk, options)
    _open_files(app, desk, options)
    opening = asyncio.ensure_future(_open(desk, door))
    opening.add_done_callback(_raise_bug)
    await closed.wait()
    door.close()
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    await desk.close()
    collector.stop()
    await asyncio.to_thread(log.stop)


def _log(desk: Desk, options: Options) -> "LogJoins":
    """Begin to log, once there is a window."""
    from hmpush_gui.log_joins import LogJoins

    log = LogJoins(desk, log_path(options.data_dir), options.log_level)
    log.start()
    return log


async def _open(desk: Desk, door: Door) -> None:
    await asyncio.to_thread(import_module, "PySide6.QtNetwork")
    door.open()
    await desk.open()


def _take_over(desk: Desk, handed: Handed) -> None:
    """Do in this window what a further start was asked for."""
    window = desk.window
    if handed.screen_share:
        # Before the window comes to the front. Who does not ask for it ends it not.
        window.share.switch(True)
    minimized = Qt.WindowState.WindowMinimized
    window.setWindowState(window.windowState() & ~minimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
    if handed.sandbox:
        window.choose_project(KEY)
    window.filing.open_paths(handed.files)


async def _tell_of_other(options: Options) -> None:
    """Say that another process has the data folder and does not answer."""
    # Late: hardly any start needs it.
    from hmpush_gui.ui.other_window_box import OtherWindowBox

    speak(language_named(options.language))
    box = OtherWindowBox()
    read = asyncio.Event()
    box.finished.connect(read.set)
    box.show()
    await read.wait()


async def _tell_of_end(trace: str, options: Options) -> None:
    """Show why there is no window, until that is read."""
    from hmpush_gui.exchange.crash_report import CrashReport
    from hmpush_gui.log_joins import open_folder
    from hmpush_gui.ui.crash_dialog import CrashDialog
    from hmpush_gui.versions import versions

    report = CrashReport(versions(), (trace,), time.time()).text()
    dialog = CrashDialog(report)
    read = asyncio.Event()
    dialog.finished.connect(read.set)
    dialog.log_folder_wanted.connect(partial(open_folder, log_path(options.data_dir)))
    dialog.show()
    await read.wait()


def _open_files(app: Application, desk: Desk, options: Options) -> None:
    """Open what the command line names; look at the disk whenever the user returns."""

    def look(state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            desk.files.check()

    desk.files.start()
    app.applicationStateChanged.connect(look)
    desk.window.filing.open_paths(options.files)


def _dress(app: Application, settings: Mapping[str, str]) -> None:
    """Put the chosen theme on, before there is a window that would change for it."""
    theme.apply(app, _chosen_scheme(settings))


def _chosen_scheme(settings: Mapping[str, str]) -> Scheme:
    chosen = settings.get("theme", "")
    return Scheme(chosen) if chosen in set(Scheme) else Scheme.SYSTEM


def _follow_theme(app: Application, desk: Desk) -> None:
    """Change the theme when the user or the system does."""
    window, keeper = desk.window, desk.keeper
    window.actions_.schemes[_chosen_scheme(keeper.settings)].setChecked(True)

    def change(scheme: Scheme) -> None:
        keeper.settings["theme"] = str(scheme)
        theme.apply(app, scheme)
        window.repaint_theme()
        window.settings_changed.emit()

    def follow_system() -> None:
        if keeper.settings.get("theme", Scheme.SYSTEM) == Scheme.SYSTEM:
            change(Scheme.SYSTEM)

    window.scheme_chosen.connect(change)
    app.styleHints().colorSchemeChanged.connect(follow_system)


def _offer_languages(desk: Desk) -> None:
    """Keep the language the user chooses for the next start."""
    window, keeper = desk.window, desk.keeper
    chosen = language_named(keeper.settings.get("language", ""))
    window.actions_.languages[chosen].setChecked(True)

    def change(language: Language) -> None:
        keeper.settings["language"] = str(language)
        window.settings_changed.emit()
        words = QCoreApplication.translate("app", "Takes effect at the next start.")
        window.tell(words, Tone.QUIET)

    window.language_chosen.connect(change)


def _raise_bug(task: "asyncio.Task[None]") -> None:
    if not task.cancelled():
        task.result()

"""The program as a process: how it starts, ends, and survives being killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hmpush_gui.exchange.message_file import write_message
from hmpush_gui.samples import sample_message
from hmpush_gui.ui.history_columns import Column

from .programs import outcomes, program, small_account, until

DRIVER = """
import asyncio, os, sys, traceback
from pathlib import Path
import hmpush_gui.app as app
from hmpush_gui.desk import Desk
from hmpush_gui.start import Options
from tests.programs import memory_secrets, sandbox, until

desks = []
class Driven(Desk):
    def __init__(self, folder, **options):
        super().__init__(folder, secrets=memory_secrets, **options)
        desks.append(self)
app.Desk = Driven

async def drive():
    await until(lambda: desks and desks[0].window.strip.send.isEnabled())
    desk = desks[0]
    {steps}

def give_up(driving):
    if driving.exception():
        traceback.print_exception(driving.exception())
        os._exit(1)

async def run(application, options):
    driving = asyncio.ensure_future(drive())
    driving.add_done_callback(give_up)
    code = await start(application, options)
    await driving
    return code
start, app.run = app.run, run
sys.exit(app.main(Options(True, Path(sys.argv[1]), tuple(sys.argv[2:]))))
"""

SEND_SLOWLY = """
    from hmpush_gui.sandbox.scenario import Scenario
    sandbox(desk).scenario = Scenario.SLOW
    sandbox(desk).delay = 30.0
    title = ("payload", "notification", "title")
    desk.window.document.set_value(title, "Half way 半路")
    desk.window.gate.send()
    await until(lambda: sandbox(desk).sends == 1)
    desk.window.composer.json_view.text.appendPlainText("oops")
    await until(lambda: (Path(sys.argv[1]) / "draft.json").is_file())
    await until(lambda: "oops" in (Path(sys.argv[1]) / "draft.json").read_text("utf-8"))
    print("under way", flush=True)
"""

SAY_READY = """
    print("ready", flush=True)
"""


SAY_TITLE = """
    await until(lambda: desk.window.windowTitle().startswith("a.json"))
    title = ("payload", "notification", "title")
    desk.window.document.set_value(title, "Not saved")
    await until(lambda: "Not saved" in (Path(sys.argv[1]) / "draft.json").read_text())
    print("opened", flush=True)
"""


CHOOSE_CHINESE = """
    desk.window.actions_.languages["zh"].trigger()
    assert desk.window.notices.texts() == ["Takes effect at the next start."]
    await until(lambda: (Path(sys.argv[1]) / "settings.json").is_file())
    print(desk.window.strip.check.text(), flush=True)
    desk.window.close()
"""

SAY_CHECK = """
    assert desk.window.actions_.languages["zh"].isChecked()
    print(desk.window.strip.check.text(), flush=True)
    desk.window.close()
"""

BREAK = """
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QDialog
    def fail():
        raise ValueError("Dear Mrs Marked")
    QTimer.singleShot(0, fail)
    await until(lambda: desk.window.findChild(QDialog, "crash"))
    desk.window.findChild(QDialog, "crash").go_on.click()
    print("went on", flush=True)
    desk.window.close()
"""

TAKE_OVER = """
    window = desk.window
    window.showMinimized()
    print("ready", flush=True)
    await until(lambda: window.windowTitle().startswith("b.json"))
    print("minimized" if window.isMinimized() else "shown", flush=True)
    print("veiled" if window.share.is_on else "bare", flush=True)
    window.close()
"""

TAKE_KEY = """
    from hmpush_gui.ui.project_dialog import ProjectDialog
    await until(lambda: desk.window.findChild(ProjectDialog))
    print(desk.window.findChild(ProjectDialog).key.state.text(), flush=True)
    desk.window.findChild(ProjectDialog).reject()
    desk.window.close()
"""

BREAK_AT_START = """
import hmpush_gui.app as app
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QTimer
def read():
    dialogs = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    if dialogs:
        print(dialogs[0].head.text(), flush=True)
        dialogs[0].close()
    else:
        QTimer.singleShot(20, read)
class Broken:
    def __init__(self, *arguments, **options):
        QTimer.singleShot(0, read)
        raise ValueError("Dear Mrs Marked")
app.Desk = Broken
import sys
from pathlib import Path
from hmpush_gui.start import Options
sys.exit(app.main(Options(True, Path(sys.argv[1]))))
"""


def start(folder: Path, steps: str, *files: Path) -> "subprocess.Popen[str]":
    return run(DRIVER.replace("    {steps}", steps.strip("\n")), folder, *files)


def run(code: str, folder: Path, *files: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code, str(folder), *map(str, files)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=Path(__file__).parents[1],
        env={
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "QT_QPA_PLATFORM": "offscreen",
        },
    )


def wait_for(process: "subprocess.Popen[str]", word: str) -> None:
    assert process.stdout is not None
    line = process.stdout.readline()
    if word not in line:
        process.kill()
        pytest.fail(f"{line}\n{process.communicate()[1]}")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_ctrl_c_closes_the_program_cleanly(tmp_path: Path) -> None:
    process = start(tmp_path, SAY_READY)
    wait_for(process, "ready")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert process.returncode == 0
    assert "Traceback" not in errors


def test_a_language_that_is_chosen_is_spoken_from_the_next_start_on(
    tmp_path: Path,
) -> None:
    for steps, word in ((CHOOSE_CHINESE, "Check"), (SAY_CHECK, "检查")):
        process = start(tmp_path, steps)
        wait_for(process, word)
        assert process.communicate(timeout=10)[1].count("Traceback") == 0


def test_a_bug_is_shown_and_logged_and_the_program_goes_on(tmp_path: Path) -> None:
    process = start(tmp_path, BREAK)
    wait_for(process, "went on")
    _, errors = process.communicate(timeout=10)
    assert process.returncode == 0
    log = (tmp_path / "log" / "hmpush.log").read_text("utf-8")
    for text in (log, errors):
        assert "ValueError: (what it says is left out: 15 characters)" in text
        assert "Marked" not in text
    assert "hmpush_gui: started: hmpush " in log
    assert "hmpush_gui: ended" in log


def test_a_bug_before_there_is_a_window_is_shown_by_itself(tmp_path: Path) -> None:
    process = run(BREAK_AT_START, tmp_path)
    wait_for(process, "This program broke and has to end")
    _, errors = process.communicate(timeout=10)
    assert process.returncode == 1
    assert "Marked" not in errors


def test_a_key_file_on_the_command_line_becomes_a_project(tmp_path: Path) -> None:
    file = tmp_path / "private.json"
    file.write_text(small_account().service.to_json(), "utf-8")
    process = start(tmp_path / "data", TAKE_KEY, file)
    wait_for(process, "private.json: key ")
    _, errors = process.communicate(timeout=10)
    assert "Traceback" not in errors


def test_a_second_start_opens_its_file_in_the_first_window(tmp_path: Path) -> None:
    file = tmp_path / "b.json"
    file.write_text(write_message(sample_message()), "utf-8")
    first = start(tmp_path / "data", TAKE_OVER)
    wait_for(first, "ready")
    second = subprocess.run(
        [sys.executable, "-m", "hmpush_gui", "--sandbox", "--screen-share",
         "--data-dir", str(tmp_path / "data"), str(file)],
        check=False, capture_output=True, encoding="utf-8", timeout=20,
        cwd=Path(__file__).parents[1],
    )  # fmt: skip
    assert second.returncode == 0, second.stderr
    wait_for(first, "shown")
    wait_for(first, "veiled")
    assert first.communicate(timeout=10)[1].count("Traceback") == 0
    assert first.returncode == 0


def test_a_second_start_on_another_folder_runs_apart(tmp_path: Path) -> None:
    programs = [start(tmp_path / name, SAY_READY) for name in ("one", "other")]
    for process in programs:
        wait_for(process, "ready")
    for process in programs:
        assert process.poll() is None
        process.kill()
        process.communicate()


async def test_after_kill_9_in_the_middle_of_a_send_nothing_is_lost(
    qapp: object, tmp_path: Path
) -> None:
    process = start(tmp_path, SEND_SLOWLY)
    wait_for(process, "under way")
    process.kill()
    process.communicate()
    async with program(tmp_path) as desk:
        (notice,) = desk.window.notices.texts()
        assert "“Half way 半路”" in notice
        assert "Not sent: 0, unknown: 4, of 4." in notice
        assert desk.window.document.message.title == "Half way 半路"
        assert (desk.window.document.broken_text or "").endswith("oops")
        text = desk.window.composer.json_view.text.toPlainText()
        assert text.endswith("oops")
        history = desk.window.outcome.history
        await until(lambda: history.model.rowCount() == 1)
        said = history.model.index(0, Column.OUTCOME).data()
        assert said == "4 Unknown (ended with the program)"
        history.table.selectRow(0)
        await until(lambda: outcomes(desk))
        assert [outcome for outcome, _ in outcomes(desk)] == ["Unknown"] * 4
        assert "Half way" in desk.window.outcome.request.text.toPlainText()


async def test_a_named_file_and_its_edits_outlive_a_kill(
    qapp: object, tmp_path: Path
) -> None:
    file = tmp_path / "a.json"
    file.write_text(write_message(sample_message()), "utf-8")
    process = start(tmp_path / "data", SAY_TITLE, file)
    wait_for(process, "opened")
    process.kill()
    process.communicate()
    async with program(tmp_path / "data") as desk:
        desk.files.start()
        assert desk.window.document.message.title == "Not saved"
        assert desk.window.windowTitle() == "a.json[*] – hmpush"
        assert desk.window.isWindowModified()
        desk.window.filing.save()
        await until(lambda: "Not saved" in file.read_text("utf-8"))
        await until(lambda: not desk.window.isWindowModified())

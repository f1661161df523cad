"""The main job, end to end: real window, real sockets, real files."""

import asyncio
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hmpush_gui.desk import Desk
from hmpush_gui.exchange.message_file import MessageFile, write_file
from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.pushkit.document import encode, write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.samples import KEY
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.ui.history_columns import Column as History
from hmpush_gui.ui.outcome_panel import HISTORY

from .programs import engine, idle, outcomes, program, sandbox, send_and_wait, until

pytestmark = pytest.mark.usefixtures("qapp")

TITLE = ("payload", "notification", "title")


def words(desk: Desk) -> str:
    return "\n".join(desk.window.notices.texts())


def verdicts(desk: Desk) -> list[str]:
    """What stands in Results without the reasons, where receipts come in too."""
    return [outcome for outcome, _ in outcomes(desk)]


async def test_ctrl_enter_sends_the_sample_and_shows_what_happened(
    qtbot: QtBot, tmp_path: Path
) -> None:
    async with program(tmp_path) as desk:
        window = desk.window
        press: Any = qtbot.keyClick
        press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: idle(desk))
        await until(lambda: window.phone.model.rowCount() == 3)
        assert verdicts(desk)[:3] == ["Accepted"] * 3
        outcome, reason = outcomes(desk)[3]
        assert outcome == "Rejected"
        assert "tokenFormatError" in reason
        assert "no longer exists" in reason
        assert "Parcel on its way" in window.phone.model.index(0).data()
        response = window.outcome.response.text.toPlainText()
        assert response.startswith("HTTP 200 OK")
        assert '"code":"80100000"' in response
        request = window.outcome.request.text.toPlainText()
        assert "push-type: 0" in request
        assert "Bearer ••••••••" in request


async def test_the_bearer_of_a_send_is_revealed_while_this_run_has_it(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        outcome = desk.window.outcome
        await send_and_wait(desk)
        sent = sandbox(desk).received[-1].request.header("Authorization") or ""
        outcome.tabs.setCurrentWidget(outcome.request)
        desk.window.activateWindow()
        reveal = outcome.findChild(QPushButton, "request.reveal")
        assert isinstance(reveal, QPushButton)
        reveal.click()
        words = outcome.findChild(QLabel, "request.secret.words")
        assert isinstance(words, QLabel)
        shown = words.text().replace("\N{ZERO WIDTH SPACE}", "")
        assert sent.removeprefix("Bearer ") in shown
        engine(desk)._clients.forget(KEY)
        reveal.click()
        assert "not at hand" in words.text()


async def test_a_send_is_in_history_after_a_restart_and_can_be_searched(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
    async with program(tmp_path) as desk:
        history = desk.window.outcome.history
        await until(lambda: history.model.rowCount() == 1)
        assert history.model.index(0, History.TITLE).data() == "Parcel on its way"
        assert (
            "3 Accepted, 1 Rejected" in history.model.index(0, History.OUTCOME).data()
        )
        history.search.setText("nothing like it")
        await until(lambda: history.model.rowCount() == 0)
        history.search.setText("包裹 tokenFormat")
        await until(lambda: history.model.rowCount() == 1)
        desk.window.outcome.tabs.setCurrentIndex(HISTORY)
        history.table.selectRow(0)
        await until(lambda: desk.window.outcome.results.model.rowCount() == 4)
        assert outcomes(desk)[3][0] == "Rejected"
        assert "80100000" in desk.window.outcome.response.text.toPlainText()


async def test_a_text_sent_in_an_earlier_run_is_told_to_a_real_project(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
    async with program(tmp_path) as desk:
        assert desk.window.checks._recent[-1][0] == "Parcel on its way"
        shop = Project("shop", "Shop", Environment.TEST, "1", "2")
        desk.window.editing.save(shop, [])
        desk.window.choice.choose("shop")
        assert "lint-repeated" in [each.rule for each in desk.window.checks.check()]


KINDS = ("v3-alert", "v3-background", "v1-notification", "v1-data", "v2-notification")


@pytest.mark.parametrize("key", KINDS)
async def test_each_kind_of_message_arrives(tmp_path: Path, key: str) -> None:
    async with program(tmp_path) as desk:
        desk.window.document.set_kind(kind(key))
        await send_and_wait(desk)
        assert verdicts(desk)[:3] == ["Accepted"] * 3
        assert outcomes(desk)[3][0] == "Rejected"
        await until(lambda: desk.window.phone.model.rowCount() == 3)
        shown = desk.window.phone.model.index(0).data()
        expected = "orderId" if key in ("v3-background", "v1-data") else "Parcel"
        assert expected in shown
        asked = sandbox(desk).token_requests
        assert asked == (0 if key.startswith("v3") else 1)


async def test_validate_only_delivers_nothing(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        desk.window.document.set_kind(kind("v1-notification"))
        desk.window.strip.test.click()
        assert (
            '"validate_only": true' in desk.window.composer.json_view.text.toPlainText()
        )
        await send_and_wait(desk)
        assert verdicts(desk)[:3] == ["Accepted"] * 3
        assert sandbox(desk).deliveries == []
        assert desk.window.phone.model.rowCount() == 0


async def test_a_second_send_leaves_the_first_alone(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        push_kit = sandbox(desk)
        push_kit.delay = 1.0
        push_kit.scenario = Scenario.SLOW
        desk.window.gate.send()
        await until(lambda: push_kit.sends == 1)
        push_kit.scenario = Scenario.NORMAL
        await send_and_wait(desk)
        await until(lambda: idle(desk))
        history = desk.window.outcome.history
        done = "3 Accepted, 1 Rejected"
        model, column = history.model, History.OUTCOME
        await until(
            lambda: [model.index(row, column).data() for row in (0, 1)] == [done] * 2
        )
        assert push_kit.sends == 2


async def test_stop_works_and_says_what_may_have_been_sent(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        push_kit = sandbox(desk)
        push_kit.scenario = Scenario.SLOW
        desk.window.gate.send()
        await until(lambda: push_kit.sends == 1)
        assert not desk.window.strip.stop.isHidden()
        desk.window.strip.stop.click()
        await until(lambda: idle(desk), 1.0)
        assert verdicts(desk) == ["Unknown"] * 4
        assert "may have been sent" in outcomes(desk)[0][1]
        assert desk.window.strip.stop.isHidden()


FAILURES = [
    (Scenario.UNAVAILABLE, "Rejected", "busy (HTTP 503)"),
    (Scenario.HTML, "Unknown", "did not come from Push Kit"),
    (Scenario.CUT, "Unknown", "its answer was lost"),
]


@pytest.mark.parametrize(("scenario", "outcome", "sentence"), FAILURES)
async def test_a_bad_answer_is_told_in_words(
    tmp_path: Path, scenario: Scenario, outcome: str, sentence: str
) -> None:
    async with program(tmp_path) as desk:
        sandbox(desk).scenario = scenario
        await send_and_wait(desk)
        assert {each for each, _ in outcomes(desk)} == {outcome}
        assert sentence in desk.window.outcome.response.headline.text()


async def test_a_service_that_is_down_sends_nothing(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        engine(desk).playground.stop()
        await send_and_wait(desk)
        assert {each for each, _ in outcomes(desk)} == {"Not sent"}
        headline = desk.window.outcome.response.headline.text()
        assert headline.startswith("Nothing was sent. 127.0.0.1 takes no connection")


async def test_an_expired_token_is_renewed_without_a_word(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        desk.window.document.set_kind(kind("v1-notification"))
        await send_and_wait(desk)
        sandbox(desk).scenario = Scenario.EXPIRED_ONCE
        await send_and_wait(desk)
        assert verdicts(desk)[:3] == ["Accepted"] * 3
        assert sandbox(desk).token_requests == 2


async def test_a_wrong_secret_is_told_as_such(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        client = sandbox(desk).account.client
        wrong = OAuthClient(client.client_id, "notTheSecret")
        engine(desk).credentials._on_credential_given("sandbox", wrong)
        await until(lambda: not engine(desk)._tasks)
        desk.window.document.set_kind(kind("v1-notification"))
        await send_and_wait(desk)
        assert {each for each, _ in outcomes(desk)} == {"Not sent"}
        headline = desk.window.outcome.response.headline.text()
        assert headline.startswith("The client secret does not match client ID 9000")
        assert "1101/12304" in headline
        assert '"sub_error":12304' in desk.window.outcome.response.text.toPlainText()


async def test_4097_bytes_are_blocked_here_and_would_be_refused_there(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as desk:
        window = desk.window
        path = ("payload", "notification", "body")
        window.document.set_value(path, "")
        room = 4096 - encode(window.document.message).size
        window.document.set_value(path, "x" * room)
        window.checks.check()
        assert window.strip.send.isEnabled()
        window.document.set_value(path, "x" * (room + 1))
        window.checks.check()
        assert not window.strip.send.isEnabled()
        assert "cut 1" in window.strip.problems.text()
        window.gate.send()
        assert sandbox(desk).sends == 0


async def test_a_data_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    async with program(blocked / "data") as desk:
        assert "kept in memory only" in words(desk)
        path = ("payload", "notification", "title")
        desk.window.document.set_value(path, "Still here")
        await until(lambda: "draft.json" in words(desk))
        await send_and_wait(desk)
        assert verdicts(desk)[:3] == ["Accepted"] * 3
        assert desk.window.document.message.title == "Still here"
        await until(lambda: desk.window.outcome.history.model.rowCount() == 1)


async def test_projects_devices_and_the_draft_come_back(tmp_path: Path) -> None:
    project = Project("shop", "Shop", Environment.FORMAL, "123", "456")
    async with program(tmp_path) as desk:
        desk.window.editing.save(project, [])
        desk.window.devices.add(["token-a", "token-b"])
        desk.window.document.set_value(("payload", "notification", "title"), "标题")
    async with program(tmp_path) as desk:
        assert [each.name for each in desk.window.projects.projects()] == [
            "Sandbox",
            "Shop",
        ]
        assert desk.window.document.message.title == "标题"
        tokens = [each.token for each in desk.window.devices.devices()]
        assert {"token-a", "token-b"} <= set(tokens)
        assert len(tokens) == 7


async def test_a_draft_that_made_room_is_there_after_a_restart(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        desk.window.document.set_value(TITLE, "Half")
        desk.window.filing.new()
    async with program(tmp_path) as desk:
        assert desk.window.document.message.title == ""
        (kept,) = desk.window.filing.swap.put_away.drafts()
        assert kept.draft.message.title == "Half"


async def test_closing_waits_for_a_slow_disk_and_nothing_comes_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_text = DataFolder.write_text

    def write_slowly(folder: DataFolder, name: str, text: str) -> None:
        time.sleep(0.3)
        write_text(folder, name, text)

    monkeypatch.setattr(DataFolder, "write_text", write_slowly)
    async with program(tmp_path) as desk:
        desk.window.document.set_value(TITLE, "Half")
        desk.window.filing.new()
    monkeypatch.undo()
    async with program(tmp_path) as desk:
        assert desk.window.document.message.title == ""
        (kept,) = desk.window.filing.swap.put_away.drafts()
        assert kept.draft.message.title == "Half"


async def test_a_file_that_comes_in_while_closing_is_the_draft_then(
    tmp_path: Path,
) -> None:
    opened = kind("v3-alert").message()
    opened = replace(opened, document=write(opened.document, TITLE, "From the file"))
    path = tmp_path / "opened.json"
    path.write_text(write_file(MessageFile(opened)))
    async with program(tmp_path) as desk:
        # Not by chance, because the pause was over before the disk was closed.
        desk.window._autosave.setInterval(60_000)
        desk.window.document.set_value(TITLE, "Half")
        desk.window.filing.open_paths([str(path)])
    async with program(tmp_path) as desk:
        assert desk.window.document.message.title == "From the file"
        (kept,) = desk.window.filing.swap.put_away.drafts()
        assert kept.draft.message.title == "Half"


async def test_fifty_sends_at_once_ask_for_one_token(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        desk.window.document.set_kind(kind("v1-notification"))
        for _ in range(50):
            desk.window.gate.send()
        await until(lambda: idle(desk))
        assert sandbox(desk).token_requests == 1
        assert sandbox(desk).sends == 50
        await until(lambda: desk.window.outcome.history.model.rowCount() == 50)


async def test_closing_while_sending_asks_and_then_stops(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        push_kit = sandbox(desk)
        push_kit.scenario = Scenario.SLOW
        desk.window.gate.send()
        await until(lambda: push_kit.sends == 1)
        assert not desk.window.close()
        assert not desk.window.confirm.isHidden()
        await asyncio.sleep(0)
        desk.window.confirm._go.click()
        assert desk.window.isHidden()


async def test_placeholders_are_filled_in_for_each_device(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        window = desk.window
        title = ("payload", "notification", "title")
        window.document.set_value(title, "#{{counter}} {{device.label}}")
        await send_and_wait(desk)
        await until(lambda: window.phone.model.rowCount() == 3)
        shown = {window.phone.model.index(row).data() for row in range(3)}
        assert any("#1 Phone of Li Lei" in each for each in shown)
        assert any("#1 Tablet in the lab" in each for each in shown)
        assert verdicts(desk) == [
            *["Accepted"] * 3,
            "Rejected",
        ]
        assert sandbox(desk).sends == 4
    async with program(tmp_path) as desk:
        assert desk.window.checks.placeholders.counter == 2

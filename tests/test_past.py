"""Comparing and recalling past sends, in the whole program."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.project import Environment
from hmpush_gui.pushkit.record import Action, SendPage, SendSummary
from hmpush_gui.ui.compare_dialog import CompareDialog

from .programs import engine, idle, outcomes, program, send_and_wait, until

pytestmark = pytest.mark.usefixtures("qapp")

TITLE = ("payload", "notification", "title")
NOTIFY_ID = ("payload", "notification", "notifyId")


async def sends(desk: Desk, number: int) -> list[SendSummary]:
    """What is listed, when there are so many."""
    panel = desk.window.outcome.history
    await until(lambda: panel.model.rowCount() == number)
    await until(lambda: all(send.finished for send in panel.model.sends()))
    return list(panel.model.sends())


async def dialog(desk: Desk) -> CompareDialog:
    await until(lambda: desk.window.findChildren(CompareDialog))
    found: CompareDialog = desk.window.findChildren(CompareDialog)[-1]
    return found


async def test_two_sends_are_compared(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        desk.window.document.set_value(TITLE, "Other")
        await send_and_wait(desk)
        newer, older = await sends(desk, 2)
        desk.window.outcome.history.compare_wanted.emit(older.key, newer.key)
        text = (await dialog(desk)).text()
        assert '"Parcel on its way" → "Other"' in text
        assert "requestId" in text


async def test_a_send_is_compared_with_the_draft(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        (send,) = await sends(desk, 1)
        desk.window.document.set_value(TITLE, "Other")
        desk.window.outcome.history.compare_draft_wanted.emit(send.key)
        text = (await dialog(desk)).text()
        assert '"Parcel on its way" → "Other"' in text
        assert "+ The draft" in text


async def test_a_piece_of_a_token_is_found_after_all_else(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        (send,) = await sends(desk, 1)
        kept = await engine(desk).past.load(send.key)
        assert kept is not None
        panel = desk.window.outcome.history
        panel.show_sends(SendPage([send, send]))
        panel.search.setText(kept.record.devices[0].token[3:-1])
        panel.search_again()
        await until(lambda: panel.model.rowCount() == 1)


async def test_a_star_outlives_a_look_that_began_before_it(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        await send_and_wait(desk)
        (send,) = await sends(desk, 1)
        panel = desk.window.outcome.history
        panel.search_again()
        await asyncio.sleep(0)
        panel._star([send.key], True)
        shown: list[bool] = []
        panel.model.modelReset.connect(
            lambda: shown.append(panel.model.sends()[0].starred)
        )
        await until(lambda: shown)
        assert shown == [True]


async def test_a_message_is_taken_back_from_the_phones(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        window = desk.window
        window.document.set_value(NOTIFY_ID, 42)
        await send_and_wait(desk)
        await until(lambda: window.phone.model.rowCount() == 3)
        (send,) = await sends(desk, 1)
        panel = window.outcome.history
        assert panel.recall_refusal(send) == ""
        panel.recall_wanted.emit(send.key)
        recall, _ = await sends(desk, 2)
        assert recall.action is Action.RECALL
        assert panel.recall_refusal(recall) == "This is a recall itself."
        # The device that rejected it is not asked.
        assert [verdict for verdict, _ in outcomes(desk)] == ["Accepted"] * 3
        request = window.outcome.shown_request
        assert request is not None
        assert request.url.endswith("messages:revoke")
        await until(lambda: window.phone.model.rowCount() == 0)
        kept = await engine(desk).past.load(recall.key)
        assert kept is not None
        assert kept.record.about == send.key
        assert kept.exchanges[0].code == "80000000"
    async with program(tmp_path) as desk:
        recall, _ = await sends(desk, 2)
        assert recall.action is Action.RECALL


async def test_a_message_without_a_notify_id_says_why_not(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        desk.window.document.set_value(NOTIFY_ID, -1)
        await send_and_wait(desk)
        (send,) = await sends(desk, 1)
        refusal = desk.window.outcome.history.recall_refusal(send)
        assert refusal == "It was sent without a notify ID."


async def test_a_recall_from_phones_of_people_asks_first(tmp_path: Path) -> None:
    async with program(tmp_path) as desk:
        window = desk.window
        window.document.set_value(NOTIFY_ID, 42)
        await send_and_wait(desk)
        (send,) = await sends(desk, 1)
        (project,) = (
            each for each in window.projects.projects() if each.key == send.project_key
        )
        window.projects.put(replace(project, environment=Environment.TEST))
        assert "another environment" in window.outcome.history.recall_refusal(send)
        await engine(desk).past.recalling.recall(send.key)
        assert not window.confirm.isHidden()
        assert idle(desk)
        window.confirm._go.click()
        await sends(desk, 2)

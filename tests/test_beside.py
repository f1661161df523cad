"""A command beside the open window changes nothing of what the window keeps."""

import asyncio
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from hmpush_gui.exchange.message_file import write_message
from hmpush_gui.pushkit.project import Project
from hmpush_gui.samples import KEY, sample_message

from .programs import program, sandbox, send_and_wait, small_account, until

pytestmark = pytest.mark.usefixtures("qapp")


def contents(folder: Path) -> dict[str, bytes]:
    """What is kept; SQLite's own files beside a database come and go."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm", ".lock"))
    }


async def hmpush(*arguments: str, key_file: Path) -> "subprocess.CompletedProcess[str]":
    return await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "hmpush_gui.cli.main", *arguments],
        check=False,
        cwd=Path(__file__).parents[1],
        env={**os.environ, "HMPUSH_KEY_FILE": str(key_file), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )


async def test_a_send_on_the_command_line_overwrites_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    account = small_account().service
    key_file, message = tmp_path / "key.json", tmp_path / "message.json"
    key_file.write_text(account.to_json())
    message.write_text(write_message(sample_message()), "utf-8")
    async with program(data) as desk:
        window = desk.window
        await send_and_wait(desk)
        tokens = [device.token for device in window.devices.devices()]
        url = window.choice.project.push_host if window.choice.project else ""
        shop = Project("shop", "Shop", project_id=account.project_id, push_host=url)
        window.editing.save(replace(shop, oauth_host=url), [])
        await until(lambda: (data / "projects.json").is_file())
        await asyncio.sleep(0.5)
        before = contents(data)
        sent = sandbox(desk).sends
        common = ("--project", "Shop", "--data-dir", str(data), "--json")
        found = await hmpush(
            "send", str(message), *common, "--to", tokens[0], key_file=key_file
        )
        assert found.returncode == 0, found.stderr
        assert json.loads(found.stdout)
        assert sandbox(desk).sends == sent + 1
        assert contents(data) == before
        window.choice.choose(KEY)
        window.devices.add(["added in the window"])
    async with program(data) as desk:
        kept = {device.token for device in desk.window.devices.devices()}
        assert {*tokens, "added in the window"} <= kept

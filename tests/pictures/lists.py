"""Lists of devices: imported, found, described, and read out of a log."""

import tempfile
from pathlib import Path

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.device_view import ListKind
from hmpush_gui.sandbox.tokens import TokenState, make_token
from tests.programs import until

from .album import Album

LOG = """\
07-12 10:00:00.123  1234  1234 I A03200/PushDemo: getToken start
07-12 10:00:00.321  1234  1234 I A03200/PushDemo: push token: SANDBOX-live-000777
07-12 10:00:01.000  1234  1234 E A03200/PushDemo: 获取 Token 失败 getToken \
code: 1000900010, message: Illegal application identity
07-12 10:00:01.100  1234  1234 I A03200/PushDemo: aaid: \
6f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0
"""


def rows_of(count: int) -> str:
    """A list such as testers keep: names, two columns of no use, blanks, repeats."""
    lines = ["设备名,batch,push_token,price,tags,note"]
    for number in range(count):
        state = TokenState.DEAD if number % 40 == 7 else TokenState.LIVE
        token = make_token(state, 1000 + number)
        lines.append(f"测试机 {number:03},A-{number // 50},{token},19.90,qa;beta,")
        if number % 60 == 0:
            lines += [f"again,A-0,{token},1,,", f"blank {number},A-1,,2,,"]
    return "\n".join(lines) + "\n"


async def take(album: Album, desk: Desk) -> None:
    window = desk.window
    window.panes.show_side(window.devices_panel)
    window.importing.show_list()
    lists = window.importing.lists
    await album.take(lists, "81-import-empty")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "测试设备.csv"
        path.write_text(rows_of(300), "utf-8")
        lists.open_file(str(path))
        await until(lists.go.isEnabled)
        await album.take(lists, "81-import-list")
        lists.go.click()
        await until(lambda: lists.said.text())
        await album.take(lists, "81-import-done")
        wrong = Path(folder) / "picture.xlsx"
        wrong.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
        lists.open_file(str(wrong))
        await until(lambda: lists.said.text())
        await album.take(lists, "81-import-refused")
    lists.close()
    await album.take(window, "82-devices")
    panel = window.devices_panel
    panel.finder.search.setText("nobody is called so")
    await album.take(window, "82-devices-none")
    panel.finder.show_everything()
    panel.finder.show_list(ListKind.TAG, "beta")
    await album.take(window, "82-devices-tag")
    panel.table.setFocus()
    panel.table.selectAll()
    panel._on_details_wanted()
    await album.take(window, "82-devices-tags")
    panel.table.selectRow(3)
    await album.take(window, "82-devices-details")
    panel._on_editor_closed()
    await log(album, desk)


async def log(album: Album, desk: Desk) -> None:
    window = desk.window
    window.importing.show_log()
    logs = window.importing.logs
    await album.take(logs, "83-log-empty")
    logs.text.setPlainText(LOG)
    await until(lambda: logs.model.rowCount() > 0)
    await album.take(logs, "83-log-found")
    for row in range(logs.model.rowCount()):
        logs.table.selectRow(row)
        await album.take(logs, f"83-log-row-{row}")
    logs.close()

"""No secret is readable in what the program leaves; tokens only where they belong."""

import asyncio
import base64
import json
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from PySide6.QtWidgets import QDialog

from hmpush_gui.crash_telling import CrashTelling
from hmpush_gui.crashes import Crashes
from hmpush_gui.desk import Desk
from hmpush_gui.exchange.device_export import DeviceForm, export_devices
from hmpush_gui.exchange.hand_forms import CopyForm, ExportForm
from hmpush_gui.exchange.project_file import write_project
from hmpush_gui.faults import Faults
from hmpush_gui.log_joins import LogJoins
from hmpush_gui.pushkit.connection import (
    Connection,
    ConnectionSecrets,
    ProxyUse,
    key_password_name,
    login_name,
)
from hmpush_gui.pushkit.credential import OAuthClient, ServiceAccount
from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.samples import KEY
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.secrets import SecretStore, open_secrets
from hmpush_gui.ui.checklist_dialog import ChecklistDialog
from hmpush_gui.ui.compare_dialog import CompareDialog
from hmpush_gui.ui.connection_dialog import ConnectionDialog
from hmpush_gui.ui.doctor_dialog import DoctorDialog
from hmpush_gui.ui.file_writing import Content
from hmpush_gui.ui.project_dialog import ProjectDialog

from .leaking import Clipboard, Search, processes
from .programs import engine, program, sandbox, send_and_wait, small_account, until
from .pushkit.authorities import Authority
from .store.keyrings import FakeKeyring
from .test_sheet_joins import button, opened

pytestmark = pytest.mark.usefixtures("qapp")

MARKED = "Marked=Secret/0123456789+abcdef\\q"
PROXY, KEY_PASSWORD = "Proxy-Marked:w0rd/99", 'Key-Marked "pass" 77'
CALLBACK = base64.b64encode(b"callback-marked-secret-11").decode()
PASTED = "Pasted-Marked-Secret-55"
TOKEN, GONE = "Push/Marked+Token-0001-abcXYZ==", "Gone/Marked+Token-0002-abcXYZ=="

BOOK, HISTORY = "data/devices.sqlite3", "data/history.sqlite3"


@dataclass
class Run:
    """A run of the program, and what of it is looked at when it is over."""

    desk: Desk
    folder: Path
    clipboard: Clipboard
    copied: list[str] = field(default_factory=list)
    bearers: set[str] = field(default_factory=set)

    def exported(self, name: str) -> str:
        return str(self.folder / "exports" / name)


def secrets() -> dict[str, str]:
    account = small_account()
    lines = account.service.private_key.splitlines()
    return {
        "client secret": account.client.client_secret,
        "own secret": MARKED,
        "private key": lines[3],
        "end of the private key": lines[-3],
        "proxy": PROXY,
        "key password": KEY_PASSWORD,
        "callback": CALLBACK,
        "pasted": PASTED,
    }


def kept(folder: DataFolder) -> SecretStore:
    """A keyring, and the file that it has the key of: as in a real run."""
    store = open_secrets(folder, FakeKeyring())
    account = small_account()
    for key in (KEY, "own"):
        for credential in (account.client, account.service):
            store.put(secret_name(key, credential.kind), credential.to_json())
    login = ConnectionSecrets("alice", PROXY).login
    store.put(login_name("proxied"), login)
    store.put(key_password_name("proxied"), KEY_PASSWORD)
    for which in CredentialKind:
        given = account.client if which is CredentialKind.OAUTH else account.service
        store.put(secret_name("proxied", which), given.to_json())
    assert store.kept
    return store


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whatever a program may write to is in here."""
    for name, variables in {
        "tmp": ("TMPDIR", "TEMP", "TMP"),
        "home": ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                 "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"),
    }.items():  # fmt: skip
        (tmp_path / name).mkdir()
        for variable in variables:
            monkeypatch.setenv(variable, str(tmp_path / name))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "exports").mkdir()
    # The fault handler is that of the tests.
    monkeypatch.setattr(Faults, "watch", lambda _: None)
    return tmp_path


@asynccontextmanager
async def running(home: Path) -> AsyncIterator[Run]:
    """The program with its log at its loudest, and everything it puts out recorded."""
    clipboard = Clipboard()
    async with program(home / "data", kept) as desk:
        log = LogJoins(desk, home / "data" / "log", "debug", desk)
        log.start()
        log._listen(engine(desk).sends)
        desk.window.devices.add([TOKEN])
        run = Run(desk, home, clipboard)
        yield run
        for received in sandbox(desk).received:
            bearer = received.request.header("Authorization") or ""
            run.bearers.add(bearer.removeprefix("Bearer "))
        run.bearers.discard("")
        assert Search(secrets()).bytes(processes()) == set()
        await until(lambda: not engine(desk)._tasks)
        log.stop()
    clipboard.end()


def hidden(run: Run) -> dict[str, str]:
    """What may be nowhere: secrets, and bearers with all that proves them."""
    return {**secrets(), **{f"bearer {each[:8]}": each[-40:] for each in run.bearers}}


async def close_dialogs(desk: Desk) -> None:
    for dialog in desk.window.findChildren(QDialog):
        dialog.close()
    await asyncio.sleep(0)


Act = Callable[[Run], Awaitable[None]]

# What is done in a run.


async def send_in_all_ways(run: Run) -> None:
    desk = run.desk
    for which in ("v3-alert", "v1-notification", "v1-data"):
        desk.window.document.set_kind(kind(which))
        for scenario in (Scenario.NORMAL, Scenario.EXPIRED_ONCE, Scenario.CUT):
            sandbox(desk).scenario = scenario
            await send_and_wait(desk)
    for scenario in (Scenario.UNAVAILABLE, Scenario.HTML):
        sandbox(desk).scenario = scenario
        await send_and_wait(desk)
    sandbox(desk).scenario = Scenario.NORMAL
    await send_and_wait(desk)


async def be_refused(run: Run) -> None:
    """A secret that Huawei does not know, and a proxy that does not know us."""
    desk, window = run.desk, run.desk.window
    known = next(each for each in window.projects.projects() if each.key == KEY)
    refused = Project(
        "refused",
        "Refused",
        project_id="388421841222199046",
        client_id="109876543",
        push_host=known.push_host,
        oauth_host=known.oauth_host,
    )
    server = await asyncio.start_server(_ask_for_login, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    window.connections.put(
        "proxied", Connection(ProxyUse.OWN, address, has_login=True, connect=3)
    )
    proxied = replace(refused, key="proxied", push_host="http://push.example")
    for project, given in (
        (refused, [OAuthClient("109876543", MARKED)]),
        (proxied, []),
    ):
        window.editing.save(project, list(given))
        window.choice.set_credentials(project.key, frozenset(CredentialKind))
        window.choice.choose(project.key)
        window.devices.add([TOKEN])
        await until(lambda: not engine(desk)._tasks)
        await send_and_wait(desk)
    server.close()
    await server.wait_closed()
    window.choice.choose(KEY)


async def _ask_for_login(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(
        b"HTTP/1.1 407 Proxy Authentication Required\r\n"
        b'Proxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n'
    )
    await writer.drain()
    writer.close()


async def hand_out(run: Run) -> None:
    """Every form in which requests and results are copied and written."""
    handing = run.desk.window.handing
    search = Search({"token": TOKEN})
    for tokens in (False, True):
        handing.with_tokens.setChecked(tokens)
        run.clipboard.taken()
        for form in CopyForm:
            handing.copy(form)
            assert bool(search.text(run.clipboard.taken())) is tokens, form
        handing.copy_report()
        await until(lambda: run.clipboard.texts)
        send = run.desk.window.outcome.shown_send()
        assert send
        for export in ExportForm:
            name = f"{'with' if tokens else 'without'}-tokens.{export}"
            handing._on_named(handing._text(send, export), run.exported(name))
            await until((run.folder / "exports" / name).exists)
    handing.with_tokens.setChecked(False)
    run.desk.window.outcome.response._on_copy_clicked()
    run.desk.window.outcome.results.copy_rows()
    exports = run.desk.window.joins.device_exports
    for device_form in DeviceForm:
        exports._on_named(
            _devices(run, device_form), run.exported(f"book.{device_form}")
        )
        await until((run.folder / "exports" / f"book.{device_form}").exists)


def _devices(run: Run, form: DeviceForm) -> Content:
    return partial(export_devices, run.desk.window.devices.chosen(), form)


async def look_back(run: Run) -> None:
    """History, comparing, the checklist; and what is forgotten."""
    desk, window = run.desk, run.desk.window
    window.outcome.tabs.setCurrentIndex(5)
    panel = window.outcome.history
    await until(lambda: panel.model.rowCount() > 5)
    newer, older = panel.model.sends()[:2]
    panel.compare_wanted.emit(older.key, newer.key)
    await until(lambda: window.findChild(CompareDialog))
    compare = window.findChild(CompareDialog)
    assert compare
    compare.copy()
    window.outcome.inspector.show_checklist()
    if checklist := window.findChild(ChecklistDialog):
        checklist.text_to_copy()
    window.outcome.request._on_reveal_clicked()
    await close_dialogs(desk)


async def run_a_sheet(run: Run) -> None:
    desk = run.desk
    sheets, dialog = opened(desk)
    sheets.add_written()
    button(dialog, "devices").click()
    button(dialog, "send").click()
    await until(lambda: not engine(desk).sends._sends)
    for form in (ExportForm.HTML, ExportForm.MARKDOWN, ExportForm.JUNIT):
        dialog.reports._on_named(form, run.exported(f"sheet.{form}"))
        await until((run.folder / "exports" / f"sheet.{form}").exists)
    dialog.close()


async def give_and_check(run: Run) -> None:
    """The project dialog, and the doctor with good and with broken credentials."""
    window, account = run.desk.window, small_account()
    window.editing.new()
    dialog = window.findChild(ProjectDialog)
    assert isinstance(dialog, ProjectDialog)
    dialog.name.setText("Given")
    dialog.client_id.setText("109876543")
    dialog.secret.setText(MARKED)
    dialog._on_save_clicked()
    await until(lambda: not engine(run.desk)._tasks)
    await close_dialogs(run.desk)
    window.choice.choose(KEY)
    project = window.choice.project
    assert project
    broken = replace(account.service, private_key=account.service.private_key[:900])
    given = (broken, OAuthClient("900x", f"{MARKED} "))
    for case in (Case(project), Case(project, given)):
        doctor = window.doctoring.open(case)
        await until(partial(_has_findings, doctor))
        doctor._on_ask_clicked()
        await until(lambda: not engine(run.desk)._tasks)
        run.clipboard.taken()
        doctor.copy_report()
        assert run.clipboard.texts
        doctor.close()
    await close_dialogs(run.desk)


def _has_findings(doctor: DoctorDialog) -> bool:
    return bool(doctor.findings)


async def paste_from_elsewhere(run: Run) -> None:
    """A command with secrets in it becomes a message, and the message a file."""
    window = run.desk.window
    body = json.dumps(
        {
            "message": {
                "notification": {"title": "Hello", "body": "World"},
                "token": TOKEN,
            }
        }
    )
    window.pasting.show(
        "curl -X POST https://fcm.googleapis.com/v1/projects/x/messages:send "
        f"-H 'Authorization: Bearer {PASTED}' -u 'me:{PASTED}' "
        f"--proxy-user 'me:{PASTED}' -d '{body}'"
    )
    dialog = window.pasting.dialog
    await until(lambda: dialog.made is not None)
    dialog._on_copy()
    dialog._on_use()
    window.filing._on_save_named(run.exported("message.json"))
    await until((run.folder / "exports" / "message.json").exists)
    await close_dialogs(run.desk)


async def read_receipts(run: Run) -> None:
    window = run.desk.window
    window.receipts.show()
    dialog = window.receipts.dialog
    status = {
        "token": TOKEN,
        "requestId": "123456789012345678901234",
        "deliveryStatus": {"result": 0, "timestamp": 1_900_000_001_000},
    }
    dialog.signature.user.setText("shop")
    dialog.signature.secret.setText(CALLBACK)
    dialog.text.setPlainText(json.dumps({"statuses": [status]}))
    await asyncio.sleep(0.4)
    dialog.keep.click()
    dialog._on_copy(csv=True)
    await until(lambda: not engine(run.desk)._tasks)
    await close_dialogs(run.desk)


async def break_down(run: Run) -> None:
    """An exception that holds secrets, while functions do whose names it tells."""
    crashes = Crashes()
    telling = CrashTelling(crashes, run.desk, lambda: None, run.desk)
    crashes.watch(asyncio.get_running_loop())
    try:
        crashes.tell(_broken(MARKED, small_account().service))
        await until(lambda: telling.dialog)
        assert telling.dialog
        run.clipboard.taken()
        telling.dialog.copy_button.click()
        report = run.clipboard.taken()
        assert "RuntimeError" in report
        assert not Search({**secrets(), "token": TOKEN}).text(report)
        telling.dialog.go_on.click()
    finally:
        crashes.end()


def _broken(secret: str, account: ServiceAccount) -> BaseException:
    try:
        try:
            raise ValueError(f"cannot use {secret} with {account.private_key}")
        except ValueError as cause:
            raise RuntimeError(f"Authorization: Bearer {secret} {TOKEN}") from cause
    except RuntimeError as error:
        return error


def typed_project() -> Project:
    return Project(
        "typed",
        "Typed",
        project_id=small_account().service.project_id,
        client_id="109876543",
        push_host="https://push.example",
        oauth_host="http://oauth.example",
    )


async def type_a_connection(run: Run) -> None:
    """The page of the connection: a wrong password, a test, the report, a send."""
    desk, window = run.desk, run.desk.window
    service = small_account().service
    window.editing.save(typed_project(), [OAuthClient("109876543", MARKED), service])
    window.devices.add([TOKEN])
    issued = Authority(run.folder).issue("me.test", password=KEY_PASSWORD)
    server = await asyncio.start_server(_ask_for_login, "127.0.0.1", 0)
    window.connecting.show()
    page = window.findChild(ConnectionDialog)
    assert isinstance(page, ConnectionDialog)
    proxy, trust = page.proxy, page.trust
    proxy.use.setCurrentIndex(proxy.use.findData(ProxyUse.OWN))
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    proxy.address.setText(address)
    proxy.login.setChecked(True)
    proxy.user.setText("alice")
    proxy.password.setText(PROXY)
    trust.certificate.setText(str(issued.certificate))
    trust.key.setText(str(issued.key))
    for password, told in ((PASTED, "me.test"), (KEY_PASSWORD, "user and password")):
        trust.password.setText(password)
        page.test.click()
        await until(page.trials.isVisible)
        run.clipboard.taken()
        page.trials.copy.click()
        report = run.clipboard.taken()
        run.copied.append(report)
        assert told in report
    page._on_save_clicked()
    await until(lambda: not engine(desk)._tasks)
    # Kept, and in use: the search below would find it if it were readable.
    kept_login = engine(desk)._secrets.get(login_name("typed"))
    assert kept_login == ConnectionSecrets("alice", PROXY).login
    assert engine(desk)._secrets.get(key_password_name("typed")) == KEY_PASSWORD
    await send_and_wait(desk)
    handing = window.handing
    handing.copy_report()
    await until(lambda: run.clipboard.texts)
    server.close()
    await server.wait_closed()


async def share_a_project(run: Run) -> None:
    """A project with its credentials and connection goes out, and comes in again."""
    desk, window = run.desk, run.desk.window
    project = typed_project()
    account = small_account()
    window.editing.save(project, [OAuthClient("109876543", MARKED), account.service])
    await until(lambda: not engine(desk)._tasks)
    path = Path(run.exported("project.json"))
    sharing = window.joins.sharing
    sharing._on_named(partial(write_project, project), str(path))
    await until(path.exists)
    sharing.read(str(path))
    dialog = window.findChild(ProjectDialog)
    assert isinstance(dialog, ProjectDialog)
    assert dialog.name.text() == "Typed"
    dialog._on_save_clicked()
    await until(lambda: not engine(desk)._tasks)
    imported = window.choice.project
    assert imported
    assert imported.key != "typed"
    names = engine(desk)._secrets.names()
    assert not [name for name in names if name.startswith(imported.key)]
    assert window.connections.of(imported.key) == Connection()


async def keep_in_memory_only(run: Run) -> None:
    """A project whose secrets are for this run; they are not even in the keyring."""
    desk, window = run.desk, run.desk.window
    known = next(each for each in window.projects.projects() if each.key == KEY)
    project = replace(
        typed_project(),
        key="volatile",
        client_id=small_account().client.client_id,
        push_host=known.push_host,
        oauth_host=known.oauth_host,
        memory_only=True,
    )
    window.editing.save(project, [small_account().client, small_account().service])
    connection = Connection(ProxyUse.OWN, "http://127.0.0.1:9", has_login=True)
    window.connecting.save("volatile", connection, ConnectionSecrets("alice", PROXY))
    window.devices.add([TOKEN])
    await until(lambda: not engine(desk)._tasks)
    secrets = engine(desk)._secrets
    assert secrets.get(login_name("volatile"))
    assert secrets.get(secret_name("volatile", CredentialKind.OAUTH))
    kept_names = secrets._store.names()
    assert [name for name in kept_names if name.startswith("typed/")]
    assert not [name for name in kept_names if name.startswith("volatile/")]
    # The sandbox is on this computer, and reached without the proxy.
    await send_and_wait(desk)
    assert sandbox(desk).received


# What is left of it.

WITH_TOKENS = {
    BOOK: "the device book",
    HISTORY: "what became of each token",
    "data/sheets.json": "the devices of a test run",
    **{f"exports/with-tokens.{each}": "asked for with tokens" for each in ExportForm},
    **{f"exports/book.{each}": "the device book, asked for" for each in DeviceForm},
}
"""The only files in which a push token may be read, and why."""


@pytest.mark.parametrize(
    "acts",
    [
        (send_in_all_ways, hand_out, look_back, run_a_sheet),
        (be_refused, give_and_check, paste_from_elsewhere, read_receipts, break_down),
        (type_a_connection, share_a_project, keep_in_memory_only),
    ],
    ids=[
        "sends and exports",
        "refusals, pastes and breaks",
        "connections and shared projects",
    ],
)
async def test_no_secret_is_left_and_tokens_only_where_they_belong(
    acts: tuple[Act, ...], home: Path, caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    caplog.set_level("DEBUG")
    async with running(home) as run:
        for act in acts:
            await act(run)
            run.copied.append(run.clipboard.taken())
    logged = caplog.text
    # What was refused is warned of, as it should be.
    caplog.clear()
    said = "\n".join([logged, *capfd.readouterr(), *run.copied])
    assert run.bearers
    search = Search(hidden(run))
    assert search.folder(home) == {}
    assert search.text(said) == set()
    tokens = Search({"token": TOKEN})
    assert tokens.text(logged) == set()
    places = {_plain(name) for name in tokens.folder(home)}
    assert places - set(WITH_TOKENS) == set()
    assert {BOOK, HISTORY} <= places
    log = (home / "data" / "log" / "hmpush.log").read_text("utf-8")
    assert "ended" in log


def _plain(name: str) -> str:
    return name.removesuffix("-wal").removesuffix("-shm").removesuffix("-journal")


def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    ways = {
        "plain": f"x{MARKED}y",
        "json": json.dumps({"a": MARKED}),
        "twice": json.dumps(json.dumps({"a": MARKED})),
        "url": f"a={quote(MARKED, safe='')}",
        "form": urlencode({"a": MARKED}),
        **{
            f"base64-{n}": base64.b64encode(f"{'a' * n}{MARKED}".encode()).decode()
            for n in range(3)
        },
        "hex": MARKED.encode().hex(),
    }
    for name, text in ways.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "wide").write_bytes(MARKED.encode("utf-16-le"))
    (tmp_path / "other").write_text("nothing")
    assert set(Search({"it": MARKED}).folder(tmp_path)) == {*ways, "wide"}


def test_the_search_looks_into_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", "input()", f"--secret={PASTED}"], stdin=subprocess.PIPE
    )
    try:
        assert Search({"it": PASTED}).bytes(processes()) == {"it"}
    finally:
        child.communicate(b"\n")


async def test_of_what_is_forgotten_nothing_is_left(home: Path) -> None:
    async with running(home) as run:
        desk, window = run.desk, run.desk.window
        window.devices.choose_all(False)
        window.devices.add([GONE])
        await send_and_wait(desk)
        window.outcome.tabs.setCurrentIndex(5)
        panel = window.outcome.history
        await until(lambda: panel.model.rowCount() == 1)
        gone = Search({"gone": GONE})
        assert {_plain(name) for name in gone.folder(home)} == {BOOK, HISTORY}
        panel.forget_wanted.emit([panel.model.sends()[0].key])
        await until(lambda: panel.model.rowCount() == 0)
        slot = window.devices.roll.slot_of(GONE)
        assert slot is not None
        window.devices.remove([list(window.devices._rows).index(slot)])
        await until(lambda: not engine(desk)._tasks)
    assert gone.folder(home) == {}


async def test_the_file_of_secrets_is_for_nobody_else(home: Path) -> None:
    async with running(home) as run:
        assert run.desk.engine
    mode = (home / "data" / "secrets.bin").stat().st_mode
    assert mode & 0o077 == 0


def test_credentials_do_not_show_themselves() -> None:
    service = ServiceAccount("1", "k", "s", MARKED)
    assert MARKED not in repr(service) + repr(OAuthClient("1", MARKED))
    assert service.kind is CredentialKind.SERVICE_ACCOUNT

"""No secret is readable in any file, log or picture of the program."""

import base64
from pathlib import Path

import pytest

from hmpush_gui.pushkit.credential import OAuthClient, ServiceAccount
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.samples import KEY
from hmpush_gui.sandbox.scenario import Scenario
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.secrets import SecretStore, open_secrets

from .programs import engine, program, sandbox, send_and_wait, small_account, until
from .store.keyrings import FakeKeyring

pytestmark = pytest.mark.usefixtures("qapp")

MARKED = "MarkedSecret0123456789abcdef"


def spellings(secret: str) -> set[bytes]:
    """A secret as it might stand in a file."""
    raw = secret.encode()
    shifted = {base64.b64encode(b"x" * n + raw)[4:-4] for n in range(3)}
    return {raw, raw.hex().encode(), secret.encode("utf-16-le"), *shifted}


def readable(folder: Path, secrets: set[str]) -> list[str]:
    """Files under `folder` in which one of `secrets` can be read."""
    wanted = set().union(*(spellings(secret) for secret in secrets))
    return [
        f"{path.name}: {each[:12]!r}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for each in wanted
        if each in path.read_bytes()
    ]


async def test_after_all_kinds_of_sends_no_file_and_no_log_holds_a_secret(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level("DEBUG")
    account = small_account()
    keyring = FakeKeyring()

    def secrets(folder: DataFolder) -> SecretStore:
        store = open_secrets(folder, keyring)
        for credential in (account.client, account.service):
            store.put(secret_name(KEY, credential.kind), credential.to_json())
        assert store.kept
        return store

    bearers: set[str] = set()
    shown: list[str] = []
    async with program(tmp_path, secrets) as desk:
        push_kit = sandbox(desk)
        project = Project("own", "Own", project_id="123", client_id="456")
        marked = OAuthClient("456", MARKED)
        desk.window.editing.save(project, [marked])
        desk.window.choice.choose(KEY)
        for key in ("v3-alert", "v1-notification", "v1-data"):
            desk.window.document.set_kind(kind(key))
            for scenario in (Scenario.NORMAL, Scenario.EXPIRED_ONCE, Scenario.CUT):
                push_kit.scenario = scenario
                await send_and_wait(desk)
                shown.append(desk.window.outcome.request.text.toPlainText())
                shown.append(desk.window.outcome.response.text.toPlainText())
        for received in push_kit.received:
            bearer = received.request.header("Authorization") or ""
            bearers.add(bearer.removeprefix("Bearer "))
        await until(lambda: not engine(desk)._tasks)
    bearers.discard("")
    assert len(bearers) >= 4
    key_line = account.service.private_key.splitlines()[3]
    hidden = {account.client.client_secret, MARKED, key_line, *bearers}
    assert readable(tmp_path, hidden) == []
    said = "".join(shown) + caplog.text + "".join(capfd.readouterr())
    assert not [secret for secret in hidden if secret in said]
    assert (tmp_path / "secrets.bin").stat().st_mode & 0o077 == 0


def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text(f"x{MARKED}y")
    (tmp_path / "coded").write_bytes(base64.b64encode(f"ab{MARKED}".encode()))
    assert len(readable(tmp_path, {MARKED})) == 2


def test_credentials_do_not_show_themselves() -> None:
    service = ServiceAccount("1", "k", "s", MARKED)
    assert MARKED not in repr(service) + repr(OAuthClient("1", MARKED))
    assert service.kind is CredentialKind.SERVICE_ACCOUNT

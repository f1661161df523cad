"""A project of the user's own on the sandbox; each of its values can be told apart."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.samples import KEY
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.secrets import SecretStore

from .programs import memory_secrets, program, small_account

NAME = "Zebra & Sons Savings"
FILE = "Zebra---Sons-Savings"
"""How a file is called that is named after it."""

PROXY_USER = "alice.quagga"
PROXY_HOST = "gate.quagga-intranet.test"
PUSH_SERVER = "relay.quagga-intranet.test"
FOLDER = "/home/alice.quagga/Customers of Quagga"
TOKENS = tuple(f"MAMzLgIk{number}QmarkedToken{number}xyzVw{'Ab3' * 20}EndOf{number}Tok"
               for number in range(3))  # fmt: skip


def marked_project() -> Project:
    account = small_account()
    return Project(
        "own",
        NAME,
        project_id=account.service.project_id,
        client_id=account.client.client_id,
    )


def marks() -> dict[str, str]:
    """What a shared screen must not show, by what it is."""
    account = small_account()
    return {
        "name": NAME,
        "file": FILE,
        "proxy user": PROXY_USER,
        "proxy host": PROXY_HOST,
        "push server": PUSH_SERVER,
        "folder": FOLDER,
        "project id": account.service.project_id,
        "client id": account.client.client_id,
        "key id": account.service.key_id,
        "account": account.service.sub_account,
        "secret": account.client.client_secret,
        **{f"token {number}": token for number, token in enumerate(TOKENS)},
    }


def marked_secrets(folder: DataFolder) -> SecretStore:
    secrets = memory_secrets(folder)
    account = small_account()
    for kind, credential in (
        (CredentialKind.OAUTH, account.client),
        (CredentialKind.SERVICE_ACCOUNT, account.service),
    ):
        secrets.put(secret_name("own", kind), credential.to_json())
    return secrets


@asynccontextmanager
async def marked_program(folder: Path) -> AsyncIterator[Desk]:
    """The program with that project in force, and its devices chosen."""
    async with program(folder, marked_secrets) as desk:
        window = desk.window
        sandbox = next(p for p in window.projects.projects() if p.key == KEY)
        account = small_account()
        project = replace(
            marked_project(),
            push_host=sandbox.push_host,
            oauth_host=sandbox.oauth_host,
        )
        window.editing.save(project, [account.client, account.service])
        window.choice.choose("own")
        window.devices.add(TOKENS)
        yield desk

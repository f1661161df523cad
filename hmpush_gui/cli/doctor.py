"""`hmpush doctor [KEYFILE]`: what is wrong with a credential, without a network."""

import argparse
import os
import time
from pathlib import Path

from hmpush_gui.exchange.doctor_report import as_json, report
from hmpush_gui.pushkit.credential import Credential, OAuthClient, read_credential
from hmpush_gui.pushkit.doctor import examine, examine_file
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.pushkit.finding import Finding, State, worst
from hmpush_gui.pushkit.key_text import LARGEST
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.folder import DataFolder, default_path
from hmpush_gui.store.secrets import open_secrets

from .files import open_binary
from .outcome import BadInput, Exit
from .output import print_json
from .projects import CLIENT_ID, CLIENT_SECRET, KEY_FILE, find_project


def doctor(options: argparse.Namespace) -> Exit:
    """Print every finding; the exit code says whether one is wrong."""
    project = _project(options)
    path = options.file or os.environ.get(KEY_FILE, "")
    now = time.time()
    found: list[Finding] = []
    if path:
        found += examine_file(_content(path), project, now).findings
    given = _given(project, options.data_dir, with_key=not path)
    if given or not path:
        found += examine(project, given, now)
    if not path and not given:
        raise BadInput(
            f"There is nothing to look at: give a key file, set {KEY_FILE} or "
            f"{CLIENT_ID} and {CLIENT_SECRET}, or name a --project of the window."
        )
    if options.json:
        print_json(as_json(found))
    else:
        print(report(found, time.strftime("%Y-%m-%d %H:%M"), str), end="")
    return Exit.REJECTED if worst(found) is State.WRONG else Exit.GOOD


def _project(options: argparse.Namespace) -> Project | None:
    if options.project is None:
        return None
    return find_project(options.project, options.data_dir, None)


def _content(path: str) -> bytes:
    with open_binary(path) as file:
        try:
            return file.read(LARGEST + 1)
        except OSError as error:
            raise BadInput(f"{path} cannot be read: {error.strerror}.") from None


def _given(
    project: Project | None, data_dir: Path | None, *, with_key: bool
) -> list[Credential]:
    client_id, secret = os.environ.get(CLIENT_ID), os.environ.get(CLIENT_SECRET)
    if client_id and secret:
        return [OAuthClient(client_id, secret)]
    if project is None:
        return []
    secrets = open_secrets(DataFolder(data_dir or default_path()), mend=False)
    found = []
    for kind in CredentialKind:
        if kind is CredentialKind.OAUTH or with_key:
            try:
                text = secrets.get(secret_name(project.key, kind))
                found += [read_credential(kind, text)] if text is not None else []
            except (StoreError, CredentialError) as error:
                raise BadInput(str(error.sentence)) from None
    return found

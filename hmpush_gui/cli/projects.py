"""Finds the project and the credential that a command sends with."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hmpush_gui.pushkit.credential import (
    Credential,
    OAuthClient,
    ServiceAccount,
    credential_kinds,
    read_credential,
)
from hmpush_gui.pushkit.errors import CredentialError
from hmpush_gui.pushkit.message import Api
from hmpush_gui.pushkit.project import CredentialKind, Project, secret_name
from hmpush_gui.pushkit.project_rules import is_address
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.folder import DataFolder, default_path
from hmpush_gui.store.projects import ProjectStore
from hmpush_gui.store.secrets import open_secrets

from .files import read_text
from .outcome import BadInput

KEY_FILE = "HMPUSH_KEY_FILE"
CLIENT_ID = "HMPUSH_CLIENT_ID"
CLIENT_SECRET = "HMPUSH_CLIENT_SECRET"


def find_project(name: str, data_dir: Path | None, base_url: str | None) -> Project:
    """The project called `name` in the window, or one with that ID. Raises BadInput.

    `base_url` takes the place of both hosts, for a sandbox.
    """
    try:
        known = ProjectStore(DataFolder(data_dir or default_path())).load()
    except StoreError as error:
        raise BadInput(str(error.sentence)) from None
    found = [each for each in known if name in (each.name, each.key, each.project_id)]
    if len(found) > 1:
        raise BadInput(f"There are {len(found)} projects called {name}: use its ID.")
    if not found and not name.isdecimal():
        raise BadInput(f"There is no project called {name}. Give a project ID instead.")
    project = found[0] if found else Project(name, name, project_id=name)
    if base_url is not None and not is_address(base_url):
        raise BadInput(
            f"--base-url “{base_url}” is no address: it looks like http://host:8080."
        )
    project = replace(
        project, client_id=project.client_id or os.environ.get(CLIENT_ID, "")
    )
    if base_url:
        project = replace(project, push_host=base_url, oauth_host=base_url)
    return project


def refuse_without_id(project: Project, api: Api) -> None:
    """Raise BadInput where the address of a send would have no ID (facts A.1, B.1)."""
    if api is Api.V1 and not project.client_id:
        raise BadInput(
            f"v1 messages go to a client ID, and none is known of {project.name}: "
            f"set {CLIENT_ID}."
        )
    if api is not Api.V1 and not project.project_id:
        raise BadInput(
            f"{api} messages go to a project ID, and {project.name} has none: "
            "give it under Projects."
        )


def find_credential(
    project: Project,
    api: Api,
    key_file: str | None,
    data_dir: Path | None,
    environment: Mapping[str, str] = os.environ,
) -> Credential:
    """What to send with: a key file, the environment, or what the window keeps.

    Raises BadInput. A secret is never an argument: other users could read it.
    """
    try:
        for kind in credential_kinds(api):
            given = _given(kind, key_file, environment)
            if given is not None:
                _refuse_foreign(given, project, api)
                return given
        return _kept(project, api, data_dir)
    except CredentialError as error:
        raise BadInput(str(error.sentence)) from None


def _refuse_foreign(given: Credential, project: Project, api: Api) -> None:
    """Facts J 1: a key serves the apps of its own project only."""
    if not isinstance(given, ServiceAccount) or api is Api.V1:
        return
    if given.project_id != project.project_id:
        raise BadInput(
            f"The key file belongs to project {given.project_id}, but the message goes "
            f"to project {project.project_id}. Push Kit would refuse it with 80200001."
        )


def _given(
    kind: CredentialKind, key_file: str | None, environment: Mapping[str, str]
) -> Credential | None:
    if kind is CredentialKind.SERVICE_ACCOUNT:
        path = key_file or environment.get(KEY_FILE)
        return ServiceAccount.from_json(read_text(path)) if path else None
    client_id, secret = environment.get(CLIENT_ID), environment.get(CLIENT_SECRET)
    return OAuthClient(client_id, secret) if client_id and secret else None


def _kept(project: Project, api: Api, data_dir: Path | None) -> Credential:
    secrets = open_secrets(DataFolder(data_dir or default_path()), mend=False)
    for kind in credential_kinds(api):
        try:
            text = secrets.get(secret_name(project.key, kind))
        except StoreError as error:
            raise BadInput(str(error.sentence)) from None
        if text is not None:
            return read_credential(kind, text)
    wanted = f"{KEY_FILE} (path of a service-account key file)"
    if api.legacy:
        wanted += f", or {CLIENT_ID} and {CLIENT_SECRET}"
    raise BadInput(f"No credential for {api} messages of {project.name}: set {wanted}.")

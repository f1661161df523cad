"""Finds how a project reaches the network, as it is set in the window."""

import sys
from pathlib import Path

from hmpush_gui.pushkit.connection import NO_SECRETS, USUAL, kept_secrets
from hmpush_gui.pushkit.errors import Misconfigured
from hmpush_gui.pushkit.project import Project
from hmpush_gui.pushkit.wires import Wires, wires_for
from hmpush_gui.store.connections import ConnectionStore
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.folder import DataFolder, default_path
from hmpush_gui.store.secrets import open_secrets

from .outcome import BadInput


def find_wires(project: Project, data_dir: Path | None) -> Wires:
    """The wires of `project`. Raises BadInput.

    Where certificates go unchecked, it is said on the error output each time.
    """
    folder = DataFolder(data_dir or default_path())
    try:
        connection = ConnectionStore(folder).load().get(project.key, USUAL)
        secrets = NO_SECRETS
        if connection.has_login or connection.has_key_password:
            # What another session’s keyring encrypted is left alone.
            get = open_secrets(folder, mend=False).get
            secrets = kept_secrets(get, project.key, connection)
        wires = wires_for(connection, secrets)
    except StoreError as error:
        raise BadInput(str(error.sentence)) from None
    except Misconfigured as error:
        raise BadInput(str(error)) from None
    if not connection.verify:
        print(
            f"hmpush: NOT CHECKED: {project.name} sends to whoever answers; the "
            "credential and the messages can be read on the way.",
            file=sys.stderr,
        )
    return wires

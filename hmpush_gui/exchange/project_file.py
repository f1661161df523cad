"""A project as a file for colleagues: names, IDs and addresses, never a secret."""

import json
import uuid
from typing import Any

from hmpush_gui.pushkit.errors import DocumentError
from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.project_rules import bare_address
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .redact import Redactor

FORMAT = "hmpush-project-1"

KEYS = {
    "name": "name",
    "environment": "environment",
    "projectId": "project_id",
    "clientId": "client_id",
    "region": "region",
    "pushHost": "push_host",
    "oauthHost": "oauth_host",
}
"""What a file holds, and the field of Project it is. Nothing else ever goes in."""

LEFT_OUT = frozenset(("key", "memory_only"))
"""Fields that are this computer's own affair."""

_HOSTS = ("pushHost", "oauthHost")


def write_project(project: Project) -> str:
    """The file's text; a password in an address is left out."""
    content = {key: str(getattr(project, field)) for key, field in KEYS.items()}
    for key in _HOSTS:
        content[key] = bare_address(content[key])
    redact = Redactor(show_tokens=True).text
    content = {key: redact(value) for key, value in content.items()}
    return (
        json.dumps({"format": FORMAT, **content}, ensure_ascii=False, indent=2) + "\n"
    )


def read_project(text: str) -> Project:
    """A new project of a file's text. Raises DocumentError.

    What a file holds beside, it is not believed: no secret and no setting comes in.
    """
    try:
        content = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise DocumentError(_NOT_ONE)
    known: dict[str, Any] = {
        field: content[key]
        for key, field in KEYS.items()
        if isinstance(content.get(key), str)
    }
    try:
        environment = Environment(known.pop("environment", ""))
    except ValueError:
        environment = Environment.TEST
    if environment is Environment.SANDBOX:
        # A sandbox is on the computer it runs on.
        environment = Environment.TEST
    name = known.pop("name", "").strip()
    return Project(uuid.uuid4().hex, name, environment, **known)


_NOT_ONE = QT_TRANSLATE_NOOP(
    "exchange",
    "This is no project file. Choose a file that “Export project” of this program "
    "wrote; a key file is given inside a project.",
)

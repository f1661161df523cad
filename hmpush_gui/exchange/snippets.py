"""Pieces of code for the setup of an app and its server, with a project's own ids."""

from collections.abc import Callable
from dataclasses import dataclass

from hmpush_gui.pushkit.project import Environment, Project
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP, Sentence

from . import app_code, server_code


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of code to copy; `title` says what it is and in which language."""

    title: Sentence
    text: str


def snippet(name: str, project: Project | None) -> Snippet:
    """The piece called `name` for `project`. Raises KeyError.

    Without an id of its own, and for the sandbox, its place says what belongs there.
    Secrets are never in it: the code reads them from variables.
    """
    known = project is not None and project.environment is not Environment.SANDBOX
    used = project if project is not None and known else Project("", "")
    title, write = _PIECES[name]
    return Snippet(title, write(used))


def snippet_names() -> tuple[str, ...]:
    return tuple(_PIECES)


def _always(text: str) -> Callable[[Project], str]:
    return lambda _project: text


def _module(project: Project) -> str:
    return app_code.module_code(project.client_id or "CLIENT_ID")


_PIECES: dict[str, tuple[Sentence, Callable[[Project], str]]] = {
    "module": (QT_TRANSLATE_NOOP("setup", "The client ID (module.json5)"), _module),
    "token": (
        QT_TRANSLATE_NOOP("setup", "AAID and token at every start (ArkTS)"),
        _always(app_code.TOKEN),
    ),
    "home": (
        QT_TRANSLATE_NOOP("setup", "Sending the token home (ArkTS)"),
        _always(app_code.HOME),
    ),
    "permission": (
        QT_TRANSLATE_NOOP("setup", "Asking for notifications (ArkTS)"),
        _always(app_code.PERMISSION),
    ),
    "profile": (
        QT_TRANSLATE_NOOP("setup", "Binding and unbinding a profile ID (ArkTS)"),
        _always(app_code.PROFILE),
    ),
    "receive": (
        QT_TRANSLATE_NOOP("setup", "Receiving background messages (ArkTS)"),
        _always(app_code.RECEIVE),
    ),
    "listener": (
        QT_TRANSLATE_NOOP("setup", "The ability that receives (module.json5)"),
        _always(app_code.LISTENER),
    ),
    "jwt-python": (
        QT_TRANSLATE_NOOP("setup", "Sending with a JWT (Python)"),
        server_code.jwt_python,
    ),
    "jwt-typescript": (
        QT_TRANSLATE_NOOP("setup", "Sending with a JWT (TypeScript)"),
        server_code.jwt_typescript,
    ),
    "oauth-python": (
        QT_TRANSLATE_NOOP("setup", "An OAuth access token (Python)"),
        server_code.oauth_python,
    ),
    "oauth-typescript": (
        QT_TRANSLATE_NOOP("setup", "An OAuth access token (TypeScript)"),
        server_code.oauth_typescript,
    ),
}

"""A project against its credentials: IDs, the addresses in use, and the clock."""

from collections.abc import Collection
from datetime import UTC, datetime
from urllib.parse import urlsplit

from .credential import Credential, OAuthClient, ServiceAccount
from .finding import Finding, Part, fine, look, shown, wrong
from .project import OAUTH_HOST, PUSH_HOST, Environment, Project
from .project_rules import is_address
from .words import QT_TRANSLATE_NOOP, Sentence

_EARLIEST = 1_780_000_000
"""The summer of 2026: before it there was no such program."""

_LATEST = 4_102_444_800
"""The year 2100."""

_HERE = {"localhost", "127.0.0.1", "::1"}


def check_project(project: Project, given: Collection[Credential]) -> list[Finding]:
    """Whether the credentials `given` go with the project, and where it sends."""
    found = []
    for each in given:
        if isinstance(each, ServiceAccount):
            found.append(_same_project(project, each))
        else:
            found.append(_same_client(project, each))
    if given and not any(isinstance(each, ServiceAccount) for each in given):
        found.append(_only_oauth())
    hosts = {"push": (project.push_host, PUSH_HOST)}
    if any(isinstance(each, OAuthClient) for each in given):
        hosts["oauth"] = (project.oauth_host, OAUTH_HOST)
    sandbox = project.environment is Environment.SANDBOX
    return [*found, *(_host(name, *pair, sandbox) for name, pair in hosts.items())]


def check_clock(now: float) -> Finding:
    """Whether the clock can be right at all; how far off it is, only a server knows."""
    at = datetime.fromtimestamp(min(max(now, 0), _LATEST), UTC)
    if _EARLIEST <= now < _LATEST:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "This computer’s clock says {time} UTC. Push Kit’s own time is compared "
            "with it when it is asked.",
        ).format(time=f"{at:%Y-%m-%d %H:%M}")
        return fine(Part.CLOCK, "here", words)
    words = QT_TRANSLATE_NOOP(
        "pushkit", "This computer’s clock says {time} UTC, which cannot be."
    ).format(time=f"{at:%Y-%m-%d %H:%M}")
    return wrong(Part.CLOCK, "here", words, SET_CLOCK)


def _same_project(project: Project, account: ServiceAccount) -> Finding:
    address = f"{project.push_host}/v3/{project.project_id}/messages:send"
    if account.project_id == project.project_id:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "The key belongs to the project that is sent to: {address}"
        ).format(address=address)
        return fine(Part.PROJECT, "id", words)
    words = QT_TRANSLATE_NOOP(
        "pushkit",
        "The key belongs to project {key}, but messages go to project {here}. Push Kit "
        "refuses that with 80200001.",
    ).format(key=shown(account.project_id), here=shown(project.project_id) or "–")
    return wrong(
        Part.PROJECT,
        "id",
        words,
        QT_TRANSLATE_NOOP(
            "pushkit",
            "Put the ID of the key into the project, or choose the key file of the "
            "project that is meant.",
        ),
    )


def _same_client(project: Project, client: OAuthClient) -> Finding:
    if client.client_id == project.client_id:
        words = QT_TRANSLATE_NOOP(
            "pushkit", "The secret was given for the client ID of the project."
        )
        return fine(Part.PROJECT, "client", words)
    words = QT_TRANSLATE_NOOP(
        "pushkit",
        "The secret was given for client ID {kept}, but the project has {here}.",
    ).format(kept=shown(client.client_id), here=shown(project.client_id) or "–")
    return wrong(
        Part.PROJECT,
        "client",
        words,
        QT_TRANSLATE_NOOP("pushkit", "Type the secret that belongs to this client ID."),
    )


def _only_oauth() -> Finding:
    return look(
        Part.PROJECT,
        "generation",
        QT_TRANSLATE_NOOP(
            "pushkit",
            "A client secret sends v1 and v2 messages only; v3, for HarmonyOS 5 and "
            "later, refuses it.",
        ),
        QT_TRANSLATE_NOOP(
            "pushkit",
            "Add a service-account key if you send to HarmonyOS 5 and later.",
        ),
    )


def _host(name: str, host: str, usual: str, sandbox: bool) -> Finding:
    if not is_address(host):
        words = QT_TRANSLATE_NOOP("pushkit", "“{host}” is no address.")
        return wrong(Part.PROJECT, name, words.format(host=shown(host)), _usual(usual))
    parts = urlsplit(host)
    if sandbox or host == usual:
        words = QT_TRANSLATE_NOOP("pushkit", "Messages go to {host}.")
        if name == "oauth":
            words = QT_TRANSLATE_NOOP("pushkit", "Access tokens come from {host}.")
        return fine(Part.PROJECT, name, words.format(host=host))
    if parts.scheme == "http" and parts.hostname not in _HERE:
        words = QT_TRANSLATE_NOOP(
            "pushkit",
            "{host} is not encrypted: whoever is on the way can read the credential.",
        )
        return wrong(Part.PROJECT, name, words.format(host=shown(host)), _usual(usual))
    words = QT_TRANSLATE_NOOP(
        "pushkit", "{host} is not the address that Huawei documents."
    )
    return look(Part.PROJECT, name, words.format(host=shown(host)), _usual(usual))


def _usual(host: str) -> Sentence:
    return QT_TRANSLATE_NOOP("pushkit", "Huawei documents only {host}.").format(
        host=host
    )


SET_CLOCK = QT_TRANSLATE_NOOP(
    "pushkit",
    "Set the clock of this computer, or switch on its automatic setting: a token whose "
    "times are off is refused with 80200005 or 80200001.",
)

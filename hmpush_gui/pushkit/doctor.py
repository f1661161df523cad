"""Looks at credentials without sending anything anywhere."""

from collections.abc import Collection

from .client_checks import check_client
from .credential import Credential, OAuthClient, ServiceAccount
from .finding import Finding, Part, look
from .jwt_checks import check_own_jwt
from .key_checks import check_key
from .key_file import KeyFile, account_findings, read_key_file
from .project import Project
from .project_checks import check_clock, check_project
from .words import QT_TRANSLATE_NOOP


def examine_file(content: bytes, project: Project | None, now: float) -> KeyFile:
    """All about a key file; its account, if it can sign. Slow; never raises.

    `project` is where it is to be used, if that is known. `now` is in Unix seconds.
    """
    read = read_key_file(content)
    if read.account is None:
        return read
    keys = _key_findings(read.account, now)
    around = _around(project, [read.account], now)
    return KeyFile(read.account, (*read.findings, *keys, *around))


def examine(
    project: Project | None, given: Collection[Credential], now: float
) -> list[Finding]:
    """All about credentials that are at hand. Slow; never raises."""
    found: list[Finding] = []
    for each in given:
        if isinstance(each, OAuthClient):
            found += check_client(each)
        else:
            found += [*account_findings(each), *_key_findings(each, now)]
    if not given:
        found.append(_nothing())
    return [*found, *_around(project, given, now)]


def _key_findings(account: ServiceAccount, now: float) -> list[Finding]:
    key, found = check_key(account.private_key)
    return found if key is None else [*found, *check_own_jwt(account, key, now)]


def _around(
    project: Project | None, given: Collection[Credential], now: float
) -> list[Finding]:
    found = check_project(project, given) if project else []
    return [*found, check_clock(now)]


def _nothing() -> Finding:
    return look(
        Part.PROJECT,
        "none",
        QT_TRANSLATE_NOOP("pushkit", "The project has no credential yet."),
        QT_TRANSLATE_NOOP(
            "pushkit",
            "Choose a service-account key file, or type client ID and client secret.",
        ),
    )

"""What keeps a project from being saved: pure rules on its values."""

from collections.abc import Collection, Iterator
from urllib.parse import urlsplit, urlunsplit

from .credential import Credential, OAuthClient, ServiceAccount
from .project import CredentialKind, Project
from .words import QT_TRANSLATE_NOOP, Sentence


def wrong_with(
    project: Project,
    before: Project,
    kept: Collection[CredentialKind],
    given: Collection[Credential],
) -> Sentence | None:
    """The first thing wrong with `project`, which is to take the place of `before`.

    `kept` are the kinds of credential that are at hand for `before`; `given` are new.
    """
    for sentence in _all(project, before, kept, given):
        return sentence
    return None


def is_id(text: str) -> bool:
    """Whether `text` is digits only, as the IDs of AppGallery Connect are (J 1)."""
    return text.isascii() and text.isdecimal()


def is_address(text: str) -> bool:
    """Whether `text` is scheme and host, perhaps with a port and a path."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    good = parts.scheme in ("https", "http") and bool(parts.hostname)
    return good and port != 0 and not any(sign.isspace() for sign in text)


def bare_address(text: str) -> str:
    """An address without what may be secret in it: user, password, query, fragment."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


def _all(
    project: Project,
    before: Project,
    kept: Collection[CredentialKind],
    given: Collection[Credential],
) -> Iterator[Sentence]:
    yield from _ids(project)
    yield from _given(project, given)
    yield from _moved(project, before, kept, given)
    yield from _hosts(project)


def _ids(project: Project) -> Iterator[Sentence]:
    if not project.name:
        yield QT_TRANSLATE_NOOP("pushkit", "Give the project a name.")
    if not project.project_id and not project.client_id:
        yield QT_TRANSLATE_NOOP(
            "pushkit", "Give the project ID (v2, v3) or the client ID (v1)."
        )
    for text in (project.project_id, project.client_id):
        if text and not is_id(text):
            yield QT_TRANSLATE_NOOP(
                "pushkit", "“{text}” is not an ID: IDs are digits only."
            ).format(text=text)


def _given(project: Project, given: Collection[Credential]) -> Iterator[Sentence]:
    for credential in given:
        if isinstance(credential, OAuthClient) and not project.client_id:
            yield QT_TRANSLATE_NOOP("pushkit", "A client secret needs its client ID.")
        if isinstance(credential, ServiceAccount) and (
            problem := wrong_key(credential, project.project_id)
        ):
            yield problem


def wrong_key(key: ServiceAccount, project_id: str) -> Sentence | None:
    """That `key` is another project's than the one with `project_id`, if it is."""
    if key.project_id == project_id:
        return None
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "The key file belongs to project {key}, but the project ID here is "
        "{here}. Push Kit would refuse it with 80200001.",
    ).format(key=key.project_id, here=project_id or "–")


def _moved(
    project: Project,
    before: Project,
    kept: Collection[CredentialKind],
    given: Collection[Credential],
) -> Iterator[Sentence]:
    """A kept credential does not go with another ID."""
    still = set(kept) - {credential.kind for credential in given}
    if CredentialKind.OAUTH in still and before.client_id not in (
        "",
        project.client_id,
    ):
        yield QT_TRANSLATE_NOOP(
            "pushkit",
            "The kept client secret belongs to client ID {id}. Type the secret of the "
            "new one.",
        ).format(id=before.client_id)
    if CredentialKind.SERVICE_ACCOUNT in still and before.project_id not in (
        "",
        project.project_id,
    ):
        yield QT_TRANSLATE_NOOP(
            "pushkit",
            "The kept key file belongs to project {id}. Choose the key file of the new "
            "one.",
        ).format(id=before.project_id)


def _hosts(project: Project) -> Iterator[Sentence]:
    for host in (project.push_host, project.oauth_host):
        if not is_address(host):
            yield QT_TRANSLATE_NOOP(
                "pushkit",
                "“{host}” is no address. It looks like https://host or "
                "https://host:8443.",
            ).format(host=host)

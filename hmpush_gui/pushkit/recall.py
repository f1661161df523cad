"""What it takes to take a message back, and whether it is at hand (facts I.2)."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from .calls import revoke
from .device import Device
from .document import read
from .message import Api, Message, PushType
from .project import CredentialKind, Project
from .protocol import Request, Verdict
from .record import Action, SendSummary
from .reference import limits
from .words import QT_TRANSLATE_NOOP, Sentence

_NOTIFY_ID = ("payload", "notification", "notifyId")

_KINDS = frozenset({PushType.ALERT, PushType.SPEECH})

TAKEN = frozenset({Verdict.ACCEPTED, Verdict.UNKNOWN})
"""What may be on a phone, or on its way to one."""


def notify_id_of(message: Message) -> int | None:
    """The ID by which `message` can be recalled, None where it has none."""
    value = None if message.api.legacy else read(message.document, _NOTIFY_ID)
    if type(value) is int and 0 <= value <= limits()["notify_id_most"]:
        return value
    return None


def recall_requests(
    project: Project, message: Message, devices: Iterable[Device]
) -> Iterator[Request]:
    """The calls that take `message` back from `devices`, made when asked for.

    Raises ValueError for a message without a notify ID.
    """
    notify_id = notify_id_of(message)
    if notify_id is None:
        raise ValueError("no notify ID")
    rest = (device.token for device in devices)
    while batch := list(islice(rest, limits()["tokens"])):
        yield revoke(project, message.push_type, notify_id, batch).request


def refusal(
    send: SendSummary,
    project: Project | None,
    credentials: Collection[CredentialKind],
) -> Sentence | None:
    """Why a send cannot be recalled, None where it can.

    `project` is the one it went through as it is now, None if it is gone, and
    `credentials` are those it has.
    """
    return _by_message(send) or _by_project(send, project, credentials)


def _by_message(send: SendSummary) -> Sentence | None:
    if send.action is Action.RECALL:
        return QT_TRANSLATE_NOOP("recall", "This is a recall itself.")
    if send.api != Api.V3:
        return QT_TRANSLATE_NOOP("recall", "Push Kit recalls v3 messages only.")
    if send.push_type not in _KINDS:
        return QT_TRANSLATE_NOOP(
            "recall", "Only notifications and text-to-speech can be recalled."
        )
    if send.notify_id is None:
        return QT_TRANSLATE_NOOP("recall", "It was sent without a notify ID.")
    if not any(send.counts.get(verdict) for verdict in TAKEN):
        return QT_TRANSLATE_NOOP("recall", "No device has accepted it.")
    return None


def _by_project(
    send: SendSummary,
    project: Project | None,
    credentials: Collection[CredentialKind],
) -> Sentence | None:
    if project is None:
        return QT_TRANSLATE_NOOP("recall", "Its project is gone.")
    if project.environment is not send.environment:
        return QT_TRANSLATE_NOOP("recall", "Its project has another environment now.")
    if not project.client_id:
        return QT_TRANSLATE_NOOP("recall", "Its project has no client ID.")
    if CredentialKind.SERVICE_ACCOUNT not in credentials:
        return QT_TRANSLATE_NOOP("recall", "Its project has no service account.")
    return None

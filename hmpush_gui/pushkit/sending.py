"""Makes the calls that send a message: to tokens, to a topic, to a condition."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from uuid import uuid4

from .device import Device
from .document import Encoded, compact, encode, read
from .message import Api, Message
from .picked import tokens_in
from .placeholders import LABEL, UUID, is_personal, resolve
from .project import Project
from .protocol import Request


def send_url(project: Project, api: Api) -> str:
    """The `messages:send` address (facts A.1, B.1)."""
    owner = project.client_id if api is Api.V1 else project.project_id
    return f"{project.push_host.rstrip('/')}/{api}/{owner}/messages:send"


def send_request(
    project: Project, message: Message, encoded: Encoded, tokens: Sequence[str]
) -> Request:
    """The call that sends `message`, encoded once, to `tokens`."""
    return Request(
        "POST",
        send_url(project, message.api),
        _headers(message),
        encoded.with_tokens(tokens),
        tuple(tokens),
    )


def send_requests(
    project: Project, message: Message, tokens: Iterable[str]
) -> Iterator[Request]:
    """The calls that send `message`, each made when it is asked for.

    One for as many tokens as a request may carry; or a single one if the message names
    a topic or a condition, and then `tokens` are not looked at.
    """
    if target_of(message):
        yield target_request(project, message)
        return
    encoded = encode(message)
    rest = iter(tokens)
    while batch := tuple(islice(rest, message.token_cap)):
        yield send_request(project, message, encoded, batch)


def device_requests(
    project: Project,
    message: Message,
    devices: Iterable[Device],
    new_id: Callable[[], object] = uuid4,
) -> Iterator[Request]:
    """The calls that send `message` to `devices`; see `send_requests`.

    A message that names its device is a call of its own for each, with a `new_id`. For
    a topic or condition the name is empty.
    """
    if target_of(message):
        values = {LABEL: "", UUID: str(new_id())}
        request = target_request(project, resolve(message, values))
        # Outcomes are kept by the target as it was written.
        yield replace(request, tokens=(target_of(message),))
        return
    if not is_personal(message):
        yield from send_requests(project, message, tokens_in(devices))
        return
    for device in devices:
        values = {LABEL: device.label, UUID: str(new_id())}
        own = resolve(message, values)
        yield send_request(project, own, encode(own), (device.token,))


def target_of(message: Message) -> str:
    """Whom a message goes to that names no tokens; empty for any other (facts A.4).

    A topic is written as it would stand in a condition: `'news' in topics`. No token
    looks like that, so it can take a token's place wherever outcomes are kept.
    """
    if not message.api.legacy:
        return ""
    topic = _word(message, "topic")
    if topic:
        return f"'{topic}' in topics"
    return _word(message, "condition")


def target_request(project: Project, message: Message) -> Request:
    """The call that sends `message` to the topic or condition it names.

    It has one outcome, whose token is the target: Push Kit takes or refuses the whole,
    and tells nobody how many devices that is.
    """
    body = dict(message.document["message"])
    # One target only: an empty list beside it is refused (facts A.4).
    body.pop("token", None)
    return Request(
        "POST",
        send_url(project, message.api),
        _headers(message),
        compact({**message.document, "message": body}),
        (target_of(message),),
    )


def _headers(message: Message) -> dict[str, str]:
    headers = {"Content-Type": "application/json;charset=UTF-8"}
    if not message.api.legacy:
        headers["push-type"] = message.push_type
    return headers


def _word(message: Message, key: str) -> str:
    value = read(message.document, ("message", key))
    return value if isinstance(value, str) else ""

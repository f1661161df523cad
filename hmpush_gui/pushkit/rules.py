"""What Push Kit would refuse, or silently change, found before sending."""

from collections.abc import Collection, Iterator

from .credential import credential_kinds
from .document import Path, read
from .kinds import kind_of
from .message import Api, Message, PushType
from .message_rules import message_problems
from .problem import DEVICES, PROJECT, Problem, Severity, blocking, hint, warning
from .project import CredentialKind, Environment, Project
from .reference import regions
from .schema_rules import schema_problems
from .words import QT_TRANSLATE_NOOP, Number, Sentence

_FOR_PHONES = ("notification", "data")
"""Shapes of v1 and v2 messages that are for Huawei’s phones; others have browsers."""


def check(
    message: Message,
    device_count: int,
    project: Project | None,
    credentials: Collection[CredentialKind],
) -> list[Problem]:
    """All problems of sending `message` to so many devices of `project`, worst first.

    `credentials` are the kinds that are at hand for the project.
    """
    problems = check_message(message)
    problems += _project(message, project, credentials)
    problems += _devices(message, device_count)
    if device_count and (project is None or not _plays(project)):
        problems += _generation(message)
    return _worst_first(problems)


def check_message(message: Message) -> list[Problem]:
    """All problems of `message` by itself, worst first.

    A place that blocks has that one problem only: the others would say it again.
    """
    found: list[Problem] = []
    blocked: set[Path] = set()
    for problem in _worst_first(
        [
            *_other_generation(message),
            *schema_problems(message),
            *message_problems(message),
        ]
    ):
        if problem.path not in blocked:
            found.append(problem)
        if problem.severity is Severity.BLOCKING:
            blocked.add(problem.path)
    return found


def _other_generation(message: Message) -> Iterator[Problem]:
    """Facts 0.1: a message sent to the address of the other generation."""
    own, other = "message", "payload"
    if not message.api.legacy:
        own, other = other, own
    if other not in message.document or own in message.document:
        return
    sentence = QT_TRANSLATE_NOOP(
        "pushkit",
        "This is no {api} message: it has a {other} and no {own}. "
        "Send it as {fitting}.",
    ).format(
        api=message.api,
        other=other,
        own=own,
        fitting="v3" if message.api.legacy else "v1 / v2",
    )
    yield blocking("other-generation", (own,), sentence, "0.1")


def topic_target(message: Message) -> str:
    """The topic or condition of a v1 or v2 message; empty where tokens are used."""
    for name in ("topic", "condition"):
        value = read(message.document, ("message", name))
        if message.api.legacy and isinstance(value, str) and value:
            return value
    return ""


def _worst_first(problems: list[Problem]) -> list[Problem]:
    order = list(Severity)
    return sorted(problems, key=lambda problem: order.index(problem.severity))


def _project(
    message: Message, project: Project | None, credentials: Collection[CredentialKind]
) -> Iterator[Problem]:
    if project is None:
        sentence = QT_TRANSLATE_NOOP("pushkit", "Choose or create a project first.")
        yield blocking("project", PROJECT, sentence, "", "")
        return
    owner = project.client_id if message.api is Api.V1 else project.project_id
    if not (owner.isascii() and owner.isdigit()):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "{api} messages need the project’s {name}: digits from AppGallery Connect.",
        ).format(
            api=message.api,
            name="client ID" if message.api is Api.V1 else "project ID",
        )
        yield blocking("project-id", PROJECT, sentence, "A.1, B.1, J 1", "80200001")
    if not _plays(project):
        yield from _region(project)
        yield from _live_view_region(message, project)
    usable = credential_kinds(message.api)
    if not set(usable) & set(credentials):
        yield blocking("credential", PROJECT, _missing(usable[0]), "0.1", "80200001")


def _region(project: Project) -> Iterator[Problem]:
    """Facts E: one push host is documented; the data location is a project setting."""
    documented = {region.push_host for region in regions() if region.documented}
    if project.push_host.rstrip("/") not in documented:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Huawei documents no push host {host}. If tokens are refused as illegal, "
            "they probably belong to another region than this address.",
        ).format(host=project.push_host)
        yield hint("region", PROJECT, sentence, "E")


def _plays(project: Project) -> bool:
    """Whether nothing of it reaches Push Kit, or any real phone."""
    return project.environment is Environment.SANDBOX


def _live_view_region(message: Message, project: Project) -> Iterator[Problem]:
    if message.push_type == PushType.LIVE_VIEW and project.region != "china":
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "Live views by push need China as the project’s default data processing "
            "location; here it is another one.",
        )
        yield warning("live-view-region", PROJECT, sentence, "B.9, E")


def _missing(kind: CredentialKind) -> Sentence:
    if kind is CredentialKind.OAUTH:
        return QT_TRANSLATE_NOOP(
            "pushkit",
            "This project has no client secret. v1 and v2 messages need one: "
            "add it under Projects.",
        )
    return QT_TRANSLATE_NOOP(
        "pushkit",
        "This project has no service-account key. v3 messages need one: "
        "add the key file under Projects.",
    )


def _generation(message: Message) -> Iterator[Problem]:
    """Facts 0.1, J 25. A token does not show its generation, and v3 is what we offer
    first: only who chose v1 or v2 is reminded.
    """
    if not message.api.legacy or topic_target(message):
        return
    if kind_of(message).shape in _FOR_PHONES:
        sentence = QT_TRANSLATE_NOOP(
            "pushkit",
            "{api} messages reach HarmonyOS 4 and older, EMUI and Android only. For "
            "devices with HarmonyOS 5 and later, send a v3 message.",
        ).format(api=message.api)
        yield hint("generation", DEVICES, sentence, "0.1, K 1, J 25")


def _devices(message: Message, count: int) -> Iterator[Problem]:
    if target := topic_target(message):
        sentence = QT_TRANSLATE_NOOP(
            "pushkit", "This message goes to “{target}”, not to the chosen devices."
        ).format(target=target)
        yield hint("topic", DEVICES, sentence, "A.4")
    elif not count:
        sentence = QT_TRANSLATE_NOOP("pushkit", "Choose at least one device.")
        yield blocking("devices", DEVICES, sentence, "D", "80300010")
    elif count > message.token_cap:
        if message.token_cap == 1:
            sentence = QT_TRANSLATE_NOOP(
                "pushkit", "{count} devices get a request each: this kind takes one."
            )
        else:
            sentence = QT_TRANSLATE_NOOP(
                "pushkit",
                "{count} devices go out in {requests} requests of up to {cap}.",
            )
        sentence = sentence.format(
            count=Number(count),
            requests=Number(-(-count // message.token_cap)),
            cap=Number(message.token_cap),
        )
        yield hint("split", DEVICES, sentence, "D")

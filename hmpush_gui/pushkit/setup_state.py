"""Which steps of the setup are done: those we can know of, and those ticked by hand."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

from .message import Message
from .project import CredentialKind, Environment, Project
from .setup_steps import steps
from .usage import is_counted_test
from .words import QT_TRANSLATE_NOOP, Sentence


class Proof(StrEnum):
    """A push that was accepted: by the sandbox, as a test, or formally."""

    SANDBOX = "sandbox"
    TEST = "test"
    FORMAL = "formal"


def proof_of(environment: Environment, message: Message) -> Proof | None:
    """What it proves that `message` was accepted there (facts C.4).

    A dry run of v1 and v2 proves nothing: nobody got it.
    """
    if environment is Environment.SANDBOX:
        return Proof.SANDBOX
    if is_counted_test(message):
        return Proof.TEST
    return None if message.is_test else Proof.FORMAL


@dataclass(frozen=True, slots=True)
class Known:
    """What the program knows of a project; None while there is none of one's own.

    `tokens` is how many devices it has, `location` the words for its data location.
    """

    project: Project | None = None
    at_hand: frozenset[CredentialKind] = frozenset()
    tokens: int = 0
    accepted: frozenset[Proof] = frozenset()
    location: str = ""

    @property
    def is_real(self) -> bool:
        """Whether the real Push Kit has taken something from it."""
        return bool(self.accepted & {Proof.TEST, Proof.FORMAL})


@dataclass(frozen=True, slots=True)
class Mark:
    """How a step stands.

    `known` tells that the program knows it to be done. `by_hand` says that a person may
    tick it: most of it happens where the program cannot look. `note` is what the
    program sees of it, None if nothing.
    """

    done: bool
    known: bool = False
    by_hand: bool = False
    note: Sentence | None = None


def mark_of(key: str, known: Known, ticked: Collection[str]) -> Mark:
    """How the step `key` stands; `ticked` are those that were ticked by hand."""
    judge = _JUDGES.get(key)
    seen, note = judge(known) if judge else (False, None)
    by_hand = key not in _SEEN and not seen
    return Mark(seen or (by_hand and key in ticked), seen, by_hand, note)


def progress(known: Known, ticked: Collection[str]) -> tuple[int, int]:
    """How many steps are done, and of how many; optional ones are not counted."""
    needed = [step.key for step in steps() if not step.optional]
    done = [key for key in needed if mark_of(key, known, ticked).done]
    return len(done), len(needed)


def next_step(known: Known, ticked: Collection[str]) -> str:
    """The first step that is needed and not done; the last one when all are."""
    for step in steps():
        if not step.optional and not mark_of(step.key, known, ticked).done:
            return step.key
    return steps()[-1].key


_SEEN = frozenset({"sandbox", "ids", "key", "token", "test", "formal"})
"""Steps that happen here: they tick themselves."""

Judged = tuple[bool, Sentence | None]


def _sandbox(known: Known) -> Judged:
    done = Proof.SANDBOX in known.accepted
    return done, _BY_SANDBOX if done else None


def _enable(known: Known) -> Judged:
    return known.is_real, _BY_PUSH_KIT if known.is_real else None


def _location(known: Known) -> Judged:
    note = _LOCATION.format(location=known.location) if known.location else None
    return False, note


def _ids(known: Known) -> Judged:
    project = known.project
    if project is None:
        return False, _NO_PROJECT
    values = {"project": project.project_id or "–", "client": project.client_id or "–"}
    return bool(project.project_id and project.client_id), _IDS.format(**values)


def _key(known: Known) -> Judged:
    if CredentialKind.SERVICE_ACCOUNT in known.at_hand:
        return True, _KEPT
    return False, _SECRET_ONLY if CredentialKind.OAUTH in known.at_hand else None


def _client_id(known: Known) -> Judged:
    project = known.project
    client = project.client_id if project else ""
    return False, _CLIENT.format(client=client) if client else None


def _token(known: Known) -> Judged:
    if not known.tokens:
        return False, None
    return True, _DEVICES.format(count=known.tokens)


def _test(known: Known) -> Judged:
    return known.is_real, _BY_PUSH_KIT if known.is_real else None


def _formal(known: Known) -> Judged:
    done = Proof.FORMAL in known.accepted
    return done, _FORMALLY if done else None


_BY_SANDBOX = QT_TRANSLATE_NOOP("setup", "The sandbox accepted a push.")
_BY_PUSH_KIT = QT_TRANSLATE_NOOP("setup", "Push Kit accepted a push of this project.")
_FORMALLY = QT_TRANSLATE_NOOP("setup", "Push Kit accepted a push that was no test.")
_LOCATION = QT_TRANSLATE_NOOP("setup", "In the project here: {location}.")
_NO_PROJECT = QT_TRANSLATE_NOOP("setup", "There is no project here yet.")
_IDS = QT_TRANSLATE_NOOP("setup", "Project ID {project}, client ID {client}.")
_KEPT = QT_TRANSLATE_NOOP("setup", "There is a service-account key.")
_SECRET_ONLY = QT_TRANSLATE_NOOP(
    "setup", "There is a client secret: enough for v1 and v2, not for v3."
)
_CLIENT = QT_TRANSLATE_NOOP("setup", "The client ID here: {client}.")
_DEVICES = QT_TRANSLATE_NOOP("setup", "Devices of this project: {count}.")

_JUDGES: dict[str, Callable[[Known], Judged]] = {
    "sandbox": _sandbox,
    "enable": _enable,
    "location": _location,
    "ids": _ids,
    "key": _key,
    "client-id": _client_id,
    "token": _token,
    "test": _test,
    "formal": _formal,
}

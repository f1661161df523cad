"""`messages:send`: from a judged request to phones and receipts."""

from hmpush_gui.pushkit.document import read
from hmpush_gui.pushkit.message import Api, Message

from .body import peek_tokens
from .books import Fate
from .carrier import Addressee
from .desk import Done, Errand
from .images import pictures
from .judge import Submission, judge
from .letter import write_letter
from .refusal import Refusal
from .tally import Tally, tally
from .tokens import find_states, refused_places
from .wire import HttpReply
from .world import World

_CHECKED_PICTURES = frozenset({"0", "1", "2"})
"""Push-types whose pictures can be checked (facts B.11)."""


def send(world: World, errand: Errand, app_id: str) -> Done:
    """Answer, and bring the message to the phones. Raises Refusal.

    `app_id` is the demo app's, for the receipts of v1 and v2.
    """
    api = errand.address.api or Api.V3
    submission = judge(api, errand.request)
    _check_app(world, submission.message)
    found = _tally(world, submission)
    reply = found.reply(errand.request_id)
    if submission.dry:
        return Done(reply)
    if submission.audience is not None:
        _begin_topic_task(world, errand)
    world.books.note((token for token, _ in found.taken), Fate.ACCEPTED)
    world.books.note(found.refused_tokens, Fate.REFUSED)
    to = found.taken if submission.audience is None else _audience(world, submission)
    return _deliver(world, submission.message, to, errand, reply, app_id)


def note_refused(world: World, errand: Errand, fate: Fate) -> None:
    """Keep the books of a request that was not taken."""
    legacy = errand.address.api is not Api.V3
    path = ("message" if legacy else "target", "token")
    world.books.note(peek_tokens(errand.request.body, path), fate)


def _check_app(world: World, message: Message) -> None:
    """Refuse what the app as a whole may not do (facts F.2)."""
    rights, now = world.carrier.rights, world.now()
    if message.api.legacy:
        urgency = read(message.document, ("message", "android", "urgency"))
        if urgency == "HIGH" and not rights.urgent:
            raise Refusal("80300011", "No permission to send high-priority messages")
        return
    if rights.penalty:
        raise Refusal("80300037", "Disable send huawei msg because of penalty")
    if message.is_test and world.carrier.allowance.hurries(now):
        raise Refusal("80300029", "test message request limit")
    if rights.verified_images and message.push_type in _CHECKED_PICTURES:
        for url in pictures(message):
            if world.images.standing(url, message.push_type, now) is None:
                raise Refusal("80100022", "Anti-Spam: image not verify")


def _tally(world: World, submission: Submission) -> Tally:
    found = tally(submission, world.states, world.carrier.rights)
    if world.carrier.rights.verified_images and not found.refused:
        message, now = submission.message, world.now()
        kind = message.push_type
        for url in pictures(message) if kind in _CHECKED_PICTURES else ():
            if reason := world.images.standing(url, kind, now):
                places = range(len(submission.tokens))
                return Tally(submission, dict.fromkeys(places, reason), found.states)
    return found


def _begin_topic_task(world: World, errand: Errand) -> None:
    """Refuse one task too many at the same time (facts A.10, F.2)."""
    now, most = world.now(), world.carrier.allowance.quotas.topic_tasks
    if not world.topic_tasks.begin(now, now + errand.lasts, most):
        text = "The number of topic tasks at the same time exceeds the limit"
        raise Refusal("80100017", f"{text} {most}")


def _audience(world: World, submission: Submission) -> list[Addressee]:
    """The phones whose app takes the topics that are meant (facts A.4)."""
    if submission.audience is None:
        return []
    tokens = world.topics.tokens(submission.audience)
    states = find_states(tokens, world.states)
    refused = refused_places(states, submission.message.api, format_only=False)
    pairs = enumerate(zip(tokens, states, strict=True))
    return [pair for place, pair in pairs if place not in refused]


def _deliver(
    world: World,
    message: Message,
    to: list[Addressee],
    errand: Errand,
    reply: HttpReply,
    app_id: str,
) -> Done:
    now, carrier = world.now(), world.carrier
    letter = write_letter(message, errand.request_id, now, carrier.rights, app_id)
    verdict = 0
    if letter.test and to:
        verdict = carrier.allowance.take_test(message.api.legacy, len(to), now)
    round_ = carrier.carry(letter, to, now, verdict)
    world.keep(round_)
    return Done(reply, tuple(round_.delivered), (), tuple(round_.sheets))

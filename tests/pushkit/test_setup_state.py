"""What is done, and how that is known."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from hmpush_gui.pushkit.document import write
from hmpush_gui.pushkit.kinds import kind
from hmpush_gui.pushkit.message import Message
from hmpush_gui.pushkit.project import CredentialKind, Environment, Project
from hmpush_gui.pushkit.setup_state import (
    Known,
    Mark,
    Proof,
    mark_of,
    next_step,
    progress,
    proof_of,
)
from hmpush_gui.pushkit.setup_steps import step_keys

SHOP = Project("shop", "Shop", project_id="101", client_id="202")
NOTHING = Known()
KEY = frozenset({CredentialKind.SERVICE_ACCOUNT})
SECRET = frozenset({CredentialKind.OAUTH})
TEST, FORMAL = Environment.TEST, Environment.FORMAL


def legacy(**values: object) -> Message:
    made = kind("v1-notification").message()
    user = ("message", "android", "target_user_type")
    document = write(made.document, user, values.get("user", 0))
    document = write(document, ("validate_only",), values.get("dry", False))
    return Message(made.api, "", document)


def v3(test: bool) -> Message:
    made = kind("v3-alert").message()
    document = write(made.document, ("pushOptions", "testMessage"), test)
    return Message(made.api, made.push_type, document)


@pytest.mark.parametrize(
    ("environment", "message", "proof"),
    [
        (Environment.SANDBOX, v3(test=True), Proof.SANDBOX),
        (TEST, v3(test=True), Proof.TEST),
        (TEST, v3(test=False), Proof.FORMAL),
        (FORMAL, v3(test=True), Proof.TEST),
        (TEST, legacy(user=1), Proof.TEST),
        (TEST, legacy(), Proof.FORMAL),
        (TEST, legacy(dry=True), None),
    ],
)
def test_what_was_accepted_proves_something(
    environment: Environment, message: Message, proof: Proof | None
) -> None:
    assert proof_of(environment, message) is proof


def known(*accepted: Proof) -> Known:
    return Known(SHOP, KEY, 3, frozenset(accepted), "China")


@pytest.mark.parametrize(
    ("step", "found", "note"),
    [
        ("sandbox", known(Proof.SANDBOX), "The sandbox accepted"),
        ("enable", known(Proof.TEST), "Push Kit accepted"),
        ("ids", known(), "Project ID 101, client ID 202."),
        ("key", known(), "service-account key"),
        ("token", known(), "Devices of this project: 3."),
        ("test", known(Proof.TEST), "Push Kit accepted"),
        ("test", known(Proof.FORMAL), "Push Kit accepted"),
        ("formal", known(Proof.FORMAL), "no test"),
    ],
)
def test_a_step_ticks_itself_where_we_can_know(
    step: str, found: Known, note: str
) -> None:
    before = mark_of(step, NOTHING, ())
    assert not before.done
    mark = mark_of(step, found, ())
    assert mark.done
    assert mark.known
    assert not mark.by_hand
    assert note in str(mark.note)


@pytest.mark.parametrize(
    ("step", "found", "note"),
    [
        ("formal", known(Proof.TEST), "None"),
        ("test", known(Proof.SANDBOX), "None"),
        ("ids", NOTHING, "no project here"),
        ("ids", replace(known(), project=Project("x", "X")), "Project ID –"),
        ("key", replace(known(), at_hand=SECRET), "not for v3"),
        ("location", known(), "In the project here: China."),
        ("client-id", known(), "The client ID here: 202."),
    ],
)
def test_what_is_not_enough_is_told_and_ticks_nothing(
    step: str, found: Known, note: str
) -> None:
    mark = mark_of(step, found, ())
    assert not mark.done
    assert note in str(mark.note)


@pytest.mark.parametrize("step", step_keys())
def test_by_hand_only_what_nobody_here_can_see(step: str) -> None:
    mark = mark_of(step, NOTHING, {step})
    assert mark.done is mark.by_hand
    seen = {"sandbox", "ids", "key", "token", "test", "formal"}
    assert mark.by_hand is (step not in seen)


@pytest.mark.parametrize(
    ("found", "ticked", "step", "done"),
    [
        (NOTHING, (), "sandbox", 0),
        (known(Proof.SANDBOX), (), "enable", 4),
        (known(Proof.SANDBOX), ("enable", "profile"), "location", 5),
        (known(*Proof), set(step_keys()), "formal", 11),
    ],
)
def test_the_guide_goes_on_with_the_first_open_step(
    found: Known, ticked: Collection[str], step: str, done: int
) -> None:
    assert next_step(found, ticked) == step
    assert progress(found, ticked) == (done, 11)


def test_a_mark_starts_out_open() -> None:
    assert Mark(done=False) == Mark(False, known=False, by_hand=False, note=None)

"""What people do to the app on their phones: remove it, install it, move to NEXT."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from .tokens import REASONS, TokenState, fresh_token

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .phone import Delivery
    from .service import Sandbox


class Change(StrEnum):
    """What happens to an app; to its token, and to what is sent to that."""

    REMOVE = "remove"
    """Requests are accepted, and the receipt says 2 (facts I.1)."""
    REINSTALL = "reinstall"
    """There is a new token; of the old one the receipt says 5 (facts I.1)."""
    UPGRADE = "upgrade"
    """There is a new token, for v3; the old one is refused with noRight (facts D.1)."""


_OLD = {
    Change.REMOVE: TokenState.GONE,
    Change.REINSTALL: TokenState.STALE,
    Change.UPGRADE: TokenState.UPGRADED,
}
_NEW = {Change.REINSTALL: TokenState.LIVE, Change.UPGRADE: TokenState.NEXT}


class Changed(NamedTuple):
    """One phone after a change: its old token, what it was, and the new token.

    `fresh` is empty where there is no app to have one. `gone` is what lay on it.
    """

    token: str
    before: TokenState
    fresh: str
    gone: "tuple[Delivery, ...]"


def change_apps(
    sandbox: "Sandbox", tokens: "Iterable[str]", change: Change
) -> list[Changed]:
    """Do it on the phones of `tokens`; their notifications go with the old app.

    A token that the server refuses as it is stays refused.
    """
    with sandbox.lock:
        before = {token: sandbox.world.state(token) for token in tokens}
    for token, state in before.items():
        if state not in REASONS:
            sandbox.set_state(token, _OLD[change])
    # Not earlier: what comes in between would lie there without an app.
    gone = sandbox.clear_phones(before)
    return [
        Changed(token, state, _fresh(change), tuple(gone.get(token, ())))
        for token, state in before.items()
    ]


def _fresh(change: Change) -> str:
    return fresh_token(_NEW[change]) if change in _NEW else ""


def undo_changes(sandbox: "Sandbox", changed: "Iterable[Changed]") -> None:
    """Have the phones as they were, with what lay on them; new tokens are nobody's."""
    for each in changed:
        sandbox.set_state(each.token, each.before)
        if each.fresh:
            sandbox.set_state(each.fresh, TokenState.STALE)
        sandbox.put_back(each.gone)

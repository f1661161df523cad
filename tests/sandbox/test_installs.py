"""What becomes of tokens when people remove an app and install it again."""

from collections.abc import Callable
from typing import Any

import pytest

from hmpush_gui.sandbox.installs import Change, change_apps, undo_changes
from hmpush_gui.sandbox.tokens import TokenState, make_token, state_of

from .conftest import Asker, Reply, put

Json = dict[str, Any]
Send = Callable[..., Reply]

PHONE = make_token(TokenState.LIVE, 1)
DEAD = make_token(TokenState.DEAD, 4)


@pytest.fixture
def send(asker: Asker, alert: Json) -> Send:
    return lambda *tokens: asker.send(put(alert, "target.token", list(tokens)))


def results(asker: Asker) -> list[tuple[str, int]]:
    return [(each.token, each.result) for each in asker.sandbox.receipts]


@pytest.mark.parametrize(("change", "result"), [("remove", 2), ("reinstall", 5)])
def test_the_old_token_is_accepted_and_its_receipt_says_why(
    asker: Asker, send: Send, change: str, result: int
) -> None:
    change_apps(asker.sandbox, [PHONE], Change(change))
    assert send(PHONE).code == "80000000"
    assert results(asker) == [(PHONE, result)]
    assert not asker.sandbox.deliveries


def test_after_an_upgrade_the_old_token_has_no_right(asker: Asker, send: Send) -> None:
    [changed] = change_apps(asker.sandbox, [PHONE], Change.UPGRADE)
    answer = send(PHONE)
    assert answer.code == "80300007"
    assert "noRight" in answer.msg
    assert state_of(changed.fresh) is TokenState.NEXT


def test_a_new_token_is_another_one_each_time_and_works(
    asker: Asker, send: Send
) -> None:
    fresh = {
        change_apps(asker.sandbox, [PHONE], Change.REINSTALL)[0].fresh for _ in range(9)
    }
    assert len(fresh) == 9
    token = fresh.pop()
    send(token)
    assert [each.token for each in asker.sandbox.deliveries] == [token]


def test_notifications_go_with_the_app_and_come_back(asker: Asker, send: Send) -> None:
    other = make_token(TokenState.LIVE, 2)
    send(PHONE, other)
    removed: list[str] = []
    asker.sandbox.on_removal(lambda gone: removed.extend(each.token for each in gone))
    changed = change_apps(asker.sandbox, [PHONE], Change.REMOVE)
    assert removed == [PHONE]
    assert [each.token for each in asker.sandbox.deliveries] == [other]
    undo_changes(asker.sandbox, changed)
    assert [each.token for each in asker.sandbox.deliveries] == [other, PHONE]
    send(PHONE)
    assert results(asker)[-1] == (PHONE, 0)


@pytest.mark.parametrize("change", Change)
def test_what_comes_in_while_an_app_is_removed_does_not_outlive_it(
    asker: Asker, send: Send, change: Change
) -> None:
    send(PHONE)
    asker.sandbox.on_removal(lambda _gone: send(PHONE))
    change_apps(asker.sandbox, [PHONE], change)
    assert not asker.sandbox.deliveries


def test_what_waited_for_a_removed_app_is_lost_and_told(
    asker: Asker, send: Send
) -> None:
    asker.sandbox.set_state(PHONE, TokenState.OFFLINE)
    send(PHONE)
    change_apps(asker.sandbox, [PHONE], Change.REMOVE)
    assert results(asker) == [(PHONE, 2)]


def test_a_token_that_is_refused_stays_refused(asker: Asker, send: Send) -> None:
    change_apps(asker.sandbox, [DEAD], Change.REINSTALL)
    assert "tokenFormatError" in send(DEAD).msg


def test_undoing_leaves_nobody_behind_the_new_token(asker: Asker, send: Send) -> None:
    changed = change_apps(asker.sandbox, [PHONE], Change.REINSTALL)
    undo_changes(asker.sandbox, changed)
    send(changed[0].fresh)
    assert results(asker) == [(changed[0].fresh, 5)]

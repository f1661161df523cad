"""Phones keep what arrived, and replace what has the same notify id."""

from hmpush_gui.pushkit.message import Api
from hmpush_gui.sandbox.phone import Delivery, Phones, notify_slot


def _delivery(token: str, title: str, notify_id: int | None = None) -> Delivery:
    return Delivery(
        token=token,
        at=1.0,
        request_id="0" * 24,
        api=Api.V3,
        push_type="0",
        title=title,
        body="",
        category="IM",
        alerting=True,
        shows=True,
        data="",
        test=False,
        notify_id=notify_id,
        image="",
        lines=(),
        slot=notify_slot("0", notify_id),
    )


def _titles(phones: Phones) -> list[str]:
    return [each.title for each in phones.all()]


def test_messages_lie_in_order_of_arrival() -> None:
    phones = Phones(keep=10)

    phones.receive([_delivery("a", "1"), _delivery("b", "2")])
    phones.receive([_delivery("a", "3")])

    assert _titles(phones) == ["1", "2", "3"]


def test_the_same_notify_id_replaces_on_the_same_phone_and_moves_up() -> None:
    phones = Phones(keep=10)

    phones.receive([_delivery("a", "old", 7), _delivery("a", "other", 8)])
    phones.receive([_delivery("b", "elsewhere", 7), _delivery("a", "new", 7)])

    assert _titles(phones) == ["other", "elsewhere", "new"]


def test_messages_without_a_notify_id_replace_nothing() -> None:
    phones = Phones(keep=10)

    phones.receive([_delivery("a", "1"), _delivery("a", "2"), _delivery("a", "3", 0)])

    assert _titles(phones) == ["1", "2", "3"]


def test_only_the_newest_are_kept() -> None:
    phones = Phones(keep=2)

    phones.receive(_delivery("a", str(number)) for number in range(5))

    assert _titles(phones) == ["3", "4"]


def test_the_list_is_the_askers_own() -> None:
    phones = Phones(keep=2)
    phones.receive([_delivery("a", "1")])

    phones.all().clear()

    assert _titles(phones) == ["1"]

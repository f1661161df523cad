from contextlib import ExitStack

from hmpush_gui.pushkit.lanes import Lanes


class Client:
    """Somebody who works."""


def test_calls_one_after_the_other_share_one_client() -> None:
    lanes = Lanes(Client)
    with lanes.take() as first:
        pass
    with lanes.take() as second:
        assert second is first
    assert lanes.clients == [first]


def test_no_client_has_more_calls_than_there_is_room() -> None:
    lanes = Lanes(Client, room=8)
    with ExitStack() as stack:
        taken = [stack.enter_context(lanes.take()) for _ in range(50)]
        assert {taken.count(each) for each in lanes.clients} == {8, 2}
        assert len(lanes.clients) == 7


def test_a_client_that_is_free_again_is_taken_before_a_new_one() -> None:
    lanes = Lanes(Client, room=1)
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(lanes.take())
    with lanes.take() as again:
        assert again is lanes.clients[0]
    assert len(lanes.clients) == 3


def test_a_call_that_fails_gives_its_room_back() -> None:
    lanes = Lanes(Client, room=1)
    for _ in range(3):
        try:
            with lanes.take():
                raise OSError
        except OSError:
            pass
    assert len(lanes.clients) == 1


def test_what_was_opened_before_is_given_back_once_it_is_free() -> None:
    lanes = Lanes(Client, room=1)
    with ExitStack() as stack:
        busy = stack.enter_context(lanes.take())
        assert lanes.renew() == []
        with lanes.take() as fresh:
            assert fresh is not busy
        assert lanes.renew() == []
        assert lanes.renew() == [fresh]
        assert lanes.clients == [busy]
    assert lanes.renew() == [busy]
    assert lanes.clients == []

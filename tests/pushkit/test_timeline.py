from hmpush_gui.pushkit.protocol import Timing
from hmpush_gui.pushkit.timeline import Step, stretches, waited


def test_steps_follow_one_another() -> None:
    timing = Timing(0.1, 0.2, 0.5, 0.6, 1.0, 1.5)
    found = [*stretches(timing)]
    assert [each.step for each in found] == [*Step]
    assert [round(each.seconds, 3) for each in found] == [0.1, 0.1, 0.3, 0.1, 0.4, 0.5]
    assert [each.start for each in found[1:]] == [each.end for each in found[:-1]]


def test_a_kept_alive_connection_has_fewer_steps() -> None:
    found = [*stretches(Timing(authorised=0.1, sent=0.2, first_byte=0.4, done=0.4))]
    assert [each.step for each in found] == [
        Step.BEARER,
        Step.SEND,
        Step.WAIT,
        Step.READ,
    ]
    assert found[1].start == 0.1


def test_a_lost_answer_ends_where_it_was_lost() -> None:
    assert [each.step for each in stretches(Timing(authorised=0.1, sent=0.2))] == [
        Step.BEARER,
        Step.SEND,
    ]
    assert [*stretches(Timing())] == []


def test_the_wait_for_its_turn_is_counted_from_the_start_of_the_send() -> None:
    assert waited(Timing(began=1012.5), 1000.0) == 12.5
    assert waited(Timing(), 1000.0) is None
    assert waited(Timing(began=900.0), 1000.0) is None


def test_the_answer_has_a_time_of_day() -> None:
    assert Timing(sent=0.5, done=2.0, began=1000.0).ended_at == 1002.0
    assert Timing(authorised=0.5, began=1000.0).ended_at == 1000.5
    assert Timing(done=2.0).ended_at is None

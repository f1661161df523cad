import pytest

from hmpush_gui.pushkit.places import Places


def _places(*tokens: str) -> Places:
    return Places(enumerate(tokens))


def test_tokens_are_found_in_any_order() -> None:
    assert _places("a", "b", "c").of(0, ["c", "a"]) == [2, 0]


def test_twins_in_one_request_take_a_place_each() -> None:
    assert _places("a", "b", "a").of(0, ["a", "b", "a"]) == [0, 1, 2]


def test_twins_in_two_requests_take_a_place_each() -> None:
    places = _places("a", "b", "a")

    assert places.of(0, ["a", "b"]) == [0, 1]
    assert places.of(1, ["a"]) == [2]


def test_a_request_that_is_asked_for_again_carries_the_same_twin() -> None:
    places = _places("a", "a", "a")

    assert [places.of(number, ["a"]) for number in (0, 1, 0, 1, 2, 0)] == [
        *([0], [1], [0], [1], [2], [0])
    ]


def test_once_every_twin_was_carried_they_take_turns() -> None:
    places = _places("a", "a")

    assert [places.of(number, ["a"]) for number in range(4)] == [[0], [1], [0], [1]]


def test_the_order_in_which_twins_are_given_is_the_order_they_go_in() -> None:
    assert Places([(1, "a"), (0, "a")]).of(0, ["a", "a"]) == [1, 0]


@pytest.mark.parametrize("tokens", [("a",), ("a", "a")])
def test_a_token_of_another_send_is_told(tokens: tuple[str, ...]) -> None:
    places = _places(*tokens)

    assert "a" in places
    assert "b" not in places
    with pytest.raises(KeyError):
        places.of(0, ["b"])

from hmpush_gui.pushkit.token_index import TokenIndex


def test_every_token_of_a_growing_list_is_found() -> None:
    tokens: list[str] = []
    index = TokenIndex(tokens)
    assert index.find("a") is None
    for count in (1, 2, 3, 100, 5000):
        tokens.extend(f"token {number}" for number in range(len(tokens), count))
        assert [index.find(token) for token in tokens] == list(range(count))
        assert index.find("token -1") is None


def test_a_long_list_is_taken_in_step_by_step() -> None:
    tokens = [str(number) for number in range(10)]
    index = TokenIndex(tokens)
    assert [index.catch_up(4) for _ in range(3)] == [False, False, True]
    tokens.append("late")
    assert index.find("late") == 10


def test_of_twins_the_first_is_found() -> None:
    assert TokenIndex(["a", "b", "a"]).find("a") == 0

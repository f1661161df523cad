import json

from hypothesis import example, given
from hypothesis import strategies as st

from hmpush_gui.store.device_writes import _token_list


@given(st.lists(st.none() | st.text(st.characters(codec=None), max_size=8), max_size=4))
@example([])
@example(["plain", "a b"])
@example(['a","b', "c"])
@example(["a\\", "b"])
@example(["\x7f", "\n"])
@example(["中", "\ud800"])
def test_a_list_of_tokens_is_json(tokens: list[str | None]) -> None:
    assert json.loads(_token_list(tokens)) == tokens

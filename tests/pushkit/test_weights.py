import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.document import encode, write
from hmpush_gui.pushkit.kinds import Kind, kinds
from hmpush_gui.pushkit.message import Api, Json, Message
from hmpush_gui.pushkit.weights import Weight, weights

TITLE = ("payload", "notification", "title")

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)
documents = st.dictionaries(st.text(), values) | st.fixed_dictionaries(
    {"payload": values, "target": st.dictionaries(st.just("token"), values)}
)


def message(document: Json) -> Message:
    return Message(Api.V3, "0", document)


@given(documents)
def test_the_parts_add_up_to_the_encoders_number(document: Json) -> None:
    parts = weights(message(document))
    assert sum(part.size for part in parts) == encode(message(document)).size


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.key)
def test_the_parts_of_every_kind_add_up(kind: Kind) -> None:
    whole = kind.message()
    assert sum(part.size for part in weights(whole)) == encode(whole).size


def test_the_heaviest_part_comes_first_and_the_frame_last() -> None:
    document = write({}, TITLE, "优惠")
    document = write(document, ("payload", "notification", "body"), "x" * 40)
    first, second, frame = weights(message(document))
    assert first == Weight(("payload", "notification", "body"), len('"body":') + 42)
    assert second == Weight(TITLE, len('"title":') + 8)
    assert frame.path == ()


def test_each_key_of_nested_data_is_a_part_and_a_list_is_one() -> None:
    inner: Json = {"a": {"b": {"c": 1}}, "list": [1, {"d": 2}], "empty": {}}
    document: Json = {"payload": inner}
    paths = {part.path for part in weights(message(document))}
    assert paths == {
        ("payload", "a", "b", "c"),
        ("payload", "list"),
        ("payload", "empty"),
        (),
    }


def test_tokens_weigh_nothing() -> None:
    bare = {"payload": {"title": "x"}, "target": {"token": []}}
    full = {"payload": {"title": "x"}, "target": {"token": ["t" * 500]}}
    assert weights(message(bare)) == weights(message(full))

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.pushkit.message import Api, Draft, Message, Origin, PutAway
from hmpush_gui.store.errors import Damaged
from hmpush_gui.store.folder import DataFolder
from hmpush_gui.store.messages import DraftStore, PutAwayStore
from tests.pushkit.language_samples import two

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
DRAFTS = st.builds(
    Draft,
    message=st.builds(
        Message,
        api=st.sampled_from(Api),
        push_type=st.sampled_from(["", "0", "6"]),
        document=st.dictionaries(st.text(), JSON, max_size=3),
    ),
    broken_text=st.none() | st.text(),
    broken_data=st.none() | st.text(),
    origin=st.none() | st.builds(Origin, path=st.text(), text=st.text()),
    languages=st.sampled_from([None, two()]),
)


def test_there_is_none_at_first(folder: DataFolder) -> None:
    assert DraftStore(folder).load() is None


@given(DRAFTS)
def test_any_draft_comes_back_as_it_was(draft: Draft) -> None:
    with TemporaryDirectory() as path:
        store = DraftStore(DataFolder(Path(path)))
        store.save(draft)
        assert store.load() == draft


def test_keys_stay_in_the_order_they_were_written(folder: DataFolder) -> None:
    document = {"target": {}, "payload": {"z": 1, "a": 2}}
    DraftStore(folder).save(Draft(Message(Api.V3, "0", document)))
    draft = DraftStore(folder).load()
    assert draft is not None
    assert list(draft.message.document) == ["target", "payload"]
    assert list(draft.message.document["payload"]) == ["z", "a"]


def test_half_a_character_in_broken_text_comes_back(folder: DataFolder) -> None:
    draft = Draft(Message(Api.V1, "", {}), '{"a": "\ud83d')
    DraftStore(folder).save(draft)
    assert DraftStore(folder).load() == draft


def test_a_draft_of_an_earlier_version_is_in_no_file(folder: DataFolder) -> None:
    folder.write_text(
        "draft.json",
        '{"api": "v3", "push_type": "0", "document": {}, "broken_text": "{"}',
    )
    kept = Draft(Message(Api.V3, "0", {}), "{")
    assert DraftStore(folder).load() == kept


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        "null",
        '{"api": "v9", "push_type": "0", "document": {}}',
        '{"api": "v3", "push_type": 0, "document": {}}',
        '{"api": "v3", "push_type": "0", "document": []}',
        '{"api": "v3", "push_type": "0", "document": {}, "broken_text": 1}',
        '{"api": "v3", "push_type": "0", "document": {}, "origin": {"path": "a"}}',
    ],
)
def test_another_shape_is_damage(folder: DataFolder, text: str) -> None:
    folder.write_text("draft.json", text)
    with pytest.raises(Damaged, match=r"draft\.json"):
        DraftStore(folder).load()
    assert DraftStore(folder).load() is None


@given(st.lists(st.builds(PutAway, DRAFTS, st.floats(0, 1e10)), max_size=3))
def test_drafts_that_were_put_away_come_back_in_their_order(
    drafts: list[PutAway],
) -> None:
    with TemporaryDirectory() as path:
        store = PutAwayStore(DataFolder(Path(path)))
        assert store.load() == []
        store.save(drafts)
        assert store.load() == drafts


@pytest.mark.parametrize(
    "text",
    ["{}", "[1]", '[{"at": 1}]', '[{"draft": {}, "at": 1}]', "null"]
    + [
        f'[{{"draft": {{"api": "v3", "push_type": "", "document": {{}}}}, "at": {at}}}]'
        for at in ("true", '"x"', "-1", "1e300", "NaN")
    ],
)
def test_another_shape_of_the_list_is_damage(folder: DataFolder, text: str) -> None:
    folder.write_text("put-away.json", text)
    with pytest.raises(Damaged, match=r"put-away\.json"):
        PutAwayStore(folder).load()

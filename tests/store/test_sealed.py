import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.store.sealed import KEY_BYTES, seal, unseal

KEY = bytes(range(KEY_BYTES))


@given(st.dictionaries(st.text(), st.text()))
def test_any_secrets_come_back_as_they_were(secrets: dict[str, str]) -> None:
    assert unseal(KEY, seal(KEY, secrets)) == secrets


def test_half_a_character_comes_back() -> None:
    assert unseal(KEY, seal(KEY, {"a": "\ud83d"})) == {"a": "\ud83d"}


def test_nothing_readable_is_in_the_bytes() -> None:
    content = seal(KEY, {"shop": "-----BEGIN PRIVATE KEY-----"})
    assert b"shop" not in content
    assert b"PRIVATE" not in content


def test_the_same_secrets_never_make_the_same_bytes() -> None:
    assert len({seal(KEY, {"a": "b"}) for _ in range(100)}) == 100


def test_another_key_opens_nothing() -> None:
    with pytest.raises(ValueError, match="another key"):
        unseal(os.urandom(KEY_BYTES), seal(KEY, {}))


def test_a_change_of_any_byte_is_noticed() -> None:
    content = seal(KEY, {"a": "b"})
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1
        with pytest.raises(ValueError, match="another"):
            unseal(KEY, bytes(changed))


def test_a_part_of_the_bytes_opens_nothing() -> None:
    content = seal(KEY, {"a": "b"})
    for length in range(len(content)):
        with pytest.raises(ValueError, match=r"another|[Nn]once|[Dd]ata"):
            unseal(KEY, content[:length])

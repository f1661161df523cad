import base64
import sys
from types import ModuleType

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError

from hmpush_gui.store.data_key import (
    SERVICE,
    USER,
    NoKeyring,
    failures,
    fetch_key,
    system_keyring,
    trusted,
)

from .keyrings import (
    FAIL,
    NULL,
    Chain,
    FakeKeyring,
    ForgetfulKeyring,
    PlaintextKeyring,
    failing,
)


def test_a_key_is_made_once_and_found_again() -> None:
    fake = FakeKeyring()
    key = fetch_key(fake)
    assert len(key) == 32
    assert fetch_key(fake) == key
    assert fake.asked == ["get", "set", "get", "get"]


def test_two_keyrings_never_hold_the_same_key() -> None:
    assert fetch_key(FakeKeyring()) != fetch_key(FakeKeyring())


def test_the_keyring_holds_one_short_entry() -> None:
    fake = FakeKeyring()
    key = fetch_key(fake)
    assert fake.passwords == {(SERVICE, USER): base64.b64encode(key).decode()}


@pytest.mark.parametrize("found", ["", "short", "AAAA", "é", "=" * 44])
def test_an_entry_that_is_no_key_is_replaced(found: str) -> None:
    fake = FakeKeyring()
    fake.passwords[SERVICE, USER] = found
    assert len(fetch_key(fake)) == 32
    assert fake.passwords[SERVICE, USER] != found


def test_a_keyring_that_forgets_is_found_out() -> None:
    with pytest.raises(NoKeyring, match="does not keep"):
        fetch_key(ForgetfulKeyring())


@pytest.mark.parametrize(
    ("member", "words"),
    [
        (FAIL, "none is installed"),
        (NULL, "switched off"),
        (PlaintextKeyring(), "keyrings.alt"),
    ],
)
def test_keyrings_that_hide_nothing_are_not_trusted(
    member: KeyringBackend, words: str
) -> None:
    for untrusted in (member, Chain(member)):
        with pytest.raises(NoKeyring, match=words):
            trusted(untrusted)


def test_an_empty_chain_is_no_keyring() -> None:
    with pytest.raises(NoKeyring):
        trusted(Chain())


def test_the_best_trusted_member_stands_for_its_chain() -> None:
    good, other = FakeKeyring(), FakeKeyring()
    assert trusted(Chain(PlaintextKeyring(), good, other)) is good


def test_a_plain_text_member_of_a_chain_never_sees_the_key() -> None:
    plaintext = PlaintextKeyring()
    fetch_key(trusted(Chain(FakeKeyring(), plaintext)))
    assert plaintext.asked == []


@pytest.mark.parametrize(
    "error", [KeyringLocked("no"), NoKeyringError("no"), ConnectionError("bus")]
)
def test_what_keyrings_raise_is_known(error: Exception) -> None:
    with pytest.raises(failures()):
        fetch_key(failing(error))


def test_errors_that_a_keyring_lets_through_are_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = ModuleType("pywintypes")
    module.error = type("error", (Exception,), {})  # type: ignore[attr-defined]
    assert module.error not in failures()
    monkeypatch.setitem(sys.modules, "pywintypes", module)
    assert module.error in failures()


def test_a_bug_is_not_taken_for_a_failing_keyring() -> None:
    assert not issubclass(TypeError, failures())


def test_a_setting_that_names_a_missing_keyring_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing() -> KeyringBackend:
        raise ModuleNotFoundError("No module named 'acme'")

    monkeypatch.setattr(keyring, "get_keyring", missing)
    with pytest.raises(NoKeyring, match="acme"):
        system_keyring()

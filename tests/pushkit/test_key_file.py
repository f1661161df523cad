"""Key files, wrong files and hostile files, field by field."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hmpush_gui.pushkit.finding import State, worst
from hmpush_gui.pushkit.key_file import (
    KeyFile,
    account_findings,
    is_key_file,
    read_key_file,
)

from .key_samples import account, key_file, pem


def said(read: KeyFile) -> str:
    return "\n".join(str(each.sentence) for each in read.findings)


def test_a_downloaded_file_is_fine_throughout() -> None:
    read = read_key_file(key_file())
    assert read.account == account()
    assert worst(read.findings) is State.FINE
    assert "project_id is 101." in said(read)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "ends in the middle"),
        (key_file()[:-500], "ends in the middle"),
        (key_file().replace(b'", "', b'" "', 1), "breaks in line 1, column"),
        (b"[1]", "no object"),
        (b"nonsense", "breaks in line 1"),
        (b"[" * 50_000, "not the JSON"),
        (b'{"a": ' + b"1" * 5000 + b"}", "not the JSON"),
        (b"{}", "no project_id, key_id, sub_account, private_key"),
        (key_file(key_id=""), "has no key_id"),
        (key_file(project_id=101), "project_id should be a text"),
        (key_file(project_id="10a"), "digits only"),
        (key_file(sub_account="9 1"), "sub_account holds blanks"),
        (key_file(key_id="k\u200b"), "key_id holds blanks or invisible"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_the_reason(
    content: bytes, words: str
) -> None:
    read = read_key_file(content)
    assert read.account is None
    assert worst(read.findings) is State.WRONG
    assert words in said(read)
    assert all(each.fix for each in read.findings if each.state is State.WRONG)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"agcgw": {}, "client": {}, "app_info": {}}, "agconnect-services.json"),
        ({"type": "project_client_id", "client_id": "1"}, "API client of AppGallery"),
        ({"module": {"name": "entry"}}, "module.json5"),
        ({"project_info": {}, "client": []}, "google-services.json"),
        (
            {"type": "service_account", "project_id": "x", "private_key": "y"},
            "service account of Google",
        ),
        ({"installed": {"client_id": "x"}}, "OAuth client of Google"),
        ({"client_id": "1", "client_secret": "s"}, "client ID with its secret"),
        ({"payload": {}}, "push message"),
    ],
)
def test_another_file_is_recognised(content: dict[str, object], words: str) -> None:
    read = read_key_file(json.dumps(content).encode())
    assert (read.account, worst(read.findings)) == (None, State.WRONG)
    assert words in said(read)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (pem(), "bare private key"),
        ("-----BEGIN ENCRYPTED PRIVATE KEY-----\n", "pass phrase"),
        ("-----BEGIN CERTIFICATE-----\nMII", "certificate"),
        ("-----BEGIN RSA PUBLIC KEY-----\nMII", "public key"),
        ("-----BEGIN SOMETHING-----\n", "bare private key"),
        ("<!DOCTYPE html><title>Sign in</title>", "web page"),
        ("eyJhbGciOiJQUzI1NiJ9.eyJ9.x", "token (JWT)"),
    ],
)
def test_what_is_no_json_is_recognised(text: str, words: str) -> None:
    read = read_key_file(text.encode())
    assert [each.state for each in read.findings] == [State.WRONG]
    assert words in said(read)


def test_a_file_put_together_by_hand_is_used_and_looked_at() -> None:
    read = read_key_file(key_file(token_uri=None))
    assert read.account == account()
    assert worst(read.findings) is State.LOOK
    assert "no token_uri" in said(read)


@pytest.mark.parametrize(
    "address", ["https://huawei.com.evil.example/x", "http://[", 5]
)
def test_an_address_of_others_is_looked_at(address: object) -> None:
    read = read_key_file(key_file(auth_uri=address))
    assert worst(read.findings) is State.LOOK
    assert "auth_uri is no address of Huawei" in said(read)


def test_what_is_kept_is_judged_like_the_file() -> None:
    assert worst(account_findings(account())) is State.FINE
    assert worst(account_findings(account(project_id="x"))) is State.WRONG


SECRET = pem()[100:140]


@settings(max_examples=50, deadline=None)
@given(
    st.binary(max_size=40),
    st.integers(0, len(key_file())),
    st.integers(0, 60),
    st.sampled_from(["utf-8", "utf-16", "utf-16-be", "utf-32"]),
)
def test_a_mutated_file_is_answered_and_never_shows_the_key(
    put: bytes, at: int, without: int, encoding: str
) -> None:
    content = key_file().decode().encode(encoding)
    at = min(at, len(content))
    read = read_key_file(content[:at] + put + content[at + without :])
    assert read.findings
    assert (read.account is None) == (worst(read.findings) is State.WRONG)
    assert SECRET not in said(read)


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["project_id", "key_id", "private_key", "type", "module"]),
        st.recursive(
            st.none() | st.text() | st.integers() | st.just(pem()),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=5,
        ),
    )
)
def test_any_values_are_answered_and_never_show_the_key(
    other: dict[str, object],
) -> None:
    read = read_key_file(key_file(**other))
    assert read.findings
    assert SECRET not in said(read)


@pytest.mark.parametrize(
    "content",
    [b"{" * 1_000_000, b'{"a":' * 15_000, b"\0" * 99_000, b'"' + b"\\u0000" * 16_000],
)
def test_a_hostile_file_takes_no_second(content: bytes) -> None:
    start = time.perf_counter()
    read = read_key_file(content)
    assert time.perf_counter() - start < 1
    assert worst(read.findings) is State.WRONG


def test_a_file_with_a_private_key_is_a_key_file_whatever_is_wrong_with_it() -> None:
    assert is_key_file(key_file())
    assert is_key_file(b'{"private_key": ""}')
    for other in (b"", b"{broken", b"[]", b'{"payload": {}}', b"\xff\xfe\x00"):
        assert not is_key_file(other)

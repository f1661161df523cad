import time

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from hmpush_gui.pushkit.finding import State, worst
from hmpush_gui.pushkit.key_checks import check_key

from .key_samples import key_of, pem, pem_of


def public_pem() -> str:
    return (
        key_of()
        .public_key()
        .public_bytes(
            serialization.Encoding.PEM,
            serialization.PublicFormat.SubjectPublicKeyInfo,
        )
        .decode()
    )


def test_a_key_of_huawei_is_fine() -> None:
    key, found = check_key(pem_of(key_of(4096)))
    assert key is not None
    assert worst(found) is State.FINE
    assert "RSA key of 4096 bits" in str(found[0].sentence)


def test_a_key_on_one_line_is_read() -> None:
    head, *body, foot = pem().strip().split("\n")
    key, _ = check_key(f"{head}\n{''.join(body)}\n{foot}\n")
    assert key is not None


def test_a_smaller_key_signs_and_is_looked_at() -> None:
    key, found = check_key(pem())
    assert key is not None
    assert [each.state for each in found] == [State.LOOK]


def test_a_converted_key_signs_and_is_looked_at() -> None:
    key, found = check_key(pem_of(key_of(4096), pkcs1=True))
    assert key is not None
    assert [(each.name, each.state) for each in found][1] == ("form", State.LOOK)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not a PEM key"),
        ("MIIEvQ", "not a PEM key"),
        (pem().replace("\n", "\\n"), "written out"),
        (public_pem(), "public key"),
        (pem_of(key_of(), phrase=b"x"), "pass phrase"),
        (pem_of(key_of(), pkcs1=True, phrase=b"x"), "pass phrase"),
        (pem()[:900], "lost its end"),
        (pem()[:200] + pem()[300:], "cannot be read"),
        (pem().replace("\n", "\n\n!", 1), "cannot be read"),
        (pem_of(ec.generate_private_key(ec.SECP256R1())), "no RSA key"),
        (pem_of(key_of(1024)), "only 1024 bits"),
        (pem() + "x" * 6000, "too long"),
        ("-----BEGIN PRIVATE KEY-----\n\ud800\n-----END", "cannot be read"),
    ],
)
def test_what_cannot_sign_is_refused_with_the_reason(text: str, words: str) -> None:
    key, found = check_key(text)
    assert key is None
    assert [each.state for each in found] == [State.WRONG]
    assert words in str(found[0].sentence)
    assert found[0].fix


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 1700), st.text(max_size=8), st.integers(0, 8))
def test_a_mutated_key_never_raises(at: int, put: str, without: int) -> None:
    key, found = check_key(pem()[:at] + put + pem()[at + without :])
    assert (key is None) == (worst(found) is State.WRONG)


def test_a_huge_key_takes_no_second() -> None:
    huge = "-----BEGIN PRIVATE KEY-----\n" + "A" * 90_000
    start = time.perf_counter()
    assert check_key(huge)[0] is None
    assert time.perf_counter() - start < 1

"""Secrets are found as their patterns say, and in time that grows with the text."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hmpush_gui.exchange.secret_texts import MASK, without_secrets

_PATTERNS = (
    (
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?"
        r"(-----END [A-Z ]*PRIVATE KEY-----|\Z)",
        MASK,
    ),
    (r"\beyJ[\w-]{4,}\.[\w-]{4,}(\.[\w-]*)?", MASK),
    (r"(?i)\b(Bearer|Basic)(\s+|%20)[\w.~+/=-]{8,}", rf"\1\2{MASK}"),
    (
        r"(?i)([\w-]*(?:secret|passw(?:or)?d|private_?key|api_?key"
        r"|(?:access|refresh|id)_?token)\w*[\"']?\s*[:=]\s*[\"']?)([^\s\"'&,;]+)",
        rf"\1{MASK}",
    ),
)
"""What is meant. Two of them take hours for a megabyte without a blank."""

_PIECES = [
    "eyJ", "eyJabcd", "-", ".", "abcd", "secret", "_", "=", ":", " ", '"', "'",
    "passwd", "client", "api_key", "access_token", "\n", "&", ",", "Bearer ",
    "Basic%20", "wxyz",
    "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "é",
]  # fmt: skip


def as_meant(text: str) -> str:
    for pattern, mask in _PATTERNS:
        text = re.sub(pattern, mask, text, flags=re.DOTALL)
    return text


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_all_and_only_what_is_meant_is_taken_out(text: str) -> None:
    assert without_secrets(text) == as_meant(text)


@pytest.mark.parametrize(
    "piece",
    ["a", "eyJ", "-eyJ", "eyJ.", "eyJabcd.", "secret", "secret-", "key=", "Bearer ",
     "-----BEGIN PRIVATE KEY", "-----END ", "token: ", " ", "secret =", '"'],
)  # fmt: skip
def test_a_long_line_takes_no_time(piece: str) -> None:
    text = "secret eyJ" + piece * (100_000 // len(piece))
    begin = time.thread_time()
    without_secrets(text)
    without_secrets(f"secret{text}=x")
    assert time.thread_time() - begin < 1

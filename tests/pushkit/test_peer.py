"""Certificates of servers, of which anything may come."""

from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtensionOID

from hmpush_gui.pushkit.peer import read_certificate

from .authorities import Authority


def test_a_name_of_a_kind_that_nobody_knows_is_left_out(tmp_path: Path) -> None:
    strange = x509.UnrecognizedExtension(
        ExtensionOID.SUBJECT_ALTERNATIVE_NAME, b"\x30\x02\xa3\x00"
    )
    found = read_certificate(Authority(tmp_path).with_extension(strange))
    assert found
    assert (found.subject, found.names) == ("odd.test", ())


@pytest.mark.parametrize("der", [None, b"", b"no certificate"])
def test_what_is_none_is_none(der: bytes | None) -> None:
    assert read_certificate(der) is None

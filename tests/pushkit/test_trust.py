import ssl
from dataclasses import replace
from pathlib import Path

import pytest

from hmpush_gui.pushkit.connection import (
    USUAL,
    Connection,
    ConnectionSecrets,
    Trust,
)
from hmpush_gui.pushkit.errors import Misconfigured
from hmpush_gui.pushkit.hindrances import BAD_CA, BAD_OWN, BAD_PASSWORD
from hmpush_gui.pushkit.trust import tls_for

from .authorities import DAY, Authority


def subjects(tls: ssl.SSLContext) -> str:
    return str(tls.get_ca_certs())


def test_the_usual_tls_checks_and_is_at_least_1_2() -> None:
    tls = tls_for(USUAL)
    assert tls.verify_mode is ssl.CERT_REQUIRED
    assert tls.check_hostname
    assert tls.minimum_version is ssl.TLSVersion.TLSv1_2
    assert len(tls.get_ca_certs()) > 50


@pytest.mark.parametrize("trust", [Trust.ADD, Trust.ONLY])
@pytest.mark.parametrize("form", ["pem", "der"])
def test_a_company_authority_is_believed_too_or_alone(
    company: Authority, tmp_path: Path, trust: Trust, form: str
) -> None:
    path = company.path
    if form == "der":
        path = tmp_path / "company.cer"
        path.write_bytes(company.der)
    tls = tls_for(Connection(trust=trust, ca_file=str(path)))
    assert "Test Company CA" in subjects(tls)
    assert (len(tls.get_ca_certs()) == 1) is (trust is Trust.ONLY)
    assert tls.verify_mode is ssl.CERT_REQUIRED
    assert tls.check_hostname
    assert tls.minimum_version is ssl.TLSVersion.TLSv1_2


def test_only_the_opt_out_turns_checks_off() -> None:
    tls = tls_for(Connection(verify=False))
    assert tls.verify_mode is ssl.CERT_NONE
    assert not tls.check_hostname
    assert tls.minimum_version is ssl.TLSVersion.TLSv1_2


def test_the_key_of_a_client_certificate_opens_with_its_password(
    company: Authority,
) -> None:
    made = company.issue("client", password="open-Sesame")
    connection = Connection(
        client_certificate=str(made.certificate), client_key=str(made.key)
    )
    tls_for(connection, ConnectionSecrets(key_password="open-Sesame"))
    tls_for(Connection(client_certificate=str(company.issue("plain").both)))
    for wrong in ("", "another"):
        # Never asked for in a terminal that nobody looks at.
        with pytest.raises(
            Misconfigured, match="does not open with the password"
        ) as caught:
            tls_for(connection, ConnectionSecrets(key_password=wrong))
        assert caught.value.reason == BAD_PASSWORD


def test_files_that_are_no_client_certificate_are_told(
    company: Authority, tmp_path: Path
) -> None:
    one, other = company.issue("one"), company.issue("other")
    binary = tmp_path / "client.p12"
    binary.write_bytes(b"\x30\x82\x00\x01")
    base = Connection(client_certificate=str(one.certificate))
    for connection, words in (
        (base, "holds no private key"),
        (replace(base, client_key=str(other.key)), "does not belong to the client"),
        (replace(base, client_key="/nowhere/a.key"), "/nowhere/a.key cannot be read"),
        (Connection(client_certificate=str(binary)), "openssl pkcs12"),
        (Connection(client_certificate=str(one.key)), "cannot be used"),
        (Connection(client_certificate="/nowhere"), "/nowhere cannot be read"),
        (Connection(client_certificate=str(tmp_path)), f"{tmp_path} is a folder"),
    ):
        with pytest.raises(Misconfigured) as caught:
            tls_for(connection)
        assert words in str(caught.value)
        assert caught.value.reason == BAD_OWN
        assert "Nothing was sent" in str(caught.value)


def test_files_that_are_no_authority_are_told(
    company: Authority, tmp_path: Path
) -> None:
    text = tmp_path / "text.pem"
    text.write_text("hello", "utf-8")
    for path, words in (
        ("/nowhere/ca.pem", "cannot be read (No such file or directory)"),
        (str(tmp_path), f"{tmp_path} is a folder"),
        (str(text), "holds no certificate"),
        (str(company.issue("x").key), "holds no certificate"),
    ):
        with pytest.raises(Misconfigured) as caught:
            tls_for(Connection(trust=Trust.ADD, ca_file=path))
        assert words in str(caught.value)
        assert caught.value.reason == BAD_CA


def test_an_authority_that_has_expired_is_told_unless_another_one_has_not(
    company: Authority, tmp_path: Path
) -> None:
    old = Authority(tmp_path, "Old CA", end=-DAY)
    with pytest.raises(Misconfigured, match="has expired") as caught:
        tls_for(Connection(trust=Trust.ONLY, ca_file=str(old.path)))
    assert caught.value.reason == BAD_CA
    both = tmp_path / "both.pem"
    both.write_bytes(old.path.read_bytes() + company.path.read_bytes())
    tls_for(Connection(trust=Trust.ONLY, ca_file=str(both)))

"""Certificate authorities that nobody but the test trusts, and what they issue."""

import ipaddress
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Issued:
    """Files of one certificate: alone, its key, and both in one."""

    certificate: Path
    key: Path
    both: Path


class Authority:
    """An authority called `name`; its own certificate is in the file `path`."""

    def __init__(
        self,
        folder: Path,
        name: str = "Test Company CA",
        end: timedelta = 900 * DAY,
    ) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named(name)
        now = datetime.now(UTC)
        own = (
            x509.CertificateBuilder()
            .subject_name(self._name)
            .issuer_name(self._name)
            .public_key(self._key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - 900 * DAY)
            .not_valid_after(now + end)
            .add_extension(x509.BasicConstraints(True, None), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        self.path = folder / f"{name.replace(' ', '-')}.pem"
        self.path.write_bytes(own.public_bytes(serialization.Encoding.PEM))
        self.der = own.public_bytes(serialization.Encoding.DER)

    def with_extension(self, extension: x509.ExtensionType) -> bytes:
        """A certificate for odd.test with this in it, in DER form."""
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(_named("odd.test"))
            .issuer_name(self._name)
            .public_key(self._key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - DAY)
            .not_valid_after(now + DAY)
            .add_extension(extension, critical=False)
            .sign(self._key, hashes.SHA256())
        )
        return made.public_bytes(serialization.Encoding.DER)

    def issue(
        self,
        *hosts: str,
        start: timedelta = -DAY,
        end: timedelta = 30 * DAY,
        password: str = "",
    ) -> Issued:
        """A certificate for `hosts`, valid from `start` to `end` counted from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        now = datetime.now(UTC)
        names = x509.SubjectAlternativeName([_host(each) for each in hosts])
        public = (
            x509.CertificateBuilder()
            .subject_name(_named(hosts[0]))
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now + start)
            .not_valid_after(now + end)
            .add_extension(names, critical=False)
            .sign(self._key, hashes.SHA256())
            .public_bytes(serialization.Encoding.PEM)
        )
        return self._write(
            f"{hosts[0]}-{names.public_bytes().hex()[:8]}", public, key, password
        )

    def server(
        self, *hosts: str, start: timedelta = -DAY, end: timedelta = 30 * DAY
    ) -> ssl.SSLContext:
        """The context of a server that shows a certificate for `hosts`."""
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(self.issue(*hosts, start=start, end=end).both)
        return tls

    def _write(
        self, stem: str, public: bytes, key: ec.EllipticCurvePrivateKey, password: str
    ) -> Issued:
        secret = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(password.encode())
            if password
            else serialization.NoEncryption(),
        )
        files = Issued(
            *(self._folder / f"{stem}.{end}" for end in ("crt", "key", "pem"))
        )
        files.certificate.write_bytes(public)
        files.key.write_bytes(secret)
        files.both.write_bytes(secret + public)
        return files


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _host(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)

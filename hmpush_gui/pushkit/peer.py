"""Reads the certificate that a server showed."""

from cryptography import x509
from cryptography.x509.oid import ExtensionOID, NameOID

from .trial_report import Certificate


def read_certificate(der: bytes | None) -> Certificate | None:
    """The certificate in `der`; None where there is none that can be read."""
    if not der:
        return None
    try:
        found = x509.load_der_x509_certificate(der)
        return Certificate(
            _called(found.subject),
            _called(found.issuer),
            found.not_valid_after_utc.timestamp(),
            _hosts(found),
        )
    except (ValueError, x509.DuplicateExtension, x509.InvalidVersion):
        return None


def _called(name: x509.Name) -> str:
    """The common name and the organisation, as far as there are any."""
    parts = [
        str(each.value)
        for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
        for each in name.get_attributes_for_oid(oid)
    ]
    return ", ".join(dict.fromkeys(parts)) or name.rfc4514_string()


def _hosts(found: x509.Certificate) -> tuple[str, ...]:
    try:
        extension = found.extensions.get_extension_for_oid(
            ExtensionOID.SUBJECT_ALTERNATIVE_NAME
        )
    except (x509.ExtensionNotFound, x509.UnsupportedGeneralNameType):
        return ()
    value = extension.value
    assert isinstance(value, x509.SubjectAlternativeName)
    addresses = value.get_values_for_type(x509.IPAddress)
    return (*value.get_values_for_type(x509.DNSName), *map(str, addresses))

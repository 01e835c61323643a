"""Somebody who signs a PDF in the fields that it has, and somebody who looks whether the signatures hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore


def signer() -> SimpleSigner:
    """Somebody with a certificate of their own making."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Prøve")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.KeyUsage(True, True, *[False] * 7), critical=True)
        .sign(key, hashes.SHA256())
    )
    der = serialization.Encoding.DER
    plain = key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(der)),
        signing_key=asn1_keys.PrivateKeyInfo.load(plain),
        cert_registry=SimpleCertificateStore(),
    )


def fields(data: bytes) -> list[tuple[str, bool]]:
    """Name of each field, in order, and whether it is signed."""
    return [(name, value is not None) for name, value, _ in enumerate_sig_fields(PdfFileReader(BytesIO(data)))]


def signed(data: bytes, name: str) -> bytes:
    """Return the document with the field of that name signed by somebody."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    signature: bytes = PdfSigner(PdfSignatureMetadata(field_name=name), signer()).sign_pdf(writer).getvalue()
    return signature


def judged(data: bytes) -> Iterator[Any]:
    """Give what is to say of each signature, when whoever signed is trusted."""
    for signature in PdfFileReader(BytesIO(data)).embedded_signatures:
        context = ValidationContext(trust_roots=[signature.signer_cert])
        yield validate_pdf_signature(signature, signer_validation_context=context)

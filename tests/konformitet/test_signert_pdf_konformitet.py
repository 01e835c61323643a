"""A PDF that somebody signs afterwards, as programs for signing do: it is still what the archive asks for."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers

from avtalegen.skrivere import write
from tests.dokumenteksempel import eksempel
from tests.konformitet.verapdf import PROFILES, verdicts

pytestmark = pytest.mark.konformitet


def somebody(folder: Path) -> signers.SimpleSigner:
    """Return a signer with a certificate of their own making."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Ingrid Sæther")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
    certificate = made.not_valid_after(datetime(2036, 1, 1, tzinfo=UTC)).sign(key, hashes.SHA256())
    (folder / "sertifikat.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "nøkkel.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    signer = signers.SimpleSigner.load(str(folder / "nøkkel.pem"), str(folder / "sertifikat.pem"))
    assert signer
    return signer


def test_a_pdf_that_is_signed_afterwards_is_still_pdf_a(tmp_path: Path) -> None:
    made = write(eksempel(), "pdf")
    signed = BytesIO()
    signers.sign_pdf(
        IncrementalPdfFileWriter(BytesIO(made)),
        signers.PdfSignatureMetadata(field_name="Underskrift"),
        signer=somebody(tmp_path),
        output=signed,
    )
    data = signed.getvalue()
    assert data.startswith(made)
    # ISO 19005-2, 6.1.9: the number of an object that is added stands first on a line.
    assert made.endswith(b"%%EOF\n")
    assert data[len(made) : len(made) + 1].isdigit() or data[len(made) :].startswith(b"\n")
    file = tmp_path / "signert.pdf"
    file.write_bytes(data)
    (standard, *_) = PROFILES
    assert verdicts([file], [standard]) == {str(file): {standard: []}}

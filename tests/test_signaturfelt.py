"""`lag --signaturfelt`: a field for each who signs, that a program can sign in and the file still be whole."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from pypdf import PdfReader

from avtalegen.dokument.innhold import Signature, Signatures
from avtalegen.henting import hent
from avtalegen.skrivere import write
from avtalegen.skrivere.pdf.signaturfelt import field_names
from avtalegen.skrivere.pdf.skriver import fingerprint_state
from tests import cli_support
from tests.cli_support import VALID, Run, names
from tests.dokumenteksempel import eksempel
from tests.grundig import grundig, utvalg
from tests.hentprove import FLAKSTAD, made, made_anew

cli = cli_support.cli

STANDARDS = utvalg(("a-3a", "a-2a"), 1)
FLAKSTADS = ["Hans Fredrik Sørdal, Flakstad kommune", "Asbjørn Sjølie, Nordland politidistrikt"]


@pytest.fixture(scope="module")
def prove() -> ModuleType:
    """Return what signs and reads signatures; to load the libraries for it takes half a second."""
    return import_module("tests.signaturprove")


@pytest.mark.parametrize("standard", STANDARDS)
def test_each_who_signs_has_a_field_that_nobody_sees(prove: ModuleType, standard: str) -> None:
    data = made("pdf", pdf_standard=standard, signaturfelt=True)
    assert prove.fields(data) == [(name, False) for name in FLAKSTADS]
    last = PdfReader(BytesIO(data)).pages[-1]
    boxes = [a.get_object()["/Rect"] for a in last["/Annots"] if a.get_object().get("/FT") == "/Sig"]  # type: ignore[attr-defined]
    assert [(float(b[2]) < 0, b[0] == b[2], b[1] == b[3]) for b in boxes] == [(True, True, True)] * 2


@grundig  # three of them with fields; without, test_pdf_fil.py does it
@pytest.mark.parametrize("standard", STANDARDS)
def test_equal_agreements_give_equal_bytes_that_are_known_again(
    standard: str, cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = made("pdf", pdf_standard=standard, signaturfelt=True)
    assert data == made_anew("pdf", FLAKSTAD, pdf_standard=standard, signaturfelt=True)
    assert fingerprint_state(data) == "urørt"
    # What the page shows is the same as without fields.
    without = made("pdf", pdf_standard=standard)
    texts = ([page.extract_text() for page in PdfReader(BytesIO(one)).pages] for one in (data, without))
    assert next(texts) == next(texts)
    (tmp_path / "flakstad.yaml").write_bytes(FLAKSTAD.read_bytes())
    options = ("--format", "pdf", "--pdf-standard", standard, "--signaturfelt")
    assert cli("lag", "flakstad.yaml", *options).code == 0
    assert (tmp_path / "flakstad.pdf").read_bytes() == data
    assert cli("lag", "flakstad.yaml", *options, "--sjekk").code == 0
    assert cli("lag", "flakstad.yaml", "--format", "pdf", "--sjekk").code == 1


@pytest.mark.parametrize("standard", STANDARDS)
def test_both_can_sign_and_the_first_signature_stays_whole(
    prove: ModuleType, standard: str, cli: Run, tmp_path: Path
) -> None:
    data = made("pdf", pdf_standard=standard, signaturfelt=True)
    for name in FLAKSTADS:
        data = prove.signed(data, name)
        assert fingerprint_state(data) == "endret"
    assert prove.fields(data) == [(name, True) for name in FLAKSTADS]
    for status in prove.judged(data):
        assert (status.intact, status.valid, status.trusted, status.docmdp_ok) == (True, True, True, True)
    (tmp_path / "flakstad.yaml").write_bytes(FLAKSTAD.read_bytes())
    (tmp_path / "flakstad.pdf").write_bytes(data)
    code, _, err, _ = cli("lag", "flakstad.yaml", "--format", "pdf", "--pdf-standard", standard, "--signaturfelt")
    assert code == 1
    assert "er signert eller endret" in err
    if standard == "a-3a":
        assert (hent(data).tilstand, hent(data).filer[0].data) == ("endret", FLAKSTAD.read_bytes())


def test_names_of_fields_are_unique_without_dots_and_never_empty(prove: ModuleType) -> None:
    def signs(name: str | None, title: str | None, party: str = "Ås kommune") -> Signature:
        return Signature("x", party, name, title)

    who = (
        signs("A. B. Hansen", "ordfører", "St. Hansgården v/ styret"),
        signs(None, "ordfører"),
        signs(None, "ordfører"),
        signs(" ", None, "..."),
        signs("😀 \u202e\n\x00Ola" + "x" * 500, None),
    )
    document = replace(eksempel(), blocks=(Signatures("s", who, "Sted", "Dato", "Underskrift"),))
    found = field_names(document)
    assert found[:4] == [
        "A B Hansen, St Hansgården v/ styret",
        "ordfører, Ås kommune",
        "ordfører, Ås kommune (2)",
        "Underskrift",
    ]
    assert not [name for name in found if "." in name or not name.isprintable() or len(name) > 130]
    assert [name for name, _ in prove.fields(write(replace(document, signature_fields=True), "pdf"))] == found


def test_without_anybody_to_sign_the_file_is_as_it_was() -> None:
    document = replace(eksempel(), blocks=())
    assert write(replace(document, signature_fields=True), "pdf") == write(document, "pdf")


def test_without_pyhanko_one_is_told_what_to_install_and_nothing_is_written(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "pyhanko"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    code, out, err, _ = cli("lag", "a.yaml", "--format", "docx,pdf", "--signaturfelt")
    assert (code, out) == (3, "")
    assert err == (
        "Feil: Signaturfelt krever pyHanko, som ikke er installert. Installer med "
        '«pipx install "avtalegen[signaturfelt]"» eller «pip install "avtalegen[signaturfelt]"».\n'
    )
    assert names(tmp_path) == {"a.yaml"}

"""What is already out there keeps working: documents that an earlier version made, stored in tests/gamle_dokumenter.

They are never made anew (see LES-MEG.md there). A newer version need not make the same bytes: a document that nobody
has touched is then up to date or outdated, but never said to be changed by hand or somebody else's.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import cli_support
from tests.cli_support import Run
from tests.grundig import utvalg

cli = cli_support.cli

FOLDER = Path(__file__).parent / "gamle_dokumenter"
I_DAG = ("--i-dag", "2026-03-01")
A3A = ("--pdf-standard", "a-3a")
OUTDATED = "ikke det YAML-filen gir i dag"
EDITED = "endret for hånd, eller ikke laget av avtalegen"
SEALED = "signert eller endret, eller ikke laget av avtalegen"


class Gammelt(NamedTuple):
    """A stored document, the YAML it was made of, and how `lag` was asked for it."""

    fil: str
    av: str
    valg: tuple[str, ...] = ()

    @property
    def bestilling(self) -> tuple[str, ...]:
        return ("lag", self.av, "-o", self.fil, *I_DAG, *self.valg)


OKSNES = "oksnes.yaml"
URØRTE = [
    Gammelt("oksnes.docx", OKSNES),
    Gammelt("oksnes.html", OKSNES),
    Gammelt("oksnes.md", OKSNES),
    Gammelt("oksnes-a2a.pdf", OKSNES),
    Gammelt("oksnes-a3a.pdf", OKSNES, A3A),
    Gammelt("uten-kilde.docx", OKSNES, ("--uten-kilde",)),
    Gammelt("uten-kilde.html", OKSNES, ("--uten-kilde",)),
    Gammelt("med-funn.docx", OKSNES, ("--med-funn",)),
    Gammelt("moteplan.docx", OKSNES, ("--dokument", "møteplan", "--år", "2026")),
    Gammelt("nynorsk.docx", "nynorsk.yaml"),
    Gammelt("bo.docx", "bo.yaml"),
    Gammelt("bo.html", "bo.yaml"),
    Gammelt("signert.docx", "signert.yaml"),
    Gammelt("signert.html", "signert.yaml"),
]
ENDREDE = [
    Gammelt("endret.docx", OKSNES),
    Gammelt("endret.html", OKSNES),
    Gammelt("endret.md", OKSNES),
    Gammelt("lagret.docx", OKSNES),
    Gammelt("endret-og-lagret.docx", OKSNES),
]
SIGNERT_PDF = Gammelt("signert.pdf", "signert.yaml", (*A3A, "--signaturfelt"))
MINIMAL = Gammelt("minimal.pdf", "minimal.yaml")
REFERAT = Gammelt("referat.docx", OKSNES, ("--dokument", "referat", "--møte", "1"))
SOM_SIGNERT = [g for g in URØRTE if g.av == "signert.yaml"]
IKKE_SIGNERT = [g for g in URØRTE if g.av != "signert.yaml"]

hvert = pytest.mark.parametrize("gammelt", utvalg(URØRTE, 4), ids=lambda g: g.fil)


@pytest.fixture(autouse=True)
def samling(cli: Run, tmp_path: Path) -> Path:
    """A copy of the documents and the YAML in the folder that `cli` runs in."""
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    return tmp_path


def altered(samling: Path, gammelt: Gammelt) -> None:
    """Change the YAML so that every document of it says something else than it did."""
    path = samling / gammelt.av
    text = path.read_text(encoding="utf-8")
    before = len(text)
    for old, new in (("Myre rådhus", "Sommarøy skole"), ("Straumsjøen", "Steine"), ("Ungdomsmiljøet", "Sykkelvegar")):
        text = text.replace(old, new)
    assert len(text) != before
    path.write_text(text, encoding="utf-8", newline="\n")


def test_every_stored_document_is_tried() -> None:
    tried = {g.fil for g in (*URØRTE, *ENDREDE, SIGNERT_PDF, MINIMAL, REFERAT)}
    assert tried == {path.name for path in FOLDER.iterdir()} - {path.name for path in FOLDER.glob("*.yaml")} - {
        "LES-MEG.md"
    }


# ── hent ──


@pytest.mark.parametrize("gammelt", [g for g in URØRTE if g.fil in {
    "oksnes.docx", "oksnes.html", "oksnes-a3a.pdf", "med-funn.docx", "nynorsk.docx", "bo.docx", "bo.html",
    "signert.docx", "signert.html",
}], ids=lambda g: g.fil)  # fmt: skip
def test_the_yaml_of_an_untouched_document_comes_back_byte_for_byte(cli: Run, samling: Path, gammelt: Gammelt) -> None:
    code, _, err, raw = cli("hent", gammelt.fil)
    assert (code, raw) == (0, (FOLDER / gammelt.av).read_bytes())
    assert ("endret" in err, "arver fra 1 fil" in err) == (False, gammelt.av == "bo.yaml")
    assert cli("hent", gammelt.fil, "--til", "ut").code == 0
    assert (samling / "ut" / f"{Path(gammelt.fil).stem}.yaml").read_bytes() == (FOLDER / gammelt.av).read_bytes()


@pytest.mark.parametrize("file", ["bo.docx", "bo.html"])
def test_the_file_that_an_agreement_inherits_comes_along(cli: Run, samling: Path, file: str) -> None:
    assert cli("hent", file, "--til", "ut").code == 0
    assert (samling / "ut" / "felles.yaml").read_bytes() == (FOLDER / "felles.yaml").read_bytes()
    # What came back can be made into the same document again.
    assert cli("valider", "ut/bo.yaml", *I_DAG, "--velg", "SKJ,YML,ARV").code == 0


CHANGES = """
Lokale mål og satsningsområder › Trygg havn i fiskesesongen
  før:      [Felles] runder på kaia i helgene | politiet og …
  nå:       [Tre] runder på kaia i helgene | politiet og …

Signaturer
  nytt:     Partene møtes også når en av dem ber om det.

2 endringer i 2 avsnitt.
"""


@pytest.mark.parametrize("file", ["endret.docx", "endret-og-lagret.docx"])
def test_what_somebody_changed_by_hand_is_shown(cli: Run, file: str) -> None:
    code, _, err, raw = cli("hent", file)
    assert (code, raw) == (1, (FOLDER / OKSNES).read_bytes())
    assert err.endswith(CHANGES)


@pytest.mark.parametrize(
    ("file", "code", "told"),
    [
        ("lagret.docx", 0, "Word-dokumentet er lagret på nytt, men teksten er den samme som da avtalegen laget det.\n"),
        (
            "endret.html",
            1,
            "Nettsiden er endret etter at avtalegen laget den. YAML-filen er slik den var da. "
            "avtalegen kan ikke vise hva som er endret.\n",
        ),
        (
            "signert.pdf",
            1,
            "PDF-en er signert eller endret etter at avtalegen laget den. YAML-filen er slik den var da. "
            "avtalegen ser ikke om noe annet enn signaturer er kommet til.\n",
        ),
    ],
)
def test_what_else_became_of_a_document_is_told(cli: Run, file: str, code: int, told: str) -> None:
    av = "signert.yaml" if file == "signert.pdf" else OKSNES
    assert cli("hent", file) == (code, (FOLDER / av).read_text("utf-8"), told, (FOLDER / av).read_bytes())


@pytest.mark.parametrize(
    "file", ["uten-kilde.docx", "uten-kilde.html", "oksnes-a2a.pdf", "oksnes.md", "moteplan.docx", "referat.docx"]
)
def test_a_document_without_the_yaml_is_said_to_have_none(cli: Run, file: str) -> None:
    code, out, err, _ = cli("hent", file)
    assert (code, out) == (3, "")
    assert err.startswith(f"Feil: {file}: ")
    assert "YAML-filen" in err


# ── lag --sjekk ──


@hvert
def test_an_untouched_document_is_fresh_or_outdated_and_nothing_else(cli: Run, gammelt: Gammelt) -> None:
    code, out, err, _ = cli(*gammelt.bestilling, "--sjekk")
    fresh = code == 0 and out.startswith("1 dokument er oppdatert.\n")
    outdated = code == 1 and out.startswith(f"{gammelt.fil}: {OUTDATED}\n")
    kept = code == 0 and gammelt in SOM_SIGNERT and out.startswith(f"{gammelt.fil}: signert, og {OUTDATED}\n")
    assert err == ""
    assert fresh or outdated or kept, out


@pytest.mark.parametrize("gammelt", utvalg(IKKE_SIGNERT, 3), ids=lambda g: g.fil)
def test_an_untouched_document_of_another_yaml_is_outdated(cli: Run, samling: Path, gammelt: Gammelt) -> None:
    altered(samling, gammelt)
    code, out, err, _ = cli(*gammelt.bestilling, "--sjekk")
    assert (code, err) == (1, "")
    assert out.startswith(f"{gammelt.fil}: {OUTDATED}\n0 dokumenter er oppdatert, 1 er ikke oppdatert.\n")


@pytest.mark.parametrize("gammelt", SOM_SIGNERT, ids=lambda g: g.fil)
def test_a_signed_agreement_stands_whatever_the_yaml_gives(cli: Run, samling: Path, gammelt: Gammelt) -> None:
    altered(samling, gammelt)
    before = (samling / gammelt.fil).read_bytes()
    code, out, err, _ = cli(*gammelt.bestilling, "--sjekk")
    assert (code, err) == (0, "")
    assert out.startswith(f"{gammelt.fil}: signert, og {OUTDATED}\n0 dokumenter er oppdatert, 1 står som det er.\n")
    code, out, err, _ = cli(*gammelt.bestilling)
    assert (code, err) == (0, "")
    assert out.startswith(
        f"Ikke skrevet på nytt: {gammelt.fil}. Avtalen er signert; «--overskriv» erstatter dokumentet.\n"
    )
    assert (samling / gammelt.fil).read_bytes() == before


@pytest.mark.parametrize("gammelt", utvalg(ENDREDE, 3), ids=lambda g: g.fil)
@pytest.mark.parametrize("også_yaml", [False, True])
def test_a_changed_document_is_said_to_be_so(cli: Run, samling: Path, gammelt: Gammelt, også_yaml: bool) -> None:
    if også_yaml:
        altered(samling, gammelt)
    code, out, err, _ = cli(*gammelt.bestilling, "--sjekk")
    assert (code, err) == (1, "")
    assert out.startswith(f"{gammelt.fil}: {EDITED}\n0 dokumenter er oppdatert, 1 er ikke oppdatert.\n")


def test_a_signed_pdf_is_said_to_be_so(cli: Run, samling: Path) -> None:
    code, out, err, _ = cli(*SIGNERT_PDF.bestilling, "--sjekk")
    assert (code, err) == (0, "")
    assert out.startswith(f"signert.pdf: signert, og {OUTDATED}\n0 dokumenter er oppdatert, 1 står som det er.\n")
    yaml = samling / "signert.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("status: signert", "status: vedtatt"), encoding="utf-8")
    code, out, err, _ = cli(*SIGNERT_PDF.bestilling, "--sjekk")
    assert (code, err) == (1, "")
    assert out.startswith(f"signert.pdf: {SEALED}\n")


def test_a_paper_that_somebody_has_written_in_is_said_to_be_so(cli: Run) -> None:
    code, out, err, _ = cli(*REFERAT.bestilling, "--sjekk")
    assert (code, err) == (0, "")
    assert out.startswith("referat.docx: skrevet i\n0 dokumenter er oppdatert, 1 står som det er.\n")


@pytest.mark.parametrize("file", ["fremmed.docx", "fremmed.html", "fremmed.pdf", "fremmed.md"])
def test_what_was_never_ours_is_said_to_be_so_beside_the_old_ones(cli: Run, samling: Path, file: str) -> None:
    (samling / file).write_bytes(b"skrevet av noen andre\n")
    fremmed = Gammelt(file, OKSNES)
    assert cli(*fremmed.bestilling, "--sjekk").out.startswith(f"{file}: {SEALED if 'pdf' in file else EDITED}\n")


# ── lag ──


@pytest.mark.parametrize("gammelt", utvalg(IKKE_SIGNERT, 3), ids=lambda g: g.fil)
def test_an_untouched_document_is_replaced_when_the_yaml_says_something_else(
    cli: Run, samling: Path, gammelt: Gammelt
) -> None:
    altered(samling, gammelt)
    code, out, err, _ = cli(*gammelt.bestilling)
    assert (code, err) == (0, "")
    assert out.startswith(f"Skrev {gammelt.fil}\n")
    assert (samling / gammelt.fil).read_bytes() != (FOLDER / gammelt.fil).read_bytes()
    assert cli(*gammelt.bestilling, "--sjekk").code == 0


@pytest.mark.parametrize("gammelt", ENDREDE, ids=lambda g: g.fil)
def test_a_changed_document_is_never_overwritten_unless_asked(cli: Run, samling: Path, gammelt: Gammelt) -> None:
    code, _, err, _ = cli(*gammelt.bestilling)
    assert code == 1
    assert err.startswith(
        f"Feil: «{gammelt.fil}» er endret for hånd eller er ikke laget av avtalegen. Filen er ikke rørt."
    )
    assert "«--overskriv»" in err
    assert (samling / gammelt.fil).read_bytes() == (FOLDER / gammelt.fil).read_bytes()
    assert cli(*gammelt.bestilling, "--overskriv").out.startswith(f"Skrev {gammelt.fil}\n")


def test_a_signed_pdf_is_never_overwritten_unless_asked(cli: Run, samling: Path) -> None:
    code, out, err, _ = cli(*SIGNERT_PDF.bestilling)
    assert (code, err) == (0, "")
    assert out.startswith(
        "Ikke skrevet på nytt: signert.pdf. Avtalen er signert; «--overskriv» erstatter dokumentet.\n"
    )
    yaml = samling / "signert.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("status: signert", "status: vedtatt"), encoding="utf-8")
    code, _, err, _ = cli(*SIGNERT_PDF.bestilling)
    assert code == 1
    assert err.startswith("Feil: «signert.pdf» er signert eller endret, eller er ikke laget av avtalegen.")
    assert (samling / "signert.pdf").read_bytes() == (FOLDER / "signert.pdf").read_bytes()


def test_a_paper_that_somebody_has_written_in_stands(cli: Run, samling: Path) -> None:
    code, out, err, _ = cli(*REFERAT.bestilling)
    assert (code, err) == (0, "")
    assert out.startswith(
        "Ikke skrevet på nytt: referat.docx. Noen har skrevet i det; «--overskriv» erstatter dokumentet.\n"
    )
    assert (samling / "referat.docx").read_bytes() == (FOLDER / "referat.docx").read_bytes()


def test_a_pdf_made_with_another_typst_is_understood(cli: Run, samling: Path) -> None:
    data = (samling / MINIMAL.fil).read_bytes()
    assert b"/Creator(Typst 0.15" in data
    asked = (*MINIMAL.bestilling, "--sjekk")
    # It is from before a file carried what it is made of, and the places to sign have changed since.
    assert cli(*asked).out.startswith(f"{MINIMAL.fil}: {OUTDATED}\n")
    (samling / MINIMAL.fil).write_bytes(data + b"\n")
    assert cli(*asked).out.startswith(f"{MINIMAL.fil}: {SEALED}\n")
    (samling / MINIMAL.fil).write_bytes(data)
    yaml = samling / MINIMAL.av
    yaml.write_text(yaml.read_text(encoding="utf-8").replace("1859", "1860"), encoding="utf-8")
    assert cli(*asked).out.startswith(f"{MINIMAL.fil}: {OUTDATED}\n")
    assert cli(*asked[:-1]).out.startswith(f"Skrev {MINIMAL.fil}\n")

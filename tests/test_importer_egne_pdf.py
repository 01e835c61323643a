"""What our own documents lose as PDF, and what it looks the same as: read right, or not called sure."""

from __future__ import annotations

from functools import cache

import pytest

from avtalegen.flyt import check
from avtalegen.importering import Utkast, importer, les, som_data
from avtalegen.importering.egne.monster import Mønster
from avtalegen.importering.egne.treff import Kandidat, tatt_fra_hverandre
from avtalegen.importering.funnet import SIKKER, TROLIG, Sikkerhet, Verdi
from avtalegen.importering.lesere.linjeskift import Ordliste
from avtalegen.importering.lesere.pdf_avsnitt import legg, skjøt
from avtalegen.importering.lesere.pdf_rader import Rad
from avtalegen.importering.lesere.pdf_tolk import Ord
from avtalegen.importering.lesere.utkast import Utkast as Utkastlinje
from avtalegen.komponering import compose
from avtalegen.komponering.skjelett.avsnitt import Enhet
from avtalegen.komponering.skjelett.verdier import Felt
from avtalegen.komponering.skjelett.verdier import Ord as Ord_
from avtalegen.modell.former import Målform
from avtalegen.skrivere import write

LENKE = "mailto:post@vik.example"
AVTALE = """
format: 1
avtale:
  tittel: Samarbeidsavtale mellom Hyllestad kommune og Vest politidistrikt om trygghet for alle
  undertittel: Ytre Sogn
  elektronisk_signering: ja
parter:
  kommuner: [{ kommunenummer: "4637" }]
  politi: { distrikt: Vest politidistrikt, driftsenhet: Nordfjord }
politiråd:
  leder: ordføreren
  møter:
    per_år: 4
    plan:
      - dato: 2026-03-02
        klokkeslett: 09.00
        sted: Møterommet i andre etasje på rådhuset i Hyllestad
        vert: Hyllestad kommune ved ordføreren
        innkaller: sekretariatet i Hyllestad kommune
        tema: [Samarbeid om ungdom ved Sentrum, Felles arbeid for trafikken ved skolen, Trygghet ved Dalen]
skole:
  tekst: |
    Partene vil samarbeide med [skolene](https://example.org/skolene):

    1. Hyllestad skole
    2. Leirvik skole

    Rekkefølgen er viktig.
taushetsplikt:
  tekst: |
    Partene vil ha det trygt på skolen.

    Det gjelder også på veien.
evaluering:
  hyppighet: hvert år
  oppfølging: [Samordne tiltakene med planen, Gi råd til kommunestyret]
signaturer:
  - for: Samordningsutvalget for ungdom og trygghet i hele Ytre Sogn og Sunnfjord
    navn: Kari Vik
    tittel: leder
    dato: 2026-02-01
"""


@cache
def importert(format_: str, målform: Målform) -> Utkast:
    avtale = check(AVTALE.encode(), "avtale.yaml").avtale
    assert avtale is not None
    document = compose(avtale, målform=målform).document
    assert document is not None
    return importer(les(write(document, format_), f"avtale.{format_}"))


def hentet(u: Utkast, *rute: str | int) -> object:
    node = u.tre.hent(*rute)
    assert node is not None
    return som_data(node)


SKOLEN = """\
Partene vil samarbeide med [skolene](https://example.org/skolene):

1. Hyllestad skole
2. Leirvik skole

Rekkefølgen er viktig."""


def sikkerheten(u: Utkast, *rute: str | int) -> object:
    v = u.tre.hent(*rute)
    assert isinstance(v, Verdi)
    return v.sikkerhet


@pytest.mark.parametrize(("format_", "målform"), [("pdf", Målform.BOKMÅL), ("docx", Målform.NYNORSK)])
def test_a_text_of_the_parties_own_comes_back_with_its_link_and_its_list(format_: str, målform: Målform) -> None:
    """What goes on after the list, is more of it, though it could be a sentence of ours."""
    assert hentet(importert(format_, målform), "skole", "tekst") == SKOLEN


@pytest.mark.parametrize("målform", Målform)
def test_a_text_that_goes_on_from_what_is_not_in_it_is_not_called_sure(målform: Målform) -> None:
    assert sikkerheten(importert("docx", målform), "taushetsplikt", "tekst") is TROLIG


@pytest.mark.parametrize("målform", Målform)
def test_a_title_over_several_rows_is_one(målform: Målform) -> None:
    u = importert("pdf", målform)
    tittel = "Samarbeidsavtale mellom Hyllestad kommune og Vest politidistrikt om trygghet for alle"
    assert hentet(u, "avtale", "tittel") == tittel
    assert hentet(u, "avtale", "undertittel") == "Ytre Sogn"


@pytest.mark.parametrize("målform", Målform)
def test_the_name_over_several_rows_of_who_signs_is_one(målform: Målform) -> None:
    u = importert("pdf", målform)
    assert hentet(u, "signaturer") == [
        {
            "tittel": "leder",
            "navn": "Kari Vik",
            "for": "Samordningsutvalget for ungdom og trygghet i hele Ytre Sogn og Sunnfjord",
            "dato": "01.02.2026",
        }
    ]


@pytest.mark.parametrize(("format_", "sikkerhet"), [("pdf", TROLIG), ("docx", SIKKER)])
def test_what_stood_on_lines_of_its_own_in_a_cell_is_found_and_not_called_sure(
    format_: str, sikkerhet: Sikkerhet
) -> None:
    u = importert(format_, Målform.BOKMÅL)
    plan = ("politiråd", "møter", "plan", 0, "tema")
    assert hentet(u, *plan) == [
        "Samarbeid om ungdom ved Sentrum",
        "Felles arbeid for trafikken ved skolen",
        "Trygghet ved Dalen",
    ]
    assert sikkerheten(u, *plan, 0) is sikkerhet


@pytest.mark.parametrize("målform", Målform)
def test_texts_that_are_put_together_after_words_of_ours_are_taken_apart(målform: Målform) -> None:
    u = importert("docx", målform)
    assert hentet(u, "evaluering", "oppfølging") == ["samordne tiltakene med planen", "gi råd til kommunestyret"]
    assert sikkerheten(u, "evaluering", "oppfølging", 0) is TROLIG


def test_a_unit_of_the_police_is_told_from_the_other() -> None:
    politi = hentet(importert("docx", Målform.NYNORSK), "parter", "politi")
    assert politi == {"distrikt": "Vest politidistrikt", "driftsenhet": "Nordfjord"}


def test_an_address_that_is_broken_in_a_cell_is_one() -> None:
    ord_ = [Ord(0, 9, y, 9.0, tekst, False, False, True, 1, LENKE) for y, tekst in ((20, "post@vik."), (9, "example"))]
    u = Utkastlinje()
    legg(u, Rad(20, ord_[:1]))
    skjøt(u, Rad(20, ord_[:1]), Rad(9, ord_[1:]), Ordliste([]))
    assert u.tekst == "post@vik.example"


@pytest.mark.parametrize("antall", [30, 90])
def test_a_long_paragraph_is_taken_apart_to_its_end(antall: int) -> None:
    """So many sentences at a time are tried against each other; what is after them, is no one sentence."""
    m = Mønster((Ord_("Rådet møtes i "), Felt(("politiråd", "sted"), str), Ord_(".")))
    biter = tatt_fra_hverandre(" ".join(f"Rådet møtes i Vik{n}." for n in range(antall)), [kandidat(m)], 0)
    assert [bit.treff["g0"] for bit in biter if bit.treff] == [f"Vik{n}" for n in range(antall)]


def kandidat(m: Mønster) -> Kandidat:
    return Kandidat(1, m, Enhet(1, "setning", ()), ny=False)

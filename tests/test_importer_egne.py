"""Our own documents without what they are made of, imported: the agreement comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from avtalegen.dokument.innhold import Document
from avtalegen.dokument.maler import KJENTE_ORD, MALER
from avtalegen.dokument.spor import Sporene
from avtalegen.flyt import check
from avtalegen.importering import Kilde, Utkast, importer, les
from avtalegen.importering.egne import les_egen
from avtalegen.importering.egne.bindeord import Begynnelser, delt
from avtalegen.importering.egne.monster import Mønster
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.komponering import compose
from avtalegen.komponering.skjelett.verdier import ETT, Felt, Ord, Rekke, Skrevet, Valg
from avtalegen.komponering.sprak.kjente_ord import KjenteOrd
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.former import Målform
from avtalegen.skrivere import write
from tests import gamleprove
from tests.cli_support import ROOT
from tests.egneprove import FORMATER, Resultat, mål, vist
from tests.generator.sammensatt import sammensatt
from tests.grundig import GRUNDIG, antall, grundig, utvalg
from tests.i_ett import i_ett
from tests.test_importer import endret as blandet
from tests.test_importer import gjort_rede_for

TABELL = ROOT / "tests" / "fasit" / "importer_egne.md"
UTVALGET = (3, 5, 6, 7, 8)
ALLE = 357
EKSEMPLER = sorted((ROOT / "eksempler").glob("*.yaml"))


class Sak(NamedTuple):
    """An agreement to make a document of: an example in one of the målformer, or a generated one."""

    hva: Path | int
    målform: Målform | None = None


class Satt(NamedTuple):
    """An agreement, its document, and which values that shows."""

    avtale: Avtale
    document: Document
    spor: Sporene


@cache
def satt(sak: Sak) -> Satt:
    if isinstance(sak.hva, int):
        s = sammensatt(sak.hva)
        return Satt(s.avtale, s.document, s.spor)
    avtale = check(sak.hva.read_bytes(), sak.hva.name).avtale
    assert avtale is not None
    composed = compose(avtale, målform=sak.målform, spor=True)
    assert composed.document is not None
    assert composed.steder is not None
    return Satt(avtale, composed.document, composed.steder.spor)


@cache
def importert(sak: Sak, format_: str) -> tuple[Utkast, Resultat]:
    avtale, document, spor = satt(sak)
    u = importer(les(write(document, format_), f"avtale.{format_}"))
    return u, mål(u, avtale, vist(spor))


EKSEMPLER = [Sak(fil, målform) for fil in sorted((ROOT / "eksempler").glob("*.yaml")) for målform in Målform]
ANDRE_FORMATER = [EKSEMPLER[0], EKSEMPLER[5]]
"""One in each målform: what tells the formats apart is how they are read, and that has tests of its own."""
UTVALGET = [Sak(n) for n in (3, 5, 7, 8)]
ALLE = 357


def rader(hva: str, saker: Sequence[Sak], formater: Sequence[str]) -> Iterator[str]:
    """Give a row for each format and målform."""
    for format_ in formater:
        for språk, navn in (("nb", "bokmål"), ("nn", "nynorsk")):
            r = [importert(sak, format_)[1] for sak in saker if satt(sak).document.language == språk]
            felt, funnet, uskillelige, riktige, sikre = (sum(en[n] for en in r) for n in (1, 0, 2, 3, 4))
            yield (
                f"| {hva} | {format_} | {navn} | {funnet} av {felt} | {funnet / felt:.0%} | "
                f"{funnet / (felt - uskillelige):.0%} | {riktige} av {sikre} |"
            )


HODE = (
    "| avtaler | format | målform | felt tilbake | andel | uten det som ikke kan skilles | sikre som er riktige |",
    "|---|---|---|---|---|---|---|",
)


@grundig  # that most of the fields come back, is tried without the table too
def test_the_table_of_our_own_documents_is_as_it_was(skriv_fasit: bool) -> None:
    """In `make test`, the rows of all the examples are left out, for two of them have rows of their own, and so are the
    generated ones, and html and Markdown, that are read as Word is.
    """
    alt = GRUNDIG or skriv_fasit
    linjer = ["# Egne dokumenter uten kilden importert", "", *HODE]
    if alt:
        linjer += [*rader("eksemplene", EKSEMPLER, FORMATER[:1]), *rader("genererte", UTVALGET, FORMATER[:1])]
    linjer += rader("to av eksemplene", ANDRE_FORMATER, FORMATER if alt else FORMATER[:2])
    if skriv_fasit:
        TABELL.write_text("\n".join(linjer) + "\n", encoding="utf-8", newline="\n")
    lest = TABELL.read_text(encoding="utf-8").splitlines()
    utelatt = () if alt else ("| eksemplene |", "| genererte |", "| html |", "| md |")
    assert [linje for linje in lest if not any(en in linje for en in utelatt)] == linjer


@i_ett("format_", utvalg(FORMATER, 3))
def test_most_of_the_fields_come_back_and_nothing_is_lost(format_: str) -> None:
    raskt = (*ANDRE_FORMATER, UTVALGET[-1]) if format_ == "docx" else ANDRE_FORMATER[FORMATER.index(format_) % 2 :][:1]
    for sak in (*EKSEMPLER, *UTVALGET) if GRUNDIG else raskt:
        u, r = importert(sak, format_)
        assert r.funnet >= 0.85 * (r.felt - r.uskillelige)
        gjort_rede_for(u)
        assert [d for d in check(u.yaml, "utkast.yaml").diagnostics if d.code[:3] in ("SKJ", "YML")] == []


@grundig
def test_most_of_the_fields_of_all_generated_agreements_come_back() -> None:
    for format_ in FORMATER:
        r = [importert.__wrapped__(Sak(n), format_)[1] for n in range(antall(6, ALLE))]
        andel, sikkert = (0.94 if format_ == "pdf" else 0.95), 0.99
        assert sum(en.funnet for en in r) >= andel * sum(en.felt for en in r), format_
        assert sum(en.riktige for en in r) >= sikkert * sum(en.sikre for en in r), format_


@grundig  # what others have changed is tried in test_importer.py
@pytest.mark.parametrize("frø", range(antall(1, 300)))
def test_what_somebody_has_mixed_up_is_accounted_for_too(frø: int) -> None:
    r = Random(frø)
    u = importer(blandet(flakstad(), r))
    assert [d for d in check(u.yaml, "utkast.yaml").diagnostics if d.code[:3] in ("SKJ", "YML")] == []
    gjort_rede_for(u)


def endret(kilde: Kilde, fra: str, til: str) -> Kilde:
    """Return a document in which somebody has changed some words."""
    linjer = tuple(
        linje._replace(tekst=linje.tekst.replace(fra, til), biter=()) if fra in linje.tekst else linje
        for linje in kilde.linjer
    )
    assert linjer != kilde.linjer
    return kilde._replace(linjer=linjer)


@cache
def flakstad() -> Kilde:
    return les(write(satt(EKSEMPLER[0]).document, "docx"), "flakstad.docx")


def test_what_somebody_has_changed_comes_as_changed() -> None:
    u = importer(endret(flakstad(), "minst to faste møter", "minst fem faste møter"))
    assert u.tre.hent("politiråd", "møter", "per_år").tekst == "minst fem"  # type: ignore[union-attr]


@i_ett("over", ["UTKAST", "U TK A S T"])
def test_a_draft_has_its_title_under_the_mark_across_the_page(over: str) -> None:
    linjer = flakstad().linjer
    merke = linjer[0]._replace(tekst=over, biter=(), stil="", nivå=None)
    alle = (merke, *linjer)
    u = importer(flakstad()._replace(linjer=tuple(linje._replace(nr=nr) for nr, linje in enumerate(alle))))
    assert u.tre.hent("avtale", "tittel").tekst.startswith("Samarbeidsavtale mellom")  # type: ignore[union-attr]


def test_what_somebody_has_added_is_kept() -> None:
    nytt = "Kommunene og politiet melder inn saker. Kaffen er alltid svart."
    u = importer(endret(flakstad(), "Kommunene og politiet melder inn saker.", nytt))
    assert "Kaffen er alltid svart" in u.yaml
    gjort_rede_for(u)


@i_ett(
    ("tekst", "deler"),
    {
        "Samarbeid Innen rus og vold": ["Samarbeid", "Innen", "rus", "vold"],
        "Gi råd til skolene: ved behov Samordne innsatsen på torget trygghet på torget, møtes jevnlig og gi råd": [
            *("Gi råd til skolene: ved behov", "Samordne innsatsen på torget"),
            *("trygghet på torget", "møtes jevnlig", "gi råd"),
        ],
        "Tryggleik ved Bø Møtast jamleg i Vik Møtast på torget": [
            *("Tryggleik ved Bø", "Møtast jamleg i Vik", "Møtast på torget")
        ],
        "Samarbeid med Barnevernet om rus": None,
        "Veilede Skolen om trygghet": None,
        "Samarbeid om Trygg Trafikk og rus": None,
        "Følge opp: Trygghet og rus": None,
        "Samarbeid innen rus og vold": None,
    }.items(),
)
def test_a_capital_letter_in_the_midst_of_a_point_tells_where_something_begins(
    tekst: str, deler: list[str] | None
) -> None:
    """The words between a point and its parts are as the parties wrote them; the parts have a small letter."""
    b = Begynnelser(["Rus og vold", "Trygghet i sentrum", "Vik kommune"], KjenteOrd(read_yaml(MALER / KJENTE_ORD)))
    d = delt(Utsnitt(0, 0, tekst), "og", b, har_deler=":" in tekst)
    assert (d and [d.hva.s, d.bindeord.s, *(en.s for en in d.omfatter)]) == deler


def test_what_is_told_of_before_has_the_same_name_again() -> None:
    sted = ("tjenestesteder", ETT)
    m = Mønster((Felt((*sted, "hva"), str), Ord(" ved "), Felt((*sted, "navn"), str), Ord(" flytter.")))
    treff = m.treff("Pass ved behov ved Kontoret ved torget flytter.")
    assert treff is not None
    assert treff["g1"] == "behov ved Kontoret ved torget"
    ny = m.med_en_av(treff, "g1", ["Lensmannen", "kontoret ved torget"])
    assert ny is not None
    assert ny["g0"] == "Pass ved behov"
    assert m.med_en_av(treff, "g1", ["Lensmannen"]) is None


@pytest.mark.parametrize(
    ("tekst", "tvil"), [("Klubben hvert år", {"g0"}), ("Klubben i Vik hvert år i mars", {"g0"}), ("Klubben", set())]
)
def test_what_may_be_how_often_is_no_sure_part_of_a_name(tekst: str, tvil: set[str]) -> None:
    hvem, ofte = Felt(("besøk", ETT, "hvem"), str), Skrevet(Felt(("besøk", ETT, "hyppighet"), str), "hyppighet")
    m = Mønster((hvem, Valg((((), Rekke((Ord(", "), ofte))), ((), Ord(""))))))
    treff = m.treff(tekst)
    assert treff is not None
    assert m.tvilsomme(treff) == tvil


@i_ett("fil", utvalg(gamleprove.filer(), 6), ids=lambda fil: fil.stem)
def test_what_others_have_written_is_not_taken_for_ours(fil: Path) -> None:
    assert les_egen(gamleprove.kilde(fil)) is None

"""Språk: målformen kommunen har vedtatt, én målform i teksten, og samisk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from avtalegen import register
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.modell.lokaltekst import FREMMEDE
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.gyldighet import siste_gyldige_dag
from avtalegen.regler.spr.lokale_ord import FLEST_STEDER, fremmede_ord


@regel("SPR101", "feil-målform", Severity.ADVARSEL, "språklova § 15")
def feil_målform(k: Kontekst) -> Iterator[Funn]:
    """Avtalen er på en annen målform enn kommunen har vedtatt at staten skal bruke.

    Hvorfor: Politiet er et statsorgan og skal skrive til kommunen på den målformen kommunen har vedtatt. Nøytrale
    kommuner godtar begge.

    Rett opp: Skriv avtalen på målformen kommunen har vedtatt. Har kommunene vedtatt hver sin, trengs begge.

    Feil:
        avtale: {målform: bokmål}
        parter:
          kommuner: {kommunenummer: 3324, navn: Gol}
          politi: Sør-Øst politidistrikt

    Riktig:
        avtale: {målform: nynorsk}
        parter:
          kommuner: {kommunenummer: 3324, navn: Gol}
          politi: Sør-Øst politidistrikt
    """
    målform = k.avtale.avtale.målform.value
    kjente = [(indeks, kjent) for indeks, kjent in enumerate(k.kommuner) if kjent]
    andre = [(indeks, kjent) for indeks, kjent in kjente if kjent.målform not in (målform, "nøytral")]
    if not andre:
        return
    vedtatt = andre[0][1].målform
    if any(kjent.målform == målform for _, kjent in kjente):
        hjelp = Begge(
            "Kommunene har vedtatt ulike målformer. Begge målformer kan lages av den samme filen.",
            "Kommunane har vedteke ulike målformer. Begge målformene kan lagast av den same fila.",
        )
    else:
        hjelp = Begge(
            f"Skriv «målform: {vedtatt}» under «avtale», og skriv de lokale tekstene på {vedtatt}.",
            f"Skriv «målform: {vedtatt}» under «avtale», og skriv dei lokale tekstane på {vedtatt}.",
        )
    yield Funn(
        ("avtale", "målform"),
        Begge(
            f"Avtalen er på {målform}, men {liste(kjent.navn for _, kjent in andre)} har vedtatt {vedtatt}.",
            f"Avtalen er på {målform}, men {liste(kjent.navn for _, kjent in andre)} har vedteke {vedtatt}.",
        ),
        hjelp,
        tuple(
            (
                ("parter", "kommuner", indeks, "kommunenummer"),
                Begge(f"{kjent.navn} har vedtatt {vedtatt}.", f"{kjent.navn} har vedteke {vedtatt}."),
            )
            for indeks, kjent in andre
        ),
    )


@regel("SPR102", "blandet-målform", Severity.RÅD, "språklova § 15")
def blandet_målform(k: Kontekst) -> Iterator[Funn]:
    """De lokale tekstene har ord fra den andre målformen. Navn og sitater blir ikke regnet med.

    Hvorfor: Avtalens faste tekst er på målformen som er valgt. Står det nynorsk og bokmål om hverandre, ser det ut som
    noe er limt inn fra en annen avtale.

    Rett opp: Skriv om teksten, eller velg den andre målformen. Sett det som skal stå ordrett, i anførselstegn.

    Feil:
        avtale: {målform: bokmål}
        forpliktelser:
          felles: Kommunane følgjer opp det som ikkje er gjort

    Riktig:
        avtale: {målform: bokmål}
        forpliktelser:
          felles: Kommunene følger opp det som ikke er gjort
    """
    steder = fremmede_ord(k)
    if not steder:
        return
    målform = k.avtale.avtale.målform
    annen = FREMMEDE[målform].målform.value
    første, *andre = steder
    alle = dict.fromkeys(ord_ for på_stedet in steder.values() for ord_ in på_stedet)
    yield Funn(
        første,
        likt(f"Avtalen er på {målform.value}, men teksten har ord på {annen}: {_noen(alle)}."),
        Begge(
            f"Skriv om teksten, eller velg «målform: {annen}». Sett det som skal stå ordrett, i anførselstegn.",
            f"Skriv om teksten, eller vel «målform: {annen}». Set det som skal stå ordrett, i hermeteikn.",
        ),
        tuple(
            (
                rute,
                likt(f"Her står {_noen(dict.fromkeys(steder[rute]))}."),
            )
            for rute in andre[:FLEST_STEDER]
        ),
    )


def _noen(ord_: Iterable[str]) -> str:
    alle = [f"«{o}»" for o in ord_]
    vist = alle[:FLEST_STEDER]
    return liste([*vist, f"{len(alle) - len(vist)} til"] if len(alle) > len(vist) else vist)


_OM_SAMISK = senere(r"\b(?:(?:nord|lule|sør)?samisk|sámi|sáme|saemi)")


@regel("SPR103", "samisk-forvaltningsområde", Severity.RÅD, "sameloven §§ 3-1 til 3-3")
def samisk_forvaltningsområde(k: Kontekst) -> Iterator[Funn]:
    """Kommunen er i forvaltningsområdet for samiske språk, og avtalen sier ikke noe om samisk.

    Hvorfor: I hele området skal kunngjøringer til innbyggerne og skjema finnes på samisk og norsk. I
    språkutviklings- og språkvitaliseringskommuner har den som henvender seg til politiet på samisk, også rett til svar
    på samisk, og i språkutviklingskommuner til muntlig svar med en gang. Den retten gjelder ikke i
    språkstimuleringskommuner, og den muntlige ikke på oppdrag utenfor kontoret.

    Rett opp: Si hvordan innbyggerne kan bruke samisk i møte med politiet. Dere kan også ta med en samisk tittel og et
    sammendrag.

    Feil:
        parter:
          kommuner: {kommunenummer: 5610, navn: Karasjok}
          politi: Finnmark politidistrikt

    Riktig:
        parter:
          kommuner: {kommunenummer: 5610, navn: Karasjok}
          politi: Finnmark politidistrikt
        forpliktelser:
          politiet: Gi innbyggerne svar på samisk
    """
    på_samisk = any(a.språk and a.språk.value.endswith("samisk") for a in k.avtale.lokale_avsnitt)
    # To look for the pattern takes many times as long as to look up what it is made of.
    if på_samisk or (k.har("sami", "sámi", "sáme", "saem") and _OM_SAMISK.search(k.samlet)):
        return
    k.fant_ikke()
    slutt = siste_gyldige_dag(k) or k.valg.i_dag
    grupper: dict[str, list[tuple[int, register.Kommune, register.Samisk]]] = {}
    for indeks, kjent in enumerate(k.kommuner):
        if kjent and (samisk := kjent.samisk) and samisk.fra <= slutt:
            grupper.setdefault(samisk.kategori, []).append((indeks, kjent, samisk))
    for kategori, gruppe in grupper.items():
        første, *andre = (("parter", "kommuner", indeks, "kommunenummer") for indeks, _, _ in gruppe)
        er = likt(kategori) if len(gruppe) == 1 else Begge(f"{kategori}r", f"{kategori.removesuffix('e')}ar")
        språkene = dict.fromkeys(samisk.språk for _, _, samisk in gruppe if samisk.språk)
        med = f", med «språk: {next(iter(språkene))}»" if språkene else ""
        yield Funn(
            første,
            Begge(
                f"{liste(kjent.navn for _, kjent, _ in gruppe)} er {er}, men avtalen sier ikke noe om samisk."
                f" {_DET_SOM_GJELDER[kategori]}",
                f"{liste(kjent.navn for _, kjent, _ in gruppe)} er {er.nn}, men avtalen seier ikkje noko om samisk. "
                f"{_DET_SOM_GJELDER[kategori].nn}",
            ),
            Begge(
                "Skriv hvordan innbyggerne kan bruke samisk hos politiet."
                f" Et sammendrag på {liste(språkene or ['samisk'])} kan stå i «lokale_avsnitt»{med}.",
                "Skriv korleis innbyggjarane kan bruke samisk hos politiet. Eit samandrag på "
                f"{liste(språkene or ['samisk'])} kan stå i «lokale_avsnitt»{med}.",
            ),
            tuple(
                (rute, likt(f"{kjent.navn} er også med."))
                for rute, (_, kjent, _) in zip(andre, gruppe[1:], strict=True)
            ),
        )


_KUNNGJØRINGER = Begge(
    "Kunngjøringer til innbyggerne og skjema skal finnes på samisk og norsk",
    "Kunngjeringar til innbyggjarane og skjema skal finnast på samisk og norsk",
)
_DET_SOM_GJELDER = {
    "språkutviklingskommune": Begge(
        f"{_KUNNGJØRINGER}, og den som henvender seg til politiet på samisk, har rett til svar på"
        " samisk: skriftlig, og muntlig med en gang på kontoret.",
        f"{_KUNNGJØRINGER.nn}, og den som vender seg til politiet på samisk, har rett til svar på samisk: skriftleg, "
        "og munnleg med ein gong på kontoret.",
    ),
    "språkvitaliseringskommune": Begge(
        f"{_KUNNGJØRINGER}, og den som henvender seg til politiet på samisk, har rett til svar"
        " på samisk: skriftlig, og muntlig på kontoret.",
        f"{_KUNNGJØRINGER.nn}, og den som vender seg til politiet på samisk, har rett til svar på samisk: skriftleg, "
        "og munnleg på kontoret.",
    ),
    "språkstimuleringskommune": Begge(
        f"{_KUNNGJØRINGER}. Kategorien gir i seg selv ikke rett til svar på samisk.",
        f"{_KUNNGJØRINGER.nn}. Kategorien gir i seg sjølv ikkje rett til svar på samisk.",
    ),
}
"""What holds for the police in a kommune of each category (sameloven §§ 3-2 and 3-3, as of 9 November 2025)."""

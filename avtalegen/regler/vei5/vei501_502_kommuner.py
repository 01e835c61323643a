"""Politikontakten: hvem som har hvilke kommuner (veilederen kapittel 5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import liste, stor
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import ufylt
from avtalegen.regler.parter import kommuner_i
from avtalegen.regler.politikontakt import FLEST_KOMMUNER, flere_er_godkjent
from avtalegen.regler.roller import titler


@regel("VEI501", "mangler-politikontakt", Severity.ADVARSEL, "veilederen 5")
def mangler_politikontakt(k: Kontekst) -> Iterator[Funn]:
    """En kommune har ingen politikontakt i avtalen.

    Hvorfor: Veilederen slår fast at hver kommune skal ha fått en politikontakt, som er kommunens daglige vei inn til
    politiet. Står stillingen ledig, bør avtalen si det, så kommunen vet hva den kan regne med.

    Rett opp: Skriv hvem som er politikontakt. Er stillingen ikke besatt, skriver du det som «status».

    Feil:
        parter:
          kommuner: ["1859", "1860"]
          politi: Nordland politidistrikt
        politikontakt:
          navn: Kari Nordmann
          kommuner: Vestvågøy

    Riktig:
        parter:
          kommuner: ["1859", "1860"]
          politi: Nordland politidistrikt
        politikontakt:
          - navn: Kari Nordmann
            kommuner: Vestvågøy
          - status: Stillingen er lyst ut
            kommuner: Flakstad
    """
    kontakter = k.avtale.politikontakt
    alle = range(len(k.kommuner))
    if not alle:
        return
    if not kontakter and not _navngitt_i_en_rolle(k):
        yield Funn(
            ("parter", "kommuner"),
            Begge(
                f"Avtalen sier ikke hvem som er politikontakt for {liste(map(k.navn, alle))}.",
                f"Avtalen seier ikkje kven som er politikontakt for {liste(map(k.navn, alle))}.",
            ),
            Begge(
                "Legg til «politikontakt». Er stillingen ikke besatt, skriver du for eksempel «status: ledig».",
                "Legg til «politikontakt». Er stillinga ikkje fylt, skriv du til dømes «status: ledig».",
            ),
            nøkkel=True,
        )
    dekning = [_dekker(k, p) for p in kontakter if p.antall is None or p.antall]
    uten = [i for i in alle if all(dekket is not None and i not in dekket for dekket in dekning)]
    if kontakter and uten:
        yield Funn(
            ("politikontakt",),
            Begge(
                f"Ingen politikontakt dekker {liste(map(k.navn, uten))}.",
                f"Ingen politikontakt dekkjer {liste(map(k.navn, uten))}.",
            ),
            Begge(
                "Skriv hvem som dekker kommunen, eller «status» for en stilling som ikke er besatt.",
                "Skriv kven som dekkjer kommunen, eller «status» for ei stilling som ikkje er fylt.",
            ),
            tuple((("parter", "kommuner", i), likt(f"{k.navn(i)} er part her.")) for i in uten),
            nøkkel=True,
        )


def _navngitt_i_en_rolle(k: Kontekst) -> bool:
    """Tell whether somebody is named as politikontakt where the police's people are listed."""
    råd = k.avtale.politiråd
    roller = [k.avtale.parter.politi.leder, *(råd.medlemmer.politi if råd and råd.medlemmer else ())]
    return any(rolle and rolle.navn and "politikontakt" in titler(rolle) for rolle in roller)


def _dekker(k: Kontekst, p: Politikontakt) -> frozenset[int] | None:
    """Return the agreement's kommuner that an entry names, by their place; None when it can't be told."""
    deler = [kommuner_i(k, tekst) for tekst in p.kommuner]
    kjente = [del_ for del_ in deler if del_ is not None]
    return frozenset[int]().union(*kjente) if kjente and len(kjente) == len(deler) else None


@regel("VEI502", "for-mange-kommuner", Severity.ADVARSEL, "veilederen 5, note 13")
def for_mange_kommuner(k: Kontekst) -> Iterator[Funn]:
    """En politikontakt har flere enn tre kommuner, og avtalen sier ikke at Politidirektoratet har godkjent det.

    Hvorfor: Veilederen setter tre kommuner som den vanlige grensen, og færre når kommunene er store. Flere krever at
    Politidirektoratet godkjenner det. Ellers blir det lite tid igjen til hver kommune.

    Rett opp: Fordel kommunene på flere, eller skriv at Politidirektoratet har godkjent ordningen.

    Feil:
        parter:
          kommuner: ["3322", "3324", "3326", "3328"]
          politi: Sør-Øst politidistrikt
        politikontakt:
          navn: Kari Nordmann

    Riktig:
        parter:
          kommuner: ["3322", "3324", "3326", "3328"]
          politi: Sør-Øst politidistrikt
        politikontakt:
          navn: [Kari Nordmann, Ola Nordmann]
    """
    for gruppe in _grupper(k):
        if gruppe.kommuner <= FLEST_KOMMUNER * gruppe.personer or flere_er_godkjent(k):
            continue
        første, *resten = gruppe.steder
        navn = k.avtale.politikontakt[første].navn
        hjelp = Begge(
            "Fordel kommunene på flere politikontakter, eller skriv at Politidirektoratet har godkjent ordningen.",
            "Fordel kommunane på fleire politikontaktar, eller skriv at Politidirektoratet har godkjent ordninga.",
        )
        if gruppe.personer > 1:
            hvem = Begge(f"{gruppe.personer} politikontakter deler", f"{gruppe.personer} politikontaktar deler")
            melding = Begge(
                f"{hvem} {gruppe.kommuner} kommuner, så minst én får flere enn {FLEST_KOMMUNER}.",
                f"{hvem.nn} {gruppe.kommuner} kommunar, så minst éin får fleire enn {FLEST_KOMMUNER}.",
            )
        elif navn and not ufylt(navn[0]):
            melding = Begge(
                f"{stor(navn[0])} er politikontakt for {gruppe.kommuner} kommuner.",
                f"{stor(navn[0])} er politikontakt for {gruppe.kommuner} kommunar.",
            )
        else:
            melding = Begge(
                f"Avtalen beskriver én politikontakt for {gruppe.kommuner} kommuner.",
                f"Avtalen beskriv éin politikontakt for {gruppe.kommuner} kommunar.",
            )
            hjelp = Begge(
                "Er det flere, skriver du navnene eller «antall»."
                " Har én alle, skriver du at Politidirektoratet har godkjent det.",
                "Er det fleire, skriv du namna eller «antall». Har éin alle, skriv du at Politidirektoratet har "
                "godkjent det.",
            )
        relatert = resten if gruppe.personer == 1 else ()
        yield Funn(
            ("politikontakt", første, "kommuner"),
            melding,
            hjelp,
            tuple(
                (
                    ("politikontakt", i, "kommuner"),
                    Begge("Samme person har flere kommuner her.", "Same person har fleire kommunar her."),
                )
                for i in relatert
            ),
        )


class _Gruppe(NamedTuple):
    """Entries that share kommuner: the places of the entries, the number of people, the number of kommuner."""

    steder: list[int]
    personer: int
    kommuner: int


def _grupper(k: Kontekst) -> Iterator[_Gruppe]:
    """Yield who shares which kommuner.

    A person named in several entries has the kommuner of all of them. Entries that name no kommuner share those that
    no other entry names. An entry whose kommuner can't be told is left out, and then nobody knows what is left to
    share.
    """
    navngitt: dict[object, tuple[list[int], int, set[object]]] = {}
    delt: list[int] = []
    resten = set(range(len(k.kommuner)))
    for i, p in enumerate(k.avtale.politikontakt):
        dekket = _dekker(k, p)
        if not p.kommuner:
            delt.append(i)
        elif dekket is None:
            resten.clear()
        else:
            utenfor = {tekst.casefold() for tekst in p.kommuner if not kommuner_i(k, tekst)}
            alene = len(p.navn) == 1 == _personer(p) and not ufylt(p.navn[0])
            nøkkel = p.navn[0].casefold() if alene else i
            steder, _, kommuner = navngitt.setdefault(nøkkel, ([], _personer(p), set()))
            steder.append(i)
            kommuner.update(dekket, utenfor)
            resten -= dekket
    for steder, personer, kommuner in navngitt.values():
        yield _Gruppe(steder, personer, len(kommuner))
    if delt:
        yield _Gruppe(delt, sum(_personer(k.avtale.politikontakt[i]) for i in delt), len(resten))


def _personer(p: Politikontakt) -> int:
    return max(len(p.navn), int(p.antall or 1))

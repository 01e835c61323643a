"""The places to sign in our own documents: who signs, for whom, and when they did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.egne.lesere import Leser, kommunen
from avtalegen.importering.egne.roller import er_navn
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Sikkerhet, Verdi
from avtalegen.importering.kilde import Celle, Linje
from avtalegen.importering.utsnitt import Utsnitt, samlet, som_lest
from avtalegen.modell.senere import senere

_HVORFOR = "plassen til underskriften"
_STREK = senere(r"_{4,}")
_FELTER = ("tittel", "navn", "for", "dato")


def les_underskrifter(a: Arbeid, linjer: Sequence[Linje], leser: Leser, sikkerhet: Sikkerhet = SIKKER) -> None:
    """Read those who sign. Those who only sign because they lead a party are not told of twice.

    `sikkerhet` is how sure it is where each of them stands, when there are no cells to tell.
    """
    sikkerhet = SIKKER if any(linje.celle for linje in linjer) else sikkerhet
    alle = [en for en in (_en(a, stumper, fete, leser, sikkerhet) for stumper, fete in _hver(a, linjer, leser)) if en]
    if not alle or all(_følger_av_partene(a, en) for en in alle):
        return
    datoer = {d.tekst for en in alle if isinstance(d := en.get("dato"), Verdi)}
    felles = a.tre.hent("avtale", "dato")
    if len(datoer) == 1 and isinstance(felles, Verdi) and felles.tekst in datoer and all("dato" in en for en in alle):
        for en in alle:
            del en["dato"]
    for en in alle:
        if any(felt in en for felt in ("tittel", "navn", "for")):
            a.legg_til(dict(en), "signaturer")


def _hver(a: Arbeid, linjer: Sequence[Linje], leser: Leser) -> Iterator[tuple[list[Utsnitt], int]]:
    """Give the pieces of each place to sign, and how many of them are the name of the party, over several lines."""
    første = next((nr for nr, linje in enumerate(linjer) if linje.listenivå is not None), None)
    if første is not None:
        linjer = _punktvis(linjer[første:])
    linjer = _kolonnevis(linjer, leser)
    stumper: list[Utsnitt] = []
    fete = 0
    forrige: object = None
    for linje in linjer:
        celle = (linje.celle.tabell, linje.celle.rad, linje.celle.kolonne) if linje.celle else None
        fet = bool(linje.biter) and linje.biter[0].fet and linje.biter[0].fra == 0
        ny = celle != forrige if celle else bool(linje.nummer) or (fet and fete < len(stumper))
        forrige = celle
        if ny and stumper:
            yield stumper, fete
            stumper, fete = [], 0
        hele = Utsnitt(linje.nr, 0, som_lest(linje.tekst))
        helt_fet = fet and linje.biter[-1].fet and linje.biter[-1].til >= len(linje.tekst)
        if _STREK.search(hele.s) and "\t" in hele.s:  # what is beside it in another column, is to be written in
            biter = [*hele.delt(r"\t+")]
            for tom in biter[1:]:
                a.etikett(tom)
            hele = biter[0]
            helt_fet = fet and linje.biter[0].til >= len(hele.s)
        navn = [hele] if helt_fet else [*hele.del_(0, _fett_til(linje) - hele.fra).delt(r"\n+")]
        fete += len(navn) if fete == len(stumper) and fet else 0
        stumper += navn if helt_fet else [*navn, *hele.del_(_fett_til(linje) - hele.fra, len(hele.s)).delt(r"\n+")]
    if stumper:
        yield stumper, fete


def _fett_til(linje: Linje) -> int:
    """Return how far from its beginning a line is bold, over rows of a PDF too."""
    til = 0
    for bit in linje.biter:
        if not bit.fet or linje.tekst[til : bit.fra].strip():
            break
        til = bit.til
    return til


def _punktvis(linjer: Sequence[Linje]) -> Sequence[Linje]:
    """Return the lines of places that are items of a list, each whole or with the lines after it, and no others."""
    if any("\n" in linje.tekst for linje in linjer):
        return [linje for linje in linjer if linje.listenivå is not None]
    starter = [nr for nr, linje in enumerate(linjer) if linje.listenivå is not None]
    lengst = max((b - a for a, b in pairwise(starter)), default=3)
    return linjer[: starter[-1] + lengst]


def _kolonnevis(linjer: Sequence[Linje], leser: Leser) -> Sequence[Linje]:
    """Return the lines of places beside each other, one place after the other, where each line is a row of its own."""
    rader: dict[tuple[int, int], list[Linje]] = {}
    for linje in linjer:
        sted = (linje.celle.tabell, linje.celle.rad) if linje.celle else (-1, linje.nr)
        rader.setdefault(sted, []).append(linje)
    ord_ = leser.ord["underskrift"]
    etikett = re.compile(
        rf"(?:{'|'.join(re.escape(ord_[n]) for n in ('sted', 'underskrift', 'elektronisk', 'signert'))})\b"
    )
    if not any(all(linje.celle and etikett.match(linje.tekst) for linje in rad) for rad in rader.values()):
        return linjer
    ut: list[Linje] = []
    blokk: dict[int, list[Linje]] = {}
    antall, fet = 0, False
    for rad in rader.values():
        fet, forrige_fet = all(linje.biter and linje.biter[0].fet for linje in rad), fet
        if fet and not forrige_fet:
            ut += [linje for kolonne in blokk.values() for linje in kolonne]
            blokk, antall = {}, antall + 1
        for linje in rad:
            samlet = (linje.celle or Celle(0, 0, 0))._replace(tabell=-antall, rad=0)
            blokk.setdefault(samlet.kolonne, []).append(linje._replace(celle=samlet))
    return [*ut, *(linje for kolonne in blokk.values() for linje in kolonne)]


def _en(a: Arbeid, stumper: Sequence[Utsnitt], fete: int, leser: Leser, sikker: Sikkerhet) -> dict[str, Node]:
    ord_ = leser.ord["underskrift"]
    etiketter = "|".join(re.escape(ord_[n]) for n in ("sted", "underskrift", "elektronisk", "navn", "tittel", "for"))
    node: dict[str, Node] = {}
    verdier: list[Utsnitt] = []
    sett_etikett = False
    for nr, u in enumerate(stump.strippet(" \t…._•\n") for stump in stumper):
        dato = re.search(rf"(?:^|\s|…)(?:{ord_['dato']}|{ord_['signert']}):?(?:\s+(?P<d>[^\t….:][^\t…:]*))?$", u.s)
        if dato or re.match(rf"(?:{etiketter})(?::|\s*$|\s*\t)", u.s):
            sett_etikett = True
            if dato and dato["d"]:
                node["dato"] = u.gruppe(dato, "d").verdi(sikker, _HVORFOR)
                a.etikett(u.del_(0, dato.start("d")))
            else:
                a.etikett(u)
        elif nr == 0 and not sett_etikett:
            _part(a, [u, *stumper[1:fete]], node, sikker)
        elif nr < fete and "for" in node:
            continue
        elif u:
            verdier.append(u)
    if len(verdier) >= 2:
        node["navn"] = verdier[0].verdi(sikker, _HVORFOR)
        node["tittel"] = verdier[1].verdi(sikker, _HVORFOR)
    elif verdier:
        node["navn" if er_navn(verdier[0].s) else "tittel"] = verdier[0].verdi(sikker, _HVORFOR)
    return {felt: node[felt] for felt in _FELTER if felt in node}


def _part(a: Arbeid, navn: Sequence[Utsnitt], node: dict[str, Node], sikker: Sikkerhet) -> None:
    """Put down whom somebody signs for; the agreement may say so by which party it is."""
    distrikt = a.tre.hent("parter", "politi", "distrikt")
    tekst = " ".join(samlet(u.s) for u in navn)
    partens = isinstance(distrikt, Verdi) and tekst.casefold() == distrikt.tekst.casefold()
    sikkerhet = TROLIG if partens or kommunen(tekst) in _numrene(a) else sikker
    node["for"] = Verdi(tekst, tuple(u.spenn for u in navn), sikkerhet, _HVORFOR)


def _numrene(a: Arbeid) -> set[str]:
    alle = (k.get("kommunenummer") for k in a.tre.liste("parter", "kommuner") if isinstance(k, dict))
    return {v.tekst for v in alle if isinstance(v, Verdi)}


def _følger_av_partene(a: Arbeid, en: dict[str, Node]) -> bool:
    """Tell whether a place to sign is the one that a party has when nobody is named."""
    if "dato" in en and not a.tre.har("avtale", "dato"):
        return False
    leder: Node | None = None
    for_, distrikt = en.get("for"), a.tre.hent("parter", "politi", "distrikt")
    if isinstance(for_, Verdi) and isinstance(distrikt, Verdi) and for_.tekst.casefold() == distrikt.tekst.casefold():
        leder = a.tre.hent("parter", "politi", "leder")
    elif isinstance(for_, Verdi) and (nummer := kommunen(for_.tekst)) in _numrene(a):
        for k in a.tre.liste("parter", "kommuner"):
            if isinstance(k, dict) and isinstance(v := k.get("kommunenummer"), Verdi) and v.tekst == nummer:
                leder = k.get("leder")
    elif isinstance(for_, Verdi):
        andre = [a.tre.hent("parter", "fylkeskommune"), *a.tre.liste("parter", "andre")]
        if not any(
            isinstance(p, dict) and isinstance(n := p.get("navn"), Verdi) and n.tekst == for_.tekst for p in andre
        ):
            return False
    return all(
        _samme(en.get(felt), leder.get(felt) if isinstance(leder, dict) else None) for felt in ("navn", "tittel")
    )


def _samme(en: Node | None, annen: Node | None) -> bool:
    if isinstance(en, Verdi) and isinstance(annen, Verdi):
        return en.tekst.casefold() == annen.tekst.casefold()
    return en is None and annen is None

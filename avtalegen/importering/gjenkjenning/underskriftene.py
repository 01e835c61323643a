"""The signatures, and how their lines make columns."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.blokker import hele
from avtalegen.importering.funnet import SIKKER, TROLIG
from avtalegen.importering.gjenkjenning.underskriftslinjene import SIGNERT_OVER
from avtalegen.importering.gjenkjenning.underskriver import ferdig, underskrifter
from avtalegen.importering.kilde import Linje
from avtalegen.importering.utsnitt import Utsnitt, setninger, som_lest
from avtalegen.importering.ventende import senere


def les(a: Arbeid, linjer: list[Linje]) -> None:
    """Read the signatures: in tables by column or by row, in boxes, and in columns of tabs or spaces."""
    tabeller: dict[int, list[Linje]] = {}
    løse: list[Linje] = []
    for linje in linjer:
        if linje.celle:
            tabeller.setdefault(linje.celle.tabell, []).append(linje)
        else:
            løse.append(linje)
    for linje in løse:
        if treff := SIGNERT_OVER.match(som_lest(linje.tekst).strip()):
            u = hele(linje)
            a.etikett(u)
            if dag := re.search(uttrykk.DATO, u.s) if treff["d"] else None:
                a.sett(a.les(u.gruppe(dag), "dato", SIKKER, "«signert»"), "avtale.dato")
    for cellene in tabeller.values():
        underskrifter(a, _rader(cellene) if _i_rader(cellene) else _kolonner(cellene))
    underskrifter(a, _spalter(løse))
    for linje in linjer:
        for treff in re.finditer(r"[_.…·\-–—]{3,}", linje.tekst):
            a.etikett(Utsnitt(linje.nr, treff.start(), treff[0]))


_SIGNERT = senere(
    rf"(?i)^(?:signert|underskrevet|undertegnet|underskriven|underteikna)\b[^:]*?(?P<d>{uttrykk.DATO})?[^:\d]*:\s"
)


_FOR_PARTEN = senere(
    rf"^(?i:for|på vegne av|på vegner av)\s(?P<f>[^:]{{4,60}}):\s"
    rf"(?P<n>{uttrykk.NAVN})(?:,\s|\s\((?=[^()]+\)$))(?P<t>[^\d()]{{3,50}})\)?$"
)


def for_partene(a: Arbeid, linjer: list[Utsnitt]) -> None:
    """Read those who sign on a line each: «For Flakstad kommune: Kari Moe, ordfører»."""
    for u in (en.strippet() for linje in linjer for en in linje.delt(r"\s+(?=For\s[A-ZÆØÅ][^:]{3,60}:\s)")):
        if treff := _FOR_PARTEN.match(u.s):
            felt = (("navn", "n"), ("tittel", "t"), ("for", "f"))
            ferdig(a, {navn: u.gruppe(treff, g).verdi(SIKKER, "linjen for parten") for navn, g in felt})


def i_en_setning(a: Arbeid, linjer: list[Utsnitt]) -> None:
    """Read those who signed from a sentence that counts them up: «Signert 20. januar 2022: Kari Moe (ordfører) …»."""
    for u in linjer if not a.tre.har("signaturer") else ():
        treff = _SIGNERT.match(u.s)
        folk = [*ledd.personer(u)] if treff else []
        if treff is None or not folk:
            continue
        dag = a.les(u.gruppe(treff, "d"), "dato", SIKKER, "«signert»") if treff["d"] else None
        for en in folk:
            ferdig(a, som_rolle(en, SIKKER, "«signert»"))
        if a.sett(dag, "avtale.dato"):
            a.etikett(u.del_(treff.start(), treff.end()))


_TITTEL = rf"{uttrykk.FORAN}{uttrykk.TITTELORD}"
_V = rf"[^.,;:]{{2,60}}?\s(?:(?i:ved)\s|(?i:v)[./]\s?)(?P<t>{_TITTEL})(?:en)?\s(?P<n>{uttrykk.NAVN})"
_VED = senere(rf"^(?:(?i:for)\s)?(?=[^/]*(?i:kommune|herad|politi|lensmann)){_V}$")
_UNDERSKRIFT = senere(
    rf"^(?i:underskrift|signatur|signert|undertegnet|underteikna)(?:\s(?i:av))?\s(?P<t>{_TITTEL})(?:en)?:?\s"
    rf"(?P<n>{uttrykk.NAVN})\.?$"
)


def på_linjen(a: Arbeid, linjer: list[Utsnitt]) -> None:
    """Read those who sign on a line, or half of one: «Flakstad kommune v/ordfører Kari Moe»."""
    alle = [] if a.tre.har("signaturer") else [en for linje in linjer for en in linje.delt(r"\t+|\s{3,}|\n")]
    funnet = [(u, m) for u in alle if (m := _UNDERSKRIFT.match(u.s) or _VED.match(u.s))]
    if len(funnet) > 1:
        for u, treff in funnet:
            ferdig(
                a, {hva: u.gruppe(treff, g).verdi(TROLIG, "på linjen") for hva, g in (("navn", "n"), ("tittel", "t"))}
            )


_BLE_UNDERTEGNET = senere(
    r"(?i)\b(?:ble|blei|vart|er|blir)\s(?:undertegnet|underskrevet|signert|underteikna|underskriven)\b(?=[^;]*\sav\s)"
)


def ble_undertegnet(a: Arbeid, linjer: list[Utsnitt]) -> None:
    """Read those who a sentence in the agreement says signed it: «… ble undertegnet av ordfører Kari Moe og …»."""
    for en in (en for u in linjer for en in setninger(u)) if not a.tre.har("signaturer") else ():
        treff = _BLE_UNDERTEGNET.search(en.s)
        rest = en.del_(treff.end(), len(en.s)) if treff else None
        folk = [*ledd.personer(rest)] if rest else []
        if rest is None or len(folk) <= 1:
            continue
        for p in folk:
            ferdig(a, som_rolle(p, SIKKER, "«ble undertegnet av»"))
        dato = re.search(uttrykk.DATO, rest.s)
        if dato and not re.search(r"(?i)fullmakt|vedtak", rest.s[: dato.start()]):
            a.sett(a.les(rest.gruppe(dato), "dato", SIKKER, "«ble undertegnet»"), "avtale.dato")
        return


def _i_rader(cellene: list[Linje]) -> bool:
    """Tell whether each row is one who signs: the name in one cell, and what goes with it in others."""
    rader: dict[int, list[Linje]] = {}
    for linje in cellene:
        if linje.celle:
            rader.setdefault(linje.celle.rad, []).append(linje)
    for rad in rader.values():
        navn = [linje for linje in rad if re.fullmatch(uttrykk.NAVN, linje.tekst.strip())]
        andre = [linje for linje in rad if re.search(uttrykk.TITTELORD, linje.tekst) and linje not in navn]
        if (
            len(navn) == 1
            and andre
            and all(o.celle and navn[0].celle and o.celle.kolonne != navn[0].celle.kolonne for o in andre)
        ):
            return True
    return False


def _rader(cellene: list[Linje]) -> list[list[Utsnitt]]:
    rader: dict[int, list[Utsnitt]] = {}
    for linje in cellene:
        if linje.celle:
            rader.setdefault(linje.celle.rad, []).append(hele(linje))
    return list(rader.values())


def _kolonner(cellene: list[Linje]) -> list[list[Utsnitt]]:
    """Return the columns; cells that hold a name and what goes with it are each one."""
    hver: dict[tuple[int, int], list[Utsnitt]] = {}
    for linje in cellene:
        if linje.celle:
            hver.setdefault((linje.celle.rad, linje.celle.kolonne), []).append(hele(linje))
    alene = [
        ruten
        for ruten in hver.values()
        if sum(bool(re.match(uttrykk.NAVN, del_.strip())) for u in ruten for del_ in u.s.split("\n")) == 1
        and len("\n".join(u.s for u in ruten).split("\n")) > 1
    ]
    if len(alene) > 1:
        return list(hver.values())
    kolonner: dict[int, list[Utsnitt]] = {}
    for linje in cellene:
        if linje.celle:
            kolonner.setdefault(linje.celle.kolonne, []).append(hele(linje))
    return list(kolonner.values())


def _spalter(linjer: list[Linje]) -> list[list[Utsnitt]]:
    """Return the columns that tabs or runs of spaces make, each with its lines from above."""
    delt = []
    for linje in linjer:
        delt += [[*u.delt(r"\t+|\s{3,}")] for u in hele(linje).delt(r"\n")]
    antall = max(map(len, delt), default=1)
    if antall < 2:
        return [[u for d in delt for u in d]]
    spalter: list[list[Utsnitt]] = [[] for _ in range(antall)]
    for d in delt:
        if len(d) == antall:
            for spalte, u in zip(spalter, d, strict=True):
                spalte.append(u)
        else:
            spalter[0].extend(d)
    return spalter

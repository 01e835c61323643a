"""What stands in front of our own documents: the title, and the lines under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.egne.lesere import Leser
from avtalegen.importering.funnet import SIKKER, TROLIG, Verdi
from avtalegen.importering.kilde import Linje
from avtalegen.importering.utsnitt import Utsnitt, samlet

_HVORFOR = "linjen på forsiden"


def les_forside(a: Arbeid, u: Sequence[Utsnitt], linjer: Sequence[Linje], leser: Leser) -> None:
    """Read the title, the subtitle and the lines with a label."""
    ledetekster = {ord_.casefold(): navn for navn, ord_ in leser.ord["forside"].items()}
    tittellinjer: list[Utsnitt] = []
    fakta: list[tuple[str, Utsnitt]] = []
    venter = ""
    for del_, linje in _deler(u, linjer):
        if not del_:
            continue
        treff = re.match(r"([^\t:]{2,40})(?::?\t|:\s)\s*", del_.s)
        navn = ledetekster.get(treff[1].strip().casefold()) if treff else None
        if navn and treff:
            a.etikett(del_.del_(0, treff.end()))
            fakta.append((navn, del_.del_(treff.end(), len(del_.s))))
        elif venter:
            fakta.append((venter, del_))
            venter = ""
        elif (alene := ledetekster.get(del_.s.strip(" :").casefold())) is not None and linje.stil in ("dt", ""):
            a.etikett(del_)
            venter = alene
        elif del_.s in (leser.ord["utkast"], leser.ord["opphevet"]):
            fakta.append(("status", del_))
        elif not fakta and not linje.celle:
            tittellinjer.append(del_)
    for navn, del_ in fakta:
        _faktum(a, navn, del_, leser)
    if not a.tre.har("avtale", "status"):
        a.tre.sett(Verdi("utkast", (), TROLIG, "ingenting sier at den er vedtatt", ordrett=False), "avtale", "status")
    _tittel(a, tittellinjer, leser)


def _deler(u: Sequence[Utsnitt], linjer: Sequence[Linje]) -> Iterator[tuple[Utsnitt, Linje]]:
    for del_, linje in zip(u, linjer, strict=True):
        for bit in del_.delt(r"\n+"):
            yield bit, linje


def _faktum(a: Arbeid, navn: str, u: Utsnitt, leser: Leser) -> None:
    if navn == "status":
        ordene = {o.casefold(): s for s, o in leser.ord["status"].items()}
        ordene |= {leser.ord[s].casefold(): s for s in ("utkast", "opphevet")}
        if status := ordene.get(u.s.casefold()):
            a.sett(u.verdi(SIKKER, _HVORFOR, status, ordrett=False), "avtale.status")
    elif navn in ("dato", "saksnummer"):
        a.sett(u.verdi(SIKKER, _HVORFOR), f"avtale.{navn}")


def _tittel(a: Arbeid, linjer: Sequence[Utsnitt], leser: Leser) -> None:
    linjer = [u for u in linjer if not _rundt(u.s)]
    if not linjer:
        return
    først, *resten = linjer
    if samlet(først.s) in (leser.ord["tittel"], leser.ord["tittel_fylkeskommune"]):
        a.etikett(først)
    else:
        a.sett(først.verdi(SIKKER, "tittelen"), "avtale.tittel")
    for u in resten[:1]:
        a.sett(u.verdi(SIKKER, "undertittelen"), "avtale.undertittel")


def _rundt(tekst: str) -> bool:
    return tekst.casefold() in ("hopp til innholdet", "hopp til innhaldet", "innhold", "innhald")

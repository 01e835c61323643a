"""What stands in front of our own documents: the title, and the lines under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.egne.lesere import Leser
from avtalegen.importering.funnet import SIKKER, TROLIG, Verdi
from avtalegen.importering.kilde import Linje
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.modell.senere import senere

_HVORFOR = "linjen på forsiden"
_STØRRELSE = senere(r"[\d.,]+ punkt")


def les_forside(a: Arbeid, u: Sequence[Utsnitt], linjer: Sequence[Linje], leser: Leser) -> None:
    """Read the title, the subtitle and the lines with a label."""
    ledetekster = {ord_.casefold(): navn for navn, ord_ in leser.ord["forside"].items()}
    tittellinjer: list[list[Utsnitt]] = []
    stil: str | None = None
    sist: Linje | None = None
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
        elif (alene := ledetekster.get(del_.s.strip(" :").casefold())) is not None and linje.nivå is None:
            a.etikett(del_)
            venter = alene
        elif "".join(del_.s.split()) in (leser.ord["utkast"], leser.ord["opphevet"]):  # the mark across a page too
            fakta.append(("status", del_))
        elif all(navn == "status" for navn, _ in fakta) and not linje.celle:  # a draft says so over its title
            # A title over several lines of a PDF is one: they have letters of the same size, which is their style, or
            # are one paragraph by its tags.
            if linje is sist or (stil and linje.stil == stil and _STØRRELSE.fullmatch(stil)):
                tittellinjer[-1].append(del_)
            else:
                tittellinjer.append([del_])
            stil, sist = linje.stil, linje
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
        if status := ordene.get(u.s.casefold()) or ordene.get("".join(u.s.split()).casefold()):
            a.sett(u.verdi(SIKKER, _HVORFOR, status, ordrett=False), "avtale.status")
    elif navn in ("dato", "saksnummer"):
        a.sett(u.verdi(SIKKER, _HVORFOR), f"avtale.{navn}")


def _tittel(a: Arbeid, linjer: Sequence[Sequence[Utsnitt]], leser: Leser) -> None:
    linjer = [u for u in linjer if not _rundt(u[0].s)]
    if not linjer:
        return
    først, *resten = linjer
    if _tekst(først) in (leser.ord["tittel"], leser.ord["tittel_fylkeskommune"]):
        for u in først:
            a.etikett(u)
    else:
        a.sett(_verdi(først, "tittelen"), "avtale.tittel")
    for linje in resten[:1]:
        a.sett(_verdi(linje, "undertittelen"), "avtale.undertittel")


def _tekst(linje: Sequence[Utsnitt]) -> str:
    return " ".join(samlet(u.s) for u in linje)


def _verdi(linje: Sequence[Utsnitt], hvorfor: str) -> Verdi:
    return Verdi(_tekst(linje), tuple(u.spenn for u in linje), SIKKER, hvorfor)


def _rundt(tekst: str) -> bool:
    return tekst.casefold() in ("hopp til innholdet", "hopp til innhaldet", "innhold", "innhald")

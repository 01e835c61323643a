"""Tables of the decisions: who made each, in which case and on which day, with the kommune where there are several."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.gjenkjenning import avtalen
from avtalegen.importering.gjenkjenning.celler import linjer
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.gjenkjenning.vedtatt import ORGAN, SAK, STYRET
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere
from avtalegen.register import Kommune

_OM_VEDTAK = senere(
    r"(?i)ved(?:ta|te|to)|behandl|handsam|godkjen|tilslut|organ\b|kommunestyr|heradsstyr|bystyr|styre\b"
)
_DAG = senere(rf"(?i:den\s)?(?:{uttrykk.DATO})\.?")
_ANNET = senere(r"(?i)\b(?:utsatt|utsett|avvist|avslått|ikk[je]+|orienter\w*|sendt tilbake|høring)\b")
"""What says of a row that nothing was decided in it."""


def _kolonnene(a: Arbeid, t: Tabell) -> dict[str, int]:
    """Return which column holds what, by the cells under the first row."""
    funnet: dict[str, int] = {}
    for k in range(t.kolonner):
        celler = [c for r in range(1, t.rader) if (c := t.tekst(r, k).strip(" .–-"))]
        slag = (
            ("kommune", all(_kommune(c) in a.kommuner for c in celler)),
            ("organ", all(ORGAN.match(c) or _ET_UTVALG.match(c) for c in celler) and any(map(ORGAN.match, celler))),
            ("dato", all(map(_DAG.fullmatch, celler))),
            ("sak", all(map(SAK.fullmatch, celler))),
        )
        if navn := next((n for n, er_det in slag if celler and er_det and n not in funnet), None):
            funnet[navn] = k
    return funnet


_ET_UTVALG = senere(r"(?i)\w*(?:utval|utvalg|komité|komite|nemnd|nemd|råd)\w*\b")


def _kommune(tekst: str) -> Kommune | None:
    return slå_opp(re.sub(r"(?i)\s(?:kommune|herad)$", "", tekst.strip(" :")))


def les(a: Arbeid, t: Tabell) -> bool:
    """Take the decision of each kommune: the last one of the organ that decides for it, or else the last."""
    plass = _kolonnene(a, t) if a.kommuner and t.kolonner > 1 and t.rader > 1 else {}
    hodet = " ".join(t.rad(0))
    if not plass.keys() & {"dato", "sak"} or not ({"organ", "sak"} <= plass.keys() or _OM_VEDTAK.search(hodet)):
        return False  # the meetings of several organs are no decisions
    if ("kommune" not in plass and (len(a.kommuner) > 1 or "organ" not in plass)) or (len(plass) < _NOK):
        return False
    valgt: dict[Kommune, int] = {}
    for r in range(1, t.rader):
        kommune = _kommune(t.tekst(r, plass["kommune"])) if "kommune" in plass else a.kommuner[0]
        if kommune is None or _ANNET.search(" ".join(t.rad(r))):
            continue
        før = valgt.get(kommune)
        if før is None or _tyngde(t, r, plass) >= _tyngde(t, før, plass):
            valgt[kommune] = r
    satt = [_sett(a, t, r, plass, kommune) for kommune, r in valgt.items()]
    if any(satt):
        _gjør_rede(a, t, plass, [*valgt.values()])
    return any(satt)


_NOK = 2


def _tyngde(t: Tabell, r: int, plass: dict[str, int]) -> int:
    organ = t.tekst(r, plass["organ"]) if "organ" in plass else ""
    return 2 if STYRET.match(organ) else 1 if ORGAN.match(organ) else 0


def _sett(a: Arbeid, t: Tabell, r: int, plass: dict[str, int], kommune: Kommune) -> bool:
    """Put the decision of a row where it belongs."""
    node: dict[str, Node] = {}
    u = {felt: next(iter(linjer(t[r, k])), Utsnitt(0, 0, "")) for felt, k in plass.items()}
    organ = avtalen.organet(u["organ"].s) if "organ" in u else ""
    if organ:
        node["organ"] = u["organ"].verdi(SIKKER, "tabellen over vedtakene", organ, ordrett=False)
    elif (over := next((o for h in t.rad(0) if (o := avtalen.organet(h))), "")) and (hode := linjer(t[0, 0])):
        node["organ"] = hode[0].verdi(SIKKER, "hodet over vedtakene", over, ordrett=False)._replace(spenn=())
    if "sak" in u and (sak := SAK.search(u["sak"].s)):
        node["sak"] = u["sak"].gruppe(sak, "s").verdi(SIKKER, "tabellen over vedtakene")
    if "dato" in u and (m := re.search(uttrykk.DATO, u["dato"].s)):
        dag = a.les(u["dato"].gruppe(m), "dato", SIKKER, "tabellen over vedtakene")
        node |= {"dato": dag} if dag else {}
    return bool(node.keys() & {"sak", "dato"}) and a.sett(node, f"parter.kommuner.{a.kommuner.index(kommune)}.vedtak")


def _gjør_rede(a: Arbeid, t: Tabell, plass: dict[str, int], rader: list[int]) -> None:
    """Account for the head, for the names of the kommuner, and for what is in the rows that count."""
    for k in range(t.kolonner):
        for u in linjer(t[0, k]):
            a.etikett(u)
    for r in rader:
        for felt, k in plass.items():
            for u in linjer(t[r, k]) if felt in ("kommune", "organ") else ():
                a.etikett(u)

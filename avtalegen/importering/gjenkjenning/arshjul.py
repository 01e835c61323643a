"""A year of meetings laid out by month: down the first column of a table, or over its columns."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.forbi import AVLYST
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.gjenkjenning.celler import linjer, sammen
from avtalegen.importering.gjenkjenning.moteplaner import året
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_MÅNEDER = senere(rf"\s*{uttrykk.MÅNED}(?:\s?(?:[-–/]|og)\s?{uttrykk.MÅNED})?(?:\s(?P<å>20\d\d))?\s*")
_NOK = 3
"""Months that stand in a column, or a row, that is the year."""
_MØTE = senere(
    r"(?:(?i:(?:ordinært\s)?møte\w*|samling|politiråd\w*|rådsmøte)\s?:?\s)?(?:(?i:den)\s)?"
    rf"(?P<d>\d{{1,2}}\.\s?{uttrykk.MÅNED}|\d{{1,2}}\.\s?\d{{1,2}}\.?(?!\d)|\d{{1,2}}/\d{{1,2}}(?!\d)|\d{{1,2}}\.(?=\W|$))"
    rf"{uttrykk.TIMENE_ETTER}"
    r"(?:,\s(?:på\s|i\s)?(?P<s>[^\d;]+?))?\.?$"
)
_ET_MØTE = senere(r"(?i)møte|politiråd|samling|\brådet|dato|\bdag\b")
_TEMA = senere(r"(?i)tema|saker?\b|innh[oa]ld|agenda|dagsorden")


def les(a: Arbeid, tabell: Tabell, seksjon: Seksjon | None) -> bool:
    """Read the days of the meetings; tell whether the table was such a year."""
    om_møter = seksjon is not None and (seksjon.del_ in ("råd", "møter") or _er_om_møter(seksjon))
    if len([r for r in range(tabell.rader) if _MÅNEDER.fullmatch(tabell.tekst(r, 0))]) < _NOK:
        tabell = tabell.snudd()
    måneder = {r: m for r in range(tabell.rader) if (m := _MÅNEDER.fullmatch(tabell.tekst(r, 0)))}
    if len(måneder) < _NOK or tabell.kolonner < 2:
        return False
    hodet = {k: tabell.tekst(0, k) for k in range(1, tabell.kolonner)} if 0 not in måneder else {}
    år, sto = året(tabell, seksjon) or _årene(a), False
    for r, måned in måneder.items():
        for k in range(1, tabell.kolonner):
            hode = hodet.get(k, "")
            for u in linjer(tabell[r, k]):
                om_det = _ET_MØTE.search(u.s) or _ET_MØTE.search(hode) or (om_møter and not hode)
                if not om_det or AVLYST.search(u.s):
                    continue
                if (møte := _møtet(a, u, tabell.tekst(r, 0), måned["å"] or år)) and møte not in a.tre.liste(
                    "politiråd", "møter", "plan"
                ):
                    tema = next((v for j, h in hodet.items() if _TEMA.search(h) and (v := sammen(tabell[r, j]))), None)
                    if tema and "tema" not in møte:
                        møte["tema"] = [tema]
                    sto = a.legg_til(møte, "politiråd.møter.plan") or sto
                    a.etikett(u)
    if sto:
        for rute in [*(tabell[r, 0] for r in måneder), *(tabell[0, k] for k in range(tabell.kolonner))]:
            for u in linjer(rute):
                a.etikett(u)
    return sto


def _er_om_møter(seksjon: Seksjon) -> bool:
    return bool(seksjon.overskrift and re.search(r"(?i)årshjul|møte|politiråd|kalender", seksjon.overskrift.s))


def _årene(a: Arbeid) -> str | None:
    """Return the first year of the agreement, where nothing over the table says one."""
    fra = re.search(r"(?<!\d)20\d\d(?!\d)", " ".join(linje.tekst for linje in a.kilde.linjer[:3]))
    return fra[0] if fra else None


def _møtet(a: Arbeid, u: Utsnitt, måned: str, år: str | None) -> dict[str, Node] | None:
    treff = _MØTE.match(u.s)
    if treff is None or år is None:
        return None
    dag = treff["d"].strip()
    if re.fullmatch(r"\d{1,2}\.", dag):
        dag = f"{dag} {re.split(r'[-–/ ]', måned.strip())[0]}"
    full = f"{dag} {år}" if dag[-1].isalpha() else f"{dag.rstrip('.').replace('/', '.')}.{år}"
    if not (lest := ledd.dato(full)):
        return None
    node: dict[str, Node] = {"dato": u.gruppe(treff, "d").verdi(SIKKER, "årshjulet", lest, ordrett=False)}
    for felt, gruppe in (("klokkeslett", "k"), ("slutt", "t")):
        if treff[gruppe] and (kl := a.les(u.gruppe(treff, gruppe), "klokkeslett", SIKKER, "årshjulet")):
            node[felt] = kl
    if treff["s"]:
        node["sted"] = u.gruppe(treff, "s").verdi(TROLIG, "årshjulet")
    return node

"""Tables of the meetings of the council: a day in each row."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Rute, Tabell
from avtalegen.importering.forbi import AVLYST
from avtalegen.importering.funnet import SIKKER, Node, Verdi
from avtalegen.importering.gjenkjenning.celler import første, linjer, sammen, tom
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.ordliste import kolonner_av
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_ANNET = senere(
    rf"{AVLYST.pattern}|(?i:\bikk[je]+\s(?:et\s|eit\s)?(?:\w{{0,20}}møte\b|møte\si\s\w{{0,10}}rådet|i\s\w{{0,10}}rådet|\w{{0,10}}råd(?:et)?\W*$|\w{{0,10}}råd(?:et)?\))|"
    r"\bgjeld(?:er)?\sikk[je]+\s\w*råd(?:et)?\b)"
)
"""What says of a row that it is of no meeting, or of none of the council."""
_MED_TID = senere(
    r",?\s(?i:kl\.?|klokk[ea]n?)\s?(?P<k>\d{1,2}(?:[.:]?\d\d)?(?:\s?(?:[-–]|til)\s?\d{1,2}(?:[.:]?\d\d)?)?)\s*$"
)


def heller(kjent: tuple[str, dict[str, int]], hoder: list[str]) -> tuple[str, dict[str, int]]:
    """Return the kind of a table under the council: with a day and a theme in each row it is of meetings."""
    plan = kolonner_av("møteplan", hoder) if kjent[0] == "tiltak" and "hva" not in kjent[1] else {}
    return ("møteplan", plan) if "dato" in plan else kjent


_EN_DAG = senere(
    rf"(?i:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)(?:dag)?\.?,?\s)?(?i:den\s)?"
    rf"(?:{uttrykk.DATO}|\d{{1,2}}\.\s?(?:\d{{1,2}}\.?|{uttrykk.MÅNED}))(?:,?\s(?i:kl\.?|klokk[ea]n?)\s?[\d.:–-]{{1,11}})?"
)
"""A day as the head of a column."""
_NOK = 2


def dager_bortover(a: Arbeid, t: Tabell, seksjon: Seksjon | None) -> bool:
    """Read a plan that has its days over the columns, and what is said of each under them; tell whether it was one."""
    dager = [t.tekst(0, k).strip(" .") for k in range(1, t.kolonner)]
    merker = [t.tekst(r, 0) for r in range(1, t.rader)]
    if len(dager) < _NOK or not merker or not all(map(_EN_DAG.fullmatch, dager)):
        return False
    plass = {felt: k + 1 for felt, k in kolonner_av("møteplan", merker).items() if felt != "dato"}
    if not plass or any(map(_EN_DAG.fullmatch, merker)) or not les(a, t.snudd(), {"dato": 0, **plass}, seksjon):
        return False
    for r in (0, *plass.values()):
        for u in linjer(t[r, 0]):
            a.etikett(u)
    return True


def les(a: Arbeid, tabell: Tabell, plass: dict[str, int], seksjon: Seksjon | None) -> bool:
    """Read the days of the meetings, one in each row, with their hours, places and themes."""
    if "dato" not in plass:
        return False
    år = året(tabell, seksjon)
    sto, andres, noter = False, _andres(tabell), _ikke_møte(a)
    for r in range(1, tabell.rader):
        u = første(tabell[r, plass["dato"]])
        u = u.strippet(" \t\n-–•") if u else None
        i_cellen = _MED_TID.search(u.s) if u else None
        dag = _dag(a, u.del_(0, i_cellen.start()) if u and i_cellen else u, år) if u else None
        if dag is None or r in andres or _med_stjerne(tabell, r, noter) or _ANNET.search(" ".join(tabell.rad(r))):
            continue
        node: dict[str, Node] = {"dato": dag}
        if "klokkeslett" in plass and (k := første(tabell[r, plass["klokkeslett"]])) and not tom(k):
            node |= _timene(a, k)
        if u and i_cellen and (timene := _timene(a, u.gruppe(i_cellen, "k"))):
            node |= timene
            a.etikett(u.del_(i_cellen.start(), i_cellen.start("k")))
        ut = første(tabell[r, plass["slutt"]]) if "slutt" in plass else None
        if ut and (slutter := a.les(ut, "klokkeslett", SIKKER, "tabellen")):
            node.setdefault("slutt", slutter)
        sted = tabell[r, plass["sted"]] if "sted" in plass else None
        vert = tabell[r, plass["vert"]] if "vert" in plass else None
        if sted is not None and (med_tid := _tid_og_sted(sted)):
            node = {**med_tid, **node}
        elif sted is not None and (v := sammen(sted)) and not _INTET_STED.match(v.tekst):
            node["sted"] = v
        if vert is not None and vert is not sted and (v := sammen(vert)):
            node["tema" if re.search(r"(?i)møte", v.tekst) else "vert"] = (
                v if not re.search(r"(?i)møte", v.tekst) else [v]
            )
        if "tema" in plass and (v := sammen(tabell[r, plass["tema"]])):
            node["tema"] = [v]
        if "nr" in plass and (n := første(tabell[r, plass["nr"]])):
            a.etikett(n)
        sto = a.legg_til(node, "politiråd.møter.plan") or sto
    return sto


def _ikke_møte(a: Arbeid) -> tuple[str, ...]:
    """Return the lines under a star that say of the rows with the same that they are no meeting."""
    noter = (linje.tekst.lstrip() for linje in a.kilde.linjer if not linje.celle)
    return tuple(note for note in noter if note[:1] == "*" and _ANNET.search(note))


def _med_stjerne(tabell: Tabell, r: int, noter: tuple[str, ...]) -> bool:
    """Tell whether a row has a star that one of some lines begins with."""
    stjerner = tuple({m[0] for celle in tabell.rad(r) if (m := _STJERNE.search(celle))}) if noter else ()
    return bool(stjerner) and any(note.startswith(stjerner) for note in noter[:_FLEST])


_FLEST = 20
"""Notes under a table, at most."""
_STJERNE = senere(r"\*+$")


_TID_FØRST = senere(rf"^(?P<t>{uttrykk.TIDSROM})(?:,|\s[–-])?\s(?P<s>[^\W\d].+)$")


def _tid_og_sted(rute: Rute) -> dict[str, Node]:
    """Return the hours and the place that stand together on one line of a cell: «kl. 9–11, Odda rådhus»."""
    for u in linjer(rute):
        treff = _TID_FØRST.match(u.s)
        if treff and (timer := ledd.tidsrom(treff["t"])):
            return {**_fra_til(u.gruppe(treff, "t"), timer), "sted": u.gruppe(treff, "s").verdi(SIKKER, "tabellen")}
    return {}


def _timene(a: Arbeid, u: Utsnitt) -> dict[str, Node]:
    """Return when a meeting begins, and ends."""
    if timer := ledd.tidsrom(u.s):
        return _fra_til(u, timer)
    lest = a.les(u, "klokkeslett", SIKKER, "tabellen")
    return {"klokkeslett": lest} if lest else {}


def _fra_til(u: Utsnitt, timer: str) -> dict[str, Node]:
    fra, til = timer.split("–")
    return {
        "klokkeslett": u.verdi(SIKKER, "tabellen", fra, ordrett=False),
        "slutt": u.verdi(SIKKER, "tabellen", til, ordrett=False),
    }


_INTET_STED = senere(rf"\d{{1,2}}(?:[.:]\d\d)?\s?[-–]\s?\d{{1,2}}(?:[.:]\d\d)?\s|(?i:{uttrykk.MÅNED})\W*$")
"""Of what stands in the column of places: two columns that were read as one, or the name of a month."""
_RÅDET = senere(r"(?i)^(?:politi|samarbeids?)?råd(?:et)?\b")
_ET_ANNET = senere(
    r"(?i)^(?:formannskap|kommunestyre|bystyre|heradsstyre|ungdomsråd|eldreråd|regionråd|arbeidsgruppe|styringsgruppe|"
    r"(?:felles\s)?SLT\b|kriseledels|kriseleiing|hovedutval|hovudutval)\w*"
)


def _andres(tabell: Tabell) -> frozenset[int]:
    """Return the rows of another organ than the council, in a table that says of each whose meeting it is."""
    for k in range(tabell.kolonner):
        hvem = {r: tabell.tekst(r, k) for r in range(1, tabell.rader)}
        if any(_RÅDET.match(tekst) for tekst in hvem.values()):
            return frozenset(r for r, tekst in hvem.items() if _ET_ANNET.match(tekst))
    return frozenset()


def året(tabell: Tabell, seksjon: Seksjon | None) -> str | None:
    """Return the year that is said over a plan of meetings whose days have none."""
    tekster = [seksjon.overskrift.s] if seksjon and seksjon.overskrift else []
    if seksjon:
        tekster += [avsnitt.tekst.s for avsnitt in seksjon.avsnitt]
    tekster += tabell.rad(0)
    return next((m[0] for t in tekster if (m := re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", t))), None)


def _dag(a: Arbeid, u: Utsnitt, år: str | None) -> Verdi | None:
    ren = re.sub(
        r"(?i)^(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag|ma|ti|on|to|fr|lø|sø)\.?,?\s(?:den\s)?",
        "",
        samlet(u.s),
    )
    lest = ledd.dato(ren) or (
        ledd.dato(f"{ren.rstrip('.')} {år}" if re.search(r"[a-z]", ren) else f"{ren.rstrip('.')}.{år}") if år else None
    )
    del a
    return u.verdi(SIKKER, "tabellen", lest, ordrett=False) if lest else None

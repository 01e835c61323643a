"""Tables of the members of the council: one in each row, or with the sides over the columns."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.forbi import BORTE
from avtalegen.importering.funnet import SIKKER, Node, Verdi
from avtalegen.importering.gjenkjenning import deltakere, gjestene, medlemslinjer, radet
from avtalegen.importering.gjenkjenning.celler import første, linjer, tom
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere


def medlemmer(a: Arbeid, tabell: Tabell, plass: dict[str, int], seksjon: Seksjon | None) -> bool:
    """Read the members, one in each row, with their parts, their tasks and those who stand in for them."""
    plass = _titlene(tabell, plass)
    if not ({"navn", "tittel"} & plass.keys()) or (
        seksjon and seksjon.del_ not in ("råd", "møter", "", "parter") and not _rådets(tabell, plass)
    ):
        return False
    sto, part = False, None
    for r in range(1, tabell.rader):
        hele_raden = tabell[r, 0]
        if hele_raden and hele_raden.celle.kolonner >= tabell.kolonner:
            for linje in linjer(hele_raden):
                radet.setning(a, linje)
            sto = True
            continue
        innholdet = [u for k in range(tabell.kolonner) for u in linjer(tabell[r, k])]
        if len(innholdet) == 1 and _SIDEN.fullmatch(innholdet[0].s):
            part = innholdet[0]
            a.etikett(part)
            continue
        if len(innholdet) == 1 and gjestene.observatør(a, innholdet[0]):
            sto = True
            continue
        rolle = _en_rolle(tabell, plass, r)
        if rolle and _er_vara(a, tabell, plass, r, rolle):
            continue
        if not rolle or BORTE.search(" ".join(tabell.rad(r))):
            continue
        i_tittelen = _uten_oppgave(rolle)
        # An empty cell under a party says that it is the same one.
        part = (første(tabell[r, plass["part"]]) or part) if "part" in plass else part
        del_ = _siden(a, rolle, part)
        oppgave = første(tabell[r, plass["rolle"]]) if "rolle" in plass else None
        if oppgave and "part" not in plass and _SIDE.fullmatch(oppgave.s):
            del_, oppgave = _siden(a, rolle, oppgave), None
        if behov := _når_det_trengs(tabell, plass, r, oppgave):
            sto = _ved_behov(a, rolle, behov) or sto
            continue
        if oppgave and oppgave.s.casefold().startswith("observatør"):
            if "tittel" in rolle:
                a.etikett(oppgave)
            rolle = {"tittel": oppgave.verdi(SIKKER, "tabellen", ledd.som_tittel(oppgave.s)), **rolle}
            sto = a.legg_til(rolle, "politiråd.medlemmer.kan_delta") or sto
            continue
        sto = _i_rådet(a, rolle, oppgave, del_, i_tittelen) or sto
    return sto


_NUMMER = senere(r"(?i)(?P<n>\d{1,2})?[.\s]*(?P<v>v(?:ara)?\.?)?[.\s]*(?P<n2>\d{1,2})?")
"""The number of a member, with what tells that somebody stands in for the one who has it: «4 V», «vara 4», «V»."""


def _er_vara(a: Arbeid, tabell: Tabell, plass: dict[str, int], r: int, rolle: dict[str, Node]) -> bool:
    """Give the member with the same number, or the one right before, the one of a row that is marked as a vara."""
    k = next((k for k in range(tabell.kolonner) if k not in plass.values()), None)
    treff = _NUMMER.fullmatch(tabell.tekst(r, k).strip()) if k is not None else None
    if k is None or treff is None or not treff["v"] or not _teller(tabell, k):
        return False
    tall = treff["n"] or treff["n2"]
    over = next((s for s in range(r - 1, 0, -1) if tall in (None, tabell.tekst(s, k).strip(" ."))), None)
    hos = _en_rolle(tabell, plass, over) if over is not None else {}
    navn, vara = hos.get("navn"), " ".join(v.tekst for v in rolle.values() if isinstance(v, Verdi))
    for side in ("kommune", "politi", "andre"):
        for nr, en in enumerate(a.tre.liste("politiråd", "medlemmer", side)):
            der = en.get("navn") if isinstance(en, dict) else None
            if isinstance(navn, Verdi) and isinstance(der, Verdi) and der.spenn == navn.spenn:
                spenn = tuple(s for v in rolle.values() if isinstance(v, Verdi) for s in v.spenn)
                verdi = Verdi(vara, spenn, SIKKER, "tabellen", ordrett=False)
                for u in linjer(tabell[r, k]):
                    a.etikett(u)
                return a.sett(verdi, f"politiråd.medlemmer.{side}.{nr}.vara")
    return False


def _teller(tabell: Tabell, k: int) -> bool:
    """Tell whether a column numbers the members."""
    return sum(tabell.tekst(r, k).strip(" .").isdigit() for r in range(1, tabell.rader)) > 1


_SIDEN = senere(
    r"(?i)(?:(?:fra|frå|for)\s)?(?:kommunen|heradet|politiet|politidistriktet|lensmannen|kommune|politi)\W*"
)
"""A row that says which side those under it are from."""


def _rådets(tabell: Tabell, plass: dict[str, int]) -> bool:
    """Tell whether a column says what people are in the council, wherever the table stands."""
    k = plass.get("rolle")
    return k is not None and any(
        re.match(r"(?i)(?:nest)?le(?:der|iar)\b", tabell.tekst(r, k)) for r in range(tabell.rader)
    )


_NÅR_DET_TRENGS = senere(
    r"(?i)ved behov|etter behov|ved trong|etter trong|når (?:det|saken|saka)|"
    r"kan (?:inviteres|innkalles|møte|delta|inviterast|kallast)|"
    r"innkalles|inviteres|ikk[je]+ fast"
)


def _når_det_trengs(tabell: Tabell, plass: dict[str, int], r: int, oppgave: Utsnitt | None) -> Utsnitt | None:
    """Return what in a row says that somebody comes only when they are needed, in whatever column."""
    if oppgave and _NÅR_DET_TRENGS.search(oppgave.s):
        return oppgave
    andre = (første(tabell[r, k]) for k in range(tabell.kolonner) if k not in plass.values())
    return next((u for u in andre if u and _NÅR_DET_TRENGS.match(u.s)), None)


def _ved_behov(a: Arbeid, rolle: dict[str, Node], oppgave: Utsnitt) -> bool:
    """Take those whom a row says are called in when they are needed."""
    hvem = rolle.get("navn") or rolle.get("tittel")
    if not isinstance(hvem, Verdi):
        return False
    a.etikett(oppgave)
    u = Utsnitt(hvem.spenn[0].linje, hvem.spenn[0].fra, hvem.tekst)
    alle = ledd.oppramsing(u)
    hvor = rolle.get("enhet")
    egen = isinstance(hvor, Verdi) and len(alle) == 1 and not re.match(r"(?i)andre|øvrige|eksterne|gjest", hvor.tekst)
    enhet = {"enhet": rolle["enhet"]} if egen else {}
    satt = [
        a.legg_til({"tittel": en.verdi(SIKKER, "tabellen"), **enhet}, "politiråd.medlemmer.ved_behov") for en in alle
    ]
    return any(satt)


def _titlene(tabell: Tabell, plass: dict[str, int]) -> dict[str, int]:
    """Return which columns are which: what is called the role is the title, where it is more than who leads."""
    if "tittel" in plass or "rolle" not in plass:
        return plass
    verv = [tabell.tekst(r, plass["rolle"]).strip(" –-") for r in range(1, tabell.rader)]
    if not any(en and not _VERV.fullmatch(en) and not _SIDE.fullmatch(en) for en in verv):
        return plass
    return {**{felt: k for felt, k in plass.items() if felt != "rolle"}, "tittel": plass["rolle"]}


_VERV = senere(
    r"(?i)(?:fast )?(?:medlem|leder|leiar|nestleder|nestleiar|sekretær|referent|sekretariat|vara\w*|"
    r"observatør)(?:,\s[^,]{1,30})?"
)


_SIDE = senere(r"(?i)(?:fr[åa] |for )?(?:kommunen?|heradet|politiet|politi|lensmannen)")
"""A party, where the column says what each is in the council."""
_OPPGAVE_BAK = senere(r"(?i),?\s*[(–-]\s*((?:nest)?le(?:der|iar)|sekretær)\)?$|,\s*((?:nest)?le(?:der|iar)|sekretær)$")


def _uten_oppgave(rolle: dict[str, Node]) -> str:
    """Take «(leder)» and the like out of a title, or from behind a name, and return it."""
    for felt in ("tittel", "navn"):
        verdi = rolle.get(felt)
        treff = _OPPGAVE_BAK.search(verdi.tekst) if isinstance(verdi, Verdi) else None
        if treff is not None and isinstance(verdi, Verdi) and treff.start() >= 4:
            rolle[felt] = verdi._replace(tekst=verdi.tekst[: treff.start()], ordrett=False)
            return (treff[1] or treff[2]).casefold()
    return ""


def rader_per_kommune(a: Arbeid, tabell: Tabell) -> bool:
    """Read the members from a table with a kommune in the first cell of each row, and its people in the second."""
    rader = {r: k for r in range(tabell.rader) if (k := slå_opp(tabell.tekst(r, 0).strip(" :"))) in a.kommuner and k}
    if len(rader) < 2 or not all([*ledd.personer(u)] for r in rader for u in linjer(tabell[r, 1])):
        return False
    for r, kommune in rader.items():
        for merke in linjer(tabell[r, 0]):
            a.etikett(merke)
        for u in linjer(tabell[r, 1]):
            for p in ledd.personer(u):
                navn = u.verdi(SIKKER, "raden i tabellen", kommune.navn, ordrett=False)._replace(spenn=())
                deltakere.medlem(a, {**som_rolle(p, SIKKER, "tabellen"), "kommune": navn})
    return True


def sider_bortover(a: Arbeid, tabell: Tabell) -> bool:
    """Read the members from a table with the kommune over one column and the police over another."""
    sider = {}
    for k in range(tabell.kolonner):
        hode = tabell.tekst(0, k)
        if re.fullmatch(
            r"(?i)(?:fra\s|frå\s)?(?:kommun\w*|herad\w*|(?-i:[A-ZÆØÅ])\w+ kommune)(?: møter| stiller)?:?", hode
        ):
            sider[k] = "kommune"
        elif re.fullmatch(r"(?i)(?:fra\s|frå\s)?(?:politi\w*|lensmann\w*)(?: møter| stiller)?:?", hode):
            sider[k] = "politi"
    celler = [u for k in sider for r in range(1, tabell.rader) for u in linjer(tabell[r, k])]
    if {*sider.values()} != {"kommune", "politi"} or 2 * sum(bool([*ledd.personer(u)]) for u in celler) < len(celler):
        return False
    for k, side in sider.items():
        for u in linjer(tabell[0, k]):
            a.etikett(u)
        for r in range(1, tabell.rader):
            for u in linjer(tabell[r, k]):
                if not tom(u):
                    medlemslinjer.medlemmer(a, u, side)
    return True


def _en_rolle(tabell: Tabell, plass: dict[str, int], r: int) -> dict[str, Node]:
    """Return the one whom a row is about."""
    rolle: dict[str, Node] = {}
    for felt in ("tittel", "navn", "vara", "telefon", "epost"):
        u = første(tabell[r, plass[felt]]) if felt in plass else None
        if u is None or tom(u):
            continue
        if felt == "vara" and (merke := re.match(r"(?i)vara:?\s", u.s)):
            u = u.del_(merke.end(), len(u.s))
        p = _navn_og_tittel(u) or ledd.person(u) if felt == "navn" else None
        if p and p.tittel and p.navn and "tittel" not in rolle:
            rolle |= som_rolle(p, SIKKER, "tabellen")
        else:
            rolle[felt] = u.verdi(SIKKER, "tabellen", ledd.som_tittel(u.s) if felt == "tittel" else None)
    return rolle


def _navn_og_tittel(u: Utsnitt) -> ledd.Person | None:
    """Return a name and a title that stand together with nothing between them: «Kari Nordmann Rådmann»."""
    treff = re.match(rf"(?P<n>{uttrykk.NAVN})\s(?P<t>{uttrykk.TITTELORD}(?:\s\(.*\))?)$", u.s)
    return ledd.Person(u.gruppe(treff, "t"), u.gruppe(treff, "n"), u) if treff else None


def _siden(a: Arbeid, rolle: dict[str, Node], u: Utsnitt | None) -> str:
    """Return the side that the cell of the part says, and let the role have its kommune or its office."""
    if u is None or tom(u) or not re.search(r"[^\W\d]{2}", u.s):
        return ""
    u = u.strippet(" :")
    kommune = slå_opp(re.sub(r"(?i)\s(?:kommune|herad)$", "", u.s))
    if kommune and len(a.kommuner) > 1 and kommune in a.kommuner:
        rolle["kommune"] = u.verdi(SIKKER, "tabellen", kommune.navn, ordrett=False)
        return "kommune"
    if kommune or re.match(r"(?i)(?:(?:fra|frå|for)\s)?(?:kommune|herad)|k(?:om(?:m)?)?\.?$", u.s):
        a.etikett(u)
        return "kommune"
    if re.search(r"(?i)politi|lensmann|^p(?:ol)?\.?$", u.s):
        a.etikett(u)
        return "politi"
    rolle["enhet"] = u.verdi(SIKKER, "tabellen")
    return "andre"


def _i_rådet(a: Arbeid, rolle: dict[str, Node], oppgave: Utsnitt | None, del_: str, i_tittelen: str = "") -> bool:
    ord_ = oppgave.s.casefold() if oppgave else i_tittelen
    if oppgave and re.fullmatch(
        r"(?:fast )?(?:medlem|leder|leiar|nestleder|nestleiar|sekretær|referent|sekretariat|–|"
        r"-)(?:,\s[^,]{1,30})?",
        ord_,
    ):
        a.etikett(oppgave)
    if re.search(r"sekretær|referent|skriv[ae]r", ord_):
        return a.sett(rolle, "politiråd.sekretær")
    if re.search(r"nestle", ord_):
        a.sett(dict(rolle), "politiråd.nestleder")
    elif re.search(r"\b(?:leder|leiar)", ord_):
        a.sett(dict(rolle), "politiråd.leder")
    return deltakere.medlem(a, rolle, del_)

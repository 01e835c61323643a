"""What stands beside a label of the council: who leads it and is in it, how often it meets, and its time limits."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, rolle
from avtalegen.importering.funnet import SIKKER, TROLIG, Spenn, Verdi
from avtalegen.importering.gjenkjenning import deltakere, medlemslinjer, radet, referatet
from avtalegen.importering.ordliste import ledetekst
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_I_ÅRET = senere(
    rf"(?P<n>(?i:minst\s|inntil\s)?{uttrykk.TALL})(?:\s(?i:møter?|ganger|gonger))?\s(?i:i|per|pr\.?|om)\s(?i:året)"
)


_I_DEL_AV_ÅRET = senere(
    rf"(?P<n>(?i:minst\s|inntil\s)?{uttrykk.TALL})\s(?P<p>i\s(?:halvåret|kvartalet|måneden|"
    rf"månaden))$"
)


def _møtene(a: Arbeid, u: Utsnitt, uten: Utsnitt) -> bool:
    """Read how often the council meets, beside a label for that."""
    før = a.tre.har("politiråd", "møter")
    antall = uten.del_(0, uten.s.index(",")) if "," in uten.s else uten
    if (
        len(uten.s) < 40
        and (ledd.antall(uten.s.split()[0]) and not re.search(r"(?i)kvartal|halvår|måned|månad", uten.s))
        and a.sett(antall.verdi(SIKKER, "ledeteksten"), "politiråd.møter.per_år")
    ):
        return True
    if ledd.hyppighet(uten.s):
        return a.sett(uten.verdi(SIKKER, "ledeteksten"), "politiråd.møter.hyppighet")
    if del_av := _I_DEL_AV_ÅRET.match(uten.s):
        tekst = f"{del_av['n']} ganger {del_av['p']}"
        return a.sett(uten.verdi(SIKKER, "ledeteksten", tekst, ordrett=False), "politiråd.møter.per_år")
    if tall := _I_ÅRET.match(uten.s):
        return a.sett(uten.gruppe(tall, "n").verdi(SIKKER, "ledeteksten"), "politiråd.møter.per_år")
    radet.setning(a, u)
    return not før and a.tre.har("politiråd", "møter")


_GJØR_DET = senere(r"(?i)(?P<h>\w+)\s(?:leder|leier|leiar|fører ordet|skriver|skriv)(?:\s(?:rådet|møt(?:et|ene|a)))?")
"""What the one who has a task does, as an alternative of a form says it."""
_GÅR_TIL = senere(
    r"(?i)\b(?:går|gjeng|sendes|sendast|blir\ssendt|vert\ssendt|deles|kopi)\s(?:\w+\s)?til\s(?P<h>[^.;,]+)"
)
_LISTER = {"faste_saker": "møter.faste_saker", "gjør_ikke": "gjør_ikke"}
"""What several things are counted up beside, and where they go."""


def _lederens(a: Arbeid) -> tuple[Spenn, ...]:
    """Return where the one who leads the council stands."""
    leder = a.tre.hent("politiråd", "leder")
    return tuple(s for v in leder.values() if isinstance(v, Verdi) for s in v.spenn) if isinstance(leder, dict) else ()


def _referatet(a: Arbeid, uten: Utsnitt) -> None:
    """Take when the minutes are ready, where they go, and whether anybody may read them."""
    if frist := re.search(uttrykk.LENGDE, uten.s):
        a.sett(a.les(uten.gruppe(frist), "lengde", SIKKER, "ledeteksten"), "politiråd.referat.frist")
    if til := _GÅR_TIL.search(uten.s):
        a.legg_til(uten.gruppe(til, "h").verdi(TROLIG, "ledeteksten"), "politiråd.referat.sendes_til")
    referatet.offentlig(a, uten)


def verdi(a: Arbeid, hva: str, u: Utsnitt, uten: Utsnitt) -> bool:
    """Put what stands beside a label where it belongs; tell whether it could be read as that."""
    if hva in ("leder", "nestleder", "sekretær"):
        if ledetekst(uten.s, "råd"):
            return False  # another label
        gjør = _GJØR_DET.fullmatch(uten.s)
        uten = uten.gruppe(gjør, "h") if gjør else uten
        node = rolle(uten, SIKKER, "ledeteksten")
        satt = a.sett(node, f"politiråd.{hva}")
        if satt and hva != "sekretær" and isinstance(node, dict) and "navn" in node and "tittel" in node:
            deltakere.medlem(a, dict(node))
        return satt
    if hva == "medlemmer":
        return medlemslinjer.medlemmer(a, uten)
    if hva == "vara" and any(v.linje == u.linje for v in _lederens(a)):
        return a.sett(uten.verdi(SIKKER, "ledeteksten"), "politiråd.leder.vara")
    if hva == "vara":
        return a.sett(uten.verdi(SIKKER, "ledeteksten"), "politiråd.medlemmer.vara")
    if hva in ("kan_delta", "ved_behov"):
        alle = [
            a.legg_til({"tittel": en.verdi(SIKKER, "ledeteksten", _uten_stor(en.s))}, f"politiråd.medlemmer.{hva}")
            for en in ledd.oppramsing(uten)
        ]
        return any(alle)
    if hva == "møter":
        return _møtene(a, u, uten)
    if hva in ("innkallingsfrist", "saksfrist"):
        treff = re.search(uttrykk.LENGDE, uten.s)
        node = a.les(uten.gruppe(treff), "lengde", SIKKER, "ledeteksten") if treff else None
        return a.sett(node, f"politiråd.møter.{hva}")
    if hva == "sted":
        return a.sett(uten.verdi(SIKKER, "ledeteksten"), "politiråd.møter.sted")
    if hva in _LISTER:
        return a.sett([en.verdi(SIKKER, "ledeteksten") for en in ledd.oppramsing(uten)], f"politiråd.{_LISTER[hva]}")
    if hva == "referat":
        _referatet(a, uten)
    før_antall = sum(1 for _ in a.tre.verdier())
    radet.setning(a, u)
    return sum(1 for _ in a.tre.verdier()) > før_antall or (hva == "referat" and a.tre.har("politiråd", "referat"))


def _uten_stor(tekst: str) -> str | None:
    """Return a title without its capital, None for a name, which keeps it."""
    return ledd.som_tittel(tekst) if re.match(rf"{uttrykk.TITTELORD}\b", tekst) else None

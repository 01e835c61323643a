"""Tables of what somebody does and doesn't in columns, and of the levels of SLT, in rows or in columns."""

from __future__ import annotations

import re

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.funnet import SIKKER
from avtalegen.importering.gjenkjenning.celler import linjer, sammen, tom
from avtalegen.importering.ventende import senere

_HVEM = r"(?P<h>(?:politi)?(?:rådet|utvalget|utvalet|forumet)|(?:politi)?kontakten|kontaktpersonen)?\s?"
_GJØR = r"(?:skal|gjør|gjer|arbeider med|oppg(?:aver|åver)(?: er)?|tar opp|tek opp|drøfter|drøftar|behandler|handsamar)"
_SKAL = senere(rf"(?i){_HVEM}{_GJØR}(?:\s(?:dette|det|å))?")
_SKAL_IKKE = senere(rf"(?i){_HVEM}(?:{_GJØR}\sikk[je]+|ikk[je]+\s{_GJØR}|ikk[je]+)(?:\s(?:dette|det|å))?")
_NIVÅER = (
    ("styrende", senere(r"(?i)(?:styr(?:ende|ande|ing)|strategisk)(?:\s(?:nivå|gruppe))?")),
    ("koordinerende", senere(r"(?i)(?:koordiner(?:ende|ande|ing\w*)|taktisk)(?:\s(?:nivå|gruppe))?")),
    ("utførende", senere(r"(?i)(?:utfør(?:ende|ande|ing)|utøv(?:ende|ande|ing)|operativt?)(?:\s(?:nivå|gruppe))?")),
)


def skal_og_skal_ikke(a: Arbeid, t: Tabell, del_: str, over: str) -> bool:
    """Read a table with what the council or the contact does under one head, and what they don't under another."""
    hoder = [t.tekst(0, k).strip(" :.?") for k in range(t.kolonner)]
    ikke = {k: m for k, hode in enumerate(hoder) if (m := _SKAL_IKKE.fullmatch(hode))}
    skal = {k: m for k, hode in enumerate(hoder) if k not in ikke and (m := _SKAL.fullmatch(hode))}
    if t.kolonner != len(skal) + len(ikke) or not skal or not ikke or t.rader < 2:
        return False
    hvem = " ".join((m["h"] or "").casefold() for m in (*skal.values(), *ikke.values())).strip() or f"{del_} {over}"
    if "kontakt" in hvem.casefold():
        gjør, gjør_ikke = "politikontakt.0.oppgaver", "politikontakt.0.gjør_ikke"
    elif re.search(r"(?i)råd|utval|forum", hvem):
        gjør, gjør_ikke = "politiråd.mandat", "politiråd.gjør_ikke"
    else:
        return False
    for k in (*skal, *ikke):
        for u in linjer(t[0, k]):
            a.etikett(u)
        for r in range(1, t.rader):
            for u in linjer(t[r, k]):
                if not tom(u):
                    a.legg_til(u.strippet(" .,;").verdi(SIKKER, "tabellen"), gjør if k in skal else gjør_ikke)
    return True


def nivået(tekst: str) -> str:
    """Return the level of SLT that some words are for, "" for none."""
    ren = re.sub(r"^(?i:nivå|trinn)\s(?:\d|I{1,3})(?:[,:.–-]\s?|\s)", "", tekst.strip(" :."))
    i_klammer = re.search(r"\(([^)]*)\)$", ren)
    ordene = (re.sub(r"\s*\([^)]*\)$", "", ren), i_klammer[1] if i_klammer else "")
    return next((navn for navn, ordet in _NIVÅER if any(map(ordet.fullmatch, ordene))), "")


def nivåene(a: Arbeid, t: Tabell) -> bool:
    """Read who is on each of the levels of SLT, from a table with them in its first column or over its columns."""
    rader = {r: n for r in range(t.rader) if (n := nivået(t.tekst(r, 0)))}
    kolonner = {k: n for k in range(t.kolonner) if (n := nivået(t.tekst(0, k)))}
    if len({*rader.values()}) > 1 and t.kolonner > 1:
        plasser = [(n, (r, 0), [(r, 1)]) for r, n in rader.items()]
    elif len({*kolonner.values()}) > 1:
        plasser = [(n, (0, k), [(r, k) for r in range(1, t.rader)]) for k, n in kolonner.items()]
    else:
        return False
    for navn, merke, celler in plasser:
        for u in linjer(t[merke]):
            a.etikett(u)
        for celle in celler:
            if (verdi := sammen(t[celle])) and not re.match(r"(?i)(?:ved|etter)\s(?:behov|trong)\b|\d+$", verdi.tekst):
                a.legg_til(verdi._replace(tekst=verdi.tekst.rstrip(" .")), f"slt.nivåer.{navn}")
    return True

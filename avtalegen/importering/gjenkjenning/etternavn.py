"""Those who are told by title and surname alone, and have their whole name elsewhere in the agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.utsnitt import Utsnitt, som_lest
from avtalegen.importering.ventende import senere

_KORT = senere(
    rf"(?<![\w-])(?P<t>{uttrykk.FORAN}{uttrykk.TITTELORD})\s(?P<n>[A-ZÆØÅ][a-zæøåéöä]{{1,30}})(?![\w-]|\s[A-ZÆØÅ])"
)
_MED_TITTEL = senere(
    rf"(?P<t>{uttrykk.FORAN}{uttrykk.TITTELORD})\s(?P<n>{uttrykk.NAVN}|[A-ZÆØÅ][a-zæøåéöä]{{1,30}}(?:-[A-ZÆØÅ]\w+)?)"
)
_TITTEL_FORAN = senere(rf"(?:{uttrykk.FORAN}{uttrykk.TITTELORD})\s")


def roller(a: Arbeid, u: Utsnitt) -> Iterator[dict[str, Node]]:
    """Return each of them in a stretch of text: «lensmann Moe», where Ola Moe is the only one of that name."""
    for treff in _KORT.finditer(u.s):
        if navn := helt(a, treff["n"]):
            tittel, kort = u.gruppe(treff, "t"), u.gruppe(treff, "n")
            yield {
                "tittel": tittel.verdi(SIKKER, "tittel og etternavn", ledd.som_tittel(tittel.s)),
                "navn": kort.verdi(SIKKER, "etternavnet, og navnet et annet sted", navn, ordrett=False),
            }


def helt(a: Arbeid, etternavn: str) -> str | None:
    """Return the whole name of the only one in the source with a surname, None when there is none, or several."""
    navnene = {navn for linje in a.kilde.linjer for navn in _navn(som_lest(linje.tekst), etternavn)}
    return navnene.pop() if len(navnene) == 1 else None


def _navn(tekst: str, etternavn: str) -> Iterator[str]:
    if etternavn not in tekst:
        return
    for treff in re.finditer(uttrykk.NAVN, tekst):
        foran = _TITTEL_FORAN.match(treff[0])
        navn = treff[0][foran.end() if foran else 0 :]
        if navn.endswith(f" {etternavn}") and not ledd.er_instans(navn) and not _IKKE_FORNAVN.match(navn):
            yield navn


_IKKE_FORNAVN = senere(r"(?:For|Fra|Frå|Ved|Hos|Hjå|Til|På|Av|Og|Mellom)\s")


def med_tittel(a: Arbeid, navn: str, kort: Verdi) -> dict[str, Node]:
    """Return somebody by a surname with the title that stands before the whole name elsewhere, if any does."""
    mønster = re.compile(rf"(?P<t>{uttrykk.FORAN}{uttrykk.TITTELORD})\s{re.escape(navn)}")
    tittel = next((m["t"] for linje in a.kilde.linjer if (m := mønster.search(som_lest(linje.tekst)))), None)
    node: dict[str, Node] = {"tittel": kort._replace(tekst=ledd.som_tittel(tittel))} if tittel else {}
    return {**node, "navn": kort}


def skill_titlene(a: Arbeid) -> None:
    """Part the title from the name, where one stands before it with a capital: «Politibetjent Moe er kontakt»."""
    for kontakt in a.tre.liste("politikontakt"):
        navnene = kontakt.get("navn") if isinstance(kontakt, dict) else None
        for nr, navn in enumerate(navnene if isinstance(navnene, list) else ()):
            if isinstance(navn, Verdi) and isinstance(navnene, list) and (delt := _delt(a, navn)):
                tittel, navnene[nr] = delt
                a.slipp(tittel)
    for kommune in a.tre.liste("parter", "kommuner"):
        personer = kommune.get("kontaktpersoner") if isinstance(kommune, dict) else None
        for en in personer if isinstance(personer, list) else ():
            alene = en.get("navn") if isinstance(en, dict) and "tittel" not in en else None
            if isinstance(en, dict) and isinstance(alene, Verdi) and (delt := _delt(a, alene)):
                andre = {felt: node for felt, node in en.items() if felt != "navn"}
                en.clear()
                en |= {"tittel": delt[0], "navn": delt[1], **andre}


def _delt(a: Arbeid, verdi: Verdi) -> tuple[Verdi, Verdi] | None:
    """Return the title and the name in a value, the name whole when the source has it; None when it has no title."""
    treff = _MED_TITTEL.fullmatch(verdi.tekst)
    if treff is None or len(verdi.spenn) != 1 or verdi.spenn[0].til - verdi.spenn[0].fra != len(verdi.tekst):
        return None
    (spenn,) = verdi.spenn
    skille = spenn.fra + treff.start("n")
    navn = treff["n"] if " " in treff["n"] else helt(a, treff["n"]) or treff["n"]
    tittel = verdi._replace(tekst=ledd.som_tittel(treff["t"]), spenn=(spenn._replace(til=skille - 1),))
    return tittel, verdi._replace(tekst=navn, spenn=(spenn._replace(fra=skille),), ordrett=navn == treff["n"])


def i_vervene(a: Arbeid) -> None:
    """Let those who have a task by surname alone, which looks like a title, have their whole name."""
    for felt in ("leder", "nestleder", "sekretær"):
        tittel = a.tre.hent("politiråd", felt, "tittel")
        if not isinstance(tittel, Verdi) or a.tre.har("politiråd", felt, "navn") or " " in tittel.tekst:
            continue
        if navn := helt(a, tittel.tekst.capitalize()):
            kort = tittel._replace(tekst=navn, sikkerhet=TROLIG, hvorfor="etternavnet", ordrett=False)
            a.tre.fjern("politiråd", felt)
            a.tre.sett(med_tittel(a, navn, kort), "politiråd", felt)

"""Areas that are told in running text: a heading of a few words first in the paragraph, and measures after it."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import innsats
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_I_REKKE = senere(
    r"^(?P<m>(?i:for det (?:første|fyrste|andre|annet|tredje|fjerde|femte)|(?:første|andre|tredje|fjerde) "
    r"(?:område|satsing)|"
    r"(?:område|satsing|sak|tema)\s\d))\s?[:,]\s(?P<n>[^.;:]{4,90})\.?$"
)
_SKAL_MOT = senere(
    r"(?i)^for det (?:første|fyrste|andre|annet|tredje|fjerde|femte)\s(?:skal|vil|ønsker|ønskjer)\s(?:partene|partane|"
    r"vi|de|"
    r"dei|kommunen og politiet)\s(?:å\s)?(?:(?:arbeide|jobbe)\s(?:mot|med|for)\s)?(?P<n>[^.;:]{4,90})\.?$"
)
_DET_FØRSTE = senere(
    r"(?i)^(?:det|den)\s(?:første|fyrste|andre|tredje|fjerde|femte|siste)\s(?:området\s|satsingsområdet\s|satsinga\s)?er\s"
    r"(?P<n>[^.;:]{4,90})\.?$"
)
_VALGT = senere(
    r"(?i)^som\s(?:felles\s|sams\s|prioriter\w*\s)?(?:sats\w+|innsats\w+)område\w*\s[^.;:]{0,40}?har\s(?:partene|partane|"
    r"vi|rådet|politirådet)\s(?:valgt|vald|vedtatt|vedteke)\s(?P<l>[^.;:]{4,200})\.?$"
)
_VEDTATT = senere(
    r"(?i)^(?:sats\w+områd\w+|innsatsområd\w+|områdene|områda|prioriteringene|prioriteringane|tiltaksplan\w*|handlingsplan\w*)\s"
    r"(?:ble|blei|vart|er)\s(?:vedtatt|vedteken|vedtekne|vedteke|valgt|valde|fastsatt|fastsett|godkjent\w?)\s"
    rf"(?:av\s(?P<a>[a-zæøå]{{4,40}})\s?)?(?:den\s|i\smøte\s)*(?P<d>{uttrykk.DATO}|{uttrykk.MÅNEDSDATO})?\.?$"
)


def i_rekkefølge(a: Arbeid, u: Utsnitt) -> bool:
    """Take an area from a sentence that says which of them it is: «Det andre er mobbing»."""
    if re.search(r"(?i)\bikk[je]+\b", u.s):
        return False
    if treff := _VALGT.match(u.s):
        for en in ledd.oppramsing(u.gruppe(treff, "l")):
            innsats.område(a, en, TROLIG)
        return True
    if treff := _SKAL_MOT.match(u.s) or _DET_FØRSTE.match(u.s):
        innsats.område(a, u.gruppe(treff, "n"), TROLIG)
        a.etikett(u.del_(0, treff.start("n")))
    return treff is not None


def vedtatt(a: Arbeid, u: Utsnitt, del_: str) -> bool:
    """Read who chose the areas, and when, which is no decision on the agreement; tell whether the sentence said it."""
    treff = _VEDTATT.match(u.s) if del_ == "satsning" else None
    if treff is None or not (treff["a"] or treff["d"]):
        return False
    if treff["a"]:
        a.sett(u.gruppe(treff, "a").verdi(SIKKER, "de som vedtok områdene"), "satsningsområder.vedtatt_av")
    if treff["d"]:
        a.sett(a.les(u.gruppe(treff, "d"), "datering", SIKKER, "da de ble vedtatt"), "satsningsområder.vedtatt")
    return True


_VERB = senere(
    r"(?i)\b(?:skal|er|har|vil|kan|må|bør|blir|vert|ble|blei|vart|får|gir|gjev|tar|tek|holder|held|setter|set|gjør|gjer|"
    r"møtes|møtest|gjelder|gjeld|arbeider|arbeidar|satser|satsar|prioriterer|prioriterar|ønsker|ønskjer)\b"
)
_NAVN = senere(r"^[A-ZÆØÅ][^.:;!?]{3,70}\.$")
_LENGST = 9
"""Words of what is the name of an area, and no sentence."""


def navnet(a: Arbeid, u: Utsnitt) -> bool:
    """Take the name of an area: «For det første: fart.», or a few words without a verb first in a paragraph."""
    if treff := _I_REKKE.match(u.s):
        innsats.område(a, u.gruppe(treff, "n"), TROLIG)
        a.etikett(u.gruppe(treff, "m"))
        return True
    først = u.fra == 0 or a.nå is None or a.nå.linje != u.linje
    kort = (
        len(u.s.split()) <= _LENGST
        and _NAVN.match(u.s)
        and not _VERB.search(u.s)
        and not re.search(rf"{uttrykk.NAVN}|{uttrykk.DATO}", u.s)
    )
    linje = next((linje for linje in a.kilde.linjer if linje.nr == u.linje), None)
    if not først or not kort or linje is None or len(linje.tekst) < 2 * len(u.s) or linje.celle:
        return False
    innsats.område(a, u.strippet(" ."), TROLIG)
    return True


def er_navnet(u: Utsnitt, neste: Utsnitt) -> bool:
    """Tell whether a few words without a verb stand alone over running text about what is done with it."""
    ren = u.s.strip()
    return bool(
        re.fullmatch(r"[A-ZÆØÅ][^.:;!?\d]{3,60}", ren)
        and len(ren.split()) < _LENGST
        and not _VERB.search(ren)
        and not re.search(uttrykk.NAVN, ren)
        and re.match(r"[A-ZÆØÅ].*\.\s*$", neste.s, re.DOTALL)
        and (
            re.match(r"(?i)(?:hoved|hovud|del)?mål\w*\s|for\så\s|tiltak\w*\s", neste.s)
            or re.search(r"\sskal\s", neste.s)
        )
    )


_HVEM = senere(
    rf"^(?!(?:Part(?:ene|ane)|Vi|Det|Den|Dette|De|Dei|Begge|Alle|Her)\b)(?P<h>(?:{uttrykk.ROLLE}|[A-ZÆØÅ][a-zæøå-]+(?:\s[a-zæøå]+)?)(?:\sog\s(?:{uttrykk.ROLLE}|[a-zæøå-]+))?)\s"
    r"(?:skal|tar|tek|gjennomfører|set\w*|sett\w*|held|holder|lager|lagar|informerer|arrangerer|har|får|inviterer|syter|"
    r"sørger|kjøper|leier|leiger|kontrollerer|rydder|ryddar)\b"
)


def under(a: Arbeid, u: Utsnitt) -> bool:
    """Take a sentence right after the name of an area as a measure of it, with who does it and by when."""
    områder = a.tre.liste("satsningsområder", "områder")
    siste = områder[-1] if områder else None
    navn = siste.get("navn") if isinstance(siste, dict) else None
    hvem = _HVEM.match(u.s)
    if not isinstance(navn, Verdi) or hvem is None or not any(s.linje == u.linje for s in navn.spenn):
        return False
    node: dict[str, Node] = innsats.gjøremål(a, u)
    ansvarlig = u.gruppe(hvem, "h")
    node.setdefault("ansvarlig", [ansvarlig.verdi(TROLIG, "den setningen sier gjør det")])
    for felt in ("hva", "frist"):
        if isinstance(verdi := node.get(felt), Verdi):
            node[felt] = verdi._replace(sikkerhet=TROLIG)
    return a.legg_til(node, f"satsningsområder.områder.{len(områder) - 1}.tiltak")

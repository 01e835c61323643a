"""Which decisions are of the agreement: not those that put it off, nor those of another organ, kommune or case."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

ORGAN = senere(
    r"(?i)(?P<o>(?:kommunestyr|heradsstyr|bystyr|formannskap|fylkesting|bydelsutval(?:g|get)|byråd(?=et\b|"
    r"s?sak))(?:ets|et|e|a|ene|ane|da)?)(?!\w)"
)
STYRET = senere(r"(?i)(?:kommunestyr|heradsstyr|bystyr)\w*")
"""The organ that decides for a kommune."""
SAK = senere(
    r"(?:(?i:sak(?:s?nr\.?)?|som sak|k-?sak|ps)\s)?(?P<s>(?:(?:PS|"
    r"KS|FS|K-?sak|KST?|HST|BST|F-?sak)\s?)?\d{1,4}/\d{2,4})(?![\d/])"
)
"""The number of the case that a decision was made in."""
_I = r"(?:[^.;]|(?<=\d)\.)"
_ANNEN_SAK = senere(
    rf"(?i)(?P<b>\w{{0,20}}(?:budsjett|økonomiplan|handlingsprogram)\w*\b{_I}{{0,80}}?),?\s(?:og|"
    rf"samt)\s(?=(?:denne\s)?avtal)"
)
_IKKE_VEDTATT = senere(
    r"(?i)\b(?:utsatt|utsett|utsette|sendt?e?\s(?:\w+\s){0,2}(?:tilbake|attende)|(?:første|fyrste)\sg[ao]ng(?:en)?\s"
    r"(?:lagt|oppe|behandl\w*|handsam\w*)|ba[d]? om (?:flere|fleire|mer|meir)|til (?:uttal\w+|orientering)|"
    r"(?:forrige|førre|gamle|tidligere|tidlegare)\s\w{0,20}avtal\w+)"
)
"""What is said of a case that was put off or sent back, or of the agreement before."""
_BARE_SNAKKET = senere(r"(?i)\b(?:drøft|anbefal|tilråd|innstil)\w*")
_VEDTOK = senere(r"(?i)\b(?:vedtok|vedtatt|vedteke|vedtak|godkjen\w+|sluttet seg|slutta seg)\b")
_MEN = senere(r"(?:,\s(?:men|mens|medan|og|etter at)|\s(?:og|men))\s")
_NOE_ANNET = senere(
    r"(?i)\b(?:når|dersom|hvis|viss|så snart|med mindre|forutsatt|føresett)\b[^.]{0,80}\b(?:vedt\w+|godkjen\w+)|"
    r"\b(?:vedtok|vedtatt|vedteke|godkjen\w+|behandl\w+|handsam\w+)\s(?:\w{1,20}\s){0,2}"
    r"(?:budsjett|økonomiplan|handlingsprogram|årsmelding|reguleringsplan)\w*|"
    r"\bvedtok\b[^;]{0,60},?\så\s(?:opprette|oprette|etablere|ansette|tilsette|bevilge|løyve|bygge|byggje|kjøpe|"
    r"kjøpa|selge|legge ned|leggje ned|avsette)\s(?![^.]*(?:politiråd|samarbeid|avtal))"
)
"""What depends on a decision that is still to be made, or was on something else."""
_I_KOMMUNEN = senere(rf"{ORGAN.pattern}\s(?:i|til)\s(?P<k>(?-i:[A-ZÆØÅ])[\w-]+(?:\s(?-i:[A-ZÆØÅ])[\w-]+)?)")
_KOMMUNENS = senere(
    r"(?P<k>[A-ZÆØÅ][\w-]+(?:\s(?:og\s)?[A-ZÆØÅ][\w-]+)?)\s(?:kommunestyre|heradsstyre|bystyre|formannskap)\s"
    r"(?:vedtok|behandlet|behandla|handsama|godkjente|godkjende|sluttet|slutta|har)\b"
)
"""«Flakstad kommunestyre vedtok …»."""
ANDRE = senere(
    r"(?i)\b(?:komit[eé]|nemnd|\w{0,30}utval|(?:ungdoms|eldre|politi|samarbeids?|medvirknings|medverknads|brukar|bruker)\w{0,9}råd"
    r"|råd(?:et)?\sfor|lensmann|politi)\w{0,9}\b"
)
"""Those who may have dealt with an agreement, each with a case and a day of their own, besides who decided."""
_SKAL_BEHANDLES = senere(r"(?i)\b(?:behandles|handsamast|skal\s(?:behandl|handsam|vedta|godkjenn)\w*)\b")
"""What is still to be decided."""
_UTVALG = senere(r"(?i)\b(?:komit[eé]|\w{1,30}utval[ge]?)\w{0,4}\b")


_BESTEMTE = (
    r"(?:vedtok|vedtatt|vedteke|vedtar|godkjen\w+|samtykk\w+|sa\sja|slutt(?:et|a)\sseg|ga(?:v)?\s(?:sin\s|si\s)?tilslut\w+)"
    r"(?!\s(?:å|at|delegasjon\w*|fullmakt\w*|innstilling\w*|tilråding\w*)\b)"
)
_SOM_BESTEMTE = senere(
    rf"{ORGAN.pattern}(?:,\ssom\s[^,.;]{{1,80}},|,\ssom)?\s(?:\w{{1,20}}\s){{0,2}}?{_BESTEMTE}|"
    rf"\b(?:vedtatt|vedteke[nt]?|godkjen[dt])\s(?:\w{{1,20}}\s){{0,2}}?(?:av|i)\s"
    rf"{ORGAN.pattern.replace('(?i)', '').replace('<o>', '<av>')}"
)
"""The organ that is the subject of a decision, or that it was made by."""


def hvem_som_vedtok(u: Utsnitt) -> tuple[re.Match[str] | None, bool]:
    """Return the organ of a sentence that decided, None for no organ, and whether the sentence says that it did.

    The council of the kommune decides last, so it is the one when several did. One that only was asked, told or gave
    another the right to, did not.
    """
    organer = [*ORGAN.finditer(u.s)]
    if len({slaget(m["o"]) for m in organer}) < 2:
        return (organer[0] if organer else None), True
    starter = {treff.start("o" if treff["o"] else "av") for treff in _SOM_BESTEMTE.finditer(u.s)}
    bestemte = [m for m in organer if m.start() in starter]
    styret = next((m for m in bestemte or organer if STYRET.match(m["o"])), None)
    return styret or (bestemte or organer)[0], bool(bestemte)


def slaget(organ: str) -> str:
    """Return what tells the organs apart, however they are bent; the council of a kommune has several names."""
    return "styret" if STYRET.match(organ) else organ.casefold()[:6]


def om_avtalen(u: Utsnitt) -> Utsnitt:
    """Return a sentence about decisions with space for what in it was decided on something else, or not at all."""
    if treff := _ANNEN_SAK.search(u.s):
        return _uten(u, *treff.span("b"))
    ikke, vedtok = _IKKE_VEDTATT.search(u.s), _VEDTOK.search(u.s)
    if ikke is None or vedtok is None:
        return u
    fra, til = sorted((ikke.end(), vedtok.start())) if ikke.start() < vedtok.start() else (vedtok.end(), ikke.start())
    skiller = [*_MEN.finditer(u.s, fra, til)]
    if not skiller:
        return u
    return _uten(u, 0, skiller[-1].end()) if ikke.start() < vedtok.start() else _uten(u, skiller[0].start(), len(u.s))


def _uten(u: Utsnitt, fra: int, til: int) -> Utsnitt:
    return Utsnitt(u.linje, u.fra, u.s[:fra] + " " * (til - fra) + u.s[til:])


_STYRET_I = senere(
    r"(?P<k>[A-ZÆØÅ][\w-]+(?:\s(?:og\s)?[A-ZÆØÅ][\w-]+)?)\s(?:kommunestyre|heradsstyre|bystyre|formannskap)(?!\w)"
)


def i_egne(a: Arbeid, u: Utsnitt) -> Utsnitt:
    """Return a sentence with space for what another kommune decided, when one of the parties did too."""
    egne = {kommune.navn for kommune in a.kommuner}
    alle = [*_STYRET_I.finditer(u.s)]
    if len({treff["k"] in egne for treff in alle}) < 2:
        return u
    for nr, treff in enumerate(alle):
        if treff["k"] not in egne:
            u = _uten(u, treff.start(), alle[nr + 1].start() if nr + 1 < len(alle) else len(u.s))
    return u


def noe_annet(a: Arbeid, u: Utsnitt) -> bool:
    """Tell whether a decision is another: of another organ or kommune, or one in which nothing was decided."""
    if _IKKE_VEDTATT.search(u.s) or _NOE_ANNET.search(u.s):
        return True
    if _BARE_SNAKKET.search(u.s) and not _VEDTOK.search(u.s) and not STYRET.search(u.s):
        return True
    if _SKAL_BEHANDLES.search(u.s) and not _VEDTOK.search(u.s) and not SAK.search(re.sub(uttrykk.DATO, "", u.s)):
        return True
    hvor = _I_KOMMUNEN.search(u.s) or _KOMMUNENS.match(u.s)
    egne = [kommune.navn for kommune in a.kommuner]
    if hvor and len(egne) == 1 and hvor["k"] not in egne[0] and egne[0] not in u.s:
        return True
    return bool(_UTVALG.search(u.s)) and not ORGAN.search(u.s)


def sak_og_dato(a: Arbeid, u: Utsnitt) -> dict[str, Node]:
    """Return the day and the case of a decision that stand in a stretch of text."""
    node: dict[str, Node] = {}
    treff = re.search(uttrykk.DATO, u.s)
    if treff and (dag := a.les(u.gruppe(treff), "dato", SIKKER, "datoen for vedtaket")):
        node["dato"] = dag
    rest = u.s if not treff else u.s[: treff.start()] + " " * (treff.end() - treff.start()) + u.s[treff.end() :]
    if sak := SAK.search(rest):
        node["sak"] = u.gruppe(sak, "s").verdi(SIKKER, "saksnummeret til vedtaket")
    return node


_SAK_I_ÅRET = senere(r"(?i)(?:\w+[\s-])?\d{1,4}/(?P<å>\d\d|20\d\d)")
_DAG = senere(rf"(?P<d>\d{{1,2}}\.\s?{uttrykk.MÅNED})(?!\s?\d|\s?[-–])")


def dag_uten_år(u: Utsnitt, sak: Node, etter: int) -> dict[str, Node]:
    """Return the day of a decision that is said without the year, which the number of the case has."""
    året = _SAK_I_ÅRET.fullmatch(sak.tekst) if isinstance(sak, Verdi) else None
    dager = [*_DAG.finditer(u.s)]
    dager = [m for m in dager if m.start() >= etter] or dager
    lest = ledd.dato(f"{dager[0]['d']} 20{året['å'][-2:]}") if året and len(dager) == 1 else None
    if lest is None:
        return {}
    return {"dato": u.gruppe(dager[0], "d").verdi(TROLIG, "året er det i saksnummeret", lest, ordrett=False)}

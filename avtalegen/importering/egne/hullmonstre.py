"""What a value looks like where a template prints it: by the filter that writes it, and by its field."""

from __future__ import annotations

import re

from avtalegen.funn.diagnostic import Rute
from avtalegen.importering import uttrykk
from avtalegen.komponering.skjelett.verdier import ETT
from avtalegen.modell.senere import senere

_NUMMER = r"\+?\d[\d\s]*"
_OFTE = (
    r"(?=(?i:\d|(?:ein|éi?n|eitt?|ett|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv|minst|inntil|om\slag|hver|hvert|"
    r"kvar|kvart|annenhver|annethvert|annakvar|annankvar|anna(?:n|t)?kvart?|første|fyrste|andre|tredje|siste|alle|årlig|"
    r"årleg|månedlig|månadleg|ved\s(?:behov|trong)|løpende|løpande|jevnlig|jamleg|etter\s(?:avtale|behov)|så|når)(?!\w)"
    r"|slik:))"
)
_DAG = r"(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag|(?:alle\s)?(?:kvardag|hverdag|virkedag|yrkedag)"
_DATO = rf"(?:{uttrykk.DAG_ELLER_MÅNED}|\d{{4}})"
_LENGDE = rf"(?:{uttrykk.LENGDE}|(?:minst\s)?{uttrykk.TALL}\s(?:kvartal(?:er)?|halvår)(?!\w))"
SLAG = {
    "ukedager": rf"(?=(?i:{_DAG}|alle)).+?",
    "telefon": rf"{_NUMMER}(?:(?:,\s|\seller\s){_NUMMER})*",
    "distrikt": r"[^,()]{2,60}?[Pp]oliti[^,()]*?",
    "organisasjonsnummer": r"\d[\d\s]{7,12}\d",
    "dato": _DATO,
    "når": rf"(?:[iI]\s)?{_DATO}",
    "tidsrom": rf"(?:[Ff]r[aå]\s{_DATO}(?:\stil\s{_DATO})?|\d{{4}}–\d{{4}}|(?:[Tt]il\s)?{_DATO})",
    "uker": r"i\s(?:uke|veke)\s.+?",
    "hyppighet": (
        rf"(?:(?:(?:minst|inntil|om\slag)\s)?(?:{uttrykk.TALL}\stil\s)?{uttrykk.HYPPIGHET}(?![\w-])"
        rf"(?:,?\si\s{uttrykk.MÅNED}(?:\sog\s{uttrykk.MÅNED})?)?)"
    ),
    "hyppighet alene": _OFTE + ".+?",
    "varighet": _LENGDE,
    "lengde": _LENGDE,
    "klokkeslett": r"\d{2}\.\d{2}",
    "tall": uttrykk.TALL,
    "andel": r"[\w\s]*?\d[\d,–]*\sprosent",
}
_ELLER = r"(?:fort)?l[øa]p[ae]nde|jevnlig|jamleg|ved\s(?:behov|trong)|etter\s(?:avtale|behov)"
OFTE_SIST = senere(rf"\s(?:{SLAG['hyppighet']}|{_ELLER})(?:\.?$|(?=\s(?:og|eller)?\s?ell?e(?:r)?s\s))", re.IGNORECASE)
"""How often, at the end of something or before what else is so."""
_KOMMUNE = rf"(?!{_OFTE}|(?i:{_DAG}|kl\.|ved\s|etter\s|fr[aå]\s|til\s|start:|slutt:)).+?"
_FELT = {
    ("politi", "enhet"): r"(?!ved\s|geografisk\sdrifts(?:enhet|eining)\s).+?",
    ("politi", "driftsenhet"): r"(?!ved\s).+?",
    ("fylkeskommune", "navn"): r"[^,(:]*[Ff]ylkeskommune",
    ("tilstedeværelse", "kommune"): _KOMMUNE,
    ("tjenestesteder", "åpningstider"): r"(?![Ll]ang(?:åpent|ope)\s).+?",
}
_SISTE = {"epost": r"[^\s@,]+@[^\s,]+", "nettadresse": r"[^\s@,]+\.[^\s@]+"}


def felt(rute: Rute) -> str | None:
    """Return what a value of a field looks like, None when it can be anything."""
    steg = [str(en) for en in rute if en != ETT]
    return _FELT.get((steg[-2], steg[-1])) or _SISTE.get(steg[-1]) if len(steg) > 1 else None

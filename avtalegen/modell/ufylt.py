"""A value that is left to fill in: as `avtalegen ny` marks it, or in one of the ways that people have."""

from __future__ import annotations

from typing import Any

from avtalegen.modell.senere import senere

UFYLT = "FYLL INN"
"""What begins a value that `avtalegen ny` has left to fill in."""
_LENGST = 200
"""Characters. What is longer, is a text with something in it."""
_MERKET = senere(
    r"(?i)(?:[\[(<{] ?)+(?:fyll(?:es|ast)? (?:inn|ut)|sett? inn|skriv (?:inn|her)|todo)\b(?!-\w)([^\n\])>}]*)[\])>}]+"
)
"""«[fyll inn navn]», also within other brackets."""
ET_SKJEMA = r" (?:\w+ )?\w*(?:skjema|søknad|blankett|avvik|rapport)"
"""What follows «fyll inn» where somebody is told to do it: «Fyll inn skjemaet på politiet.no»."""
_ALENE = senere(rf"(?i)(?:fyll inn(?!{ET_SKJEMA})|todo|tbd)\b(?!-\w)([^\n]*)")
_ETTERPÅ = senere(
    r"(?i)[\[(<{]? ?(?:(?:må |skal )?(?:fyll(?:es|ast|est) (?:inn|ut)|set(?:tes|jast) inn)"
    r"(?: (?:sei?n[ea]re|etterpå|etter kvart|etter hvert))?|\?{2,}(?!\?))\.? ?[\])>}]?"
    r"|\[?klikk (?:eller trykk )?(?:her )?for å (?:skrive|setje|sette|angi|velge|velje)\b[^\n]*"
)
"""That somebody is to do it later, and what Word has in a field where nobody has."""
# Each run is taken whole: one that may be divided, would be so in every way when something stands after it.
_PRIKKER = senere(r"[\[(<{]?(?:…|\.{3,}(?!\.)|_{2,}(?!_)|xx+(?!x)|XX+(?!X))+[\])>}]?")
_TALL = r"[\dxX_.,:/–-]+"
_STED = r"(?:.*\W)?\d*(?:xx+|XX+|_{2,})\d*(?:\W|$)"
_MÅNED = "jan\\w*|feb\\w*|mars|apr\\w*|mai|jun\\w*|jul\\w*|aug\\w*|sep\\w*|okt\\w*|nov\\w*|des\\w*"
_TITTEL = (
    "ører|ørar|sjef|leder|leiar|mann|direktør|rektor|koordinator|kontakt|sekretær|mester|meister|rådgiver|rådgjevar"
)
_LAG = "(?:FC|FK|IF|IL|SK|BK|AS|SA)"
_STEDET = senere(
    rf"(?={_STED})(?:\+|(?:[a-zæøå]+|(?!{_LAG}\b)[A-ZÆØÅ]+|[A-ZÆØÅ][\w-]*(?:{_TITTEL})"
    rf"|(?i:uke|veke|sak|nr|tlf|den|ca|innen|{_MÅNED}))\.? )?"
    rf"{_TALL}(?: {_TALL})*(?: ?%| [^\W\d_]+(?: [\dxX]{{4}})?)?"
    r"|(?i:dd\.mm\.(?:åååå|yyyy))"
)
"""Where a number, a day or a name is to stand, also with a word beside it: «xx.xx.2026», «uke XX», «dd.mm.åååå».

With a name beside it, it is one: «Club XX», «FC XX». A title is none: «Ordfører XX».
"""
_HVA = (
    "(?:for|etter)?navn|namn|dato|klokkeslett|sted|stad|tittel|telefon(?:nummer)?|tlf|mobil|e-?post(?:adresse)?"
    "|adresse|kommune(?:ns navn)?|saksnummer|sak|beløp|sum|antall|tal|frist|periode|tekst"
)
_EN_HVA = senere(rf"(?i)[\[{{<(]+ ?((?:ditt |sett inn )?(?:{_HVA}))\.? ?[\])>}}]+|N\. ?N\.|NN")
"""What is to stand there, in brackets, or nobody's name: «[navn]», «N.N.»."""
_INNI = senere(rf"(?i)\[ ?(?:(?:ditt |sett inn )?(?:{_HVA})|fyll (?:inn|ut)\b[^\]\n]*)\.? ?\](?![(\[])")
"""The same within other words, where only square brackets are sure: «ordfører [navn]», not a link."""


def ufylt_inni(tekst: str) -> str | None:
    """Return the place within a text that is left to fill in, None when there is none."""
    treff = _INNI.search(tekst) if "[" in tekst else None
    return treff[0] if treff else None


def er_ufylt(tekst: str) -> bool:
    """Tell whether a value is left to fill in."""
    return lest_ufylt(tekst) is not None


def lest_ufylt(data: Any) -> str | None:
    """Return a value that is left to fill in, written as `avtalegen ny` writes it; None for others.

    In YAML, what stands in square brackets is a list of one unless it has quotes around it, and with a colon a list of
    one mapping.
    """
    if not isinstance(data, str):
        return _i_klammer(data)
    tekst = data
    if not kan_være_ufylt(tekst):
        return None
    if tekst.startswith(UFYLT):
        return tekst
    tekst = tekst.strip()
    if _ETTERPÅ.fullmatch(tekst):
        hva = ""
    elif treff := _MERKET.fullmatch(tekst) or _ALENE.fullmatch(tekst):
        hva = treff[1].strip(" :.-–_…")
    elif _PRIKKER.fullmatch(tekst):
        hva = ""
    elif treff := _EN_HVA.fullmatch(tekst):
        hva = treff[1] or ""
    elif _STEDET.fullmatch(inni := tekst.strip("[(<{ }>)]")):
        hva = inni
    else:
        return None
    return f"{UFYLT}: {hva}" if hva else UFYLT


_FØRST = frozenset(" [(<{?FfTtDdSsNKkMm")
_BEGYNNER = senere(
    r"[\[(<{ ]|\?\?|[Ff][Yy][Ll]|[Tt](?:[Oo]|[Bb])[Dd]|[Dd][Dd]\.|[Ss](?:[Ee][Tt]|[Kk](?:[Rr]|[Aa][Ll] ))|N[.N]"
    r"|[Kk][Ll][Ii][Kk][Kk] |[Mm][Åå] "
)


def kan_være_ufylt(tekst: str) -> bool:
    """Tell at a glance whether a text may say where something is to stand: every text of an agreement is asked."""
    if len(tekst) > _LENGST:
        return tekst.startswith(UFYLT)
    return (
        (tekst[:1] in _FØRST and _BEGYNNER.match(tekst) is not None)
        # One sign is found in a fraction of the time that two take, and few texts have any of these.
        or ("x" in tekst and "xx" in tekst)
        or ("X" in tekst and "XX" in tekst)
        or ("_" in tekst and "__" in tekst)
        or ("." in tekst and "..." in tekst)
        or "…" in tekst
    )


def kan_stå_i_klammer(data: Any) -> bool:
    """Tell at a glance whether data may be a value that stands in brackets (`lest_ufylt`)."""
    return data.__class__ in _LISTE_ELLER_NØKLER and len(data) == 1


_LISTE_ELLER_NØKLER = (list, dict)


def _i_klammer(data: Any) -> str | None:
    en = _eneste(_eneste(data))
    if isinstance(en, dict) and len(en) == 1:
        ((nøkkel, hva),) = en.items()
        en = f"{nøkkel}: {hva or ''}" if hva is None or isinstance(hva, str) else None
    return lest_ufylt(en if "[" in en else f"[{en}]") if isinstance(en, str) else None


def _eneste(data: Any) -> Any:
    return data[0] if isinstance(data, list) and len(data) == 1 else data

"""Where the signatures are in a source."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.gjenkjenning.avtalen import _STED_DATO
from avtalegen.importering.kilde import Del, Kilde, Linje
from avtalegen.importering.ordliste import NUMMER, er_overskrift
from avtalegen.importering.utsnitt import som_lest
from avtalegen.importering.ventende import senere

_STREKER = senere(r"[_.…]{6,}")
_FOR = senere(r"^\s*(?i:for|på vegne av|på vegner av)\s(?:[A-ZÆØÅ]|kommunen|politiet|heradet).{0,60}$")
_VEDLEGG = senere(
    r"(?i)^\s*(?:(?:vedlegg|bilag|appendiks)\b|(?:del|bolk)\s(?:ii|2|b)\b|"
    r"(?:lokalt\s)?tillegg\s?(?:nr\.?\s?)?(?:[a-h]|\d{1,2}|i{1,3})\b)"
)
_ALENE = senere(r"\s*(?:VEDLEGG|BILAG|V E D L E G G)(?:\s+\d{1,2})?[\s.:]*$")
"""The word alone in capitals, over the first enclosure."""


def linjene(kilde: Kilde) -> frozenset[int]:
    """Return the numbers of the lines that the signatures are in: from place and day, or «for X», to the end."""
    linjer = [linje for linje in kilde.linjer if linje.hvor in (Del.TEKST, Del.TEKSTBOKS) and linje.tekst.strip()]
    if not linjer:
        return frozenset()
    # With enclosures under it that have headings of their own, the agreement ends, and is signed, before the first.
    over = (
        nr
        for nr, linje in enumerate(linjer)
        if _ALENE.match(linje.tekst) or (linje.nivå and _VEDLEGG.match(linje.tekst))
    )
    vedlegg = next(over, len(linjer))
    if _MINST < vedlegg < len(linjer) and (før := _blant(linjer[:vedlegg])):
        return før
    return _blant(linjer) | _under_brev(linjer)


def _under_brev(linjer: list[Linje]) -> frozenset[int]:
    """Return the lines of those who greet at the end of a letter that another one answers: a name, and a title."""
    egne: set[int] = set()
    for nr, linje in enumerate(linjer):
        if _HILSEN.match(som_lest(linje.tekst).strip()) and len(linjer) > nr + 2:
            navn, tittel = (som_lest(en.tekst).strip() for en in linjer[nr + 1 : nr + 3])
            if re.fullmatch(uttrykk.NAVN, navn) and re.fullmatch(uttrykk.TITTEL, tittel):
                egne |= {en.nr for en in linjer[nr : nr + 3]}
    return frozenset(egne)


_HILSEN = senere(r"(?i)^(?:med )?(?:vennlig |vennleg |venleg |beste )?(?:hels?(?:ing|en)|hilsen)\W*$")
_MINST = 6
"""Lines of an agreement that has its enclosures under it."""


def _blant(linjer: list[Linje]) -> frozenset[int]:
    """Return the numbers of those of some lines that the signatures are in."""
    start = None
    i_celler = _steder_i_rad(linjer)
    for nr in range(len(linjer) - 1, max(-1, len(linjer) // 3), -1):
        if _begynner(linjer[nr]) or linjer[nr].nr in i_celler:
            start = nr
            continue
        if start is not None and start - nr > 12:
            break
    if start is None:
        start = _bare_navn(linjer)
    if start is None:
        return frozenset()
    slutten = len(linjer)
    for nr in range(start + 1, len(linjer)):
        if linjer[nr].celle is None and (_VEDLEGG.match(linjer[nr].tekst) or _ny_del(linjer[nr])):
            slutten = nr
            break
    valgt = _uten_brevet(linjer[start:slutten])
    navn = [linje for linje in valgt if re.search(uttrykk.NAVN, linje.tekst)]
    return frozenset(linje.nr for linje in valgt) if navn and len(valgt) <= 60 else frozenset()


_PROSA, _BREV = 120, 600
"""Characters of a line that is no part of a signature, and of those that are a letter of their own."""
_ETTER_HILSENEN = 7


def _uten_brevet(valgt: list[Linje]) -> list[Linje]:
    """Return the lines of signatures without the answer that stands between them, where one letter follows another."""
    prosa = [linje.celle is None and len(linje.tekst) > _PROSA for linje in valgt]
    if sum(len(linje.tekst) for linje, er in zip(valgt, prosa, strict=True) if er) < _BREV:
        return valgt
    egne: list[Linje] = []
    igjen, side = 0, None
    for linje, er in zip(valgt, prosa, strict=True):
        if not er and _begynner(linje):
            igjen, side = _ETTER_HILSENEN, linje.sted.side
        igjen = 0 if er or linje.sted.side != side else igjen - 1
        if igjen > 0:
            egne.append(linje)
    return egne


def _steder_i_rad(linjer: list[Linje]) -> frozenset[int]:
    """Return the lines of the cells that tell place and day beside each other, as over the names of two who sign."""
    rader: dict[tuple[int, int], list[Linje]] = {}
    for linje in linjer:
        if linje.celle and (sted := _STED_DATO.match(som_lest(linje.tekst).strip())) and sted["d"]:
            rader.setdefault((linje.celle.tabell, linje.celle.rad), []).append(linje)
    return frozenset(linje.nr for rad in rader.values() if len(rad) > 1 for linje in rad)


SIGNERT_OVER = senere(
    rf"(?i)^\W*(?:signert|signatur\w*|underskrift\w*|underteikn\w*)(?:\s(?:elektronisk|digitalt))?(?:,?\s(?:den\s)?(?P<d>{uttrykk.DATO}))?\W*$"
)


def _begynner(linje: Linje) -> bool:
    tekst = som_lest(linje.tekst).strip()
    if SIGNERT_OVER.match(tekst):
        return True
    if linje.celle is None and _STED_DATO.match(tekst) and len(tekst) < 70:
        return True
    if _HILSEN.match(tekst):
        return True
    første = tekst.split("\n")[0].strip()
    if linje.celle is None and "\n" in tekst and (sted := _STED_DATO.match(første)) and sted["d"] and len(tekst) < 200:
        return True
    deler = re.split(r"\t+|\s{3,}", tekst) if linje.celle is None and len(tekst) < 90 else []
    if any((sted := _STED_DATO.match(del_)) and sted["d"] for del_ in deler):
        return True
    nås = re.search(rf"{uttrykk.EPOST}|{uttrykk.TELEFON}", tekst)  # how to reach somebody, who signs nothing there
    return bool(_FOR.match(tekst) and not nås and not tekst.endswith(".")) or bool(_STREKER.search(tekst))


def _bare_navn(linjer: list[Linje]) -> int | None:
    """Return where the last lines begin that are nothing but names and titles, when nothing stands over them."""
    navn = titler = 0
    start: int | None = None
    for nr in range(len(linjer) - 1, max(-1, len(linjer) - 13), -1):
        deler = [
            re.sub(r"\s*\(?\bsign\.?\)?$", "", d.strip(" .,_"))
            for d in re.split(
                r"\t+|\s{3,}|"
                r"\n",
                som_lest(linjer[nr].tekst),
            )
            if d.strip(" .,_")
        ]
        er_navn = all(re.fullmatch(uttrykk.NAVN, d) and not ledd.er_instans(d) for d in deler)
        er_tittel = all(
            re.fullmatch(
                rf"(?:{uttrykk.TITTEL})(?:,?\s(?:i\s|"
                rf"for\s)?[A-ZÆØÅ]\S+(?:\s\S+)?)?",
                d,
            )
            for d in deler
        )
        en_linje = all(re.fullmatch(rf"{uttrykk.NAVN},\s{uttrykk.TITTEL}(?:\si\s\S+)?", d) for d in deler)
        if linjer[nr].nivå or not (er_navn or er_tittel or en_linje):
            break
        navn, titler = navn + (er_navn or en_linje), titler + (er_tittel or en_linje)
        start = nr
    if start and (_MEDLEMMENE.search(linjer[start - 1].tekst) or _midt_i_rad(linjer, start)):
        return None
    return start if navn and titler else None


def _midt_i_rad(linjer: list[Linje], start: int) -> bool:
    """Tell whether names stand after what a row of a table is about, or under the heads of a table of people."""
    celle, foran = linjer[start].celle, linjer[start - 1].celle
    if celle and foran and (foran.tabell, foran.rad) == (celle.tabell, celle.rad):
        return not _PART.search(linjer[start - 1].tekst)
    hodene = [en.tekst.strip() for en in linjer if celle and en.celle and en.celle[:2] == (celle.tabell, 0)]
    return any(_HODE.fullmatch(en) for en in hodene) and not any(
        _SIGNERT.search(en) or _PART.search(en) for en in hodene
    )


_HODE = senere(r"(?i)(?:navn|namn|tittel|vara\w*|funksjon|verv|rolle|telefon|tlf\.?|stilling|medlem\w*)\W*")
_PART = senere(r"(?i)kommun|herad|politi|lensmann|\bfor\b|\bpart")
_SIGNERT = senere(r"(?i)underskr|signat|sign\b|underteikn|dato")
"""The head of a column of a table of people, and of one that they have signed."""


_MEDLEMMENE = senere(
    r"(?i)\b(?:medlem\w*|deltak\w*|deltar|deltek|samansetj\w*|sam\w{0,3}setning\w*|kontakt\w*)\b[^.]{0,40}$|[a-zæøå]:\s*$"
)
"""The line over names that are in the council, or are to be reached, and have signed nothing."""


def _ny_del(linje: Linje) -> bool:
    s = linje.tekst.strip()
    treff = NUMMER.match(s)
    return bool(linje.nivå or treff) and er_overskrift(s[treff.end() :] if treff else s) not in (None, "signatur")

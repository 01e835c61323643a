"""Forms that are filled in: what was not ticked, and what only tells how to fill in, are space to the rules.

The lines are as long as they were, so that each value knows where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from avtalegen.importering.funnet import Spenn
from avtalegen.importering.kilde import Kilde, Linje, Utelatt
from avtalegen.importering.ventende import senere

_KRYSSET = r"(?:\[\s?[xX]\s?\]|\([xX]\)|☒|☑|✓|✔|⊠|■)"
_TOM = r"(?:\[\s?\]|\(\s\)|\(\)|☐|□|❑|❏)"
_BOKS = senere(rf"(?P<k>{_KRYSSET})|{_TOM}")
_TEGN = frozenset("[(☒☑✓✔⊠■☐□❑❏")
"""What a line with a box in it has one of."""
_SPØR = senere(r"[^:?]{2,50}[:?]\s*")
"""What stands in front of a row of boxes, and is about all of them."""
_VEILEDNING = senere(
    r"(?i)\W*(?:rettleiing|veiledning|rettleiingstekst|veiledningstekst|hjelpetekst|utfyllingshjelp|utfylling)"
    r"(?:\s(?:til|for)\s[^:]{1,40})?\s?:|"
    r".*\b(?:slett(?:es|ast)?|stryk(?:es|ast)?|fjern(?:es|ast)?|ta(?:s|kast)? bort)\s(?:denne|hele denne|heile denne)\s"
    r"(?:rettleiings|veilednings|hjelpe)?(?:teksten|setningen|setninga|linjen|linja|avsnittet|ruta|ruten|boksen|boka)\b"
)
"""A paragraph that says how a form is filled in."""
_OPPDRAG = senere(
    r"(?i)\W*(?:kryss av|kryss ut|set(?:t)? (?:eit |et )?kryss|huk av|stryk det som|fyll (?:ut|inn)\b(?! skjema)|"
    r"velg (?:inntil|minst|ett|én|et)\b|vel (?:inntil|minst|eitt|éin)\b)"
)
"""The same, where there are boxes to tick."""
_EKSEMPEL = senere(
    r"(?i)\s*[\[(]?\s?(?:f\.eks\.|t\.d\.|eks\.|døme|eksempel|for eksempel|til dømes)\s?:\s?[^()\[\]]*[\])]?\s*"
)
"""A cell, or a paragraph, that is no more than an example."""
_PLASSEN = senere(
    r"(?i)\s*[\[(<](?:for- og etter|fullt |fullstendig )?[a-zæøå/ -]{2,25}[\])>]\s*|dd[./-]mm[./-][åy]{2,4}|tt[.:]mm"
)
"""A cell that says what is to stand in it: «(navn)», «dd.mm.åå»."""
_FÆRRESTE = 2
"""Boxes in a row."""


def er_skjema(kilde: Kilde) -> bool:
    """Tell whether there are boxes in a source, and some of them are ticked."""
    treff = [m for linje in kilde.linjer if _har_boks(linje.tekst) for m in _BOKS.finditer(linje.tekst)]
    return any(m["k"] for m in treff) and not all(m["k"] for m in treff)


def uten_hjelpetekst(kilde: Kilde) -> Kilde:
    """Return a source without what only tells how a form is filled in, which is listed as left out."""
    skjema = er_skjema(kilde)
    rader = {*_tomme_rader(kilde.linjer)} if skjema else set[int]()
    borte = [linje for linje in kilde.linjer if linje.nr in rader or _er_veiledning(linje, skjema=skjema)]
    if not borte:
        return kilde
    utelatt = (Utelatt(linje.tekst, linje.sted, "hjelpetekst i skjemaet") for linje in borte if linje.tekst.strip())
    return kilde._replace(
        linjer=tuple(linje for linje in kilde.linjer if linje not in borte), utelatt=(*kilde.utelatt, *utelatt)
    )


def utfylt(kilde: Kilde) -> tuple[Kilde, list[Spenn]]:
    """Return a form as it was filled in, and where the alternatives that were not chosen are."""
    if not er_skjema(kilde):
        return kilde, []
    borte = {*_ikke_krysset(kilde.linjer)}
    ikke_valgt: list[Spenn] = []
    linjer = []
    for linje in kilde.linjer:
        tekst = linje.tekst
        if linje.nr in borte:
            tekst = _blank(tekst)
        elif _har_boks(tekst):
            tekst, spenn = _valgte(linje)
            ikke_valgt += spenn
        linjer.append(linje if tekst == linje.tekst else linje._replace(tekst=tekst))
    return kilde._replace(linjer=tuple(linjer)), ikke_valgt


def _har_boks(tekst: str) -> bool:
    return not _TEGN.isdisjoint(tekst) and _BOKS.search(tekst) is not None


def _er_veiledning(linje: Linje, *, skjema: bool) -> bool:
    tekst = linje.tekst
    if linje.nivå is not None or not tekst.strip():
        return False
    if linje.celle is not None and (_EKSEMPEL.fullmatch(tekst) or (skjema and _PLASSEN.fullmatch(tekst))):
        return True
    # What does not end as a sentence, may be the heading over the boxes.
    oppdrag = _OPPDRAG.match(tekst) and tekst.rstrip().endswith((".", ")"))
    return bool(_VEILEDNING.match(tekst) or (skjema and (oppdrag or _EKSEMPEL.fullmatch(tekst))))


def _tomme_rader(linjer: Iterable[Linje]) -> Iterator[int]:
    """Return the lines of the rows that only say what is to stand in them: «(navn)», «dd.mm.åå»."""
    rader: dict[tuple[int, int], list[Linje]] = {}
    for linje in linjer:
        if linje.celle is not None:
            rader.setdefault((linje.celle.tabell, linje.celle.rad), []).append(linje)
    for rad in rader.values():
        if sum(bool(_PLASSEN.fullmatch(linje.tekst)) for linje in rad) > 1:
            yield from (linje.nr for linje in rad)


def _ikke_krysset(linjer: Iterable[Linje]) -> Iterator[int]:
    """Return the lines in the rows of tables whose only box is empty, where another of the same column is ticked."""
    rader: dict[tuple[int, int], list[Linje]] = {}
    bokser: dict[tuple[int, int], list[tuple[int, bool]]] = {}
    for linje in linjer:
        if linje.celle is None:
            continue
        plass = linje.celle.tabell, linje.celle.rad
        rader.setdefault(plass, []).append(linje)
        treff = [*_BOKS.finditer(linje.tekst)] if _har_boks(linje.tekst) else []
        if len(treff) == 1 and not linje.tekst[: treff[0].start()].strip():
            bokser.setdefault((linje.celle.tabell, linje.celle.kolonne), []).append(
                (linje.celle.rad, treff[0]["k"] is not None)
            )
    for (tabell, _), alle in bokser.items():
        if any(krysset for _, krysset in alle):
            # A row may have boxes in several columns: «Ja» and «Nei», or who takes part.
            tomme = (rader[tabell, rad] for rad, krysset in alle if not krysset)
            yield from (linje.nr for rad_ in tomme if not any(map(_er_krysset, rad_)) for linje in rad_)


def _er_krysset(linje: Linje) -> bool:
    return _har_boks(linje.tekst) and any(m["k"] for m in _BOKS.finditer(linje.tekst))


def _valgte(linje: Linje) -> tuple[str, list[Spenn]]:
    """Return a line with space for its boxes and for what stands at those that are empty, and where that is."""
    treff = [*_BOKS.finditer(linje.tekst)]
    tekst = linje.tekst
    if len(treff) < _FÆRRESTE:
        i_rute = linje.celle is not None and not tekst[: treff[0].start()].strip()
        if not i_rute or not treff[0]["k"]:
            return tekst, []
        return _blank(tekst, *treff[0].span()), [Spenn(linje.nr, *treff[0].span())]
    if not any(m["k"] for m in treff):
        return tekst, []
    spørsmål = _SPØR.match(tekst, 0, treff[0].start())
    start = spørsmål.end() if spørsmål else 0
    foran = tekst[start : treff[0].start()].strip(" \t–-.,")
    bak = not tekst[treff[-1].end() :].strip(" \t.,") and bool(foran)  # the box stands after what it is of
    spenn, valgt = [], []
    for nr, m in enumerate(treff):
        if bak:
            fra, til = (treff[nr - 1].end() if nr else start), m.end()
        else:
            fra, til = m.start(), (treff[nr + 1].start() if nr + 1 < len(treff) else len(tekst))
        if m["k"]:
            tekst = _blank(tekst, *m.span())
            spenn.append(Spenn(linje.nr, *m.span()))
            valgt.append((fra, til))
        else:
            tekst = _blank(tekst, fra, til)
            spenn.append(Spenn(linje.nr, fra, til))
    return _med_komma(tekst, valgt), spenn


def _med_komma(tekst: str, valgt: list[tuple[int, int]]) -> str:
    """Return a line with a comma after each of those that were chosen, but the last."""
    for fra, til in valgt[:-1]:
        slutt = fra + len(tekst[fra:til].rstrip())
        if slutt < til and tekst[slutt - 1] not in ".,;:" and tekst[slutt] != "\n":
            tekst = f"{tekst[:slutt]},{tekst[slutt + 1 :]}"
    return tekst


def _blank(tekst: str, fra: int = 0, til: int | None = None) -> str:
    til = len(tekst) if til is None else til
    return tekst[:fra] + re.sub(r"[^\n]", " ", tekst[fra:til]) + tekst[til:]

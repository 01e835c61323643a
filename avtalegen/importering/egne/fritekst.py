"""What the parties have written themselves, as the Markdown that it was."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from avtalegen.importering.kilde import Linje
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.lesing.umerket import uten_merking


def som_markdown(linjer: Sequence[Linje], utsnitt: Sequence[Utsnitt]) -> str:
    """Return lines as Markdown: paragraphs, lists, headings and tables, with what is bold, italic or a link."""
    biter: list[str] = []
    par = [*zip(linjer, utsnitt, strict=True)]
    for slag, alle in groupby(par, key=lambda p: _slag(p[0])):
        samme = list(alle)
        if slag[0] == "tabell":
            biter.append(_tabell(samme))
        elif slag[0] == "liste":
            biter.append("\n".join(_punkt(linje, u, nr) for nr, (linje, u) in enumerate(samme, 1)))
        else:
            biter += [_avsnitt(linje, u) for linje, u in samme]
    return "\n\n".join(bit for bit in biter if bit)


def _slag(linje: Linje) -> tuple[str, int]:
    if linje.celle:
        return "tabell", linje.celle.tabell
    return ("liste", 0) if linje.listenivå is not None or linje.tekst.startswith("•") else ("avsnitt", 0)


def _punkt(linje: Linje, u: Utsnitt, nr: int) -> str:
    nummer = linje.nummer or linje.tekst[: u.fra].strip()
    merke = f"{nr}." if nummer[:1].isdigit() else "-"
    if nummer[:1].isalpha():
        merke = nummer
    return f"{'   ' * (linje.listenivå or 0)}{merke} {_med_merking(linje, u)}"


def _avsnitt(linje: Linje, u: Utsnitt) -> str:
    tekst = _med_merking(linje, u)
    return f"{'#' * min(linje.nivå, 4)} {tekst}" if linje.nivå is not None and u.fra == 0 else tekst


def _tabell(par: Sequence[tuple[Linje, Utsnitt]]) -> str:
    ruter: dict[tuple[int, int], str] = {}
    for linje, u in par:
        assert linje.celle is not None
        sted = linje.celle.rad, linje.celle.kolonne
        ruter[sted] = f"{ruter[sted]}<br>{_rute(u)}" if sted in ruter else _rute(u)
    rader = 1 + max(r for r, _ in ruter)
    kolonner = 1 + max(k for _, k in ruter)
    linjene = [f"| {' | '.join(ruter.get((r, k), '') for k in range(kolonner))} |" for r in range(rader)]
    return "\n".join([linjene[0], f"|{'---|' * kolonner}", *linjene[1:]])


def _rute(u: Utsnitt) -> str:
    return uten_merking(samlet(u.s)).replace("\n", "<br>")


def _med_merking(linje: Linje, u: Utsnitt) -> str:
    """Return the text with stars and addresses for what looks so."""
    ut, fra = [], 0
    hel = sum(b.til - b.fra for b in linje.biter if b.fet) >= len(u.s)
    for b in sorted(linje.biter, key=lambda b: b.fra):
        start, slutt = max(b.fra - u.fra, fra), min(b.til - u.fra, len(u.s))
        merke = "**" * (b.fet and not hel and linje.nivå is None) + "*" * b.kursiv
        if start >= slutt or not (merke or b.lenke) or not u.s[start:slutt].strip():
            continue
        bit = uten_merking(u.s[start:slutt].strip())
        if b.lenke and b.lenke.split(":", 1)[-1].strip("/") not in (bit, bit.replace("\\", "")):
            bit = f"[{bit}]({b.lenke})" if "://" in b.lenke else bit
        ut += [uten_merking(u.s[fra:start]), merke, bit, merke[::-1]]
        fra = slutt
        if u.s[slutt - 1].isspace():
            ut.append(" ")
    ut.append(uten_merking(u.s[fra:]))
    return "  \n".join(samlet(linja) for linja in "".join(ut).split("\n"))

"""Tables of ours: known by what stands over the columns, and read row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avtalegen.importering.egne.monster import Mønster
from avtalegen.importering.egne.utfylling import Utfyller
from avtalegen.importering.kilde import Linje
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.komponering.skjelett.enheter import Tabellskjelett
from avtalegen.komponering.skjelett.verdier import Ord, Verdi
from avtalegen.modell.senere import senere

_TOM = senere(r"[–-]?")
Rute = list[Utsnitt]


def les_tabell(
    skjeletter: Sequence[Tabellskjelett], linjer: Sequence[tuple[Linje, Utsnitt]], f: Utfyller
) -> int | None:
    """Read a table, and return the place of its skeleton; None for one that is not ours."""
    ruter: dict[tuple[int, int], Rute] = {}
    for linje, u in linjer:
        assert linje.celle is not None
        ruter.setdefault((linje.celle.rad, linje.celle.kolonne), []).append(u)
    rader = 1 + max(r for r, _ in ruter)
    kolonner = 1 + max(k for _, k in ruter)
    hode = [_tekst(ruter.get((0, k), [])) for k in range(kolonner)]
    for s in skjeletter:
        if plasser := _plasser(s, hode):
            for k in range(kolonner):
                for u in ruter.get((0, k), []):
                    f.a.etikett(u)
            for r in range(1, rader):
                _rad(s, plasser, [ruter.get((r, k), []) for k in range(kolonner)], f)
            return s.nr
    return None


def _tekst(rute: Rute) -> str:
    return " ".join(samlet(u.s) for u in rute)


def _plasser(s: Tabellskjelett, hode: Sequence[str]) -> list[int] | None:
    """Return which column of the skeleton each column of the table is; None when it is another table."""
    plasser: list[int] = []
    fra = 0
    for tekst in hode:
        nr = next((n for n in range(fra, len(s.hode)) if Mønster(s.hode[n]).treff(tekst)), None)
        if nr is None:
            return None
        plasser.append(nr)
        fra = nr + 1
    return plasser if plasser[:1] == [0] else None


def _rad(s: Tabellskjelett, plasser: Sequence[int], ruter: list[Rute], f: Utfyller) -> None:
    """Read a row by the first kind of row that all its cells fit."""
    alle = _med_utelatte(s, plasser, ruter, f)
    med = {plass for plass, u in alle if u}
    # What is broken over several lines of the source, is not all of it.
    delte = {rute[0].linje for rute in ruter if len(rute) > 1}
    for rad in s.rader:
        if any(n not in med and celle and all(isinstance(d, Ord) for d in celle) for n, celle in enumerate(rad)):
            continue
        treff = []
        for plass, u in alle:
            if plass >= len(rad):
                break
            m = _celle(rad[plass])
            t = m.treff(u.s) if u else None
            if t is None and u and (not m.hull or not _TOM.fullmatch(u.s)) and not _er_ordene(u, rad[plass]):
                break
            treff.append((u, m, t))
        else:
            for nr, (u, m, t) in enumerate(treff):
                if t is not None and u and not _TOM.fullmatch(u.s):
                    f.fyll(u, m, t, ny=nr == 0, sikker=True, tvil=u.linje in delte)
                elif u:
                    f.a.etikett(u)
            return


def _er_ordene(u: Utsnitt, celle: Sequence[Verdi]) -> bool:
    """Tell whether a cell is our words alone, with a small letter first as after the name of a column left out."""
    ordene = "".join(d.tekst for d in celle if isinstance(d, Ord)).strip()
    return all(isinstance(d, Ord) for d in celle) and u.s.strip() == ordene[:1].lower() + ordene[1:]


def _celle(deler: Sequence[Verdi]) -> Mønster:
    return Mønster(deler)


def _med_utelatte(
    s: Tabellskjelett, plasser: Sequence[int], ruter: list[Rute], f: Utfyller
) -> list[tuple[int, Utsnitt | None]]:
    """Return the cells by the column of the skeleton; what was in a column left out stands in the one before it."""
    alle: list[tuple[int, Utsnitt | None]] = []
    for plass, rute in zip(plasser, ruter, strict=True):
        if not rute:
            alle.append((plass, None))
            continue
        først = rute[0]
        # Several lines of one cell are one text when they are one paragraph of the source.
        u = først if len(rute) == 1 else _samlet(rute)
        utelatt = [n for n in range(plass + 1, len(s.hode)) if n not in plasser]
        biter: list[tuple[int, Utsnitt | None]] = []
        for n in utelatt:
            navn = Mønster(s.hode[n]).kilde
            if t := re.search(rf"(?:^|\n|\s)({navn}:\s)", u.s):
                f.a.etikett(u.del_(t.start(1), t.end(1)))
                biter.append((n, u.del_(t.end(), len(u.s))))
                u = u.del_(0, t.start())
        alle += [(plass, u if u else None), *biter]
    return alle


def _samlet(rute: Rute) -> Utsnitt:
    """Return the cell as one stretch where its lines are one line of the source; else its first."""
    return rute[0]

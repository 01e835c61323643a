"""Tables that are the agreement itself: headings beside their text, or a form with a label in each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from avtalegen.importering.blokker import Tabell, uten_første_rad
from avtalegen.importering.kilde import Linje
from avtalegen.importering.ordliste import (
    NUMMER,
    er_overskrift,
    etter_stammen,
    ledetekst,
    ledetekst_hvor_som_helst,
    overskrift,
)
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere


def er_avsnitt(tabell: Tabell) -> bool:
    """Tell whether a table is laid out with headings to the left and text to the right."""
    if tabell.kolonner != 2 or tabell.rader < 3:
        return False
    venstre = [tabell.tekst(r, 0) for r in range(tabell.rader) if tabell.tekst(r, 0)]
    høyre = [tabell.tekst(r, 1) for r in range(tabell.rader)]
    kjente = sum(len(t) < 60 and overskrift(t) is not None for t in venstre)
    lange = sum(len(t) > 90 for t in høyre)
    return len(venstre) > 2 and kjente >= 0.6 * len(venstre) and lange >= 0.5 * len(høyre)


class _Del(Protocol):
    """A section that tables stand in."""

    del_: str


def er_skjema(tabell: Tabell) -> bool:
    """Tell whether a table is the agreement as a form: many rows, each with a label and what is said of it."""
    if tabell.kolonner != 2 or tabell.rader < 8:
        return False
    venstre = [tabell.tekst(r, 0) for r in range(tabell.rader) if tabell.tekst(r, 0)]
    kjente = sum(
        len(t) < 60 and (overskrift(t) is not None or ledetekst_hvor_som_helst(t) is not None) for t in venstre
    )
    return len(venstre) >= 8 and kjente >= 0.5 * len(venstre)


def er_delt(tabell: Tabell, over: Sequence[_Del]) -> bool:
    """Tell whether a table is headings and text, or a form, or has a part of the agreement in each row."""
    if er_avsnitt(tabell):
        return True
    return not _er_om(tabell, over[-1].del_ if over else "") and (er_skjema(tabell) or er_avtalens_deler(tabell))


def er_deler(tabell: Tabell) -> bool:
    """Tell whether each row of a box of a form is about another part of the agreement, by the label that it has."""
    return tabell.kolonner == 2 and all(er_overskrift(tabell.tekst(r, 0)) for r in range(tabell.rader))


def er_avtalens_deler(tabell: Tabell) -> bool:
    """Tell whether each row of a table by itself is about another part of the agreement, with text beside its name."""
    if tabell.kolonner != 2 or tabell.rader < _FÆRRESTE_DELER or not er_deler(tabell):
        return False
    deler = [er_overskrift(tabell.tekst(r, 0)) for r in range(tabell.rader)]
    return len({*deler}) == len(deler) and all(tabell.tekst(r, 1) for r in range(tabell.rader))


_FELT = senere(r"(?i)(?:parameter|punkt|felt|forhold|emne|egenskap|opplysning(?:er|ar)?|stikkord|nøkkelord)\W*")
_INNHOLD = senere(
    r"(?i)(?:verdi|innhold|innhald|avtalt|avtale|beskrivelse|skildring|opplysning(?:er|ar)?|svar|bestemmelse|føresegn|"
    r"(?:hva|kva) som (?:gjelder|gjeld|er avtal[ta]))\W*"
)


def uten_tomt_hode(tabell: Tabell, merker: list[Utsnitt]) -> Tabell:
    """Return a table of labels without a head that only says so, «Parameter» and «Verdi», whose words are `merker`."""
    to = tabell.kolonner == 2 and tabell.rader >= _FÆRRESTE_DELER
    if not (to and _FELT.fullmatch(tabell.tekst(0, 0)) and _INNHOLD.fullmatch(tabell.tekst(0, 1))):
        return tabell
    merker += [u for k in (0, 1) if (rute := tabell[0, k]) for u in rute.utsnitt]
    return uten_første_rad(tabell)


def _er_om(tabell: Tabell, del_: str) -> bool:
    """Tell whether most of the labels of a table of two columns are of one part, each with a line or two beside it."""
    hvor = {"møter": "råd"}.get(del_, del_)
    ruter = tabell.egne.values()
    if not hvor or any(len(en.utsnitt) > _LINJER or _PUNKT.match(en.tekst) or _BOKS.match(en.tekst) for en in ruter):
        return False
    merker = [t for r in range(tabell.rader) if (t := tabell.tekst(r, 0))]
    egne = [t for t in merker if (ledetekst(t, hvor) or "").startswith(f"{hvor}.")]
    andres = any(er_overskrift(t) not in (None, del_, hvor) for t in merker if t not in egne)
    return not andres and 2 * len(egne) > len(merker)


_LINJER = 2
_PUNKT = senere(r"\s*(?:[•*–-]|\d{1,2}[.)]|[a-z]\))\s")
"""What a point in a cell begins with."""
_FÆRRESTE_DELER = 3
"""Rows of a table whose rows are parts of the agreement."""


def overskriftsrad(tabell: Tabell) -> Utsnitt | None:
    """Return the heading that is the first row of a box of a form, in one cell over all of its columns."""
    rute = tabell[0, 0]
    if tabell.kolonner < 2 or tabell.rader < 2 or rute is None or rute.celle.kolonner < tabell.kolonner:
        return None
    linjene = [u for u in rute.utsnitt if u.s.strip()]
    if rute.celle.rader > 1 or len(linjene) != 1 or len(linjene[0].s) > _LENGSTE_RAD:
        return None
    tittel = linjene[0].strippet()
    nummer = NUMMER.match(tittel.s)
    rent = tittel.s[nummer.end() if nummer else 0 :]
    return tittel if overskrift(rent) or etter_stammen(rent) else None


_LENGSTE_RAD = 60
"""Characters of a heading that is a row of a table."""


_BOKS = senere(r"(?P<boks>\s*(?:\[\s?(?P<x>[xX]?)\s?\]|(?P<k>[☒☑✓✔])|☐)\s*)(?=[^\W_])[^\[☐☒☑✓✔]*$")


def boks(tekst: str) -> tuple[int, bool] | None:
    """Return where the box that a point begins with ends, and whether it is ticked; None for no box, or several."""
    treff = _BOKS.match(tekst)
    return (treff.end("boks"), bool(treff["x"] or treff["k"])) if treff else None


def valgte(blokker: list[Linje | Tabell]) -> list[Linje | Tabell]:
    """Return the blocks without the points whose boxes are empty, and of a table of cases what was decided in each."""
    blokker = [_besluttet(blokk) if isinstance(blokk, Tabell) else blokk for blokk in blokker]
    bokser = {nr: en for nr, b in enumerate(blokker) if isinstance(b, Linje) and (en := boks(b.tekst))}
    if not any(krysset for _, krysset in bokser.values()):
        return blokker
    return [b for nr, b in enumerate(blokker) if nr not in bokser or bokser[nr][1]]


_SAK = senere(r"(?i)(?:sak|tema|emne|punkt|område|hva|kva)\W*")
_BESLUTTET = senere(
    r"(?i)(?:beslutning|vedtak|konklusjon|avgjerd|enighet|semje|avtalt|besluttet|vedtatt|vedteke|einigheit)(?:en|a|et)?\W*"
)


def _besluttet(tabell: Tabell) -> Tabell:
    """Return a table of what was talked of as one of the cases and what was decided in each; others as they are."""
    hoder = [tabell.tekst(0, k) for k in range(tabell.kolonner)] if tabell.rader > 1 else []
    sak = next((k for k, hode in enumerate(hoder) if _SAK.fullmatch(hode)), None)
    bestemt = next((k for k, hode in enumerate(hoder) if _BESLUTTET.fullmatch(hode)), None)
    if sak is None or bestemt is None or sak > bestemt or any(r.celle.rader > 1 for r in tabell.egne.values()):
        return tabell
    if not all(er_overskrift(tabell.tekst(r, sak)) for r in range(1, tabell.rader)):
        return tabell  # of organs and days, or of what is to be done
    return Tabell(
        {
            (r - 1, ny): rute._replace(celle=rute.celle._replace(rad=r - 1, kolonne=ny, kolonner=1))
            for (r, k), rute in tabell.egne.items()
            for ny in ((0,) if k == sak else (1,) if k == bestemt else ())
            if r
        }
    )

"""Tables that are the agreement itself: headings beside their text, or a form with a label in each row."""

from __future__ import annotations

from avtalegen.importering.blokker import Tabell
from avtalegen.importering.ordliste import ledetekst_hvor_som_helst, overskrift


def er_avsnitt(tabell: Tabell) -> bool:
    """Tell whether a table is laid out with headings to the left and text to the right."""
    if tabell.kolonner != 2 or tabell.rader < 3:
        return False
    venstre = [tabell.tekst(r, 0) for r in range(tabell.rader) if tabell.tekst(r, 0)]
    høyre = [tabell.tekst(r, 1) for r in range(tabell.rader)]
    kjente = sum(len(t) < 60 and overskrift(t) is not None for t in venstre)
    lange = sum(len(t) > 90 for t in høyre)
    return len(venstre) > 2 and kjente >= 0.6 * len(venstre) and lange >= 0.5 * len(høyre)


def er_skjema(tabell: Tabell) -> bool:
    """Tell whether a table is the agreement as a form: many rows, each with a label and what is said of it."""
    if tabell.kolonner != 2 or tabell.rader < 8:
        return False
    venstre = [tabell.tekst(r, 0) for r in range(tabell.rader) if tabell.tekst(r, 0)]
    kjente = sum(
        len(t) < 60 and (overskrift(t) is not None or ledetekst_hvor_som_helst(t) is not None) for t in venstre
    )
    return len(venstre) >= 8 and kjente >= 0.5 * len(venstre)

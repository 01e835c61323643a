"""The overview for a spreadsheet: a row for each agreement, cells with semicolons between as Excel here reads them."""

from __future__ import annotations

import csv
import io

from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.former import Målform
from avtalegen.oppfolging.ord import Ord, i_målform
from avtalegen.oppfolging.oversikt import Oversikt
from avtalegen.oppfolging.rad import Rad, Slag

KOLONNER = (
    *("fil", "kommuner", "kommunenumre", "status", "hast", "har feil", "ikke lest", "fra", "til", "dager igjen"),
    *("sist signert", "politikontakt", "leder", "neste møte", "møtetid", "møtested", "innkalling senest"),
    *(
        "neste evaluering",
        "neste revisjon",
        "tiltak over fristen",
        "åpne oppgaver",
        "forfalt",
        *(s.value for s in Severity),
    ),
)
BOM = "\ufeff"
"""What makes Excel read it as UTF-8."""
_FORMELTEGN, _BRUDD = "=+-@\uff1d\uff0b\uff0d\uff20", "\t\r\n"
"""What a formula begins with, in wide letters too, and what a program may pass by in front of it."""


def skriv(oversikt: Oversikt) -> str:
    """Return the overview as CSV."""
    fil = io.StringIO(newline="")
    skriver = csv.writer(fil, delimiter=";", lineterminator="\r\n")
    skriver.writerow(KOLONNER)
    ord_ = i_målform(Målform.BOKMÅL)
    for rad in oversikt.rader:
        skriver.writerow(map(celle, _rad(rad, oversikt, ord_)))
    return BOM + fil.getvalue()


def _rad(rad: Rad, o: Oversikt, ord_: Ord) -> list[object]:
    møte = rad.møte
    return [
        rad.fil,
        rad.part,
        ", ".join(kommune.nummer for kommune in rad.kommuner),
        rad.status and rad.status.value,
        o.hast(rad).value,
        "ja" if rad.har_feil else "",
        ", ".join(rad.ulest) if rad.lest else "alt",
        rad.fra,
        rad.til,
        rad.dager_igjen(o.i_dag),
        rad.signert and rad.signert.skriv(),
        "; ".join(map(ord_.kontakt, rad.politikontakter)),
        rad.leder,
        møte and møte.når.skriv(),
        møte and ord_.klokke(møte.klokkeslett, møte.slutt),
        møte and møte.sted,
        møte and møte.innkallingsfrist,
        rad.evaluering and rad.evaluering.tekst,
        rad.revisjon and rad.revisjon.tekst,
        len(rad.tiltak),
        len(rad.oppgaver),
        ", ".join(ord_.gjøremål(g, sent=True) for g in rad.forfalt(o.i_dag) if g.slag is not Slag.TILTAK),
        *(rad.funn.get(severity, 0) for severity in Severity),
    ]


def celle(verdi: object) -> str | int:
    """Return what stands in a cell. A text that a spreadsheet would run as a formula has an apostrophe in front."""
    if verdi is None:
        return ""
    if isinstance(verdi, int):
        return verdi
    tekst = str(verdi).replace("\u00a0", " ")
    først = tekst.lstrip()[:1]
    if først and not først.isprintable():  # what no one sees, a program may pass by
        først = next((tegn for tegn in tekst if tegn.isprintable() and not tegn.isspace()), "")
    farlig = først in _FORMELTEGN or tekst[:1] in _BRUDD
    return f"'{tekst}" if tekst and farlig else tekst

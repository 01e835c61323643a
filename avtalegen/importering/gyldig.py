"""What makes a draft valid: what the format must have is there, and what it can't take is kept as text instead."""

from __future__ import annotations

from collections.abc import Sequence

from avtalegen.funn.diagnostic import Diagnostic, in_order
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG, Verdi
from avtalegen.importering.grense import hold_fristen
from avtalegen.importering.lesere.feil import for_mye
from avtalegen.importering.skriv import yaml
from avtalegen.lesing import LIMITS, parse
from avtalegen.lesing.validering import build
from avtalegen.modell.ufylt import UFYLT

_MANGE_NOK = 200
_NAVN = "utkast.yaml"


def gjør_gyldig(a: Arbeid) -> None:
    """Add what must be there, and take out, one by one, what can't be read by the format."""
    _ta_ut_for_langt(a)
    _påkrevd(a)
    for _ in range(_MANGE_NOK):
        hold_fristen()
        rute = _første_feil(a)
        if rute is None:
            return
        a.tre.fjern(*rute)
        _tøm(a, rute)
        _påkrevd(a)


def _ta_ut_for_langt(a: Arbeid) -> None:
    """Take out the values with more in them than a value may have: what they were read of is told of as not placed."""
    for rute, verdi in reversed([*a.tre.verdier()]):  # of a list the last first: the others keep their places
        if LIMITS.passed_by(verdi.tekst):
            a.tre.fjern(*rute)
            _tøm(a, rute)
            a.innskudd += verdi.spenn  # a heading may account for them too
    if sum(LIMITS.size(verdi.tekst) for _, verdi in a.tre.verdier()) > LIMITS.characters:
        raise for_mye()


def _påkrevd(a: Arbeid) -> None:
    fyll = Verdi(f"{UFYLT}: kommunenummer", (), TROLIG, "avtalen sier ikke hvilken kommune", ordrett=False)
    if not a.tre.har("parter", "kommuner"):
        a.tre.sett([{"kommunenummer": fyll}], "parter", "kommuner")
    if not a.tre.har("parter", "politi", "distrikt"):
        a.tre.sett(
            fyll._replace(tekst=f"{UFYLT}: politidistrikt", hvorfor="avtalen sier ikke hvilket distrikt"),
            "parter",
            "politi",
            "distrikt",
        )
    if not a.tre.har("avtale"):
        a.tre.sett(Verdi("bokmål", (), TROLIG, "vanligst", ordrett=False), "avtale", "målform")


def _tøm(a: Arbeid, rute: tuple[str | int, ...]) -> None:
    """Take away what is left empty over a place."""
    for lengde in range(len(rute) - 1, 0, -1):
        node = a.tre.hent(*rute[:lengde])
        if node is None or (not isinstance(node, Verdi) and not node):
            a.tre.fjern(*rute[:lengde])
        else:
            return


def _første_feil(a: Arbeid) -> tuple[str | int, ...] | None:
    """Return the way to the first value that gives a finding on the format, None for none."""
    for feil in _feil(yaml(a.tre.rot, a.kilde, (), ())):
        if feil.code[:3] in ("SKJ", "YML") and feil.route:
            for lengde in range(len(feil.route), 0, -1):
                if a.tre.har(*feil.route[:lengde]):
                    return feil.route[:lengde]
    return None


def _feil(tekst: str) -> Sequence[Diagnostic]:
    """Return what is wrong with a text as one of the format, in its order; a draft inherits nothing."""
    lest = parse(tekst, _NAVN)
    if lest.root is None:
        from avtalegen.flyt import check  # what is YAML after all, is only looked for where the whole isn't

        return check(tekst, _NAVN).diagnostics
    return in_order([*lest.diagnostics, *build(lest.root, _NAVN).diagnostics])

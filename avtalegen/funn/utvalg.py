"""Which findings are shown, and how grave they are: what is chosen, what is turned off, and comments in the file.

A comment `# avtalegen: ignorer VEI417 – begrunnelse` covers the line that it stands on, or the next one when it has a
line to itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from avtalegen.funn.diagnostic import Diagnostic, Severity
from avtalegen.funn.koder import Kjente, er_låst, treffer

if TYPE_CHECKING:
    from avtalegen.funn.kommentarer import Comments

Alvorligheter = Mapping[str, Severity | None]
"""How grave findings are, by code or by the beginning of one; None turns them off. The longest name counts."""
STRENGT: Alvorligheter = MappingProxyType({"DAT105": Severity.FEIL})
"""What `streng` makes of findings about an agreement that is signed, unless somebody has decided otherwise."""


class Oppsett(NamedTuple):
    """What somebody has decided for one file. All names are codes or beginnings of codes, in capitals.

    `velg`: only these, empty for all. `ignorer`: not these. Of the tables in `alvorlighet`, the first one that
    mentions a code decides. `streng`: what is wrong with an agreement that is signed is graver (`STRENGT`).
    """

    velg: tuple[str, ...] = ()
    ignorer: tuple[str, ...] = ()
    alvorlighet: tuple[Alvorligheter, ...] = ()
    streng: bool = False


ALT = Oppsett()
"""Nothing has been decided: everything is shown, as grave as the rules say."""


class Utvalg(NamedTuple):
    """The findings to show, and those that a comment in the file turns off, with its reason in `suppressed`."""

    beholdt: list[Diagnostic]
    undertrykt: list[Diagnostic]


def velg(
    funn: Iterable[Diagnostic],
    oppsett: Oppsett,
    tekster: Mapping[str, str],
    fil: str,
    hviler: Iterable[str] = (),
    *,
    comments: Comments,
    kjente: Kjente,
) -> Utvalg:
    """Sort out the findings about one agreement.

    `tekster` holds the text of each file that findings may point into (as in a `Source`), by its name. `fil` is the
    agreement's own: what is wrong with the comments in that file (`METAFEIL`) is among the findings to show. `hviler`
    holds the rules that have not been run, so that a comment on one of them may have something to ignore another time.
    `comments` reads those of a file, and `kjente` gives the codes that a comment may name.
    """
    utvalg = Utvalg(list(funn), [])
    # Of bytes only ASCII's letters are made small, which is ten times as fast.
    if any(b"gnor" in tekst.encode(errors="replace").lower() for tekst in tekster.values()):
        from avtalegen.funn.kommentarer import undertrykk

        utvalg = Utvalg(*undertrykk(utvalg.beholdt, tekster, fil, hviler, comments, kjente))
    return Utvalg(_vurdert(utvalg.beholdt, oppsett), _vurdert(utvalg.undertrykt, oppsett))


def _vurdert(funn: Iterable[Diagnostic], oppsett: Oppsett) -> list[Diagnostic]:
    """Return what is left of the findings, with the severities that somebody has decided."""
    if oppsett == ALT:
        return list(funn)
    vurdert = []
    for d in funn:
        if er_låst(d.code):
            vurdert.append(d)
        elif not oppsett.velg or any(treffer(navn, d.code) for navn in oppsett.velg):
            alvorlighet = _alvorlighet(d, oppsett.alvorlighet)
            if alvorlighet and not any(treffer(navn, d.code) for navn in oppsett.ignorer):
                vurdert.append(d._replace(severity=alvorlighet))
    return vurdert


def _alvorlighet(d: Diagnostic, tabeller: Iterable[Alvorligheter]) -> Severity | None:
    for tabell in tabeller:
        if treff := [navn for navn in tabell if treffer(navn, d.code)]:
            return tabell[max(treff, key=len)]
    return d.severity

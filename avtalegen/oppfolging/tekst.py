"""The overview for people at a terminal: a few lines for each agreement, the most urgent first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from avtalegen.funn.ordlyd import liste
from avtalegen.modell.former import Målform
from avtalegen.oppfolging.ord import INGEN, Ord, i_målform
from avtalegen.oppfolging.oversikt import Oversikt
from avtalegen.oppfolging.rad import Hast, Rad
from avtalegen.rapporter.tekst import emphasised
from avtalegen.rapporter.visible import visible

_FARGER = {Hast.FORFALT: "red", Hast.FEIL: "red", Hast.SNART: "yellow", Hast.GREIT: "green", Hast.AVSLUTTET: "blue"}
_BREDDE = 100


def skriv(oversikt: Oversikt) -> str:
    """Return the overview as text, with the colours of a terminal."""
    ord_ = i_målform(Målform.BOKMÅL)
    deler = [ord_.fylt("per_dag", dag=ord_.dag(oversikt.i_dag)).replace("\u00a0", " ")]
    deler += ["\n".join(_avtale(rad, oversikt, ord_)) for rad in oversikt.rader]
    deler.append("\n".join(_sammendrag(oversikt, ord_)))
    return "\n\n".join(deler) + "\n"


def _avtale(rad: Rad, o: Oversikt, ord_: Ord) -> Iterator[str]:
    hast = o.hast(rad)
    merke = emphasised(ord_["hast"][hast.value].upper(), _FARGER[hast])
    fil = f" ({visible(rad.fil)})" if rad.part else ""
    yield f"{merke}  {emphasised(visible(rad.navn))}{fil}"
    for navn, tekst in _linjer(rad, o, ord_):
        if tekst and tekst != INGEN:
            yield from _linjer_av(f"  {ord_['kolonner'][navn] + ':':<22}", visible(tekst).replace("\u00a0", " "))


def _linjer_av(foran: str, tekst: str) -> Sequence[str]:
    """Return a text with something in front of it, as lines that a terminal has room for."""
    if len(foran) + len(tekst) <= _BREDDE and tekst.isprintable() and not tekst.endswith(" "):
        return (foran + tekst,)  # as most are, and as `textwrap` would have it
    return textwrap.wrap(
        tekst,
        _BREDDE,
        initial_indent=foran,
        subsequent_indent=" " * 24,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _linjer(rad: Rad, o: Oversikt, ord_: Ord) -> Iterator[tuple[str, str]]:
    """Give the cells of a row, each with the name of its column."""
    if rad.lest:
        om = (ord_.status(rad), ord_.gjelder(rad), ord_.igjen(rad, o.i_dag))
        yield "gjelder", ", ".join(del_ for del_ in om if del_ not in ("", INGEN))
    yield "haster", ", ".join(ord_.haster(rad, o))
    yield "signert", ord_.datering(rad.signert)
    yield "politikontakt", "; ".join(map(ord_.kontakt, rad.politikontakter))
    yield "leder", rad.leder
    if rad.møte:
        yield "møte", ord_.møte(rad.møte)
        yield "innkalling", ord_.dag(rad.møte.innkallingsfrist) if rad.møte.innkallingsfrist else ""
    yield "evaluering", rad.evaluering.tekst if rad.evaluering else ""
    yield "revisjon", rad.revisjon.tekst if rad.revisjon else ""
    for tiltak in rad.tiltak:
        yield "tiltak", ord_.oppgave(tiltak)
    for oppgave in rad.oppgaver:
        yield "oppgaver", ord_.oppgave(oppgave)
    yield "funn", ord_.funn(rad.funn)


_FLEST_NAVN = 10


def _de_første(navn: Sequence[str]) -> str:
    """Return the names, not so many of them that nobody reads on."""
    vist = [*navn[:_FLEST_NAVN], *([f"{len(navn) - _FLEST_NAVN} til"] if len(navn) > _FLEST_NAVN else [])]
    return liste(vist)


def _sammendrag(o: Oversikt, ord_: Ord) -> Iterator[str]:
    antall = o.antall
    deler = [ord_.fylt("antall_avtaler", antall=len(o.rader))]
    deler += [ord_.fylt(f"antall_{h.value}", antall=antall[h], frist=o.frist) for h in Hast if antall[h]]
    yield emphasised(f"{deler[0]}: {', '.join(deler[1:])}." if deler[1:] else f"{deler[0]}.")
    if funn := ord_.funn(o.funn):
        yield f"{ord_['kolonner']['funn']}: {funn}."
    for dekning in o.dekninger:
        if dekning.mangler:
            yield from textwrap.wrap(
                f"{ord_.fylt('antall_mangler', antall=len(dekning.mangler), distrikt=dekning.distrikt)}: "
                f"{_de_første(dekning.mangler)}.",
                _BREDDE,
            )
            if dekning.usikker:
                yield str(ord_["usikker"])
    if o.ikke_lest:
        yield f"{ord_.fylt('antall_ikke_lest', antall=o.ikke_lest)}."

"""The change note: what has changed between two editions of an agreement, fit to lay before those who decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from avtalegen.dokument.innhold import Block, Document, Heading, Items, Paragraph, Text
from avtalegen.komponering.mal.view import view
from avtalegen.komponering.markdown.verdier import printable
from avtalegen.komponering.papirer import Endret, Endringsavsnitt, Endringspunkt
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.datering import dagen
from avtalegen.modell.former import Målform
from avtalegen.modell.ufylt import er_ufylt
from avtalegen.utgaver.endringer.endring import Endring
from avtalegen.utgaver.endringer.fortelling import fortell
from avtalegen.utgaver.endringer.ledd import mønster
from avtalegen.utgaver.endringer.ord import Ord, i_målform
from avtalegen.utgaver.endringer.saerlige import perioden_i_ord
from avtalegen.utgaver.endringer.sammenligning import sammenlign
from avtalegen.utgaver.endringer.setning import Avsnitt, Setning

__all__ = ["Endret", "Notat", "for_papirer", "linjene", "notat", "som_dokument", "som_tekst"]


_FORMELT = (
    *(("avtale", navn) for navn in ("status", "dato", "saksnummer", "erstatter")),
    ("parter", "kommuner", "vedtak"),
    ("parter", "fylkeskommune", "vedtak"),
    ("parter", "andre", "vedtak"),
    ("signaturer", "dato"),
    ("oppgaver",),
)
"""What is no change in what the parties have agreed on."""


class Notat(NamedTuple):
    """A change note: its title, which agreement it is about, the two editions in a few words, and the changes.

    `endringer` are what the sentences tell of. `dato` is the day of the new edition as an ISO date, when it has one.
    """

    målform: Målform
    tittel: str
    undertittel: str
    parter: str
    linjer: tuple[tuple[str, str], ...]
    avsnitt: tuple[Avsnitt, ...]
    ingen: str
    endringer: tuple[Endring, ...]
    dato: str | None


def notat(gammel: Avtale, ny: Avtale, målform: Målform | None = None) -> Notat:
    """Return the change note of two editions, in the målform of the new one when no other is asked for."""
    ord_ = i_målform(målform or ny.avtale.målform)
    endringer = sammenlign(gammel, ny)
    sett = view(ny, ord_.språk)
    utgaver = [(ord_["ny_utgave"], _utgave(ny, ord_)), (ord_["gammel_utgave"], _utgave(gammel, ord_))]
    dag = dagen(ny.avtale.dato)
    return Notat(
        ord_.målform,
        ord_["tittel"],
        ny.avtale.tittel or ord_.språk.ord["tittel" if sett["kommuner"] else "tittel_fylkeskommune"],
        ord_.språk.liste([sett["kommunenavn"], sett["distrikt"], *(part.navn for part in sett["også_parter"])]),
        tuple(utgaver),
        fortell(gammel, ny, endringer, ord_.målform),
        ord_["ingen"],
        endringer,
        dag.isoformat() if dag else None,
    )


def for_papirer(gammel: Avtale, ny: Avtale) -> Endret:
    """Return what tells a paper what has changed between two editions: the same sentences as in the note.

    What the case itself is about, is left out: how far the agreement has come, its day and number, and who signed.
    """

    def endret(målform: Målform) -> tuple[Endringsavsnitt, ...]:
        avsnitt = [
            Endringsavsnitt(ett.tittel, tuple(_punkt(en) for en in ett.setninger if not _formelt(en)))
            for ett in notat(gammel, ny, målform).avsnitt
        ]
        return tuple(ett for ett in avsnitt if ett.punkter)

    return endret


def _formelt(setning: Setning) -> bool:
    return all(any(mønster(en.sted)[: len(sted)] == sted for sted in _FORMELT) for en in setning.alle)


def _punkt(setning: Setning) -> Endringspunkt:
    return Endringspunkt(setning.tekst, tuple(map(_punkt, setning.under)))


def _utgave(avtale: Avtale, ord_: Ord) -> str:
    """Return which edition it is: how far it has come, its day, and how long it lasts."""
    data = avtale.avtale
    status = ord_.språk.ord["status"][data.status.value]
    dag = ord_.språk.dato(data.dato) if data.dato else ""
    dato = "" if not dag or er_ufylt(dag) else ord_["datert"].format(dag=dag)
    return ", ".join(filter(None, (status, dato, perioden_i_ord(avtale.periode, ord_))))


def som_tekst(notat: Notat) -> str:
    """Return the note as plain text, a sentence on each line."""
    hode = [notat.tittel, notat.undertittel, "", *(f"{navn}: {verdi}" for navn, verdi in notat.linjer)]
    deler = [hode]
    for avsnitt in notat.avsnitt:
        deler.append([avsnitt.tittel, *(f"{'  ' * dybde}- {tekst}" for dybde, tekst in linjene(avsnitt.setninger))])
    if not notat.avsnitt:
        deler.append([notat.ingen])
    return "\n\n".join("\n".join(_på_en_linje(linje) for linje in del_) for del_ in deler) + "\n"


def linjene(setninger: Sequence[Setning], dybde: int = 0) -> Iterator[tuple[int, str]]:
    """Give the sentences one by one, with how many others each stands under."""
    for setning in setninger:
        yield dybde, setning.tekst
        yield from linjene(setning.under, dybde + 1)


def _på_en_linje(tekst: str) -> str:
    innrykk = len(tekst) - len(tekst.lstrip(" "))
    return " " * innrykk + " ".join(printable(tekst).split())


def som_dokument(notat: Notat) -> Document:
    """Return the note as a document, for the writers."""
    ord_ = i_målform(notat.målform)
    blokker: list[Block] = []
    for nr, avsnitt in enumerate(notat.avsnitt):
        blokker.append(Heading(f"endret-{nr}", 1, _tekst(avsnitt.tittel), numbered=False))
        blokker.append(_liste(f"endret-{nr}-liste", avsnitt.setninger))
    if not blokker:
        blokker.append(Paragraph("endret-ingen", _tekst(notat.ingen)))
    return Document(
        language=notat.målform.språkkode,
        title=printable(notat.tittel),
        subtitle=printable(notat.undertittel),
        author=printable(notat.parter),
        subject=printable(notat.tittel),
        date=notat.dato,
        header=printable(notat.parter),
        page_label=ord_["side"],
        facts=tuple((navn, printable(verdi)) for navn, verdi in notat.linjer),
        blocks=tuple(blokker),
    )


def _liste(id_: str, setninger: Sequence[Setning]) -> Items:
    punkter: list[tuple[Block, ...]] = []
    for nr, setning in enumerate(setninger):
        her = f"{id_}-{nr}"
        tekst = Paragraph(her, _tekst(setning.tekst), lead=bool(setning.under))
        punkter.append((tekst, _liste(f"{her}-under", setning.under)) if setning.under else (tekst,))
    return Items(id_, tuple(punkter))


def _tekst(tekst: str) -> tuple[Text, ...]:
    return (Text(printable(tekst)),)

"""An agreement composed once more, to see what it would say: the text, and the value behind each piece of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from avtalegen import flyt, register
from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.maler import INGEN, Maler
from avtalegen.funn.begge import Begge, begge
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Rute, Severity
from avtalegen.henting.enheter import Enhet, enheter, med_spor
from avtalegen.henting.word import read
from avtalegen.lesing import Inherited, Node, to_data
from avtalegen.lesing import Mapping as TreeMapping
from avtalegen.lesing.arv import Files
from avtalegen.register import nummer_i_dag
from avtalegen.regler import Valg
from avtalegen.skrivere.word.deler import read_parts
from avtalegen.skrivere.word.tekst import Section
from avtalegen.tilbake.tre import Data

_FIL = "avtale.yaml"
_ARV = "arv"  # what is inherited stands in the data already


_AVTALEN = Bestilling()


class Utgave(NamedTuple):
    """What an agreement says: the text as a Word file has it, and its units with the values that they show."""

    data: Data
    sections: tuple[Section, ...]
    enheter: tuple[Enhet, ...]


@dataclass(frozen=True)
class Komponist:
    """Composes agreements in the way that one document was made: which paper, in which målform, with which templates.

    `valg` are those that the rules were held against: the day chooses the meeting that a paper is about.
    """

    bestilling: Bestilling = _AVTALEN
    egne: Maler = INGEN
    valg: Valg | None = None

    def lag(self, data: Data) -> Utgave | tuple[Diagnostic, ...]:
        """Return the agreement composed, or what stands in the way."""
        # What the rules find doesn't change the text; the day chooses the meeting of a paper.
        valg = None if self.bestilling.dokument is Papir.AVTALE else self.valg
        checked = flyt.check(_som_yaml(data), _FIL, valg)
        bestilling = self.bestilling._replace(format="docx", spor=True, med_kilde=False, med_funn=False)
        try:
            made = flyt.make(checked, bestilling, _ingen, self.egne)
        except AvtalegenError as error:
            return error.diagnostics
        if made.data is None or made.document is None or made.steder is None:
            return tuple(d for d in made.diagnostics if d.severity is Severity.FEIL)
        parts = read_parts(made.data)
        assert parts is not None
        sections = read(parts).sections
        alle = med_spor(enheter(sections), made.document, made.steder.spor)
        return Utgave(data, sections, tuple(alle))


def _som_yaml(data: Data) -> bytes:
    """Return the data as YAML without a picture, which says nothing in the text."""
    avtale = data.get("avtale")
    if isinstance(avtale, dict) and "våpen" in avtale:
        data = {**data, "avtale": {navn: verdi for navn, verdi in avtale.items() if navn != "våpen"}}
    return json.dumps(data, ensure_ascii=False).encode()


def _ingen(_fil: str, navn: str) -> bytes:
    raise AvtalegenError(Begge(f"«{navn}» er ikke med.", f"«{navn}» er ikkje med."))


class Kilde(NamedTuple):
    """An agreement as data with what it inherits, and in which file each inherited part of it is written."""

    data: Data
    arvet: Mapping[Rute, str]
    kommuner: Mapping[str, str]

    def fil(self, rute: Rute) -> str | None:
        """Return the file that a value is inherited from, None when it is the agreement's own."""
        return next((self.arvet[rute[:slutt]] for slutt in range(len(rute), 0, -1) if rute[:slutt] in self.arvet), None)


def kilde(data: bytes, fil: str, filer: Files | None) -> Kilde:
    """Return an agreement as data; `filer` are those that it may inherit from.

    Raises `AvtalegenError` with the first thing that is wrong when it can't be read as an agreement.
    """
    checked = flyt.check(data, fil, files=filer)
    root = checked.source.root
    if checked.avtale is None or root is None:
        først = next(d for d in checked.diagnostics if d.severity is Severity.FEIL)
        linje = først.span.line
        raise AvtalegenError(
            Begge(
                f"«{fil}» kan ikke leses som en avtale. Linje {linje}: ",
                f"«{fil}» kan ikkje lesast som ein avtale. Linje {linje}: ",
            )
            + (begge(først.message) + " " + (først.hint or "")),
            checked.diagnostics,
        )
    plain = to_data(root)
    assert isinstance(plain, dict)
    kommuner = {en.kommunenummer: en.navn or en.kommunenummer for en in checked.avtale.parter.kommuner}
    kommuner |= {nummer: kjent.navn for nummer in kommuner if (kjent := register.kommune(nummer))}
    return Kilde({navn: verdi for navn, verdi in plain.items() if navn != _ARV}, dict(_arvet(root, ())), kommuner)


def i_dag(av: Kilde) -> Kilde:
    """Return an agreement with the numbers that its kommuner have today: one with a lapsed number can't be composed."""
    parter = av.data.get("parter")
    if not isinstance(parter, dict) or "kommuner" not in parter:
        return av
    data = {**av.data, "parter": {**parter, "kommuner": _nummer_i_dag(parter["kommuner"])}}
    return av._replace(data=data, kommuner={nummer_i_dag(nummer): navn for nummer, navn in av.kommuner.items()})


def _nummer_i_dag(skrevet: Data) -> Data:
    if isinstance(skrevet, list):
        return [_nummer_i_dag(en) for en in skrevet]
    if isinstance(skrevet, dict):
        return {navn: nummer_i_dag(en) if navn == "kommunenummer" and en else en for navn, en in skrevet.items()}
    return nummer_i_dag(skrevet) if isinstance(skrevet, str) else skrevet


def _arvet(node: Node, rute: Rute) -> Iterator[tuple[Rute, str]]:
    """Give what is inherited; of a list all of it is, or none."""
    if isinstance(node, TreeMapping):
        for navn, entry in node.entries.items():
            if isinstance(entry, Inherited):
                yield (*rute, navn), entry.file
            yield from _arvet(entry.value, (*rute, navn))

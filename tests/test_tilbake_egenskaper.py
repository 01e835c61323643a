"""What holds whatever is changed in a document: the file says what was promised, and all that differs is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from avtalegen.henting.enheter import Enhet
from avtalegen.skrivere.word.tekst import MARGINS, Section
from avtalegen.tilbake import tilbake
from avtalegen.tilbake.fil import skrevet
from avtalegen.tilbake.utgave import Komponist, Utgave, kilde
from tests.grundig import antall, noen_raskt
from tests.redigerte_dokumenter import FLAKSTAD, HALLINGDAL, MALVIK, RIK, RIK_NYNORSK, SARPSBORG
from tests.test_tilbake_tabell import ulike

ORD = ("ny", "felles", "Kari Nes", "skolen", "to", "hvert år", "1. mai 2027", "og annet", "")
Endret = tuple[Section, ...]


def endret(utgave: Utgave, tilfeldig: Random) -> Endret:
    """The text with some things changed, gone and come, as people do it and as they don't."""
    ny = utgave.sections
    steder = _steder(ny)
    for nr in sorted(tilfeldig.sample(range(len(steder)), tilfeldig.randint(1, 5)), reverse=True):
        (seksjon, plass), enhet = steder[nr], utgave.enheter[nr]
        måte = tilfeldig.choice("vvvvvdi")
        if måte == "v" or plass < 0:
            ny = _med(ny, seksjon, plass, _skrevet_over(enhet, tilfeldig))
            continue
        items = ny[seksjon].items
        nytt = items[plass]
        nytt = f"Nytt om {tilfeldig.choice(ORD)}" if isinstance(nytt, str) else tuple(f"n{n}" for n in range(len(nytt)))
        items = (*items[: plass + (måte == "i")], *([nytt] if måte == "i" else []), *items[plass + 1 :])
        ny = (*ny[:seksjon], ny[seksjon]._replace(items=items), *ny[seksjon + 1 :])
    return ny


def _steder(sections: Sequence[Section]) -> list[tuple[int, int]]:
    steder = []
    for nr, section in enumerate(sections):
        if section.level or section.heading != MARGINS:
            steder += [(nr, -1)] if section.level else []
            steder += [(nr, plass) for plass in range(len(section.items))]
    return steder


def _skrevet_over(enhet: Enhet, tilfeldig: Random) -> tuple[str, ...]:
    verdier = [(nr, s) for nr, spenn in enumerate(enhet.spenn) for s in spenn if not s.valgt]
    if not verdier:
        return (f"{enhet.celler[0]} {tilfeldig.choice(ORD)}".strip(), *enhet.celler[1:])
    nr, s = tilfeldig.choice(verdier)
    celle, ord_ = enhet.celler[nr], tilfeldig.choice(ORD)
    var = celle[s.fra : s.til]
    er = tilfeldig.choice([ord_, f"{var} {ord_}", f"{ord_} {var}", " ".join([*var.split(" ")[:-1], ord_])])
    ny = " ".join(f"{celle[: s.fra]}{er}{celle[s.til :]}".split())
    return tuple(ny if n == nr else en for n, en in enumerate(enhet.celler))


def _med(sections: Endret, nr: int, plass: int, celler: tuple[str, ...]) -> Endret:
    section = sections[nr]
    if plass < 0:
        section = section._replace(heading=celler[0])
    else:
        item = celler[0] if isinstance(section.items[plass], str) else celler
        section = section._replace(items=(*section.items[:plass], item, *section.items[plass + 1 :]))
    return (*sections[:nr], section, *sections[nr + 1 :])


@pytest.mark.parametrize(
    "fil", noen_raskt([FLAKSTAD, HALLINGDAL, MALVIK, SARPSBORG, RIK, RIK_NYNORSK], [FLAKSTAD]), ids=lambda fil: fil.stem
)
def test_the_file_says_what_was_promised_and_all_that_differs_is_listed(fil: Path) -> None:
    komponist, innhold = Komponist(), kilde(fil.read_bytes(), str(fil), None)
    utgave = komponist.lag(innhold.data)
    assert isinstance(utgave, Utgave)
    for frø in range(antall(2, 60)):
        ny = endret(utgave, Random(f"{fil.stem} {frø}"))
        svar = tilbake(komponist, utgave, utgave.sections, ny)
        fila = skrevet(fil.read_bytes(), str(fil), innhold.data, svar.endringer)
        assert fila.ikke == (), frø
        laget = komponist.lag(kilde(fila.data, str(fil), None).data)
        assert isinstance(laget, Utgave), frø
        assert laget.sections == svar.utgave.sections, frø
        assert ulike(laget.sections, ny) == Counter((sted.nå, sted.blir) for sted in svar.rest), frø

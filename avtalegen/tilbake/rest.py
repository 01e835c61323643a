"""What differs still when all that can be brought back is: each place with the reason, so nothing is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute
from avtalegen.henting.enheter import Enhet, margene
from avtalegen.henting.forskjell import under
from avtalegen.henting.par import par, på_plass
from avtalegen.henting.samstilling import Pair
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.skrivere.word.tekst import MARGINS, Section
from avtalegen.tilbake.forslag import EXHAUSTED, LEFT, OURS, UNEQUAL, UNREADABLE, Forslag
from avtalegen.tilbake.like import jevnet
from avtalegen.tilbake.utgave import Utgave

Slag = Literal["ikke ført", "følge"]
"""Changed in the document and not brought back; changed by what is brought back, and not in the document."""

NEW = Begge(
    "Avsnittet er nytt, og hører ikke til noen liste i YAML-filen.",
    "Avsnittet er nytt, og høyrer ikkje til noka liste i YAML-fila.",
)
GONE = Begge(
    "Avsnittet er tatt bort. Ordene er avtalegens egne, eller verdien trengs et annet sted.",
    "Avsnittet er teke bort. Orda er avtalegen sine eigne, eller verdien trengst ein annan stad.",
)
FOLLOWS = Begge("Dette følger av endringene over.", "Dette følgjer av endringane over.")
CAPITAL = Begge(
    "Store og små bokstaver skriver avtalegen på sin måte.", "Store og små bokstavar skriv avtalegen på sin måte."
)
FORM = Begge("Datoer, tall og tegn skriver avtalegen på sin måte.", "Datoar, tal og teikn skriv avtalegen på sin måte.")
REPHRASED = Begge(
    "Verdiene er ført tilbake, men da skriver avtalegen setningen på en annen måte.",
    "Verdiane er ført tilbake, men då skriv avtalegen setninga på ein annan måte.",
)
PARTLY = Begge("Bare en del av dette kunne føres tilbake.", "Berre ein del av dette kunne førast tilbake.")
MARGIN = Begge(
    "Toppteksten og bunnteksten lages av verdiene i avtalen.",
    "Toppteksten og botnteksten blir laga av verdiane i avtalen.",
)
STRUCK = Begge(
    "Teksten er strøket over eller skjult, men står der ennå. Skal den bort, sletter du den i Word og kjører på nytt.",
    "Teksten er stroken over eller gøymd, men står der enno. Skal han bort, slettar du han i Word og køyrer på nytt.",
)
_TEKST = "tekst"
_WORD = re.compile(r"\w+")


class Sted(NamedTuple):
    """A place where the document made of the new YAML says something else than the edited one, and why.

    `før` is what it said, `nå` what the edited document says, `blir` what the new one will say; None where it has no
    such place. `ruter` are values that it is about, and `tilbud` the field for own words in that part of the agreement.
    """

    slag: Slag
    sti: tuple[str, ...]
    før: str | None
    nå: str | None
    blir: str | None
    grunn: str
    ruter: tuple[Rute, ...] = ()
    tilbud: Rute | None = None


class Svar(NamedTuple):
    """What became of the units of a document: which belong together, and why changes in them could not be taken."""

    gamle: Sequence[Enhet]
    nye: Sequence[Enhet]
    pairs: Sequence[Pair]
    uførte: Mapping[int, str]
    tatt: Sequence[Forslag]
    avvist: Sequence[tuple[Forslag, str]]


def resten(svar: Svar, gammel: Sequence[Section], ny: Sequence[Section], utgave: Utgave) -> Iterator[Sted]:
    """Give where `utgave`, composed with all the changes, still says something else than the edited text `ny`.

    `gammel` is what it said without them.
    """
    var = {enhet.celler for enhet in svar.gamle}
    gammel_av = {b: a for a, b in svar.pairs if a is not None and b is not None}
    # All that has been changed there is explained.
    helt = {b for ett in svar.tatt for b in ett.nye} - {*svar.uførte, *(b for ett, _ in svar.avvist for b in ett.nye)}
    for a, b in på_plass(par(utgave.sections, ny), utgave.enheter, svar.nye):
        blir, nå = None if a is None else utgave.enheter[a], None if b is None else svar.nye[b]
        if blir is not None and nå is not None and blir.celler == nå.celler:
            continue
        før = svar.gamle[gammel_av[b]] if b in gammel_av else None
        if før.celler == nå.celler if før and nå else nå is None and blir is not None and blir.celler not in var:
            # Nobody has touched it in the document.
            yield _sted("følge", nå, blir, før, FOLLOWS, svar)
        elif nå and blir and nå.tekst.casefold() == blir.tekst.casefold():
            yield _sted("følge", nå, blir, før, CAPITAL, svar)
        elif nå and blir and jevnet(nå.tekst) == jevnet(blir.tekst):
            yield _sted("følge", nå, blir, før, FORM, svar)
        elif b in helt and nå and blir and not _tapt(før, nå, blir):
            yield _sted("følge", nå, blir, før, REPHRASED, svar)
        else:
            grunn, ruter = _grunn(svar, b, nå, blir)
            yield _sted("ikke ført", nå, blir, før or blir, grunn, svar)._replace(ruter=ruter)
    yield from _rundt(gammel, ny, utgave)


def _tapt(før: Enhet | None, nå: Enhet, blir: Enhet) -> bool:
    """Tell whether a word that has been typed doesn't come, or one that has been taken away stays."""
    var, er, nye = (Counter(_WORD.findall(jevnet(enhet.tekst) if enhet else "")) for enhet in (før, nå, blir))
    return bool((er - var) - nye or (var - er) & (nye - er))


def _sted(slag: Slag, nå: Enhet | None, blir: Enhet | None, før: Enhet | None, grunn: str, svar: Svar) -> Sted:
    her = nå or blir
    assert her is not None
    tilbud = tilbudet(svar.gamle, her.sti) if slag == "ikke ført" else None
    return Sted(slag, her.sti, _tekst(før), _tekst(nå), _tekst(blir), grunn, (), tilbud)


def _tekst(enhet: Enhet | None) -> str | None:
    return None if enhet is None else enhet.tekst


def _grunn(svar: Svar, b: int | None, nå: Enhet | None, blir: Enhet | None) -> tuple[str, tuple[Rute, ...]]:
    for forslag, grunn in svar.avvist:
        if (b is not None and b in forslag.nye) or (
            b is None and blir is not None and any(svar.gamle[a].celler == blir.celler for a in forslag.gamle)
        ):
            if not forslag.måter and not forslag.konflikt:
                break
            return _forklart(svar, forslag, grunn), forslag.ruter
    if b is not None and b in svar.uførte:
        return svar.uførte[b], ()
    if b is not None and any(b in ett.nye for ett in svar.tatt):
        return PARTLY, ()
    return (GONE if nå is None else NEW if blir is None else OURS), ()


def _forklart(svar: Svar, forslag: Forslag, grunn: str) -> Begge:
    if grunn == UNEQUAL:
        return Begge(
            f"Verdien vises flere steder, og stedene sier ikke lenger det samme: «{forslag.nå}».",
            f"Verdien står fleire stader, og stadene seier ikkje lenger det same: «{forslag.nå}».",
        )
    if grunn.startswith(LEFT):
        sti = under(svar.nye[int(grunn.removeprefix(LEFT))].sti)
        return Begge(
            f"Den samme verdien vises også under «{sti}», og der er den ikke endret.",
            f"Den same verdien står også under «{sti.nn}», og der er han ikkje endra.",
        )
    if grunn == EXHAUSTED:
        return Begge(
            "Det er flere endringer i dokumentet enn avtalegen prøver. Resten må føres inn for hånd.",
            "Det er fleire endringar i dokumentet enn avtalegen prøver. Resten må førast inn for hand.",
        )
    if grunn == UNREADABLE:
        return likt("Ingen måte å skrive verdien på gir denne teksten.")
    return Begge("Verdien kan ikke skrives slik. ", "Verdien kan ikkje skrivast slik. ") + grunn


def _rundt(gammel: Sequence[Section], ny: Sequence[Section], utgave: Utgave) -> Iterator[Sted]:
    var, er, blir = margene(gammel), margene(ny), margene(utgave.sections)
    if er in (var, blir):
        return
    borte, kommet = [en for en in var if en not in er], [en for en in er if en not in var]
    for nr in range(max(len(borte), len(kommet))):
        før, nå = (rekke[nr] if nr < len(rekke) else None for rekke in (borte, kommet))
        yield Sted("ikke ført", (MARGINS,), før, nå, før, MARGIN)


def tilbudet(gamle: Sequence[Enhet], sti: tuple[str, ...]) -> Rute | None:
    """Return the field for own words in the part of the agreement that is told of under a heading."""
    for dybde in range(len(sti), 0, -1):
        under = [s.rute for enhet in gamle if enhet.sti[:dybde] == sti[:dybde] for s in enhet.alle]
        if telt := Counter(her for rute in under if (her := _med_tekst(rute)) is not None):
            return max(telt, key=lambda rute: telt[rute])
    return None


def _med_tekst(rute: Rute) -> Rute | None:
    """Return the way to the own words of the innermost part on a way that has any."""
    del_: type[Del] = Avtale
    funnet: Rute | None = None
    for nr, steg in enumerate(rute):
        if isinstance(steg, int):
            continue
        felt = del_.felter.get(steg)
        neste = del_i(felt.type) if felt else None
        if felt is None or neste is None:
            break
        del_ = neste
        if _TEKST in del_.felter:
            plass = tuple(en for en in rute[nr + 1 : nr + 2] if felt.mange and isinstance(en, int))
            funnet = (*rute[: nr + 1], *plass, _TEKST)
    return funnet

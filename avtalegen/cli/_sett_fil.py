"""The changes of one file by `avtalegen sett`: what is asked for as edits, with what the agreement inherits in mind."""

from __future__ import annotations

from typing import Any

from avtalegen.cli._sett_ruter import Ønske
from avtalegen.dokument.spor import vist
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError, Rute
from avtalegen.lesing import Sequence, parse
from avtalegen.lesing.arv import Files, Merged, merge
from avtalegen.lesing.redigering import Endring, Fjern, Sett, SettInn, les_verdi
from avtalegen.lesing.redigering.overstyring import Arvet, som_liste, ved


def endringer(data: bytes, fil: str, ønsker: list[Ønske], files: Files) -> list[Endring]:
    """Return the edits of an agreement that give what is asked for. What is inherited is overridden in it."""
    made: list[Endring] = []
    merged = _merged(data, fil, files)
    copied: set[Rute] = set()
    for ønske in ønsker:
        arvet = ved(merged.root, ønske.rute) if merged else Arvet(None, None, None)
        own = les_verdi(data, fil, ønske.rute) is not None
        if arvet.liste and arvet.liste[0] not in copied and (len(arvet.liste[0]) < len(ønske.rute) or ønske.legg_til):
            # A list is inherited whole or not at all: the agreement gets its own, and that is changed.
            copied.add(arvet.liste[0])
            made.append(Sett(*arvet.liste))
            own = True
        if ønske.verdi is None and not own and arvet.fil is not None:
            if not isinstance(arvet.node, Sequence):
                rute, der = vist(ønske.rute), arvet.fil
                raise AvtalegenError(
                    Begge(
                        f"{fil}: «{rute}» er arvet fra «{der}», og kan ikke tas bort i avtalen. "
                        "Ta det bort der med «--felles», eller sett en annen verdi.",
                        f"{fil}: «{rute}» er arva frå «{der}», og kan ikkje takast bort i avtalen. "
                        "Ta det bort der med «--felles», eller set ein annan verdi.",
                    )
                )
            made.append(Sett(ønske.rute, []))
        else:
            made.append(_endring(data, fil, ønske, made))
    return made


def felles_fil(data: bytes, fil: str, rute: Rute, files: Files) -> str:
    """Return the shared file that a route of an agreement is written in, or should be; raises when there is no such."""
    merged = _merged(data, fil, files)
    arvet = ved(merged.root, rute) if merged else Arvet(None, None, None)
    if arvet.fil is not None:
        return arvet.fil
    hva = vist(rute)
    if arvet.node is not None and les_verdi(data, fil, rute) is not None:
        raise AvtalegenError(
            Begge(
                f"{fil}: «{hva}» står i avtalen selv, og gjelder foran det som er felles. Utelat «--felles».",
                f"{fil}: «{hva}» står i avtalen sjølv, og gjeld framfor det som er felles. Utelat «--felles».",
            )
        )
    inherited = list(merged.texts) if merged else []
    if len(inherited) != 1:
        why = (
            Begge("Avtalen arver ikke fra noen fil.", "Avtalen arvar ikkje frå noka fil.")
            if not inherited
            else Begge(
                "Avtalen arver fra flere filer: oppgi filen selv.", "Avtalen arvar frå fleire filer: oppgi fila sjølv."
            )
        )
        nowhere = Begge(
            f"{fil}: «{hva}» står ikke i noen felles fil. ", f"{fil}: «{hva}» står ikkje i noka felles fil. "
        )
        raise AvtalegenError(nowhere + why)
    return inherited[0]


def i_felles(data: bytes, fil: str, ønsker: list[Ønske]) -> list[Endring]:
    """Return the edits of a shared file that give what is asked for."""
    made: list[Endring] = []
    for ønske in ønsker:
        made.append(_endring(data, fil, ønske, made))
    return made


def _endring(data: bytes, fil: str, ønske: Ønske, før: list[Endring]) -> Endring:
    if ønske.verdi is None:
        return Fjern(ønske.rute)
    if not ønske.legg_til:
        return Sett(ønske.rute, ønske.verdi)
    there: Any = les_verdi(data, fil, ønske.rute)
    for earlier in før:  # what an earlier change put in the same list comes before it
        if earlier.rute == ønske.rute and isinstance(earlier, Sett):
            there = earlier.verdi
    plass = len(som_liste(there))
    return SettInn(ønske.rute, plass + sum(isinstance(e, SettInn) and e.rute == ønske.rute for e in før), ønske.verdi)


def _merged(data: bytes, fil: str, files: Files) -> Merged | None:
    source = parse(data, fil)
    return merge(source, files) if source.root is not None else None

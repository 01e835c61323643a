"""What is too much for any file, told before it is put in one: reading it to learn that takes long."""

from __future__ import annotations

from collections.abc import Mapping

from avtalegen.funn.begge import Begge, i_nynorsk
from avtalegen.funn.diagnostic import Diagnostic, Span
from avtalegen.lesing import LIMITS, storrelse
from avtalegen.lesing.redigering.endringer import Endring, RedigeringFeil, Sett, SettInn, Verdi

_KODER = frozenset({"YML006", "YML007", "YML016"})


def nekt_for_mye(endring: Endring, sted: Span) -> None:
    """Raise `RedigeringFeil` for a change with a value that no file has room for."""
    if isinstance(endring, Sett | SettInn) and (funn := _for_mye(endring.verdi, sted)):
        raise feil(funn)


def i_filen(funn: tuple[Diagnostic, ...]) -> RedigeringFeil | None:
    """Return what is said when a file has come to have more in it than it may; None when it isn't that."""
    return next((feil(ett) for ett in funn if ett.code in _KODER), None)


def feil(funn: Diagnostic) -> RedigeringFeil:
    """Return a finding as the reason why a change can't be made."""
    hint = funn.hint or ""
    hva, råd = (Begge(text, i_nynorsk(text)) for text in (funn.message, hint))
    return RedigeringFeil(funn.span, hva, råd)


def _for_mye(verdi: Verdi, sted: Span) -> Diagnostic | None:
    antall = tegn = 0
    venter: list[tuple[Verdi, int]] = [(verdi, 1)]
    while venter:
        en, nivå = venter.pop()
        antall += 1
        if antall > LIMITS.nodes:
            return storrelse.too_many(sted, LIMITS.nodes, None)
        if nivå > LIMITS.depth:
            return storrelse.too_deep(sted, LIMITS.depth)
        if isinstance(en, str):
            if langt := LIMITS.passed_by(en):
                return storrelse.too_long(sted, *langt)
            tegn += LIMITS.size(en)
            if tegn > LIMITS.characters:
                return storrelse.too_much_text(sted, LIMITS.characters, None)
        elif isinstance(en, Mapping):
            venter += [(del_, nivå + 1) for par in en.items() for del_ in par]
        else:
            venter += [(del_, nivå + 1) for del_ in en]
    return None

"""The words of a language: ours, and those that a repository has in the place of some of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import Any

from avtalegen.dokument.maler import KJENTE_ORD, MALER, ORD, Maler
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.funn.ordlyd import mente_du
from avtalegen.lesing import Mapping, Node, Scalar, locate, parse
from avtalegen.lesing.ours import read_yaml

MAL = "MAL001"
"""The code of whatever is wrong with templates and words."""
KAN_ENDRES = ("tittel", "side", "utkast", "opphevet", "forside", "status", "underskrift", "vara", "telefon")
"""What a repository may say in other words in its `ord.yaml`. The rest is grammar, and our code relies on its form."""
_LONGEST_WORD = 200
_EMPTY, _NO_FIELDS = "YML009", "YML010"
_NEEDS_KEYS = Begge("Her skal det stå nøkler med ord.", "Her skal det stå nøklar med ord.")
_NONE = Begge("ingen ord i krøllparenteser", "ingen ord i krøllparentesar")
_PLACEHOLDER = re.compile(r"\{\w*\}")


def words(språk: str, egne: Maler) -> dict[str, Any]:
    """Return the words of a language, those of a repository ahead of ours."""
    return own_words(egne, språk)[0]


@cache
def _ours(språk: str) -> dict[str, Any]:
    """Return our words, which nobody changes: those of a repository are put in a copy."""
    return read_yaml(MALER / språk / ORD) | {"kjente": read_yaml(MALER / KJENTE_ORD)}


def finding(file: str, message: Begge, hint: Begge) -> Diagnostic:
    """Return a finding about a whole file of theirs."""
    return Diagnostic(MAL, Severity.FEIL, message, Span(file, 1, 1, 1, 1), hint)


def own_words(egne: Maler, språk: str) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Return the words of a language, those of a repository ahead of ours, and what is wrong with theirs."""
    ours = _ours(språk)
    text = egne.tekst(språk, ORD)
    if text is None:
        return ours, []
    file = egne.sti(språk, ORD)
    source = parse(text.encode(), file)
    if source.root is None or source.diagnostics:
        # What they say of a file without fields is about agreements.
        codes = {found.code for found in source.diagnostics}
        if codes == {_EMPTY}:
            return ours, []
        if codes == {_NO_FIELDS}:
            return ours, [finding(file, _NEEDS_KEYS, _velg(KAN_ENDRES))]
        return ours, [*source.diagnostics]
    found: list[Diagnostic] = []

    def wrong(route: tuple[str, ...], message: Begge, hint: Begge, *, key: bool = False) -> None:
        assert source.root is not None
        found.append(Diagnostic(MAL, Severity.FEIL, message, locate(file, source.root, route, key=key), hint))

    def merged(ours: Any, theirs: Node, route: tuple[str, ...], allowed: tuple[str, ...]) -> Any:
        if isinstance(ours, dict):
            if not isinstance(theirs, Mapping):
                wrong(route, _NEEDS_KEYS, _velg(allowed))
                return ours
            made = dict(ours)
            for name, entry in theirs.entries.items():
                if name in allowed:
                    made[name] = merged(ours[name], entry.value, (*route, name), _keys(ours[name]))
                    continue
                near = get_close_matches(name, allowed, n=1)
                what = (
                    Begge(f"«{name}» kan ikke endres her.", f"«{name}» kan ikkje endrast her.")
                    if name in ours
                    else Begge(f"«{name}» er ikke et av ordene i avtalen.", f"«{name}» er ikkje eit av orda i avtalen.")
                )
                wrong((*route, name), what, mente_du(near[0]) if near else _velg(allowed), key=True)
            return made
        if not isinstance(theirs, Scalar) or not theirs.value or len(theirs.value) > _LONGEST_WORD:
            name = route[-1]
            short = Begge(f"«{name}» skal være en kort tekst.", f"«{name}» skal vere ein kort tekst.")
            wrong(route, short, _vårt(ours))
            return ours
        places = [*dict.fromkeys(_PLACEHOLDER.findall(ours))]
        if {*_PLACEHOLDER.findall(theirs.value)} != {*places}:
            told = likt(" og ".join(places)) if places else _NONE
            name = route[-1]
            wrong(route, Begge(f"«{name}» skal ha {told}.", f"«{name}» skal ha {told.nn}."), _vårt(ours))
            return ours
        return theirs.value

    return merged(ours, source.root, (), KAN_ENDRES), found


def _velg(names: Iterable[str]) -> Begge:
    alle = ", ".join(names)
    return Begge(f"Velg blant: {alle}.", f"Vel mellom: {alle}.")


def _vårt(ours: str) -> Begge:
    return likt(f"Hos avtalegen står det «{ours}».")


def _keys(table: object) -> tuple[str, ...]:
    return tuple(table) if isinstance(table, dict) else ()

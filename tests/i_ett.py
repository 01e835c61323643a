"""Many small cases in one test: what pytest does around a test takes longer than most of these do."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from _pytest.mark import ParameterSet


def i_ett(
    navn: str | tuple[str, ...], tilfeller: Iterable[Any] | Callable[[], Iterable[Any]], ids: Any = None
) -> Callable[[Any], Any]:
    """Do as `pytest.mark.parametrize`, in one test: it tries all the cases, and tells of each that fails.

    Only for a test that leaves nothing behind for the next case: what else it asks for, is the same for all. It has
    the cases as `tilfeller`, unless they are a function: those that take their time to find are found when the test
    is run, for each process collects all the tests.
    """
    flere = not isinstance(navn, str)
    navnene = (*navn,) if flere else (navn,)

    def funnet(tilfeller: Iterable[Any]) -> list[tuple[Any, ...]]:
        alle = [(*en.values,) if isinstance(en, ParameterSet) else (*en,) if flere else (en,) for en in tilfeller]
        assert alle, "there are no cases"
        return alle

    kjente = None if callable(tilfeller) else funnet(tilfeller)

    def gjør(test: Any) -> Any:
        @wraps(test)
        def prøv_alle(**felles: Any) -> None:
            alle = funnet(tilfeller()) if callable(tilfeller) else kjente or []
            feil: list[Exception] = []
            for en in alle:
                try:
                    test(**dict(zip(navnene, en, strict=True)), **felles)
                except Exception as error:
                    error.add_note(f"Tilfellet er {ids(*en) if callable(ids) and len(en) == 1 else en!r}")
                    feil.append(error)
            if feil:
                raise ExceptionGroup(f"{len(feil)} av {len(alle)} tilfeller", feil)

        signatur = inspect.signature(test)
        resten = [par.replace(kind=par.KEYWORD_ONLY) for par in signatur.parameters.values() if par.name not in navnene]
        prøv_alle.__signature__ = signatur.replace(parameters=resten)  # type: ignore[attr-defined]
        prøv_alle.tilfeller = kjente  # type: ignore[attr-defined]
        return prøv_alle

    return gjør

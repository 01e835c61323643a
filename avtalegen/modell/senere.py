"""Patterns that are made when somebody has a use for them, and not when they are read."""

import re
from typing import Any, cast

_LÅNT = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "pattern")


class _Senere:
    def __init__(self, uttrykk: str, flagg: int) -> None:
        self._uttrykk = uttrykk
        self._flagg = flagg

    def __getattr__(self, navn: str) -> Any:
        if navn not in _LÅNT:
            raise AttributeError(navn)
        ferdig = re.compile(self._uttrykk, self._flagg)
        for lånt in _LÅNT:
            setattr(self, lånt, getattr(ferdig, lånt))
        return getattr(ferdig, navn)


def senere(uttrykk: str, flagg: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled the first time that it is used, as fast as any other from then on.

    Most agreements have a use for a third of our patterns.
    """
    return cast("re.Pattern[str]", _Senere(uttrykk, flagg))

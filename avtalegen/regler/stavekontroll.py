"""Spelling by the system's hunspell with its dictionaries for bokmål and nynorsk, where they are installed.

No rule stands here: SPR104 asks what whoever runs the rules has opened (`Valg.stavekontroll`).

The dictionaries are GPL and never come with avtalegen. A dictionary takes a tenth of a second to load and a suggestion
to make some hundredths, so there is one process for each målform in a run, and a word is asked for once.
"""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from types import TracebackType
from typing import IO, Self

from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.modell.senere import senere

ORDBØKER = {"bokmål": "nb_NO", "nynorsk": "nn_NO"}
"""The dictionary of each målform, as hunspell knows it."""

_ET_ORD = senere(r"[^\W\d_]+")


class Stavekontroll:
    """Tells which words of a text are in no dictionary. Made by `åpne`, and to be closed after use."""

    def __init__(self, prosesser: dict[str, subprocess.Popen[str]]) -> None:
        self._prosesser = prosesser
        self._kjente: dict[str, dict[str, bool]] = {målform: {} for målform in prosesser}

    def __call__(self, målform: str, tekst: str) -> list[str]:
        """Return the words of `tekst` that the dictionary of `målform` («bokmål», «nynorsk») hasn't, each once.

        A word is an unbroken row of letters. Raises `AvtalegenError` when hunspell no longer answers.
        """
        ordene = list(dict.fromkeys(_ET_ORD.findall(tekst)))
        kjente = self._kjente[målform]
        if nye := [ord_ for ord_ in ordene if ord_ not in kjente]:
            ukjente = self._spør(målform, nye)
            kjente.update((ord_, ord_ not in ukjente) for ord_ in nye)
        return [ord_ for ord_ in ordene if not kjente[ord_]]

    def _spør(self, målform: str, ordene: list[str]) -> set[str]:
        inn, ut = _rør(self._prosesser[målform])
        ukjente = set()
        try:
            # «^» keeps a line from being read as a command. The answer ends with an empty line.
            inn.write(f"^{' '.join(ordene)}\n")
            inn.flush()
            while (svar := ut.readline()) not in ("\n", ""):
                if svar[0] in "&#?":
                    ukjente.add(svar.split(" ", 2)[1])
        except OSError:
            svar = ""
        if not svar:
            raise AvtalegenError("Stavekontrollen sluttet å svare. Kjør på nytt, eller kjør uten stavekontroll.")
        return ukjente

    def lukk(self) -> None:
        """End the processes."""
        for prosess in self._prosesser.values():
            for rør in _rør(prosess):
                # A process that has died leaves what was written to it behind.
                with suppress(OSError):
                    rør.close()
            prosess.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, art: type[BaseException] | None, feil: BaseException | None, spor: TracebackType | None) -> None:
        self.lukk()


def åpne() -> Stavekontroll | None:
    """Return a `Stavekontroll`, or None when hunspell or one of the two dictionaries isn't installed."""
    program = shutil.which("hunspell")
    if program is None:
        return None
    prosesser = {målform: _start(program, ordbok) for målform, ordbok in ORDBØKER.items()}
    kontroll = Stavekontroll(prosesser)
    # hunspell presents itself when it has read the dictionary, and ends without a word when it can't. Both are
    # heard: else the other one is stopped before it has begun.
    hilsener = [_rør(prosess)[1].readline() for prosess in prosesser.values()]
    if not all(hilsener):
        kontroll.lukk()
        return None
    return kontroll


def _start(program: str, ordbok: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [program, "-i", "utf-8", "-d", ordbok, "-a"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
    )


def _rør(prosess: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    assert prosess.stdin is not None
    assert prosess.stdout is not None
    return prosess.stdin, prosess.stdout

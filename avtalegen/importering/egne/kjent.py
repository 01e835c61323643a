"""Whether a document is one of our own: by the headings and the sentences of the templates."""

from __future__ import annotations

import re
from functools import cache

from avtalegen.dokument.maler import MALER
from avtalegen.importering.kilde import Kilde
from avtalegen.importering.utsnitt import som_lest
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.senere import senere

_SPRÅK = ("nb", "nn")
_OVERSKRIFTER, _SETNINGER = 2, 2
"""So many of our headings, and so many pieces of our sentences, must a document have to be read as ours."""
LENGSTE_OVERSKRIFT = 120
NUMMER = senere(r"\d{1,2}(?:\.\d{1,2})*\.?[\s\t]+(?=\S)")
"""The number in front of a heading of ours."""
_KORTEST = 40
"""Characters of a piece of a sentence that hardly anybody else has written."""


def språket(kilde: Kilde) -> str | None:
    """Return the language of the templates whose headings and sentences a document has."""
    linjer = [som_lest(linje.tekst) for linje in kilde.linjer]
    tekst = _samlet("\n".join(linjer))
    overskrifter = {_uten_nummer(linje).casefold() for linje in linjer if len(linje) < LENGSTE_OVERSKRIFT}
    telt = {kode: sum(bit in tekst for bit in kjennetegn(kode)) for kode in _SPRÅK}
    kode = max(telt, key=lambda kode: telt[kode])
    if telt[kode] < _SETNINGER or len(overskrifter & {*overskriftene(kode)}) < _OVERSKRIFTER:
        return None
    return kode


def avsnittene() -> dict[str, str]:
    """Return the sections of the agreement and the file of each, in order."""
    avsnitt: dict[str, str] = read_yaml(MALER / "struktur.yaml")["avsnitt"]
    return avsnitt


@cache
def overskriftene(språkkode: str) -> tuple[str, ...]:
    """Return the headings of the sections, which open the templates."""
    treff = (re.search(r"^# (.+)$", tekst, re.MULTILINE) for tekst in _malene(språkkode))
    return tuple(en[1].strip().casefold() if en else "" for en in treff)


@cache
def kjennetegn(språkkode: str) -> frozenset[str]:
    """Return the long pieces of the templates that are the same in every agreement."""
    biter = (bit for tekst in _malene(språkkode) for bit in re.split(r"\{[{%#].*?[}%#]\}|\n", tekst))
    return frozenset(ren for bit in biter if len(ren := _samlet(bit)) >= _KORTEST and not re.match(r"[|#-]", ren))


@cache
def _malene(språkkode: str) -> tuple[str, ...]:
    return tuple((MALER / språkkode / f"{fil}.md.j2").read_text(encoding="utf-8") for fil in avsnittene().values())


def _samlet(tekst: str) -> str:
    return " ".join(tekst.split())


def _uten_nummer(tekst: str) -> str:
    tekst = _samlet(tekst)
    return tekst[treff.end() :] if (treff := NUMMER.match(tekst)) else tekst

"""Two editions of an agreement as one Word file with tracked changes, and the proof that it is both of them.

Both editions are Word files that `skrivere.word` has written. Rejecting all changes in the result gives the old one
back, accepting them gives the new one: not only the words, but each paragraph, list item, row and cell.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Any, NamedTuple

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.henting.samstilling import Work
from avtalegen.skrivere.word.xml import Element
from avtalegen.utgaver.sporing.blokker import Lest
from avtalegen.utgaver.sporing.fil import HOVEDDEL, Fil
from avtalegen.utgaver.sporing.fletting import flettet, koblet, lister
from avtalegen.utgaver.sporing.losning import LIBREOFFICE, WORD, deler_seg
from avtalegen.utgaver.sporing.merking import Merker, Penn
from avtalegen.utgaver.sporing.pakke import Pakke
from avtalegen.utgaver.sporing.slutter import Former
from avtalegen.utgaver.sporing.struktur import LUFT, Del, struktur

_FLEST_AVVIK = 50
_INGEN = Del("", "", "", "")


class Avvik(NamedTuple):
    """Something that a file with tracked changes does not give back as it was.

    `utgave` is the edition it should have been, `sted` where in it, `ventet` what that has, `funnet` what the file has;
    "" for nothing.
    """

    utgave: str
    sted: str
    ventet: str
    funnet: str


class Omfang(NamedTuple):
    """How much of an edition was compared."""

    avsnitt: int
    ord: int


class Bevis(NamedTuple):
    """That a file with tracked changes is both editions: the three files by their hashes, and what was compared."""

    gammel: str
    ny: str
    resultat: str
    omfang_gammel: Omfang
    omfang_ny: Omfang
    avvik: tuple[Avvik, ...]

    def som_json(self) -> dict[str, Any]:
        """Return it as JSON can say it."""
        feil = Counter(en.utgave for en in self.avvik)
        return {
            "gammel": {"sha256": self.gammel, **self.omfang_gammel._asdict()},
            "ny": {"sha256": self.ny, **self.omfang_ny._asdict()},
            "resultat": {"sha256": self.resultat},
            "alt_avvist_er_den_gamle": not feil["gammel"],
            "alt_godtatt_er_den_nye": not feil["ny"],
            "sammenlignet": ["stil", "nummer", "plass i tabell", "tekst", "skrift", "lenker", "tomme avsnitt"],
            "avvik": [en._asdict() for en in self.avvik],
        }


class Sporet(NamedTuple):
    """A Word file with tracked changes, and the proof of it."""

    data: bytes
    bevis: Bevis


def spor(gammel: bytes, ny: bytes, forfatter: str, dato: datetime) -> Sporet:
    """Return the new edition with the changes from the old one tracked, by `forfatter` at `dato`.

    A `dato` without a time zone is UTC. Equal input gives equal bytes. Raises `AvtalegenError` for what is no Word
    file.
    """
    fra, til = Fil(gammel, "Den gamle utgaven"), Fil(ny, "Den nye utgaven")
    pakke = Pakke(fra, til)
    før, nå = Lest(fra.lenker, fra.stiler, gammel=True), Lest(til.lenker, til.stiler, gammel=False)
    pairs = koblet(før.blokker(fra.kropp), nå.blokker(til.kropp))
    dag = (dato if dato.tzinfo else dato.replace(tzinfo=UTC)).astimezone(UTC)
    merker = Merker(forfatter, f"{dag:%Y-%m-%dT%H:%M:%SZ}", max(fra.neste_merke, til.neste_merke))
    penn = Penn(til.rot, merker, pakke.lister(lister(pairs)), pakke.lenke, pakke.bilder())
    former = Former(nå.form(LUFT, til.rot), nå.form("Body Text", til.rot))
    deler = {HOVEDDEL: _med(til.rot, til.kropp, flettet(pairs, penn, former))}
    marger = fra.marger
    for hva, navn in til.marger.items():
        if hva in marger:
            gml, rot = fra.tre(marger[hva]), til.tre(navn)
            deler[navn] = _med(rot, rot, flettet(koblet(før.blokker(gml), nå.blokker(rot)), penn))
    data = pakke.ferdig(deler)
    return Sporet(data, _bevis(gammel, ny, data, fra, til))


def _med(rot: Element, kropp: Element, innhold: list[Element]) -> Element:
    """Return a part with other content; the properties of the section stand last."""
    kropp[:] = [*innhold, *(child for child in kropp if str(child.tag).endswith("sectPr"))]
    return rot


def kontroller(gammel: bytes, ny: bytes, resultat: bytes) -> tuple[Avvik, ...]:
    """Return what `resultat` doesn't give back of the two editions. Empty when it holds.

    Raises `AvtalegenError` for a file that can't be read.
    """
    fra, til = Fil(gammel, "Den gamle utgaven"), Fil(ny, "Den nye utgaven")
    try:
        return _bevis(gammel, ny, resultat, fra, til).avvik
    except ValueError as error:
        raise AvtalegenError(
            Begge("Resultatet er skadet og kan ikke leses.", "Resultatet er skadd og kan ikkje lesast.")
        ) from error


def _bevis(gammel: bytes, ny: bytes, resultat: bytes, fra: Fil, til: Fil) -> Bevis:
    fil = Fil(resultat, "Resultatet")
    før, nå = struktur(fra), struktur(til)
    avvik: dict[Avvik, None] = {}
    måter = (WORD, LIBREOFFICE) if deler_seg(fil.rot) else (WORD,)
    for måte in måter:
        avvik |= dict.fromkeys(_ulike("gammel", før, struktur(fil, "avvis", måte)))
        avvik |= dict.fromkeys(_ulike("ny", nå, struktur(fil, "godta", måte)))
    a, b, c = (hashlib.sha256(data).hexdigest() for data in (gammel, ny, resultat))
    return Bevis(a, b, c, _omfang(før), _omfang(nå), tuple(avvik)[:_FLEST_AVVIK])


def _ulike(utgave: str, ventet: list[Del], funnet: list[Del]) -> list[Avvik]:
    avvik = []
    for tag, a1, a2, b1, b2 in Work().opcodes(ventet, funnet):
        if tag != "equal":
            for a, b in zip_longest(ventet[a1:a2], funnet[b1:b2]):
                avvik.append(Avvik(utgave, (a or b or _INGEN).sted, _vist(a), _vist(b)))
    return avvik


def _vist(en: Del | None) -> str:
    return "" if en is None else f"{' '.join(filter(None, (en.nummer, en.tekst)))} ({en.stil})"


def _omfang(deler: list[Del]) -> Omfang:
    return Omfang(len(deler), sum(len(en.tekst.split()) for en in deler))

"""Hours and days of the week: what they are and every way of writing them."""

from __future__ import annotations

from random import Random

from avtalegen.modell.klokke import Klokkeslett, Ukedag, Åpent
from tests.generator.blad import Blad, Skrevet

_NAVN = {
    Ukedag.MANDAG: ("mandag", "måndag", "man", "ma", "må"),
    Ukedag.TIRSDAG: ("tirsdag", "tysdag", "tirs", "ti", "ty"),
    Ukedag.ONSDAG: ("onsdag", "ons", "on"),
    Ukedag.TORSDAG: ("torsdag", "tors", "to"),
    Ukedag.FREDAG: ("fredag", "fre", "fr"),
}


def klokkeslettmåter(tid: Klokkeslett) -> tuple[str, ...]:
    """Return every way of writing a time of the day."""
    t, m = tid[:2]
    måter = [f"{t:02}:{m:02}", f"{t:02}.{m:02}", f"{t:02}{m:02}", f"{t}.{m:02}", f"kl. {t:02}.{m:02}", f"kl {t}:{m:02}"]
    måter += [f"klokka {t}.{m:02}", f"klokken {t}:{m:02}", f"Kl. {t:02}:{m:02}"]
    if not m:
        måter += [f"{t}", f"kl. {t}", f"klokka {t}"]
    return tuple(måter)


def klokkeslett(r: Random) -> Blad:
    tid = Klokkeslett(r.randint(8, 16), r.choice((0, 15, 30, 45)))
    return Blad(klokkeslettmåter(tid), tid)


def ukedager(r: Random) -> Blad:
    slag = r.choice(("én", "to", "rad", "hverdager", "alle"))
    if slag == "hverdager":
        måter = ("hverdager", "kvardagar", "alle hverdager", "virkedager", "arbeidsdager", "mandag–fredag", "man-fre")
        return Blad(måter, tuple(Ukedag)[:5])
    if slag == "alle":
        return Blad(("alle dager", "alle dagar", "hver dag", "daglig", "mandag til søndag"), tuple(Ukedag))
    if slag == "rad":
        måter = (
            "mandag–torsdag",
            "man-tors",
            "måndag til torsdag",
            "ma – to",
            "mandag t.o.m. torsdag",
            "Mandag–torsdag",
        )
        return Blad(måter, tuple(Ukedag)[:4])
    a, b = sorted(r.sample(list(_NAVN), 2))
    if slag == "én":
        måter = [form for navn in _NAVN[a] for form in (navn, navn.capitalize(), f"hver {navn}", f"på {navn}")]
        return Blad((*måter, f"{_NAVN[a][0]}er", f"{_NAVN[a][0]}ar", [_NAVN[a][0]]), (a,))
    par = list(zip(_NAVN[a], _NAVN[b], strict=False))
    to: list[Skrevet] = [f"{x}{m}{y}" for x, y in par for m in (" og ", ", ")]
    return Blad((*to, [_NAVN[a][0], _NAVN[b][0]], [_NAVN[a][-1], _NAVN[b][-1]]), (a, b))


def åpningstider(r: Random) -> Blad:
    """Return opening hours on some days: as text, as a list of texts, or as a mapping from days to hours."""
    fra, til = Klokkeslett(r.randint(8, 10), r.choice((0, 30))), Klokkeslett(r.randint(13, 15), r.choice((0, 30)))
    slag = r.choice(("hverdager", "to dager", "med stengt", "etter avtale", "med merknad"))
    tider = [f"{a}{m}{b}" for a, b in zip(_tall(fra), _tall(til), strict=True) for m in ("–", "-", " – ", " til ")]
    hverdager = ("mandag–fredag", "man–fre", "hverdager", "måndag til fredag", "alle hverdager", "må-fr")
    alle = Åpent(tuple(Ukedag)[:5], fra, til)
    if slag == "hverdager":
        måter: list[Skrevet] = [f"{dager}{m}{tid}" for dager in hverdager for m in (" ", ": ") for tid in tider]
        return Blad((*måter, {"mandag–fredag": tider[0]}, [f"man-fre {tider[1]}"]), (alle,))
    if slag == "med merknad":
        måter = [f"{dager} {tid} ({ord_})" for dager in hverdager for tid in tider for ord_ in ("helligdager unntatt",)]
        return Blad(tuple(måter), (alle._replace(merknad="helligdager unntatt"),))
    if slag == "etter avtale":
        return Blad(("etter avtale", "Etter avtale", ["etter avtale"]), (Åpent((), None, None, "etter avtale"),))
    if slag == "med stengt":
        måter = [
            f"mandag–fredag {tid}{m}lørdag {ord_}"
            for tid in tider
            for m in (", ", "; ")
            for ord_ in ("stengt", "lukket", "lukka")
        ]
        stengt = Åpent((Ukedag.LØRDAG,), None, None, "stengt")
        som_liste: Skrevet = [f"mandag–fredag {tider[0]}", "laurdag stengt"]
        return Blad((*måter, som_liste, {"mandag–fredag": tider[0], "lørdag": "stengt"}), (alle, stengt))
    a, b = sorted(r.sample(list(_NAVN), 2))
    x, y, senere = _NAVN[a][0], _NAVN[b][0], "10.00–18.00"
    par = (Åpent((a,), fra, til), Åpent((b,), Klokkeslett(10, 0), Klokkeslett(18, 0)))
    måter = [f"{x} {tid}{m}{y} {senere}" for tid in tider for m in (", ", "; ", " og ")]
    return Blad((*måter, [f"{x} {tider[0]}", f"{y} {senere}"], {x: tider[0], y: senere}), par)


def _tall(tid: Klokkeslett) -> tuple[str, ...]:
    t, m = tid[:2]
    return f"{t:02}.{m:02}", f"{t}:{m:02}", f"kl. {t:02}.{m:02}", f"{t:02}{m:02}"

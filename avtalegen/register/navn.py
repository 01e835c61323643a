"""Finding kommuner and politidistrikter by the names that people write."""

from collections.abc import Iterable
from functools import cache, lru_cache
from unicodedata import combining, normalize

from avtalegen.register.data import Kommune, Politidistrikt, alle_kommuner, alle_politidistrikt

_SKILLETEGN = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "/": " - "})
_UTEN_AKSENT = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t"})


@lru_cache(maxsize=256)
def kommuner_med_navn(navn: str) -> tuple[Kommune, ...]:
    """Return the kommuner that are called this, by number: none, one, or two (Herøy, Våler).

    `navn` is any Norwegian, Sámi or Kven name, or several of them with « - », «–» or «/» between, with or
    without «kommune» or «herad». «Herøy i Nordland» and «Våler (Østfold)» name the fylke too.
    """
    søkt = nøkkel(navn)
    if treff := _felles(søkt.split(" - ")) or _felles(søkt.split("-")):
        return treff
    navnet, _, fylket = søkt.replace(" (", " i ").removesuffix(")").rpartition(" i ")
    return tuple(k for k in _felles([navnet]) if nøkkel(k.fylke) == fylket)


def nærmeste_navn(navn: str) -> tuple[str, ...]:
    """Return the names of up to three kommuner that resemble `navn`, the nearest first, for «mente du …?»."""
    from difflib import get_close_matches

    former = {grovt(n): (n, k) for k in alle_kommuner() for n in _alle_navn(k)}
    nærmeste: dict[Kommune, str] = {}
    for form in get_close_matches(grovt(uten_betegnelse(nøkkel(navn))), former, n=9, cutoff=0.7):
        treff, k = former[form]
        nærmeste.setdefault(k, treff)
    return tuple(nærmeste.values())[:3]


def politidistrikt(navn: str) -> Politidistrikt | None:
    """Return the politidistrikt with this name, with or without the word, in bokmål or nynorsk, or None."""
    return _distrikter().get(nøkkel(navn).removesuffix(" politidistrikt"))


def fylke(navn: str) -> str | None:
    """Return the fylke with this name as the register has it, or None."""
    søkt = grovt(nøkkel(navn))
    return next((k.fylke for k in alle_kommuner() if grovt(nøkkel(k.fylke)) == søkt), None)


def _felles(deler: Iterable[str]) -> tuple[Kommune, ...]:
    """Return the kommuner that bear every one of the names."""
    treff = [_kommuner().get(uten_betegnelse(del_.strip()), ()) for del_ in deler]
    return tuple(k for k in treff[0] if all(k in andre for andre in treff[1:]))


def _alle_navn(k: Kommune) -> tuple[str, ...]:
    return (k.navn, *k.samiske_kvenske_navn, *k.andre_navn)


@cache
def _kommuner() -> dict[str, tuple[Kommune, ...]]:
    etter_navn: dict[str, tuple[Kommune, ...]] = {}
    for k in alle_kommuner():
        for navn in _alle_navn(k):
            form = nøkkel(navn)
            etter_navn[form] = (*etter_navn.get(form, ()), k)
    return etter_navn


@cache
def _distrikter() -> dict[str, Politidistrikt]:
    return {
        nøkkel(navn).removesuffix(" politidistrikt"): distrikt
        for distrikt in alle_politidistrikt()
        for navn in (distrikt.navn, distrikt.navn_nynorsk)
    }


def nøkkel(navn: str) -> str:
    """Return the one form in which names are compared: composed, lower case, plain hyphens, single spaces."""
    return " ".join(normalize("NFC", navn).translate(_SKILLETEGN).casefold().split())


def uten_betegnelse(navn: str) -> str:
    """Return a name in the form of `nøkkel` without the word for what it is."""
    return navn.removesuffix(" kommune").removesuffix(" herad")


def grovt(navn: str) -> str:
    """Return the name without accents, so that «Tromso» and «Alesund» are near what was meant."""
    return "".join(tegn for tegn in normalize("NFD", navn.casefold().translate(_UTEN_AKSENT)) if not combining(tegn))

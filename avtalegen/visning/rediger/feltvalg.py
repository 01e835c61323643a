"""The fields that a piece of text can be put in: found by their names, and the likely ones first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.sporsmaal import deler, felt_tekst
from avtalegen.lesing.redigering.overstyring import som_liste
from avtalegen.lesing.redigering.skritt import lest
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import TEKSTER, MarkdownTekst, Målform
from avtalegen.modell.leselig import kan_leses
from avtalegen.modell.ufylt import lest_ufylt
from avtalegen.visning.rediger.innhold import arvet_fra, data_i

_MOST_ITEMS = 20
_FLEST_VIST = 8
_LENGST = 300  # characters that can be anything but a text
_SLAG = {"telefon": re.compile(r"[+\d][\d +/]{4,}"), "epost": re.compile(r"\S+@\S+")}
"""What a text looks like that is meant for a field of this key."""
_VANLIGE = frozenset(("avtale", "avtalen", "kommune", "kommunen", "politi", "politiet", "politirådet", "rådet"))
"""Words that say nothing of which field is meant: they are all over an agreement."""
_TULL = "Zxqv wkrt plmb"
"""What only a field that takes any text can be read from."""


class Valgbart(NamedTuple):
    """A field that can be chosen: the ways to it by keys, what it is called, and what it is in, the outermost first.

    `ord` are the words that people have for it, `spurt` those that it is asked for with.
    """

    nøkler: tuple[str, ...]
    felt: Felt
    navn: str
    over: tuple[str, ...]
    ord: frozenset[str]
    spurt: frozenset[str]
    krever: bool
    """Whether what it is in must have another field too."""


@cache
def valgbare(målform: Målform) -> tuple[Valgbart, ...]:
    """Return the fields of the format that hold a text, or a list that one can be put in."""
    titler = {nøkkel: del_.tittel for del_ in deler(målform) for nøkkel in del_.nøkler}

    def walk(
        klasse: type[Del], nøkler: tuple[str, ...], over: tuple[str, ...], sett: frozenset[type[Del]]
    ) -> Iterator[Valgbart]:
        for felt in klasse.felter.values():
            her = (*nøkler, felt.nøkkel)
            if her[0] not in titler:
                continue
            tekst = felt_tekst(klasse, felt, målform, her)
            sagt = _ordene(f"{felt.nøkkel} {tekst.kort} {' '.join(felt.andre_ord)}".replace("_", " "))
            krever = any(annen.påkrevd for annen in klasse.felter.values() if annen is not felt)
            under = del_i(felt.type)
            if under is None or (felt.mange and _av_tekst(under)):
                yield Valgbart(
                    her,
                    felt,
                    tekst.kort,
                    over or (titler[her[0]],),
                    sagt,
                    _ordene(tekst.spørsmål),
                    krever and bool(nøkler),
                )
            if under is not None and under not in sett:
                yield from walk(under, her, (*over, tekst.kort) if over else (titler[her[0]],), sett | {under})

    return tuple(walk(Avtale, (), (), frozenset({Avtale})))


def _av_tekst(klasse: type[Del]) -> bool:
    """Tell whether a bare text can stand for a part."""
    return klasse.kortform is not None and not any(
        felt.påkrevd for felt in klasse.felter.values() if felt.nøkkel != klasse.kortform
    )


class Sted(NamedTuple):
    """A field at its place in a file: the route, what it is in there, and what stands in it now (None: nothing)."""

    valgt: Valgbart
    rute: Rute
    vei: tuple[str, ...]
    står: object
    finnes: bool
    """Whether the file says anything about the part of the agreement that it is in."""


def steder(checked: Checked, målform: Målform) -> Iterator[Sted]:
    """Give the fields that a text can be put in as the file is: in the parts that are there, and in those that are not.

    What is inherited is left out: it is changed in another file.
    """
    data = data_i(checked)
    for valgt in valgbare(målform):
        if valgt.nøkler[0] == "arv" or arvet_fra(checked, valgt.nøkler) is not None:
            continue
        for rute, vei in _ruter(data, valgt):
            står = lest(data, rute)
            if valgt.krever and lest(data, rute[:-1]) in (None, {}, []):
                continue
            finnes = lest(data, rute[:1]) is not None
            yield Sted(valgt, rute, vei, None if er_ledig(står) else står, finnes)


def er_ledig(verdi: object) -> bool:
    """Tell whether nothing is said by what stands in a field: it is empty, or says that it is to be filled in."""
    return verdi in (None, "", [], {}) or lest_ufylt(verdi) is not None


def _ruter(data: object, valgt: Valgbart) -> Iterator[tuple[Rute, tuple[str, ...]]]:
    """Give the routes to a field: one for each item of the lists on the way, with the names of what it is in."""
    ruter: list[tuple[Rute, tuple[str, ...]]] = [((), ())]
    klasse: type[Del] = Avtale
    for nr, nøkkel in enumerate(valgt.nøkler):
        felt = klasse.felter[nøkkel]
        over = valgt.over[nr : nr + 1]
        ruter = [((*rute, nøkkel), (*vei, *over)) for rute, vei in ruter]
        if nr == len(valgt.nøkler) - 1:
            break
        if felt.mange:
            ruter = [par for rute, vei in ruter for par in _punktene(lest(data, rute), rute, vei)]
        klasse = del_i(felt.type) or klasse
        ruter = [(rute, vei) for rute, vei in ruter if _kan_få_nøkler(lest(data, rute), klasse)]
    yield from ruter


def _kan_få_nøkler(verdi: object, klasse: type[Del]) -> bool:
    """Tell whether something can be put in a part: a text that stands for all of it may have no other keys."""
    try:
        return not isinstance(verdi, str) or klasse.fra_tekst(verdi) is not None
    except ValueError:
        return False


def _punktene(verdi: object, rute: Rute, vei: tuple[str, ...]) -> Iterator[tuple[Rute, tuple[str, ...]]]:
    punkter = som_liste(verdi)
    for plass, punkt in enumerate(punkter[:_MOST_ITEMS]):
        kalt = f"{vei[-1]} ({_kalt(punkt, plass)})" if len(punkter) > 1 else vei[-1]
        yield (*rute, plass), (*vei[:-1], kalt)


def _kalt(punkt: object, plass: int) -> str:
    if isinstance(punkt, Mapping):
        punkt = next((punkt[key] for key in ("navn", "hva", "tittel") if isinstance(punkt.get(key), str)), None)
    return punkt if isinstance(punkt, str) else str(plass + 1)


def søk(checked: Checked, målform: Målform, ord_: str, tekst: str, nær: Mapping[str, float]) -> list[dict[str, Any]]:
    """Return the fields that words ask for, those that a text may be meant for first; without words, the likely ones.

    `nær` tells how near the parts are, by their first key, to where the text stood.
    """
    spurt, i_teksten = _ordene(ord_), _ordene(tekst)
    funnet: list[tuple[float, int, Sted]] = []
    for nr, sted in enumerate(steder(checked, målform)):
        treff = _treff(spurt, sted)
        if spurt and not treff:
            continue
        ved = nær.get(sted.valgt.nøkler[0], 0) if _tar_tekst(sted.valgt.felt) else 0
        funnet.append((-(10 * treff + _likhet(sted, tekst, i_teksten) + ved), nr, sted))
    beste = [sted for _, _, sted in sorted(funnet, key=lambda en: en[:2])]
    like = Counter[tuple[str, ...]]()
    vist = []
    for sted in beste:
        like[sted.valgt.nøkler] += 1
        # Without words to go by, one of the kommuner is as good as the others: the list is to show what there is.
        if spurt or like[sted.valgt.nøkler] == 1:
            vist.append(som_json(sted))
    return vist[:_FLEST_VIST]


def som_json(sted: Sted) -> dict[str, Any]:
    """Return a field as the page shows it; `måte` is what is done there: «sett», «legg til» or «erstatt»."""
    if sted.valgt.felt.mange or sted.valgt.felt.type == MarkdownTekst:
        måte = "sett" if sted.står is None else "legg til"
    else:
        måte = "sett" if sted.står is None else "erstatt"
    vist = sted.står if isinstance(sted.står, str) and måte == "erstatt" else ""
    return {"rute": [*sted.rute], "navn": sted.valgt.navn, "vei": " › ".join(sted.vei), "måte": måte, "står": vist}


def _treff(spurt: frozenset[str], sted: Sted) -> float:
    """Return how well a field answers words, 0 when one of them is nowhere in it."""
    navnet, over = _ordene(sted.valgt.navn), _ordene(" ".join(sted.vei))
    grader = ((4.0, navnet), (3.0, sted.valgt.ord), (1.5, over), (1.0, sted.valgt.spurt))
    poeng = 0.0
    for ord_ in spurt:
        best = max((grad + (ord_ in ordene) for grad, ordene in grader if _begynner(ord_, ordene)), default=0.0)
        if not best and not any(ord_ in en for en in navnet | sted.valgt.ord):
            return 0
        poeng += best or 0.5
    return poeng


def _begynner(ord_: str, ordene: frozenset[str]) -> bool:
    return any(en.startswith(ord_) for en in ordene)


def _likhet(sted: Sted, tekst: str, ordene: frozenset[str]) -> float:
    """Return how likely it is that a text is meant for a field: by the words that both have, and what can be read."""
    felt = sted.valgt.felt
    felles = sum(2.0 for ord_ in ordene - _VANLIGE if len(ord_) > 3 and any(_like(ord_, en) for en in sted.valgt.ord))
    poeng = min(felles, 4.0) - 0.4 * len(sted.valgt.nøkler)  # what is deep inside is seldom what is meant
    if not sted.finnes:
        poeng -= 1
    if sted.står is None:
        poeng += 0.5
    elif som_json(sted)["måte"] == "erstatt":
        poeng -= 1.5
    if (slag := _SLAG.get(felt.nøkkel)) and slag.fullmatch(tekst):
        return poeng + 5
    if _har_tall(felt.eksempel or "") and not _har_tall(tekst):
        poeng -= 3
    if felt.type == MarkdownTekst:
        return poeng + (2.5 if len(tekst.split()) > 3 else 1.5)
    if _tar_tekst(felt):
        return poeng
    return poeng + (5 if _bare_den(felt.type, tekst) else -5)


def _har_tall(tekst: str) -> bool:
    return any(tegn.isdecimal() for tegn in tekst)


def _tar_tekst(felt: Felt) -> bool:
    return felt.type in (MarkdownTekst, *TEKSTER) or del_i(felt.type) is not None


def _like(a: str, b: str) -> bool:
    return len(b) > 3 and (a.startswith(b) or b.startswith(a))


def _bare_den(type_: Any, tekst: str) -> bool:
    """Tell whether a text can be read as a value of a kind that not every text can be read as."""
    return len(tekst) <= _LENGST and kan_leses(type_, tekst) and not _tar_alt(type_)


@cache
def _tar_alt(type_: Any) -> bool:
    return kan_leses(type_, _TULL)


def _ordene(tekst: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", tekst.casefold()))

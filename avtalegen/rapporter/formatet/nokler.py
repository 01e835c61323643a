"""The keys of the format, as somebody looks them up: by the whole way, the bare key, or another word for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, get_args

from avtalegen.funn.ordlyd import liste
from avtalegen.lesing.ment import Path, Sted, elsewhere, here, steder
from avtalegen.lesing.ordlikhet import folded, resembles, stem
from avtalegen.modell.base import Del, Form, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.ordlyd import VENTET


class Treff(NamedTuple):
    """What a key is that somebody has written: each of `grupper` is one key of the format with its places.

    `ment`: it is another word for it, or another inflection.
    """

    grupper: tuple[tuple[Sted, ...], ...]
    ment: bool = False


def finn(skrevet: str) -> Treff:
    """Return the keys that a text may stand for, none when it resembles no key."""
    steps = tuple(step for step in re.split(r"\s*[./]\s*", skrevet.strip()) if step)
    for form in (folded, stem):
        if found := _at(steps, form):
            groups = _grouped(found)
            # Where several are called so, the one that is meant may be called something else.
            more = _with_word(skrevet, form) if len(groups) > 1 and len(steps) == 1 else []
            return Treff(groups + tuple(one for one in _grouped(more) if one not in groups), form is stem)
    if len(steps) > 1:
        guessed = _guessed(steps)
        return Treff(_grouped([sted for sted in steder() if sted.sti == guessed]), ment=True)
    for form in (folded, stem):
        if found := _with_word(skrevet, form):
            return Treff(_grouped(found), ment=True)
    return Treff(())


def _with_word(skrevet: str, form: Callable[[str], str]) -> list[Sted]:
    word = form(skrevet)
    return [sted for sted in steder() if any(form(other) == word for other in sted.felt.andre_ord)]


def nærmest(skrevet: str) -> list[str]:
    """Return the keys that a text is nearest to in spelling, the nearest first, at most three."""
    last = re.split(r"[./]", skrevet.strip())[-1]
    apart: dict[str, int] = {}
    for sted in steder():
        if (letters := resembles(last, sted.sti[-1])) is not None:
            apart.setdefault(sted.sti[-1], letters)
    return sorted(apart, key=lambda key: apart[key])[:3]


def _at(steps: Path, form: Callable[[str], str]) -> list[Sted]:
    """Return the places whose way ends with these steps; the one that is all of it, if it is there."""
    if not steps:
        return []
    wanted = [form(step) for step in steps]
    ending = [sted for sted in steder() if [form(step) for step in sted.sti[-len(steps) :]] == wanted]
    whole = [sted for sted in ending if len(sted.sti) == len(steps) > 1]
    return whole or ending


def _guessed(steps: Path) -> Path | None:
    """Return the way that is meant by one with other words on it."""
    way: Path = ()
    for step in steps:
        right = here((*way, step), None)
        if right is None and any(sted.sti == (*way, step) for sted in steder()):
            right = step
        if right is None:
            others = elsewhere((*way, step))
            if step != steps[-1] or len(others) != 1:
                return None
            return others[0]
        way = (*way, right)
    return way


def _grouped(found: list[Sted]) -> tuple[tuple[Sted, ...], ...]:
    groups: dict[tuple[type[Del], str], list[Sted]] = {}
    for sted in found:
        owner = next(cls for cls in reversed(sted.part.__mro__) if sted.felt.nøkkel in getattr(cls, "felter", ()))
        groups.setdefault((owner, sted.felt.nøkkel), []).append(sted)
    return tuple(map(tuple, groups.values()))


def ved(rute: Iterable[str | int]) -> Felt | None:
    """Return the field that a route in an agreement leads to; None when it leads to none."""
    return funnet.felt if (funnet := sted(rute)) else None


def sted(rute: Iterable[str | int]) -> Sted | None:
    """Return the key that a route in an agreement leads to; None when it leads to none."""
    return _ved_sti().get(tuple(step for step in rute if isinstance(step, str)))


@cache
def _ved_sti() -> dict[Path, Sted]:
    return {sted.sti: sted for sted in steder()}


def under(felt: Felt) -> tuple[Felt, ...]:
    """Return the fields that can stand under a field."""
    part = del_i(felt.type)
    return tuple(part.felter.values()) if part else ()


def form_i(type_: Any) -> Form | None:
    """Return the form that a value is written in, None for a part and a choice."""
    return next((one for one in get_args(type_) if isinstance(one, Form)), None)


def om_delen(felt: Felt) -> str:
    """Return what is said of the part that a field holds, without what it is called; "" for a value."""
    part = del_i(felt.type)
    return " ".join((part.__doc__ or "").split()) if part else ""


def kortform(felt: Felt) -> str:
    """Return the short form of what a field holds, as the part says it itself; "" when there is none."""
    return next(iter(re.findall(r"Kortform: (.*?)\.?$", om_delen(felt))), "")


def holder(felt: Felt) -> str:
    """Return what a field holds, and how many of it."""
    if part := del_i(felt.type):
        hva = "nøkler" if part.kortform is None else f"nøkler, eller {kortform(felt) or 'bare ' + part.kortform}"
    elif form := form_i(felt.type):
        hva = form.hva
    else:
        hva = "ett av ordene " + ", ".join(f"«{valg.value}»" for valg in _valg(felt.type))
    return f"en liste, eller bare én: {hva}" if felt.mange else hva


def måter(felt: Felt) -> tuple[str, ...]:
    """Return examples of how a value is written, none for a part, a text and a choice."""
    form = form_i(felt.type)
    return form.måter if form else ()


def _valg(type_: Any) -> list[Enum]:
    return [*type_]


def utelatt(felt: Felt) -> str:
    """Return what goes when the key is left out."""
    if felt.påkrevd:
        return "må være med"
    if felt.standard in (None, ()):
        return "kan utelates"
    standard = felt.standard.value if isinstance(felt.standard, Enum) else "ja" if felt.standard else "nei"
    return f"kan utelates, og er da «{standard}»"


_PÅ_NYNORSK = {
    "en dag, en måned eller et år": "ein dag, ein månad eller eit år",
    "en dato, en måned eller et år": "ein dato, ein månad eller eit år",
    "et antall, eller hvor ofte": "eit tal, eller kor ofte",
    "et helt tall": "eit heilt tal",
    "et tidspunkt, eller tekst": "eit tidspunkt, eller tekst",
    "ett eller flere telefonnumre": "eitt eller fleire telefonnummer",
    "hvor lenge": "kor lenge",
    "ja eller nei": "ja eller nei",
    "kroner": "kroner",
    "minutter": "minutt",
    "prosent": "prosent",
    "tallet 1": "talet 1",
    "tekst med Markdown": "tekst med Markdown",
    "ukedager": "vekedagar",
}


def nynorsk_skrives(felt: Felt) -> Iterator[str]:
    """Give the sentences on how a field is written, in nynorsk."""
    if part := del_i(felt.type):
        hva = f"nøklar, eller berre {part.kortform}" if part.kortform else "nøklar"
    elif form := form_i(felt.type):
        hva = {**VENTET, **_PÅ_NYNORSK}[form.hva]
    else:
        hva = "eitt av orda " + ", ".join(f"«{valg.value}»" for valg in _valg(felt.type))
    hva = f"ei liste, eller berre éin: {hva}" if felt.mange else hva
    standard = utelatt(felt).partition("«")[2].rstrip("»")
    uten = "må vere med" if felt.påkrevd else f"kan utelatast, og er då «{standard}»" if standard else "kan utelatast"
    yield f"{hva[0].upper()}{hva[1:]}. Nøkkelen {uten}."
    if ways := måter(felt):
        yield f"Til dømes {liste((f'«{way}»' for way in ways), 'eller')}."

"""Amounts, shares, staffing and minutes: how people write them and what they become."""

import re
from functools import partial
from typing import Annotated, Any, Self

from avtalegen.funn.begge import Begge
from avtalegen.modell.avvisning import reject
from avtalegen.modell.base import Form, forkort
from avtalegen.modell.former import egne_ord, skalar
from avtalegen.modell.korte import bare_korte
from avtalegen.modell.senere import senere
from avtalegen.modell.tallord import STREK, grense, heltall, med_strek, uten_gjentakelse


class Mengde(float):
    """A number of something. `grense` is «inntil», «minst», «omtrent» or nothing, `til` the other end of a range.

    `ord` are the words of what is no number: they stand as they are written, and the number is 0. Two of them are equal
    when they say the same; held against a plain number, only the number counts.
    """

    __slots__ = ("grense", "ord", "til")
    grense: str
    til: float | None
    ord: str | None

    def __new__(cls, tall: float, grense: str = "", til: float | None = None, ord: str | None = None) -> Self:
        """Make so much of something."""
        mengde = super().__new__(cls, tall)
        mengde.grense, mengde.til, mengde.ord = grense, til, ord
        return mengde

    def __bool__(self) -> bool:
        """Tell whether there is any of it; words say something too."""
        return bool(self.ord) or float(self) != 0

    def __eq__(self, other: object) -> bool:
        """Tell whether it is as much: «inntil 50» is not «50»."""
        if isinstance(other, Mengde):
            return (float(self), self.grense, self.til, self.ord) == (float(other), other.grense, other.til, other.ord)
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        """Tell the opposite; `float` has its own."""
        return not self == other

    __hash__ = float.__hash__

    @property
    def entall(self) -> bool:
        """Whether what is counted is named in the singular."""
        return (self.til or self) == 1

    @property
    def for_seg(self) -> bool:
        """Whether the words stand for themselves: «9, hvorav to vakante», but «noen få stillinger»."""
        return bool(self.ord and re.search(r"[\d,;:()%/]", self.ord))

    def skriv(self) -> str | int | float:
        """Return what is read as the same in the YAML."""
        if self.ord:
            return self.ord
        return self._med_grense() if self.grense or self.til else int(self) if self.is_integer() else float(self)

    def _med_grense(self) -> str:
        grense = {"": "", "omtrent": "ca. "}.get(self.grense, f"{self.grense} ")
        return f"{grense}{_med_komma(self)}{'' if self.til is None else f'–{_med_komma(self.til)}'}"


class Andel(Mengde):
    """A share in per cent. With `inntil` it is the most («inntil 50 %»)."""

    __slots__ = ()

    @property
    def inntil(self) -> bool:
        """Whether it is the most."""
        return self.grense == "inntil"

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        return self.ord or f"{self._med_grense()} %"


def desimaltall(tekst: str) -> float | None:
    """Return the number that «2,5», «2.5», «½», «1/2», «4» or «fire» stands for, or None."""
    if treff := re.fullmatch(r"(?:(\w+) og )?e(?:n|i|t|in|it) halvt?", tekst):
        hele_tall = heltall(treff[1] or "null")
        return None if hele_tall is None else hele_tall + 0.5
    if tekst in ("halvannen", "halvannan", "halvanna"):
        return 1.5
    if re.fullmatch(r"[0-9]{1,9}[.,][0-9]{1,2}", tekst):
        return float(tekst.replace(",", "."))
    if treff := re.fullmatch(r"(?:(\d{1,2})\s)?(\d)/([245])|(\d{0,2})\s?([½¼¾])", tekst):
        hele, over, under, hele_, tegn = treff.groups()
        return int(hele or hele_ or 0) + ({"½": 0.5, "¼": 0.25, "¾": 0.75}[tegn] if tegn else int(over) / int(under))
    tall = heltall(tekst)
    return None if tall is None else float(tall)


@bare_korte
def _les(tekst: str) -> Mengde | None:
    """Return the number in «2,5», «ca. 4», «minst 20», «20–25» or «4 eller flere» (small letters), or None."""
    hva, rest = grense(med_strek(uten_gjentakelse(tekst)))
    uten_flere = re.sub(r"\s+(?:eller|og) (?:fl(?:e|ei)re|mer|meir)$|(?<=\d)\s?\+$", "", rest)
    if uten_flere != rest:
        if hva:
            return None
        hva = "minst"
    ender = [desimaltall(del_) for del_ in re.split(rf"{STREK}|\s+til\s+", uten_flere)]
    fra, til = ender[0], ender[-1]
    if fra is None or til is None or len(ender) > 2 or (len(ender) == 2 and (fra >= til or hva in ("minst", "inntil"))):
        return None
    return Mengde(fra, hva, til if len(ender) == 2 else None)


def _umulig(tekst: str) -> bool:
    """Tell whether a text is a number less than nothing, or a range that is turned round."""
    ender = re.fullmatch(rf"(-?\d[\d.,]*)(?:{STREK}(\d[\d.,]*))?\s?(?:%|prosent|min\w*|kr\w*)?", tekst)
    tall = [desimaltall(ende.removeprefix("-")) for ende in ender.groups() if ende] if ender else []
    snudd = len(tall) == 2 and tall[0] is not None and tall[1] is not None and tall[1] < tall[0]
    return (tekst.startswith("-") and bool(tall)) or snudd


def _uten_stillinger(tekst: str) -> str:
    return re.sub(r"\s+(?:stilling(?:er|ar)?|årsverk|stk\.?)$", "", tekst.casefold())


def les_stillinger(tekst: str) -> Mengde | None:
    """Return how many positions a text says that there are («9», «ca. 11 årsverk»), or None."""
    return _les(_uten_stillinger(" ".join(tekst.split())))


def _tall(data: Any) -> Mengde:
    tekst = skalar(data, "et tall")
    tall = les_stillinger(tekst)
    if tall is None and _umulig(_uten_stillinger(tekst)):
        reject(
            Begge(
                f"«{forkort(tekst)}» kan ikke leses som et tall.", f"«{forkort(tekst)}» kan ikkje lesast som eit tal."
            ),
            Begge("Skriv for eksempel «4», «fire» eller «2,5».", "Skriv til dømes «4», «fire» eller «2,5»."),
        )
    return Mengde(0, ord=egne_ord(tekst, "et tall")) if tall is None else tall


def _minutter(data: Any) -> Mengde:
    tekst = skalar(data, "et antall minutter")
    kort = re.sub(r"^(?:innen|innan|under)\s+|\s*min(?:\.|utt(?:er|ar)?)?$", "", tekst.casefold())
    if time := re.fullmatch(r"(.+?)\s?(?:time[rn]?|timar|t)", kort):
        timer = desimaltall(time[1])
        kort = kort if timer is None else f"{timer * 60:.6g}"
    tall = _les(kort)
    # The sentence says «innen» already.
    tall = Mengde(tall, "", tall.til) if tall is not None and tall.grense == "inntil" else tall
    if tall is not None and tall.is_integer() and tall and float(tall.til or 1).is_integer():
        return tall
    if _umulig(kort) or (tall is not None and not tall):
        reject(
            Begge(
                f"«{forkort(tekst)}» kan ikke leses som et antall minutter.",
                f"«{forkort(tekst)}» kan ikkje lesast som eit tal på minutt.",
            ),
            Begge(
                "Skriv ett tall, for eksempel «25» eller «25 minutter».",
                "Skriv eitt tal, til dømes «25» eller «25 minutt».",
            ),
        )
    return Mengde(0, ord=egne_ord(tekst, "et antall minutter"))


_HELE = 100
_FLEST_STILLINGER = 10
"""Below this a number alone may be how many positions there are («1,5»), and is no share."""
_DELER = {
    "heltid": 1.0,
    "fulltid": 1.0,
    "hel": 1.0,
    "heil": 1.0,
    "full": 1.0,
    "halv": 0.5,
    "halvt": 0.5,
    "halvparten": 0.5,
}
_PROSENT = r"[\s-]*(?:%|prosent|pst\.?)"
_STILLINGER = senere(r"(?!e?i?[nit] (?:hel|heil|full|halv)t? )(.+?) ?(?:he(?:le|ile) )?(?:årsverk|stilling(?:er|ar)?)")
"""So many positions or man-years: one may be shared, and two may be for the same work."""


@bare_korte
def les_prosent(tekst: str) -> Andel | None:
    """Return the share in «50 %», «ca. 20 pst.», «20–40 prosent», «halv stilling», «1/2» or «1,5 årsverk», or None."""
    hva, kort = grense(med_strek(tekst.casefold().removesuffix(".")))
    if (treff := _STILLINGER.fullmatch(kort)) and (stillinger := desimaltall(treff[1])):
        return Andel(round(stillinger * _HELE, 2), hva)
    if av := re.fullmatch(r"(\w+) av (\w+)", kort):
        over, under = heltall(av[1]), heltall(av[2])
        andel = 100 * over / under if over and under and over <= under else 0.1
        return Andel(andel, hva) if andel.is_integer() else None
    kort = re.sub(r"(?<=[%t.])s?(?: av (?:(?:e[in]|ein) (?:hel |heil )?)?stilling(?:en|a)?|-?s?stilling)$", "", kort)
    kort = (
        re.sub(r"(?<=[%t.])(?: |-)?stilling$|(?<=hel|alv|ull|eil) stilling$", "", kort)
        if "årsverk" not in kort
        else kort
    )
    if treff := re.fullmatch(
        r"(?:e\w{1,2} )?(heltid|fulltid|hel|heil|full|halv|halvt|halvparten)(?: (?:stilling|årsverk))?", kort
    ):
        return Andel(_DELER[treff[1]] * 100, hva)
    if re.fullmatch(r"\d/[245]|[½¼¾]", kort) and (deler := desimaltall(kort)):
        return Andel(round(deler * _HELE, 2), hva) if deler <= 1 else None
    uten_tegn = re.sub(rf"{_PROSENT}$", "", kort)
    tall = re.sub(rf"{_PROSENT}(?={STREK}|\s+til\s)", "", uten_tegn)
    mengde = _les(f"{'ca. ' if hva == 'omtrent' else f'{hva} ' if hva else ''}{tall}")
    if mengde is None or (uten_tegn == kort and 0 < mengde < _FLEST_STILLINGER):
        return None
    return Andel(mengde, mengde.grense, mengde.til)


def _delt(tekst: str) -> bool:
    """Tell whether it says how something is divided («60–40», «70–30 %»), and no range that is turned round."""
    tall = [heltall(re.sub(rf"{_PROSENT}$", "", del_)) for del_ in re.split(STREK, tekst)]
    return None not in tall and sum(filter(None, tall)) == _HELE


def _prosent(data: Any, mest: int | None = None) -> Andel:
    tekst = skalar(data, "en prosent")
    andel = les_prosent(tekst)
    for_mye = mest is not None and andel is not None and max(andel, andel.til or 0) > mest
    if for_mye or (andel is None and _umulig(tekst.casefold()) and not _delt(tekst)):
        reject(
            Begge(
                f"«{forkort(tekst)}» kan ikke leses som en prosent.",
                f"«{forkort(tekst)}» kan ikkje lesast som ein prosent.",
            ),
            Begge(
                "Skriv et tall fra 0 til 100, for eksempel «50 %». En hel stilling er «100 %».",
                "Skriv eit tal frå 0 til 100, til dømes «50 %». Ei heil stilling er «100 %».",
            ),
        )
    return Andel(0, ord=egne_ord(tekst, "en prosent")) if andel is None else andel


def _med_komma(tall: float) -> str:
    return f"{tall:.12g}".replace(".", ",")


_STORE = {"tusen": 1_000, "mill": 1_000_000, "mill.": 1_000_000, "mrd.": 1_000_000_000, "mrd": 1_000_000_000}
_STORE |= dict.fromkeys(("million", "millioner", "millionar"), 1_000_000)
_STORE |= dict.fromkeys(("milliard", "milliarder", "milliardar"), 1_000_000_000)


_SIFRE_I_BELØP = 15
"""As many as an amount in millions can have."""
_KR_FØR = r"^(?:kr|nok|kroner)\.?\s*"
_KR_ETTER = r"\s*(?:kr\.?|kroner|nok|,-|,–|,00|\.00|\.-)$"


@bare_korte
def les_kroner(tekst: str) -> Mengde | None:
    """Return the amount in «kr 250 000,00», «inntil 50 000 kr», «ca. 1,5 mill.» or «200 000–250 000 kr», or None."""
    kort = re.sub(r"\bmnok\b", "mill. kr", tekst.casefold())
    hva, kort = grense(re.sub(_KR_FØR, "", med_strek(uten_gjentakelse(kort))))
    # «50–60 000 kr»: what is left out in front is a thousand too
    kort = re.sub(rf"^(\d{{1,3}})(?=(?:{STREK}|\s+til\s+)\d{{1,3}}[ .\u00a0\u202f]000(?!\d))", r"\1 000", kort)
    ender = re.split(rf"(?<!,){STREK}(?=\S)|\s+til\s+", kort)
    stort = next(
        (ord_ for ord_ in _STORE if re.search(rf"{re.escape(ord_)}(?:\s*kr\.?|\s*kroner)?$", kort)),
        "",
    )
    beløp = [_ett_beløp(ende, stort) for ende in ender]
    fra, til = beløp[0], beløp[-1]
    if fra is None or til is None or len(beløp) > 2 or (len(beløp) == 2 and (fra >= til or hva in ("minst", "inntil"))):
        return None
    return Mengde(fra, hva, til if len(beløp) == 2 else None)


def _ett_beløp(tekst: str, stort: str) -> int | None:
    kort = re.sub(_KR_FØR, "", tekst)
    while (kortere := re.sub(_KR_ETTER, "", kort)) != kort:
        kort = kortere
    tall = kort.removesuffix(stort).strip() if stort else kort
    if stort:
        desimal = desimaltall(tall)
        return None if desimal is None else round(desimal * _STORE[stort])
    return heltall(re.sub(r"(?<=\d)[.](?=\d{3}\b)", "", tall), _SIFRE_I_BELØP)


def _kroner(data: Any) -> Mengde:
    tekst = skalar(data, "et beløp")
    beløp = les_kroner(tekst)
    if beløp is None and _umulig(tekst.casefold()):
        råd = Begge(
            "Skriv for eksempel «250 000 kr» eller «1,2 millioner».",
            "Skriv til dømes «250 000 kr» eller «1,2 millioner».",
        )
        reject(
            Begge(
                f"«{forkort(tekst)}» kan ikke leses som et beløp.",
                f"«{forkort(tekst)}» kan ikkje lesast som eit beløp.",
            ),
            råd,
        )
    return Mengde(0, ord=egne_ord(tekst, "et beløp")) if beløp is None else beløp


def _heltall(data: Any) -> Mengde:
    tekst = skalar(data, "et tall")
    tall = _les(re.sub(r"\s+(?:stk\.?|eksemplar(?:er)?|politikontakt(?:er|ar)|person(?:er|ar))$", "", tekst.casefold()))
    if tall is None and _umulig(tekst.casefold()):
        reject(
            Begge(
                f"«{forkort(tekst)}» kan ikke leses som et helt tall.",
                f"«{forkort(tekst)}» kan ikkje lesast som eit heilt tal.",
            ),
            Begge("Skriv for eksempel «20» eller «fire».", "Skriv til dømes «20» eller «fire»."),
        )
    # What can't be counted so, stands as it is written: one may be shared by two.
    hele = tall is not None and tall.is_integer() and float(tall.til or 0).is_integer()
    return tall if tall is not None and hele else Mengde(0, ord=egne_ord(tekst, "et tall"))


Tall = Annotated[Mengde, Form(_tall, hva="et tall", måter=("4", "fire", "2,5", "20–25"))]
"""A number that need not be whole."""
Heltall = Annotated[Mengde, Form(_heltall, hva="et helt tall", måter=("2", "to", "ca. 20"))]
Minutter = Annotated[Mengde, Form(_minutter, hva="minutter", måter=("25", "25 minutter"))]
Prosent = Annotated[Andel, Form(_prosent, hva="prosent", måter=("50 %", "20–40 %", "en halv stilling"))]
"""How much of a position, or of several: one and a half is 150 %."""
DelAv = Annotated[
    Andel, Form(partial(_prosent, mest=_HELE), hva="prosent", måter=("80 %", "ca. 80 prosent", "80–90 %"))
]
"""How much of something that there is no more of than all."""
Kroner = Annotated[Mengde, Form(_kroner, hva="kroner", måter=("250 000 kr", "inntil 50 000 kr", "1,2 mill."))]

"""A pattern of what a skeleton can be written as: our words as they stand, and holes where values go."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from avtalegen.funn.diagnostic import Rute
from avtalegen.importering.egne.hullmonstre import SLAG, felt
from avtalegen.importering.egne.kanter import ALT, SLUTTEGN, begynnelser, slutter
from avtalegen.importering.egne.ledet import Ledet
from avtalegen.komponering.skjelett.verdier import Felt, Følger, Liste, Løkke, Ord, Rekke, Skrevet, Valg, Verdi
from avtalegen.komponering.sprak.monstre import HELE_TIDEN, PREPOSISJONER
from avtalegen.modell.senere import senere

_UTEN_TEGN = frozenset({"stor", "liten", "punkttekst", "lenke", "bestemt", "lower", "uten_slutt", "map"})


_ORD = senere(r"\w+")
_S, _T = "\ue010", "\ue011"
_L, _R = "\ue012", "\ue013"
_LØST = senere(f"{_L}.*?{_R}", re.DOTALL)
_STRENGT = senere(f"{_S}.*?{_T}", re.DOTALL)
_OFTE_SIST = senere(rf"\s{SLAG['hyppighet']}\.?$", re.IGNORECASE)
_NOK = 2
"""So many words of ours, when they are passed by, are ours all the same."""


class Hull(NamedTuple):
    """A hole: the way to its value (None: nobody can tell), which filter has written it, and what follows of it."""

    rute: Rute | None
    slag: str
    mange: bool = False
    følger: Følger = ()
    mellom: str = ", "
    utydelig: bool = False
    indre: Mønster | None = None


class Mønster:
    """A compiled pattern with its holes, and what is so when one of its choices is taken."""

    def __init__(
        self, deler: Sequence[Verdi], følger: Følger = (), slutt: str = "", *, ledet: Ledet = Ledet.KANSKJE
    ) -> None:
        """Compile what pieces are written as; `ledet` tells what stands in front of a text."""
        self.ledet = ledet
        self.hull: dict[str, Hull] = {}
        self.merker: dict[str, Følger] = {}
        self.følger = følger
        self.ord = 0
        self.utydelig = False
        self._siden: list[str] = []
        self._utenfor: list[list[str]] = []
        self._dybde = self._valgfritt = 0
        self._krav: list[str] = []
        self._tvil: set[str] = set()
        self.kilde = "".join(self._del(d, ()) for d in deler) + slutt
        self._først = self._begynnelser(deler)
        self._sist = tuple(SLUTTEGN) if slutt else slutter(deler)
        if self.utydelig:
            self.hull = {navn: h._replace(utydelig=h.slag != "dato") for navn, h in self.hull.items()}
        uklare = {*self._uten_skille(), *self._tvil}
        self.hull = {n: h._replace(utydelig=True) if n in uklare else h for n, h in self.hull.items()}
        self._re: list[str] = []

    def kan_begynne(self, tekst: str, fra: int) -> bool:
        """Tell whether what a match must begin with stands at a place in a text."""
        return tekst.startswith(self._først, fra)

    def kan_stå_i(self, tekst: str, fra: int = 0, til: int = sys.maxsize) -> bool:
        """Tell whether the words that are always there are in a text, in order; most patterns are passed over so."""
        for ord_ in self._krav:
            if (fra := tekst.find(ord_, fra, til)) < 0:
                return False
            fra += len(ord_)
        return True

    def treff(self, tekst: str, fra: int = 0, til: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match of all of a stretch of text: with holes that look as they should if there is one."""
        if not (tekst.startswith(self._først, fra) and tekst.endswith(self._sist, fra, til)):
            return None
        if not self.kan_stå_i(tekst, fra, til):
            return None
        # What matches in no way, is known by the simplest, and most match in no way.
        enklest = self._variant(2)
        if (løsest := enklest.fullmatch(tekst, fra, til)) is None:
            return None
        for variant in map(self._variant, (0, 1)):
            if variant is enklest:
                break
            if treff := variant.fullmatch(tekst, fra, til):
                return treff
        return løsest

    def _variant(self, nr: int) -> re.Pattern[str]:
        """Return one of the patterns: from the one whose holes look as they should, to the one that takes anything."""
        if not self._re:
            kilder = (_LØST.sub("", self.kilde), self.kilde, _STRENGT.sub(".+?", self.kilde))
            self._re = [re.sub(f"[{_S}{_T}{_L}{_R}]", "", kilde) for kilde in kilder]
        return _kompilert(self._re[nr])

    def tvilsomme(self, treff: re.Match[str]) -> set[str]:
        """Return the holes of a match that can begin or end elsewhere: the longest is not the shortest, say.

        What reaches over several words of ours when it is the longest, has only passed them by.
        """
        if len(self.hull) < _NOK:
            return set()
        ofte = [treff[navn] for navn, hull in self.hull.items() if hull.slag == "hyppighet"]
        if ofte and not any(ofte) and (tatt := {n for n in self.hull if _OFTE_SIST.search(treff[n] or "")}):
            return tatt  # how often stands where something else can stand as well
        lengst = _kompilert(treff.re.pattern.replace(".+?", ".+")).fullmatch(treff.string, treff.start(), treff.end())
        if lengst is None:
            return set()
        tvil = {navn for navn in self.hull if treff.span(navn) != lengst.span(navn)}
        return tvil if self.våre(lengst) + _NOK > self.våre(treff) else set()

    def med_en_av(self, treff: re.Match[str], navn: str, tekster: Sequence[str]) -> re.Match[str] | None:
        """Return a match of the same with one of some texts in a hole, None when there is none."""
        en_av = f"(?P<{navn}>(?i:{'|'.join(map(_rom, tekster))}))"
        return _kompilert(treff.re.pattern.replace(f"(?P<{navn}>.+?)", en_av)).fullmatch(
            treff.string, treff.start(), treff.end()
        )

    def våre(self, treff: re.Match[str]) -> int:
        """Return how many words of a match stand outside the holes."""
        fra, antall = treff.start(), 0
        spenn = sorted(treff.span(navn) for navn in self.hull if treff.span(navn)[0] >= 0)
        for start, slutt in (*spenn, (treff.end(),) * 2):
            antall += len(_ORD.findall(treff.string, fra, start)) if start > fra else 0
            fra = max(fra, slutt)
        return antall

    def er_løst(self, treff: re.Match[str]) -> bool:
        """Tell whether a match is one where a hole doesn't look as it should."""
        return treff.re is not self._variant(0)

    def _uten_skille(self) -> Iterator[str]:
        """Give the holes that have nothing but space between them: where one ends and the next begins can't be told."""
        plasser = [(t.start(), t[1]) for t in re.finditer(r"\(\?P<(g\w+)>", self.kilde)]
        for (fra, en), (til, neste) in pairwise(plasser):
            mellom = self.kilde[fra:til].partition(".+?")[2]
            mellom = re.sub(r"\(\?P<m\w+>\)|\\s\+|\(\?:|[()?|]", "", mellom)
            if not re.search(r"[^\s\\]", mellom) and self.kilde[fra:til].find(".+?") >= 0:
                yield en
                yield neste

    @property
    def bare_hull(self) -> bool:
        """Whether nothing in it is ours."""
        return self.ord == 0

    def _del(self, verdi: Verdi, filtre: tuple[Skrevet, ...]) -> str:
        match verdi:
            case Ord(tekst=tekst):
                return self._ord(tekst)
            case Rekke(deler=deler) if len(deler) == 3 and deler[0] == deler[2] == Ord(" ") and _er_felt(deler[1]):
                self.utydelig = True
                return r"(?!)"  # a word of theirs with nothing of ours around it can't be told from the words beside it
            case Rekke(deler=deler):
                return "".join(self._del(d, filtre) for d in deler)
            case Valg(av=av):
                return self._valg([(følger, v) for følger, v in av], filtre)
            case Liste(ting=ting):
                return self._valg([((), en) for en in ting], filtre)
            case Løkke(verdi=indre):
                return self._hull(Hull(None, "løkke", indre=Mønster([indre])))
            case Skrevet():
                return self._skrevet(verdi, filtre)
            case Felt():
                slag = next((f.filter for f in reversed(filtre) if f.filter not in _UTEN_TEGN), "tekst")
                mellom = next((str(f.args[0]) for f in filtre if f.filter == "join" and f.args), ", ")
                if slag == "liste" and any(f.filter == "rolle" for f in filtre):
                    slag = "roller"
                følger = tuple((rute if len(rute) > 1 else (*verdi.rute, *rute), er) for rute, er in verdi.følger)
                alene = any(f.valg.get("alene") for f in filtre)
                return self._hull(Hull(verdi.rute, slag, verdi.mange, følger, mellom), alene)
        return self._hull(Hull(None, "ukjent"))

    def _ord(self, tekst: str) -> str:
        ordene = re.findall(r"\w+", tekst)
        self.ord += len(ordene)
        if tekst.startswith(")") and self._utenfor:
            self._siden = [*self._utenfor.pop(), *self._siden]
        if tekst.endswith("("):
            self._utenfor.append(self._siden)
        if tekst.endswith("(") or (tekst.strip() == ":" and not self._dybde):
            self._siden = []
        ord_ = r"\s+".join(map(re.escape, re.split(r"\s+", tekst)))
        først = tekst[:1]
        if først.isalpha():  # small in a sentence, with a capital first in an item of a list
            ord_ = f"[{først.lower()}{først.upper()}]{ord_[1:]}"
            ordene[0] = ordene[0][1:]
        if not self._valgfritt:
            self._krav += ordene
        return ord_

    def _valg(self, av: Sequence[tuple[Følger, Verdi]], filtre: tuple[Skrevet, ...]) -> str:
        av = [(følger, _enklest(v)) for følger, v in av]
        if (skille := _skille(av)) is not None:
            # Nothing stands there only when nothing stands before it.
            tegn = _rom(skille) + (_ROM if skille[-1:].isspace() else "")
            bit = ""
            for navn in self._siden:
                bit = rf"(?({navn})(?:{tegn}|(?=\)|\Z))|{bit})"
            return bit
        if all(isinstance(v, Ord) for _, v in av):
            av = sorted(av, key=lambda en: -len(en[1].tekst) if isinstance(en[1], Ord) else 0)
        else:
            # What we say when nothing else is said, is not what somebody has said.
            av = sorted(av, key=lambda en: not (isinstance(en[1], Ord) and en[1].tekst.strip()))
        ord_før, flest, før = self.ord, 0, {*self.hull}
        biter = []
        for følger, v in av:
            self.ord = 0
            self._dybde += 1
            self._valgfritt += len(av) > 1
            bit = self._del(v, filtre)
            self._valgfritt -= len(av) > 1
            self._dybde -= 1
            flest = max(flest, self.ord) if v != Ord("") else flest
            if følger or (v != Ord("") and any(f for f, _ in av)):
                navn = f"m{len(self.merker)}"
                self.merker[navn] = følger
                self._siden.append(navn)
                bit = f"(?P<{navn}>){bit}"
            biter.append(bit)
        if sum(isinstance(v, Felt | Skrevet) for _, v in av) > 1:
            self._tvil |= {navn for navn in self.hull if navn not in før}
        har_tom = any(v == Ord("") for _, v in av)
        self.ord = ord_før + (0 if har_tom else flest)
        return f"(?:{'|'.join(dict.fromkeys(biter))})"

    def _skrevet(self, s: Skrevet, filtre: tuple[Skrevet, ...]) -> str:
        inni = (*filtre, s)
        match s.filter:
            case "setning":
                return self._setning(s, filtre)
            case "avgrenset":
                return rf"{self._del(s.verdi, filtre)},?"
            case "punktum":
                return rf"{self._del(s.verdi, filtre)}[.!?:…]"
            case "med":
                self._valgfritt += 1
                foran = re.escape(s.args[0]) if isinstance(s.args[0], str) else self._del(s.args[0], ())
                self._valgfritt -= 1
                andre = "|".join(sorted(PREPOSISJONER - {"etter"}))
                i_på = rf"(?:i|på)\s+|(?={HELE_TIDEN.pattern})" if foran == "i" else rf"{foran}\s+"
                return rf"(?:{i_på}{_L}|(?=(?i:{andre})\s){_R}){self._del(s.verdi, filtre)}"
            case "join" if isinstance(s.verdi, Liste):
                self._valgfritt += 1
                biter = [self._del(d, filtre) for d in s.verdi.ting]
                self._valgfritt -= 1
                mellom = re.escape(str(s.args[0] if s.args else ""))
                return "".join(rf"(?:{bit}(?:{mellom}|(?=[.)]?$|\)|[.,]\s|\s\|)))?" for bit in biter)
        if s.filter in _UTEN_TEGN and not isinstance(s.verdi, Felt):
            return self._del(s.verdi, inni)
        return self._del(s.verdi, inni)

    def _begynnelser(self, deler: Sequence[Verdi]) -> tuple[str, ...]:
        match deler:
            case [Ord(tekst=tekst), *_]:
                return (tekst.split(" ")[0],)
            case [Skrevet(filter="setning") as s, *_] if self.ledet is Ledet.HVEM:
                hvem = str(s.valg["hvem"])
                return (hvem.split(maxsplit=1)[0],) if self.kilde.startswith(rf"(?P<g0>{_rom(hvem)}\s") else ALT
            case [Skrevet(filter="setning") as s, *_] if self.ledet is Ledet.OM:
                return tuple(sorted({en.split(maxsplit=1)[0] for en in _foran(s)})) or ALT
        return begynnelser(deler)

    def _setning(self, s: Skrevet, filtre: tuple[Skrevet, ...]) -> str:
        if self.ledet is Ledet.HVEM:
            # Who it is about, is as often the parties' own word as ours.
            indre = self._del(s.verdi, filtre)
            return indre.replace(".+?", rf"{_rom(str(s.valg['hvem']))}\s.+?", 1) + "[.!?:…]"
        foran = sorted((rf"{_rom(en)}\s+" for en in _foran(s)), key=len, reverse=True)
        før = f"(?:{'|'.join(foran)})" if foran and self.ledet is not Ledet.IKKE else ""
        if før and self.ledet is Ledet.OM:
            self.ord += min(len(re.findall(r"\w+", en)) for en in foran)
        elif før:
            før += "?"
        bak = ""
        if isinstance(etter := s.valg.get("etter"), str) and self.ledet is not Ledet.IKKE:
            bak = rf",?\s+{_rom(etter)}"
            if self.ledet is Ledet.OM:
                self.ord += len(etter.split())
            else:
                bak = f"(?:{bak})?"
        return f"{før}{self._del(s.verdi, filtre)}{bak}[.!?:…]"

    def _hull(self, hull: Hull, alene: bool = False) -> str:
        navn = f"g{len(self.hull)}"
        self.hull[navn] = hull
        slag = f"{hull.slag} alene" if alene and hull.slag == "hyppighet" else hull.slag
        strengt = f"{_S}{SLAG[slag]}{_T}" if slag in SLAG else ".+?"
        self._siden.append(navn)
        return f"(?P<{navn}>{felt(hull.rute or ()) or strengt})"


@cache
def _kompilert(kilde: str) -> re.Pattern[str]:
    # The items of all lists are the same pattern, with values that go elsewhere.
    return re.compile(kilde, re.DOTALL)


_ROM = r"\s+"


def _enklest(verdi: Verdi) -> Verdi:
    return verdi.deler[0] if isinstance(verdi, Rekke) and len(verdi.deler) == 1 else verdi


def _skille(av: Sequence[tuple[Følger, Verdi]]) -> str | None:
    """Return the sign that parts what stands here from what may stand before it, None for another choice."""
    tekster = [v.tekst for _, v in av if isinstance(v, Ord)]
    if len(av) == 2 and len(tekster) == 2 and "" in tekster:
        tegn = max(tekster, key=len)
        return tegn if tegn.strip() in (",", ";") else None
    return None


def _er_felt(verdi: Verdi) -> bool:
    return isinstance(verdi, Felt) and not verdi.mange


def _foran(s: Skrevet) -> list[str]:
    """Return what words of ours can stand in front of a text of the parties' own."""
    om = str(s.args[0]) if s.args and isinstance(s.args[0], str) else ""
    alle = [om.rstrip() if om.endswith((" er", " å", " ")) else f"{om}:"] if om else []
    return alle + [str(s.valg[n]) for n in ("verb", "hvem") if isinstance(s.valg.get(n), str)]


def _rom(tekst: str) -> str:
    return r"\s+".join(map(re.escape, tekst.split()))

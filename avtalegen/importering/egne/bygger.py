"""The pattern of what a skeleton can be written as, put together piece by piece, with a hole where each value goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from avtalegen.funn.diagnostic import Rute
from avtalegen.importering.egne.hullmonstre import SLAG, felt
from avtalegen.importering.egne.ledet import Ledet
from avtalegen.komponering.skjelett.verdier import Felt, Følger, Liste, Løkke, Ord, Rekke, Skrevet, Valg, Verdi
from avtalegen.komponering.sprak.monstre import HELE_TIDEN, PREPOSISJONER
from avtalegen.modell.senere import senere

_UTEN_TEGN = frozenset({"stor", "liten", "punkttekst", "lenke", "bestemt", "lower", "uten_slutt", "map"})


_S, _T = "\ue010", "\ue011"
_L, _R = "\ue012", "\ue013"
_LØST = senere(f"{_L}.*?{_R}", re.DOTALL)
_STRENGT = senere(f"{_S}.*?{_T}", re.DOTALL)


Krav: TypeAlias = "list[str | tuple[Krav, ...]]"
"""Words and signs of ours that are there, in order, and where one of several stands, what each of them has."""


class Hull(NamedTuple):
    """A hole: the way to its value (None: nobody can tell), which filter has written it, and what follows of it.

    `indre` is what stands in it once for each of a list.
    """

    rute: Rute | None
    slag: str
    mange: bool = False
    følger: Følger = ()
    mellom: str = ", "
    utydelig: bool = False
    indre: Verdi | None = None


class Bygger:
    """Puts a pattern together: `kilde` with its holes, what is so when one of its choices is taken, and our words.

    `ledet` tells what stands in front of a text; `krav` is what is always there.
    """

    def __init__(self, deler: Sequence[Verdi], slutt: str, ledet: Ledet) -> None:
        self.ledet = ledet
        self.hull: dict[str, Hull] = {}
        self.merker: dict[str, Følger] = {}
        self.ord = 0
        self.utydelig = False
        self._siden: list[str] = []
        self._utenfor: list[list[str]] = []
        self._dybde = self._valgfritt = 0
        self.krav: Krav = []
        self._tvil: set[str] = set()
        self.kilde = "".join(self._del(d, ()) for d in deler) + slutt
        if self.utydelig:
            self.hull = {navn: h._replace(utydelig=h.slag != "dato") for navn, h in self.hull.items()}
        uklare = {*self._uten_skille(), *self._tvil}
        self.hull = {n: h._replace(utydelig=True) if n in uklare else h for n, h in self.hull.items()}

    @cached_property
    def varianter(self) -> list[str]:
        """The expressions: from the one whose holes look as they should, to the one that takes anything."""
        kilder = (_LØST.sub("", self.kilde), self.kilde, _STRENGT.sub(".+?", self.kilde))
        return [re.sub(f"[{_S}{_T}{_L}{_R}]", "", kilde) for kilde in kilder]

    def _uten_skille(self) -> Iterator[str]:
        """Give the holes that have nothing but space between them: where one ends and the next begins can't be told."""
        plasser = [(t.start(), t[1]) for t in re.finditer(r"\(\?P<(g\w+)>", self.kilde)]
        for (fra, en), (til, neste) in pairwise(plasser):
            mellom = self.kilde[fra:til].partition(".+?")[2]
            mellom = re.sub(r"\(\?P<m\w+>\)|\\s\+|\(\?:|[()?|]", "", mellom)
            if not re.search(r"[^\s\\]", mellom) and self.kilde[fra:til].find(".+?") >= 0:
                yield en
                yield neste

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
                return self._hull(Hull(None, "løkke", indre=indre))
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
        biter = re.findall(r"\w+|[^\w\s]", tekst)
        self.ord += sum(bit[0].isalnum() or bit[0] == "_" for bit in biter)
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
            biter[0] = biter[0][1:]
        if not self._valgfritt:
            self.krav += biter
        return ord_

    def _valg(self, av: Sequence[tuple[Følger, Verdi]], filtre: tuple[Skrevet, ...]) -> str:
        av = [(følger, _enklest(v)) for følger, v in av]
        if (skille := _skille(av)) is not None:
            # Nothing stands there only when nothing stands before it.
            tegn = rom(skille) + (_ROM if skille[-1:].isspace() else "")
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
        biter, krav, grener = [], self.krav, list[Krav]()
        for følger, v in av:
            self.ord = 0
            self._dybde += 1
            self.krav = []
            bit = self._del(v, filtre)
            grener.append(self.krav)
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
        én_av: Krav = [tuple(grener)] if grener and all(grener) else []
        self.krav = krav + (grener[0] if len(grener) == 1 else én_av)
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
        return self._del(s.verdi, inni)

    def _setning(self, s: Skrevet, filtre: tuple[Skrevet, ...]) -> str:
        if self.ledet is Ledet.HVEM:
            # Who it is about, is as often the parties' own word as ours.
            indre = self._del(s.verdi, filtre)
            return indre.replace(".+?", rf"{rom(str(s.valg['hvem']))}\s.+?", 1) + "[.!?:…]"
        foran = sorted((rf"{rom(en)}\s+" for en in ord_foran(s)), key=len, reverse=True)
        før = f"(?:{'|'.join(foran)})" if foran and self.ledet is not Ledet.IKKE else ""
        if før and self.ledet is Ledet.OM:
            self.ord += min(len(re.findall(r"\w+", en)) for en in foran)
        elif før:
            før += "?"
        bak = ""
        if isinstance(etter := s.valg.get("etter"), str) and self.ledet is not Ledet.IKKE:
            bak = rf",?\s+{rom(etter)}"
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


def ord_foran(s: Skrevet) -> list[str]:
    """Return what words of ours can stand in front of a text of the parties' own."""
    om = str(s.args[0]) if s.args and isinstance(s.args[0], str) else ""
    alle = [om.rstrip() if om.endswith((" er", " å", " ")) else f"{om}:"] if om else []
    return alle + [str(s.valg[n]) for n in ("verb", "hvem") if isinstance(s.valg.get(n), str)]


def rom(tekst: str) -> str:
    """Return the expression of words of ours, whatever space there is between them."""
    return r"\s+".join(map(re.escape, tekst.split()))

"""What stands in a hole, as the format has it: the way back from what a filter has written."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache
from typing import Any

from avtalegen import register
from avtalegen.dokument.maler import MALER
from avtalegen.importering.egne.monster import Hull
from avtalegen.importering.funnet import TROLIG, Node, Sikkerhet
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.lesing.ours import read_yaml

_INGENTING = ("–", "-", "")
_TELEFON = r"(?:\+47\s)?(?:\d{2,5}(?:\s\d{2,3})*|\d{5})"


class Leser:
    """Reads holes in one language."""

    def __init__(self, språkkode: str, tekst: str) -> None:
        self.ord = _ordene(språkkode)
        nevnt = [d for d in register.alle_politidistrikt() if d.navn in tekst or d.navn_nynorsk in tekst]
        self.kommunenumre = frozenset(nummer for d in nevnt for nummer in d.kommunenumre)

    def les(self, u: Utsnitt, hull: Hull, sikkerhet: Sikkerhet, hvorfor: str) -> Node | None:
        """Return what stands in a hole as a node of the draft; None for nothing."""
        u = u.strippet(" \t\n")
        if not u or u.s in _INGENTING:
            return None
        if hull.slag == "rolle":
            return self.rolle(u, sikkerhet, hvorfor)
        if hull.slag == "roller":
            return [self.rolle(en, sikkerhet, hvorfor) for en in self.liste(u)]
        if hull.rute == ("periode",):
            return _hele_år(u, sikkerhet, hvorfor)
        if hull.mange:
            biter = list(u.delt(re.escape(hull.mellom).replace(r"\ ", r"\s"))) if hull.slag == "join" else self.liste(u)
            return [en.verdi(sikkerhet, hvorfor) for en in biter]
        if hull.slag == "kommunenavn":
            kommune = kommunen(u.s, self.kommunenumre)
            return u.verdi(sikkerhet, hvorfor, kommune, ordrett=False) if kommune else None
        tekst = self._tekst(samlet(u.s), u.s, hull.slag)
        return u.verdi(sikkerhet, hvorfor, tekst, ordrett=tekst == samlet(u.s))

    def _tekst(self, tekst: str, som_skrevet: str, slag: str) -> str:
        match slag:
            case "telefon":
                return " / ".join(re.split(rf",\s|\s{self.ord['eller']}\s", tekst))
            case "hyppighet" | "antall":
                return tekst.removeprefix(f"{self.ord['slik']}: ")
            case "når" | "uker":
                return re.sub(rf"^{self.ord['i']}\s", "", tekst)
            case "åpningstider":
                linjer = re.sub(r"\n+kl\.\s", " ", som_skrevet)
                return "; ".join(samlet(linje) for linje in linjer.split("\n"))
        return tekst

    def er_bindeord(self, tekst: str) -> bool:
        """Tell whether a text is nothing but words that we put between values."""
        ordene = {self.ord[o] for o in ("og", "eller", "i", "telefon")} | {*self.ord["vara"].split(), "kl"}
        return all(o in ordene for o in re.findall(r"\w+", tekst))

    def liste(self, u: Utsnitt) -> list[Utsnitt]:
        """Return the pieces of «a, b og c», what stands in brackets or quotes kept together."""
        skiller = [*_utenfor(u.s, r",\s+")]
        siste = [*_utenfor(u.s, rf"\s+{self.ord['og']}\s+")]
        siste = [s for s in siste if not skiller or s[0] > skiller[-1][0]]
        alle = [*skiller, *siste[-1:]] if skiller or siste else []
        biter, fra = [], 0
        for start, slutt in alle:
            biter.append(u.del_(fra, start))
            fra = slutt
        return [b for b in (*biter, u.del_(fra, len(u.s))) if b]

    def rolle(self, u: Utsnitt, sikkerhet: Sikkerhet, hvorfor: str) -> Node:
        """Return somebody as the format has a role, from how the documents tell of one."""
        if "," in u.s and not er_navn(u.s.partition(",")[0]):
            sikkerhet = TROLIG  # a title, an office and a remark look alike
        node: dict[str, Node] = {}
        u, node = self._bak(u, node, sikkerhet, hvorfor)
        treff = re.search(rf",\s{self.ord['telefon']}\s({_TELEFON}(?:(?:,|\s{self.ord['eller']})\s{_TELEFON})*)", u.s)
        epost = re.search(r",\s([^\s,]+@[^\s,]+\.[^\s,]+)", u.s)
        slutt = min((t.start() for t in (treff, epost) if t), default=len(u.s))
        etter = max((t.end() for t in (treff, epost) if t), default=len(u.s))
        if treff:
            tlf = u.gruppe(treff, 1)
            node["telefon"] = tlf.verdi(sikkerhet, hvorfor, self._tekst(samlet(tlf.s), tlf.s, "telefon"), ordrett=False)
        if epost:
            node["epost"] = u.gruppe(epost, 1).verdi(sikkerhet, hvorfor)
        merknad = u.del_(etter, len(u.s)).strippet(" ,") if etter < len(u.s) else None
        hvem = u.del_(0, slutt)
        hvem, merknad = self._også(hvem, merknad, node, sikkerhet, hvorfor)
        if merknad:
            node["merknad"] = merknad.verdi(sikkerhet, hvorfor)
        self._hvem(hvem, node, sikkerhet, hvorfor)
        rekke = (
            "tittel",
            "navn",
            "kommune",
            "enhet",
            "telefon",
            "epost",
            "også",
            "vara",
            "merknad",
            "antall",
            "styrke",
        )
        return {felt: node[felt] for felt in rekke if felt in node}

    def _bak(
        self, u: Utsnitt, node: dict[str, Node], sikkerhet: Sikkerhet, hvorfor: str
    ) -> tuple[Utsnitt, dict[str, Node]]:
        """Take off the stand-in, and how strongly it is agreed that they take part."""
        if (nr := u.s.rfind(f", {self.ord['vara']} ")) >= 0:
            node["vara"] = u.del_(nr + len(self.ord["vara"]) + 3, len(u.s)).verdi(sikkerhet, hvorfor)
            u = u.del_(0, nr)
        for grad, ordene in self.ord["deltar"].items():
            if u.s.endswith(f", {ordene}"):
                del_ = u.del_(len(u.s) - len(ordene), len(u.s))
                node["styrke"] = del_.verdi(sikkerhet, hvorfor, grad, ordrett=False)
                u = u.del_(0, len(u.s) - len(ordene) - 2)
                break
        return u, node

    def _også(
        self, hvem: Utsnitt, merknad: Utsnitt | None, node: dict[str, Node], sikkerhet: Sikkerhet, hvorfor: str
    ) -> tuple[Utsnitt, Utsnitt | None]:
        """Take off the other offices in brackets, and a remark after them."""
        for start, slutt in reversed([*_parenteser(hvem.s)]):
            inni = hvem.del_(start + 1, slutt - 1)
            if _er_antall(inni.s, self.ord) or not re.match(r",\s|$", hvem.s[slutt:]):
                continue
            node["også"] = [en.verdi(sikkerhet, hvorfor) for en in self.liste(inni)]
            bak = hvem.del_(slutt, len(hvem.s)).strippet(" ,")
            return hvem.del_(0, start), merknad or (bak if bak else None)
        return hvem, merknad

    def _hvem(self, u: Utsnitt, node: dict[str, Node], sikkerhet: Sikkerhet, hvorfor: str) -> None:
        """Read title, name, unit and kommune."""
        biter = list(u.delt(r",\s+"))
        if not biter:
            return
        først, *resten = biter
        navn, tittel = _navn_og_tittel(først)
        if navn and not tittel and resten and (" " in resten[0].s and not er_navn(resten[0].s)):
            tittel, *resten = resten
        if resten:
            hale = u.del_(resten[0].fra - u.fra, len(u.s))
            node_enhet, kommune = self._i_kommune(hale)
            node["enhet"] = node_enhet.verdi(sikkerhet, hvorfor)
        else:
            siste = tittel or først
            siste, kommune = self._i_kommune(siste)
            if tittel:
                tittel = siste
            elif not navn:
                først = siste
        if navn:
            node["navn"] = navn.verdi(sikkerhet, hvorfor)
        if kommune:
            alle = kommune.s == self.ord["alle_kommuner"]
            node["kommune"] = kommune.verdi(sikkerhet, hvorfor, "alle" if alle else None, ordrett=not alle)
        if not navn and not tittel:
            tittel = først
        if tittel:
            self._tittel(tittel, node, sikkerhet, hvorfor)

    def _tittel(self, u: Utsnitt, node: dict[str, Node], sikkerhet: Sikkerhet, hvorfor: str) -> None:
        if (treff := re.search(r"\s\(([^()]+)\)$", u.s)) and _er_antall(treff[1], self.ord):
            node["antall"] = u.gruppe(treff, 1).verdi(sikkerhet, hvorfor)
            u = u.del_(0, treff.start())
        elif (treff := re.match(_antall(self.ord) + r"\s(?=\S)", u.s)) is not None:
            node["antall"] = u.gruppe(treff).verdi(sikkerhet, hvorfor)
            u = u.del_(treff.end(), len(u.s))
        node["tittel"] = u.verdi(sikkerhet, hvorfor)

    def _i_kommune(self, u: Utsnitt) -> tuple[Utsnitt, Utsnitt | None]:
        treff = [*re.finditer(rf"\s{self.ord['i']}\s(?=[A-ZÆØÅ]|{self.ord['alle_kommuner']})", u.s)]
        if not treff:
            return u, None
        return u.del_(0, treff[-1].start()), u.del_(treff[-1].end(), len(u.s))


def _hele_år(u: Utsnitt, sikkerhet: Sikkerhet, hvorfor: str) -> Node | None:
    """Return the period that is written as one or two years: «2024–2025»."""
    treff = re.fullmatch(r"(\d{4})(?:–(\d{4}))?", u.s)
    if treff is None:
        return None
    return {
        "fra": u.verdi(sikkerhet, hvorfor, f"1.1.{treff[1]}", ordrett=False),
        "til": u.verdi(sikkerhet, hvorfor, f"31.12.{treff[2] or treff[1]}", ordrett=False),
    }


def _antall(ord_: dict[str, Any]) -> str:
    tall = "|".join(re.escape(str(o)) for o in ord_["tall"][1:])
    foran = "|".join(ord_[o] for o in ("minst", "omtrent", "inntil"))
    ett = rf"(?:\d{{1,3}}|{tall})"
    return rf"(?:(?:{foran})\s)?{ett}(?:\s{ord_['opp_til']}\s{ett})?"


def _er_antall(tekst: str, ord_: dict[str, Any]) -> bool:
    return re.fullmatch(_antall(ord_), tekst) is not None


_ORDET = r"[A-ZÆØÅÁÄÖÉŠŽČĐ][\w'’.-]*"


def er_navn(tekst: str) -> bool:
    """Tell whether a text is nothing but a name of a person."""
    return re.fullmatch(rf"{_ORDET}(?:\s(?:(?:av|von|van|de|der|el|al)\s)?{_ORDET})+", tekst) is not None


def _navn_og_tittel(u: Utsnitt) -> tuple[Utsnitt | None, Utsnitt | None]:
    """Return the name and the title of «Kari Nordmann», «ordfører Kari Nordmann» and «ordfører»."""
    if er_navn(u.s):
        første, _, rest = u.s.partition(" ")
        from avtalegen.importering.uttrykk import TITTELORD

        if re.fullmatch(TITTELORD, første) and er_navn(rest):
            return u.del_(len(første) + 1, len(u.s)), u.del_(0, len(første))
        return u, None
    første, _, rest = u.s.partition(" ")
    if er_navn(rest) and første[:1].islower():
        return u.del_(len(første) + 1, len(u.s)), u.del_(0, len(første))
    return None, None


def _parenteser(tekst: str) -> Iterator[tuple[int, int]]:
    """Give what stands in brackets that stand in no others."""
    dybde = start = 0
    for nr, tegn in enumerate(tekst):
        if tegn == "(":
            start = nr if dybde == 0 else start
            dybde += 1
        elif tegn == ")" and dybde:
            dybde -= 1
            if dybde == 0:
                yield start, nr + 1


def _utenfor(tekst: str, mønster: str) -> Iterator[tuple[int, int]]:
    """Give the matches that stand outside brackets and quotes."""
    dybde, dybder = 0, []
    for tegn in tekst:
        dybde += (tegn in "(«") - (tegn in ")»")
        dybder.append(dybde)
    for treff in re.finditer(mønster, tekst):
        if dybder[treff.start()] <= 0:
            yield treff.span()


def kommunen(navn: str, blant: Container[str] | None = None) -> str | None:
    """Return the number of the kommune that is called this, with what kind it is: «Flakstad kommune».

    Of several with one name it is the one `blant` others, when that is given.
    """
    navn = samlet(navn)
    for kandidat in (navn, navn.rpartition(" ")[0]):
        alle = [k.kommunenummer for k in register.kommuner_med_navn(kandidat)] if kandidat else []
        if len(alle) > 1 and blant is not None:
            alle = [nummer for nummer in alle if nummer in blant]
        if alle:
            return alle[0]
    return None


@cache
def _ordene(språkkode: str) -> dict[str, Any]:
    return read_yaml(MALER / språkkode / "ord.yaml")

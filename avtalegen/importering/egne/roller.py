"""People as the documents tell of them, as the format has a role: the way back from what `Språk.rolle` writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Sikkerhet
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.uttrykk import FORAN, TITTELORD
from avtalegen.modell.senere import senere

_TELEFON = r"(?:\+47\s)?(?:\d{2,5}(?:\s\d{2,3})*|\d{5})"
_EPOST = r"[^\s,]+@[^\s,]+\.[^\s,]+"
_ORDET = r"[A-ZÆØÅÁÄÖÉŠŽČĐ][\w'’.-]*"
_NAVN = senere(rf"{_ORDET}(?:\s(?:(?:av|von|van|de|der|el|al)\s)?{_ORDET})+")
_MERKNAD = senere(r"(?:som|der|begge|når|dersom|hvis|viss|etter|ved|med|og|også|men|for|helst|gjerne)\s")
_REKKE = ("tittel", "navn", "kommune", "enhet", "telefon", "epost", "også", "vara", "merknad", "antall", "styrke")


def er_navn(tekst: str) -> bool:
    """Tell whether a text is nothing but a name of a person."""
    return _NAVN.fullmatch(tekst) is not None


def delt_utenfor(u: Utsnitt, mønster: str) -> list[Utsnitt]:
    """Return the pieces between the matches that stand outside brackets and quotes."""
    biter, fra = [], 0
    for start, slutt in utenfor(u.s, mønster):
        biter.append(u.del_(fra, start))
        fra = slutt
    return [b for b in (*biter, u.del_(fra, len(u.s))) if b]


def utenfor(tekst: str, mønster: str) -> Iterator[tuple[int, int]]:
    """Give the matches that stand outside brackets and quotes."""
    dybde, dybder = 0, []
    for tegn in tekst:
        dybde += (tegn in "(«") - (tegn in ")»")
        dybder.append(dybde)
    for treff in re.finditer(mønster, tekst):
        if dybder[treff.start()] <= 0:
            yield treff.span()


def opplistet(u: Utsnitt, og: str) -> list[Utsnitt]:
    """Return the pieces of «a, b og c» or «a, og b og c», what stands in brackets or quotes kept together."""
    skiller = [*utenfor(u.s, rf",\s+(?:{og}\s+)?")]
    siste = [s for s in utenfor(u.s, rf"\s+{og}\s+") if not skiller or s[0] > skiller[-1][0]]
    if skiller and u.s[slice(*skiller[-1])].strip() != ",":
        siste = []  # the comma before «og» is the last one
    siste = [s for s in siste if not _hører_sammen(u.s[: s[0]], u.s[s[1] :])]
    biter, fra = [], 0
    for start, slutt in [*skiller, *siste[-1:]]:
        biter.append(u.del_(fra, start))
        fra = slutt
    return [b for b in (*biter, u.del_(fra, len(u.s))) if b]


def _hører_sammen(før: str, etter: str) -> bool:
    """Tell whether «og» stands inside one thing: «barne- og ungdomsskolen», «kommunens og politiets systemer»."""
    siste, neste = før.rpartition(" ")[2], etter.split()
    return siste.endswith("-") or (
        siste.endswith("s") and len(neste) > 1 and neste[0].endswith("s") and siste.islower()
    )


class Rolleleser:
    """Reads people in one language; `ord_` are its words."""

    def __init__(self, ord_: Mapping[str, Any]) -> None:
        self.ord = ord_
        tall = "|".join(re.escape(str(o)) for o in ord_["tall"][1:])
        foran = "|".join(ord_[o] for o in ("minst", "omtrent", "inntil"))
        ett = rf"(?:\d{{1,3}}|{tall})"
        self.antall = rf"(?:(?:{foran})\s)?{ett}(?:(?:\s{ord_['opp_til']}\s|–){ett})?"
        self.deltar = {ordene: grad for grad, ordene in ord_["deltar"].items()}
        numre = rf"{_TELEFON}(?:(?:,|\s{ord_['eller']})\s{_TELEFON})*"
        self.telefon = re.compile(rf"{ord_['telefon']}\s({numre})")
        self.vara = re.compile(rf"{ord_['vara']}\s(?=\S)")

    def flere(self, u: Utsnitt, sikkerhet: Sikkerhet, hvorfor: str) -> list[Node]:
        """Return the people of a list in one sentence: «ordfører Kari Nordmann, lensmannen og Per Hansen»."""
        biter = opplistet(u, self.ord["og"])
        grupper: list[list[Utsnitt]] = []
        for nr, bit in enumerate(biter):
            etter_og = nr == len(biter) - 1 and not re.search(r",\s+$", u.s[: bit.fra - u.fra])
            mer = self._er_tillegg(bit.s) if etter_og else bool(grupper) and self._hører_til(grupper[-1], biter[nr:])
            if grupper and mer:
                grupper[-1].append(bit)
            else:
                grupper.append([bit])
        return [
            self.en(u.del_(g[0].fra - u.fra, g[-1].fra + len(g[-1].s) - u.fra), sikkerhet, hvorfor) for g in grupper
        ]

    def _er_tillegg(self, s: str) -> bool:
        """Tell whether a piece says more of the one before it."""
        return bool(
            self.telefon.fullmatch(s) or re.fullmatch(_EPOST, s) or re.fullmatch(_TELEFON, s)
        ) or self._er_til_slutt(s)

    def _er_til_slutt(self, s: str) -> bool:
        return s in self.deltar or self.vara.match(s) is not None

    def _hører_til(self, før: Sequence[Utsnitt], resten: Sequence[Utsnitt]) -> bool:
        """Tell whether the first of the pieces that are left, goes with those before it."""
        s = resten[0].s
        if self._er_tillegg(s):
            return not self.vara.match(før[-1].s)
        if self._er_til_slutt(før[-1].s):
            return False
        if any(self._er_tillegg(en.s) for en in før):
            # A remark stands between how to reach somebody and how they take part.
            return len(resten) > 1 and self._er_til_slutt(resten[1].s)
        if len(før) == 1 and er_navn(før[0].s):
            return s[:1].islower() and " " in s
        # The unit, and the title of one that has a name, stand before how to reach them.
        kontakt = next((n for n, en in enumerate(resten) if self._er_tillegg(en.s)), None)
        return kontakt is not None and (self._har_antall(s) or (len(før) < 3 and self._har_antall(før[-1].s)))

    def _har_antall(self, s: str) -> bool:
        return re.search(rf"\s\({self.antall}\)", s) is not None or re.match(self.antall + r"\s(?=\S)", s) is not None

    def en(self, u: Utsnitt, sikkerhet: Sikkerhet, hvorfor: str) -> Node:
        """Return one of them."""
        node: dict[str, Node] = {}
        u = self._til_slutt(u, node, sikkerhet, hvorfor)
        biter = delt_utenfor(u, r",\s+")
        hvem: list[Utsnitt] = []
        merknad: list[Utsnitt] = []
        nådd = False
        for nr, bit in enumerate(biter):
            if treff := self.telefon.fullmatch(bit.s):
                tlf = self._numre(biter, nr, bit.gruppe(treff, 1), u)
                node["telefon"] = tlf.verdi(sikkerhet, hvorfor, self._telefon(tlf.s), ordrett=False)
                nådd = True
            elif nr and "telefon" in node and re.fullmatch(_TELEFON, bit.s):
                continue
            elif nr and "epost" not in node and re.fullmatch(_EPOST, bit.s):
                node["epost"] = bit.verdi(sikkerhet, hvorfor)
                nådd = True
            else:
                (merknad if nådd else hvem).append(bit)
        tvil = self._hvem(hvem, node, merknad, sikkerhet, hvorfor)
        if merknad:
            fra, til = merknad[0].fra - u.fra, merknad[-1].fra + len(merknad[-1].s) - u.fra
            node["merknad"] = u.del_(fra, til).verdi(sikkerhet, hvorfor)
        if tvil:
            node = {felt: _trolig(en) for felt, en in node.items()}
        return {felt: node[felt] for felt in _REKKE if felt in node}

    def _numre(self, biter: Sequence[Utsnitt], nr: int, tlf: Utsnitt, u: Utsnitt) -> Utsnitt:
        """Return the numbers after one another, which have commas between them."""
        til = tlf
        for bit in biter[nr + 1 :]:
            if not re.fullmatch(rf"{_TELEFON}(?:\s{self.ord['eller']}\s{_TELEFON})?", bit.s):
                break
            til = bit
        return u.del_(tlf.fra - u.fra, til.fra + len(til.s) - u.fra)

    def _telefon(self, tekst: str) -> str:
        return " / ".join(re.split(rf",\s|\s{self.ord['eller']}\s", samlet(tekst)))

    def _til_slutt(self, u: Utsnitt, node: dict[str, Node], sikkerhet: Sikkerhet, hvorfor: str) -> Utsnitt:
        """Take off the stand-in, and how strongly it is agreed that they take part."""
        if (nr := u.s.rfind(f", {self.ord['vara']} ")) >= 0:
            node["vara"] = u.del_(nr + len(self.ord["vara"]) + 3, len(u.s)).verdi(sikkerhet, hvorfor)
            u = u.del_(0, nr)
        for ordene, grad in self.deltar.items():
            # In brackets now, and after a comma in what is written by older versions.
            for slutt, etter in ((f" ({ordene})", 1), (f", {ordene}", 0)):
                if u.s.endswith(slutt):
                    til = len(u.s) - etter
                    del_ = u.del_(til - len(ordene), til)
                    node["styrke"] = del_.verdi(sikkerhet, hvorfor, grad, ordrett=False)
                    return u.del_(0, len(u.s) - len(slutt))
        return u

    def _hvem(
        self,
        biter: Sequence[Utsnitt],
        node: dict[str, Node],
        merknad: list[Utsnitt],
        sikkerhet: Sikkerhet,
        hvorfor: str,
    ) -> bool:
        """Read name, title, unit, kommune and other offices; tell whether they could have been read in another way.

        What stands after the kommune or the other offices is a remark, put first in `merknad`.
        """
        deler: list[Utsnitt] = []
        kommune: Utsnitt | None = None
        brukt = 0
        for brukt, hel in enumerate(biter, 1):
            bit, også = self._også(hel)
            if også and any(self._også(senere)[1] or self._er_med_antall(senere.s) for senere in biter[brukt:]):
                bit, også = hel, None
            bit, kommune = self._i_kommune(bit)
            deler += [bit] if bit else []
            if også:
                node["også"] = [en.verdi(sikkerhet, hvorfor) for en in opplistet(også, self.ord["og"])]
            if kommune or også:
                break
        bak = [*biter[brukt:]]
        tittel, navn, enhet, til_overs = self._fordelt(deler)
        bak = [*til_overs, *bak]
        merknad[:0] = bak
        if navn:
            node["navn"] = navn.verdi(sikkerhet, hvorfor)
        if enhet:
            node["enhet"] = enhet.verdi(sikkerhet, hvorfor)
        if kommune:
            alle = kommune.s == self.ord["alle_kommuner"]
            node["kommune"] = kommune.verdi(sikkerhet, hvorfor, "alle" if alle else None, ordrett=not alle)
        if tittel:
            self._tittel(tittel, node, sikkerhet, hvorfor)
        klart = len(biter) < 2 or (len(biter) == 2 and er_navn(biter[0].s) and biter[1].s[:1].islower())
        kjent = tittel is None or re.match(rf"(?:{FORAN})?{TITTELORD}", tittel.s) is not None
        return not (klart and kjent) or bool(bak) or "antall" in node or "også" in node

    def _fordelt(
        self, deler: Sequence[Utsnitt]
    ) -> tuple[Utsnitt | None, Utsnitt | None, Utsnitt | None, Sequence[Utsnitt]]:
        """Return title, name and unit, and the pieces that are none of them."""
        if not deler:
            return None, None, None, ()
        først, *resten = deler
        antall = next((n for n, d in enumerate(deler[:2]) if self._er_med_antall(d.s)), None)
        if antall == 1:
            return resten[0], først, *_enhet(resten[1:])
        navn, tittel = (None, None) if antall == 0 else _navn_og_tittel(først)
        if navn and not tittel and resten and resten[0].s[:1].islower() and " " in resten[0].s:
            return resten[0], navn, *_enhet(resten[1:])
        if not navn and antall is None and len(deler) >= 3:
            return resten[0], først, *_enhet(resten[1:])
        return (tittel if navn else først), navn, *_enhet(resten)

    def _er_med_antall(self, s: str) -> bool:
        return self._har_antall(s) or re.fullmatch(self.antall, s) is not None

    def _tittel(self, u: Utsnitt, node: dict[str, Node], sikkerhet: Sikkerhet, hvorfor: str) -> None:
        if treff := re.search(rf"\s\(({self.antall})\)$", u.s):
            node["antall"] = u.gruppe(treff, 1).verdi(sikkerhet, hvorfor)
            u = u.del_(0, treff.start())
        elif treff := re.match(rf"({self.antall})(?:\s(?=\S)|$)", u.s):
            node["antall"] = u.gruppe(treff, 1).verdi(sikkerhet, hvorfor)
            u = u.del_(treff.end(), len(u.s))
        if u:
            node["tittel"] = u.verdi(sikkerhet, hvorfor)

    def _også(self, u: Utsnitt) -> tuple[Utsnitt, Utsnitt | None]:
        """Take off the other offices in brackets at the end."""
        siste = [*_parenteser(u.s)][-1:]
        for start, slutt in siste:
            inni = u.del_(start + 1, slutt - 1)
            if slutt == len(u.s) and re.fullmatch(self.antall, inni.s) is None:
                return u.del_(0, start), inni
        return u, None

    def _i_kommune(self, u: Utsnitt) -> tuple[Utsnitt, Utsnitt | None]:
        treff = [*re.finditer(rf"\s{self.ord['i']}\s(?=[A-ZÆØÅ]|{self.ord['alle_kommuner']})", u.s)]
        if not treff:
            return u, None
        return u.del_(0, treff[-1].start()), u.del_(treff[-1].end(), len(u.s))


def _enhet(deler: Sequence[Utsnitt]) -> tuple[Utsnitt | None, Sequence[Utsnitt]]:
    """Return the unit, and what is left; what goes on as a clause or a phrase is a remark."""
    return (deler[0], deler[1:]) if deler and not _MERKNAD.match(deler[0].s) else (None, deler)


def _trolig(node: Node) -> Node:
    if isinstance(node, list):
        return [_trolig(en) for en in node]
    if isinstance(node, dict):
        return {felt: _trolig(en) for felt, en in node.items()}
    return node._replace(sikkerhet=TROLIG) if node.sikkerhet is SIKKER else node


def _navn_og_tittel(u: Utsnitt) -> tuple[Utsnitt | None, Utsnitt | None]:
    """Return the name and the title of «Kari Nordmann», «ordfører Kari Nordmann» and «ordfører»."""
    første, _, rest = u.s.partition(" ")
    if er_navn(u.s):
        if re.fullmatch(TITTELORD, første) and er_navn(rest):
            return u.del_(len(første) + 1, len(u.s)), u.del_(0, len(første))
        return (None, None) if re.fullmatch(TITTELORD + "(?:en|a|n)?", rest.rpartition(" ")[2]) else (u, None)
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

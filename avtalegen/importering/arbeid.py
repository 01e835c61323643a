"""The work on one old agreement: the draft that is made, and which characters of the source it accounts for so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.funnet import SIKKER, Node, Sikkerhet, Spenn, Tre, Verdi
from avtalegen.importering.grense import hold_fristen
from avtalegen.importering.kilde import Kilde, Linje
from avtalegen.importering.oppsett import Oppsett
from avtalegen.importering.ordliste import bindeord
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere
from avtalegen.register import Kommune


@dataclass(frozen=True)
class Regel:
    """A pattern of a sentence, and for each of its groups where the value goes and how it is read.

    What the pattern matches outside its groups are its own words, so they are accounted for; a group whose name begins
    with «_» matches anything and says nothing. A reader that begins with «=» gives that word whatever is matched.
    """

    uttrykk: str
    felt: Mapping[str, tuple[str, str]]
    sikkerhet: Sikkerhet
    hvorfor: str

    @cached_property
    def mønster(self) -> re.Pattern[str]:
        """The pattern, compiled when a sentence may match it: all of them take a second."""
        return senere(self.uttrykk)


def regel(mønster: str, sikkerhet: Sikkerhet, hvorfor: str, **felt: tuple[str, str]) -> Regel:
    """Make a rule; the route of each field is written with full stops between its keys."""
    return Regel(mønster, felt, sikkerhet, hvorfor)


class Endring(NamedTuple):
    """Words that a decision changes: the clause they are in («» for any), those that were, and those that are to be."""

    ledd: str
    før: str
    nå: Utsnitt


class Arbeid:
    """The source, the draft in `tre`, and by line what of it is accounted for: 1 for a label, 2 for a value."""

    def __init__(self, kilde: Kilde, oppsett: Oppsett) -> None:
        self.kilde, self.oppsett, self.tre = kilde, oppsett, Tre()
        self.dekket = {linje.nr: bytearray(len(linje.tekst)) for linje in kilde.linjer}
        self.merker: list[Spenn] = []
        self.kommuner: list[Kommune] = []
        self.dagrekke: list[str] = []
        self.år = ""
        """The year that the heading over what is being read says."""
        self.i_møtene = False
        """Whether the heading over what is being read says that it is about the meetings."""
        self.møtetid: dict[str, Node] = {}
        """The hours that are said of all the meetings before they are counted up."""
        self.i_kommunen = ""
        """The one of several kommuner whose council is being read about."""
        self.utpekte: list[str] = []
        """The names of those who are the contacts in the police, by what stands around them."""
        self.før: Utsnitt | None = None
        self.nå: Utsnitt | None = None
        """The sentence that is being read, and the one before it."""
        self.kontakt = 0
        """Which of the contacts is being read about."""
        self.sendt: dict[tuple[int, int], str] = {}
        self.fortalt: set[tuple[int, int]] = set()
        """The sentences that tell of what is not agreed, by their line and where in it they begin."""
        self.endringer: list[Endring] = []
        """What a decision changes."""
        self.strøket: set[str] = set()
        """The numbers of the clauses that a decision strikes out."""
        self.gått_ut: set[str] = set()
        """Those who a decision says are not to be in the council."""
        self.innskudd: list[Spenn] = []
        """The asides, which no value or label accounts for."""
        for merke in oppsett.merker:
            self.etikett(merke)

    @cached_property
    def linjer(self) -> dict[int, Linje]:
        """The lines of the source by their numbers."""
        return {linje.nr: linje for linje in self.kilde.linjer}

    def etikett(self, u: Utsnitt) -> None:
        """Account for words of ours: a label, a heading, the words of a rule."""
        self.merker.append(u.spenn)
        self._dekk(u.spenn, 1)

    def _dekk(self, spenn: Spenn, hva: int) -> None:
        hold_fristen()
        linje = self.dekket[spenn.linje]
        her = linje[spenn.fra : spenn.til]
        linje[spenn.fra : spenn.til] = b"\2" * len(her) if hva == 2 else her.replace(b"\0", b"\1")

    def dekk(self, node: Node) -> None:
        """Account for what the values of a node stand for."""
        if isinstance(node, Verdi):
            for spenn in node.spenn:
                self._dekk(spenn, 2)
        else:
            for under in node.values() if isinstance(node, dict) else node:
                self.dekk(under)

    def slipp(self, verdi: Verdi) -> None:
        """Take back the account of what a value that is left out stands for: it stays in the text, or is not placed."""
        for spenn in verdi.spenn:
            linje = self.dekket[spenn.linje]
            linje[spenn.fra : spenn.til] = [0] * (spenn.til - spenn.fra)

    def sett(self, node: Node | None, rute: str) -> bool:
        """Put a value where nothing stands; what it stands for is accounted for if it could be put there."""
        if not node or not self.tre.sett(node, *self._rute(rute)):
            return False
        self.dekk(node)
        return True

    def legg_til(self, node: Node | None, rute: str) -> bool:
        """Put a value last in a list; one that is said again is there already."""
        if isinstance(node, Verdi) and rute.startswith("politikontakt.") and rute.endswith((".navn", ".telefon")):
            der = self.tre.liste(*self._rute(rute))
            if any(isinstance(en, Verdi) and en.tekst == node.tekst for en in der):
                self.dekk(node)
                return True
        if not node or not self.tre.legg_til(node, *self._rute(rute)):
            return False
        self.dekk(node)
        return True

    def _rute(self, rute: str) -> tuple[str | int, ...]:
        """Return the way to a place; what is said of the contact, is of the one that is being read about."""
        steg = tuple(int(ett) if ett.isdigit() else ett for ett in rute.split("."))
        return (steg[0], self.kontakt, *steg[2:]) if steg[:2] == ("politikontakt", 0) else steg

    def rest(self, u: Utsnitt) -> str:
        """Return the words of a stretch of text that neither a value nor a label nor a binding word accounts for."""
        dekket = self.dekket[u.linje]
        tegn = [" " if dekket[u.fra + nr] else c for nr, c in enumerate(u.s)]
        ord_ = re.findall(r"[\w%½¼¾]+", "".join(tegn))
        return " ".join(o for o in ord_ if o.casefold() not in bindeord() and o.casefold() not in self.partene)

    def er_lest(self, u: Utsnitt) -> bool:
        """Tell whether a value or a label accounts for any of a stretch of text."""
        return any(self.dekket[u.linje][u.fra : u.fra + len(u.s)])

    @cached_property
    def partene(self) -> frozenset[str]:
        """The words that the names of the parties are made of: they are in the draft, wherever they are said again."""
        rot = self.tre.rot.get("parter")
        return (
            frozenset(o for v in _verdier(rot) for o in re.findall(r"\w+", v.tekst.casefold())) if rot else frozenset()
        )

    def prøv(self, u: Utsnitt, regler: Iterable[Regel]) -> int:
        """Hold some rules against a sentence, and return how many values they gave."""
        funnet = 0
        hold_fristen()
        for en in regler:
            for treff in en.mønster.finditer(u.s):
                if n := self._bruk(u, en, treff):
                    funnet += n
                    break
        return funnet

    def _bruk(self, u: Utsnitt, en: Regel, treff: re.Match[str]) -> int:
        satt = 0
        for gruppe, (rute, leser) in en.felt.items():
            if treff.span(gruppe)[0] < 0:
                continue
            del_ = u.gruppe(treff, gruppe).strippet(" \t\n,;:")
            node = self.les(del_, leser, en.sikkerhet, en.hvorfor)
            if node is not None and (self.legg_til(node, rute[:-2]) if rute.endswith("[]") else self.sett(node, rute)):
                satt += 1
        if satt:
            for fra, til in _utenom(treff):
                self.etikett(u.del_(fra, til))
        return satt

    def les(self, u: Utsnitt, leser: str, sikkerhet: Sikkerhet, hvorfor: str) -> Node | None:
        """Return what a stretch of text is, read as this: «dato», «rolle», «tekst» …; None when it can't be."""
        if not u:
            return None
        if leser.startswith("="):
            return u.verdi(sikkerhet, hvorfor, leser[1:], ordrett=False)
        if leser == "rolle":
            return rolle(u, sikkerhet, hvorfor)
        if leser == "liste":
            return [ett.verdi(sikkerhet, hvorfor) for ett in ledd.oppramsing(u)]
        if leser == "tittel":
            return u.verdi(sikkerhet, hvorfor, ledd.som_tittel(u.s))
        if leser == "tekst":
            return u.verdi(sikkerhet, hvorfor)
        lest = ledd.LESERE[leser](u.s)
        return None if lest is None else u.verdi(sikkerhet, hvorfor, lest, ordrett=False)


def rolle(u: Utsnitt, sikkerhet: Sikkerhet, hvorfor: str) -> Node | None:
    """Return the one who is named in a stretch of text, as the format has a role: a title, a name, or both."""
    treff = re.match(rf"({uttrykk.NAVN}),\s", u.s)
    if treff and not ledd.er_instans(treff[1]) and not re.fullmatch(uttrykk.TITTELORD, treff[1].split()[0]):
        return _navn_og_mer(u, treff, sikkerhet, hvorfor)
    p = ledd.person(u) if not treff else ledd.person(u.gruppe(treff, 1))
    return som_rolle(p, sikkerhet, hvorfor) if p else None


def _navn_og_mer(u: Utsnitt, treff: re.Match[str], sikkerhet: Sikkerhet, hvorfor: str) -> dict[str, Node]:
    """Return a name with what stands after it: a title, an office, a telephone number, an address."""
    node: dict[str, Node] = {"navn": u.gruppe(treff, 1).verdi(sikkerhet, hvorfor)}
    for en in u.del_(treff.end(), len(u.s)).delt(r",\s+"):
        for felt, mønster in (("telefon", uttrykk.TELEFON), ("epost", uttrykk.EPOST)):
            if funnet := re.search(mønster, en.s):
                node.setdefault(felt, en.gruppe(funnet).verdi(sikkerhet, hvorfor))
                break
        else:
            if re.match(uttrykk.PROSENT, en.s):
                continue  # of a position, and no office
            felt = "tittel" if re.search(uttrykk.TITTELORD, en.s) else "enhet"
            node.setdefault(felt, en.strippet().verdi(sikkerhet, hvorfor))
    return {n: node[n] for n in ("tittel", "navn", "enhet", "telefon", "epost") if n in node}


def som_rolle(p: ledd.Person, sikkerhet: Sikkerhet = SIKKER, hvorfor: str = "tittel og navn") -> dict[str, Node]:
    """Return a person as the format has a role."""
    node: dict[str, Node] = {}
    if p.tittel and p.tittel.s:
        node["tittel"] = p.tittel.verdi(sikkerhet, hvorfor, ledd.som_tittel(p.tittel.s))
    if p.navn and p.navn.s:
        node["navn"] = p.navn.verdi(sikkerhet, hvorfor)
    if p.kommune and p.kommune.s:
        node["kommune"] = p.kommune.verdi(sikkerhet, hvorfor)
    return node


def _verdier(node: Node) -> Iterable[Verdi]:
    """Return the names and numbers of the parties; not those of people."""
    if isinstance(node, Verdi):
        yield node
    elif isinstance(node, list):
        for en in node:
            yield from _verdier(en)
    else:
        for nøkkel, under in node.items():
            if nøkkel in ("kommuner", "politi", "navn", "kommunenummer", "distrikt", "enhet") and (
                isinstance(under, (Verdi, list)) or nøkkel == "politi"
            ):
                yield from _verdier(under)


def _utenom(treff: re.Match[str]) -> Iterable[tuple[int, int]]:
    """Return the stretches of a match that stand in none of its groups with a name."""
    grupper = sorted(treff.span(navn) for navn in treff.re.groupindex if treff.span(navn)[0] >= 0)
    start = treff.start()
    for fra, til in grupper:
        if fra > start:
            yield start, fra
        start = max(start, til)
    if start < treff.end():
        yield start, treff.end()

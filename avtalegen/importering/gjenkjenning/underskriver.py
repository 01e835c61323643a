"""One who signs, put together from the lines over and under the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.funnet import SIKKER, Node, Verdi
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_STREK = senere(r"^[\s._…\-–—/]+$")
_FOR = senere(r"^(?i:for|på vegne av|på vegner av)\s(?P<f>.+?)\s*:?$")
_TID = senere(rf"^(?P<d>{uttrykk.DATO})(?:\s(?:kl\.?\s)?\d{{1,2}}[:.]\d\d)?$")


def underskrifter(a: Arbeid, blokker: list[list[Utsnitt]]) -> None:
    """Take those who sign from the columns of a block of lines: «For X», a name, a title, an organisation, a day.

    `blokker` are the columns, each with its lines from above.
    """
    for blokk in blokker:
        en = _Underskriver(a, under=_for_står_under(blokk), over=_tittelen_står_over(blokk))
        for u in (hver for linje in blokk for side in _sidene(linje) for hver in _hver(side)):
            signert = re.search(r"\s*(?:[(/]?\bsign\.?[)/]?|\(s\.?\))\s*$", u.s)
            if signert:
                a.etikett(u.gruppe(signert))
            ren = u.del_(0, signert.start() if signert else len(u.s)).strippet(" \t\n_.…·")
            if not _STREK.match(u.s) and ren.s:
                en.linje(ren)
        en.ferdig()


_EN = senere(
    rf"(?P<n>{uttrykk.NAVN}),?\s(?P<t>(?:[a-zæøå-]+\s)?(?-i:(?![A-ZÆØÅ])){uttrykk.TITTELORD}(?:\s(?:i|for|"
    rf"ved)\s[A-ZÆØÅ][\w-]+"
    r"(?:\s(?:kommune|herad|politistasjon))?)?)"
    r"(?:,\s(?P<f>(?:for|på vegne av|på vegner av)\s[A-ZÆØÅ][\w-]+(?:\s[\w-]+)??\s"
    r"(?:kommune|herad|politidistrikt|lensmannskontor|"
    r"politistasjon|lensmannsdistrikt)))?(?=[,;.]?\s(?:og\s)?[A-ZÆØÅ]|\.?$)"
)
"""A name with a title after it, on a line that several of them may stand on."""


_SIDE = senere(r"(?i:for|på vegne av|på vegner av)\s[^\d:.,]{3,50}:(?=\s+[A-ZÆØÅ])")


def _sidene(linjer: Utsnitt) -> Iterator[Utsnitt]:
    """Give the lines, those that several sides sign on in pieces: «For X: N, tittel. For Y: N»."""
    for u in linjer.delt(r"\n"):
        yield from _på_linjen(u)


def _på_linjen(u: Utsnitt) -> list[Utsnitt]:
    starter = [m for m in _SIDE.finditer(u.s) if m.start() == 0 or not u.s[m.start() - 1].isalnum()]
    if not starter or u.s[: starter[0].start()].strip():
        return [u]
    ender = [*(m.start() for m in starter[1:]), len(u.s)]
    return [
        del_.strippet(" \t.;")
        for m, slutt in zip(starter, ender, strict=True)
        for del_ in (u.del_(m.start(), m.end()), u.del_(m.end(), slutt))
    ]


def _for_står_under(blokk: list[Utsnitt]) -> bool:
    """Tell whether «for X» stands under the names: the first line with either is a name, and the last is no name."""
    alle = [en.s.strip() for u in blokk for side in _sidene(u) for en in _hver(side)]
    slag = ["for" if _FOR.match(s) else "navn" for s in alle if _FOR.match(s) or re.search(uttrykk.NAVN, s)]
    return slag[:1] == ["navn"] and slag[-1:] == ["for"]


_BARE_TITTEL = senere(rf"{uttrykk.FORAN}{uttrykk.TITTELORD}(?:\s(?:i|for|ved)\s[A-ZÆØÅ][\w-]+)?")


def _tittelen_står_over(blokk: list[Utsnitt]) -> bool:
    """Tell whether each title stands over the name: the first line with either is a title, and there are as many."""
    alle = [en.s.strip(" _.…") for u in blokk for side in _sidene(u) for en in _hver(side)]
    slag = [
        "t" if _BARE_TITTEL.fullmatch(s) else "n"
        for s in alle
        if re.match(rf"{uttrykk.NAVN}|{_BARE_TITTEL.pattern}$", s)
    ]
    return slag[:1] == ["t"] and slag == ["t", "n"] * (len(slag) // 2)


def _hver(u: Utsnitt) -> list[Utsnitt]:
    """Return those who sign on one line, each with a comma between the name and the title; else the line."""
    alle = [*_EN.finditer(u.s)]
    utenom = _EN.sub("", u.s)
    if not alle or re.search(r"\w{4,}", utenom) or (len(alle) == 1 and "," in alle[0][0] and not alle[0]["f"]):
        return [u]
    return [u.gruppe(m, g) for m in alle for g in "ntf" if m[g]]


class _Underskriver:
    def __init__(self, a: Arbeid, *, under: bool, over: bool) -> None:
        self.a = a
        self.under, self.over = under, over
        self.node: dict[str, Node] = {}

    def linje(self, u: Utsnitt) -> None:
        """Read one line; a new name, or a new «for», begins another one who signs."""
        if treff := _FOR.match(u.s):
            if "navn" not in self.node or ("for" if self.under else "tittel") in self.node or "for" in self.node:
                self._ny()  # else it stands under the name, and says whom that is for
            self.node["for"] = u.gruppe(treff, "f").verdi(SIKKER, "«for» over underskriften")
            self.a.etikett(u.del_(0, treff.start("f")))
        elif (tid := _TID.match(u.s)) and (dag := self.a.les(u.gruppe(tid, "d"), "dato", SIKKER, "ved underskriften")):
            self.node["dato"] = dag
        elif self.over and _BARE_TITTEL.fullmatch(u.s):
            self._ny()
            self.node["tittel"] = u.verdi(SIKKER, "linjen over navnet", ledd.som_tittel(u.s))
        elif (p := next(ledd.personer(u), None)) and len(p.hele.s) > 0.7 * len(u.s):
            self._ny()
            if p.tittel and p.navn and p.tittel.fra > p.navn.fra:
                self.node["navn"] = p.navn.verdi(SIKKER, "underskriften")
                self._tittel(u.del_(p.tittel.fra - u.fra, len(u.s)).strippet(" )"))
            else:
                self.node |= som_rolle(p, SIKKER, "underskriften")
        elif re.fullmatch(uttrykk.NAVN, u.s) and not ledd.er_instans(u.s):
            self._ny()
            self.node["navn"] = u.verdi(SIKKER, "underskriften")
        elif "navn" in self.node and "tittel" not in self.node and re.search(uttrykk.TITTELORD, u.s.partition(", ")[0]):
            self._tittel(u)
        elif (
            re.search(r"(?i)kommune|herad|politidistrikt|lensmann\w*kontor", u.s)
            and len(u.s) < 60
            and not re.search(r"[·|]|\d", u.s)
        ):
            self.node.setdefault("for", u.verdi(SIKKER, "ved underskriften"))

    def _tittel(self, u: Utsnitt) -> None:
        hoved, komma, _ = u.s.partition(", ")
        tittel = u.del_(0, len(hoved))
        i_kommunen = re.match(r"(.+?)\si\s([A-ZÆØÅ].+)$", tittel.s)
        if i_kommunen and (kommune := slå_opp(i_kommunen[2])) and kommune in self.a.kommuner and "for" not in self.node:
            for_ = tittel.gruppe(i_kommunen, 2)
            self.node["for"] = for_.verdi(SIKKER, "etter tittelen", _organisasjon(self.a, for_.s))
            tittel = tittel.gruppe(i_kommunen, 1)
        self.node["tittel"] = tittel.verdi(SIKKER, "linjen under navnet", ledd.som_tittel(tittel.s))
        if komma and "for" not in self.node:
            org = u.del_(len(hoved) + 2, len(u.s))
            org = org.del_(4, len(org.s)) if org.s.startswith("for ") else org
            self.node["for"] = org.verdi(SIKKER, "etter tittelen", _organisasjon(self.a, org.s))

    def _ny(self) -> None:
        if "navn" in self.node:
            self.ferdig()

    def ferdig(self) -> None:
        """Put the one who signs in the draft, when there is a name and something that goes with it."""
        node, self.node = self.node, {}
        if "navn" in node and {"tittel", "for"} & node.keys():
            ferdig(self.a, node)


def _organisasjon(a: Arbeid, tekst: str) -> str | None:
    kommune = slå_opp(tekst)
    return f"{samlet(tekst)} kommune" if kommune in a.kommuner and kommune and "kommune" not in tekst else None


def ferdig(a: Arbeid, node: dict[str, Node]) -> None:
    """Put one who signs in the draft, with the side that the title says."""
    tittel, for_ = node.get("tittel"), node.get("for")
    tekst = f"{tittel.tekst if isinstance(tittel, Verdi) else ''} {for_.tekst if isinstance(for_, Verdi) else ''}"
    politi = (
        ledd.er_politi(tittel.tekst) if isinstance(tittel, Verdi) else bool(re.search(r"(?i)politi|lensmann", tekst))
    )
    kommune = re.search(r"(?i)(?<!fylkes)kommune|herad|(?<!fylkes)ordfør|(?<!fylkes)rådmann|byråd", tekst)
    ordnet: dict[str, Node] = {n: node[n] for n in ("navn", "tittel", "for") if n in node}
    if politi or kommune:
        kilde = tittel if isinstance(tittel, Verdi) else for_
        assert isinstance(kilde, Verdi)
        ordnet["part"] = Verdi("politiet" if politi else "kommunen", kilde.spenn, SIKKER, "tittelen", ordrett=False)
    if "dato" in node:
        ordnet["dato"] = node["dato"]
    a.legg_til(ordnet, "signaturer")

"""What stands in a hole, as the format has it: the way back from what a filter has written."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import Any

from avtalegen import register
from avtalegen.dokument.maler import KJENTE_ORD, MALER
from avtalegen.importering.egne.bindeord import Begynnelser, linjevis
from avtalegen.importering.egne.bygger import Hull
from avtalegen.importering.egne.roller import Rolleleser, opplistet
from avtalegen.importering.funnet import TROLIG, Node, Sikkerhet
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.komponering.sprak.kjente_ord import KjenteOrd
from avtalegen.lesing.ours import read_yaml

_INGENTING = ("–", "-", "")


class Leser:
    """Reads holes in one language; `brytes`: the lines of a cell may end where there was no room for more."""

    def __init__(self, språkkode: str, tekst: str, *, brytes: bool = False) -> None:
        self.brytes = brytes
        self.ord = _ordene(språkkode)
        self.roller = Rolleleser(self.ord)
        self.begynnelser = Begynnelser(tekst.split("\n"), _kjente())
        nevnt = [d for d in register.alle_politidistrikt() if d.navn in tekst or d.navn_nynorsk in tekst]
        self.kommunenumre = frozenset(nummer for d in nevnt for nummer in d.kommunenumre)

    def les(self, u: Utsnitt, hull: Hull, sikkerhet: Sikkerhet, hvorfor: str) -> Node | None:
        """Return what stands in a hole as a node of the draft; None for nothing."""
        u = u.strippet(" \t\n")
        if not u or u.s in _INGENTING:
            return None
        if hull.slag == "rolle":
            return self.roller.en(u, sikkerhet, hvorfor)
        if hull.slag == "roller":
            return self.roller.flere(u, sikkerhet, hvorfor)
        if hull.rute == ("periode",):
            return _hele_år(u, sikkerhet, hvorfor)
        if hull.mange:
            biter = (
                list(u.delt(re.escape(hull.mellom).replace(r"\ ", r"\s")))
                if hull.slag == "join"
                else opplistet(u, self.ord["og"])
            )
            if self.brytes and hull.mellom == "\n":
                deler = [linjevis(bit, self.begynnelser) for bit in biter]
                sikkerhet = sikkerhet if all(sikkert for _, sikkert in deler) else TROLIG
                biter = [en for alle, _ in deler for en in alle]
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


def _hele_år(u: Utsnitt, sikkerhet: Sikkerhet, hvorfor: str) -> Node | None:
    """Return the period that is written as one or two years: «2024–2025»."""
    treff = re.fullmatch(r"(\d{4})(?:–(\d{4}))?", u.s)
    if treff is None:
        return None
    return {
        "fra": u.verdi(sikkerhet, hvorfor, f"1.1.{treff[1]}", ordrett=False),
        "til": u.verdi(sikkerhet, hvorfor, f"31.12.{treff[2] or treff[1]}", ordrett=False),
    }


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
def _kjente() -> KjenteOrd:
    return KjenteOrd(read_yaml(MALER / KJENTE_ORD))


@cache
def _ordene(språkkode: str) -> dict[str, Any]:
    return read_yaml(MALER / språkkode / "ord.yaml")

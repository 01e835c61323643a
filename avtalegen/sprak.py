"""How values are written in running text: dates, numbers, lists, phone numbers, in the language of a document.

The words themselves are in `maler/<language>/ord.yaml`; here is only how they are put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from avtalegen.document import Language, Link
from avtalegen.modell.felles import Rolle
from avtalegen.modell.former import Antall
from avtalegen.modell.klokke import Klokkeslett, Ukedag, Åpent
from avtalegen.modell.tid import Hyppighet, Tidspunkt, Tidsrom, Varighet

_UKER = re.compile(r"(?:i )?(?:uke(?:ne)?|veke(?:ne)?)?\s*(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?", re.IGNORECASE)
# Of both målformer: local text may be in either.
_PREPOSISJONER = frozenset(
    "i på ved hos til etter under over opp fra frå mellom mens når om som der digitalt via utenfor utanfor".split()
)
_EPOST = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\"]{2,}")
_NETTADRESSE = re.compile(r"(?i)(?:https?://)?((?:[a-z0-9æøåáčđŋšŧž-]+\.)+[a-z]{2,}(?:/[^\s<>\"]*)?)")


class Språk:
    """The ways of writing in one language. Every public method is a filter in the templates."""

    def __init__(self, ord_: dict[str, Any]) -> None:
        self.ord = ord_
        self.kode: Language = ord_["språk"]
        self._småord = re.compile(rf"(?:{'|'.join(ord_['småord'])})\w*\b")

    def liste(self, ting: Iterable[str], ord_: str = "og") -> str:
        """Return «a, b og c»."""
        alle = list(ting)
        return f"{', '.join(alle[:-1])} {self.ord[ord_]} {alle[-1]}" if len(alle) > 1 else "".join(alle)

    def liten(self, tekst: str) -> str:
        """Return the text with a small first letter if it begins with a title or another common word.

        Only words that `ord.yaml` knows are touched: a name that lost its capital would be worse than a title that
        kept one.
        """
        liten = tekst[:1].lower() + tekst[1:]
        return liten if self._småord.match(liten) else tekst

    def stor(self, tekst: str) -> str:
        """Return the text with a capital first letter."""
        return tekst[:1].upper() + tekst[1:]

    def med(self, tekst: str, preposisjon: str) -> str:
        """Return the text after a preposition, unless it begins with one of its own («på rådhuset»)."""
        tekst = tekst.strip()
        første = tekst.split(" ")[0].casefold()
        return tekst if første in _PREPOSISJONER else f"{preposisjon} {tekst}"

    def uten_slutt(self, tekst: str, slutt: str) -> str:
        """Return the text without a last word that the sentence has already."""
        return tekst.rstrip(" .").removesuffix(slutt).rstrip()

    def uker(self, tekst: str) -> str:
        """Return «i uke 28–31» for «28-31» and «uke 28–31»; other words as they are."""
        treff = _UKER.fullmatch(tekst.strip())
        if not treff:
            return self.med(self.liten(tekst), "i")
        uker = treff[1] + (f"–{treff[2]}" if treff[2] else "")
        return f"i {self.ord['uke']} {uker}"

    def punktum(self, tekst: str) -> str:
        """Return the text with one full stop at its end, unless it ends with another mark."""
        tekst = tekst.rstrip()
        return tekst if tekst.endswith((".", "!", "?", ":", "…")) else tekst + "."

    def setning(self, tekst: str) -> str:
        """Return the text as a sentence: a capital first and a full stop last."""
        return self.punktum(self.stor(tekst))

    def punkttekst(self, tekst: str) -> str:
        """Return the text as an item of a list: a capital first, and a full stop only after several sentences."""
        tekst = self.stor(tekst.rstrip())
        return tekst if re.search(r"[.!?] \S", tekst) or tekst.endswith(("..", "…")) else tekst.removesuffix(".")

    def organisasjonsnummer(self, nummer: str) -> str:
        """Return the nine digits in threes: «964 994 218»."""
        sifre = re.sub(r"\s", "", nummer)
        return "\u00a0".join((sifre[:3], sifre[3:6], sifre[6:])) if len(sifre) == 9 else nummer

    def tall(self, antall: int, kjønn: str = "hankjønn") -> str:
        """Return the number in words up to twelve, above that in digits with thin spaces by the thousand.

        `kjønn` is the gender of what is counted: hankjønn, hunkjønn or intetkjønn («éin», «éi», «eitt»).
        """
        if antall == 1:
            return str(self.ord["én"][kjønn])
        return str(self.ord["tall"][antall]) if 0 <= antall <= 12 else gruppert(antall)

    def antall(self, antall: Antall, kjønn: str = "hankjønn") -> str:
        """Return «fire» or «minst fire»."""
        minst = f"{self.ord['minst']} " if antall.minst else ""
        return minst + self.tall(antall.antall, kjønn)

    def dato(self, dato: date) -> str:
        """Return «25. oktober 2024»."""
        # The day and the month stay on one line.
        måned = self.ord["måneder"][dato.month - 1]
        return str(self.ord["dato"]).format(dag=dato.day, måned=måned, år=dato.year).replace(". ", ".\u00a0", 1)

    def tidspunkt(self, tidspunkt: Tidspunkt) -> str:
        """Return the date written out if it is one, otherwise the text as it was written."""
        nøyaktig = tidspunkt.dato and re.match(r"\d{1,2}[./]|\d{4}-|\d{1,2}\.? [a-z]", tidspunkt.tekst)
        return self.dato(tidspunkt.dato) if tidspunkt.dato and nøyaktig else self.liten(tidspunkt.tekst)

    def tidsrom(self, tidsrom: Tidsrom) -> str:
        """Return «2024–2025» for whole years, otherwise «fra … til …»."""
        fra, til = tidsrom
        if fra and til and (fra.month, fra.day, til.month, til.day) == (1, 1, 12, 31):
            return str(fra.year) if fra.year == til.year else f"{fra.year}–{til.year}"
        mønster = "fra_til" if fra and til else "fra" if fra else "til"
        return str(self.ord[mønster]).format(fra=fra and self.dato(fra), til=til and self.dato(til))

    def varighet(self, varighet: Varighet) -> str:
        """Return «tre år» or «ett år»."""
        enhet = varighet.enhet.value
        entall, flertall = self.ord["enheter"][enhet]
        tall = self.tall(varighet.antall, self.ord["kjønn"][enhet])
        return f"{tall} {entall if varighet.antall == 1 else flertall}"

    def hyppighet(self, hyppighet: Hyppighet) -> str:
        """Return «hvert år», «minst åtte ganger i året» or «løpende»."""
        if hyppighet.løst:
            return str(self.ord["løst"][hyppighet.løst])
        enhet = hyppighet.enhet.value
        if hyppighet.dager:
            entall, flertall = self.ord["enheter"]["dag"]
            dager = f"{self.tall(hyppighet.antall)} {entall if hyppighet.antall == 1 else flertall}"
            tekst = f"{dager} {self.ord['hver'][enhet]}"
        elif hyppighet.antall > 1:
            tekst = str(self.ord["ganger"][enhet]).format(antall=self.tall(hyppighet.antall))
        else:
            tekst = str(self.ord["gang" if hyppighet.minst else "hver"][enhet])
        return f"{self.ord['minst']} {tekst}" if hyppighet.minst else tekst

    def klokkeslett(self, tid: Klokkeslett) -> str:
        """Return «09.00»."""
        return f"{tid.time:02}.{tid.minutt:02}"

    def ukedager(self, dager: Sequence[Ukedag]) -> str:
        """Return «mandag–fredag» for days in a row, otherwise «mandag og onsdag»."""
        navn = [self.ord["ukedager"][dag - 1] for dag in dager]
        if len(dager) > 2 and dager[-1] - dager[0] == len(dager) - 1:
            return f"{navn[0]}–{navn[-1]}"
        return self.liste(navn)

    def åpningstider(self, tider: Iterable[Åpent], i_celle: bool = False) -> str:
        """Return «mandag–fredag 09.00–14.30; lørdag stengt»; `i_celle` with days and hours on lines of their own."""
        return ("\n" if i_celle else "; ").join(self._åpent(åpent, i_celle) for åpent in tider)

    def _åpent(self, åpent: Åpent, i_celle: bool) -> str:
        dager = self.ukedager(åpent.dager) if åpent.dager else ""
        if not (åpent.fra and åpent.til):
            merknad = self.ord["uten_klokkeslett"].get(åpent.merknad, åpent.merknad)
            return " ".join(filter(None, (dager, merknad)))
        tid = f"{self.klokkeslett(åpent.fra)}–{self.klokkeslett(åpent.til)}"
        tid += f" ({åpent.merknad})" if åpent.merknad else ""
        if i_celle:
            return "\n".join(filter(None, (self.stor(dager), f"kl.\u00a0{tid}")))
        return " ".join(filter(None, (dager, tid)))

    def telefon(self, numre: Sequence[str]) -> str:
        """Return the numbers grouped as Norwegians read them: «76 05 43 01», «800 40 008», «02800»."""
        return self.liste((nummer_gruppert(nummer) for nummer in numre), "eller")

    def prosent(self, andel: float) -> str:
        """Return «50 prosent»'s figure with a per cent sign, kept together: «50 %»."""
        return f"{andel:g}".replace(".", ",") + "\u00a0%"

    def kroner(self, beløp: int) -> str:
        """Return «250 000 kroner»."""
        return f"{gruppert(beløp)} kroner"

    def rolle(self, rolle: Rolle, fullt: bool = False, kontakt: bool = False, verv: str = "") -> str:
        """Return «ordfører Kari Nordmann i Flakstad kommune».

        With `fullt` also what else is known of the person, with `kontakt` the phone number and the e-mail address.
        A title that only repeats `verv`, what the person is named as, is left out.
        """
        tittel = self.liten(rolle.tittel) if rolle.tittel else ""
        if rolle.navn and tittel.casefold() == verv.casefold():
            tittel = ""
        # «ordfører Kari Nordmann», but «Kari Nordmann, lensmann for Flakstad kommune»
        bindeledd, deler = (", ", (rolle.navn, tittel)) if " " in tittel else (" ", (tittel, rolle.navn))
        tekst = bindeledd.join(filter(None, deler))
        for sted in filter(None, (rolle.enhet, rolle.kommune)):
            tekst += f" {self.ord['i']} {sted}" if sted is rolle.kommune else f", {sted}"
        if fullt:
            tekst += f" ({self.liste(self.liten(også) for også in rolle.også)})" if rolle.også else ""
            tekst += f", {rolle.merknad}" if rolle.merknad else ""
            tekst += f", {self.ord['vara']} {self.liten(rolle.vara)}" if rolle.vara else ""
        if kontakt:
            tekst += f", {self.ord['telefon']} {self.telefon(rolle.telefon)}" if rolle.telefon else ""
            tekst += f", {rolle.epost}" if rolle.epost else ""
        return tekst

    def lenke(self, adresse: str) -> Link | str:
        """Return a link to an e-mail or web address, or the text itself when it isn't a whole address."""
        adresse = adresse.strip()
        if _EPOST.fullmatch(adresse):
            return Link(adresse, f"mailto:{adresse}")
        if treff := _NETTADRESSE.fullmatch(adresse):
            return Link(adresse, adresse if "://" in adresse else f"https://{treff[1]}")
        return adresse


def gruppert(tall: int) -> str:
    """Return the digits with a no-break space by the thousand from 10 000 up."""
    return f"{tall:,}".replace(",", "\u00a0") if abs(tall) >= 10_000 else str(tall)


def nummer_gruppert(nummer: str) -> str:
    """Return a Norwegian phone number grouped; one that isn't eight digits stands as it is."""
    if not re.fullmatch(r"[0-9]{8}", nummer):
        landsnummer = re.fullmatch(r"\+47([0-9]{8})", nummer)
        return f"+47\u00a0{nummer_gruppert(landsnummer[1])}" if landsnummer else nummer
    deler = (3, 5) if nummer[0] in "489" else (2, 4, 6)
    biter = [nummer[a:b] for a, b in zip((0, *deler), (*deler, 8), strict=True)]
    return "\u00a0".join(biter)

"""How numbers, shares and how often are written in running text, in the language of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from avtalegen.komponering.spor.sporing import omskrevet, sammen, skjøt
from avtalegen.komponering.sprak.kjente_ord import KjenteOrd
from avtalegen.komponering.sprak.skrivemate import uten_punktum
from avtalegen.modell.former import Antall
from avtalegen.modell.hyppighet import SISTE, Hyppighet
from avtalegen.modell.hyppighetsord import uten_tid
from avtalegen.modell.klokke import Ukedag
from avtalegen.modell.tall import Andel, Mengde
from avtalegen.modell.varighet import Enhet

if TYPE_CHECKING:
    from avtalegen.dokument.innhold import Language

MOST_IN_WORDS = 12


class Mengdespråk:
    """The ways of writing how much and how often; `Språk` has the others."""

    def __init__(self, ord_: dict[str, Any]) -> None:
        self.ord = ord_
        self.kode: Language = ord_["språk"]
        self.kjente = KjenteOrd(ord_["kjente"])

    def liste(self, ting: Iterable[str], ord_: str = "og", *, komma: bool = True) -> str:
        """Return «a, b og c», each without the stop after a sentence: that of «8., 9. og 10. trinn» is of a number.

        There is a `komma` too when the last one or the one before it has the word in it («rus, og barn og unge», but
        «ordføreren og helse- og omsorgssjefen»), or the one before it ends with a clause («oppgavene, hvem som har
        ansvaret, og fristene»).
        """
        alle = [
            uten_punktum(en) if isinstance(en, str) and en.endswith(".") and not en[:-1].isdigit() else en
            for en in ting
        ]
        if len(alle) < 2:
            return skjøt("", alle)
        og = f" {self.ord[ord_]} "
        # Behind a hyphen, the word holds two parts of one word together.
        flere = any(og in str(en).replace(f"-{og}", "-") for en in alle[-2:])
        komma = komma and (flere or self.kjente.vil_ha_komma(alle[-2]))
        skille = f",{og}" if komma else og
        return sammen(skjøt(", ", alle[:-1]), skille, alle[-1])

    def liten(self, tekst: str) -> str:
        """Return the text with a small first letter if it begins with a title or another common word.

        Only words that `kjente_ord.yaml` knows are touched: a name that lost its capital would be worse than a title
        that kept one.
        """
        som_den_er = str(tekst)
        if som_den_er[1:2].isupper():  # «SLT-planen»
            return tekst
        liten = som_den_er[:1].lower() + som_den_er[1:]
        if liten == som_den_er:
            return omskrevet(tekst, liten)
        return omskrevet(tekst, liten) if self.kjente.begynner(liten) else tekst

    def tall(self, antall: float, kjønn: str = "hankjønn", blant: Iterable[float | None] = ()) -> str:
        """Return the number in words up to twelve, above that in digits with thin spaces by the thousand.

        `kjønn` is the gender of what is counted: hankjønn, hunkjønn or intetkjønn («éin», «éi», «eitt»). `blant` are
        the numbers in the same sentence: does one of them need digits, all have them («38 av 47», never «ni av 47»).
        """
        sifre = any(tall is not None and (tall > MOST_IN_WORDS or tall != int(tall)) for tall in blant)
        if isinstance(antall, Mengde):
            return self._mengde(
                antall, lambda tall: self.tall(float(tall), kjønn, (*blant,)), "", f" {self.ord['opp_til']} "
            )
        if antall != int(antall):
            return _desimal(antall)
        if sifre or not 0 <= antall <= MOST_IN_WORDS:
            return gruppert(int(antall))
        return str(self.ord["én"][kjønn] if antall == 1 else self.ord["tall"][int(antall)])

    def antall(self, antall: Antall, kjønn: str = "hankjønn") -> str:
        """Return «fire», «minst fire», «om lag fire», «to til fire» or «inntil fire»; words as they are written."""
        if antall.ord or antall.hyppighet:
            return self.hyppighet(antall, alene=True)
        tall = self.tall(antall.antall, kjønn)
        omtrent = f"{self.ord['omtrent']} " if antall.omtrent else ""
        if antall.høyst is None:
            return f"{self.ord['minst']} {tall}" if antall.minst else omtrent + tall
        høyst = self.tall(antall.høyst, kjønn)
        return f"{omtrent}{tall} {self.ord['opp_til']} {høyst}" if antall.antall else f"{self.ord['inntil']} {høyst}"

    def egne_ord(self, ord_: str) -> str:
        """Return words that stand for a value as they are written, to be put after a colon or into a cell."""
        return uten_punktum(self.liten(" ".join(ord_.split())))

    def hyppighet(self, hyppighet: Hyppighet | Antall, alene: bool = False) -> str:
        """Return «hvert år», «minst åtte ganger i året», «første onsdag i måneden», «hver vår og høst» or «løpende».

        Words stand as they are written. Where they can't follow the verb of a sentence, there is «slik:» before them;
        with `alene` they stand after no verb. A number of times is in the year: «et par ganger i året».
        """
        if isinstance(hyppighet, Antall):
            ofte, ord_ = hyppighet.hyppighet, hyppighet.ord
            ord_ = self._i_året(ord_) if ord_ and not alene else ord_
            hyppighet = ofte if isinstance(ofte, Hyppighet) else Hyppighet(ord=ord_)
        if hyppighet.ord:
            ledd = hyppighet.er_ledd
            tekst = self.egne_ord(hyppighet.ord[:1].lower() + hyppighet.ord[1:] if ledd else hyppighet.ord)
            return tekst if ledd or alene else f"{self.ord['slik']}: {tekst}"
        if hyppighet.løst:
            return str(self.ord["løst"][hyppighet.løst])
        hver, måneder = self._hver(hyppighet), [self.ord["måneder"][måned - 1] for måned in hyppighet.måneder]
        årstider = self.liste(self.ord["årstider"][årstid] for årstid in hyppighet.årstider)
        tekst = self._ganger(hyppighet, hver)
        if hyppighet.nummer and måneder:
            return f"{tekst} {self.ord['i']} {self.liste(måneder)}"
        if hyppighet.årstider:
            # «hver vår og høst», but «hvert år, vår og høst» and «to ganger i året, vår og høst»
            alene_i_året = hyppighet[:2] == (1, Enhet.ÅR) and hyppighet.hver == 1 and tekst == hver
            return f"{self.ord['hver']['dag'].split()[0]} {årstider}" if alene_i_året else f"{tekst}, {årstider}"
        # «hvert år i oktober», but «to ganger i året, i mars og oktober»
        komma = "" if tekst == hver else ","
        return f"{tekst}{komma} {self.ord['i']} {self.liste(måneder)}" if måneder else tekst

    def _i_året(self, ord_: str) -> str:
        """Return words for how many times, with «i året» where they name no time."""
        if not (delt := uten_tid(ord_)):
            return ord_
        foran, bak, sier_ganger = delt
        if sier_ganger:
            return f"{foran} {self.ord['i_enheten']['år']}{bak}"
        return f"{self.ord['ganger']['år'].format(antall=foran)}{bak}"

    def _ganger(self, hyppighet: Hyppighet, hver: str) -> str:
        """Return «minst åtte ganger i året», «én dag annenhver uke», or `hver` («hvert år») if it is just once."""
        enhet = hyppighet.enhet.value
        antall = Antall(hyppighet.antall, hyppighet.minst, hyppighet.høyst, hyppighet.omtrent)
        if hyppighet.dager:
            return f"{self.antall(antall)} {self.enhet('dag', antall.høyst or antall.antall)} {hver}"
        if not antall.entall and not hyppighet.ukedager:
            mønster = self.ord["ganger"][enhet] if hyppighet.hver == 1 else self.ord["flere_ganger"]
            return str(mønster).format(antall=self.antall(antall), hver=hver)
        én_gang = hyppighet.hver == 1 and not hyppighet.ukedager and (antall.minst or antall.omtrent)
        tekst = str(self.ord["gang"][enhet]) if én_gang else hver
        if antall.omtrent:
            return f"{self.ord['omtrent']} {tekst}"
        return f"{self.ord['inntil' if antall.høyst else 'minst']} {tekst}" if antall.minst else tekst

    def _hver(self, hyppighet: Hyppighet) -> str:
        """Return «hvert år», «annethvert år», «hver 14. dag», «hver tirsdag» or «første onsdag i måneden»."""
        nummer, enhet = hyppighet.hver, "dag" if hyppighet.ukedager else hyppighet.enhet.value
        dager = self._dager(hyppighet.ukedager)
        if hyppighet.nummer:
            hvilke = (self.ord["siste"] if n == SISTE else self.ord["ordenstall"][n] for n in hyppighet.nummer)
            dag = f"{self.liste(hvilke)} {dager}"
            i_enheten = self.ord["i_enheten"] if nummer == 1 else self.ord["annenhver"]
            return dag if hyppighet.måneder else f"{dag} {i_enheten[hyppighet.enhet.value]}"
        if nummer == 1 and hyppighet.ukedager == tuple(Ukedag)[:5]:
            return str(self.ord["alle_hverdager"])
        hver, hva = self.ord["annenhver" if nummer == 2 else "hver"][enhet].split()
        ordenstall = [self.ord["ordenstall"][nummer] if nummer <= 12 else f"{nummer}."] if nummer > 2 else []
        return " ".join((hver, *ordenstall, dager or hva))

    def _dager(self, ukedager: Sequence[Ukedag]) -> str:
        return self.liste(self.ord["ukedager"][dag - 1] for dag in ukedager)

    def prosent(self, andel: Andel) -> str:
        """Return the figure with a per cent sign, kept together: «50 %», «20–40 %» or «inntil 50 %»."""
        return self._mengde(andel, _desimal, "\u00a0%")

    def andel(self, andel: Andel) -> str:
        """Return the figure in running text, kept together: «50 prosent» or «inntil 50 prosent»."""
        return self._mengde(andel, _desimal, "\u00a0prosent")

    def kroner(self, beløp: Mengde) -> str:
        """Return «250 000 kroner», «inntil 250 000 kroner» or «200 000–250 000 kroner»."""
        return self._mengde(beløp, lambda tall: gruppert(int(tall)), " kroner")

    def _mengde(self, mengde: Mengde, tall: Callable[[float], str], enhet: str, mellom: str = "–") -> str:
        """Return how much it is, with its limit and its unit; words as they are written."""
        if mengde.ord:
            return self.egne_ord(mengde.ord)
        grense = f"{self.ord[mengde.grense]} " if mengde.grense else ""
        til = "" if mengde.til is None else f"{mellom}{tall(mengde.til)}"
        return f"{grense}{tall(mengde)}{til}{enhet}"

    def enhet(self, enhet: str, antall: int) -> str:
        """Return «uke» or «uker», as many as there are."""
        entall, flertall = self.ord["enheter"][enhet]
        return str(entall if antall == 1 else flertall)


def _desimal(tall: float) -> str:
    return f"{tall:g}".replace(".", ",")


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

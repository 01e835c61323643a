"""How values are written in running text: dates, numbers, lists, phone numbers, in the language of a document.

The words themselves are in `maler/<language>/ord.yaml`; here is only how they are put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from avtalegen.komponering.spor.sporing import egne_ord, fylt, omskrevet, sammen, skjøt, som
from avtalegen.komponering.sprak.mengder import Mengdespråk, nummer_gruppert
from avtalegen.komponering.sprak.monstre import (
    ENTALL,
    FORAN_PREPOSISJON,
    HELE_TIDEN,
    IKKE_INNEN,
    NÅR,
    PERSON,
    PREPOSISJONER,
    TITTEL,
    UKER,
)
from avtalegen.komponering.sprak.skrivemate import (
    LONGEST_WORD,
    har_sin_skrivemåte,
    med_punktum,
    som_punkt,
    uten_punktum,
)
from avtalegen.modell.adresser import full_adresse
from avtalegen.modell.datering import Datering, les_datering
from avtalegen.modell.deler import Rolle
from avtalegen.modell.hyppighet import Hyppighet, les_hyppighet
from avtalegen.modell.hyppighetsord import er_ledd
from avtalegen.modell.klokke import Klokkeslett, Ukedag, Åpent
from avtalegen.modell.tid import Tidspunkt, Tidsrom, les_dato, les_måned, siste_dag
from avtalegen.modell.varighet import Enhet, Varighet, les_varighet

if TYPE_CHECKING:
    from avtalegen.dokument.innhold import Link


class Språk(Mengdespråk):
    """The ways of writing in one language. Which of them the templates have, `filtre` says."""

    def stor(self, tekst: str) -> str:
        """Return the text with a capital first letter; an address or a word like «iPad» stands as it is written."""
        som_den_er = str(tekst)
        stor = som_den_er[:1].upper()
        if som_den_er.startswith(stor):  # most do, and then it makes no difference what the word is
            return omskrevet(tekst, som_den_er)
        første = som_den_er[:LONGEST_WORD].split(maxsplit=1)[:1]
        if første and har_sin_skrivemåte(første[0]):
            return tekst
        return omskrevet(tekst, stor + som_den_er[1:])

    def bestemt(self, organ: str) -> str:
        """Return «kommunestyret» for «kommunestyre», «sekretæren» for «Sekretær»; other names as they are."""
        if bestemt := self.ord["bestemt"].get(organ.casefold()):
            return som(organ, bestemt)
        tittel = self.liten(organ)
        return sammen(tittel, "en") if TITTEL.fullmatch(tittel) else organ

    def med(self, tekst: str, preposisjon: str) -> str:
        """Return the text after a preposition, unless it begins with one of its own («på rådhuset»).

        Where the place it begins with is one that people are «på», «i» becomes «på», and where it is a person, «hos».
        """
        tekst = tekst.strip()
        første = str(tekst).split(" ", 1)[0].casefold()
        uten = {"i": HELE_TIDEN, "innen": IKKE_INNEN, "innan": IKKE_INNEN}.get(preposisjon)
        if uten and uten.match(tekst.casefold()):
            return tekst
        if preposisjon == "i" and (PERSON.fullmatch(første) or self.kjente.er_på(tekst)):
            preposisjon = self.ord["hos" if PERSON.fullmatch(første) else "på"]
        if første in FORAN_PREPOSISJON and (foran := len(første) + 1) < len(tekst):
            return sammen(tekst[:foran], self.med(tekst[foran:], preposisjon))
        return tekst if første in PREPOSISJONER else sammen(preposisjon, " ", tekst)

    def uten_slutt(self, tekst: str, slutt: str = "") -> str:
        """Return the text without a last word that the sentence has already, and without the stop after a sentence."""
        return uten_punktum(tekst).removesuffix(slutt).rstrip()

    def uker(self, tekst: str) -> str:
        """Return «i uke 28–31» for «28-31» and «uke 28–31»; other words as they are."""
        treff = UKER.fullmatch(tekst.strip())
        if not treff:
            return self.med(self.liten(tekst), "i")
        uker = treff[1] + (f"–{treff[2]}" if treff[2] else "")
        return f"i {self.ord['uke']} {uker}"

    def punktum(self, tekst: str) -> str:
        """Return the text with one full stop at its end, unless it ends with another mark."""
        return med_punktum(tekst)

    def avgrenset(self, tekst: str) -> str:
        """Return the text for what goes on with a verb: with a comma after a clause that it ends with."""
        return sammen(tekst, ",") if self.kjente.vil_ha_komma(tekst) else tekst

    def setning(self, tekst: str, om: str = "", hvem: str = "", verb: str = "", etter: str = "", emne: str = "") -> str:
        """Return the text as a sentence: a capital first and a full stop last.

        What is no sentence, follows `om` and a colon («Fullmakt: vide rammer»), or `om` alone when it ends with «er» or
        a space, or has `etter` behind it («Kommunen arkiverer papirene»). A sentence that does not mention `emne`,
        follows `om` too.
        What begins with a verb follows `hvem` («Deltakerne kan binde etaten»), and an infinitive follows `verb`
        («Deltakerne har fullmakt til å binde den»).
        """
        uten_å = tekst[2:] if tekst.startswith(("å ", "Å ")) else tekst
        for foran, resten in ((verb, uten_å), (hvem, tekst)):
            if not foran or (foran is hvem and self.kjente.er_setning(tekst)):
                continue
            if (self.kjente.er_infinitiv if foran is verb else self.kjente.er_finitt)(resten):
                return self.punktum(sammen(foran, " ", omskrevet(resten, resten[:1].lower() + resten[1:])))
        # Where only the words around it make it a sentence, no length does.
        er_setning = self.kjente.er_setning(tekst, lang=not etter and not om.endswith(" "))
        if etter and not er_setning:
            return self.punktum(sammen(self.avgrenset(self.stor(self.uten_slutt(tekst))), " ", etter))
        if not om or er_setning:
            alene = self.punktum(self.stor(tekst))
            return alene if not emne or emne in tekst.casefold() else sammen(om, ": ", alene)
        if om.endswith(f" {tekst.split(' ', maxsplit=1)[0].casefold()} "):
            tekst = tekst[tekst.index(" ") + 1 :]
        skille = "" if om.endswith(" ") else " " if om.endswith(" er") else ": "
        return self.punktum(sammen(om, skille, self.liten(tekst)))

    def setninger(self, tekster: Iterable[str], om: str, hvem: str = "", verb: str = "") -> list[str]:
        """Return texts as sentences; those in a row that are none, follow `om` together («Om: det og det»)."""
        sagt: list[str] = []
        for uten_om, like in groupby(tekster, key=lambda tekst: self._uten_om(tekst, om, hvem, verb)):
            if uten_om:
                sagt += [self.setning(tekst, om, hvem, verb) for tekst in like]
            else:
                sagt.append(self.punktum(sammen(om, ": ", self.liste(self.liten(self.uten_slutt(t)) for t in like))))
        return sagt

    def _uten_om(self, tekst: str, om: str, hvem: str, verb: str) -> bool:
        return not self.setning(tekst, om, hvem, verb).startswith(f"{om}: ")

    def punkttekst(self, tekst: str) -> str:
        """Return the text as an item of a list, which has a full stop only after several sentences."""
        return som_punkt(tekst)

    def organisasjonsnummer(self, nummer: str) -> str:
        """Return the nine digits in threes: «964 994 218»."""
        sifre = re.sub(r"\s", "", nummer)
        return "\u00a0".join((sifre[:3], sifre[3:6], sifre[6:])) if len(sifre) == 9 else nummer

    def dato(self, dato: date | Datering) -> str:
        """Return «25. oktober 2024», of a day that is known to the month or the year «oktober 2024» or «2024»."""
        if isinstance(dato, Datering) and dato.ord:
            return self.egne_ord(dato.ord)
        if isinstance(dato, Datering):
            return self.dato(dato.dato) if dato.dato else self.tidsrom(Tidsrom(dato.fra, dato.til))
        # The day and the month stay on one line.
        måned = self.ord["måneder"][dato.month - 1]
        return str(self.ord["dato"]).format(dag=dato.day, måned=måned, år=dato.year).replace(". ", ".\u00a0", 1)

    def kort_dag(self, dato: date) -> str:
        """Return «fre. 25. okt.», for a cell where the year is said already."""
        return f"{self.ord['ukedager_kort'][dato.weekday()]}\u00a0{self.kort_dato(dato, dato.year)}"

    def kort_dato(self, dato: date, år: int) -> str:
        """Return «25. okt.» for a day in the year `år`, otherwise «25. okt. 2024»."""
        tekst = f"{dato.day}.\u00a0{self.ord['måneder_kort'][dato.month - 1]}"
        return tekst if dato.year == år else f"{tekst} {dato.year}"

    def ukedato(self, dato: date) -> str:
        """Return «fredag 25. oktober 2024»."""
        return f"{self.ord['ukedager'][dato.weekday()]} {self.dato(dato)}"

    def tidspunkt(self, tidspunkt: Tidspunkt) -> str:
        """Return the date written out if it is one, otherwise the text as it was written."""
        return self.dato(dato) if (dato := les_dato(tidspunkt.tekst)) else self.liten(tidspunkt.tekst)

    def når(self, dato: Datering | Tidspunkt | str, frist: bool = False) -> str:
        """Return «25. oktober 2024», or «i oktober 2024», «i 2024», «ved utgangen av 2024» when the day isn't known.

        Other words for a time stand as they are: «høsten 2024». A day that is a `frist`, is «innen 25. oktober 2024».
        """
        if isinstance(dato, Datering):
            if frist and dato.dato:
                return sammen(self.ord["innen"], " ", self.dato(dato))
            return self.dato(dato) if dato.dato or dato.ord else sammen(self.ord["i"], " ", self.dato(dato))
        skrevet = dato.tekst if isinstance(dato, Tidspunkt) else dato
        if datering := les_datering(skrevet):
            return self.når(datering, frist)
        tekst = self.liten(skrevet)
        preposisjon = next((self.ord[ord_] for ord_, mønster in NÅR.items() if mønster.match(tekst)), "")
        preposisjon = preposisjon or (self.ord["innen"] if les_varighet(skrevet) else "")
        return sammen(preposisjon, " ", tekst) if preposisjon else tekst

    def på_året(self, tider: Iterable[str]) -> str:
        """Return «om våren og om høsten» or «i mars» for times of the year; nothing when one can't follow «møtes»."""
        ledd = [self._på_året(tid) for tid in tider]
        return self.liste(ledd) if all(ledd) else ""

    def _på_året(self, tid: str) -> str:
        ofte = les_hyppighet(tid) or les_hyppighet(f"i {tid}")
        if ofte and ofte.årstider and ofte[:2] == (1, Enhet.ÅR) and ofte.hver == 1:
            return som(tid, f"{self.ord['om']} {self.liste(self.ord['årstidene'][årstid] for årstid in ofte.årstider)}")
        tekst = omskrevet(tid, tid[:1].lower() + tid[1:])
        første = re.split(r"[\s,/–-]", tekst, maxsplit=1)[0]
        i = les_måned(første) or NÅR["i"].match(tekst)
        if i or NÅR["ved"].match(tekst):
            return sammen(self.ord["i" if i else "ved"], " ", tekst)
        er_årstid = les_hyppighet(første)
        # «høsten 2026» and «før jul», but «første møte» is no time.
        return tekst if (er_årstid and er_årstid.årstider) or (er_ledd(tekst) and "møte" not in tekst) else ""

    def tidsrom(self, tidsrom: Tidsrom) -> str:
        """Return «2024–2025» for whole years, «juli 2026» for a whole month, otherwise «fra … til …»."""
        if tidsrom.ord:
            return self.egne_ord(tidsrom.ord)
        fra, til = tidsrom[:2]
        if fra and fra == til:
            return self.dato(fra)
        if fra and til and (fra.month, fra.day, til.month, til.day) == (1, 1, 12, 31):
            år = som(til, str(til.year))
            return år if fra.year == til.year else sammen(som(fra, str(fra.year)), "–", år)
        if fra and fra.day == 1 and til == siste_dag(fra.year, fra.month):
            return som(fra, f"{self.ord['måneder'][fra.month - 1]} {fra.year}")
        mønster = "fra_til" if fra and til else "fra" if fra else "til"
        return fylt(self.ord[mønster], {"{fra}": self.dato(fra) if fra else "", "{til}": self.dato(til) if til else ""})

    def varighet(self, varighet: Varighet) -> str:
        """Return «tre år», «minst ett år» or «ti virkedager»."""
        return (
            f"{self.ord['minst']} {self.lengde(varighet)}"
            if varighet.minst and not varighet.ord
            else self.lengde(varighet)
        )

    def lengde(self, varighet: Varighet) -> str:
        """Return «tre år» also when it is the least, for where the sentence says so already («senest»)."""
        if varighet.ord:
            ord_ = self.egne_ord(varighet.ord)
            # The word is often ours, and not of those that somebody has written.
            return self.ord["fra"].format(fra=ord_[4:]) if ord_.startswith(("fra ", "frå ")) else ord_
        enhet = "virkedag" if varighet.virkedager else varighet.enhet.value
        return f"{self.tall(varighet.antall, self.ord['kjønn'][enhet])} {self.enhet(enhet, varighet.antall)}"

    def klokkeslett(self, tid: Klokkeslett) -> str:
        """Return «09.00»."""
        return self.egne_ord(tid.ord) if tid.ord else f"{tid.time:02}.{tid.minutt:02}"

    def ukedager(self, dager: Sequence[Ukedag]) -> str:
        """Return «mandag–fredag» for days in a row, otherwise «mandag og onsdag»."""
        if ord_ := getattr(dager, "ord", None):
            return self.hyppighet(les_hyppighet(ord_) or Hyppighet(ord=ord_), alene=True)
        navn = [self.ord["ukedager"][dag - 1] for dag in dager]
        if len(dager) > 2 and dager[-1] - dager[0] == len(dager) - 1:
            return f"{navn[0]}–{navn[-1]}"
        return self.liste(navn)

    def åpningstider(self, tider: Iterable[Åpent], i_celle: bool = False) -> str:
        """Return «mandag–fredag 09.00–14.30; lørdag stengt»; `i_celle` with a line for each of the days."""
        like = groupby(tider, key=lambda åpent: (åpent.dager, bool(åpent.fra)))
        return ("\n" if i_celle else "; ").join(self._åpent(dager, list(tider), i_celle) for (dager, _), tider in like)

    def _åpent(self, dager_: Sequence[Ukedag], tider: Sequence[Åpent], i_celle: bool) -> str:
        """Return what is said of the same days: «mandag 09.00–11.00 og 12.00–14.30» when it closes for lunch."""
        dager = self.ukedager(dager_) if dager_ else ""
        tid = self.liste(self._klokketid(åpent) for åpent in tider)
        if i_celle and tider[0].fra:
            return " ".join(filter(None, (self.stor(dager), f"kl.\u00a0{tid}")))
        sagt = " ".join(filter(None, (dager, tid)))
        return self.stor(sagt) if i_celle else sagt

    def _klokketid(self, åpent: Åpent) -> str:
        if not (åpent.fra and åpent.til):
            return str(self.ord["uten_klokkeslett"].get(åpent.merknad, åpent.merknad))
        tid = f"{self.klokkeslett(åpent.fra)}–{self.klokkeslett(åpent.til)}"
        return f"{tid} ({åpent.merknad})" if åpent.merknad else tid

    def telefon(self, numre: Sequence[str]) -> str:
        """Return the numbers grouped as Norwegians read them: «76 05 43 01», «800 40 008», «02800»."""
        return self.liste((som(nummer, nummer_gruppert(nummer)) for nummer in numre), "eller")

    def rolle(
        self,
        rolle: Rolle,
        fullt: bool = False,
        kontakt: bool = False,
        verv: str = "",
        styrke: bool = True,
        bestemt: bool = False,
    ) -> str:
        """Return «ordfører Kari Nordmann i Flakstad kommune».

        With `fullt` also what else is known of the person, with `kontakt` the phone number and the e-mail address.
        A title that only repeats `verv`, what the person is named as, is left out; so is, without `styrke`, whether
        the person shall, should or can take part, where the words before say it. With `bestemt` a title without a name
        is that of the one who has it: «ordføreren».
        """
        tittel = self.liten(rolle.tittel) if rolle.tittel else ""
        if rolle.navn and tittel.casefold() == verv.casefold():
            tittel = ""
        if bestemt and not rolle.navn and not rolle.antall and TITTEL.fullmatch(tittel):
            tittel = sammen(tittel, "en")
        if rolle.antall and tittel and not rolle.antall.entall and ENTALL.fullmatch(tittel.split(" ")[0]):
            tittel = sammen(tittel, " (", self.antall(rolle.antall), ")")
        elif rolle.antall:
            tittel = sammen(self.antall(rolle.antall), " ", tittel).rstrip()
        # «ordfører Kari Nordmann», but «Kari Nordmann, lensmann for Flakstad kommune»
        bindeledd, deler = (", ", (rolle.navn, tittel)) if " " in tittel else (" ", (tittel, rolle.navn))
        biter = [skjøt(", ", filter(None, (skjøt(bindeledd, filter(None, deler)), rolle.enhet)))]
        if rolle.kommune:
            alle = rolle.kommune.casefold() == "alle"
            biter += [f" {self.ord['i']} ", som(rolle.kommune, self.ord["alle_kommuner"]) if alle else rolle.kommune]
        if fullt:
            biter += [" (", self.liste(self.liten(også) for også in rolle.også), ")"] if rolle.også else []
        if kontakt:
            # Before the stand-in, whose number and address it would else seem to be.
            biter += [f", {self.ord['telefon']} ", self.telefon(rolle.telefon)] if rolle.telefon else []
            biter += [", ", rolle.epost] if rolle.epost else []
        if fullt:
            biter += [", ", rolle.merknad] if rolle.merknad else []
            if (egne := egne_ord(rolle.styrke)) and rolle.er_hjelpeverb:
                egne = sammen(self.liten(egne), " ", self.ord["delta"])
            if sagt := egne or (styrke and rolle.styrke and self.ord["deltar"][rolle.grad]):
                biter += [" (", sagt, ")"]
            biter += [f", {self.ord['vara']} ", self.liten(rolle.vara)] if rolle.vara else []
        # Who has neither a name nor a title, has nothing for the rest to follow.
        return sammen(*biter).lstrip(", ")

    def lenke(self, adresse: str) -> Link | str:
        """Return a link to an e-mail or web address, or the text itself when it isn't a whole address."""
        adresse = adresse.strip().removeprefix("mailto:")
        adresse = adresse[1:-1] if adresse.startswith("<") and adresse.endswith(">") else adresse
        mål = full_adresse(adresse)
        if not mål:
            return adresse
        from avtalegen.dokument.innhold import Link  # whoever has no document, has no links

        return Link(adresse, mål)

"""The words that changes are told in, in one målform: those of `maler/endringer.yaml`, and values as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from avtalegen import register
from avtalegen.dokument.maler import INGEN, MALER
from avtalegen.komponering.mal.egne_ord import words
from avtalegen.komponering.sporsmaal import felt_tekst, valg_tekst
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.base import Del, Ordvalg, del_i
from avtalegen.modell.datering import Datering
from avtalegen.modell.deler import Punkt, Rolle
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import Antall, Målform, Svar, Telefon
from avtalegen.modell.hyppighet import Hyppighet
from avtalegen.modell.klokke import Klokkeslett, Ukedager
from avtalegen.modell.moter import Møter
from avtalegen.modell.parter import AnnenPart, Kommune, Regionråd
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.modell.slt import Forum
from avtalegen.modell.tall import Andel, Kroner, Mengde
from avtalegen.modell.tid import Tidspunkt, Tidsrom
from avtalegen.modell.tjenestested import Tjenestested
from avtalegen.modell.varighet import Varighet
from avtalegen.register.personnummer import skjult
from avtalegen.utgaver.endringer.likhet import hovedfelt

_UTEN_TEGN = 4
"""Words: a text that is no longer than this is shown without quotation marks."""
ROLLENS = ("tittel", "navn", "kommune", "enhet", "antall")
"""The fields of a `Rolle` that say who it is."""
_EGENNAVN = (Rolle, Signatur, Kommune, AnnenPart, Regionråd, Politikontakt, Tjenestested, Forum)
"""What is called by a name of its own, which stands as it is."""


class Ord:
    """The words of one målform."""

    def __init__(self, målform: Målform) -> None:
        self.målform = målform
        self.ord: Mapping[str, Any] = read_yaml(MALER / "endringer.yaml")[målform.språkkode]
        self.språk = Språk(words(målform.språkkode, INGEN))

    def __getitem__(self, navn: str) -> Any:
        """Return a word, or the group of words, with a name."""
        return self.ord[navn]

    def fylt(self, mønster: str | list[str], **verdier: str) -> str:
        """Return a sentence of `maler/endringer.yaml`, by its name or itself, filled in, with a capital and a stop.

        Of one that has a singular and a plural, the plural is meant.
        """
        mønster = self.ord[mønster] if isinstance(mønster, str) and mønster in self.ord else mønster
        mønster = mønster if isinstance(mønster, str) else mønster[1]
        # What is told of an agreement, goes further than the agreement.
        tekst = self.stor(mønster.format(**verdier))
        return skjult(tekst if tekst.endswith((".»", "!»", "?»", "…»")) else self.språk.punktum(tekst))

    def stor(self, tekst: str) -> str:
        """Return a text of ours with a capital first."""
        return tekst[:1].upper() + tekst[1:]

    def liten(self, tekst: str) -> str:
        """Return a name of ours with a small letter first, unless it is an abbreviation («SLT»)."""
        return tekst if tekst[1:2].isupper() else tekst[:1].lower() + tekst[1:]

    def verdi(self, felt: Felt, verdi: Any) -> str:
        """Return a value as it is shown in a sentence. A text of more than a few words has quotation marks."""
        if isinstance(verdi, Del):
            return self.hele(verdi)
        return _sitert(verdi) if isinstance(verdi, str) else self._vist(felt, verdi)

    def setningen(self, klasse: type[Del], felt: Felt) -> Mapping[str, Any]:
        """Return the words of a choice that has sentences of its own; nothing for any other field."""
        valg: Mapping[str, Any] = self["valg"]
        return valg.get(f"{klasse.__name__}.{felt.nøkkel}") or valg.get(felt.nøkkel) or {}

    def valgt(self, ordene: Mapping[str, Any], verdi: Any) -> str:
        """Return what a choice is called in one of the sentences `ordene`; nothing for no choice."""
        if not isinstance(verdi, Ordvalg):
            return ""
        kalt = valg_tekst(verdi, self.målform)
        return str(ordene.get("ord", {}).get(verdi.value) or (kalt if "stor" in ordene else self.liten(kalt)))

    def _vist(self, felt: Felt, verdi: Any) -> str:
        match verdi:
            case bool():
                return str(self["ja" if verdi else "nei"])
            case Svar(ord=str(ord_)) | Ordvalg(ord=str(ord_)):
                return _sitert(ord_)
            case Ordvalg():
                return self.liten(valg_tekst(verdi, self.målform))
            case Mengde():
                return self._mengde(felt, verdi)
            case Hyppighet():
                return self.språk.hyppighet(verdi, alene=True)
        språk = self.språk
        av_type: dict[type, Callable[[Any], str]] = {
            Antall: språk.antall,
            date: språk.dato,
            Datering: språk.dato,
            Tidspunkt: språk.tidspunkt,
            Tidsrom: språk.tidsrom,
            Varighet: språk.varighet,
            Klokkeslett: språk.klokkeslett,
        }
        if vis := av_type.get(type(verdi)):
            return vis(verdi)
        if isinstance(verdi, tuple):
            if felt.type is Telefon:
                return språk.telefon(verdi)
            return språk.ukedager(verdi) if felt.type is Ukedager else språk.åpningstider(verdi)
        return str(verdi)

    def _mengde(self, felt: Felt, verdi: Mengde) -> str:
        if isinstance(verdi, Andel):
            return self.språk.prosent(verdi)
        if felt.type is Kroner:
            return self.språk.kroner(verdi)
        return self.språk.tall(verdi)

    def navnet(self, ting: Any) -> str:
        """Return what a thing of a list is called, in quotation marks unless it is a name, a role or a day."""
        kalt = self.kalt(ting)
        tekst = ting if isinstance(ting, str) else self._hovedverdi(ting)
        if not isinstance(tekst, str) or isinstance(ting, _EGENNAVN) or kalt.startswith("«"):
            return kalt
        return f"«{kalt}»" if kalt else ""

    def kalt(self, ting: Any) -> str:
        """Return what a thing of a list is called: a person, a name, a text, a day; nothing for what has no name."""
        match ting:
            case str():
                return _sitert(ting)
            case Rolle():
                # Who has neither, is told of by what there is.
                hvem = self.språk.rolle(ting) if ting.tittel or ting.navn or ting.enhet else ""
                return hvem or next((verdi for _, verdi in self.detaljer(ting)), "")
            case Signatur():
                hvem = self.språk.rolle(Rolle(tittel=ting.tittel, navn=ting.navn))
                return " ".join(filter(None, (hvem, f"for {ting.for_}" if ting.for_ else "")))
            case Kommune():
                kjent = register.kommune_i_dag(ting.kommunenummer)
                return f"{kjent.navn} {kjent.betegnelse}" if kjent else ting.navn or ting.kommunenummer
            case Politikontakt():
                return self.språk.liste(ting.navn)
            case Møter():
                return ""
            case Punkt() if ting.omfatter:
                bindeord = f" {ting.bindeord} " if ting.bindeord else ": "
                return _sitert(f"{ting.hva}{bindeord}{self.språk.liste(map(self.språk.liten, ting.omfatter))}")
            case Del():
                felt, verdi = hovedfelt(type(ting)), self._hovedverdi(ting)
                return self.verdi(felt, verdi) if felt and verdi is not None else ""
        return str(ting)

    def _hovedverdi(self, ting: Any) -> Any:
        felt = hovedfelt(type(ting)) if isinstance(ting, Del) else None
        return getattr(ting, felt.navn) if felt else None

    def hele(self, ting: Del) -> str:
        """Return what a part is called and what else is said of it, in one line."""
        kalt = self.kalt(ting)
        # What has no name is called by the first of them.
        detaljer = [(navn, verdi) for navn, verdi in self.detaljer(ting) if verdi != kalt]
        deler = [f"{self.liten(navn)}: {verdi}" if navn else verdi for navn, verdi in detaljer]
        if not kalt:
            return ", ".join(deler)
        return f"{kalt} ({'; '.join(deler)})" if deler else kalt

    def detaljer(self, ting: Del, over: str = "") -> Iterator[tuple[str, str]]:
        """Give what is said of a part besides what it is called: the name of each field, and its value."""
        kjent = self._sagt(ting)
        for felt in ting.felter.values():
            verdi = getattr(ting, felt.navn)
            if felt.navn in kjent or verdi in (None, ()) or (verdi is felt.standard and not felt.påkrevd):
                continue
            navn = felt_tekst(type(ting), felt, self.målform).kort
            navn = f"{over} – {self.liten(navn)}" if over else navn
            if (ordene := self.setningen(type(ting), felt)) and "detalj" in ordene and er_valgt(verdi):
                yield "", str(ordene["detalj"]).format(etter=self.valgt(ordene, verdi))
            elif felt.mange:
                yield navn, self._flere(felt, verdi)
            elif isinstance(verdi, Del) and not self.kalt(verdi):
                yield from self.detaljer(verdi, navn)
            else:
                yield navn, self.verdi(felt, verdi)

    def _flere(self, felt: Felt, verdier: tuple[Any, ...]) -> str:
        if del_i(felt.type):
            return "; ".join(self.hele(en) for en in verdier)
        return self.språk.liste(self.språk.liten(self.verdi(felt, en)) for en in verdier)

    def _sagt(self, ting: Del) -> tuple[str, ...]:
        """Return the fields that what a part is called says already."""
        match ting:
            case Rolle():
                return ROLLENS if ting.tittel or ting.navn or ting.enhet else ()
            case Signatur():
                return ("tittel", "navn", "for_")
            case Kommune():
                return ("kommunenummer", "navn")
            case Politikontakt():
                return ("navn",)
            case Møter():
                return ()
            case Punkt():
                return ("hva", "omfatter", "bindeord")
        felt = hovedfelt(type(ting))
        return (felt.navn,) if felt else ()


def er_valgt(*verdier: Any) -> bool:
    """Tell whether values are choices that the sentences about them have words for, and not somebody's own words."""
    return all(en is None or (isinstance(en, Ordvalg) and not en.ord) for en in verdier)


def _sitert(tekst: str) -> str:
    """Return a text of somebody's on one line, in quotation marks when it is more than a few words."""
    ett = " ".join(tekst.split())
    return f"«{ett}»" if len(ett.split()) > _UTEN_TEGN or ett.endswith((".", "!", "?")) else ett


@cache
def i_målform(målform: Målform) -> Ord:
    """Return the words of a målform, read once."""
    return Ord(målform)

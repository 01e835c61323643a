"""A document read by the skeletons of the templates: section by section, line by line."""

from __future__ import annotations

import re
from typing import NamedTuple

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.egne.forside import les_forside
from avtalegen.importering.egne.fritekst import som_markdown
from avtalegen.importering.egne.kjent import LENGSTE_OVERSKRIFT, NUMMER, avsnittene, overskriftene
from avtalegen.importering.egne.lesere import Leser
from avtalegen.importering.egne.rader import Rad, er_uthevet, som_rad
from avtalegen.importering.egne.seksjon import Seksjonsleser
from avtalegen.importering.egne.underskrift import les_underskrifter
from avtalegen.importering.egne.utfylling import Utfyller
from avtalegen.importering.funnet import SIKKER, TROLIG, Verdi
from avtalegen.importering.kilde import Del, Kilde, Linje
from avtalegen.importering.oppsett import Oppsett
from avtalegen.importering.utsnitt import Utsnitt, som_lest


class Seksjon(NamedTuple):
    """What stands under one of the main headings; `navn` is None for one that the parties have made."""

    navn: str | None
    overskrift: Rad
    rader: list[Rad]


def les_på(kilde: Kilde, språk: str) -> Arbeid | None:
    """Return what is read of a document by the templates in a language; None when that isn't enough.

    All that are made now, say whom the agreement is between in a way of ours; one that doesn't, is of other templates.
    """
    # Where the headings have no style, what should be a table may be text that is out of order.
    har_stil = any(linje.nivå is not None for linje in kilde.linjer)
    a = _Dokument(kilde if har_stil else _med_nivåer(kilde), språk, har_stil=har_stil).lest()
    return a if a.tre.har("parter") else None


def _med_nivåer(kilde: Kilde) -> Kilde:
    """Return a document that has lost the styles of its headings, with what they were: by their numbers."""
    merket = any(linje.biter for linje in kilde.linjer)
    return kilde._replace(linjer=tuple(_med_nivå(linje, merket=merket) for linje in kilde.linjer))


def _med_nivå(linje: Linje, *, merket: bool) -> Linje:
    treff = NUMMER.match(som_lest(linje.tekst))
    utsatt = linje.celle is not None or linje.hvor is not Del.TEKST or len(linje.tekst) > LENGSTE_OVERSKRIFT
    if treff is None or utsatt or (not er_uthevet(linje) if merket else linje.tekst.rstrip().endswith((".", ":"))):
        return linje
    return linje._replace(nivå=len(re.findall(r"\d+", treff[0])))


class _Dokument:
    """One document while it is read."""

    def __init__(self, kilde: Kilde, språk: str, *, har_stil: bool) -> None:
        self.kilde, self.språk = kilde, språk
        self.a = Arbeid(kilde, Oppsett((), (), (), (), ()))
        tekst = "\n".join(linje.tekst for linje in kilde.linjer)
        self.leser = Leser(språk, tekst, brytes=kilde.format == "pdf")
        self.fyller = Utfyller(self.a, self.leser, SIKKER if har_stil else TROLIG)
        self.øverst = 1

    def lest(self) -> Arbeid:
        """Read the whole document."""
        self.a.tre.sett(
            Verdi("nynorsk" if self.språk == "nn" else "bokmål", (), SIKKER, "setningene i malen", ordrett=False),
            "avtale",
            "målform",
        )
        forside, seksjoner = self._delt()
        les_forside(self.a, [rad.u for rad in forside], [rad.linje for rad in forside], self.leser)
        forrige = "innledning"
        for seksjon in seksjoner:
            if seksjon.navn is None:
                self._lokalt(seksjon, forrige)
                continue
            forrige = seksjon.navn
            self.a.etikett(Utsnitt(seksjon.overskrift.linje.nr, 0, seksjon.overskrift.linje.tekst))
            if seksjon.navn == "signaturer":
                les_underskrifter(self.a, [rad.linje for rad in seksjon.rader], self.leser, self.fyller.teksten)
            else:
                Seksjonsleser(self.fyller, self.språk, seksjon.navn, self.øverst).les(seksjon.rader)
        self._rundt()
        return self.a

    def _rundt(self) -> None:
        for linje in self.kilde.linjer:
            if linje.hvor is Del.INNHOLDSFORTEGNELSE:
                self.a.etikett(Utsnitt(linje.nr, 0, linje.tekst))

    def _delt(self) -> tuple[list[Rad], list[Seksjon]]:
        """Return what stands in front, and the sections."""
        navnene = dict(zip(overskriftene(self.språk), avsnittene(), strict=True))
        rader = [som_rad(linje) for linje in self.kilde.linjer if linje.hvor in (Del.TEKST, Del.FOTNOTE, Del.TEKSTBOKS)]
        self.øverst = øverst = min(
            (r.linje.nivå for r in rader if r.linje.nivå and r.u.s.casefold() in navnene), default=1
        )
        forside: list[Rad] = []
        seksjoner: list[Seksjon] = []
        for rad in rader:
            navn = navnene.get(" ".join(rad.u.s.split()).casefold())
            if rad.linje.celle is None and (
                (rad.linje.nivå == øverst and (navn or seksjoner)) or (navn and _uten_stil(rad.linje))
            ):
                seksjoner.append(Seksjon(navn, rad, []))
            elif seksjoner:
                seksjoner[-1].rader.append(rad)
            else:
                forside.append(rad)
        return forside, seksjoner

    def _lokalt(self, seksjon: Seksjon, etter: str) -> None:
        node = {
            "overskrift": seksjon.overskrift.u.verdi(SIKKER, "overskriften"),
            "etter": Verdi(etter, (), TROLIG, "avsnittet foran", ordrett=False),
        }
        for rad in seksjon.rader:
            if rad.linje.listenivå is not None:
                self.a.etikett(Utsnitt(rad.linje.nr, 0, rad.linje.tekst[: rad.u.fra]))
        tekst = som_markdown([rad.linje for rad in seksjon.rader], [rad.u for rad in seksjon.rader])
        if seksjon.rader:
            node["tekst"] = Verdi(
                tekst,
                tuple(rad.u.spenn for rad in seksjon.rader),
                self.fyller.teksten,
                "avsnittet som det sto",
                markdown=True,
            )
            self.a.legg_til(dict(node), "lokale_avsnitt")


def _uten_stil(linje: Linje) -> bool:
    """Tell whether a line looks like a heading though it has no style of one."""
    return linje.nivå is None and linje.listenivå is None and (er_uthevet(linje) or bool(NUMMER.match(linje.tekst)))

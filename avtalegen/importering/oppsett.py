"""How an old agreement is laid out: sections under headings in all their forms, paragraphs, points and tables."""

from __future__ import annotations

import re
from typing import NamedTuple

from avtalegen.importering import avsnittene, begreper, skjema, stortabell
from avtalegen.importering import lopende as løpende
from avtalegen.importering.blokker import Avsnitt, Tabell, blokkene, hele, tabulert, uten_feil, uten_første_rad
from avtalegen.importering.kilde import Del, Kilde, Linje
from avtalegen.importering.ordliste import (
    NUMMER,
    er_overskrift,
    etter_stammen,
    kan_være_område,
    ledetekst,
    ledetekst_hvor_som_helst,
    overskrift,
    tallene,
)
from avtalegen.importering.overskrifter import TILTAK, overskrift_i
from avtalegen.importering.tittelvakt import Tittelvakt, er_tittel
from avtalegen.importering.utseende import står_alene, uten_stil
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_EN_PART = senere(r"(?i)(?:kommun(?:en|ene|ane)|heradet|politiet|lensmannen|begge|partene|partane)\b")
_UNDER_PLIKTENE = senere(
    rf"{_EN_PART.pattern}|(?-i:[A-ZÆØÅ])(?:[\w-]{{1,30}}\s(?:og\s)?){{1,4}}(?:kommune|herad|politidistrikt)\W*$"
)
"""One of the parties, by its name too, which its duties stand under."""


_NOK_UNDER = 4
"""So many sections under the only heading of the first level make it the title, whatever it says."""


class Seksjon:
    """What stands under a heading: the part of the agreement it opens («» for none known), and its blocks in order."""

    def __init__(
        self, del_: str, overskrift: Utsnitt | None = None, nivå: int = 0, over: Seksjon | None = None
    ) -> None:
        self.del_, self.overskrift, self.nivå, self.over = del_, overskrift, nivå, over
        self.blokker: list[Avsnitt | Tabell] = []
        gjester = (
            del_ == "råd"
            and overskrift is not None
            and ledetekst(overskrift.s, del_) in ("råd.kan_delta", "råd.ved_behov")
        )
        self.nøkkel = "råd.kan_delta" if gjester else ""
        """The label that it has for a heading, as in a form where every row is one, or over a list of guests."""
        self.merket = False
        """Whether its heading has a number."""
        self.i_skjema = False
        """Whether its heading is a label in a form, with what it is of beside it."""
        self.løpende = False
        """Whether it has no heading, so that each sentence must say itself what it is about."""

    @property
    def avsnitt(self) -> list[Avsnitt]:
        """The paragraphs and points."""
        return [blokk for blokk in self.blokker if isinstance(blokk, Avsnitt)]

    def __repr__(self) -> str:
        return f"<{self.del_ or '?'}: {self.overskrift}, {len(self.blokker)}>"


class Oppsett(NamedTuple):
    """The whole: the lines before the first heading, the sections, the running heads, and the signs that are labels."""

    forside: tuple[Avsnitt | Tabell, ...]
    seksjoner: tuple[Seksjon, ...]
    rand: tuple[Utsnitt, ...]
    innhold: tuple[Utsnitt, ...]
    merker: tuple[Utsnitt, ...]


def oppsett(kilde: Kilde) -> Oppsett:
    """Return how a source is laid out."""
    legger = _Legger(kilde)
    for nr in range(len(legger.blokker)):
        legger.legg(nr)
    legger.avslutt()
    seksjoner = tuple(legger.seksjoner)
    return Oppsett(tuple(legger.forside), seksjoner, tuple(legger.rand), tuple(legger.innhold), tuple(legger.merker))


class _Legger:
    """Puts the blocks of a source in their sections, in order."""

    def __init__(self, kilde: Kilde) -> None:
        self.blokker = skjema.valgte(list(tabulert(list(blokkene(kilde)))))
        self.forside: list[Avsnitt | Tabell] = []
        self.seksjoner: list[Seksjon] = []
        self.rand: list[Utsnitt] = []
        self.innhold: list[Utsnitt] = []
        self.merker: list[Utsnitt] = []
        self.linjer = {linje.nr: linje for linje in kilde.linjer}
        self.begreper = begreper.begreper(linje.tekst for linje in kilde.linjer)
        # A note is read with the paragraph that refers to it.
        self.noter = {nr for linje in kilde.linjer if not linje.celle for _, nr in linje.noter if nr in self.linjer}
        self.uten_stil = uten_stil(self.blokker)
        self.tall = self.rekke = 0
        self.tittelvakt = Tittelvakt()
        self.i_rute: dict[tuple[int, int], Seksjon] = {}
        """The sections that rows of tables are, for the tables that stand in their cells."""
        self.etter_merke = False
        """Whether the sign of a point stood alone on the line before."""
        self.stilnivå = 0

    def legg(self, nr: int) -> None:
        """Put one block where it belongs."""
        blokk = self.blokker[nr]
        her = self.seksjoner[-1].blokker if self.seksjoner else self.forside
        if isinstance(blokk, Tabell):
            self._tabell(blokk, her)
        elif blokk.hvor in (Del.TOPPTEKST, Del.BUNNTEKST):
            self.rand.append(hele(blokk))
        elif blokk.hvor is Del.INNHOLDSFORTEGNELSE:
            self.innhold.append(hele(blokk))
        elif blokk.hvor is Del.FOTNOTE and blokk.nr in self.noter:
            return
        elif her and blokk.hvor is Del.TEKST and avsnittene.MERKE_ALENE.fullmatch(blokk.tekst):
            self.merker.append(hele(blokk))
            self.etter_merke = True
        elif self.etter_merke:
            self.etter_merke = False
            her.append(avsnittene.avsnitt(blokk, hele(blokk), self.merker)._replace(punkt=True))
        elif funnet := self._overskrift(blokk, self.blokker[nr + 1] if nr + 1 < len(self.blokker) else None):
            self._ny_seksjon(blokk, *funnet)
        else:
            alle = avsnittene.linjene(uten_feil(blokk, self.linjer))
            her += [avsnittene.avsnitt(blokk, u, self.merker) for u in alle]
            noter = [self.linjer[n] for _, n in blokk.noter if n in self.noter]
            her += [Avsnitt(hele(linje), linje) for linje in noter]

    def _tabell(self, tabell: Tabell, her: list[Avsnitt | Tabell]) -> None:
        """Put a table where it belongs: it may be a list, or sections that are laid out in a table."""
        tabell = skjema.uten_tomt_hode(tabell, self.merker)
        if her and avsnittene.er_punktliste(tabell):
            her += avsnittene.punktene(tabell, self.linjer, self.merker)
        elif bolker := stortabell.bolker(tabell):
            self._stor_tabell(bolker)
        elif seksjon := self._utenfor(tabell):
            seksjon.blokker.append(tabell)
        elif tittel := skjema.overskriftsrad(tabell):
            self._rubrikk(tabell, tittel)
        elif skjema.er_delt(tabell, self.seksjoner):
            self._avsnitt_i_tabell(tabell, i_skjema=not skjema.er_avsnitt(tabell))
        else:
            her.append(tabell)

    def avslutt(self) -> None:
        """Make sections of the text where no heading, or next to none, did."""
        if not any(isinstance(en, Avsnitt) and er_overskrift(en.tekst.s) for en in self.forside):
            self._titler()
            self._ene_tittelen()
        start = løpende.uten_overskrifter(self.forside)
        egne = _før_vedleggene(self.seksjoner)
        under = sum(løpende.er_løpende(blokk) for s in egne for blokk in s.blokker)
        if start is None or under >= sum(map(løpende.er_løpende, self.forside)):
            return
        nye = []
        for blokker in løpende.deler(self.forside[start:]):
            seksjon = Seksjon("")
            seksjon.løpende, seksjon.blokker = True, blokker
            nye.append(seksjon)
        self.forside, self.seksjoner = self.forside[:start], nye + self.seksjoner

    def _ene_tittelen(self) -> None:
        """Let the only heading of the first level, when it is first, and what stands under it be the front."""
        første = self.seksjoner[0] if self.seksjoner and not self.forside else None
        if første is None or første.overskrift is None or not any(s.over is første for s in self.seksjoner):
            return
        under = sum(s.over is første for s in self.seksjoner)
        if første.nivå != 1 or any(s.nivå == 1 for s in _før_vedleggene(self.seksjoner)[1:]):
            return
        if er_overskrift(første.overskrift.s) and under < _NOK_UNDER:
            return
        self.forside = [Avsnitt(første.overskrift, self.linjer[første.overskrift.linje]), *første.blokker]
        for s in self.seksjoner:
            if s.over is første and første.del_ and s.del_ == første.del_ and not overskrift_del(s.overskrift):
                s.del_ = ""  # it had that from the title
            s.over = None if s.over is første else s.over
        del self.seksjoner[0]

    def _titler(self) -> None:
        """Let headings that nothing stands under, before the first that something does, be the front page."""
        antall = next((nr for nr, s in enumerate(self.seksjoner) if s.blokker or s.del_ or s.nøkkel or s.merket), 0)
        for seksjon in self.seksjoner[:antall]:
            if seksjon.overskrift is not None:
                self.forside.append(Avsnitt(seksjon.overskrift, self.linjer[seksjon.overskrift.linje]))
        del self.seksjoner[:antall]

    def _rubrikk(self, tabell: Tabell, tittel: Utsnitt) -> None:
        """Read a box of a form as a section: its first row is the heading, and the rest is the table under it."""
        nummer = NUMMER.match(tittel.s)
        slutt = nummer.end() if nummer else 0
        merke = tittel.del_(0, slutt) if nummer else None
        self._ny_seksjon(self.linjer[tittel.linje], merke, tittel.del_(slutt, len(tittel.s)).strippet(), None, 1)
        rest = uten_første_rad(tabell)
        if skjema.er_deler(rest):
            self._avsnitt_i_tabell(rest, i_skjema=True)
        else:
            self.seksjoner[-1].blokker.append(rest)

    def _utenfor(self, tabell: Tabell) -> Seksjon | None:
        """Return the section that is the row which a table stands in a cell of."""
        celler = (rute.celle.utenfor for rute in tabell.egne.values())
        return next((self.i_rute.get((c.tabell, c.rad)) for c in celler if c), None)

    def _stor_tabell(self, bolker: list[stortabell.Bolk]) -> None:
        """Read a table that the whole agreement is laid out in: each heading is a section, with its tables under it."""
        for tittel, tabeller, numre in bolker:
            nummer = NUMMER.match(tittel.s)
            slutt = nummer.end() if nummer else 0
            self._ny_seksjon(
                self.linjer[tittel.linje],
                tittel.del_(0, slutt) if nummer else None,
                tittel.del_(slutt, len(tittel.s)).strippet(" –-:"),
                None,
                1,
            )
            self.merker += numre
            hoved = self.seksjoner[-1] if self.seksjoner else None
            for tabell in tabeller:
                if tabell.kolonner == 2:
                    self._avsnitt_i_tabell(tabell, i_skjema=True, nivå=2)
                elif hoved is not None:
                    hoved.blokker.append(tabell)

    def _avsnitt_i_tabell(self, tabell: Tabell, *, i_skjema: bool, nivå: int = 1) -> None:
        """Read a table of two columns, headings and text, as sections."""
        for r in range(tabell.rader):
            venstre, høyre = tabell[r, 0], tabell[r, 1]
            if venstre is None or høyre is None or not venstre.tekst:
                for rute in (venstre, høyre):
                    if rute is not None and self.seksjoner:
                        self.seksjoner[-1].blokker += [Avsnitt(u, self.linjer[u.linje]) for u in rute.utsnitt]
                continue
            tittel = next(u for u in venstre.utsnitt if u.s.strip())
            nummer = NUMMER.match(tittel.s)
            merke = tittel.del_(0, nummer.end()) if nummer else None
            rent = tittel.del_(nummer.end() if nummer else 0, len(tittel.s)).strippet(" \t\n:")
            self._ny_seksjon(self.linjer[tittel.linje], merke, rent, None, nivå)
            self.i_rute.update({(rute.celle.tabell, r): self.seksjoner[-1] for rute in (venstre, høyre)})
            if i_skjema:
                denne = self.seksjoner[-1]
                denne.i_skjema = True
                denne.nøkkel = ledetekst(rent.s, denne.del_) or ledetekst_hvor_som_helst(rent.s) or ""
                denne.del_ = denne.del_ or denne.nøkkel.partition(".")[0].strip("*")
            self.seksjoner[-1].blokker += [
                avsnittene.avsnitt(self.linjer[u.linje], u, self.merker)
                for rute in ((venstre, høyre) if venstre is not høyre else (høyre,))
                for linje in rute.utsnitt
                if linje is not tittel and linje.s.strip()
                for u in avsnittene.linjene(linje)
            ]

    def _overskrift(
        self, linje: Linje, neste: Linje | Tabell | None
    ) -> tuple[Utsnitt | None, Utsnitt, Utsnitt | None, int] | None:
        u = hele(linje)
        har_tittel = self.tittelvakt.har_sett(self.forside)
        funnet = overskrift_i(linje, u, neste, forside=not self.seksjoner, er_første=not har_tittel, forrige=self.tall)
        kjent = self.seksjoner or (har_tittel and overskrift_del(u))
        if not funnet and self.uten_stil and kjent and står_alene(linje, neste):
            funnet = None, u.strippet(), None, 1
        if funnet and not self.seksjoner and er_tittel(funnet[1].s):
            return funnet if har_tittel else None
        return funnet

    def _ny_seksjon(
        self, linje: Linje, merke: Utsnitt | None, tittel: Utsnitt, rest: Utsnitt | None, nivå: int
    ) -> None:
        forrige, tall = self.tall, avsnittene.siste_tall(merke) or (tallene(linje.nummer) or [0])[-1]
        over = self.seksjoner[-1] if self.seksjoner else None
        # A row of numbers that begins anew right under a heading without one is a list of its areas.
        if tall == 1 and over and over.del_ == "satsning" and not over.merket and not over.blokker:
            self.rekke = over.nivå + 1
        elif not (self.rekke and tall == forrige + 1):
            self.rekke = 0
        nivå = max(nivå, self.rekke)
        nivå = max(nivå, self._under_områdene(merke, rest))
        self.tall = tall
        if linje.nivå is not None:
            self.stilnivå = linje.nivå
        elif linje.stil == "caption" or (self.stilnivå and not merke and linje.listenivå is None):
            nivå = max(nivå, self.stilnivå + 1)  # what only looks like a heading, stands under one that has the style
        elif linje.listenivå is not None and self.stilnivå:
            # A point that begins with its heading stands under the heading that has the style of one.
            nivå = max(nivå, self.stilnivå + 1 + linje.listenivå)
        if merke:
            self.merker.append(merke)
        under = next((s for s in reversed(self.seksjoner) if s.nivå < nivå), None)
        del_ = begreper.delen(self.begreper, tittel.s) or overskrift_del(tittel)
        alt = under.overskrift.s if under and under.overskrift else ""
        if under and under.del_ == "satsning" and kan_være_område(del_, alt, tittel.s):
            del_ = "satsning"
        elif (
            over
            and re.fullmatch(r"(?i)(?:arbeids)?oppg(?:aver|åver)", tittel.s)
            and over.del_ in ("råd", "møter", "kontakt")
        ):
            del_ = "kontakt" if over.del_ == "kontakt" else "råd"
        elif (under and under.del_ == "plikter" and _UNDER_PLIKTENE.match(tittel.s)) or (
            not del_ and _EN_PART.fullmatch(tittel.s.strip(" :")) and not (under and under.del_ in ("råd", "parter"))
        ):
            del_ = "plikter"
        elif not del_ and under and under.del_ in ("råd", "tjenester", "kontakt", "slt"):
            del_ = under.del_
        if del_ == "innhold":
            self.innhold.append(tittel)
            return
        self.seksjoner.append(Seksjon(del_, tittel, nivå, under))
        self.seksjoner[-1].merket = merke is not None
        if rest:
            self.seksjoner[-1].blokker.append(Avsnitt(rest, linje))

    def _under_områdene(self, merke: Utsnitt | None, rest: Utsnitt | None) -> int:
        """Return the level of an area that has its measures on the same line; 0 for what is none."""
        hoved = next((s for s in reversed(self.seksjoner) if s.merket), None)
        er_område = rest and not merke and hoved and hoved.del_ == "satsning" and TILTAK.match(rest.s)
        return hoved.nivå + 1 if er_område and hoved else 0


def _før_vedleggene(seksjoner: list[Seksjon]) -> list[Seksjon]:
    """Return the sections of the agreement itself, without the enclosures, which have titles of their own."""
    vedlegg = (bool(s.overskrift and re.match(r"(?i)(?:vedlegg|bilag)\b", s.overskrift.s)) for s in seksjoner)
    return seksjoner[: next((nr for nr, er_det in enumerate(vedlegg) if er_det), len(seksjoner))]


def overskrift_del(u: Utsnitt | None) -> str:
    """Return the part that a heading opens by its words, by the stem of one when none is in the list; "" for none."""
    if u is None:
        return ""
    kjent = overskrift(u.s)
    return kjent.navn if kjent else etter_stammen(u.s)

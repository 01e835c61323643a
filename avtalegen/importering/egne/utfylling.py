"""What has been matched, put in the draft: values at their ways, in the item of a list that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.egne.bindeord import Delt, delt
from avtalegen.importering.egne.bygger import Hull
from avtalegen.importering.egne.lesere import Leser
from avtalegen.importering.egne.monster import Mønster
from avtalegen.importering.egne.roller import opplistet, utenfor
from avtalegen.importering.egne.treff import NY_SETNING, Kandidat
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Rute, Sikkerhet, Spenn, Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.komponering.skjelett.verdier import ETT, Følger

HVORFOR = "setningen i malen til avtalegen"
_Funn = tuple[Rute, Node, Utsnitt]
_DELT = "ordet foran delene, eller en stor bokstav midt i setningen"
_NAVNET = ("navn", "kommunenummer", "tittel", "hva")


class Utfyller:
    """Fills the draft, and knows which item of each list is being told of; `teksten` is how sure longer texts are."""

    def __init__(self, a: Arbeid, leser: Leser, teksten: Sikkerhet = SIKKER) -> None:
        self.a, self.leser, self.teksten = a, leser, teksten
        self.her: dict[Rute, int] = {}

    def fyll(
        self,
        u: Utsnitt,
        mønster: Mønster,
        treff: re.Match[str],
        følger: Følger = (),
        *,
        ny: bool = False,
        sikker: bool = False,
        tvil: bool = False,
    ) -> int:
        """Put what a match has in its holes in the draft, and account for our words; return how many values it gave.

        `sikker`: the place tells what it is. `tvil`: it could as well be something else.
        """
        treff = treff if ny else self._med_kjent_navn(mønster, treff)
        våre = self._våre(u, mønster, treff)
        sikkerhet = SIKKER if (sikker or våre >= (1 if ny else 2)) and not (tvil or mønster.er_løst(treff)) else TROLIG
        uklare = _naboer(mønster, treff)
        # What goes on after the end of a sentence, may have taken a sentence of ours with it.
        uklare |= {navn for navn in mønster.hull if NY_SETNING.search(treff[navn] or "")}
        if sikkerhet is SIKKER:
            uklare |= mønster.tvilsomme(treff)
        funnet: list[_Funn] = []
        alle_følger = list(følger)
        for navn, hull in mønster.hull.items():
            fra, til = treff.span(navn)
            if fra < 0:
                continue
            del_ = Utsnitt(u.linje, u.fra + fra, u.s[fra:til])
            if hull.slag == "løkke":
                self._løkke(del_, mønster.i_løkken(navn))
                continue
            if hull.slag == "navnene":
                self.a.etikett(del_)
            if hull.rute is None or hull.slag == "navnene":
                continue
            if (flere := self._flere(treff.string[:fra], del_, hull)) is not None:
                funnet += [(hull.rute, en.verdi(TROLIG, HVORFOR), en) for en in flere]
                self._bindeord(del_, [en.verdi(TROLIG, HVORFOR) for en in flere], hull)
                continue
            node = self.leser.les(del_, hull, TROLIG if hull.utydelig or navn in uklare else sikkerhet, HVORFOR)
            if node is not None:
                self._bindeord(del_, node, hull)
                funnet.append((hull.rute, node, del_))
                if hull.slag == "kommunenavn":
                    navn_ = del_.del_(0, len(del_.s.rpartition(" ")[0]) or len(del_.s))
                    funnet.append(((*hull.rute[:-1], "navn"), navn_.verdi(TROLIG, HVORFOR), navn_))
                alle_følger += hull.følger
        for navn, hva in mønster.merker.items():
            if treff.span(navn)[0] >= 0:
                alle_følger += hva
        return self._sett(u, self._med_deler(u, mønster, funnet), alle_følger, sikkerhet, ny=ny)

    def _flere(self, foran: str, u: Utsnitt, hull: Hull) -> list[Utsnitt] | None:
        """Return the texts that may have been put together after words of ours: «Oppfølging: det og det»."""
        if hull.slag != "tekst" or hull.mange or (hull.rute or ())[-1:] != (ETT,) or not foran.rstrip().endswith(":"):
            return None
        biter = opplistet(u, self.leser.ord["og"])
        if len(biter) == 1:
            return None
        return biter if all(self.leser.begynnelser.begynner(en.s) for en in biter) else [u]

    def _med_kjent_navn(self, mønster: Mønster, treff: re.Match[str]) -> re.Match[str]:
        """Return a match in which something has the name of one that is told of before, where it can be read so."""
        for navn, hull in mønster.hull.items():
            rute = hull.rute or ()
            if len(mønster.hull) < 2 or rute[-2:] != (ETT, "navn") or not treff[navn]:
                continue
            alle = (en.get("navn") for en in self.a.tre.liste(*self.konkret(rute[:-2])) if isinstance(en, dict))
            kjente = [en.tekst for en in alle if isinstance(en, Verdi)]
            if kjente and not any(_likt(en, treff[navn]) for en in kjente):
                return mønster.med_en_av(treff, navn, kjente) or treff
        return treff

    def _med_deler(self, u: Utsnitt, mønster: Mønster, funnet: list[_Funn]) -> list[_Funn]:
        """Return what was found with the points that seem to have words of the parties' own before their parts.

        A colon in one of those is no colon of ours: what stands on both sides of it is looked at together.
        """
        kan = {h.rute for h in mønster.hull.values() if h.rute and h.rute[-1] == "omfatter"}
        delte: dict[Rute, Delt] = {}
        for rute, _, del_ in funnet:
            deler = (*rute[:-1], "omfatter")
            if rute[-1] != "hva" or deler not in kan:
                continue
            alle = [en for r, _, en in funnet if r == deler]
            hele = u.del_(del_.fra - u.fra, max(en.fra + len(en.s) for en in (del_, *alle)) - u.fra)
            if d := delt(hele, self.leser.ord["og"], self.leser.begynnelser, har_deler=bool(alle)):
                delte[rute] = d
        borte = {(*rute[:-1], "omfatter") for rute in delte}
        ut = [en for en in funnet if en[0] not in delte and en[0] not in borte]
        for rute, d in delte.items():
            omfatter: Node = [en.verdi(TROLIG, _DELT) for en in d.omfatter]
            deler = (*rute[:-1], "omfatter")
            self._bindeord(d.liste, omfatter, Hull(deler, "liste", mange=True))
            ut += [
                (rute, d.hva.verdi(TROLIG, _DELT), d.hva),
                (deler, omfatter, d.omfatter[0]),
                ((*rute[:-1], "bindeord"), d.bindeord.verdi(TROLIG, _DELT), d.bindeord),
            ]
        return ut

    def _våre(self, u: Utsnitt, mønster: Mønster, treff: re.Match[str]) -> int:
        """Account for the words outside the holes; return how many there are."""
        spenn = sorted(treff.span(n) for n in mønster.hull if treff.span(n)[0] >= 0)
        fra, antall = treff.start(), 0
        for start, slutt in (*spenn, (treff.end(), treff.end())):
            if start > fra:
                del_ = Utsnitt(u.linje, u.fra + fra, u.s[fra:start])
                self.a.etikett(del_)
                antall += len(re.findall(r"\w+", del_.s))
            fra = max(fra, slutt)
        return antall

    def _bindeord(self, u: Utsnitt, node: Node, hull: Hull) -> None:
        """Account for what a filter puts between the values of a hole: «og», «telefon», «med vara»."""
        if isinstance(node, Verdi) and hull.slag not in ("telefon", "uker", "når", "åpningstider"):
            return
        fra = u.fra
        for start, slutt in [*sorted((s.fra, s.til) for s in _spenn(node)), (u.fra + len(u.s),) * 2]:
            mellom = u.del_(fra - u.fra, start - u.fra) if start > fra else None
            if mellom and self.leser.er_bindeord(mellom.s):
                self.a.etikett(mellom)
            fra = max(fra, slutt)

    def ledig(self, mønster: Mønster, treff: re.Match[str]) -> bool:
        """Tell whether nothing stands yet where the values of a match go, or the same does."""
        for navn, h in mønster.hull.items():
            der = self.a.tre.hent(*h.rute) if h.rute and ETT not in h.rute else None
            if der is not None and not (isinstance(der, Verdi) and _likt(der.tekst, treff[navn] or "")):
                return False
        return True

    def mulig(self, k: Kandidat) -> bool:
        """Tell whether there is something for the values of a sentence to belong to."""
        for h in k.mønster.hull.values():
            steder = [n for n, steg in enumerate(h.rute or ()) if steg == ETT]
            rute = h.rute or ()
            if steder and (k.enhet.slag == "punkt" or steder[-1] == len(rute) - 1 or rute[steder[-1] + 1] in _NAVNET):
                steder = steder[:-1]
            if k.mønster.bare_hull and rute and rute[-1] != ETT and self.a.tre.har(*self.konkret(rute)):
                return k.enhet.slag == "punkt" or ETT in rute
            if any(n > 1 and not self.a.tre.liste(*self.konkret(rute[:n])) for n in steder):
                return False
        return True

    def _løkke(self, u: Utsnitt, indre: Mønster) -> None:
        """Put in what is written once for each of a list, with a comma or a word of ours between them."""
        mellom = [start for start, _ in utenfor(u.s, r",\s") if start]
        og = [start for start, _ in utenfor(u.s, rf"\s{self.leser.ord['og']}\s")][-1:]
        # «Plan mot vold og overgrep» is one of them; what is ours at the end of one, tells that another begins.
        mellom += [
            start
            for start in og
            if (mellom and start > mellom[-1]) or u.s[start - 1] in ")»" or u.s[start - 1].isdigit()
        ]
        grenser = [0, *mellom, len(u.s)]
        while len(grenser) > 1:
            fra = grenser[0]
            alle = [(n, t) for n in range(1, len(grenser)) if (t := indre.treff(u.s, fra, grenser[n]))]
            if not alle:
                return
            n, treff = min(alle, key=lambda en: (indre.er_løst(en[1]), en[0]))
            self.fyll(u, indre, treff, ny=True)
            grenser = grenser[n:]

    def _sett(
        self,
        u: Utsnitt,
        funnet: list[_Funn],
        følger: Følger | list[tuple[Rute, str]],
        sikkerhet: Sikkerhet,
        *,
        ny: bool,
    ) -> int:
        satt = 0
        self._velg(funnet, ny=ny)
        for rute, node, del_ in funnet:
            satt += self._ett(rute, node, del_)
        for rute, er in følger:
            self._følge(rute, er, u, sikkerhet)
        return satt

    def _ett(self, rute: Rute, node: Node, del_: Utsnitt) -> int:
        if rute == ("periode",) and isinstance(node, dict):
            return sum(self._ett((*rute, felt), en, del_) for felt, en in node.items())
        if rute[-1] == ETT:
            if isinstance(node, dict):
                if not self.a.tre.sett(node, *self.konkret(rute)):
                    self.a.etikett(del_)
                    return 0
                self.a.dekk(node)
                return 1
            liste = self.konkret(rute[:-1])
            ok = self.a.tre.legg_til(node, *liste)
        else:
            ok = self.a.tre.sett(node, *self.konkret(rute))
        if ok:
            self.a.dekk(node)
            return 1
        der = self.a.tre.hent(*self.konkret(rute))
        if isinstance(der, Verdi) and isinstance(node, Verdi) and _likt(der.tekst, node.tekst):
            self.a.etikett(del_)
        return 0

    def _velg(self, funnet: list[_Funn], *, ny: bool) -> None:
        """Choose the items that the values belong to: by name, or a new one when it is told of for the first time."""
        lister = {rute[: n + 1] for rute, _, _ in funnet for n, steg in enumerate(rute) if steg == ETT}
        for liste in sorted(lister, key=len):
            inni = [(rute, node) for rute, node, _ in funnet if rute[: len(liste)] == liste]
            blad = all(rute == liste and not isinstance(node, dict) for rute, node in inni)
            if blad:
                continue
            antall = len(self.a.tre.liste(*self.konkret(liste[:-1])))
            if (nr := self._kjent(liste, inni)) is not None:
                self.her[liste] = nr
            elif (
                (ny and not any(len(andre) > len(liste) and andre[: len(liste)] == liste for andre in lister))
                or liste not in self.her
                or self.her[liste] >= antall
                or any(self.a.tre.har(*self.konkret(rute)) for rute, _ in inni if ETT not in rute[len(liste) :])
            ):
                self._start(liste, antall)

    def _start(self, liste: Rute, nr: int) -> None:
        self.her[liste] = nr
        for andre in [en for en in self.her if len(en) > len(liste) and en[: len(liste)] == liste]:
            del self.her[andre]

    def _kjent(self, liste: Rute, inni: list[tuple[Rute, Node]]) -> int | None:
        """Return the item that has the name that is told now."""
        for rute, node in inni:
            if len(rute) == len(liste) + 1 and rute[-1] in _NAVNET and isinstance(node, Verdi):
                for nr, der in enumerate(self.a.tre.liste(*self.konkret(liste[:-1]))):
                    navn = der.get(str(rute[-1])) if isinstance(der, dict) else None
                    if isinstance(navn, Verdi) and _likt(navn.tekst, node.tekst) and rute[-1] != "hva":
                        return nr
        return None

    def konkret(self, rute: Rute) -> Rute:
        """Return a way with the item of each list that is being told of."""
        return tuple(self.her.get(rute[: n + 1], 0) if steg == ETT else steg for n, steg in enumerate(rute))

    def _følge(self, rute: Rute, er: str, u: Utsnitt, sikkerhet: Sikkerhet) -> None:
        for n, steg in enumerate(rute):
            if steg == ETT and not self.a.tre.har(*self.konkret(rute[: n + 1])):
                return
        if rute[-1] == "styrke" and "kan_delta" in rute and er == "kan":
            sikkerhet = TROLIG  # it is what we say of those whom nothing is said of too
        spenn = Verdi(er, (u.spenn,), sikkerhet, HVORFOR, ordrett=False)
        over = self.a.tre.hent(*self.konkret(rute[:-1])) if len(rute) > 1 else None
        if isinstance(over, Verdi):
            return
        self.a.tre.sett(spenn, *self.konkret(rute))


def _naboer(mønster: Mønster, treff: re.Match[str]) -> set[str]:
    """Return the holes with a border that can be elsewhere: nothing between them, or what stands again in the next."""
    tvil: set[str] = set()
    spenn = sorted((treff.span(navn), navn) for navn in mønster.hull if treff.span(navn)[0] >= 0)
    for ((_, fra), a), ((til, slutt), b) in pairwise(spenn):
        mellom = treff.string[fra:til]
        if not mellom.strip() or mellom in treff.string[til:slutt]:
            tvil |= {a, b}
    return tvil


def _spenn(node: Node) -> Iterator[Spenn]:
    if isinstance(node, Verdi):
        yield from node.spenn
    else:
        for under in node.values() if isinstance(node, dict) else node:
            yield from _spenn(under)


def _likt(en: str, annen: str) -> bool:
    return en.casefold().strip(" .") == annen.casefold().strip(" .")

"""The changes that matter most, told in sentences of their own: several changes may be one of them.

«Politirådet møtes seks ganger i året, mot fire ganger i året før» is one sentence where the number of meetings is
another, and where it is now said in another way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.deler import Rolle
from avtalegen.modell.former import Antall
from avtalegen.modell.moter import Møter
from avtalegen.modell.periode import Periode
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.utgaver.endringer.endring import Endring, Slag
from avtalegen.utgaver.endringer.ledd import Ledd, Ledetekst, ledd, mønster
from avtalegen.utgaver.endringer.ord import ROLLENS, Ord, er_valgt
from avtalegen.utgaver.endringer.setning import Setning

_PERIODEN = frozenset(("periode", navn) for navn in ("fra", "til", "varighet", "løpende"))
_MØTES = frozenset(("politiråd", "møter", navn) for navn in ("per_år", "hyppighet"))
_PLANEN = ("politiråd", "møter", "plan")
_MEDLEMMER = ("politiråd", "medlemmer")
_LEDER = ("politiråd", "leder")
_KONTAKT = ("politikontakt", "navn")
_ANDEL = ("politikontakt", "stillingsandel")
_SIGNERT = ("signaturer", "dato")
_FLERE, _LANGT = 3, 240
"""So many texts, of so many characters together at most, are told in one sentence."""
_NY_PLAN = 3
"""Changes: from here on, a plan of meetings is told as a whole."""


def særlige(gammel: Avtale, ny: Avtale, endringer: Sequence[Endring], ord_: Ord) -> Iterator[Setning]:
    """Give the sentences about those changes that have one of their own. No change is in two of them."""
    finner = _Finner(gammel, ny, ord_)
    steder: dict[Any, list[Endring]] = defaultdict(list)
    for en in endringer:
        if (sted := finner.hører_til(en)) is not None:
            steder[sted].append(en)
    for (hva, *mer), sammen in steder.items():
        tekst = getattr(finner, hva)(sammen, *mer)
        if tekst:
            yield Setning(tekst, tuple(sammen))


class _Finner:
    def __init__(self, gammel: Avtale, ny: Avtale, ord_: Ord) -> None:
        self.gammel, self.ny, self.ord = gammel, ny, ord_
        råd = (ny.politiråd and ny.politiråd.navn) or ord_.språk.ord["politirådet"]
        self.råd = {"Rådet": ord_.språk.stor(råd), "rådet": ord_.språk.liten(råd)}

    def hører_til(self, en: Endring) -> tuple[Any, ...] | None:
        """Return the name of the method below that tells of a change, and what tells it from others of its kind."""
        sted = mønster(en.sted)
        if sted in _PERIODEN:
            return ("perioden",)
        if sted in _MØTES:
            return ("møtes",)
        if sted == _PLANEN and en.slag in (Slag.LAGT_TIL, Slag.TATT_BORT):
            return ("planen",)
        if sted[:-1] == _MEDLEMMER and en.slag in (Slag.LAGT_TIL, Slag.TATT_BORT) and isinstance(en.sted[-1], int):
            return "medlemmer", sted[-1], en.slag
        if sted == _KONTAKT:
            return "kontakt", en.gammelt_felt[:2], en.felt[:2]
        if sted == _SIGNERT and en.slag is Slag.TATT_BORT:
            return ("signaturene",)
        if sted == _ANDEL:
            return "andel", en.felt
        if er_valgt(en.før, en.etter) and self._ordene(en):
            return "valget", en.gammelt_felt, en.felt
        ting = en.etter if en.slag is Slag.LAGT_TIL else en.før
        if isinstance(en.sted[-1], int) and isinstance(ting, str) and en.slag in (Slag.LAGT_TIL, Slag.TATT_BORT):
            return "flere", en.slag, en.gammelt_felt, en.felt
        return self._rollen(en)

    def _rollen(self, en: Endring) -> tuple[Any, ...] | None:
        """Return how to tell of who has a role that only one has."""
        vei = self._vei(en)
        if vei[-1].felt.navn in ROLLENS and len(vei) > 1 and isinstance(vei[-2].verdi, Rolle):
            return None if vei[-2].i_liste else ("rollen", en.gammelt_felt[:-1], en.felt[:-1])
        if isinstance(vei[-1].verdi, Rolle) and mønster(en.sted) == _LEDER:
            return "rollen", en.gammelt_felt, en.felt
        return None

    def perioden(self, _: list[Endring]) -> str | None:
        """Tell of how long the agreement lasts."""
        return self._byttet("perioden", *(perioden_i_ord(a.periode, self.ord) for a in (self.gammel, self.ny)))

    def møtes(self, _: list[Endring]) -> str | None:
        """Tell of how often politirådet meets."""
        møter = [a.politiråd.møter if a.politiråd else None for a in (self.gammel, self.ny)]
        antall = [m.per_år if m and m.per_år and m.per_år.talt and not m.hyppighet else None for m in møter]
        før, etter = (self._hvor_ofte(m) for m in møter)
        if antall[0] and antall[1]:
            før = self.ord.språk.antall(antall[0])
        return self._byttet("møtes", før, etter)

    def _hvor_ofte(self, møter: Møter | None) -> str:
        if møter is None:
            return ""
        ganger = self._ganger(møter.per_år) if møter.per_år else ""
        ofte = self.ord.språk.hyppighet(møter.hyppighet) if møter.hyppighet else ""
        return ", ".join(filter(None, (ganger, ofte)))

    def _ganger(self, antall: Antall) -> str:
        if not antall.talt:
            return self.ord.språk.hyppighet(antall)
        mønster_ = self.ord["ganger"][0 if antall.entall else 1]
        return str(mønster_.format(antall=self.ord.språk.antall(antall)))

    def planen(self, endringer: list[Endring]) -> str | None:
        """Tell of a new plan of meetings by its days; None when only a meeting or two came or went."""
        planer = [a.politiråd.møter.plan if a.politiråd and a.politiråd.møter else () for a in (self.gammel, self.ny)]
        if len(endringer) < _NY_PLAN or not all(planer):
            return None
        før, etter = (self.ord.språk.liste(self.ord.språk.dato(møte.dato) for møte in plan) for plan in planer)
        entall, flertall = self.ord["planen"]
        antall = self.ord.språk.tall(len(planer[1]), "intetkjønn")
        return self.ord.fylt(entall if len(planer[1]) == 1 else flertall, antall=antall, etter=etter, før=før)

    def medlemmer(self, endringer: list[Endring], liste: str, slag: Slag) -> str | None:
        """Tell of who came and who left, of each list of members together; None when more is said of one."""
        inn = slag is Slag.LAGT_TIL
        ting = [en.etter if inn else en.før for en in endringer]
        if liste not in self.ord["medlemmer"]:
            return None
        hvem = self.ord.språk.liste(self.ord.hele(en) for en in ting)
        ordene = self.ord["medlemmer"][liste]["inn" if inn else "ut"]
        return self.ord.fylt(ordene[len(ting) > 1], hvem=hvem)

    def flere(self, endringer: list[Endring], slag: Slag, gammel: Rute, ny: Rute) -> str | None:
        """Tell of short texts that came or went in one list, together; None of a few, or of long ones."""
        inn = slag is Slag.LAGT_TIL
        ting = [self.ord.kalt(en.etter if inn else en.før) for en in endringer]
        if len(ting) < _FLERE or sum(map(len, ting)) > _LANGT:
            return None
        vei = ledd(self.ny, ny) if inn else ledd(self.gammel, gammel)
        return self.ord.fylt(
            "nye_flere" if inn else "borte_flere",
            hva=self._felt(vei),
            ting=self.ord.språk.liste(map(self.ord.språk.liten, ting)),
        )

    def _felt(self, vei: list[Ledd]) -> str:
        """Return the name of a field, as it is told under the thing of a list that it is in."""
        ledetekst = Ledetekst(self.ord)
        i_gruppe = next((nr + 1 for nr, ett in enumerate(vei) if ett.i_liste), 0)
        return ledetekst.sted(vei[i_gruppe:], ledetekst.tekst(vei[-1]).kort)

    def _vei(self, en: Endring) -> list[Ledd]:
        return ledd(self.ny, en.rute) if en.rute is not None else ledd(self.gammel, en.gammel_rute or ())

    def _ordene(self, en: Endring) -> Mapping[str, Any]:
        sist = self._vei(en)[-1]
        return self.ord.setningen(sist.klasse, sist.felt)

    def valget(self, endringer: list[Endring], *_: Rute) -> str | None:
        """Tell of another choice among a few words."""
        (en,) = endringer
        ordene, vei = self._ordene(en), self._vei(en)
        før, etter = (self.ord.valgt(ordene, verdi) for verdi in (en.før, en.etter))
        mønster_ = ordene.get("endret" if før and etter else "ny" if etter else "borte")
        if mønster_ is None:
            return None
        tekst = self.ord.fylt(mønster_, før=før, etter=etter, **self.råd)
        i_gruppe = next((nr + 1 for nr, ett in enumerate(vei) if ett.i_liste), 0)
        over = vei[i_gruppe:-1] if ordene.get("om") else []
        return f"{self._hvor(over)}: {tekst}" if over else tekst

    def _hvor(self, over: list[Ledd]) -> str:
        """Return the name of what a change is in, as it is told under the thing of a list that it is in."""
        ledetekst = Ledetekst(self.ord)
        sist = over[-1]
        return self.ord.stor(ledetekst.sted(over, ledetekst.over(sist) if sist.i_liste else ledetekst.tekst(sist).kort))

    def kontakt(self, _: list[Endring], gammel: Rute, ny: Rute) -> str | None:
        """Tell of another politikontakt."""
        navn = [self._kontakten(a, rute) for a, rute in ((self.gammel, gammel), (self.ny, ny))]
        return self._byttet("kontakt", *navn) if navn[0] != navn[1] else None

    def _kontakten(self, avtale: Avtale, rute: Rute) -> str:
        kontakt = ledd(avtale, rute)[-1].verdi
        assert isinstance(kontakt, Politikontakt)
        return self.ord.språk.liste(kontakt.navn)

    def andel(self, endringer: list[Endring], _: Rute) -> str | None:
        """Tell of how large a part of the position the politikontakt has for it."""
        før, etter = (v and self.ord.språk.prosent(v) for v in (endringer[0].før, endringer[0].etter))
        return self._byttet("andel", før or "", etter or "")

    def signaturene(self, _: list[Endring]) -> str | None:
        """Tell of an agreement that was signed, and is to be signed again; None when anybody has signed it."""
        return None if any(en.dato for en in self.ny.signaturer) else self.ord.fylt("signaturene")

    def rollen(self, _: list[Endring], gammel: Rute, ny: Rute) -> str | None:
        """Tell of somebody else in a role, or of the role with another title; None when it is the same person."""
        vei = ledd(self.ny, ny)
        roller = ledd(self.gammel, gammel)[-1].verdi, vei[-1].verdi
        før, etter = (self.ord.kalt(rolle) if rolle else "" for rolle in roller)
        if før == etter:
            return None
        if mønster(ny) == _LEDER:
            return self._byttet("leder", før, etter)
        return self.ord.fylt("endret", hva=self._felt(vei), etter=etter, før=før) if før and etter else None

    def _byttet(self, hva: str, før: str, etter: str) -> str | None:
        if not (før or etter):
            return None
        navn = hva if før and etter else f"{hva}_ny" if etter else f"{hva}_borte"
        return self.ord.fylt(navn, før=før, etter=etter, **self.råd)


def perioden_i_ord(periode: Periode | None, ord_: Ord) -> str:
    """Return how long an agreement lasts; nothing when it doesn't say."""
    if periode is None:
        return ""
    tidsrom = ord_.språk.tidsrom(periode.tidsrom) if periode.fra or periode.til else ""
    varighet = ord_.språk.varighet(periode.varighet) if periode.varighet else ""
    løpende = str(ord_.språk.ord["løpende"]) if periode.løpende else ""
    return ", ".join(filter(None, (tidsrom, varighet, løpende)))

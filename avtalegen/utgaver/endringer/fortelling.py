"""Changes told in plain Norwegian, part by part of the agreement.

What matters most has sentences of its own (`saerlige`); all else is told by what its field is called in
`maler/sporsmaal.yaml`, so a new field can be told from the first day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.sporsmaal import deler
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del
from avtalegen.modell.former import Målform
from avtalegen.utgaver.endringer.endring import Endring, Slag
from avtalegen.utgaver.endringer.ledd import Ledd, Ledetekst, ledd, mønster
from avtalegen.utgaver.endringer.ord import Ord, i_målform
from avtalegen.utgaver.endringer.saerlige import særlige
from avtalegen.utgaver.endringer.setning import Avsnitt, Setning

_MØTEDAGEN = ("politiråd", "møter", "plan", "dato")
_KORT = 90
"""Characters: two values that are no longer than this together, stand in one sentence."""


def fortell(
    gammel: Avtale, ny: Avtale, endringer: Sequence[Endring], målform: Målform | None = None
) -> tuple[Avsnitt, ...]:
    """Return the changes (`sammenlign`) as sentences under the parts of the agreement, in their order.

    Each change is told by one sentence, and no sentence tells of nothing. `målform` is that of the words; without it,
    that of the new edition.
    """
    fortelleren = _Forteller(gammel, ny, i_målform(målform or ny.avtale.målform))
    return tuple(fortelleren.avsnitt(endringer))


class _Forteller:
    def __init__(self, gammel: Avtale, ny: Avtale, ord_: Ord) -> None:
        self._gammel, self._ny, self._ord = gammel, ny, ord_
        self._ledetekst = Ledetekst(ord_)

    def avsnitt(self, endringer: Sequence[Endring]) -> Iterator[Avsnitt]:
        for del_ in deler(self._ord.målform):
            if i_delen := [en for en in endringer if en.sted[0] in del_.nøkler]:
                yield Avsnitt(del_.tittel, tuple(self._setninger(i_delen)))

    def _setninger(self, endringer: Sequence[Endring]) -> Iterator[Setning]:
        """Give the sentences of a part: those of its own in front, then what is told of each thing in it together."""
        egne = [*særlige(self._gammel, self._ny, endringer, self._ord)]
        fortalt = {id(en) for setning in egne for en in setning.alle}
        grupper: dict[Rute | None, list[Setning]] = {None: []}
        for setning in egne:
            steder = {self._gruppe(en) for en in setning.endringer}
            # What is told of several things together, stands above them.
            grupper.setdefault(steder.pop() if len(steder) == 1 else None, []).append(setning)
        for en in endringer:
            if id(en) not in fortalt:
                gruppe = self._gruppe(en)
                grupper.setdefault(gruppe, []).append(self._setning(en, gruppe or ()))
        for gruppe, setninger in grupper.items():
            if gruppe is None:
                yield from setninger
            else:
                yield self._samlet(gruppe, setninger, fortalt)

    def _samlet(self, gruppe: Rute, setninger: Sequence[Setning], fortalt: set[int]) -> Setning:
        """Return what is told of a thing in a list: one sentence is no list."""
        hva = self._ord.stor(self._ledetekst.over(self._ledd(gruppe)[-1]))
        if len(setninger) > 1:
            return Setning(f"{hva}:", (), tuple(setninger))
        (en,) = setninger
        # One that begins with the name of a field goes on from that of the thing.
        egen = any(id(endring) in fortalt for endring in en.endringer) and ": " not in en.tekst.split(". ")[0]
        return en._replace(tekst=f"{hva}: {en.tekst}" if egen else f"{hva} – {self._ord.liten(en.tekst)}")

    def _gruppe(self, en: Endring) -> Rute | None:
        """Return the way to the outermost thing of a list that a change is in; None when it is in none.

        The only politikontakt is what the whole part is about, and a meeting on another day is told by its old one.
        """
        sted = en.sted[:-2] if en.slag is Slag.OMDØPT or _ny_dag(en) else en.sted[:-1]
        plass = next((nr for nr, steg in enumerate(sted) if isinstance(steg, int)), None)
        if plass is None or (sted[0] == "politikontakt" and all(map(_én_kontakt, (self._gammel, self._ny)))):
            return None
        return sted[: plass + 1]

    def _ledd(self, rute: Rute) -> list[Ledd]:
        """Return the steps to what stands in the new edition, or, of what is gone, stood in the old."""
        try:
            return ledd(self._ny, rute)
        except (IndexError, AttributeError, KeyError, TypeError):
            return ledd(self._gammel, rute)

    def _vei(self, en: Endring, gruppe: Rute) -> list[Ledd]:
        """Return the steps to a change from the thing that the sentence stands under, or that the part is about."""
        vei = ledd(self._ny, en.rute) if en.rute is not None else ledd(self._gammel, en.gammel_rute or ())
        i_noe = len(vei) > 2 or (len(vei) == 2 and not self._ledetekst.uselvstendig(vei[-1]))
        if not gruppe and vei[0].i_liste and i_noe:
            gruppe = vei[0].rute
        return [ett for ett in vei if len(ett.rute) > len(gruppe)]

    def _setning(self, en: Endring, gruppe: Rute) -> Setning:
        vei = self._vei(en, gruppe)
        if en.slag is Slag.OMDØPT:
            return self._omdøpt(en, vei)
        if _ny_dag(en):
            den = self._ledetekst.den(ledd(self._gammel, en.gammel_rute or ())[-2])
            return self._av(en, "ny_dag", den=den, etter=self._ord.språk.dato(en.etter))
        return self._punkt(en, vei) if vei[-1].i_liste else self._felt(en, vei)

    def _omdøpt(self, en: Endring, vei: list[Ledd]) -> Setning:
        hele = ledd(self._ny, en.rute or ())
        if len(hele) < 2 or not hele[-2].i_liste:
            return self._felt(en, vei)
        gammel = self._ledetekst.den(ledd(self._gammel, en.gammel_rute or ())[-2])
        over = vei[:-1] or hele[-2:-1]
        den = self._ledetekst.punkt(over, gammel, alltid_alene=True)
        return self._av(en, "omdøpt", den=den, etter=self._ord.navnet(hele[-2].verdi))

    def _av(self, en: Endring, mønster_: str, under: Sequence[Setning] = (), **verdier: str) -> Setning:
        return Setning(self._ord.fylt(mønster_, **verdier), (en,), tuple(under))

    def _felt(self, en: Endring, vei: list[Ledd]) -> Setning:
        felt = vei[-1].felt
        hva = self._ledetekst.sted(vei, self._ledetekst.tekst(vei[-1]).kort)
        før, etter = (None if verdi is None else self._ord.verdi(felt, verdi) for verdi in (en.før, en.etter))
        if før is not None and etter is not None:
            if len(før) + len(etter) <= _KORT:
                return self._av(en, "endret", hva=hva, etter=etter, før=før)
            under = [self._uten(self._ord.fylt(ord_, verdi=v)) for ord_, v in (("nå", etter), ("før", før))]
            return self._av(en, "endret_langt", under, hva=self._ord.liten(hva))
        if isinstance(en.etter, Del) or isinstance(en.før, Del):
            return self._del(en, hva)
        if etter is not None:
            return self._av(en, "lagt_til", hva=hva, etter=etter)
        return self._av(en, self._tatt_bort(vei[-1]), hva=hva, før=før or "")

    def _tatt_bort(self, ett: Ledd) -> str:
        """Return which sentence tells that a field is empty: «Begynner» is no thing that an agreement can have."""
        verb = self._ledetekst.tekst(ett).kort in self._ord["verb"]
        return "tatt_bort_verb" if verb else "tatt_bort"

    def _del(self, en: Endring, hva: str) -> Setning:
        """Tell of a part that came or went as a whole."""
        ny = en.slag is Slag.LAGT_TIL
        ting = en.etter if ny else en.før
        hele = self._ord.hele(ting)
        kalt = self._ord.kalt(ting)
        if kalt and len(hele) <= _KORT:
            return self._av(en, "lagt_til", hva=hva, etter=hele) if ny else self._av(en, "tatt_bort", hva=hva, før=hele)
        under = [*([self._uten(self._ord.fylt(kalt))] if kalt else []), *self._detaljer(ting)]
        return self._av(en, "ny_del" if ny else "tatt_bort_del", under, hva=self._ord.liten(hva))

    def _detaljer(self, ting: Del) -> Iterator[Setning]:
        for navn, verdi in self._ord.detaljer(ting):
            yield self._uten(
                self._ord.fylt(f"{navn}: {verdi}".removeprefix(": ").replace("{", "{{").replace("}", "}}"))
            )

    def _uten(self, tekst: str) -> Setning:
        """Return a line that says more of the change that it stands under."""
        return Setning(tekst, (), ())

    def _punkt(self, en: Endring, vei: list[Ledd]) -> Setning:
        """Tell of a thing in a list: that it came or went, was moved, or is another text."""
        ting = vei[-1]
        if en.slag is Slag.LAGT_TIL:
            return self._nytt(en, self._ledetekst.punkt(vei, self._ledetekst.tekst(ting).ny))
        if en.slag is Slag.ENDRET:
            gammel = self._ledetekst.den(ledd(self._gammel, en.gammel_rute or ())[-1])
            den = self._ledetekst.punkt(vei, gammel)
            return self._av(en, "endret_punkt", den=den, etter=self._ord.navnet(en.etter))
        flyttet = en.slag is Slag.FLYTTET
        den = self._ledetekst.punkt(vei, self._ledetekst.den(ting), alltid_alene=flyttet)
        return self._flyttet(en, den) if flyttet else self._av(en, "tatt_ut", den=den)

    def _nytt(self, en: Endring, ny: str) -> Setning:
        ting = en.etter
        if not isinstance(ting, Del):
            return self._av(en, "nytt_punkt", ny=ny, hva=self._ord.kalt(ting))
        hele = self._ord.hele(ting)
        if len(hele) <= _KORT or not (kalt := self._ord.kalt(ting)):
            return self._av(en, "nytt_punkt", ny=ny, hva=hele)
        return self._av(en, "nytt_punkt", [*self._detaljer(ting)], ny=ny, hva=kalt)

    def _flyttet(self, en: Endring, den: str) -> Setning:
        fra, til = en.gammel_rute or (), en.rute or ()
        if mønster(fra) != mønster(til):
            lister = [
                self._ledetekst.tekst(ledd(avtale, rute)[-1]).kort
                for avtale, rute in ((self._gammel, fra), (self._ny, til))
            ]
            return self._av(en, "flyttet_til", den=den, fra=f"«{lister[0]}»", til=f"«{lister[1]}»")
        steder = [self._over(self._gammel, fra), self._over(self._ny, til)]
        if len(fra) > 2 and _over(fra) != _over(til) and steder[0] != steder[1] and all(steder):
            return self._av(en, "flyttet_til", den=den, fra=steder[0], til=steder[1])
        return self._av(en, "flyttet", den=den, fra=str(int(fra[-1]) + 1), til=str(int(til[-1]) + 1))

    def _over(self, avtale: Avtale, rute: Rute) -> str:
        over = _over(rute)
        return self._ledetekst.den(ledd(avtale, over)[-1]) if over else ""


def _over(rute: Rute) -> Rute:
    """Return the way to the thing of a list that a thing of a list is in."""
    plasser = [nr for nr, steg in enumerate(rute[:-1]) if isinstance(steg, int)]
    return rute[: plasser[-1] + 1] if plasser else ()


def _én_kontakt(avtale: Avtale) -> bool:
    """Tell whether an agreement has only one politikontakt."""
    return len(avtale.politikontakt) == 1


def _ny_dag(en: Endring) -> bool:
    """Tell whether a meeting of the plan is on another day."""
    return en.slag is Slag.ENDRET and mønster(en.sted) == _MØTEDAGEN

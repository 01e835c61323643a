"""What a decision changes in the text that it approves: other words, a clause that is struck out, one who leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid, Endring
from avtalegen.importering.blokker import Avsnitt, Tabell, utsnittene
from avtalegen.importering.funnet import TROLIG, Spenn, Verdi
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.utsnitt import Utsnitt, setninger, som_lest
from avtalegen.importering.ventende import senere

_LEDDET = r"(?:§|(?i:pkt\.?|punkt(?:et)?|kap\.?|kapittel|artikkel|avsnitt))\s?(?P<nr>\d{1,2}(?:\.\d{1,2})?)"
_STEDET = _LEDDET.replace("(?P<nr>", "(?:")
_STED = senere(_LEDDET)
_FORAN = senere(
    rf"(?:I\s)?{_LEDDET}(?:,?\s\w{{3,12}}\s(?:ledd|punktum|setning|strekpunkt|kulepunkt))?\s?[:–-]\s*(?=[A-ZÆØÅ«])"
)
_NY_ORDLYD = senere(
    r"(?i)\b(?:skal\slyd[ea](?:\sslik)?|(?:får|gis|gjevast|vert)\s(?:denne|slik|følgende|følgjande|ny)\s(?:ordlyd\w*|lydelse\w*)|"
    r"(?:endres|endrast|vert endra|blir endret)\stil\så\slyd[ea]|"
    r"ny\s(?:ordlyd|tekst|formulering|lydelse))\s?:?\s*(?P<ny>\S.{8,})$"
)
_SKIFTES = (
    r"(?:endres|endrast|blir\sendr[ea]t?|vert\sendra|endra|endret|erstattes|erstattast|skiftes|skiftast|byttes|bytast|"
    r"rettes|rettast|økes|aukast|heves|hevast|reduseres|reduserast|senkes|senkast|forlenges|forlengast|utsettes|"
    r"utsetjast|flyttes|flyttast|settes\s(?:opp|ned)|setjast\s(?:opp|ned))"
)
_TIL = r"\s(?i:(?:ut\s)?(?:til|med|av))\s"
_FØR, _NÅ = (rf"[«\"“](?P<{navn}>[^«»\"“”]{{1,80}}?)[»\"”]" for navn in "ab")
_BYTTER = (
    senere(rf"{_FØR}(?:\si\s{_STEDET}[^«»\"“”]{{0,30}}?)?\s(?i:{_SKIFTES}){_TIL}{_NÅ}"),
    senere(rf"(?i:{_SKIFTES})\s{_FØR}{_TIL}{_NÅ}"),
    senere(
        rf"(?i:{_SKIFTES})\s(?i:fr[aå])\s[«\"“]?(?P<a>[^.;«»]{{1,40}}?)[»\"”]?\s(?i:til)\s[«\"“]?"
        r"(?P<b>(?:[^.;,«»]|(?<=\d)\.(?=\s?[\da-zæøå])){1,40}?)[»\"”]?(?=[.;,]?\s*$|[.;,]\s)"
    ),
    senere(
        rf"(?:{uttrykk.TITTEL}\s)?(?P<a>{uttrykk.NAVN})\s(?i:(?:erstattes|erstattast|skiftes\sut|byttes\sut|"
        rf"blir\serstattet|vert\serstatta|vert\sskift\sut)\s(?:med|av))\s(?:{uttrykk.TITTEL}\s)?(?P<b>{uttrykk.NAVN})"
    ),
)
_STRYKES = senere(
    rf"(?<!s )(?<!si )(?<!sitt ){_LEDDET}(?:\s(?!i\s(?:forslag|framlegg|innstilling|tilråding))[^.:«»]{{0,40}}?)?\s"
    r"(?i:strykes|strykast|stryk|utgår|går\sut|gjeng\sut|tas\sut|takast\sut|fjernes|fjernast|sløyfes|sløyfast)"
)
_GÅR_UT = senere(
    rf"(?:{uttrykk.TITTEL}\s)?(?P<n>{uttrykk.NAVN})\s(?i:går\sut(?!\stil)|tas\sut|takast\sut|strykes|strykast|utgår|trer\sut|"
    r"skal\sikk[je]+\s(?:være|vere)\s(?:med|medlem))"
)


def ta_med(a: Arbeid, seksjon: Seksjon) -> None:
    """Take the changes that a decision makes out of its section, and let what is new in it stand by itself."""
    nye: list[Avsnitt | Tabell] = []
    for blokk in seksjon.blokker:
        if not isinstance(blokk, Avsnitt):
            nye.append(blokk)
            continue
        rest = [en for en in setninger(_ordrett(a, blokk.tekst)) if not _endrer(a, en)]
        if len(rest) < len([*setninger(blokk.tekst)]) or any(
            _NY_ORDLYD.search(en.s) or _FORAN.match(en.s) for en in rest
        ):
            nye += [blokk._replace(tekst=_det_nye(a, en)) for en in rest]
        else:
            nye.append(blokk)
    seksjon.blokker = nye


def _ordrett(a: Arbeid, u: Utsnitt) -> Utsnitt:
    """Return a stretch of text as it was written, with what the rules have space for."""
    tekst = som_lest(a.linjer[u.linje].tekst)
    return Utsnitt(u.linje, u.fra, tekst[u.fra : u.fra + len(u.s)])


def _det_nye(a: Arbeid, u: Utsnitt) -> Utsnitt:
    """Return what a clause is to say, without the words that say that it is to."""
    if treff := _NY_ORDLYD.search(u.s):
        a.etikett(u.del_(0, treff.start("ny")))
        return u.gruppe(treff, "ny").strippet(' «»"“”')
    if treff := _FORAN.match(u.s):
        a.etikett(u.del_(0, treff.end()))
        return u.del_(treff.end(), len(u.s))
    return u


def _endrer(a: Arbeid, u: Utsnitt) -> bool:
    """Remember what a sentence changes; tell whether it says no more than that."""
    ledd = m["nr"] if (m := _STED.search(u.s)) else ""
    if _NY_ORDLYD.search(u.s):
        return False
    if stryk := _STRYKES.search(u.s):
        a.strøket.add(stryk["nr"])
    elif treff := next((m for mønster in _BYTTER if (m := mønster.search(u.s))), None):
        a.endringer.append(Endring(ledd, treff["a"].strip(), u.gruppe(treff, "b")))
    elif ut := _GÅR_UT.search(u.s):
        a.gått_ut.add(ut["n"])
    else:
        return False
    a.fortalt.add((u.linje, u.fra))
    return True


def uten_strøkne(a: Arbeid, seksjoner: list[Seksjon], foreslått: int) -> list[Seksjon]:
    """Return the sections without those that a decision struck out; one of the points proposed has the same number."""
    a.strøket = {nr for nr in a.strøket if float(nr) > foreslått}
    borte = [s for s in seksjoner if a.strøket and nummeret(a, s) in a.strøket]
    for seksjon in borte:
        a.fortalt.update((en.linje, en.fra) for avsnitt in seksjon.avsnitt for en in setninger(avsnitt.tekst))
        seksjon.del_ = ""
    return [s for s in seksjoner if s not in borte]


def nummeret(a: Arbeid, seksjon: Seksjon) -> str:
    """Return the number that stands in front of the heading of a section; "" for none."""
    if seksjon.overskrift is None:
        return ""
    linje = a.linjer[seksjon.overskrift.linje]
    foran = f"{linje.nummer} {linje.tekst[: seksjon.overskrift.fra]}" if not linje.celle else ""
    treff = re.search(r"(?<![\d/])\d{1,2}(?:\.\d{1,2})?(?![\d/])", foran)
    return treff[0] if treff else ""


def gjør(a: Arbeid, seksjoner: Iterable[Seksjon]) -> None:
    """Change what was read as a decision says; where the old words stand in more than one place, it can't be known."""
    alle = [*seksjoner]
    for endring in a.endringer[:_FLEST]:
        i_leddet = [s for s in alle if endring.ledd and nummeret(a, s) == endring.ledd]
        steder = [*_steder(i_leddet or alle, endring)]
        if len(steder) == 1:
            _bytt(a, endring, steder[0])
    for navn in a.gått_ut:
        for side in ("kommune", "politi"):
            for nr, en in reversed([*enumerate(a.tre.liste("politiråd", "medlemmer", side))]):
                verdi = en.get("navn") if isinstance(en, dict) else None
                if isinstance(verdi, Verdi) and verdi.tekst == navn:
                    a.tre.fjern("politiråd", "medlemmer", side, nr)


_FLEST = 40
"""Changes that a decision makes, at most."""


def _steder(seksjoner: Iterable[Seksjon], endring: Endring) -> Iterator[Spenn]:
    mønster = re.compile(rf"(?<!\w){re.escape(endring.før)}(?!\w)", re.IGNORECASE)
    for seksjon in seksjoner:
        for blokk in seksjon.blokker:
            for u in utsnittene(blokk):
                for treff in mønster.finditer(u.s) if u.linje != endring.nå.linje else ():
                    yield u.gruppe(treff).spenn


def _bytt(a: Arbeid, endring: Endring, sted: Spenn) -> None:
    """Let every value that is read of some words be of those that came instead."""
    for rute, verdi in [*a.tre.verdier()]:
        egne = [s for s in verdi.spenn if s.linje == sted.linje and s.fra < sted.til and sted.fra < s.til]
        if not egne:
            continue
        ny = _ny_tekst(a, endring, verdi)
        if ny is None:
            continue
        rundt = [
            Spenn(s.linje, fra, til) for s in egne for fra, til in ((s.fra, sted.fra), (sted.til, s.til)) if til > fra
        ]
        andre = [s for s in verdi.spenn if s not in egne]
        a.slipp(verdi)
        byttet = Verdi(ny, (*andre, *rundt, endring.nå.spenn), TROLIG, "endret i vedtaket", ordrett=False)
        _legg_inn(a, rute, byttet)


def _ny_tekst(a: Arbeid, endring: Endring, verdi: Verdi) -> str | None:
    """Return what a value is with the new words: a day is read anew, and of other words only those that differ."""
    if re.fullmatch(uttrykk.DATO, endring.nå.s) and re.fullmatch(uttrykk.DATO, endring.før):
        lest = a.les(endring.nå, "dato", TROLIG, "endret i vedtaket")
        if isinstance(lest, Verdi) and re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", verdi.tekst):
            return lest.tekst
    før, nå = endring.før.split(), endring.nå.s.split()
    while før and nå and før[0] == nå[0]:
        før, nå = før[1:], nå[1:]
    while før and nå and før[-1] == nå[-1]:
        før, nå = før[:-1], nå[:-1]
    gammel, ny = " ".join(før), " ".join(nå)
    mønster = rf"(?<!\w){re.escape(gammel)}(?!\w)"
    return re.sub(mønster, lambda _: ny, verdi.tekst, count=1) if gammel and re.search(mønster, verdi.tekst) else None


def _legg_inn(a: Arbeid, rute: tuple[str | int, ...], verdi: Verdi) -> None:
    over = a.tre.hent(*rute[:-1]) if len(rute) > 1 else a.tre.rot
    if isinstance(over, (dict, list)):
        over[rute[-1]] = verdi  # type: ignore[index]
        a.dekk(verdi)

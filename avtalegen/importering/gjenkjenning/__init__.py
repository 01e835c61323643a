"""Recognition: from the lines of an old agreement to what they say, part by part."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import partial

from avtalegen.importering import bokser, epost
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Avsnitt, Tabell, hele, utsnittene
from avtalegen.importering.funnet import Spenn
from avtalegen.importering.gjenkjenning import (
    andres_vedlegg,
    avtalen,
    endringene,
    erstattet,
    etiketter,
    etternavn,
    kontaktens,
    lederne,
    moteboken,
    notene,
    ordforklaringer,
    parter,
    partslinjer,
    partsskjema,
    partstabell,
    perioden,
    politifolkene,
    saksgang,
    slt_og_fora,
    slutt,
    tittelen,
    underskriftene,
    underskriftslinjene,
    utpekt,
)
from avtalegen.importering.gjenkjenning.seksjon import Seksjonsleser
from avtalegen.importering.gjenkjenning.tabellslag import tabell
from avtalegen.importering.innskudd import innskudd, rettet
from avtalegen.importering.kilde import Del, Kilde
from avtalegen.importering.listenivaa import med_nivåer
from avtalegen.importering.lopende import er_løpende
from avtalegen.importering.oppsett import Oppsett, Seksjon, oppsett
from avtalegen.importering.ordliste import etter_innhold, ledetekst
from avtalegen.importering.utsnitt import Utsnitt, setninger, som_lest
from avtalegen.importering.ventende import senere

_PARTSSETNING = senere(
    r"(?i)\b(?:mellom|inngått|inngås|inngår|partene|partane|gjord|part(?:er|ar)? (?:i|er)|gjelder for|gjeld for|"
    r"på vegn[ea] (?:av|for)|(?:blitt|vorte|er|vert) (?:enige|samde|einige) om|har (?:gjort|laget|laga|skrevet|skrive)"
    r"(?: denne| ein)? avtal\w+|"
    r"på den (?:ene|eine) sid[ea]n?|part(?:er|ar)(?=:))"
)


_FRIST = senere(r"(?i)(?:frist|innen|innan|ferdig|klart?|seinast|senest)\b")
"""What a sentence begins with whose day is that of something to be done, and not of the agreement."""
_BREVHODE = 8
"""Lines and cells of the head of a letter."""
_STED = senere(r"\s*[A-ZÆØÅ][\wæøåÆØÅ .-]{1,30},\s(?:den\s)?\d")
_LENGST = 2_000
"""Characters of a line that the parties, the number of the case and the date are looked for in."""


def gjenkjenn(kilde: Kilde) -> Arbeid:
    """Return what is recognised in an old agreement, and what of it is accounted for."""
    ute = epost.utenfor(kilde) | moteboken.utenfor(kilde)
    hele_kilden, kilde = kilde, kilde._replace(linjer=tuple(linje for linje in kilde.linjer if linje.nr not in ute))
    kilde, ikke_valgt = bokser.utfylt(med_nivåer(kilde))
    signatur = underskriftslinjene.linjene(kilde)
    o = oppsett(kilde._replace(linjer=tuple(linje for linje in kilde.linjer if linje.nr not in signatur)))
    a = Arbeid(hele_kilden, o)
    for spenn in ikke_valgt:
        a.etikett(Utsnitt(spenn.linje, spenn.fra, " " * (spenn.til - spenn.fra)))
    linjer = {linje.nr: linje for linje in kilde.linjer}
    a.innskudd = [
        Spenn(linje.nr, *en)
        for linje in kilde.linjer
        for en in (*innskudd(som_lest(linje.tekst)), *(rettet(linje, linjer) if not linje.celle else ()))
    ]
    avtalen.målform(a)
    forside = [u for blokk in o.forside for u in utsnittene(blokk)]
    gang = saksgang.saksgangen(o)
    holder = andres_vedlegg.uten([s for nr, s in enumerate(o.seksjoner) if nr not in gang.borte])
    alle = [*forside, *moteboken.titlene(o, gang), *(u for s in holder for b in s.blokker for u in utsnittene(b))]
    alle = [u for u in alle if len(u.s) <= _LENGST]
    _parter(a, forside, alle, [hele(linje) for linje in kilde.linjer if linje.nr in signatur])
    parter.organisasjonsnumre(a, [*alle, *o.rand])
    lederne.finn(a, alle)
    signaturlinjer = [hele(linje) for linje in kilde.linjer if linje.nr in signatur]
    uten_saken = partial(moteboken.uten_saken, kilde)
    avtalen.saksnummer(a, uten_saken([*alle, *signaturlinjer]), uten_saken([*o.rand, *forside]))
    tittellinjer = [
        u
        for blokk in o.forside
        if isinstance(blokk, Avsnitt)
        for u in utsnittene(blokk)
        if blokk.linje.hvor is Del.TEKST or blokk.linje.hvor is Del.TEKSTBOKS
    ]
    tittelen.forside(a, moteboken.titlene(o, gang)[-1:] or tittellinjer)
    _forside(a)
    seksjoner = andres_vedlegg.uten(saksgang.uten_innstillingen(a, o, gang))
    moteboken.vedtaket(a)
    utpekt.finn(a, [b.tekst for s in seksjoner for b in s.avsnitt if len(b.tekst.s) <= _LENGST])
    if o.seksjoner and (innledende := _innledende(o)):
        Seksjonsleser(a, innledende).les()
    for seksjon in seksjoner:
        Seksjonsleser(a, seksjon).les()
    _underskriftene(a, kilde, signatur, alle, forside)
    erstattet.i_neste_setning(a, alle)
    slutt.etter_underskriftene(a)
    tittelen.perioden(a)
    etternavn.i_vervene(a)
    etternavn.skill_titlene(a)
    kontaktens.fra_medlem(a)
    politifolkene.flytt(a)
    slt_og_fora.koordinator(a)
    notene.nummeret(a)
    endringene.gjør(a, seksjoner)
    return a


def _underskriftene(
    a: Arbeid, kilde: Kilde, signatur: Container[int], alle: list[Utsnitt], forside: list[Utsnitt]
) -> None:
    """Read who has signed, and when the agreement is dated: there, in what closes it, else at the head of it."""
    signaturlinjer = [hele(linje) for linje in kilde.linjer if linje.nr in signatur]
    underskriftene.les(a, [linje for linje in kilde.linjer if linje.nr in signatur])
    if not a.tre.har("signaturer"):
        underskriftene.for_partene(a, [*alle[-10:], *signaturlinjer])
    underskriftene.i_en_setning(a, alle[-10:])
    underskriftene.ble_undertegnet(a, alle)
    underskriftene.på_linjen(a, [*alle[-10:], *signaturlinjer])
    avtalen.datoen(a, signaturlinjer)
    i_celler = {linje.nr for linje in kilde.linjer if linje.celle}
    avtalen.datoen(a, [u for u in alle[-12:] if u.linje not in i_celler])
    # Place and day may be the last words of the sentence that closes the agreement.
    til_slutt = [u for u in (*alle[-12:], *signaturlinjer) if u.linje not in i_celler and u.s.strip()]
    siste = ([*setninger(u)][-1] for u in til_slutt)
    avtalen.datoen(a, [en for en in siste if not _FRIST.match(en.s)])
    avtalen.inngått(a, alle)
    avtalen.datoen(a, [u for u in forside if u.linje not in i_celler], sikker=False)
    # The head of the paper may have the place and the day in a cell of its own.
    avtalen.datoen(a, [u for u in forside[:_BREVHODE] if _STED.match(u.s)], sikker=False)


_SIER_NOE = ("råd", "kontakt", "periode", "tjenester", "evaluering", "taushet")


def _innledende(o: Oppsett) -> Seksjon | None:
    """Return the running text before the first heading that is about a part of the agreement, as a section."""
    seksjon = Seksjon("")
    seksjon.løpende = True
    seksjon.blokker = [
        blokk
        for blokk in o.forside
        if er_løpende(blokk)
        and isinstance(blokk, Avsnitt)
        and not _PARTSSETNING.search(re.sub(r"(?i)\b(?:enige|einige|samde) om\b", "", blokk.tekst.s))
        and etter_innhold(blokk.tekst.s) in _SIER_NOE
    ]
    return seksjon if seksjon.blokker else None


def _parter(a: Arbeid, forside: list[Utsnitt], alle: list[Utsnitt], signatur: list[Utsnitt]) -> None:
    """Find the parties in the order of how surely a text names them as such."""
    i_delen = [u for s in a.oppsett.seksjoner if s.del_ == "parter" for blokk in s.blokker for u in utsnittene(blokk)]
    setningene = [en for u in (*forside, *i_delen, *alle) for en in setninger(u) if _PARTSSETNING.search(en.s)]
    rader = [u for t in _tabellene(a) for u in _etter_ledeteksten(t)]
    rader += _listen_over_parter(a)
    sterke = [u for u in (*rader, *setningene) if any(True for _ in parter.kommuner_i(u))]
    med_politi = [u for u in sterke if re.search(r"(?i)politi|lensmann", u.s)]
    i_signaturen = [
        u for u in signatur if re.search(r"(?i)^\W*(?:for\s)?.{2,40}\s(?:kommune|herad)\b|^(?:for|på vegne av)\s", u.s)
    ]
    sterkest = [*rader, *med_politi[:3]]
    # The section on the parties names them, whatever its sentences say.
    sterkest = sterkest or [u for u in i_delen if len({k for k, _ in parter.kommuner_i(u)}) > 0][:3]
    partstabell.partene(a, _tabellene(a))
    partsskjema.partene(a, _tabellene(a))
    partslinjer.finn(a, [*forside, *i_delen])
    parter.fylkeskommunen(a, sterkest)
    parter.finn(
        a,
        sterkest or [*i_signaturen],
        [*forside, *i_signaturen],
        [*rader, *setningene, *forside, *i_delen, *alle, *signatur],
    )


def _listen_over_parter(a: Arbeid) -> list[Utsnitt]:
    """Return the points of a list that «avtalen er inngått mellom:», or the like, stands over."""
    blokker = [*a.oppsett.forside, *(blokk for s in a.oppsett.seksjoner for blokk in s.blokker)]
    funnet: list[Utsnitt] = []
    i_listen = False
    for blokk in blokker:
        u = blokk.tekst if isinstance(blokk, Avsnitt) else None
        if u is not None and _PARTSSETNING.search(u.s) and u.s.rstrip().endswith(":"):
            i_listen = True
        elif i_listen and u is not None and len(u.s) < 160 and re.search(r"(?i)kommune|herad|politi|lensmann", u.s):
            funnet.append(u)
        else:
            i_listen = False
    return funnet


def _tabellene(a: Arbeid) -> list[Tabell]:
    blokker = [*a.oppsett.forside, *(blokk for s in a.oppsett.seksjoner for blokk in s.blokker)]
    return [blokk for blokk in blokker if isinstance(blokk, Tabell)]


def _etter_ledeteksten(t: Tabell) -> list[Utsnitt]:
    """Return what stands beside, or under, the label for the parties."""
    if t.rader > 2 and t.kolonner > 1 and ledetekst(t.tekst(0, 0), "") == "*.parter" and t.tekst(0, 1):
        under = [u for r in range(1, t.rader) if (rute := t[r, 0]) for u in rute.utsnitt]
        if sum(bool(re.search(r"(?i)kommune|herad|politi|lensmann", u.s)) for u in under) * 2 >= len(under):
            return under
    rader = [r for r in range(t.rader) if ledetekst(t.tekst(r, 0), "") == "*.parter"]
    return [u for r in rader for k in range(1, t.kolonner) if (rute := t[r, k]) for u in rute.utsnitt]


def _forside(a: Arbeid) -> None:
    """Read the labels and tables before the first heading, and what else stands there."""
    for blokk in a.oppsett.forside:
        if isinstance(blokk, Tabell):
            tabell(a, blokk, None)
            continue
        if ordforklaringer.les(a, blokk.tekst):
            continue
        for nøkkel, merke, u in etiketter.deler(blokk.tekst, ""):
            if nøkkel and merke:
                etiketter.verdi(a, nøkkel, merke, u)
            elif not all(a.dekket[u.linje][u.fra : u.fra + len(u.s)]):
                for en in setninger(u):
                    avtalen.vedtak(a, en)
                    erstattet.erstatter(a, en)
                    if tittelen.OM_PERIODEN.search(en.s):
                        perioden.setning(a, en)
                        if a.tre.har("periode", "fra") and (foran := re.match(r"(?:[^\W\d]+\s){2,5}(?=\d)", en.s)):
                            a.etikett(en.gruppe(foran))

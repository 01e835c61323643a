"""The account of a source: what no value or label stands for is kept as it was written, or listed as not placed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Avsnitt, Tabell
from avtalegen.importering.forbi import BORTE, FORBI, FØR, NEDLAGT
from avtalegen.importering.fortalt import er_rad_utenfor
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Spenn, Verdi
from avtalegen.importering.kilde import Del, Sted
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.ordliste import NUMMER, bindeord, er_overskrift, overskrift
from avtalegen.importering.utsnitt import Utsnitt, samlet, setninger
from avtalegen.importering.ventende import senere
from avtalegen.lesing.umerket import uten_merking

_TEKSTEN = {
    "råd": "politiråd.tekst",
    "møter": "politiråd.tekst",
    "årshjul": "politiråd.tekst",
    "kontakt": "politikontakt.0.tekst",
    "slt": "slt.tekst",
    "tjenester": "tjenestetilbud.tekst",
    "beredskap": "beredskap.tekst",
    "plikter": "forpliktelser.tekst",
    "taushet": "taushetsplikt.tekst",
    "evaluering": "evaluering.tekst",
    "periode": "periode.tekst",
    "satsning": "satsningsområder.tekst",
    "bakgrunn": "avtale.tekst",
    "formål": "avtale.tekst",
    "parter": "avtale.tekst",
    "vedtak": "avtale.tekst",
}
_KREVER = {"taushetsplikt.tekst": "taushetsplikt"}


class IkkePlassert(NamedTuple):
    """What of a source stands nowhere in the draft: the text, and where it stood."""

    tekst: str
    sted: Sted
    linje: int


def ta_vare_på(a: Arbeid) -> None:
    """Put every sentence that something is left of into the text of its part, as it was written."""
    for seksjon in a.oppsett.seksjoner:
        _overskrift(a, seksjon)
        rester: list[Utsnitt] = []
        for blokk in seksjon.blokker:
            if isinstance(blokk, Avsnitt):
                # What is gone, or came to nothing, is listed and not carried into the text.
                rester += [u for u in _rester(a, blokk.tekst) if not _er_forbi(a, u, seksjon.del_)]
            else:
                rester += _fra_tabell(a, blokk)
        _i_teksten(a, seksjon, rester)
    forside = [u for blokk in a.oppsett.forside if isinstance(blokk, Avsnitt) for u in _rester(a, blokk.tekst)]
    lange = [u for u in forside if u.s.rstrip().endswith((".", ";", ":")) and len(u.s.split()) > 3]
    if lange:
        _skriv(a, "avtale.tekst", lange)


def _er_forbi(a: Arbeid, u: Utsnitt, del_: str) -> bool:
    """Tell whether a sentence is about somebody who is gone, or something that is no more or came to nothing."""
    if (u.linje, u.fra) in a.fortalt:
        return True
    om = a.sendt.get((u.linje, u.fra), del_)
    if FORBI.search(u.s) or (om == "tjenester" and NEDLAGT.search(u.s)):
        return True
    return bool({"kontakt", "slt"} & {om, del_}) and bool(FØR.search(u.s) or NEDLAGT.search(u.s))


def _rester(a: Arbeid, u: Utsnitt) -> Iterator[Utsnitt]:
    """Return the sentences of a stretch of text that something is left of."""
    for setning in setninger(u):
        if a.rest(setning):
            yield setning
        else:
            a.etikett(setning)  # nothing but values, labels and words that bind them


def _fra_tabell(a: Arbeid, tabell: Tabell) -> list[Utsnitt]:
    borte = {
        r for r in range(1, tabell.rader) if BORTE.search(" ".join(tabell.rad(r))) or er_rad_utenfor(tabell.rad(r))
    }
    lest = {r for (r, _), rute in tabell.egne.items() for u in rute.utsnitt if a.er_lest(u)}
    hele = {r for (r, _), rute in tabell.egne.items() if r not in lest for u in rute.utsnitt if a.rest(u)}
    return [
        u
        for (r, _), rute in tabell.egne.items()
        if r not in borte
        for u in rute.utsnitt
        if a.rest(u) or (r in hele and u)  # in a row that nothing is read of, a word that binds is what somebody is
    ]


def _overskrift(a: Arbeid, seksjon: Seksjon) -> None:
    """Account for a heading that is nothing but words from the list."""
    if seksjon.overskrift is None:
        return
    if er_overskrift(seksjon.overskrift.s):
        a.etikett(seksjon.overskrift)
    elif seksjon.del_ and (treff := overskrift(seksjon.overskrift.s)):
        a.etikett(seksjon.overskrift.del_(treff.fra, treff.til))


def _i_teksten(a: Arbeid, seksjon: Seksjon, rester: list[Utsnitt]) -> None:
    """Put what is left of a section where it belongs; a sentence about another part goes to that."""
    egne: list[Utsnitt] = []
    for u in rester:
        annen = a.sendt.get((u.linje, u.fra), seksjon.del_)
        rute = _TEKSTEN.get(annen)
        if annen != seksjon.del_ and rute and (rute not in _KREVER or a.tre.har(_KREVER[rute])):
            _skriv(a, rute, [u])
        else:
            egne.append(u)
    _egne(a, seksjon, egne)


def _egne(a: Arbeid, seksjon: Seksjon, rester: list[Utsnitt]) -> None:
    rute = _TEKSTEN.get(seksjon.del_)
    over = seksjon.overskrift
    if rute and rute in _KREVER and not a.tre.har(_KREVER[rute]):
        rute = None
    if rute == "taushetsplikt.tekst" and not a.tre.har("taushetsplikt", "gjelder") and rester:
        a.tre.sett(
            Verdi("ja", (rester[0].spenn,), TROLIG, "avsnittet handler om den", ordrett=False),
            "taushetsplikt",
            "gjelder",
        )
    if seksjon.del_ == "vedlegg" or (not rute and not rester):
        return
    if rute is None:
        if over is None:
            _skriv(a, "avtale.tekst", rester)
            return
        tekst = _som_markdown(rester)
        node: dict[str, Node] = {
            "overskrift": over.verdi(SIKKER, "overskriften", _stor(over.s)),
            "tekst": Verdi(tekst, tuple(u.spenn for u in rester), SIKKER, "avsnittet som det sto", markdown=True),
        }
        a.legg_til(node, "lokale_avsnitt")
        return
    if rester:
        if over is not None and a.rest(over):
            _skriv(a, rute, [over], fet=True)
        _skriv(a, rute, rester)


def _stor(tekst: str) -> str:
    ren = samlet(tekst).strip(" .:")
    return ren.capitalize() if ren.isupper() else ren


def _skriv(a: Arbeid, rute: str, rester: list[Utsnitt], *, fet: bool = False) -> None:
    """Add sentences to a text, those of one paragraph together."""
    tekst = _som_markdown(rester)
    tekst = f"**{_stor(rester[0].s)}**" if fet else tekst
    spenn = tuple(u.spenn for u in rester)
    steg = [int(s) if s.isdigit() else s for s in rute.split(".")]
    der = a.tre.hent(*steg)
    ny = Verdi(tekst, spenn, SIKKER, "teksten som den sto", markdown=True)
    if isinstance(der, Verdi):
        a.tre.fjern(*steg)
        a.tre.sett(der._replace(tekst=f"{der.tekst}\n\n{tekst}", spenn=(*der.spenn, *spenn)), *steg)
        a.dekk(ny)  # the rest of it is accounted for
    else:
        a.sett(ny, rute)


def _som_markdown(rester: list[Utsnitt]) -> str:
    """Return sentences as paragraphs of Markdown in which nothing is markup."""
    avsnitt: list[list[str]] = []
    forrige = None
    for u in rester:
        if u.linje != forrige:
            avsnitt.append([])
        forrige = u.linje
        avsnitt[-1].append(samlet(u.s))
    return "\n\n".join(uten_merking(" ".join(setningene)) for setningene in avsnitt)


_IKKE_ORD = senere(r"\W+")


def gjenspeilet(tekst: str) -> str:
    """Return a text as it is compared when it is asked whether a value gives back what stood in the source."""
    return _IKKE_ORD.sub("", tekst.casefold())


def ikke_plassert(a: Arbeid) -> list[IkkePlassert]:
    """Return what no value and no label accounts for, line by line.

    A line that says again what stands in the draft, as a heading at the top of every page does, is accounted for.
    """
    dekket = {nr: bytearray(len(d)) for nr, d in a.dekket.items()}
    verdier = [verdi for _, verdi in a.tre.verdier()]
    for spenn in (*a.merker, *(s for verdi in verdier for s in verdi.spenn)):
        _dekk(dekket, spenn)
    for spenn in a.innskudd:
        _dekk(dekket, spenn, 0)
    skrevet = {gjenspeilet(verdi.tekst) for verdi in verdier}
    overskrifter = {gjenspeilet(s.overskrift.s) for s in a.oppsett.seksjoner if s.overskrift}
    samlet_tekst = "\n".join(skrevet)
    ordene_i = frozenset(o for verdi in verdier for o in re.findall(r"\w+", verdi.tekst.casefold()))
    kjente = bindeord() | ordene_i
    funnet = []
    for linje in a.kilde.linjer:
        rest = _resten(linje.tekst, dekket[linje.nr])
        ord_, i_rest = gjenspeilet(linje.tekst), gjenspeilet(rest)
        if not i_rest:
            continue
        if linje.hvor in (Del.TOPPTEKST, Del.BUNNTEKST) and all(
            gjenspeilet(del_) in samlet_tekst or _SIDETALL.fullmatch(del_)
            for del_ in re.split(r"\t+|\s{2,}|[·|]", rest)
            if gjenspeilet(del_)
        ):
            continue
        if linje.hvor is Del.INNHOLDSFORTEGNELSE and _i_innholdet(linje.tekst, overskrifter):
            continue
        if len(ord_) > 3 and ord_ in skrevet:
            continue
        if len(i_rest) > 5 and linje.hvor is not Del.TEKST and any(i_rest in s for s in skrevet):
            continue
        if len(rest.split()) <= 8 and all(o in kjente for o in re.findall(r"\w+", rest.casefold())):
            continue
        for bit in re.split(r"\s{3,}|\n", rest):
            if gjenspeilet(bit) and not _SIDETALL.fullmatch(bit):
                funnet.append(IkkePlassert(samlet(bit).strip(" ,;"), linje.sted, linje.nr))
    return funnet


def _i_innholdet(tekst: str, overskrifter: set[str]) -> bool:
    """Tell whether a line of a table of contents is a heading that stands in the agreement, with its page."""
    uten_side = re.sub(r"[\s.…]*\d*\s*$", "", tekst)
    uten_tall = uten_side[treff.end() :] if (treff := NUMMER.match(uten_side)) else uten_side
    return gjenspeilet(uten_tall) in overskrifter or er_overskrift(uten_tall) is not None


_SIDETALL = senere(r"(?i)\s*(?:(?:side|s\.)\s*)?\d{1,3}(?:\s*(?:av|/)\s*\d{1,3})?\s*")


def _dekk(dekket: dict[int, bytearray], spenn: Spenn, hva: int = 1) -> None:
    linje = dekket.get(spenn.linje)
    if linje is not None:
        for nr in range(max(0, spenn.fra), min(spenn.til, len(linje))):
            linje[nr] = hva


def _resten(tekst: str, dekket: bytearray) -> str:
    """Return what is not covered; signs and space between what is covered go with it."""
    return "".join(" " if d else c for c, d in zip(tekst, dekket, strict=True))

"""Minutes with the agreement in them: what was proposed and said before the decision, is not what was agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid, rolle
from avtalegen.importering.blokker import Avsnitt, Tabell
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.gjenkjenning import avtalen, endringene, medlemslinjer, pliktene
from avtalegen.importering.gjenkjenning.celler import første
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.gjenkjenning.vedtatt import ORGAN, STYRET
from avtalegen.importering.oppsett import Oppsett, Seksjon
from avtalegen.importering.ordliste import etter_innhold
from avtalegen.importering.saksmerker import slaget
from avtalegen.importering.utsnitt import Utsnitt, setninger
from avtalegen.importering.ventende import senere

_VEDTAKET = senere(
    r"(?i)(?:\w{2,30}s\s|\w{2,30}\ssi(?:n|tt)?\s)?(?:innstilling|instilling|tilråding|saks?(?:utgreiing|utredning|"
    r"framlegg|fremlegg|framstilling|fremstilling|opplysning\w*|vurdering)|forslag\still\s(?:vedtak|innstilling)|"
    r"framlegg\still\s(?:vedtak|tilråding))\b.{0,40}|"
    r"(?:møte)?(?:behandling|handsaming)\w{0,2}(?:\si\s\w{3,30}|:|\s\d.{0,30})?|"
    r"(?:votering|avstemning|avrøysting|røysting)\w{0,4}"
)
_VEDTAKET = senere(r"(?i)^(?!.*(?:innst|tilråding|forslag|framlegg))[^.]{0,60}\bvedtak(?:et|a)?\b[^.]{0,40}")
_SOM_FORESLÅTT = senere(
    r"(?i)\b(?:som|samsvar med|tråd med|etter|lik)\s(?:\w+\s){0,2}(?:innstilling|tilråding|forslag|framlegg)|"
    r"\b(?:innstilling|tilråding|forslag|framlegg)\w{0,4}\s(?:\w+\s){0,3}(?:vedtatt|vedteke|vedtas)"
)
_DELENE = ("råd", "møter", "kontakt", "periode", "formål", "tjenester", "plikter", "satsning")
_NOK = 3
"""So many different parts after the decision make it the whole agreement."""
_SAKEN = senere(r"(?<![\d/])(?:(?:PS|KS|K)\s?)?\d{1,4}/\d{1,4}(?![\d/])")


def _ren(seksjon: Seksjon) -> str:
    return seksjon.overskrift.s.strip(" .:") if seksjon.overskrift else ""


class Saksgang(NamedTuple):
    """Which sections were said before the decision and don't hold, and which one is the decision, by their numbers."""

    borte: tuple[int, ...]
    vedtaket: int | None


def saksgangen(o: Oppsett) -> Saksgang:
    """Return how a case went: what was proposed does not hold where the decision, or the agreement, says all of it."""
    slag = {nr: hva for nr, s in enumerate(o.seksjoner) if (hva := slaget(_ren(s)))}
    før = [nr for nr, hva in slag.items() if hva != "vedtak"]
    vedtaket = _vedtaket(o, slag, før) if før else None
    if "innstilling" not in slag.values():
        return Saksgang(tuple(nr for nr in før if vedtaket is not None and nr < vedtaket), None)
    etter = før[-1] if vedtaket is None else vedtaket
    # What somebody had put in the minutes after the vote, is not agreed either.
    bak = [nr for nr in før if vedtaket is not None and nr > vedtaket]
    if _antall_deler(o, (nr for nr in range(etter + 1, len(o.seksjoner)) if nr not in bak)) >= _NOK:
        return Saksgang((*range(før[0], etter if vedtaket is not None else etter + 1), *bak), vedtaket)
    imellom = [nr for nr in range(før[0], etter) if nr not in slag]
    if vedtaket is not None and _antall_deler(o, imellom) >= _NOK:
        return Saksgang(tuple(før), vedtaket)  # the agreement stands before what was decided of it
    som_foreslått = vedtaket is not None and _er_som_foreslått(o.seksjoner[vedtaket])
    if vedtaket is not None and not som_foreslått and _står_for_seg(o.seksjoner[vedtaket]):
        return Saksgang((*range(før[0], vedtaket), *bak), vedtaket)
    return Saksgang(tuple(nr for nr in før if som_foreslått and slag[nr] == "behandling"), vedtaket)


def _antall_deler(o: Oppsett, numre: Iterable[int]) -> int:
    """Return how many parts of an agreement some sections are about."""
    return len({o.seksjoner[nr].del_ for nr in numre} & {*_DELENE})


def uten_innstillingen(a: Arbeid, o: Oppsett, gang: Saksgang) -> list[Seksjon]:
    """Return the sections without what was said before the decision.

    What was decided is read first: it holds where the agreement, or what was proposed, says otherwise.
    """
    for nr in gang.borte:
        o.seksjoner[nr].del_ = ""
        _om_vedtaket(a, o.seksjoner[nr])
    resten = [s for nr, s in enumerate(o.seksjoner) if nr not in gang.borte and nr != gang.vedtaket]
    if gang.vedtaket is None:
        return resten
    _som_vedtatt(a, o.seksjoner[gang.vedtaket])
    foreslått = sum(avsnitt.punkt for nr in gang.borte for avsnitt in o.seksjoner[nr].avsnitt)
    return endringene.uten_strøkne(a, [o.seksjoner[gang.vedtaket], *resten], foreslått)


def _vedtaket(o: Oppsett, slag: Mapping[int, str], før: list[int]) -> int | None:
    """Return the section with the decision: that of the organ which decides for a kommune, or else the last one."""
    alle = [
        nr
        for nr, s in enumerate(o.seksjoner)
        if nr > før[0] and _VEDTAKET.match(_ren(s)) and slag.get(nr) != "innstilling"
    ]
    styrets = [nr for nr in alle if STYRET.search(_ren(o.seksjoner[nr]))]
    return (styrets or alle)[-1] if alle else None


def _er_som_foreslått(seksjon: Seksjon) -> bool:
    return any(_SOM_FORESLÅTT.search(avsnitt.tekst.s) for avsnitt in seksjon.avsnitt)


def _står_for_seg(seksjon: Seksjon) -> bool:
    """Tell whether a decision says what was agreed, and not only that the agreement is approved."""
    alle = [en.s for avsnitt in seksjon.avsnitt for en in setninger(avsnitt.tekst)]
    return len(" ".join(alle)) > _KORT or len({etter_innhold(en) for en in alle} & {*_DELENE}) > 1


_KORT = 300
"""Characters of a decision that is but that the agreement is approved."""
_OM_SAKEN = senere(
    r"(?i)\b(?:fullmakt|underskriv\w*|undertegn\w*|underteikn\w*|signer\w*|til\sorientering|delegér\w*|delegert|oversend\w*)\b|"
    r"^(?:\w+\s){0,3}(?:inngår|inngår|godkjenner|godkjenn|vedtar|vedtek|sluttar?\sseg\still|slutter\sseg\still)\s(?:\w+\s){0,3}\w*avtal\w+\b[^:]*$"
)
"""What a decision says of the case itself: that the agreement is made, and who is to sign it."""


_SETTER_AV = senere(r"(?i)\b(?:sett\w*|setj\w*|avsett\w*|bevilg\w*|løyv\w*|gir|gjev|yter|bidr\w*|dekke[rs]\w*)\b")


def _som_vedtatt(a: Arbeid, seksjon: Seksjon) -> None:
    """Let each sentence of a decision say itself what it is about; what it says of the case is no part of it."""
    _om_vedtaket(a, seksjon, fortalt=False)
    seksjon.del_, seksjon.løpende = "", True
    endringene.ta_med(a, seksjon)
    for avsnitt in seksjon.avsnitt:
        for en in setninger(avsnitt.tekst):
            if _SETTER_AV.search(en.s):
                pliktene.ressurs(a, en)
            _valgt(a, en)
    seksjon.blokker = [blokk for blokk in seksjon.blokker if not (isinstance(blokk, Avsnitt) and _om_saken(a, blokk))]


_ER_VALGT = r"(?:er|blir|ble|blei|vart|vert)\s(?:vald|valde|valgt|valgte|oppnevnt|oppnemnde?|oppnemnt)"
_TIL_VERV = senere(
    rf"(?P<p>{uttrykk.ROLLE})\s{_ER_VALGT}\s(?:til|som)\s(?P<v>leder|leiar|nestleder|nestleiar|sekretær)(?!\w)"
)
_TIL_RÅDET = senere(
    rf"(?i)^(?:desse|disse|følgende|følgjande)\s(?:\w+\s){{0,2}}?{_ER_VALGT}\s(?:til|som|inn\si)\s[^:]{{3,40}}:\s*(?P<m>\S.+)$"
)


def _valgt(a: Arbeid, u: Utsnitt) -> None:
    """Take those whom a decision says are elected to the council, or to lead it."""
    if treff := _TIL_VERV.search(u.s):
        verv = "nestleder" if treff["v"].startswith("nest") else "sekretær" if treff["v"] == "sekretær" else "leder"
        if a.sett(rolle(u.gruppe(treff, "p"), SIKKER, "valget"), f"politiråd.{verv}"):
            a.etikett(u.del_(treff.end("p"), treff.end()))
    elif treff := _TIL_RÅDET.match(u.s):
        medlemslinjer.medlemmer(a, u.gruppe(treff, "m").strippet(" ."))


def _om_saken(a: Arbeid, avsnitt: Avsnitt) -> bool:
    alle = [*setninger(avsnitt.tekst)]
    if not all(_OM_SAKEN.search(en.s) or _SOM_FORESLÅTT.search(en.s) for en in alle):
        return False
    a.fortalt.update((en.linje, en.fra) for en in alle)
    return True


def _om_vedtaket(a: Arbeid, seksjon: Seksjon, *, fortalt: bool = True) -> None:
    """Read the day and the number of the decision in a section, of which nothing else is agreed, if `fortalt`."""
    if seksjon.overskrift and STYRET.search(seksjon.overskrift.s):
        avtalen.vedtak(a, seksjon.overskrift)
    for blokk in seksjon.blokker:
        for en in setninger(blokk.tekst) if isinstance(blokk, Avsnitt) else ():
            if fortalt:
                a.fortalt.add((en.linje, en.fra))
            if STYRET.search(en.s) and _VEDTATT.search(en.s):
                avtalen.vedtak(a, en)


_VEDTATT = senere(r"(?i)\b(?:vedtok|vedtatt|vedteke|godkjente?|godkjende?|slutt(?:et|a)\sseg)\b")


_BARE_OPPE = senere(
    r"(?i)\b(?:utsatt|utsett|melding|orientering|"
    r"drøft\w*|tilbake|attende|avvist|forrige|førre|første gang|fyrste gong)\b"
)
"""What a row says of a case that was not decided then."""


def _annens(a: Arbeid, rad: list[str]) -> bool:
    """Tell whether a row is of the organ of another kommune, or of a day when nothing was decided."""
    egne = {kommune.navn for kommune in a.kommuner}
    kommuner = {k.navn for celle in rad if (k := slå_opp(re.sub(r"\s(?:kommune|herad)$", "", celle.strip())))}
    return bool(kommuner and not kommuner & egne) or any(_BARE_OPPE.search(celle) for celle in rad)


def tabell(a: Arbeid, t: Tabell) -> bool:
    """Read the decision from a table of the organs that had the case, each with a day and a number; the last counts."""
    organer = (
        (r, k, u) for r in range(t.rader) for k in range(t.kolonner) if (u := første(t[r, k])) and ORGAN.match(u.s)
    )
    rader = {r: (k, u) for r, k, u in organer if not _annens(a, t.rad(r))}
    saker = {r: [u for k in range(t.kolonner) if k != rader[r][0] and (u := første(t[r, k]))] for r in rader}
    if not any(_SAKEN.fullmatch(u.s.strip()) for alle in saker.values() for u in alle) or len(a.kommuner) != 1:
        return False
    styret = [r for r, (_, u) in rader.items() if STYRET.match(u.s)]
    if not styret:
        return False
    siste = styret[-1]
    navnet = rader[siste][1]
    organ = ORGAN.match(navnet.s)
    node: dict[str, Node] = {}
    if organ:
        node["organ"] = navnet.gruppe(organ, "o").verdi(SIKKER, "tabellen", organ["o"].casefold())
    for u in saker[siste]:
        dag = re.search(uttrykk.DATO, u.s)
        if dag and "dato" not in node and (lest := a.les(u.gruppe(dag), "dato", SIKKER, "tabellen")):
            node["dato"] = lest
        elif not dag and "sak" not in node and _SAKEN.fullmatch(u.s.strip()):
            node["sak"] = u.strippet().verdi(SIKKER, "tabellen")
    return "dato" in node and "sak" in node and a.sett(node, "parter.kommuner.0.vedtak")

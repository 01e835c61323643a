"""The head and the foot of minutes: who was at the meeting, and where and when it was, is no part of the agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.importering import saksmerker, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import hele
from avtalegen.importering.funnet import TROLIG, Node
from avtalegen.importering.gjenkjenning.avtalen import organet
from avtalegen.importering.gjenkjenning.saksgang import Saksgang
from avtalegen.importering.gjenkjenning.vedtatt import ORGAN, STYRET, slaget
from avtalegen.importering.kilde import Kilde, Linje
from avtalegen.importering.oppsett import Oppsett
from avtalegen.importering.tittelvakt import er_tittel
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_NAVNET = senere(
    r"(?i)(?:sær)?utskrift(?:\sav\smøtebok\w*)?\b|(?<!sam)(?:møte(?:bok|protokoll|referat|utskrift|innkalling)|"
    r"saks?(?:protokoll|framlegg|fremlegg|framstilling|fremstilling|utskrift|papir))\w{0,4}\b|"
    r"\b(?:protokoll|referat)\s(?:fra|frå)\s(?:\w+\s){0,2}?(?:møte|rådsmøte|kommunestyre)\w*"
)
"""What the paper itself is called."""
_SAKEN = senere(
    r"(?:(?:PS|KS|KST|HST|BST|FS|K|F)(?:-?sak)?|Saks?(?:nr\.?)?|Sak)\s?:?\s?\d{1,4}/\d{2,4}\s+[-–]?\s*\S.{6,}"
)
"""The line that a case begins with, under the head."""
_FRAMMØTE = senere(
    r"(?i)(?:følgende|følgjande|desse|disse)\s.{0,60}\b(?:møtte|møtt|til\s?stede?s?|stades)\b.{0,20}|"
    r"(?:møtende|møtande|frammøtte|fremmøtte|innkalte|innkalla|faste)?\s?(?:medlem\w*|varamedlem\w*|representant\w*)?\s?"
    r"(?:som\s)?(?:møtte|møtt|til\s?stede?s?|tilstades|møtende|møtande|frammøtte|fremmøtte|deltakere|deltakarar|forfall|"
    r"meldt\sforfall|fråvær|fravær|fraværende|fråverande)|"
    r"(?:følgende|følgjande)\s.{0,60}\bforfall\b.{0,20}|(?:møtende|møtande|frammøtte|fremmøtte)\s\w{3,20}(?:\s\w{3,20})?|"
    r"(?:varamedlem\w*|vara)\s(?:som\s)?(?:møtte|møtt)|andre\s(?:til\s?stede?s?|frammøtte|som\smøtte)|"
    r"(?:dessuten|i tillegg|andre|fra administrasjonen|frå administrasjonen|fra adm\.?|frå adm\.?)\s?(?:møtte|møtt)"
    r"\b.{0,20}"
)
_OM_MØTET = senere(
    r"(?i)(?:møte(?:stad|sted|dato|tid|leder|leiar|innkaller|start|slutt)|saks(?:behandler|handsamar|ansvarlig)|"
    r"sakshandsamar|utval|utvalg|styre/råd|organ|sted|stad|dato|tid|tidspunkt|møte\snr\.?|møtet\s(?:ble\s)?(?:satt|hevet)|"
    r"referent|sekretær|protokollfører|protokollførar|møtesekretær|klassering|arkiv(?:kode)?|gradering|l\.?nr\.?|løpenr\.?|"
    r"saksnr\.?\si\sdette\smøtet|ordstyrer|ordstyrar|leder|leiar)"
)
_UNDER = senere(
    r"(?i)rett\s(?:utskrift|avskrift)\b|utskrift(?:en)?\s(?:bevitnes|sendt|til)\b|særutskrift\s(?:sendt|til)\b"
)
"""The words over who made the copy of the minutes."""
_HODET, _FOTEN = 80, 4
"""Lines of the head, and of the foot, at most."""
_NAVNELINJE, _ADMIN = 90, 12


def er_møtebok(kilde: Kilde) -> bool:
    """Tell whether a source is minutes: by its own name at the top, or by what stands over its parts."""
    øverst = [linje for linje in kilde.linjer if linje.tekst.strip()][:_ADMIN]
    if any(len(linje.tekst) < _NAVNELINJE and _NAVNET.search(linje.tekst) for linje in øverst):
        return True
    slag = {saksmerker.slaget(linje.tekst) for linje in kilde.linjer if linje.celle is None}
    return {"innstilling", "vedtak"} <= slag


def utenfor(kilde: Kilde) -> frozenset[int]:
    """Return the numbers of the lines that are of the meeting itself, and of no agreement."""
    if not er_møtebok(kilde):
        return frozenset()
    hodet = [*_hodet(kilde.linjer)]
    ute = {linje.nr for linje in hodet if linje.celle is None and _bare_navnet(linje.tekst)}
    ute |= _i_celler([linje for linje in hodet if linje.celle])
    under_frammøte = False
    for linje in hodet:
        if linje.celle is None or linje.celle.kolonne == 0:
            merke, kolon, resten = linje.tekst.strip().partition(":")
            er_frammøte = bool(_FRAMMØTE.fullmatch(merke.strip(" .")))
            om_møtet = bool(_OM_MØTET.fullmatch(merke.strip())) and (bool(kolon) or linje.celle is not None)
            if er_frammøte or om_møtet:
                under_frammøte = er_frammøte and not (resten.strip() and linje.celle is None)
                ute.add(linje.nr)
                continue
        under_frammøte = under_frammøte and len(linje.tekst) < _NAVNELINJE and "vtale" not in linje.tekst
        if under_frammøte:
            ute.add(linje.nr)
    return frozenset(ute | _før_vedtaket(kilde.linjer) | _foten(kilde.linjer))


def _før_vedtaket(linjer: Iterable[Linje]) -> set[int]:
    """Return what was said in each case before the line that begins with what they decided in it."""
    ute: set[int] = set()
    i_saken: list[int] | None = None
    for linje in linjer:
        ren = linje.tekst.strip()
        if linje.celle is None and _SAKEN.match(ren):
            i_saken = []
        elif i_saken is not None and linje.celle is None and _BLE_VEDTATT.match(ren):
            ute.update((*i_saken, linje.nr) if ren.endswith(":") else i_saken)
            i_saken = None
        elif i_saken is not None:
            i_saken.append(linje.nr)
            if saksmerker.slaget(ren) or linje.nivå is not None or len(i_saken) > _ADMIN:
                i_saken = None
    return ute


_BLE_VEDTATT = senere(r"(?i)(?:enstemmig\s|samrøystes\s)?(?:vedtak|konklusjon|beslutning|avgjerd)\s?:\s+\S")


def uten_saken(kilde: Kilde, alle: list[Utsnitt]) -> list[Utsnitt]:
    """Return some lines without those that a case of the meeting begins with: its number is not that of the archive."""
    return [u for u in alle if not _SAKEN.match(u.s.strip())] if er_møtebok(kilde) else alle


def titlene(o: Oppsett, gang: Saksgang) -> list[Utsnitt]:
    """Return the headings of minutes that are titles of an agreement, in order."""
    if gang.vedtaket is None and not gang.borte:
        return []
    alle = (s.overskrift for nr, s in enumerate(o.seksjoner) if nr not in gang.borte and s.overskrift is not None)
    titler = [u for u in alle if er_tittel(u.s) and _EN_AVTALE.search(u.s) and not saksmerker.slaget(u.s)]
    return [u.del_(m.end(), len(u.s)) if (m := _SAKSNUMMER.match(u.s)) else u for u in titler]


def vedtaket(a: Arbeid) -> None:
    """Take the decision from what stands at the head of minutes of the organ that decides for a kommune."""
    if len(a.kommuner) != 1 or a.tre.har("parter", "kommuner", 0, "vedtak", "sak") or not er_møtebok(a.kilde):
        return
    hodet = [hele(linje) for linje in _hodet(a.kilde.linjer, sak=False)]
    tekst = " ".join(u.s for u in hodet)
    organ = _STYRET.search(tekst)
    andre = {slaget(m["o"]) for m in ORGAN.finditer(tekst)} - {"styret"}
    if organ is None or andre:
        return
    node: dict[str, Node] = {}
    for u in hodet:
        if (m := STYRET.search(u.s)) and "organ" not in node:
            node["organ"] = u.gruppe(m).verdi(TROLIG, "møteboken", organet(m[0]), ordrett=False)
        dag = re.search(uttrykk.DATO, u.s)
        if dag and "dato" not in node and (lest := a.les(u.gruppe(dag), "dato", TROLIG, "møteboken")):
            node["dato"] = lest
        if "sak" not in node and (m := _STYRESAK.search(u.s)):
            node["sak"] = u.gruppe(m, "s").verdi(TROLIG, "møteboken")
    der = a.tre.hent("parter", "kommuner", 0, "vedtak")
    if isinstance(der, dict):
        node = {n: v for n, v in node.items() if n not in der and (n != "dato" or "dato" not in der)}
        for felt, v in node.items():
            a.sett(v, f"parter.kommuner.0.vedtak.{felt}")
    elif "sak" in node and "dato" in node:
        a.sett({n: node[n] for n in ("organ", "sak", "dato") if n in node}, "parter.kommuner.0.vedtak")


_EN_AVTALE = senere(r"(?i)\b\w*avtale\w*\s(?:om|mellom|med)\b")
_SAKSNUMMER = senere(r"(?i)(?:(?:PS|KS|KST|K-?sak|F-?sak|sak)\s?)?\d{1,4}/\d{2,4}\s?[-–:]?\s+")
_STYRET = senere(
    r"(?i)(?:utval[g]?|styre/råd|organ|møte(?:bok|protokoll)?|i|protokoll)\W{1,3}(?:\w+\s){0,2}(?:kommunestyr|heradsstyr|bystyr)\w*"
)
"""The organ whose meeting it was."""
_STYRESAK = senere(
    r"(?:(?:PS|KS|KST|HST|BST|K)(?:-?sak)?|(?i:(?:utvalgs|utvals|møte|politisk\s)?sak(?:s?nr\.?|snummer)?))\s?[:.]?\s*(?P<s>\d{1,4}/\d{2})(?![\d/])"
)


def _hodet(linjer: Iterable[Linje], *, sak: bool = True) -> Iterable[Linje]:
    """Return the lines before the first case, or what was proposed in it."""
    for nr, linje in enumerate(linjer):
        if nr >= _HODET or (
            linje.celle is None
            and (saksmerker.slaget(linje.tekst) or (sak and _SAKEN.match(linje.tekst.strip())))
            and not _bare_navnet(linje.tekst)
        ):
            return
        yield linje


def _bare_navnet(tekst: str) -> bool:
    """Tell whether a line says no more than what the paper is called, and whose it is."""
    rest = _NAVNET.sub(" ", tekst)
    return rest != tekst and "vtale" not in rest and len(rest.split()) <= 4


def _i_celler(linjer: list[Linje]) -> set[int]:
    """Return the lines of the cells that stand after a label of the meeting, and of its table of those who met."""
    ute: set[int] = set()
    rader: dict[tuple[int, int], list[Linje]] = {}
    for linje in linjer:
        if linje.celle:
            rader.setdefault((linje.celle.tabell, linje.celle.rad), []).append(linje)
    frammøte = {
        tabell
        for (tabell, rad), alle in rader.items()
        if rad == 0 and any(_FUNKSJON.fullmatch(en.tekst.strip(" :")) for en in alle)
    }
    for (tabell, _), alle in rader.items():
        etter: Linje | None = None
        for linje in alle:
            kolonne = linje.celle.kolonne if linje.celle else 0
            merke = linje.tekst.strip(" .:")
            if tabell in frammøte:
                ute.add(linje.nr)
            elif kolonne % 2 == 0 and (_OM_MØTET.fullmatch(merke) or _FRAMMØTE.fullmatch(merke)):
                # A head over a column has its words under it, and what stands beside it is another head.
                er_hode = len({en.celle.kolonne for en in alle if en.celle}) % 2 and len(rader) > 1
                etter = None if er_hode else linje
                ute.update(() if er_hode else (linje.nr,))
            elif etter is not None and etter.celle and kolonne == etter.celle.kolonne + 1:
                ute.add(linje.nr)
    return ute


_FUNKSJON = senere(r"(?i)representerer|representerar|funksjon|møtte\sfor|parti|møter?\sfor")
"""A head over a column of those who were at the meeting."""


def _foten(linjer: Iterable[Linje]) -> set[int]:
    """Return the lines that say who made the copy of the minutes, and when."""
    ute: set[int] = set()
    igjen = 0
    for linje in linjer:
        if linje.celle is None and _UNDER.search(linje.tekst) and len(linje.tekst) < 2 * _NAVNELINJE:
            igjen = _FOTEN if len(linje.tekst) < _NAVNELINJE / 2 else 1
        elif not linje.tekst.strip():
            continue
        if igjen and (len(linje.tekst) > _NAVNELINJE or "vtale" in linje.tekst) and not _UNDER.search(linje.tekst):
            igjen = 0
        if igjen:
            ute.add(linje.nr)
            igjen -= 1
    return ute

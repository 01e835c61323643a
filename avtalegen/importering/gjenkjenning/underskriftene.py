"""Where the signatures are in a source, and how their lines make columns."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.blokker import hele
from avtalegen.importering.funnet import SIKKER, TROLIG
from avtalegen.importering.gjenkjenning.avtalen import _STED_DATO
from avtalegen.importering.gjenkjenning.underskriver import ferdig, underskrifter
from avtalegen.importering.kilde import Del, Kilde, Linje
from avtalegen.importering.ordliste import NUMMER, er_overskrift
from avtalegen.importering.utsnitt import Utsnitt, setninger, som_lest
from avtalegen.importering.ventende import senere

_STREKER = senere(r"[_.…]{6,}")
_FOR = senere(r"^\s*(?i:for|på vegne av|på vegner av)\s(?:[A-ZÆØÅ]|kommunen|politiet|heradet).{0,60}$")
_VEDLEGG = senere(
    r"(?i)^\s*(?:(?:vedlegg|bilag|appendiks)\b|(?:del|bolk)\s(?:ii|2|b)\b|"
    r"(?:lokalt\s)?tillegg\s?(?:nr\.?\s?)?(?:[a-h]|\d{1,2}|i{1,3})\b)"
)
_ALENE = senere(r"\s*(?:VEDLEGG|BILAG|V E D L E G G)(?:\s+\d{1,2})?[\s.:]*$")
"""The word alone in capitals, over the first enclosure."""


def linjene(kilde: Kilde) -> frozenset[int]:
    """Return the numbers of the lines that the signatures are in: from place and day, or «for X», to the end."""
    linjer = [linje for linje in kilde.linjer if linje.hvor in (Del.TEKST, Del.TEKSTBOKS) and linje.tekst.strip()]
    if not linjer:
        return frozenset()
    # With enclosures under it that have headings of their own, the agreement ends, and is signed, before the first.
    over = (
        nr
        for nr, linje in enumerate(linjer)
        if _ALENE.match(linje.tekst) or (linje.nivå and _VEDLEGG.match(linje.tekst))
    )
    vedlegg = next(over, len(linjer))
    if _MINST < vedlegg < len(linjer) and (før := _blant(linjer[:vedlegg])):
        return før
    return _blant(linjer) | _under_brev(linjer)


def _under_brev(linjer: list[Linje]) -> frozenset[int]:
    """Return the lines of those who greet at the end of a letter that another one answers: a name, and a title."""
    egne: set[int] = set()
    for nr, linje in enumerate(linjer):
        if _HILSEN.match(som_lest(linje.tekst).strip()) and len(linjer) > nr + 2:
            navn, tittel = (som_lest(en.tekst).strip() for en in linjer[nr + 1 : nr + 3])
            if re.fullmatch(uttrykk.NAVN, navn) and re.fullmatch(uttrykk.TITTEL, tittel):
                egne |= {en.nr for en in linjer[nr : nr + 3]}
    return frozenset(egne)


_HILSEN = senere(r"(?i)^(?:med )?(?:vennlig |vennleg |venleg |beste )?(?:hels?(?:ing|en)|hilsen)\W*$")
_MINST = 6
"""Lines of an agreement that has its enclosures under it."""


def _blant(linjer: list[Linje]) -> frozenset[int]:
    """Return the numbers of those of some lines that the signatures are in."""
    start = None
    i_celler = _steder_i_rad(linjer)
    for nr in range(len(linjer) - 1, max(-1, len(linjer) // 3), -1):
        if _begynner(linjer[nr]) or linjer[nr].nr in i_celler:
            start = nr
            continue
        if start is not None and start - nr > 12:
            break
    if start is None:
        start = _bare_navn(linjer)
    if start is None:
        return frozenset()
    slutten = len(linjer)
    for nr in range(start + 1, len(linjer)):
        if linjer[nr].celle is None and (_VEDLEGG.match(linjer[nr].tekst) or _ny_del(linjer[nr])):
            slutten = nr
            break
    valgt = _uten_brevet(linjer[start:slutten])
    navn = [linje for linje in valgt if re.search(uttrykk.NAVN, linje.tekst)]
    return frozenset(linje.nr for linje in valgt) if navn and len(valgt) <= 60 else frozenset()


_PROSA, _BREV = 120, 600
"""Characters of a line that is no part of a signature, and of those that are a letter of their own."""
_ETTER_HILSENEN = 7


def _uten_brevet(valgt: list[Linje]) -> list[Linje]:
    """Return the lines of signatures without the answer that stands between them, where one letter follows another."""
    prosa = [linje.celle is None and len(linje.tekst) > _PROSA for linje in valgt]
    if sum(len(linje.tekst) for linje, er in zip(valgt, prosa, strict=True) if er) < _BREV:
        return valgt
    egne: list[Linje] = []
    igjen, side = 0, None
    for linje, er in zip(valgt, prosa, strict=True):
        if not er and _begynner(linje):
            igjen, side = _ETTER_HILSENEN, linje.sted.side
        igjen = 0 if er or linje.sted.side != side else igjen - 1
        if igjen > 0:
            egne.append(linje)
    return egne


def _steder_i_rad(linjer: list[Linje]) -> frozenset[int]:
    """Return the lines of the cells that tell place and day beside each other, as over the names of two who sign."""
    rader: dict[tuple[int, int], list[Linje]] = {}
    for linje in linjer:
        if linje.celle and (sted := _STED_DATO.match(som_lest(linje.tekst).strip())) and sted["d"]:
            rader.setdefault((linje.celle.tabell, linje.celle.rad), []).append(linje)
    return frozenset(linje.nr for rad in rader.values() if len(rad) > 1 for linje in rad)


_SIGNERT_OVER = senere(
    rf"(?i)^\W*(?:signert|signatur\w*|underskrift\w*|underteikn\w*)(?:\s(?:elektronisk|digitalt))?(?:,?\s(?:den\s)?(?P<d>{uttrykk.DATO}))?\W*$"
)


def _begynner(linje: Linje) -> bool:
    tekst = som_lest(linje.tekst).strip()
    if _SIGNERT_OVER.match(tekst):
        return True
    if linje.celle is None and _STED_DATO.match(tekst) and len(tekst) < 70:
        return True
    if _HILSEN.match(tekst):
        return True
    første = tekst.split("\n")[0].strip()
    if linje.celle is None and "\n" in tekst and (sted := _STED_DATO.match(første)) and sted["d"] and len(tekst) < 200:
        return True
    deler = re.split(r"\t+|\s{3,}", tekst) if linje.celle is None and len(tekst) < 90 else []
    if any((sted := _STED_DATO.match(del_)) and sted["d"] for del_ in deler):
        return True
    nås = re.search(rf"{uttrykk.EPOST}|{uttrykk.TELEFON}", tekst)  # how to reach somebody, who signs nothing there
    return bool(_FOR.match(tekst) and not nås and not tekst.endswith(".")) or bool(_STREKER.search(tekst))


def _bare_navn(linjer: list[Linje]) -> int | None:
    """Return where the last lines begin that are nothing but names and titles, when nothing stands over them."""
    navn = titler = 0
    start: int | None = None
    for nr in range(len(linjer) - 1, max(-1, len(linjer) - 13), -1):
        deler = [
            re.sub(r"\s*\(?\bsign\.?\)?$", "", d.strip(" .,_"))
            for d in re.split(
                r"\t+|\s{3,}|"
                r"\n",
                som_lest(linjer[nr].tekst),
            )
            if d.strip(" .,_")
        ]
        er_navn = all(re.fullmatch(uttrykk.NAVN, d) and not ledd.er_instans(d) for d in deler)
        er_tittel = all(
            re.fullmatch(
                rf"(?:{uttrykk.TITTEL})(?:,?\s(?:i\s|"
                rf"for\s)?[A-ZÆØÅ]\S+(?:\s\S+)?)?",
                d,
            )
            for d in deler
        )
        en_linje = all(re.fullmatch(rf"{uttrykk.NAVN},\s{uttrykk.TITTEL}(?:\si\s\S+)?", d) for d in deler)
        if linjer[nr].nivå or not (er_navn or er_tittel or en_linje):
            break
        navn, titler = navn + (er_navn or en_linje), titler + (er_tittel or en_linje)
        start = nr
    if start and (_MEDLEMMENE.search(linjer[start - 1].tekst) or _midt_i_rad(linjer, start)):
        return None
    return start if navn and titler else None


def _midt_i_rad(linjer: list[Linje], start: int) -> bool:
    """Tell whether names stand after what a row of a table is about, or under the heads of a table of people."""
    celle, foran = linjer[start].celle, linjer[start - 1].celle
    if celle and foran and (foran.tabell, foran.rad) == (celle.tabell, celle.rad):
        return not _PART.search(linjer[start - 1].tekst)
    hodene = [en.tekst.strip() for en in linjer if celle and en.celle and en.celle[:2] == (celle.tabell, 0)]
    return any(_HODE.fullmatch(en) for en in hodene) and not any(
        _SIGNERT.search(en) or _PART.search(en) for en in hodene
    )


_HODE = senere(r"(?i)(?:navn|namn|tittel|vara\w*|funksjon|verv|rolle|telefon|tlf\.?|stilling|medlem\w*)\W*")
_PART = senere(r"(?i)kommun|herad|politi|lensmann|\bfor\b|\bpart")
_SIGNERT = senere(r"(?i)underskr|signat|sign\b|underteikn|dato")
"""The head of a column of a table of people, and of one that they have signed."""


_MEDLEMMENE = senere(
    r"(?i)\b(?:medlem\w*|deltak\w*|deltar|deltek|samansetj\w*|sam\w{0,3}setning\w*|kontakt\w*)\b[^.]{0,40}$|[a-zæøå]:\s*$"
)
"""The line over names that are in the council, or are to be reached, and have signed nothing."""


def _ny_del(linje: Linje) -> bool:
    s = linje.tekst.strip()
    treff = NUMMER.match(s)
    return bool(linje.nivå or treff) and er_overskrift(s[treff.end() :] if treff else s) not in (None, "signatur")


def les(a: Arbeid, linjer: list[Linje]) -> None:
    """Read the signatures: in tables by column or by row, in boxes, and in columns of tabs or spaces."""
    tabeller: dict[int, list[Linje]] = {}
    løse: list[Linje] = []
    for linje in linjer:
        if linje.celle:
            tabeller.setdefault(linje.celle.tabell, []).append(linje)
        else:
            løse.append(linje)
    for linje in løse:
        if treff := _SIGNERT_OVER.match(som_lest(linje.tekst).strip()):
            u = hele(linje)
            a.etikett(u)
            if dag := re.search(uttrykk.DATO, u.s) if treff["d"] else None:
                a.sett(a.les(u.gruppe(dag), "dato", SIKKER, "«signert»"), "avtale.dato")
    for cellene in tabeller.values():
        underskrifter(a, _rader(cellene) if _i_rader(cellene) else _kolonner(cellene))
    underskrifter(a, _spalter(løse))
    for linje in linjer:
        for treff in re.finditer(r"[_.…·\-–—]{3,}", linje.tekst):
            a.etikett(Utsnitt(linje.nr, treff.start(), treff[0]))


_SIGNERT = senere(
    rf"(?i)^(?:signert|underskrevet|undertegnet|underskriven|underteikna)\b[^:]*?(?P<d>{uttrykk.DATO})?[^:\d]*:\s"
)


_FOR_PARTEN = senere(
    rf"^(?i:for|på vegne av|på vegner av)\s(?P<f>[^:]{{4,60}}):\s"
    rf"(?P<n>{uttrykk.NAVN})(?:,\s|\s\((?=[^()]+\)$))(?P<t>[^\d()]{{3,50}})\)?$"
)


def for_partene(a: Arbeid, linjer: list[Utsnitt]) -> None:
    """Read those who sign on a line each: «For Flakstad kommune: Kari Moe, ordfører»."""
    for u in (en.strippet() for linje in linjer for en in linje.delt(r"\s+(?=For\s[A-ZÆØÅ][^:]{3,60}:\s)")):
        if treff := _FOR_PARTEN.match(u.s):
            felt = (("navn", "n"), ("tittel", "t"), ("for", "f"))
            ferdig(a, {navn: u.gruppe(treff, g).verdi(SIKKER, "linjen for parten") for navn, g in felt})


def i_en_setning(a: Arbeid, linjer: list[Utsnitt]) -> None:
    """Read those who signed from a sentence that counts them up: «Signert 20. januar 2022: Kari Moe (ordfører) …»."""
    for u in linjer if not a.tre.har("signaturer") else ():
        treff = _SIGNERT.match(u.s)
        folk = [*ledd.personer(u)] if treff else []
        if treff is None or not folk:
            continue
        dag = a.les(u.gruppe(treff, "d"), "dato", SIKKER, "«signert»") if treff["d"] else None
        for en in folk:
            ferdig(a, som_rolle(en, SIKKER, "«signert»"))
        if a.sett(dag, "avtale.dato"):
            a.etikett(u.del_(treff.start(), treff.end()))


_TITTEL = rf"{uttrykk.FORAN}{uttrykk.TITTELORD}"
_V = rf"[^.,;:]{{2,60}}?\s(?:(?i:ved)\s|(?i:v)[./]\s?)(?P<t>{_TITTEL})(?:en)?\s(?P<n>{uttrykk.NAVN})"
_VED = senere(rf"^(?:(?i:for)\s)?(?=[^/]*(?i:kommune|herad|politi|lensmann)){_V}$")
_UNDERSKRIFT = senere(
    rf"^(?i:underskrift|signatur|signert|undertegnet|underteikna)(?:\s(?i:av))?\s(?P<t>{_TITTEL})(?:en)?:?\s"
    rf"(?P<n>{uttrykk.NAVN})\.?$"
)


def på_linjen(a: Arbeid, linjer: list[Utsnitt]) -> None:
    """Read those who sign on a line, or half of one: «Flakstad kommune v/ordfører Kari Moe»."""
    alle = [] if a.tre.har("signaturer") else [en for linje in linjer for en in linje.delt(r"\t+|\s{3,}|\n")]
    funnet = [(u, m) for u in alle if (m := _UNDERSKRIFT.match(u.s) or _VED.match(u.s))]
    if len(funnet) > 1:
        for u, treff in funnet:
            ferdig(
                a, {hva: u.gruppe(treff, g).verdi(TROLIG, "på linjen") for hva, g in (("navn", "n"), ("tittel", "t"))}
            )


_BLE_UNDERTEGNET = senere(
    r"(?i)\b(?:ble|blei|vart|er|blir)\s(?:undertegnet|underskrevet|signert|underteikna|underskriven)\b(?=[^;]*\sav\s)"
)


def ble_undertegnet(a: Arbeid, linjer: list[Utsnitt]) -> None:
    """Read those who a sentence in the agreement says signed it: «… ble undertegnet av ordfører Kari Moe og …»."""
    for en in (en for u in linjer for en in setninger(u)) if not a.tre.har("signaturer") else ():
        treff = _BLE_UNDERTEGNET.search(en.s)
        rest = en.del_(treff.end(), len(en.s)) if treff else None
        folk = [*ledd.personer(rest)] if rest else []
        if rest is None or len(folk) <= 1:
            continue
        for p in folk:
            ferdig(a, som_rolle(p, SIKKER, "«ble undertegnet av»"))
        dato = re.search(uttrykk.DATO, rest.s)
        if dato and not re.search(r"(?i)fullmakt|vedtak", rest.s[: dato.start()]):
            a.sett(a.les(rest.gruppe(dato), "dato", SIKKER, "«ble undertegnet»"), "avtale.dato")
        return


def _i_rader(cellene: list[Linje]) -> bool:
    """Tell whether each row is one who signs: the name in one cell, and what goes with it in others."""
    rader: dict[int, list[Linje]] = {}
    for linje in cellene:
        if linje.celle:
            rader.setdefault(linje.celle.rad, []).append(linje)
    for rad in rader.values():
        navn = [linje for linje in rad if re.fullmatch(uttrykk.NAVN, linje.tekst.strip())]
        andre = [linje for linje in rad if re.search(uttrykk.TITTELORD, linje.tekst) and linje not in navn]
        if (
            len(navn) == 1
            and andre
            and all(o.celle and navn[0].celle and o.celle.kolonne != navn[0].celle.kolonne for o in andre)
        ):
            return True
    return False


def _rader(cellene: list[Linje]) -> list[list[Utsnitt]]:
    rader: dict[int, list[Utsnitt]] = {}
    for linje in cellene:
        if linje.celle:
            rader.setdefault(linje.celle.rad, []).append(hele(linje))
    return list(rader.values())


def _kolonner(cellene: list[Linje]) -> list[list[Utsnitt]]:
    """Return the columns; cells that hold a name and what goes with it are each one."""
    hver: dict[tuple[int, int], list[Utsnitt]] = {}
    for linje in cellene:
        if linje.celle:
            hver.setdefault((linje.celle.rad, linje.celle.kolonne), []).append(hele(linje))
    alene = [
        ruten
        for ruten in hver.values()
        if sum(bool(re.match(uttrykk.NAVN, del_.strip())) for u in ruten for del_ in u.s.split("\n")) == 1
        and len("\n".join(u.s for u in ruten).split("\n")) > 1
    ]
    if len(alene) > 1:
        return list(hver.values())
    kolonner: dict[int, list[Utsnitt]] = {}
    for linje in cellene:
        if linje.celle:
            kolonner.setdefault(linje.celle.kolonne, []).append(hele(linje))
    return list(kolonner.values())


def _spalter(linjer: list[Linje]) -> list[list[Utsnitt]]:
    """Return the columns that tabs or runs of spaces make, each with its lines from above."""
    delt = []
    for linje in linjer:
        delt += [[*u.delt(r"\t+|\s{3,}")] for u in hele(linje).delt(r"\n")]
    antall = max(map(len, delt), default=1)
    if antall < 2:
        return [[u for d in delt for u in d]]
    spalter: list[list[Utsnitt]] = [[] for _ in range(antall)]
    for d in delt:
        if len(d) == antall:
            for spalte, u in zip(spalter, d, strict=True):
                spalte.append(u)
        else:
            spalter[0].extend(d)
    return spalter

"""The title of the agreement, from the lines before the first heading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import hele
from avtalegen.importering.funnet import SIKKER, TROLIG, Verdi
from avtalegen.importering.gjenkjenning.avtalen import SAKSNR
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.kilde import Del, Linje
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_TITTELORD = senere(
    r"(?i)\bavtale\w*|\b\w+avtale\b|samarbeid|samhandling|politiråd|plan\b|intensjons\w+|protokoll|overenskomst|"
    r"overeinskomst|partnerskap|erklæring|kontrakt|\bpakt\b"
)

OM_PERIODEN = senere(
    r"(?i)\bgjeld[ae]nde fr[aå]\b|^(?:(?:den|avtal\w+|ho|han)\s(?:gjeld|løper|varer)|gjeld(?:er)?\s(?:for|fr[aå]|i)\s)"
)
"""A line that says how long the agreement lasts, and is no title."""


def forside(a: Arbeid, linjer: Iterable[Utsnitt]) -> None:
    """Take the title and what stands under it from the lines before the first heading."""
    ledige = [
        u
        for u in (_uten_saken(u) for u in linjer)
        if u
        and not SAKSNR.search(u.s)
        and not _INGEN_TITTEL.match(u.s)
        and (re.search(r"[A-Za-zÆØÅæøå]{3}", _tettet(u.s)) or _OG.fullmatch(u.s))
    ]
    største = {linje.nr for linje in a.kilde.linjer if linje.nivå == 1}
    ledige.sort(key=lambda u: not (u.linje in største and _kan_være_tittel(u.s)))
    tittel = _med_stilen(a, ledige) or next(
        (
            u
            for u in ledige
            if (_TITTELORD.search(_tettet(u.s)) or (u.linje in største and _er_navn_på_avtale(u.s)))
            and len(u.s) < 160
            and not u.s.rstrip().endswith(".")
            and not re.match(r"(?i)mellom\s|(?-i:om|for|og)\s", u.s)
        ),
        None,
    )
    navn = [u for u in ledige if u is not tittel]
    emnet = next((u for linje in a.kilde.linjer if (u := _emnet(linje))), None) if tittel is None else None
    if emnet is not None:
        a.sett(emnet.verdi(TROLIG, "emnet i brevet"), "avtale.tittel")
        return
    if tittel is None and ledige:
        tittel = max(ledige[:6], key=lambda u: (u.s.isupper(), len(u.s) < 100, len(u.s)))
        navn = [u for u in ledige if u is not tittel]
    større = None
    if tittel is not None:
        større = next(
            (u for u in ledige if u is not tittel and u.linje < tittel.linje and _er_navn_på_avtale(u.s)), None
        )
    if større is not None and tittel is not None and re.match(r"(?i)avtale\s(?:mellom|om)\b", tittel.s):
        tittel, navn = større, [u for u in ledige if u is not større]
    if tittel is None:
        return
    flere = _linjene(tittel, navn)
    if len(flere) > 1:
        navn = [u for u in navn if u not in flere]
        a.sett(
            Verdi(_som_tittel(_i_ett(flere)), tuple(u.spenn for u in flere), SIKKER, "tittelen"),
            "avtale.tittel",
        )
        tittel = flere[-1]
    a.sett(
        tittel.verdi(SIKKER if _TITTELORD.search(_tettet(tittel.s)) else TROLIG, "tittelen", _som_tittel(tittel.s)),
        "avtale.tittel",
    )
    etter = [
        u
        for u in navn
        if not re.match(r"[A-ZÆØÅ]\w+\s?:\s", u.s)
        and u.linje > tittel.linje
        and not _SAKEN.match(u.s.strip())
        and len(u.s) < 160
        and not (OM_PERIODEN.search(u.s) and re.search(r"\d{4}", u.s))
        and not u.s.rstrip().endswith((":", "."))
    ]
    if etter and re.fullmatch(r"(?i)mellom", etter[0].s.strip()):
        slutt = next((n for n, u in enumerate(etter) if n and not _PARTSLINJE.search(u.s)), len(etter))
        tekst = " ".join(_som_tittel(u.s) for u in etter[:slutt])
        a.sett(
            Verdi(tekst, tuple(u.spenn for u in etter[:slutt]), TROLIG, "linjene under tittelen"), "avtale.undertittel"
        )
    elif under := next((u for u in etter if not (_INNGÅTT.fullmatch(u.s) or _INGEN_TITTEL.match(u.s))), None):
        a.sett(under.verdi(TROLIG, "linjen under tittelen", _som_tittel(under.s)), "avtale.undertittel")


_SAKEN = senere(r"(?i)(?:(?:PS|KST?|BST|HST|[KF]-?sak|sak)\s?)\d{1,4}/\d{2,4}\s?[-–:]?\s+(?=\S.{10})")
"""The number of the case that a title stands after in minutes."""


def _uten_saken(u: Utsnitt) -> Utsnitt:
    """Return a title without the number of the case that stands in front of it."""
    treff = _SAKEN.match(u.s.lstrip()) if re.search(r"(?i)\w*avtale\w*", u.s) else None
    return u.del_(len(u.s) - len(u.s.lstrip()) + treff.end(), len(u.s)) if treff else u


def _med_stilen(a: Arbeid, linjer: list[Utsnitt]) -> Utsnitt | None:
    """Return the only line that has the style of a title, where that of a subtitle stands under it."""
    stil = {linje.nr: linje.stil.casefold() for linje in a.kilde.linjer[:20]}
    titler = [u for u in linjer if stil.get(u.linje) in ("title", "tittel")]
    under = [u for u in linjer if stil.get(u.linje) in ("subtitle", "undertittel")]
    alene = len(titler) == 1 and under and titler[0].linje < under[0].linje
    return (
        titler[0] if alene and slå_opp(re.sub(r"(?i)\s(?:kommune|herad)$", "", titler[0].s.strip())) is None else None
    )


_INGEN_TITTEL = senere(
    r"(?i)\s*(?:kjære\s[^.]{2,50}[!,]|hei,?\s[^.]{2,40}[!,]|v/|"
    r"(?:\w+\s){0,3}(?:kort\s(?:fortalt|sagt|fortald)|i\skorte\strekk|i\skorttekst)\W*$|"
    r"(?:fakta|opplysninger|opplysningar|nøkkel\w+|hovedpunkt\w*|hovudpunkt\w*|sammendrag|samandrag)"
    r"(?:\som\savtal\w+|\si\savtal\w+)?\W*$|(?:kort\s)?om\savtal\w+\W*$|"
    r"postboks\b|\d{4}\s(?-i:[A-ZÆØÅ])|saksbeh\w*\.?:|gradering|telefon|side \d|"
    r"(?:for|på vegne av)\s(?:kommunen|politiet|heradet)\s?:|part(?:er|ar|ene|ane)?\s?\d?\s?:)"
)
"""What stands at the head of a letter, or over a table of the main things."""


_ÅRENE = senere(r"(?<!\d)(20\d\d)\s?[-–/]\s?(20\d\d)(?!\d)")


def perioden(a: Arbeid) -> None:
    """Let the years in the title be how long the agreement lasts, when nothing else says it."""
    if any(a.tre.har("periode", felt) for felt in ("fra", "til", "varighet", "løpende")):
        return
    titler = (a.tre.hent("avtale", "tittel"), a.tre.hent("avtale", "undertittel"))
    numre = {spenn.linje for en in titler if isinstance(en, Verdi) for spenn in en.spenn}
    for u in (hele(linje) for linje in a.kilde.linjer if linje.nr in numre):
        if treff := _ÅRENE.search(u.s):
            a.sett(u.gruppe(treff, 1).verdi(TROLIG, "årene i tittelen"), "periode.fra")
            a.sett(u.gruppe(treff, 2).verdi(TROLIG, "årene i tittelen"), "periode.til")
            return


_EMNE = senere(r"\s*(?:[A-ZÆØÅ][a-zæøå]{2,15})?[Aa]vtale[nr]?\s(?:om|mellom)\s[^.:;]{8,120}\s*")


def _emnet(linje: Linje) -> Utsnitt | None:
    """Return the subject of a letter, on a line of its own further down."""
    alene = linje.celle is None and linje.hvor is Del.TEKST and _EMNE.fullmatch(linje.tekst)
    return Utsnitt(linje.nr, 0, linje.tekst).strippet() if alene else None


def _tettet(tekst: str) -> str:
    """Return a text without what is blank between its letters, where it is spread out: «A V T A L E   O M»."""
    if not re.fullmatch(r"\s*(?:\S ){3,}\S(?:\s{2,}(?:\S(?: \S)*))*\s*", tekst):
        return tekst
    return " ".join(en.replace(" ", "") for en in re.split(r"\s{2,}", tekst.strip()))


def _linjene(tittel: Utsnitt, navn: list[Utsnitt]) -> list[Utsnitt]:
    """Return the lines of a title in capitals that is broken: it ends midway, or the next line goes on with it."""
    flere = [tittel]
    for u in sorted(navn, key=lambda u: u.linje):
        if u.linje != flere[-1].linje + 1 or not (u.s.isupper() and flere[-1].s.isupper()):
            continue
        if re.search(r"(?:,|-|\b(?:OG|MELLOM|FOR|OM|I|AV))\s*$", flere[-1].s) or re.match(
            r"\s*(?:OM|OG|MELLOM|FOR|I|POLITIDISTRIKT)\b", u.s
        ):
            flere.append(u)
    return flere


def _i_ett(linjer: list[Utsnitt]) -> str:
    """Return the lines of a title as one, a word that is divided between two of them as one word."""
    return re.sub(r"(?<=\w)-\s(?!OG\b|ELLER\b|SAMT\b)", "", " ".join(u.s.strip() for u in linjer))


_OG = senere(r"(?i)\W*og\W*")
_INNGÅTT = senere(r"(?i)\W*(?:og|(?:(?:er|som er|det er)\s)?(?:inngått|inngås|gjort)\W*(?:mellom)?|(?:i)?mellom)\W*")
"""What stands between the title and the parties, and says nothing by itself."""
_PARTSLINJE = senere(r"(?i)kommune|herad|politi|lensmann|^\W*og\W*$")


def _kan_være_tittel(tekst: str) -> bool:
    return bool(_TITTELORD.search(_tettet(tekst))) or _er_navn_på_avtale(tekst)


def _er_navn_på_avtale(tekst: str) -> bool:
    return bool(re.search(r"(?i)samarbeid|tryg[gt]|sammen|saman", tekst)) and len(tekst) < 80


def _som_tittel(tekst: str) -> str:
    """Return a title in small letters when all of it is in capitals: names keep their capitals."""
    ren = samlet(_tettet(tekst))
    if not ren.isupper():
        return ren
    ord_ = []
    for nr, en in enumerate(ren.split()):
        rent = en.strip(".,:;()").title()
        kjent = slå_opp(rent) is not None and len(rent) > 2
        ord_.append(en.title() if kjent else en.capitalize() if nr == 0 else en.lower())
    tekst = " ".join(ord_)
    tekst = re.sub(r"\b(slt|nav)\b", lambda m: m[0].upper(), tekst)
    return re.sub(
        r"(?<=\bi |å )([a-zæøå]+(?:-[a-zæøå]+)?)(?=\s(?:øst|vest|nord|sør)\b|$)", lambda m: m[0].title(), tekst
    )

"""What the columns of a table hold, told by the cells themselves where the words over them don't say it."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.gjenkjenning.parter import slå_opp
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.ordliste import kolonner_av
from avtalegen.importering.ventende import senere
from avtalegen.modell.ufylt import er_ufylt

_DAG = (
    rf"(?i:(?:\w{{2,7}}\.?,?\s)?(?:den\s)?)(?:{uttrykk.DATO}|\d{{1,2}}\.\s?{uttrykk.MÅNED})\.?"
    r"(?:,?\s(?i:kl\.?|klokk[ea]n?)\s?\d{1,2}(?:[.:]?\d\d)?)?"
)
_TIMEN = r"\d\d?(?:[.:]?\d\d)?"
_FRIST = (
    rf"(?i:innen|innan|før|løpende|hver|kvar|årlig|årleg|{uttrykk.ÅRSTID}|uke|veke|skulestart|skolestart).*"
    rf"|{uttrykk.MÅNED}.*"
)
_SLAG: tuple[tuple[str, str, float], ...] = (
    ("epost", uttrykk.EPOST, 0.5),
    ("telefon", rf"{uttrykk.TELEFON}.*", 0.5),
    ("navn", rf"{uttrykk.NAVN}(?:,?\s?(?i:[(–-]?\s?(?:nest)?(?:leder|leiar)|[(–-]\s?sekretær)\)?)?", 0.6),
    ("vara", r"(?i:vara:?\s).+", 0.5),
    ("tittel", rf"(?i:{uttrykk.FORAN}{uttrykk.TITTELORD})(?:[\s,].*)?", 0.5),
    (
        "klokkeslett",
        rf"(?i:kl\.?\s)?{uttrykk.TIDSROM}|(?i:stengt|stengd)|(?i:kl\.?\s|klokk[ea]n?\s)\d\d?(?:[.:]?\d\d)?",
        0.5,
    ),
    ("dato", _DAG, 0.5),
    ("dager", rf"(?i:første |siste |hver |kvar |alle )?{uttrykk.DAGER}.*", 0.6),
    ("frist", rf"(?:{_FRIST}|{_DAG}|(?:19|20)\d\d)", 0.5),
)


def slagene(tabell: Tabell, fra: int) -> dict[str, int]:
    """Return which column holds each kind of content, in the rows from `fra`; the first one of several."""
    funnet: dict[str, int] = {}
    for k in range(tabell.kolonner):
        rader = (tabell.tekst(r, k).strip(" –-") for r in range(fra, tabell.rader))
        celler = [t for t in rader if t and not er_ufylt(t)]
        if not celler:
            continue
        for slag, mønster, andel in _SLAG:
            treff = sum(
                bool(re.fullmatch(mønster, celle)) and not (slag == "tittel" and re.search(uttrykk.NAVN, celle))
                for celle in celler
            )
            if treff >= andel * len(celler) and slag not in funnet:
                funnet[slag] = k
                break
        else:
            if "part" not in funnet and sum(map(_er_part, celler)) >= 0.6 * len(celler):
                funnet["part"] = k
    return funnet


def _er_part(tekst: str) -> bool:
    tekst = tekst.rstrip(" :")
    kommune = slå_opp(re.sub(r"(?i)\s(?:kommune|herad)$", "", tekst))
    return bool(
        kommune
        or re.fullmatch(r"(?i)(?:kommunen?|herad(?:et)?|politi(?:et)?|lensmann\w*|.*\skommune|.*politi\w*)", tekst)
    )


def har_hode(tabell: Tabell, slag: dict[str, int]) -> bool:
    """Tell whether the first row is words over the columns: it is not like what stands under it."""
    mønstre = {navn: mønster for navn, mønster, _ in _SLAG}
    return not any(re.fullmatch(mønstre[n], tabell.tekst(0, k).strip(" –-")) for n, k in slag.items() if n in mønstre)


def gjett(tabell: Tabell, seksjon: Seksjon | None) -> tuple[str, dict[str, int], bool] | None:
    """Return the kind of a table whose head says nothing, its columns, and whether the first row is a head even so."""
    fra = 1 if tabell.rader > 1 else 0
    slag = slagene(tabell, fra)
    hode = har_hode(tabell, slag)
    slag = slagene(tabell, 1 if hode else 0)
    del_ = seksjon.del_ if seksjon else ""
    plass: dict[str, int]
    ledige = [k for k in range(tabell.kolonner) if k not in slag.values()]
    if {"navn", "tittel"} <= slag.keys() and del_ in ("råd", "møter", ""):
        return (
            "medlemmer",
            {n: slag[n] for n in ("navn", "tittel", "part", "vara", "telefon", "epost") if n in slag}
            | ({} if (rolle := _roller(tabell, 1 if hode else 0)) is None else {"rolle": rolle}),
            hode,
        )
    if "dato" in slag and del_ in ("råd", "møter") and "navn" not in slag:
        plass = {str(n): slag[n] for n in ("dato", "klokkeslett") if n in slag}
        # Beside the day of a meeting, «sommer» and «skolestart» are what it is about.
        ledige = [k for k in range(tabell.kolonner) if k not in plass.values() and k not in _kjente(slag)]
        return "møteplan", plass | _sted_og_tema(tabell, ledige, 1 if hode else 0), hode
    if {"dager", "klokkeslett"} <= slag.keys() and ledige:
        plass = {"sted": ledige[0], "dager": slag["dager"], "tider": slag["klokkeslett"]}
        return "åpningstider", plass | ({"telefon": slag["telefon"]} if "telefon" in slag else {}), hode
    if "telefon" in slag and (ledige or "navn" in slag):
        plass = {str(n): slag[n] for n in ("telefon", "epost", "navn") if n in slag}
        med_ord = [
            k for k in ledige if any(re.search(r"[^\W\d]{3}", tabell.tekst(r, k)) for r in range(1, tabell.rader))
        ]
        ellers = next(slag[n] for n in ("part", "tittel", "navn", "telefon") if n in slag)
        return "telefoner", plass | {"hva": med_ord[0] if med_ord else ellers}, hode
    frist = slag.get("dato", slag.get("frist"))
    if del_ == "satsning" and tabell.kolonner >= 2 and frist != 0 and ledige:
        plass = dict(zip(("hva", "ansvarlig"), ledige, strict=False))
        return "tiltak", plass | ({} if frist is None else {"frist": frist}), hode
    return None


_STED = senere(
    r"(?i:(?:hus|sal|kontor|rom|skole|skule|stasjon|bibliotek|torg|senter|kro|hotell)(?:et|en|a)?\b)"
    r"|\b(?i:på|i|ved)\s[A-ZÆØÅ]"
)


def _er_steder(tabell: Tabell, kolonner: list[int], fra: int) -> bool:
    """Tell whether most of the cells of the first of some columns are places to meet."""
    celler = [tabell.tekst(r, k) for k in kolonner[:1] for r in range(fra, tabell.rader)]
    return 2 * sum(bool(_STED.search(celle)) for celle in celler) > len(celler)


_NOEN = senere(
    rf"(?:{uttrykk.FORAN}{uttrykk.TITTELORD}|{uttrykk.NAVN})(?:en|n|a|ene|ne|ane)?"
    rf"(?:(?:,?\s(?:og\s)?|/){uttrykk.TITTELORD}(?:en|n|a|ene|ne|ane)?)?|(?i:politiet|kommunen|rådet|begge|alle)"
)
"""Somebody who has to do with a meeting, as the cells of a column say it."""


def _om_noen(tabell: Tabell, kolonne: int, fra: int) -> bool:
    """Tell whether the cells of a column are those who are responsible: neither where a meeting is, nor what about."""
    celler = [t for r in range(fra, tabell.rader) if (t := tabell.tekst(r, kolonne).strip(" –-."))]
    return bool(celler) and 2 * sum(bool(_NOEN.fullmatch(celle)) for celle in celler) >= len(celler)


def _kjente(slag: dict[str, int]) -> list[int]:
    return [k for navn, k in slag.items() if navn != "frist"]


def _sted_og_tema(tabell: Tabell, ledige: list[int], fra: int) -> dict[str, int]:
    """Return which of the columns with no known head are the place of a meeting, and what it is about."""
    ledige = [k for k in ledige if not _om_noen(tabell, k, fra)]
    if steder := next((k for k in ledige if _er_steder(tabell, [k], fra)), None):
        ledige.remove(steder)
        return {"sted": steder, **({"tema": ledige[0]} if ledige else {})}
    return {"tema": ledige[0]} if len(ledige) == 1 else dict(zip(("sted", "tema"), ledige, strict=False))


def fyll_ut(slag: str, plass: dict[str, int], tabell: Tabell) -> dict[str, int]:
    """Return the columns of a kind with those whose heads are not known, told by what they hold."""
    mulige = {
        "medlemmer": ("navn", "tittel", "part", "telefon", "epost"),
        "møteplan": ("dato", "klokkeslett"),
        "telefoner": ("telefon", "epost"),
        "tiltak": ("frist",),
        "åpningstider": ("dager",),
    }.get(slag, ())
    innhold = slagene(tabell, 1)
    if slag == "tiltak" and "dato" in innhold:
        innhold["frist"] = innhold["dato"]
    if slag == "medlemmer" and (rolle := _roller(tabell)) is not None:
        hoder = ["" if k == rolle else hode for k, hode in enumerate(tabell.rad(0))]
        plass = kolonner_av("medlemmer", hoder) | {"rolle": rolle}
    nye = {n: innhold[n] for n in mulige if n in innhold and n not in plass and innhold[n] not in plass.values()}
    if slag == "medlemmer" and {"navn", "tittel"} <= innhold.keys() and plass.get("navn") == innhold["tittel"]:
        nye |= {"navn": innhold["navn"], "tittel": innhold["tittel"]}
    plass = plass | nye
    ledige = [k for k in range(tabell.kolonner) if k not in plass.values() and (tabell.tekst(0, k) or k == 0)]
    ledige = [k for k in ledige if not _bare_tall(tabell, k)]
    if slag == "tiltak" and "område" not in plass and len(ledige) > 1 and ledige[0] == 0 and plass.get("mål", 0) == 1:
        plass["område"] = ledige.pop(0)
    if slag == "møteplan":
        ledige = [k for k in ledige if not _om_noen(tabell, k, 1)]
        steder = [k for k in ledige if _er_steder(tabell, [k], 1)]
        if "tema" not in plass and len(ledige) == 1 and not steder:
            return plass | {"tema": ledige[0]}  # where nothing says that it is a place, it is what they talk of
    if slag == "tiltak" and {"område", "mål"} <= plass.keys() and _MÅLING & plass.keys():
        return plass  # of goals, and how they are measured
    for felt in {"tiltak": ("hva", "ansvarlig"), "møteplan": ("sted", "tema"), "åpningstider": ("sted",)}.get(slag, ()):
        if felt not in plass and ledige:
            plass[felt] = ledige.pop(0)
    return plass


_MÅLING = {"indikator", "måltall", "utgangspunkt"}


def _bare_tall(tabell: Tabell, kolonne: int) -> bool:
    """Tell whether a column does no more than count the rows: 1, 2, 3, where some may be empty."""
    celler = [t for r in range(1, tabell.rader) if (t := tabell.tekst(r, kolonne).strip(" .)"))]
    return bool(celler) and celler == [str(nr) for nr, _ in enumerate(celler, 1)]


def _roller(tabell: Tabell, fra: int = 1) -> int | None:
    """Return the column that says what each member is in the council."""
    for k in range(tabell.kolonner):
        celler = [t for r in range(fra, tabell.rader) if (t := tabell.tekst(r, k))]
        if celler and all(
            re.fullmatch(
                r"(?i)(?:fast(?:e|t)? )?(?:medlem|(?:vara|nest)?le(?:der|iar)|sekretær|vara\w*|referent|"
                r"observatør\w*|delt[ae]k[ae]r|møt(?:ende|er|ar)|innkalles|inviteres)"
                r"(?:,\s[^,]{1,30}|\s(?:ved|etter) (?:behov|trong)|\suten stemmerett)?|(?:ved|etter) (?:behov|trong)",
                c,
            )
            for c in celler
        ):
            return k
    return None


def med_tomt_hode(tabell: Tabell) -> Tabell:
    """Return a table that has no head with an empty row over it."""
    ruter = {}
    for (r, k), rute in tabell.egne.items():
        ruter[r + 1, k] = rute._replace(celle=rute.celle._replace(rad=rute.celle.rad + 1))
    return Tabell(ruter)

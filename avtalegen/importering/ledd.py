"""How the pieces of sentences are read, by the readers of the format: people, days, lengths of time, hours, lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.uttrykk import KLOKKEORD_NAVN, NAVN, OM_DAGEN, PERSONER, TITTELORD
from avtalegen.importering.ventende import senere
from avtalegen.modell.hyppighet import les_hyppighet
from avtalegen.modell.klokke import les_ukedager
from avtalegen.modell.tallord import heltall
from avtalegen.modell.tid import les_dager, som_dato
from avtalegen.modell.varighet import les_varighet


class Person(NamedTuple):
    """Somebody in a text: the title and the name, either of which may be missing, and where they stand together."""

    tittel: Utsnitt | None
    navn: Utsnitt | None
    hele: Utsnitt
    kommune: Utsnitt | None = None
    """The kommune, when it stands between them: «ordfører i Flakstad Kari Nordmann»."""


_PERSONER = senere(PERSONER)
_NAVN = senere(NAVN)


_HEL = senere(
    rf"(?P<t>(?:[A-ZÆØÅ]?[a-zæøå]+\s)?{TITTELORD}(?:\s(?!og\b|"
    rf"som\b)[a-zæøå]+){{0,2}})\s(?P<n>{NAVN})(?:\sfor\s[a-zæøå]+)?"
)
"""A title of several words with the name after it: «kommunalsjef levekår Kari Nordmann»."""


_VED_SIDEN = senere(
    rf"(?<!\w)(?P<t>{TITTELORD})(?:en|n|a)?\s(?:i|for|ved|på)\s"
    rf"(?P<k>[A-ZÆØÅ][\w-]+),\s(?P<n>{NAVN})(?=[,.;)]|\s(?:er|som|og)\b|$)"
)
"""«ordføreren i Flakstad, Kari Nordmann, …»."""
_NÅ = (
    r"(?:for tida?en|nå|no|i dag|p\.?\s?t\.?|per i dag|inntil videre|ved (?:avtale)?inngåelsen(?: av avtalen)?|"
    r"ved avtaleinngåing\w*|ved (?:signering|underskrift|underteikning)\w*|på avtaletidspunktet)"
)
"""Words for that somebody has a position as the agreement is made."""
_INNSKUTT = senere(
    rf"(?<![\w-])(?P<t>{TITTELORD})(?:(?:en|n|a),\s(?:{_NÅ}\s)?|,?\s\(?{_NÅ}\s)(?P<n>{NAVN})"
    r"(?=[,.;)]|\s(?:er|som|og|leder|leier|leiar|har|styrer|ved|i)\b|$)"
)
"""«ordføreren, Kari Nordmann, …»: the title has the article, and the name is put in after it."""
_SAMME_TITTEL = senere(
    rf"(?<!\w)(?P<t>{TITTELORD})(?:ene|ne|ane|a)\s(?P<l>{NAVN}(?:\s\([^)]+\))?"
    rf"(?:(?:,|\sog)\s{NAVN}(?:\s\([^)]+\))?)+)"
)
"""«kommunedirektørene Kari Nordmann (Flakstad) og Ola Nordmann (Moskenes)»."""


def personer(u: Utsnitt) -> Iterator[Person]:
    """Return those who are named with a title in a stretch of text, in the order that they stand in."""
    if not _NAVN.search(u.s):
        return  # most texts name nobody, and it takes long to look for a title that no name stands beside
    alle = [*_ved_siden(u)]
    alle += [
        p
        for p in _rett_foran(u)
        if not any(p.hele.fra < q.hele.spenn.til and q.hele.fra < p.hele.spenn.til for q in alle)
    ]
    yield from sorted(alle, key=lambda p: p.hele.fra)


def _ved_siden(u: Utsnitt) -> Iterator[Person]:
    """Return those whose title has a kommune or a mark of the plural between it and the name."""
    for treff in _VED_SIDEN.finditer(u.s):
        yield Person(u.gruppe(treff, "t"), u.gruppe(treff, "n"), u.gruppe(treff), u.gruppe(treff, "k"))
    for treff in _INNSKUTT.finditer(u.s):
        if not er_instans(treff["n"]):
            yield Person(u.gruppe(treff, "t"), u.gruppe(treff, "n"), u.gruppe(treff))
    for treff in _SAMME_TITTEL.finditer(u.s):
        liste = u.gruppe(treff, "l")
        for nr, en in enumerate(re.finditer(rf"({NAVN})(?:\s\(([^)]+)\))?", liste.s)):
            hele = liste.gruppe(en) if nr else u.del_(treff.start(), treff.start("l") + en.end())
            yield Person(u.gruppe(treff, "t"), liste.gruppe(en, 1), hele, liste.gruppe(en, 2) if en[2] else None)


def _rett_foran(u: Utsnitt) -> Iterator[Person]:
    """Return those who have the title right before the name, or after it."""
    for treff in _PERSONER.finditer(u.s):
        t, n = ("t0", "n0") if treff["n0"] else ("t1", "n1") if treff["n1"] else ("t2", "n2")
        if re.match(r"(?i)(?:enhet|eining|avdeling)\b", treff[n]) or (treff["n2"] and er_instans(treff["n2"])):
            continue
        hvor = u.gruppe(treff, "k0") if treff["k0"] else None
        yield Person(u.gruppe(treff, t), u.gruppe(treff, n), u.gruppe(treff), hvor)


def person(u: Utsnitt) -> Person | None:
    """Return the one who is all of a stretch of text: a title and a name, a name, or a role."""
    u = u.strippet()
    if not u or len(u.s) > 100:
        return None
    if treff := _PERSONER.match(u.s):
        rest = u.s[treff.end() :].strip(" ,.()")
        if not rest:
            return next(personer(u))
        if treff["t2"] and not re.search(rf"{NAVN}|\bog\b", rest):
            t = u.del_(treff.start("t2"), len(u.s)).strippet()
            return Person(t, u.gruppe(treff, "n2"), u)
        return None
    if treff := _HEL.fullmatch(u.s):
        return Person(u.gruppe(treff, "t"), u.gruppe(treff, "n"), u)
    if re.fullmatch(NAVN, u.s) and not er_instans(u.s):
        return Person(None, u, u)
    if (treff := re.fullmatch(rf"(?P<t>[a-zæøåA-ZÆØÅ][^()]*?),\s(?P<n>{NAVN})", u.s)) and re.search(
        TITTELORD, treff["t"]
    ):
        return Person(u.gruppe(treff, "t"), u.gruppe(treff, "n"), u)
    if treff := re.match(rf"({NAVN}),\s(?=[a-zæøå])", u.s):
        return Person(u.del_(treff.end(), len(u.s)), u.gruppe(treff, 1), u)
    return Person(u, None, u)


_INSTANS = senere(
    r"(?i)\b(?:kommune|herad|politi\w*|skole|skule|kors|lag|forening|"
    r"råd|etat|nav|stasjon|kontor|tjeneste|teneste|utvalg|"
    r"politidistrikt|sentral\w*|styre|verk|næring\w*|vgs|vel|klubb\w*|\w*stand|senter|hjelpekorps|naturoppsyn)\b"
)


def er_instans(tekst: str) -> bool:
    """Tell whether a name is that of an institution and not of a person."""
    return bool(_INSTANS.search(tekst))


def er_politi(tekst: str) -> bool:
    """Tell whether a title is one in the police."""
    return bool(
        re.search(
            r"(?i)(?:^|\s|-)(?:(?:nær)?politi(?!råd|sk)|lensm|stasjonssjef|namsfogd|"
            r"driftsenhetsled|visepoliti|politi$)|betjent|tjenesteenhetsled|"
            r"polits?tasjon|påtale",
            tekst,
        )
    )


_FORENING = senere(
    r"[A-ZÆØÅ][\w-]*(?:\s[A-ZÆØÅ][\w-]*)*\s(?:Kors|Kross(?:en)?|Hjelpekorps|Folkehjelp|Bymisjon|"
    r"\w*(?:[Ff]orening|[Ll]ag|[Kk]lubb))"
)
"""What stands where a title does and is the name of somebody: «Røde Kors»."""


def som_tittel(tekst: str) -> str:
    """Return a title as it stands inside a sentence: without a capital that was the beginning of one."""
    ren = samlet(tekst).strip(" ,.")
    første = ren.split("-")[0].split(" ")[0]
    if _FORENING.fullmatch(ren) and not re.match(TITTELORD, ren):
        return ren
    if ren[:1].isupper() and not any(c.isupper() for c in første[1:]):
        ren = ren[0].lower() + ren[1:]
    return ren


# Readers: text of the source to text for the YAML, None when the text can't be read as such.


def dato(tekst: str) -> str | None:
    """Return a day as the YAML has it."""
    ren = re.sub(r"^(\d{1,2})/(\d{1,2})\s?-\s?(\d\d)$", r"\1.\2.\3", re.sub(r"^(?:den)\s", "", samlet(tekst)))
    lest = som_dato(ren)
    return f"{lest.day}.{lest.month}.{lest.year}" if lest else None


def datering(tekst: str) -> str | None:
    """Return a day, a month or a year as the YAML has it."""
    if lest := dato(tekst):
        return lest
    try:
        return samlet(tekst) if les_dager(samlet(tekst)) else None
    except ValueError:
        return None


def nyttår(tekst: str) -> str | None:
    """Return the first day of the year that is said: «nyttår 2012»."""
    år = re.search(r"\d{4}$", samlet(tekst))
    return f"1.1.{år[0]}" if år else None


def lengde(tekst: str) -> str | None:
    """Return a length of time as the YAML has it."""
    ren = re.sub(r"(?i)^inntil\s", "", samlet(tekst))
    ren = re.sub(r"(?<=\w)s$", "", ren) if re.search(r"(?:er|ar|år|dag|uke|veke|måned|månad)s$", ren) else ren
    ren = re.sub(r"(?<=\w)\s?[-–(]\s?\w+\s?[-–)](?=\s)", "", ren) if not re.match(r"\d", ren) else ren
    ren = re.sub(r"(?i)\bmndr\b", "mnd", ren)
    ren = re.sub(r"^½ år$", "et halvt år", ren)
    ren = re.sub(r"^halvt år$", "et halvt år", ren)
    kort = re.sub(r"(?i)^(?:minst|minimum|inntil)\s", "", ren)
    return ren if les_varighet(kort) else None


def hyppighet(tekst: str) -> str | None:
    """Return how often, as the YAML has it."""
    ren = re.sub(r"(?i)kalenderår", "år", re.sub(r"(?i)(?<=g[ao]nger )for (?=året)", "i ", samlet(tekst)))
    return ren if les_hyppighet(ren) else None


def antall(tekst: str) -> str | None:
    """Return a number as the YAML has it."""
    return str(n) if (n := heltall(samlet(tekst).casefold())) else None


def dager(tekst: str) -> str | None:
    """Return days of the week as the YAML has them."""
    ren = til_og_med(samlet(tekst))
    return ren if les_ukedager(ren) else None


def til_og_med(tekst: str) -> str:
    """Return days with a word between the first and the last for the letters «t.o.m.»."""
    return re.sub(r"\st\.?o\.?m\.?\s", " til ", tekst)


_BRØKDEL = {"": ("00", 0), "halv": ("30", 1), "kvart over": ("15", 0), "kvart på": ("45", 1)}
"""The minutes of each, and how many hours before the one that is named."""
TIDLIGST_SLUTT = 8
"""The hour before which, in words, what ends is in the afternoon: nothing closes at seven in the morning."""
_OM_KVELDEN = senere(r"(?i)\som\s(?:ettermiddagen|kvelden)")
_KLOKKEORD = {ord_: nr for nr, ordene in enumerate(KLOKKEORD_NAVN.split(), 1) for ord_ in ordene.split(",")}


def klokkeslett(tekst: str, *, tidligst: int = 7) -> str | None:
    """Return a time of the day as the YAML has it; in words, an hour before `tidligst` is one of the afternoon."""
    ren = re.sub(r"(?i)^(?:fr[aå]\s|til\s)?(?:klokk(?:en|a)\b|kl\.?)?\s*", "", samlet(tekst)).casefold()
    if treff := re.fullmatch(r"(\d{1,2})(?:[.:]?(\d{2}))?", ren):
        time, minutt = int(treff[1]), treff[2]
        return f"{time:02}.{minutt or '00'}" if time <= 24 and int(minutt or 0) < 60 else None
    ord_ = re.fullmatch(rf"(?P<b>halv\s|kvart\s(?:over|på)\s)?(?P<t>\w+){OM_DAGEN}", ren)
    nr = _KLOKKEORD.get(ord_["t"]) if ord_ else None
    if ord_ is None or nr is None:
        return None
    minutt, før = _BRØKDEL[samlet(ord_["b"] or "").strip()]
    time = nr - før
    tidligst = 12 if _OM_KVELDEN.search(ren) else tidligst
    if time < tidligst and "morg" not in ren:  # nobody meets, and nothing opens, at night
        time += 12
    return f"{time:02}.{minutt}"


def tidsrom(tekst: str) -> str | None:
    """Return the hours of a day as the YAML has them: «09.00–14.30»."""
    ren = re.sub(r"(?i)^(?:fr[aå]|mellom)\s", "", samlet(tekst))
    ender = re.split(r"\s*[-–—]\s*|\s+(?:til|og)\s+", ren, maxsplit=1)
    if len(ender) != 2:
        return None
    fra = klokkeslett(ender[0])
    til = klokkeslett(ender[1], tidligst=12 if _OM_KVELDEN.search(ender[0]) else TIDLIGST_SLUTT)
    return f"{fra}–{til}" if fra and til and fra < til else None


_ANDELER = {
    **{
        f"{en} {del_}": f"{n} %"
        for en in ("en", "ein", "én", "éin")
        for del_, n in (("fjerdedel", 25), ("firedel", 25), ("femtedel", 20), ("femdel", 20), ("halvdel", 50))
    },
    "halvparten": "50 %",
    "halve": "50 %",
    "hele": "100 %",
    "heile": "100 %",
    "halv": "50 %",
    "hel": "100 %",
    "full": "100 %",
    "heil": "100 %",
}


def andel(tekst: str) -> str | None:
    """Return a share of a position as the YAML has it."""
    return _ANDELER.get(samlet(tekst).casefold(), samlet(tekst))


Leser = Callable[[str], str | None]
LESERE: dict[str, Leser] = {
    "dato": dato,
    "datering": datering,
    "nyttår": nyttår,
    "lengde": lengde,
    "hyppighet": hyppighet,
    "antall": antall,
    "andel": andel,
    "dager": dager,
    "tidsrom": tidsrom,
    "klokkeslett": klokkeslett,
}


_HENGER_SAMMEN = senere(r"-\s|\d\.\s\d{1,2}\.")
"""What a list is not divided between: «barne- og …», «7. og 9. trinn»."""


_ENHET_FOR = senere(
    r"(?i)(?:virksomhet|verksemd|avdeling|enhet|eining|etat|seksjon|område|sjef|le(?:der|iar)|direktør|utval(?:get|et|g)?)\s"
    r"for\s[a-zæøå-]+$"
)
_FAGET = senere(r"(?!(?:slt|politi|kontakt|koordinator|le(?:der|iar)))(?P<f>[a-zæøå]+)(?=$|[,.;]|\sog\s)")
_EN_TITTEL = senere(rf"{TITTELORD}(?:en|n|a|ene|ne|ane)?")


def _ett_navn(foran: str, bak: str) -> bool:
    """Tell whether «og» is inside the name of a part of a kommune: «avdeling for vann og avløp»."""
    faget = _FAGET.match(bak) if _ENHET_FOR.search(foran) else None
    return faget is not None and not _EN_TITTEL.fullmatch(faget["f"])


def oppramsing(u: Utsnitt) -> list[Utsnitt]:
    """Return the members of a list in running text: «A, B og C», what stands in brackets kept together."""
    s, ledd, start, dybde, nr = u.s, [], 0, 0, 0
    while nr < len(s):
        if s[nr] in '(«"':
            dybde += s[nr] in "(«"
        elif s[nr] in ")»":
            dybde = max(0, dybde - 1)
        skille = re.compile(r",?\s+(?:og|samt|eller)\s+(?!andre\b)|,\s+|;\s+").match(s, nr) if not dybde else None
        if skille and _ett_navn(s[start:nr], s[skille.end() :]):
            nr = skille.end()
            continue
        if skille and not _HENGER_SAMMEN.search(f"{s[max(0, nr - 4) : nr]} {s[skille.end() : skille.end() + 4]}"):
            ledd.append(u.del_(start, nr))
            start = nr = skille.end()
            continue
        nr += 1
    ledd.append(u.del_(start, len(s)))
    return [ett.strippet() for ett in ledd if ett.strippet().s]

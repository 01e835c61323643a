"""How fast the police come, and how many they are."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Sikkerhet, Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_ANDEL = (
    rf"(?<!\w)(?P<a>{uttrykk.PROSENT}|\d av \d{{1,2}}|(?i:tre av fire|fire av fem|ni av ti|"
    r"åtte av ti|to av tre|to tredeler|tre firedeler|halvparten|"
    r"alle)(?!\w))"
)
_MIN = rf"(?:{uttrykk.TALL}|tjuefem)(?:\s?[-–(]\s?[a-zæøå]+\s?[-–)])?\s?(?i:min(?:utt(?:er|ar)?|\.))"
_I_ORD = {
    "en halv time": 30,
    "ein halv time": 30,
    "halvtime": 30,
    "halvtimen": 30,
    "tre kvarter": 45,
    "et kvarter": 15,
    "eit kvarter": 15,
    "en time": 60,
    "ein time": 60,
}
_ORD = senere(rf"(?i)(?<!\w)(?:{'|'.join(_I_ORD)})(?!\w)")
_HVOR = r"(?:i|på|for|utenfor|utanfor|ellers|elles|innenfor)\b[^.,;]*?"
_FORAN = rf"(?:(?P<før>{_HVOR})\s(?:skal\s\w+\s|er\s\w+\s|nås\s)?(?:innen|innan|på|inntil|under)\s)?"
_MÅL = senere(rf"{_ANDEL}[^.]*?(?P<m>{_MIN})(?:\s(?P<hvor>{_HVOR})(?=\sog\s|,|;|\.|$))?")
_OMVENDT = senere(rf"(?P<m>{_MIN})(?:\s(?P<hvor>{_HVOR}))?\s(?:i|ved|for)\s{_ANDEL}")
_TIL_MÅL = senere(
    r"(?:,?\sog\s|,\s|;\s)" + _FORAN + r"(?:(?:innen|innan|på|inntil|under)\s)?"
    rf"(?P<m>{_MIN})(?:\s(?P<hvor>{_HVOR})(?=\sog\s|,|;|\.|$))?"
)
_ENHETER = (
    r"(?:av (?:dem|dei|desse|disse)\s(?:er\s|i\s)?)?(?:(?:årsverk|stillinger|stillingar|tilsette|ansatte)\s)?"
    r"(?:i\s|med\s|for\s|er\s)?"
)
BEMANNING = senere(
    rf"(?P<p>{uttrykk.TALL}|\d+,\d)\s(?P<_h>{_ENHETER}(?:politi(?:tjenestefolk|tenestefolk|tjenestemenn|tjenestestillinger|tenestestillingar|"
    rf"tjenesteårsverk|stillinger|stillingar|årsverk|folk|"
    r"tenestemenn|utdann\w+|betjenter|betjentar|tjenestepersoner|tenestepersonar|myndigh\w+|et)?(?=[\s,.;]|$)"
    r"|(?:tjeneste|teneste)(?:menn|personer|personar|folk)|betjenter|betjentar|lensmannsbetjenter))"
    rf"(?:.*?\s(?P<s>{uttrykk.TALL}|\d+,\d)\s(?P<_g>{_ENHETER}(?:sivil\w*|kontor\w+|merkantil\w*)"
    r"(?:\s(?:ansatte|tilsette))?))?"
)
ALLE = senere(
    r"(?i)\b\w*(?:kontoret|stasjonen|enheten|eininga|lensmannen|politiet)\s(?:har|disponerer)\s(?:i alt\s|"
    r"til sammen\s)?"
    r"(?P<t>\d{1,3}(?:,\d)?)\s(?:årsverk|stillinger|stillingar|ansatte|tilsette)(?!\s(?:med|til)\b|,?\s(?:hvorav|"
    r"derav))"
)
"""How many they are in all, where nothing says who of them are of the police."""
_PR = senere(rf"(?i:pr\.?|per)\s(?P<d>{uttrykk.DATO})")


_BRØK = {
    "tre av fire": "75 %",
    "fire av fem": "80 %",
    "ni av ti": "90 %",
    "åtte av ti": "80 %",
    "tre firedeler": "75 %",
    "halvparten": "50 %",
    "alle": "100 %",
}
OMRÅDE = (
    ("spredtbygd", r"(?i)utenfor|utanfor|ellers|elles|resten|spredt|spreid|distrikt|øvrig"),
    ("tettsted", r"(?i)tettst|sentrum|byen|sentrale|tettbygd"),
)


_NÆR = 50


def responstid(a: Arbeid, u: Utsnitt) -> bool:
    """Read the goals for how fast the police come; tell whether there were any."""
    if _ANDRES.match(u.s):
        return False
    funnet = [m for m in (_MÅL.search(u.s), _OMVENDT.search(u.s)) if m]
    treff = min(funnet, key=lambda m: m.start(), default=None)
    if not treff:
        return False
    andel = u.gruppe(treff, "a")
    tekst = _BRØK.get(andel.s.casefold())
    if tall := re.fullmatch(r"(\d) av (\d{1,2})", andel.s):
        tekst = f"{round(100 * int(tall[1]) / int(tall[2]))} %" if int(tall[2]) else None
    verdi = andel.verdi(SIKKER, "andelen av oppdragene", tekst, ordrett=tekst is None)
    mål = [treff]
    slutt = treff.end()
    if (neste := _TIL_MÅL.search(u.s, slutt)) and neste.start() - slutt < _NÆR:
        mål.append(neste)
    if a.tre.har("tjenestetilbud", "responstid"):
        return False
    for m in mål:
        node: dict[str, Node] = {"andel": verdi, "minutter": _minutter(u.gruppe(m, "m"), SIKKER)}
        if hvor := _hvor(u, m):
            område = next((navn for navn, mønster in OMRÅDE if re.search(mønster, hvor.s)), None)
            if område:
                node["område"] = hvor.verdi(TROLIG, "området", område, ordrett=False)
            node["merknad"] = hvor.verdi(SIKKER, "området")
        a.legg_til(node, "tjenestetilbud.responstid")
    return True


def _minutter(u: Utsnitt, sikkerhet: Sikkerhet) -> Verdi:
    """Return the minutes; a number that stands in letters too, is said once."""
    en_gang = re.sub(r"\s?[-–(]\s?[a-zæøå]+\s?[-–)]", "", u.s)
    return u.verdi(sikkerhet, "minuttene", en_gang, ordrett=en_gang == u.s)


_OMRÅDEORD = r"(?i)\b(?:i|utenfor|utanfor)\s(?:tett\w+|spredt\w+|sentrum\w*|byen|distrikt\w*)"


def _hvor(u: Utsnitt, m: re.Match[str]) -> Utsnitt | None:
    """Return the area that a goal is about, after the minutes or before them."""
    if m["hvor"]:
        return u.gruppe(m, "hvor")
    if m.groupdict().get("før"):
        return u.gruppe(m, "før")
    foran = u.del_(m.start(), m.start("m"))
    områder = [*re.finditer(_OMRÅDEORD, foran.s)]
    return foran.gruppe(områder[-1]) if områder else None


_STEDSORD = (
    r"(?:[A-ZÆØÅ][\w-]+(?:\s(?!(?i:er|innen|innan|skal|bør|på|til|i|og|eller|samt)\b)[\w-]+)?|(?i:sentrum|byen|bykjernen|"
    r"sentrale\s\w+|resten av \w+|de(?:i)? andre \w+))"
)
_STEDET = senere(
    rf"\b(?i:i|på|til|ved|for|utenfor|utanfor)\s(?P<s>{_STEDSORD}(?:(?:,|,?\s(?:og|eller))\s[A-ZÆØÅ][\w-]+)*)(?=\W|$)|"
    rf"(?:^|[.;,]\s)(?P<t>{_STEDSORD})[:,]?(?:\s(?i:innen|innan|inntil|ca\.?))?$"
)
_LEDD = senere(r"[;.]|,(?!\s[A-ZÆØÅ])|\sog\s(?![A-ZÆØÅ])")
"""Where what is said of some minutes ends: not between the names of places."""
_NEI = senere(
    r"(?i)\beksempel|til dømes|\bikk[je]+ (?:satt|sett|lov|garant)\w*|\binga?e?n (?:mål|tall|tal|krav|frist)\b|[«\"]"
)
_ANDRES = senere(r"(?i)(?:ambulanse|brann|amk|legevakt|legebil|luftambulanse|redningsskøyt)\w*\s(?!.*\bpoliti)")
"""The beginning of a sentence about how fast others than the police come."""
_IKKE_FART = senere(r"(?i)\bmøte\w*|\bpause|\bundervis|\bvarer\b|\bgåtur|\bforedrag")


def minuttene(a: Arbeid, u: Utsnitt) -> bool:
    """Read how fast the police come from the minutes, each with the place beside it; an example is no goal."""
    alle = [*re.finditer(_MIN, u.s)]
    if not alle and _i_ord(a, u):
        return True
    if not alle or (a.tre.har("tjenestetilbud", "responstid") and len(alle) < 2):
        return False
    if _NEI.search(u.s) or _ANDRES.match(u.s) or _IKKE_FART.search(u.s) or a.tre.har("tjenestetilbud", "responstid"):
        return False
    andel, slutt = re.search(_ANDEL, u.s), 0
    etter = bool(re.match(r"\s(?:i|på|til|ved|for)\s", u.s[alle[0].end() :]))
    for nr, treff in enumerate(alle):
        node: dict[str, Node] = {}
        if andel and (len(alle) == 1 or andel.start() > alle[-1].end()):  # of all of them
            tekst = _BRØK.get(andel["a"].casefold())
            node["andel"] = u.gruppe(andel, "a").verdi(TROLIG, "andelen", tekst, ordrett=tekst is None)
        node["minutter"] = _minutter(u.gruppe(treff), TROLIG)
        bak = u.s[treff.end() : alle[nr + 1].start() if nr + 1 < len(alle) else len(u.s)]
        foran, bakfra = (
            u.del_(slutt, treff.start()),
            u.del_(treff.end(), treff.end() + len(_LEDD.split(bak)[0])),
        )
        steder = [
            m
            for del_ in ((bakfra,) if etter and len(alle) > 1 else (foran, bakfra))
            if (m := next(iter(_STEDET.finditer(del_.s)), None))
        ]
        if steder:
            del_, gruppe = foran if steder[0].string == foran.s else bakfra, "s" if steder[0]["s"] else "t"
            node["merknad"] = del_.gruppe(steder[0], gruppe).verdi(TROLIG, "stedet ved minuttene")
        else:
            node["merknad"] = u.strippet(" .").verdi(TROLIG, "setningen om utrykningen")
        slutt = treff.end()
        a.legg_til(node, "tjenestetilbud.responstid")
    return True


_OM_FART = senere(
    r"(?i)\bfr[ae]mme\b|responstid|utrykning|utrykking|på (?:stedet|staden|plass)|når det (?:haster|hastar)"
)


def _i_ord(a: Arbeid, u: Utsnitt) -> bool:
    """Read how fast the police come, when it is said in words: «innen en halv time»."""
    treff = _ORD.search(u.s)
    if treff is None or not _OM_FART.search(u.s) or _NEI.search(u.s) or a.tre.har("tjenestetilbud", "responstid"):
        return False
    tekst = f"{_I_ORD[treff[0].casefold()]} minutter"
    node: dict[str, Node] = {
        "minutter": u.gruppe(treff).verdi(TROLIG, "tiden i ord", tekst, ordrett=False),
        "merknad": u.strippet(" .").verdi(TROLIG, "setningen om utrykningen"),
    }
    if andel := re.search(_ANDEL, u.s):
        prosent = _BRØK.get(andel["a"].casefold())
        lest = u.gruppe(andel, "a").verdi(TROLIG, "andelen", prosent, ordrett=prosent is None)
        node = {"andel": lest, **node}
    return a.legg_til(node, "tjenestetilbud.responstid")


def bemanning(a: Arbeid, u: Utsnitt, treff: re.Match[str]) -> None:
    """Take the numbers of those who work there, and the day that they are from."""
    node: dict[str, Node] = {"politi": u.gruppe(treff, "p").verdi(SIKKER, "tallet foran")}
    if alle := re.search(
        rf"(?P<t>{uttrykk.TALL})\s(?:ansatte|tilsette|stilling\w+|"
        rf"årsverk),?\s(?:hvorav|derav|av disse)",
        u.s,
    ):
        node["totalt"] = u.gruppe(alle, "t").verdi(SIKKER, "tallet foran")
    a.etikett(u.gruppe(treff, "_h"))
    if treff["s"]:
        node["sivile"] = u.gruppe(treff, "s").verdi(SIKKER, "tallet foran")
        a.etikett(u.gruppe(treff, "_g"))
    if (pr := _PR.search(u.s)) and (dag := a.les(u.gruppe(pr, "d"), "dato", SIKKER, "datoen for tallene")):
        node["dato"] = dag
        a.etikett(u.del_(pr.start(), pr.start("d")))
    if re.match(r"(?i)bemanning", u.s):
        a.etikett(u.del_(0, len("bemanning")))
    a.legg_til(node, "tjenestetilbud.bemanning")

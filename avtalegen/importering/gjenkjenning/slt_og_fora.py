"""What sentences say of SLT and of other places where the parties meet."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, regel
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import fora, koordinatoren, skaltabell
from avtalegen.importering.gjenkjenning.pliktene import ressurs
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_N = uttrykk.NAVN
_SLT = (
    regel(
        rf"(?i:koordinator\w*)\s(?P<_x>(?:i|på)\s[^.:;]{{0,40}}?),\s(?P<n>{_N})",
        SIKKER,
        "«koordinator …, navnet»",
        n=("slt.koordinator.navn", "tekst"),
    ),
    regel(
        (
            r"(?i:slt-?\s?koordinator(?:en)?|koordinator(?:en)?)(?:\s(?:er|"
            rf"heter|heiter)|\si\s[a-zæøå ]+?:|:)?\s(?P<n>{_N})"
        ),
        SIKKER,
        "«koordinator er»",
        n=("slt.koordinator.navn", "tekst"),
    ),
    regel(
        rf"(?i:koordinator\w*),?\s(?:som\s)?(?:i dag\s|no\s|nå\s)?(?:innehas|ivaretas|fylles|"
        rf"innehavast)\sav\s(?P<n>{_N})",
        SIKKER,
        "«koordinator … innehas av»",
        n=("slt.koordinator.navn", "tekst"),
    ),
    regel(
        rf"(?i:(?:slt-?\s?)?koordinator(?:en)?),\s(?P<n>{_N})(?=,|\s\()",
        SIKKER,
        "«koordinatoren, navnet,»",
        n=("slt.koordinator.navn", "tekst"),
    ),
    regel(
        rf"(?P<n>{_N})\s(?:er|blir|vert|som)\s(?:kommunens\s)?(?i:slt-)?koordinator",
        SIKKER,
        "«er koordinator»",
        n=("slt.koordinator.navn", "tekst"),
    ),
    regel(
        rf"(?i:koordinator\w*)\s(?P<_x>[^.:;]{{0,30}}?):\s(?P<n>{_N})",
        SIKKER,
        "«koordinator:»",
        n=("slt.koordinator.navn", "tekst"),
    ),
    regel(
        (
            r"(?P<s>(?i:politirådet|formannskapet|styringsgruppen?a?\sav\s[^.,;]+)"
            r")\s(?:er|fungerer\ssom|utgjør|utgjer)\s(?i:(?:slt-?\s?)?styringsgruppe\w*)"
        ),
        SIKKER,
        "«er styringsgruppe»",
        s=("slt.nivåer.styrende.0", "tittel"),
    ),
    regel(
        r"^(?P<s>Rådet)\ser\s(?i:(?:slt-?\s?)?styringsgruppe\w*)",
        SIKKER,
        "«rådet er styringsgruppe»",
        s=("slt.nivåer.styrende.0", "=politirådet"),
    ),
    regel(
        r"(?i:styringsgruppe\w*)(?:\sfor\s\w+)?\s(?:er|består av)\s(?P<s>[a-zæøåA-ZÆØÅ][^.;]+)",
        TROLIG,
        "«styringsgruppen er»",
        s=("slt.nivåer.styrende.0", "tekst"),
    ),
)
_KOORDINATOR = senere(
    r"(?i)\bkoordinatorstilling\w*|\bslt-?\s?(?:arbeidet\s(?:ledes|koordineres|leies)|koordinator|"
    r"leder|leiar|kontakt|konsulent|rådgiver|rådgjevar)\w*"
)


_FLERTALL = senere(r"(?:Kommunene|Kommunane|Begge|Alle)\s")


def _nærmeste(a: Arbeid, u: Utsnitt) -> None:
    """Let the name that stands nearest after the word for the coordinator, or before it, be theirs."""
    treff = _KOORDINATOR.search(u.s)
    if a.tre.har("slt", "koordinator") or (
        treff is None and not re.match(r"(?:(?:Hun|Han|Ho)\s(?:er|heter|heiter)|Stilling(?:en|a)|Koordinatoren)\s", u.s)
    ):
        return
    midt = treff.end() if treff else 0
    navnene = [m for m in re.finditer(_N, u.s) if not ledd.er_instans(m[0]) and not _FLERTALL.match(m[0])]
    nær = min(navnene, key=lambda m: (abs(m.start() - midt), m.start() < midt), default=None)
    alene = treff is not None and len(navnene) == 1 and nær is not None and nær.end() <= treff.start()
    if nær is not None and (-1 < nær.start() - midt < 60 or (alene and midt - nær.end() < 80)):
        a.sett(u.gruppe(nær).verdi(TROLIG, "navnet etter «SLT-koordinator»"), "slt.koordinator.navn")


_NIVÅER = (
    (
        "koordinerende",
        (
            r"(?i)koordiner(?:ing|ende)s?\s?(?:s?gruppe\w*|nivå\w*)|arbeidsutvalg\w*|"
            r"arbeidsutval\w*|koordineringsgruppe\w*"
        ),
    ),
    ("utførende", r"(?i)arbeidsgruppe\w*|utfør(?:ende|ande)\snivå|utøvende nivå|\bute blant ungdom"),
)
_ER_DET = senere(r"(?:^|[,;]\s(?:(?:og|mens|medan)\s)?)(?P<h>[^,;.]{3,60})\s(?:er|utgjør|utgjer)\s$")
"""Who a clause says is what the next word is: «…, og rektorene er arbeidsgruppe»."""
_MÅLGRUPPE = senere(
    r"(?P<h>(?i:alle|barn og unge|unge|ungdom(?:mer|mar)?|barn(?:,\sunge)?|"
    r"elever|elevar))?\s?(?P<a>(?:(?i:fr[aå]|mellom|i alderen)\s)?\d{1,2}\s?(?:[-–]|"
    r"til|og)\s?\d{1,2}\s(?i:år))"
)


_NIVÅ_FØRST = senere(
    r"(?i)^(?:nivå|trinn)\s(?:\d|I{1,3})\W{1,3}(?P<n>[^\W\d]+)\W{1,3}"
    r"(?P<h>[^.;]+?)(?:,\s(?:[hk]ver|[hk]vart|ann[ae]n\s?[hk]ver|ukentlig|vekentleg|månedlig|månadleg|møtes)\b[^.;]*)?\.?$"
)
"""«Nivå 2, taktisk: Lederne, hver måned»: the level, and who are on it."""


def om_slt(u: Utsnitt, før: Utsnitt | None) -> bool:
    """Tell whether a sentence of another part is about SLT, or about the position that the one before it tells of."""
    om = r"(?i)slt-koordinator|\bslt\b(?!-avtale)"
    like_før = før is not None and abs(før.linje - u.linje) < 2 and re.search(om, før.s) is not None
    return bool(re.search(om, u.s)) or (like_før and bool(re.match(r"Stilling(?:en|a)\s", u.s)))


_INGEN = senere(
    r"(?i)\bslt-?\s?koordinator\w*(?:\s?:|\s(?:er|vert|blir))?\s(?:(?:for tid\w+|enn[åo]|p\.?t\.?)\s)?"
    r"(?:ikk[je]+\b|ingen\b|vakant|ubesatt|ledig)|\b(?:ingen|ikk[je]+\s(?:\w+\s)?)\s?slt-?\s?koordinator"
)
"""Nobody is the coordinator: that says neither that the kommune has SLT nor that it hasn't."""
_ENNÅ_IKKE = senere(
    r"(?i)\b(?:skal|vil|tar sikte på|tek sikte på|planlegger|planlegg|vurderer)\s(?:\w+\s)?(?:å\s)?"
    r"(?:etablere?|innføre|opprette?|starte(?:\sopp)?|ta i bruk|få på plass)\s[^.;]{0,40}\bslt\b"
)
"""What the kommune is to have: it says not that it has SLT now."""


def slt(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of SLT."""
    om_slt = re.search(r"(?i)\bslt\b(?!-avtale)", u.s)
    if om_slt and not a.tre.har("slt", "etablert") and not _INGEN.search(u.s) and not _ENNÅ_IKKE.search(u.s):
        treff = re.search(r"(?i)\bslt\b", u.s)
        ikke = re.search(
            r"(?i)har (?:ikk[je]+|ingen)\s(?:\w+\s)?slt|ikk[je]+ etablert|\ber ikk[je]+ (?:en |ein )?slt-?kommune", u.s
        )
        assert treff is not None
        a.sett(
            u.gruppe(treff).verdi(SIKKER, "avtalen sier noe om SLT", "nei" if ikke else "ja", ordrett=False),
            "slt.etablert",
        )
    a.prøv(u, _SLT)
    _nærmeste(a, u)
    koordinatoren.les(a, u)
    for nivå, mønster in () if koordinatoren.nivåene(a, u) else _NIVÅER:
        if treff := re.search(mønster, u.s):
            er_det = _ER_DET.search(u.s, 0, treff.start())
            hvilke = u.gruppe(er_det, "h") if er_det else u.strippet(" .")
            a.legg_til(hvilke.verdi(TROLIG, "setningen om nivået"), f"slt.nivåer.{nivå}")
            break
    if (treff := _NIVÅ_FØRST.match(u.s)) and (nivå := skaltabell.nivået(treff["n"])):
        a.legg_til(u.gruppe(treff, "h").strippet(" .").verdi(SIKKER, "«nivå»"), f"slt.nivåer.{nivå}")
        a.etikett(u.del_(0, treff.start("h")))
    treff = _MÅLGRUPPE.search(u.s)
    if treff and re.search(r"(?i)gjeld|rett|målgrupp|for\b|mot\b|omfatt|\bslt\b", u.s):
        hvem = u.gruppe(treff, "h") if treff["h"] else None
        node: dict[str, Node] = {
            "hvem": (
                hvem.verdi(SIKKER, "målgruppen")
                if hvem
                else Verdi("barn og unge", (), TROLIG, "alderen", ordrett=False)
            ),
            "alder": u.gruppe(treff, "a").verdi(
                SIKKER,
                "alderen",
                re.sub(r"(?i)^(?:fr[aå]|mellom|i alderen)\s", "", samlet(treff["a"]))
                .replace(" til ", "–")
                .replace(" og ", "–"),
                ordrett=False,
            ),
        }
        a.legg_til(node, "slt.målgruppe")
    if treff := re.search(
        r"(?i:telefon\w*|tlf\.?|mobil\w*|(?:nås|treffes|treffast)(?: på)?|svarer på|svarar på|ring(?:es)?)\s?:?\s"
        rf"(?P<t>{uttrykk.TELEFON})",
        u.s,
    ):
        nummer = u.gruppe(treff, "t").verdi(TROLIG, "nummeret i delen om SLT")
        if a.tre.har("slt", "koordinator") and a.sett(nummer, "slt.koordinator.telefon"):
            a.etikett(u.del_(treff.start(), treff.start("t")))
    if (a.tre.har("slt", "koordinator") or _KOORDINATOR.search(u.s)) and (
        m := re.search(rf"(?i:i|arbeider|jobber)\s(?P<p>{uttrykk.PROSENT})(?:\s(?i:stilling|med)|$|[\s.,])", u.s)
    ):
        a.sett(u.gruppe(m, "p").verdi(SIKKER, "stillingsandelen"), "slt.koordinator.stillingsandel")
    _ved_navnet(a, u)
    ressurs(a, u)


_HEL = r"(?P<h>(?i:heil|hel|full|halv))\s(?:\w+\s)?(?i:stilling)"


def _ved_navnet(a: Arbeid, u: Utsnitt) -> None:
    """Take the share of a position, the number and the address that stand after the name: «Kari Moe (60 %, tlf. …)»."""
    navn = a.tre.hent("slt", "koordinator", "navn")
    if not isinstance(navn, Verdi) or (inn := u.s.find(navn.tekst)) < 0:
        return
    slutt = re.search(rf"{_N}|;", u.s[inn + len(navn.tekst) :])
    rest = u.del_(inn + len(navn.tekst), inn + len(navn.tekst) + slutt.start() if slutt else len(u.s))
    if not re.match(r"\s?[(,]", rest.s):
        return
    for felt, mønster in (("telefon", uttrykk.TELEFON), ("epost", uttrykk.EPOST)):
        if treff := re.search(mønster, rest.s):
            a.sett(rest.gruppe(treff).verdi(SIKKER, "ved navnet"), f"slt.koordinator.{felt}")
    if treff := re.search(rf"(?P<a>{uttrykk.PROSENT})|{_HEL}", rest.s):
        del_ = rest.gruppe(treff, "a" if treff["a"] else "h")
        a.sett(a.les(del_, "andel", SIKKER, "ved navnet"), "slt.koordinator.stillingsandel")


def koordinator(a: Arbeid) -> None:
    """Let the one in the council who is SLT-koordinator be that, when nothing else said who it is."""
    if not a.tre.har("slt", "etablert"):
        return
    sekretær = a.tre.hent("politiråd", "sekretær")
    for en in (*a.tre.liste("politiråd", "medlemmer", "kommune"), sekretær):
        t, n = (en.get("tittel"), en.get("navn")) if isinstance(en, dict) else (None, None)
        if isinstance(t, Verdi) and isinstance(n, Verdi) and t.tekst.casefold() == "slt-koordinator":
            sagt = a.tre.hent("slt", "koordinator", "navn")
            if isinstance(en, dict) and (not isinstance(sagt, Verdi) or sagt.tekst == n.tekst):
                a.sett(n, "slt.koordinator.navn")
                a.sett(en.get("telefon"), "slt.koordinator.telefon")
                a.sett(en.get("epost"), "slt.koordinator.epost")
            return


_FORUM = senere(
    r"(?i)(?P<n>(?:(?:tverrfagl[ie]g|felles|lokalt)\s)?(?:[a-zæøå]+-\sog\s)?[a-zæøå\-]{0,40}(?:forum|møte|team|utvalg|utval|nettverk|råd|grupp(?=e|a))(?:et|a|en|e)?"
    r"(?:\s(?:for|på|ved|med)\s[^.,;]*?)?)"
    r"(?=\s(?:vert|blir|har|består|samler|samlar|møtes|møtest|holdes|hvert|hver|kvar|er|skal|avholdes|annakvar|annenhver)\b|[.,;:]|$)"
)


def forum(a: Arbeid, u: Utsnitt) -> bool:
    """Take a place to meet: what it is called, how often, and who calls."""
    if fora.opprettes(a, u) or fora.fortsetter(a, u):
        return True
    if re.search(r"(?i)\bikk[je]+\s(?:\w+\s)?(?:opprett|etabler|nedsett|settes ned)", u.s):
        return False
    de = a.tre.liste("samarbeidsfora")
    inn = fora.INN_TIL.search(u.s)
    ofte = next((u.del_(*m.span()) for m in re.finditer(uttrykk.HYPPIGHET, u.s) if ledd.hyppighet(m[0])), None)
    treff = _FORUM.search(u.s)
    if not treff:
        if de and ofte is None and inn and isinstance(de[-1], dict) and "innkaller" not in de[-1]:
            a.sett(
                u.gruppe(inn, "r").verdi(SIKKER, "«kaller inn»", ledd.som_tittel(inn["r"])),
                f"samarbeidsfora.{len(de) - 1}.innkaller",
            )
        return False
    navn = u.gruppe(treff, "n")
    node: dict[str, Node] = {"navn": navn.verdi(TROLIG, "forumet", samlet(navn.s)[0].upper() + samlet(navn.s)[1:])}
    if ofte and (verdi := a.les(ofte, "hyppighet", SIKKER, "hvor ofte")):
        node["hyppighet"] = verdi
    if inn:
        node["innkaller"] = u.gruppe(inn, "r").verdi(SIKKER, "«kaller inn»", ledd.som_tittel(inn["r"]))
    node.update(fora.resten(u))
    return a.legg_til(node, "samarbeidsfora")

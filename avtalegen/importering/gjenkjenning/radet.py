"""What sentences say of the council: who leads it, who is in it, how often it meets and when papers are sent."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, regel, som_rolle
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi, som_data
from avtalegen.importering.gjenkjenning import motene as møtene
from avtalegen.importering.utsnitt import Utsnitt

_ROLLE, _LENGDE, _HYPP, _TALL = uttrykk.ROLLE, uttrykk.LENGDE, uttrykk.HYPPIGHET, uttrykk.TALL
_RÅD = r"(?:\s(?:av|for|i)?\s?(?:politi)?r(?:å|aa)det|\s(?:det|rådet))?"
_ER = r"(?:er|skal vere|skal være|:)"

_ROLLER = (
    regel(
        rf"(?P<r>{_ROLLE})\s(?P<m>(?i:byter|bytter|skifter|veksler|vekslar)\s(?i:på))\så\s(?:leie|lede)",
        SIKKER,
        "«bytter på å lede»",
        r=("politiråd.leder.tittel", "tittel"),
        m=("politiråd.leder.merknad", "tekst"),
    ),
    regel(
        r"(?i:(?:vervet|oppgaven)\ssom\s(?:leder|leiar)|ledervervet|leiarvervet|ledelsen|leiinga)\s"
        rf"(?P<m>(?i:går på omgang|veksler|vekslar|går på rundgang|alternerer))\s(?i:mellom)\s"
        rf"(?P<r>{_ROLLE}\s(?i:og)\s{_ROLLE})",
        SIKKER,
        "«leder på omgang»",
        r=("politiråd.leder.tittel", "tittel"),
        m=("politiråd.leder.merknad", "tekst"),
    ),
    regel(
        rf"(?i:(?:som\s)?(?:leder|leiar)){_RÅD}\s(?i:fungerer|velges|utpekes|er utpekt)\s(?P<r>{_ROLLE})",
        SIKKER,
        "«som leder fungerer»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        r"(?i:sekretariat\w*|sekretær\w*)\s(?i:er lagt til|legges til|ligger (?:hos|til)|ligg hjå|er plassert hos)\s"
        rf"(?P<r>{_ROLLE})",
        SIKKER,
        "«sekretariatet er lagt til»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:er|skal være|skal vere)\s(?:rådets\s)?(?:leder|leiar)(?:e|en)?{_RÅD}(?!\w)",
        SIKKER,
        "«er leder»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:leder|leier|leiar)\s(?:det|(?:politi)?rådet|møtene|møta)(?!\w)",
        SIKKER,
        "«leder rådet»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"(?<![a-zæøå])(?:[Ll]eder|[Ll]eiar)(?:en)?{_RÅD}\s?{_ER}\s(?P<r>{_ROLLE})",
        SIKKER,
        "«leder er»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"(?:ledes|leies|leiast|(?:blir|vert)\s(?:ledet|leia|leidd))\sav\s(?P<r>{_ROLLE})",
        SIKKER,
        "«ledes av»",
        r=("politiråd.leder", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:som|er)\s(?:leder|leiar)(?!\w)", TROLIG, "«som leder»", r=("politiråd.leder", "rolle")
    ),
    regel(
        rf"(?:[Nn]estleder|[Nn]estleiar)(?:en)?{_RÅD}\s?{_ER}\s(?P<r>{_ROLLE})",
        SIKKER,
        "«nestleder er»",
        r=("politiråd.nestleder", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:er|som|skal være|skal vere)\s(?:nestleder|nestleiar)(?!\w)",
        SIKKER,
        "«er nestleder»",
        r=("politiråd.nestleder", "rolle"),
    ),
    regel(
        (
            rf"(?P<r>{_ROLLE})\s(?:er|fungerer som|skal være|skal vere|som)"
            r"\s(?:sekretær|sekretariat|referent)(?:\s(?:for|i)\srådet)?(?!\w)"
        ),
        SIKKER,
        "«er sekretær»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:har|er|ivaretar|tek seg av)\s(?:sekretariat\w*|sekretær\w*)",
        SIKKER,
        "«har sekretariatet»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        (
            rf"(?:[Ss]ekretær|[Ss]ekretariat|[Rr]eferent)\w*{_RÅD}\s?(?:er|"
            r":|ivaretas av|vert ivaretatt av|ligger (?:hos|til)|ligg hjå)"
            rf"\s(?P<r>{_ROLLE})"
        ),
        SIKKER,
        "«sekretær er»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:fører|fører|skriver|skriv|tar|tek)\s(?:referat|protokoll|møtebok)",
        SIKKER,
        "«skriver referat»",
        r=("politiråd.sekretær", "rolle"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:forbereder|førebur|legger til rette for|tilrettelegger)\s(?:sakene|sakane|møtene|møta)",
        SIKKER,
        "«forbereder»",
        r=("politiråd.tilrettelegger", "rolle"),
    ),
    regel(
        rf"(?:[Vv]ara|[Ss]tedfortreder)\sfor\s(?P<_hvem>lederen|leiaren|ordføreren|ordføraren)\ser\s(?P<r>{_ROLLE})",
        SIKKER,
        "«vara er»",
        r=("politiråd.leder.vara", "tekst"),
    ),
    regel(
        (
            rf"(?P<r>{_ROLLE})\s(?:er|møter som|møter)\s(?:vara|stedfortreder)"
            r"(?:\sfor\s(?P<_hvem>lederen|leiaren|ordføreren|ordføraren)"
            r")(?!\w)"
        ),
        SIKKER,
        "«er vara»",
        r=("politiråd.leder.vara", "tekst"),
    ),
)

_INNKALLER = (
    regel(
        rf"(?P<r>{_ROLLE})\s(?:er|skriver|skriv|fører|fører|har)\s(?P<_x>[a-zæøå ]{{3,40}}?)\sog\s"
        r"(?:kaller|kallar|innkaller|sender\sut|sender|syter for|sørger for)\s(?:inn|innkalling)",
        SIKKER,
        "«og kaller inn»",
        r=("politiråd.møter.innkaller", "tittel"),
    ),
    regel(
        rf"(?P<r>{_ROLLE})\s(?:kaller|kallar|innkaller|innkallar)\s(?:inn(?!\w)|til\smøte)",
        SIKKER,
        "«kaller inn»",
        r=("politiråd.møter.innkaller", "tittel"),
    ),
    regel(
        (
            rf"(?P<r>{_ROLLE})\s(?:har ansvar(?:et)? for|sender ut|sender|"
            r"syter for|sørger for|står for)\s(?:å sende )?innkalling"
        ),
        SIKKER,
        "«sender innkalling»",
        r=("politiråd.møter.innkaller", "tittel"),
    ),
    regel(
        (
            r"(?:[Ii]nnkalles|[Ii]nnkallast|[Ii]nnkalling(?:en)? (?:sendes|"
            rf"sendast|skjer|gjøres|går ut))\s(?:ut\s)?(?:av|fra|frå)\s(?P<r>{_ROLLE})"
        ),
        SIKKER,
        "«innkalles av»",
        r=("politiråd.møter.innkaller", "tittel"),
    ),
)


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of the council and put it in the draft."""
    a.prøv(u, _ROLLER)
    a.prøv(u, _INNKALLER)
    møtene.setning(a, u)
    _om_rollen(a, u)
    _om_deltakere(a, u)


def _om_rollen(a: Arbeid, u: Utsnitt) -> None:
    if nivå := re.search(r"(?i)\b(strategisk|taktisk|operativt)\b\s(?:nivå|organ|samarbeid|møte|forum)", u.s):
        a.sett(u.gruppe(nivå, 1).verdi(TROLIG, "nivået"), "politiråd.nivå")
    if ikke := _IKKE.search(u.s):
        a.sett([u.gruppe(ikke, "g").verdi(SIKKER, "det rådet ikke gjør")], "politiråd.gjør_ikke")
    for ord_, mønster in (
        (
            "rådgivende",
            (
                r"(?i)(?:rådgivende|rådgjevande|rådgivande)(?:\sorgan)?|tilråding(?:er|"
                r"ar)|(?:gir|gjev|gir bare) råd\b|(?:ikk[je]+|ingen|inga)\s(?:vedtaks|beslutnings|avgjerds)"
                r"\w+"
            ),
        ),
        ("besluttende", r"(?i)(?:besluttende|besluttande)(?:\sorgan)?"),
    ):
        if treff := re.search(mønster, u.s):
            a.sett(u.gruppe(treff).verdi(SIKKER, "hva slags organ", ord_, ordrett=False), "politiråd.rolle")


_KAN = (
    r"(?:kan|skal|bør)\s(?:også\s|òg\s|ved behov\s)?(?:inviteres|"
    r"inviterast|innkalles|innkallast|kalles inn|kallast inn|bli invitert|"
    r"møte|delta|deltake|delta i møtene|tiltre\w*|være med|vere med|"
    r"få møte|innbys)"
)
_BLIR = (
    r"(?:inviteres|inviterast|innkalles|innkallast|kalles inn|kallast inn|"
    r"tilkalles|deltar|deltek|får\s(?:også\s)?innkalling|(?:blir|"
    r"vert)\s(?:kalla|kalt|inviterte?|innkalla|innkalt|kalt inn|kalla inn)"
    r"|møter|er\smed|tiltrer)"
)
_NÅR = r"(?P<_når>\s(?:inn\s)?(?:når|ved|etter|om|dersom|hvis|der|i\ssaker|på\smøte\w*\s(?:der|når))\s.+)?"
_BESTÅR = re.compile(
    r"^(?:(?i:(?:faste\s)?medlemm?e?r?(?:ar|ane|ene)?)(?:\s(?:av|i)\srådet)?\s(?i:er)\s|"
    r"(?i:politirådet|rådet)\s(?i:består av|er (?:sammensatt|satt sammen|samansett|sett saman) av|har)\s)"
    r"(?i:(?:følgende|følgjande|desse|disse|faste|fast)\s)*(?i:medlemm?er|medlemmar|deltakere|deltakarar)?\s?:?\s*"
    r"(?P<l>(?![a-zæøå]*\s?(?i:møte|ansvar|som|ikke|ikkje|til|minst|faste|fire|tre|to|ingen))[^:]+,[^:]+)\.?$"
)
_INVITERT = (
    re.compile(
        rf"^(?i:i tillegg|dessuten|ellers|også|elles)\s(?:{_KAN}|{_BLIR}|kan)\s(?P<l>[^.:]+?)(?:\smøte|\sdelta)?"
        rf"(?P<_når>\s(?:når|ved|etter behov|om|dersom|hvis)\s.+?)?\.?$"
    ),
    re.compile(rf"^(?P<l>[^.:]+?)\s{_KAN}(?:\si\smøtene|\si\srådet|\stil\smøtene)?{_NÅR}\.?$"),
    re.compile(
        rf"^(?P<l>[^.:]+?)\s{_BLIR}\s(?:inn\s)?(?P<_når>(?:når|ved|etter|om|dersom|hvis|der|i\ssaker|på\smøte\w*\s(?:der|når))\s.+?)\.?$"
    ),
    re.compile(
        r"^(?i:følgende|desse|disse|andre|rådet|leder\w*|leiar\w*)\s(?:som\s)?(?:kan|"
        r"skal)\s(?:også\s|òg\s)?(?:kalle inn|invitere|innkalles|inviteres|"
        r"inviterast|delta|kallast inn|kalles inn)(?:\sved behov|\setter behov)?:?\s(?P<l>[^.]+)"
        r"\.?$"
    ),
    re.compile(
        r"^(?i:ved behov|etter behov|når (?:det (?:trengs|trengst|er behov|"
        r"er nødvendig)|saken tilsier det|saka tilseier det))(?:\s(?:kan|"
        r"skal|blir|vert|innkalles|inviteres|inviterast|deltar|møter)"
        r"(?:\s(?:også|òg|det|rådet))?(?:\s(?:inviteres|innkalles|kalle inn|"
        r"invitere))?)?[:,]?\s(?P<l>[^.:]+?)(?:\s(?:inviteres|innkalles|"
        r"inn|inviterast))?\.?$"
    ),
    re.compile(
        r"^(?i:andre|rådet)\s(?i:kan)\s[^,:]*,\s(?i:for eksempel|f\.eks\.?|blant annet|bl\.a\.|til dømes|som)\s"
        r"(?P<l>[^.]+)\.?$"
    ),
    re.compile(
        r"^(?i:kan (?:inviteres|innkalles|delta|møte|inviterast)|inviteres ved behov|"
        r"ved behov|møter ved behov):\s(?P<l>.+?)\.?$"
    ),
)


def _om_deltakere(a: Arbeid, u: Utsnitt) -> None:
    """Read who is in the council: those who are named with a title, and those who may be called in."""
    alle = [*ledd.personer(u)]
    if not alle and (treff := _BESTÅR.match(u.s)):
        for ett in ledd.oppramsing(u.gruppe(treff, "l").strippet(" .")):
            medlem(a, {"tittel": ett.verdi(SIKKER, "medlem av rådet", ledd.som_tittel(ett.s))})
        a.etikett(u.del_(0, treff.start("l")))
        return
    if not alle and not re.search(
        (
            r"(?i)referat|sak(?:er|ar)\b|innkalling (?:sendes|skal)|^(?:det|"
            r"den|møte\w*|rådet|politirådet|kontakten|hun|han|ho)\s"
        ),
        u.s,
    ):
        for mønster in _INVITERT:
            if treff := mønster.match(u.s):
                når = treff.groupdict().get("_når") or ""
                kan = re.search(r"(?i)\bkan\b", u.s) and not re.search(r"(?i)ved behov|når|etter behov", u.s)
                rute = "kan_delta" if kan else "ved_behov"
                lista = u.gruppe(treff, "l")
                if slutt := re.search(r"\s(?:delta|møte|inviteres|innkalles|være med|vere med|bli med)$", lista.s):
                    a.etikett(lista.gruppe(slutt))
                    lista = lista.del_(0, slutt.start())
                for ett in ledd.oppramsing(lista):
                    først = ett.fra == u.fra and not ledd.er_instans(ett.s)
                    verdi = ett.verdi(TROLIG, "kan bli med i rådet", ledd.som_tittel(ett.s) if først else None)
                    a.legg_til({"tittel": verdi}, f"politiråd.medlemmer.{rute}")
                for fra, til in (
                    (treff.start(), treff.start("l")),
                    (treff.end("l"), treff.end("l") + len(u.s[treff.end("l") : treff.end()]) - len(når)),
                ):
                    a.etikett(u.del_(fra, til))
                return
    if not alle or re.search(r"(?i)\bvara\b|kontakt\w*\si\sdet\sdaglige", u.s):
        return
    if not re.search(
        (
            r"(?i)ledes|leies|medlem|sitter|sit\b|møter|møte|består|består|leder|leiar|"
            r"leier|nestle|deltar|deltek|fra |frå |representer|er med"
        ),
        u.s,
    ):
        return
    if re.search(r"(?i)sekretær|referat|kaller inn|kallar inn", u.s) and not re.search(r"(?i)medlem|leder|leiar", u.s):
        return
    for en in alle:
        medlem(a, som_rolle(en, SIKKER, "tittel og navn i rådet"))


_IKKE = re.compile(
    r"(?i)rådet[^.]*\bikk[je]+\s(?:\w+\s)?(?:behandl|handsam|drøft|ta opp|tar opp|snakk|diskuter)\w*\s(?:om\s)?"
    r"(?P<g>(?:enkelt|person|einskild|enkeltperson)\w*(?:\s(?:personer|saker))?|navngitte personer|namngjevne personar)"
)
_OPPGAVE = re.compile(r"(?i)(?:\(|,\s|[-–]\s)(?P<o>leder|leiar|nestleder|nestleiar|sekretær|referent)(?!\w)\)?")


def oppgave(a: Arbeid, rolle: dict[str, Node], etter: Utsnitt) -> None:
    """Let a member have the task that stands after the name: «Ordfører Kari Nordmann (leder)»."""
    treff = _OPPGAVE.search(etter.s)
    if treff:
        ord_ = treff["o"].casefold()
        felt = "nestleder" if ord_.startswith("nest") else "leder" if ord_[0] == "l" else "sekretær"
        if a.sett(dict(rolle), f"politiråd.{felt}"):
            a.etikett(etter.gruppe(treff))


def medlem(a: Arbeid, rolle: dict[str, Node], del_: str = "") -> bool:
    """Put a member in the list of the side that the title, or `del_`, says; once for each name."""
    navn = rolle.get("navn")
    tittel = rolle.get("tittel")
    if isinstance(navn, Verdi):
        for side in ("kommune", "politi", "andre"):
            for plass, en in enumerate(a.tre.liste("politiråd", "medlemmer", side)):
                data = som_data(en) if isinstance(en, dict) else {}
                if data.get("navn") == navn.tekst:
                    a.dekk(rolle)
                    _forsterk(a, side, plass, rolle)
                    return False
    side = del_ or ("politi" if isinstance(tittel, Verdi) and ledd.er_politi(tittel.tekst) else "kommune")
    return a.legg_til(rolle, f"politiråd.medlemmer.{side}")


def _forsterk(a: Arbeid, side: str, plass: int, rolle: dict[str, Node]) -> None:
    """Let a member who is named twice stand for both places."""
    der = a.tre.hent("politiråd", "medlemmer", side, plass)
    if isinstance(der, dict):
        for nøkkel, verdi in rolle.items():
            før = der.get(nøkkel)
            if før is None:
                der[nøkkel] = verdi
            elif isinstance(før, Verdi) and isinstance(verdi, Verdi) and før.tekst.casefold() == verdi.tekst.casefold():
                der[nøkkel] = før._replace(spenn=(*før.spenn, *verdi.spenn))

"""What is said of evaluation, of confidentiality and of those who sign."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import striden
from avtalegen.importering.gjenkjenning.parter import kommuner_i, slå_opp
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_R = uttrykk.ROLLE
_SER = (
    r"(?:har (?:sammen |saman |felles )?ansvar(?:et)? for|evaluerer|evaluer(?:es|ast)\sav|ser\s(?:gjennom|over)|"
    r"går\s(?:gjennom|igjennom)|gjennomgår|vurderer|drøfter|lager|"
    r"lagar|skriver|skriv|gjennomfører|tek opp|tar opp)"
)
_RÅDET = r"(?i:politirådet|rådet)(?=\s(?:evaluerer|gjennomgår|går gjennom|vurderer|ser gjennom)\s(?:avtal|samarbeid))"
_ANSVARLIGE = senere(
    rf"^(?:(?i:årlig|hvert år|kvart år)\s)?(?P<r>(?:{_RÅDET}|{_R})(?:\s(?i:og)\s{_R})?)\s"
    rf"{_SER}(?!\w)"
)
_DE_SER = senere(rf"\s(?:ser|går)\s(?P<r>{_R}(?:\s(?i:og)\s{_R})?)\s(?:over|gjennom|igjennom)(?!\w)")
_AV = senere(
    r"(?i:evalueres|evaluerast|gjennomgås|vurderes|vurderast)\s(?P<_m>(?:[^.;]|(?<=\d)\.)*?)"
    r"(?<!utløpet\s)(?<!slutten\s)(?<!løpet\s)(?<!utgangen\s)(?<!starten\s)\b(?i:av)\s(?P<r>[A-ZÆØÅa-zæøå][^.;,]*?)(?=\s(?:hvert|kvart|"
    r"hver|kvar|årlig|årleg|én|ein|en|minst|i\s)|[.,;]|$)"
)
_NESTE = senere(
    r"(?i:(?:første|fyrste|neste)\sg[ao]ng(?:en)?|"
    r"første evaluering(?:en)?\s(?:er|skjer|gjøres))\s(?:er\s|i\s|"
    rf"innen\s)?(?P<n>{uttrykk.DATO}|{uttrykk.MÅNEDSDATO}|(?:høsten|våren|"
    rf"hausten)\s\d{{4}}|\d{{4}})"
)
_RAPPORT = senere(
    r"(?i:rapport\w*|(?:legges?|leggjast) fram for|presenteres for|oppsummering\w*|notat|årsmelding|melding)"
)
_MOTTAKER = senere(
    r"(?i:(?:til|for|sendes|sendast|send|sendt|foreleg\w+|føreleg\w+|legg\w* fram for|oversend\w+)\s)"
    r"(?P<m>(?:kommunestyr|heradsstyr|bystyr|formannskap|politiråd|fylkesting|politimester|rådmann|kommunedirektør)\w*|"
    r"(?:[a-zæøå]{2,20})?utval(?:get|et|g)?(?:\sfor\s[a-zæøå]+(?:(?:,\s[a-zæøå]+)?\sog\s[a-zæøå]+)?)?)"
)
_INNEN = senere(
    rf"(?P<f>(?i:innen|innan|før|senest|seinast)\s(?:den\s)?(?:{uttrykk.DATO}|"
    rf"\d{{1,2}}\.\s?{uttrykk.MÅNED}|(?:utgangen av\s)?{uttrykk.MÅNED}|"
    r"nyttår|(?:fyrste|første)\smøte[^.,;]*))"
)
_HYPP = senere(uttrykk.HYPPIGHET)


_ANSVARET = senere(
    r"(?i)\bansvar(?:et)?\sfor\s(?:å\sevaluere|evaluering\w*(?!\sav\s(?!avtal|samarbeid))|gjennomføring\w*|at)\s?[^.;]{0,40}?\s"
    rf"(?:ligger|ligg|er lagt)\s(?:hos|hjå|på|til)\s(?P<r>(?:{uttrykk.RÅDET}|(?-i:{_R}))(?:\sog\s(?-i:{_R}))?)"
)
_NÅR = senere(
    r"(?i)\b(?:innen|innan|før|ved|i løpet av|mot|i perioden,)\s"
    r"(?P<n>(?:utgangen|slutten|begynnelsen|starten|utløpet)\sav\s"
    rf"(?:{uttrykk.MÅNED}\s)?(?-i:20\d\d)|{uttrykk.DATO}|{uttrykk.MÅNEDSDATO})"
)
"""When the only evaluation is."""
_EVALUERER_ANNET = senere(
    r"(?i)(?:slt\S*|(?:skolen|skulen|kontoret|stillingen|stillinga)\b|\w*(?:prosjekt|tiltak|ordning|kampanje|plan)\w*)\s"
)
_SKAL_EVALUERES = senere(r"(?i)\b(?:skal|bør)\b[^.]*evaluer|evaluer(?:es|ast)\b")
_IKKE_EVALUERT = senere(r"(?i)\bikk[je]+\s(?:\w+\s)?(?:evaluer|gjennomgå|vurder|skje)\w*\s$")


def evaluering(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of the evaluation."""
    if u.s.rstrip().endswith("?") and len(u.s.split()) > 2:
        treff = re.match(r"(?i)^(?:spørsmåla?(?:ene)?\ser:\s)", u.s)
        del_ = u.del_(treff.end(), len(u.s)) if treff else u
        if treff:
            a.etikett(u.gruppe(treff))
        a.legg_til(del_.verdi(SIKKER, "spørsmålet"), "evaluering.spørsmål")
        return
    rapport = _RAPPORT.search(u.s)
    if not rapport or re.search(r"(?i)ser gjennom|evaluer", u.s):
        for treff in _HYPP.finditer(u.s):
            if _IKKE_EVALUERT.search(u.s[: treff.start()]):
                continue
            if node := a.les(u.gruppe(treff), "hyppighet", SIKKER, "hvor ofte"):
                a.sett(node, "evaluering.hyppighet")
                break
    else:
        om_rapport(a, u)
    _spørsmålene(a, u)
    treff = _NESTE.search(u.s)
    if treff and a.sett(u.gruppe(treff, "n").verdi(SIKKER, "første gang"), "evaluering.neste"):
        a.etikett(u.del_(treff.start(), treff.start("n")))
    elif not rapport and not _EVALUERER_ANNET.match(u.s) and (når := _NÅR.search(u.s)) and _SKAL_EVALUERES.search(u.s):
        a.sett(u.gruppe(når, "n").verdi(SIKKER, "når den evalueres"), "evaluering.neste")
    treff = _ANSVARLIGE.search(u.s) or _ANSVARET.search(u.s) or _DE_SER.search(u.s) or _AV.search(u.s)
    if treff and not a.tre.har("evaluering", "ansvarlige"):
        for ett in ledd.oppramsing(u.gruppe(treff, "r")):
            a.legg_til(ett.verdi(SIKKER, "de som evaluerer", ledd.som_tittel(ett.s)), "evaluering.ansvarlige")
    if rapport and re.search(r"(?i)ser gjennom|evaluer", u.s):
        om_rapport(a, u)


def om_rapport(a: Arbeid, u: Utsnitt) -> None:
    """Read who gets the report on the evaluation, by when, and how often."""
    if treff := _MOTTAKER.search(u.s):
        a.sett(u.gruppe(treff, "m").verdi(SIKKER, "den som får rapporten"), "evaluering.rapport.mottaker")
    if treff := _INNEN.search(u.s):
        a.sett(u.gruppe(treff, "f").strippet().verdi(SIKKER, "fristen for rapporten"), "evaluering.rapport.frist")
    if treff := _INNEHOLDER.match(u.s):
        alle = ledd.oppramsing(u.gruppe(treff, "l"))
        a.sett([en.verdi(TROLIG, "det rapporten skal si") for en in alle], "evaluering.rapport.innhold")
        return
    if not a.tre.har("evaluering", "hyppighet"):
        for treff in _HYPP.finditer(u.s):
            if node := a.les(u.gruppe(treff), "hyppighet", SIKKER, "hvor ofte"):
                a.sett(node, "evaluering.hyppighet")
                return


_INNEHOLDER = senere(
    r"^(?i:rapporten|årsmeldingen|årsmeldinga|meldingen|meldinga|årsrapporten|oversikten)\s(?i:skal|vil|bør)\s"
    r"(?i:inneholde|innehalde|omtale|beskrive|skildre|vise|si\snoe\som|seie\snoko\som|gi\sen\soversikt\sover|"
    r"gje\sei\soversikt\sover)\s(?P<l>[^.:]{5,300})\.?$"
)
_SPØRSMÅLENE = senere(
    r"(?i)\b(?:svar\w*\spå|vurder\w*|spør\w*|drøft\w*|se(?:s)?\spå|sj[åø]\w*\spå|ta\w*\sstilling\stil)\s"
    r"(?P<l>(?:om|hva|kva|hvordan|korleis|hvilke|kva for)\s[^.:?]{8,400})\.?$"
)
_ETT_SPØRSMÅL = (
    r",?\s+(?:og|samt)\s+(?=(?:om|hva|kva|hvordan|korleis|hvilke)\s)|,\s+(?=(?:om|hva|kva|hvordan|korleis|hvilke)\s)"
)


def _spørsmålene(a: Arbeid, u: Utsnitt) -> None:
    """Take what an evaluation is to answer, when a sentence counts it up: «om A, om B, og hva C»."""
    treff = _SPØRSMÅLENE.search(u.s)
    alle = [*u.gruppe(treff, "l").delt(_ETT_SPØRSMÅL)] if treff else []
    if len(alle) > 1:
        a.sett([en.strippet(" ,.").verdi(TROLIG, "det evalueringen svarer på") for en in alle], "evaluering.spørsmål")


_TAUSHET = senere(
    r"(?i)\b(?:har |under(?:lagt|teikn\w*|tegn\w*) )?(?:lovbestemt |"
    r"lovpålagt )?(?:taushetsplikt\w*|teieplikt\w*|taushetserklæring\w*)"
)
_SAMTYKKE = senere(
    r"(?i)samty|sagt\sja|skrevet under|skrive under|skriftlig(?:e)? fra foresatte|tillatelse|løyve fr|"
    r"skriftl[ie]g ja|ja fr[aå] (?:den|dei|de|foreld|føresett|foresatt)"
)


_DELING = senere(
    r"(?i)^(?:politiet|kommunen|lensmannen|heradet|partene|partane|barnevernet|skolene|skulane)\s(?:(?:kan|skal|vil)\s)?"
    r"(?:gi|gir|gje|gjev|dele|deler|delar|sende|sender|utveksle|utveksler|utvekslar|utlevere|utleverer|legge\sfram|legger\sfram|"
    r"informere|informerer|orientere|orienterer)\s"
)


def taushet(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of confidentiality, and how consent is asked for."""
    if treff := _TAUSHET.search(u.s):
        a.sett(u.gruppe(treff).verdi(SIKKER, "avtalen slår den fast", "ja", ordrett=False), "taushetsplikt.gjelder")
    if (treff := _DELING.match(u.s)) and not _SAMTYKKE.search(u.s) and not re.search(r"(?i)\bikk[je]+\b|\bbare\b", u.s):
        a.legg_til(u.strippet(" .").verdi(TROLIG, "det som deles"), "taushetsplikt.deling")
    if _SAMTYKKE.search(u.s):
        a.sett(u.strippet(" ").verdi(SIKKER, "setningen om samtykke"), "taushetsplikt.samtykke")


def etter_underskriftene(a: Arbeid) -> None:
    """Let the leaders of the parties be those who signed, or who are members with such a title."""
    signerer = [s for s in a.tre.liste("signaturer") if isinstance(s, dict)]
    medlemmer = [
        m for side in ("kommune", "politi") for m in a.tre.liste("politiråd", "medlemmer", side) if isinstance(m, dict)
    ]
    siste = [s["dato"] for s in signerer if isinstance(s.get("dato"), Verdi)]
    if siste and not a.tre.har("avtale", "dato"):
        a.sett(siste[-1], "avtale.dato")
    for en in (*signerer, *medlemmer):
        tittel, navn = en.get("tittel"), en.get("navn")
        if not isinstance(tittel, Verdi) or not isinstance(navn, Verdi):
            continue
        t = tittel.tekst.casefold()
        rolle: dict[str, Node] = {"tittel": tittel, "navn": navn}
        if re.search(r"^(?:ordfører|ordførar|byrådsleder)$", t):
            _på_kommunen(a, en, rolle, "leder")
        elif re.search(r"^(?:rådmann|kommunedirektør|administrasjonssjef|kommunerådmann)$", t):
            _på_kommunen(a, en, rolle, "administrativ_leder")
        elif re.search(r"^(?:vise)?politim(?:e|ei)ster$", t):
            a.sett(rolle, "parter.politi.politimester")
        elif (
            re.search(
                (
                    r"^(?:lensmann|politistasjonss?jef|stasjonssjef|politiavdelingsleder|"
                    r"tjenesteenhetsleder|tenesteeiningsleiar|politiførstebetjent|"
                    r"politioverbetjent|driftsenhetsleder|politiinspektør)$"
                ),
                t,
            )
            and en in signerer
        ):
            a.sett(rolle, "parter.politi.leder")
    for en in medlemmer:
        tittel, navn = en.get("tittel"), en.get("navn")
        if (
            isinstance(tittel, Verdi)
            and isinstance(navn, Verdi)
            and re.fullmatch(r"(?i)lensmann|politistasjonssjef", tittel.tekst)
        ):
            a.sett({"tittel": tittel, "navn": navn}, "parter.politi.leder")


def _på_kommunen(a: Arbeid, en: dict[str, Node], rolle: dict[str, Node], felt: str) -> None:
    plass = 0
    if len(a.kommuner) > 1:
        hvor = en.get("kommune") or en.get("for")
        if not isinstance(hvor, Verdi):
            return
        u = Utsnitt(0, 0, hvor.tekst)
        kommuner = [k for k, _ in kommuner_i(u)] or [k for k in [slå_opp(hvor.tekst)] if k]
        if not kommuner or kommuner[0] not in a.kommuner:
            return
        plass = a.kommuner.index(kommuner[0])
    a.sett(rolle, f"parter.kommuner.{plass}.{felt}")


_EKSEMPLARER = senere(rf"(?i)\bi\s(?P<n>{uttrykk.TALL})\s(?:\w+\s)?(?:original\w*\s)?eksemplar")


def annet(a: Arbeid, u: Utsnitt) -> bool:
    """Read in how many copies the agreement is made, and what holds when the papers, or the parties, disagree."""
    if (treff := _EKSEMPLARER.search(u.s)) and (
        antall := a.les(u.gruppe(treff, "n"), "antall", SIKKER, "eksemplarene")
    ):
        return a.sett(antall, "avtale.eksemplarer")
    return _vedlagt(a, u) or striden.uenighet(a, u) or striden.forrang(a, u)


_VEDLAGT = senere(
    r"^(?:(?i:vedlagt|som vedlegg|vedlegg til avtal\w+)\s(?:følger|følgjer|følg|er|ligger|ligg)\s(?:også\s|òg\s)?|"
    r"(?i:(?:til|med)\savtal\w+\s(?:følger|følgjer|hører|høyrer)\s(?:det\s)?(?:med\s)?(?:\w{1,12}\svedlegg|vedlegg)\s?:?\s))"
    r"(?P<v>[^.:;]{3,200})\.?$"
)
_ALLE_VEDLAGT = senere(
    r"^(?P<v>[A-ZÆØÅ][^.:;]{3,200}?)\s(?:er|ligger|ligg|følger|følgjer)\s(?:vedlagt|lagt ved|ved som vedlegg)\.?$"
)


def _vedlagt(a: Arbeid, u: Utsnitt) -> bool:
    """Take the enclosures that a sentence says are there: «Vedlagt følger vaktliste og kart»."""
    treff = _VEDLAGT.match(u.s) or _ALLE_VEDLAGT.match(u.s)
    if treff is None:
        return False
    for ett in vedleggene(u.gruppe(treff, "v").strippet()):
        tittel = samlet(ett.s)
        a.legg_til({"tittel": ett.verdi(TROLIG, "det som er vedlagt", tittel[0].upper() + tittel[1:])}, "vedlegg")
    a.etikett(u.del_(0, treff.start("v")))
    a.etikett(u.del_(treff.end("v"), len(u.s)))
    return True


def vedleggene(u: Utsnitt) -> list[Utsnitt]:
    """Return each of the enclosures that are counted up, with numbers or without."""
    nummererte = [*u.delt(r"(?:^|[\s,;]+)(?:(?i:vedlegg|bilag)\s(?:nr\.?\s)?)?\d{1,2}[.:)]?\s+(?=[A-ZÆØÅ])")]
    return nummererte if len(nummererte) > 1 else ledd.oppramsing(u)


_VERB = senere(
    r"(?i)\b(?:er|har|skal|kan|må|vil|får|blir|vert|gjelder|gjeld|varer|stiller|betaler|står|ligg(?:er)?|kjører|køyrer|holder|held|deltar|plikter|møtes|møtest|dekker|"
    r"sørger|starter|fører|gir|gjev|leverer|utfører|bruker|følger|\w{3,20}es)\b|(?-i:[a-zæøå]\.\s[A-ZÆØÅ])"
)
_MELLOM = senere(rf"(?i:\s*mellom)\s[^.]+\s(?i:og)\s[^.]+$|\s*[A-ZÆØÅ][\w .-]{{1,30}},\s(?i:den\s)?{uttrykk.DATO}\W*$")
_FÆRREST = 4
"""Words of what an enclosure is called, at least, for it to be a sentence."""


def i_vedlegget(u: Utsnitt) -> bool:
    """Tell whether a line under «Vedlegg» is of what an enclosure says, and not what one is called."""
    s = u.s.strip()
    setning = s.endswith(".") and len(s.split()) > _FÆRREST and _VERB.search(s)
    return bool(setning or _MELLOM.match(s))


def vedleggspunkt(a: Arbeid, u: Utsnitt) -> None:
    """Take the enclosure that a point of a list is."""
    if not i_vedlegget(u):
        a.legg_til({"tittel": u.verdi(SIKKER, "punktet")}, "vedlegg")


def om_vedlegg(a: Arbeid, u: Utsnitt) -> bool:
    """Take the enclosures that a line counts up."""
    treff = re.match(r"(?i)^(?:vedlegg|bilag)\s?(?:nr\.?\s?)?\d*\s?[:.–-]\s*(?P<v>.+)$", u.s.strip())
    if not treff:
        return False
    inn = len(u.s) - len(u.s.lstrip())
    a.etikett(u.del_(0, inn + treff.start("v")))
    for ett in vedleggene(u.del_(inn + treff.start("v"), len(u.s)).strippet()):
        a.legg_til({"tittel": ett.verdi(SIKKER, "«vedlegg»", samlet(ett.s)[0].upper() + samlet(ett.s)[1:])}, "vedlegg")
    return True

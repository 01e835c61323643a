"""What the police offer: where they are, when it is open, how to reach them, how fast they come, how many they are."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import apningsdager, kontordager, stedene, telefonnumre, utrykning
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_KONTOR = (
    r"(?:(?:[Ll]ensmanns|[Pp]oliti|[Tt]jeneste)?[Kk]ontoret|(?:[Ll]ensmanns|[Pp]oliti)(?:kontoret|stasjonen|posten))"
    r"(?:\s(?:i|på)\s"
    rf"{uttrykk.IKKE_GATE}[A-ZÆØÅ][\w\-]+)?|"
    r"(?:[Pp]ublikumsmottaket|[Pp]olitimottaket|[Ss]ervicekontoret|[Pp]olitisenteret|[Ss]kranken|"
    r"[Ee]kspedisjonen)(?:\s(?:i|på)\s"
    r"[A-ZÆØÅ][\w\-]+)?|"
    r"[A-ZÆØÅ][\w\-]+(?:\s(?:[A-ZÆØÅ][\w\-]+|sentrum|vest|øst|nord|sør|aust))?(?:\s|-)(?:lensmannskontor|"
    r"politistasjon|politipost|kontoret|lensmannskontoret)|[A-ZÆØÅ]\w+-?kontoret"
)
_STED = senere(rf"(?P<n>{_KONTOR})(?!\w|\s\d)")
ADRESSEN = (
    r"[A-ZÆØÅ][\w.\-]*(?:\s(?!(?:kl\.?|klokk[ea]n?|\w+dag|\w+dager|har|er|skal|med|til|inntil|om|på|av|fra|frå|kan|i|ved|"
    r"bør)\s)[A-ZÆØÅa-zæøå][\w.\-]*){0,2}"
    r"\s\d{1,4}(?:/\d{1,3}(?![-–./]\d))?\s?[A-Ha-h]?"
    r"(?:,\s\d{4}\s[A-ZÆØÅ][\w\-]+(?:\s[A-ZÆØÅ][\w\-]+)?)?"
)
ADRESSE = senere(
    r"(?<![\w.])(?!(?i:(?:\w{0,20}telefon|tlf|mobil|fax|\w{0,9}faks|\w{0,20}nummer|\w{0,9}nr|klokk|tiltak|område|trinn|"
    r"vedlegg|paragraf|kapittel|punkt|sentralbord|nødetat|alarm)\w*|(?:uke|veke|kl|sak|side|mål|den|fra|frå|til|innen|om|"
    r"i (?:veke|uke)|brann|ambulanse|amk|ring)\b))"
    rf"(?P<a>{ADRESSEN})(?![\w%]|\s?\d|/(?:1[0-2]|0?[1-9])[-–./ ](?:19|20)?\d\d(?!\d)|\.\s?(?:\d|{uttrykk.MÅNED}))"
)
"""An address; no number to call, and no place and day, as «Tana bru 12/1-2021»."""
_ÅPENT = senere(
    r"(?i)\båpent?\b|\bopen\b|\bopne\b|\båpne\b|slipper inn|slepp inn|møte opp|\båpningstid\w*|\bope\b|opningstid\w*|"
    r"tar imot|"
    r"tek imot|betjent|bemannet|bemanna|holder åpent|held ope|kontortid|"
    r"ekspedisjonstid"
)
TIDER = senere(
    rf"(?P<d>(?:(?i:alle|første|fyrste|siste)\s)?{uttrykk.DAGER}(?:\si\smån[ea]d[ea]n)?)"
    rf"(?:\s(?:(?:da |når )?(?:er )?det (?:er )?(?:åpent|ope)|er kontoret åpent|mellom|i tidsrommet))?,?\s*:?\s*"
    rf"(?P<t>{uttrykk.TIDSROM}|(?:fr[aå]\s)?{uttrykk.KLOKKEORD}\s(?:til|-|–)\s{uttrykk.KLOKKEORD})"
    rf"(?:\s(?:og|,)\s(?P<t2>{uttrykk.TIDSROM}))?"
)
_BAKVENDT = senere(rf"(?P<t>{uttrykk.TIDSROM})\s(?:(?:på|fra|frå)\s)?(?P<d>{uttrykk.DAGER})")
_STENGT = senere(
    r"(?i)\b(?:stengt|stengd|stenger|stenges|holder stengt)\b(?!\s(?:det\s|kontoret\s|vi\s|"
    r"dørene\s)?(?:kl\.?\s|klokk[ea]n?\s))"
)
_STENGER = senere(
    rf"(?P<d>{uttrykk.DAGER})\s(?:stenger|stengjer|stenges|steng|lukker)\s(?:det\s|kontoret\s|vi\s|dørene\s)?"
    rf"(?:allerede\s|alt\s)?(?:kl\.?\s?|klokk[ea]n?\s)?(?P<k>{uttrykk.KLOKKEORD}|\d{{1,2}}(?:[.:]?\d\d)?)(?!\d)"
)
_UKER = senere(
    r"(?i)(?:uke(?:ne|r)?|vek(?:e|ene|er))\s"
    r"(?P<u>\d{1,2}(?:\s?(?:[-–,]|og|til)\s?(?:og\s)?(?:uke\s|veke\s)?\d{1,2})*)"
)
_TLF = senere(
    r"(?i:(?P<m>(?:\bring(?:e|es|as|ast)?(?:\s(?:oss|politiet|kontoret))?(?:\spå)?|mobil|tlf\.?|"
    r"(?<!tele)telefon(?:en|nummeret|nummer|nr\.?)?|tel\.?|nummer(?:et)?|sentralbord\w*(?:\shar\s(?:telefon|nummer))?)"
    r"(?:\s(?:til|for|på|i)\s(?:\w+|[^:.\d]{2,40}(?=:|\ser\s)))?\s?(?:er|har|:)?\s?))"
    rf"(?P<t>{uttrykk.NUMRE})"
)
FAKS = senere(rf"(?i:(?:tele)?faks(?:en)?|telefax|fax)\s?(?:er\s|:\s?)?(?P<t>{uttrykk.TELEFON})")

_OM_FART = senere(
    r"(?i)hasteoppdrag|haster?\b|hastar|framme|fremme|responstid|"
    r"utrykning|utrykking|nådd|på staden|på stedet|innsatstid"
)


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of the services."""
    if stedene.om_andre(u.s):
        return
    if (_OM_FART.search(u.s) and utrykning.responstid(a, u)) or utrykning.minuttene(a, u):
        return
    if treff := utrykning.BEMANNING.search(u.s):
        utrykning.bemanning(a, u, treff)
        return
    if (alle := utrykning.ALLE.search(u.s)) and not a.tre.har("tjenestetilbud", "bemanning"):
        a.legg_til({"totalt": u.gruppe(alle, "t").verdi(TROLIG, "tallet på stillinger")}, "tjenestetilbud.bemanning")
        return
    if kontordager.et_sted_til(a, u):
        return
    kontorer = [k for k in _STED.finditer(u.s) if not re.match(r"(?i)nærmeste|næraste|neste", k["n"])]
    if a.tre.har("tjenestetilbud", "tjenestesteder"):  # «kontoret» alone is the one that was just named
        kontorer = [k for k in kontorer if re.search(r"[A-ZÆØÅ]\w+", k["n"][1:]) or not _SLAGS.match(k["n"])]
    if kontorer and (_ÅPENT.search(u.s) or ADRESSE.search(u.s)) and not re.search(r"(?i)stenger\b(?!\s\w*\s?kl)", u.s):
        for nr, kontor in enumerate(kontorer):
            slutt = kontorer[nr + 1].start() if nr + 1 < len(kontorer) else len(u.s)
            _kontor(a, u, kontor, slutt)
        return
    plass = gjeldende(a, u)
    if treff := FAKS.search(u.s):
        a.etikett(u.gruppe(treff))
    treff = ADRESSE.search(u.s)
    if treff and (not (foran := u.s[: treff.start()].strip(" ,;–-")) or re.search(r"(?i)adresse|kontor|besøk", foran)):
        navnløst(a)
        rute = f"tjenestetilbud.tjenestesteder.{plass}.adresse"
        if a.sett(u.gruppe(treff, "a").verdi(SIKKER, "adressen"), rute) and foran:
            a.etikett(u.del_(0, treff.start()))
    telefon(a, u, plass)
    tider_og_stengt(a, u, plass)
    stedene.ellers(a, u, plass, navnløst)


def gjeldende(a: Arbeid, u: Utsnitt, ellers: int | None = None) -> int:
    """Return which of the places a sentence is about: the one that it names, or else the last, or `ellers`."""
    steder = a.tre.liste("tjenestetilbud", "tjenestesteder")
    for nr, sted in enumerate(steder):
        navn = sted.get("navn") if isinstance(sted, dict) else None
        if isinstance(navn, Verdi):
            egne = [o for o in re.findall(r"\w{6,}|[A-ZÆØÅ]\w{2,}", navn.tekst) if not _SLAGS.match(o)]
            if any(re.search(rf"\b{re.escape(o)}", u.s) for o in egne):
                return nr
    egne_kontor = [nr for nr, sted in enumerate(steder) if not kontordager.er_kontordag(sted)]
    return max(0, 0, *egne_kontor) if ellers is None else ellers


def nytt_sted(a: Arbeid, navn: Verdi, **mer: Node | None) -> int:
    """Add a place, unless one with the name is there, and return which it is."""
    steder = a.tre.liste("tjenestetilbud", "tjenestesteder")
    for nr, sted in enumerate(steder):
        der = sted.get("navn") if isinstance(sted, dict) else None
        if isinstance(der, Verdi) and _samme_sted(der.tekst, navn.tekst):
            for nøkkel, verdi in mer.items():
                a.sett(verdi, f"tjenestetilbud.tjenestesteder.{nr}.{nøkkel}")
            return nr
    a.legg_til({"navn": navn, **{n: v for n, v in mer.items() if v}}, "tjenestetilbud.tjenestesteder")
    return len(a.tre.liste("tjenestetilbud", "tjenestesteder")) - 1


def _samme_sted(ett: str, annet: str) -> bool:
    """Tell whether two names are of the same place: «Kontoret i Volda» and «Volda-kontoret»."""
    if ett.casefold() == annet.casefold():
        return True
    egne = [frozenset(o for o in re.findall(r"[A-ZÆØÅ]\w+", n) if not _SLAGS.match(o)) for n in (ett, annet)]
    return bool(egne[0]) and egne[0] == egne[1] and all(re.search(r"(?i)kontor|stasjon|post", n) for n in (ett, annet))


_SLAGS = senere(r"(?i)(?:lensmanns|politi|tjeneste)?(?:kontor|stasjon|post)")


def _kontor(a: Arbeid, u: Utsnitt, treff: re.Match[str], slutt: int) -> None:
    navn = u.gruppe(treff, "n")
    del_ = u.del_(treff.end(), slutt)
    adresse = None
    if ADRESSE.search(del_.s[:60]) and (m := ADRESSE.search(del_.s)):
        adresse = del_.gruppe(m, "a").verdi(SIKKER, "adressen")
    tekst = samlet(navn.s)
    if tekst.casefold() == "kontoret" and not a.tre.har("tjenestetilbud", "tjenestesteder"):
        navnløst(a)  # the heading or the unit says what it is called
        der = a.tre.hent("tjenestetilbud", "tjenestesteder", 0, "navn")
        tekst = der.tekst if isinstance(der, Verdi) else tekst
    plass = nytt_sted(a, navn.verdi(SIKKER, "stedet", tekst[0].upper() + tekst[1:]), adresse=adresse)
    telefon(a, del_, plass)
    if m := FAKS.search(del_.s):
        a.etikett(del_.gruppe(m))
    tider_og_stengt(a, del_, plass, hele=u if len([*_STED.finditer(u.s)]) == 1 else None)
    stedene.ellers(a, del_, plass, navnløst)


def telefon(a: Arbeid, u: Utsnitt, plass: int) -> None:
    """Give a place the number that a stretch of text calls its telephone."""
    ren = FAKS.sub(lambda m: " " * len(m[0]), u.s)
    # After a table of several places, a number that names none of them may be of them all.
    flere = len(a.tre.liste("tjenestetilbud", "tjenestesteder")) > 1 and re.match(r"\s*(?i:telefon|tlf|ring)", u.s)
    sikkerhet = TROLIG if flere and gjeldende(a, u, -1) < 0 else SIKKER
    for treff in _TLF.finditer(ren):
        foran = ren[max(0, treff.start() - 60) : treff.start("t")]
        if treff["t"] in telefonnumre.NØDNUMRE or telefonnumre.er_andres(foran):
            continue
        navnløst(a)
        if a.sett(
            telefonnumre.samlet_verdi(u.gruppe(treff, "t"), sikkerhet, "telefonnummeret"),
            f"tjenestetilbud.tjenestesteder.{plass}.telefon",
        ):
            a.etikett(u.gruppe(treff, "m"))


def navnløst(a: Arbeid) -> None:
    """See that there is a place: the only one has the name of its heading or of the unit, or of its kind."""
    if a.tre.har("tjenestetilbud", "tjenestesteder"):
        return
    enhet = a.tre.hent("parter", "politi", "enhet")
    kontor = (s.overskrift for s in a.oppsett.seksjoner if s.overskrift)
    over = next(
        (
            u
            for u in kontor
            if re.search(r"(?i)kontoret|stasjonen|(?-i:[A-ZÆØÅ]\w+) (?:lensmannskontor|politistasjon)$", u.s)
        ),
        None,
    )
    if over is not None:
        treff = re.search(r"(?i)(?:(?-i:[A-ZÆØÅ])\w+\s)?\w*(?:kontoret|stasjonen)", over.s)
        navn_på = over.gruppe(treff) if treff else over
        navn = navn_på.verdi(TROLIG, "overskriften", samlet(navn_på.s).capitalize() if navn_på.s.isupper() else None)
    elif isinstance(enhet, Verdi) and not re.match(r"(?i)lensmannen", enhet.tekst):
        navn = Verdi(enhet.tekst, enhet.spenn, TROLIG, "enheten i politiet")
    else:
        navn = Verdi("Politiet", (), TROLIG, "stedet har ikke noe navn i avtalen", ordrett=False)
    a.tre.sett([{"navn": navn}], "tjenestetilbud", "tjenestesteder")


_SÆRSKILT = senere(
    r"(?i)(?:første|fyrste|siste|annenhver|annakvar|to)\s(?:\w+\s)?\w*dag(?!\si\smån[ea]d)|\bkveld(?:en|ar|er|s\w*)?\b|"
    r"i ferie|fellesferien|(?:uke|veke) \d|om sommeren|1\. (?:juni|juli)"
)
_OM_STEDET = senere(r"(?i)\bpass(?:\b|et)|attest|anmeld|våpen|hittegods|id-kort")
_DAG_TIL = senere(
    rf"(?P<d>{uttrykk.DAGER}),?\s(?:er det \w+ )?(?:åpent |ope )?(?:helt |heilt )?til (?:kl\.?\s?|klokk[ea]n?\s|"
    rf"(?=[01]\d[0-5]\d(?!\d)|\d\d?(?:[.:]\d\d|[.,;!)]{{0,2}}\s?(?:$|[A-ZÆØÅ(;]|og\b))))"
    r"(?P<k>\d{1,2}(?:[.:]?\d\d)?)(?!\d)"
)
_ÅPENT_TIL = senere(
    rf"(?i)(?:er det (?:åpent|ope)|åpent|ope) til (?:kl\.?\s|klokk[ea]n?\s)?(?P<k>{uttrykk.KLOKKEORD}|{uttrykk.KLOKKE})"
)


_OM_SOMMEREN = senere(rf"(?i)(?:i|fra|frå|om)\s(?:{uttrykk.MÅNED}|sommer\w*|sommar\w*|ferie\w*|jul\w*|påske\w*)\b.*\d")


def tider_og_stengt(a: Arbeid, u: Utsnitt, plass: int, hele: Utsnitt | None = None) -> None:
    """Read when a place is open and when it is closed, clause by clause when a sentence says both."""
    leddene = [*u.delt(r";\s+|,\s+(?:men\s|og\s)?(?=[^,;]*\b(?:stengt|stengd)\b)")] if _STENGT.search(u.s) else []
    flere = len(leddene) > 1 and TIDER.search(u.s)
    for ett in leddene if flere else (u,):
        _tider_og_stengt(a, ett, plass, None if flere else hele)


def _tider_og_stengt(a: Arbeid, u: Utsnitt, plass: int, hele: Utsnitt | None) -> None:
    """Read one clause; what is left of it is a remark on the place."""
    rute = f"tjenestetilbud.tjenestesteder.{plass}"
    om_sommeren = _OM_SOMMEREN.match(u.s) is not None and not _STENGT.search(u.s)
    if om_sommeren or re.match(
        r"(?i)pass(?:kontor\w*|søkn\w*|ekspedisjon\w*)?\b|(?:politi)?attest|våpen|hittegods", u.s
    ):
        if a.tre.har("tjenestetilbud", "tjenestesteder", plass):
            merknad(a, u, plass)  # of one service, and not of the place
        return
    if re.match(r"(?i)(?:møt(?:ene|et|a)|(?:politi)?rådet)\b", u.s):
        return  # the hours of a meeting
    stengt, uker = _STENGT.search(u.s), _UKER.search(u.s)
    if apningsdager.alle_unntatt(a, u, plass, navnløst):
        return
    if not stengt and apningsdager.tiden_først(a, u, plass, navnløst):
        return
    treff = [*TIDER.finditer(u.s)]
    treff += [m for m in _BAKVENDT.finditer(u.s) if not any(m.start() < t.end() and t.start() < m.end() for t in treff)]
    treff.sort(key=lambda m: m.start())
    if (stengt and uker) or (treff and not stengt):
        navnløst(a)
    if stengt and uker:
        a.legg_til({"uker": u.gruppe(uker).verdi(SIKKER, "ukene det er stengt")}, f"{rute}.stengt")
    elif treff and not stengt:
        vanlige_tider(a, u, treff, plass)
    for stenger in _STENGER.finditer(u.s):
        _stenger(a, u, stenger, plass)
    if til := _ÅPENT_TIL.search(u.s) or _DAG_TIL.search(u.s):
        _lenge_åpent(a, u, til, plass)
    om_stedet = stengt or uker or (not treff and _ÅPENT.search(u.s)) or _OM_STEDET.search(u.s)
    om_det = hele or (u if u.s[:1].isupper() else None)
    if om_stedet and om_det and a.tre.har("tjenestetilbud", "tjenestesteder", plass) and a.rest(om_det):
        merknad(a, om_det, plass)


def vanlige_tider(a: Arbeid, u: Utsnitt, treff: list[re.Match[str]], plass: int) -> None:
    """Take hours; those of some days of the month or some weeks of the year are not the ordinary ones."""
    verdier: list[Node] = []
    for m in treff:
        dager, tider = ledd.til_og_med(samlet(m["d"])), ledd.tidsrom(re.sub(r"^(?:fr[aå])\s", "", m["t"]))
        if tider is None:
            continue
        mer = ledd.tidsrom(m["t2"]) if m.groupdict().get("t2") else None
        del_ = u.del_(min(m.start("d"), m.start("t")), max(m.end("t"), m.end("d")))
        tekst = f"{dager} {tider}" + (f" og {mer}" if mer else "")
        verdier.append(del_.verdi(SIKKER, "dager og klokkeslett", tekst, ordrett=False))
    if not verdier:
        return
    rute = f"tjenestetilbud.tjenestesteder.{plass}"
    if _SÆRSKILT.search(u.s) or a.tre.har("tjenestetilbud", "tjenestesteder", plass, "åpningstider"):
        a.sett(verdier[0], f"{rute}.langåpent")
    else:
        a.sett(verdier if len(verdier) > 1 else verdier[0], f"{rute}.åpningstider")


def _lenge_åpent(a: Arbeid, u: Utsnitt, til: re.Match[str], plass: int) -> None:
    """Take the day that it is open longer: «Torsdag er det åpent til halv sju»."""
    inn = til.start() if "d" in til.re.groupindex else 0
    foran = [] if inn else [*re.finditer(uttrykk.DAGER, u.s[: til.start()])]
    dag = foran[-1] if foran else re.search(uttrykk.DAGER, u.s[inn:])
    slutt = ledd.klokkeslett(til["k"], tidligst=ledd.TIDLIGST_SLUTT)
    fra = _åpner(a, plass)
    if dag and slutt:
        tekst = f"{samlet(dag[0]).casefold()} {fra}–{slutt}" if fra else f"{samlet(dag[0]).casefold()} til kl. {slutt}"
        del_ = u.del_(min(dag.start() + inn, til.start()), max(dag.end() + inn, til.end()))
        verdi = del_.verdi(SIKKER, "dagen det er åpent lenger", tekst, ordrett=False)
        a.sett(verdi, f"tjenestetilbud.tjenestesteder.{plass}.langåpent")


def _stenger(a: Arbeid, u: Utsnitt, treff: re.Match[str], plass: int) -> None:
    """Take a day that closes at an hour of its own: «fredager stenger det klokken 14»."""
    slutt, fra = ledd.klokkeslett(treff["k"], tidligst=ledd.TIDLIGST_SLUTT), _åpner(a, plass)
    rute = ("tjenestetilbud", "tjenestesteder", plass, "åpningstider")
    der = a.tre.hent(*rute)
    if not slutt or not fra or der is None:
        return
    verdi = u.gruppe(treff).verdi(
        SIKKER, "når det stenger", f"{samlet(treff['d']).casefold()} {fra}–{slutt}", ordrett=False
    )
    a.tre.fjern(*rute)
    a.tre.sett([*(der if isinstance(der, list) else [der]), verdi], *rute)
    a.dekk(verdi)


def _åpner(a: Arbeid, plass: int) -> str | None:
    tider = a.tre.hent("tjenestetilbud", "tjenestesteder", plass, "åpningstider")
    første = tider[0] if isinstance(tider, list) and tider else tider
    if isinstance(første, Verdi) and (treff := re.search(r"(\d\d\.\d\d)–", første.tekst)):
        return treff[1]
    return None


def merknad(a: Arbeid, u: Utsnitt, plass: int) -> None:
    """Add a sentence as it stands to the remark on a place."""
    rute = ("tjenestetilbud", "tjenestesteder", plass, "merknad")
    ny = u.verdi(SIKKER, "setningen om stedet")
    der = a.tre.hent(*rute)
    if isinstance(der, Verdi):
        a.tre.fjern(*rute)
        skille = " " if der.tekst.endswith((".", "!", "?")) else ". "
        ny = Verdi(f"{der.tekst}{skille}{ny.tekst}", (*der.spenn, *ny.spenn), SIKKER, der.hvorfor)
    a.sett(ny, f"tjenestetilbud.tjenestesteder.{plass}.merknad")

"""Who is in the council: those who are named with a title, those who are counted up, and those who may be called in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, som_rolle
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi, som_data
from avtalegen.importering.gjenkjenning import bestemte, etternavn
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_KAN = (
    r"(?:kan|skal|bør)\s(?:også\s|òg\s|ved behov\s)?(?:inviteres|tilkalles|tilkallast|"
    r"inviterast|innkalles|innkallast|kalles inn|kallast inn|bli invitert|"
    r"møte|delta|deltake|delta i møtene|tiltre\w*|være med|vere med|"
    r"få møte|innbys)"
)
_BLIR = (
    r"(?:inviteres|inviterast|innkalles|innkallast|kalles inn|kallast inn|"
    r"tilkalles|deltar|deltek|får\s(?:også\s)?innkalling|(?:blir|"
    r"vert)\s(?:kalla|kalt|inviterte?|innkalla|innkalt|kalt inn|kalla inn|bedt med|bedne|bedd|bedt inn)"
    r"|møter|er\smed|tiltrer|(?:kommer|kjem|stiller)(?=\s(?:når|ved|om|dersom|hvis)\b))"
)
_NÅR = r"(?P<_når>\s(?:inn\s)?(?:når|ved|etter|om|dersom|hvis|der|i\ssaker|på\smøte\w*\s(?:der|når))\s.+)?"
_BESTÅR = senere(
    r"^(?:(?i:(?:rådets\s)?(?:faste\s)?medlemm?e?r?(?:ar|ane|ene)?)(?:\s(?:av|i)\srådet)?\s(?i:er)\s|"
    r"(?i:(?:rådets\s)?sam(?:men|an)setning(?:en|a)?(?:\s(?:av|i)\srådet)?\ser)\s|"
    r"(?i:(?:følgende|følgjande|disse|desse)(?:\s(?:funksjon|person|rolle|roll|stilling)\w*)?\ser\s"
    r"(?:(?:representert|med)\si\s\w*rådet|medlemm?er(?:\s(?:i|av)\s\w*rådet)?)):?\s|"
    r"(?i:som\s(?:faste\s)?medlemm?er(?:\s(?:av|i)\s\w+)?\s(?:oppnevnes|oppnemnast|utpekes|velges|møter|deltar|deltek))\s|"
    rf"(?i:i)\s{uttrykk.RÅDET}\s(?i:sitter|sit|møter|er)\s|"
    rf"(?:(?i:det)\s[a-zæøå]+\s)?{uttrykk.RÅDET}\s(?i:(?:ellers\s|elles\s)?består (?:ellers |elles )?av|"
    rf"er (?:sammensatt|satt sammen|"
    rf"samansett|sett saman) av|har)\s)"
    rf"(?i:(?:følgende|følgjande|desse|disse|faste|fast|(?:de|dei)\s)\s|{uttrykk.TALL}\s)*(?i:medlemm?er|medlemmar|deltakere|deltakarar)?\s?:?\s*"
    r"(?P<l>(?![a-zæøå]*\s?(?i:møte|ansvar|som|ikke|ikkje|til|minst|faste|fire|tre|to|ingen))[^:]+,[^:]+)\.?$"
)
_ER_MEDLEMMER = senere(
    r"^(?P<l>[^.:]+?)\s(?:(?:er|skal være|skal vere)\s(?:faste\s|fast\s)?(?:medlemm?er|medlemmar|med)(?:\s(?:i|"
    rf"av)\s\w+)?|(?:utgjør|utgjer|skal utgjøre|skal utgjere)\s{uttrykk.RÅDET})\.?$"
)
_INVITERT = (
    senere(
        rf"^(?i:i tillegg|dessuten|ellers|også|elles)\s(?:{_KAN}|{_BLIR}|kan)\s(?P<l>[^.:]+?)(?:\smøte|\sdelta)?"
        rf"(?P<_når>\s(?:når|ved|etter behov|om|dersom|hvis)\s.+?)?\.?$"
    ),
    senere(
        r"^(?P<l>[^.:]+?)\s(?i:kan|skal)\s(?:vi|me|rådet|partene|partane)\s(?:òg\s|også\s)?(?:be|bede|kalle|invitere|ta)\s(?:inn|med)\s"
        r"(?P<_når>(?:når|ved|etter|om|dersom|hvis)\s.+?)\.?$"
    ),
    senere(rf"^(?P<l>[^.:]+?)\s{_KAN}(?:\si\smøtene|\si\srådet|\stil\smøtene)?(?:\ssom\s\w+)?{_NÅR}\.?$"),
    senere(
        rf"^(?P<l>[^.:]+?)\s{_BLIR}\s(?:inn\s)?(?P<_når>(?:når|ved|etter|om|dersom|hvis|der|i\ssaker|"
        rf"på\smøte\w*\s(?:der|når))\s.+?)\.?$"
    ),
    senere(
        r"^(?i:følgende|desse|disse|andre|rådet|leder\w*|leiar\w*)\s(?:som\s)?(?:kan|"
        r"skal)\s(?:også\s|òg\s)?(?:kalle inn|invitere|innkalles|inviteres|"
        r"inviterast|delta|kallast inn|kalles inn)(?:\sved behov|\setter behov)?:?\s(?P<l>[^.]+)"
        r"\.?$"
    ),
    senere(
        r"^(?i:ved behov|etter behov|når (?:det (?:trengs|trengst|er behov|"
        r"er nødvendig)|saken tilsier det|saka tilseier det))(?:\s(?:kan|"
        r"skal|blir|vert|trekkes|hentes|tas|bes|innkalles|inviteres|inviterast|deltar|møter)"
        r"(?:\s(?:også|òg|det|rådet))?(?:\s(?:inviteres|innkalles|kalle inn|"
        r"invitere))?)?[:,]?\s(?P<l>[^.:]+?)(?:\s(?:inviteres|innkalles|"
        r"inn|inviterast))?\.?$"
    ),
    senere(
        r"^(?i:fra|frå)\s(?P<l>[^.:]+?)\s(?:inviteres|inviterast|innkalles|kalles|"
        r"kallast)\s(?:det\s)?(?:inn\s)?(?:\w+\s)?"
        r"(?P<_når>(?:ved|etter|når|om|dersom|hvis)\s.+?)\.?$"
    ),
    senere(
        r"^(?i:da|då|i slike saker)\s(?i:ber|inviterer|kaller|kallar|innkaller)\s"
        r"(?:vi|rådet|ordføreren|ordføraren|leder\w*)\s(?i:inn|med)?\s?(?P<l>[^.:]+)\.?$"
    ),
    senere(
        r"^(?i:andre|rådet)\s(?i:kan)\s[^,:]*,\s(?i:for eksempel|f\.eks\.?|blant annet|bl\.a\.|til dømes|som)\s"
        r"(?P<l>[^.]+)\.?$"
    ),
    senere(
        r"^(?i:kan (?:inviteres|innkalles|delta|møte|inviterast)|inviteres ved behov|"
        r"ved behov|møter ved behov):\s(?P<l>.+?)\.?$"
    ),
)


_OM_ANNET = senere(
    r"(?i)referat|(?<!\bdet er )sak(?:er|ar)\b|innkalling (?:sendes|skal)|"
    r"^\w+\shar\s\d|^ekstra|^(?:det|den|møte\w*|rådet|politirådet|utvalget|utvalet|forumet|kontakten|hun|han|ho)\s"
)
_MED_I_RÅDET = senere(
    r"(?i)ledes|leies|medlem|sitter|sit\b|møter|møte|består|leder|leiar|leier|nestle|deltar|deltek|fra |frå |"
    r"representer|er med|[Mm]ed (?:seg|meg|oss)\b|"
    r"[Dd]et samme (?:er|gjelder)|sender|oppnevn|oppnemn|stiller med|stiller|utpek|"
    r"rundt bordet|\b(?:de|dei) andre (?:faste|medlem)"
)


def setning(a: Arbeid, u: Utsnitt) -> bool:
    """Read who a sentence says is in the council, or may be; tell whether it said so."""
    alle = [*ledd.personer(u)]
    if alle and (vara := re.match(r"(?i)^(?:som\s)?vara(?:medlem\w*|representant\w*|folk)?\s(?:er|møter|:)\s?", u.s)):
        a.sett(u.del_(vara.end(), len(u.s)).strippet(" .").verdi(SIKKER, "varamedlemmene"), "politiråd.medlemmer.vara")
    if alle:
        _navngitte(a, u, alle)
    elif (plass := _HAR_PLASS.match(u.s)) and not _VERVET.fullmatch(plass["l"]):
        hvem = u.gruppe(plass, "l")
        a.legg_til({"tittel": hvem.verdi(TROLIG, "«har plass»", ledd.som_tittel(hvem.s))}, "politiråd.medlemmer.andre")
    elif (treff := _BESTÅR.match(u.s) or _ER_MEDLEMMER.match(u.s)) and not _OM_TIDEN.search(treff["l"]):
        for ett in bestemte.leddene(u, u.gruppe(treff, "l").strippet(" .")):
            verv = _OPPGAVE.search(ett.s)
            uten = ett.del_(0, verv.start()).strippet(" ") if verv and verv.start() else ett
            rolle: dict[str, Node] = {"tittel": uten.verdi(SIKKER, "medlem av rådet", ledd.som_tittel(uten.s))}
            oppgave(a, rolle, ett.del_(len(uten.s), len(ett.s)))
            medlem(a, rolle)
        a.etikett(u.del_(0, treff.start("l")))
        a.etikett(u.del_(treff.end("l"), len(u.s)))
    elif not _OM_ANNET.search(u.s) and (treff := _invitasjonen(u)):
        _inviterte(a, u, treff)
    else:
        return False
    return True


_BARE_ANDRE = senere(
    r"(?i)(?:også |òg )?(?:andre|flere|fleire)(?:\skan|\sskal)?$|"
    r"(?:(?:ved|etter)\s(?:behov|trong)\b|for eksempel|f\.\s?eks|"
    r"til dømes|t\.\s?d\.)"
)
"""What is no list of those who are invited: that they are others, or when."""


def _invitasjonen(u: Utsnitt) -> re.Match[str] | None:
    """Return the first match that says more of those who are invited than that they are others."""
    alle = (mønster.match(u.s) for mønster in _INVITERT)
    return next((m for m in alle if m and not _BARE_ANDRE.match(m["l"])), None)


_OM_TIDEN = senere(rf"(?i)\bklokk|\bkl\.|(?<!\w){uttrykk.MÅNED}(?!\w)|{uttrykk.DAGER}|\bmøte(?:tid|dag|plan)")
"""What no list of members has in it."""


_HAR_PLASS = senere(
    r"^(?P<l>[A-ZÆØÅ][^.,:;]{3,80}?)\shar\s(?:(?:én|éin|en|ein|to|1|2)\s(?:faste?\s)?(?:plass|representant)|"
    r"(?:møte|tale|forslags)-?\s?(?:,\s\w+-?\s)?(?:og\s\w+)?rett)"
)
_VERVET = senere(r"(?i)(?:rådets\s)?(?:sekretær|(?:nest)?le(?:der|iar)|referent)(?:en)?")
"""One who is there already, whatever the rights of the office are."""
_BARE_FOLK = senere(r"[\s,;.:]*(?:(?:og|samt|pluss|dessuten|(?i:fra|frå) (?:kommunen|politiet))[\s,;.:]*)*")
"""What is left of a sentence that does nothing but count people up, when they are taken out of it."""
_I_KOMMUNEN = senere(
    r"^(?i:i|fra|frå|for)\s(?P<k>[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+)?)(?:\skommune)?,?\s(?:møter|møte[rs]|sitter|"
    r"sit|er|består|"
    r"deltar|deltek|har)\b"
)


def _uten_folkene(u: Utsnitt, alle: list[ledd.Person]) -> str:
    tekst = u.s
    for en in alle:
        fra = en.hele.fra - u.fra
        tekst = tekst[:fra] + " " * len(en.hele.s) + tekst[fra + len(en.hele.s) :]
    return " ".join(tekst.split())


_ANDRE_VERV = senere(r"(?i)sekretær|referat|protokoll|møtebok|kaller inn|kallar inn|\bskriv(?:er)?\sfor\b")


def _navngitte(a: Arbeid, u: Utsnitt, alle: list[ledd.Person]) -> None:
    if re.search(
        r"(?i)\b(?:går|gå)\sut\sav\b|\b(?:har|fått|fekk|fikk)\spermisjon\b|\bvara\b|\bborte\b|\bfravær|\bforfall\b|ikk[je]+\skan\s(?:møte|komme)|\bvara(?:medlem|"
        r"representant|person)|\bikk[je]+\slenge?r\b|\bslutt(?:et|a)\b|\bflytt(?:et|a)\b|\bg(?:i|je)kk\sav\b|"
        r"\bfratråd\w*|"
        r"\btr(?:ådte|ådt|edde|edt|er|adt)\sut\b|\btr(?:ukket|ekt|akk|ekte)\sseg\b|kontakt\w*\si\sdet\sdaglige",
        u.s,
    ) or not (_MED_I_RÅDET.search(u.s) or (len(alle) > 2 and _BARE_FOLK.fullmatch(_uten_folkene(u, alle)))):
        return
    navngitt = _I_KOMMUNEN.match(u.s)
    hjemme, a.i_kommunen = a.i_kommunen, a.i_kommunen
    if navngitt and any(navngitt["k"] == kommune.navn for kommune in a.kommuner):
        a.i_kommunen = navngitt["k"]
    _folkene(a, u, alle)
    for rolle in etternavn.roller(a, u):
        medlem(a, rolle)
    a.i_kommunen = hjemme


_IKKE_NÅ = senere(r"(?i)\b(?:tidl[ei]g[ae]re|forhenværende|pensjonert|avgått|avgåtte|førre|forrige|avdøde)\s$")


def _folkene(a: Arbeid, u: Utsnitt, alle: list[ledd.Person]) -> None:
    if _ANDRE_VERV.search(u.s) and not re.search(r"(?i)medlem|(?<!\w)(?:nest)?(?:leder|leiar)(?!\w)", u.s):
        return
    side, klare = "", []
    for nr, en in enumerate(alle):
        rolle = som_rolle(en, SIKKER, "tittel og navn i rådet")
        slutt = alle[nr + 1].hele.fra - u.fra if nr + 1 < len(alle) else len(u.s)
        if parentes := re.match(r"\s\([^)]*\)", u.s[en.hele.fra + len(en.hele.s) - u.fra : slutt]):
            fra = en.hele.fra + len(en.hele.s) - u.fra
            oppgave(a, rolle, u.del_(fra, fra + parentes.end()))
        bak = u.del_(en.hele.fra + len(en.hele.s) - u.fra, len(u.s))
        _kommunen_etter(a, rolle, bak)
        før = alle[nr - 1].hele.fra + len(alle[nr - 1].hele.s) - u.fra if nr else 0
        foran = u.s[før : en.hele.fra - u.fra]
        if _IKKE_NÅ.search(foran):
            continue
        if sagt := re.search(
            r"(?i)\b(?:fra|frå|for)\s(?:(politi|lensmann)|(?:kommun|herad))\w*:?\s*(?:\w+\s)?$", foran
        ):
            side = "politi" if sagt[1] else "kommune"
        i_politiet = re.match(r"(?i)\s(?:ved|fra|frå|på|i)\s(?:politi|lensmann)", bak.s)
        klare.append((rolle, foran, "politi" if i_politiet else side))
    for nr in range(len(klare) - 1, 0, -1):
        # «A og B fra Flakstad»: both are from there.
        if "kommune" in klare[nr][0] and re.fullmatch(r"\s?(?:,|,?\s?(?:og|samt))\s", klare[nr][1]):
            klare[nr - 1][0].setdefault("kommune", klare[nr][0]["kommune"])
    for rolle, _, siden in klare:
        medlem(a, rolle, siden)
    uten_navn(a, u, alle)


def uten_navn(a: Arbeid, u: Utsnitt, folk: list[ledd.Person], side: str = "") -> None:
    """Take the members of a list with names in it who only have their titles."""
    for tittel in bestemte.titler(u, folk):
        medlem(a, {"tittel": tittel}, side)


def _inviterte(a: Arbeid, u: Utsnitt, treff: re.Match[str]) -> None:
    når = treff.groupdict().get("_når") or ""
    kan = re.search(r"(?i)\bkan\b", u.s) and not re.search(r"(?i)ved behov|når|etter behov", u.s)
    lista = u.gruppe(treff, "l")
    if slutt := re.search(r"\s(?:delta|møte|inviteres|innkalles|være med|vere med|bli med)$", lista.s):
        a.etikett(lista.gruppe(slutt))
        lista = lista.del_(0, slutt.start())
    for ett in ledd.oppramsing(lista):
        først = ett.fra == u.fra and not ledd.er_instans(ett.s)
        verdi = ett.verdi(TROLIG, "kan bli med i rådet", ledd.som_tittel(ett.s) if først else None)
        a.legg_til({"tittel": verdi}, f"politiråd.medlemmer.{'kan_delta' if kan else 'ved_behov'}")
    a.etikett(u.del_(treff.start(), treff.start("l")))
    a.etikett(u.del_(treff.end("l"), treff.end() - len(når)))


def _kommunen_etter(a: Arbeid, rolle: dict[str, Node], bak: Utsnitt) -> None:
    """Let a member have the kommune that stands after the name: «ordfører Kari Nordmann, Flakstad»."""
    for kommune in a.kommuner if len(a.kommuner) > 1 else ():
        if treff := re.match(rf",?\s?\(?(?:(?:fra|frå|i)\s)?({re.escape(kommune.navn)})\b", bak.s):
            rolle["kommune"] = bak.gruppe(treff, 1).verdi(SIKKER, "etter navnet")


_OPPGAVE = senere(
    r"(?i)(?:\(|\sog\srådets\s|,\s(?:som\s(?:er\s|skal\svære\s|skal\svere\s)?)?(?:møte)?|[-–]\s)(?P<o>leder|leiar|nestleder|nestleiar|"
    r"sekretær|referent)(?!\w)\)?"
)


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
    if isinstance(navn, Verdi) and tittel is None and not del_:
        rolle["navn"] = navn._replace(sikkerhet=TROLIG)  # which side a name alone is of, nobody says
    side = del_ or ("politi" if isinstance(tittel, Verdi) and ledd.er_politi(tittel.tekst) else "kommune")
    if a.i_kommunen and side == "kommune" and len(a.kommuner) > 1 and "kommune" not in rolle:
        rolle["kommune"] = Verdi(a.i_kommunen, (), SIKKER, "overskriften eller setningen", ordrett=False)
    return a.legg_til(rolle, f"politiråd.medlemmer.{side}")


def medlemmene(a: Arbeid, sider: Sequence[str] = ("kommune", "politi", "andre")) -> Iterator[dict[str, Node]]:
    """Give the members of the council that are found so far, from some of its sides."""
    for side in sider:
        yield from (en for en in a.tre.liste("politiråd", "medlemmer", side) if isinstance(en, dict))


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

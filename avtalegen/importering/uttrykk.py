"""Patterns of the pieces that sentences of agreements are made of: days, lengths of time, hours, numbers, people.

A word that may begin in any way has at most 40 letters before what it is known by: without a bound, a word of a
thousand letters takes seconds to look through.
"""

from __future__ import annotations


def _en_av(*ord_: str) -> str:
    """Return the pattern of one of some words, whatever their case; what is given may hold several, with spaces."""
    return f"(?i:{'|'.join(ett for noen in ord_ for ett in noen.split())})"


_MÅNEDER = _en_av(
    r"jan(?:uar)? feb(?:ruar)? mars apr(?:il)? mai juni? juli? aug(?:ust)?",
    r"sept?(?:ember)? okt(?:ober)? nov(?:ember)? des(?:ember)?",
)
MÅNED = rf"(?:{_MÅNEDER}\.?)"


def _dato(dagen: str) -> str:
    """Return the pattern of a day; `dagen` is what stands in front of a month in letters."""
    return (
        r"(?:(?<!\d)\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})(?!\d)"
        rf"|{dagen}{MÅNED}\s\d{{4}}"
        r"|(?<!\d)\d{4}-\d\d-\d\d(?!\d)"
        r"|(?<!\d)\d{1,2}/\d{1,2}[- ]\d{4})"
    )


_I_MÅNEDEN = r"(?<!\d)\d{1,2}\.\s?"
DATO = _dato(_I_MÅNEDEN)
"""A day."""
DAG_ELLER_MÅNED = _dato(f"(?:{_I_MÅNEDEN})?")
ÅRSTID = rf"(?:{_en_av('vår sommer sommar høst haust vinter')}(?:en|a)?)"
MÅNEDSDATO = rf"(?:(?:{MÅNED}|{ÅRSTID})\s\d{{4}})"
_TALLORD = _en_av(
    "éin éi eitt ein én ett en ei to tre fire fem seks sju syv åtte ni ti",
    "elleve tolv tretten fjorten femten tjue tretti førti seksti nitti",
)
TALL = rf"(?:\d{{1,3}}|{_TALLORD}(?!\w))"
_ENHET = (
    r"(?i:(?:virke|verke|arbeids|yrke)?dag(?:er|ar)?s?|uke(?:s|r|rs)?|vek(?:e|es|er|ers)"
    r"|måned(?:s|er|ers)?|månad(?:s|er|ar|ers)?|mndr?\.?|md\.?|års?)(?!\w)"
)
LENGDE = (
    rf"(?:(?i:minst |minimum |inntil )?{TALL}(?:\s?[-–(]\s?\w+\s?[-–)])?\s{_ENHET}"
    r"|(?i:e[it]t?t?\s)?(?i:halvt?\sårs?|halvannet\sårs?|½\sårs?))"
)
"""A length of time: «tre måneder», «3 - tre - måneder», «½ år», «14 dagers»."""
_KL = r"(?:(?i:klokk(?:en|a)|kl\.?)\s*)?"
_TIME = r"\d{1,2}(?:[.:]?\d{2})?"
KLOKKE = rf"{_KL}{_TIME}"
KLOKKEORD_NAVN = "ett,ein,en,eitt to tre fire fem seks sju,syv åtte ni ti elleve tolv"
_TIMENE = KLOKKEORD_NAVN.replace(" ", "|").replace(",", "|")
_BRØKTIME = r"(?:halv|kvart\s(?:over|på))\s"
_TIMEORD = rf"(?i:klokk(?:en|a)\s(?:{_BRØKTIME})?(?:{_TIMENE})|{_BRØKTIME}(?:{_TIMENE}))(?!\w)"
OM_DAGEN = r"(?:\s(?i:om)\s(?i:morg[eo]nen|formiddagen|føremiddagen|ettermiddagen|kvelden))?"
"""What is said after a time of the day: «klokka sju om kvelden»."""
TIDSROM = (
    rf"(?:(?i:fr[aå]\s|mellom\s)?(?:{_KL}(?<![\d./]){_TIME}|{_TIMEORD}){OM_DAGEN}"
    rf"\s*(?:[-–—]|(?i:\btil\b|\bog\b))\s*(?:{_KL}{_TIME}(?![\d./]*\d)|{_TIMEORD}|"
    rf"(?<=\btil\s)(?i:{_TIMENE})(?!\w)(?!\s(?i:timer?|timar|gang|gong|dag|uke|veke|møte|månad|måned))))"
)
"""Hours of a day: «kl. 9–15», «frå kl 08:15 til 15:15», «fra klokka ti til halv tre»."""
KLOKKEORD = rf"(?i:(?:klokk(?:en|a)\s)?(?:{_BRØKTIME})?(?:{_TIMENE}))(?!\w)"
"""A time of the day in words: «ni», «halv sju», «klokken tre», «kvart over fire»."""
TIMENE_ETTER = (
    r"(?:,?\s(?:kl\.?|klokk[ea]n?)\s?(?P<k>\d{1,2}(?:[.:]?\d\d)?)(?:\s?[-–]\s?(?P<t>\d{1,2}(?:[.:]?\d\d)?))?)?"
)
"""What may be said after a day: «kl. 9–11», the hours as `k` and `t`."""
_DAG = (
    r"(?i:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag(?:er|ar|ane|ene|en)?"
    r"|kvardag(?:ar|er)?|hverdag(?:er)?|virkedag(?:er|ar)?|yrkedag(?:ar)?)"
)
_KORT = r"(?i:(?:man|mån|tirs?|tys|ons|tors?|fre|lør|lau|laur|søn|sun)(?:dag(?:er|ar)?)?)\.?"
_KORTE = rf"(?<!\w)(?:{_KORT}(?:\s?[-–]\s?|\s(?i:til|og)\s|,\s))+{_KORT}(?!\w)(?=\W)"
_TO_TEGN = r"(?<!\w)(?i:(?:ma|må|ti|ty|on|to)\.?\s?[-–]\s?(?:fr|lø|la|sø|su))(?!\w)\.?"
DAGER = (
    rf"(?:{_TO_TEGN}|{_KORTE}|{_DAG}(?:(?:\s?[-–]\s?|\s(?i:til|og|t\.?o\.?m\.?)\s|,\s)(?:(?i:på|hver|kvar)\s)?{_DAG})*)"
)
ORDENSTALL = (
    r"(?:\d{1,2}\.|"
    + _en_av("annen annet andre anna annan tredje fjerde femte sjette sjuende åttende første fyrste siste")
    + ")"
)
_PERIODE = _en_av(
    r"år(?:et)? kalenderår(?:et)? halvår(?:et)? kvartal(?:et)? måned(?:en)? månad(?:en)?",
    r"uke[na]? veke veka semester dag vår høst haust vinter sommer",
)
_HVER = r"(?i:[hk]v[ea]rt?)"
_ANNENHVER = r"(?i:ann(?:en|et|a|an)\s?[hk]v[ea]rt?|ann(?:en|et|a|an))"
_GANGER = _en_av("ganger gonger gang gong g\\.")
_ETT_ORD = _en_av("årlig årleg kvartalsvis månedlig månadleg ukentlig vekentleg halvårlig halvårleg")
HYPPIGHET = (
    rf"(?:(?i:minst\s|inntil\s|ca\.?\s)?{TALL}\s(?i:faste\s|ordinære\s)?{_GANGER}\s"
    rf"(?:(?i:i|per|pr\.?|om|for)\s)?(?:{_HVER}\s)?{_PERIODE}(?!\w)"
    rf"|(?i:minst\s)?{TALL}\s(?i:ganger|gonger)\s(?i:årlig|årleg)"
    rf"|(?:{_HVER}|{_ANNENHVER})\s(?:{ORDENSTALL}\s)?(?:{_PERIODE}|{_MÅNEDER})(?!\w)(?:\s(?i:i|om)\s{_MÅNEDER}(?!\w))?"
    rf"|(?i:minst\s)?{_ETT_ORD}(?!\w)"
    rf"|(?:(?i:første|fyrste|siste|andre|tredje)|\d\.)\s{_DAG}\s(?i:i|kvar|hver)\s"
    r"(?i:måned(?:en)?|månad(?:en)?|kvartal(?:et)?)"
    rf"|(?:(?i:[hk]v[ea]r|ann(?:en|a|an)[hk]v[ea]r))\s(?:{ORDENSTALL}\s)?{_DAG})"
)
"""How often: «to ganger hvert halvår», «annethvert år», «første onsdag i måneden»."""
PROSENT = (
    r"(?:(?i:inntil |minst |ca\.? )?\d{1,3}(?:,\d)?\s?(?:%|(?i:prosent|pst\.?))"
    r"|(?i:inntil )?\d/\d"
    r"|(?i:hele?|heile?|halve?|full|kvart)(?=\s(?i:stilling|arbeidstid))"
    r"|(?i:halvparten)(?=\sav\s(?:\w+\s)?(?:stilling|arbeidstid|tid))"
    r"|½|¼|(?i:femti|tjue|tretti|førti|seksti|hundre)\s(?i:prosent))"
)
BRØKORD = (
    r"(?:(?:en|ein|én|éin|ei|to)\s"
    r"(?:halv|halvdel|tredel|tredjedel|fjerdedel|firedel|femdel|femtedel|kvart)(?:en|ar|er)?)"
)
_BELØP = r"\d{1,3}(?:[ .]?\d{3})*"
BELØP = rf"(?:(?i:kr\.?\s?){_BELØP}(?:,-|,00)?|{_BELØP}(?:,-)?\s(?i:kroner|kr\.?)(?!\w)|(?<![\d.,]){_BELØP},-)"
TELEFON = (
    r"(?<![\d/])(?!\d\d\.\s?\d\d\.\s?(?:19|20)\d\d(?!\d))(?:\+47\s?|0047\s?)?"
    r"(?:\d{2}(?:[ .]?\d{2}){3}|\d{3}[ .]?\d{2}[ .]?\d{3}|0\d{4}|11[0-9])(?![\d/])"
)
NUMRE = rf"{TELEFON}(?:\s?/\s?{TELEFON}|\s(?i:og|eller)\s{TELEFON})?"
"""A telephone number, or two with a stroke or a word between them."""
EPOST = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_NAVNEORD = r"[A-ZÆØÅÁÄÖÉ][a-zæøåáäöéèüñčđŋšŧž'’]+(?:-[A-ZÆØÅ][a-zæøåé]+)?"
NAVN = rf"{_NAVNEORD}(?:\s[A-ZÆØÅ]\.)?(?:\s(?:(?:av|von|van|de|der|el|al)\s)?{_NAVNEORD}){{1,3}}"
IKKE_GATE = (
    r"(?!(?:[A-ZÆØÅ][\w.]+\s){1,3}(?:(?:gate|gata|gt\.?|vei|veg|plass)\s?)?\d|\w+(?:veien|vegen|gata|gaten|gate)\b)"
)
"""Before what may be a place: not the name of a street."""
TITTELORD = (
    r"(?:[a-zæøåA-ZÆØÅ\-]{0,40}(?i:"
    r"ordfører|ordførar|rådmann|direktør|sjef|leder|leiar|koordinator|konsulent|rådgiver|rådgjevar|lege|betjent|"
    r"mester|meister|lensmann|rektor|sekretær|inspektør|advokat|ansvarlig|ansvarleg|fullmektig|representant|prest|"
    r"sykepleier|sjukepleiar|lærer|lærar|jurist|byråd|formann|varamann|kontakt|namsfogd|etterforsker|styrer|styrar|"
    r"arbeider|arbeidar|assistent|søster|pedagog|veileder|rettleiar|tillitsvalgt|tillitsvald|tjenestemann|"
    r"tenestemann|psykolog|jordmor|vernepleier|miljøterapeut|ombud|syster|saksbehandler|sakshandsamar|kurator|diakon|"
    r"konstabel|bestyrer|skrivar|prost))"
)
FORAN = (
    r"(?:[A-ZÆØÅa-zæøå]{2,30}-\s(?:og|samt)\s)?(?:[a-zæøå]{2,20}(?:faglig|fagleg)\s)?"
    r"(?:(?:assisterende|ledende|leiande|[Pp]olitisk|konstituert|fungerende|fungerande|konst\.|ass\.|fung\.|SLT-|vara)"
    r"\s?)?"
)
_ETTER = (
    r"(?:\s(?:for|av|i|ved|på)\s(?:[A-ZÆØÅ][\w-]+\s(?=[a-zæøå]))?"
    r"(?:(?!(?:er|har|skal|fungerer|møter|blir|vert|sitter|og|som|leder|leiar)\b)[a-zæøåé\-]{1,40}\s?(?:og\s|,\s)?){1,3}?)?"
)
_STILLING = rf"{FORAN}(?:(?i:lensm|pol)\.)?{TITTELORD}"
_ETTER_STILLING = rf"(?:\s(?:[1-3]|I{{1,3}})(?=\s[A-ZÆØÅ]))?{_ETTER}"
TITTEL = f"{_STILLING}{_ETTER_STILLING}"
_BESTEMT = (
    r"(?!(?i:vervet|rådet|politirådet|avtalen|avtala|møtet|møtene|møta|det|den|en|et|ledelsen|leiinga|a|saken|saka)\b)"
    r"[A-ZÆØÅ]?[a-zæøåA-Z\-]{0,40}(?:en|a|et|ane|ene|eren|aren)"
)
ROLLE = (
    rf"(?:(?<![\w-]){_STILLING}(?:{_ETTER_STILLING}\s{NAVN})?(?!\w)"
    rf"|(?<![\w-]){_BESTEMT}(?:\s(?:i|for|av|på|ved)\s(?!(?:den|det|ein|en|ei|et|kvar|hver)\b)[A-ZÆØÅa-zæøå\-]+|"
    rf"\ssin\s(?:stab|sekretær))?"
    rf"|[A-ZÆØÅ]?[a-zæøå]+s\s(?:stab|kontor|sekretariat|{TITTELORD})"
    rf"|{NAVN})(?!\w)"
)
"""Somebody as the subject of a sentence: «Ordfører Kari Nordmann», «SLT-koordinatoren», «rådmannen i X»."""
RÅDET = (
    r"(?i:(?<!\w)(?:(?:politi|samarbeids|samarbeid|samhandlings|trygghets|tryggleiks|kontakt|beredskaps|styrings|"
    r"samordnings|bygde|forebyggings|"
    r"førebyggings|tryggings|kriminalitets|lokal|felles|fellas|sams)-?)?(?:r(?:å|aa)d|utvalg|utval|gruppe|"
    r"forum)(?:et|en|n|a))"
)
"""The council, whatever it is called: «rådet», «samarbeidsutvalget», «styringsgruppen»."""
_OGSÅ = (
    r"(?:\s(?!(?:er|har|skal|fungerer|møter|blir|vert|sitter|sit|og|som|leder|leiar|leier|samt|eller|med|til|fra|"
    r"frå|ikke|ikkje|kan|vil|"
    r"må|deltar|deltek|for|av|i|ved|på|der|når|om|var|heter|heiter)\b)[a-zæøåé]+){1,2}(?:\sog\s[a-zæøåé]+)?"
)
"""What a title has after it without a word between: «kommunalsjef oppvekst», «enhetsleder helse og velferd»."""
_LEDER_DEN = (
    r"(?:leder|leiar|leier|styrer)\s[a-zæøå-]{0,30}(?:fører|førar|mann|mester|meister|sjef|direktør|leder|leiar|betjent|"
    r"konsulent|rektor|rådgiver|rådgjevar|koordinator)(?:en|n|a)?\s[A-ZÆØÅ]"
)
"""A verb before somebody's title: «… leder varaordfører Kari Nordmann møtet»."""
PERSONER = (
    rf"(?<!\w)(?:(?P<t0>{FORAN}{TITTELORD})\si\s(?P<k0>[A-ZÆØÅ][\w-]+)\s(?P<n0>{_NAVNEORD}(?:\s{_NAVNEORD}){{1,3}})"
    rf"|(?!{_LEDER_DEN})(?P<t1>{TITTEL}|{FORAN}{TITTELORD}{_OGSÅ})(?:en|n|a)?\s(?:[Dd]r\.\s)?(?P<n1>{NAVN})"
    rf"|(?P<n2>{NAVN})(?:,\s|\s\()(?P<t2>(?i:(?:forebyggende\s|førebyggjande\s|leiande\s|ledende\s|"
    rf"[a-zæøå]+-\sog\s)?{FORAN}{TITTELORD}(?:\s(?:for|av|i|ved|på)\s[\w\-]+)?))(?:en|n|a)?(?!\w)(?!\s{_NAVNEORD}))"
)

"""What a sentence tells of and does not agree: how it was, what somebody wanted, what another kommune or organ does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.importering import uttrykk
from avtalegen.importering.ventende import senere

_FORTID = (
    r"(?<!\ber )(?<!\bhar )(?<!\bblir )(?<!\bvert )(?<!\bbli )(?<!\bvære )(?<!\bvere )\b(?:var|hadde|ble|blei|vart|"
    r"holdt|heldt|gjaldt|gjalt|skulle|kunne|satt|sat|ledet|leidde|leia|møttes|møttest|"
    r"møtte|"
    r"lå|låg|ga|gav|sto|stod|het|hette|heitte|fikk|fekk|brukte|tok|betalte|betalt|deltok|treftes|omfattet|omfatta|"
    r"dekket|dekte|utgjorde|kostet|kosta|arbeidet|arbeidde|stilte|stengte|åpnet|opna|bestod|besto|hørte|høyrde|"
    r"sluttet|slutta|bidro|bidrog)\b"
)
_I = r"(?:[^.]|(?<=\d)\.|(?<=\bkl)\.)"
"""A character of the sentence: the full stop of a day or an hour is one."""
_FORRIGE = r"(?:forrige|førre|gamle|tidligere|tidlegare)"
_FØR = r"(?:tidligere|tidlegare|opprinnelig\w?|opphavleg\w?|opprinneleg\w?)"
_AVTALT = senere(
    r"(?i)\b(?:erstatt|avløs|avløys|opphev|opphør|fal[lt]\w* bort|fell bort|vedtok|vedtatt|vedteke|vedtak|godkjent|"
    r"undertegn|underteikn|signert|inngått|sluttet seg|slutta seg)\w*"
)
"""What tells of this agreement itself, or of the one it replaces: that is read."""
_ÅRET = rf"(?:{uttrykk.MÅNED}\s)?(?:19|20)\d\d"
_I_UTKASTET = (
    r"i\s(?:[a-zæøå]{1,20}utkastet|utkastet|forslaget|(?:den\s)?(?:gamle|førre|forrige)\s(?:brosjyren|planen|"
    r"avtalen|avtala))"
)
_HISTORIE = tuple(
    senere(f"(?i){en}")
    for en in (
        # «Tidligere …», «Fram til …», «I 2018 …», with a verb in the past tense
        rf"^(?:den\s|det\s|dei\s|de\s)?(?:{_FØR}|{_FORRIGE})\b{_I}{{0,120}}{_FORTID}",
        rf"^(?:før|førr)\s(?:\w+\s)?{_FORTID}",
        rf"^(?:(?:fram|frem|inn)\s?til|inntil|til og med)\b{_I}{{0,120}}{_FORTID}",
        rf"^før\s(?:(?:19|20)\d\d|\w{{4,30}}(?:en|et|a)),?\s{_FORTID}",
        rf"\b(?:hadde|var|gjaldt|gjalt)\b{_I}{{0,60}}\b(?:(?:fram|frem|inn)\s?til|til og med)\s{_ÅRET}",
        r"^(?:i|våren|høsten|hausten|sommeren|sommaren|vinteren|fr[aå]|mellom|etter)\s[^.,]{0,20}(?:19|20)\d\d\b"
        rf"{_I}{{0,80}}{_FORTID}",
        rf"{_FORTID}{_I}{{0,80}}\b(?:i\s{_ÅRET}|i fjor|året før|i\s(?:den\s)?{_FORRIGE}\s\w+)",
        rf"^\w{{3,20}}\s(?:i|for|fr[aå])\s(?:19|20)\d\d\s{_FORTID}",
        rf"^(?:da|då|den\sg[ao]ngen|på\sden\stid[ea]n?)\s{_FORTID}",
        rf"^\(?{_I_UTKASTET}\b{_I}{{0,60}}(?:{_FORTID}|\bskreve[nt]?\b)",
        rf"\bi fjor\b{_I}{{0,80}}{_FORTID}",
        rf"\b{_FORRIGE}\s[\w-]{{0,20}}(?:avtal|ordning|plan|period|rutine|protokoll|prosjekt)\w*\b{_I}{{0,80}}{_FORTID}",
        # «ble før sendt», «vart før haldne»; «ble holdt før …» and «var før 2010» are of something else
        r"\b(?:ble|blei|vart|var|hadde)\sfør\s(?!\w*(?:møte|utløp|utgang)\w*)[a-zæøå]{3,20}(?:t|et|a|ne|de)\b",
        rf"{_FORTID}(?:\s\w+){{0,2}}\s(?:tidligere|tidlegare|opprinnelig|opphavleg|før (?:i tid\w*|hos|hjå))\b",
    )
)
"""How it was: a time that is past, and a verb in the past tense."""
_BLE_VALGT = senere(
    r"(?i)\b(?:utpek|utpeik|oppnevn|oppnemn|tilsatt|tilsett|ansatt|opprettet|oppretta|valgt\b|vald\b|pekt ut|"
    r"peikt ut)\w*"
)
"""What happened then, and is still so."""
_HOVEDSETNING = r"^(?:(?!\b(?:som|at|når|dersom|hvis|viss)\b)[^,:]){3,80}?"
_SLUTTET = tuple(
    senere(f"(?i){en}")
    for en in (
        # somebody who had the office, or left it
        rf"^(?:{_FORRIGE}|{_FØR})\s\w{{3,40}},?\s(?:for\s\w+\s)?(?-i:{uttrykk.NAVN})",
        rf",\ssom\s(?:var|hadde)\b{_I}{{0,60}}\b(?:til|fram|frem|inntil)\s{_I}{{0,30}}(?:19|20)\d\d",
        r"^æres(?:medlem|gjest|leder|leiar)\w*\b",
        r"\b(?:sa|sagt)\s(?:ifra|fr[aå])\sseg\b",
        rf"{_HOVEDSETNING}\b(?:er|har)\sgått\s(?:ut av|over (?:i|til))\b",
        r"(?<!\bsom )(?<!\bnoen )(?<!\bnokon )(?<!\bde )(?<!\bdei )\bhar (?:nå |no )?flytt(?:et|a)\b",
        # a number that is wrong, and what is over
        rf"\b(?:nummer|telefon|adress|e-?post)\w*\s{_I}{{0,60}}\ber\s(?:feil|galt?|utgått|sperr(?:et|a)|gamm[ae]lt|"
        rf"slett(?:et|a))\b",
        r"\ber\s(?:nå\s|no\s|alt\s|allerede\s)?brukte?\sopp\b",
        r"\b(?:er|ble|blei|vart)\s(?:nå\s|no\s)?(?:avslutt?(?:et|a)|opphørt|opphøyrt|avvikl(?:et|a)|ute av bruk|"
        r"falt bort|falle bort)\b",
    )
)
"""Somebody who had the office, or left it; a number that is wrong; what is over."""
_IKKE_LENGER = senere(rf"(?i){_HOVEDSETNING}\bikk[je]+\slenge?r\b")
_BORT = (
    r"(?:forkast\w*|avvist?\w*|henlagt|hendlagt|nedstemt|(?:stemt|røyst[ae]?|stemd) ned|"
    r"lag[td] (?:bort|vekk|til sid[ea]s?|på is)|lagde? (?:bort|vekk)|"
    r"dropp[ea]t?|forlate?t?|trukket|trekt|trekte|skrinlag[td]|parkert|ikk[je]+)"
)
_FALT = senere(
    r"(?i)\bfikk ikk[je]+ (?:\w+\s)?flertall|\bfekk ikk[je]+ (?:\w+\s)?fleirtal|"
    r"\b(?:foreslått|føreslått|vurdert|drøft(?:et|a)|diskutert),?\s(?:men|og)\s(?:\w+\s)?"
    rf"{_BORT}\b|"
    rf"^\W*(?:forslag|framlegg|fremlegg|ide|idé|tanke|ønske|krav)\w{{0,4}}\b{_I}{{0,80}}\b(?:ble|blei|vart|er)\s(?:\w+\s)?{_BORT}\b|"
    r"\((?:ikk[je]+ (?:valgt|vald|vedtatt|vedteke)|forkastet|forkasta|nedstemt|røysta ned)\)|"
    rf"{_HOVEDSETNING}\ber (?:tatt|teke) ut\b|\b(?:sa|sagt|seier|sier) nei til\b|"
    r"^møtet\b[^,]{0,60}\b(?:ble|blei|vart|er)\s(?:avlyst|ikk[je]+ (?:holdt|halde))\b|"
    r"^(?:det|dette|forslaget|framlegget)\s(?:ble|blei|vart|har)\s(?:\w+\s){0,2}(?:aldri|ikk[je]+)\s(?:\w+\s)?"
    r"(?:gjort|gjennomført|vedtatt|vedteke|noe av|noko av|satt i verk|sett i verk|fulgt opp|følgd opp|blitt|vorte|"
    r"tatt med)"
)
"""What was thought of, or put to the vote, and came to nothing."""
_FORSLAG = senere(
    r"(?i)\b(?:foreslo|føreslo|(?:ble|blei|vart|er) (?:nå |no )?f[oø]reslått (?:å|at|av|en|ei|eit?|et)\b|"
    r"hadde (?:bedt|bede|ønsk\w+|ynskt|"
    r"foreslått|føreslått)|ba om|bad om|krevde|kravde|ville ha|gikk inn for|gjekk inn for|tilbød|luftet|lufta|"
    r"drøftet å|drøfta å|ønsket også|ønskte òg|ønska òg|ønsket (?:at|å|seg)|ønska (?:at|å|seg)|ønskte (?:at|å|seg)|"
    r"^(?:[\wæøå]{2,30}\s){1,2}(?:ønsket|ønska|ønskte|ynskte))\b"
)
"""What somebody proposed or wanted."""
_BLE_ENIGE = senere(
    r"(?i)\b(?:(?<!ikke )(?<!ikkje )(?:enige|einige|samde|vedtatt|vedteke|valgt|vald)|vedtok|landet på|landa på)\b|"
    r",\smen\b(?![^.]*\bikk[je]+\b)"
)
_ØNSKE = senere(
    r"(?i)^(?!(?:partene|partane|begge|vi|alle)\b)(?:[\wæøå]{2,30}\s){1,4}(?<!\bsom )(?:ønsker|ønskjer|ynskjer|"
    r"vurderer (?:å|"
    r"om)|foreslår|"
    r"føreslår|arbeider for (?:å|at)|ber (?:\w+\s)?(?:vurdere|om at))\b|\b(?:vurderes|vurderast|utredes|utgreiast|"
    r"utgreies)\s(?:å|om|nå|no)\b|"
    r"\bdet er (?:ikk[je]+ avgjort|ikk[je]+ bestemt|enn[åo] ikk[je]+)|\bplanlegges ikk[je]+|\bplanleggast ikk[je]+"
)
"""What one of them wants, or what is thought of."""
_EKSEMPEL = senere(
    r"(?i)^(?:for eksempel|til dømes|f\.eks\.|eksempel\w*|døme\w*)\b|\b(?:vil|kan) for eksempel\b|\bkan til dømes\b"
)
_VILKÅR = senere(
    r"(?i)(?:^|\s)(?:dersom|hvis|viss|om)\s[^.,]{0,60}\b(?:vedtar|vedtek|løyver|bevilger|bevilges|løyvast|"
    r"slås sammen|slåast saman|"
    r"utvid(?:es|ast|a)|aukast|økes|(?:gir|gjev|gis)\s(?:tilskudd|tilskot|støtte)|"
    r"(?:bygger|byggjer|får)\snyt?t?\b|bygges|blir bygd|får (?:penger|midler|tilskudd|pengar|midlar|tilskot))\b|"
    r"^ved (?:en|ei|ein) (?:eventuell|mulig|mogleg)\b"
)
"""What holds only when something is decided that is not decided yet."""
_LOVEN = senere(
    rf"^(?:[A-ZÆØÅ]?\w{{0,30}}(?:loven|lova|forskriften|forskrifta|rundskrivet|instruksen)|"
    rf"Lov\som\s\w+)\b{_I}{{0,60}}"
    r"\b(?:trådte|trådde|tredde|kom|ble|vart|gjelder|gjeld|er fra|er frå|av)\b"
)
_ET_ORGAN = (
    r"(?:kommunestyre|formannskap|bystyre|heradsstyre|fylkesting|komit[eé]|hovedutval[ge]?|hovudutval|ungdomsråd|"
    r"eldreråd|"
    r"kriminalitets(?:forebyggende|førebyggjande)\sforum|regionråd|foreldreutval|natteravn|beredskapsråd|"
    r"folkehelseforum|folkehelseråd|trafikksikkerhetsutval|trafikktryggingsutval|"
    r"kriseledels|kriseleiing|kriseteam|lokalutval|grendeutval|"
    r"bydelsutval)"
)
_ANNET_ORGAN = senere(
    rf"(?i)^(?:i\s)?(?:\w{{1,20}}\s)?(?P<o>{_ET_ORGAN})\w*\b{_I}{{0,60}}\b(?:møtes|møtest|samles|ledes|leies|sitter|"
    rf"sit|"
    rf"har\s(?:\w+\s){{0,2}}møte|"
    r"består|(?:får|mottar|mottek|behandler|handsamar)\b(?=[^.]*\bsine?\b)|er\s(?:et|eit)\s(?:annet|anna|eget|eige))\b|\b(?:er|har)\s(?:et|eit)\s(?:annet|anna|eget|"
    r"eige)\sorgan\b"
)
"""What is said of another organ than the council."""
_IKKE_MEDLEM = senere(
    r"(?i)\b(?:sitter|sit|er|møter|deltar|deltek|inngår)\sikk[je]+\s(?:\w+\s){0,2}(?:i\s\w*råd|medlem|fast\w*|med\b)|"
    r"\bikk[je]+\s(?:ønsket|ønskt|ønska|valgt|vald|oppnevnt|oppnemnd)\b|\bsa(?:gt)? nei\b|\btakk(?:et|a) nei\b"
)


_UTGÅTT = senere(
    r"(?i)(?:^|[(–,-]\s?)(?:utgår|utgått|utgjekk|går ut|bortfaller|fell bort|faller bort|falt bort|er? ?opphev(?:et|"
    r"a)|"
    r"gjelder ikke lenger|gjeld ikkje lenger|(?:er )?ikk[je]+ lenge?r (?:aktuel\w*|med)|ikk[je]+ finansier\w*|"
    r"strøket|stroken|"
    r"(?:er )?(?:avlyst|tatt ut|teke ut|trukket|trekt|utsatt på ubestemt tid))\b[^()]{0,40}\)?\W*$"
)
"""The words at the end of a point that say that it holds no more."""


def er_utgått(tekst: str) -> bool:
    """Tell whether a point says itself that it holds no more."""
    return bool(_UTGÅTT.search(tekst))


def er_historie(tekst: str) -> bool:
    """Tell whether a sentence says how it was, and nothing of how this agreement came to be."""
    if _AVTALT.search(tekst):
        return False
    return any(m.search(tekst) for m in _SLUTTET) or (
        any(m.search(tekst) for m in _HISTORIE) and not _BLE_VALGT.search(tekst)
    )


def er_forslag(tekst: str) -> bool:
    """Tell whether a sentence says what somebody proposed, and not what was agreed of it."""
    if _FALT.search(tekst):
        return True
    return bool(_FORSLAG.search(tekst)) and not _BLE_ENIGE.search(tekst)


_MEN = senere(r",\s(?i:men)\s(?!.*\bikk[je]+\b)")


def avtalt_i_stedet(tekst: str) -> int:
    """Return where in a sentence about what somebody proposed it goes on with what was agreed; 0 where it does not."""
    men = _MEN.search(tekst)
    return men.end() if men and _FORSLAG.search(tekst, 0, men.start()) else 0


def er_slutt(tekst: str) -> bool:
    """Tell whether a sentence says that something is no longer so."""
    return bool(_IKKE_LENGER.search(tekst)) and not _AVTALT.search(tekst)


_SÅ = senere(r"(?:,\s(?i:men)|;)\s")


def etterpå(tekst: str) -> int:
    """Return where in a sentence about how it was it goes on with how it is; 0 where it does not."""
    skiller = [*_SÅ.finditer(tekst)]
    return skiller[-1].end() if skiller and not er_historie(tekst[skiller[-1].end() :]) else 0


def er_eksempel(tekst: str) -> bool:
    """Tell whether a sentence gives an example."""
    return bool(_EKSEMPEL.search(tekst))


def er_uavklart(tekst: str) -> bool:
    """Tell whether a sentence says what is thought of, what holds only if something happens, or what a law says."""
    return any(m.search(tekst) for m in (_ØNSKE, _VILKÅR, _LOVEN))


def om_et_annet_organ(tekst: str, overskrift: str) -> bool:
    """Tell whether a sentence under the council is about another organ, or says who is not in it."""
    if _IKKE_MEDLEM.search(tekst):
        return True
    treff = _ANNET_ORGAN.search(tekst)
    return treff is not None and not (treff["o"] and treff["o"].casefold() in overskrift.casefold())


_RAD_UTENFOR = senere(
    rf"(?i)^{_FORRIGE}\s(?!\w*(?:avtal|protokoll|plan))\w|\bikk[je]+ (?:hos |en del av |ein del av )?politi(?:et)?\b|"
    r"\bskal ikk[je]+ (?:lenger )?(?:kontaktes|kontaktast|ringes|ringast|brukes|brukast)\b|\bsluttet\b|\bslutta\b|"
    r"\b(?:nedlagt|nedlagd|lagt ned)\b|"
    r"\bikk[je]+ (?:en |ein )?(?:del av|med i|omfattet av|omfatta av)\s(?:\w+\s)?(?:avtal|samarbeid|råd)|"
    r"\b(?:egen|eigen|annen|anna|andres?)\s(?:\w+\s)?\w{0,20}avtale\b|"
    r"\([^()]{0,40}(?-i:[A-ZÆØÅ])\w+s\savtale\)|^til (?:orientering|opplysning|info)\w*\b|"
    r"^(?:kommunens\s|(?-i:[A-ZÆØÅ])\w+\s(?=service))?(?:service(?:torg|kontor)|innbygg[ae]r(?:torg|senter)|legevakt|krisesenter|barnevernvakt)"
)


_ANDRES_KONTOR = senere(
    r"(?i)(?:nav\b|turist\w*|namsfogd\w*|namsmann\w*|konfliktråd\w*|helsestasjon\w*|legekontor\w*|skattekontor\w*|tingrett\w*)"
)
"""An office of somebody else, whose hours are not those of the police."""


_ANDRES_HUS = senere(r"(?i)(?:\w{0,20}bibliotek|rådhus|kommunehus|heradshus|kulturhus|ungdomsklubb|fritidsklubb)\w*")
_HELE_UKEN = 4
"""Days with hours of its own that a house has which the police may be at one day of the week."""


def er_rad_utenfor(ruter: Iterable[str]) -> bool:
    """Tell whether a row of a table is of one who was there before, or of somebody who is not the police."""
    alle = [*ruter]
    if any(_RAD_UTENFOR.search(rute) for rute in alle):
        return True
    første = next((rute for rute in alle if rute.strip()), "")
    timene = sum(bool(re.search(uttrykk.TIDSROM, rute)) for rute in alle)
    return bool(timene and _ANDRES_KONTOR.match(første)) or bool(timene >= _HELE_UKEN and _ANDRES_HUS.match(første))


_ANDRES_NUMMER = senere(
    r"(?i)\bkommunen\s(?:nås|svarer|svarar)\b|\b(?:(?:kommunens|kommunen sin|heradets)(?! (?:faste )?"
    r"(?:politikontakt|kontakt\w* (?:i politiet )?er (?:politi|lensmann)))|"
    r"rådhus\w*|service(?:torg|kontor)\w*|"
    r"innbygg[ae]r(?:torg|senter|kontor)\w*|sentralbord\w*|legevakt\w*|"
    r"barnevern\w*|krisesenter\w*|brannv\w*|brannsta\w*|nødmelde\w*|familie(?:vern|kontor|senter)\w*|"
    r"vaktleder\w*|vaktleiar\w*|vakthavende|vakthavande|operasjonssentral\w*|statsforvalter\w*|fylkesmann\w*|nav|"
    r"konfliktråd\w*|privat\w*|hjemme\w*|heime\w*|helsesta\w*|skolens|skulen sin|vektersel\w*|vaktselskap\w*)\b"
)


def er_andres_nummer(foran: str) -> bool:
    """Tell whether what stands in front of a telephone number says that it is not that of the police."""
    return bool(_ANDRES_NUMMER.search(foran))

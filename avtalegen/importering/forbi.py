"""Words that say that something is no more, or never came to be: it is told of, and is no part of the agreement."""

from __future__ import annotations

from avtalegen.importering.ventende import senere

AVLYST = senere(r"(?i)\b(?:avlys\w*|fell bort|faller bort|utgår|går ut|utgjekk|utgikk|ikk[je]+ holdt)\b")
BORTE = senere(
    rf"{AVLYST.pattern}|\b(?:tatt|teke) ut\b|\bstrøk\w+|\bslutt(?:et|a)\b|\bgått av\b|\bfratråd\w*|"
    r"\b(?:trådte|trådt|tredde) (?:av|ut)\b|\b(?:gikk|gjekk) (?:av|ut)\b|"
    r"\b(?:ikk[je]+|ingen) (?:lenge?r|vedt\w+)|\bikk[je]+ priorit\w+|\bpriorit\w+ ikk[je]+\b"
)
"""What says in a row of a table that it is of no measure any more, or of nobody who is there."""
IKKE_AVTALT = senere(
    r"(?i)\bikk[je]+\s(?:vedt\w+|avtal[te]\w*|tatt med|teke med|med(?=\W*$|[;.]\s)|gjennomfør\w+)|"
    r"\bsom (?:ikk[je]+ kom|falt|fall)\b|\b(?:forkastet|forkasta|avvist|nedstemt|røysta ned)\b"
)
"""The words over what was talked of and came to nothing."""
UTENFOR = senere(
    r"(?i)\bikk[je]+\s(?:omfatt\w+|gjelder|gjeld|regul\w+|prioriter\w*|dekke[rst]*|dekkje?r?|inngår|"
    r"(?:en |ein )?del av|(?:til|inn\sunder|med\si)\s(?:avtal|samarbeid)\w+)\b|"
    r"\b(?:omfatter|omfattar|gjelder|gjeld|regulerer|dekker|dekkjer)\s(?:(?:avtal\w+|ho|han|den)\s)?"
    r"ikk[je]+(?!\slenge?r)\b|"
    r"\btar\sikk[je]+\s(?:i)?mot\s\w+\sfr[aå]\s(?-i:[A-ZÆØÅ])|\btek\sikk[je]+\s(?:i)?mot\s\w+\sfr[aå]\s(?-i:[A-ZÆØÅ])|"
    r"\b(?:faller|fell|er|ligger|ligg)\sut[ea]n?for\s(?:avtal|samarbeid)\w+|^ut[ea]n?for\s(?:avtal|samarbeid)\w+"
)
"""What a heading or the words before a colon say of what the agreement is not about."""
FORBI = senere(
    r"(?i)\b(?:er|har|ble|blei|vart)\s(?:no\s|nå\s|dessverre\s)?gått av\b|\b(?:gikk|gjekk) av\b|"
    r"\bslutt(?:et|a)\s(?!seg\b)|^(?:forslag|framlegg)\w*\ssom\s(?:ikk[je]+ kom|falt|fall)\b|"
    r"\b(?:ble|blei|vart|er|kom)\s(?:\w+\s)?ikk[je]+\s(?:tatt|teke)\s(?:inn|med)\b|"
    r"\b(?:er|ble|blei|vart)\s(?:\w+\s)?(?:tatt|teke) ut av\b|\b(?:ned(?:stemt|røysta)|røysta ned|stemt ned)\b|"
    r"\b(?:ble|blei|vart|er|kom)\s(?:\w{1,20}\s){0,3}(?:trukket|trekt|frafalt|forkast(?:et|a)|avvist)\b(?!\s(?:fr[ae]m|inn|opp)\b)|"
    r"^(?:forslag|framlegg)\w{0,12}\s(?:fr[aå]|v/|av)[^.:]{1,60}:|^(?:trukket|trekt)\W*$|"
    r"^(?!(?:kommunen|vi|hver|kvar|begge)\b)[^.]{0,80}\bhar\ssin\s(?:egen|eigen)\s(?:politi)?kontakt\w*|"
    r"\b(?:med\s)?\d{1,3}\smot\s\d{1,3}\s(?:stemmer|røyster)\b"
)
"""What a sentence says of one who is gone, or of what was proposed and came to nothing, as in the minutes of a vote."""
NEDLAGT = senere(
    r"(?i)\b(?:ble|blei|vart)\s(?:\w{1,20}\s)?(?:nedlagt|nedlagd|lagt ned|stengt|avvikl(?:et|a))\b|"
    r"\bikk[je]+\slenge?r\si\sbruk\b|(?:nummer|telefon)\w{0,6}\s[^.]{0,60}\b"
    r"(?:skal\sikk[je]+|ikk[je]+\sskal)\s(?:lenger\s)?(?:benyttes|brukes|brukast|nyttast)\b"
)
"""What a sentence says of an office that was closed, or a number that nobody answers any more."""
FØR = senere(
    r"(?i)\bforgjenger\w*|\bforgjengar\w*|\b(?:tidligere|tidlegare|forrige|førre)\s(?:kontakt|politikontakt)|"
    r"gått av|\bhar slutt(?:et|a)\b|\bsluttet (?:i|som|ved)\b|\bavløste\b|\betterfulgt\b|"
    r"\b(?:overt(?:ok|ar|ek)|tok\sover)\s(?:\w{1,20}\s){0,2}(?:etter|for|fra|frå)\b|"
    r"\b(?:etterføl[gj]\w{0,4}|avløys?er|avløser|kom etter)\s(?:(?!avtal|mellom)[a-zæøå]{4,25}\s){0,2}"
    r"(?-i:[A-ZÆØÅ])\w+\s(?-i:[A-ZÆØÅ])|"
    r"\bvikarier(?:te|a)\b(?!.*\b(?:har|er)\s(?:nå|no)\b)"
)
"""What a sentence says of one who had the office before."""
_BARE = senere(r"(?i)\b(?:bare|berre|kun|men)\b")
"""Words with which what is not so, goes on with what is."""


_OM_RÅDET = senere(r"(?i)(?:politi|samarbeids|kontakt)?(?:rådet|utvalget|utvalet|forumet)\b")
"""What says what the council is not, says what it is."""


def er_utenfor(tekst: str) -> bool:
    """Tell whether a sentence only says what the agreement is not about."""
    return bool(UTENFOR.search(tekst)) and not _BARE.search(tekst) and not _OM_RÅDET.match(tekst)

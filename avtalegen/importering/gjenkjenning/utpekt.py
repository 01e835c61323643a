"""Who in the police are the contacts of the kommune, told by what stands around a name whatever words say it.

A name in the police that has a telephone number, a share of a position, fixed days somewhere or a word for contact in
the same sentence, is that of a contact. One of these alone is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Verdi
from avtalegen.importering.utsnitt import Utsnitt, setninger
from avtalegen.importering.ventende import senere

KONTAKTORD = senere(
    r"(?i)\w*kontakt(?:en|ene|ane|er|ar|person\w*|ledd\w*|politi\w*)?\b|bindeledd\w*|samband\w*|forebygg\w*|"
    r"førebygg\w*|"
    r"nærpoliti\w*|bygdevakt\w*|fast\w*\s(?:person|mann|kvinne)\w*\så\s(?:ringe|ringje|snakke|prate|spørre)"
)
"""Words for one who is the link between the police and the kommune."""
_DEL_AV_TIDEN = senere(
    rf"(?i:(?:{uttrykk.PROSENT}|{uttrykk.BRØKORD})[^.;]{{0,25}}(?:stilling|tid|årsverk)|stilling\w*[^.;]{{0,20}}"
    rf"{uttrykk.PROSENT})"
)
_TID_OG_STED = senere(rf"{uttrykk.DAGER}.*(?:{uttrykk.TIDSROM}|\s(?:på|ved|i)\s)|\s(?:på|ved|i)\s.*{uttrykk.DAGER}")
_ET_VERV = senere(
    r"(?i)\bmedlem\w*|\bnestle\w+|\bvara\w*|\bsit(?:ter)?\b[^.]*\b(?:rådet|utvalg|utval)|leder rådet|ikk[je]+ lenge?r|"
    r"forgjeng\w+|sluttet|slutta|\bsamt\b|stedfort\w+|stadfort\w+"
)
_FRA_POLITIET = senere(
    r"(?i)\b(?:møter|sitter|sit|er\smed|deltar|deltek)\s(?:fr[aå]|for|på\svegne?r?\sav)\s(?:politi|lensmann)"
)
_PRONOMEN = senere(r"(?i)\b(?:hun|han|ho|hennes|hennar|henne|hans|vedkommende|vedkomande)\b")
_BEGGE = senere(r"(?:De|Dei|Begge(?: to)?|[KH]v[ea]r av d[ei][im])\s(?!fleste|som\b)")
_UTENFOR = senere(
    r"(?i)\b(?:hører|høyrer|inngår|omfattes|regnes|reknast)\sikk[je]+\b|\b(?:ligger|ligg|faller|fell|er)\s"
    r"(?:utenfor|utanfor)\b|\bikk[je]+\s(?:en|ei|ein)\soppg\w+"
)
_UTEN_TITTEL = senere(rf"(?P<n>{uttrykk.NAVN})(?:,\s|\s\()[^.]*?{uttrykk.TELEFON}")
_GJØR = r"(?:er|har|skal|sitter|sit|treffes|deltar|deltek|møter|arbeider|arbeidar)\b"
_NOK = 4


def finn(a: Arbeid, avsnittene: Iterable[Utsnitt]) -> None:
    """Find the contacts and keep their names; `avsnittene` are the paragraphs of the agreement in order."""
    poeng: dict[str, int] = {}
    i_politiet = {p.navn.s for u in avsnittene for p in ledd.personer(u) if p.navn and _er_politi(p)}
    for avsnitt in avsnittene:
        i_avsnittet = 1 if KONTAKTORD.search(avsnitt.s) else 0
        alle = [*setninger(avsnitt)]
        for nr, u in enumerate(alle):
            navn = [n for n in i_politiet if n in u.s]
            alene = _UTEN_TITTEL.match(u.s) if not navn else None
            navn = [alene["n"]] if alene and KONTAKTORD.search(u.s) else navn
            if len(navn) != 1 or _ET_VERV.search(u.s) or len(u.s) > 600:
                continue
            p = _poeng(u.s) + i_avsnittet
            if nr + 1 < len(alle) and _PRONOMEN.search(alle[nr + 1].s):
                # A sentence that begins with «Han» is about the one that the sentence before it names first.
                om_samme = _PRONOMEN.match(alle[nr + 1].s) and re.match(rf"(?:\w+\s)?{re.escape(navn[0])}\b", u.s)
                p += 1 + (_poeng(alle[nr + 1].s) if om_samme else _poeng(alle[nr + 1].s) > 0)
            poeng[navn[0]] = max(p, poeng.get(navn[0], 0))
    a.utpekte = [n for n in poeng if poeng[n] >= _NOK and poeng[n] >= max(poeng.values()) - 1][:4]


def _er_politi(p: ledd.Person) -> bool:
    return bool(p.navn and p.tittel and ledd.er_politi(p.tittel.s))


def _poeng(s: str) -> int:
    uten = re.sub(uttrykk.TELEFON, " ", s)
    return (
        3 * bool(KONTAKTORD.search(s))
        + 3 * bool(re.search(uttrykk.TELEFON, s))
        + 2 * bool(re.search(uttrykk.EPOST, s))
        + 3 * bool(_DEL_AV_TIDEN.search(s))
        + 2 * bool(_TID_OG_STED.search(uten))
    )


def om_en(a: Arbeid, u: Utsnitt) -> tuple[int, str] | None:
    """Return which of the contacts a sentence says something of, and by what name; None for none of them."""
    if len([*ledd.personer(u)]) > 1 or _FRA_POLITIET.search(u.s):
        return None  # a list of people, or a member of the council
    for nr, navn in enumerate(a.utpekte):
        etternavn = rf"(?:\w+\s){{0,2}}{re.escape(navn.split()[-1])}\s{_GJØR}"
        if (navn in u.s and _poeng(u.s) and not _ET_VERV.search(u.s)) or re.match(etternavn, u.s):
            return _plassen(a, nr, navn), navn
    return None


def _plassen(a: Arbeid, nr: int, navn: str) -> int:
    """Return the place of a contact among those that are put down: the next one where an earlier one isn't yet."""
    kontaktene = a.tre.liste("politikontakt")
    if nr <= len(kontaktene):
        return nr
    der = ([v.tekst for v in a.tre.liste("politikontakt", n, "navn") if isinstance(v, Verdi)] for n in range(nr))
    return next((n for n, alle in enumerate(der) if navn in alle), len(kontaktene))


def fortsetter(u: Utsnitt) -> bool:
    """Tell whether a sentence goes on about the one that the sentence before it was about."""
    return bool(_PRONOMEN.search(u.s) or _UTENFOR.search(u.s) or _BEGGE.match(u.s))


def navnet(a: Arbeid, u: Utsnitt, nr: int, den: str) -> None:
    """Take the name where nothing said it already; it is sure where a word for contact stands beside it."""
    if a.tre.har("politikontakt", nr, "navn") or a.tre.har("politikontakt", nr, "status"):
        return
    inn = u.s.find(den)
    if inn >= 0:
        sikkerhet = SIKKER if KONTAKTORD.search(u.s) else TROLIG
        navn = u.del_(inn, inn + len(den))
        a.sett(navn.verdi(sikkerhet, "navnet ved det som sies om kontakten"), "politikontakt.0.navn.0")

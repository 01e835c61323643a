"""What sentences say of the politikontakt in whatever words: the name, the number, the work, and what is not it."""

from __future__ import annotations

import re

from avtalegen.importering import fortalt, ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG, Verdi
from avtalegen.importering.gjenkjenning import kontaktvendinger
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_IKKE = senere(
    r"(?i)\b(?:ikk[je]+|fritatt|friteken|fritak|fritas|avlast\w*|skånes|unntatt|unnateke|unna|slipper|slippe|slepp|sleppe|utenfor|"
    r"utanfor)\b|"
    r"\b(?:går|ligger|ligg|overlates|hører|høyrer)\s(?:\w+\s)?(?:til|hos|hjå)\s(?:(?:de|dei)\s)?andre\b|\bav\sandre\b"
)
_IKKE_NEKTET = senere(
    r"(?i)ikk[je]+ (?:bare|berre)|taushet|teieplikt|når\s[^,]*\bikk[je]+|(?:hvis|dersom|om)\s[^,]*\bikk[je]+|"
    r"\bikk[je]+\s(?:er\s)?(?:til\s)?(?:stede|til stades|på jobb|treff)|ikk[je]+\s(?:\w+\s)?(?:tilsatt|tilsett|"
    r"utpekt|ansatt)|"
    r"\bnødvendigvis|vedtatt|vedteke|haster|hastar"
)
GJØR = senere(
    r"^(?:(?i:politikontakt(?:en|ene|ane)|kontakt(?:en|ene|ane|personen)|vedkommende)|Hun|Han|Ho|De|Dei)\s"
    r"(?P<l>(?!(?:er|har|bruker|brukar|sitter|sit|treffes|treffast|nås|kan|skal|vil|må|bør|arbeider|arbeidar|jobber|"
    r"jobbar|svarer|"
    r"svarar|heter|heiter|ble|blei|vart|blir|vert|kommer|kjem|får|hører|høyrer|set|setter|disponerer|holder til|"
    r"held til)\b)"
    r"[a-zæøå]+(?:er|ar|r|s)\s(?!seg\b)[^:]{8,})$"
)
"""What the politikontakt does, told in the present tense with whatever verb."""
_OPPGAVENE = senere(
    r"(?i)^(?:til|blant|mellom)\s(?:\w+\s)?(?:oppg[aå]v\w+|arbeidet|jobben)(?:\s\w+)?\s(?:hører|høyrer|er|ligger|"
    r"ligg)\s"
    r"(?P<l>(?:å\s)?.+?)\.?$"
)
_ET_VERV = senere(
    r"(?i)\bvara\b|\bvikar\w*|\bborte\b|forgjeng|\bmedlem|nestle|leder rådet|stedfort|stadfort|lensmann\s(?-i:[A-ZÆØÅ])"
)


_OM_DEN_SAMME = senere(
    r"(?i)^(?:han|hun|ho|de|dei|denne|vedkommende|telefon\w*|tlf|mobil\w*|nummer\w*|ring|treffes|nås|du|den|vi|"
    r"kontakt\w*|politikontakt\w*)\b|\b(?:politi)?kontakt(?:en|ane|ene)?\b|\b(?:hans|hennes|hennar|sin|si)\b"
)


_OM_SEG = senere(
    r"(?i)(?:han|hun|ho|(?:politi)?kontakten)\s(?:har|er|sitter|sit)\s[^;]{0,60}?(?:på|ved|i)\s[^;]{0,60}?\s"
    r"og\s(?:(?:kan|skal)\s)?(?:nås|treffes|treffast|ringes|ringast)\s"
)
"""«Han har kontor på rådhuset og kan nås på …»: the place is where they are, and not whose number it is."""


def er_andres(a: Arbeid, u: Utsnitt, plass: int) -> bool:
    """Tell whether a number is that of another: the words in front say so, or it is of somebody else than the last."""
    if not _OM_SEG.match(u.s[:plass]) and fortalt.er_andres_nummer(u.s[max(0, plass - 70) : plass]):
        return True
    navnene = a.tre.liste("politikontakt", a.kontakt, "navn")
    kjente = [v.tekst.split()[-1] for v in navnene if isinstance(v, Verdi)]
    if any(navn in u.s for navn in kjente):
        return False
    nevnt = [m[0] for m in re.finditer(uttrykk.NAVN, u.s[:plass]) if not ledd.er_instans(m[0])]
    if kjente and nevnt and not re.search(r"(?i)kontakt", u.s):
        return True
    return a.tre.har("politikontakt", a.kontakt, "telefon") and not _OM_DEN_SAMME.search(u.s)


_INFINITIV = senere(
    r"(?i)(?:å\s|også\s|ikk[je]+\s)?(?!(?:de|ho|alle|andre|begge|minst|samme|same|denne|dette|inne|ute|hele|heile|flere|fleire)\b)"
    r"(?:\w+[ea]|\w*(?:gå|stå|få|ha|bli|se|sjå|gi|ta|dra|la|nå|slå|be|by|si|bry|sy))\b"
)
"""A verb, with what may stand before it: what else a list is divided at, is the rest of the thing before it."""


def gjøremål(u: Utsnitt) -> list[Utsnitt]:
    """Return the things that are to be done in a list: each begins with a verb."""
    alle: list[Utsnitt] = []
    for ett in ledd.oppramsing(u):
        if alle and not _INFINITIV.match(ett.s):
            alle[-1] = u.del_(alle[-1].fra - u.fra, ett.spenn.til - u.fra)
        else:
            alle.append(ett)
    return alle


def gjør_ikke(tekst: str, negert: re.Pattern[str]) -> bool:
    """Tell whether a sentence in the part on the politikontakt says what is not their work."""
    if tekst.rstrip().endswith(":") or re.search(
        r"(?i)taushet|teieplikt|\bnumm?er|\btelefon|\bkommunen (?:hadde|har) ", tekst
    ):
        return False
    return bool(negert.search(tekst)) or bool(_IKKE.search(tekst) and not _IKKE_NEKTET.search(tekst))


def ellers(a: Arbeid, u: Utsnitt, *, status: bool) -> None:
    """Take the name of the only one in the police whom a sentence names, the number it says, and the work."""
    har_navn = a.tre.har("politikontakt", a.kontakt, "navn")
    folk = [p for p in ledd.personer(u) if p.navn and p.tittel and ledd.er_politi(p.tittel.s)]
    if not har_navn and not status and len(folk) == 1 and not _ET_VERV.search(u.s) and len([*ledd.personer(u)]) == 1:
        navn = folk[0].navn
        if navn is not None:
            a.sett(navn.verdi(TROLIG, "den eneste i politiet som er nevnt"), "politikontakt.0.navn.0")
    if (
        not har_navn
        and not status
        and not folk
        and (
            m := re.match(
                rf"(?P<n>{uttrykk.NAVN})\s(?:er|blir|vert|har)\s(?:\w+\s){{0,3}}(?:mann|kvinne|kontakt|politi)\w*", u.s
            )
        )
        and not ledd.er_instans(m["n"])
    ):
        a.sett(u.gruppe(m, "n").verdi(TROLIG, "den setningen er om"), "politikontakt.0.navn.0")
    numre = [m for m in re.finditer(uttrykk.TELEFON, u.s) if len(re.sub(r"\D", "", m[0])) >= 8]
    if (
        len(numre) == 1
        and not a.tre.har("politikontakt", a.kontakt, "telefon")
        and re.search(r"(?i)\b(?:svar|nås|når|ring|treff|tak i|nummer|kontakt|tilgjengel|telefon|mobil|tlf)\w*", u.s)
        and not re.search(r"(?i)kommun\w+ (?:har|nås|svar)|faks|sentralbord|operasjonssentral", u.s)
        and not er_andres(a, u, numre[0].start())
    ):
        a.legg_til(u.gruppe(numre[0]).verdi(TROLIG, "nummeret i setningen"), "politikontakt.0.telefon")
    if kontaktvendinger.les(a, u, status=status) and (alle := kontaktvendinger.oppgavene(u)):
        for en in gjøremål(alle):
            ren = en.del_(2, len(en.s)) if en.s.startswith("å ") else en
            a.legg_til(ren.verdi(TROLIG, "oppgavene"), "politikontakt.0.oppgaver")
    if treff := _OPPGAVENE.match(u.s):
        for ett in ledd.oppramsing(u.gruppe(treff, "l").strippet(" .")):
            ren = ett.del_(2, len(ett.s)) if ett.s.startswith("å ") else ett
            if len(ren.s.split()) > 1:
                a.legg_til(ren.verdi(TROLIG, "oppgavene"), "politikontakt.0.oppgaver")


def fra_medlem(a: Arbeid) -> None:
    """Take the name from the member who has «politikontakt» for a title, when nothing else said it.

    The telephone number and the address may stand by the name in a list of people.
    """
    ukjent = not (a.tre.har("politikontakt", a.kontakt, "navn") or a.tre.har("politikontakt", a.kontakt, "status"))
    for en in a.tre.liste("politiråd", "medlemmer", "politi"):
        t, n = (en.get("tittel"), en.get("navn")) if isinstance(en, dict) else (None, None)
        if ukjent and isinstance(t, Verdi) and isinstance(n, Verdi) and "politikontakt" in t.tekst.casefold():
            a.sett(n, "politikontakt.0.navn.0")
            ukjent = False
    alle = a.tre.liste("politikontakt", 0, "navn")
    navn = alle[0] if len(alle) == 1 else None
    for en in a.tre.liste("politiråd", "medlemmer", "politi"):
        n = en.get("navn") if isinstance(en, dict) else None
        if isinstance(en, dict) and isinstance(n, Verdi) and isinstance(navn, Verdi) and n.tekst == navn.tekst:
            a.sett([en["telefon"]] if "telefon" in en else None, "politikontakt.0.telefon")
            a.sett(en.get("epost"), "politikontakt.0.epost")


def uten_tittel(u: Utsnitt) -> Utsnitt:
    """Return the name of «Politibetjent Ola Moe»."""
    tittel = re.match(rf"(?i:{uttrykk.TITTELORD})\s(?={uttrykk.NAVN})", u.s)
    return u.del_(tittel.end(), len(u.s)) if tittel else u

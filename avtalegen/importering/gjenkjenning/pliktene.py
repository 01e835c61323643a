"""What each side takes on: duties, in points and in running text, and what it pays."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Sikkerhet, Verdi
from avtalegen.importering.gjenkjenning import pliktvendinger
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_MENGDE = senere(rf"(?P<_f>(?:(?i:inntil|minst|om lag|ca\.?)\s)?)(?P<b>{uttrykk.BELØP})")
_HVEM = {
    "fylkeskommunen": r"(?:fylkeskommunen|fylket)",
    "kommunen": r"(?:hver kommune|kvar kommune|hver av kommunene|kvar av kommunane|kommunen|kommunene|"
    r"kommunane|heradet|kommune|bygda|ordføreren|ordføraren|rådmannen|kommunedirektøren|kommunestyret|"
    r"administrasjonen|byen)",
    "politiet": (
        r"(?:politiet|lensmannen|lensmannsetaten|lensmannsdistriktet|politidistriktet|politimesteren|politistasjonen|"
        r"lensmannskontoret|politimeisteren|driftsenheten|driftseininga|tjenesteenheten|tenesteeininga|"
        r"stasjonssjefen|politistasjonssjefen|politiavdelingen|politiavdelinga)"
    ),
    "felles": r"(?:partene|partane|begge parter|begge partar|vi)",
}
_SKAL = senere(
    (
        rf"^(?i:(?P<_hvem>{'|'.join(_HVEM.values())}))\s(?P<m>(?i:skal|"
        r"forplikter seg til(?:\så)?|forpliktar seg til(?:\så)?|vil|"
        r"bidrar med|har ansvar(?:et)? for(?:\så)?:?)(?:\så)?|:)\s?(?P<l>.*)"
        r"$"
    ),
    re.DOTALL,
)


def skal(tekst: str) -> bool:
    """Tell whether a sentence says what one of the sides is to do."""
    return _SKAL.match(tekst) is not None


_I_BOKSTAVER = senere(rf"^(?i:{'|'.join(_HVEM.values())})\s(?i:skal|vil|forplikt[ae]r seg til)\s?:?\s\(?a\)\s.*\sb\)\s")


_BOKSTAV = senere(r"\(?[a-zæøå]\)\s+")


def i_bokstaver(tekst: str) -> bool:
    """Tell whether a sentence counts up with letters what one of the sides is to do."""
    return _I_BOKSTAVER.match(tekst) is not None


_TAR_PÅ_SEG = senere(
    r"(?i)^(?:(?:fra|frå)\s)?"
    rf"(?:(?-i:[A-ZÆØÅ][\w-]+\s)?(?:{'|'.join(_HVEM.values())})|(?-i:[A-ZÆØÅ][\w-]+\s)+(?:politistasjon|"
    rf"lensmannskontor|"
    r"lensmannsdistrikt|politidistrikt))(?:s\s(?:side|sida))?\s(?:dessuten\s|også\s|òg\s|"
    r"har\s(?:på\ssin\sside\s)?ansvar\w*\s)?"
    r"(?!(?:er|har|hadde|var|ligger|ligg|møter|møtes|møtest|består|ledes|leies|dekker|dekkjer|betjener|omfatter|"
    r"omfattar|kan|må|"
    r"ble|blei|vart|vedtok|drøfta|drøftet|slutter|sluttet|ser|venter|ventar|utpeker|utpeikar|peker|peikar|oppnevner|"
    r"oppnemner|"
    r"leder|leier|inviterer|innkaller|kaller|kallar|evaluerer|og|eller|som|skriver|skriv|fører|treffes|nås|svarer|"
    r"ved)\b|"
    r"(?:holder|held)\s(?:åpent|ope|til|stengt|kontor)|tar\simot|tek\simot|deltar\s(?:i|på)|(?:går|tar|"
    r"tek)\s(?:gjennom|opp))"
    r"(?:[a-zæøå]+(?:er|ar|r|s)|legg|set|gjev|yt|tek|held|sel|syt|bind)\b"
)
"""A sentence that begins with a side and tells what it does, with whatever verb that is not about something else."""


def lover(tekst: str) -> bool:
    """Tell whether a sentence tells what one of the sides does for the other."""
    return _TAR_PÅ_SEG.match(tekst) is not None and not _OM_RÅD_ELLER_TID.search(tekst)


_OM_RÅD_ELLER_TID = senere(
    r"(?i)\b(?:politi|samarbeids)?rådets?\b(?=.*\b(?:møt|leder|sekretær|medlem))|\båpent?\b|\bope\b|\bsekretær|"
    r"\bmedlem\w*|"
    r"\bnestled|\binnkalling|\breferat"
)
_VENTER = senere(r"(?i)^[^:]*\b(?:vent|forvent|ønsk|ynskj)\w*\s(?:at|av)\s")


def hvem_i(tekst: str) -> str | None:
    """Return whose duties a heading or the beginning of a list is about: in «A venter at B», those of B."""
    if ventet := _VENTER.match(tekst):
        tekst = tekst[ventet.end() :]
    for navn, mønster in _HVEM.items():
        if re.match(rf"(?i)\W*{mønster}(?:s)?(?!\w)", tekst):
            return navn
    return None


def hvem_nevnes(tekst: str) -> str | None:
    """Return whose duties a heading is about, wherever in it they are named; None when it names both, or none."""
    navngitt = {navn for navn, mønster in _HVEM.items() if re.search(rf"(?i)(?<!\w){mønster}s?(?!\w)", tekst)}
    navngitt = navngitt - {"felles"} or navngitt  # «av lensmannen venter vi»
    return navngitt.pop() if len(navngitt) == 1 else None


_VENTER_VI = senere(
    rf"(?i)(?:av|fra|frå)\s(?P<h>{'|'.join(_HVEM.values())})\s(?:for)?(?:venter|ventar|vente|ønsker|ønskjer)\svi"
    r"(?:\s\w+){0,3}\s*:?\s*"
)


def innledning(tekst: str) -> str | None:
    """Return whose duties a list is of, when the words before it say nothing else: «Kommunen skal:»."""
    if re.fullmatch(r"(?i)(?:sammen|saman|i fellesskap)\s(?:skal|vil)\s(?:partene|partane|vi)\s*:?\s*", tekst):
        return "felles"
    treff = re.fullmatch(
        r"(?i)(?:[^:]*\b(?:vente|forvent|ønske|ynskj|ønskj)\w*\s(?:at|av)\s)?"
        rf"\W*(?:(?!fr[aå]\s|for\s|hos\s|i\s|av\s|med\s|til\s)(?-i:[A-ZÆØÅ])[\w-]+\s)?({'|'.join(_HVEM.values())})"
        r"(?:s (?:plikter|ansvar|oppgaver|bidrag|forpliktelser))?"
        r"(?:\s(?:skal|vil|forplikter seg til|forpliktar seg til|har ansvar for|pliktar|plikter|går inn på)(?:\så)?)?"
        r"(?:\s(?:følgende|følgjande|dette|det følgende))?\s*:?\s*",
        tekst,
    )
    ventet = _VENTER_VI.fullmatch(tekst)
    return hvem_i(treff[1]) if treff else hvem_i(ventet["h"]) if ventet else None


def plikt(a: Arbeid, u: Utsnitt, hvem: str, sikkerhet: Sikkerhet = SIKKER) -> bool:
    """Add a duty of one of the sides."""
    return a.legg_til(
        u.strippet(" ,;.").verdi(sikkerhet, "punktet under den som skal gjøre det"), f"forpliktelser.{hvem}"
    )


_LOVER = (
    r"(?:lover|lovar|(?:forplikt[ae]r|bind|binder) seg til|påtar seg|påtek seg|tar på seg|tek på seg|plikter|pliktar|"
    r"bidrar med|bidreg med|stiller med|stiller opp med|yter|dekker|dekkjer|kostar|bekoster|sørger for|syter for)"
)
"""The verbs that a side takes something on with; what stands after them is what it does."""


def _med_navn(a: Arbeid, u: Utsnitt) -> tuple[str, int] | None:
    """Return whose duties a sentence tells that begins with a side, perhaps by name, and where the verb begins."""
    navn = "|".join(re.escape(k.navn) for k in a.kommuner)
    kommuner = rf"(?:{navn})(?:(?:,|\sog)\s(?:{navn}))*(?:\s(?:kommuner?|herad))?|" if navn else ""
    for side, mønster in (
        ("kommunen", rf"{kommuner}(?i:{_HVEM['kommunen']})"),
        ("politiet", rf"(?:[A-ZÆØÅ][\w-]+\s(?:og\s\w+\s)?)?(?i:{_HVEM['politiet']}|politidistrikt|lensmannskontor)"),
    ):
        if treff := re.match(
            rf"(?:{mønster}|(?i:fra|frå)\s(?:{mønster})s?\s(?:side|sida)|"
            rf"(?i:fra|frå)\s(?:{mønster})(?=:))(?=\s[a-zæøå]|:\s)",
            u.s,
        ):
            return side, treff.end()
    return None


def med_navnet_foran(a: Arbeid, u: Utsnitt) -> tuple[str, Utsnitt] | None:
    """Return the side that a point begins with, and what it does: «Politiet: to tjenestemenn på festivalen»."""
    funnet = _med_navn(a, u)
    treff = re.match(r"^(?P<n>[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+)?):\s", u.s)
    if treff and any(k.navn == treff["n"] for k in a.kommuner):
        return "kommunen", u
    if funnet is None or u.s[funnet[1] : funnet[1] + 1] != ":":
        return None
    a.etikett(u.del_(0, funnet[1] + 1))
    return funnet[0], u.del_(funnet[1] + 1, len(u.s))


_NESTE_PLIKT = senere(r",\s(?:og\s)?(?:til\s)?å\s|\sog\s(?:til\s)?å\s")
"""Between what a side takes on and the next of it, each with its own «å»."""


def _løfte(a: Arbeid, u: Utsnitt) -> str | None:
    """Take what a side that is named takes on, as in «Flakstad kommune lover å A, å B og å C»."""
    funnet = _med_navn(a, u)
    if funnet is None:
        return None
    side, slutt = funnet
    rest = u.del_(slutt, len(u.s)).strippet(" .")
    lover = re.match(rf"(?:skal|vil|må|{_LOVER})\s(?=\S)", rest.s)
    leddene = [rest]
    if u.s[slutt] == ":":
        a.etikett(u.del_(0, slutt + 1))
        for ett in ledd.oppramsing(u.del_(slutt + 1, len(u.s)).strippet(" .")):
            plikt(a, ett, side, TROLIG)
        return side
    if lover and _NESTE_PLIKT.search(rest.s):
        leddene = [*rest.del_(lover.end(), len(rest.s)).delt(r",?\s+og\s+(?:til\s+)?(?=å\s)|,\s+(?:til\s+)?(?=å\s)")]
    elif lover and re.match("skal|vil|må", lover[0]):
        leddene = _pliktvis(rest.del_(lover.end(), len(rest.s)))
    elif not re.match(r"[a-zæøå]+(?:er|ar|t|r|s|st)?\s", rest.s):
        return None
    else:
        leddene = [*rest.delt(rf",?\s+og\s+(?={_LOVER}|stiller|legger|gir|gjev|har|set)|,\s+(?={_LOVER}\s)")]
        leddene[0] = u.del_(0, leddene[0].fra + len(leddene[0].s) - u.fra)
    for ett in leddene:
        ren = ett.del_(2, len(ett.s)) if ett.s.startswith("å ") else ett
        plikt(a, ren, side, TROLIG)
    return side


_DEN_SAMME = senere(
    r"(?:Han|Hun|Ho|Den|Det|De|Dei|Kontoret)\s(?!(?:er|har|var|gjelder|gjeld|kan|blir|vert|ble|vart|samme|fleste)\b)"
    r"(?:skal\s|vil\s)?[a-zæøå]+(?:er|ar|r|t|s|e|a)\s"
)
"""A sentence that goes on about what the side in the one before it does."""


_IKKE_PLIKTIG = senere(
    rf"(?i)^(?:{'|'.join(_HVEM.values())})\s(?:kan|må)\sikk[je]+\b|"
    r"\b(?:er|har|blir|vert)\sikk[je]+\s(?:(?:noen|noka|nokon|noe|noko)\s)?(?:forplikt(?:et|a)|pliktig|ansvarl[ie]g|ansvar|plikt|bund[ne]+)\b"
)


def _i_andre_ord(a: Arbeid, u: Utsnitt) -> str | None:
    """Take the duties of two sides in one sentence, or those that are said in other words; return whose."""
    if deler := pliktvendinger.sidene(u):
        return [plikter(a, del_) for del_ in deler][-1]
    vending = pliktvendinger.plikten(u)
    for en in vending[1] if vending else ():
        plikt(a, en, vending[0] if vending else "felles", TROLIG)
    if vending:
        ressurs(a, u)
    return vending[0] if vending else None


def plikter(a: Arbeid, u: Utsnitt, hvem: str | None = None) -> str | None:
    """Take the duties in a sentence: «Kommunen skal A, B og C.»; return whose list begins with it."""
    if u.s.rstrip().endswith(":") and (over := innledning(u.s)):
        a.etikett(u)
        return over
    if _IKKE_PLIKTIG.search(u.s) or pliktvendinger.I_VEDTAKET.match(u.s):
        return hvem
    if side := _i_andre_ord(a, u):
        return side
    ressurs(a, u)
    if _VENTER.match(u.s) and len(u.s) < 80 and (ventes := hvem_i(u.s)):
        a.etikett(u)
        return ventes
    treff = _SKAL.match(u.s)
    if treff is None and (side := _løfte(a, u)):
        return side
    if hvem in ("kommunen", "politiet") and _DEN_SAMME.match(u.s):
        plikt(a, u, hvem, TROLIG)
        return hvem
    vi = hvem if hvem in ("kommunen", "politiet") and re.match(r"(?i)vi\s", u.s) else None
    if treff:
        hvem = vi or hvem_i(treff["_hvem"]) or "felles"
        innhold = u.gruppe(treff, "l").strippet(" :.")
        a.etikett(u.del_(0, treff.start("l")))
        if not innhold.s:
            return hvem
        _leddene(a, innhold, hvem)
        return hvem
    første = re.match(rf"^(?i:{'|'.join(_HVEM.values())})\s(?=[a-zæøå]+(?:er|ar|t|r)?\s)", u.s)
    if første:
        hvem = vi or hvem_i(første[0]) or "felles"
        plikt(a, u, hvem, TROLIG)
        return hvem
    if hvem in ("kommunen", "politiet") and re.match(r"At\s\S+\s", u.s):
        plikt(a, u, hvem, TROLIG)
        return hvem
    if hvem and u.s[:1].islower():
        _leddene(a, u.strippet(" ."), hvem)
    return hvem


_TIL_Å = senere(r"til\så\s")
_GJØR = senere(
    r"(?:(?i:og|også|òg|aktivt|jevnlig|jamleg|årlig|årleg|så|ikk[je]+|\w+(?:lig|leg|vis))\s)?"
    r"(?:(?:til\s)?å\s|\(?[a-zæøå0-9]\)\s|(?-i:[a-zæøå]{2,30}[ea]|ha|gi|gå|få|se|sjå|bli|stå|la|be|dra|si|bety|tilby|gjøre|vere)\b)"
)
"""What a duty in a list begins with: something to do. What else stands after a comma, belongs to the one before."""


def _pliktvis(u: Utsnitt) -> list[Utsnitt]:
    """Return the duties of a list, those that only go on with one before put to it."""
    ut: list[Utsnitt] = []
    for ett in ledd.oppramsing(u):
        if ut and not _GJØR.match(ett.s):
            fra = ut[-1].fra - u.fra
            ut[-1] = u.del_(fra, ett.fra - u.fra + len(ett.s))
        else:
            ut.append(ett)
    return ut


def _leddene(a: Arbeid, u: Utsnitt, hvem: str) -> None:
    """Add the duties of a list in running text, without the letters in front of them."""
    for ett in _pliktvis(u):
        bokstav = _BOKSTAV.match(ett.s) or _TIL_Å.match(ett.s)
        if bokstav:
            a.etikett(ett.gruppe(bokstav))
        plikt(a, ett.del_(bokstav.end(), len(ett.s)) if bokstav else ett, hvem, TROLIG)


_SETTER_INN = senere(
    r"(?i)betal|\bgir\b|gjev|yter|løyv|bevilg|bidr|dekker|dekkjer|legg|sett|still|kost|beregnet|årl[ie]g|"
    r"pr\.? år|per år|\bkr\b.*\btil\b"
)


def ressurs(a: Arbeid, u: Utsnitt) -> bool:
    """Take an amount, or a share of a position, that somebody puts in."""
    hvem = re.search(
        rf"(?i)(?<!\w)(?P<h>(?:(?-i:[A-ZÆØÅ][\w-]+)\s(?=kommune\b|herad\b))?{_HVEM['kommunen']}|"
        rf"{_HVEM['politiet']}|{_HVEM['felles']})(?!\w)",
        u.s,
    )
    treff = _MENGDE.search(u.s)
    if not treff or not _SETTER_INN.search(u.s) or pliktvendinger.TAP.search(u.s):
        return False
    beløp = u.gruppe(treff, "b").spenn
    for der in a.tre.liste("forpliktelser", "ressurser"):
        før = der.get("beløp") if isinstance(der, dict) else None
        if isinstance(før, Verdi) and beløp in før.spenn:
            return False
    node: dict[str, Node] = {}
    hva = re.search(
        r"(?i)^[^,;]*?\b(?:til|i|for)\s(?!året|år\b|\d)(?P<h>(?:et |eit |ein |en |å )?[a-zæøå][^.,;()]*)",
        u.s[treff.end() :],
    )
    if hva:
        del_ = u.del_(treff.end() + hva.start("h"), treff.end() + hva.end("h"))
        if nytt := pliktvendinger.NYTT_VERB.search(del_.s):
            del_ = del_.del_(0, nytt.start())
        node["hva"] = del_.verdi(TROLIG, "det pengene går til")
    else:
        slutt = _NESTE_PLIKT.search(u.s, treff.end())
        node["hva"] = (
            u.del_(0, slutt.start() if slutt else len(u.s)).strippet(" .").verdi(TROLIG, "setningen om pengene")
        )
    if hvem:
        navngitt = re.match(r"(?!(?i:hver|kvar)\b)\S+\s", hvem["h"])
        tekst = None if navngitt else ledd.som_tittel(hvem["h"])
        node["fra"] = [u.gruppe(hvem, "h").verdi(SIKKER, "den som betaler", tekst)]
    sifre = re.sub(r"\D", "", re.sub(r",(?:-|00)$", "", treff["b"].replace(" kroner", "").replace(",-", "")))
    node["beløp"] = u.gruppe(treff, "b").verdi(SIKKER, "beløpet", f"{int(sifre):,} kr".replace(",", " "), ordrett=False)
    return a.legg_til(node, "forpliktelser.ressurser")

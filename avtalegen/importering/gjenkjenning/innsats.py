"""What the parties want and will do: aims, areas with measures, duties, resources, SLT and other places to meet."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Sikkerhet, Verdi
from avtalegen.importering.utsnitt import Utsnitt, samlet
from avtalegen.importering.ventende import senere

_REKKE = senere(r"(?:(?<=\s)|(?<=^)|(?<=[,;:]))(?:\(?(?:\d{1,2}|[a-zæøå])\)|[•–-](?=\s))\s*", re.IGNORECASE)
FRIST = senere(
    r"(?i:(?P<_m>(?:det første\s)?(?:innen|innan|før|seinast|senest|"
    rf"frå|fra|til)\s(?:den\s|utgangen av\s|utløpet av\s)?))(?P<d>{uttrykk.DATO}|{uttrykk.MÅNEDSDATO})"
)
"""By when a measure is done, the day as `d`."""


def områder_i(a: Arbeid, u: Utsnitt) -> bool:
    """Take the areas that a sentence counts up: «a) trygg skolevei, b) …», «(1) …, (2) …»."""
    starter = [*_REKKE.finditer(u.s)]
    if len(starter) < 2:
        return False
    for nr, treff in enumerate(starter):
        slutt = starter[nr + 1].start() if nr + 1 < len(starter) else len(u.s)
        del_ = u.del_(treff.end(), slutt).strippet(" ,;.\n")
        del_ = del_.del_(0, len(del_.s) - 3) if del_.s.endswith(" og") else del_
        if del_.s:
            a.etikett(u.gruppe(treff))
            område(a, del_)
    return True


IKKE_NÅ = senere(
    r"(?i)\b(?:fram|frem) til \d{4}\b[^.]*\bvar\b|\bstrøk\w*|\btatt ut\b|\bteke ut\b|\bprioriter\w+ ikk[je]+\b|"
    r"\bikk[je]+ (?:et |eit )?"
    r"(?:sats|innsats|fokus)\w*område|\bvar (?:også |òg )?\w+ (?:et|eit) \w*område|\bikk[je]+ fleirtal|"
    r"\bikk[je]+ flertall|\ber ikk[je]+ (?:en |ein )?del av"
)
"""What is no longer, or did not become, one of the areas."""
_ARBEIDE_MED = senere(
    r"(?i)(?:(?:\b(?:to|tre|fire|fem|seks) (?:ting|områder|område|saker|felt|forhold|tema\w*)"
    r"(?:\s[^.:,;\d]{2,50})?)\s?:|"
    r"fokus(?:et)?(?: i [\d og–-]+)?\s?:|"
    r"arbeid(?:e|er|ar)? (?:særlig |særleg |mest |spesielt )?med|arbeide|prioritere|prioriterer|satse på|"
    r"satsar på|satser på|legge vekt på|legg(?:er)? vekt på:|"
    r"fokus på|fokusere på|rettes mot|rettast mot|områder er|område er|"
    r"(?:følgende|følgjande|fylgjande|disse|desse)\s(?:\w+\s){0,2}(?:\w*område\w*|områda|temaer|tema|felt|satsingar|satsinger)"
    r"(?:\s[^.:,;\d]{2,40})?(?=:))\s?:?\s"
    r"(?:(?:to|tre|fire|fem|seks) (?:ting|områder|område|saker|felt):\s)?(?P<l>[^.:]+(?:,|\sog\s)[^.:]+)\.?$"
)


_FREMST = senere(
    r"(?i)(?:først og fremst|fyrst og fremst|fremfor alt|framfor alt|aller helst)\s(?:vil|skal)\s"
    r"(?:vi|partene|partane)\s(?:derfor\s|difor\s)?(?P<l>[a-zæøå][^:;]+?,[^:;]+?)\.?$"
)


def prioriteringer(a: Arbeid, u: Utsnitt) -> bool:
    """Take the areas that a sentence says the parties will work with: «prioritere rus blant unge, vold og fart»."""
    treff = _ARBEIDE_MED.search(u.s) or _FREMST.match(u.s)
    leddene = ledd.oppramsing(u.gruppe(treff, "l")) if treff else []
    if len(leddene) < 2 or any(len(en.s.split()) > 9 for en in leddene):
        return False
    for en in leddene:
        område(a, en, TROLIG)
    return True


def område(a: Arbeid, u: Utsnitt, sikkerhet: Sikkerhet = SIKKER) -> int:
    """Add an area by its name, unless it is there, and return which it is."""
    ren = u.strippet(" ,;.:")
    områder = a.tre.liste("satsningsområder", "områder")
    for nr, der in enumerate(områder):
        navn = der.get("navn") if isinstance(der, dict) else None
        if isinstance(navn, Verdi) and navn.tekst.casefold() == samlet(ren.s).casefold():
            a.dekk(navn._replace(spenn=(ren.spenn,)))
            return nr
    a.legg_til({"navn": ren.verdi(sikkerhet, "punktet eller overskriften")}, "satsningsområder.områder")
    return len(a.tre.liste("satsningsområder", "områder")) - 1


def samleområde(a: Arbeid, navn: Utsnitt | None) -> int:
    """Return the area for measures that belong to none: it has the name of the heading over them."""
    if navn is not None:
        return område(a, navn, TROLIG)
    a.tre.legg_til(
        {"navn": Verdi("Tiltak", (), TROLIG, "tiltakene hører ikke til noe område", ordrett=False)},
        "satsningsområder",
        "områder",
    )
    return len(a.tre.liste("satsningsområder", "områder")) - 1


def tiltak(hva: Utsnitt, ansvarlig: Utsnitt | None, frist: Utsnitt | None, a: Arbeid) -> dict[str, Node]:
    """Return a measure with those who are responsible and when it is to be done."""
    node: dict[str, Node] = {"hva": hva.strippet(" ,;.").verdi(SIKKER, "tiltaket")}
    if ansvarlig and ansvarlig.strippet(" ,;.–-").s:
        ledd_ = ledd.oppramsing(ansvarlig.strippet(" ."))
        node["ansvarlig"] = [en.verdi(SIKKER, "den ansvarlige") for en in ledd_]
    if frist and (ren := frist.strippet(" ,;.–-")).s:
        node["frist"] = a.les(ren, "dato", SIKKER, "fristen") or _fristen(a, ren)
    return node


_I_PARENTES = senere(r"^(?P<h>.+?)\s\((?P<a>[^(),\d]{3,60}?)(?:,\s(?P<f>[^()]{3,40}))?\)\.?$")


def med_parentes(a: Arbeid, u: Utsnitt) -> dict[str, Node]:
    """Return a measure with what stands in brackets after it: «Kurs for vakter (næringssjefen, 1.11.2015)»."""
    treff = _I_PARENTES.match(u.s)
    if treff is None or (
        treff["f"] is None
        and not re.search(
            rf"{uttrykk.TITTELORD}|(?i:politi|kommune|"
            f"lensmann)",
            treff["a"],
        )
    ):
        return {"hva": u.strippet(" ,;.").verdi(SIKKER, "punktet")}
    frist = u.gruppe(treff, "f") if treff["f"] else None
    return tiltak(u.gruppe(treff, "h"), u.gruppe(treff, "a"), frist, a)


_HVEM = r"\(?(?i:ansvarl[ie]g\w*|ansvar|[hk]vem|kven)\s?:\s(?P<a>[^.:;()]{3,80}?)"
_NÅR = r"\(?(?i:(?:tids)?frist\w*|innen|innan|ferdig|når)\s?:\s(?P<f>[^:;()]{3,60}?)"
_MED_LEDETEKSTER = tuple(
    senere(rf"^(?P<h>[^:]{{6,}}?)[.;,]?\s{først}(?:[.;,]?\s{sist})?\)?\.?$")
    for først, sist in ((_HVEM, _NÅR), (_NÅR, _HVEM))
)


def med_ledetekster(a: Arbeid, u: Utsnitt) -> dict[str, Node] | None:
    """Return a measure with labels behind it: «Kurs for vakter. Ansvarlig: næringssjefen. Frist: 1.11.2015»."""
    treff = next(filter(None, (mønster.match(u.s) for mønster in _MED_LEDETEKSTER)), None)
    if treff is None:
        return None
    hvem, når = (u.gruppe(treff, navn) if treff[navn] else None for navn in "af")
    til = treff.end("h")
    for fra, slutt in sorted(treff.span(navn) for navn in "af" if treff[navn]):
        a.etikett(u.del_(til, fra))
        til = slutt
    return tiltak(u.gruppe(treff, "h"), hvem, når, a)


_SKILLE = r"\s*(?:→|⇒|➔|=>|->)\s*|\s+[–|/]\s+|\t+"
_ER_FRIST = senere(
    rf"(?i)^(?:(?:innen|innan|før|fra|frå|senest|seinast|til)\s)?(?:{uttrykk.DATO}|{uttrykk.MÅNEDSDATO}|"
    rf"\d{{1,2}}\.\s?{uttrykk.MÅNED}\b.*|{uttrykk.MÅNED}\b.*|(?:uke|veke)\s\d.*|Q[1-4]\s?\d{{4}}|[1-4]\.\skvartal\b.*|"
    r"20\d\d|løpende|løpande|fortløpende|årl[ie]g\w*|(?:hver|kvar|hvert|kvart)\s.*|(?:skole|skule)start\b.*|nyttår\b.*)\W*$"
)


def med_skiller(a: Arbeid, u: Utsnitt) -> dict[str, Node] | None:
    """Return a measure whose parts stand with arrows or strokes between them: «kurs → rektor → 1. mai 2015»."""
    deler = [del_ for del_ in u.delt(_SKILLE) if del_.strippet(" .,;").s]
    if len(deler) < 2 or len(deler) > 4 or not _ER_FRIST.match(deler[-1].s.strip()):
        return None
    hva, hvem = deler[0], deler[-2] if len(deler) > 2 else None
    return tiltak(hva, hvem, deler[-1], a)


_HVEM_GJØR = senere(r"^(?P<a>[a-zæøå][a-zæøå\- ]{2,40}):\s(?P<h>[^:]+)$")


def tiltak_av(a: Arbeid, u: Utsnitt) -> bool:
    """Take a point that begins with who does it, under an area: «lensmannen: to kontroller i måneden»."""
    treff, områder = _HVEM_GJØR.match(u.s.rstrip(" .")), a.tre.liste("satsningsområder", "områder")
    if treff is None or not områder:
        return False
    hva = u.gruppe(treff, "h")
    frist = FRIST.search(hva.s)
    node = tiltak(hva, u.gruppe(treff, "a"), hva.gruppe(frist, "d") if frist else None, a)
    return a.legg_til(node, f"satsningsområder.områder.{len(områder) - 1}.tiltak")


def _fristen(a: Arbeid, u: Utsnitt) -> Verdi:
    treff = FRIST.match(u.s)
    if treff and treff.end() == len(u.s) and (dag := ledd.dato(treff["d"])):
        a.etikett(u.del_(0, treff.start("d")))
        return u.gruppe(treff, "d").verdi(SIKKER, "fristen", dag, ordrett=False)
    return u.verdi(SIKKER, "fristen")


def gjøremål(a: Arbeid, u: Utsnitt) -> dict[str, Node]:
    """Return a sentence as a measure, with who does it and the day that it is to be done by."""
    if (med := med_ledetekster(a, u)) or "ansvarlig" in (med := med_parentes(a, u)):
        return med
    treff = FRIST.search(u.s)
    node = tiltak(u, None, None, a)
    if treff and (frist := a.les(u.gruppe(treff, "d"), "dato", SIKKER, "fristen")):
        node["frist"] = frist
    return node


_SOM_FØR = senere(
    r"(?:Den|Det|Dette|Denne|Disse|Desse|Arbeidet|Ordning(?:en|a)|Tiltaket|Planen|Opplegget|Oppl[eæ]ringa|Kurset|"
    r"Prosjektet|"
    r"Fristen|Ansvar\w*|Alt)\s"
)
"""The subject of a sentence that goes on about the measure in the one before it."""


def har_frist(tekst: str) -> bool:
    """Tell whether a sentence has a day that something is to be done by."""
    return FRIST.search(tekst) is not None


def fortsetter(u: Utsnitt, før: Utsnitt | None) -> Utsnitt | None:
    """Return the sentence before one that goes on about the same measure, when they stand in the same paragraph."""
    if før is None or før.linje != u.linje or not _SOM_FØR.match(u.s) or FRIST.search(før.s):
        return None
    return før if len(før.s.split()) > 3 else None


_TAR_SEG_AV = senere(
    rf"(?P<r>{uttrykk.ROLLE})\s(?:sørger for|syter for|lager|lagar|skal|setter|har|gjennomfører|arrangerer)"
)


def løpende_tiltak(a: Arbeid, u: Utsnitt) -> bool:
    """Take a sentence with a day that something is to be done by as a common duty with that day."""
    treff = FRIST.search(u.s)
    if not treff or re.search(r"(?i)avtalen|vedt[ao]k|erstatt", u.s):
        return False
    om = fortsetter(u, a.før)
    node: dict[str, Node] = {"hva": (om or u).strippet(" .").verdi(TROLIG, "setningen om tiltaket")}
    if frist := (
        a.les(u.gruppe(treff, "d"), "dato", SIKKER, "fristen") or u.gruppe(treff, "d").verdi(TROLIG, "fristen")
    ):
        node["frist"] = frist
    if hvem := _TAR_SEG_AV.match(u.s):
        node["ansvarlig"] = [u.gruppe(hvem, "r").verdi(TROLIG, "den som gjør det")]
    elif hvem := re.search(
        r"(?:skal|lager|lagar)\s(?P<r>[A-ZÆØÅa-zæøå\-]+(?:en|et|a|ene|ane)(?:\sog\s[a-zæøå]+(?:en|et|a|ene|ane))?)\s",
        u.s,
    ):
        node["ansvarlig"] = [ett.verdi(TROLIG, "den som gjør det") for ett in ledd.oppramsing(u.gruppe(hvem, "r"))]
    områder = a.tre.liste("satsningsområder", "områder")
    ett = områder and not _i_rekke(områder)
    return a.legg_til(node, f"satsningsområder.områder.{len(områder) - 1}.tiltak" if ett else "forpliktelser.felles")


def _i_rekke(områder: list[Node]) -> bool:
    """Tell whether the last area was counted up after another in one sentence: nothing tells which a measure is of."""
    navnene = [en["navn"] for en in områder if isinstance(en, dict)]
    linjene = [navn.spenn[0].linje if navn.spenn else None for navn in navnene if isinstance(navn, Verdi)]
    return linjene[-1:] == linjene[-2:-1] != [None]


def om_områder(tekst: str) -> bool:
    """Tell whether a sentence says what the parties will work with, or by which day something is to be done."""
    return bool(_ARBEIDE_MED.search(tekst) or _FREMST.match(tekst) or FRIST.match(tekst))


_ÅRENE = senere(r"(?<!\d)(?P<f>20\d\d)\s?(?:[-–/]|til|og)\s?(?P<t>20\d\d)(?!\d)")


def perioden(a: Arbeid, u: Utsnitt) -> None:
    """Read which years the areas are for, in a heading or in the words over a list of them."""
    treff = _ÅRENE.search(u.s)
    if treff and int(treff["f"]) < int(treff["t"]):
        verdi = u.gruppe(treff).verdi(SIKKER, "årene", f"{treff['f']}–{treff['t']}", ordrett=False)
        a.sett(verdi, "satsningsområder.periode")

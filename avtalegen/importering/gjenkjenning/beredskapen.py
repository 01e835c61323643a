"""What sentences say of preparedness: the crisis management, the plans, and the exercises with who is in them."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, rolle
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_STABEN = r"krise(?:ledelse|leiing|stab|team)"
_I_STABEN = rf"\s(?:også\s|òg\s|fast\s)?(?:i|av)\s(?:kommunens\s|kommunen sin\s|heradets\s)?{_STABEN}"
_KRISE = (
    senere(
        rf"(?P<r>{uttrykk.ROLLE})(?:,\s(?:eller|eventuelt)\s[^,.]{{3,40}},)?\s(?:sitter|sit|er (?:fast\s)?med(?:lem)?|"
        rf"deltar|deltek|møter|har (?:fast )?plass|inngår|går inn|representerer politiet|tiltrer|tiltrår){_I_STABEN}"
    ),
    senere(
        rf"(?i:i)\s(?:kommunens\s|kommunen sin\s|heradets\s)?{_STABEN}\w*\s(?:til kommunen\s)?(?:sitter|sit|møter|"
        rf"deltar|deltek|inngår|er)\s(?:også\s|òg\s)?(?P<r>{uttrykk.ROLLE})(?=\s(?:for|fra|frå)\spolitiet|\.?$)"
    ),
    senere(
        rf"(?:trer|trår|inngår|møter|deltar|deltek|går)\s(?:da\s|då\s)?(?P<r>{uttrykk.ROLLE})\s(?:inn\b)?{_I_STABEN}"
    ),
    senere(
        rf"(?i:politiet)\s(?:er representert|møter|deltar|deltek|er med){_I_STABEN}\w*\s(?:ved|med|gjennom)\s"
        rf"(?P<r>{uttrykk.ROLLE})"
    ),
)
_ANDRES = senere(
    r"(?i)(?:fylkesmann|statsforvalt|brannv|brann\s|sivilforsvar|heimevern|dsb\b|amk\b|ambulanse|sykehus|sjukehus|"
    r"fylkeskommun)\w*\s(?!.*\b(?:politi|lensmann|sammen|saman|i lag))"
)
"""The beginning of a sentence about the exercises of others."""
_ØVELSE = senere(
    r"(?i)\b(?:en |ei |ein )?(?:felles |sams |årlig |årleg )*(?P<h>[\w-]*øv(?:else|ing)(?:r|ar|er)?(?:\s(?:i|om|"
    r"mot|for|på)\s(?!(?:hvert?|kvart?|minst|uke|veke|månad|måned)\b)[a-zæøåA-ZÆØÅ ]{3,60}?)?)"
    r"(?=\s(?:hvert|hver|kvart|kvar|minst|årlig|årleg|(?:én|en|ein|ei|to|tre)\sg[ao]ng\w*|annethvert|annakvart|sammen|saman|skal|er|blir|"
    r"vert|holdes|haldast|gjennomføres|gjennomførast|med|i løpet)\b|[.,:;]|$)"
)
_ØVER = senere(r"(?i)\b(?P<h>(?:skal\s)?øv(?:er|ar|e|a)(?:\s(?:sammen|saman|i lag))?)\b")
_NESTE = senere(
    rf"(?i)(?:neste|første|fyrste)\s(?:\w*øv(?:else|ing)|gang|gong)\w*\s"
    r"(?:(?:er|blir) planlagt til|er lagt til|er|blir|vert|holdes|haldast|skal være|skal vere)?\s?(?:i\s)?"
    rf"(?P<n>{uttrykk.DATO}|{uttrykk.MÅNEDSDATO}|{uttrykk.ÅRSTID}\s\d{{4}}|\d{{4}})"
)
_ØVELSEN_ER = senere(r"(?i)^(?:øvelser?|øving(?:ar)?|fellesøvelse|fellesøving)\s?:\s(?P<h>[^:]{3,120}?)\.?$")
_MERKE = senere(
    r"(?i)^(?:(?P<o>hyppighet|hvor ofte|kor ofte)|(?P<a>ansvar(?:lig|leg)?|arrangør)|"
    r"(?P<d>deltakere|deltakarar|deltagere)|(?P<n>neste(?: øvelse| øving)?))\s?:\s(?P<v>[^:]{2,120}?)\.?$"
)
_ANSVARLIG = senere(
    rf"^(?:(?i:ansvar(?:lig|leg)|arrangør)(?:\s\w+){{0,2}}\ser\s(?P<r>[^.;:]{{3,80}}?)\.?$|"
    rf"(?P<s>{uttrykk.ROLLE})\s(?:har\sansvar\w*\sfor|er\sansvar(?:lig|leg)\sfor|planlegger|planlegg|arrangerer|"
    r"leder|leier|leiar)\s(?:\w+\s)?(?:øv\w+|det|denne))"
)
_DELTAR = senere(
    r"^(?:(?i:på øv\w+\s(?:deltar|deltek)\s|(?:deltakere|deltakarar)\ser\s)(?P<e>[^.;:]{3,160}?)\.?$|"
    r"(?P<d>[A-ZÆØÅ][^.;:]{3,160}?)\s(?:deltar|deltek|er med|inviteres|inviterast|blir invitert|vert inviterte)"
    r"(?:\s(?:på|i)\søv\w+)?\.?$)"
)
_PLANEN = senere(
    r"(?i)(?P<t>(?:helhetlig(?:e)?\s|heilskapleg(?:e)?\s|kommunens\s)*(?:risiko- og s[aå]rbar(?:hets|heits)?analyse|"
    r"ros-?\s?analyse)|(?:overordn[ae](?:de|t)?\s)?(?:krise- og )?beredskapsplan)(?:e?n|a)?\b"
)
_BLE_VEDTATT = senere(
    rf"(?i)\b(?:vedtatt|vedteken|vedteke|godkjent|vedtok|godkjente)\b[^.;]{{0,60}}?(?P<d>{uttrykk.DATO}|{uttrykk.MÅNEDSDATO}|\d{{4}})"
)
_OPPDATERES = senere(
    r"(?i)(?:oppdater\w*|revider\w*|gjennomgås|gjennomgåast|ruller\w*|ajourfør\w*|gå(?:r|s)? gjennom|vurderes|"
    r"vurderast)\b"
)
_DEKNING = senere(
    r"(?i)\b(?:\w*patrulje\w*|\w*vakt\w*|døgn\w*|utryk\w+|politidekning|politikraft|politikrefter|reserve\w*|"
    r"(?:natt|helg)\w*|nødnett|112)\b"
)
"""What tells of the readiness of the police, and not of what the parties do in a crisis."""
_GJØR = senere(
    rf"^(?:(?i:politiet|lensmannen|kommunen|kommunene|heradet|partene|partane|begge|{uttrykk.RÅDET})|{uttrykk.ROLLE})\s"
    r"(?!(?:er|har|var|hadde|ligger|består)\b)(?:skal\s|vil\s)?[a-zæøå]{2,}"
)


def kriseledelsen(a: Arbeid, u: Utsnitt) -> bool:
    """Take the one of the police who is in the crisis management of the kommune."""
    treff = next((m for mønster in _KRISE if (m := mønster.search(u.s))), None)
    node = rolle(u.gruppe(treff, "r"), SIKKER, "«i kriseledelsen»") if treff else None
    return a.legg_til(node, "beredskap.kriseledelse")


def først(a: Arbeid, u: Utsnitt, del_: str) -> bool:
    """Take who is in the crisis management, wherever it is said, and when the kommune adopted its own plan."""
    return (del_ == "beredskap" and planene(a, u)) or kriseledelsen(a, u)


def setning(a: Arbeid, u: Utsnitt) -> bool:
    """Read what a sentence says of preparedness; tell whether it was something that has a field."""
    if _ANDRES.match(u.s):
        return True
    satt = kriseledelsen(a, u)
    return planene(a, u) or _om_øvelsen(a, u) or _øvelse(a, u) or _neste(a, u) or satt


def planene(a: Arbeid, u: Utsnitt) -> bool:
    """Read when the plan or the analysis was adopted, and how often it is gone through."""
    satt = False
    for del_ in u.delt(r"\s+(?:og|mens|medan)\s+(?=\w*beredskapsplan)"):
        treff = _PLANEN.search(del_.s)
        vedtatt, oppdateres = _BLE_VEDTATT.search(del_.s), _OPPDATERES.search(del_.s)
        if treff is None or not (vedtatt or oppdateres) or re.search(r"(?i)\bikk[je]+\b|\bmå\b|\bny plan\b", del_.s):
            continue
        node: dict[str, Node] = {"tittel": del_.gruppe(treff, "t").verdi(SIKKER, "det den heter")}
        if vedtatt and (dag := a.les(del_.gruppe(vedtatt, "d"), "datering", SIKKER, "når den ble vedtatt")):
            node["vedtatt"] = dag
        ofte = next(iter(re.finditer(uttrykk.HYPPIGHET, del_.s)), None)
        if oppdateres and ofte and (hvor := a.les(del_.gruppe(ofte), "hyppighet", SIKKER, "hvor ofte")):
            node["hyppighet"] = hvor
        felt = "beredskapsplan" if "plan" in treff["t"].casefold() else "risikoanalyse"
        satt = (len(node) > 1 and a.sett(node, f"beredskap.{felt}")) or satt
    return satt


def _om_øvelsen(a: Arbeid, u: Utsnitt) -> bool:
    """Read who is in charge of the exercise that was named last, who is in it, how often and when it is."""
    if treff := _ØVELSEN_ER.match(u.s):
        return _ny(a, u.gruppe(treff, "h"), SIKKER)
    øvelser = a.tre.liste("beredskap", "øvelser")
    siste = øvelser[-1] if øvelser else None
    if not isinstance(siste, dict) or not isinstance(hva := siste.get("hva"), Verdi):
        return False
    rute = f"beredskap.øvelser.{len(øvelser) - 1}"
    if not hva.spenn or not 0 <= u.linje - hva.spenn[0].linje < _NÆR:
        return False
    if neste := _NESTE.search(u.s):
        return a.sett(u.gruppe(neste, "n").verdi(SIKKER, "neste øvelse"), f"{rute}.neste")
    if merke := _MERKE.match(u.s):
        verdien, felt = u.gruppe(merke, "v"), {"o": "hyppighet", "a": "ansvarlig", "d": "deltakere", "n": "neste"}
        felt_ = next(felt[g] for g in felt if merke[g])
        if felt_ == "hyppighet":
            return a.sett(a.les(verdien, "hyppighet", SIKKER, "ledeteksten"), f"{rute}.hyppighet")
        if felt_ == "neste":
            return a.sett(verdien.verdi(SIKKER, "ledeteksten"), f"{rute}.neste")
        return _alle(a, verdien, f"{rute}.{felt_}")
    if treff := _ANSVARLIG.match(u.s):
        return _alle(a, u.gruppe(treff, "r" if treff["r"] else "s"), f"{rute}.ansvarlig")
    if treff := _DELTAR.match(u.s):
        return _alle(a, u.gruppe(treff, "e" if treff["e"] else "d"), f"{rute}.deltakere")
    return False


_NÆR = 4
"""Lines after an exercise in which more may be said of it."""


def _alle(a: Arbeid, u: Utsnitt, rute: str) -> bool:
    alle = [ett.verdi(SIKKER, "øvelsen", ledd.som_tittel(ett.s)) for ett in ledd.oppramsing(u.strippet(" ."))]
    return a.sett(list[Node](alle), rute)


def _øvelse(a: Arbeid, u: Utsnitt) -> bool:
    ofte = next((m for m in re.finditer(uttrykk.HYPPIGHET, u.s)), None)
    øvelse = _ØVELSE.search(u.s) or _ØVER.search(u.s)
    if not øvelse or not ofte or re.search(r"(?i)\b(?:ikk[je]+|ingen|inga)\b", u.s):
        return False
    som_verb = None
    if øvelse.re.pattern == _ØVER.pattern:
        som_verb = "øving" if re.search(r"øva|\b(?:saman|partane|gong|kvart)\b", u.s) else "øvelse"
    node: dict[str, Node] = {"hva": u.gruppe(øvelse, "h").verdi(TROLIG, "øvelsen", som_verb, ordrett=not som_verb)}
    if hyppighet := a.les(u.gruppe(ofte), "hyppighet", SIKKER, "hvor ofte"):
        node["hyppighet"] = hyppighet
    if neste := _NESTE.search(u.s):
        node["neste"] = u.gruppe(neste, "n").verdi(SIKKER, "neste øvelse")
    return a.legg_til(node, "beredskap.øvelser")


def _neste(a: Arbeid, u: Utsnitt) -> bool:
    """Take the next exercise, of which only when is said."""
    neste = re.match(r"(?i)neste\s(?P<h>\w*øv(?:else|ing))\b", u.s)
    når = _NESTE.match(u.s)
    if neste is None or når is None or a.tre.har("beredskap", "øvelser"):
        return False
    node: dict[str, Node] = {
        "hva": u.gruppe(neste, "h").verdi(TROLIG, "øvelsen"),
        "neste": u.gruppe(når, "n").verdi(SIKKER, "neste øvelse"),
    }
    return a.legg_til(node, "beredskap.øvelser")


def _ny(a: Arbeid, u: Utsnitt, sikkerhet: object) -> bool:
    """Add an exercise that stands by itself, with how often after it."""
    ofte = next((m for m in re.finditer(uttrykk.HYPPIGHET, u.s)), None)
    hva = u.del_(0, ofte.start() if ofte else len(u.s)).strippet(" ,;:–-.(")
    if not hva.s:
        return False
    node: dict[str, Node] = {"hva": hva.verdi(SIKKER if sikkerhet is SIKKER else TROLIG, "øvelsen")}
    if ofte and (hyppighet := a.les(u.gruppe(ofte), "hyppighet", SIKKER, "hvor ofte")):
        node["hyppighet"] = hyppighet
    return a.legg_til(node, "beredskap.øvelser")


def om_kommunens(tekst: str) -> bool:
    """Tell whether a sentence is about the plans or the exercises of the kommune, and not how the police are ready."""
    if re.match(r"(?i)tema(?:et)?\s(?:er|for)\b", tekst):
        return True
    return bool(re.search(r"(?i)beredskapsplan|analyse|\w*øv(?:else|ing)|kriseled|kriselei", tekst))


def innleder(tekst: str) -> bool:
    """Tell whether a line is only the words over a list of exercises."""
    return bool(re.fullmatch(r"(?i)(?:\w+\s){0,2}\w*øv(?:else|ing)(?:r|ar|er|ne|ene|ane)?\s?:\s*", tekst))


def punkt(a: Arbeid, u: Utsnitt, innledning: str) -> bool:
    """Read a point of a list that is one of the exercises; tell whether it was."""
    return bool(re.search(r"(?i)øv(?:else|ing)", innledning)) and _ny(a, u.strippet(" ,;."), TROLIG)


def ellers(a: Arbeid, u: Utsnitt) -> bool:
    """Take what one of the parties does in a crisis, told in a sentence that is not about the watch of the police."""
    if _DEKNING.search(u.s) or not _GJØR.match(u.s) or re.search(r"(?i)\bikk[je]+\b", u.s):
        return False
    return a.legg_til(u.strippet(" .").verdi(TROLIG, "det partene gjør i beredskapen"), "beredskap.oppgaver")

"""What sentences say of preparedness: who is in the crisis management, and which exercises there are."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid, rolle
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_KRISE = senere(
    rf"(?P<r>{uttrykk.ROLLE})\s(?:sitter|sit|er (?:fast\s)?med(?:lem)?|"
    r"deltar|deltek|møter|har (?:fast )?plass|inngår|går inn)\s"
    r"(?:også\s|òg\s|fast\s)?(?:i|av)\s"
    r"(?:kommunens\s|kommunen sin\s|heradets\s)?krise(?:ledelse|leiing|stab)"
)
_ØVELSE = senere(
    r"(?i)\b(?:en |ei |ein )?(?:felles |sams |årlig |årleg )*(?P<h>[\w-]*øv(?:else|ing)(?:r|ar|er)?(?:\s(?:i|om|"
    r"mot|for)\s[a-zæøå ]{3,40}?)?)"
    r"(?=\s(?:hvert|hver|kvart|kvar|minst|årlig|årleg|én|en|ein|ei|to|annethvert|annakvart)\b|[.,;]|$)"
)
_ØVER = senere(r"(?i)\b(?P<h>(?:skal\s)?øv(?:er|ar|e|a)(?:\s(?:sammen|saman|i lag))?)\b")
_NESTE = senere(
    rf"(?i)(?:neste|første|fyrste)\s(?:\w*øv(?:else|ing)|gang|gong)\w*\s(?:er|blir|vert|skal være|"
    rf"skal vere)?\s?(?:i\s)?"
    rf"(?P<n>{uttrykk.DATO}|{uttrykk.MÅNEDSDATO}|{uttrykk.ÅRSTID}\s\d{{4}}|\d{{4}})"
)


def kriseledelsen(a: Arbeid, u: Utsnitt) -> bool:
    """Take the one of the police who is in the crisis management of the kommune."""
    treff = _KRISE.search(u.s)
    node = rolle(u.gruppe(treff, "r"), SIKKER, "«i kriseledelsen»") if treff else None
    return a.legg_til(node, "beredskap.kriseledelse")


def setning(a: Arbeid, u: Utsnitt) -> bool:
    """Read what a sentence says of preparedness; tell whether it was something that has a field."""
    satt = kriseledelsen(a, u)
    øvelser = a.tre.liste("beredskap", "øvelser")
    if (neste := _NESTE.search(u.s)) and øvelser:
        return a.sett(u.gruppe(neste, "n").verdi(SIKKER, "neste øvelse"), f"beredskap.øvelser.{len(øvelser) - 1}.neste")
    ofte = next((m for m in re.finditer(uttrykk.HYPPIGHET, u.s)), None)
    if (øvelse := _ØVELSE.search(u.s) or _ØVER.search(u.s)) and ofte:
        som_verb = (
            ("øving" if re.search("øva", øvelse[0]) else "øvelse") if øvelse.re.pattern == _ØVER.pattern else None
        )
        node: dict[str, Node] = {"hva": u.gruppe(øvelse, "h").verdi(TROLIG, "øvelsen", som_verb, ordrett=not som_verb)}
        if hyppighet := a.les(u.gruppe(ofte), "hyppighet", SIKKER, "hvor ofte"):
            node["hyppighet"] = hyppighet
        if neste:
            node["neste"] = u.gruppe(neste, "n").verdi(SIKKER, "neste øvelse")
        satt = a.legg_til(node, "beredskap.øvelser") or satt
    return satt

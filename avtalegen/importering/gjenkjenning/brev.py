"""Letters from one party to the other: who «jeg» is, and who «De» are."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.utsnitt import Utsnitt, som_lest
from avtalegen.importering.ventende import senere

_HILSEN = senere(r"(?i)\s*(?:med )?(?:vennlig |venleg |beste )?(?:hilsen|helsing|helsen)\W*$")
_TIL = senere(rf"\s*(?i:kjære|til|v/|ved|att\.?:?)\s*(?:{uttrykk.TITTEL}\s)?(?P<n>{uttrykk.NAVN})\s*[,!]?\s*$")
_UNDERSKRIFT = senere(rf"\s*(?P<n>{uttrykk.NAVN})(?:\s*[\n,]\s*|\s+)(?P<t>{uttrykk.TITTEL})\s*$")
_JEG = r"(?:jeg|eg|(?:undertegnede|underteikna)(?:\s(?:ordfører|ordførar|rådmann|lensmann))?)"
_DU = r"(?:De|Dykk|du|Du)"
_VERVENE = (
    (
        "leder",
        r"(?:leder?|leier?|styrer?)\s(?:det|rådet|møtene|møta)\b|(?:leder|leiar|formann)(?:en|a)?\b|(?:leder|leiar|formanns)(?:stolen|vervet|plassen)\b",
    ),
    (
        "nestleder",
        r"(?:stedfortreder|stadfortredar|nestleder|nestleiar|varaformann|nestformann|varamann|vara)(?:en)?\b",
    ),
    ("sekretær", r"(?:sekretær|referent)\b|(?:skrive[r]?|føre[r]?)\s(?:referat|protokoll|møtebok)"),
)
_FØR_VERVET = r"\s(?!ikk)(?:(?!ikk|og\b)[a-zæøå]{1,30}\s){0,6}?"


def rådet(a: Arbeid, u: Utsnitt) -> None:
    """Take what a sentence says that the one who writes, or the one who is written to, does in the council."""
    for felt, ord_ in _VERVENE:
        for hvem, pronomen in ((_avsender, rf"(?i:{_JEG})"), (_mottaker, _DU)):
            treff = re.search(rf"(?<!\w)(?P<p>{pronomen}){_FØR_VERVET}(?:{ord_})", u.s)
            if treff and not a.tre.har("politiråd", felt) and (navnet := hvem(a)):
                p = u.gruppe(treff, "p")
                sikkerhet = SIKKER if navnet[0] else TROLIG
                node: dict[str, Node] = {
                    navn: p.verdi(sikkerhet, "den som skriver eller får brevet", tekst, ordrett=False)
                    for navn, tekst in zip(("tittel", "navn"), navnet, strict=True)
                    if tekst
                }
                a.sett(node, f"politiråd.{felt}")


def _avsender(a: Arbeid) -> tuple[str, str] | None:
    """Return the title and the name of the first who signs after the greeting; in columns, the name is over it."""
    etter = False
    linjer = [linje for linje in a.kilde.linjer if som_lest(linje.tekst).strip()]
    for nr, linje in enumerate(linjer):
        tekst = som_lest(linje.tekst).strip()
        etter = etter or bool(_HILSEN.match(tekst))
        spalte = linje.celle.kolonne if linje.celle else None
        under = (en for en in linjer[nr + 1 :] if spalte is None or (en.celle and en.celle.kolonne == spalte))
        neste = som_lest(en.tekst).strip() if (en := next(under, None)) else ""
        if etter and (treff := _UNDERSKRIFT.match(tekst) or _UNDERSKRIFT.match(f"{tekst}\n{neste}")):
            return ledd.som_tittel(treff["t"]), treff["n"]
    return None


def _mottaker(a: Arbeid) -> tuple[str, str] | None:
    """Return the title and the name of the one that the letter is to: the title may stand elsewhere."""
    til = next((m for linje in a.kilde.linjer[:25] if (m := _TIL.match(som_lest(linje.tekst)))), None)
    if til is None or _avsender(a) is None:
        return None
    for linje in a.kilde.linjer:
        tekst = som_lest(linje.tekst)
        foran = re.search(rf"(?P<t>{uttrykk.FORAN}{uttrykk.TITTELORD})\s{re.escape(til['n'])}", tekst)
        etter = _UNDERSKRIFT.match(tekst)
        if foran:
            return ledd.som_tittel(foran["t"]), til["n"]
        if etter and etter["n"] == til["n"]:
            return ledd.som_tittel(etter["t"]), til["n"]
    return "", til["n"]

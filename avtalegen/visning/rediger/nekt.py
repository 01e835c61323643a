"""What the page is told when something can't be done, in both målformer."""

from __future__ import annotations

from avtalegen.funn.begge import Begge
from avtalegen.samling.filer import web_address

SIGNERT = Begge(
    "Avtalen er signert. Det som er signert, gjelder. Skal noe endres, lager dere en ny utgave.",
    "Avtalen er signert. Det som er signert, gjeld. Skal noko endrast, lagar de ei ny utgåve.",
)
FOR_GAMMEL = Begge(
    "Siden viser en utgave som er for gammel. Last den på nytt.",
    "Sida viser ei utgåve som er for gammal. Last ho på nytt.",
)
UTEN_GRUNN = Begge("Skriv hvorfor rådet ikke gjelder hos dere.", "Skriv kvifor rådet ikkje gjeld hos dykk.")
KAN_IKKE_SLÅS_AV = Begge(
    "Dette kan ikke slås av. Gå til feltet, og rett det der.",
    "Dette kan ikkje slåast av. Gå til feltet, og rett det der.",
)


def finnes_ikke(fil: str) -> Begge:
    """Return what is said of a file that isn't there from the beginning."""
    return web_address(fil) or Begge(
        f"«{fil}» finnes ikke. Sjekk at stien er skrevet riktig.",
        f"«{fil}» finst ikkje. Sjekk at stien er skriven rett.",
    )


def borte(fil: str) -> Begge:
    """Return what is said of a file that was there."""
    return Begge(
        f"«{fil}» er borte: slettet, flyttet eller gitt et annet navn. Legg filen tilbake der den lå, "
        "med det samme navnet. Da går alt videre av seg selv.",
        f"«{fil}» er borte: sletta, flytt eller gitt eit anna namn. Legg fila tilbake der ho låg, "
        "med det same namnet. Då går alt vidare av seg sjølv.",
    )


def ikke_skrevet(hvorfor: Begge) -> Begge:
    """Return what is said when the file could not be written: the disk is full, or it may not be."""
    return Begge(f"{hvorfor} Ordne det, og prøv igjen.", f"{hvorfor.nn} Ordne det, og prøv igjen.")


def kan_ikke_angres(hva: Begge) -> Begge:
    """Return what is said of a change that others have changed since."""
    return Begge(
        f"Noen andre har endret det samme. «{hva}» kan ikke angres her. Skriv det i feltet i stedet.",
        f"Nokon andre har endra det same. «{hva.nn}» kan ikkje angrast her. Skriv det i feltet i staden.",
    )

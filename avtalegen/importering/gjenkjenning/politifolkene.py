"""Members of the council whom another place in the agreement says are in the police."""

from __future__ import annotations

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning.deltakere import medlemmene
from avtalegen.importering.ventende import senere


def flytt(a: Arbeid) -> None:
    """Move the members of the kommune whom another place says are in the police: the contacts, who signs for them."""
    kjente = set(a.utpekte)
    for en in (*a.tre.liste("politikontakt"), *a.tre.liste("signaturer"), a.tre.hent("parter", "politi", "leder")):
        if not isinstance(en, dict) or (isinstance(p := en.get("part"), Verdi) and p.tekst != "politiet"):
            continue
        navn = en.get("navn")
        kjente |= {v.tekst for v in (navn if isinstance(navn, list) else [navn]) if isinstance(v, Verdi)}
    for medlemmet in [*a.tre.liste("politiråd", "medlemmer", "kommune")]:
        navn = medlemmet.get("navn") if isinstance(medlemmet, dict) else None
        if isinstance(medlemmet, dict) and isinstance(navn, Verdi) and navn.tekst in kjente:
            a.tre.liste("politiråd", "medlemmer", "kommune").remove(medlemmet)
            medlemmet.pop("kommune", None)
            a.tre.legg_til(medlemmet, "politiråd", "medlemmer", "politi")
        elif isinstance(medlemmet, dict) and _er_kontakten(medlemmet):
            a.tre.liste("politiråd", "medlemmer", "kommune").remove(medlemmet)
            a.tre.legg_til(_kontakten(a, medlemmet), "politiråd", "medlemmer", "politi")
    if a.tre.hent("politiråd", "medlemmer", "kommune") == []:
        a.tre.fjern("politiråd", "medlemmer", "kommune")


def _er_kontakten(rolle: dict[str, Node]) -> bool:
    """Tell whether a member is named by nothing but the word that the agreement has for the politikontakt."""
    tittel = rolle.get("tittel")
    return "navn" not in rolle and isinstance(tittel, Verdi) and bool(_KONTAKTEN.fullmatch(tittel.tekst))


_KONTAKTEN = senere(r"(?i)(?:politi)?kontakt(?:en)?(?:\si\spolitiet)?")


def _kontakten(a: Arbeid, rolle: dict[str, Node]) -> dict[str, Node]:
    """Return the politikontakt as a member, with the name when there is only one and no other member has it."""
    if isinstance(tittel := rolle.get("tittel"), Verdi):
        rolle["tittel"] = tittel._replace(tekst="politikontakt", ordrett=False)
    alle = a.tre.liste("politikontakt", 0, "navn") if len(a.tre.liste("politikontakt")) == 1 else []
    if len(alle) == 1 and isinstance(navn := alle[0], Verdi) and not _er_medlem(a, navn.tekst):
        rolle["navn"] = navn._replace(sikkerhet=TROLIG, hvorfor="politikontakten")
    return rolle


def _er_medlem(a: Arbeid, navn: str) -> bool:
    return any(isinstance(n := en.get("navn"), Verdi) and n.tekst == navn for en in medlemmene(a))

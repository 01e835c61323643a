"""Politirådet: at det er frivillig, og på hvilket nivå det arbeider (veilederen kapittel 4)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.base import forkort
from avtalegen.modell.politirad import Politiråd
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, nevner
from avtalegen.regler.samarbeid import beskrevet_råd
from avtalegen.regler.vei4.politiradet import rådstekster


@regel("VEI404", "samarbeidet-fremstilt-som-pålagt", Severity.ADVARSEL, "veilederen 2.3, 3 og 4")
def samarbeidet_fremstilt_som_pålagt(k: Kontekst) -> Iterator[Funn]:
    """Teksten sier at kommuner må ha politiråd eller avtale med politiet.

    Hvorfor: Politiet skal tilby avtalen og invitere til politiråd, men en kommune kan ikke pålegges noen av delene. Den
    ferdige avtalen sier at samarbeidet er frivillig, så teksten motsier den.

    Rett opp: Skriv at kommunen har valgt å være med, og hva den vil bidra med.

    Feil:
        politiråd:
          forankring: Kommunen er pålagt å delta i politirådet etter loven

    Riktig:
        politiråd:
          forankring: Kommunen har valgt å delta i politirådet, og ledelsen stiller seg bak det
    """
    if not er_nevnt(
        k, "pålag", "pålegg", "lovfest", "obligatorisk", "plikt til å", "krever", "krev at", *_ALLE_KOMMUNER
    ):
        return
    from avtalegen.regler.vei3.utsagn import påstander  # most agreements need none of these patterns
    from avtalegen.regler.vei4.frivillighet import KAN_PÅLEGGE, er_pålagt, kan_være_pålagt

    for rute, tekst in k.med(*KAN_PÅLEGGE):
        # To take a text apart costs a hundred times as much as to look for the words.
        if kan_være_pålagt(tekst) and any(er_pålagt(ledd) for ledd in påstander(tekst)):
            yield Funn(
                rute,
                likt(
                    "Her står det at kommunen må ha politiråd eller avtale, men samarbeidet er frivillig for kommunen."
                ),
                Begge(
                    "Skriv heller at kommunen har valgt å være med.", "Skriv heller at kommunen har valt å vere med."
                ),
            )


_ALLE_KOMMUNER = ("alle kommun", "alle landets kommun", "alle norske kommun", "samtlige kommun", "samtlege kommun")


@regel("VEI405", "politirådet-på-operativt-nivå", Severity.RÅD, "veilederen 4, note 8")
def politirådet_på_operativt_nivå(k: Kontekst) -> Iterator[Funn]:
    """Politirådet er lagt til det operative nivået.

    Hvorfor: Politirådet er et møtested for ledere, og veilederen vil at det først og fremst arbeider på strategisk
    nivå. Enkeltsaker og daglig drift hører hjemme mellom politikontakten og tjenestene i kommunen.

    Rett opp: Skriv «nivå: strategisk», og la det operative gå til politikontakten, SLT eller et annet forum.

    Feil:
        politiråd:
          nivå: operativt

    Riktig:
        politiråd:
          nivå: strategisk
    """
    råd = beskrevet_råd(k)
    if not råd or not er_nevnt(k, "operativ", "taktisk", i=("politiråd",)):
        return
    from avtalegen.regler.vei3.utsagn import påstander  # as above
    from avtalegen.regler.vei4.frivillighet import er_operativt

    for rute, tekst in rådstekster(k, "nivå", "formål", "tekst"):
        som_nivå = rute == ("politiråd", "nivå")
        operativt = any(er_operativt(ledd, som_nivå=som_nivå) for ledd in påstander(tekst.casefold()))
        if operativt and not _strategisk(råd, tekst):
            yield Funn(
                rute,
                likt(f"Politirådet er lagt til det operative nivået («{forkort(tekst, 60)}»)."),
                Begge(
                    "La rådet arbeide på strategisk nivå, og legg det operative til politikontakten eller et annet "
                    "forum.",
                    "La rådet arbeide på strategisk nivå, og legg det operative til politikontakten eller eit anna "
                    "forum.",
                ),
            )


def _strategisk(råd: Politiråd, tekst: str) -> bool:
    return nevner(f"{råd.nivå or ''} {tekst}".casefold(), "strategisk", "overordn")

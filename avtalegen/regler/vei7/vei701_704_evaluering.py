"""Evalueringen av samarbeidet (veilederen kapittel 7)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.avslutning import Evaluering
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, nevner


@regel("VEI701", "mangler-evaluering", Severity.ADVARSEL, "veilederen 7")
def mangler_evaluering(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke noe om evaluering.

    Hvorfor: Å se tilbake sammen viser hva som virker i samarbeidet og hva som må endres. Veilederen regner det som en
    nødvendig del av samarbeidet.

    Rett opp: Legg til «evaluering» med hvor ofte, hvem og hva dere spør om.

    Feil:
        politiråd:
          leder: ordfører

    Riktig:
        politiråd:
          leder: ordfører
        evaluering: årlig
    """
    nevnt = er_nevnt(k, "evaluer", i=("periode", "politiråd", "forpliktelser", "lokale_avsnitt"))
    if k.avtale.evaluering is None and not nevnt:
        yield Funn(
            ("avtale",),
            Begge(
                "Avtalen sier ikke hvordan samarbeidet skal evalueres.",
                "Avtalen seier ikkje korleis samarbeidet skal evaluerast.",
            ),
            Begge(
                "Legg til «evaluering», for eksempel «evaluering: årlig».",
                "Legg til «evaluering», til dømes «evaluering: årleg».",
            ),
            nøkkel=True,
        )


@regel("VEI702", "ensidig-evaluering", Severity.RÅD, "veilederen 7")
def ensidig_evaluering(k: Kontekst) -> Iterator[Funn]:
    """Bare den ene parten evaluerer.

    Hvorfor: Kommunen og politiet ser ulike sider av det samme. Veilederen anbefaler at de evaluerer i fellesskap.

    Rett opp: Sett opp noen fra begge parter under «ansvarlige», eller legg evalueringen til politirådet.

    Feil:
        evaluering:
          hyppighet: årlig
          ansvarlige: [politikontakten, lensmannen]

    Riktig:
        evaluering:
          hyppighet: årlig
          ansvarlige: [politikontakten, SLT-koordinatoren]
    """
    evaluering = k.avtale.evaluering
    if not evaluering or nevner((evaluering.arena or "").casefold(), *_FELLES):
        return
    parter = {_part(tekst.casefold()) for tekst in evaluering.ansvarlige}
    if len(parter) == 1 and (part := parter.pop()):
        andre = "politiet" if part == "kommunen" else "kommunen"
        yield Funn(
            ("evaluering", "ansvarlige"),
            Begge(
                f"Bare {part} er satt opp til å evaluere samarbeidet.",
                f"Berre {part} er sett opp til å evaluere samarbeidet.",
            ),
            Begge(
                f"Legg til noen fra {andre}, eller la politirådet evaluere.",
                f"Legg til nokon frå {andre}, eller la politirådet evaluere.",
            ),
        )


_FELLES = ("politiråd", "partene", "partane", "begge", "sammen", "saman", "felles", "rådet")
_KOMMUNENS = ("kommun", "ordfør", "rådmann", "slt", "rektor", "byråd", "oppvekst", "barnevern", "folkehelse")
_POLITIETS = ("politi", "lensmann", "stasjonssjef", "tjenesteenhet", "tenesteeining", "driftsenhet", "driftseining")


def _part(tekst: str) -> str | None:
    """Return the one party that a casefolded text names; None when it names both, or can't be told."""
    kommunen = nevner(tekst, *_KOMMUNENS)
    politiet = nevner(tekst.replace("politisk", ""), *_POLITIETS)
    if kommunen == politiet or nevner(tekst, *_FELLES):
        return None
    return "kommunen" if kommunen else "politiet"


@regel("VEI703", "evaluering-uten-tidspunkt", Severity.RÅD, "veilederen 7")
def evaluering_uten_tidspunkt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke når neste evaluering er, heller ikke ved å si hvor ofte.

    Hvorfor: Det som skal skje «løpende» eller «ved behov», blir lett ikke gjort. Veilederen foreslår at hver
    evaluering slutter med å bestemme når den neste skal være.

    Rett opp: Skriv «neste», eller en hyppighet som «årlig».

    Feil:
        evaluering: løpende

    Riktig:
        evaluering:
          hyppighet: løpende
          neste: oktober 2027
    """
    evaluering = k.avtale.evaluering
    if evaluering and not _har_tidspunkt(k, evaluering):
        yield Funn(
            ("evaluering", "neste"),
            Begge("Avtalen sier ikke når neste evaluering er.", "Avtalen seier ikkje når neste evaluering er."),
            Begge(
                "Legg til «neste» med et tidspunkt, eller «hyppighet: årlig».",
                "Legg til «neste» med eit tidspunkt, eller «hyppighet: årleg».",
            ),
            nøkkel=True,
        )


def _har_tidspunkt(k: Kontekst, e: Evaluering) -> bool:
    """Tell whether it is said when to evaluate: as a time, a frequency, a plan that will say it, or in words."""
    if e.neste or e.plan or (e.rapport and e.rapport.frist) or (e.hyppighet and not e.hyppighet.løst):
        return True
    revisjon = k.avtale.periode.revisjon if k.avtale.periode else None
    hyppighet = revisjon.hyppighet if revisjon and "evaluer" in (revisjon.etter or "").casefold() else None
    if hyppighet and not hyppighet.løst:
        return True
    ord_ = " ".join((e.arena or "", *e.løpende, *e.oppfølging, e.tekst or ""))
    return _NÅR.search(ord_.casefold()) is not None


_NÅR = senere(
    r"årlig|årleg|kvartal|halvår|\bhver|\bkvar[te]?\b|\b20\d\d\b|\bførste|\bfyrste|\bsiste|midtveis|slutten|utgangen"
    r"|januar|februar|mars|april|\bmai\b|juni|juli|august|september|oktober|november|desember|\bhøst|\bhaust|\bvår(?:en)?\b"
)


@regel("VEI704", "evaluering-uten-spørsmål", Severity.RÅD, "veilederen 7")
def evaluering_uten_spørsmål(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke hva evalueringen skal gi svar på.

    Hvorfor: Faste spørsmål gjør det mulig å sammenligne fra år til år. Veilederen foreslår å spørre om hva partene har
    gjort, hva de har lært, og hva som var lurt.

    Rett opp: Legg til «spørsmål», eller skriv under «rapport» hva den skal vurdere.

    Feil:
        evaluering: årlig

    Riktig:
        evaluering:
          hyppighet: årlig
          spørsmål: [Hva er gjort?, Hva har vi lært?]
    """
    e = k.avtale.evaluering
    if not e or e.spørsmål or e.plan or (e.rapport and e.rapport.innhold):
        return
    ord_ = " ".join((*e.løpende, *e.oppfølging, e.tekst or "")).casefold()
    if not nevner(ord_, "?", "spørsmål", "vurder", "virke", "virka", "verka", "lær", "sterk", "svak", "styrke"):
        yield Funn(
            ("evaluering", "spørsmål"),
            Begge(
                "Avtalen sier ikke hvilke spørsmål evalueringen skal svare på.",
                "Avtalen seier ikkje kva spørsmål evalueringa skal svare på.",
            ),
            Begge(
                "Legg til «spørsmål», for eksempel hva partene har gjort, og hva de har lært.",
                "Legg til «spørsmål», til dømes kva partane har gjort, og kva dei har lært.",
            ),
            nøkkel=True,
        )

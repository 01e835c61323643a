"""Avtalen som helhet: begge delene, og når den revideres (veilederen kapittel 3)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import nevner
from avtalegen.regler.samarbeid import har_samarbeid, har_tjenestetilbud


@regel("VEI301", "todelt-avtale", Severity.ADVARSEL, "veilederen 3")
def todelt_avtale(k: Kontekst) -> Iterator[Funn]:
    """Avtalen gjelder bare politirådet eller bare tjenestetilbudet.

    Hvorfor: Før fantes det to slags avtaler, én om politiråd og én om tjenestetilbud. Veilederen har slått dem sammen,
    så partene har ett sted å se hva de er enige om.

    Rett opp: Legg til den delen som mangler: «politiråd» eller «tjenestetilbud». Har partene en egen avtale om den
    andre delen, tar dere innholdet inn her når den skal fornyes.

    Feil:
        tjenestetilbud:
          beredskap: Patruljen fra Leknes rykker ut

    Riktig:
        politiråd:
          leder: ordfører
        tjenestetilbud:
          beredskap: Patruljen fra Leknes rykker ut
    """
    råd, samarbeid, tilbud = k.avtale.politiråd, har_samarbeid(k), har_tjenestetilbud(k)
    if råd and samarbeid and not tilbud:
        melding = Begge(
            "Avtalen gjelder politirådet, men ikke tjenestetilbudet.",
            "Avtalen gjeld politirådet, men ikkje tenestetilbodet.",
        )
        yield Funn(
            ("politiråd",),
            melding,
            likt("Legg til «tjenestetilbud» med det kommunen kan vente seg av politiet."),
        )
    elif råd and tilbud and not samarbeid:
        melding = Begge(
            "Avtalen gjelder bare tjenestetilbudet. Politirådet har en egen avtale.",
            "Avtalen gjeld berre tenestetilbodet. Politirådet har ein eigen avtale.",
        )
        yield Funn(
            ("politiråd",),
            melding,
            Begge(
                "Ta det som gjelder politirådet, inn her når den avtalen skal fornyes.",
                "Ta det som gjeld politirådet, inn her når den avtalen skal fornyast.",
            ),
        )
    elif tilbud and not samarbeid:
        melding = Begge(
            "Avtalen gjelder tjenestetilbudet, men verken politirådet eller en annen form for samarbeid.",
            "Avtalen gjeld tenestetilbodet, men verken politirådet eller ei anna form for samarbeid.",
        )
        yield Funn(
            ("tjenestetilbud",),
            melding,
            Begge(
                "Legg til «politiråd», eller den formen dere har valgt i stedet.",
                "Legg til «politiråd», eller den forma de har valt i staden.",
            ),
        )


_REVISJON = ("revider", "revisjon", "ruller", "reforhandl", "oppdater")


@regel("VEI302", "mangler-revisjonsplan", Severity.ADVARSEL, "veilederen 3")
def mangler_revisjonsplan(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke når den skal revideres.

    Hvorfor: Utfordringene endrer seg, og det gjør prioriteringene også. Veilederen råder partene til å bli enige om en
    plan for revisjonen, så avtalen ikke blir liggende.

    Rett opp: Skriv under «periode» hvor ofte avtalen revideres, når neste revisjon er, eller hva den følger etter. Å si
    at partene kan be om revisjon, er ikke en plan.

    Feil:
        periode: 2026–2029

    Riktig:
        periode:
          fra: 2026
          til: 2029
          revisjon: årlig
    """
    periode = k.avtale.periode
    plan = periode.revisjon if periode else None
    hyppighet = plan.hyppighet if plan else None
    fast = hyppighet and hyppighet.løst not in ("ved behov", "etter avtale")
    if plan and (fast or plan.neste or plan.etter):
        return
    steder = ("avtale", "periode", "evaluering", "forpliktelser", "lokale_avsnitt")
    if any("avtal" in tekst and any(map(_sier_når, tekst.split("."))) for _, tekst in k.med(*_REVISJON, i=steder)):
        return
    hjelp = Begge(
        "Skriv under «periode» når avtalen revideres, for eksempel «revisjon: årlig».",
        "Skriv under «periode» når avtalen blir revidert, til dømes «revisjon: årleg».",
    )
    if plan:
        yield Funn(
            ("periode", "revisjon"),
            Begge(
                "Avtalen sier ikke når den revideres, bare at den kan bli det.",
                "Avtalen seier ikkje når han blir revidert, berre at han kan bli det.",
            ),
            hjelp,
        )
    else:
        yield Funn(
            ("periode",) if periode else ("avtale",),
            likt("Avtalen har ingen plan for revisjon."),
            hjelp,
            nøkkel=True,
        )


def _sier_når(setning: str) -> bool:
    return "avtal" in setning and nevner(setning, *_REVISJON) and not nevner(setning, "behov", "vedtekt")

"""Om en avtale som gjelder til den blir sagt opp, sier når den begynner, og hvordan den tar slutt."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import TOM, Begge
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.former import Status
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.valg import Behov

_STEDER = ("avtale", "periode", "lokale_avsnitt")


@regel("SIG109", "løpende-uten-oppsigelse", Severity.ADVARSEL, behov={Behov.SIGNERING})
def løpende_uten_oppsigelse(k: Kontekst) -> Iterator[Funn]:
    """Avtalen er løpende, men sier ikke hvordan en part kan si den opp.

    Hvorfor: En løpende avtale varer til noen sier den opp eller inngår en ny. Uten en frist vet ingen hva de kan regne
    med når den andre vil ut, og med flere kommuner heller ikke om avtalen går videre for de andre.

    Rett opp: Skriv fristen under «oppsigelse». Gjelder avtalen flere kommuner, skriver dere også hva som skjer når én
    av dem går ut.

    Feil:
        # klar-for-signering
        periode: {fra: 1.1.2026, løpende: ja}

    Riktig:
        # klar-for-signering
        periode: {fra: 1.1.2026, løpende: ja, oppsigelse: 3 måneder}
    """
    if not _løpende(k) or (k.avtale.periode and k.avtale.periode.oppsigelse):
        return
    if any(_OPPSIGELSE.search(tekst) for _, tekst in k.tekster_i(*_STEDER)):
        return
    flere = (
        Begge(
            " Skriv også hva som skjer når én av kommunene går ut.",
            " Skriv også kva som skjer når éin av kommunane går ut.",
        )
        if len(k.kommuner) > 1
        else TOM
    )
    yield Funn(
        ("periode",),
        Begge(
            "Avtalen er løpende, men sier ikke hvordan den kan sies opp.",
            "Avtalen er løpande, men seier ikkje korleis han kan seiast opp.",
        ),
        Begge(
            f"Legg til «oppsigelse» under «periode», for eksempel «oppsigelse: 3 måneder».{flere}",
            f"Legg til «oppsigelse» under «periode», til dømes «oppsigelse: 3 månader».{flere.nn}",
        ),
        nøkkel=True,
    )


@regel("SIG110", "løpende-uten-start", Severity.RÅD, behov={Behov.SIGNERING})
def løpende_uten_start(k: Kontekst) -> Iterator[Funn]:
    """Avtalen er løpende, men sier ikke når den begynner å gjelde.

    Hvorfor: Partene signerer sjelden samme dag. Da bør avtalen si om den gjelder fra en bestemt dag eller fra den dagen
    siste part har signert.

    Rett opp: Skriv «fra» under «periode», eller skriv under «tekst» at den gjelder fra siste part har signert.

    Feil:
        # klar-for-signering
        periode: {løpende: ja, oppsigelse: 3 måneder}

    Riktig:
        # klar-for-signering
        periode: {fra: 1.1.2026, løpende: ja, oppsigelse: 3 måneder}
    """
    periode, data = k.avtale.periode, k.avtale.avtale
    if not _løpende(k) or not periode or periode.fra:
        return
    # The day when it was made is the day from which it applies, unless it says otherwise.
    signert = data.status is Status.SIGNERT and (data.dato or any(s.dato for s in k.avtale.signaturer))
    if not signert and not any(_START.search(tekst) for _, tekst in k.tekster_i(*_STEDER)):
        yield Funn(
            ("periode",),
            Begge(
                "Avtalen er løpende, men sier ikke når den begynner å gjelde.",
                "Avtalen er løpande, men seier ikkje når han byrjar å gjelde.",
            ),
            Begge(
                "Legg til «fra» under «periode», eller skriv at den gjelder fra den dagen siste part har signert.",
                "Legg til «fra» under «periode», eller skriv at han gjeld frå den dagen siste part har signert.",
            ),
            nøkkel=True,
        )


def _løpende(k: Kontekst) -> bool:
    periode = k.avtale.periode
    return k.skal_signeres and bool(periode and periode.løpende) and k.avtale.avtale.status is not Status.OPPHEVET


_OPPSIGELSE = senere(r"\boppsig|\boppsei|\b(?:sies|si|sier|seie|seier|seiast|sagt)\s+(?:\w+\s+)?opp\b")
_START = senere(
    r"\b(?:gjelder|gjeld|gjelde|gyldig|virker|verkar)\s+(?:\w+\s+){0,2}?(?:fra|frå|når|etter)\b|\bi\s+kraft\b|\bikraft"
    r"|\b(?:fra|frå|når|etter)\b[^.]*\b(?:signer|underskr|skriv\w*\s+under|underteikn|undertegn)"
)

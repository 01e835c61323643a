"""SLT: at avtalen ikke motsier seg selv, og at politiet er med (veilederen kapittel 6)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.parter import kommunen, kommuner_i
from avtalegen.regler.samarbeid import har_slt

_SLT = senere(r"\b(?:slt|salto)\b")
# What holds only where there is SLT, and what is to come, contradicts nothing.
_MED_FORBEHOLD = senere(
    r"\b(?:der (?:det|dette|den|kommunen)|dersom|hvis|viss|eventuel\w*|vurder\w*|etabler\w*|oppret\w*|innfør\w*"
    r"|planleg\w*|utgre\w*|eller (?:andre|annan|annen|tilsv\w+|liknande|lignende)|ikke|ikkje|ingen)\b"
)
_STEDER = ("parter", "politiråd", "politikontakt", "samarbeidsfora", "forpliktelser")


@regel("VEI606", "slt-uten-at-kommunen-har-det", Severity.ADVARSEL, "veilederen 6")
def slt_uten_at_kommunen_har_det(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier at kommunen ikke har SLT, men har en SLT-koordinator eller gir noen oppgaver i SLT.

    Hvorfor: SLT er frivillig, og koordinatoren finnes bare der kommunen har modellen. Da er enten «slt: nei» eller det
    andre feil, og politiet vet ikke om det skal delta i SLT eller i noe annet.

    Rett opp: Skriv «slt: ja» og beskriv ordningen, eller ta bort koordinatoren og oppgavene. Skal kommunen få SLT,
    skriver dere det under «mål» hos «slt».

    Feil:
        slt: nei
        politiråd:
          medlemmer:
            kommune: [ordfører, kommunedirektør, SLT-koordinator]

    Riktig:
        slt: nei
        politiråd:
          medlemmer:
            kommune: [ordfører, kommunedirektør, folkehelsekoordinator]
    """
    slt = k.avtale.slt
    if not slt or slt.etablert is not False or slt.mål:
        return
    ruter = [
        rute
        for rute, tekst in k.tekster_i(*_STEDER)
        if _SLT.search(tekst) and not _MED_FORBEHOLD.search(tekst) and not _fra_en_nabo(k, rute)
    ]
    if ruter:
        yield Funn(
            ruter[0],
            Begge(
                f"Her er SLT nevnt, men avtalen sier at {kommunen(k)} ikke har SLT.",
                f"Her er SLT nemnt, men avtalen seier at {kommunen(k).nn} ikkje har SLT.",
            ),
            Begge(
                "Skriv «slt: ja» og beskriv ordningen, eller ta bort det som forutsetter den.",
                "Skriv «slt: ja» og beskriv ordninga, eller ta bort det som føreset ho.",
            ),
            (
                (("slt",), likt("Her står det.")),
                *((rute, Begge("SLT er nevnt her også.", "SLT er nemnt her også.")) for rute in ruter[1:4]),
            ),
        )


def _fra_en_nabo(k: Kontekst, rute: Rute) -> bool:
    """Tell whether a text belongs to somebody who is from a kommune that is no party."""
    kommune = (*rute[:-1], "kommune")
    return any(kommuner_i(k, tekst) == frozenset() for annen, tekst in k.foldet if annen == kommune)


@regel("VEI607", "politiet-ikke-med-i-slt", Severity.RÅD, "veilederen 6")
def politiet_ikke_med_i_slt(k: Kontekst) -> Iterator[Funn]:
    """Kommunen har SLT, og avtalen sier ikke at politiet deltar.

    Hvorfor: Politiet skal delta aktivt i SLT i de kommunene som har det. Kommunen bør vite hvem som møter på hvert
    nivå.

    Rett opp: Skriv under «deltakere» eller «nivåer» hvem fra politiet som er med.

    Feil:
        slt:
          etablert: ja
          koordinator: Kari Nordmann

    Riktig:
        slt:
          etablert: ja
          koordinator: Kari Nordmann
          deltakere: [politikontakten, lederen for barnevernet]
    """
    if not har_slt(k) or any(_POLITIET.search(tekst) for _, tekst in k.tekster_i("slt")):
        return
    # Members and tasks elsewhere that tie the police to SLT; in their own parts, the text need not name them.
    for rute, tekst in k.foldet:
        politiets = rute[0] == "politikontakt" or rute[:2] == ("forpliktelser", "politiet") or _POLITIET.search(tekst)
        if rute[0] != "slt" and _SLT.search(tekst) and politiets:
            return
    k.fant_ikke()
    yield Funn(
        ("slt",),
        Begge("Avtalen sier ikke hvordan politiet deltar i SLT.", "Avtalen seier ikkje korleis politiet deltek i SLT."),
        Begge(
            "Legg til «deltakere» eller «nivåer» med hvem fra politiet som er med.",
            "Legg til «deltakere» eller «nivåer» med kven frå politiet som er med.",
        ),
        nøkkel=True,
    )


_POLITIET = senere(
    r"politi|lensmann|stasjonssjef|tjenesteenhet|tenesteeining|partene|partane|begge parter|begge partar"
)

"""Rollen som politikontakt: stillingen, det som hører til andre, og hvem det er (veilederen 5 og 5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.modell.base import forkort
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, nevner
from avtalegen.regler.parter import kommunen


@regel("VEI507", "deltidsrolle", Severity.RÅD, "veilederen 5.3")
def deltidsrolle(k: Kontekst) -> Iterator[Funn]:
    """Politikontakten har rollen i mindre enn full stilling.

    Hvorfor: Erfaringen i veilederen er at rollen fungerer best når den er det eneste politikontakten gjør. Da er det
    bedre at én person har flere kommuner enn at rollen deles med andre oppgaver.

    Rett opp: Vurder full stilling, eventuelt delt på inntil tre kommuner.

    Feil:
        politikontakt:
          navn: Kari Nordmann
          stillingsandel: 50 %

    Riktig:
        politikontakt:
          navn: Kari Nordmann
          stillingsandel: 100 %
    """
    for i, p in enumerate(k.avtale.politikontakt):
        if p.stillingsandel is not None and p.stillingsandel < 100:
            andel = f"{p.stillingsandel:g}".replace(".", ",")
            yield Funn(
                ("politikontakt", i, "stillingsandel"),
                Begge(
                    f"Rollen som politikontakt utgjør bare {andel} % av stillingen.",
                    f"Rolla som politikontakt utgjer berre {andel} % av stillinga.",
                ),
                Begge(
                    "Vurder full stilling. Politikontakten kan heller ha flere kommuner, som regel inntil tre.",
                    "Vurder full stilling. Politikontakten kan heller ha fleire kommunar, som regel inntil tre.",
                ),
            )


_ANDRE_GJØR_DET = (
    *("forebyggende enhet", "forebyggende seksjon", "forebyggende avsnitt", "forebyggende tjeneste"),
    *("førebyggjande eining", "førebyggjande seksjon", "førebyggjande avsnitt", "førebyggjande teneste"),
    *("koordiner", "bestille", "henvise", "tilvise", "sørge for at", "syte for at", "sørgje for at"),
)


_UNDERVISNING = senere(r"\bforedrag|\bundervis(?:e|er|ning|ninga|ningen)\b|\bførelesing|\bforelesning")


_IKKE = senere(r"\b(?:ikke|ikkje)\b")


_KLUBB = senere(r"\b(?:ungdoms|fritids)klubb")


_DET_DET_GJELDER = ("foredrag", "undervis", "førelesing", "forelesning", "klubb")


_OPPMØTE = ("besøk", "møte opp", "oppmøte", "til stede", "delta", "vere på", "være på")


@regel("VEI508", "oppgave-for-forebyggende-enhet", Severity.RÅD, "veilederen 5.3")
def oppgave_for_forebyggende_enhet(k: Kontekst) -> Iterator[Funn]:
    """Politikontakten skal holde foredrag, undervise eller møte opp på ungdomsklubber.

    Hvorfor: Veilederen anbefaler tydelig at slike oppgaver ligger til de forebyggende enhetene. Da kan politikontakten
    være bindeleddet mellom kommunen og politiet.

    Rett opp: Legg oppgaven til den forebyggende enheten, og nevn den under «kontaktpunkter» eller «gjør_ikke».

    Feil:
        politikontakt:
          navn: Kari Nordmann
          oppgaver: [Undervise om nettvett på skolene]

    Riktig:
        politikontakt:
          navn: Kari Nordmann
          gjør_ikke: [undervisning på skolene, som ligger til den forebyggende enheten]
    """
    for rute, tekst, helhet in _gjøremål(k) if k.har(*_DET_DET_GJELDER) else ():
        hva = tekst.casefold()
        if not nevner(hva, *_DET_DET_GJELDER):
            continue
        if nevner(helhet, *_ANDRE_GJØR_DET) or _IKKE.search(helhet):
            continue
        if _UNDERVISNING.search(hva) or (_KLUBB.search(hva) and nevner(helhet, *_OPPMØTE)):
            yield Funn(
                rute,
                Begge(
                    f"«{forkort(tekst)}» er en oppgave veilederen heller legger til den forebyggende enheten.",
                    f"«{forkort(tekst)}» er ei oppgåve rettleiaren heller legg til den førebyggjande eininga.",
                ),
                Begge(
                    "Flytt oppgaven, og skriv under «kontaktpunkter» hvem kommunen kan spørre i stedet.",
                    "Flytt oppgåva, og skriv under «kontaktpunkter» kven kommunen kan spørje i staden.",
                ),
            )


def _gjøremål(k: Kontekst) -> Iterator[tuple[Rute, str, str]]:
    """Yield what politikontakter do: the place, the text, and the text with what it is part of, casefolded."""
    for i, p in enumerate(k.avtale.politikontakt):
        for j, oppgave in enumerate(p.oppgaver):
            helhet = " ".join((oppgave.hva, *oppgave.omfatter)).casefold()
            yield ("politikontakt", i, "oppgaver", j, "hva"), oppgave.hva, helhet
            for n, tekst in enumerate(oppgave.omfatter):
                yield ("politikontakt", i, "oppgaver", j, "omfatter", n), tekst, helhet
        for j, besøk in enumerate(p.besøk):
            for n, hvem in enumerate(besøk.hvem):
                yield ("politikontakt", i, "besøk", j, "hvem", n), f"Besøk: {hvem}", f"besøk {hvem.casefold()}"
        for j, sted in enumerate(p.tilstedeværelse):
            for n, hvor in enumerate(sted.steder):
                rute = ("politikontakt", i, "tilstedeværelse", j, "steder", n)
                yield rute, f"Til stede: {hvor}", f"til stede {hvor.casefold()}"


_SENTRALBORD = ("sentralbord", "felles telefonnummer", "nødnummer", "operasjonssentral", "vakttelefon")


_FUNKSJONER = (
    *("næringslivskontakt", "radikaliseringskontakt", "mangfoldskontakt", "familievold", "familievald", "miljøkrim"),
    *("trafikkoordinator", "støttesenter", "barnehus", "risikovurder", "forebyggende enhet", "forebyggende seksjon"),
    *("forebyggende avsnitt", "førebyggjande eining", "førebyggjande seksjon", "førebyggjande avsnitt"),
)


@regel("VEI509", "kontaktfunksjoner-ikke-oppgitt", Severity.RÅD, "veilederen 5.3 og 5.4")
def kontaktfunksjoner_ikke_oppgitt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke hvilke andre funksjoner i politiet kommunen kan kontakte, og om hva.

    Hvorfor: Vet kommunen hvem den skal spørre om hva, kommer spørsmålet rett fram, og politikontakten får tid til sin
    egen rolle. Veilederen peker på dette og nevner funksjoner som støttesenter, radikaliseringskontakt og
    familievoldskoordinator. Et sentralbord alene er ikke nok.

    Rett opp: List opp funksjonene under «kontaktpunkter» hos politikontakten eller «kontakter» i tjenestetilbudet.

    Feil:
        politikontakt:
          navn: Kari Nordmann

    Riktig:
        politikontakt:
          navn: Kari Nordmann
          kontaktpunkter:
            - hva: Forebyggende enhet
              omfatter: [foredrag, undervisning]
    """
    kontakter, tilbud = k.avtale.politikontakt, k.avtale.tjenestetilbud
    if not kontakter and not tilbud:
        return
    funksjoner = [kontakt for kontakt in (tilbud.kontakter if tilbud else ()) if not _sentralbord(kontakt.hva)]
    if funksjoner or any(p.kontaktpunkter for p in kontakter):
        return
    if not er_nevnt(k, *_FUNKSJONER, i=("politikontakt", "lokale_avsnitt")):
        yield Funn(
            ("politikontakt",) if kontakter else ("tjenestetilbud",),
            Begge(
                f"Avtalen sier ikke hvilke andre funksjoner i politiet {kommunen(k)} kan kontakte, og om hva.",
                f"Avtalen seier ikkje kva andre funksjonar i politiet {kommunen(k).nn} kan kontakte, og om kva.",
            ),
            Begge(
                "Legg til «kontaktpunkter» under politikontakten eller «kontakter» under tjenestetilbudet.",
                "Legg til «kontaktpunkter» under politikontakten eller «kontakter» under tenestetilbodet.",
            ),
            nøkkel=True,
        )


def _sentralbord(hva: str) -> bool:
    return nevner(hva.casefold(), *_SENTRALBORD)


@regel("VEI510", "politikontakt-uten-navn", Severity.RÅD, "veilederen 5")
def politikontakt_uten_navn(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke hvem politikontakten er.

    Hvorfor: Politikontakten er kommunens daglige kontaktledd, og det er lettere å ta kontakt med en som har et navn.
    Skal navnet ikke stå i avtalen, bør den si hvor det finnes.

    Rett opp: Skriv navnet, eller skriv i «varsling» eller «telefon» hvordan kommunen finner ut hvem det er.

    Feil:
        politikontakt:
          oppgaver: Gi råd om forebygging

    Riktig:
        politikontakt:
          navn: Kari Nordmann
          oppgaver: Gi råd om forebygging
    """
    for i, p in enumerate(k.avtale.politikontakt):
        if not (p.navn or p.telefon or p.epost):
            flere = p.antall is not None and p.antall > 1
            yield Funn(
                ("politikontakt", i),
                Begge(
                    f"Avtalen sier ikke hvem {'politikontaktene' if flere else 'politikontakten'} er.",
                    f"Avtalen seier ikkje kven {'politikontaktane' if flere else 'politikontakten'} er.",
                ),
                Begge(
                    "Legg til «navn», eller «telefon» og «epost» som går til den som har rollen.",
                    "Legg til «navn», eller «telefon» og «epost» som går til den som har rolla.",
                ),
            )

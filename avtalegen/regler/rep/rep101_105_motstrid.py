"""På tvers av avtaler: det to filer sier om den samme personen, enheten eller kommunen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from avtalegen import register
from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Related, Severity
from avtalegen.funn.ordlyd import antall, liste, stor
from avtalegen.modell.base import forkort
from avtalegen.regler.parter import finn_distrikt
from avtalegen.regler.politikontakt import FLEST_KOMMUNER
from avtalegen.regler.rep.samling import Repfunn, Samling, repregel
from avtalegen.regler.rep.sammendrag import Kommunepart, Kontaktperson, Opplysning, Person, Sammendrag, form

_FLEST_NAVN = 10


@repregel("REP101", "politikontakt-i-for-mange-kommuner", Severity.ADVARSEL, "veilederen 5, note 13")
def politikontakt_i_for_mange_kommuner(s: Samling) -> Iterator[Repfunn]:
    """Den samme personen er politikontakt i flere enn tre kommuner når avtalene regnes sammen.

    Hvorfor: Hver avtale kan være i orden for seg, men politikontakten må rekke over alle kommunene. Flere enn tre
    krever at Politidirektoratet har godkjent det.

    Rett opp: Fordel kommunene på flere, eller skriv i en av avtalene at Politidirektoratet har godkjent ordningen.

    Feil:
        parter: {kommuner: ["1859", "1860"], politi: Nordland politidistrikt}
        politikontakt: Kari Nordmann
        ---
        parter: {kommuner: ["1865", "1874"], politi: Nordland politidistrikt}
        politikontakt: Kari Nordmann

    Riktig:
        parter: {kommuner: ["1859", "1860"], politi: Nordland politidistrikt}
        politikontakt: Kari Nordmann
        ---
        parter: {kommuner: ["1865", "1874"], politi: Nordland politidistrikt}
        politikontakt: Ola Nordmann
    """
    personer: dict[tuple[str, str], list[tuple[Sammendrag, Kontaktperson]]] = {}
    for avtale in s.avtaler:
        for person in avtale.politikontakter:
            personer.setdefault((avtale.distrikt, form(person.navn)), []).append((avtale, person))
    for oppslag in personer.values():
        dager = {max(avtale.fra or s.i_dag, s.i_dag) for avtale, _ in oppslag}
        samtidige = max((_på_dagen(oppslag, dag) for dag in sorted(dager)), key=_antall_kommuner)
        per_fil: dict[str, set[str]] = {}
        for avtale, person in samtidige:
            per_fil.setdefault(avtale.fil, set()).update(person.kommuner)
        numre = set().union(*per_fil.values())
        if len(numre) <= FLEST_KOMMUNER or numre in per_fil.values():
            continue
        if any(avtale.mange_er_godkjent for avtale, _ in samtidige):
            continue
        (_, første), *andre = samtidige
        yield Repfunn(
            første.plass,
            Begge(
                f"{første.navn} er politikontakt i {len(numre)} kommuner når avtalene regnes sammen: {_navn(numre)}.",
                f"{første.navn} er politikontakt i {len(numre)} kommunar når avtalane blir rekna saman: "
                f"{_navn(numre)}.",
            ),
            Begge(
                "Fordel kommunene på flere, eller skriv at Politidirektoratet har godkjent ordningen.",
                "Fordel kommunane på fleire, eller skriv at Politidirektoratet har godkjent ordninga.",
            ),
            tuple(Related(p.plass, likt(f"Her er det {_navn(p.kommuner)}.")) for _, p in andre[:_FLEST_NAVN]),
        )


def _på_dagen(oppslag: list[tuple[Sammendrag, Kontaktperson]], dag: date) -> list[tuple[Sammendrag, Kontaktperson]]:
    return [(avtale, p) for avtale, p in oppslag if (avtale.fra or dag) <= dag <= (avtale.til or dag)]


def _antall_kommuner(oppslag: list[tuple[Sammendrag, Kontaktperson]]) -> int:
    return len(set().union(*(person.kommuner for _, person in oppslag)))


def _navn(numre: Iterable[str]) -> str:
    """Return the names of kommuner, not so many of them that nobody reads on."""
    navn = [kjent.navn if (kjent := register.kommune(nummer)) else nummer for nummer in sorted(numre)]
    flere = len(navn) - _FLEST_NAVN
    return liste([*navn[:_FLEST_NAVN], f"{flere} til"] if flere > 0 else navn)


@repregel("REP102", "motstridende-kontakt", Severity.ADVARSEL)
def motstridende_kontakt(s: Samling) -> Iterator[Repfunn]:
    """To avtaler oppgir ulik telefon, åpningstid eller leder for den samme enheten i politiet.

    Hvorfor: Bare én av dem kan være riktig. Som regel er den ene avtalen ikke oppdatert.

    Rett opp: Finn ut hva som gjelder, og rett den andre. Det distriktet har felles, kan stå i én fil som alle arver.

    Feil:
        tjenestetilbud:
          tjenestesteder: {navn: Svolvær politistasjon, telefon: 76 06 00 00}
        ---
        tjenestetilbud:
          tjenestesteder: {navn: Svolvær politistasjon, telefon: 02800}

    Riktig:
        tjenestetilbud:
          tjenestesteder: {navn: Svolvær politistasjon, telefon: 02800}
        ---
        tjenestetilbud:
          tjenestesteder: {navn: Svolvær politistasjon, telefon: 76 06 00 00 / 02800}
    """
    grupper: dict[tuple[str, str, str], list[tuple[Sammendrag, Opplysning]]] = {}
    for avtale in s.avtaler:
        for sagt in avtale.opplysninger:
            grupper.setdefault((avtale.distrikt, sagt.nøkkel, sagt.hva), []).append((avtale, sagt))
    for gruppe in grupper.values():
        if len(gruppe) > 1 and (par := _motstrid(gruppe)):
            (_, avvik), (annen, vanlig) = par
            if avvik.vist and vanlig.vist:
                forskjell = likt(f"{avvik.vist} her, men {vanlig.vist}")
            else:
                forskjell = (
                    likt("andre her enn")
                    if avvik.hva == "åpningstidene"
                    else Begge("en annen her enn", "ein annan her enn")
                )
            yield Repfunn(
                avvik.plass,
                Begge(
                    f"{avvik.hva.capitalize()} for {forkort(avvik.enhet, 60)} er {forskjell} i «{annen.fil}».",
                    f"{avvik.hva.nn.capitalize()} for {forkort(avvik.enhet, 60)} er {forskjell.nn} i «{annen.fil}».",
                ),
                Begge(
                    "Finn ut hva som gjelder, og rett den avtalen som tar feil.",
                    "Finn ut kva som gjeld, og rett den avtalen som tek feil.",
                ),
                (Related(vanlig.plass, Begge("Her er det oppgitt annerledes.", "Her er det ført opp annleis.")),),
            )


_Sagt = tuple[Sammendrag, Opplysning]


def _motstrid(gruppe: list[_Sagt]) -> tuple[_Sagt, _Sagt] | None:
    """Return what contradicts that which most of them say, and one of those, from agreements that apply together."""
    for del_ in sorted({del_ for _, sagt in gruppe for del_, _ in sagt.deler}):
        hva = [(en, verdi) for en in gruppe for d, verdi in en[1].deler if d == del_]
        vanligst = Counter(verdi for _, verdi in hva).most_common()[0][0]
        for avvik in (en for en, verdi in hva if verdi.isdisjoint(vanligst)):
            for vanlig in (en for en, verdi in hva if verdi == vanligst):
                if avvik[0].fil != vanlig[0].fil and avvik[0].samtidig(vanlig[0]):
                    return avvik, vanlig
    return None


@repregel("REP103", "kommune-i-to-avtaler", Severity.ADVARSEL)
def kommune_i_to_avtaler(s: Samling) -> Iterator[Repfunn]:
    """Kommunen er part i to avtaler som gjelder samtidig.

    Hvorfor: Da er det uklart hvilken som gjelder når de sier ulike ting. Ofte er den gamle avtalen ikke avsluttet.

    Rett opp: Sett sluttdato eller status «opphevet» på den gamle, eller før den opp under «erstatter» i den nye.

    Feil:
        parter: {kommuner: "1859", politi: Nordland politidistrikt}
        periode: 2025–2028
        ---
        parter: {kommuner: "1859", politi: Nordland politidistrikt}
        periode: 2026–2029

    Riktig:
        parter: {kommuner: "1859", politi: Nordland politidistrikt}
        periode: 2025–2026
        ---
        parter: {kommuner: "1859", politi: Nordland politidistrikt}
        periode: 2027–2029
    """
    per_kommune: dict[str, list[tuple[Sammendrag, Kommunepart]]] = {}
    for avtale in s.avtaler:
        if avtale.distrikt:
            for part in avtale.kommuner:
                per_kommune.setdefault(part.nummer, []).append((avtale, part))
    par: dict[tuple[str, str], list[tuple[Kommunepart, Kommunepart]]] = {}
    for oppslag in per_kommune.values():
        (lengst, gammel), *andre = sorted(oppslag, key=lambda en: (en[0].fra or date.min, en[1].plass))
        for avtale, part in andre:
            erstattet = lengst.kjennetegn & avtale.erstatter
            if not erstattet and avtale.fil != lengst.fil and avtale.samtidig(lengst):
                par.setdefault((avtale.fil, lengst.fil), []).append((part, gammel))
            if erstattet or (avtale.til or date.max) > (lengst.til or date.max):
                lengst, gammel = avtale, part
    for (_, annen), kommuner in par.items():
        ny, gammel = kommuner[0]
        navn = liste(part.navn for part, _ in kommuner)
        yield Repfunn(
            ny.plass,
            Begge(
                f"{stor(navn)} er også part i «{annen}», som gjelder samtidig.",
                f"{stor(navn)} er også part i «{annen}», som gjeld samstundes.",
            ),
            Begge(
                "Avslutt den gamle avtalen med sluttdato eller status, eller før den opp under «erstatter» i den nye.",
                "Avslutt den gamle avtalen med sluttdato eller status, eller før han opp under «erstatter» i den nye.",
            ),
            (
                Related(
                    gammel.plass,
                    likt(f"Her er {gammel.navn} part i den andre avtalen."),
                ),
            ),
        )


@repregel("REP104", "kommune-uten-avtale", Severity.RÅD, "veilederen 3")
def kommune_uten_avtale(s: Samling) -> Iterator[Repfunn]:
    """Samlingen skal dekke et politidistrikt, men en eller flere av kommunene har ingen avtale.

    Hvorfor: Politiet skal tilby alle kommuner en avtale. Den som samler distriktets avtaler, vil vite hvem som mangler.

    Rett opp: Lag avtalen som mangler med «avtalegen ny», eller ta bort «distrikt» i avtalegen.toml.

    Feil:
        # distrikt: Oslo politidistrikt
        parter: {kommuner: "0301", politi: Oslo politidistrikt}
        ---
        parter: {kommuner: "3201", politi: Oslo politidistrikt}

    Riktig:
        # distrikt: Oslo politidistrikt
        parter: {kommuner: "0301", politi: Oslo politidistrikt}
        ---
        parter: {kommuner: ["3201", "3203"], politi: Oslo politidistrikt}
    """
    if s.dekning is None:
        return
    distrikt = finn_distrikt(s.dekning.distrikt)
    if distrikt is None:
        kjente = liste(d.kortnavn for d in register.alle_politidistrikt())
        yield Repfunn(
            s.dekning.plass,
            Begge(
                f"«{s.dekning.distrikt}» er ikke et politidistrikt.",
                f"«{s.dekning.distrikt}» er ikkje eit politidistrikt.",
            ),
            Begge(f"Distriktene er {kjente}.", f"Distrikta er {kjente}."),
        )
        return
    med = {part.nummer for avtale in s.avtaler for part in avtale.kommuner}
    mangler = [nummer for nummer in distrikt.kommunenumre if nummer not in med]
    if not mangler:
        return
    yield Repfunn(
        s.dekning.plass,
        Begge(
            f"{antall(len(mangler), 'kommune', 'kommuner')} i {distrikt.navn} har ingen avtale her: {_navn(mangler)}.",
            f"{antall(len(mangler), 'kommune', 'kommunar')} i {distrikt.navn} har ingen avtale her: {_navn(mangler)}.",
        ),
        Begge(
            "Lag avtalen med «avtalegen ny», eller ta bort «distrikt» hvis samlingen ikke skal dekke hele distriktet.",
            "Lag avtalen med «avtalegen ny», eller ta bort «distrikt» om samlinga ikkje skal dekkje heile distriktet.",
        ),
    )


@repregel("REP105", "samme-navn-ulik-rolle", Severity.RÅD)
def samme_navn_ulik_rolle(s: Samling) -> Iterator[Repfunn]:
    """Den samme personen har én rolle i én avtale og en helt annen i en annen, hos samme kommune eller politidistrikt.

    Hvorfor: Personen kan ha byttet stilling, og da er den ene avtalen foreldet. Det kan også være to med samme navn.

    Rett opp: Rett den gamle rollen. Har personen begge, skriver du den andre under «også».

    Feil:
        parter:
          kommuner: "1859"
          politi: {distrikt: Nordland, leder: {tittel: lensmann, navn: Ola Nordmann}}
        ---
        parter:
          kommuner: "1860"
          politi: {distrikt: Nordland, leder: {tittel: stasjonssjef, navn: Ola Nordmann}}

    Riktig:
        parter:
          kommuner: "1859"
          politi: {distrikt: Nordland, leder: {tittel: lensmann, navn: Ola Nordmann, også: stasjonssjef}}
        ---
        parter:
          kommuner: "1860"
          politi: {distrikt: Nordland, leder: {tittel: stasjonssjefen, navn: Ola Nordmann}}
    """
    personer: dict[tuple[str, str, str], dict[str, tuple[Sammendrag, list[Person]]]] = {}
    for avtale in s.avtaler:
        for person in avtale.personer:
            # The two målformer have different words for the same office.
            filer = personer.setdefault((form(person.navn), person.hos, avtale.målform), {})
            filer.setdefault(avtale.fil, (avtale, []))[1].append(person)
    for filer in personer.values():
        første, *andre = filer.values()
        for annen in andre:
            if første[0].samtidig(annen[0]) and not _felles_rolle(første[1], annen[1]):
                a, b = første[1][0], annen[1][0]
                yield Repfunn(
                    b.plass,
                    likt(f"{b.navn} er {forkort(b.rolle)} her, men {forkort(a.rolle)} i «{første[0].fil}»."),
                    Begge(
                        "Rett den som er foreldet. Har personen begge rollene, skriver du den andre under «også».",
                        "Rett den som er forelda. Har personen begge rollene, skriv du den andre under «også».",
                    ),
                    (
                        Related(
                            a.plass,
                            likt(f"Her er {a.navn} {forkort(a.rolle)}."),
                        ),
                    ),
                )
                break


def _felles_rolle(noen: list[Person], andre: list[Person]) -> bool:
    """Tell whether some word is the same, or the same with an ending: «lensmann» and «lensmannen i Flakstad»."""
    disse, hine = ({o for p in personer for o in _ord(p.rolle)} for personer in (noen, andre))
    return any(a.startswith(b) or b.startswith(a) for a in disse for b in hine)


def _ord(rolle: str) -> list[str]:
    første, *resten = rolle.split()
    return [form(første), *(ord_ for ord_ in resten if len(ord_) > 3 and ord_[0].islower())]

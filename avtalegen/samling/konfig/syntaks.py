"""What isn't TOML, told in Norwegian: Python's own messages are English."""

from __future__ import annotations

import re

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span

_PLASS = re.compile(r"\(at line (\d+), column (\d+)\)\Z")
_NØKKEL = re.compile(r"""[ \t\[]*([^\s=\]]+)""")
_SPESIELL_NØKKEL = re.compile(r"""[ \t\[]*([\w-]*[^\x00-\x7f][\w-]*)[ \t]*[=\]]""")
_YAML = re.compile(r"[ \t]*[\w-]+[ \t]*:")
_ORD = re.compile(r"[^\W\d][\w/*.-]*")
_NORSK_DATO = re.compile(r"=[ \t]*(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_ÅPEN_TEKST = re.compile(r"Unterminated string|Illegal character '\\n'|Expected \"'\"")
_GJENTATT = re.compile("Cannot|Duplicate")

# The beginning of the message, and what to say instead.
_MELDINGER = {
    "Invalid value": Begge("Verdien mangler eller kan ikke leses.", "Verdien manglar eller kan ikkje lesast."),
    "Invalid date": Begge("Datoen finnes ikke.", "Datoen finst ikkje."),
    "Illegal character": Begge(
        "Her står et tegn som ikke kan brukes i filen.", "Her står eit teikn som ikkje kan brukast i fila."
    ),
    "Expected '='": Begge(
        "Etter nøkkelen skal det stå et likhetstegn og en verdi.",
        "Etter nøkkelen skal det stå eit likskapsteikn og ein verdi.",
    ),
    "Unclosed array": Begge(
        "Listen mangler «]» eller et komma mellom verdiene.", "Lista manglar «]» eller eit komma mellom verdiane."
    ),
    "Unclosed inline": Begge(
        "Tabellen mangler «}» eller et komma mellom verdiene.", "Tabellen manglar «}» eller eit komma mellom verdiane."
    ),
    "Expected ']": Begge("Overskriften mangler «]» til slutt.", "Overskrifta manglar «]» til slutt."),
    "Expected newline": Begge("Linjen skulle ha sluttet her.", "Linja skulle ha slutta her."),
    "Unescaped": Begge(
        "En omvendt skråstrek i en tekst betyr noe eget.", "Ein omvend skråstrek i ein tekst tyder noko eige."
    ),
    "Invalid statement": Begge(
        "Linjen begynner med noe som ikke kan være en nøkkel.", "Linja byrjar med noko som ikkje kan vere ein nøkkel."
    ),
    "Invalid initial": Begge(
        "Nøkkelen begynner med noe som ikke kan stå der.", "Nøkkelen byrjar med noko som ikkje kan stå der."
    ),
}
_HJELP = {
    "Unescaped": Begge(
        "Skriv / mellom mapper, eller sett teksten i enkle anførselstegn.",
        "Skriv / mellom mapper, eller set teksten i enkle hermeteikn.",
    ),
    "Unclosed array": Begge(
        'En liste skrives slik: ["VEI417", "SPR"].', 'Ei liste blir skriven slik: ["VEI417", "SPR"].'
    ),
    "Expected newline": Begge(
        "Skriv én nøkkel på hver linje, og tekst i anførselstegn.",
        "Skriv éin nøkkel på kvar linje, og tekst i hermeteikn.",
    ),
    "Illegal character": Begge(
        "Slett tegnet. Slike tegn kan følge med tekst som er kopiert.",
        "Slett teiknet. Slike teikn kan følgje med tekst som er kopiert.",
    ),
}


def ugyldig(fil: str, tekst: str, melding: str) -> Diagnostic:
    """Return KONF001 for what `tomllib` says of `tekst`, at the place that it names."""
    linjer = tekst.split("\n")
    if treff := _PLASS.search(melding):
        linje, kolonne = int(treff[1]), int(treff[2])
    else:
        linje = len(tekst.rstrip().split("\n"))
        kolonne = len(linjer[linje - 1]) + 1
    her = linjer[linje - 1]
    if _GJENTATT.match(melding) and (treff := _NØKKEL.match(her)):
        span = Span(fil, linje, treff.start(1) + 1, linje, treff.end(1) + 1)
        return _funn(
            span,
            Begge(f"«{treff[1]}» er oppgitt to ganger.", f"«{treff[1]}» er oppgjeve to gonger."),
            Begge("Slå de to sammen, eller fjern det ene.", "Slå dei to saman, eller fjern det eine."),
        )
    hva, hjelp = _forklart(her, kolonne - 1, melding)
    return _funn(Span(fil, linje, kolonne, linje, min(kolonne + 1, len(her) + 1)), hva, hjelp)


def ikke_utf8(fil: str, data: bytes, sted: int) -> Diagnostic:
    """Return KONF001 for a byte that isn't UTF-8."""
    foran = data[:sted].decode("utf-8")
    linje, kolonne = foran.count("\n") + 1, len(foran) - foran.rfind("\n")
    span = Span(fil, linje, kolonne, linje, kolonne + 1)
    return _funn(
        span,
        Begge("Filen er ikke lagret som UTF-8.", "Fila er ikkje lagra som UTF-8."),
        Begge("Lagre filen på nytt som UTF-8.", "Lagre fila på nytt som UTF-8."),
    )


def for_stor(fil: str, hva: Begge) -> Diagnostic:
    """Return KONF001 for a file that is larger or deeper than any that a person has written."""
    return _funn(
        Span(fil, 1, 1, 1, 1),
        Begge(f"Filen kan ikke leses: {hva}.", f"Fila kan ikkje lesast: {hva.nn}."),
        Begge("Kontroller at dette er riktig fil.", "Kontroller at dette er rett fil."),
    )


def _funn(span: Span, hva: Begge, hjelp: Begge) -> Diagnostic:
    return Diagnostic("KONF001", Severity.FEIL, hva, span, hjelp)


def _forklart(linje: str, sted: int, melding: str) -> tuple[Begge, Begge]:
    """Return what is wrong in a line and what to do, by what people do wrong most often."""
    if treff := _SPESIELL_NØKKEL.match(linje):
        uten = treff[1].replace("æ", "ae").replace("ø", "o").replace("å", "a")
        return (
            Begge(
                f"Nøkkelen «{treff[1]}» har bokstaver som TOML bare tillater i anførselstegn.",
                f"Nøkkelen «{treff[1]}» har bokstavar som TOML berre tillèt i hermeteikn.",
            ),
            Begge(
                f'Skriv {uten}, eller sett nøkkelen i anførselstegn: "{treff[1]}".',
                f'Skriv {uten}, eller set nøkkelen i hermeteikn: "{treff[1]}".',
            ),
        )
    if _YAML.match(linje):
        return (
            Begge("Dette er YAML, men filen skal være TOML.", "Dette er YAML, men fila skal vere TOML."),
            Begge("Skriv likhetstegn i stedet for kolon.", "Skriv likskapsteikn i staden for kolon."),
        )
    if treff := _NORSK_DATO.search(linje):
        dag, måned, år = treff.groups()
        iso = f"{år}-{måned:0>2}-{dag:0>2}"
        return (
            Begge("Datoen kan ikke leses.", "Datoen kan ikkje lesast."),
            Begge(f"Skriv datoen slik: {iso}, uten anførselstegn.", f"Skriv datoen slik: {iso}, utan hermeteikn."),
        )
    if melding.startswith("Invalid value") and (treff := _ORD.match(linje, sted)):
        return Begge("Teksten mangler anførselstegn.", "Teksten manglar hermeteikn."), likt(f'Skriv "{treff[0]}".')
    if _ÅPEN_TEKST.match(melding):
        return (
            Begge("Teksten mangler anførselstegn til slutt.", "Teksten manglar hermeteikn til slutt."),
            Begge("Sett samme anførselstegn foran og bak teksten.", "Set same hermeteikn føre og bak teksten."),
        )
    for begynnelse, hva in _MELDINGER.items():
        if melding.startswith(begynnelse):
            return hva, _HJELP.get(begynnelse, _REGEL)
    return Begge("Dette er ikke gyldig TOML.", "Dette er ikkje gyldig TOML."), _REGEL


_REGEL = Begge(
    'En linje ser slik ut: nøkkel = "verdi". En tabell begynner med navnet i klammer: [alvorlighet].',
    'Ei linje ser slik ut: nøkkel = "verdi". Ein tabell byrjar med namnet i klammer: [alvorlighet].',
)

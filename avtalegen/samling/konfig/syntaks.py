"""What isn't TOML, told in Norwegian: Python's own messages are English."""

from __future__ import annotations

import re

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
    "Invalid value": "Verdien mangler eller kan ikke leses.",
    "Invalid date": "Datoen finnes ikke.",
    "Illegal character": "Her står et tegn som ikke kan brukes i filen.",
    "Expected '='": "Etter nøkkelen skal det stå et likhetstegn og en verdi.",
    "Unclosed array": "Listen mangler «]» eller et komma mellom verdiene.",
    "Unclosed inline": "Tabellen mangler «}» eller et komma mellom verdiene.",
    "Expected ']": "Overskriften mangler «]» til slutt.",
    "Expected newline": "Linjen skulle ha sluttet her.",
    "Unescaped": "En omvendt skråstrek i en tekst betyr noe eget.",
    "Invalid statement": "Linjen begynner med noe som ikke kan være en nøkkel.",
    "Invalid initial": "Nøkkelen begynner med noe som ikke kan stå der.",
}
_HJELP = {
    "Unescaped": "Skriv / mellom mapper, eller sett teksten i enkle anførselstegn.",
    "Unclosed array": 'En liste skrives slik: ["VEI417", "SPR"].',
    "Expected newline": "Skriv én nøkkel på hver linje, og tekst i anførselstegn.",
    "Illegal character": "Slett tegnet. Slike tegn kan følge med tekst som er kopiert.",
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
        return _funn(span, f"«{treff[1]}» er oppgitt to ganger.", "Slå de to sammen, eller fjern det ene.")
    hva, hjelp = _forklart(her, kolonne - 1, melding)
    return _funn(Span(fil, linje, kolonne, linje, min(kolonne + 1, len(her) + 1)), hva, hjelp)


def ikke_utf8(fil: str, data: bytes, sted: int) -> Diagnostic:
    """Return KONF001 for a byte that isn't UTF-8."""
    foran = data[:sted].decode("utf-8")
    linje, kolonne = foran.count("\n") + 1, len(foran) - foran.rfind("\n")
    span = Span(fil, linje, kolonne, linje, kolonne + 1)
    return _funn(span, "Filen er ikke lagret som UTF-8.", "Lagre filen på nytt som UTF-8.")


def for_stor(fil: str, hva: str) -> Diagnostic:
    """Return KONF001 for a file that is larger or deeper than any that a person has written."""
    return _funn(Span(fil, 1, 1, 1, 1), f"Filen kan ikke leses: {hva}.", "Kontroller at dette er riktig fil.")


def _funn(span: Span, hva: str, hjelp: str) -> Diagnostic:
    return Diagnostic("KONF001", Severity.FEIL, hva, span, hjelp)


def _forklart(linje: str, sted: int, melding: str) -> tuple[str, str]:
    """Return what is wrong in a line and what to do, by what people do wrong most often."""
    if treff := _SPESIELL_NØKKEL.match(linje):
        uten = treff[1].replace("æ", "ae").replace("ø", "o").replace("å", "a")
        return (
            f"Nøkkelen «{treff[1]}» har bokstaver som TOML bare tillater i anførselstegn.",
            f'Skriv {uten}, eller sett nøkkelen i anførselstegn: "{treff[1]}".',
        )
    if _YAML.match(linje):
        return "Dette er YAML, men filen skal være TOML.", "Skriv likhetstegn i stedet for kolon."
    if treff := _NORSK_DATO.search(linje):
        dag, måned, år = treff.groups()
        return "Datoen kan ikke leses.", f"Skriv datoen slik: {år}-{måned:0>2}-{dag:0>2}, uten anførselstegn."
    if melding.startswith("Invalid value") and (treff := _ORD.match(linje, sted)):
        return "Teksten mangler anførselstegn.", f'Skriv "{treff[0]}".'
    if _ÅPEN_TEKST.match(melding):
        return "Teksten mangler anførselstegn til slutt.", "Sett samme anførselstegn foran og bak teksten."
    for begynnelse, hva in _MELDINGER.items():
        if melding.startswith(begynnelse):
            return hva, _HJELP.get(begynnelse, _REGEL)
    return "Dette er ikke gyldig TOML.", _REGEL


_REGEL = 'En linje ser slik ut: nøkkel = "verdi". En tabell begynner med navnet i klammer: [alvorlighet].'

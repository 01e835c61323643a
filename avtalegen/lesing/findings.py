"""What can be wrong with a file before its content is understood: the codes, and the words for most of them.

Syntax errors (YML001, YML003) have their words in `syntax`, bytes and characters in `text`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from unicodedata import normalize

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Related, Severity, Span
from avtalegen.lesing.case import in_quotes
from avtalegen.lesing.tree import Scalar
from avtalegen.modell.senere import senere

CODES: Mapping[str, str] = MappingProxyType(
    {
        "YML001": "Filen er ikke gyldig YAML",
        "YML002": "Samme felt er oppgitt to ganger",
        "YML003": "Tabulator der det skal stå mellomrom",
        "YML004": "Filen er ikke lagret som UTF-8",
        "YML005": "Filen er for stor",
        "YML006": "For mange nivåer inni hverandre",
        "YML007": "For mange verdier i filen",
        "YML008": "Flere dokumenter i samme fil",
        "YML009": "Filen er tom",
        "YML010": "Filen består ikke av felt med navn og verdi",
        "YML011": "Tegn som ikke kan stå i en tekstfil",
        "YML012": "Feltnavn eller typemerke som ikke kan brukes",
        "YML013": "Henvisning som ikke fører noe sted",
        "YML014": "Usynlig tegn i innrykk eller feltnavn",
        "YML015": "Listepunkt som leses som løpende tekst",
        "YML016": "For lang tekst",
    }
)
"""Code → what it stands for, in one line. All of them are of severity FEIL."""

ODD_BLANKS = re.compile("[\xa0\xad\u1680\u2000-\u200d\u202f\u205f-\u2060\u3000]+")
"""Blanks that look like a space or like nothing at all, but are letters to YAML."""

_LONGEST_SHOWN = 60

WORD_SIGN = senere(r"[–—•·*▪◦]\s|\d{1,2}[.)]\s|[a-zæøå]\)\s")
"""What an item begins with in a list that comes from Word."""


def finding(
    code: str, span: Span, message: Begge, hint: Begge | None = None, related: tuple[Related, ...] = ()
) -> Diagnostic:
    """Return a finding of severity FEIL with a code from `CODES` (KeyError for any other)."""
    CODES[code]
    return Diagnostic(code, Severity.FEIL, message, span, hint, None, related)


def wrong_name(span: Span, name: str, plain: bool, first: Span | None) -> Diagnostic | None:
    """Return what is wrong with the name of a field, written without quotes if `plain`; `first`: it is taken there."""
    if not name:
        return empty_name(span)
    if plain and name == "<<":
        return merge_key(span)
    if plain and name[0] == "-":
        return item_as_text(span)
    if plain and WORD_SIGN.match(name):
        return word_item(span)
    return duplicate(span, name, first) if first else None


def duplicate(span: Span, name: str, first: Span) -> Diagnostic:
    """Return YML002: a field that has been given already, at `first`."""
    return finding(
        "YML002",
        span,
        Begge(
            f"Feltet «{name}» er oppgitt to ganger. Et felt kan bare stå én gang på samme sted.",
            f"Feltet «{name}» er ført opp to gonger. Eit felt kan berre stå éin gong på same stad.",
        ),
        Begge(
            f"Slå de to sammen, eller fjern det ene. Det første står i linje {first.line}.",
            f"Slå dei to saman, eller fjern det eine. Det første står i linje {first.line}.",
        ),
        (Related(first, Begge("først oppgitt her", "først ført opp her")),),
    )


def second_document(span: Span) -> Diagnostic:
    """Return YML008: a `---` with something in front of it."""
    return finding(
        "YML008",
        span,
        Begge(
            "Her begynner et nytt dokument (---). En fil kan bare inneholde ett, og resten er ikke lest.",
            "Her byrjar eit nytt dokument (---). Ei fil kan berre innehalde eitt, og resten er ikkje lesen.",
        ),
        Begge(
            "Fjern linjen med ---, eller flytt det som kommer etter den, til en egen fil.",
            "Fjern linja med ---, eller flytt det som kjem etter, til ei eiga fil.",
        ),
    )


def empty(file: str) -> Diagnostic:
    """Return YML009: nothing but blanks and comments."""
    return finding(
        "YML009",
        Span(file, 1, 1, 1, 1),
        Begge("Filen er tom, eller har bare kommentarer.", "Fila er tom, eller har berre kommentarar."),
        Begge(
            "En avtale begynner med linjen «format: 1». «avtalegen ny» lager en fil du kan fylle ut.",
            "Ein avtale byrjar med linja «format: 1». «avtalegen ny» lagar ei fil du kan fylle ut.",
        ),
    )


def no_fields(span: Span, is_text: bool, text: str) -> Diagnostic:
    """Return YML010: a file that is a text or a list instead of fields, and begins with `text`."""
    kind = Begge("en tekst", "ein tekst") if is_text else Begge("en liste", "ei liste")
    hint = Begge(
        "Skriv for eksempel «format: 1» på en egen linje, helt til venstre.",
        "Skriv til dømes «format: 1» på ei eiga linje, heilt til venstre.",
    )
    if re.match(r"\s*\w+:\S", text):
        hint = Begge(
            "Det skal være et mellomrom etter kolon: «format: 1», ikke «format:1».",
            "Det skal vere eit mellomrom etter kolon: «format: 1», ikkje «format:1».",
        )
    return finding(
        "YML010",
        span,
        Begge(
            f"Filen er {kind}, men skal bestå av felt på formen navn, kolon, mellomrom og verdi.",
            f"Fila er {kind.nn}, men skal bestå av felt på forma namn, kolon, mellomrom og verdi.",
        ),
        hint,
    )


def collection_as_name(span: Span) -> Diagnostic:
    """Return YML012: a list, a mapping or an alias where the name of a field is expected."""
    return finding(
        "YML012",
        span,
        Begge(
            "Her skulle det stått et feltnavn. Det må være en tekst, ikke en liste, felt eller en henvisning.",
            "Her skulle det stått eit feltnamn. Det må vere ein tekst, ikkje ei liste, felt eller ei tilvising.",
        ),
        Begge(
            "Er klammene eller stjernen en del av teksten, så sett den i anførselstegn.",
            "Er klammene eller stjerna ein del av teksten, så set han i hermeteikn.",
        ),
    )


def empty_name(span: Span) -> Diagnostic:
    """Return YML012: a field without a name."""
    return finding(
        "YML012",
        span,
        Begge("Feltet mangler navn.", "Feltet manglar namn."),
        Begge("Skriv navnet på feltet foran kolon.", "Skriv namnet på feltet framfor kolon."),
    )


def merge_key(span: Span) -> Diagnostic:
    """Return YML012: the merge key `<<`, which YAML 1.2 does not have."""
    return finding(
        "YML012",
        span,
        Begge("Fletting med << kan ikke brukes her.", "Fletting med << kan ikkje brukast her."),
        Begge(
            "Skriv feltene der de skal gjelde. En hel verdi kan gjenbrukes med &navn der den står, og *navn der "
            "den skal gjentas.",
            "Skriv felta der dei skal gjelde. Ein heil verdi kan brukast om att med &navn der han står, og *navn der "
            "han skal gjentakast.",
        ),
    )


def type_tag(span: Span, tag: str) -> Diagnostic:
    """Return YML012: a tag such as `!!int`."""
    return finding(
        "YML012",
        span,
        Begge(
            f"Typemerket {tag} kan ikke brukes. Alle verdier leses som tekst, og avtalegen finner selv ut hva de "
            "betyr.",
            f"Typemerket {tag} kan ikkje brukast. Alle verdiar blir lesne som tekst, og avtalegen finn sjølv ut kva "
            "dei tyder.",
        ),
        Begge(
            f"Fjern {tag}. Er utropstegnet en del av teksten, så sett teksten i anførselstegn.",
            f"Fjern {tag}. Er utropsteiknet ein del av teksten, så set teksten i hermeteikn.",
        ),
    )


def alias_to_itself(span: Span, name: str) -> Diagnostic:
    """Return YML013: an alias inside the very thing that it stands for."""
    return finding(
        "YML013",
        span,
        Begge(
            f"Henvisningen *{name} står inni det den viser til, og kan derfor aldri fylles ut.",
            f"Tilvisinga *{name} står inni det ho viser til, og kan derfor aldri fyllast ut.",
        ),
        Begge("Skriv innholdet i stedet for henvisningen.", "Skriv innhaldet i staden for tilvisinga."),
    )


def alias_to_nothing(span: Span, name: str) -> Diagnostic:
    """Return YML013: an alias whose anchor is not given above it."""
    return finding(
        "YML013",
        span,
        Begge(
            f"Henvisningen *{name} viser til &{name}, som ikke finnes lenger oppe i filen.",
            f"Tilvisinga *{name} viser til &{name}, som ikkje finst lenger oppe i fila.",
        ),
        Begge(
            f'Er stjernen en del av teksten, så sett teksten i anførselstegn: "*{name}".',
            f'Er stjerna ein del av teksten, så set teksten i hermeteikn: "*{name}".',
        ),
    )


_SPESIALTEGN = Begge("spesialtegn", "spesialteikn")


def odd_blank(span: Span, blank: str) -> Diagnostic:
    """Return YML014: a blank that YAML reads as a letter."""
    name = {
        "\xa0": likt("hardt mellomrom"),
        "\u202f": likt("smalt hardt mellomrom"),
        "\u200b": Begge("mellomrom uten bredde", "mellomrom utan breidd"),
    }
    return finding(
        "YML014",
        span,
        Begge(
            f"Her står et tegn som ikke synes ({name.get(blank[0], _SPESIALTEGN)}, U+{ord(blank[0]):04X}). "
            "I innrykk og feltnavn kan det bare stå vanlige mellomrom.",
            f"Her står eit teikn som ikkje er synleg ({name.get(blank[0], _SPESIALTEGN).nn}, U+{ord(blank[0]):04X}). I "
            "innrykk og feltnamn kan det berre stå vanlege mellomrom.",
        ),
        Begge(
            "Slett tegnet, og skriv et vanlig mellomrom om det trengs. Slike tegn følger ofte med tekst som er "
            "kopiert fra Word eller en nettside.",
            "Slett teiknet, og skriv eit vanleg mellomrom om det trengst. Slike teikn følgjer ofte med tekst som er "
            "kopiert frå Word eller ei nettside.",
        ),
    )


def item_as_text(span: Span) -> Diagnostic:
    """Return YML015: a line with a dash that is read as part of the text above or as the name of a field."""
    return finding(
        "YML015",
        span,
        Begge(
            "Dette ser ut som et listepunkt, men leses som vanlig tekst.",
            "Dette ser ut som eit listepunkt, men blir lese som vanleg tekst.",
        ),
        Begge(
            "Et listepunkt er bindestrek, mellomrom og tekst, med streken rett under streken i punktet over. I "
            "en lengre tekst med lister: skriv | etter feltnavnet, og begynn teksten på neste linje.",
            "Eit listepunkt er bindestrek, mellomrom og tekst, med streken rett under streken i punktet over. I ein "
            "lengre tekst med lister: skriv | etter feltnamnet, og begynn teksten på neste linje.",
        ),
    )


def tight_item(file: str, lines: list[str], node: Scalar) -> Diagnostic | None:
    """Return YML015 for a text that is alone on its line and begins with a dash and a letter: «-punkt»."""
    line = re.split(r"\s#", lines[node.line - 1], maxsplit=1)[0].strip()
    if normalize("NFC", line) != node.value or not line[1:2].isalpha():
        return None
    item = (
        likt(f"«- {line[1:]}»") if len(line) <= _LONGEST_SHOWN else Begge("«- » foran teksten", "«- » framfor teksten")
    )
    return finding(
        "YML015",
        Span(file, node.line, node.column, node.line, node.end_column),
        Begge(
            "Det mangler et mellomrom etter streken i listepunktet.",
            "Det manglar eit mellomrom etter streken i listepunktet.",
        ),
        Begge(
            f"Skriv {item}. Er streken en del av teksten, så sett anførselstegn rundt: {in_quotes(line, 0)}",
            f"Skriv {item.nn}. Er streken ein del av teksten, så set hermeteikn rundt: {in_quotes(line, 0)}",
        ),
    )


def word_item(span: Span) -> Diagnostic:
    """Return YML015: an item that begins as in a list from Word, with another sign than a hyphen."""
    return finding(
        "YML015",
        span,
        Begge(
            "Dette ser ut som et listepunkt, men leses som vanlig tekst.",
            "Dette ser ut som eit listepunkt, men blir lese som vanleg tekst.",
        ),
        Begge(
            "Et listepunkt begynner med bindestrek og mellomrom: «- første». Word bytter ofte ut streken.",
            "Eit listepunkt byrjar med bindestrek og mellomrom: «- første». Word byter ofte ut streken.",
        ),
    )


def item_in_text(file: str, lines: list[str], first: int, last: int, value: str) -> Diagnostic | None:
    """Return YML015 for the first of `lines[first:last]`, of a text, that looks like an item.

    The text begins on the line before. Signs from Word count only when it begins with one itself.
    """
    if (sign := WORD_SIGN.match(value)) and any(WORD_SIGN.match(line.strip()) for line in lines[first:last]):
        column = lines[first - 1].find(sign[0].strip()) + 1
        return word_item(Span(file, first, column, first, column + len(sign[0].strip())))
    dash = "-" if value.startswith("-") else "- "
    for row in range(first, last):
        text = lines[row].strip()
        if text.startswith(dash):
            column = lines[row].index("-") + 1
            return item_as_text(Span(file, row + 1, column, row + 1, column + len(text)))
    return None

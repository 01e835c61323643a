"""What can be wrong with a file before its content is understood: the codes, and the words for most of them.

Syntax errors (YML001, YML003) have their words in `syntax`, bytes and characters in `text`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from unicodedata import normalize

from avtalegen.funn.diagnostic import Diagnostic, Related, Severity, Span
from avtalegen.lesing.case import in_quotes
from avtalegen.lesing.tree import Scalar

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

WORD_SIGN = re.compile(r"[–—•·*▪◦]\s|\d{1,2}[.)]\s|[a-zæøå]\)\s")
"""What an item begins with in a list that comes from Word."""


def finding(
    code: str, span: Span, message: str, hint: str | None = None, related: tuple[Related, ...] = ()
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
        f"Feltet «{name}» er oppgitt to ganger. Et felt kan bare stå én gang på samme sted.",
        f"Slå de to sammen, eller fjern det ene. Det første står i linje {first.line}.",
        (Related(first, "først oppgitt her"),),
    )


def too_deep(span: Span, limit: int) -> Diagnostic:
    """Return YML006: more levels inside each other than `limit`."""
    return finding(
        "YML006",
        span,
        f"Her går filen over {limit} nivåer inn. Så dypt kan verdier ikke ligge inni hverandre.",
        "Se etter klammer eller innrykk som er blitt gjentatt ved en feil.",
    )


def too_many(span: Span, limit: int, alias: str | None) -> Diagnostic:
    """Return YML007: more values than `limit`; because of `*alias` where that is given."""
    most = f"{limit:,}".replace(",", " ")
    if alias is None:
        message = f"Filen har flere verdier enn de {most} som er tillatt."
        hint = "Kontroller at dette er riktig fil."
    else:
        message = f"Med det som *{alias} viser til, har filen flere verdier enn de {most} som er tillatt."
        hint = "Skriv verdiene der de hører hjemme, uten henvisninger til henvisninger."
    return finding("YML007", span, message, hint)


def too_long(span: Span, what: str, length: int, most: int) -> Diagnostic:
    """Return YML016: a value has too many characters («tegn») or lines («linjer»), or a word («ord») has."""
    found, allowed = (f"{number:,}".replace(",", " ") for number in (length, most))
    if what == "ord":
        message = f"Et ord i teksten er på {found} tegn. Et ord kan ha høyst {allowed}."
        hint = "Mangler det mellomrom, så sett dem inn. Hører ikke teksten til i avtalen, så stryk den."
    else:
        message = f"Teksten er på {found} {what}. En verdi kan ha høyst {allowed}."
        hint = "Del teksten på flere avsnitt, eller legg den ved avtalen og før den opp under «vedlegg»."
    return finding("YML016", span, message, hint)


def too_much_text(span: Span, most: int, alias: str | None) -> Diagnostic:
    """Return YML016: more characters than `most` in the values together; because of `*alias` where that is given."""
    allowed = f"{most:,}".replace(",", " ")
    if alias is None:
        message = f"Verdiene i filen er til sammen på mer enn {allowed} tegn."
        hint = "Kontroller at dette er riktig fil. Lange tekster hører hjemme i et vedlegg."
    else:
        message = f"Med det som *{alias} viser til, er verdiene i filen til sammen på mer enn {allowed} tegn."
        hint = "Skriv verdiene der de hører hjemme, uten henvisninger."
    return finding("YML016", span, message, hint)


def second_document(span: Span) -> Diagnostic:
    """Return YML008: a `---` with something in front of it."""
    return finding(
        "YML008",
        span,
        "Her begynner et nytt dokument (---). En fil kan bare inneholde ett, og resten er ikke lest.",
        "Fjern linjen med ---, eller flytt det som kommer etter den, til en egen fil.",
    )


def empty(file: str) -> Diagnostic:
    """Return YML009: nothing but blanks and comments."""
    return finding(
        "YML009",
        Span(file, 1, 1, 1, 1),
        "Filen er tom, eller har bare kommentarer.",
        "En avtale begynner med linjen «format: 1». «avtalegen ny» lager en fil du kan fylle ut.",
    )


def no_fields(span: Span, kind: str, text: str) -> Diagnostic:
    """Return YML010: a file that is `kind` («en liste») instead of fields, and begins with `text`."""
    hint = "Skriv for eksempel «format: 1» på en egen linje, helt til venstre."
    if re.match(r"\s*\w+:\S", text):
        hint = "Det skal være et mellomrom etter kolon: «format: 1», ikke «format:1»."
    return finding(
        "YML010",
        span,
        f"Filen er {kind}, men skal bestå av felt på formen navn, kolon, mellomrom og verdi.",
        hint,
    )


def collection_as_name(span: Span) -> Diagnostic:
    """Return YML012: a list, a mapping or an alias where the name of a field is expected."""
    return finding(
        "YML012",
        span,
        "Her skulle det stått et feltnavn. Det må være en tekst, ikke en liste, felt eller en henvisning.",
        "Er klammene eller stjernen en del av teksten, så sett den i anførselstegn.",
    )


def empty_name(span: Span) -> Diagnostic:
    """Return YML012: a field without a name."""
    return finding("YML012", span, "Feltet mangler navn.", "Skriv navnet på feltet foran kolon.")


def merge_key(span: Span) -> Diagnostic:
    """Return YML012: the merge key `<<`, which YAML 1.2 does not have."""
    return finding(
        "YML012",
        span,
        "Fletting med << kan ikke brukes her.",
        "Skriv feltene der de skal gjelde. En hel verdi kan gjenbrukes med &navn der den står, og *navn der "
        "den skal gjentas.",
    )


def type_tag(span: Span, tag: str) -> Diagnostic:
    """Return YML012: a tag such as `!!int`."""
    return finding(
        "YML012",
        span,
        f"Typemerket {tag} kan ikke brukes. Alle verdier leses som tekst, og avtalegen finner selv ut hva de betyr.",
        f"Fjern {tag}. Er utropstegnet en del av teksten, så sett teksten i anførselstegn.",
    )


def alias_to_itself(span: Span, name: str) -> Diagnostic:
    """Return YML013: an alias inside the very thing that it stands for."""
    return finding(
        "YML013",
        span,
        f"Henvisningen *{name} står inni det den viser til, og kan derfor aldri fylles ut.",
        "Skriv innholdet i stedet for henvisningen.",
    )


def alias_to_nothing(span: Span, name: str) -> Diagnostic:
    """Return YML013: an alias whose anchor is not given above it."""
    return finding(
        "YML013",
        span,
        f"Henvisningen *{name} viser til &{name}, som ikke finnes lenger oppe i filen.",
        f'Er stjernen en del av teksten, så sett teksten i anførselstegn: "*{name}".',
    )


def odd_blank(span: Span, blank: str) -> Diagnostic:
    """Return YML014: a blank that YAML reads as a letter."""
    name = {"\xa0": "hardt mellomrom", "\u202f": "smalt hardt mellomrom", "\u200b": "mellomrom uten bredde"}
    return finding(
        "YML014",
        span,
        f"Her står et tegn som ikke synes ({name.get(blank[0], 'spesialtegn')}, U+{ord(blank[0]):04X}). "
        "I innrykk og feltnavn kan det bare stå vanlige mellomrom.",
        "Slett tegnet, og skriv et vanlig mellomrom om det trengs. Slike tegn følger ofte med tekst som er "
        "kopiert fra Word eller en nettside.",
    )


def item_as_text(span: Span) -> Diagnostic:
    """Return YML015: a line with a dash that is read as part of the text above or as the name of a field."""
    return finding(
        "YML015",
        span,
        "Dette ser ut som et listepunkt, men leses som vanlig tekst.",
        "Et listepunkt er bindestrek, mellomrom og tekst, med streken rett under streken i punktet over. I "
        "en lengre tekst med lister: skriv | etter feltnavnet, og begynn teksten på neste linje.",
    )


def tight_item(file: str, lines: list[str], node: Scalar) -> Diagnostic | None:
    """Return YML015 for a text that is alone on its line and begins with a dash and a letter: «-punkt»."""
    line = re.split(r"\s#", lines[node.line - 1], maxsplit=1)[0].strip()
    if normalize("NFC", line) != node.value or not line[1:2].isalpha():
        return None
    item = f"«- {line[1:]}»" if len(line) <= _LONGEST_SHOWN else "«- » foran teksten"
    return finding(
        "YML015",
        Span(file, node.line, node.column, node.line, node.end_column),
        "Det mangler et mellomrom etter streken i listepunktet.",
        f"Skriv {item}. Er streken en del av teksten, så sett anførselstegn rundt: {in_quotes(line, 0)}",
    )


def word_item(span: Span) -> Diagnostic:
    """Return YML015: an item that begins as in a list from Word, with another sign than a hyphen."""
    return finding(
        "YML015",
        span,
        "Dette ser ut som et listepunkt, men leses som vanlig tekst.",
        "Et listepunkt begynner med bindestrek og mellomrom: «- første». Word bytter ofte ut streken.",
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

"""What a YAML parser complains about, told in Norwegian to someone who has never heard of YAML."""

from __future__ import annotations

import re
from collections.abc import Callable

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Related
from avtalegen.lesing.case import Case, Complaint, first_field, in_quotes
from avtalegen.lesing.findings import ODD_BLANKS, finding, odd_blank
from avtalegen.lesing.innrykk import no_item, out_of_place, outside, syntax, unknown
from avtalegen.lesing.merker import other_comment, star

_ODD_PLACES = re.compile(rf"[ \t]*(?:-[ \t]+)*({ODD_BLANKS.pattern})|[^:]*:({ODD_BLANKS.pattern})")
# A name and a value with nothing between colon and value; no web address and no time of day.
_TIGHT_COLON = re.compile(r"[ ]*(?:-[ ]+)*[^\W\d][^\s:\"']*(:)(?=[^\s/:])")
_TYPOGRAPHIC = frozenset("“”„«»‘’")


def explain(complaint: Complaint, file: str, lines: list[str]) -> Diagnostic:
    """Return the finding for a syntax error: YML001, or YML003 and YML014 where a character is to blame."""
    case = Case(complaint, file, lines, 0, 0)
    row, column = case.within(complaint.place)
    case = case._replace(row=row, column=column)
    for culprit in (_tab, _odd_blank, other_comment, _text_that_never_ends):
        if (found := culprit(case)) is not None:
            return found
    said = f"{complaint.context}: {complaint.problem}"
    for pattern, handler in _HANDLERS:
        if re.search(pattern, said):
            return handler(case)
    return unknown(case)


def _tab(case: Case) -> Diagnostic | None:
    column = case.column
    if case.character != "\t":
        front = re.match(r"[ \t-]*", case.line)
        column = case.line.find("\t", 0, front.end() if front else 0)
    if column < 0:
        return None
    message = Begge(
        "Her står en tabulator. Innrykk skal bare være mellomrom.",
        "Her står ein tabulator. Innrykk skal berre vere mellomrom.",
    )
    if case.line[:column].strip():
        message = Begge(
            "Her står en tabulator der det skal være mellomrom.", "Her står ein tabulator der det skal vere mellomrom."
        )
    return finding(
        "YML003",
        case.span(case.row, column),
        message,
        Begge(
            "Bytt ut tabulatorene med mellomrom, gjerne to for hvert nivå. De fleste redigeringsprogrammer kan "
            "gjøre det for hele filen.",
            "Byt ut tabulatorane med mellomrom, gjerne to for kvart nivå. Dei fleste redigeringsprogram kan gjere det "
            "for heile fila.",
        ),
    )


def _odd_blank(case: Case) -> Diagnostic | None:
    for row in (case.row, case.above(), case.context[0]):
        if row is not None and (match := _ODD_PLACES.match(case.lines[row])):
            start, end = match.span(match.lastindex or 0)
            return odd_blank(case.span(row, start, end), case.lines[row][start:end])
    return None


def _text_that_never_ends(case: Case) -> Diagnostic | None:
    """Explain a text in quotes over several lines with more behind it: the first quote was not closed."""
    if case.complaint.quoted is None:
        return None
    row, column, end_row, end_column = case.complaint.quoted
    if end_row != case.row or end_column > case.column:
        return None
    return _unclosed_quote(case._replace(complaint=case.complaint._replace(context_place=(row, column))))


def _unclosed_quote(case: Case) -> Diagnostic:
    row, column = case.context
    quote = case.lines[row][column : column + 1]
    hint = Begge(f"Sett inn {quote} der teksten slutter. ", f"Set inn {quote} der teksten sluttar. ")
    if quote == "'":
        hint += Begge(
            "En apostrof inni teksten skrives dobbelt (''), eller teksten settes i doble anførselstegn.",
            "Ein apostrof inni teksten skal skrivast dobbelt (''), eller så må teksten stå i doble hermeteikn.",
        )
    else:
        hint += Begge('Et anførselstegn inni teksten skrives \\".', 'Eit hermeteikn inni teksten skal skrivast \\".')
    message = Begge(
        f"Teksten som begynner med {quote} her, blir ikke avsluttet med {quote} på samme linje.",
        f"Teksten som byrjar med {quote} her, blir ikkje avslutta med {quote} på same linje.",
    )
    return syntax(case.rest(row, column), message, hint)


def _colon(case: Case) -> Diagnostic:
    """Explain a colon that can't make a field: it is inside a value, or the line above is not finished."""
    field = first_field(case.line)
    if field and field.end < case.column:
        return _colon_in_value(case, field.value)
    row = case.above()
    if row is None or not field:
        return unknown(case)
    above = first_field(case.lines[row])
    if not above:
        return _line_without_colon(case, row)
    name = case.span(case.row, field.start, field.end)
    # Further in: a name as far out as the one above would have ended the value of that.
    return syntax(
        name,
        Begge(
            f"«{field.name}» er rykket lenger inn enn linjen over, men «{above.name}» har alt en verdi.",
            f"«{field.name}» er rykt lenger inn enn linja over, men «{above.name}» har alt ein verdi.",
        ),
        Begge(
            f"La «{field.name}» begynne rett under «{above.name}». Hører linjen til teksten over, så sett hele "
            "teksten i anførselstegn.",
            f"La «{field.name}» begynne rett under «{above.name}». Høyrer linja til teksten over, så set heile teksten "
            "i hermeteikn.",
        ),
        Related(case.span(row, above.start, above.end), likt(f"«{above.name}» står her")),
    )


def _colon_in_value(case: Case, column: int) -> Diagnostic:
    first = case.line[column:].strip()[:1]
    message = Begge(
        "Et kolon fulgt av mellomrom kan bare stå inni en tekst når teksten står i anførselstegn.",
        "Eit kolon følgt av mellomrom kan berre stå inni ein tekst når teksten står i hermeteikn.",
    )
    if first in _TYPOGRAPHIC:
        message += Begge(
            f" {first} regnes ikke som anførselstegn i YAML.", f" {first} er ikkje rekna som hermeteikn i YAML."
        )
    hint = Begge(
        f"Sett hele verdien i rette anførselstegn: {in_quotes(case.line, column)}",
        f"Set heile verdien i rette hermeteikn: {in_quotes(case.line, column)}",
    )
    return syntax(case.span(case.row, case.column), message, hint)


def _missing_colon(case: Case) -> Diagnostic:
    return _line_without_colon(case, case.context[0])


def _line_without_colon(case: Case, row: int) -> Diagnostic:
    line = case.lines[row]
    if tight := _TIGHT_COLON.match(line):
        fixed = f"{line[: tight.end()].strip()} {line[tight.end() :].strip()}"
        hint = (
            likt(f"Skriv «{fixed}».") if len(fixed) <= 60 else Begge("Sett inn et mellomrom.", "Set inn eit mellomrom.")
        )
        return syntax(
            case.span(row, tight.start(1)),
            Begge("Det mangler et mellomrom etter kolon.", "Det manglar eit mellomrom etter kolon."),
            hint,
        )
    if item := re.match(r"[ ]*(?:-[ ]+)*-(?=[^\s-])", line):
        text = line[item.end() :].strip()
        fixed = likt(f"«- {text}»") if len(text) <= 60 else Begge("«- » foran teksten", "«- » framfor teksten")
        quoted = in_quotes(line, item.end() - 1)
        return syntax(
            case.rest(row, item.end() - 1),
            Begge(
                "Det mangler et mellomrom etter streken i listepunktet.",
                "Det manglar eit mellomrom etter streken i listepunktet.",
            ),
            Begge(
                f"Skriv {fixed}. Er streken en del av teksten, så sett anførselstegn rundt: {quoted}",
                f"Skriv {fixed.nn}. Er streken ein del av teksten, så set hermeteikn rundt: {quoted}",
            ),
        )
    start = len(line) - len(line.lstrip())
    above = case._replace(row=row).above()
    if above is not None and case.lines[above].startswith(f"{' ' * start}- ") and " " in line.strip():
        return no_item(case.rest(row, start))
    return syntax(
        case.rest(row, start),
        Begge(
            "Linjen mangler kolon. Et felt skrives som navn, kolon, mellomrom og verdi.",
            "Linja manglar kolon. Eit felt skal skrivast som namn, kolon, mellomrom og verdi.",
        ),
        Begge(
            "Skriv for eksempel «navn: verdi». Hører linjen til teksten over, må den rykkes inn under den.",
            "Skriv til dømes «navn: verdi». Høyrer linja til teksten over, må ho rykkjast inn under han.",
        ),
    )


def _first_character(case: Case) -> Diagnostic:
    """Explain a value that begins with a character that means something of its own."""
    row, column = case.row, case.column
    if re.search("alias|anchor|tag", case.complaint.context):
        row, column = case.context
    line = case.lines[row]
    if not line[column : column + 1].strip():
        return unknown(case)
    if (item := star(case, row, column)) is not None:
        return item
    return syntax(
        case.span(row, column),
        Begge(
            f"En tekst uten anførselstegn kan ikke begynne med {line[column]} i YAML.",
            f"Ein tekst utan hermeteikn kan ikkje begynne med {line[column]} i YAML.",
        ),
        Begge(
            f"Sett teksten i anførselstegn: {in_quotes(line, column)}",
            f"Set teksten i hermeteikn: {in_quotes(line, column)}",
        ),
    )


def _item_on_field_line(case: Case) -> Diagnostic:
    return syntax(
        case.span(case.row, case.column),
        Begge(
            "Et listepunkt (-) kan ikke stå på samme linje som feltet det hører til.",
            "Eit listepunkt (-) kan ikkje stå på same linje som feltet det høyrer til.",
        ),
        Begge(
            "Flytt listepunktet til en egen linje under feltet. Er streken en del av teksten, så sett teksten i "
            f"anførselstegn: {in_quotes(case.line, case.column)}",
            "Flytt listepunktet til ei eiga linje under feltet. Er streken ein del av teksten, så set teksten i "
            f"hermeteikn: {in_quotes(case.line, case.column)}",
        ),
    )


def _escape(case: Case) -> Diagnostic:
    column = max(case.line.rfind("\\", 0, case.column + 1), 0)
    code = case.line[column : column + 2]
    return syntax(
        case.span(case.row, column, column + 2),
        Begge(
            f"I doble anførselstegn innleder omvendt skråstrek en kode, men {code} er ingen gyldig kode her.",
            f"I doble hermeteikn innleier omvend skråstrek ein kode, men {code} er ingen gyldig kode her.",
        ),
        Begge(
            "Bruk enkle anførselstegn ('…') rundt teksten, eller skriv \\\\ for hver omvendt skråstrek.",
            "Bruk enkle hermeteikn ('…') rundt teksten, eller skriv \\\\ for kvar omvend skråstrek.",
        ),
    )


def _block_text(case: Case) -> Diagnostic:
    row, column = case.context
    line = case.lines[row]
    sign = line[column : column + 1]
    return syntax(
        case.span(row, column),
        likt(f"Etter {sign} må teksten begynne på neste linje."),
        Begge(
            f"Flytt teksten ned på egne linjer med innrykk. Er {sign} en del av teksten, så sett teksten i "
            f"anførselstegn: {in_quotes(line, column)}",
            f"Flytt teksten ned på eigne linjer med innrykk. Er {sign} ein del av teksten, så set teksten i "
            f"hermeteikn: {in_quotes(line, column)}",
        ),
    )


def _bracket(case: Case) -> Diagnostic:
    """Explain what is wrong between brackets: one that isn't closed, a missing comma, a colon."""
    row, column = case.within(case.complaint.bracket or case.context)
    bracket = case.lines[row][column : column + 1]
    closing = {"[": "]", "{": "}"}.get(bracket)
    if closing and (row != case.row or not case.character):
        return syntax(
            case.span(row, column),
            Begge(f"{bracket} blir ikke lukket med {closing}.", f"{bracket} blir ikkje lukka med {closing}."),
            Begge(
                f"Sett inn {closing} der innholdet slutter, og se etter manglende komma. Er {bracket} en del av "
                "en tekst, så sett teksten i anførselstegn.",
                f"Set inn {closing} der innhaldet sluttar, og sjå etter om det manglar komma. Er {bracket} ein del av "
                "ein tekst, så set teksten i hermeteikn.",
            ),
        )
    if case.character == ":":
        message = Begge("Kolon kan ikke stå her, mellom klammer.", "Kolon kan ikkje stå her, mellom klammer.")
        hint = Begge("Sett teksten med kolon i anførselstegn.", "Set teksten med kolon i hermeteikn.")
    elif closing and case.character in ("]", "}"):
        message = Begge(f"{case.character} kan ikke lukke {bracket}.", f"{case.character} kan ikkje lukke {bracket}.")
        hint = Begge(f"Bruk {closing} i stedet.", f"Bruk {closing} i staden.")
    elif case.character == ",":
        message = Begge("Det mangler en verdi foran kommaet.", "Det manglar ein verdi framfor kommaet.")
        hint = likt("Fjern kommaet, eller skriv verdien.")
    else:
        message = Begge(
            f"Det mangler komma eller {closing or 'klamme'} foran dette.",
            f"Det manglar komma eller {closing or 'klamme'} framfor dette.",
        )
        hint = Begge(
            "Sett inn komma mellom verdiene. Tekst med komma, kolon eller klammer må stå i anførselstegn.",
            "Set inn komma mellom verdiane. Tekst med komma, kolon eller klammer må stå i hermeteikn.",
        )
    return syntax(case.span(case.row, case.column), message, hint)


def _directive(case: Case) -> Diagnostic:
    row = case.context[0]
    return syntax(
        case.rest(row, 0),
        Begge(
            "En linje som begynner med %, leses som en innstilling for YAML og kan ikke brukes her.",
            "Ei linje som byrjar med %, blir lesen som ei innstilling for YAML og kan ikkje brukast her.",
        ),
        Begge(
            "Fjern linjen. Er den en del av en tekst, så rykk den inn under feltet eller sett teksten i anførselstegn.",
            "Fjern linja. Er ho ein del av ein tekst, så rykk ho inn under feltet eller set teksten i hermeteikn.",
        ),
    )


# Searched for in this order in «context: problem», in the words of libyaml and of PyYAML's own parser.
_HANDLERS: tuple[tuple[str, Callable[[Case], Diagnostic]], ...] = (
    ("mapping values are not allowed", _colon),
    ("sequence entries are not allowed", _item_on_field_line),
    ("mapping keys are not allowed|cannot start any token", _first_character),
    ("could not find expected ':'", _missing_colon),
    ("quoted scalar: found unexpected", _unclosed_quote),
    ("unknown escape|hexdecimal|hexadecimal|escape code", _escape),
    ("scanning an? (alias|anchor)|(scanning|parsing) a tag|undefined tag handle", _first_character),
    ("block scalar", _block_text),
    ("flow (sequence|mapping|node)|found unexpected ':'", _bracket),
    ("node content", _first_character),
    ("document start", outside),
    ("directive|YAML document", _directive),
    ("block (mapping|collection)", out_of_place),
)

"""What a YAML parser complains about, told in Norwegian to someone who has never heard of YAML."""

from __future__ import annotations

import re
from collections.abc import Callable

from avtalegen.funn.diagnostic import Diagnostic, Related, Span
from avtalegen.lesing.case import Case, Complaint, first_field, in_quotes
from avtalegen.lesing.findings import ODD_BLANKS, finding, odd_blank

_ODD_PLACES = re.compile(rf"[ \t]*(?:-[ \t]+)*({ODD_BLANKS.pattern})|[^:]*:({ODD_BLANKS.pattern})")
# A name and a value with nothing between colon and value; no web address and no time of day.
_TIGHT_COLON = re.compile(r"[ ]*(?:-[ ]+)*[^\W\d][^\s:\"']*(:)(?=[^\s/:])")
_TYPOGRAPHIC = frozenset("“”„«»‘’")
_LOOK_AROUND = "Se på denne linjen og linjen over: innrykk, kolon, anførselstegn og klammer."


def explain(complaint: Complaint, file: str, lines: list[str]) -> Diagnostic:
    """Return the finding for a syntax error: YML001, or YML003 and YML014 where a character is to blame."""
    case = Case(complaint, file, lines, 0, 0)
    row, column = case.within(complaint.place)
    case = case._replace(row=row, column=column)
    for culprit in (_tab, _odd_blank, _text_that_never_ends):
        if (found := culprit(case)) is not None:
            return found
    said = f"{complaint.context}: {complaint.problem}"
    for pattern, handler in _HANDLERS:
        if re.search(pattern, said):
            return handler(case)
    return _unknown(case)


def _syntax(span: Span, message: str, hint: str, *related: Related) -> Diagnostic:
    return finding("YML001", span, message, hint, related)


def _tab(case: Case) -> Diagnostic | None:
    column = case.column
    if case.character != "\t":
        front = re.match(r"[ \t-]*", case.line)
        column = case.line.find("\t", 0, front.end() if front else 0)
    if column < 0:
        return None
    message = "Her står en tabulator. Innrykk skal bare være mellomrom."
    if case.line[:column].strip():
        message = "Her står en tabulator der det skal være mellomrom."
    return finding(
        "YML003",
        case.span(case.row, column),
        message,
        "Bytt ut tabulatorene med mellomrom, gjerne to for hvert nivå. De fleste redigeringsprogrammer kan "
        "gjøre det for hele filen.",
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
    hint = f"Sett inn {quote} der teksten slutter. "
    if quote == "'":
        hint += "En apostrof inni teksten skrives dobbelt (''), eller teksten settes i doble anførselstegn."
    else:
        hint += 'Et anførselstegn inni teksten skrives \\".'
    message = f"Teksten som begynner med {quote} her, blir ikke avsluttet med {quote} på samme linje."
    return _syntax(case.rest(row, column), message, hint)


def _colon(case: Case) -> Diagnostic:
    """Explain a colon that can't make a field: it is inside a value, or the line above is not finished."""
    field = first_field(case.line)
    if field and field.end < case.column:
        return _colon_in_value(case, field.value)
    row = case.above()
    if row is None or not field:
        return _unknown(case)
    above = first_field(case.lines[row])
    if not above:
        return _line_without_colon(case, row)
    name = case.span(case.row, field.start, field.end)
    if field.start <= above.start:
        return _syntax(name, f"«{field.name}» kan ikke være et felt her.", _LOOK_AROUND)
    return _syntax(
        name,
        f"«{field.name}» er rykket lenger inn enn linjen over, men «{above.name}» har alt en verdi.",
        f"La «{field.name}» begynne rett under «{above.name}». Hører linjen til teksten over, så sett hele "
        "teksten i anførselstegn.",
        Related(case.span(row, above.start, above.end), f"«{above.name}» står her"),
    )


def _colon_in_value(case: Case, column: int) -> Diagnostic:
    first = case.line[column:].strip()[:1]
    message = "Et kolon fulgt av mellomrom kan bare stå inni en tekst når teksten står i anførselstegn."
    if first in _TYPOGRAPHIC:
        message += f" {first} regnes ikke som anførselstegn i YAML."
    hint = f"Sett hele verdien i rette anførselstegn: {in_quotes(case.line, column)}"
    return _syntax(case.span(case.row, case.column), message, hint)


def _missing_colon(case: Case) -> Diagnostic:
    return _line_without_colon(case, case.context[0])


def _line_without_colon(case: Case, row: int) -> Diagnostic:
    line = case.lines[row]
    if tight := _TIGHT_COLON.match(line):
        fixed = f"{line[: tight.end()].strip()} {line[tight.end() :].strip()}"
        hint = f"Skriv «{fixed}»." if len(fixed) <= 60 else "Sett inn et mellomrom."
        return _syntax(case.span(row, tight.start(1)), "Det mangler et mellomrom etter kolon.", hint)
    if item := re.match(r"[ ]*(?:-[ ]+)*-(?=[^\s-])", line):
        text = line[item.end() :].strip()
        fixed = f"«- {text}»" if len(text) <= 60 else "«- » foran teksten"
        quoted = in_quotes(line, item.end() - 1)
        return _syntax(
            case.rest(row, item.end() - 1),
            "Det mangler et mellomrom etter streken i listepunktet.",
            f"Skriv {fixed}. Er streken en del av teksten, så sett anførselstegn rundt: {quoted}",
        )
    return _syntax(
        case.rest(row, len(line) - len(line.lstrip())),
        "Linjen mangler kolon. Et felt skrives som navn, kolon, mellomrom og verdi.",
        "Skriv for eksempel «navn: verdi». Hører linjen til teksten over, må den rykkes inn under den.",
    )


def _first_character(case: Case) -> Diagnostic:
    """Explain a value that begins with a character that means something of its own."""
    row, column = case.row, case.column
    if re.search("alias|anchor|tag", case.complaint.context):
        row, column = case.context
    line = case.lines[row]
    if not line[column : column + 1].strip():
        return _unknown(case)
    return _syntax(
        case.span(row, column),
        f"En tekst uten anførselstegn kan ikke begynne med {line[column]} i YAML.",
        f"Sett teksten i anførselstegn: {in_quotes(line, column)}",
    )


def _item_on_field_line(case: Case) -> Diagnostic:
    return _syntax(
        case.span(case.row, case.column),
        "Et listepunkt (-) kan ikke stå på samme linje som feltet det hører til.",
        "Flytt listepunktet til en egen linje under feltet. Er streken en del av teksten, så sett teksten i "
        f"anførselstegn: {in_quotes(case.line, case.column)}",
    )


def _escape(case: Case) -> Diagnostic:
    column = max(case.line.rfind("\\", 0, case.column + 1), 0)
    code = case.line[column : column + 2]
    return _syntax(
        case.span(case.row, column, column + 2),
        f"I doble anførselstegn innleder omvendt skråstrek en kode, men {code} er ingen gyldig kode her.",
        "Bruk enkle anførselstegn ('…') rundt teksten, eller skriv \\\\ for hver omvendt skråstrek.",
    )


def _block_text(case: Case) -> Diagnostic:
    row, column = case.context
    line = case.lines[row]
    sign = line[column : column + 1]
    return _syntax(
        case.span(row, column),
        f"Etter {sign} må teksten begynne på neste linje.",
        f"Flytt teksten ned på egne linjer med innrykk. Er {sign} en del av teksten, så sett teksten i "
        f"anførselstegn: {in_quotes(line, column)}",
    )


def _bracket(case: Case) -> Diagnostic:
    """Explain what is wrong between brackets: one that isn't closed, a missing comma, a colon."""
    row, column = case.within(case.complaint.bracket or case.context)
    bracket = case.lines[row][column : column + 1]
    closing = {"[": "]", "{": "}"}.get(bracket)
    if closing and (row != case.row or not case.character):
        return _syntax(
            case.span(row, column),
            f"{bracket} blir ikke lukket med {closing}.",
            f"Sett inn {closing} der innholdet slutter, og se etter manglende komma. Er {bracket} en del av "
            "en tekst, så sett teksten i anførselstegn.",
        )
    if case.character == ":":
        message = "Kolon kan ikke stå her, mellom klammer."
        hint = "Sett teksten med kolon i anførselstegn."
    elif closing and case.character in ("]", "}"):
        message = f"{case.character} kan ikke lukke {bracket}."
        hint = f"Bruk {closing} i stedet."
    elif case.character == ",":
        message = "Det mangler en verdi foran kommaet."
        hint = "Fjern kommaet, eller skriv verdien."
    else:
        message = f"Det mangler komma eller {closing or 'klamme'} foran dette."
        hint = "Sett inn komma mellom verdiene. Tekst med komma, kolon eller klammer må stå i anførselstegn."
    return _syntax(case.span(case.row, case.column), message, hint)


def _out_of_place(case: Case) -> Diagnostic:
    """Explain a line that does not fit those above, or something behind a value that has ended."""
    if not case.starts_line:
        return _behind_value(case)
    if case.character == ":":
        hint = "Skriv navnet på feltet foran kolon."
        return _syntax(case.span(case.row, case.column), "Det mangler et feltnavn foran kolon.", hint)
    whole = case.rest(case.row, case.column)
    same_level = case.column == case.context[1]
    if same_level and "collection" in case.complaint.context:
        return _syntax(
            whole,
            "Linjene over er en liste, men denne linjen begynner ikke med listepunkt (-).",
            "Sett - og mellomrom foran, eller endre innrykket så linjen står under det den hører til.",
        )
    if same_level and re.match(r"-(\s|\Z)", case.line[case.column :]):
        return _syntax(
            whole,
            "Her står et listepunkt (-), men linjene over er felt med navn.",
            "Rykk listepunktet inn under feltet det hører til, eller gi det et feltnavn.",
        )
    message = "Innrykket passer ikke med linjene over."
    if levels := case.levels_above():
        known = " eller ".join(", ".join(map(str, levels)).rsplit(", ", 1))
        message += f" Linjen er rykket inn {case.column} tegn. Linjene over er rykket inn {known} tegn."
    return _syntax(whole, message, "La linjer som hører sammen, ha nøyaktig like mange mellomrom foran seg.")


def _behind_value(case: Case) -> Diagnostic:
    end = case.line[: case.column].rstrip()[-1:]
    if end not in ('"', "'", "]", "}"):
        return _unknown(case)
    field = first_field(case.line)
    what = "Verdien" if end in ("]", "}") else "Teksten"
    return _syntax(
        case.rest(case.row, case.column),
        f"{what} slutter ved {end}, men det står mer på linjen.",
        f"Sett anførselstegn rundt hele verdien: {in_quotes(case.line, field.value if field else 0)}",
    )


def _outside(case: Case) -> Diagnostic:
    """Explain something behind what the whole file consists of."""
    if not case.starts_line:
        return _behind_value(case)
    whole = case.rest(case.row, case.column)
    fields = ((row, field) for row, line in enumerate(case.lines) if (field := first_field(line)))
    row, first = next(fields, (case.row, None))
    if first and row < case.row and case.column < first.start:
        return _syntax(
            whole,
            f"Linjen står lenger til venstre enn det første feltet i filen, som er rykket inn {first.start} tegn.",
            "La alle felt på øverste nivå begynne helt til venstre.",
            Related(case.span(row, first.start, first.end), "det første feltet står her"),
        )
    return _syntax(
        whole,
        "Her står det noe mer etter at innholdet i filen er slutt.",
        "Hver linje på øverste nivå skal være et felt: navn, kolon, mellomrom og verdi.",
    )


def _directive(case: Case) -> Diagnostic:
    row = case.context[0]
    return _syntax(
        case.rest(row, 0),
        "En linje som begynner med %, leses som en innstilling for YAML og kan ikke brukes her.",
        "Fjern linjen. Er den en del av en tekst, så rykk den inn under feltet eller sett teksten i anførselstegn.",
    )


def _unknown(case: Case) -> Diagnostic:
    return _syntax(
        case.span(case.row, case.column),
        "Filen er ikke gyldig YAML fra dette stedet. Det skulle stått et felt (navn: verdi) eller et listepunkt (-).",
        _LOOK_AROUND,
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
    ("document start", _outside),
    ("directive|YAML document", _directive),
    ("block (mapping|collection)", _out_of_place),
)

"""A line that stands in the wrong place: further in or out than those around it, or behind what has ended."""

from __future__ import annotations

import re

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Related, Span
from avtalegen.funn.ordlyd import liste
from avtalegen.lesing.case import Case, first_field, in_quotes
from avtalegen.lesing.findings import finding

LOOK_AROUND = Begge(
    "Se på denne linjen og linjen over: innrykk, kolon, anførselstegn og klammer.",
    "Sjå på denne linja og linja over: innrykk, kolon, hermeteikn og klammer.",
)


def syntax(span: Span, message: Begge, hint: Begge, *related: Related) -> Diagnostic:
    """Return YML001."""
    return finding("YML001", span, message, hint, related)


def out_of_place(case: Case) -> Diagnostic:
    """Explain a line that does not fit those above, or something behind a value that has ended."""
    if not case.starts_line:
        return _behind_value(case)
    if case.character == ":":
        hint = Begge("Skriv navnet på feltet foran kolon.", "Skriv namnet på feltet framfor kolon.")
        return syntax(
            case.span(case.row, case.column),
            Begge("Det mangler et feltnavn foran kolon.", "Det manglar eit feltnamn framfor kolon."),
            hint,
        )
    whole = case.rest(case.row, case.column)
    same_level = case.column == case.context[1]
    if same_level and "collection" in case.complaint.context:
        return no_item(whole)
    if same_level and re.match(r"-(\s|\Z)", case.line[case.column :]):
        return syntax(
            whole,
            Begge(
                "Her står et listepunkt (-), men linjene over er felt med navn.",
                "Her står eit listepunkt (-), men linjene over er felt med namn.",
            ),
            Begge(
                "Rykk listepunktet inn under feltet det hører til, eller gi det et feltnavn.",
                "Rykk listepunktet inn under feltet det høyrer til, eller gi det eit feltnamn.",
            ),
        )
    message = Begge("Innrykket passer ikke med linjene over.", "Innrykket passar ikkje med linjene over.")
    if levels := case.levels_above():
        known = liste(map(str, levels), "eller")
        message += Begge(
            f" Linjen er rykket inn {case.column} tegn. Linjene over er rykket inn {known} tegn.",
            f" Linja er rykt inn {case.column} teikn. Linjene over er rykte inn {known} teikn.",
        )
    return syntax(
        whole,
        message,
        Begge(
            "La linjer som hører sammen, ha nøyaktig like mange mellomrom foran seg.",
            "La linjer som høyrer saman, ha nøyaktig like mange mellomrom framfor seg.",
        ),
    )


def no_item(span: Span) -> Diagnostic:
    """Explain a line right below the items of a list that is none of them."""
    return syntax(
        span,
        Begge(
            "Linjene over er en liste, men denne linjen begynner ikke med listepunkt (-).",
            "Linjene over er ei liste, men denne linja byrjar ikkje med listepunkt (-).",
        ),
        Begge(
            "Sett - og mellomrom foran, eller endre innrykket så linjen står under det den hører til.",
            "Set - og mellomrom framfor, eller endre innrykket så linja står under det ho høyrer til.",
        ),
    )


def _behind_value(case: Case) -> Diagnostic:
    end = case.line[: case.column].rstrip()[-1:]
    if end not in ('"', "'", "]", "}"):
        return unknown(case)
    field = first_field(case.line)
    if case.line[case.column :].strip() == ",":
        return syntax(
            case.rest(case.row, case.column),
            Begge("Det står et komma bak verdien.", "Det står eit komma bak verdien."),
            Begge(
                "Slett kommaet. Hvert felt står på sin egen linje, uten komma mellom.",
                "Slett kommaet. Kvart felt står på si eiga linje, utan komma mellom.",
            ),
        )
    what = "Verdien" if end in ("]", "}") else "Teksten"
    return syntax(
        case.rest(case.row, case.column),
        Begge(
            f"{what} slutter ved {end}, men det står mer på linjen.",
            f"{what} sluttar ved {end}, men det står meir på linja.",
        ),
        Begge(
            f"Sett anførselstegn rundt hele verdien: {in_quotes(case.line, field.value if field else 0)}",
            f"Set hermeteikn rundt heile verdien: {in_quotes(case.line, field.value if field else 0)}",
        ),
    )


def outside(case: Case) -> Diagnostic:
    """Explain something behind what the whole file consists of."""
    if not case.starts_line:
        return _behind_value(case)
    whole = case.rest(case.row, case.column)
    fields = ((row, field) for row, line in enumerate(case.lines) if (field := first_field(line)))
    row, first = next(fields, (case.row, None))
    if first and row < case.row and case.column < first.start:
        return syntax(
            whole,
            Begge(
                f"Linjen står lenger til venstre enn det første feltet i filen, som er rykket inn {first.start} tegn.",
                f"Linja står lenger til venstre enn det første feltet i fila, som er rykt inn {first.start} teikn.",
            ),
            Begge(
                "La alle felt på øverste nivå begynne helt til venstre.",
                "La alle felt på øvste nivå begynne heilt til venstre.",
            ),
            Related(
                case.span(row, first.start, first.end),
                likt("det første feltet står her"),
            ),
        )
    return syntax(
        whole,
        Begge(
            "Her står det noe mer etter at innholdet i filen er slutt.",
            "Her står det noko meir etter at innhaldet i fila er slutt.",
        ),
        Begge(
            "Hver linje på øverste nivå skal være et felt: navn, kolon, mellomrom og verdi.",
            "Kvar linje på øvste nivå skal vere eit felt: namn, kolon, mellomrom og verdi.",
        ),
    )


def unknown(case: Case) -> Diagnostic:
    """Return what is said when nothing better can be."""
    return syntax(
        case.span(case.row, case.column),
        Begge(
            "Filen er ikke gyldig YAML fra dette stedet. Det skulle stått et felt (navn: verdi) eller et listepunkt "
            "(-).",
            "Fila er ikkje gyldig YAML frå denne staden. Det skulle stått eit felt (namn: verdi) eller eit listepunkt "
            "(-).",
        ),
        LOOK_AROUND,
    )

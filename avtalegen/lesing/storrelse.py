"""What is said of a file with more in it than an agreement can have (YML006, YML007, YML016)."""

from __future__ import annotations

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic, Span
from avtalegen.lesing.findings import finding


def too_deep(span: Span, limit: int) -> Diagnostic:
    """Return YML006: more levels inside each other than `limit`."""
    return finding(
        "YML006",
        span,
        Begge(
            f"Her går filen over {limit} nivåer inn. Så dypt kan verdier ikke ligge inni hverandre.",
            f"Her går fila over {limit} nivå inn. Så djupt kan ikkje verdiar liggje inni kvarandre.",
        ),
        Begge(
            "Se etter klammer eller innrykk som er blitt gjentatt ved en feil.",
            "Sjå etter klammer eller innrykk som er gjentekne ved ein feil.",
        ),
    )


def too_many(span: Span, limit: int, alias: str | None) -> Diagnostic:
    """Return YML007: more values than `limit`; because of `*alias` where that is given."""
    most = f"{limit:,}".replace(",", " ")
    if alias is None:
        message = Begge(
            f"Filen har flere verdier enn de {most} som er tillatt.",
            f"Fila har fleire verdiar enn dei {most} som er tillatne.",
        )
        hint = Begge("Kontroller at dette er riktig fil.", "Kontroller at dette er rett fil.")
    else:
        message = Begge(
            f"Med det som *{alias} viser til, har filen flere verdier enn de {most} som er tillatt.",
            f"Med det som *{alias} viser til, har fila fleire verdiar enn dei {most} som er tillatne.",
        )
        hint = Begge(
            "Skriv verdiene der de hører hjemme, uten henvisninger til henvisninger.",
            "Skriv verdiane der dei høyrer heime, utan tilvisingar til tilvisingar.",
        )
    return finding("YML007", span, message, hint)


_MÅL_PÅ_NYNORSK = {"tegn": "teikn", "linjer": "linjer"}


def too_long(span: Span, what: str, length: int, most: int) -> Diagnostic:
    """Return YML016: a value has too many characters («tegn») or lines («linjer»), or a word («ord») has."""
    found, allowed = (f"{number:,}".replace(",", " ") for number in (length, most))
    if what == "ord":
        message = Begge(
            f"Et ord i teksten er på {found} tegn. Et ord kan ha høyst {allowed}.",
            f"Eit ord i teksten er på {found} teikn. Eit ord kan ha høgst {allowed}.",
        )
        hint = Begge(
            "Mangler det mellomrom, så sett dem inn. Hører ikke teksten til i avtalen, så stryk den.",
            "Manglar det mellomrom, så set dei inn. Høyrer ikkje teksten til i avtalen, så stryk han.",
        )
    else:
        message = Begge(
            f"Teksten er på {found} {what}. En verdi kan ha høyst {allowed}.",
            f"Teksten er på {found} {_MÅL_PÅ_NYNORSK[what]}. Ein verdi kan ha høgst {allowed}.",
        )
        hint = Begge(
            "Del teksten på flere avsnitt, eller legg den ved avtalen og før den opp under «vedlegg».",
            "Del teksten på fleire avsnitt, eller legg han ved avtalen og før han opp under «vedlegg».",
        )
    return finding("YML016", span, message, hint)


def too_much_text(span: Span, most: int, alias: str | None) -> Diagnostic:
    """Return YML016: more characters than `most` in the values together; because of `*alias` where that is given."""
    allowed = f"{most:,}".replace(",", " ")
    if alias is None:
        message = Begge(
            f"Verdiene i filen er til sammen på mer enn {allowed} tegn.",
            f"Verdiane i fila er til saman på meir enn {allowed} teikn.",
        )
        hint = Begge(
            "Kontroller at dette er riktig fil. Lange tekster hører hjemme i et vedlegg.",
            "Kontroller at dette er rett fil. Lange tekstar høyrer heime i eit vedlegg.",
        )
    else:
        message = Begge(
            f"Med det som *{alias} viser til, er verdiene i filen til sammen på mer enn {allowed} tegn.",
            f"Med det som *{alias} viser til, er verdiane i fila til saman på meir enn {allowed} teikn.",
        )
        hint = Begge(
            "Skriv verdiene der de hører hjemme, uten henvisninger.",
            "Skriv verdiane der dei høyrer heime, utan tilvisingar.",
        )
    return finding("YML016", span, message, hint)

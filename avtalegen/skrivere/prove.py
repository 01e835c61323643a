"""A document with a little of everything, to try a style on before any agreement needs it."""

from __future__ import annotations

from avtalegen.dokument.innhold import (
    Document,
    Heading,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Text,
)

_WORDS = (Text("Tekst "), Text("halvfet", bold=True), Text("kursiv", italic=True), LineBreak())
_LINK = Link("lenke", "https://eksempel.no/")
_ONE = Paragraph("p", (Text("Punkt"),))
PRØVE = Document(
    language="nb",
    title="Prøve",
    subtitle="Undertittel",
    author="Partene",
    subject="Prøve",
    date=None,
    header="Partene",
    page_label="Side {page} av {pages}",
    facts=(("Parter", "Partene"),),
    blocks=(
        *(Heading(f"o{level}", level, (Text("Overskrift"),)) for level in (1, 2, 3, 4)),
        Paragraph("a", (*_WORDS, _LINK)),
        Paragraph("l", (Text("Dette:"),), lead=True),
        Items("u", ((_ONE, Items("n", ((_ONE,),), ordered=True)),)),
        Items("o", ((_ONE,),), ordered=True),
        Table("t", "Tabell", ((Text("A"),), (Text("B"),)), (((Text("1"),), (Text("2"),)),), row_headers=True),
        Signatures("s", (Signature("s1", "Kommunen", "Navn", "tittel", None),), "Sted", "Dato", "Underskrift"),
    ),
    mark="UTKAST",
)

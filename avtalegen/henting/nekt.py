"""Why a file gives back no YAML, and what to do about it."""

from __future__ import annotations

import re

from avtalegen.funn.begge import TOM, Begge, likt

ASK = Begge("Be den som laget dokumentet, om YAML-filen.", "Be den som laga dokumentet, om YAML-fila.")

_MARKDOWN = b"<!-- avtalegen-fingeravtrykk: "
_AGREEMENT = re.compile(rb"^(?:\xef\xbb\xbf)?[\"']?format[\"']?[ \t]*:", re.MULTILINE)
_PASSWORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVED_BY = re.compile(rb"<Application>(LibreOffice|OpenOffice|Collabora Office|Microsoft Office Word)\b")
"""The programs that are named to the one who asks: what stands there is as untrusted as the rest."""


def no_source(found: str, parts: dict[str, bytes]) -> Begge:
    """Return why a Word file carries no YAML; `found` is how it is, `parts` what is in it."""
    if found == "endret":
        program = _SAVED_BY.search(parts.get("docProps/app.xml", b""))
        by = likt(f" i {program[1].decode()}") if program else TOM
        return Begge(
            f"Word-dokumentet har ikke YAML-filen i seg. Det er laget av avtalegen og lagret på nytt{by}. Filen kan "
            "være blitt borte på veien, for eksempel som .odt. Eller den var aldri med: Det er den ikke i papirene fra "
            f"«--dokument», og ikke med «--uten-kilde». Har du dokumentet slik det ble laget, så prøv det. {ASK}",
            f"Word-dokumentet har ikkje YAML-fila i seg. Det er laga av avtalegen og lagra på nytt{by}. Fila kan ha "
            "vorte borte på vegen, til dømes som .odt. Eller ho var aldri med: Det er ho ikkje i papira frå "
            f"«--dokument», og ikkje med «--uten-kilde». Har du dokumentet slik det vart laga, så prøv det. {ASK.nn}",
        )
    if found == "fremmed":
        return Begge(
            "Word-dokumentet har ikke YAML-filen i seg. Det er ikke laget av avtalegen, eller programmet det sist ble "
            f"lagret i, tok vare på bare teksten. {ASK}",
            "Word-dokumentet har ikkje YAML-fila i seg. Det er ikkje laga av avtalegen, eller programmet det sist vart "
            f"lagra i, tok vare på berre teksten. {ASK.nn}",
        )
    return Begge(
        "Word-dokumentet har ikke YAML-filen i seg. Det er et av papirene som lages med «--dokument», eller det er "
        f"laget med «--uten-kilde». {ASK}",
        "Word-dokumentet har ikkje YAML-fila i seg. Det er eit av papira som blir laga med «--dokument», eller det er "
        f"laga med «--uten-kilde». {ASK.nn}",
    )


def unknown(data: bytes) -> Begge:
    """Return what is wrong with a file that is none of our kinds of documents."""
    if not data.strip():
        return Begge("Filen er tom.", "Fila er tom.")
    if data.startswith(_PASSWORD):
        return Begge(
            "Dokumentet er låst med passord, eller lagret som .doc. Åpne det i Word, ta bort passordet, "
            "og lagre det som .docx.",
            "Dokumentet er låst med passord, eller lagra som .doc. Opne det i Word, ta bort passordet, "
            "og lagre det som .docx.",
        )
    if _MARKDOWN in data:
        return Begge(
            f"YAML-filen følger ikke med i Markdown. Bruk docx-, html- eller pdf-filen av den samme avtalen. {ASK}",
            f"YAML-fila følgjer ikkje med i Markdown. Bruk docx-, html- eller pdf-fila av den same avtalen. {ASK.nn}",
        )
    if _AGREEMENT.search(data[:100_000]):
        return Begge(
            "Dette er en YAML-fil, ikke et dokument. Da er det ingenting å hente ut.",
            "Dette er ei YAML-fil, ikkje eit dokument. Då er det ingenting å hente ut.",
        )
    return Begge(
        "Filen er verken docx, html eller pdf. Oppgi et dokument som er laget med «avtalegen lag».",
        "Fila er korkje docx, html eller pdf. Oppgi eit dokument som er laga med «avtalegen lag».",
    )

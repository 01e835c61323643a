"""The same said in another form: a date, a number or a sign that people write otherwise than we do."""

from __future__ import annotations

import re

from avtalegen.modell.tid import som_dato

_DATE = re.compile(r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\.\s?[a-zæøå]{3,9}\s\d{4})\b")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d.:])")
_GROUPS = re.compile(r"(?<=\d)[ .](?=\d{3}\b)|(?<!\+)\b(\d{2}) (\d{2}) (\d{2}) (\d{2})\b|\b(\d{3}) (\d{2}) (\d{3})\b")
_KRONER = re.compile(r"\bkr\.? ?(\d+)(?:,-|,00\b)?|\b(\d+)(?:,-| kr\b\.?)")
_SIGNS = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "–": "-", "’": "'"})


def jevnet(tekst: str) -> str:
    """Return a text without what may differ where it says the same, to be held against others."""
    tekst = _DATE.sub(_date, tekst.casefold())
    tekst = _GROUPS.sub(lambda found: "".join(filter(None, found.groups())), tekst)
    tekst = _KRONER.sub(lambda found: f"{found[1] or found[2]} kroner", tekst)
    tekst = _CLOCK.sub(lambda found: f"{int(found[1])}.{found[2]}", tekst)
    return re.sub(r"(?<=\d) ?%", " prosent", tekst).translate(_SIGNS)


def _date(found: re.Match[str]) -> str:
    dato = som_dato(found[0])
    return dato.isoformat() if dato else found[0]

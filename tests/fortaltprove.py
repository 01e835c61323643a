"""A short agreement with a text in it, read, and the values that it gave."""

from __future__ import annotations

from avtalegen.importering import Utkast, importer, les

HODE = "# Samarbeidsavtale mellom Lom kommune og Innlandet politidistrikt\n\n## "


def lest(tekst: str) -> Utkast:
    return importer(les((HODE + tekst + "\n").encode(), "lom.md"))


def feltene(utkast: Utkast) -> dict[str, str]:
    """Return the values of a draft that are no text carried over, by the way to each."""
    alle = {".".join(map(str, rute)): verdi for rute, verdi in utkast.verdier}
    return {rute: verdi.tekst for rute, verdi in alle.items() if not verdi.markdown}

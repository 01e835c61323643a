"""A title with the name behind it, in one text."""

from avtalegen.modell.senere import senere

_TITTEL_OG_NAVN = senere(
    r"(?P<t>[A-ZÆØÅa-zæøå][a-zæøå-]*(?:fører|førar|mann|direktør|sjef|mester|meister|leder|leiar|formann|betjent|byråd))"
    r",? (?P<n>(?!(?:Øvre|Nedre|Indre|Ytre|Midtre|Nordre|Søndre|Vestre|Østre|Austre|Nord|Sør|Vest|Øst|Aust) )"
    r"[A-ZÆØÅÁ][a-zæøåáéö]+(?:[ -][A-ZÆØÅÁ][a-zæøåáéö]*\.?){1,4})"
)
"""«Ordfører Kari Nordmann»: not «lensmann i Lom», and not «ordfører Øvre Eiker»."""


def tittel_og_navn(tekst: str) -> dict[str, str]:
    """Return the title, and the name when one stands behind it."""
    treff = _TITTEL_OG_NAVN.fullmatch(tekst)
    return {"tittel": treff["t"], "navn": treff["n"]} if treff else {"tittel": tekst}

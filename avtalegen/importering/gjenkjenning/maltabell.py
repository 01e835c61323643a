"""Tables of goals: an area in each row with what is aimed at; and the measures that point to them by a letter."""

from __future__ import annotations

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.blokker import Tabell
from avtalegen.importering.forbi import BORTE
from avtalegen.importering.funnet import Verdi
from avtalegen.importering.gjenkjenning.celler import linjer, sammen
from avtalegen.importering.oppsett import Seksjon
from avtalegen.importering.ventende import senere

_BOKSTAV = senere(r"(?P<b>[A-ZÆØÅ]|\d{1,2})[.)\s-]?\s?(?=[A-ZÆØÅ]\w)")
_ID = senere(r"(?P<b>[A-ZÆØÅ](?=\s?[-.]?\d)|\d{1,2}(?=[.-]\d|[a-z]\b))")


def les(a: Arbeid, tabell: Tabell, plass: dict[str, int], seksjon: Seksjon | None) -> bool:
    """Read the areas with a goal for each; tell whether the table was one of them."""
    om_annet = seksjon is not None and seksjon.del_ in ("tjenester", "beredskap", "kontakt", "råd", "møter", "slt")
    if om_annet or not {"område", "mål"} <= plass.keys():
        return False
    før = len(a.tre.liste("satsningsområder", "områder"))
    for r in range(1, tabell.rader):
        navn, mål = sammen(tabell[r, plass["område"]]), sammen(tabell[r, plass["mål"]])
        samme = r > 1 and tabell[r, plass["område"]] is tabell[r - 1, plass["område"]]
        if (navn is None and mål is None) or BORTE.search(" ".join(tabell.rad(r))):
            continue
        alle = a.tre.liste("satsningsområder", "områder")
        if navn is not None and not samme:
            a.legg_til({"navn": navn, **({"mål": [mål]} if mål else {})}, "satsningsområder.områder")
        elif mål is not None and len(alle) > før:
            a.legg_til(mål, f"satsningsområder.områder.{len(alle) - 1}.mål")
    return len(a.tre.liste("satsningsområder", "områder")) > før


def området_til(a: Arbeid, tabell: Tabell, r: int, plass: dict[str, int], ellers: int | None) -> int | None:
    """Return the area that the number of a measure points to: «B2» is of «B. Trafikk»; `ellers` for none."""
    if "id" not in plass or (treff := _ID.match(tabell.tekst(r, plass["id"]).strip())) is None:
        return ellers
    for u in linjer(tabell[r, plass["id"]]):
        a.etikett(u)
    for nr, område in enumerate(a.tre.liste("satsningsområder", "områder")):
        navn = område.get("navn") if isinstance(område, dict) else None
        if isinstance(navn, Verdi) and (bokstav := _BOKSTAV.match(navn.tekst)) and bokstav["b"] == treff["b"]:
            return nr
    return ellers

"""What stands in front of an agreement, and on top of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from avtalegen.komponering.markdown.verdier import printable
from avtalegen.komponering.spor.sporing import skjøt
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.tid import Tidsrom


def facts(avtale: Avtale, språk: Språk, *, marked: bool) -> Iterator[tuple[str, str]]:
    """Give label and value of the lines in front: «Gjelder», «Dato», «Saksnummer», «Status».

    The parties are not among them: the agreement begins with the list of them, on the same page. Nor is the status
    when a mark tells it.
    """
    data, periode = avtale.avtale, avtale.periode
    if periode:
        varighet = [språk.varighet(periode.varighet)] if periode.varighet else []
        tidsrom = [språk.tidsrom(Tidsrom(periode.fra, periode.til))] if periode.fra or periode.til else []
        # «Tre år fra 1. oktober 2016» and «etter valget til 31. desember 2029», but «2026–2028, tre år»
        i_ord = bool(periode.varighet and periode.varighet.ord)
        fra, til = periode.ordene_er == "fra", periode.ordene_er == "til"
        if (i_ord and not (fra or til)) or (periode.fra and (periode.til or fra)) or (periode.til and til):
            deler = [*tidsrom, *varighet]
        else:
            deler = [skjøt(" ", tidsrom + varighet if til else varighet + tidsrom)] if varighet or tidsrom else []
        deler += [språk.ord["løpende"]] if periode.løpende else []
        if deler:
            yield "periode", språk.stor(skjøt(", ", deler))
    if data.dato:
        yield "dato", språk.stor(språk.dato(data.dato))
    if data.saksnummer:
        yield "saksnummer", data.saksnummer
    if not marked:
        yield "status", språk.ord["status"][data.status.value]


def short_headers(språk: Språk, seen: dict[str, Any]) -> Iterator[str]:
    """Give what stands on top of a page that has no room for the names of all parties, the longest first.

    No name is cut: the kommuner are counted, then the other parties, and the last one names nobody.
    """
    ord_, antall = språk.ord, len(seen["kommuner"])
    kommunene = f"{språk.tall(antall)} {ord_['kommuner']}" if antall > 1 else seen["kommunenavn"]
    andre = [part.navn for part in seen["også_parter"]]
    for øvrige in (andre, [f"{språk.tall(len(andre))} {ord_['andre_parter']}"] if len(andre) > 1 else []):
        if øvrige is andre or øvrige:
            yield printable(
                f"{ord_['avtale_mellom']} {språk.liste([kommunene, seen['distrikt'], *øvrige], komma=False)}"
            )
    yield printable(ord_["tittel" if seen["kommuner"] else "tittel_fylkeskommune"])

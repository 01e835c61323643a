"""Mot registeret: et navn som flere kommuner har."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen import register
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.reg.nummer import skriv_nummeret


@regel("REG106", "kommunenavn-flertydig", Severity.FEIL, "registeret", bygger_på=())
def kommunenavn_flertydig(k: Kontekst) -> Iterator[Funn]:
    """Det står bare Herøy eller Våler, og ikke nummeret, og to kommuner heter det.

    Hvorfor: De to kommunene med samme navn ligger i hvert sitt fylke og politidistrikt. Navnet alene sier ikke hvem av
    dem som er part.

    Rett opp: Skriv nummeret til den av kommunene som er part.

    Feil:
        parter:
          kommuner: Herøy
          politi: Nordland politidistrikt

    Riktig:
        parter:
          kommuner: "1818"
          politi: Nordland politidistrikt
    """
    for indeks, part in enumerate(k.avtale.parter.kommuner):
        like = register.kommuner_med_navn(part.kommunenummer)
        if len(like) > 1:
            navn, *_ = (en.navn for en in like)
            rute: Rute = ("parter", "kommuner", indeks, "kommunenummer")
            yield Funn(
                rute if k.er_skrevet(rute) else (*rute[:-1], "navn"),
                Begge(
                    f"To kommuner heter {navn}: {liste(f'{en.kommunenummer} i {en.fylke}' for en in like)}.",
                    f"To kommunar heiter {navn}: {liste(f'{en.kommunenummer} i {en.fylke}' for en in like)}.",
                ),
                skriv_nummeret(like),
            )

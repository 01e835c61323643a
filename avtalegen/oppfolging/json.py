"""The overview as one JSON object, for other programs.

`versjon` changes when something is removed or gets another meaning; new keys may come without notice. A day is as in
ISO 8601. What is known only to the month, or in words, has no `dato`, and its words in `tekst`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.datering import Datering
from avtalegen.modell.klokke import Klokkeslett
from avtalegen.modell.tid import Tidspunkt, les_dato
from avtalegen.oppfolging.oversikt import Oversikt
from avtalegen.oppfolging.rad import Hast, Møte, Rad

VERSJON = 1


def skriv(oversikt: Oversikt) -> str:
    """Return the overview as JSON."""
    return json.dumps(_oversikt(oversikt), ensure_ascii=False, indent=1) + "\n"


def _oversikt(o: Oversikt) -> dict[str, Any]:
    return {
        "versjon": VERSJON,
        "i_dag": o.i_dag.isoformat(),
        "frist": o.frist,
        "avtaler": [_rad(rad, o) for rad in o.rader],
        "satsningsområder": [
            {"navn": navn, "avtaler": [rad.fil for rad in rader]} for navn, rader in o.felles_områder().items()
        ],
        "politikontakter": [
            {
                "navn": navn or None,
                "steder": [
                    {"fil": s.rad.fil, "kommuner": s.steder, "andel": s.andel and s.andel.skriv()} for s in steder
                ],
            }
            for navn, steder in o.politikontakter().items()
        ],
        "uten_avtale": [{"distrikt": d.distrikt, "kommuner": d.mangler, "usikker": d.usikker} for d in o.dekninger],
        "sammendrag": {
            "avtaler": len(o.rader),
            **{hast.value: o.antall[hast] for hast in Hast},
            "gjøremål_forfalt": o.forfalte,
            "funn": _funn(o.funn),
            "ikke_lest": o.ikke_lest,
        },
    }


def _rad(rad: Rad, o: Oversikt) -> dict[str, Any]:
    sene = rad.forfalt(o.i_dag)
    return {
        "fil": rad.fil,
        "hast": o.hast(rad).value,
        "har_feil": rad.har_feil,
        "ulest": rad.ulest if rad.lest else None,
        "part": rad.part or None,
        "kommuner": [kommune._asdict() for kommune in rad.kommuner],
        "distrikt": rad.distrikt or None,
        "status": rad.status and rad.status.value,
        "avløst_av": rad.avløst_av or None,
        "fra": _dag(rad.fra),
        "til": _dag(rad.til),
        "løpende": rad.løpende,
        "varighet": rad.varighet or None,
        "dager_igjen": rad.dager_igjen(o.i_dag),
        "signert": _datering(rad.signert),
        "politikontakter": [
            {
                "navn": k.navn or None,
                "status": k.status or None,
                "andel": k.andel and k.andel.skriv(),
                "kommuner": k.kommuner,
            }
            for k in rad.politikontakter
        ],
        "leder": rad.leder or None,
        "neste_møte": rad.møte and _møte(rad.møte),
        "neste_evaluering": _tidspunkt(rad.evaluering),
        "neste_revisjon": _tidspunkt(rad.revisjon),
        "tiltak_forfalt": [
            {"område": t.område, "hva": t.hva, "ansvarlig": t.ansvarlig, "frist": _tidspunkt(t.frist)}
            for t in rad.tiltak
        ],
        "satsningsområder": rad.satsningsområder,
        "oppgaver": [{"hva": o.hva, "ansvarlig": o.ansvarlig, "frist": _tidspunkt(o.frist)} for o in rad.oppgaver],
        "gjøremål": [{"hva": g.slag.value, "dag": _dag(g.dag), "forfalt": g in sene} for g in rad.gjøremål()],
        "funn": _funn(rad.funn),
    }


def _funn(funn: Mapping[Severity, int]) -> dict[str, int]:
    return {severity.value: funn.get(severity, 0) for severity in Severity}


def _dag(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()


def _datering(datering: Datering | None) -> dict[str, Any] | None:
    return datering and {"dato": _dag(datering.dato), "tekst": datering.skriv()}


def _tidspunkt(tidspunkt: Tidspunkt | None) -> dict[str, Any] | None:
    """Return the day that somebody has written, and the last day that may be meant."""
    return tidspunkt and {
        "dato": _dag(les_dato(tidspunkt.tekst)),
        "tekst": tidspunkt.tekst,
        "senest": _dag(tidspunkt.dato),
    }


def _klokke(tid: Klokkeslett | None) -> str | None:
    return tid and tid.skriv()


def _møte(møte: Møte) -> dict[str, Any]:
    return {
        **(_datering(møte.når) or {}),
        "klokkeslett": _klokke(møte.klokkeslett),
        "slutt": _klokke(møte.slutt),
        "sted": møte.sted or None,
        "innkallingsfrist": _dag(møte.innkallingsfrist),
        "saksfrist": _dag(møte.saksfrist),
    }

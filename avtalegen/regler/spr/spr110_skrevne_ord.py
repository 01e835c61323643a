"""Språk: verdier som bare er ord."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from avtalegen.funn.begge import TOM, Begge
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.lesing import text_at
from avtalegen.lesing.nokler import field_at
from avtalegen.modell.base import forkort
from avtalegen.modell.datering import Datering
from avtalegen.modell.egneord import EgneOrd
from avtalegen.modell.former import Antall, Svar
from avtalegen.modell.hyppighet import Hyppighet
from avtalegen.modell.hyppighetsord import er_ledd
from avtalegen.modell.klokke import Klokkeslett, Ukedagene
from avtalegen.modell.periode import er_måned
from avtalegen.modell.senere import senere
from avtalegen.modell.ufylt import UFYLT
from avtalegen.modell.varighet import Varighet
from avtalegen.regler.base import Funn, Kontekst, regel


@regel("SPR110", "står-som-skrevet", Severity.RÅD, bygger_på=())
def står_som_skrevet(k: Kontekst) -> Iterator[Funn]:
    """Der det kan stå et tall, en dato eller et klokkeslett, står det ord som ikke kan regnes med.

    Hvorfor: Ordene står i dokumentet slik de er skrevet, men avtalegen kan ikke regne med dem: ikke telle møter, minne
    om frister eller se at to datoer er i strid med hverandre.

    Rett opp: Skriv verdien slik eksemplet viser, hvis det er en slik verdi du mener. Ellers kan ordene stå. At møtene
    er «noen ganger i året», er et godt svar på hvor ofte, og da kommer ikke dette rådet.

    Feil:
        politiråd:
          møter: {per_år: 4, saksfrist: i god tid}

    Riktig:
        politiråd:
          møter: {per_år: 4, saksfrist: tre uker}
    """
    # What is written in the same way in each item of a list, is one thing to decide.
    like: dict[tuple[tuple[str, ...], Begge], list[tuple[Rute, str]]] = {}
    for rute, verdi in k.i_ord:
        # Of when an agreement begins and ends, what is to be filled in stands among other words.
        if UFYLT not in verdi.ord and not _sier_nok(verdi):
            felt = tuple(steg for steg in rute if isinstance(steg, str))
            like.setdefault((felt, _råd(rute, verdi)), []).append((rute, forkort(_skrevet(k, rute, verdi.ord))))
    for (_, råd), steder in like.items():
        (rute, ord_), *resten = steder
        flere = Begge(" Det samme gjelder flere steder.", " Det same gjeld fleire stader.") if resten else TOM
        yield Funn(
            rute,
            Begge(
                f"«{ord_}» står i dokumentet slik det er skrevet, men avtalegen kan ikke regne med det.{flere}",
                f"«{ord_}» står i dokumentet slik det er skrive, men avtalegen kan ikkje rekne med det.{flere.nn}",
            ),
            råd,
            tuple(
                (en, Begge(f"Gjelder også «{de_andre}» her.", f"Gjeld også «{de_andre}» her."))
                for en, de_andre in resten
            ),
        )


def _skrevet(k: Kontekst, rute: Rute, ord_: str) -> str:
    """Return words as they are written: «4 år frå signering» is told of as two things, when it begins and how long."""
    tekst = text_at(k.rot, rute)
    return ord_ if tekst is None or ord_ in " ".join(tekst.split()) else tekst


def _sier_nok(verdi: Any) -> bool:
    """Tell whether words say what is asked: how often, or a time of the past that is known to the year at least."""
    if isinstance(verdi, Hyppighet | Antall | Ukedagene):
        return er_ledd(verdi.ord or "")
    return isinstance(verdi, Datering) and verdi.fra > date.min


_EKSEMPLER = {"dato": "17.9.2026", "vedtatt": "2025", "fra": "1.1.2026", "frist": "to uker", "slutt": "11.00"}


_FRA_OG_TIL = senere(r"\D*\d[\d.:]*\s*(?:[-–—]|til)\D*\d[\d.:]*")


def _råd(rute: Rute, verdi: Any) -> Begge:
    if isinstance(verdi, Klokkeslett) and _FRA_OG_TIL.fullmatch(verdi.ord or ""):
        slutt = "til" if "tilstedeværelse" in rute else "slutt"
        return Begge(
            f"Skriv bare når det begynner her, og når det er ferdig i «{slutt}».",
            f"Skriv berre når det byrjar her, og når det er ferdig i «{slutt}».",
        )
    if isinstance(verdi, Svar):
        return Begge(
            "Skriv bare «ja» eller «nei» når det er nok. Ellers kan det stå som det er.",
            "Skriv berre «ja» eller «nei» når det er nok. Elles kan det stå som det er.",
        )
    if isinstance(verdi, EgneOrd):
        valgene = ", ".join(f"«{en.value}»" for en in type(verdi))
        return Begge(
            f"Skriv ett av disse ordene når det er nok: {valgene}. Ellers kan det stå som det er.",
            f"Skriv eitt av desse orda når det er nok: {valgene}. Elles kan det stå som det er.",
        )
    if isinstance(verdi, Varighet) and er_måned(verdi.ord or ""):
        return Begge(
            f"Skriv for eksempel «fra {verdi.ord}» når den begynner da, eller både den første og den siste måneden.",
            f"Skriv til dømes «fra {verdi.ord}» når han byrjar då, eller både den første og den siste månaden.",
        )
    vist = _eksempel(rute)
    return Begge(
        f"Det som kan regnes med, skrives for eksempel slik: «{vist}». Ellers kan det stå som det er.",
        f"Det som kan reknast med, skriv du til dømes slik: «{vist.nn}». Elles kan det stå som det er.",
    )


def _eksempel(rute: Rute) -> Begge:
    from avtalegen.modell.eksempler import eksempel, i_begge  # few agreements have such words

    felt = field_at(rute)
    return (eksempel(felt) if felt else None) or i_begge(_EKSEMPLER.get(str(rute[-1]), "2026"))

"""From an agreement that has been checked to its rows. One with errors has rows too, of what could be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from avtalegen.dokument.spor import vist as i_ord
from avtalegen.flyt import Checked
from avtalegen.funn.diagnostic import Diagnostic, Rute, Severity, per_alvorlighet
from avtalegen.lesing.ment import steder
from avtalegen.lesing.nokler import part_at
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.datering import dagen
from avtalegen.modell.deler import Rolle
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.modell.tjenestetilbud import Kontakt
from avtalegen.oppfolging.lesing import kommuner, kontekst_av, part, signert
from avtalegen.oppfolging.rad import Kommune, Rad
from avtalegen.oppfolging.tabeller import avtalens
from avtalegen.oppfolging.tabeller.felles import Celler, Rader, Verdi, ofte, skrevet, svaret
from avtalegen.oppfolging.tabeller.skjema import TABELLER, Type, Vern
from avtalegen.oppfolging.tabeller.vern import Skjuler, skjuler, uendret
from avtalegen.register.personnummer import har_elleve_sifre, skjult
from avtalegen.regler import Kontekst, Valg
from avtalegen.regler.delvis import DelvisKontekst
from avtalegen.regler.gyldighet import første_gyldige_dag, siste_gyldige_dag
from avtalegen.regler.parter import finn_distrikt

_PERSONER = (Rolle, Signatur, Politikontakt, Kontakt)
"""The parts of the format whose name is that of a person."""


class Avtalens(NamedTuple):
    """The rows of an agreement by table, as they are written: what isn't to be seen, is masked or left out.

    That in `avtaler` lacks what only all the agreements together tell. `rad` is what is known of it to find out.
    """

    rader: Mapping[str, Sequence[tuple[Verdi, ...]]]
    rad: Rad


def rader(checked: Checked, valg: Valg, fil: str, *, med_navn: bool) -> Avtalens:
    """Return the rows of a file that `flyt.check` has held against the rules with the same `valg`.

    `fil` is what the file is called in the tables.
    """
    k = kontekst_av(checked, valg)
    funn = per_alvorlighet(checked.diagnostics)
    if k is None:
        return Avtalens(vist({"avtaler": [_uten_noe(fil)]}, uendret, med_navn=med_navn), Rad(fil, funn=funn))
    celler = Celler(k)
    status = celler(lambda: k.avtale.avtale.status, None)
    fra = celler(lambda: første_gyldige_dag(k), None)
    ingen: tuple[Kommune, ...] = ()
    partene = celler(lambda: tuple(kommuner(k)), ingen)
    alle: Rader = {"avtaler": [_avtale(k, celler)]}
    for tabell, les in avtalens.LESERE.items():
        if rader_ := [*les(k, celler)]:
            alle[tabell] = rader_
    for rader_ in alle.values():
        for nummer, en in enumerate(rader_, 1):
            en["fil"] = fil
            en.setdefault("nr", nummer)
    alle["avtaler"][0]["lest"] = "deler" if isinstance(k, DelvisKontekst) else "alt"
    skjul = uendret if med_navn else skjuler(_navn(k))
    farlig = any(map(har_elleve_sifre, k.filer.values()))
    ferdige = vist(alle, skjul, med_navn=med_navn, fødselsnumre=farlig)
    return Avtalens(ferdige, Rad(fil, status=status, fra=fra, kommuner=partene, funn=funn))


def uleselig(fil: str, melding: str, *, med_navn: bool) -> Avtalens:
    """Return the rows of a file that could not even be opened."""
    funn: dict[str, Verdi] = {
        "fil": fil,
        "nr": 1,
        "kode": "LES",
        "alvorlighet": Severity.FEIL.value,
        "sted": fil,
        "melding": melding,
    }
    alle: Rader = {"avtaler": [_uten_noe(fil)], "funn": [{**funn, "om": "kan-ikke-åpnes"}]}
    return Avtalens(vist(alle, uendret, med_navn=med_navn), Rad(fil, funn=Counter({Severity.FEIL: 1})))


def funnrader(
    funn: Sequence[Diagnostic],
    fil: str,
    stedet: Callable[[str], str],
    hva: Mapping[str, str],
    fra: int,
    *,
    med_navn: bool,
) -> Sequence[tuple[Verdi, ...]]:
    """Return the rows of some findings about a file, numbered from `fra`. `stedet` says what a file is called here."""
    alle: list[dict[str, Verdi]] = [
        {
            "fil": fil,
            "nr": nummer,
            "kode": d.code,
            "alvorlighet": d.severity.value,
            "om": hva.get(d.code, ""),
            "sted": stedet(d.span.file),
            "linje": d.span.line,
            "rute": skrevet_rute(d.route, alt=med_navn) if d.route else None,
            "melding": d.message,
        }
        for nummer, d in enumerate(funn, fra)
    ]
    return vist({"funn": alle}, uendret, med_navn=med_navn)["funn"]


def vist(
    alle: Rader, skjul: Skjuler, *, med_navn: bool, fødselsnumre: bool = False
) -> dict[str, list[tuple[Verdi, ...]]]:
    """Return rows as they are written: what may be shown, in the order of the columns."""
    return {
        tabell: [
            tuple(
                _celle(rad.get(navn), vern, skjul, fødselsnumre=fødselsnumre)
                for navn, vern in _kolonner(tabell, med_navn=med_navn)
            )
            for rad in rader_
        ]
        for tabell, rader_ in alle.items()
    }


@cache
def _kolonner(tabell: str, *, med_navn: bool) -> tuple[tuple[str, Vern | None], ...]:
    """Return the columns that are written, and how each is kept; None is what no text is in."""
    (den,) = (en for en in TABELLER if en.navn == tabell)
    return tuple(
        (k.navn, k.vern if k.type is Type.TEKST and k.navn != "fil" else None) for k in den.vist(med_navn=med_navn)
    )


def _celle(verdi: Verdi, vern: Vern | None, skjul: Skjuler, *, fødselsnumre: bool) -> Verdi:
    if vern is None or not isinstance(verdi, str):
        return verdi
    tekst = " ".join(skjul(verdi, vern).split())
    return (skjult(tekst) if fødselsnumre else tekst) or None


def skrevet_rute(rute: Rute, *, alt: bool = True) -> str:
    """Return a route as the user writes it, with numbers from 1: «politiråd.møter.plan[1].dato».

    Without `alt` a key that the format doesn't have is «?»: it may be anything, the name of somebody too.
    """
    return i_ord(rute if alt else tuple(steg if isinstance(steg, int) or steg in _nøkler() else "?" for steg in rute))


@cache
def _nøkler() -> frozenset[str]:
    return frozenset(sted.felt.nøkkel for sted in steder())


def _uten_noe(fil: str) -> dict[str, Verdi]:
    return {"fil": fil, "lest": "ikke"}


def _avtale(k: Kontekst, celle: Celler) -> dict[str, Verdi]:
    avtale, data = k.avtale, k.avtale.avtale
    politi = avtale.parter.politi
    sist = celle(lambda: signert(k), None)
    evaluering, periode = avtale.evaluering, avtale.periode
    revisjon = periode.revisjon if periode else None
    distrikt = celle(lambda: finn_distrikt(politi.distrikt), None)
    return {
        "samarbeid": celle(lambda: _samarbeid(k), None),
        "part": celle(lambda: part(k, kommuner(k)), None),
        "politidistrikt": distrikt.navn if distrikt else skrevet(politi.distrikt),
        "enhet": skrevet(politi.enhet),
        "driftsenhet": skrevet(politi.driftsenhet),
        "tittel": skrevet(data.tittel),
        "målform": celle(lambda: data.målform.value, None),
        "status": celle(lambda: data.status.value, None),
        "dato": celle(lambda: dagen(data.dato), None),
        "signert": sist and sist.dato,
        "signert_når": sist and sist.skriv(),
        "fra": celle(lambda: første_gyldige_dag(k), None),
        "til": celle(lambda: siste_gyldige_dag(k), None),
        "løpende": celle(lambda: svaret(periode.løpende) if periode else False, None),
        "saksnummer": skrevet(data.saksnummer),
        "taushetsplikt": celle(lambda: svaret(plikten.gjelder) if (plikten := avtale.taushetsplikt) else False, None),
        "evaluering": ofte(evaluering.hyppighet) if evaluering else None,
        "neste_evaluering": evaluering.neste.dato if evaluering and evaluering.neste else None,
        "neste_revisjon": revisjon.neste.dato if revisjon and revisjon.neste else None,
    }


def _samarbeid(k: Kontekst) -> str:
    return "+".join(sorted({kommune.nummer for kommune in kommuner(k)})) or part(k, ())


def _navn(k: Kontekst) -> Iterator[str]:
    """Give what stands as the name of a person, wherever in the agreement."""
    for rute, tekst in k.tekster:
        if _er_personnavn(tuple(steg for steg in rute if isinstance(steg, str))):
            yield tekst


@cache
def _er_personnavn(nøkler: tuple[str, ...]) -> bool:
    if nøkler[-1] != "navn":
        return False
    del_: Any = part_at(nøkler[:-1])
    return del_ is None or issubclass(del_, _PERSONER)

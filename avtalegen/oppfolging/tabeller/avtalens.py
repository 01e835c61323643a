"""The rows of each table that one agreement gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from avtalegen import register
from avtalegen.komponering.papirer.moter import Møtedag, planlagte
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.datering import Datering, dagen
from avtalegen.modell.deler import Rolle, Vedtak
from avtalegen.modell.moter import Møter
from avtalegen.modell.oppgaver import Oppgave
from avtalegen.modell.parter import AnnenPart
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.modell.satsning import Satsningsområde
from avtalegen.modell.ufylt import er_ufylt
from avtalegen.oppfolging.tabeller.felles import Celler, Rad, lengde, samlet, skrevet
from avtalegen.oppfolging.tabeller.steder import tjenestesteder, åpningstider
from avtalegen.regler import Kontekst
from avtalegen.regler.parter import finn_distrikt, kommuner_i

_Leser = Callable[[Kontekst, Celler], Iterator[Rad]]


def _parter(k: Kontekst, celle: Celler) -> Iterator[Rad]:
    parter, politi = k.avtale.parter, k.avtale.parter.politi
    for indeks, kommune in enumerate(parter.kommuner):
        kjent = k.kommuner[indeks] or register.kommune_i_dag(kommune.kommunenummer)
        yield {
            "slag": "kommune",
            "navn": kjent.navn if kjent else celle(partial(k.navn, indeks), None),
            "kommunenummer": kjent.kommunenummer if kjent else skrevet(kommune.kommunenummer),
            "organisasjonsnummer": _orgnr(kommune.organisasjonsnummer, kjent.organisasjonsnummer if kjent else None),
            **_vedtak(kommune.vedtak),
            **_leder(kommune.leder),
            "politikontakt": celle(partial(_politikontakt, k, indeks), None),
        }
    kjent_distrikt = celle(lambda: finn_distrikt(politi.distrikt), None)
    yield {
        "slag": "politi",
        "navn": kjent_distrikt.navn if kjent_distrikt else skrevet(politi.distrikt),
        "organisasjonsnummer": _orgnr(
            politi.organisasjonsnummer, kjent_distrikt.organisasjonsnummer if kjent_distrikt else None
        ),
        **_leder(politi.leder or politi.politimester),
    }
    if parter.fylkeskommune:
        yield {"slag": "fylkeskommune", **_annen(parter.fylkeskommune)}
    for annen in parter.andre:
        yield {"slag": "annen", **_annen(annen)}


def _annen(part: AnnenPart) -> Rad:
    nummer = _orgnr(part.organisasjonsnummer, None)
    return {"navn": skrevet(part.navn), "organisasjonsnummer": nummer, **_vedtak(part.vedtak)}


def _orgnr(nummer: str | None, kjent: str | None) -> str | None:
    """Return an organisasjonsnummer in digits alone; «ja» is the one that the register has."""
    tekst = skrevet(nummer)
    if tekst is None:
        return None
    return kjent if tekst.casefold() == "ja" else "".join(tekst.split())


def _leder(leder: Rolle | None) -> Rad:
    return {"leder_tittel": skrevet(leder.tittel), "leder_navn": skrevet(leder.navn)} if leder else {}


def _vedtak(vedtak: Vedtak | None) -> Rad:
    if vedtak is None:
        return {}
    dag = _dag(vedtak.dato, "vedtak_dato", "vedtak_når")
    return {"vedtak_organ": skrevet(vedtak.organ), "vedtak_sak": skrevet(vedtak.sak), **dag}


def _dag(dato: Datering | None, navn: str = "dato", når: str = "når") -> Rad:
    return {navn: dato.dato, når: skrevet(dato)} if dato else {}


def _politikontakt(k: Kontekst, indeks: int) -> str:
    """Return how it stands with the politikontakt of a kommune. One that names none that can be told, has them all."""
    deres = [
        kontakt
        for kontakt in k.avtale.politikontakt
        if not kontakt.kommuner
        or any((treff := kommuner_i(k, navn)) is None or indeks in treff for navn in kontakt.kommuner)
    ]
    if any(map(_besatt, deres)):
        return "besatt"
    return "ubesatt" if deres else "ingen"


def _besatt(p: Politikontakt) -> bool:
    return any(map(skrevet, p.navn))


def _politikontakter(k: Kontekst, celle: Celler) -> Iterator[Rad]:
    for p in k.avtale.politikontakt:
        yield {
            "besatt": celle(partial(_besatt, p), None),
            "status": skrevet(p.status),
            "antall": celle(partial(_antall, p), None),
            "stillingsandel": float(p.stillingsandel) if p.stillingsandel and not p.stillingsandel.ord else None,
            "kommuner": samlet(p.kommuner),
            "enhet": skrevet(p.enhet),
            "fra": dagen(p.fra),
            "navn": samlet(p.navn),
            "telefon": samlet(p.telefon or ()),
            "epost": skrevet(p.epost),
        }


def _antall(p: Politikontakt) -> int | None:
    if p.antall is not None:
        return None if p.antall.ord else int(p.antall)
    return max(len(p.navn), 1)


def _politiråd(k: Kontekst, celle: Celler) -> Iterator[Rad]:
    råd = k.avtale.politiråd
    if råd is None:
        return
    møter, m = råd.møter, råd.medlemmer
    yield {
        "navn": skrevet(råd.navn),
        "rolle": råd.rolle.skriv() if råd.rolle is not None else None,
        "åpenhet": råd.åpenhet.skriv() if råd.åpenhet is not None else None,
        **_leder(råd.leder),
        "sekretær_tittel": skrevet(råd.sekretær.tittel) if råd.sekretær else None,
        "sekretær_navn": skrevet(råd.sekretær.navn) if råd.sekretær else None,
        "møter_per_år": celle(lambda: _per_år(møter), None),
        "planlagte_møter": celle(lambda: len(møter.plan) if møter else 0, None),
        "innkallingsfrist": lengde(møter.innkallingsfrist) if møter else None,
        "saksfrist": lengde(møter.saksfrist) if møter else None,
        "medlemmer_kommune": celle(lambda: len(m.kommune) if m else None, None),
        "medlemmer_politi": celle(lambda: len(m.politi) if m else None, None),
        "medlemmer_andre": celle(lambda: len(m.andre) if m else None, None),
        "regionalt": skrevet(råd.regionalt.navn) if råd.regionalt else None,
    }


def _per_år(møter: Møter | None) -> int | None:
    """Return the number of meetings that there at least are in a year, as far as it is said."""
    if møter is None:
        return None
    if møter.per_år and møter.per_år.talt:
        return møter.per_år.antall
    hyppighet = møter.hyppighet or (møter.per_år.hyppighet if møter.per_år else None)
    return getattr(hyppighet, "per_år", None)


def _møter(k: Kontekst, celle: Celler) -> Iterator[Rad]:
    ingen: tuple[Møtedag, ...] = ()
    for møte in celle(lambda: planlagte(k.avtale), ingen):
        yield {
            "nr": møte.nummer,
            "dato": møte.dato,
            "når": skrevet(møte.når),
            "klokkeslett": skrevet(møte.klokkeslett),
            "slutt": skrevet(møte.slutt),
            "sted": skrevet(møte.sted),
            "vert": skrevet(møte.vert),
            "saksfrist": møte.saksfrist,
            "innkallingsfrist": møte.innkallingsfrist,
            "saker": samlet(møte.tema),
        }


def _områder(k: Kontekst, celle: Celler) -> Iterator[Rad]:
    satsning = k.avtale.satsningsområder
    felles = satsning.periode if satsning else None
    for nr, område in enumerate(satsning.områder if satsning else (), 1):
        if er_ufylt(område.navn):
            continue
        periode = område.periode or felles
        yield {
            "nr": nr,
            "navn": skrevet(område.navn),
            "målgruppe": samlet(område.målgruppe),
            "mål": samlet(område.mål),
            "fra": periode and periode.fra,
            "til": periode and periode.til,
            "tiltak": celle(partial(_antall_tiltak, område), None),
        }


def _antall_tiltak(område: Satsningsområde) -> int:
    return sum(not er_ufylt(tiltak.hva) for tiltak in område.tiltak)


def _tiltak(k: Kontekst, _celle: Celler) -> Iterator[Rad]:
    satsning = k.avtale.satsningsområder
    for område_nr, område in enumerate(satsning.områder if satsning else (), 1):
        for nr, tiltak in enumerate(område.tiltak, 1):
            if er_ufylt(tiltak.hva) or er_ufylt(område.navn):
                continue
            yield {
                "område_nr": område_nr,
                "nr": nr,
                "hva": skrevet(tiltak.hva),
                "ansvarlig": samlet(tiltak.ansvarlig),
                "frist": tiltak.frist and tiltak.frist.dato,
                "frist_tekst": skrevet(tiltak.frist),
                "avsluttet": skrevet(tiltak.avsluttet),
            }


def _oppgaver(k: Kontekst, celle: Celler) -> Iterator[Rad]:
    for nr, oppgave in enumerate(k.avtale.oppgaver, 1):
        if er_ufylt(oppgave.hva):
            continue
        yield {
            "nr": nr,
            "hva": skrevet(oppgave.hva),
            "ansvarlig": samlet(oppgave.ansvarlig),
            "frist": oppgave.frist and oppgave.frist.dato,
            "frist_tekst": skrevet(oppgave.frist),
            "fra_møte": dagen(oppgave.fra_møte),
            "status": skrevet(oppgave.status),
            "åpen": celle(partial(_åpen, oppgave), None),
        }


def _åpen(oppgave: Oppgave) -> bool:
    return oppgave.åpen


def _signaturer(k: Kontekst, _celle: Celler) -> Iterator[Rad]:
    return map(_signatur, k.avtale.signaturer)


def _signatur(s: Signatur) -> Rad:
    return {
        "part": s.part and s.part.value,
        "for": skrevet(s.for_),
        "tittel": skrevet(s.tittel),
        **_dag(s.dato),
        "navn": skrevet(s.navn),
    }


LESERE: Mapping[str, _Leser] = {
    "parter": _parter,
    "politikontakter": _politikontakter,
    "politiråd": _politiråd,
    "møter": _møter,
    "satsningsområder": _områder,
    "tiltak": _tiltak,
    "oppgaver": _oppgaver,
    "tjenestesteder": tjenestesteder,
    "åpningstider": åpningstider,
    "signaturer": _signaturer,
}
"""Who reads the rows of a table of an agreement. Those of the others come of the run."""


def kommuner() -> Iterator[Rad]:
    """Give the rows of the register."""
    for en in register.alle_kommuner():
        navn = {"kommunenummer": en.kommunenummer, "navn": en.navn, "fylke": en.fylke}
        yield {**navn, "politidistrikt": en.politidistrikt, "målform": en.målform}

"""Datoer i avtalen som motsier hverandre eller er passert: perioden, signeringen og evalueringen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.funn.ordlyd import antall
from avtalegen.modell.datering import Datering, datering_i_ord, som_datering
from avtalegen.modell.former import Status
from avtalegen.modell.tid import MÅNEDER, Tidspunkt, dag_i_ord, les_dato
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.gyldighet import er_utløpt, første_gyldige_dag, siste_gyldige_dag
from avtalegen.regler.omtale import nevner


def _sluttrute(k: Kontekst) -> Rute:
    periode = k.avtale.periode
    return ("periode", "til" if periode and periode.til else "varighet")


@regel("DAT105", "utløpt", Severity.ADVARSEL)
def utløpt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen har gått ut. Møter og evalueringer etter den dagen sier DAT102 og DAT107 da ikke noe om.

    Hvorfor: Partene har ikke lenger noen avtale å holde seg til, og den som leser dokumentet, tror det gjelder.

    Rett opp: Inngå en ny avtale, eller forleng denne. Er samarbeidet avviklet, skriver du «status: opphevet».

    Feil:
        periode: 2024–2025

    Riktig:
        periode: 2024 – løpende
    """
    slutt = siste_gyldige_dag(k)
    if slutt and er_utløpt(k):
        yield Funn(
            _sluttrute(k),
            Begge(f"Avtalen gikk ut {dag_i_ord(slutt)}.", f"Avtalen gjekk ut {dag_i_ord(slutt)}."),
            Begge(
                "Forleng den eller inngå en ny. Er den avløst eller avviklet, skriver du «status: opphevet».",
                "Forleng han eller inngå ein ny. Er han avløyst eller avvikla, skriv du «status: opphevet».",
            ),
        )


@regel("DAT106", "signert-etter-ikrafttredelse", Severity.RÅD)
def signert_etter_ikrafttredelse(k: Kontekst) -> Iterator[Funn]:
    """Avtalen ble signert etter at den begynte å gjelde.

    Hvorfor: Da er det uklart om avtalen gjaldt i tiden mellom de to datoene.

    Rett opp: Flytt starten til den dagen siste part signerte, eller skriv at avtalen også gjelder tiden før.

    Feil:
        periode: 2026–2027
        signaturer:
          - { tittel: ordfører, dato: 3.3.2026 }

    Riktig:
        periode: 4.3.2026–31.12.2027
        signaturer:
          - { tittel: ordfører, dato: 3.3.2026 }
    """
    fra = k.avtale.periode.fra if k.avtale.periode else None
    signert: list[tuple[Datering, Rute]] = [
        (s.dato, ("signaturer", i, "dato")) for i, s in enumerate(k.avtale.signaturer) if s.dato
    ]
    data = k.avtale.avtale
    if not signert and data.dato and data.status is Status.SIGNERT:
        signert = [(som_datering(data.dato), ("avtale", "dato"))]
    if not fra or not signert:
        return
    sist, rute = max(signert, key=lambda par: (par[0][:2], str(par[1])))
    tekst = (k.avtale.periode.tekst or "").casefold() if k.avtale.periode else ""
    # Known to the month or the year, it may have been signed on the first day of it.
    if sist.fra > fra and not nevner(tekst, "tilbakevirk", "før sign", "også for tiden", "også for tida"):
        yield Funn(
            rute,
            Begge(
                f"Avtalen ble signert {datering_i_ord(sist)}, etter at den begynte å gjelde {dag_i_ord(fra)}.",
                f"Avtalen blei signert {datering_i_ord(sist)}, etter at han byrja å gjelde {dag_i_ord(fra)}.",
            ),
            Begge(
                "Flytt starten, eller skriv under «periode.tekst» at avtalen også gjelder for tiden før den ble "
                "signert.",
                "Flytt starten, eller skriv under «periode.tekst» at avtalen også gjeld for tida før han blei signert.",
            ),
            ((("periode", "fra"), Begge("Her begynner avtalen å gjelde.", "Her byrjar avtalen å gjelde.")),),
        )


@regel("DAT107", "evaluering-etter-utløp", Severity.ADVARSEL)
def evaluering_etter_utløp(k: Kontekst) -> Iterator[Funn]:
    """Evalueringen er lagt til etter at avtalen har gått ut.

    Hvorfor: Da kommer det partene lærer, for sent til å forme den neste avtalen.

    Rett opp: Legg evalueringen til god tid før avtalen går ut.

    Feil:
        periode: 2026–2027
        evaluering:
          hyppighet: årlig
          neste: mars 2028

    Riktig:
        periode: 2026–2027
        evaluering:
          hyppighet: årlig
          neste: oktober 2027
    """
    slutt, evaluering = siste_gyldige_dag(k), k.avtale.evaluering
    if not slutt or not evaluering or er_utløpt(k):
        return
    plan = evaluering.plan
    for rute, tid, hva in (
        (
            ("evaluering", "neste"),
            evaluering.neste,
            likt("Tidspunktet for neste evaluering"),
        ),
        (
            ("evaluering", "plan", "frist"),
            plan.frist if plan else None,
            likt("Fristen for evalueringsplanen"),
        ),
    ):
        if tid and (tidligst := _tidligst(tid)) and tidligst > slutt:
            yield Funn(
                rute,
                Begge(
                    f"{hva} («{tid.tekst}») er etter at avtalen går ut {dag_i_ord(slutt)}.",
                    f"{hva.nn} («{tid.tekst}») er etter at avtalen går ut {dag_i_ord(slutt)}.",
                ),
                likt("Legg det til god tid før avtalen går ut."),
                ((_sluttrute(k), likt("Her går avtalen ut.")),),
            )


def _tidligst(tid: Tidspunkt) -> date | None:
    """Return the first day a point in time may mean: the first of the month, or of the year when no month is named."""
    if tid.dato is None or les_dato(tid.tekst):
        return tid.dato
    måned = any(navn[:3] in tid.tekst.casefold() for navn in MÅNEDER)
    return tid.dato.replace(day=1) if måned else date(tid.dato.year, 1, 1)


@regel("DAT108", "uten-varighet", Severity.ADVARSEL)
def uten_varighet(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier verken når den går ut, hvor lenge den varer, eller at den er løpende.

    Hvorfor: Uten varighet vet ingen om avtalen fortsatt gjelder, og ingen blir minnet om å fornye den.

    Rett opp: Legg til «til», «varighet» eller «løpende: ja» under «periode».

    Feil:
        periode: { fra: 1.1.2026 }

    Riktig:
        periode: { fra: 1.1.2026, løpende: ja }
    """
    periode = k.avtale.periode
    if k.avtale.avtale.status is Status.OPPHEVET or (periode and (periode.til or periode.varighet or periode.løpende)):
        return
    tekster = [periode.tekst or ""] if periode else []
    tekster += [a.tekst for a in k.avtale.lokale_avsnitt if nevner(a.overskrift.casefold(), "gyldig", "varighet")]
    if any(
        nevner(t.casefold(), "løpende", "løpande", "inntil", "fram til", "frem til", "varer", " år") for t in tekster
    ):
        return
    yield Funn(
        ("periode",) if periode else ("avtale",),
        Begge("Avtalen sier ikke hvor lenge den gjelder.", "Avtalen seier ikkje kor lenge han gjeld.")
        if første_gyldige_dag(k)
        else Begge(
            "Avtalen sier verken når den begynner å gjelde, eller hvor lenge den gjelder.",
            "Avtalen seier verken når han byrjar å gjelde, eller kor lenge han gjeld.",
        ),
        Begge(
            "Legg til «periode» med sluttdato, varighet eller «løpende».",
            "Legg til «periode» med sluttdato, lengd eller «løpende».",
        )
        if not periode
        else likt("Legg til «til», «varighet» eller «løpende: ja» under «periode»."),
        nøkkel=True,
    )


@regel("DAT109", "utløper-snart", Severity.RÅD)
def utløper_snart(k: Kontekst) -> Iterator[Funn]:
    """Avtalen går snart ut.

    Hvorfor: En ny avtale skal drøftes, vedtas i kommunen og signeres. Det tar gjerne flere måneder.

    Rett opp: Begynn på en ny avtale, eller forleng denne. Hvor mange dager som er «snart», kan dere stille inn.

    Feil:
        # i_dag: 2026-11-20
        periode: 2025–2026

    Riktig:
        # i_dag: 2026-11-20
        periode: 2025–2027
    """
    slutt = siste_gyldige_dag(k)
    if not slutt:
        return
    igjen = (slutt - k.valg.i_dag).days
    if 0 <= igjen <= k.valg.utløper_snart:
        når = (
            Begge(f"om {antall(igjen, 'dag', 'dager')}", f"om {antall(igjen, 'dag', 'dagar')}")
            if igjen
            else likt("i dag")
        )
        yield Funn(
            _sluttrute(k),
            Begge(f"Avtalen går ut {når}, {dag_i_ord(slutt)}.", f"Avtalen går ut {når.nn}, {dag_i_ord(slutt)}."),
            Begge("Begynn på en ny avtale, eller forleng denne.", "Begynn på ein ny avtale, eller forleng denne."),
        )


@regel("DAT110", "udatert", Severity.RÅD)
def udatert(k: Kontekst) -> Iterator[Funn]:
    """Avtalen har ingen dato.

    Hvorfor: Uten dato vet ingen hvilken utgave som er den siste, eller hvor gammelt det som står der, er.

    Rett opp: Skriv datoen avtalen er inngått, under «avtale». I et utkast kan den vente.

    Feil:
        avtale: {status: vedtatt}

    Riktig:
        avtale: {status: vedtatt, dato: 15.1.2026}
    """
    data = k.avtale.avtale
    # SIG104 says it of a signed agreement, and there it is an error.
    if data.dato is None and data.status in (Status.TIL_BEHANDLING, Status.VEDTATT, Status.OPPHEVET):
        yield Funn(
            ("avtale",),
            likt("Avtalen har ingen dato."),
            likt("Legg til «dato» under «avtale»."),
        )

"""Om det som må være på plass før noen skriver under: navnene, vedtaket, begynnelsen og den forrige avtalen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.base import forkort
from avtalegen.modell.datering import dagen, datering_i_ord
from avtalegen.modell.deler import Vedtak
from avtalegen.modell.tid import dag_i_ord
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.valg import Behov


@regel("SIG111", "signatar-uten-navn", Severity.RÅD, behov={Behov.SIGNERING}, bygger_på={"signaturer"})
def signatar_uten_navn(k: Kontekst) -> Iterator[Funn]:
    """En som skal signere, er ikke oppgitt med navn.

    Hvorfor: Da må navnet skrives for hånd, og den som leser avtalen senere, må tyde underskriften. Skal avtalen
    signeres digitalt, må navnet være kjent på forhånd.

    Rett opp: Legg til «navn» hos den som signerer.

    Feil:
        # klar-for-signering
        signaturer:
          - {tittel: ordfører, for: Flakstad kommune}
          - {tittel: lensmann, navn: Ola Hansen, for: Nordland politidistrikt}

    Riktig:
        # klar-for-signering
        signaturer:
          - {tittel: ordfører, navn: Kari Nordmann, for: Flakstad kommune}
          - {tittel: lensmann, navn: Ola Hansen, for: Nordland politidistrikt}
    """
    uten = [i for i, en in enumerate(k.avtale.signaturer) if not en.navn]
    if not k.skal_signeres or not uten:
        return
    hvem = _hvem([k.avtale.signaturer[i] for i in uten])
    yield Funn(
        ("signaturer", uten[0]),
        Begge(
            f"Den som signerer {hvem}, er ikke oppgitt med navn.",
            f"Den som signerer {hvem.nn}, er ikkje ført opp med namn.",
        ),
        likt("Legg til «navn»."),
        tuple(
            (("signaturer", i), Begge("Heller ikke her står det noe navn.", "Heller ikkje her står det noko namn."))
            for i in uten[1:]
        ),
    )


def _hvem(signaturer: Sequence[Signatur]) -> Begge:
    """Return «for Gol kommune», «som ordfører» or «uten tittel», or more of these for several."""
    parter = [en.for_ for en in signaturer if en.for_]
    titler = [en.tittel for en in signaturer if en.tittel and not en.for_]
    sagt = [f"{ord_} {liste(hvem)}" for ord_, hvem in (("for", parter), ("som", titler)) if hvem]
    if len(parter) + len(titler) == len(signaturer):
        return likt(liste(sagt))
    return Begge(liste([*sagt, "uten tittel"]), liste([*sagt, "utan tittel"]))


@regel("SIG112", "vedtak-etter-avtalen", Severity.ADVARSEL, "kommuneloven §§ 5-3 og 6-1", behov={Behov.SIGNERING})
def vedtak_etter_avtalen(k: Kontekst) -> Iterator[Funn]:
    """Vedtaket er datert etter avtalen, eller etter i dag.

    Hvorfor: Den som signerer, må ha fått myndigheten først. Er datoen feil, viser ikke avtalen at det er slik.

    Rett opp: Rett datoen på vedtaket eller på avtalen, eller vent med å signere.

    Feil:
        # klar-for-signering
        avtale: {status: vedtatt, dato: 1.2.2026}
        parter:
          kommuner: {kommunenummer: "1859", vedtak: {organ: kommunestyret, sak: 1/26, dato: 1.3.2026}}
          politi: Nordland politidistrikt

    Riktig:
        # klar-for-signering
        avtale: {status: vedtatt, dato: 1.2.2026}
        parter:
          kommuner: {kommunenummer: "1859", vedtak: {organ: kommunestyret, sak: 1/26, dato: 15.1.2026}}
          politi: Nordland politidistrikt
    """
    if not k.skal_signeres:
        return
    avtalt = dagen(k.avtale.avtale.dato)
    for rute, vedtak in _vedtakene(k):
        fattet = None if vedtak.dato is None or vedtak.dato.ord else vedtak.dato
        if fattet and avtalt and fattet.fra > avtalt:
            hva = Begge(
                f"Vedtaket er fra {datering_i_ord(fattet)}, og avtalen fra {dag_i_ord(avtalt)}.",
                f"Vedtaket er frå {datering_i_ord(fattet)}, og avtalen frå {dag_i_ord(avtalt)}.",
            )
            yield Funn(
                (*rute, "dato"),
                hva,
                Begge(
                    "Rett en av datoene. Vedtaket må være gjort før avtalen blir inngått.",
                    "Rett ein av datoane. Vedtaket må vere gjort før avtalen blir inngått.",
                ),
            )
        elif fattet and fattet.fra > k.valg.i_dag:
            hva = Begge(
                f"Vedtaket er datert {datering_i_ord(fattet)}, og den dagen er ikke kommet.",
                f"Vedtaket er datert {datering_i_ord(fattet)}, og den dagen er ikkje komen.",
            )
            yield Funn(
                (*rute, "dato"),
                hva,
                likt("Rett datoen, eller vent med å signere til vedtaket er gjort."),
            )


def _vedtakene(k: Kontekst) -> Iterator[tuple[Rute, Vedtak]]:
    parter = k.avtale.parter
    deler: list[tuple[Rute, Vedtak | None]] = [
        (("parter", "kommuner", i), kommune.vedtak) for i, kommune in enumerate(parter.kommuner)
    ]
    if parter.fylkeskommune:
        deler.append((("parter", "fylkeskommune"), parter.fylkeskommune.vedtak))
    deler += [(("parter", "andre", i), part.vedtak) for i, part in enumerate(parter.andre)]
    for rute, vedtak in deler:
        if vedtak:
            yield (*rute, "vedtak"), vedtak


@regel("SIG113", "varighet-uten-start", Severity.ADVARSEL, behov={Behov.SIGNERING}, bygger_på={"periode"})
def varighet_uten_start(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier hvor lenge den varer, men ikke fra når.

    Hvorfor: Tre år kan regnes fra vedtaket, fra siste underskrift eller fra årsskiftet. Da vet ingen når avtalen går
    ut.

    Rett opp: Legg til «fra» under «periode», eller skriv der hva tiden regnes fra.

    Feil:
        # klar-for-signering
        periode: {varighet: 3 år}

    Riktig:
        # klar-for-signering
        periode: {fra: 1.1.2026, varighet: 3 år}
    """
    periode = k.avtale.periode
    if not k.skal_signeres or not periode or not periode.varighet or periode.fra or periode.til:
        return
    if not periode.tekst:
        yield Funn(
            ("periode", "varighet"),
            Begge(
                "Avtalen sier hvor lenge den varer, men ikke fra når.",
                "Avtalen seier kor lenge han varer, men ikkje frå når.",
            ),
            likt("Legg til «fra» under «periode»."),
        )


@regel("SIG114", "tidligere-avtale-finnes-ikke", Severity.ADVARSEL, behov={Behov.FILER}, bygger_på={"avtale"})
def tidligere_avtale_finnes_ikke(k: Kontekst) -> Iterator[Funn]:
    """Filen med den tidligere avtalen er ikke der.

    Hvorfor: Saksframlegget sier hva som er nytt siden den, og kan ikke lages uten. De som skal vedta avtalen, vet da
    ikke hva de endrer.

    Rett opp: Legg filen der det står at den ligger, rett navnet, eller stryk «fil» under «erstatter».

    Feil:
        avtale:
          erstatter: {tittel: Avtale om politiråd, fil: flakstad-2022.yaml}

    Riktig:
        # filer: flakstad-2022.yaml 2400
        avtale:
          erstatter: {tittel: Avtale om politiråd, fil: flakstad-2022.yaml}
    """
    if not k.valg.filstørrelse:
        return
    for i, tidligere in enumerate(k.avtale.avtale.erstatter):
        rute: Rute = ("avtale", "erstatter", i, "fil")
        if tidligere.fil and k.valg.filstørrelse(k.plass(rute).file, tidligere.fil) is None:
            navn = forkort(tidligere.fil)
            yield Funn(
                rute,
                Begge(
                    f"Filen med den tidligere avtalen, «{navn}», finnes ikke.",
                    f"Fila med den tidlegare avtalen, «{navn}», finst ikkje.",
                ),
                Begge(
                    "Saksframlegget sier hva som er endret siden den. Legg filen der, rett navnet, eller stryk «fil».",
                    "Saksframlegget seier kva som er endra sidan ho. Legg fila der, rett namnet, eller stryk «fil».",
                ),
            )

"""Politirådet: de faste medlemmene, og SLT (veilederen 4.1.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from avtalegen.funn.begge import TOM, Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import forkort
from avtalegen.modell.deler import Rolle
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.modell.politirad import Politiråd
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.monster import Mønster
from avtalegen.regler.omtale import er_nevnt, funnet_av, ufylt
from avtalegen.regler.roller import er_leder_i_politiet, samme_navn, titler
from avtalegen.regler.samarbeid import beskrevet_råd, har_slt
from avtalegen.regler.vei4.medlemmer import (
    er_administrativ_leder,
    er_leder_i_kommunen,
    er_politisk_leder,
    faste,
    fortalte,
    kommuner_uten,
    medlemmer,
    råd_med_medlemmer,
    uten_sammensetning,
    åpen,
)
from avtalegen.regler.vei4.politiradet import rådstekster


@regel("VEI411", "mangler-politisk-ledelse", Severity.ADVARSEL, "veilederen 4.1.1")
def mangler_politisk_ledelse(k: Kontekst) -> Iterator[Funn]:
    """Ingen fra den politiske ledelsen i kommunen er fast medlem av politirådet.

    Hvorfor: Politirådet skal kunne bestemme noe, og da må de som styrer kommunen, være med. Veilederen legger vekt på
    at både den politiske og den administrative ledelsen deltar. Er ingen medlemmer oppgitt, er det bare denne regelen
    som sier fra.

    Rett opp: Sett opp ordføreren, byrådslederen eller en annen politisk leder som fast medlem, fra hver kommune når
    avtalen gjelder flere.

    Feil:
        politiråd:
          medlemmer:
            kommune: [kommunedirektør, SLT-koordinator]

    Riktig:
        politiråd:
          medlemmer:
            kommune: [ordfører, kommunedirektør, SLT-koordinator]
    """
    råd = beskrevet_råd(k)
    if råd and uten_sammensetning(råd):
        if any(map(er_politisk_leder, fortalte(k))):
            return
        sagt = forkort(råd.medlemmer.merknad) if råd.medlemmer and råd.medlemmer.merknad else ""
        bare = Begge(f", bare «{sagt}»", f", berre «{sagt}»") if sagt else TOM
        melding = Begge(
            f"Avtalen sier ikke hvem som er faste medlemmer av politirådet{bare}.",
            f"Avtalen seier ikkje kven som er faste medlemmer av politirådet{bare.nn}.",
        )
        hjelp = Begge(
            "Sett opp ordføreren, kommunedirektøren, lederen for det lokale politiet og politikontakten.",
            "Set opp ordføraren, kommunedirektøren, leiaren for det lokale politiet og politikontakten.",
        )
        yield Funn(("politiråd", "medlemmer"), melding, hjelp, nøkkel=True)
    elif råd and not åpen(roller := faste(råd, "kommune", "andre")):
        ledere = [kommune.leder for kommune in k.avtale.parter.kommuner]
        uten = kommuner_uten(k, ((rolle, er_politisk_leder(rolle)) for rolle in roller), ledere)
        yield from _mangler_ledelse(k, uten, er_politisk_leder, *_POLITISK)


@regel("VEI412", "mangler-administrativ-ledelse", Severity.ADVARSEL, "veilederen 4.1.1")
def mangler_administrativ_ledelse(k: Kontekst) -> Iterator[Funn]:
    """Ingen fra den administrative ledelsen i kommunen er fast medlem av politirådet.

    Hvorfor: Det er administrasjonen som setter i verk det rådet blir enig om, og som har folk og penger. Veilederen vil
    at den møter med noen på strategisk nivå som kan ta beslutninger.

    Rett opp: Sett opp kommunedirektøren, rådmannen eller en kommunalsjef som fast medlem, fra hver kommune når avtalen
    gjelder flere.

    Feil:
        politiråd:
          medlemmer:
            kommune: [ordfører, SLT-koordinator]

    Riktig:
        politiråd:
          medlemmer:
            kommune: [ordfører, kommunedirektør, SLT-koordinator]
    """
    råd = råd_med_medlemmer(k, "kommune", "andre")
    if not råd:
        return
    roller = [(rolle, er_leder_i_kommunen(rolle)) for _, rolle in medlemmer(råd, "kommune")]
    roller += [(rolle, er_administrativ_leder(rolle)) for rolle in faste(råd, "andre")]
    uten = kommuner_uten(k, roller, [kommune.administrativ_leder for kommune in k.avtale.parter.kommuner])
    yield from _mangler_ledelse(k, uten, er_administrativ_leder, *_ADMINISTRATIV)


_POLITISK = (
    Begge("den politiske ledelsen", "den politiske leiinga"),
    Begge(
        "ordføreren, byrådslederen eller en annen politisk leder",
        "ordføraren, byrådsleiaren eller ein annan politisk leiar",
    ),
)
_ADMINISTRATIV = (
    Begge("den administrative ledelsen", "den administrative leiinga"),
    Begge("kommunedirektøren eller en kommunalsjef", "kommunedirektøren eller ein kommunalsjef"),
)


def _mangler_ledelse(
    k: Kontekst, uten: tuple[int, ...], er_leder: Callable[[Rolle], bool], ledelsen: Begge, hvem: Begge
) -> Iterator[Funn]:
    if uten and not any(map(er_leder, fortalte(k))):
        alle = len(uten) == len(k.kommuner) > 1
        navn = liste(k.navn(i) for i in uten)
        sted = Begge("kommunene", "kommunane") if alle else likt(navn)
        yield Funn(
            ("politiråd", "medlemmer", "kommune"),
            Begge(
                f"Ingen fra {ledelsen} i {sted} er oppgitt som fast medlem av politirådet.",
                f"Ingen frå {ledelsen.nn} i {sted.nn} er ført opp som fast medlem av politirådet.",
            ),
            Begge(
                f"Sett opp {hvem}{' fra hver kommune' if len(k.kommuner) > 1 else ''} under «medlemmer».",
                f"Set opp {hvem.nn}{' frå kvar kommune' if len(k.kommuner) > 1 else ''} under «medlemmer».",
            ),
            nøkkel=True,
        )


@regel("VEI413", "politiet-uten-beslutningsmyndighet", Severity.ADVARSEL, "veilederen 4.1.1 og 5.2")
def politiet_uten_beslutningsmyndighet(k: Kontekst) -> Iterator[Funn]:
    """Ingen leder i det lokale politiet er fast medlem av politirådet.

    Hvorfor: Uten en leder kan ikke politiet bestemme noe i møtet. Veilederen vil at den lokale ledelsen deltar, så
    saker kan avgjøres mens begge parter sitter ved bordet.

    Rett opp: Sett opp lederen for den lokale enheten som fast medlem, med tittelen dere bruker: lensmann, stasjonssjef,
    tjenesteenhetsleder.

    Feil:
        politiråd:
          medlemmer:
            kommune: [ordfører, kommunedirektør]
            politi: [politikontakt]

    Riktig:
        politiråd:
          medlemmer:
            kommune: [ordfører, kommunedirektør]
            politi: [lensmann, politikontakt]
    """
    råd = råd_med_medlemmer(k, "politi", "andre")
    if not råd:
        return
    fra_politiet = any(er_leder_i_politiet(k, rolle, fra_politiet=True) for _, rolle in medlemmer(råd, "politi"))
    andre = chain(faste(råd, "andre"), () if fra_politiet else fortalte(k))
    if not fra_politiet and not any(er_leder_i_politiet(k, rolle, fra_politiet=False) for rolle in andre):
        yield Funn(
            ("politiråd", "medlemmer", "politi"),
            Begge(
                "Ingen leder i det lokale politiet er oppgitt som fast medlem av politirådet.",
                "Ingen leiar i det lokale politiet er ført opp som fast medlem av politirådet.",
            ),
            Begge(
                "Sett opp lederen for den lokale enheten under «medlemmer», med tittelen dere bruker.",
                "Set opp leiaren for den lokale eininga under «medlemmer», med tittelen de bruker.",
            ),
            nøkkel=True,
        )


_DELTAR = Mønster(
    r"(?:delta|deltek|møte|medlem|er med|være med|vere med|sitter|sit\b)[\w ]*politiråd",
    "politiråd",
)


@regel("VEI414", "politikontakt-ikke-i-politirådet", Severity.RÅD, "veilederen 4.1.1")
def politikontakt_ikke_i_politirådet(k: Kontekst) -> Iterator[Funn]:
    """Politikontakten er ikke med i politirådet.

    Hvorfor: Politikontakten kjenner kommunen best og følger opp det rådet bestemmer. Veilederen ser det som naturlig at
    politikontakten er med i rådet i kommunen sin.

    Rett opp: Sett opp politikontakten som fast medlem, eller skriv «deltar_i: politirådet» under «politikontakt».

    Feil:
        politiråd:
          medlemmer:
            politi: [lensmann]

    Riktig:
        politiråd:
          medlemmer:
            politi: [lensmann, politikontakt]
    """
    råd = råd_med_medlemmer(k, "politi", "andre")
    if not råd:
        return
    roller = (*faste(råd, "politi", "andre", "kommune"), *filter(None, (råd.sekretær, råd.tilrettelegger)))
    egen_tekst = "\n".join(tekst for _, tekst in rådstekster(k, "tekst", "forankring")).casefold()
    if "politikontakt" in egen_tekst or any("politikontakt" in titler(r) for r in roller):
        return
    kontakter = k.avtale.politikontakt
    uten = [i for i, kontakt in enumerate(kontakter) if not _er_med(kontakt, roller)]
    hjelp = Begge(
        "Sett opp politikontakten under «medlemmer», eller skriv «deltar_i: politirådet» under «politikontakt».",
        "Set opp politikontakten under «medlemmer», eller skriv «deltar_i: politirådet» under «politikontakt».",
    )
    if len(uten) < len(kontakter):
        for i in uten:
            hvem = _kontakten(kontakter[i], i)
            yield Funn(
                ("politikontakt", i),
                Begge(
                    f"{hvem} er ikke oppgitt som medlem av politirådet.",
                    f"{hvem} er ikkje ført opp som medlem av politirådet.",
                ),
                hjelp,
            )
    else:
        sted = tuple(r for r, rolle in medlemmer(råd, "kan_delta", "ved_behov") if "politikontakt" in titler(rolle))
        yield Funn(
            ("politiråd", "medlemmer", "politi"),
            Begge(
                "Politikontakten er ikke oppgitt som fast medlem av politirådet.",
                "Politikontakten er ikkje ført opp som fast medlem av politirådet.",
            ),
            hjelp,
            tuple(
                (
                    rute,
                    Begge("Her er politikontakten bare med i tillegg.", "Her er politikontakten berre med i tillegg."),
                )
                for rute in sted
            ),
            nøkkel=True,
        )


def _er_med(kontakt: Politikontakt, roller: tuple[Rolle, ...]) -> bool:
    tekster = (*kontakt.rolle, *(punkt.hva for punkt in kontakt.oppgaver), kontakt.tekst or "")
    return (
        any("politiråd" in sted.casefold() for sted in kontakt.deltar_i)
        or any(_DELTAR.search(tekst.casefold()) for tekst in tekster)
        or any(samme_navn(navn, annet) for navn in kontakt.navn for r in roller for annet in (r.navn, r.tittel))
    )


def _kontakten(kontakt: Politikontakt, indeks: int) -> str:
    if kontakt.kommuner and not any(map(ufylt, kontakt.kommuner)):
        return f"Politikontakten for {liste(kontakt.kommuner)}"
    return f"Politikontakt nummer {indeks + 1}"


_SLT = Mønster(
    r"\bslt\b|\bsalto\b|kriminalitetsf[oø]rebygg\w+ (?:koordinator|rådgiver|rådgjevar)",
    *("slt", "salto", "kriminalitetsf"),
)


@regel("VEI415", "slt-ikke-koblet-til-politirådet", Severity.RÅD, "veilederen 4.1.1 og 6")
def slt_ikke_koblet_til_politirådet(k: Kontekst) -> Iterator[Funn]:
    """Kommunen har SLT, men verken koordinatoren eller nivåene er knyttet til politirådet.

    Hvorfor: Veilederen råder til at politirådet også omfatter SLT eller det kommunen har i stedet. Mange steder er
    rådet det styrende nivået. Ellers kan de to ende med å arbeide hver for seg.

    Rett opp: La SLT-koordinatoren være med i rådet, eller sett politirådet opp som styrende nivå.

    Feil:
        politiråd:
          leder: ordfører
        slt:
          etablert: ja
          koordinator: Kari Nordmann

    Riktig:
        politiråd:
          leder: ordfører
        slt:
          etablert: ja
          koordinator: Kari Nordmann
          nivåer:
            styrende: politirådet
    """
    råd = beskrevet_råd(k)
    if not råd or not har_slt(k) or _er_koblet(k.avtale, råd):
        return
    if any(True for _ in funnet_av(k, _SLT, "politiråd")) or er_nevnt(k, "politiråd", i=("slt",)):
        return
    felles = funnet_av(k, _SLT, "avtale", "forpliktelser", "samarbeidsfora", "lokale_avsnitt")
    if not any("politiråd" in tekst for _, tekst in felles):
        yield Funn(
            ("slt",),
            Begge(
                "Avtalen knytter verken SLT-koordinatoren eller nivåene i SLT til politirådet.",
                "Avtalen knyter verken SLT-koordinatoren eller nivåa i SLT til politirådet.",
            ),
            Begge(
                "La SLT-koordinatoren være med i politirådet, eller sett politirådet opp som styrende nivå.",
                "La SLT-koordinatoren vere med i politirådet, eller set politirådet opp som styrande nivå.",
            ),
            nøkkel=True,
        )


def _er_koblet(avtale: Avtale, råd: Politiråd) -> bool:
    """Tell whether the koordinator is in the politiråd by name, or SLT by the name it has locally."""
    koordinator, navn = (avtale.slt.koordinator, avtale.slt.navn) if avtale.slt else (None, None)
    roller = [rolle for _, rolle in medlemmer(råd, "kommune", "politi", "andre", "kan_delta", "ved_behov")]
    roller += filter(None, (råd.leder, råd.nestleder, råd.sekretær, råd.tilrettelegger))
    if navn and not ufylt(navn) and any(navn.casefold() in titler(rolle) for rolle in roller):
        return True
    hos_koordinator = (koordinator.navn, koordinator.tittel) if koordinator else ()
    return any(samme_navn(a, b) for a in hos_koordinator for rolle in roller for b in (rolle.navn, rolle.tittel))

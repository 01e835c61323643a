"""Det avtalen lover og nevner, og om det som hører til, står der (veilederen kapittel 2 og 3)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, nevner, ufylt
from avtalegen.regler.vei3.satsningsomrader import områder_uten

_RETTIGHETSORD = (
    *(
        "rett til",
        "rett\ntil",
        "retten til",
        "retten\ntil",
        "rett og plikt",
        "krav på",
        "krav\npå",
        "rettslig",
        "rettsleg",
    ),
    *("misligh", "mislegh", "avtalebr", "kontrakt", "juridisk", "rettskrav", "erstatning", "skadebot", "dagmulkt"),
    *("dagbøter", "verneting", "voldgift", "valdgift", "heve", "heving", "garant", "skadesløs", "skadelaus"),
    *("skadeslaus", "domstol", "tingrett"),
)


@regel("VEI306", "lover-rettigheter", Severity.ADVARSEL, "veilederen 3")
def lover_rettigheter(k: Kontekst) -> Iterator[Funn]:
    """En tekst gir partene rettigheter, eller taler om mislighold, erstatning eller om å være rettslig bundet.

    Hvorfor: Avtalen er frivillig. Den forplikter partene til å samarbeide, men endrer ikke hvilke rettigheter og
    plikter de har. Ord som hører hjemme i en kontrakt, lover mer enn avtalen kan holde. Det er en advarsel når teksten
    taler om mislighold, erstatning, garanti, skadesløshet, heving eller tvist for domstolene, og ellers et råd.

    Rett opp: Si heller hva partene vil gjøre, hvor ofte og innen når, og at det som ikke blir gjort, tas opp i
    politirådet.

    Feil:
        forpliktelser:
          tekst: Ved mislighold kan kommunen kreve erstatning.

    Riktig:
        forpliktelser:
          tekst: Det som ikke blir fulgt opp, tar partene opp i politirådet.
    """
    mulige = k.numre_med(*_RETTIGHETSORD)
    if not mulige:
        return
    from avtalegen.regler.vei3.utsagn import lover_rettighet  # most agreements need none of its patterns

    for nummer in mulige:
        rute, tekst = k.tekster[nummer]
        if (løfte := lover_rettighet(k.foldet[nummer][1])) and not ufylt(tekst):
            yield Funn(
                rute,
                Begge(
                    f"Her står det «{løfte.ordene}», men en slik avtale regulerer ikke formelle rettigheter og "
                    "plikter.",
                    f"Her står det «{løfte.ordene}», men ein slik avtale regulerer ikkje formelle rettar og plikter.",
                ),
                Begge(
                    "Skriv heller hva partene vil gjøre, og at det som ikke blir gjort, tas opp i politirådet.",
                    "Skriv heller kva partane vil gjere, og at det som ikkje blir gjort, blir teke opp i politirådet.",
                ),
                mildere=None if løfte.kontrakt else Severity.RÅD,
            )


_MÅL = senere(r"\bmål(?:et|a|ene|setting\w*)?\b|\btiltak")


@regel("VEI307", "satsningsområde-uten-tiltak", Severity.RÅD, "veilederen 2 og 3")
def satsningsområde_uten_tiltak(k: Kontekst) -> Iterator[Funn]:
    """Et satsningsområde har verken mål eller tiltak.

    Hvorfor: Et navn alene forteller ikke hva partene skal gjøre. Veilederen ser avtalen som stedet for lokale
    strategier, tiltak og oppgaver, og konkrete tiltak er det som samordner innsatsen.

    Rett opp: Skriv hva som skal være oppnådd («mål»), eller hva hver av partene skal gjøre («tiltak»), gjerne med
    ansvarlig og frist.

    Feil:
        satsningsområder: [Trygt uteliv]

    Riktig:
        satsningsområder:
          - navn: Trygt uteliv
            tiltak:
              - {hva: Møte skjenkestedene før sommeren, ansvarlig: politikontakten, frist: mai 2027}
    """
    s = k.avtale.satsningsområder
    if s is None or _MÅL.search((s.tekst or "").casefold()):
        return
    uten = [
        i
        for i, område in enumerate(s.områder)
        if not (område.mål or område.tiltak or område.innhold or ufylt(område.navn))
        and not _MÅL.search((område.beskrivelse or "").casefold())
    ]
    hjelp = Begge(
        "Legg til «mål» eller «tiltak» på området, gjerne med ansvarlig og frist.",
        "Legg til «mål» eller «tiltak» på området, gjerne med ansvarleg og frist.",
    )
    yield from områder_uten(
        s,
        uten,
        Begge("er oppgitt uten mål og tiltak", "er ført opp utan mål og tiltak"),
        Begge("er oppgitt med mål eller tiltak", "er ført opp med mål eller tiltak"),
        hjelp,
    )


_VIDEREGÅENDE = senere(r"\b(?:videregående|vidaregåande)\b(?!\s+kurs)|\bvgs\b")


_EGEN_AVTALE = ("egen avtale", "egne avtaler", "eigen avtale", "eigne avtalar", "samarbeidsavtale")


@regel("VEI308", "videregående-uten-egen-avtale", Severity.RÅD, "veilederen 3 og 4.2")
def videregående_uten_egen_avtale(k: Kontekst) -> Iterator[Funn]:
    """Avtalen omfatter videregående skoler, men verken fylkeskommunen eller en avtale med den er nevnt.

    Hvorfor: Fylkeskommunen har ansvaret for de videregående skolene, så kommunen kan ikke forplikte dem. Veilederen
    peker på en egen avtale, med skolen eller med fylkeskommunen.

    Rett opp: Før opp fylkeskommunen under «parter», eller vis til avtalen som politiet har med den eller skolen.

    Feil:
        politikontakt:
          besøk: de videregående skolene

    Riktig:
        parter:
          kommuner: "1859"
          politi: Nordland politidistrikt
          fylkeskommune: Nordland fylkeskommune
        politikontakt:
          besøk: de videregående skolene
    """
    if not er_nevnt(k, "videregående", "vidaregåande", "vgs") or er_nevnt(k, "fylkeskommun"):
        return
    if k.avtale.parter.fylkeskommune or all(part.kommunenummer == "0301" for part in k.avtale.parter.kommuner):
        return
    from avtalegen.regler.vei3.utsagn import påstander  # as above

    # That the politiråd is to consider taking the schools in, doesn't make them part of it.
    steder = [(rute, t.casefold()) for rute, t in k.tekster if not ufylt(t) and "vurder" not in t.casefold()]
    omtalt = [(r, t) for r, t in steder if any(_VIDEREGÅENDE.search(ledd) for ledd in påstander(t))]
    if omtalt and not any(nevner(t, *_EGEN_AVTALE) for _, t in omtalt):
        k.fant_ikke()
        yield Funn(
            omtalt[0][0],
            Begge(
                "Avtalen omfatter videregående skole, men verken fylkeskommunen eller en avtale med den er nevnt.",
                "Avtalen omfattar vidaregåande skule, men verken fylkeskommunen eller ein avtale med han er nemnd.",
            ),
            Begge(
                "Før opp fylkeskommunen under «parter», eller vis til avtalen politiet har med den eller med skolen.",
                "Før opp fylkeskommunen under «parter», eller vis til avtalen politiet har med han eller med skulen.",
            ),
        )


@regel("VEI309", "lovet-og-ikke-oppgitt", Severity.ADVARSEL, "veilederen 3")
def lovet_og_ikke_oppgitt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier at den omfatter noe, men det står ikke noe om det i den.

    Hvorfor: Avtalen skal gi partene en felles forståelse av hva de kan vente seg av hverandre. Et løfte uten innhold
    gjør det motsatte. Responstid er et vanlig eksempel.

    Rett opp: Skriv det som mangler, skriv at det står åpent, eller stryk det under «omfatter».

    Feil:
        avtale:
          status: utkast
          omfatter: [responstid, politiråd]
        politiråd:
          leder: ordfører

    Riktig:
        avtale:
          status: utkast
          omfatter: [responstid, politiråd]
        politiråd:
          leder: ordfører
        tjenestetilbud:
          responstid: åpent
    """
    for i, tekst in enumerate(k.avtale.avtale.omfatter):
        foldet = tekst.casefold()
        for stamme, navn, nøkler in _TEMAER:
            if stamme in foldet and not _oppgitt(k, stamme, nøkler) and not _nevnt_ellers(k, stamme):
                yield Funn(
                    ("avtale", "omfatter", i),
                    Begge(
                        f"Avtalen sier at den omfatter {navn}, men ikke hva som gjelder.",
                        f"Avtalen seier at han omfattar {navn.nn}, men ikkje kva som gjeld.",
                    ),
                    Begge(
                        f"Legg til «{'.'.join(nøkler)}», si at det står åpent, eller stryk det her.",
                        f"Legg til «{'.'.join(nøkler)}», sei at det står ope, eller stryk det her.",
                    ),
                )


_TEMAER: tuple[tuple[str, Begge, tuple[str, ...]], ...] = (
    ("responstid", likt("responstid"), ("tjenestetilbud", "responstid")),
    ("åpningstid", Begge("åpningstider", "opningstider"), ("tjenestetilbud", "tjenestesteder", "åpningstider")),
    ("opningstid", Begge("åpningstider", "opningstider"), ("tjenestetilbud", "tjenestesteder", "åpningstider")),
    ("beredskap", likt("beredskap"), ("tjenestetilbud", "beredskap")),
    ("bemanning", likt("bemanning"), ("tjenestetilbud", "bemanning")),
    ("tjenestetilbud", Begge("tjenestetilbudet", "tenestetilbodet"), ("tjenestetilbud",)),
    ("tenestetilbod", Begge("tjenestetilbudet", "tenestetilbodet"), ("tjenestetilbud",)),
    ("politikontakt", likt("politikontakten"), ("politikontakt",)),
    ("politiråd", likt("politirådet"), ("politiråd",)),
    ("slt", likt("SLT"), ("slt",)),
    ("evaluering", likt("evaluering"), ("evaluering",)),
    ("taushetsplikt", Begge("taushetsplikt", "teieplikt"), ("taushetsplikt",)),
    ("teieplikt", Begge("taushetsplikt", "teieplikt"), ("taushetsplikt",)),
)
"""What an agreement may promise: the stem, the name in a message, the keys under which it is given."""
_ANDRE_STEDER = {"beredskap": (("beredskap",),)}
"""Where it can be given too: the preparedness of the kommune, and not of the police alone."""


def _oppgitt(k: Kontekst, stamme: str, nøkler: tuple[str, ...]) -> bool:
    """Tell whether the agreement gives it where it belongs."""
    return any(_finnes(k.avtale, sted) for sted in (nøkler, *_ANDRE_STEDER.get(stamme, ())))


def _nevnt_ellers(k: Kontekst, stamme: str) -> bool:
    """Tell whether the agreement mentions something outside its introduction."""
    k.fant_ikke()
    return any(rute[0] != "avtale" for rute, _ in k.med(stamme))


def _finnes(verdi: object, nøkler: tuple[str, ...]) -> bool:
    """Tell whether there is something where the keys lead to, in any of the things of a list."""
    if isinstance(verdi, tuple):
        return any(_finnes(ting, nøkler) for ting in verdi)
    if not nøkler or verdi is None:
        return bool(verdi)
    return _finnes(getattr(verdi, nøkler[0]), nøkler[1:])

"""Politirådet: når det er utvidet, og når det er felles for flere kommuner (veilederen 4.2 og 4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.modell.base import forkort
from avtalegen.modell.former import Status
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt, ufylt
from avtalegen.regler.roller import titler
from avtalegen.regler.samarbeid import beskrevet_råd
from avtalegen.regler.vei4.medlemmer import medlemmer
from avtalegen.regler.vei4.politiradet import råd_uten, rådstekster

_UTENFRA = senere(
    r"næringsliv(?!skont|ssjef|srådg)|næringsfor|handelsstand|kjøpesent|bedrift"
    r"|frivillige\b|frivillig (?:org|sektor|lag)|organisasjon|lag og for|idrettsråd|idrettslag"
    r"|røde kors|raude kross|sanitetsfor|velforening|natteravn|\b(?:videregående|vidaregåande)\b|\bvgs\b"
)
_SKOLE = senere(r"\brektor|sk[ou]le(?!hels)")


@regel("VEI425", "utvidet-politiråd-ikke-beskrevet", Severity.RÅD, "veilederen 4.2")
def utvidet_politiråd_ikke_beskrevet(k: Kontekst) -> Iterator[Funn]:
    """Næringsliv, frivillige eller skoler er medlemmer, men utvidelsen av politirådet er ikke beskrevet.

    Hvorfor: Et utvidet råd kan mer, men også dele mindre. Veilederen anbefaler å beskrive utvidelsen i avtalen, så det
    er klart hva de nye er med på.

    Rett opp: Legg til «utvidet» med hvem som er med, hva utvidelsen skal tjene til, og hvor ofte rådet møtes slik.

    Feil:
        politiråd:
          medlemmer:
            kommune: [ordfører, kommunedirektør]
            andre: [Røde Kors, næringsforeningen]

    Riktig:
        politiråd:
          medlemmer:
            kommune: [ordfører, kommunedirektør]
            andre: [Røde Kors, næringsforeningen]
          utvidet:
            deltakere: [Røde Kors, næringsforeningen]
            formål: Flere er med når saken gjelder et trygt sentrum
            møter: årlig
    """
    råd = råd_uten(k, "utvidet")
    if not råd:
        return
    utenfra = [
        (rute, rolle.tittel or rolle.navn or "")
        for rute, rolle in medlemmer(råd, "kommune", "andre")
        if _UTENFRA.search(titler(rolle)) or (rute[2] == "andre" and _SKOLE.search(titler(rolle)))
    ]
    utenfra = [(rute, navn) for rute, navn in utenfra if not ufylt(navn)]
    if utenfra and not er_nevnt(k, "utvid", i=("politiråd", "lokale_avsnitt")):
        navn = liste(forkort(navn, 60) for _, navn in utenfra)
        yield Funn(
            utenfra[0][0],
            Begge(
                f"Politirådet er utvidet ({navn}), men avtalen beskriver ikke utvidelsen.",
                f"Politirådet er utvida ({navn}), men avtalen beskriv ikkje utvidinga.",
            ),
            Begge(
                "Legg til «utvidet» med hvem som er med, hva det skal tjene til, og hvor ofte det utvidede rådet "
                "møtes.",
                "Legg til «utvidet» med kven som er med, kva det skal tene til, og kor ofte det utvida rådet møtest.",
            ),
        )


@regel("VEI426", "regionalt-uten-forankring", Severity.ADVARSEL, "veilederen 4.3, kommuneloven §§ 17-1 og 18-1")
def regionalt_uten_forankring(k: Kontekst) -> Iterator[Funn]:
    """Avtalen gjelder flere kommuner, og en eller flere av dem har ikke oppgitt vedtak.

    Hvorfor: Et politiråd for flere kommuner bør være forankret i hver av dem. Kommunene vedtar hver for seg, også når
    de samarbeider gjennom et regionråd (interkommunalt politisk råd).

    Rett opp: Skriv «vedtak» med organ, sak og dato på hver kommune under «parter». Fram til vedtaket er
    organet nok.

    Feil:
        parter:
          kommuner: ["1859", "1860"]
          politi: Nordland politidistrikt

    Riktig:
        parter:
          kommuner:
            - {kommunenummer: "1859", vedtak: {organ: kommunestyret, sak: PS 4/2026, dato: 2026-02-17}}
            - {kommunenummer: "1860", vedtak: {organ: kommunestyret, sak: PS 9/2026, dato: 2026-03-03}}
          politi: Nordland politidistrikt
    """
    kommuner = k.avtale.parter.kommuner
    if len(kommuner) < 2:
        return
    hjelp = Begge(
        "Skriv «vedtak» med organ, sak og dato på hver kommune under «parter».",
        "Skriv «vedtak» med organ, sak og dato på kvar kommune under «parter».",
    )
    if uten := [i for i, kommune in enumerate(kommuner) if not kommune.vedtak]:
        navn = liste(k.navn(i) for i in uten)
        rute = ("parter", "kommuner", uten[0]) if len(uten) == 1 else ("parter", "kommuner")
        yield Funn(
            rute,
            Begge(
                f"Avtalen gjelder flere kommuner, men vedtaket er ikke oppgitt for {navn}.",
                f"Avtalen gjeld fleire kommunar, men vedtaket er ikkje ført opp for {navn}.",
            ),
            hjelp,
        )
    if k.avtale.avtale.status not in (Status.VEDTATT, Status.SIGNERT):
        return
    for i, kommune in enumerate(kommuner):
        vedtak = kommune.vedtak
        if vedtak and not ufylt(vedtak.organ) and not (vedtak.sak and vedtak.dato):
            mangler = liste(felt for felt in ("sak", "dato") if not getattr(vedtak, felt))
            yield Funn(
                ("parter", "kommuner", i, "vedtak"),
                Begge(
                    f"Vedtaket i {k.navn(i)} er oppgitt uten {mangler}.",
                    f"Vedtaket i {k.navn(i)} er ført opp utan {mangler}.",
                ),
                hjelp,
            )


@regel("VEI427", "regionalt-forhold-uklart", Severity.ADVARSEL, "veilederen 4.3")
def regionalt_forhold_uklart(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke om det felles politirådet erstatter de lokale politirådene eller supplerer dem.

    Hvorfor: Veilederen kjenner begge formene. Kommunene må vite om de fortsatt skal ha sitt eget politiråd, og hvilke
    saker som hører hjemme hvor.

    Rett opp: Skriv «forhold: erstatter» eller «forhold: supplerer» under «regionalt».

    Feil:
        parter:
          kommuner: ["1859", "1860"]
          politi: Nordland politidistrikt
        politiråd:
          regionalt:
            forum: regionrådet

    Riktig:
        parter:
          kommuner: ["1859", "1860"]
          politi: Nordland politidistrikt
        politiråd:
          regionalt:
            forum: regionrådet
            forhold: supplerer
    """
    råd = beskrevet_råd(k)
    møter = råd.møter if råd else None
    if not råd or (råd.regionalt and råd.regionalt.forhold):
        return
    # Meetings in each kommune and a joint one besides: the one adds to the others.
    bare_felles = len(k.kommuner) > 1 and møter and møter.felles and not møter.per_kommune
    sagt = any(_FORHOLD.search(tekst.casefold()) for _, tekst in rådstekster(k, "tekst", "regionalt"))
    if (råd.regionalt or bare_felles) and not sagt:
        yield Funn(
            ("politiråd", "regionalt") if råd.regionalt else ("politiråd", "møter", "felles"),
            Begge(
                "Avtalen sier ikke om det felles politirådet erstatter de lokale politirådene eller supplerer dem.",
                "Avtalen seier ikkje om det felles politirådet erstattar dei lokale politiråda eller supplerer dei.",
            ),
            likt("Skriv «forhold: erstatter» eller «forhold: supplerer» under «regionalt»."),
            nøkkel=True,
        )


_FORHOLD = senere(r"erstatt|i st(?:edet|aden) for|i tillegg|tillegg til|suppl")

"""Om avtalen er hel når den skal signeres: vedlegg, filer, vedtak og steder som ikke er fylt ut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from math import ceil

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.funn.ordlyd import antall
from avtalegen.lesing import text_at
from avtalegen.modell.base import forkort
from avtalegen.modell.senere import senere
from avtalegen.modell.ufylt import ET_SKJEMA, UFYLT, ufylt_inni
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import er_nevnt
from avtalegen.regler.valg import Behov

_FLEST_VISTE = 20


@regel("SIG105", "vedlegg-finnes-ikke", Severity.FEIL, behov={Behov.SIGNERING, Behov.FILER}, bygger_på={"vedlegg"})
def vedlegg_finnes_ikke(k: Kontekst) -> Iterator[Funn]:
    """Et vedlegg eller et bilde som avtalen nevner, er ikke der.

    Hvorfor: Vedleggene er en del av det partene signerer. Den som signerer, må kunne lese dem først.

    Rett opp: Legg filen i mappen og navnet under «fil». Skal vedlegget komme senere, skriver du «ettersendes» under
    «merknad».

    Feil:
        # klar-for-signering
        vedlegg: [Møteplan for politirådet]

    Riktig:
        # klar-for-signering
        # filer: moteplan.pdf 51200
        vedlegg:
          - { tittel: Møteplan for politirådet, fil: moteplan.pdf }
    """
    if not k.skal_signeres:
        return
    for rute, navn in _filer(k):
        if k.valg.filstørrelse and k.valg.filstørrelse(k.plass(rute).file, navn) is None:
            yield Funn(
                rute,
                Begge(f"Filen «{forkort(navn)}» finnes ikke.", f"Fila «{forkort(navn)}» finst ikkje."),
                Begge("Legg filen i mappen, eller rett navnet.", "Legg fila i mappa, eller rett namnet."),
            )
    for i, vedlegg in enumerate(k.avtale.vedlegg):
        if not vedlegg.fil and "ettersend" not in (vedlegg.merknad or "").casefold():
            yield Funn(
                ("vedlegg", i),
                Begge(
                    f"Vedlegget «{forkort(vedlegg.tittel)}» er nevnt, men ikke lagt ved.",
                    f"Vedlegget «{forkort(vedlegg.tittel)}» er nemnt, men ikkje lagt ved.",
                ),
                Begge(
                    "Legg til «fil», eller «merknad: ettersendes» hvis partene er enige om at det kommer senere.",
                    "Legg til «fil», eller «merknad: ettersendast» om partane er samde om at det kjem seinare.",
                ),
            )
    plan = k.avtale.evaluering.plan if k.avtale.evaluering else None
    if plan and plan.vedlegg and not any("evaluering" in v.tittel.casefold() for v in k.avtale.vedlegg):
        yield Funn(
            ("evaluering", "plan", "vedlegg"),
            Begge(
                "Planen for evalueringen skal legges ved, men står ikke blant vedleggene.",
                "Planen for evalueringa skal leggjast ved, men står ikkje blant vedlegga.",
            ),
            likt("Legg planen til under «vedlegg»."),
        )


def _filer(k: Kontekst) -> Iterator[tuple[Rute, str]]:
    """Yield the files that the agreement names, with their places."""
    if k.avtale.avtale.våpen:
        yield ("avtale", "våpen", "fil"), k.avtale.avtale.våpen.fil
    for i, vedlegg in enumerate(k.avtale.vedlegg):
        if vedlegg.fil:
            yield ("vedlegg", i, "fil"), vedlegg.fil


@regel("SIG106", "plassholder-igjen", Severity.FEIL, behov={Behov.SIGNERING}, bygger_på=())
def plassholder_igjen(k: Kontekst) -> Iterator[Funn]:
    """Et sted i teksten er ikke fylt ut.

    Hvorfor: Partene signerer det som står. En plassholder er et løfte uten innhold.

    Rett opp: Fyll ut stedet, eller stryk det.

    Feil:
        # klar-for-signering
        politikontakt:
          navn: "FYLL INN: navnet på politikontakten"

    Riktig:
        # klar-for-signering
        politikontakt:
          navn: Kari Nordmann
    """
    if not k.skal_signeres or not er_nevnt(k, "fyll inn", "todo", "xx", "…", "...", "___", "["):
        return
    funnet = ((rute, treff) for rute, tekst in k.tekster if (treff := _plassholder(tekst)))
    for rute, treff in islice(funnet, _FLEST_VISTE):
        yield Funn(
            rute,
            Begge(
                f"{_hva(k, rute, treff, 'Stedet')} er ikke fylt ut.",
                f"{_hva(k, rute, treff, 'Staden')} er ikkje fylt ut.",
            ),
            Begge("Fyll ut stedet, eller stryk det.", "Fyll ut staden, eller stryk han."),
        )
    resten = list(funnet)
    if resten:
        fylt = "fylt" if len(resten) == 1 else "fylte"
        yield Funn(
            resten[0][0],
            Begge(
                f"{antall(len(resten), 'sted', 'steder')} til er ikke fylt ut, fra og med dette.",
                f"{antall(len(resten), 'stad', 'stader')} til er ikkje {fylt} ut, frå og med denne.",
            ),
            likt("Søk etter «FYLL INN», «TODO», «XX» og «…»."),
        )


def _hva(k: Kontekst, rute: Rute, treff: str, stedet: str) -> str:
    """Return what to call a place: what stands there as it is written, unless that says nothing."""
    if treff.startswith(UFYLT):
        treff = text_at(k.rot, rute) or treff
        if treff == UFYLT or not re.search(r"\w", treff):
            return stedet
    return f"«{forkort(treff)}»"


_SITAT = senere(r"«[^»]*\w[^»]*»|\"[^\"]*\w[^\"]*\"|“[^”]*\w[^”]*”")
_ORD = senere(
    rf"FYLL INN[^\n]*|(?:^(?!fyll inn{ET_SKJEMA}|Fyll inn{ET_SKJEMA})|[\[(<]) ?[Ff]yll inn\b[^\n]*"
    r"|\bTODO\b[^\n]*|\b[Xx]{2,}\b"
)
# Dots that end a word are a sentence that trails off, and dots in a quotation are words left out.
_PRIKKER = senere(r"(?<!\w)(?:…|\.{3})|…{2,}|\.{4,}|_{3,}")


def _plassholder(tekst: str) -> str | None:
    """Return the part of a text that is left to fill in, or None."""
    treff = _ORD.search(tekst) or _PRIKKER.search(_SITAT.sub("", tekst))
    return treff[0].strip() if treff else ufylt_inni(tekst)


@regel("SIG107", "mangler-vedtak", Severity.RÅD, "kommuneloven §§ 5-3 og 6-1", behov={Behov.SIGNERING})
def mangler_vedtak(k: Kontekst) -> Iterator[Funn]:
    """Avtalen viser ikke til vedtaket i kommunen.

    Hvorfor: Kommunestyret treffer vedtak for kommunen, eller gir myndigheten til et annet folkevalgt organ, ordføreren
    eller kommunedirektøren. Ordføreren underskriver når den oppgaven ikke er gitt til andre. Vedtaket viser at den som
    signerer, gjør det på kommunens vegne. Er det flere kommuner, sier VEI426 fra om det samme.

    Rett opp: Skriv organet, saksnummeret og datoen under «vedtak» hos kommunen.

    Feil:
        # klar-for-signering
        parter: { kommuner: "1859", politi: Nordland politidistrikt }

    Riktig:
        # klar-for-signering
        parter:
          kommuner:
            - { kommunenummer: "1859", vedtak: { organ: kommunestyret, sak: PS 12/2026, dato: 17.6.2026 } }
          politi: Nordland politidistrikt
    """
    # With several kommuner, VEI426 asks for their decisions whether they are to sign or not.
    if k.skal_signeres and len(k.kommuner) == 1 and k.avtale.parter.kommuner[0].vedtak is None:
        yield Funn(
            ("parter", "kommuner", 0),
            Begge(
                f"Avtalen viser ikke til noe vedtak i {k.navn(0)}.",
                f"Avtalen viser ikkje til noko vedtak i {k.navn(0)}.",
            ),
            likt("Legg til «vedtak» med organ, saksnummer og dato."),
        )


@regel(
    "SIG108",
    "fil-for-stor",
    Severity.ADVARSEL,
    "eSignering, dokumentformat",
    behov={Behov.SIGNERING, Behov.FILER},
    bygger_på=(),
)
def fil_for_stor(k: Kontekst) -> Iterator[Funn]:
    """Et vedlegg eller et bilde er for stort for signeringstjenesten.

    Hvorfor: Den statlige signeringstjenesten tar dokumenter på inntil 3 MB. Grensen kan stilles inn.

    Rett opp: Gjør filen mindre, for eksempel med lavere oppløsning på bildene.

    Feil:
        # klar-for-signering
        # filer: kart.pdf 8400000
        vedlegg:
          - { tittel: Kart, fil: kart.pdf }

    Riktig:
        # klar-for-signering
        # filer: kart.pdf 840000
        vedlegg:
          - { tittel: Kart, fil: kart.pdf }
    """
    if not k.skal_signeres or not k.valg.filstørrelse:
        return
    for rute, navn in _filer(k):
        størrelse = k.valg.filstørrelse(k.plass(rute).file, navn)
        if størrelse is not None and størrelse > k.valg.største_vedlegg:
            yield Funn(
                rute,
                # Rounded up, so that no file is as large as the limit and too large.
                Begge(
                    f"Filen «{forkort(navn)}» er på {_mb(ceil(størrelse / 100_000) * 100_000)}, "
                    f"men grensen for signering er {_mb(k.valg.største_vedlegg)}.",
                    f"Fila «{forkort(navn)}» er på {_mb(ceil(størrelse / 100_000) * 100_000)}, men grensa for "
                    f"signering er {_mb(k.valg.største_vedlegg)}.",
                ),
                Begge(
                    "Gjør filen mindre, for eksempel med lavere oppløsning på bildene.",
                    "Gjer fila mindre, til dømes med lågare oppløysing på bileta.",
                ),
            )


def _mb(byte: int) -> str:
    return f"{byte / 1_000_000:.1f}".replace(".", ",").removesuffix(",0") + " MB"

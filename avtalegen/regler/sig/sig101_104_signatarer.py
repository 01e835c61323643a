"""Om avtalen er klar til å signeres: hvem som signerer, tittelen og datoen."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.former import Part, Status
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.omtale import ufylt
from avtalegen.regler.parter import kommuner_i
from avtalegen.regler.roller import samme_navn
from avtalegen.regler.valg import Behov

_FLEST_SIGNATARER = 10
_LENGST_TITTEL = 80  # tegn


@regel("SIG101", "part-uten-signatar", Severity.FEIL, behov={Behov.SIGNERING}, bygger_på={"signaturer"})
def part_uten_signatar(k: Kontekst) -> Iterator[Funn]:
    """Ingen er satt opp til å signere for en av partene.

    Hvorfor: Avtalen er inngått når alle partene har signert. Hver kommune signerer for seg, også når kommunene
    samarbeider gjennom et regionråd.

    Rett opp: Legg til en signatur for parten, med tittel og «for».

    Feil:
        # klar-for-signering
        signaturer:
          - { tittel: ordfører, for: Flakstad kommune, part: kommunen }

    Riktig:
        # klar-for-signering
        signaturer:
          - { tittel: ordfører, for: Flakstad kommune, part: kommunen }
          - { tittel: lensmann, for: Nordland politidistrikt, part: politiet }
    """
    if not k.skal_signeres:
        return
    dekket = {rute for signatur in k.avtale.signaturer for rute in _signerer_for(k, signatur)}
    uten = [(rute, navn) for rute, navn in _parter(k) if rute not in dekket and not ufylt(navn)]
    if not k.avtale.signaturer:
        yield Funn(
            ("parter",),
            Begge(
                f"Ingen er satt opp til å signere for {liste(navn for _, navn in uten) if uten else 'partene'}.",
                f"Ingen er sett opp til å signere for {liste(navn for _, navn in uten) if uten else 'partane'}.",
            ),
            Begge(
                "Legg til «signaturer» med tittel, «for» og part for hver som skal signere.",
                "Legg til «signaturer» med tittel, «for» og part for kvar som skal signere.",
            ),
            nøkkel=True,
        )
        return
    for rute, navn in uten:
        yield Funn(
            ("signaturer",),
            Begge(
                f"Det går ikke fram av signaturene hvem som signerer for {navn}.",
                f"Det går ikkje fram av signaturane kven som signerer for {navn}.",
            ),
            Begge(f"Legg til en signatur med «for: {navn}».", f"Legg til ein signatur med «for: {navn}»."),
            ((rute, likt("Parten står her.")),),
            nøkkel=True,
        )


_POLITI: Rute = ("parter", "politi")
_FYLKET: Rute = ("parter", "fylkeskommune")


def _parter(k: Kontekst) -> Iterator[tuple[Rute, str]]:
    """Yield the parties: the place of each and its name."""
    parter = k.avtale.parter
    for i, kjent in enumerate(k.kommuner):
        yield ("parter", "kommuner", i), f"{kjent.navn} {kjent.betegnelse}" if kjent else k.navn(i)
    yield _POLITI, parter.politi.distrikt
    if parter.fylkeskommune:
        yield _FYLKET, parter.fylkeskommune.navn
    for i, part in enumerate(parter.andre):
        yield ("parter", "andre", i), part.navn


def _signerer_for(k: Kontekst, s: Signatur) -> Iterator[Rute]:
    """Yield the parties somebody signs for, by their places."""
    tekst = f"{s.for_ or ''} {s.tittel or ''}".casefold()
    andre = [rute for rute, navn in _parter(k) if rute[1] == "andre" and navn.casefold() in tekst]
    if andre or "fylke" in tekst:
        yield from andre or (_FYLKET,)
        return
    politiets = _politiets(k, s, tekst)
    if politiets:
        yield _POLITI
    if not politiets or s.part is Part.BEGGE:
        for i in _kommunene(k, s):
            yield ("parter", "kommuner", i)


_POLITIETS = senere(r"politi(?!sk|råd)|lensmann|stasjonssjef|tjenesteenhet|tenesteeining|driftsenhet|driftseining")


def _politiets(k: Kontekst, s: Signatur, tekst: str) -> bool:
    if s.part is not None:
        return s.part is not Part.KOMMUNEN
    politi = k.avtale.parter.politi
    ledere = (politi.leder, politi.driftsenhetsleder, politi.politimester)
    return bool(_POLITIETS.search(tekst)) or any(leder and samme_navn(s.navn, leder.navn) for leder in ledere)


def _kommunene(k: Kontekst, s: Signatur) -> frozenset[int]:
    """Return the kommuner somebody signs for, by their places among the kommuner."""
    for tekst in filter(None, (s.for_, s.tittel)):
        if funnet := kommuner_i(k, tekst):
            return funnet
    etter_navn = frozenset(
        i
        for i, kommune in enumerate(k.avtale.parter.kommuner)
        for leder in (kommune.leder, kommune.administrativ_leder)
        if leder and samme_navn(s.navn, leder.navn)
    )
    # With one kommune, whoever doesn't sign for somebody else signs for it.
    alene = len(k.kommuner) == 1 and kommuner_i(k, s.for_ or "") is None
    return etter_navn or frozenset({0} if alene else ())


@regel("SIG102", "for-mange-signatarer", Severity.ADVARSEL, "eSignering, antall undertegnere", behov={Behov.SIGNERING})
def for_mange_signatarer(k: Kontekst) -> Iterator[Funn]:
    """Flere enn ti skal signere.

    Hvorfor: Den statlige signeringstjenesten tar høyst ti undertegnere i ett oppdrag.

    Rett opp: La én signere for hver part, eller del signeringen i flere oppdrag.

    Feil:
        # klar-for-signering
        signaturer: [ordfører, varaordfører, kommunedirektør, helsesjef, oppvekstsjef, teknisk sjef, SLT-koordinator,
                     politimester, driftsenhetsleder, lensmann, politikontakt]

    Riktig:
        # klar-for-signering
        signaturer: [ordfører, lensmann]
    """
    if k.skal_signeres and (antall := len(k.avtale.signaturer)) > _FLEST_SIGNATARER:
        yield Funn(
            ("signaturer",),
            Begge(
                f"Avtalen har {antall} som skal signere, men signeringstjenesten til staten tar høyst "
                f"{_FLEST_SIGNATARER}.",
                f"Avtalen har {antall} som skal signere, men signeringstenesta til staten tek høgst "
                f"{_FLEST_SIGNATARER}.",
            ),
            Begge(
                "La én signere for hver part, eller del signeringen i flere oppdrag.",
                "La éin signere for kvar part, eller del signeringa i fleire oppdrag.",
            ),
            nøkkel=True,
        )


@regel("SIG103", "for-lang-tittel", Severity.ADVARSEL, "eSignering, tittel", behov={Behov.SIGNERING}, bygger_på=())
def for_lang_tittel(k: Kontekst) -> Iterator[Funn]:
    """Tittelen er for lang for signeringstjenesten.

    Hvorfor: Den statlige signeringstjenesten tar høyst 80 tegn i tittelen på et oppdrag.

    Rett opp: Gjør tittelen kortere, og flytt resten til «undertittel».

    Feil:
        # klar-for-signering
        avtale:
          status: vedtatt
          tittel: Avtale om kommune- og politisamarbeid mellom Flakstad kommune og Nordland politidistrikt

    Riktig:
        # klar-for-signering
        avtale:
          status: vedtatt
          tittel: Avtale om kommune- og politisamarbeid
          undertittel: Flakstad kommune og Nordland politidistrikt
    """
    tittel = k.avtale.avtale.tittel or ""
    if k.skal_signeres and len(tittel) > _LENGST_TITTEL:
        yield Funn(
            ("avtale", "tittel"),
            Begge(
                f"Tittelen er på {len(tittel)} tegn, men signeringstjenesten til staten tar høyst {_LENGST_TITTEL}.",
                f"Tittelen er på {len(tittel)} teikn, men signeringstenesta til staten tek høgst {_LENGST_TITTEL}.",
            ),
            Begge(
                "Gjør tittelen kortere, og flytt resten til «undertittel».",
                "Gjer tittelen kortare, og flytt resten til «undertittel».",
            ),
        )


@regel("SIG104", "signert-uten-dato", Severity.FEIL, behov={Behov.SIGNERING}, bygger_på={"avtale.dato", "signaturer"})
def signert_uten_dato(k: Kontekst) -> Iterator[Funn]:
    """Avtalen er merket som signert, men har ingen dato.

    Hvorfor: Datoen viser når avtalen ble inngått, og hvilken avtale som er den nyeste.

    Rett opp: Skriv datoen under «avtale», eller ved hver signatur.

    Feil:
        avtale: { status: signert }

    Riktig:
        avtale: { status: signert, dato: 15.1.2026 }
    """
    data = k.avtale.avtale
    if data.status is Status.SIGNERT and not data.dato and not any(s.dato for s in k.avtale.signaturer):
        yield Funn(
            ("avtale", "status"),
            likt("Avtalen er signert, men har ingen dato."),
            Begge(
                "Legg til «dato» under «avtale», eller datoen ved hver signatur.",
                "Legg til «dato» under «avtale», eller datoen ved kvar signatur.",
            ),
        )

"""Politikontakten: den som er ny, og de som er flere (veilederen 5.2 og 5.5)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.monster import Mønster
from avtalegen.regler.omtale import funnet_av, nevner

_NY = Mønster(
    r"\b(?:ny|nye|nytt|nytilsatt\w*|nyansatt\w*|nytilsett\w*|nyutnevnt\w*)\s+(?:\w+\s+)?politikontakt"
    r"|\b(?:ny|nytilsatt|nyansatt|nytilsett)\s+i\s+(?:rollen|rolla|stillingen|stillinga|funksjonen)",
    "ny",
    også=("politikontakt", "roll", "stilling", "funksjon"),
)


_LEDIG = senere(
    r"ans[ae]t+(?:else|t|es)|tilset|tilsat|\bledig|vakan|\bl(?:yst?|ysest?) ut\b|utlys|rekrutt|besatt|besett|besettes"
    r"|\bny\b|begynn|begynte|byrja|startet|starta|tiltrer|konstituer"
)


def _ny_i_rollen(k: Kontekst) -> Rute | None:
    """Return the way to what says that a politikontakt is new or to come, or None when all have been there."""
    for i, p in enumerate(k.avtale.politikontakt):
        if _LEDIG.search((p.status or "").casefold()):
            return ("politikontakt", i, "status")
    return next((rute for rute, _ in funnet_av(k, _NY, "politikontakt")), None)


def _sagt(k: Kontekst, *biter: str) -> bool:
    """Tell whether what is said of the politikontakt holds any of the parts of words, in the text or in the key."""
    deler = ("politikontakt", "lokale_avsnitt", "forpliktelser")
    if nevner(k.samlet_i(*deler), *biter):
        return True
    return nevner(" ".join({str(steg) for rute, _ in k.tekster_i(*deler) for steg in rute}), *biter)


@regel("VEI511", "ny-politikontakt-uten-opplæring", Severity.RÅD, "veilederen 5.2")
def ny_politikontakt_uten_opplæring(k: Kontekst) -> Iterator[Funn]:
    """Politikontakten er ny eller ikke ansatt ennå, og avtalen sier ikke noe om opplæring.

    Hvorfor: Veilederen anbefaler opplæring og tett oppfølging av nye politikontakter, så de kommer raskere inn i rollen
    og får kontaktene de trenger. Kommunen kan bidra med sin del.

    Rett opp: Skriv hvem som gir opplæringen, og hvem i kommunen politikontakten skal møte først.

    Feil:
        politikontakt:
          status: under ansettelse

    Riktig:
        politikontakt:
          status: under ansettelse
          organisering: Forebyggende enhet gir den nye politikontakten opplæring og følger opp det første året
    """
    ny = _ny_i_rollen(k)
    if ny and not _sagt(k, "opplær", "introduk", "innføring", "mentor", "fadder", "hospiter"):
        yield Funn(
            ny,
            Begge(
                "Politikontakten er ny eller skal ansettes, men avtalen sier ikke noe om opplæring og oppfølging.",
                "Politikontakten er ny eller skal tilsetjast, men avtalen seier ikkje noko om opplæring og oppfølging.",
            ),
            Begge(
                "Skriv under «organisering» hvem som gir opplæringen, og hvem i kommunen politikontakten møter først.",
                "Skriv under «organisering» kven som gir opplæringa, og kven i kommunen politikontakten møter først.",
            ),
        )


@regel("VEI512", "politikontakter-uten-felles-møteplass", Severity.RÅD, "veilederen 5.2")
def politikontakter_uten_felles_møteplass(k: Kontekst) -> Iterator[Funn]:
    """Avtalen har flere politikontakter, og sier ikke hvor de møtes og utveksler erfaringer.

    Hvorfor: Politikontaktene skal forstå rollen likt og ha de samme vilkårene. Veilederen anbefaler tydelig at
    distriktet har møteplasser der de deler erfaringer.

    Rett opp: Skriv under «deltar_i» eller «samarbeider_med» hvor politikontaktene møtes.

    Feil:
        politikontakt:
          navn: [Kari Nordmann, Ola Nordmann]

    Riktig:
        politikontakt:
          navn: [Kari Nordmann, Ola Nordmann]
          deltar_i: nettverket for politikontakter i distriktet
    """
    kontakter = k.avtale.politikontakt
    antall = sum(max(len(p.navn), p.antall or 1) for p in kontakter)
    if antall < 2:
        return
    if any(True for _ in funnet_av(k, _FELLES, "politikontakt", "lokale_avsnitt", "samarbeidsfora", "forpliktelser")):
        return
    yield Funn(
        ("politikontakt",),
        Begge(
            "Avtalen har flere politikontakter, men sier ikke hvor de møtes og deler erfaringer.",
            "Avtalen har fleire politikontaktar, men seier ikkje kvar dei møtest og deler erfaringar.",
        ),
        Begge(
            "Skriv under «deltar_i» hvor politikontaktene i distriktet møtes.",
            "Skriv under «deltar_i» kvar politikontaktane i distriktet møtest.",
        ),
        nøkkel=True,
    )


_KONTAKTENE = r"politikontakt(?:er|ar|ene|ane)"
_FELLES = Mønster(
    rf"\b(?:nettverk|forum|fora|fagdag|samling|fagmøte|møteplass|møter?|erfaring)\w*\b[^.]*\b(?:{_KONTAKTENE}|hverandre)\b"
    rf"|\b(?:{_KONTAKTENE})\b[^.]*\b(?:møtes|møtest|nettverk|forum|samling|fagdag|utveksl\w*|deler erfaring\w*)"
    rf"|\b(?:andre|dei andre|øvrige) {_KONTAKTENE}\b|\bpolitikontakt(?:nettverk|forum|samling|møte)",
    *("politikontakt", "hverandre"),
)


@regel("VEI513", "kompetanse-ikke-omtalt", Severity.RÅD, "veilederen 5.5")
def kompetanse_ikke_omtalt(k: Kontekst) -> Iterator[Funn]:
    """Politikontakten skal ansettes, og avtalen sier ikke hvilken kompetanse som trengs.

    Hvorfor: Veilederen nevner blant annet at politikontakten bør kjenne etterretning, strategisk arbeid og dem som
    bestemmer i kommunen. Kommunen kan ha ønsker som bør være kjent før noen blir ansatt.

    Rett opp: Skriv hva politikontakten bør kunne, for eksempel om områdene partene har valgt å satse på.

    Feil:
        politikontakt:
          status: under ansettelse

    Riktig:
        politikontakt:
          status: under ansettelse
          rolle: Politikontakten skal ha kompetanse i prosjektarbeid og kjenne ledelsen i kommunen
    """
    for i, p in enumerate(k.avtale.politikontakt):
        ledig = not p.navn and _LEDIG.search((p.status or "").casefold())
        if ledig and not _sagt(k, "kompetanse", "kvalifikasjon", "erfaring fra", "erfaring frå"):
            yield Funn(
                ("politikontakt", i, "status"),
                Begge(
                    "Politikontakten skal ansettes, men avtalen sier ikke hvilken kompetanse som trengs.",
                    "Politikontakten skal tilsetjast, men avtalen seier ikkje kva kompetanse som trengst.",
                ),
                Begge(
                    "Skriv under «rolle» hva politikontakten bør kunne, og hvilke ønsker kommunen har.",
                    "Skriv under «rolle» kva politikontakten bør kunne, og kva ønske kommunen har.",
                ),
            )

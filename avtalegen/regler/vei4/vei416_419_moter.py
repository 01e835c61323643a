"""Politirådet: møtene (veilederen 4.1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avtalegen.funn.begge import TOM, Begge, likt
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.funn.ordlyd import liste
from avtalegen.modell.datering import dagen, flest_på_et_år
from avtalegen.modell.former import Antall
from avtalegen.modell.hyppighet import les_hyppighet
from avtalegen.modell.moter import Møter
from avtalegen.modell.politirad import Politiråd
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.monster import Mønster
from avtalegen.regler.omtale import funnet_av, nevner, ufylt
from avtalegen.regler.samarbeid import beskrevet_råd
from avtalegen.regler.vei4.politiradet import rådstekster


class _Møtetall(NamedTuple):
    """The meetings that each kommune is sure of in a year, None when it isn't said, and the field to say it in."""

    antall: int | None
    felt: str
    minst: bool = False


@regel("VEI416", "for-få-møter", Severity.ADVARSEL, "veilederen 4.1.2")
def for_få_møter(k: Kontekst) -> Iterator[Funn]:
    """Politirådet har færre enn to møter i året, eller avtalen sier ikke hvor mange.

    Hvorfor: Med færre møter mister arbeidet framdrift. Veilederen setter to i året som det minste. Det telles for hver
    kommune: møtene kommunen har selv, og dem den har sammen med andre.

    Rett opp: Avtal minst to møter i året, helst flere. Har flere kommuner felles politiråd, teller de felles møtene med
    for hver av dem.

    Feil:
        politiråd:
          møter: 1

    Riktig:
        politiråd:
          møter: 4
    """
    råd = beskrevet_råd(k)
    if not råd:
        return
    tall = _avtalt(k, råd)
    hjelp = Begge(
        "Avtal minst to møter i året, helst flere. Felles møter teller med for hver kommune.",
        "Avtal minst to møte i året, helst fleire. Felles møte tel med for kvar kommune.",
    )
    if tall.antall is None:
        hyppighet = råd.møter.hyppighet if råd.møter else None
        bare = Begge(f", bare «{hyppighet.løst}»", f", berre «{hyppighet.løst}»") if hyppighet else TOM
        yield Funn(
            _rute(tall),
            Begge(
                f"Avtalen sier ikke hvor mange møter politirådet har i året{bare}.",
                f"Avtalen seier ikkje kor mange møte politirådet har i året{bare.nn}.",
            ),
            hjelp,
        )
    elif tall.antall < 2:
        yield Funn(_rute(tall), _melding(k, råd.møter, tall, Begge("ett møte", "eitt møte")), hjelp, _felles(råd.møter))


@regel("VEI417", "bare-to-møter", Severity.RÅD, "veilederen 4.1.2")
def bare_to_møter(k: Kontekst) -> Iterator[Funn]:
    """Politirådet har to møter i året og ikke flere.

    Hvorfor: To møter er det minste veilederen regner med. Den råder til flere, så arbeidet holder farten oppe mellom
    møtene. «Minst to» er det samme: Flere er ikke lovet.

    Rett opp: Avtal tre eller fire møter i året. Noen av dem kan være korte eller digitale.

    Feil:
        politiråd:
          møter: minst to

    Riktig:
        politiråd:
          møter:
            hyppighet: kvartalsvis
    """
    råd = beskrevet_råd(k)
    if not råd:
        return
    tall = _avtalt(k, råd)
    if tall.antall == 2:
        yield Funn(
            _rute(tall),
            _melding(k, råd.møter, tall, Begge("to møter", "to møte")),
            Begge(
                "Veilederen råder til flere enn to møter i året. Noen av dem kan være korte eller digitale.",
                "Rettleiaren rår til fleire enn to møte i året. Nokre av dei kan vere korte eller digitale.",
            ),
            _felles(råd.møter),
        )


_HVOR_OFTE = Mønster(
    r"(?:minst |minimum |ca\.? )?\w+ (?:faste |ordinære |årlige |årlege )?(?:møter?|ganger|gong(?:er)?|gang)"
    r" (?:i året|per år|pr\.? år|årlig|årleg|hvert år|kvart år)"
    r"|\b(?:kvartalsvis|månedlig|månadleg|halvårlig|halvårleg)\b"
    r"|\b(?:hver|kvar|hvert|kvart) (?:kvartal|måned|månad|halvår)\b|\b\w+ årl[ie]ge? møter?\b",
    *("år", "kvart", "måned", "månad"),
)


def _avtalt(k: Kontekst, råd: Politiråd) -> _Møtetall:
    """Return the meetings that are agreed: in their field, else in what is told of the politiråd in its own text."""
    tall = _møtetall(råd.møter, len(k.kommuner))
    if tall.antall is not None:
        return tall
    for _, tekst in rådstekster(k, "tekst", "forankring"):
        for setning in tekst.casefold().split("."):
            if "møt" in setning and (treff := _HVOR_OFTE.search(setning)) and (ofte := les_hyppighet(treff[0])):
                return _Møtetall(ofte.per_år, "tekst", ofte.minst)
    return tall


def _møtetall(møter: Møter | None, kommuner: int) -> _Møtetall:
    if møter is None:
        return _Møtetall(None, "hyppighet")
    hyppighet = møter.hyppighet
    ganger = Antall(hyppighet.per_år, hyppighet.minst) if hyppighet and hyppighet.per_år is not None else None
    # With several kommuner `per_år` is the sum for all of them.
    først, så = ("per_kommune", "per_år") if kommuner > 1 else ("per_år", "per_kommune")
    felter = {først: getattr(møter, først), så: getattr(møter, så), "hyppighet": ganger}
    felt, egne = next(((felt, tall) for felt, tall in felter.items() if tall), (None, None))
    felles = møter.felles.antall if møter.felles else None
    planlagt = flest_på_et_år(dato for møte in møter.plan if (dato := dagen(møte.dato)))
    if egne is None and felles is None:
        return _Møtetall(planlagt, "plan") if planlagt else _Møtetall(None, "hyppighet")
    avtalt = (egne.antall if egne else 0) + (felles.antall if felles else 0)
    if planlagt > avtalt:
        return _Møtetall(planlagt, "plan")
    return _Møtetall(avtalt, felt or "felles", any(tall.minst for tall in (egne, felles) if tall))


def _rute(tall: _Møtetall) -> Rute:
    return ("politiråd", "tekst") if tall.felt == "tekst" else ("politiråd", "møter", tall.felt)


def _melding(k: Kontekst, avtalt: Møter | None, tall: _Møtetall, møter: Begge) -> Begge:
    if tall.felt == "plan":
        return Begge(
            f"Møteplanen for politirådet har bare {møter} i løpet av tolv måneder.",
            f"Møteplanen for politirådet har berre {møter.nn} i løpet av tolv månader.",
        )
    if tall.antall == 0 and (tall.felt == "hyppighet" or tall.minst):
        return Begge(
            "Avtalen sikrer ikke politirådet noe møte hvert år.", "Avtalen sikrar ikkje politirådet noko møte kvart år."
        )
    if tall.antall == 0:
        return Begge("Politirådet har ingen faste møter i året.", "Politirådet har ingen faste møte i året.")
    if len(k.kommuner) == 1 or tall.felt not in ("per_kommune", "felles"):
        return (
            Begge(f"Avtalen sikrer bare {møter} i året.", f"Avtalen sikrar berre {møter.nn} i året.")
            if tall.minst
            else Begge(f"Politirådet har bare {møter} i året.", f"Politirådet har berre {møter.nn} i året.")
        )
    hvem = Begge("kommunene", "kommunane") if tall.felt == "felles" else Begge("hver kommune", "kvar kommune")
    har = (
        Begge(f"Avtalen sikrer {hvem} bare", f"Avtalen sikrar {hvem.nn} berre")
        if tall.minst
        else Begge(f"{hvem.capitalize()} har bare", f"{hvem.nn.capitalize()} har berre")
    )
    if tall.felt == "felles":
        return Begge(
            f"{har} {møter} i året i politirådet, og {'de' if tall.antall == 2 else 'det'} er felles.",
            f"{har.nn} {møter.nn} i året i politirådet, og {'dei' if tall.antall == 2 else 'det'} er felles.",
        )
    medregnet = Begge(", når felles møter er regnet med", ", når felles møte er rekna med") if _felles(avtalt) else TOM
    return Begge(
        f"{har} {møter} i året i politirådet{medregnet}.", f"{har.nn} {møter.nn} i året i politirådet{medregnet.nn}."
    )


def _felles(møter: Møter | None) -> tuple[tuple[Rute, Begge], ...]:
    if møter is None or møter.per_kommune is None or not (møter.felles and møter.felles.antall.antall):
        return ()
    return (
        (("politiråd", "møter", "felles"), Begge("Her står møtene som er felles.", "Her står møta som er felles.")),
    )


_DAGSORDEN = Mønster(
    r"innkall|dagsorden|sak(?:s|e)?list|saksdokument|sakspapir",
    *("innkall", "dagsorden", "list", "saksdokument", "sakspapir"),
)
_FRIST = senere(r"\b(?:uker?|vek[ea]r?|dag(?:er|ar)|døgn|måned\w*|månad\w*|god tid|forhånd|førehand)\b|frist")


@regel("VEI418", "innkalling-uten-frist", Severity.RÅD, "veilederen 4.1.2")
def innkalling_uten_frist(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke hvor lenge før møtet dagsordenen blir sendt ut.

    Hvorfor: Deltakerne må rekke å forberede seg og hente inn det de trenger. Veilederen råder til en skriftlig
    dagsorden som kommer i god tid.

    Rett opp: Skriv under «møter» hvor lenge før møtet innkalling og dagsorden sendes («innkallingsfrist»).

    Feil:
        politiråd:
          møter: 4

    Riktig:
        politiråd:
          møter:
            per_år: 4
            innkallingsfrist: to uker
    """
    råd = beskrevet_råd(k)
    if not råd or (råd.møter and råd.møter.innkallingsfrist):
        return
    for _, tekst in funnet_av(k, _DAGSORDEN, "politiråd", "lokale_avsnitt"):
        if any(_DAGSORDEN.search(setning) and _FRIST.search(setning) for setning in tekst.split(".")):
            return
    yield Funn(
        ("politiråd", "møter"),
        Begge(
            "Avtalen sier ikke hvor lenge før møtet i politirådet dagsordenen sendes ut.",
            "Avtalen seier ikkje kor lenge før møtet i politirådet dagsordenen blir send ut.",
        ),
        Begge(
            "Legg til «innkallingsfrist» under «møter», for eksempel «innkallingsfrist: to uker».",
            "Legg til «innkallingsfrist» under «møter», til dømes «innkallingsfrist: to veker».",
        ),
        nøkkel=True,
    )


_REFERAT = ("referat", "protokoll", "møtebok")
_OPPFØLGING = (
    (
        Begge("oppgaven", "oppgåva"),
        senere(r"oppg|tiltak|vedtak|beslut|avgjer|konklu|\b[hk]va (?:som )?skal|\bgj(?:ør|er)"),
    ),
    (
        Begge("hvem som er ansvarlig", "kven som er ansvarleg"),
        senere(r"ansvar|\beie?ga?e?r|(?:hvem|kven) (?:som )?(?:gj|skal|følg|har)|til hvem"),
    ),
    (likt("fristen"), senere(r"frist|\bnår\b|\binn[ea]n\b|tidspunkt")),
)


@regel("VEI419", "referat-uten-oppfølging", Severity.RÅD, "veilederen 4.1.2")
def referat_uten_oppfølging(k: Kontekst) -> Iterator[Funn]:
    """Referatet må ikke si hvem som skal gjøre hva, og innen når.

    Hvorfor: Et referat som slår fast oppgave, ansvarlig og frist, forplikter partene og gjør at neste møte kan begynne
    der det forrige sluttet.

    Rett opp: Skriv under «referat» at «innhold» er oppgaven, den ansvarlige og fristen.

    Feil:
        politiråd:
          referat:
            lagres: kommunens arkiv

    Riktig:
        politiråd:
          referat:
            innhold: [oppgaven, hvem som er ansvarlig, fristen]
    """
    råd = beskrevet_råd(k)
    if not råd:
        return
    innhold = råd.referat.innhold if råd.referat else ()
    andre = [t for rute, t in rådstekster(k, "tekst", "oppfølging", "mandat") if nevner(t.casefold(), *_REFERAT)]
    if any(map(ufylt, innhold)):
        return
    tekst = "\n".join((*innhold, *andre)).casefold()
    mangler = [navn for navn, mønster in _OPPFØLGING if not mønster.search(tekst)]
    hjelp = Begge(
        "Skriv under «referat» at «innhold» er oppgaven, den ansvarlige og fristen.",
        "Skriv under «referat» at «innhold» er oppgåva, den ansvarlege og fristen.",
    )
    if not råd.referat and not andre:
        yield Funn(
            ("politiråd",),
            Begge(
                "Avtalen sier ikke at det skrives referat fra møtene i politirådet.",
                "Avtalen seier ikkje at det blir skrive referat frå møta i politirådet.",
            ),
            hjelp,
        )
    elif mangler:
        melding = Begge(
            f"Avtalen sier ikke at referatet skal slå fast {liste(mangler, 'eller')}.",
            f"Avtalen seier ikkje at referatet skal slå fast {liste([navn.nn for navn in mangler], 'eller')}.",
        )
        yield Funn(("politiråd", "referat", "innhold"), melding, hjelp, nøkkel=True)

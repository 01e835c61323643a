"""Politikontakten og lederne i politiet: fullmakter og beslutninger (veilederen 5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.funn.ordlyd import stor
from avtalegen.modell.deler import Rolle
from avtalegen.modell.politikontakt import Politikontakt
from avtalegen.modell.senere import senere
from avtalegen.regler.base import Funn, Kontekst, regel
from avtalegen.regler.monster import Mønster
from avtalegen.regler.omtale import er_nevnt, nevner, ufylt
from avtalegen.regler.roller import (
    er_enhetslederens,
    er_leder_i_politiet,
    er_tjenesteenhetsleder,
    samme_navn,
    titler,
)
from avtalegen.regler.vei4.medlemmer import medlemmer


@regel("VEI504", "fullmakter-ikke-avklart", Severity.RÅD, "veilederen 5.2")
def fullmakter_ikke_avklart(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke hvilke fullmakter politikontakten har.

    Hvorfor: Veilederen råder til å avklare fullmaktene når rollen tas i bruk, og til å gi politikontakten nok
    myndighet til å holde det som er avtalt. Der politikontakten ikke kan bestemme, må det være kort vei til en leder
    som kan.

    Rett opp: Skriv under «fullmakter» hva politikontakten avgjør selv, og hvem som avgjør resten.

    Feil:
        politikontakt:
          navn: Kari Nordmann

    Riktig:
        politikontakt:
          navn: Kari Nordmann
          fullmakter: Politikontakten avtaler tiltak i det daglige. Lensmannen avgjør resten
    """
    kontakter, råd = k.avtale.politikontakt, k.avtale.politiråd
    uten = [i for i, p in enumerate(kontakter) if not p.fullmakter and not _fullmakt_i_tekst(p)]
    alle = len(uten) == len(kontakter)
    for i in uten:  # those that are all shown at the same place, become one (`in_order`)
        yield Funn(
            ("politikontakt",) if alle else ("politikontakt", i),
            Begge(
                "Delen om politikontakten sier ikke hvilke fullmakter politikontakten har.",
                "Delen om politikontakten seier ikkje kva fullmakter politikontakten har.",
            ),
            Begge(
                "Legg til «fullmakter» med hva politikontakten kan bestemme selv, og hvem som ellers bestemmer.",
                "Legg til «fullmakter» med kva politikontakten kan bestemme sjølv, og kven som elles bestemmer.",
            ),
            (
                (
                    ("politiråd", "fullmakt"),
                    Begge("Her står bare fullmakten i politirådet.", "Her står berre fullmakta i politirådet."),
                ),
            )
            if råd and råd.fullmakt
            else (),
            nøkkel=alle,
        )


def _fullmakt_i_tekst(p: Politikontakt) -> bool:
    tekster = (*p.rolle, *p.organisering, *(punkt.hva for punkt in p.oppgaver), p.tekst or "")
    samlet = "\n".join(tekster).casefold()
    return nevner(samlet, "fullmakt", "myndighet til", "myndigheit til", "slutningsmynd")


@regel("VEI505", "tjenesteenhetsleder-ikke-i-politirådet", Severity.ADVARSEL, "veilederen 5.2")
def tjenesteenhetsleder_ikke_i_politirådet(k: Kontekst) -> Iterator[Funn]:
    """Politiet møter i politirådet med en leder på høyere nivå, men ikke med lederen for den lokale enheten.

    Hvorfor: Veilederen råder til at tjenesteenhetslederen alltid er med, så politiet kan ta beslutninger i møtet.
    Er det ingen leder med i det hele tatt, sier VEI413 det.

    Rett opp: Sett opp lederen for den lokale enheten som fast medlem, med tittelen dere bruker.

    Feil:
        politiråd:
          medlemmer:
            kommune: [ordfører, kommunedirektør]
            politi: [driftsenhetsleder, politikontakt]

    Riktig:
        politiråd:
          medlemmer:
            kommune: [ordfører, kommunedirektør]
            politi: [driftsenhetsleder, lensmann, politikontakt]
    """
    råd = k.avtale.politiråd
    if not råd or not (medlemmer := råd.medlemmer):
        return
    if not any(er_leder_i_politiet(k, rolle, fra_politiet=True) for rolle in medlemmer.politi):
        return
    andre = (*medlemmer.andre, *filter(None, (råd.leder, råd.nestleder, råd.sekretær, råd.tilrettelegger)))
    faste = (*medlemmer.politi, *filter(_politiets, andre))
    leder_er_kontakt = any(True for _ in _ledere_som_politikontakt(k))
    if any(
        ufylt(rolle.tittel)
        or er_tjenesteenhetsleder(k, rolle)
        or (leder_er_kontakt and "politikontakt" in titler(rolle))
        for rolle in faste
    ):
        return
    enhet = k.avtale.parter.politi.enhet
    hvem = (
        Begge("Lederen for den lokale enheten", "Leiaren for den lokale eininga")
        if not enhet or ufylt(enhet)
        else Begge(f"Lederen for {enhet}", f"Leiaren for {enhet}")
    )
    yield Funn(
        ("politiråd", "medlemmer", "politi"),
        Begge(f"{hvem} er ikke fast medlem av politirådet.", f"{hvem.nn} er ikkje fast medlem av politirådet."),
        Begge(
            "Sett opp lederen blant medlemmene fra politiet, med tittelen dere bruker.",
            "Set opp leiaren blant medlemmene frå politiet, med tittelen de bruker.",
        ),
        tuple(
            (
                ("politiråd", "medlemmer", felt, i),
                Begge("Her er lederen bare med når det trengs.", "Her er leiaren berre med når det trengst."),
            )
            for felt in ("kan_delta", "ved_behov")
            for i, rolle in enumerate(getattr(medlemmer, felt))
            if _politiets(rolle) and er_tjenesteenhetsleder(k, rolle)
        ),
        nøkkel=True,
    )


def _politiets(rolle: Rolle) -> bool:
    """Tell whether a role in a list of people from everywhere is one in the police."""
    return nevner(titler(rolle), "lensmann", "stasjon", "tjenesteenhet", "tenesteeining", "politi")


@regel("VEI506", "politikontakt-er-leder", Severity.RÅD, "veilederen 5.2")
def politikontakt_er_leder(k: Kontekst) -> Iterator[Funn]:
    """Politikontakten er også leder i politiet, og avtalen sier ikke hvordan lederen får tid til begge deler.

    Hvorfor: Er rollen lagt til en leder, ber veilederen partene se på hvor mye lederen alt har å gjøre. Noen av
    oppgavene kan da gis til andre.

    Rett opp: Skriv under «organisering» hvilke oppgaver lederen delegerer, eller gi rollen til en annen.

    Feil:
        parter:
          kommuner: "1859"
          politi: { distrikt: Nordland politidistrikt, leder: { tittel: lensmann, navn: Kari Nordmann } }
        politikontakt:
          navn: Kari Nordmann

    Riktig:
        parter:
          kommuner: "1859"
          politi: { distrikt: Nordland politidistrikt, leder: { tittel: lensmann, navn: Kari Nordmann } }
        politikontakt:
          navn: Kari Nordmann
          organisering: Lensmannen delegerer møtene med skolene til en politibetjent
    """
    funn = list(_ledere_som_politikontakt(k))
    if funn and not er_nevnt(k, "deleger", "kapasitet", "avlast", i=("politikontakt",)):
        (rute, melding), *resten = funn
        yield Funn(
            rute,
            melding,
            Begge(
                "Se på kapasiteten, og skriv hvilke oppgaver lederen delegerer til andre.",
                "Sjå på kapasiteten, og skriv kva oppgåver leiaren delegerer til andre.",
            ),
            tuple((sted, Begge("Gjelder også her.", "Gjeld også her.")) for sted, _ in resten),
        )


_LEDER = r"(?:lensmann|\w*(?:leder|leiar|sjef))(?:en)?"
_ER_LEDER = Mønster(
    rf"{_LEDER}\b(?: \S+){{0,3}} (?:er|fungerer som|har (?:rollen|rolla|funksjonen) som)(?: også| òg)? politikontakt"
    rf"|(?:ivaretas|ivaretatt|ivareteken|utøves|fylles|utføres|utført) av {_LEDER}"
    rf"|(?:lagt|lagd|ligger|ligg|legges) til {_LEDER}",
    *("lensmann", "leder", "leiar", "sjef"),
    også=("politikontakt", " av ", " til "),
)
_TITTEL = senere(rf"{_LEDER}\b")


def _ledere_som_politikontakt(k: Kontekst) -> Iterator[tuple[Rute, Begge]]:
    """Yield the places where the agreement makes a leader in the police politikontakt, and what they say."""
    politi = k.avtale.parter.politi
    ledere = [leder for leder in (politi.leder, politi.driftsenhetsleder, politi.politimester) if leder]
    if any("politikontakt" in titler(leder) for leder in ledere):
        yield (
            ("parter", "politi"),
            Begge("En leder i politiet er også politikontakt.", "Ein leiar i politiet er også politikontakt."),
        )
    råd = k.avtale.politiråd
    for rute, rolle in medlemmer(råd, "politi") if råd else ():
        # One who is named as leader of the police too, is found there, and under the politikontakt by name.
        tittel = titler(rolle)
        if "politikontakt" in tittel and any(
            er_enhetslederens(del_) for del_ in tittel.split(" / ") if "politikontakt" not in del_
        ):
            yield (
                rute,
                Begge(
                    f"{stor(rolle.navn or rolle.tittel or 'En leder')} er både politikontakt og leder.",
                    f"{stor(rolle.navn or rolle.tittel or 'Ein leiar')} er både politikontakt og leiar.",
                ),
            )
    for i, p in enumerate(k.avtale.politikontakt):
        for j, navn in enumerate(p.navn):
            if any(samme_navn(navn, leder.navn) for leder in ledere):
                yield (
                    ("politikontakt", i, "navn", j),
                    Begge(
                        f"{stor(navn)} er både politikontakt og leder.", f"{stor(navn)} er både politikontakt og leiar."
                    ),
                )
            elif _TITTEL.match(navn.casefold()):
                yield (
                    ("politikontakt", i, "navn", j),
                    Begge(f"Politikontakten er også leder ({navn}).", f"Politikontakten er også leiar ({navn})."),
                )
        for j, også in enumerate(p.også):
            if _TITTEL.match(også.casefold()) and er_enhetslederens(også.casefold()):
                yield (
                    ("politikontakt", i, "også", j),
                    Begge(f"Politikontakten er også leder ({også}).", f"Politikontakten er også leiar ({også})."),
                )
        for felt, tekster in (("status", (p.status or "",)), ("rolle", p.rolle), ("organisering", p.organisering)):
            for j, tekst in enumerate(map(str.casefold, tekster)):
                if _ER_LEDER.search(tekst):
                    yield (
                        ("politikontakt", i, felt, j),
                        Begge(
                            "Rollen som politikontakt er lagt til en leder.",
                            "Rolla som politikontakt er lagd til ein leiar.",
                        ),
                    )

"""På tvers av avtaler: møter som den samme personen ikke rekker."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Related, Severity
from avtalegen.modell.tid import dag_i_ord
from avtalegen.regler.rep.samling import Repfunn, Samling, repregel
from avtalegen.regler.rep.sammendrag import Møtetid, Sammendrag, form


@repregel("REP106", "politikontakt-i-to-møter", Severity.ADVARSEL)
def politikontakt_i_to_møter(s: Samling) -> Iterator[Repfunn]:
    """Den samme politikontakten har møte i to politiråd samtidig.

    Regelen ser bare på møter som kommer, og som har klokkeslett. To møter som begynner samtidig på det samme stedet,
    er ett felles møte, og det er også et møte som flere avtaler arver fra den samme linjen.

    Hvorfor: Politikontakten kan bare være ett sted. Oppdages det først når innkallingene går ut, må mange flytte på
    seg.

    Rett opp: Flytt det ene møtet, eller avtal hvem som møter i stedet.

    Feil:
        parter: {kommuner: "1859", politi: Nordland politidistrikt}
        politikontakt: Kari Nordmann
        politiråd:
          møter: {per_år: 1, plan: [{dato: 2027-03-17, klokkeslett: 09.00, slutt: 11.00}]}
        ---
        parter: {kommuner: "1860", politi: Nordland politidistrikt}
        politikontakt: Kari Nordmann
        politiråd:
          møter: {per_år: 1, plan: [{dato: 2027-03-17, klokkeslett: 10.00, slutt: 12.00}]}

    Riktig:
        parter: {kommuner: "1859", politi: Nordland politidistrikt}
        politikontakt: Kari Nordmann
        politiråd:
          møter: {per_år: 1, plan: [{dato: 2027-03-17, klokkeslett: 09.00, slutt: 11.00}]}
        ---
        parter: {kommuner: "1860", politi: Nordland politidistrikt}
        politikontakt: Kari Nordmann
        politiråd:
          møter: {per_år: 1, plan: [{dato: 2027-03-17, klokkeslett: 12.00, slutt: 14.00}]}
    """
    grupper: dict[tuple[object, ...], list[tuple[Sammendrag, Møtetid, str]]] = {}
    for avtale in s.avtaler:
        for møte in avtale.møter:
            for navn in møte.politikontakter if møte.dato >= s.i_dag else ():
                grupper.setdefault((avtale.distrikt, form(navn), møte.dato), []).append((avtale, møte, navn))
    for gruppe in grupper.values():
        sagt: set[object] = set()
        for (først, a, _), (sist, b, navn) in combinations(gruppe, 2):
            if først.fil == sist.fil or b.plass in sagt or not _kolliderer(a, b):
                continue
            sagt.add(b.plass)
            yield Repfunn(
                b.plass,
                Begge(
                    f"{navn} har også møte {dag_i_ord(b.dato)} kl. {_klokka(a.fra)} i «{først.fil}», samtidig som "
                    "dette.",
                    f"{navn} har også møte {dag_i_ord(b.dato)} kl. {_klokka(a.fra)} i «{først.fil}», samstundes med "
                    "dette.",
                ),
                Begge(
                    "Flytt det ene møtet, eller avtal hvem som møter i stedet for politikontakten.",
                    "Flytt det eine møtet, eller avtal kven som møter i staden for politikontakten.",
                ),
                (
                    Related(
                        a.plass,
                        Begge(
                            f"Dette møtet begynner kl. {_klokka(a.fra)}.", f"Dette møtet byrjar kl. {_klokka(a.fra)}."
                        ),
                    ),
                ),
            )


def _kolliderer(a: Møtetid, b: Møtetid) -> bool:
    ett_sted = form(a.sted) == form(b.sted) if a.sted else a.plass == b.plass and not b.sted
    felles = a.fra == b.fra and ett_sted
    return not felles and a.fra < b.slutt and b.fra < a.slutt


def _klokka(minutter: int) -> str:
    return f"{minutter // 60:02}.{minutter % 60:02}"

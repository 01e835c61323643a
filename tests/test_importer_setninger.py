"""The ways in which old agreements say things, sentence by sentence: what each becomes stands in `tests/fasit`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from avtalegen.importering import Kilde, importer, les
from avtalegen.importering.gjenkjenning.pliktene import innledning
from avtalegen.importering.kilde import Celle, Linje, Sted
from tests.cli_support import ROOT
from tests.fortaltprove import feltene
from tests.grundig import grundig, spredt, utvalg

SETNINGER = ROOT / "tests" / "data" / "importer_setninger.md"
AVTALER = ROOT / "tests" / "data" / "importer"
UTKAST = ROOT / "tests" / "fasit" / "importer"
TITTEL = "# Samarbeidsavtale mellom Lom kommune og Innlandet politidistrikt"
FASIT = ROOT / "tests" / "fasit" / "importer_setninger.md"


def verdiene(overskrift: str, setning: str) -> list[str]:
    """What one sentence under a heading gives, in an agreement that says nothing else."""
    tekster = ("Samarbeidsavtale mellom Os kommune og Vest politidistrikt", overskrift, setning)
    linjer = [Linje(nr, tekst, Sted(1, nr + 1), nivå=1 if nr == 1 else None) for nr, tekst in enumerate(tekster)]
    u = importer(Kilde("avtale.txt", "txt", tuple(linjer)))
    egne = [(rute, verdi) for rute, verdi in u.verdier if any(s.linje == 2 for s in verdi.spenn)]
    return [
        f"{'.'.join(map(str, rute))}: {verdi.tekst}{'' if verdi.sikkerhet == 'sikker' else ' (trolig)'}"
        for rute, verdi in egne
        if rute[-1] != "tekst"
    ]


class Under(NamedTuple):
    """A heading, and the sentences under it."""

    overskrift: str
    setninger: list[str]


def setningene() -> list[Under]:
    alle: list[Under] = []
    for linje in SETNINGER.read_text(encoding="utf-8").splitlines()[4:]:
        if linje.startswith("## "):
            alle.append(Under(linje[3:], []))
        elif linje:
            alle[-1].setninger.append(linje)
    return alle


def tabellen(alle: list[Under]) -> str:
    linjer = ["# Hva setningene i gamle avtaler blir", ""]
    for overskrift, setninger in alle:
        linjer += [f"## {overskrift}", ""]
        for setning in setninger:
            linjer += [setning, *(f"- {en}" for en in verdiene(overskrift, setning)), ""]
    return "\n".join(linjer).rstrip() + "\n"


def bare(tabell: str, noen: list[Under]) -> str:
    """Return the table with no other sentences than these, and what they became."""
    deler = re.split(r"^(?=## )", tabell, flags=re.MULTILINE)
    for nummer, (del_, en) in enumerate(zip(deler[1:], noen, strict=True), 1):
        overskrift, *stykker = del_.rstrip().split("\n\n")
        med = [stykke for stykke in stykker if stykke.partition("\n")[0] in en.setninger]
        assert len(med) == len(en.setninger), overskrift
        deler[nummer] = "\n\n".join([overskrift, *med, ""])
    return "".join(deler).rstrip() + "\n"


@pytest.mark.parametrize("del_", [12, pytest.param(1, marks=grundig)])
def test_each_way_of_saying_it_becomes_what_it_did(del_: int, skriv_fasit: bool) -> None:
    alle = setningene()
    if skriv_fasit:
        FASIT.write_text(tabellen(alle), encoding="utf-8", newline="\n")
    noen = [Under(en.overskrift, utvalg(en.setninger, -(-len(en.setninger) // del_))) for en in alle]
    fasit = FASIT.read_text(encoding="utf-8")
    assert bare(fasit, alle) == fasit
    assert bare(fasit, noen) == tabellen(noen)


@pytest.mark.parametrize("fil", spredt(sorted(AVTALER.iterdir()), 2), ids=lambda fil: fil.stem)
def test_agreements_laid_out_in_other_ways_become_what_they_did(fil: Path, skriv_fasit: bool) -> None:
    yaml = importer(les(fil.read_bytes(), fil.name)).yaml
    fasit = UTKAST / f"{fil.stem}.yaml"
    if skriv_fasit:
        fasit.write_text(yaml, encoding="utf-8", newline="\n")
    assert fasit.read_text(encoding="utf-8") == yaml


@pytest.mark.parametrize("foran", ["Fra", "For", "Frå", "Hos"])
def test_a_list_of_members_from_one_side_is_not_a_list_of_its_duties(foran: str) -> None:
    assert innledning("Lom kommune skal:") == "kommunen"
    assert (innledning(f"{foran} kommunen:"), innledning(f"{foran} politiet:")) == (None, None)


def _alle(linjer: list[Linje]) -> dict[str, str]:
    utkast = importer(Kilde("a.txt", "txt", tuple(linjer)))
    return {".".join(map(str, rute)): verdi.tekst for rute, verdi in utkast.verdier}


@pytest.mark.parametrize("mellom", ["\t", "   ", " " * 35, "\u00a0\u00a0\u00a0"])
def test_two_who_sign_beside_each_other_keep_their_titles(mellom: str) -> None:
    tekster = ("Avtale mellom Os kommune og Vest politidistrikt", "Os, 14. mai 2020")
    under = (f"Marie Therese Bruun{mellom}Per Ove Brekke", f"ordfører{mellom}lensmann")
    linjer = [Linje(nr, tekst, Sted(1, nr + 1)) for nr, tekst in enumerate((*tekster, *under))]
    verdier = _alle(linjer)
    assert [verdier[f"signaturer.{nr}.{hva}"] for nr in (0, 1) for hva in ("tittel", "navn")] == [
        *("ordfører", "Marie Therese Bruun"),
        *("lensmann", "Per Ove Brekke"),
    ]


def test_place_and_day_are_no_address() -> None:
    avtale = "Avtale mellom Tana kommune og Finnmark politidistrikt"
    tekster = (avtale, "Åpningstid", "Tana bru 12/1-2021", "Kari Moe, ordfører")
    linjer = [Linje(nr, en, Sted(1, nr + 1), nivå=1 if nr == 1 else None) for nr, en in enumerate(tekster)]
    verdier = _alle(linjer)
    assert verdier["avtale.dato"] == "12.1.2021"
    assert not any("adresse" in rute for rute in verdier)


def test_a_politidistrikt_in_capitals_is_written_as_the_register_has_it() -> None:
    tekster = (
        "AVTALE",
        "HUSTADVIKA KOMMUNE",
        "OG",
        "MØRE OG ROMSDAL POLITIDISTRIKT",
        "Politirådet",
        "Rådet møtes i mai.",
    )
    verdier = _alle([Linje(nr, en, Sted(1, nr + 1), nivå=1 if nr == 4 else None) for nr, en in enumerate(tekster)])
    assert verdier["parter.politi.distrikt"] == "Møre og Romsdal politidistrikt"


def test_a_row_that_nothing_is_read_of_is_kept_whole() -> None:
    tekster = (
        "Avtale mellom Os kommune og Vest politidistrikt",
        "Politirådets medlemmer",
        "Møter",
        "Rådet møtes i mai.",
    )
    rader = (("Ordfører", "leder", "Kari Moe"), ("Lensmann", "nestleder", "velges"), ("Rektor", "medlem", "velges"))
    celler = [(en, Celle(0, rad, kolonne)) for rad, hele in enumerate(rader) for kolonne, en in enumerate(hele)]
    alle = [*((en, None) for en in tekster[:2]), *celler, *((en, None) for en in tekster[2:])]
    verdier = _alle(
        [
            Linje(nr, en, Sted(1, nr + 1), nivå=1 if en in tekster[1:3] else None, celle=celle)
            for nr, (en, celle) in enumerate(alle)
        ]
    )
    alt = "\n".join(verdier.values()).casefold()
    assert [hva for hva in ("leder", "nestleder", "kari moe") if not re.search(rf"\b{hva}\b", alt)] == []


def test_a_cell_that_is_not_filled_in_does_not_hide_what_its_column_holds() -> None:
    rader = (("Ordfører", "leder", "Kari Moe"), ("Lensmann", "nestleder", "Jon Vik"), ("Rektor", "medlem", "[navn]"))
    gjest = ("Reindriftsnæringen", "observatør", "fylles ut senere")
    celler = [(en, Celle(0, r, k)) for r, hele in enumerate((*rader, gjest)) for k, en in enumerate(hele)]
    tekster = (
        "Avtale mellom Os kommune og Vest politidistrikt",
        "Politirådets medlemmer",
        "Møter",
        "Rådet møtes i mai.",
    )
    alle = [*((en, None) for en in tekster[:2]), *celler, *((en, None) for en in tekster[2:])]
    linjer = [Linje(nr, en, Sted(1, nr + 1), nivå=1 if nr == 1 else None, celle=c) for nr, (en, c) in enumerate(alle)]
    verdier = _alle(linjer)
    assert (verdier["politiråd.leder.navn"], verdier["politiråd.nestleder.navn"]) == ("Kari Moe", "Jon Vik")
    assert verdier["politiråd.medlemmer.kan_delta.0.tittel"] == "reindriftsnæringen"
    assert verdier["politiråd.tekst"] == "Rådet møtes i mai."


def test_a_column_that_only_counts_the_rows_is_no_measure() -> None:
    rader = (("NR", "TEMA", "INNHOLD", "ANSVAR"), ("1", "Trafikk", "Kontroll ved skolen", "Politiet"))
    alle = (*rader, ("", "", "Sikre gangvegen", "Kommunen"), ("2", "Rus", "MOT på skolen", "Kommunen"))
    avtale = Linje(0, "Avtale mellom Os kommune og Vest politidistrikt", Sted(1, 1))
    celler = [(en, Celle(0, r, k)) for r, hele in enumerate(alle) for k, en in enumerate(hele) if en]
    verdier = _alle([avtale, *(Linje(nr, en, Sted(1, nr + 1), celle=c) for nr, (en, c) in enumerate(celler, 1))])
    områder = "satsningsområder.områder"
    assert [verdier[f"{områder}.{hvor}.hva"] for hvor in ("0.tiltak.0", "0.tiltak.1", "1.tiltak.0")] == [
        *("Kontroll ved skolen", "Sikre gangvegen", "MOT på skolen"),
    ]


@pytest.mark.parametrize(
    "linje",
    [
        "Avtalen gjelder for perioden 1. mars 2015 – 31. desember 2018",
        "Avtala gjeld frå 1. mars 2015 til 31. desember 2018",
        "Gjelder for perioden 1.3.2015–31.12.2018",
    ],
)
def test_a_line_under_the_title_on_how_long_it_lasts_is_the_period_and_no_title(linje: str) -> None:
    tekst = f"{TITTEL}\n\n{linje}\n\n## Formål\n\nTrygghet."
    utkast = importer(les(tekst.encode(), "lom.md"))
    felt = feltene(utkast)
    assert "gjeld" not in str(utkast.ikke_plassert).lower()
    assert (felt.get("periode.fra"), felt.get("periode.til")) == ("1.3.2015", "31.12.2018")
    assert "avtale.undertittel" not in felt


def test_the_rest_of_a_thing_to_do_is_no_thing_of_its_own() -> None:
    skal = "være synlig i sentrum og på skolen, minst en dag i uka, delta i møtene og svare skolene og helsestasjonen"
    tekst = f"{TITTEL}\n\n## Politikontakt\n\nPolitikontakten skal {skal}."
    felt = feltene(importer(les(tekst.encode(), "lom.md")))
    assert [v for rute, v in felt.items() if ".oppgaver." in rute] == [
        "være synlig i sentrum og på skolen, minst en dag i uka",
        "delta i møtene",
        "svare skolene og helsestasjonen",
    ]


def test_the_parties_under_the_title_keep_the_word_between_them() -> None:
    linjer = ["AVTALE OM SAMARBEID", "mellom", "Lom kommune", "og", "Innlandet politidistrikt"]
    tekst = "\n\n".join((*linjer, "## Formål", "Trygghet."))
    felt = feltene(importer(les(tekst.encode(), "lom.md")))
    assert felt["avtale.undertittel"] == "mellom Lom kommune og Innlandet politidistrikt"

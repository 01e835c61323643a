"""Members of the council in numbered and lettered clauses: the name in brackets, and who comes when they can't."""

from __future__ import annotations

import pytest

from avtalegen.importering import importer, les

HODE = "# Avtale mellom Lom kommune og Innlandet politidistrikt\n\n## § 2 Politirådet\n\n(1) Rådet består av\n\n"


def medlemmene(punkter: str) -> dict[str, str]:
    """Return what the draft says of the council, by the way to each value."""
    verdier = importer(les((HODE + punkter).encode(), "lom.md")).verdier
    return {".".join(map(str, rute[1:])): v.tekst for rute, v in verdier if rute[0] == "politiråd"}


def test_the_name_in_brackets_after_a_title_is_that_of_the_member() -> None:
    råd = medlemmene(
        "a) ordføreren (Kari Moe), som er leder,\n\nb) kommuneoverlegen (Per Li),\n\n"
        "c) helsesjefen i kommunen (Eli Ås), og\n\nd) lensmannen (Jon Vik), som er nestleder.\n"
    )
    assert (råd["leder.navn"], råd["nestleder.tittel"]) == ("Kari Moe", "lensmann")
    assert (råd["medlemmer.kommune.1.tittel"], råd["medlemmer.kommune.1.navn"]) == ("kommuneoverlege", "Per Li")
    assert råd["medlemmer.kommune.2.tittel"] == "helsesjef i kommunen"
    assert råd["medlemmer.politi.0.navn"] == "Jon Vik"


@pytest.mark.parametrize(
    ("punkt", "hvem", "vara"),
    [
        ("a) ordfører Kari Moe, vara: varaordfører Per Li,", "Kari Moe", "varaordfører Per Li"),
        ("a) ordfører Kari Moe, med varaordfører Per Li som vara,", "Kari Moe", "varaordfører Per Li"),
        ("a) ordførar Kari Moe, med varaordførar Per Li til personleg vara,", "Kari Moe", "varaordførar Per Li"),
        ("a) ordfører Kari Moe – stedfortreder er varaordfører Per Li.", "Kari Moe", "varaordfører Per Li"),
        ("a) ordføreren (Kari Moe); vara Per Li", "Kari Moe", "Per Li"),
    ],
)
def test_the_one_who_stands_in_is_no_member(punkt: str, hvem: str, vara: str) -> None:
    råd = medlemmene(f"{punkt}\n\nb) rådmann Ola Bø.\n")
    assert råd["medlemmer.kommune.0.navn"] == hvem
    assert råd["medlemmer.kommune.0.vara"] == vara
    assert [v for n, v in råd.items() if n.endswith(".navn")] == [hvem, "Ola Bø"]


def test_those_who_stand_in_are_told_by_the_letter_of_the_member_or_by_the_title() -> None:
    råd = medlemmene(
        "a) ordfører Kari Moe,\n\nb) rådmann Ola Bø, og\n\nc) lensmann Jon Vik.\n\n"
        "(2) Vara er for bokstav a varaordfører Per Li og for bokstav c politibetjent Siv Å. Lien.\n\n"
        "(3) Ved fravær møter for rådmannen kommunalsjef Eli Ås.\n"
    )
    assert råd["medlemmer.kommune.0.vara"] == "varaordfører Per Li"
    assert råd["medlemmer.kommune.1.vara"] == "kommunalsjef Eli Ås"
    assert råd["medlemmer.politi.0.vara"] == "politibetjent Siv Å. Lien"
    assert len([n for n in råd if n.startswith("medlemmer.") and n.endswith(".navn")]) == 3


def test_two_in_one_clause_are_two_members_and_one_who_left_is_none() -> None:
    råd = medlemmene(
        "a) ordfører Kari Moe og rådmann Ola Bø,\n\nb) lensmann Jon Vik.\n\n"
        "(2) Helsesjef Eli Ås trådte ut av rådet 1. mars 2020. Skolesjef Per Li har trukket seg fra rådet.\n"
    )
    assert [v for n, v in råd.items() if n.endswith(".navn")] == ["Kari Moe", "Ola Bø", "Jon Vik"]


def test_the_contact_as_a_member_is_in_the_police() -> None:
    råd = medlemmene(
        "a) ordfører Kari Moe, og\n\nb) kontakten.\n\n"
        "(2) Styrelederen i Lom Næringsstand og brannsjefen møter når "
        "saken gjelder dem.\n\n## § 3 Politikontakt\n\n(1) Politibetjent Siv Ås er politikontakt for kommunen.\n"
    )
    assert (råd["medlemmer.politi.0.tittel"], råd["medlemmer.politi.0.navn"]) == ("politikontakt", "Siv Ås")
    assert råd["medlemmer.ved_behov.1.tittel"] == "brannsjefen"
    assert not [v for n, v in råd.items() if n.endswith("navn") and "stand" in v]


def test_a_point_that_goes_on_is_no_heading_and_its_task_may_stand_after_the_name() -> None:
    råd = medlemmene(
        "a) ordfører Kari Moe, som leder rådet,\n\nb) lensmann Jon Vik, som skal være nestleder,\n\n"
        "c) SLT-koordinator Eli Ås, sekretær, og\n\nd) leder av ungdomsrådet.\n"
    )
    assert (råd["leder.navn"], råd["nestleder.navn"], råd["sekretær.navn"]) == ("Kari Moe", "Jon Vik", "Eli Ås")
    assert råd["medlemmer.kommune.2.tittel"] == "leder av ungdomsrådet"

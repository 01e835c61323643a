"""Notes in Markdown: they are read as notes, and what one corrects is not agreed."""

from __future__ import annotations

import pytest

from avtalegen.importering import les
from avtalegen.importering.kilde import Del
from tests.fortaltprove import feltene, lest

TEKST = """Politirådet

Rådet møtes fire ganger i året.[^1] Ordføreren er leder.[^merk]

## Varighet

Avtalen gjelder fra 1. januar 2016[^2] til 31. desember 2019.

[^1]: Rettet: **seks** ganger
i året.
[^2]: Feil i teksten. Skal være 1. februar 2016.

[^merk]: Varaordføreren leder når ordføreren er borte.
[^ingen]: Ingen viser til denne."""


def test_notes_are_notes_and_stand_on_their_own_lines() -> None:
    noter = [linje for linje in lest(TEKST).kilde.linjer if linje.hvor is Del.FOTNOTE]
    assert [(linje.tekst, linje.sted.linje) for linje in noter] == [
        ("Rettet: seks ganger i året.", 11),
        ("Feil i teksten. Skal være 1. februar 2016.", 13),
        ("Varaordføreren leder når ordføreren er borte.", 15),
    ]
    alle = " ".join(linje.tekst for linje in lest(TEKST).kilde.linjer)
    assert "Ingen viser til denne" in alle
    assert "fire ganger i året. Ordføreren er leder." in alle


def test_what_a_note_corrects_is_not_agreed() -> None:
    felt = feltene(lest(TEKST))
    assert "politiråd.møter.per_år" not in felt
    assert "periode.fra" not in felt
    assert felt["periode.til"] == "31.12.2019"
    uten = feltene(lest(TEKST.partition("[^1]:")[0]))
    assert uten["politiråd.møter.per_år"] == "fire"


@pytest.mark.parametrize("tekst", ["[^1]", "[^1]: \n", "[^1][^1]: x", "[^1]\n\n[^1]: <b>x</b>\n[^1]: y", "[^" * 500])
def test_marks_of_notes_lose_nothing(tekst: str) -> None:
    kilde = les(f"# Avtale\n\nPolitiet {tekst}\n".encode(), "a.md")
    sagt = "".join([*(linje.tekst for linje in kilde.linjer), *(en.tekst for en in kilde.utelatt)])
    assert [tegn for tegn in ("x", "y") if (tegn in tekst) and tegn not in sagt] == []


@pytest.mark.parametrize("foran", ["\n", ""])
@pytest.mark.parametrize(
    "neste", ["## 2. Politirådet", "- Ordføreren leder rådet", "1. Ordføreren leder rådet", "> Rådet"]
)
def test_a_note_ends_where_something_else_begins(foran: str, neste: str) -> None:
    tekst = f"# Avtale\n\nPolitiet.[^1] Rådet.[^2]\n\n[^1]: En.\n{foran}[^2]: Feil:\nskal være to.\n{neste}\n\nSlutt."
    linjene = les(tekst.encode(), "a.md").linjer
    assert [en.tekst for en in linjene if en.hvor is Del.FOTNOTE][-1].endswith("skal være to.")
    etter = next(en for en in linjene if en.tekst in neste.partition(" ")[2] and en.hvor is not Del.FOTNOTE)
    # Where no empty line can change places with the note, one is put in.
    assert etter.sted.linje == tekst.splitlines().index(neste) + 1 + (not foran)


def test_of_more_notes_than_an_agreement_has_none_are() -> None:
    mange = "".join(f"Ord {nr}.[^{nr}]\n\n[^{nr}]: Note.\n\n" for nr in range(301))
    assert not [linje for linje in les(f"# Avtale\n\n{mange}".encode(), "a.md").linjer if linje.hvor is Del.FOTNOTE]


def test_a_note_that_is_how_to_reach_somebody_is_of_the_one_named_before_it() -> None:
    tekst = (
        "Politirådet\n\nOrdfører Kari Moe[^1] leder rådet. Kommunesekretær Per Li[^2] er sekretær.\n\n"
        "Rådet møtes to ganger i året.[^3]\n"
        "\n[^1]: Tlf. 912 34 567\n[^2]: E-post per.li@lom.kommune.no\n[^3]: Vakttelefonen er ikke med.\n"
    )
    felt = feltene(lest(tekst))
    assert (felt["politiråd.leder.telefon"], felt["politiråd.sekretær.epost"]) == (
        "912 34 567",
        "per.li@lom.kommune.no",
    )
    assert not [n for n in felt if n.startswith(("politiråd.leder.epost", "politiråd.sekretær.telefon"))]


def test_what_looks_like_the_mark_of_a_note_in_code_is_code() -> None:
    tekst = "# Avtale\n\nNoten[^1] skrives `[^1]`, og ``x[^1]`y``.\n\n```\n[^1]\n```\n\n[^1]: Slik.\n"
    kilde = les(tekst.encode(), "a.md")
    sagt = " ".join(linje.tekst for linje in kilde.linjer if linje.hvor is not Del.FOTNOTE)
    assert "Noten skrives [^1], og x[^1]`y." in sagt
    assert "<a" not in sagt
    assert sagt.count("[^1]") == 3
    assert [linje.tekst for linje in kilde.linjer if linje.hvor is Del.FOTNOTE] == ["Slik."]

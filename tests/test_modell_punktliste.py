"""A list that is pasted into one text is a list, and what only looks like one is a text."""

from __future__ import annotations

from typing import Any

from avtalegen.modell.avtale import Avtale
from avtalegen.modell.punktliste import listet, punktene
from avtalegen.visning.rediger.innhold import med_punkter
from tests.i_ett import i_ett


@i_ett(
    ("skrevet", "lest"),
    [
        ("• gå rundt\n• snakke med\n", ["gå rundt", "snakke med"]),
        ("•gå\n•stå", ["gå", "stå"]),
        ("• gå rundt\t• snakke med", ["gå rundt", "snakke med"]),
        ("• gå\n• stå • sitte", ["gå", "stå", "sitte"]),
        ("\uf0b7 gå \uf0b7 stå", ["gå", "stå"]),
        ("– færre – tryggere", ["færre", "tryggere"]),
        ("- foreldremøte\n- natteravn", ["foreldremøte", "natteravn"]),
        ("* gå\n* stå", ["gå", "stå"]),
        ("1) gå 2) stå", ["gå", "stå"]),
        ("(1) gå\n(2) stå", ["gå", "stå"]),
        ("1. Gå 2. Stå", ["Gå", "Stå"]),
        ("1. gå\n2. stå", ["gå", "stå"]),
        ("a) gå, b) stå", ["gå", "stå"]),
        ("• lang linje som er\nbrutt\n• neste", ["lang linje som er brutt", "neste"]),
        ("• Rus:\n  - sentrum\n  - skole\n• Vold", ["Rus:\n- sentrum\n- skole", "Vold"]),
        ("gå rundt\nsnakke med", ["gå rundt", "snakke med"]),
        ("politi.no\nFacebook", ["politi.no", "Facebook"]),
        ("gå\tstå", ["gå", "stå"]),
        ("17. mai\n18. juni", ["17. mai", "18. juni"]),
        ("Første avsnitt,\nsom er brutt.\n\nAndre avsnitt.", ["Første avsnitt, som er brutt.", "Andre avsnitt."]),
        ("17.9.2026, 3.12.2026 og 2027-01-14", ["17.9.2026", "3.12.2026", "2027-01-14"]),
        # No list.
        ("17.9.2026", []),
        ("17.9.2026, kl. 9", []),
        ("", []),
        ("•", []),
        ("• gå", []),
        ("1) gå", []),
        ("gå rundt", []),
        ("– Følge opp – særlig rus – i skolen", []),
        ("- 5 grader – 6 grader", []),
        ("1. klasse og 2. klasse", []),
        ("1) gå 3) stå", []),
        ("b) gå c) stå", []),
        ("Gå rundt i sentrum hver helg og snakke med dem som\ner ute etter midnatt.", []),
        ("Tiltak:\n- a\n- b", []),
        ("• Rus:\n- sentrum\n- skole", []),
    ],
)
def test_the_items_of_a_list_in_one_text_are_known(skrevet: str, lest: list[str]) -> None:
    assert punktene(skrevet) == lest


@i_ett(
    ("skrevet", "lest"),
    [
        ("• gå\n• stå", "• gå\n• stå"),
        ("1) gå 2) stå", "• gå\n• stå"),
        ("Rus:\n- sentrum\n- skole", "Rus:\n• sentrum\n• skole"),
        ("• Rus:\n  - sentrum\n  - skole\n• Vold", "• Rus: sentrum, skole\n• Vold"),
        ("gå\nstå", ""),
        ("Storgata 1\n\n8380 Ramberg", ""),
        ("• gå", ""),
    ],
)
def test_a_list_in_a_text_stands_on_lines(skrevet: str, lest: str) -> None:
    assert listet(skrevet) == lest


PARTENE: dict[str, Any] = {
    "format": "1",
    "avtale": {"målform": "bokmål"},
    "parter": {"kommuner": ["1859"], "politi": "Nordland"},
}


def test_where_the_format_has_a_list_each_is_an_item() -> None:
    tiltak = "• lage plan;\n• følge opp"
    avtale = Avtale.model_validate(
        {
            **PARTENE,
            "satsningsområder": [{"navn": "Rus", "tiltak": tiltak}],
            "politiråd": {
                "medlemmer": {"kommune": "ordfører\nkommunedirektør"},
                "møter": {"plan": "17.9.2026\n3.12.2026"},
            },
        }
    )
    assert avtale.politiråd is not None
    assert avtale.satsningsområder is not None
    assert [ett.hva for ett in avtale.satsningsområder.områder[0].tiltak] == ["lage plan", "følge opp"]
    assert avtale.politiråd.medlemmer is not None
    assert [en.tittel for en in avtale.politiråd.medlemmer.kommune] == ["ordfører", "kommunedirektør"]
    assert avtale.politiråd.møter is not None
    assert len(avtale.politiråd.møter.plan) == 2


def test_the_editor_has_a_list_for_a_list_in_one_text_and_nothing_else_is_another() -> None:
    data = {
        "satsningsområder": [{"navn": "Rus", "tiltak": "• a\n• b", "mål": ["• c\n• d"], "ukjent": "• e\n• f"}, "Vold"],
        "evaluering": {"arena": "• i rådet\n• i utvalget", "hva": "møtene\nplanene"},
        "skole": "• a\n• b",
    }
    assert med_punkter(data) == {
        "satsningsområder": [{"navn": "Rus", "tiltak": ["a", "b"], "mål": ["• c\n• d"], "ukjent": "• e\n• f"}, "Vold"],
        "evaluering": {"arena": "• i rådet\n• i utvalget", "hva": ["møtene", "planene"]},
        "skole": "• a\n• b",
    }

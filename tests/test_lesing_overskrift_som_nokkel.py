"""A heading that somebody wrote as a key: they are told where a section of their own stands."""

import yaml

from avtalegen.flyt import check
from tests.i_ett import i_ett
from tests.test_lesing_validering import GYLDIG


def råd(mer: object) -> str:
    funn = check(GYLDIG + yaml.safe_dump(mer, allow_unicode=True), "a.yaml").diagnostics
    return "\n".join(str(f.hint) for f in funn if f.code == "SKJ002")


@i_ett(
    "mer",
    [
        {"SAMARBEID MED SKOLENE": "Skolene får besøk."},
        {"Samarbeid  med skolene": {"tekst": "Skolene får besøk."}},
        {"lokale_avsnitt": {"Samarbeid med skolene": "Skolene får besøk."}},
        {"lokale_avsnitt": [{"SAMARBEID MED SKOLENE": "Skolene får besøk."}]},
    ],
)
def test_a_heading_written_as_a_key_is_told_where_a_section_of_ones_own_stands(mer: object) -> None:
    assert 'lokale_avsnitt: [{overskrift: "Samarbeid med skolene", tekst: …}]' in råd(mer)


@i_ett("mer", [{"politiråd": {"Eget punkt her": "x"}}, {"tullball": "x"}, {"eget avsnitt": "x"}])
def test_other_keys_are_told_as_before(mer: object) -> None:
    assert "lokale_avsnitt: [" not in råd(mer)

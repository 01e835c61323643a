"""`avtalegen forklar NØKKEL` and docs/format.md: what there is to say about a key of the format."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt

from avtalegen.lesing.ment import Path, Sted, steder
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.rapporter.formatet.eksempel import _OVERALT, blir, verdi, viser
from avtalegen.rapporter.formatet.nokler import finn, form_i, holder, nærmest
from avtalegen.rapporter.formatet.regler import ser_på
from avtalegen.rapporter.nokkel import rad
from tests import cli_support
from tests.cli_support import ROOT, Run
from tests.grundig import utvalg

cli = cli_support.cli
SIDE = ROOT / "docs" / "format.md"
INNLEDNING = """\
# Nøklene i YAML-filen

<!-- Laget av tests/test_formatside.py. Skriv siden på nytt med «make fasit». -->

Alle nøklene, én på hver linje. `avtalegen forklar NØKKEL` sier mer om en av dem: andre måter å skrive den på, hva
eksempelet blir i avtalen, og hvilke regler som ser på den. Du kan også spørre med ordet du selv bruker:
`avtalegen forklar ordfører`.

Punktum skiller en nøkkel fra den under: `møter.plan` er `plan` med innrykk under `møter`. «Nøkler, eller …» betyr at
det korte er nok, for eksempel `leder: ordfører`, og at det lange går an når det er mer å si. En liste med én ting kan
skrives som tingen alene.

"""
HODE = "| nøkkel | til | skrives | eksempel |\n|---|---|---|---|\n"
# What is said of the agreement by its file alone; the text of it is the same.
USYNLIG = {
    *("arv", "avtale.status", "avtale.våpen", "avtale.våpen.fil", "avtale.våpen.alternativ_tekst", "vedlegg.fil"),
    *(
        "taushetsplikt.gjelder",
        "lokale_avsnitt.etter",
        "lokale_avsnitt.språk",
        "parter.kommuner.navn",
        "avtale.erstatter.fil",
    ),
    # These stand in the papers.
    *("oppgaver", *(f"oppgaver.{navn}" for navn in ("hva", "ansvarlig", "frist", "fra_møte", "status"))),
}
ÉN_AV_HVER = list({(sted.part, sted.felt.nøkkel): sted for sted in reversed(steder())}.values())


def felles() -> list[type[Del]]:
    """Return the parts that stand in several places of the format, the most used first."""
    hjem = Counter(del_i(sted.felt.type) for sted in ÉN_AV_HVER if del_i(sted.felt.type))
    return [part for part, antall in hjem.most_common() if part and antall > 1]


def hva(part: type[Del]) -> str:
    return (part.__doc__ or "").split("(")[0].split(".")[0].split(":")[0].strip()


def rader(part: type[Del], over: Path = ()) -> Iterator[str]:
    for felt in part.felter.values():
        inni, sti = del_i(felt.type), (*over, felt.nøkkel)
        delt = inni if inni in felles() else None
        yield rad(sti, felt, f"[nøklene](#{delt.__name__.lower()})" if delt else "")
        if inni and not delt:
            yield from rader(inni, sti)


def side() -> str:
    """Return docs/format.md as it should be today."""
    topp = list(Avtale.felter.values())
    deler = [INNLEDNING + "".join(f"- [{felt.nøkkel}](#{felt.nøkkel}): {felt.beskrivelse}\n" for felt in topp)]
    for felt in topp:
        inni = del_i(felt.type)
        under = "".join(rader(inni)) if inni else ""
        om = f"{felt.beskrivelse} Skrives som {holder(felt)}."
        deler.append(
            f'<a id="{felt.nøkkel}"></a>\n\n## {felt.nøkkel}\n\n{om}\n' + (f"\n{HODE}{under}" if under else "")
        )
    deler.append("## Deler som står flere steder\n")
    for part in felles():
        deler.append(f'<a id="{part.__name__.lower()}"></a>\n\n### {hva(part)}\n\n{HODE}{"".join(rader(part))}')
    return "\n".join(deler)


def test_the_page_in_docs_is_the_one_that_the_model_gives(skriv_fasit: bool) -> None:
    if skriv_fasit:
        SIDE.write_text(side(), encoding="utf-8", newline="\n")
    assert SIDE.read_text(encoding="utf-8") == side(), (
        "skriv siden på nytt: pytest --skriv-fasit tests/test_formatside.py"
    )


def test_every_key_is_on_the_page_once_and_every_link_leads_somewhere() -> None:
    text = side()
    rows = re.findall(r"^\| `(?:[^`]*\.)?([^`.]+)` \|", text, re.MULTILINE)
    heads = re.findall(r"^## (\w+)$", text, re.MULTILINE)
    arvede = [
        sted for sted in ÉN_AV_HVER if sted.felt.nøkkel not in sted.part.__annotations__ and sted.sti[-1] != "for"
    ]
    assert {sted.part.__name__ for sted in arvede} == {"Koordinator", "Tiltak"}
    assert Counter(rows + heads) == Counter(sted.felt.nøkkel for sted in ÉN_AV_HVER)
    assert set(re.findall(r"\(#([^)]+)\)", text)) == set(re.findall(r'<a id="([^"]+)">', text))


def test_every_row_has_its_four_cells() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(side())
    assert Counter(t.type for t in tokens)["td_open"] == 4 * (
        Counter(t.type for t in tokens)["tr_open"] - side().count(HODE)
    )


def test_every_example_can_be_read_and_is_said_in_the_agreement() -> None:
    for sted in utvalg(ÉN_AV_HVER, 50):
        said = blir(sted.sti, sted.felt)
        assert bool(said) is (".".join(sted.sti) not in USYNLIG), sted.sti


def test_only_the_sections_that_may_show_a_key_are_composed(monkeypatch: pytest.MonkeyPatch) -> None:
    steder_ = utvalg(ÉN_AV_HVER, 30)
    said = {sted.sti: blir(sted.sti, sted.felt) for sted in steder_}
    få = [viser(sted.sti) for sted in steder_ if sted.sti[0] not in _OVERALT]
    assert all(avsnitt is not None and len(avsnitt) < 8 for avsnitt in få)
    monkeypatch.setattr("avtalegen.rapporter.formatet.eksempel.viser", lambda _: None)
    assert {sted.sti: blir(sted.sti, sted.felt) for sted in steder_} == said


def test_no_example_is_the_description() -> None:
    assert [sted.sti for sted in ÉN_AV_HVER if verdi(sted.felt) == sted.felt.beskrivelse] == []


def test_every_value_has_ways_of_writing_it_that_can_be_read() -> None:
    for felt in (sted.felt for sted in ÉN_AV_HVER):
        form = form_i(felt.type)
        for måte in form.måter if form else ():
            (lest,) = [sted.part for sted in ÉN_AV_HVER if sted.felt is felt][:1]
            feil = feil_i(lest, felt, måte)
            assert not feil, (felt.nøkkel, måte, feil)


def feil_i(part: type[Del], felt: Felt, verdi: str) -> list[str]:
    try:
        part.model_validate({felt.nøkkel: verdi}, by_alias=True, by_name=False)
    except ValueError as error:
        return [e["msg"] for e in error.errors() if e["loc"][:1] == (felt.nøkkel,)]  # type: ignore[attr-defined]
    return []


def test_a_key_is_explained(cli: Run) -> None:
    assert cli("forklar", "politiråd.møter.saksfrist").out == (
        "politiråd.møter.saksfrist\n"
        "\n"
        "Hvor lenge før møtet saker må meldes.\n"
        "\n"
        "Slik skrives den\n"
        "  En frist. Den kan utelates.\n"
        "  For eksempel «to uker», «3 måneder», «minst 14 dager» eller «10 virkedager».\n"
        "\n"
        "Eksempel\n"
        "  | politiråd:\n"
        "  |   møter:\n"
        "  |     saksfrist: tre uker\n"
        "\n"
        "I avtalen blir det\n"
        "  Saker meldes senest tre uker før møtet.\n"
        "\n"
        "Andre ord for det samme\n"
        "  frist saker, frist for saker, meldefrist, innmeldingsfrist, sakfrist, frist\n"
        "  for å melde saker\n"
    )


def test_a_part_has_its_short_form_its_keys_and_its_rules(cli: Run) -> None:
    out = cli("forklar", "politiråd.møter").out
    assert "Kortform:\nantallet i året, eller hvor ofte." in out
    assert "  per_år: Antall ordinære møter i året. Gjelder avtalen flere kommuner: i alt.\n" in out
    assert "  Politirådet har fire faste møter i året.\n" in out
    assert "  VEI416 for-få-møter\n" in out


@pytest.mark.parametrize(
    ("skrevet", "sti"),
    [
        ("saksfrist", "politiråd.møter.saksfrist"),
        ("frist_saker", "politiråd.møter.saksfrist"),
        ("POLITIRÅD.Møter.saksfrist", "politiråd.møter.saksfrist"),
        ("politirad.moter.saksfrist", "politiråd.møter.saksfrist"),
        ("møter.saksfrist", "politiråd.møter.saksfrist"),
        ("politiråd.deltakere", "politiråd.medlemmer"),
        ("politiråd.møteplan", "politiråd.møter.plan"),
        ("rådmann", "parter.kommuner.administrativ_leder"),
        ("politikontakt.stillingsprosent", "politikontakt.stillingsandel"),
        ("parter.kommuner.administrativ_leder.tlf", "parter.kommuner.administrativ_leder.telefon"),
    ],
)
def test_a_key_is_found_however_it_is_written(cli: Run, skrevet: str, sti: str) -> None:
    code, out, err, _ = cli("forklar", skrevet)
    assert (code, err) == (0, "")
    assert sti in out.split("\n")[:3]


def test_keys_with_the_same_name_are_listed_with_those_the_word_may_mean(cli: Run) -> None:
    out = cli("forklar", "deltakere").out
    assert out.startswith("«deltakere» kan være en av disse nøklene:\n  slt.deltakere ")
    assert "\n  politiråd.medlemmer " in out


def test_a_key_of_a_person_is_explained_once_and_its_places_are_named(cli: Run) -> None:
    out = cli("forklar", "hjemkommune").out
    assert "I avtalen blir det\n  Leder: ordfører" in out
    assert "\nStår også her\n  politiråd.nestleder.kommune\n" in out
    assert re.search(r"\n  og \d+ steder til\n$", out)


def test_an_unknown_key_gives_the_nearest(cli: Run) -> None:
    assert cli("forklar", "medlemrer").err.endswith("heter «medlemrer». Mente du «medlemmer»?\n")
    assert nærmest("qqqq") == []
    assert finn("").grupper == ()
    assert finn("politiråd.zzz").grupper == ()


def test_json_of_a_key_has_exactly_what_is_promised(cli: Run) -> None:
    (ett,) = json.loads(cli("forklar", "politiråd.møter", "--format", "json").out)
    assert [*ett] == [
        *("nøkkel", "sti", "steder", "beskrivelse", "holder", "kortform", "måter", "påkrevd", "flere", "eksempel"),
        *("blir", "nøkler", "andre_ord", "regler"),
    ]
    assert ett["kortform"] == "antallet i året, eller hvor ofte"
    assert ett["blir"] == ["Politirådet har fire faste møter i året."]
    assert ett["regler"] == ["VEI416", "VEI417", "VEI418"]
    assert len(json.loads(cli("forklar", "innkaller", "--format", "json").out)) >= 3


def test_rules_are_found_by_what_their_examples_change() -> None:
    assert [ett.kode for ett in ser_på(("politiråd", "kunnskapsgrunnlag"))] == ["VEI423"]
    assert ser_på(("avtale", "pilot")) == []


def test_what_is_found_is_the_place_itself() -> None:
    sted: Sted = finn("periode").grupper[0][0]
    assert sted.sti == ("periode",)

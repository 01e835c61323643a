"""`avtalegen forklar` and docs/regler.md: what a person can read about a code."""

from __future__ import annotations

import json
import re
from itertools import groupby, pairwise

import click
import pytest
from markdown_it import MarkdownIt

from avtalegen.forslag.veilederens import for_kode
from avtalegen.lesing.ment import steder
from avtalegen.modell.former import Målform
from avtalegen.rapporter.forklaring import escaped, markdown
from avtalegen.rapporter.formatet.nokler import nynorsk_skrives
from avtalegen.regler.katalog import FAMILIER, katalog
from tests import cli_support
from tests.cli_support import ROOT, Run
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.test_begge_malformer import BOKMÅL

cli = cli_support.cli
SIDE = ROOT / "docs" / "regler.md"
KODER = list(katalog().values())
INNLEDNING = """\
# Regler og koder

<!-- Laget av tests/test_forklar.py. Skriv siden på nytt med «make fasit». -->

Dette er alt avtalegen kan melde. `avtalegen forklar KODE` viser det samme i terminalen.

| alvorlighet | betyr |
|---|---|
| feil | dokumentet blir ikke laget før det er rettet |
| advarsel | bør rettes. Med `valider --streng` teller den som feil |
| råd | noe veilederen eller god praksis råder til |
"""


def side() -> str:
    """Return docs/regler.md as it should be today."""
    familier = [(familie, list(koder)) for familie, koder in groupby(KODER, key=lambda ett: ett.familie)]
    deler = [INNLEDNING]
    deler.append("".join(f"- [{familie}: {FAMILIER[familie]}](#{familie})\n" for familie, _ in familier))
    for familie, koder in familier:
        deler.append(f'<a id="{familie}"></a>\n\n## {familie}: {FAMILIER[familie]}\n')
        rader = (
            f"| [{ett.kode}](#{ett.kode}) | {ett.navn} | {ett.alvorlighet.value} | {escaped(ett.grunnlag)} |\n"
            for ett in koder
        )
        deler.append("| kode | navn | alvorlighet | grunnlag |\n|---|---|---|---|\n" + "".join(rader))
        for ett in koder:
            tittel = f'<a id="{ett.kode}"></a>\n\n### {ett.kode} {ett.navn} ({ett.alvorlighet.value})\n'
            deler.append(f"{tittel}\n{markdown(ett)}")
    return "\n".join(deler)


def test_the_page_in_docs_is_the_one_that_the_catalogue_gives(skriv_fasit: bool) -> None:
    if skriv_fasit:
        SIDE.write_text(side(), encoding="utf-8", newline="\n")
    assert SIDE.read_text(encoding="utf-8") == side(), "skriv siden på nytt: pytest --skriv-fasit tests/test_forklar.py"


def test_every_link_on_the_page_leads_to_a_code_or_a_family() -> None:
    text = side()
    links, anchors = re.findall(r"\]\(#([^)]+)\)", text), re.findall(r'<a id="([^"]+)"></a>', text)
    assert sorted(links) == sorted(anchors)
    assert {ett.kode for ett in KODER} <= set(anchors)


def test_the_page_reads_as_it_is_meant_in_markdown() -> None:
    """Nothing in a text turns into a list, a heading or code of its own."""
    tokens = MarkdownIt("commonmark").enable("table").parse(side())
    assert len([t for t in tokens if t.type == "heading_open"]) == 1 + len({ett.familie for ett in KODER}) + len(KODER)
    forslag = [{tuple(ett.med_rute()) for ett in for_kode(kode.kode, m)} for kode in KODER for m in Målform]
    same = sum(bool(nb) and nb == nn for nb, nn in zip(forslag[::2], forslag[1::2], strict=True))
    assert len([t for t in tokens if t.type == "fence"]) == 2 * len(KODER) + sum(map(bool, forslag)) - same
    assert len([t for t in tokens if t.type == "bullet_list_open"]) == 1
    assert {t.type for t in tokens} & {"ordered_list_open", "blockquote_open", "code_block", "hr"} == set()


def shown(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_a_code_is_explained_in_80_columns(cli: Run) -> None:
    for ett in utvalg(KODER, 60):
        code, out, err, _ = cli("forklar", ett.kode)
        assert (ett.kode, code, err) == (ett.kode, 0, "")
        first, *rest = out.split("\n")
        assert first.startswith(f"{ett.kode} {ett.navn} ")
        assert first.endswith(ett.alvorlighet.value)
        dok = ett.dokumentasjon
        for del_ in (dok.hva, dok.hvorfor, dok.rett_opp, ett.grunnlag):
            assert del_ in shown(out), ett.kode
        assert [line for line in rest if not line.startswith("  |") and len(line) > 80] == []
        assert "  | " + dok.eksempel_riktig.split("\n")[0] in rest, ett.kode


def test_an_explanation_has_its_parts_in_order(cli: Run) -> None:
    assert cli("forklar", "VEI423").out == (
        "VEI423 mangler-kunnskapsgrunnlag                                             råd\n"
        "\n"
        "Politirådet ber ingen om et felles kunnskapsgrunnlag.\n"
        "\n"
        "Hvorfor\n"
        "  Politiet ser bare en del av bildet. Veilederen råder politirådet til å be om\n"
        "  kunnskap fra både kommunen og politiet, samordnet på forhånd, før det tar\n"
        "  stilling til en sak.\n"
        "\n"
        "Rett opp\n"
        "  Skriv under «politiråd» hvilken kunnskap rådet ber om, og fra hvem.\n"
        "\n"
        "Feil\n"
        "  | politiråd:\n"
        "  |   leder: ordfører\n"
        "\n"
        "Riktig\n"
        "  | politiråd:\n"
        "  |   leder: ordfører\n"
        "  |   kunnskapsgrunnlag: [politiets situasjonsbilde, Ungdata fra kommunen]\n"
        "\n"
        "Forslag\n"
        "  | politiråd:\n"
        "  |   kunnskapsgrunnlag: [politiets bilde av kriminaliteten, oversikter over oppvekst og folkehelse]\n"
        "\n"
        "Forslag på nynorsk\n"
        "  | politiråd:\n"
        "  |   kunnskapsgrunnlag: [biletet politiet har av kriminaliteten, oversikter over oppvekst og folkehelse]\n"
        "\n"
        "Grunnlag\n"
        "  veilederen 4.1.5: Veileder for kommune- og politisamarbeid.\n"
        "  Politidirektoratet og KS, utgaven som slår sammen avtale om politiråd og\n"
        "  avtale om tjenestetilbud (2022 eller senere).\n"
        "  Kontrollert 20.11.2026.\n"
    )


def test_a_narrow_terminal_gets_narrow_lines_and_colour_does_not_change_them(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    plain = cli("forklar", "YML001").out
    assert max(map(len, plain.split("\n"))) <= 50
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = cli("forklar", "YML001").out
    assert "\x1b[31m" in coloured
    assert click.unstyle(coloured) == plain


def test_what_does_not_show_in_an_example_is_made_visible(cli: Run) -> None:
    assert "  | →   leder: ordfører\n" in cli("forklar", "YML003").out
    assert "\x0b" not in cli("forklar", "YML011").out


@pytest.mark.parametrize(
    "given", ["VEI423", "vei423", " Vei423 ", "mangler-kunnskapsgrunnlag", "MANGLER-Kunnskapsgrunnlag"]
)
def test_a_code_is_found_however_it_is_written(cli: Run, given: str) -> None:
    assert cli("forklar", given).out == cli("forklar", "VEI423").out


def test_a_name_in_decomposed_unicode_is_found(cli: Run) -> None:
    assert cli("forklar", "for-mange-niva\u030aer").out == cli("forklar", "YML006").out


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("YLM006", "YML006 for-mange-nivåer"),
        ("YML06", "YML006 for-mange-nivåer"),
        ("mangler-kunnskapsgrunlag", "VEI423 mangler-kunnskapsgrunnlag"),
    ],
)
def test_an_unknown_code_gives_the_nearest_ones(cli: Run, given: str, meant: str) -> None:
    code, out, err, _ = cli("forklar", given)
    assert (code, out) == (2, "")
    assert f"Feil: Ingen kode eller nøkkel heter «{given}». Mente du " in err
    assert f"«{meant}»" in err


def test_a_code_like_no_other_gives_the_way_to_all(cli: Run) -> None:
    code, out, err, _ = cli("forklar", "qqqq")
    assert (code, out) == (2, "")
    assert err.endswith("Feil: Ingen kode eller nøkkel heter «qqqq». Alle nøklene står i docs/format.md.\n")


def test_all_codes_are_listed_by_family(cli: Run) -> None:
    code, out, err, _ = cli("forklar")
    assert (code, err) == (0, "")
    lines = out.split("\n")
    assert lines[0] == "YML: filen som YAML"
    assert "  YML005 for-stor-fil          feil" in lines
    assert re.search(r"^  VEI423 mangler-kunnskapsgrunnlag +råd       veilederen 4\.1\.5$", out, re.MULTILINE)
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [ett.kode for ett in KODER]
    assert lines[-2] == f"{len(KODER)} koder. «avtalegen forklar KODE» sier hva en av dem betyr."


def test_a_long_basis_is_cut_for_a_terminal_only(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = cli("forklar").out.split("\n")
    assert "…" not in "".join(whole)
    assert max(map(len, whole)) > 70
    monkeypatch.setenv("COLUMNS", "70")
    for line, cut in zip(whole, cli("forklar").out.split("\n"), strict=True):
        assert len(cut) <= 70
        assert cut == line or (len(line) > 70 and cut.endswith("…") and line.startswith(cut[:-1]))


def test_the_letters_of_a_family_list_it(cli: Run) -> None:
    code, out, err, _ = cli("forklar", "skj")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.split("\n") if line] == [
        "SKJ:",
        *(ett.kode for ett in KODER if ett.familie == "SKJ"),
        f"{len([ett for ett in KODER if ett.familie == 'SKJ'])}",
    ]


NØKLER = [
    "kode",
    "navn",
    "alvorlighet",
    "grunnlag",
    "hva",
    "hvorfor",
    "rett_opp",
    "eksempel_feil",
    "eksempel_riktig",
    "forslag",
]


def test_json_has_all_codes_with_exactly_the_keys_that_are_promised(cli: Run) -> None:
    code, out, err, _ = cli("forklar", "--format", "json")
    assert (code, err) == (0, "")
    alle = json.loads(out)
    assert [ett["kode"] for ett in alle] == [ett.kode for ett in KODER]
    assert {tuple(ett) for ett in alle} == {tuple(NØKLER)}
    assert {type(ett[nøkkel]) for ett in alle for nøkkel in NØKLER if nøkkel not in ("grunnlag", "forslag")} == {str}


def test_json_of_one_code_is_a_list_of_one(cli: Run) -> None:
    (ett,) = json.loads(cli("forklar", "vei423", "--format", "json").out)
    assert ett["grunnlag"] == "veilederen 4.1.5"
    assert [(forslag["rute"], forslag["målform"]) for forslag in ett["forslag"]] == [
        ("politiråd.kunnskapsgrunnlag", "bokmål"),
        ("politiråd.kunnskapsgrunnlag", "nynorsk"),
    ]
    assert ett["forslag"][0]["verdi"][0] == "politiets bilde av kriminaliteten"
    assert ett["eksempel_feil"] == "politiråd:\n  leder: ordfører\n"
    (ett,) = json.loads(cli("forklar", "YML001", "--format", "json").out)
    assert ett["grunnlag"] is None
    assert ett["forslag"] == []


@i_ett("text", ["a | b", "*a*", "<b>", "[x](y)", "`c`", "_d_", "&lt;", "~~e~~", "\\*", "per_år", "a\nb"])
def test_text_is_escaped_so_that_markdown_shows_it_as_it_is(text: str) -> None:
    table = f"| x |\n|---|\n| {escaped(text)} |\n"
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(table)
    (cell,) = [t for before, t in pairwise(tokens) if before.type == "td_open"]
    assert "".join(child.content for child in cell.children or []) == text.replace("\n", "␊")
    assert {child.type for child in cell.children or []} <= {"text", "text_special"}


def test_a_code_and_a_key_are_explained_in_nynorsk(cli: Run) -> None:
    (som_data,) = json.loads(cli("forklar", "VEI417", "--målform", "nynorsk", "--format", "json").out)
    assert som_data["hva"] == "Politirådet har to møte i året og ikkje fleire."
    out = cli("forklar", "VEI417", "--målform", "nynorsk").out
    assert "\nKvifor\n" in out
    assert "\nRett\n" in out
    assert "rettleiaren reknar med" in out
    assert "kan vere ein av desse nøklane" in cli("forklar", "møter", "--malform", "nynorsk").out
    out = cli("forklar", "politiråd.møter.dagsorden", "--målform", "nynorsk").out
    assert out.startswith("«politiråd.møter.dagsorden» heiter faste_saker her.\n")
    assert "\nKva saker er oppe kvar gong?\n" in out
    assert "Ei liste, eller berre éin: tekst. Nøkkelen kan utelatast." in out
    assert "Fast sak på kvart møte" in out
    assert cli("forklar", "VEI417", "--målform", "begge")[0] == 2


def test_how_every_key_is_written_can_be_told_in_nynorsk() -> None:
    for sted in steder():
        sagt = " ".join(nynorsk_skrives(sted.felt))
        assert BOKMÅL.findall(re.sub(r"«[^«»]*»|berre \w+", " ", sagt)) == [], sagt

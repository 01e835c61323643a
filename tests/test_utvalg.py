"""Which findings are shown: comments in the file that turn findings off, and what is chosen of severities."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalegen.flyt import Checked, check, sort_out
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.funn.koder import LÅST, familier
from avtalegen.funn.utvalg import ALT, STRENGT, Oppsett, Utvalg
from avtalegen.regler import Valg
from avtalegen.regler import koder as kjente
from tests.i_ett import i_ett
from tests.skritt import steps

I_DAG = date(2026, 11, 20)
FØR = """\
format: 1
avtale: {status: vedtatt, dato: 2026-01-15}
parter: {kommuner: "1859", politi: Nordland politidistrikt}
"""
RÅD = f"{FØR}politiråd:\n  leder: ordfører\n"
GRUNN = "rådet bruker det SLT har"


def ett(kode: str, linje: int = 1, fil: str = "a.yaml", alvorlighet: Severity = Severity.RÅD) -> Diagnostic:
    return Diagnostic(kode, alvorlighet, "Noe.", Span(fil, linje, 1, linje, 2))


def utvalg(tekst: str, *funn: Diagnostic, oppsett: Oppsett = ALT, hviler: tuple[str, ...] = ()) -> Utvalg:
    return sort_out(funn, oppsett, {"a.yaml": tekst}, "a.yaml", hviler)


def koder(funn: list[Diagnostic]) -> list[str]:
    return [d.code for d in funn]


def sjekk(yaml: str, oppsett: Oppsett = ALT, **valg: object) -> Checked:
    return check(yaml, "a.yaml", Valg(I_DAG, **valg), oppsett=oppsett)  # type: ignore[arg-type]


def meta(yaml: str) -> list[tuple[str, int, str]]:
    """Return code, line and message of what the comments in an agreement have wrong."""
    funn = sjekk(yaml).diagnostics
    return [(d.code, d.span.line, d.message) for d in funn if d.code.startswith("META")]


@i_ett(
    "yaml",
    [
        f"{FØR}politiråd:  # avtalegen: ignorer VEI423 – {GRUNN}\n  leder: ordfører\n",
        f"{FØR}politiråd: # avtalegen: ignorer VEI423 - {GRUNN}\n  leder: ordfører\n",
        f"{FØR}politiråd: # avtalegen: ignorer VEI423 — {GRUNN}\n  leder: ordfører\n",
        f"{FØR}politiråd: # avtalegen: ignorer VEI423: {GRUNN}\n  leder: ordfører\n",
        f"{FØR}politiråd: #Avtalegen:ignorer vei423 {GRUNN}\n  leder: ordfører\n",
        f"{FØR}politiråd: # AVTALEGEN: IGNORER VEI423 – {GRUNN}\n  leder: ordfører\n",
        f"{FØR}politiråd: # hele rådet # avtalegen: ignorer VEI423 – {GRUNN}\n  leder: ordfører\n",
        f"{FØR}# avtalegen: ignorer VEI423 – {GRUNN}\npolitiråd:\n  leder: ordfører\n",
        f"{FØR}# avtalegen: ignorer VEI423 – {GRUNN}\n\n# Slik er rådet:\n\npolitiråd:\n  leder: ordfører\n",
        f"{FØR}politiråd: {{leder: ordfører}} # avtalegen: ignorer VEI423 – {GRUNN}\n",
        f"{FØR}politiråd: {{leder: 'en # nei'}} # avtalegen: ignorer VEI423 – {GRUNN}\n".replace("'", '"'),
    ],
)
def test_a_comment_on_the_line_or_above_it_turns_a_finding_off_and_keeps_the_reason(yaml: str) -> None:
    sjekket = sjekk(yaml)
    assert "VEI423" not in koder(list(sjekket.diagnostics))
    assert [(d.code, d.suppressed) for d in sjekket.suppressed] == [("VEI423", GRUNN)]
    assert meta(yaml) == []


@i_ett(
    "yaml",
    [
        f"{FØR}# avtalegen: ignorer VEI423 – x\nvedlegg: [a]\npolitiråd:\n  leder: ordfører\n",
        f"{FØR}politiråd:\n  # avtalegen: ignorer VEI423 – x\n  leder: ordfører\n",
        f"{FØR}politiråd:\n  leder: ordfører # avtalegen: ignorer VEI423 – x\n",
        f"{FØR}politiråd:\n  leder: 'ordfører # avtalegen: ignorer VEI423 – x'\n",
        f"{FØR}politiråd:\n  leder: ordfører\n  tekst: |\n    # avtalegen: ignorer VEI423 – x\n",
        f"{FØR}avtalegen: ignorer VEI423\npolitiråd:\n  leder: ordfører\n".replace("avtalegen:", "# avtalegen"),
    ],
)
def test_a_comment_elsewhere_or_what_only_looks_like_one_turns_nothing_off(yaml: str) -> None:
    sjekket = sjekk(yaml)
    assert "VEI423" in koder(list(sjekket.diagnostics))
    assert sjekket.suppressed == ()


def test_a_comment_behind_a_text_over_several_lines_covers_its_first_line() -> None:
    tekst = "a:\n  b: 'en\n    to' # avtalegen: ignorer SPR102 – navn\n"
    assert koder(utvalg(tekst, ett("SPR102", 2)).undertrykt) == ["SPR102"]
    assert koder(utvalg(tekst, ett("SPR102", 1)).beholdt) == ["SPR102", "META102"]


def test_a_comment_behind_the_sign_of_a_block_text_covers_it() -> None:
    tekst = "a: | # avtalegen: ignorer SPR102 – sitat\n  # avtalegen: ignorer VEI423\n"
    assert utvalg(tekst, ett("SPR102", 1)) == ([], [ett("SPR102", 1)._replace(suppressed="sitat")])


def test_several_codes_and_several_comments_cover_one_line() -> None:
    tekst = "# avtalegen: ignorer VEI301, VEI302 og VEI303 – en\na: 1 # avtalegen: ignorer VEI304 VEI305 – to\n"
    funn = [ett(f"VEI30{nummer}", 2) for nummer in range(1, 6)]
    undertrykt = utvalg(tekst, *funn).undertrykt
    assert [(d.code, d.suppressed) for d in undertrykt] == [
        ("VEI301", "en"),
        ("VEI302", "en"),
        ("VEI303", "en"),
        ("VEI304", "to"),
        ("VEI305", "to"),
    ]
    assert utvalg(tekst, *funn).beholdt == []


def test_a_comment_on_the_last_line_covers_nothing_above_it() -> None:
    funn = [ett("SPR102", 1), ett("SPR102", 2)]
    assert utvalg("a: x\nb: y\n# avtalegen: ignorer SPR102 – sitat", *funn).undertrykt == []


def test_a_reason_in_capitals_is_no_code() -> None:
    assert meta(RÅD.replace("politiråd:", "politiråd: # avtalegen: ignorer VEI423 NAV og SLT har det")) == []


def test_a_comment_without_a_reason_is_advice_to_give_one() -> None:
    yaml = RÅD.replace("politiråd:", "politiråd: # avtalegen: ignorer VEI423 –")
    assert meta(yaml) == [("META101", 4, "Kommentaren ignorerer VEI423 uten å si hvorfor.")]
    (d,) = [d for d in sjekk(yaml).diagnostics if d.code == "META101"]
    assert (d.severity, d.span) == (Severity.RÅD, Span("a.yaml", 4, 12, 4, 41))
    assert [d.suppressed for d in sjekk(yaml).suppressed] == [""]
    (d,) = utvalg("a: x # avtalegen: ignorer SPR102, VEI423", ett("SPR102"), ett("VEI423")).beholdt
    assert d.message == "Kommentaren ignorerer SPR102, VEI423 uten å si hvorfor."


@i_ett(
    ("kommentar", "plass", "melding", "hjelp"),
    [
        ("ignorer VEI304 – x", (22, 28), "Kommentaren ignorerer VEI304, men her er det ikke noe slikt funn.", "Fjern"),
        ("ignorer VEI999 – x", (22, 28), "«VEI999» er verken en kode eller begynnelsen på en.", "Mente du «VEI"),
        ("ignorer alle – x", (22, 26), "«ALLE» er verken en kode eller begynnelsen på en.", "En kode er"),
        ("ignorer SKJ001 – x", (22, 28), "SKJ001 kan ikke slås av, for den gjelder formatet.", "Rett det"),
        ("ignorer YML", (22, 25), "YML kan ikke slås av, for den gjelder hvordan YAML-filen er skrevet.", "Rett det"),
        ("ignorer PER101 – x", (22, 28), "PER101 kan ikke slås av, for den gjelder fødselsnumre,", "Rett det"),
        ("ignorer META102 – x", (22, 29), "META102 gjelder kommentarer som denne og kan ikke ignoreres.", "Fjern"),
        ("ignorer META – x", (22, 26), "META gjelder kommentarer som denne og kan ikke ignoreres.", "Fjern"),
        ("ignorer – x", (1, 25), "Kommentaren sier ikke hvilke funn som skal ignoreres.", "Skriv for eksempel"),
        ("ignorer", (1, 21), "Kommentaren sier ikke hvilke funn som skal ignoreres.", "Skriv for eksempel"),
        ("ignore VEI423 – x", (1, 31), "avtalegen kjenner ikke «ignore».", "Mente du «ignorer»?"),
    ],
)
def test_a_comment_without_effect_is_told_at_the_code_and_once(
    kommentar: str, plass: tuple[int, int], melding: str, hjelp: str
) -> None:
    tekst = f"# avtalegen: {kommentar}\na: 1\n"
    (d,) = utvalg(tekst).beholdt
    assert (d.code, d.severity) == ("META102", Severity.RÅD)
    assert d.span == Span("a.yaml", 1, plass[0], 1, plass[1])
    assert d.message.startswith(melding)
    assert d.hint is not None
    assert d.hint.startswith(hjelp)


def test_of_several_codes_only_those_without_effect_are_told() -> None:
    tekst = "a: 1 # avtalegen: ignorer VEI423, VEI304, VEI302 – x\n"
    beholdt, undertrykt = utvalg(tekst, ett("VEI423"), ett("VEI302"))
    assert koder(undertrykt) == ["VEI423", "VEI302"]
    assert [(d.code, d.span.column) for d in beholdt] == [("META102", 35)]


def test_a_comment_never_turns_off_what_is_locked_even_by_its_family() -> None:
    tekst = "a: 1 # avtalegen: ignorer PER – x\n"
    beholdt, undertrykt = utvalg(tekst, ett("PER101"), ett("PER102"))
    assert (koder(beholdt), koder(undertrykt)) == (["PER101"], ["PER102"])


def test_the_beginning_of_a_code_turns_off_all_that_begin_so() -> None:
    tekst = "a: 1 # avtalegen: ignorer VEI4 – x\n"
    beholdt, undertrykt = utvalg(tekst, ett("VEI401"), ett("VEI423"), ett("VEI301"))
    assert (koder(beholdt), koder(undertrykt)) == (["VEI301"], ["VEI401", "VEI423"])


@i_ett("familie", familier((*kjente(), *LÅST)))
def test_a_family_is_named_after_another_code_as_any_code(familie: str) -> None:
    tekst = f"a: 1 # avtalegen: ignorer VEI423, {familie} – x\n"
    told = [d.message for d in utvalg(tekst, ett("VEI423")).beholdt]
    assert len(told) == (familie != "VEI")
    assert all(familie in melding for melding in told)


def test_a_comment_on_a_rule_that_has_not_been_run_may_have_something_to_do_another_time() -> None:
    tekst = "a: 1 # avtalegen: ignorer SPR104 – navn\n"
    assert utvalg(tekst, hviler=("SPR104",)).beholdt == []
    assert koder(utvalg(tekst.replace("SPR104", "SPR"), hviler=("SPR104",)).beholdt) == []
    assert koder(utvalg(tekst, hviler=("SPR103",)).beholdt) == ["META102"]
    assert koder(utvalg(tekst.replace(" – navn", ""), hviler=("SPR104",)).beholdt) == ["META101"]


def test_the_check_knows_which_rules_have_not_been_run() -> None:
    yaml = RÅD.replace("ordfører", "ordfører # avtalegen: ignorer SPR104 – navnet på et sted")
    assert meta(yaml) == []
    run = sjekk(yaml, stavekontroll=lambda _tekst, _målform: []).diagnostics
    assert [d.code for d in run if d.code.startswith("META")] == ["META102"]


@pytest.mark.parametrize(
    "broken", ["tull: 1 # avtalegen: ignorer VEI304", "evaluering: [[x]] # avtalegen: ignorer VEI701"]
)
def test_no_comment_is_called_needless_in_a_file_that_could_not_all_be_read(broken: str) -> None:
    found = koder(list(sjekk(f"{RÅD}{broken} – avtalt\n").diagnostics))
    assert {"SKJ002", "SKJ003"} & {*found}
    assert "META102" not in found


def test_what_is_chosen_counts_for_what_a_comment_turns_off_and_for_the_comments_too() -> None:
    tekst = "a: 1 # avtalegen: ignorer VEI423\n"
    assert utvalg(tekst, ett("VEI423"), oppsett=Oppsett(ignorer=("VEI", "META101"))) == ([], [])
    strengere = utvalg(tekst, ett("VEI423"), oppsett=Oppsett(alvorlighet=({"META": Severity.FEIL},)))
    assert [(d.code, d.severity) for d in strengere.beholdt] == [("META101", Severity.FEIL)]


def test_a_comment_in_a_file_that_is_inherited_from_counts_there_and_is_not_judged() -> None:
    tekster = {"a.yaml": "a: 1\n", "felles.yaml": "b: 1 # avtalegen: ignorer KON101, KON102\n"}
    funn = [ett("KON101", fil="felles.yaml"), ett("KON101", fil="a.yaml")]
    beholdt, undertrykt = sort_out(funn, ALT, tekster, "a.yaml")
    assert [(d.code, d.span.file) for d in beholdt] == [("KON101", "a.yaml")]
    assert [(d.code, d.span.file) for d in undertrykt] == [("KON101", "felles.yaml")]


def test_an_error_that_a_comment_turns_off_does_not_stop_the_agreement() -> None:
    feil = FØR.replace('"1859"', '"9999"')
    assert sjekk(feil).avtale is None
    rettet = feil.replace("politidistrikt}", "politidistrikt} # avtalegen: ignorer REG – ny kommune fra 2027")
    assert sjekk(rettet).avtale is not None
    assert sjekk(feil, Oppsett(alvorlighet=({"REG101": Severity.RÅD},))).avtale is not None


def test_advice_that_is_made_an_error_stops_the_agreement() -> None:
    assert sjekk(RÅD).avtale is not None
    assert sjekk(RÅD, Oppsett(alvorlighet=({"VEI423": Severity.FEIL},))).avtale is None


def test_many_comments_take_no_longer_than_the_file_is_long() -> None:
    """Each comment looking for the next line by itself would take four times as much for twice as many."""

    def arbeid(antall: int) -> int:
        tekst = "# avtalegen: ignorer VEI423 – x\n" * antall + "a: 1\n"
        with steps() as talt:
            assert len(utvalg(tekst, ett("VEI423", antall + 1)).undertrykt) == 1
        return talt.taken

    assert arbeid(600) < 2.1 * arbeid(300)


@given(st.text(alphabet="VEI423 ,;:–-ogæ#\"'\tıß", max_size=30))
def test_whatever_a_comment_says_it_is_read_and_what_is_wrong_is_shown_in_it(sagt: str) -> None:
    tekst = f"a: 1 # avtalegen: ignorer {sagt}\n"
    beholdt, undertrykt = utvalg(tekst, ett("VEI423"))
    assert koder(undertrykt) in ([], ["VEI423"])
    for d in beholdt:
        if d.code != "VEI423":
            assert (d.code, d.span.line) in {("META101", 1), ("META102", 1)}
            assert 6 <= d.span.column < d.span.end_column <= len(tekst)


def test_an_expired_agreement_that_is_signed_is_an_error_when_asked_to_be_strict() -> None:
    assert STRENGT == {"DAT105": Severity.FEIL}
    signert = f"{FØR}periode: {{fra: 2024-01-01, til: 2025-12-31}}\n".replace(
        "vedtatt, dato: 2026", "signert, dato: 2024"
    )
    alvor = [
        [d.severity for d in sjekk(signert, oppsett).diagnostics if d.code == "DAT105"]
        for oppsett in (ALT, Oppsett(streng=True))
    ]
    assert alvor == [[Severity.ADVARSEL], [Severity.FEIL]]


@pytest.mark.parametrize("grunn", ["NAV lager det", "og SLT følger opp", "covid19 kom i veien"])
def test_a_reason_may_begin_with_any_word(grunn: str) -> None:
    text = f"politiråd:  # avtalegen: ignorer VEI423, {grunn}\n"
    found = utvalg(text, ett("VEI423"))
    assert [d.code for d in found.undertrykt] == ["VEI423"]
    assert koder(found.beholdt) == []

"""What `valider` says of a file that is YAML, but not the format: where, what was expected, what to do."""

from pathlib import Path

import pytest

from avtalegen.flyt import check
from avtalegen.funn.diagnostic import Severity
from avtalegen.lesing import nokler, ugyldig
from avtalegen.lesing.validering import SKJEMAFEIL
from avtalegen.regler.valg import Valg
from tests.generator import I_DAG
from tests.i_ett import i_ett
from tests.lesing_support import assert_as_told, told

GYLDIG = """\
format: 1
avtale:
  status: utkast
parter:
  kommuner: "1859"
  politi: Nordland politidistrikt
"""


def funn(text: str) -> list[tuple[str, int, int, str, str | None]]:
    checked = check(text, "a.yaml")
    assert (checked.avtale is None) == bool(checked.diagnostics)
    return [(d.code, d.span.line, d.span.column, d.message, d.hint) for d in checked.diagnostics]


def test_the_examples_are_without_findings(eksempel: Path) -> None:
    assert check(eksempel.read_bytes(), eksempel.name).diagnostics == ()


@i_ett(
    ("text", "code", "line", "column", "message", "hint"),
    [
        ("format: 1\navtale:\n  status: utkast\n", "SKJ001", 1, 1, "«parter» mangler", "Hvem avtalen er mellom"),
        (GYLDIG + "satsningsområder:\n  - mål: x\n", "SKJ001", 8, 5, "«navn» mangler", "Hva det satses på"),
        (
            GYLDIG + "satsningsområder:\n  -\n  - A\n  -\n  - mål: x\n",
            "SKJ001",
            11,
            5,
            "«navn» mangler",
            "Hva det satses på",
        ),
        (GYLDIG + "satsningsområder:\n  -\n  - navn: A\n    målt: x\n", "SKJ002", 10, 5, "«målt»", "«mål»"),
        (GYLDIG + "politirad: {}\n", "SKJ002", 7, 1, "«politirad» er ikke en kjent nøkkel", "Mente du «politiråd»?"),
        (GYLDIG + "slt:\n  kordinator: Kari\n", "SKJ002", 8, 3, "«kordinator»", "Mente du «koordinator»?"),
        (GYLDIG + "åpningstider: 9–15\n", "SKJ002", 7, 1, "«åpningstider»", "under «tjenestetilbud.tjenestesteder»"),
        (GYLDIG + "slt:\n  zzz: 1\n", "SKJ002", 8, 3, "«zzz»", "etablert, navn, mål"),
        (GYLDIG + "".join(f"u{n}: x\n" for n in range(501)), "SKJ006", 507, 1, "Filen har 501 feil", "riktig fil"),
        (GYLDIG + "politiråd: ja\n", "SKJ005", 7, 12, "ikke «ja»", "Skriv det med ord"),
        (GYLDIG + "lokale_avsnitt: ja\n", "SKJ003", 7, 17, "nøkler med innhold", "innrykk på neste linje"),
        (GYLDIG + "slt: [ja]\n", "SKJ003", 7, 6, "ikke en liste", "innrykk på neste linje"),
        (GYLDIG + "slt:\n  - mål: færre\n", "SKJ003", 7, 1, "ikke en liste", "så nøklene («mål») står rett under"),
        (GYLDIG + "slt: [[{mål: få, navn: slt}]]\n", "SKJ003", 7, 6, "ikke en liste", "nøklene («mål», «navn») står"),
        (GYLDIG + "slt:\n- mål: færre\n- navn: slt\n", "SKJ003", 7, 1, "ikke en liste", "Ta bort strekene"),
        (GYLDIG + "slt:\n- mål: færre\n- mål: flere\n", "SKJ003", 7, 1, "ikke en liste", "Behold den ene"),
        (GYLDIG + "slt:\n- mål: færre\n- flere\n", "SKJ003", 7, 1, "ikke en liste", "innrykk på neste linje"),
        (
            GYLDIG + "avtale2: 1\nslt:\n  navn: [a]\n",
            "SKJ003",
            9,
            9,
            "tekst, ikke en liste",
            "rett etter kolon: «navn: a».",
        ),
        (
            GYLDIG + "slt:\n  navn: [a, b]\n",
            "SKJ003",
            8,
            9,
            "tekst, ikke en liste",
            "Her er det plass til én.",
        ),
        (GYLDIG + "slt:\n  navn:\n    -\n", "SKJ003", 8, 3, "tekst, ikke en liste", "Ta bort streken"),
        (GYLDIG + "politiråd: {tekst: [a, b]}\n", "SKJ003", 7, 20, "tekst, ikke en liste", "skriv «tekst: |»"),
        (GYLDIG + "politiråd: {formål: [[a]]}\n", "SKJ003", 7, 22, "tekst, ikke en liste", "ett slikt på hver linje"),
        (
            GYLDIG + "avtale2: 1\nperiode: {fra: {a: b}}\n",
            "SKJ003",
            8,
            16,
            "en dato",
            "uten nøkler under: «fra: 1.1.2026».",
        ),
        (GYLDIG + "politiråd: {referat: {lagres: Ja.}}\n", "SKJ005", 7, 31, "ord, og ikke «Ja»", "Skriv det med ord"),
        (GYLDIG + "politiråd: {tekst: nei}\n", "SKJ005", 7, 20, "ord, og ikke «nei»", "Skriv det med ord"),
        (GYLDIG.replace("utkast", "signet"), "SKJ004", 3, 11, "«signet» er ikke blant valgene", "Mente du «signert»?"),
        (GYLDIG.replace("utkast", "tull"), "SKJ004", 3, 11, "«tull»", "«til-behandling»"),
        (GYLDIG + "periode:\n  fra: 31.02.2026\n", "SKJ005", 8, 8, "Datoen «31.02.2026» finnes ikke", "25.10.2024"),
        (GYLDIG.replace("format: 1", "format: 2"), "SKJ005", 1, 9, "Formatet «2» er ikke kjent", "format: 1"),
    ],
)
def test_a_fault_is_told_where_it_is_with_what_was_expected(
    text: str, code: str, line: int, column: int, message: str, hint: str | None
) -> None:
    found = [f for f in funn(text) if f[0] == code]
    assert [(f[1], f[2]) for f in found] == [(line, column)]
    assert message in found[0][3]
    assert found[0][4] is None if hint is None else hint in (found[0][4] or "")


FORMAT = {
    "nothing": "a: b\n",
    "the first that is missing": "format: 1\navtale: {status: utkast}\nparter: {politi: Nordland}\n",
    "missing in an item": GYLDIG + "satsningsområder:\n  - mål: x\n  - navn:\n",
    "missing, with an example in two lines": GYLDIG + "politiråd: {møter: {felles: {forum: x}}}\n",
    "an empty list of what there must be one of": GYLDIG.replace('"1859"', "[]"),
    "a key misspelt": GYLDIG + "politirad: {leder: ordfører}\n",
    "a key almost as another": GYLDIG + "politiråd: {møte: 4 ganger i året}\n",
    "a key of another place": GYLDIG + "åpningstider: 9–15\n",
    "a key of several places": GYLDIG + "slt: {innkaller: x}\n",
    "a key of a great many places": GYLDIG + "slt: {dato: x, telefon: y}\n",
    "a key of another place, and almost as one here": GYLDIG + "politiråd: {medlemer: x, vedtak: y}\n",
    "a key of nothing": GYLDIG + "evaluering: {plan: {zzz: 1}}\n",
    "a long key": GYLDIG + f"slt: {{{'z' * 200}: 1}}\n",
    "a long key at the top": GYLDIG + f"{'z' * 200}: 1\n",
    "a key in an item": GYLDIG + "signaturer:\n  - {tittel: ordfører, for_: x}\n",
    "a key of a short form": GYLDIG + "periode: {fra: 2026, slutt: 2027}\n",
    "a text where there are fields": GYLDIG + "politiråd: ja\n",
    "a list where there are fields": GYLDIG + "slt: [ja]\n",
    "a list where there is a text": GYLDIG + "slt: {navn: [a]}\n",
    "several where there is a text": GYLDIG + "slt: {navn: [a, b]}\n",
    "a list with fields where there is a text": GYLDIG + "slt: {navn: [{a: b}]}\n",
    "fields where there is a sentence": GYLDIG + "slt: {tekst: {a: b}}\n",
    "a list too much around a text": GYLDIG + "tjenestetilbud: {kanaler: [[a]]}\n",
    "a choice misspelt, with blanks": GYLDIG.replace("utkast", "til behandlng"),
    "a key misspelt in two items": GYLDIG + "satsningsområder:\n  - nvan: A\n    navn:\n  - nvan: B\n",
    "fields where there is a text": GYLDIG + "slt: {navn: {a: b}}\n",
    "fields where there is a list of texts": GYLDIG + "tjenestetilbud: {kanaler: {a: b}}\n",
    "a choice misspelt": GYLDIG.replace("utkast", "signet"),
    "a choice that is none": GYLDIG.replace("utkast", "tull"),
    "a date that is not there": GYLDIG + "periode: {fra: 31.02.2026}\n",
    "a date that is none": GYLDIG + "periode: {fra: 31.4.2026}\n",
    "another format": GYLDIG.replace("format: 1", "format: 2"),
    "several faults": GYLDIG + "periode: 31.2.2026\nslt:\n  etablert: x\nukjent: 1\n",
}


def test_what_is_said_is_what_we_have_read(skriv_fasit: bool) -> None:
    said = [told(name, text.removeprefix(GYLDIG), check(text, "a.yaml").diagnostics) for name, text in FORMAT.items()]
    assert_as_told("format.txt", said, skriv_fasit)


def test_every_code_is_shown_by_a_case_above() -> None:
    cases = test_a_fault_is_told_where_it_is_with_what_was_expected.tilfeller  # type: ignore[attr-defined]
    assert {case[1] for case in cases} == set(SKJEMAFEIL)


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    found = funn(GYLDIG + "periode: 31.2.2026\nslt:\n  etablert: x\nukjent: 1\n")
    assert [(f[0], f[1]) for f in found] == [("SKJ005", 7), ("SKJ005", 9), ("SKJ002", 10)]


def test_a_key_with_nothing_after_it_is_as_if_it_were_left_out() -> None:
    assert funn(GYLDIG + "slt:\nsamarbeidsfora:\n  -\nperiode:\n  fra:\n") == []


def test_a_required_key_with_nothing_after_it_is_missing() -> None:
    assert [(f[0], f[1]) for f in funn(GYLDIG.replace(' "1859"', ""))] == [("SKJ001", 5)]
    assert [(f[0], f[1]) for f in funn(GYLDIG.replace('"1859"', "[]"))] == [("SKJ001", 5)]
    assert [(f[0], f[1]) for f in funn(GYLDIG.replace(" Nordland politidistrikt", ""))] == [("SKJ001", 6)]


def test_one_thing_may_stand_where_a_list_is_expected_and_a_fault_in_it_is_found() -> None:
    assert funn(GYLDIG + "samarbeidsfora: Tverrfaglig forum\n") == []
    assert [(f[0], f[1], f[2]) for f in funn(GYLDIG + "samarbeidsfora:\n  nvan: x\n  navn: y\n")] == [("SKJ002", 8, 3)]


def test_the_key_of_a_field_is_the_one_in_the_yaml_not_the_one_in_python() -> None:
    assert funn(GYLDIG + "signaturer:\n  - {tittel: ordfører, for: Flakstad kommune}\n") == []
    assert [f[0] for f in funn(GYLDIG + "signaturer:\n  - {tittel: ordfører, for_: x}\n")] == ["SKJ002"]


@pytest.mark.parametrize("skrevet", ["Til behandling", "til–behandling", "TIL_BEHANDLING"])
def test_a_choice_is_read_whatever_the_case_and_the_dash(skrevet: str) -> None:
    avtale = check(GYLDIG.replace("utkast", skrevet), "a.yaml").avtale
    assert avtale is not None
    assert avtale.avtale.status.value == "til-behandling"


def test_scalars_are_what_was_written_not_what_yaml_makes_of_them() -> None:
    text = GYLDIG.replace('"1859"', "0301") + "tjenestetilbud:\n  kontakter: {hva: NO, telefon: 02800}\n"
    avtale = check(text, "a.yaml").avtale
    assert avtale is not None
    assert avtale.parter.kommuner[0].kommunenummer == "0301"
    assert avtale.tjenestetilbud is not None
    kontakt = avtale.tjenestetilbud.kontakter[0]
    assert (kontakt.hva, kontakt.telefon) == ("NO", ("02800",))


def test_every_finding_of_the_format_stops_the_document() -> None:
    assert all(d.severity is Severity.FEIL for d in check(GYLDIG + "tull: 1\n", "a.yaml").diagnostics)


@i_ett(
    ("slt", "sagt", "råd"),
    [
        ("{mål: Ring, skriv, spør}", {18: "Kommaet gjør «skriv» til en nøkkel for seg."}, 'mål: "Ring, skriv, spør"'),
        ("{mål: Si 'ja', si \"nei\"}", {21: 'Kommaet gjør «si "nei"»'}, "mål: 'Si ''ja'', si \"nei\"'"),
        ("{mål: a, b, navn: c, d}", {15: "Kommaet gjør «b»", 27: "Kommaet gjør «d»"}, ': "'),
        ("{mål: a, b, tekst}\ntekst: x", {15: "Kommaet gjør «b»", 1: "«tekst» er ikke"}, 'mål: "a, b"'),
        ("{mål: [a], b}", {17: "«b» er ikke en kjent nøkkel"}, "etablert"),
        ("\n  mål: a\n  b:\n", {3: "«b» er ikke en kjent nøkkel"}, "etablert"),
    ],
)
def test_what_stands_behind_a_comma_in_brackets_belongs_to_the_text(slt: str, sagt: dict[int, str], råd: str) -> None:
    alle = funn(f"{GYLDIG}slt: {slt}\n")
    found = {column: (message, hint) for code, _, column, message, hint in alle if code == "SKJ002"}
    assert sorted(found) == sorted(sagt)
    for column, (message, hint) in found.items():
        assert message.startswith(sagt[column])
        if message.startswith("Kommaet"):
            assert råd in (hint or "")
            assert råd in getattr(hint, "nn", "")


@i_ett(
    ("text", "line", "column", "code", "told"),
    [
        ("oppgaver:\n  - Ring skolen: nå\n", 8, 5, "SKJ002", "Ring skolen: nå"),
        ("oppgaver:\n  - Ring skolen:\n", 8, 5, "SKJ002", "Ring skolen:"),
        ("oppgaver:\n  - Hvem: Kari\n", 8, 5, "SKJ002", "Hvem: Kari"),  # the other word of a key, in a capital
        ("slt:\n  tekst:\n    Merk: dette\n", 9, 5, "SKJ003", "Merk: dette"),
        ("slt:\n  mål: {Dette er: bra}\n", 8, 9, "SKJ003", "Dette er: bra"),
        # A point says what is to be done, so any word that is no key may begin one.
        ("politikontakt:\n  oppgaver:\n    - ringe: nå\n", 9, 7, "SKJ002", "ringe: nå"),
        # No text: a small letter, another key as well, something that isn't text, a part without a list.
        ("oppgaver:\n  - ringe: nå\n", 8, 5, "SKJ002", None),
        ("oppgaver:\n  - Ring skolen: nå\n    status: b\n", 8, 5, "SKJ002", None),
        ("oppgaver:\n  - Ring skolen: [a]\n", 8, 5, "SKJ002", None),
        ("oppgaver:\n  Ring skolen: nå\n", 8, 3, "SKJ002", None),
        ("politikontakt:\n  oppgaver:\n    - frister: nå\n", 9, 7, "SKJ002", None),
        ("satsningsområder:\n  - navnet: ute\n", 8, 5, "SKJ002", None),
        ("slt:\n  tekst:\n    merk: dette\n", 8, 3, "SKJ003", None),
        ("slt:\n  tekst:\n    Merk: dette\n    Og: dette\n", 8, 3, "SKJ003", None),
        ("politiråd:\n  møter:\n    plan:\n      - Ring oss: nå\n", 10, 9, "SKJ002", None),
    ],
)
def test_a_text_with_a_colon_in_it_is_told_as_that(
    text: str, line: int, column: int, code: str, told: str | None
) -> None:
    alle = [one for one in funn(GYLDIG + text) if one[0] in ("SKJ001", code)]
    (found,) = [one for one in alle if one[0] == code]
    assert found[1:3] == (line, column)
    assert found[3].startswith("Kolonet gjør «") == (told is not None)
    if told is not None:
        assert len(alle) == 1  # and not that something is missing too
        assert found[4] == f'Sett anførselstegn rundt hele teksten: "{told}"'


def test_each_text_with_a_colon_in_it_is_told() -> None:
    alle = funn(f"{GYLDIG}politiråd:\n  mandat:\n    - Råd: gi\n    - Tips: 'si \"ja\"'\n")
    assert [(one[1], one[4]) for one in alle] == [
        (9, 'Sett anførselstegn rundt hele teksten: "Råd: gi"'),
        (10, "Sett anførselstegn rundt hele teksten: 'Tips: si \"ja\"'"),
    ]


def test_a_file_with_more_errors_than_anybody_reads_tells_the_first_and_how_many_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ugyldig, "MOST_ERRORS", 20)
    ukjente = "".join(f"ukjent{n}: x\n" for n in range(1_234))
    alle = funn(GYLDIG + ukjente)
    assert [one[0] for one in alle] == ["SKJ002"] * 20 + ["SKJ006"]
    assert alle[-1][1:4] == (
        GYLDIG.count("\n") + 21,
        1,
        "Filen har 1 234 feil i formatet. Bare de første 20 er regnet med, og reglene har ikke sett på det andre "
        "i filen.",
    )
    assert "SKJ006" not in [one[0] for one in funn(GYLDIG + ukjente[: ukjente.index("ukjent20")])]


def test_the_rules_do_not_look_at_what_is_left_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def koder(text: str) -> set[str]:
        return {d.code for d in check(text, "a.yaml", Valg(i_dag=I_DAG)).diagnostics}

    monkeypatch.setattr(ugyldig, "MOST_ERRORS", 2)
    assert koder(GYLDIG + "a: x\nb: x\n") > {"SKJ002"}
    assert koder(GYLDIG + "a: x\nb: x\nc: x\n") == {"SKJ002", "SKJ006"}


def test_of_a_long_list_the_first_are_tried_at_the_keys_that_may_be_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    prøvd: list[int] = []
    monkeypatch.setattr(nokler, "can_hold", lambda _route, _key, value: bool(prøvd.append(len(value[0]["a"]))))
    assert not nokler.may_hold(("x",), "vedlegg", [{"a": ["b"] * 5_000}] * 5_000)
    assert prøvd == [100]

"""Safe changes: what they put right, what they leave alone, and that nothing gets worse."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from avtalegen.flyt import Checked, check
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.regler import Valg
from avtalegen.rettelser import forskjell, rett
from tests.arvprove import Folder
from tests.grundig import utvalg
from tests.i_ett import i_ett

GYLDIG = """\
format: 1
avtale: {status: vedtatt, dato: 2026-01-15}   # en kommentar
parter:
  kommuner: "1859"
  politi: Nordland politidistrikt
"""


def sjekk(data: bytes) -> Checked:
    return check(data, "a.yaml", Valg(date(2026, 11, 20)))


def rettet(text: str) -> str:
    return rett(text.encode(), "a.yaml", sjekk).data.decode()


def med_parter(parter: str) -> str:
    """Return an agreement with these parties: «kommuner / politi»."""
    kommuner, politi = parter.split(" / ")
    return GYLDIG.replace('"1859"', kommuner).replace("Nordland politidistrikt", politi)


@i_ett(
    ("før", "etter"),
    [
        ("politirad: {leder: ordfører}  # råd\n", "politiråd: {leder: ordfører}  # råd\n"),
        (
            "evaluering: {tekst: Se politirad.}\npolitirad: {leder: ordfører}\n",
            "evaluering: {tekst: Se politirad.}\npolitiråd: {leder: ordfører}\n",
        ),
        ("tjenestetilbud: {kanaler: [politi.no, Facebook]}\n", "tjenestetilbud: {kanaler: [politiet.no, Facebook]}\n"),
        ("politikontakt: {navn: Kari, telefon: 76054301}\n", "politikontakt: {navn: Kari, telefon: 76 05 43 01}\n"),
        (
            "politikontakt: {navn: Kari, telefon: '80040008/02800'}\n",
            "politikontakt: {navn: Kari, telefon: '800 40 008/02800'}\n",
        ),
        (
            "politikontakt:\n  navn: Kari\n  telefon:\n    - 7605 4301\n",
            "politikontakt:\n  navn: Kari\n  telefon:\n    - 76 05 43 01\n",
        ),
        # Words that people use for a key, and for no other one there, also below a key that is put right.
        ("satsingsområde: [rus, vald]\n", "satsningsområder: [rus, vald]\n"),
        (
            "tenestetilbod:\n  tenestestader:\n    - namn: Leknes\n      opningstider: må-fr 8-15\n      tlf: 02800\n",
            "tjenestetilbud:\n  tjenestesteder:\n    - navn: Leknes\n      åpningstider: må-fr 8-15\n"
            "      telefon: 02800\n",
        ),
        ("politiråd: {leiar: ordførar, møte: 4}\n", "politiråd: {leder: ordførar, møter: 4}\n"),
        ("politiråd: {medlemar: [ordførar]}\n", "politiråd: {medlemmer: [ordførar]}\n"),
        ("politikontakt: {tilstades: onsdag}\n", "politikontakt: {tilstedeværelse: onsdag}\n"),
        # From a Word document of ours: what holds a period together on one line.
        ("vedlegg: Plan 2026–\ufeff2028\n", "vedlegg: Plan 2026–2028\n"),
    ],
)
def test_a_safe_change_is_made_and_nothing_else(før: str, etter: str) -> None:
    assert rettet(GYLDIG + før) == GYLDIG + etter


@i_ett(
    "text",
    [
        GYLDIG,
        GYLDIG + "zzz: 1\n",
        GYLDIG + "politikontakt: {navn: Kari, telefon: 76 05 43 01}\n",
        GYLDIG + "politikontakt: {navn: Kari, telefon: 02800}\n",
        GYLDIG + "vedlegg: Sak 76054301\n",
        # The key that is meant stands there, or the word is one for several.
        GYLDIG + "politiråd: {leder: ordfører, leiar: ordførar}\n",
        GYLDIG + "politiråd: {møter: {innkalling: rask}}\n",
        GYLDIG + "tjenestetilbud: {kanaler: [ikkepoliti.no]}\n",
        "format: [",
        "",
    ],
)
def test_what_is_right_or_not_sure_is_left_alone(text: str) -> None:
    assert rettet(text) == text


@i_ett(
    "text",
    [
        "politikontakt: {navn: Kari 76054301, telefon: 76 05 43 01}\n",
        "politikontakt: {navn: Kari, telefon: 02800}  # sentralbordet er 76054301\n",
        "politikontakt:\n  navn: Kari\n  telefon:   # 76054301\n  rolle: leder\n",
        "politikontakt:\n  navn: Kari\n  telefon: | # 76054301\n    76054301\n",
        "politikontakt: {navn: Kari, telefon: '760543011 4760543011'}\n",
        "politikontakt: {navn: Kari, telefon: {kontor: 76054301}}\n",
    ],
)
def test_a_number_beside_a_phone_number_is_left_alone(text: str) -> None:
    assert rettet(GYLDIG + text) == GYLDIG + text


def test_of_several_on_a_line_each_is_mended_where_it_stands() -> None:
    text = GYLDIG + "politikontakt: {sak: 76054301, telefon: [76054301, '80040008'], tlf: 76054301}\n"
    mended = rett(text.encode(), "a.yaml", sjekk)
    assert mended.data.decode() == text.replace("[76054301, '80040008']", "[76 05 43 01, '800 40 008']")


def test_the_changes_are_told_in_the_order_of_the_file() -> None:
    numbers = "".join(f"    - {{hva: x, telefon: {76054320 - n}}}\n" for n in range(12))
    text = GYLDIG + f"tjenestetilbud:\n  kontakter:\n{numbers}"
    endringer = rett(text.encode(), "a.yaml", sjekk).endringer
    assert [endring.line for endring in endringer] == list(range(8, 20))


def test_what_is_not_written_as_it_is_read_is_left_alone() -> None:
    """A line separator is read as a space, and a letter with a loose accent as one letter."""
    for key in ("politi\x85rad", "politira\u030ad x", '"politi\x85råd"', "poli\u2028tiråd"):
        text = GYLDIG + f"{key}: {{leder: ordfører}}\n"
        assert rett(text.encode(), "a.yaml", sjekk) == (text.encode(), ())


def test_nothing_is_left_to_mend_when_it_is_mended() -> None:
    text = (
        GYLDIG
        + "politirad: {leder: ordfører}\nevalu\u2028ering: {hyppighet: årlig}\nslt: {nivaer: {styrende: rådet}}\n"
    )
    once = rett(text.encode(), "a.yaml", sjekk)
    assert once.endringer
    assert rett(once.data, "a.yaml", sjekk) == (once.data, ())


def test_where_there_is_nothing_to_mend_the_file_is_checked_once() -> None:
    calls = []

    def counting(data: bytes) -> Checked:
        calls.append(data)
        return sjekk(data)

    assert rett(GYLDIG.encode(), "a.yaml", counting).endringer == ()
    assert calls == [GYLDIG.encode()]


SURELY = {
    "sekretær": ["sekretaer", "sekreter", "Sekretær", "SEKRETÆR", "sekretær_", "sekretæer", "skretær", "sekretræ"],
    "mandat": ["xandat", "manxat", "mandax", "madnat", "amndat", "mandta", "mandatt", "mmandat", "mandaxt"],
    "knyttet_til": ["knyttet-til", "knyttet til", "Knyttet til", "knyttettil", "knyttet-ti"],
    "nivå": ["niva", "NIVÅ"],
}
"""Keys that are what they are meant to be but for a letter, or for what a keyboard lacks."""
UNSURE = [
    *("mandt", "andat", "damnat", "mandater", "madnatt", "mnadta"),
    *("nivåx", "niv", "nivaa", "ledar", "knyttetil", "knyttet__tila"),
]
"""Keys in which more is wrong, or that are too short to tell."""


@i_ett(("key", "meant"), [(key, meant) for meant, keys in SURELY.items() for key in keys])
def test_a_key_is_mended_when_it_is_surely_another_misspelt(key: str, meant: str) -> None:
    text = GYLDIG + f"politiråd: {{leder: ordfører, {key}: x}}\n"
    assert rettet(text) == text.replace(f"{key}:", f"{meant}:")


@i_ett("key", UNSURE)
def test_a_key_that_may_be_meant_otherwise_is_left_alone(key: str) -> None:
    text = GYLDIG + f"politiråd: {{leder: ordfører, {key}: x}}\n"
    assert rettet(text) == text


def test_a_change_that_gives_a_new_finding_is_not_made() -> None:
    text = GYLDIG + "politirad: {leder: ordfører}\npolitiråd: {leder: ordfører}\n"
    assert rettet(text) == text
    both = "politirad: {møter: ofte}\npolitiråd: {leder: ordfører}\n"
    inside = GYLDIG + both + "tjenestetilbud: {kontakter: {hva: x, telefon: 76054301}}\n"
    assert rettet(inside) == inside.replace("76054301", "76 05 43 01")


def test_an_empty_key_asks_the_register() -> None:
    text = GYLDIG.replace(
        '  kommuner: "1859"\n  politi: Nordland politidistrikt\n',
        '  kommuner:\n    - kommunenummer: "1859"\n      navn:   # fra registeret\n'
        "      organisasjonsnummer:\n  politi:\n    distrikt:\n",
    )
    assert rettet(text) == GYLDIG.replace(
        '  kommuner: "1859"\n  politi: Nordland politidistrikt\n',
        '  kommuner:\n    - kommunenummer: "1859"\n      navn: Flakstad   # fra registeret\n'
        "      organisasjonsnummer: 863320852\n  politi:\n    distrikt: Nordland politidistrikt\n",
    )


FLAKSTAD = "kommunenummer: '1859'"


@i_ett(
    ("før", "etter"),
    [
        ("'1859' / {distrikt: }", "'1859' / {distrikt: Nordland politidistrikt}"),
        ("['1859', '1860'] / {distrikt: }", "['1859', '1860'] / {distrikt: Nordland politidistrikt}"),
        (f"{{{FLAKSTAD}, navn : }} / Nordland", f"{{{FLAKSTAD}, navn : Flakstad}} / Nordland"),
        (f"['9999', {{{FLAKSTAD}, navn: }}] / Nordland", f"['9999', {{{FLAKSTAD}, navn: Flakstad}}] / Nordland"),
        (f"[[], {{{FLAKSTAD}, navn: }}] / Nordland", f"[[], {{{FLAKSTAD}, navn: Flakstad}}] / Nordland"),
        # Both on one line, each where it is asked for.
        (
            f"{{{FLAKSTAD}, navn: , organisasjonsnummer: }} / Nordland",
            f"{{{FLAKSTAD}, navn: Flakstad, organisasjonsnummer: 863320852}} / Nordland",
        ),
        ("{navn: Flakstad, kommunenummer: } / Nordland", '{navn: Flakstad, kommunenummer: "1859"} / Nordland'),
        # The register has no number for Ålesund.
        (
            "{kommunenummer: '1508', organisasjonsnummer: , navn: } / Nordland",
            "{kommunenummer: '1508', organisasjonsnummer: , navn: Ålesund} / Nordland",
        ),
    ],
)
def test_the_register_fills_in_what_it_knows(før: str, etter: str) -> None:
    assert rettet(med_parter(før)) == med_parter(etter)


@i_ett(
    "parter",
    [
        "['1859', '0301'] / {distrikt: }",  # two police districts
        "['9999'] / {distrikt: }",
        "{kommunenummer: ['1859'], navn: } / {distrikt: }",
        "'1859' / [{distrikt: }]",
        "'1859' / {distrikt: Nordland}",
        "{navn: Flakstad, kommunenummer: ~} / Nordland",
        f"{{{FLAKSTAD}, navn: [], organisasjonsnummer: ''}} / Nordland",
        # Not surely a question: it may be there to say that there is none.
        f"{{{FLAKSTAD}, navn: Flakstad, organisasjonsnummer: ~}} / Nordland",
        f"{{{FLAKSTAD}, 'navn': }} / Nordland",
    ],
)
def test_the_register_fills_in_nothing_else(parter: str) -> None:
    assert rettet(med_parter(parter)) == med_parter(parter)


@pytest.mark.parametrize("own", ["", "parter: {politi: {politimester: {tittel: politimester}}}\n"])
def test_what_an_inherited_file_says_is_not_mended_in_the_heir(own: str) -> None:
    inherited = [
        "parter:",
        "  kommuner: {kommunenummer: '1859', navn: , organisasjonsnummer: }",
        "  politi: {distrikt: }",
        "politikontakt: {navn: Kari, telefon: 76054301}",
        "slt: {kordinator: {navn: Ola}}",
    ]
    base = "\n".join(["format: 1", *inherited])
    # The same text at the same places, where it means nothing.
    text = "\n".join(["format: 1", *(f"#{line[1:]}" for line in inherited), "avtale: {status: utkast}", "arv: b", own])

    def with_base(data: bytes) -> Checked:
        return check(data, "a.yaml", Valg(date(2026, 11, 20)), Folder({"b": base}))

    assert any(d.fix and d.fix.span.file == "b" for d in with_base(text.encode()).diagnostics)
    assert rett(text.encode(), "a.yaml", with_base) == (text.encode(), ())


def test_what_is_told_of_a_change_is_what_stands_there_before_and_after() -> None:
    text = med_parter(f"{{{FLAKSTAD}, navn: , organisasjonsnummer: }} / Nordland")
    told = rett(text.encode(), "a.yaml", sjekk).endringer
    assert [(ett.old, ett.new.strip()) for ett in told] == [("", "Flakstad"), ("", "863320852")]
    line = text.split("\n")[told[0].line - 1]
    assert [line[: ett.column - 1].rstrip().rpartition(" ")[2] for ett in told] == ["navn:", "organisasjonsnummer:"]


def test_line_breaks_and_byte_order_mark_stay() -> None:
    text = "\ufeff" + (GYLDIG + "politirad: {leder: ordfører}\n").replace("\n", "\r\n")
    assert rettet(text) == text.replace("politirad", "politiråd")


def test_a_second_time_changes_nothing() -> None:
    once = rett(
        (GYLDIG + "politirad: {leder: ordfører}\nslt: {kordinator: {telefon: 76054301}}\n").encode(), "a.yaml", sjekk
    )
    assert len(once.endringer) == 3
    assert rett(once.data, "a.yaml", sjekk) == (once.data, ())


def test_the_difference_is_shown_as_git_shows_it() -> None:
    before = (GYLDIG + "politirad: {leder: ordfører}\n").encode()
    shown = forskjell(before, rett(before, "a.yaml", sjekk).data, "a.yaml")
    assert "-politirad: {leder: ordfører}\n+politiråd: {leder: ordfører}\n" in shown
    assert shown.startswith("--- a.yaml\n+++ a.yaml\n")


def test_a_file_that_is_not_utf8_is_returned_as_it_is() -> None:
    data = (GYLDIG + "politirad: {leder: ordfører}\n").encode("latin-1")
    assert rett(data, "a.yaml", sjekk) == (data, ())


def known_keys(part: type[Del] = Avtale, at: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], type[Del]]]:
    yield at, part
    for felt in part.felter.values():
        if (below := del_i(felt.type)) and felt.nøkkel not in at:
            yield from known_keys(below, (*at, felt.nøkkel))


def test_a_key_of_the_format_is_never_taken_for_a_misspelling_of_another() -> None:
    places = {part: at for at, part in known_keys()}
    names = {key for part in places for key in part.felter}
    wrong = []
    for part, at in places.items():
        for name in utvalg(sorted(names - set(part.felter)), 5):
            data: object = {name: "x"}
            for key in reversed(at):
                data = {key: data}
            for d in check(json.dumps(data, ensure_ascii=False), "a.yaml").diagnostics:
                if d.fix and d.fix.old == name:
                    wrong.append((at, name, d.fix.new))
    assert wrong == []


@pytest.mark.parametrize("skrevet", ["Politi.no", "www.politi.no", "POLITI.NO"])
def test_an_old_address_is_mended_once_whatever_its_case(skrevet: str) -> None:
    before = GYLDIG + f"tjenestetilbud: {{kanaler: [{skrevet}]}}\n"
    once = rett(before.encode(), "a.yaml", sjekk)
    assert once.data.decode().casefold() == before.casefold().replace("politi.no", "politiet.no")
    assert rett(once.data, "a.yaml", sjekk).endringer == ()


def test_one_unsafe_change_among_many_does_not_take_long() -> None:
    calls = 0

    def counting(data: bytes) -> Checked:
        nonlocal calls
        calls += 1
        return sjekk(data)

    numbers = "".join(f"    - {{hva: x, telefon: {76054000 + n}}}\n" for n in range(64))
    text = (
        GYLDIG + f"politirad: {{møter: ofte}}\npolitiråd: {{leder: ordfører}}\ntjenestetilbud:\n  kontakter:\n{numbers}"
    )
    mended = rett(text.encode(), "a.yaml", counting)
    assert len(mended.endringer) == 64
    assert calls < 24


def test_the_difference_has_its_lines_also_without_a_last_line_break() -> None:
    before = (GYLDIG + "politikontakt: {navn: Kari, telefon: 76054301}").encode()
    shown = forskjell(before, rett(before, "a.yaml", sjekk).data, "a.yaml")
    assert shown.endswith(
        "-politikontakt: {navn: Kari, telefon: 76054301}\n+politikontakt: {navn: Kari, telefon: 76 05 43 01}\n"
    )

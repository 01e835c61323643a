"""avtalegen.toml: what it may say, where findings about it point, and which files it means."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalegen.funn.diagnostic import AvtalegenError, Severity, Span
from avtalegen.funn.utvalg import Oppsett
from avtalegen.modell.tid import som_dato
from avtalegen.samling.konfig import Konfig
from avtalegen.samling.konfig.lesing import STØRST, Lest, les
from avtalegen.samling.konfig.monster import mønster
from avtalegen.samling.konfig.plasser import Plasser, Rute
from avtalegen.samling.konfig.tabeller import KONFIGFEIL

FIL = "avtalegen.toml"
FILER = {"ord.txt": b"# navn\nFlakstad\n\n  Ramberg\n", "feil.txt": b"\xe5"}

ALVORLIGHET = 'Skriv [alvorlighet] på en egen linje, og for eksempel VEI417 = "av" under den.'
STI = 'Skriv [[sti]] på en egen linje, og for eksempel sti = "utkast/*.yaml" under den.'
ORDLISTE = (
    "Den skal ligge i mappen til avtalegen.toml eller i en mappe under den, være lagret som UTF-8 "
    "og ha ett ord på hver linje."
)


def les_fil(navn: str) -> bytes:
    if navn not in FILER:
        raise AvtalegenError("finnes ikke")
    return FILER[navn]


def lest(tekst: str | bytes) -> Lest:
    return les(tekst if isinstance(tekst, bytes) else tekst.encode(), FIL, les_fil)


def konfig(tekst: str) -> Konfig:
    resultat = lest(tekst)
    assert resultat.funn == ()
    return resultat.konfig


def funn(tekst: str | bytes) -> list[tuple[str, str, str, str]]:
    """Return code, what the finding points at, message and hint."""
    resultat = lest(tekst)
    linjer = resultat.tekst.split("\n")
    alle = []
    for d in resultat.funn:
        assert (d.severity, d.span.file, d.span.end_line) == (Severity.FEIL, FIL, d.span.line)
        assert d.code in KONFIGFEIL
        vist = linjer[d.span.line - 1][d.span.column - 1 : d.span.end_column - 1] if resultat.tekst else ""
        alle.append((d.code, f"{d.span.line}: {vist}", d.message, d.hint or ""))
    return alle


def test_an_empty_file_says_nothing() -> None:
    assert konfig("") == konfig("# bare en kommentar\n") == Konfig()


def test_everything_that_can_be_said_is_read() -> None:
    k = konfig("""\
        i_dag = 2026-11-20
        distrikt = "nordland"
        ignorer = ["VEI423", "kon"]
        ordliste = "ord.txt"
        [alvorlighet]
        VEI3 = "feil"
        VEI302 = "advarsel"
        VEI303 = "råd"
        VEI304 = "av"
        [grenser]
        "utløper_snart" = 60
        "største_vedlegg" = 2.5
    """)
    assert k.i_dag == date(2026, 11, 20)
    assert k.distrikt == ("Nordland politidistrikt", Span(FIL, 2, 20, 2, 30))
    assert (k.utløper_snart, k.største_vedlegg) == (60, 2_500_000)
    assert (k.ignorer, k.ordliste) == (("VEI423", "KON"), {"Flakstad", "Ramberg"})
    assert k.alvorlighet == {
        "VEI3": Severity.FEIL,
        "VEI302": Severity.ADVARSEL,
        "VEI303": Severity.RÅD,
        "VEI304": None,
    }


@pytest.mark.parametrize(
    ("tekst", "felt", "verdi"),
    [
        ("i-dag = 2026-11-20", "i_dag", date(2026, 11, 20)),
        ('i_dag = "20.11.2026"', "i_dag", date(2026, 11, 20)),
        ('"I dag" = "20. november 2026"', "i_dag", date(2026, 11, 20)),
        ("[grenser]\nutloper_snart = 30", "utløper_snart", 30),
        ("[grenser]\nutloeper-snart = 30", "utløper_snart", 30),
        ("grenser.utloper_snart = 30", "utløper_snart", 30),
        ("grenser = {storste_vedlegg = 3}", "største_vedlegg", 3_000_000),
        ('[alvorlighet]\nVEI423 = "rad"', "alvorlighet", {"VEI423": Severity.RÅD}),
        ('alvorlighet.VEI423 = "Av"', "alvorlighet", {"VEI423": None}),
        ('ignorer = "VEI423"', "ignorer", ("VEI423",)),
        ('ordliste = ["Flakstad"]', "ordliste", {"Flakstad"}),
        ("\ufeffignorer = []\r\n", "ignorer", ()),
    ],
)
def test_people_s_own_ways_of_writing_are_understood(tekst: str, felt: str, verdi: object) -> None:
    assert getattr(konfig(tekst), felt) == verdi


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("filr = []", ("KONF002", "1: filr", "«filr» er ikke en kjent nøkkel.", "Mente du «filer»?")),
        (
            '[grenser]\n"utløpersnart" = 1',
            (
                "KONF002",
                '2: "utløpersnart"',
                "«utløpersnart» er ikke en kjent nøkkel i [grenser].",
                "Mente du «utløper_snart»?",
            ),
        ),
        (
            "utloper_snart = 1",
            (
                "KONF002",
                "1: utloper_snart",
                "«utloper_snart» er ikke en kjent nøkkel.",
                "«utloper_snart» hører hjemme under [grenser].",
            ),
        ),
        (
            '[grenser]\ndistrikt = "Nordland"',
            (
                "KONF002",
                "2: distrikt",
                "«distrikt» er ikke en kjent nøkkel i [grenser].",
                "«distrikt» hører hjemme øverst i filen, over den første linjen med klammer.",
            ),
        ),
        (
            '[alvorlighet]\nVEI423 = "av"\n\nignorer = []',
            (
                "KONF002",
                "4: ignorer",
                "«ignorer» er ikke en kode.",
                "«ignorer» hører hjemme øverst i filen, over den første linjen med klammer.",
            ),
        ),
        (
            '[[sti]]\nsti = "x"\n[sti.tull]',
            (
                "KONF002",
                "3: tull",
                "«tull» er ikke en kjent nøkkel i [sti].",
                "Nøklene som kan stå her, er sti, ignorer, alvorlighet.",
            ),
        ),
        (
            "i_dag = 2026-01-01\ni-dag = 2026-01-02",
            ("KONF002", "2: i-dag", "«i-dag» og «i_dag» er samme nøkkel.", "Fjern den ene."),
        ),
        (
            "filer = 3",
            (
                "KONF003",
                "1: 3",
                "«filer» skal være en liste med tekster, men er et tall.",
                'Skriv for eksempel filer = ["avtaler/**/*.yaml"].',
            ),
        ),
        (
            'filer = [\n  "a",\n  true, # ja\n]',
            (
                "KONF003",
                "3: true",
                "«filer» skal bare ha tekster, men her er sann eller usann (true eller false).",
                'Skriv for eksempel filer = ["avtaler/**/*.yaml"].',
            ),
        ),
        (
            'utelat = ["ok", "../andre"]',
            (
                "KONF003",
                '1: "../andre"',
                "«../andre» er ikke filer under mappen til avtalegen.toml.",
                "Skriv stien fra mappen til avtalegen.toml, uten «..» og uten «/» først.",
            ),
        ),
        (
            "alvorlighet = 3",
            ("KONF003", "1: 3", "«alvorlighet» skal være en tabell, men er et tall.", ALVORLIGHET),
        ),
        (
            '[alvorlighet]\nVEI423 = "grov"',
            (
                "KONF003",
                '2: "grov"',
                "Alvorligheten er «grov», men må være «feil», «advarsel», «råd» eller «av».",
                ALVORLIGHET,
            ),
        ),
        (
            "[alvorlighet]\nVEI423 = false",
            (
                "KONF003",
                "2: false",
                "Alvorligheten er sann eller usann (true eller false), men må være «feil», «advarsel», «råd» "
                "eller «av».",
                ALVORLIGHET,
            ),
        ),
        (
            'i_dag = "30. februar 2026"',
            (
                "KONF003",
                '1: "30. februar 2026"',
                "«i_dag» skal være en dato, men er «30. februar 2026».",
                "Skriv for eksempel i_dag = 2026-11-20.",
            ),
        ),
        (
            "i_dag = 2026-11-20 07:00:00",
            (
                "KONF003",
                "1: 2026-11-20 07:00:00",
                "«i_dag» skal være en dato, men er en dato eller et klokkeslett.",
                "Skriv for eksempel i_dag = 2026-11-20.",
            ),
        ),
        (
            'distrikt = "Norland"',
            ("KONF003", '1: "Norland"', "«Norland» er ikke et politidistrikt.", "Mente du «Nordland politidistrikt»?"),
        ),
        (
            "grenser = []",
            (
                "KONF003",
                "1: []",
                "«grenser» skal være en tabell, men er en liste.",
                "Skriv [grenser] på en egen linje.",
            ),
        ),
        (
            "[grenser]\nutloper_snart = -1",
            (
                "KONF003",
                "2: -1",
                "«utloper_snart» skal være et antall dager fra 0 til 3650.",
                "Skriv for eksempel utloper_snart = 90.",
            ),
        ),
        (
            "[grenser]\nutloper_snart = true",
            (
                "KONF003",
                "2: true",
                "«utloper_snart» skal være et antall dager fra 0 til 3650.",
                "Skriv for eksempel utloper_snart = 90.",
            ),
        ),
        (
            "[grenser]\nstorste_vedlegg = nan",
            (
                "KONF003",
                "2: nan",
                "«storste_vedlegg» skal være et antall megabyte over 0.",
                "Skriv for eksempel storste_vedlegg = 3.",
            ),
        ),
        (
            'sti = "x"',
            ("KONF003", '1: "x"', "«sti» skal være en tabell med egne innstillinger for noen filer.", STI),
        ),
        (
            '[[sti]]\nsti = "x"\n[[sti]]\nignorer = ["VEI423"]',
            ("KONF003", "3: [[sti]]", "Tabellen sier ikke hvilke filer den gjelder.", STI),
        ),
        (
            'ignorer = ["VEI423", "VEI4233"]',
            ("KONF004", '1: "VEI4233"', "«VEI4233» er verken en kode eller begynnelsen på en.", "Mente du «VEI423»?"),
        ),
        (
            'ignorer = [""]',
            (
                "KONF004",
                '1: ""',
                "«» er verken en kode eller begynnelsen på en.",
                "En kode er for eksempel «VEI417», «VEI4» eller «VEI».",
            ),
        ),
        (
            'alvorlighet = {"VEI4233" = "av"}',
            ("KONF004", '1: "VEI4233"', "«VEI4233» er verken en kode eller begynnelsen på en.", "Mente du «VEI423»?"),
        ),
        (
            'ignorer = ["SKJ"]',
            (
                "KONF005",
                '1: "SKJ"',
                "SKJ kan ikke slås av, for den gjelder formatet.",
                "Rett det som er galt, i stedet.",
            ),
        ),
        (
            '[alvorlighet]\nPER101 = "råd"',
            (
                "KONF005",
                "2: PER101",
                "PER101 kan ikke slås av, for den gjelder fødselsnumre, som aldri skal stå i en avtale.",
                "Rett det som er galt, i stedet.",
            ),
        ),
        (
            'ordliste = "borte.txt"',
            ("KONF006", '1: "borte.txt"', "Ordlisten «borte.txt» finnes ikke eller kan ikke leses.", ORDLISTE),
        ),
        (
            'ordliste = "feil.txt"',
            ("KONF006", '1: "feil.txt"', "Ordlisten «feil.txt» finnes ikke eller kan ikke leses.", ORDLISTE),
        ),
    ],
)
def test_what_can_not_be_used_is_told_where_it_stands(tekst: str, ventet: tuple[str, str, str, str]) -> None:
    assert funn(tekst) == [ventet]


def test_the_rest_of_a_file_with_faults_counts() -> None:
    resultat = lest('tull = 1\nignorer = ["VEI423", "SKJ", 3]\n[alvorlighet]\nVEI302 = "av"\nVEI303 = "x"\n')
    assert [d.span.line for d in resultat.funn] == [1, 2, 2, 5]
    assert resultat.konfig == Konfig(ignorer=("VEI423",), alvorlighet={"VEI302": None})


@pytest.mark.parametrize(
    ("tekst", "plass", "melding", "hjelp"),
    [
        (
            "utløper = 3",
            "1:4",
            "Nøkkelen «utløper» har bokstaver som TOML bare",
            'Skriv utloper, eller sett nøkkelen i anførselstegn: "utløper".',
        ),
        ("\n[største]", "2:4", "Nøkkelen «største» har bokstaver som TOML bare", "Skriv storste, eller"),
        ("ignorer: [VEI]", "1:8", "Dette er YAML, men filen skal være TOML.", "Skriv likhetstegn i stedet for kolon."),
        ("ignorer = [VEI417]", "1:12", "Teksten mangler anførselstegn.", 'Skriv "VEI417".'),
        ("[alvorlighet]\nVEI = av", "2:7", "Teksten mangler anførselstegn.", 'Skriv "av".'),
        ("i_dag = 5.11.2026", "1:13", "Datoen kan ikke leses.", "Skriv datoen slik: 2026-11-05, uten"),
        ("i_dag = 2026-02-30", "1:9", "Datoen finnes ikke.", "En linje ser slik ut"),
        ('a = "x\nb = 1', "1:7", "Teksten mangler anførselstegn til slutt.", "Sett samme"),
        ('a = """x', "1:9", "Teksten mangler anførselstegn til slutt.", "Sett samme"),
        ('sti = "c:\\d"', "1:12", "En omvendt skråstrek i en tekst betyr noe eget.", "Skriv / mellom mapper"),
        ("ignorer = [", "1:12", "Verdien mangler eller kan ikke leses.", "En linje"),
        ('ignorer = ["A" "B"]', "1:16", "Listen mangler «]» eller et komma mellom verdiene.", "En liste skrives"),
        ("a = {b = 1", "1:11", "Tabellen mangler «}» eller et komma mellom verdiene.", "En linje"),
        ("[grenser", "1:9", "Overskriften mangler «]» til slutt.", "En linje"),
        ("a=1\na = 2", "2:1", "«a» er oppgitt to ganger.", "Slå de to sammen, eller fjern det ene."),
        ("[a]\n[a]", "2:2", "«a» er oppgitt to ganger.", "Slå de to sammen, eller fjern det ene."),
        ("ignorer", "1:8", "Etter nøkkelen skal det stå et likhetstegn og en verdi.", "En linje"),
        ("= 3", "1:1", "Linjen begynner med noe som ikke kan være en nøkkel.", "En linje"),
        ("a = 1 b = 2", "1:7", "Linjen skulle ha sluttet her.", "Skriv én nøkkel"),
        ('a = "\x01"', "1:6", "Her står et tegn som ikke kan brukes i filen.", "Slett tegnet."),
        ("a = " + "[" * 5000, "1:1", "Filen kan ikke leses: klammene går for dypt.", "Kontroller"),
        ("a = " + "9" * 5000, "1:5005", "Dette er ikke gyldig TOML.", "En linje"),
        (b"a = 1\nb = '\xe5'", "2:6", "Filen er ikke lagret som UTF-8.", "Lagre filen på nytt"),
        (b"#" * (STØRST + 1), "1:1", "Filen kan ikke leses: den er større enn 1 MB.", "Kontroller"),
    ],
)
def test_what_is_not_toml_is_told_in_norwegian(tekst: str | bytes, plass: str, melding: str, hjelp: str) -> None:
    resultat = lest(tekst)
    (d,) = resultat.funn
    assert (d.code, d.severity, f"{d.span.line}:{d.span.column}") == ("KONF001", Severity.FEIL, plass)
    assert d.message.startswith(melding)
    assert d.hint is not None
    assert d.hint.startswith(hjelp)
    assert resultat.konfig == Konfig()


@given(st.text(alphabet="ab =[]{}\"'\\.,:#\n1-æ\r\t", max_size=30))
def test_whatever_a_file_holds_it_is_read_or_told(tekst: str) -> None:
    for d in lest(tekst).funn:
        assert 1 <= d.span.line <= tekst.count("\n") + 1
        assert d.span.column <= d.span.end_column


TOML = '''\
# topp
filer = ["a # nei", 'b]', """c
d""", ] # ja
"en nøkkel" = {x = 1, y.z = [1, {w = 'å'}], "s\\u00e5" = 2026-11-20 07:00:00}
a.b . "c.d" = 1.5
tekst = """"sitat"""""
bokstavelig = \'\'\'x\'y
z\'\'\'
tom = ""

[ tabell . "under tabell" ]
k = true

[[sti]]
sti = "x"
[sti.alvorlighet]
VEI = "av"
[[sti]]
sti = ["y",
  # nei
  "z",
]
[[sti.flere]]
n = 0x1F
[[sti.flere]]
n = -inf
[sti.flere.innerst]
[tabell.ny]
'''


def ruter(verdi: Any, rute: Rute = ()) -> dict[Rute, Any]:
    funnet: dict[Rute, Any] = {rute: verdi} if rute else {}
    barn = verdi.items() if isinstance(verdi, dict) else enumerate(verdi) if isinstance(verdi, list) else ()
    for nøkkel, under in barn:
        funnet.update(ruter(under, (*rute, nøkkel)))
    return funnet


def test_every_value_is_found_where_it_stands() -> None:
    plasser, linjer = Plasser(FIL, TOML), TOML.split("\n")
    for rute, verdi in ruter(tomllib.loads(TOML)).items():
        span = plasser.span(rute)
        vist = linjer[span.line - 1][span.column - 1 : span.end_column - 1]
        if not isinstance(verdi, (dict, list)) and "\n" not in str(verdi):
            assert tomllib.loads(f"x = {vist}") == {"x": verdi}, rute
        nøkkel = plasser.span(rute, nøkkel=True)
        navn = linjer[nøkkel.line - 1][nøkkel.column - 1 : nøkkel.end_column - 1]
        if isinstance(rute[-1], str):
            assert tomllib.loads(f"{navn} = 0") == {rute[-1]: 0}, rute


def test_what_stands_nowhere_is_shown_at_what_it_is_missing_from() -> None:
    plasser = Plasser(FIL, TOML)
    assert plasser.span(("tull",))[1:3] == (1, 1)
    assert plasser.span(("sti", 1, "ignorer"))[1:3] == (18, 3)


NØKLER = st.text(alphabet="ab.æ \"'#=[", max_size=3)
VERDIER = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.text(alphabet="a\"'\\#],}\n=[æ", max_size=6)),
    lambda under: st.one_of(st.lists(under, max_size=3), st.dictionaries(NØKLER, under, max_size=3)),
    max_leaves=8,
)


def som_toml(verdi: object) -> str:
    if isinstance(verdi, bool):
        return str(verdi).lower()
    if isinstance(verdi, str):
        rømt = verdi.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{rømt}"'
    if isinstance(verdi, list):
        return f"[ # liste\n{', '.join(map(som_toml, verdi))} ]"
    if isinstance(verdi, dict):
        return "{" + ", ".join(f"{som_toml(n)} = {som_toml(v)}" for n, v in verdi.items()) + "}"
    return str(verdi)


@given(st.dictionaries(NØKLER, VERDIER, max_size=4))
def test_the_places_are_those_of_the_values_whatever_they_hold(data: dict[str, Any]) -> None:
    tekst = "".join(f"{som_toml(nøkkel)} = {som_toml(verdi)} # x\n" for nøkkel, verdi in data.items())
    assert tomllib.loads(tekst) == data
    plasser, linjer = Plasser(FIL, tekst), tekst.split("\n")
    for rute, verdi in ruter(data).items():
        span = plasser.span(rute)
        vist = linjer[span.line - 1][span.column - 1 : span.end_column - 1]
        assert som_toml(verdi).startswith(vist)
        assert vist


@pytest.mark.parametrize(
    ("skrevet", "sti", "treffer"),
    [
        ("a.yaml", "a.yaml", True),
        ("a.yaml", "nord/a.yaml", True),
        ("a.yaml", "ba.yaml", False),
        ("*.yaml", "nord/sør/a.yaml", True),
        ("arkiv", "arkiv/2020/a.yaml", True),
        ("arkiv", "nord/arkiv/a.yaml", True),
        ("arkiv/", "arkiv/a.yaml", True),
        ("arkiv", "arkivet/a.yaml", False),
        ("nord/arkiv", "nord/arkiv/a.yaml", True),
        ("nord/arkiv", "x/nord/arkiv/a.yaml", False),
        ("./nord/a.yaml", "nord/a.yaml", True),
        ("nord\\*.yaml", "nord/a.yaml", True),
        ("nord/*.yaml", "nord/a.yaml", True),
        ("nord/*.yaml", "nord/sør/a.yaml", False),
        ("nord/**/*.yaml", "nord/a.yaml", True),
        ("nord/**/*.yaml", "nord/sør/vest/a.yaml", True),
        ("**/a.yaml", "a.yaml", True),
        ("nord/**", "nord/sør/a.yaml", True),
        ("nord/?.yaml", "nord/a.yaml", True),
        ("nord/?.yaml", "nord/ab.yaml", False),
        ("a[1].yaml", "a[1].yaml", True),
        ("a[1].yaml", "a1.yaml", False),
        ("a.yaml", "aXyaml", False),
        ("**", "nord/a.yaml", True),
        (".", "nord/a.yaml", True),
        ("/arkiv", "arkiv/a.yaml", True),
        ("/arkiv", "nord/arkiv/a.yaml", False),
    ],
)
def test_a_pattern_means_files(skrevet: str, sti: str, treffer: bool) -> None:
    uttrykk = mønster(skrevet)
    assert uttrykk is not None
    assert (uttrykk.fullmatch(sti) is not None) == treffer


@pytest.mark.parametrize("skrevet", ["", "/", "//etc", "a*b*c*d*e*f*g*h*i*j", "..", "a/../b", "C:\\x", "c:/x"])
def test_a_pattern_that_leads_out_of_the_folder_has_no_sense(skrevet: str) -> None:
    assert mønster(skrevet) is None


def test_files_are_chosen_and_left_out() -> None:
    k = konfig('filer = ["avtaler/**", "ekstra.yaml"]\nutelat = "arkiv"\n')
    assert k.gjelder("avtaler/a.yaml")
    assert k.gjelder("ekstra.yaml")
    assert not k.gjelder("andre/a.yaml")
    assert not k.gjelder("avtaler/arkiv/a.yaml")
    assert konfig("").gjelder("hva/som/helst.yaml")


def test_what_is_said_for_a_path_counts_before_what_is_said_for_all_and_the_last_one_most() -> None:
    k = konfig("""\
        ignorer = ["KON"]
        [alvorlighet]
        VEI423 = "feil"
        [[sti]]
        sti = ["utkast", "prøve/*.yaml"]
        ignorer = "VEI3"
        alvorlighet = {VEI423 = "av"}
        [[sti]]
        sti = "prøve/*"
        [sti.alvorlighet]
        VEI = "råd"
    """)
    vanlig = {"VEI423": Severity.FEIL}
    assert k.oppsett("a.yaml") == Oppsett(ignorer=("KON",), alvorlighet=(vanlig,))
    assert k.oppsett("utkast/a.yaml") == Oppsett(ignorer=("KON", "VEI3"), alvorlighet=({"VEI423": None}, vanlig))
    assert k.oppsett("prøve/a.yaml").alvorlighet == ({"VEI": Severity.RÅD}, {"VEI423": None}, vanlig)


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("2026-11-20", True),
        (" 20.11.2026 ", True),
        ("20. november 2026", True),
        ("31.02.2026", False),
        ("i dag", False),
    ],
)
def test_a_day_is_read_in_the_forms_of_the_agreement(tekst: str, ventet: bool) -> None:
    assert som_dato(tekst) == (date(2026, 11, 20) if ventet else None)

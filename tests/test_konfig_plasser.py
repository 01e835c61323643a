"""Where in avtalegen.toml each value stands, and what is told of a file that is not TOML."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from avtalegen.funn.diagnostic import Rute, Severity
from avtalegen.samling.konfig import Konfig
from avtalegen.samling.konfig.lesing import STØRST
from avtalegen.samling.konfig.plasser import Plasser
from tests.i_ett import i_ett
from tests.konfigprove import FIL, lest


@i_ett(
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

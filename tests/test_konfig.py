"""avtalegen.toml: what it may say, and where findings about it point."""

from __future__ import annotations

from datetime import date

from avtalegen.funn.diagnostic import Severity, Span
from avtalegen.samling.konfig import Konfig
from tests.i_ett import i_ett
from tests.konfigprove import ALVORLIGHET, FIL, ORDLISTE, STI, funn, konfig, lest


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


@i_ett(
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


@i_ett(
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
            (
                "KONF003",
                '1: "Norland"',
                "«distrikt» skal være et politidistrikt, men er «Norland».",
                "Mente du «Nordland politidistrikt»?",
            ),
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

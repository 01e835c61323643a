"""Which codes are meant, which are locked, and what is shown of what is found when somebody has chosen."""

from __future__ import annotations

from avtalegen.funn.begge import i_nynorsk
from avtalegen.funn.diagnostic import Severity
from avtalegen.funn.koder import er_låst, låst, treffer, ukjent
from avtalegen.funn.utvalg import Oppsett
from avtalegen.regler import koder as kjente
from tests.i_ett import i_ett
from tests.test_utvalg import ett, koder, utvalg


@i_ett(
    ("navn", "kode", "ventet"),
    [
        ("VEI423", "VEI423", True),
        ("VEI4", "VEI423", True),
        ("VEI", "VEI423", True),
        ("VEI423", "VEI4", False),
        ("VE", "VEI423", False),
        ("KON", "KONF001", False),
        ("KON", "KON101", True),
        ("VEI42", "VEI432", False),
    ],
)
def test_a_code_is_meant_by_its_beginning_but_not_by_half_a_family(navn: str, kode: str, ventet: bool) -> None:
    assert treffer(navn, kode) == ventet


@i_ett("kode", ["YML001", "SKJ002", "FIL001", "MAL001", "KONF004", "PER101"])
def test_what_must_be_put_right_is_locked(kode: str) -> None:
    assert er_låst(kode)
    assert ukjent(kode, kjente) is None
    assert låst(kode) is not None


@i_ett("navn", ["VEI423", "VEI4", "PER", "PER102", "META101"])
def test_the_rest_can_be_turned_off_also_a_family_with_one_that_can_not(navn: str) -> None:
    assert ukjent(navn, kjente) is None
    assert låst(navn) is None


def test_what_is_locked_is_told_with_what_it_is_about() -> None:
    innvending = låst("YML001")
    assert innvending is not None
    assert innvending.melding == "YML001 kan ikke slås av, for den gjelder hvordan YAML-filen er skrevet."
    assert i_nynorsk(innvending.melding) == "YML001 kan ikkje slåast av, for han gjeld korleis YAML-fila er skriven."


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    assert ukjent("VEI4233", kjente) == ("«VEI4233» er verken en kode eller begynnelsen på en.", "Mente du «VEI423»?")
    assert ukjent("", kjente) is not None
    assert ukjent("QQQ", kjente) == (
        "«QQQ» er verken en kode eller begynnelsen på en.",
        "En kode er for eksempel «VEI417», «VEI4» eller «VEI».",
    )


def test_without_choices_nothing_is_changed() -> None:
    funn = [ett("VEI423"), ett("SKJ001", alvorlighet=Severity.FEIL)]
    assert utvalg("a: 1\n", *funn) == (funn, [])


def test_only_what_is_chosen_is_shown_together_with_what_keeps_a_file_from_being_read() -> None:
    funn = [ett(kode) for kode in ("YML014", "SKJ001", "KONF001", "VEI423", "VEI302", "KON101", "PER101")]
    assert koder(utvalg("", *funn, oppsett=Oppsett(velg=("VEI4", "KON"))).beholdt) == [
        "YML014",
        "SKJ001",
        "KONF001",
        "VEI423",
        "KON101",
        "PER101",
    ]


def test_what_is_ignored_is_gone_but_not_what_is_locked() -> None:
    funn = [ett(kode) for kode in ("VEI423", "VEI302", "PER101", "PER102", "SKJ001")]
    assert koder(utvalg("", *funn, oppsett=Oppsett(ignorer=("VEI4", "PER", "SKJ"))).beholdt) == [
        "VEI302",
        "PER101",
        "SKJ001",
    ]


def test_the_longest_name_decides_how_grave_a_finding_is_and_the_first_table_goes_before_the_next() -> None:
    vanlig = {"VEI": Severity.ADVARSEL, "VEI42": None, "VEI423": Severity.FEIL, "PER": Severity.RÅD, "KON": None}
    egen = {"KON": Severity.FEIL}
    funn = [ett(kode) for kode in ("VEI302", "VEI423", "VEI420", "PER101", "KON101", "REG101")]
    funn[3] = ett("PER101", alvorlighet=Severity.FEIL)
    beholdt = utvalg("", *funn, oppsett=Oppsett(alvorlighet=(egen, vanlig))).beholdt
    assert [(d.code, d.severity.value) for d in beholdt] == [
        ("VEI302", "advarsel"),
        ("VEI423", "feil"),
        ("PER101", "feil"),
        ("KON101", "feil"),
        ("REG101", "råd"),
    ]

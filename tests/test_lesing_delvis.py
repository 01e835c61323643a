"""What can be read of a tree that is no agreement, and what of it could not."""

from __future__ import annotations

from avtalegen.lesing import Mapping, parse
from avtalegen.lesing.delvis import Delvis, read_in_part
from tests.cli_support import VALID
from tests.i_ett import i_ett


def lest(text: str) -> Delvis | None:
    root = parse(text, "a.yaml").root
    assert isinstance(root, Mapping)
    return read_in_part(root)


def sti(route: tuple[object, ...]) -> str:
    return ".".join(map(str, route))


@i_ett(
    ("text", "uleste", "tomme", "lister", "tekster"),
    [
        (VALID, "", "", "", ""),
        # What must be there, where a text can't.
        (VALID.replace("format: 1", "format: x"), "format", "", "", "format.tekst=x"),
        (
            VALID + "politiråd: {møter: {felles: {antall: [[a], b]}}}\n",
            "politiråd.møter.felles.antall",
            "",
            "",
            "politiråd.møter.felles.antall.0.0=a politiråd.møter.felles.antall.1=b",
        ),
        (
            VALID + "politiråd: {møter: {plan: [{dato: [x, y], sted: Rådhuset}]}}\n",
            "politiråd.møter.plan.0.dato",
            "",
            "",
            "politiråd.møter.plan.0.dato.0=x politiråd.møter.plan.0.dato.1=y",
        ),
        (VALID.replace("utkast", "tull"), "avtale.status", "", "", "avtale.status=tull"),
        # What is missing, may be anything.
        (
            VALID + "satsningsområder:\n  - {mål: x}\n",
            "satsningsområder.områder.0.navn",
            "satsningsområder.områder.0.navn",
            "",
            "",
        ),
        (
            VALID + "slt: {koordinator: {navn: [a, b]}}\n",
            "slt.koordinator.navn",
            "",
            "",
            "slt.koordinator.navn.0=a slt.koordinator.navn.1=b",
        ),
        # A list for one thing is the words of that thing, and only the rest of it can't be told.
        (
            VALID + "oppgaver:\n  - {hva: Ringe, frist: [x]}\n  - [a, b]\n",
            "oppgaver.1.ansvarlig oppgaver.1.fra_møte oppgaver.1.frist oppgaver.1.status",
            "",
            "oppgaver",
            "",
        ),
        (
            "parter: x\nformat: 1\navtale: {status: utkast}\n",
            "parter parter.kommuner parter.kommuner.0.kommunenummer parter.politi parter.politi.distrikt",
            "parter parter.kommuner parter.politi",
            "",
            "parter.tekst=x",
        ),
    ],
)
def test_what_could_not_be_read_is_known_by_its_place(
    text: str, uleste: str, tomme: str, lister: str, tekster: str
) -> None:
    delvis = lest(text)
    assert delvis is not None
    assert sorted(map(sti, delvis.uleste)) == uleste.split()
    assert sorted(map(sti, delvis.tomme)) == tomme.split()
    assert sorted(map(sti, delvis.lister)) == lister.split()
    assert [f"{sti(route)}={one}" for route, one in delvis.tekster] == tekster.split()


def test_what_stands_beside_it_is_read() -> None:
    delvis = lest(
        VALID.replace("1859", "") + "politiråd: {møter: {plan: [{dato: [x, y], sted: Rådhuset}]}}\nslt: [a, b]\n"
    )
    assert delvis is not None
    assert delvis.avtale.politiråd is not None
    assert delvis.avtale.politiråd.møter is not None
    assert [møte.sted for møte in delvis.avtale.politiråd.møter.plan] == ["Rådhuset"]
    assert delvis.avtale.parter.politi.distrikt == "Nordland politidistrikt"


def alt(text: str) -> tuple[Delvis, str]:
    """What can be read, and all that is told of what could not."""
    delvis = lest(VALID + text)
    assert delvis is not None
    ruter = (*delvis.uleste, *delvis.tomme, *delvis.lister, *(route for route, _ in delvis.tekster))
    return delvis, " ".join(sorted(map(sti, ruter)))


@i_ett(
    ("områder", "navn", "resten"),
    [
        ("  - [Rus, Fart]\n", ["Rus", "Fart"], False),
        ("  - Rus\n  - [Fart]\n  - Vold\n", ["Rus", "Fart", "Vold"], False),
        ("  - Rus\n  - [[Fart]]\n", ["Rus", "Fart"], False),
        ("  - Rus\n  - [Fart, Vold]\n", ["Rus", "Fart\nVold"], True),  # which of them is one, nobody can tell
    ],
)
def test_a_list_too_much_is_taken_away(områder: str, navn: list[str], resten: bool) -> None:
    delvis, ruter = alt(f"satsningsområder:\n{områder}")
    assert delvis.avtale.satsningsområder is not None
    assert [område.navn for område in delvis.avtale.satsningsområder.områder] == navn
    assert bool(ruter) is resten
    assert delvis.lister == ({("satsningsområder", "områder")} if resten else set())


def test_what_says_something_in_the_wrong_shape_is_read_for_what_it_says() -> None:
    delvis, ruter = alt("slt: {navn: SLT, mål: {a: b}, tekst: {c: d}}\n")
    assert delvis.avtale.slt is not None
    assert (delvis.avtale.slt.navn, delvis.avtale.slt.mål, delvis.avtale.slt.tekst) == ("SLT", ("b",), "d")
    assert ruter == ""
    delvis, ruter = alt("politikontakt: {navn: Kari, oppgaver: {x: ringe}}\n")
    assert [punkt.hva for punkt in delvis.avtale.politikontakt[0].oppgaver] == ["ringe"]
    assert ruter == "politikontakt.0.oppgaver.0.x"
    assert alt("oppgaver:\n  - navnet: Ringe\n    hva: [a, b]\n")[1] == "oppgaver.0.navnet"
    # Who somebody is, is not read of words.
    assert alt("politiråd: {leder: [a, b]}\n")[1] == "politiråd.leder politiråd.leder.0 politiråd.leder.1"
    delvis, ruter = alt("slt: {nivåer: [a, b]}\n")
    assert delvis.avtale.slt is not None
    assert (delvis.avtale.slt.nivåer.merknad, ruter) == (
        "a\nb",
        "slt.nivåer.koordinerende slt.nivåer.styrende slt.nivåer.utførende",
    )
    assert alt("vedlegg: {x: {y: z}}\n")[1] == "vedlegg.0.tittel vedlegg.0.x.y"
    assert alt("signaturer: [{dato: {}}]\n")[1] == "signaturer.0.dato"
    # Nor is what stands in another place.
    assert alt("zzz: tull\nsatsningsområder:\n  - {mål: x}\n")[1].count("satsningsområder.områder.0.navn") == 2
    assert alt("slt: {mål: {}}\n")[1] == "slt.mål.0 slt.mål.0"
    assert alt("politiråd: {møter: {plan: [[2027-01-01]]}}\n")[1] == ""


def test_several_texts_are_not_read_as_one_answer() -> None:
    delvis = lest(VALID + "slt:\n  koordinatorens_rolle: Være drivkraften\n  tekst: ja\n")
    assert delvis is not None
    assert delvis.avtale.slt is None or not delvis.avtale.slt.etablert
    assert (("slt", "koordinatorens_rolle", 0), "Være drivkraften") in delvis.tekster


def test_what_an_unknown_key_may_stand_for_is_known() -> None:
    delvis = lest(VALID + "politirad: {leder: ordfører}\n")
    assert delvis is not None
    assert delvis.mulige == {("politiråd",)}
    assert [f"{sti(route)}={one}" for route, one in delvis.tekster] == ["politiråd.leder=ordfører"]
    andre = lest(VALID + "zzz: tull\n")
    assert andre is not None
    assert ("periode",) in andre.mulige
    assert ("politiråd",) in andre.mulige
    assert ("lokale_avsnitt",) not in andre.mulige  # it would be a mapping

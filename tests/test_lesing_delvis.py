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


def test_what_an_unknown_key_may_stand_for_is_known() -> None:
    delvis = lest(VALID + "politirad: {leder: ordfører}\n")
    assert delvis is not None
    assert delvis.mulige == {("politiråd",)}
    assert [f"{sti(route)}={one}" for route, one in delvis.tekster] == ["politiråd.leder=ordfører"]
    andre = lest(VALID + "zzz: tull\n")
    assert andre is not None
    assert ("periode",) in andre.mulige
    assert ("politiråd",) not in andre.mulige  # it would be a mapping

"""The proposals: each complete and correct when it is chosen, alone and with the others, in both målformer."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

import pytest
import yaml

from avtalegen.flyt import check
from avtalegen.forslag.veilederens import Forslag, Når, for_kode, for_rute, forslag, tekst_i_yaml
from avtalegen.funn.diagnostic import Diagnostic, Severity
from avtalegen.lesing import parse, to_data
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.former import Målform
from avtalegen.modell.lokaltekst import FREMMEDE, målform_av
from avtalegen.regler import Valg
from avtalegen.regler.katalog import katalog
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.nyprove import HALLINGDAL, foreslått, tekst, valgt

I_DAG = date(2026, 11, 1)
NAVN = {
    f"{hvem} på {målform.value}": (numre, målform)
    for hvem, numre in {"én kommune": ("1859",), "flere kommuner": HALLINGDAL}.items()
    for målform in Målform
}


@cache
def filen(navn: str) -> tuple[str, Målform, int]:
    """Return a file with all the proposals, its målform, and of how many kommuner it is."""
    numre, målform = NAVN[navn]
    return tekst(*numre, nynorsk=målform is Målform.NYNORSK), målform, len(numre)


def alle() -> list[tuple[Forslag, str]]:
    """Return every proposal with each of the files that it stands in."""
    return [
        (ett, fil)
        for fil, målform, kommuner in map(filen, NAVN)
        for ett in forslag(målform)
        if ett.passer(kommuner, kommuner // 3)
    ]


def funn(text: str) -> tuple[Diagnostic, ...]:
    found = check(text, "prøve.yaml", Valg(I_DAG)).diagnostics
    assert [d for d in found if d.code.startswith(("YML", "SKJ", "ARV"))] == []
    return found


@cache
def alvorlige(text: str) -> set[tuple[str, str]]:
    return {(d.code, d.message) for d in funn(text) if d.severity is not Severity.RÅD}


def på(text: str, rute: tuple[str, ...]) -> Any:
    """Return what stands at a place in a file, as plain data; in a list it is the first item."""
    root = parse(text, "prøve.yaml").root
    assert root is not None
    verdi: Any = to_data(root)
    for nøkkel in rute:
        verdi = (verdi[0] if isinstance(verdi, list) else verdi).get(nøkkel)
        if verdi is None:
            return None
    return verdi


def test_there_is_a_proposal_for_every_kind_of_agreement() -> None:
    assert len(forslag(Målform.BOKMÅL)) > 20
    assert {ett.når for ett in forslag(Målform.BOKMÅL)} == set(Når)


@i_ett("case", lambda: utvalg(alle(), 20))
def test_a_proposal_that_is_chosen_alone_says_what_it_says_and_causes_nothing_grave(case: tuple[Forslag, str]) -> None:
    ett, fil = case
    assert på(fil, ett.rute) is None, "it is not agreed before somebody chooses it"
    assert ett.rute in foreslått(fil)
    chosen = valgt(fil, ett.rute)
    assert på(chosen, ett.rute) == ett.verdi
    assert alvorlige(chosen) <= alvorlige(fil)


@pytest.mark.parametrize("navn", NAVN)
def test_all_of_them_together_leave_nothing_that_they_are_for(navn: str) -> None:
    fil, målform, kommuner = filen(navn)
    chosen = valgt(fil)
    for ett in forslag(målform):
        assert på(chosen, ett.rute) == (ett.verdi if ett.passer(kommuner, kommuner // 3) else None)
    found = funn(chosen)
    assert {(d.code, d.message) for d in found if d.severity is not Severity.RÅD} <= alvorlige(fil)
    assert {d.code for d in found} & {kode for ett in forslag(målform) for kode in ett.regler} == set()


@pytest.mark.parametrize("navn", NAVN)
def test_no_two_of_them_contradict_each_other(navn: str) -> None:
    fil, målform, kommuner = filen(navn)
    før = alvorlige(fil)
    ruter = [ett.rute for ett in forslag(målform) if ett.passer(kommuner, kommuner // 3)]
    for par in utvalg(list(combinations(ruter, 2)), 8):
        assert alvorlige(valgt(fil, *par)) <= før, par


@pytest.mark.parametrize("navn", NAVN)
def test_who_says_no_to_slt_and_has_no_secretary_can_choose_all_the_others(navn: str) -> None:
    fil, målform, _ = filen(navn)
    uten = "\n".join(linje for linje in fil.split("\n") if "sekretær:" not in linje)
    chosen = valgt(uten, *(ett.rute for ett in forslag(målform) if ett.rute != ("slt",))) + "slt: nei\n"
    assert "VEI606" not in {d.code for d in funn(chosen)}
    andre = [str(ett.verdi).casefold() for ett in forslag(målform) if ett.rute != ("slt",)]
    assert [verdi for verdi in andre if "sekretær" in verdi or "slt" in verdi] == []


@pytest.mark.parametrize("målform", Målform)
def test_a_proposal_is_in_one_målform_and_says_the_same_as_the_other(målform: Målform) -> None:
    for en, annen in zip(forslag(Målform.BOKMÅL), forslag(Målform.NYNORSK), strict=True):
        assert (en.rute, en.regler, en.når) == (annen.rute, annen.regler, annen.når)
        assert fasong(en.verdi) == fasong(annen.verdi)
    for ett in forslag(målform):
        for sagt in (ett.hvorfor, *tekster(ett.verdi)):
            assert målform_av(sagt, målform) is målform
            andre = FREMMEDE[målform]
            assert not any(andre.har(ord_) for ord_ in sagt.casefold().split()), sagt


def fasong(verdi: Any) -> Any:
    if isinstance(verdi, dict):
        return {nøkkel: fasong(en) for nøkkel, en in verdi.items()}
    return [fasong(en) for en in verdi] if isinstance(verdi, list) else "tekst"


def tekster(verdi: Any) -> list[str]:
    if isinstance(verdi, str):
        return [verdi]
    return [sagt for en in (verdi.values() if isinstance(verdi, dict) else verdi) for sagt in tekster(en)]


@i_ett("ett", forslag(Målform.BOKMÅL), ids=lambda ett: ".".join(ett.rute))
def test_a_proposal_is_for_a_place_and_a_rule_that_are_there(ett: Forslag) -> None:
    del_: type[Del] | None = Avtale
    for nøkkel in ett.rute:
        assert del_ is not None
        del_ = del_i(del_.felter[nøkkel].type)
    assert ett.regler
    assert set(ett.regler) <= set(katalog())
    assert ett.hvorfor.endswith((".", ")."))
    assert "(kap. " in ett.hvorfor


def test_nobody_is_given_authority() -> None:
    """Who can bind an organisation is for the law and for kommunestyret to say."""
    for målform in Målform:
        assert for_rute(("politiråd", "fullmakt"), målform) is None
        for ett in forslag(målform):
            sagt = " ".join(tekster(ett.verdi)).casefold()
            assert not any(ord_ in sagt for ord_ in ("forplikt", "fullmakt", "avgjør", "avgjer", "bestem")), ett.rute


def test_a_proposal_is_found_by_its_place_and_by_its_code() -> None:
    nb, nn = (for_rute(("politikontakt", 0, "oppgaver"), målform) for målform in Målform)
    assert nb is not None
    assert nn is not None
    assert nb.rute == nn.rute == ("politikontakt", "oppgaver")
    assert nb.verdi != nn.verdi
    assert for_kode("VEI503", Målform.NYNORSK) == (nn,)
    assert [ett.rute[-1] for ett in for_kode("VEI416", Målform.BOKMÅL)] == ["per_år", "per_kommune"]
    assert for_rute(("politiråd",), Målform.BOKMÅL) is None
    assert for_kode("REG101", Målform.BOKMÅL) == ()


@i_ett("verdi", ["ja", "100 %", "a: b", "a #b", "- a", "«a»", 'a "b"', "a,b", "[a]", "a:", "*a", " a", "a\\", "?"])
def test_a_text_is_read_as_it_was(verdi: str) -> None:
    for liste in (False, True):
        skrevet = tekst_i_yaml(verdi, liste=liste)
        assert yaml.load(f"[{skrevet}]" if liste else f"a: {skrevet}", yaml.BaseLoader) == (
            [verdi] if liste else {"a": verdi}
        )


MINST = 'format: 1\navtale: {målform: MÅLFORM}\nparter: {kommuner: "1859", politi: Nordland}\n'


def hjelp(yaml_: str, kode: str, målform: str = "bokmål") -> str:
    (ett,) = [d for d in funn(MINST.replace("MÅLFORM", målform) + yaml_) if d.code == kode]
    return ett.hint or ""


@pytest.mark.parametrize(
    ("yaml_", "kode", "ventet"),
    [
        ("politiråd: {leder: ordfører}", "VEI419", "Forslag: «innhold: [oppgaver, ansvarlige, frister]» under "),
        ("politiråd: {referat: arkivet}", "VEI419", "Forslag: «innhold: [oppgaver, ansvarlige, frister]» under "),
        ("politiråd: {møter: {per_år: 2}}", "VEI417", "Forslag: «per_år: 4» under «politiråd.møter»."),
        ("evaluering: {hyppighet: årlig}", "VEI704", "Forslag: «spørsmål: [Hva er gjort siden sist?, Hva har vi lært?, "
         "Hva virket godt?]» under «evaluering»."),
        ("slt: {etablert: ja, koordinator: Kari}", "VEI601", "Forslag: «nivåer: {styrende: politirådet, "),
        ("politikontakt: {navn: Kari Nordmann, stillingsandel: 50 %}", "VEI507", "Forslag: «stillingsandel: 100 %»"),
    ],
)  # fmt: skip
def test_a_finding_shows_what_could_be_written(yaml_: str, kode: str, ventet: str) -> None:
    først, vist = hjelp(yaml_, kode).split("\n")
    assert først.endswith((".", "»"))
    assert vist.startswith(ventet)
    assert len(hjelp(yaml_, kode, "nynorsk").split("\n")) == 2


def test_a_proposal_is_in_the_målform_of_the_agreement() -> None:
    assert hjelp("politiråd: {leder: ordførar}", "VEI418", "nynorsk").endswith(
        "Forslag: «innkallingsfrist: to veker» under «politiråd.møter»."
    )


@pytest.mark.parametrize(
    ("yaml_", "kode"),
    [
        ("slt: nei", "VEI604"),  # somebody has chosen
        ("politiråd: {mandat: [Forebygge kriminalitet]}", "VEI401"),  # a list of one's own
        ("politikontakt: {navn: Kari Nordmann, oppgaver: [Gi råd]}", "VEI503"),
        ("evaluering: {hyppighet: årlig, ansvarlige: [lensmannen]}", "VEI702"),
        ("periode: 2026–2029", "VEI302"),  # the help says the same already
        ("", "VEI304"),  # nobody can propose what to work for
    ],
)
def test_what_is_written_or_can_not_be_proposed_is_left_in_peace(yaml_: str, kode: str) -> None:
    assert "Forslag" not in hjelp(yaml_, kode)

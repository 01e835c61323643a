"""What people write where something is still to be filled in: read as one thing, and shown as «[Fyll inn: …]»."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from pydantic import ValidationError

from avtalegen.komponering import compose
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import del_i
from avtalegen.modell.egneord import EgneOrd
from avtalegen.modell.former import Målform
from avtalegen.modell.ufylt import UFYLT, lest_ufylt
from tests.dokumenttekst import to_text
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.test_hvert_felt import UTENOM, Rute, agreement, keys, parts
from tests.test_setninger import sagt

UFYLTE: dict[Any, str] = {
    "FYLL INN": "",
    "FYLL INN: navn": "navn",
    "[Fyll inn]": "",
    "[fyll inn navn]": "navn",
    "[Fyll inn: navn på kontakten]": "navn på kontakten",
    "Fyll inn navn": "navn",
    "[fyll inn rapporten]": "rapporten",
    "(fylles ut)": "",
    "(fyllast ut)": "",
    "<sett inn navn>": "navn",
    "[set inn dato]": "dato",
    "XX": "",
    "xxxx": "",
    "[XX]": "",
    "…": "",
    "[…]": "",
    "....": "",
    "____": "",
    "TODO": "",
    "TODO: finne en dato": "finne en dato",
    "xx.xx.2026": "xx.xx.2026",
    "xx. mars 2026": "xx. mars 2026",
    "2026/xxxx": "2026/xxxx",
    "uke XX": "uke XX",
    "XX skole": "XX skole",
    "xx minutter": "xx minutter",
    "22 xx xx xx": "22 xx xx xx",
    "+47 xx xx xx xx": "+47 xx xx xx xx",
    "12. mai 20XX": "12. mai 20XX",
    "[XX.XX.2026]": "XX.XX.2026",
    "dd.mm.åååå": "dd.mm.åååå",
    "[DD.MM.ÅÅÅÅ]": "DD.MM.ÅÅÅÅ",
    "[TODO: finne en dato]": "finne en dato",
    "[navn]": "navn",
    "[sett inn namn]": "namn",
    "<dato>": "dato",
    "(Telefonnummer)": "Telefonnummer",
    "{{ epost }}": "epost",
    "N.N.": "",
    "N. N.": "",
    "NN": "",
    "Uke XX": "Uke XX",
    "Ordfører XX": "Ordfører XX",
    "SLT-koordinator XX": "SLT-koordinator XX",
    "PS XX/26": "PS XX/26",
    "fylles ut": "",
    "Fyllast ut.": "",
    "(fylles ut senere)": "",
    "må fyllast ut seinare": "",
    "Skal settes inn etterpå": "",
    "??": "",
    "TBD": "",
    "tbd: dato": "dato",
    "Klikk eller trykk her for å skrive inn tekst.": "",
    "[Klikk her for å velge]": "",
}
FYLTE = (
    # A name is no place for one, and nothing else is said of a word outside the brackets.
    *(
        "Club XX",
        "FC XX",
        "IL XX",
        "Studio XXX",
        "nn",
        "N.N. Hansen",
        "NNN",
        "navn",
        "[Kari",
        "(navn) Kari",
        "Seksjonssjef (navn)",
    ),
    *("x", "XXL", "Max", "Exxon", "MXX-laget", "Kari XXL", "xx-laget møtes", "post@xx.no", "https://xx.no/a", "a__b"),
    *("…og så videre", "en … to", "1...5", "–", "[Vedlegg](vedlegg.md)", "[Kari]", "Fyller inn avvik", "Fyllingsdalen"),
    *("Fyll inn skjemaet på politiet.no", "Fyll inn et avvik", "fyll inn meldeskjema"),
    *(
        "Todolisten",
        "Todo-liste for rådet",
        "(todo-listen)",
        "TBD-modellen",
        "Møtet er i uke XX på rådhuset",
        "Fyll inn\nto linjer",
    ),
    *("Fylles ut av sekretæren", "Skjemaet fylles ut", "Må fylles ut før møtet", "Settes inn i fondet", "Skal vi?"),
    *("Hva??", "?", "Klikk på lenken", "Fylles ut\nsenere", "Klikk her for å lese avtalen"),
)


@i_ett(("skrevet", "hva"), UFYLTE.items())
def test_what_is_left_to_fill_in(skrevet: str, hva: str) -> None:
    assert lest_ufylt(skrevet) == (f"{UFYLT}: {hva}" if hva else UFYLT)


@i_ett("skrevet", FYLTE)
def test_what_only_looks_like_it(skrevet: str) -> None:
    assert lest_ufylt(skrevet) is None


@i_ett("tegn", "_.xX…")
def test_a_line_to_write_on_with_more_behind_it_is_read_at_once(tegn: str) -> None:
    assert lest_ufylt(tegn * 190 + " (sted)") is None  # outlasts the sun when the line is divided in every way


def test_what_is_as_long_as_a_text_is_one_unless_ny_has_marked_it() -> None:
    assert lest_ufylt(f"TODO: {194 * 'a'}") == f"{UFYLT}: {194 * 'a'}"
    assert lest_ufylt(f"TODO: {195 * 'a'}") is None
    assert lest_ufylt(f"{UFYLT}: {195 * 'a'}") == f"{UFYLT}: {195 * 'a'}"


@i_ett(
    "skrevet",
    [None, 3, [], ["a", "b"], ["XX", "XX"], {}, {"Fyll inn": "a", "TODO": "b"}, [{"Fyll inn": 3}], [{"navn": "Kari"}]],
)
def test_what_is_no_text_in_brackets(skrevet: Any) -> None:
    assert lest_ufylt(skrevet) is None


@i_ett(
    ("skrevet", "hva"),
    [(["sett inn navn"], ": navn"), (["skriv her"], ""), (["[XX]"], ""), ([["…"]], ""), ([{"TODO": None}], "")],
)
def test_what_has_brackets_around_it_in_yaml_has_them_when_it_is_read(skrevet: Any, hva: str) -> None:
    assert lest_ufylt(skrevet) == f"{UFYLT}{hva}"


I_KLAMMER = {
    # To YAML, what has no quotes around its brackets is a list, and with a colon a list of a mapping.
    "politikontakt: { navn: [Fyll inn] }": "Politikontakt er [Fyll inn].",
    "politikontakt: { navn: Kari, enhet: [fyll inn enheten] }": "Politikontakt er Kari ved [Fyll inn: enheten].",
    "politikontakt: { navn: Kari, enhet: [Fyll inn: enheten] }": "Politikontakt er Kari ved [Fyll inn: enheten].",
    "politikontakt: { navn: Kari, enhet: [[…]] }": "Politikontakt er Kari ved [Fyll inn].",
    "politiråd: { leder: [Fyll inn: leder] }": "[Fyll inn: leder].",
    "politikontakt: { navn: Kari, enhet: [navn] }": "Politikontakt er Kari ved [Fyll inn: navn].",
    "politikontakt: { navn: NN }": "Politikontakt er [Fyll inn].",
    "periode: { fra: [Fyll inn], til: XX.XX.2027 }": "fra [Fyll inn] til [Fyll inn: XX.XX.2027].",
    'periode: { fra: "FYLL INN: første dag", varighet: 3 år }': "[Fyll inn: første dag], i 3 år",
    "periode: { fra: xx.xx.2026, varighet: XX år }": "fra [Fyll inn: xx.xx.2026], [Fyll inn: XX år].",
    "politikontakt: { tilstedeværelse: { dager: [Fyll inn] } }": "[Fyll inn].",
    "politiråd: { formål: […, å samordne] }": "- [Fyll inn] - Å samordne",
    "politiråd: { formål: [TODO: målet, å samordne] }": "- [Fyll inn: målet] - Å samordne",
    "periode: { fra: [XX.XX.2026], til: dd.mm.åååå }": "fra [Fyll inn: XX.XX.2026] til [Fyll inn: dd.mm.åååå].",
}


@i_ett(("yaml", "sier"), I_KLAMMER.items())
def test_brackets_in_yaml(yaml: str, sier: str) -> None:
    for målform in Målform:
        assert sier.casefold() in sagt(yaml, målform).replace("frå", "fra").casefold()


KAN_IKKE_STÅ_ÅPENT = {
    ("status", "XX"): "«XX» er ikke blant valgene her.",
    ("målform", "[fyll inn]"): "«[fyll inn]» er ikke blant valgene her.",
}


@i_ett(("sted", "sier"), KAN_IKKE_STÅ_ÅPENT.items())
def test_what_decides_how_the_document_is_made_is_told_of_as_it_is_written(sted: tuple[str, str], sier: str) -> None:
    nøkkel, verdi = sted
    with pytest.raises(ValidationError) as feil:
        Avtale.model_validate(agreement((), {"avtale": {nøkkel: verdi}}))
    assert [en["msg"] for en in feil.value.errors()] == [sier]


def felter() -> Iterator[tuple[Rute, str]]:
    """Give every field that may hold words."""
    for rute, part in parts():
        for felt in part.felter.values():
            sti = (*keys(rute), felt.nøkkel)
            # What has a place in the format alone, and the answers that tell how the document is made, have no words.
            if del_i(felt.type) is None and sti not in UTENOM and felt.nøkkel != "bindeord" and sti not in UTEN_ORD:
                yield rute, felt.nøkkel


UTEN_ORD = {
    *(("avtale", "målform"), ("avtale", "status"), ("politikontakt", "status")),
    ("tjenestetilbud", "responstid", "område"),  # says nothing without the minutes
}


def vist(rute: Rute, nøkkel: str, verdi: str) -> str:
    data = agreement(rute, {nøkkel: verdi})
    data["avtale"] = {**data["avtale"], "status": "utkast"}
    document = compose(Avtale.model_validate(data)).document
    assert document is not None
    return to_text(document)


@i_ett(
    ("rute", "nøkkel", "verdi"), lambda: [(*felt, verdi) for felt, verdi in zip(utvalg(felter(), 120), cycle(UFYLTE))]
)
def test_in_every_field(rute: Rute, nøkkel: str, verdi: str) -> None:
    assert f"[Fyll inn{': ' if UFYLTE[verdi] else ''}{UFYLTE[verdi]}]" in vist(rute, nøkkel, verdi)


@i_ett(("rute", "nøkkel"), lambda: [(rute, felt) for rute, felt in felter() if _er_valg(rute, felt)])
def test_other_words_than_a_choice_stand_alone(rute: Rute, nøkkel: str) -> None:
    assert "tas opp senere" in vist(rute, nøkkel, "Tas opp senere").casefold()


def _er_valg(rute: Rute, nøkkel: str) -> bool:
    felt = (rute[-1].type if rute else Avtale).felter[nøkkel]
    return isinstance(felt.type, type) and issubclass(felt.type, EgneOrd)

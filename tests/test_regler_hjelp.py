"""What several rules ask of an agreement: who people are, which kommuner a text names, and how messages say things."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from avtalegen.funn.begge import i_nynorsk
from avtalegen.funn.ordlyd import antall, liste, stor
from avtalegen.modell.datering import datering_i_ord, les_datering
from avtalegen.modell.deler import Rolle
from avtalegen.modell.former import Målform
from avtalegen.modell.tid import dag_i_ord
from avtalegen.regler import Behov, Kontekst, Valg
from avtalegen.regler.grunnlag import i_begge
from avtalegen.regler.gyldighet import er_utløpt, første_gyldige_dag, siste_gyldige_dag
from avtalegen.regler.omtale import egen_overskrift, er_nevnt, ufylt
from avtalegen.regler.parter import finn_distrikt, kommunen, kommuner_i
from avtalegen.regler.politikontakt import flere_er_godkjent
from avtalegen.regler.roller import (
    er_enhetslederens,
    er_leder_i_politiet,
    er_overordnet_leder,
    er_tjenesteenhetsleder,
    samme_navn,
    titler,
)
from avtalegen.regler.samarbeid import beskrevet_råd, har_samarbeid, har_slt, har_tjenestetilbud
from tests.i_ett import i_ett
from tests.test_regler import I_DAG
from tests.test_rep import kontekst as kontekst_i

TRE = "parter: {kommuner: [1859, 1860, 1875], politi: {distrikt: Nordland, leder: {tittel: Lensmann, navn: Kari Li}}}\n"


@cache
def kontekst(yaml: str = "") -> Any:
    return kontekst_i(yaml, "a.yaml")


def test_how_a_message_says_things() -> None:
    dager = (les_datering(en) for en in ("2024-10-25", "oktober 2024", "2024"))
    assert [datering_i_ord(en) for en in dager if en] == ["25. oktober 2024", "i oktober 2024", "i 2024"]
    assert [dag_i_ord(date(2027, 1, 2)), dag_i_ord(date(2027, 12, 31))] == ["2. januar 2027", "31. desember 2027"]
    assert [liste(["a"]), liste("ab"), liste("abc", "eller")] == ["a", "a og b", "a, b eller c"]
    assert [stor("ola nes"), stor("Ola"), stor("")] == ["Ola nes", "Ola", ""]
    assert [antall(n, "møte", "møter") for n in (0, 1, 2)] == ["0 møter", "1 møte", "2 møter"]


GRUNNLAG = {
    "veilederen 4.1.2 og politiloven, § 27 a": "rettleiaren 4.1.2 og politilova, § 27 a",
    "veilederen 4.3, kommuneloven §§ 17-1 og 18-1": "rettleiaren 4.3, kommunelova §§ 17-1 og 18-1",
    "politiregisterloven § 23 og forvaltningsloven": "politiregisterlova § 23 og forvaltningslova",
    "personvernforordningen artikkel 6": "personvernforordninga artikkel 6",
    "personopplysningsloven § 12": "personopplysningslova § 12",
    "politidistriktsforskriften": "politidistriktsforskrifta",
    "sameloven §§ 3-1 til 3-3": "samelova §§ 3-1 til 3-3",
    "eSignering, antall undertegnere": "eSignering, talet på underteiknarar",
    "registeret": "registeret",
}


def test_what_a_rule_rests_on_is_named_in_both_languages() -> None:
    begge = [i_begge(navn) for navn in GRUNNLAG]
    assert {str(en): en.nn for en in begge if en} == GRUNNLAG
    assert i_begge("") is None


@i_ett(
    ("tittel", "enhetens", "overordnet"),
    [
        ("lensmann", True, False),
        ("lensmannen", True, False),
        ("lensmannsbetjent", False, False),
        ("stasjonssjef", True, False),
        ("leiar av tenesteeininga", True, False),
        ("nestleder / stasjonssjef", True, False),
        ("nestleder, lensmann", True, False),
        ("nestleder eller leder", True, False),
        ("vaktleder og seksjonssjef", False, False),
        ("leder forebygging", False, False),
        ("leiar førebygging", False, False),
        ("påtaleleder", False, False),
        ("etterretningsleder", False, False),
        ("etterforskningsleder", False, False),
        ("innsatsleder", False, False),
        ("operasjonsleder", False, False),
        ("prosjektleder", False, False),
        ("lagleder", False, False),
        ("gruppeleder", False, False),
        ("avsnittsleder", False, False),
        ("GDE-leder", False, True),
        ("driftsenhetsleder", False, True),
        ("leiar av driftseininga", False, True),
        ("gde", False, False),
        ("politimester", False, True),
        ("politimeister", False, True),
        ("rådmann", False, False),
    ],
)
def test_which_leader_a_title_is_of(tittel: str, enhetens: bool, overordnet: bool) -> None:
    assert er_enhetslederens(tittel.casefold()) == enhetens
    assert er_overordnet_leder(Rolle(tittel=tittel)) == overordnet
    assert er_tjenesteenhetsleder(kontekst(), Rolle(tittel=tittel)) == enhetens


@i_ett(
    ("rolle", "lederen", "i_politiet", "fra_politiet"),
    [
        (Rolle(navn="kari  LI"), True, True, True),
        (Rolle(tittel="lensmann"), True, True, True),
        (Rolle(tittel="Lensmann Lofoten"), True, True, True),
        (Rolle(tittel="Kari Li"), False, True, True),
        (Rolle(tittel="sjef"), True, False, True),
        (Rolle(tittel="driftsenhetsleder"), False, True, True),
        (Rolle(tittel="politiinspektør"), False, True, True),
        (Rolle(tittel="seksjonssjef"), False, False, True),
        (Rolle(tittel="seksjonsleiar"), False, False, True),
        (Rolle(tittel="politioverbetjent"), False, False, False),
        (Rolle(tittel="rektor", navn="Ola"), False, False, False),
    ],
)
def test_who_may_decide_for_the_police(rolle: Rolle, lederen: bool, i_politiet: bool, fra_politiet: bool) -> None:
    k = kontekst(TRE)
    assert er_tjenesteenhetsleder(k, rolle) == lederen
    assert er_leder_i_politiet(k, rolle, fra_politiet=False) == i_politiet
    assert er_leder_i_politiet(k, rolle, fra_politiet=True) == fra_politiet


@i_ett(
    ("leder", "tittel", "lederen"),
    [
        ("Seksjonssjef", "seksjonssjef", True),
        ("Seksjonssjef", "Seksjonssjef Lofoten", True),
        ("Seksjonssjef", "Seksjonssjefen", False),
        ("Seksjonssjef", "Vår seksjonssjef", False),
        ("Seksjonssjef", "Vaktleder", False),
        ("FYLL INN", "FYLL INN tittel", False),
    ],
)
def test_the_leader_is_the_one_that_the_agreement_names(leder: str, tittel: str, lederen: bool) -> None:
    k = kontekst(
        f"parter: {{kommuner: 1859, politi: {{distrikt: Nordland, leder: {{tittel: {leder}, navn: Kari}}}}}}\n"
    )
    assert er_tjenesteenhetsleder(k, Rolle(tittel=tittel)) == lederen


def test_a_person_is_known_by_name_and_roles() -> None:
    assert titler(Rolle(tittel="Rektor", også=("Leder", "FAU"))) == "rektor / leder / fau"
    assert titler(Rolle(navn="Kari")) == ""
    assert samme_navn("Kari  Li", "kari li")
    assert not samme_navn("Kari Li", "Kari Moe")
    assert not samme_navn(None, None)
    assert not samme_navn("", "")
    assert not samme_navn("FYLL INN", "FYLL INN")
    assert not samme_navn("…", "…")
    assert [ufylt(en) for en in ("FYLL INN: navn", "…", "–", "Kari", "a", None)] == [True, True, True, *[False] * 3]


@i_ett(
    ("tekst", "ventet"),
    [
        ("ordfører i Flakstad", {0}),
        ("Vestvågøys kommunedirektør", {1}),
        ("Flakstad/Vestvågøy", {0, 1}),
        ("rektor i Hábmer", {2}),
        ("1860", {1}),
        ("alle kommunene", {0, 1, 2}),
        ("heile regionen", {0, 1, 2}),
        ("samtlige", {0, 1, 2}),
        ("Moskenes", set()),
        ("Flakstadøya", None),
        ("Lofoten", None),
    ],
)
def test_which_kommuner_a_text_names(tekst: str, ventet: set[int] | None) -> None:
    assert kommuner_i(kontekst(TRE), tekst) == ventet


def test_a_kommune_goes_by_its_number_and_all_its_names() -> None:
    numre = "{kommunenummer: 1875, navn: Hamarøy  Kommune}, 9999"
    k = kontekst(f"parter: {{kommuner: [{numre}], politi: Nordland politidistrikt}}\n")
    assert k.kommunenavn == (("1875", "hamarøy", "hamarøy", "hábmer"), ("9999",))


def test_the_parties_are_called_what_people_call_them() -> None:
    assert [kommunen(kontekst()), kommunen(kontekst(TRE))] == ["kommunen", "kommunene"]
    assert [i_nynorsk(kommunen(kontekst(en))) for en in ("", TRE)] == ["kommunen", "kommunane"]
    navn = ("Nordland", " Nordland PD ", "politiet i Nordland", "Nordland politi", "Politiet i Nordland pd.")
    assert {getattr(finn_distrikt(en), "navn", None) for en in navn} == {"Nordland politidistrikt"}
    assert [finn_distrikt(en) for en in ("Narnia", "")] == [None, None]


@i_ett(
    ("tekst", "godkjent"),
    [
        ("Politidirektoratet har godkjent fire kommuner.", True),
        ("Det er gitt dispensasjon frå POD.", True),
        ("Politidirektoratet har ikke godkjent dette.", False),
        ("Vi venter på godkjenning fra Politidirektoratet.", False),
        ("Politidirektoratet er orientert.", False),
        ("Kommunestyret har godkjent avtalen.", False),
        ("Den som har podagra, får unntak.", False),
        ("Politidirektoratet er orientert.\\nKommunestyret har godkjent avtalen.", False),
    ],
)
def test_more_kommuner_are_approved_only_when_it_is_said(tekst: str, godkjent: bool) -> None:
    assert flere_er_godkjent(kontekst(f'politiråd: {{mandat: ["{tekst}"]}}\n')) == godkjent


@i_ett(
    ("yaml", "samarbeid", "slt", "tilbud"),
    [
        ("", False, False, False),
        ("politiråd: {navn: Rådet}\n", True, False, False),
        ("politiråd: {egen_avtale: Vedlegg 2}\n", False, False, False),
        ("politiråd: {egen_avtale: Vedlegg 2, navn: Rådet}\n", False, False, False),
        ("politiråd: {egen_avtale: Vedlegg 2, møter: 4}\n", True, False, False),
        ("slt: {etablert: ja}\n", True, True, False),
        ("slt: {etablert: nei, navn: SLT}\n", False, False, False),
        ("slt: {navn: SLT}\n", True, True, False),
        ("slt: {koordinator: {navn: Kari}}\n", True, True, False),
        ("samarbeidsfora: [{navn: Beredskapsrådet}]\n", True, False, False),
        ("lokale_avsnitt: [{overskrift: Vårt samarbeid, tekst: x}]\n", True, False, False),
        ("lokale_avsnitt: [{overskrift: Tenestetilbodet, tekst: x}]\n", False, False, True),
        ("lokale_avsnitt: [{overskrift: Annet, tekst: samarbeid}]\n", False, False, False),
        ("tjenestetilbud: {tekst: Politiet kommer.}\n", False, False, True),
    ],
)
def test_which_forms_of_cooperation_are_described(yaml: str, samarbeid: bool, slt: bool, tilbud: bool) -> None:
    k = kontekst(yaml)
    assert (har_samarbeid(k), har_slt(k), har_tjenestetilbud(k)) == (samarbeid, slt, tilbud)
    assert (beskrevet_råd(k) is not None) == ("politiråd" in yaml and samarbeid)


def test_a_word_is_looked_for_in_all_of_the_agreement_or_in_parts_of_it() -> None:
    k = kontekst("slt: {navn: Ungdomsrådet}\nlokale_avsnitt: [{overskrift: Om ungdom, tekst: x}]\n")
    assert er_nevnt(k, "ungdomsråd")
    assert er_nevnt(k, "barneråd", "ungdomsråd")
    assert er_nevnt(k, "barneråd", "ungdomsråd", i=("slt",))
    assert not er_nevnt(k, "ungdomsråd", i=("lokale_avsnitt",))
    assert not er_nevnt(k, "barneråd")
    assert [egen_overskrift(k, en) for en in ("ungdom", "rådet")] == [True, False]


def test_what_is_looked_for_and_not_found_is_told_of() -> None:
    hørt: list[tuple[str, ...]] = []

    class Hører(Kontekst):
        def fant_ikke(self, *deler: str) -> None:
            hørt.append(deler)

    k = kontekst("slt: {navn: Ungdomsrådet}\n")
    hører = Hører(k.avtale, k.rot, k.fil, k.valg)
    assert er_nevnt(hører, "ungdomsråd")
    assert er_nevnt(hører, "ungdomsråd", i=("slt",))
    assert hørt == []
    assert not er_nevnt(hører, "barneråd")
    assert not er_nevnt(hører, "barneråd", i=("slt", "politiråd"))
    assert hørt == [(), ("slt", "politiråd")]
    assert not flere_er_godkjent(hører)
    assert hørt == [(), ("slt", "politiråd"), ()]


@i_ett(
    ("periode", "første", "siste"),
    [
        ("{fra: 2026-03-01, varighet: 2 år}", date(2026, 3, 1), date(2028, 2, 29)),
        ("{fra: 2026-08-31, varighet: 6 måneder}", date(2026, 8, 31), date(2027, 2, 28)),
        ("{fra: 2026-01-01, varighet: 10 dager}", date(2026, 1, 1), date(2026, 1, 10)),
        ("{fra: 2026-01-01, varighet: 2 uker}", date(2026, 1, 1), date(2026, 1, 14)),
        ("{varighet: 1 år}", date(2026, 1, 15), date(2027, 1, 14)),  # from the day of the agreement
        ("{fra: 2026-01-01, til: 2026-06-30, varighet: 2 år}", date(2026, 1, 1), date(2026, 6, 30)),
        ("{fra: 2026-01-01, løpende: ja}", date(2026, 1, 1), None),
        ("{fra: 2026-01-01, varighet: så lenge vi vil}", date(2026, 1, 1), None),
        ("{fra: 2026-01-01, varighet: 9000 år}", date(2026, 1, 1), None),
    ],
)
def test_from_when_and_how_long_an_agreement_applies(periode: str, første: date, siste: date | None) -> None:
    k = kontekst(f"periode: {periode}\n")
    assert (første_gyldige_dag(k), siste_gyldige_dag(k)) == (første, siste)
    assert er_utløpt(k) == (siste is not None and siste < k.valg.i_dag)
    uten_dag = kontekst("avtale: {status: utkast}\nperiode: {varighet: 2 år}\n")
    assert (første_gyldige_dag(uten_dag), siste_gyldige_dag(uten_dag)) == (None, None)
    borte = kontekst(f"avtale: {{status: opphevet}}\nperiode: {periode}\n")
    assert (siste_gyldige_dag(borte), er_utløpt(borte)) == (None, False)


def test_a_kommune_is_called_by_its_name_or_as_it_is_written() -> None:
    numre = "1859, {kommunenummer: 9999, navn: Nykommunen}, 9998, {kommunenummer: 9997, navn: FYLL INN}"
    k = kontekst(f"parter: {{kommuner: [{numre}, FYLL INN, Narnia], politi: Nordland}}\n")
    assert [k.navn(nr) for nr in range(6)] == [
        *("Flakstad", "Nykommunen", "kommune 9998", "kommune 9997", "kommune nummer 5", "Narnia"),
    ]


def test_words_are_found_in_the_texts_that_have_them_and_not_from_one_into_the_next() -> None:
    k = kontekst("politiråd: {navn: Rådet, mandat: [Abc def, DEF ghi, xdef, 311239 90008]}\nslt: {navn: def}\n")
    mandat = [("politiråd", "mandat", nr, "hva") for nr in range(4)]
    assert k.med("def") == [
        *((mandat[0], "abc def"), (mandat[1], "def ghi"), (mandat[2], "xdef"), (("slt", "navn"), "def")),
    ]
    assert k.med("ghi", "abc") == [(mandat[0], "abc def"), (mandat[1], "def ghi")]
    assert [k.foldet[nr][0] for nr in k.numre_med("xdef", "xd")] == [mandat[2]]
    assert [k.med(en) for en in ("def\ndef", "abc ghi", "finnes ikke")] == [[], [], []]
    assert [k.har(en) for en in ("c d", "abc def", "f\nd", "abc ghi", "def abc", "xde", "q", "q q", " ")] == [
        *(True, True, True, False, False, True, False, False, True),
    ]
    assert [k.har(*noen) for noen in (("q", "abc def"), ("q q", "xde"), ("q", "q q"), ("f\nd", "q"))] == [
        *(True, True, False, True),
    ]
    assert k.med("def", "q q", i=("slt",)) == k.med("def", i=("slt", "parter")) == [(("slt", "navn"), "def")]
    assert [rute for rute, _ in k.tekster_i("slt")] == [("slt", "navn")]
    assert k.samlet_i("slt", "politiråd").split("\n")[-1] == "def"
    assert (k.samlet_i("parter"), k.samlet_i("slt")) == ("1859\nnordland politidistrikt", "def")
    assert [rute for rute, _ in k.med_elleve_sifre] == [mandat[3]]
    assert kontekst().med_elleve_sifre == ()


@i_ett(
    ("valg", "mangler"),
    [
        ({}, set(Behov)),
        ({"klar_for_signering": True, "målformer": (Målform.BOKMÅL,)}, {Behov.STAVEKONTROLL, Behov.FILER}),
        ({"stavekontroll": lambda *_: [], "filstørrelse": lambda *_: 1}, {Behov.SIGNERING, Behov.MÅLFORMER}),
    ],
)
def test_what_a_rule_has_to_do_without(valg: dict[str, Any], mangler: set[Behov]) -> None:
    k = kontekst()
    assert Kontekst(k.avtale, k.rot, k.fil, Valg(I_DAG, **valg)).mangler == mangler
    signert = kontekst("avtale: {status: signert, dato: 2026-01-15}\n")
    assert Kontekst(signert.avtale, k.rot, k.fil, Valg(I_DAG, **valg)).mangler == mangler - {Behov.SIGNERING}

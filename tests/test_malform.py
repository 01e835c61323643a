"""The two målformer: the same agreement in bokmål and nynorsk, from templates that differ in nothing but the text."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from avtalegen.dokument.innhold import Document, Heading, Signatures, characters
from avtalegen.dokument.maler import MALER
from avtalegen.flyt import check
from avtalegen.komponering import compose
from tests import maltekst
from tests.conftest import EKSEMPLER
from tests.dokumenttekst import to_text
from tests.grundig import utvalg
from tests.i_ett import i_ett
from tests.test_komponering import FASIT, shape

# Words that agreements use in bokmål and never in nynorsk: they give away a sentence that nobody has translated.
BOKMÅL = set(
    re.findall(
        r"\w+",
        """
        ansatte ansettelse ansvarlig ansvarlige avløst avtalens bemanningen brukes bygger de dekker deles deltakelse
        deltakere deltakerne deltar disse egen en enige erstatter et ett evalueres evalueringen flere flytter
        folkevalgte forebygge forebyggende forpliktelser fra ganger gjelder gjør gjøre hendelser hensikten holdes
        hva hvem hver hvert hvilke hvis hvor hvordan hvorfor ikke innen innledning jevnlig kaller knyttes knyttet
        kommer kommunene kommunenes kommunens kommuner kontaktpunkter lagres langåpent ledelse ledelsen leder ledes
        ledet legges ligger loven lukkede løpende lørdag mandag meldes myndigheter måned måneden måneder møtene
        møtes nivåene nivåer noe noen nås offentlig omfatter områdene områder oppgavene oppgaver opphevet
        opplysninger partene parter politiets politikontaktene politikontakter politiloven preges ressurser rettet
        rettigheter rettslig samarbeidsfora sammen sammensetning samordner satsningsområde satsningsområdene
        satsningsområder selv sendes senest settes sier signaturer skriftlig skrives sted steder stillinger særlig
        taushetsplikt taushetsplikten tiden tilfellene tirsdag tjeneste tjenesten tjenester tjenestested
        tjenestesteder tjenestetilbud uke uken uker underveis unntatt utvidede utvidet vedtatt være åpen åpne åpner
        åpningstider
        """,
    )
)
KORT = """\
format: 1
avtale: {målform: nynorsk}
parter: {kommuner: 3324, politi: Sør-Øst}
"""
# Says something in every section. What is local is X and Y, which are neither bokmål nor nynorsk.
FYLDIG = """\
format: 1
avtale: {målform: nynorsk, status: vedtatt, dato: 1.3.2026, saksnummer: 26/1, erstatter: {tittel: X, dato: 1.2.2022}}
parter:
  kommuner: [3320, {kommunenummer: 3324, kontaktpersoner: X, leder: {tittel: X, vara: Y, telefon: 02800}}]
  politi: {distrikt: Sør-Øst, enhet: X, leder: X}
periode:
  fra: 1.3.2026
  varighet: 1 måned
  revisjon: {hyppighet: minst én gang i året, på_anmodning: ja}
  oppsigelse: 3 måneder
satsningsområder: [{navn: X, målgruppe: Y, tiltak: [{hva: X, ansvarlig: Y, frist: 1.5.2026}]}]
politiråd:
  leder: X
  medlemmer: {kommune: X, politi: X, ved_behov: X}
  møter:
    {per_år: minst 4, per_kommune: 1, felles: 1, planlegges_for: 1 år, innkallingsfrist: 10 dager, plan: 1.4.2026}
  åpenhet: lukket
  referat: {lagres: X, offentlig: nei, frist: to uker}
  oppfølging: X
  regionalt: {forhold: erstatter, begrunnelse: X}
  utvidet: {deltakere: X, møter: kvartalsvis}
politikontakt:
  antall: 2
  telefon: 02800
  tilstedeværelse: {hyppighet: en dag hver uke, dager: mandag-tirsdag, fra: 9, til: 15, steder: X, avtales: Y}
  besøk: {hvem: X, hyppighet: minst 8 ganger i året, ellers: X, hensikt: Y}
slt: {etablert: ja, nivåer: {styrende: X, koordinerende: X, utførende: X}, målgruppe: {hvem: X, alder: 13–25 år}}
samarbeidsfora: {navn: X, hyppighet: månedlig, deltakere: X}
tjenestetilbud:
  responstid: [{minutter: 25, område: tettsted, andel: 80}, åpent]
  bemanning: {politi: 9, sivile: 2}
  tjenestesteder: {navn: X, åpningstider: man-fre 9-14, langåpent: lørdag 9-18, stengt: {uker: X, dekkes_av: Y}}
  kontakter: {hva: X, telefon: 02800, telefontid: tirsdag 9-14}
forpliktelser: {felles: X, kommunen: X, politiet: X, avklares: X, ressurser: {hva: X, beløp: 250 000 kr}}
taushetsplikt: ja
evaluering: {hyppighet: hvert halvår, ansvarlige: [X, Y], plan: {frist: 1.9.2026, vedlegg: ja}, rapport: {innhold: X}}
vedlegg: X
"""


def document(text: str, målform: str = "nynorsk") -> Document:
    checked = check(re.sub(r"målform: \w+", f"målform: {målform}", text), "a.yaml")
    assert checked.avtale is not None, checked.diagnostics
    assert checked.avtale.avtale.målform.value == målform
    composed = compose(checked.avtale)
    assert composed.diagnostics == ()
    assert composed.document is not None
    return composed.document


def example(name: str) -> str:
    (path,) = (path for path in EKSEMPLER if path.stem == name)
    return path.read_text(encoding="utf-8")


def bokmål_in(text: str) -> set[str]:
    return BOKMÅL.intersection(re.findall(r"\w+", text.casefold()))


def placeholders(data: Any, place: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield each place of an `ord.yaml` that holds a text, and the placeholders in the text."""
    if isinstance(data, str):
        yield place, sorted(re.findall(r"\{\w*\}", data))
    else:
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from placeholders(value, f"{place}/{key}")


def test_both_målformer_have_the_same_templates() -> None:
    nb, nn = ([path.name for path in maltekst.templates(språk)] for språk in maltekst.MÅLFORMER)
    assert nb
    assert nb == nn


@pytest.mark.parametrize("of", [maltekst.logic, maltekst.markup])
def test_the_templates_differ_in_nothing_but_the_text(of: Callable[[Path], object]) -> None:
    for nb, nn in utvalg(zip(maltekst.templates("nb"), maltekst.templates("nn"), strict=True), 15):
        assert (nb.name, of(nb)) == (nn.name, of(nn))


def test_the_words_have_the_same_places_and_placeholders() -> None:
    nb, nn = (maltekst.words(språk) for språk in maltekst.MÅLFORMER)
    assert (nb["språk"], nn["språk"]) == ("nb", "nn")
    assert dict(placeholders(nb)) == dict(placeholders(nn))


def test_an_example_has_the_same_blocks_in_nynorsk(et_eksempel: Path) -> None:
    text = et_eksempel.read_text(encoding="utf-8")
    nb, nn = document(text, "bokmål"), document(text, "nynorsk")
    assert (nb.language, nn.language) == ("nb", "nn")
    assert shape(nn.blocks) == shape(nb.blocks)
    assert [block.id for block in nn.blocks] == [block.id for block in nb.blocks]
    assert len(nn.facts) == len(nb.facts)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("sarpsborg", "Sarpsborg kommune og Aust politidistrikt"),
        ("hallingdal", "Flå, Nesbyen, Gol, Hemsedal, Ål og Hol kommunar og Sør-Aust politidistrikt"),
    ],
)
def test_the_register_gives_the_nynorsk_name_of_the_politidistrikt(name: str, header: str) -> None:
    assert document(example(name)).header == header


def test_the_places_to_sign_are_in_nynorsk() -> None:
    (signatures,) = [block for block in document(KORT).blocks if isinstance(block, Signatures)]
    assert [s.on_behalf_of for s in signatures.signatures] == ["Gol kommune", "Sør-Aust politidistrikt"]
    labels = (signatures.place_label, signatures.date_label, signatures.signature_label)
    assert labels == ("Stad", "Dato", "Underskrift")


def test_the_sections_have_nynorsk_headings() -> None:
    headings = [block for block in document(FYLDIG).blocks if isinstance(block, Heading)]
    assert [characters(heading.content) for heading in headings if heading.level == 1] == [
        "Innleiing",
        "Føremål",
        "Lokale mål og satsingsområde",
        "Samarbeidsforum og deltaking",
        "Politikontakt",
        "Tenestetilbod",
        "Gjensidige forpliktingar",
        "Informasjonsdeling og teieplikt",
        "Evaluering",
        "Avtaleperiode og revisjon",
        "Signaturar",
        "Vedlegg",
    ]


def test_a_nynorsk_template_has_no_word_of_bokmål() -> None:
    # How a lead-in for one is marked, is no text of the document.
    found = {
        path.name: bokmål_in(maltekst.uten_ledd(" ".join(maltekst.texts(path))))
        for path in utvalg(maltekst.templates("nn"), 30)
    }
    assert found
    assert {name: words for name, words in found.items() if words} == {}


def test_nobody_who_is_one_thing_is_samd_in_nynorsk() -> None:
    """«Rådet» is neuter, and so would be «samt»: it comes to something instead."""
    texts = [*maltekst.templates("nn"), MALER / "forslag.yaml", MALER / "sporsmaal.yaml"]
    assert not [path.name for path in texts if re.search(r"\b(?:blei|blir|er|blitt) samd\b", path.read_text("utf-8"))]


@pytest.mark.parametrize("text", [KORT, FYLDIG], ids=["kort", "fyldig"])
def test_an_agreement_in_nynorsk_has_no_word_of_bokmål(text: str) -> None:
    assert bokmål_in(to_text(document(text))) == set()


def test_the_same_agreement_in_bokmål_has_many() -> None:
    assert len(bokmål_in(to_text(document(FYLDIG, "bokmål")))) > len(BOKMÅL) / 2


@i_ett(
    "sentence",
    [
        "Gjeld: Éin månad frå 1. mars 2026",
        "Flå og Gol kommunar og Sør-Aust politidistrikt",
        "Partane reviderer avtalen minst éin gong i året.",
        "Kvar av partane kan seie opp avtalen skriftleg med eit varsel på tre månader.",
        "Politirådet har minst fire faste møte i året.",
        "I tillegg har kommunane eitt felles møte i året.",
        "Innkalling og sakliste blir sende ut seinast ti dagar før møtet.",
        "er klart seinast to veker etter møtet.",
        "Det utvida politirådet møtest kvart kvartal.",
        "til stades éin dag kvar veke, måndag og tysdag kl. 09.00–15.00 ved X, Y.",
        "X minst åtte gonger i året og elles X. Føremålet er Y",
        "Forumet møtest kvar månad.",
        "Måndag–fredag kl. 09.00–14.00⏎Langope laurdag kl. 09.00–18.00",
        "Samarbeidet skal evaluerast kvart halvår.",
    ],
)
def test_times_and_numbers_are_written_in_nynorsk(sentence: str) -> None:
    assert sentence in to_text(document(FYLDIG))


@i_ett("title", ["Ordføraren", "Ordføreren", "Politimeisteren", "Politimesteren"])
def test_a_title_in_either_målform_has_no_capital_inside_a_sentence(title: str) -> None:
    said = to_text(document(KORT + f"politiråd: {{leder: {title}}}\n"))
    assert f"Leiar: {title.lower()}.\n" in said


@i_ett(
    ("part", "sentence"),
    [
        ("periode: {fra: 1.3.2026, varighet: 1 uke}", "Avtalen gjeld i éi veke frå 1. mars 2026."),
        ("tjenestetilbud: {bemanning: {politi: 1, sivile: 1}}", "Bemanninga er éi stilling med politimyndigheit"),
        ("evaluering: løpende", "Samarbeidet skal evaluerast løpande."),
        ("evaluering: jevnlig", "Samarbeidet skal evaluerast jamleg."),
        ("politiråd: {rolle: besluttende}", "Rådet kan ta avgjerder innanfor fullmaktene deltakarane har."),
        ("politiråd: {rolle: rådgivende}", "Rådet er rådgivande."),
        ("tjenestetilbud: {tjenestesteder: {navn: X, åpningstider: døgnåpent}}", "X | Døgnope"),
        ("tjenestetilbud: {responstid: ope}", "Partane har ikkje sett noko mål for responstida."),
    ],
)
def test_what_is_said_in_words_is_written_in_nynorsk(part: str, sentence: str) -> None:
    assert sentence in to_text(document(f"{KORT}{part}\n"))


def test_an_example_in_nynorsk_says_what_it_did(skriv_fasit: bool) -> None:
    said = to_text(document(example("sarpsborg")))
    path = FASIT / "sarpsborg.nn.txt"
    if skriv_fasit:
        path.write_text(said, encoding="utf-8", newline="\n")
    assert said == path.read_text(encoding="utf-8")

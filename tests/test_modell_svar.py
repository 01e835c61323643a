"""Answers and choices in people's own words, and phone numbers with words to them."""

import re
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.flyt import check, make
from avtalegen.modell.andre_rad import Forhold
from avtalegen.modell.avslutning import Taushetsplikt
from avtalegen.modell.avtale import Avtaledata
from avtalegen.modell.deler import Rolle
from avtalegen.modell.former import JaNei, Målform, Part, Status, Styrke, Svar, Telefon
from avtalegen.modell.leselig import kan_leses
from avtalegen.modell.moter import Referat
from avtalegen.modell.parter import AnnenPart
from avtalegen.modell.politirad import Rådsrolle, Åpenhet
from avtalegen.modell.slt import Slt
from avtalegen.modell.tjenestetilbud import Områdetype
from avtalegen.regler import Valg
from tests.formprove import les
from tests.i_ett import i_ett
from tests.test_lesing_validering import GYLDIG

VALG = Valg(date(2026, 1, 1))


@i_ett(
    ("type_", "skrevet", "betyr"),
    [
        (JaNei, "Ja.", True),
        (JaNei, "selvsagt", True),
        (JaNei, "ikkje", False),
        (Målform, "nb-NO", Målform.BOKMÅL),
        (Målform, "norsk nynorsk", Målform.NYNORSK),
        (Status, "høyringsutkast", Status.UTKAST),
        (Status, "til politisk behandling", Status.TIL_BEHANDLING),
        (Status, "gjeldande", Status.VEDTATT),
        (Part, "politidistriktet", Part.POLITIET),
        (Styrke, "forpliktar seg til", Styrke.SKAL),
        (Styrke, "tek sikte på", Styrke.MÅL),
        (Åpenhet, "for lukkede dører", Åpenhet.LUKKET),
        (Forhold, "avløyser", Forhold.ERSTATTER),
        (Områdetype, "grisgrendte strok", Områdetype.SPREDTBYGD),
        (Områdetype, "heile kommunen", Områdetype.ALLE),
        (JaNei, "ja takk", True),
        (JaNei, "Nei takk!", False),
        (JaNei, "Ja, takk", True),
        (Målform, "nb", Målform.BOKMÅL),
        (Målform, "NN", Målform.NYNORSK),
        (Status, "Under arbeid", Status.UTKAST),
        (Status, "godkjend", Status.VEDTATT),
        (Status, "underteikna", Status.SIGNERT),
        (Part, "kommunene", Part.KOMMUNEN),
        (Part, "begge partene", Part.BEGGE),
        (Styrke, "må", Styrke.SKAL),
        (Styrke, "burde", Styrke.BØR),
        (Rådsrolle, "gir råd", Rådsrolle.RÅDGIVENDE),
        (Åpenhet, "lukkede møter", Åpenhet.LUKKET),
        (Åpenhet, "opne møte", Åpenhet.ÅPEN),
        (Forhold, "i tillegg", Forhold.SUPPLERER),
        (Forhold, "i staden for", Forhold.ERSTATTER),
        (Telefon, "mob. 900 00 000", ("90000000",)),
        (Telefon, "ring 02800", ("02800",)),
        (Telefon, "0047 76 05 43 01", ("+4776054301",)),
        (Telefon, "02800 el. 76 05 43 01", ("02800", "76054301")),
        (Telefon, "02800 el 76 05 43 01", ("02800", "76054301")),
        (Telefon, "(+47) 76 05 43 01", ("+4776054301",)),
        (Telefon, "M: 900 00 000", ("90000000",)),
        # The sentence says «telefon» already, but not which of two is whose.
        (Telefon, "tlf. 02800 (døgnåpent)", ("02800 (døgnåpent)",)),
        (Telefon, "mob: 900 00 000, kontor: 76 05 43 01", ("mob: 900 00 000, kontor: 76 05 43 01",)),
        (Telefon, "tlf. på kontoret 76 05 43 01", ("tlf. på kontoret 76 05 43 01",)),
        (Telefon, "112 ved nød, ellers 02800", ("112 ved nød, ellers 02800",)),
        (Telefon, ["112 ved nød", "02800"], ("112 ved nød", "02800")),
        (Telefon, ["112", None], ("112",)),
        (Telefon, "76 05 43 0l, 02800", ("76 05 43 0l", "02800")),
    ],
)
def test_an_answer_a_choice_or_a_number_is_understood(type_: Any, skrevet: object, betyr: object) -> None:
    assert les(type_, skrevet) == betyr


@i_ett(
    ("type_", "felt", "skrevet", "betyr"),
    [
        (Referat, "offentlig", "Offentleg", True),
        (Referat, "offentlig", "unntatt offentlighet", False),
        (Avtaledata, "elektronisk_signering", "elektronisk", True),
        (Avtaledata, "elektronisk_signering", "på papir", False),
    ],
)
def test_the_word_for_what_is_asked_is_an_answer(type_: Any, felt: str, skrevet: str, betyr: bool) -> None:
    rest = {"status": "utkast"} if type_ is Avtaledata else {}
    assert getattr(les(type_, {felt: skrevet, **rest}), felt) is betyr


def test_a_text_can_be_read_as_a_value_or_not() -> None:
    assert [kan_leses(Målform, tekst) for tekst in ("bokmål", "nn", "engelsk")] == [True, True, False]


@i_ett(
    ("skrevet", "svar"),
    [
        *((t, True) for t in ("ja, med BankID", "Ja, begge parter", "ja – fra 2027")),
        *((t, False) for t in ("nei, ikke ennå", "nei, men det vurderes", "ikkje enno", "ikke aktuelt")),
        *((t, None) for t in ("ja, men ikke ennå", "ja/nei", "ja, delvis", "delvis", "på sikt", "i noen grad")),
        *((t, None) for t in ("under arbeid", "kanskje", "vert vurdert", "ved behov", "Vi har ikke SLT")),
        *((t, None) for t in ("ja, hvis det blir penger", "ja, dersom rådet vedtek det", "ja, kanskje", "ja, i 2028?")),
        *((t, None) for t in ("ja, med mindre noe skjer", "ja, blir vurdert", "ikke avklart", "ikkje nødvendigvis")),
    ],
)
def test_more_than_an_answer_stands_as_it_is_written(skrevet: str, svar: bool | None) -> None:
    """A file stopped at it, where nobody has decided yet, or has decided more than yes."""
    lest = les(JaNei, skrevet)
    assert (lest.svar, lest.ord, bool(lest)) == (svar, skrevet, svar is True)
    assert les(JaNei, lest) == lest == les(JaNei, lest.skriv())


@i_ett(
    ("type_", "skrevet", "begynner"),
    [
        (Styrke, "vil", ""),
        (Styrke, "på sikt", ""),
        (Styrke, "i noen grad", ""),
        (Styrke, "skal om mulig", "skal"),
        (Styrke, "bør helst", "bør"),
        (Styrke, "skal, men ikke i 2027", ""),
        (Styrke, "skal vurderes", ""),
        (Styrke, "må avklarast", ""),
        (Styrke, "bør, hvis mulig", "bør"),
        (Åpenhet, "åpne ved behov", "åpen"),
        (Åpenhet, "lukket, men ikke når bare tall drøftes", ""),
        (Åpenhet, "varierer", ""),
        (Åpenhet, "lukket med mindre rådet vil noe annet", ""),
        (Rådsrolle, "drøftende", ""),
        (Rådsrolle, "rådgivende i de fleste saker", "rådgivende"),
        (Forhold, "begge deler", ""),
        (Områdetype, "Leknes", ""),
        (Områdetype, "over 20 000 innbyggere", ""),
    ],
)
def test_a_choice_in_other_words_stands_as_it_is_written(type_: Any, skrevet: str, begynner: str) -> None:
    lest = les(type_, skrevet)
    assert (lest.value, lest.ord, bool(lest)) == (begynner, skrevet, bool(begynner))
    assert les(type_, lest) == lest == les(type_, lest.skriv())
    assert all(lest != en for en in type_)


@i_ett(
    ("type_", "skrevet"),
    [
        *((Styrke, "skaal"), (Åpenhet, "lukkett"), (Åpenhet, "ja"), (Rådsrolle, "12"), (Forhold, "")),
        *((Åpenhet, "Ja."), (Åpenhet, "Nei!"), (Rådsrolle, "☑ ja"), (Forhold, "x"), (Styrke, "..")),
    ],
)
def test_a_choice_misspelt_is_not_other_words(type_: Any, skrevet: str) -> None:
    with pytest.raises(ValidationError, match="ikke blant valgene"):
        les(type_, skrevet)


def test_a_long_line_of_signs_is_read_once() -> None:
    skrevet = "-" * 200_000 + "abc"  # would take a quarter of an hour when each sign is tried with each of the others
    assert les(JaNei, skrevet).ord == les(Åpenhet, skrevet).ord == skrevet


@i_ett("skrevet", ["på sikt", "delvis", "helt utenom"])
def test_a_choice_of_how_the_document_is_made_has_no_other_words(skrevet: str) -> None:
    for type_ in (Målform, Status, Part):
        with pytest.raises(ValidationError, match="ikke blant valgene"):
            les(type_, skrevet)


MED_ORD = """\
politiråd:
  åpenhet: varierer
  rolle: drøftende
  referat: {offentlig: delvis}
  regionalt: {forhold: begge deler}
  møter: {per_år: 4, planlegges_styrke: når det trengs}
  mandat: [{hva: Drøfte trygghet, styrke: så langt det går}]
  medlemmer: {kommune: [{tittel: ordfører, styrke: om hun kan}], kan_delta: [{tittel: rektor, styrke: av og til}]}
slt: {etablert: under planlegging, deltakere: [{tittel: lensmann, styrke: etter evne}]}
skole: {samarbeidsplikt: etter loven}
taushetsplikt: {gjelder: som ellers}
tjenestetilbud: {responstid: [{minutter: 12, område: Leknes}]}
satsningsområder: {videreført: de fleste, områder: [{navn: Rus, videreført: nesten alt}, Vold]}
evaluering: {plan: {vedlegg: kanskje}, rapport: {styrke: om det er tid}}
periode: {løpende: inntil nytt valg, revisjon: {på_anmodning: fra begge}}
forpliktelser: {kommunen: [{hva: Ha en SLT-koordinator, styrke: vil gjerne}, Møte forberedt]}
"""


@pytest.mark.parametrize("målform", [*Målform])
def test_no_words_for_a_choice_are_lost(målform: Målform) -> None:
    checked = check(GYLDIG.replace("utkast", "utkast\n  elektronisk_signering: snart") + MED_ORD, "a.yaml", VALG)
    made = make(checked, Bestilling("md", målform), lambda *_: b"")
    assert made.data is not None
    text = made.data.decode()
    words = re.findall(
        r"(?:åpenhet|rolle|offentlig|forhold|styrke|etablert|samarbeidsplikt|gjelder|område|videreført|vedlegg|"
        r"løpende|på_anmodning): ([^,}\]\n]+)",
        MED_ORD,
    )
    assert len(words) == 20
    assert {w: text.count(w) for w in (*words, "snart")} == dict.fromkeys((*words, "snart"), 1)
    told = [d for d in checked.diagnostics if d.code == "SPR110"]
    said = [m for d in told for m in (d.message, *(r.message for r in d.related))]
    assert {(re.findall("«(.+?)»", m) or ["?"])[0] for m in said} == {*words, "snart"}


@i_ett("skrevet", ["kari@politiet.no", "mailto:kari@politiet.no", "<kari@politiet.no>"])
def test_an_address_copied_from_a_mail_is_written_as_an_address(skrevet: str) -> None:
    yaml = f'{GYLDIG}politikontakt: {{navn: Kari, epost: "{skrevet}"}}\n'
    data = make(check(yaml, "a.yaml", VALG), Bestilling("md", Målform.BOKMÅL), lambda *_: b"").data
    assert "nås på [kari@politiet.no](mailto:kari@politiet.no)." in (data or b"").decode()


@pytest.mark.parametrize(
    ("forhold", "egne"), [("supplerer", True), ("supplerer de lokale", True), ("erstatter de fleste", False)]
)
def test_whether_each_kommune_has_its_own_council_is_read_of_other_words_too(forhold: str, egne: bool) -> None:
    flere = GYLDIG.replace('"1859"', '["1859", "1860"]')
    checked = check(f"{flere}politiråd: {{møter: {{per_år: 4}}, regionalt: {{forhold: {forhold}}}}}\n", "a.yaml", VALG)
    made = make(checked, Bestilling("md", dokument=Papir.INNKALLING, kommune="Flakstad"), lambda *_: b"")
    assert (made.data is not None) is egne


def test_a_sentence_in_place_of_an_answer_is_what_the_parties_say_themselves() -> None:
    sagt = "Partene har taushetsplikt etter forvaltningsloven § 13"
    taushetsplikt = les(Taushetsplikt, sagt)
    assert (taushetsplikt.gjelder, taushetsplikt.tekst) == (True, sagt)
    svar = les(Taushetsplikt, "Ja, alle har taushetsplikt")
    assert (svar.gjelder, svar.tekst) == (Svar(True, "Ja, alle har taushetsplikt"), None)
    slt = les(Slt, "Kommunen vurderer å innføre SLT")
    assert (slt.etablert, slt.tekst) == (None, "Kommunen vurderer å innføre SLT")
    assert les(Slt, "ja").etablert is True
    assert les(Slt, "under planlegging").etablert.ord == "under planlegging"
    assert les(Rolle, "ordfører").tittel == "ordfører"


def test_an_organisation_number_is_kept_without_the_words_for_it() -> None:
    for skrevet in ("Org.nr. 964 982 953", "org nr: 964 982 953", "Organisasjonsnummer 964 982 953"):
        assert les(AnnenPart, {"navn": "x", "organisasjonsnummer": skrevet}).organisasjonsnummer == "964 982 953"


@pytest.mark.parametrize("målform", [*Målform])
def test_what_goes_on_in_part_is_neither_new_nor_as_before_to_those_who_decide(målform: Målform) -> None:
    områder = "[{navn: Rus, videreført: delvis}, {navn: Vold, videreført: ja}, Hat]"
    yaml = f"{GYLDIG}slt: ja (bare ungdom)\nsatsningsområder: {{områder: {områder}}}\n"
    made = make(check(yaml, "a.yaml", VALG), Bestilling("md", målform, dokument=Papir.SAKSFRAMLEGG), lambda *_: b"")
    tekst = (made.data or b"").decode()
    assert re.search(r"«Rus» er ført vid(?:ere|are) fr(?:a|å) f\w+ periode: delvis\.", tekst)
    assert re.search(r"periode: vold\. Dette er nytt: Hat\. Om ", tekst)
    assert "Om kommunen bruker modellen: ja (bare ungdom)" in tekst
